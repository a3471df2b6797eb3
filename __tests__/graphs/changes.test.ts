// Why a graph is run again, as in plan and comment.
import { expect, test } from '@jest/globals';
import { graphReasons } from '../../src/graphs/changes.ts';
import { readGraph } from '../../src/graphs/graph.ts';
import type { JsonObject } from '../../src/lib/json.ts';
import { TXT2IMG } from '../helpers/graphs.ts';

const { graph } = readGraph(TXT2IMG);
const long = 'a lighthouse at dawn, seen from the sea, with gulls and a small red boat in front of it, oil on canvas';

test.each([
  {
    name: 'nothing',
    before: { 6: { inputs: { text: 'a', x: { b: 1, c: 2 } } } },
    after: { 6: { inputs: { x: { c: 2, b: 1 }, text: 'a' } } },
    says: [],
  },
  {
    name: 'a text',
    before: { 6: { inputs: { text: 'dawn' } } },
    after: { 6: { inputs: { text: 'dusk' } } },
    says: ['node 6 (Prompt), text: "dawn" → "dusk"'],
  },
  {
    name: 'a number that the graph had before',
    before: {},
    after: { 3: { inputs: { seed: 7 } } },
    says: ['node 3 (KSampler), seed: 156680208700286 → 7'],
  },
  {
    name: 'back to what the graph has',
    before: { 3: { inputs: { seed: 7 } } },
    after: {},
    says: ['node 3 (KSampler), seed: 7 → 156680208700286'],
  },
  { name: 'the value that the graph already has', before: {}, after: { 3: { inputs: { steps: 20 } } }, says: [] },
  {
    name: 'a link',
    before: {},
    after: { 3: { inputs: { model: ['8', 0] } } },
    says: ['node 3 (KSampler), model: ["4",0] → ["8",0]'],
  },
  {
    name: 'in the order of the nodes',
    before: {},
    after: { 9: { inputs: { filename_prefix: 'x' } }, 5: { inputs: { width: 1, height: 2 } } },
    says: [
      'node 5 (Empty Latent Image), height: 48 → 2',
      'node 5 (Empty Latent Image), width: 64 → 1',
      'node 9 (Save Image), filename_prefix: "ComfyUI" → "x"',
    ],
  },
  {
    name: 'one word of a long text',
    before: { 6: { inputs: { text: long } } },
    after: { 6: { inputs: { text: long.replace('red', 'blue') } } },
    says: ['node 6 (Prompt), text: "… and a small red boat in front …" → "… and a small blue boat in front …"'],
  },
  {
    name: 'one word of a long Chinese text',
    before: { 6: { inputs: { text: `${'月光下的屋顶'.repeat(20)}猫` } } },
    after: { 6: { inputs: { text: `${'月光下的屋顶'.repeat(20)}狗` } } },
    says: ['node 6 (Prompt), text: "… 下的屋顶猫" → "… 下的屋顶狗"'],
  },
] satisfies { name: string; before: JsonObject; after: JsonObject; says: string[] }[])(
  'told: $name',
  ({ before, after, says }) => {
    const workflow = 'a'.repeat(64);
    expect(graphReasons({ workflow, overrides: before }, { workflow, overrides: after }, graph)).toEqual(says);
  },
);

test('nodes are in order, on both sides', () => {
  const overrides = (id: string) => ({ workflow: null, overrides: { [id]: { inputs: { seed: 1 } } } });
  const ids = graphReasons(
    overrides('57:10'),
    { workflow: null, overrides: { ...overrides('9').overrides, ...overrides('57:9').overrides } },
    null,
  );
  expect(ids.map((reason) => reason.split(',')[0])).toEqual(['node 9', 'node 57:9', 'node 57:10']);
});

test('a different graph is named by its hash, and the values of the old one are not guessed', () => {
  const [old, now] = ['a'.repeat(64), 'b'.repeat(64)];
  const overrides = { 3: { inputs: { seed: 7 } } };
  expect(graphReasons({ workflow: old, overrides: {} }, { workflow: now, overrides }, graph)).toEqual([
    'workflow: graph aaaaaaaa → graph bbbbbbbb',
    'node 3 (KSampler), seed: added 7',
  ]);
  expect(graphReasons({ workflow: null, overrides }, { workflow: now, overrides }, graph)).toEqual([
    'workflow: the graph that the deployment has saved → graph bbbbbbbb',
  ]);
  expect(graphReasons({ workflow: old, overrides }, { workflow: null, overrides }, null)).toEqual([
    'workflow: graph aaaaaaaa → the graph that the deployment has saved',
  ]);
});

test('without a graph there are ids, and a long value is cut', () => {
  const recipe = (text: string) => ({ workflow: null, overrides: { '57:9': { inputs: { text } } } });
  const [reason = ''] = graphReasons(recipe('a'), recipe('b'.repeat(10_000)), null);
  expect(reason).toMatch(/^node 57:9, text: "a" → "b+…$/);
  expect(reason.length).toBeLessThan(120);
});
