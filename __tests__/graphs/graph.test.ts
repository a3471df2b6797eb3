// Graphs as files: what is a graph, what is wrong with it and where, and the hash that says whether it makes another picture.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Graph, graphHash, parseGraph } from '../../src/graphs/graph.ts';
import { applyOverrides, resolveOverrides } from '../../src/graphs/overrides.ts';
import { canonicalJson } from '../../src/lib/canonical-json.ts';
import type { JsonObject, JsonValue } from '../../src/lib/json.ts';
import { FLUX, GRAPHS, largeGraph, TXT2IMG } from '../helpers/graphs.ts';
import { anyText } from '../helpers/text.ts';

async function parsed(json: JsonValue | string): Promise<Graph> {
  const { graph, problems } = await parseGraph(typeof json === 'string' ? json : JSON.stringify(json));
  if (graph === null) throw new Error(problems.map(({ message }) => message).join('\n'));
  return graph;
}

test.each(GRAPHS)('%s: nodes by id, titles, and sent as it is', async (_, json) => {
  const graph = await parsed(JSON.stringify(json, null, 2));
  expect([...graph.nodes.keys()]).toEqual(Object.keys(json));
  expect(graph.json).toEqual(json);
  expect([...graph.titles.values()].flat().sort()).toEqual(Object.keys(json).sort());
});

test('the example graph accepts the overrides in its guide', async () => {
  const file = path.join(import.meta.dirname, '../../examples/comfyui/poster_api.json');
  const graph = await parsed(await readFile(file, 'utf8'));
  const given = { 'Prompt.text': '{prompt}', 'KSampler.seed': '{seed}', 'Poster size.width': 1024 };
  const { problems, notes, used } = resolveOverrides(
    given,
    new Map<string, JsonValue>([
      ['prompt', 'x'],
      ['seed', 7],
    ]),
    graph,
  );
  expect([problems, notes, [...used]]).toEqual([[], [], ['prompt', 'seed']]);
});

test('an older export without titles, in YAML, after a BOM', async () => {
  const graph = await parsed('\ufeff{"1": {"class_type": "SaveImage", "inputs": {}}}');
  expect([graph.nodes.get('1')?.title, graph.titles.size]).toEqual([null, 0]);
  const yaml = await parsed('# ours\n"1":\n  class_type: LoadImage\n  inputs: { image: a.png }\n');
  expect(yaml.nodes.get('1')?.inputs).toEqual({ image: 'a.png' });
});

const EDITOR = '{"last_node_id": 9, "nodes": [{"id": 3, "type": "KSampler"}], "links": [], "version": 0.4}';
const NODE = '{"class_type": "SaveImage", "inputs": {}}';

test.each([
  { name: "the editor's format", text: EDITOR, at: [1, 1], says: /editor's format.*Export \(API\)/ },
  { name: 'a list', text: '[1]', at: [1, 1], says: /in API format.*Export \(API\)/ },
  { name: 'no node', text: '{}', at: [1, 1], says: /it has no node/ },
  { name: 'nothing', text: '', at: [1, 1], says: /in API format/ },
  {
    name: "the body of ComfyUI's own API",
    text: `{"prompt": {"1": ${NODE}}}`,
    at: [1, 12],
    says: /itself: here it is under `prompt`/,
  },
  { name: 'a node that is text', text: '{\n  "1": "x"\n}', at: [2, 8], says: /node "1" must be a mapping/ },
  { name: 'no class_type', text: '{"1": {"inputs": {}}}', at: [1, 7], says: /node "1" must have a `class_type`/ },
  { name: 'no inputs', text: '{"1": {"class_type": "A"}}', at: [1, 7], says: /node "1" must have `inputs`/ },
  {
    name: 'a link to nowhere',
    text: `{"12": ${NODE},\n "2": {"class_type": "A",\n  "inputs": {"image": ["13", 0]}}}`,
    at: [3, 23],
    says: /input "image" of node 2 \(A\) is linked to node "13".*did you mean "12"\?/,
  },
  {
    name: 'a duplicate node',
    text: `{"1": ${NODE},\n "1": ${NODE}}`,
    at: [2, 2],
    says: /duplicate key "1"/,
  },
  {
    name: 'a duplicate input',
    text: '{"1": {"class_type": "A", "inputs": {"a": 1,\n"a": 2}}}',
    at: [2, 1],
    says: /duplicate key "a"/,
  },
  {
    name: 'a duplicate input, and an escaped colon',
    text: '{"1": {"class_type": "A", "inputs": {"a": 1,\n"a": "\\u003a"}}}',
    at: [2, 1],
    says: /duplicate key "a"/,
  },
  {
    name: 'a seed that would be rounded',
    text: '{"1": {"class_type": "A", "inputs": {"seed": 18446744073709551615}}}',
    at: [1, 46],
    says: /2\^53/,
  },
  {
    name: 'a number without end',
    text: '{"1": {"class_type": "A", "inputs": {"seed": 1e999}}}',
    at: [1, 46],
    says: /finite/,
  },
  { name: 'a merge conflict', text: '<<<<<<< HEAD\n{"1": {}}\n=======', at: [1, 1], says: /not valid YAML or JSON/ },
  { name: 'cut off', text: '{"1": {"class_type": "A"', at: [1, 25], says: /not valid YAML or JSON/ },
])('refused, with its location: $name', async ({ text, at, says }) => {
  const { graph, problems } = await parseGraph(text);
  expect(graph).toBeNull();
  expect(problems[0]?.message).toMatch(says);
  expect([problems[0]?.line, problems[0]?.column]).toEqual(at);
});

test('all problems at once', async () => {
  const { problems } = await parseGraph('{"1": 1, "2": {"class_type": "A"}, "3": {"inputs": {}}}');
  expect(problems.map(({ column }) => column)).toEqual([7, 15, 41]);
});

test('endless brackets are refused quickly', async () => {
  for (const text of [`{"1":${'['.repeat(100_000)}`, `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`]) {
    expect((await parseGraph(text)).graph).toBeNull();
  }
});

test('a value is nested no deeper than the other readers go', async () => {
  const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  const text = (depth: number): string => `{"1":{"class_type":"A","inputs":{"a":${nested(depth)}}}}`;
  expect((await parseGraph(text(60))).problems).toEqual([]);
  expect((await parseGraph(text(70))).problems).toMatchObject([{ message: expect.stringMatching(/nested at most/) }]);
});

test('a large seed that is written back unchanged is fine', async () => {
  const text = '{"1":{"class_type":"RandomNoise","inputs":{"noise_seed":18446744073709552000}}}';
  expect(JSON.stringify((await parsed(text)).json)).toBe(text);
});

test('names such as `constructor` are ordinary node names', async () => {
  const text =
    '{"__proto__":{"class_type":"A","inputs":{"constructor":1}},"constructor":{"class_type":"B","inputs":{}}}';
  const graph = await parsed(text);
  expect([...graph.nodes.keys()]).toEqual(['__proto__', 'constructor']);
  const { overrides, problems } = resolveOverrides({ '__proto__.constructor': 2 }, new Map(), graph);
  expect(problems).toEqual([]);
  expect(JSON.stringify(applyOverrides(graph, overrides).json)).toBe(text.replace(':1}', ':2}'));
});

test('the hash is SHA-256 of the canonical JSON without `_meta`', async () => {
  const bare = Object.fromEntries(
    Object.entries(TXT2IMG).map(([id, node]) => {
      const { _meta, ...rest } = Object.fromEntries(Object.entries(node ?? {}));
      return [id, rest];
    }),
  );
  const hash = createHash('sha256').update(canonicalJson(bare)).digest('hex');
  expect(graphHash(await parsed(TXT2IMG))).toBe(hash);
  expect(graphHash(await parsed(bare))).toBe(hash);
  expect(graphHash(await parsed(FLUX))).not.toBe(hash);
});

const anyValue: fc.Arbitrary<JsonValue> = fc.oneof(
  fc.integer(),
  fc.double({ noDefaultInfinity: true, noNaN: true }).map((value) => (Object.is(value, -0) ? 0 : value)),
  fc.boolean(),
  fc.constant(null),
  anyText(12).map((text) => text.toWellFormed()),
  fc.array(fc.integer(), { maxLength: 4 }),
  fc.record({ on: fc.boolean(), strength: fc.integer() }),
);

const anyName = fc.oneof(
  fc.constantFrom('text', 'seed', 'a.b', '__proto__', 'constructor'),
  anyText(6).map((text) => text.toWellFormed()),
);

const anyNode = fc.record({
  inputs: fc.uniqueArray(fc.tuple(anyName, anyValue), { maxLength: 5, selector: ([name]) => name }),
  class_type: fc.constantFrom('KSampler', 'SaveImage', 'Power Lora Loader (rgthree)'),
  title: fc.option(fc.constantFrom('Prompt', 'A.b', 'é 🎥'), { nil: undefined }),
});

const anyGraph: fc.Arbitrary<JsonObject> = fc
  .uniqueArray(fc.tuple(fc.oneof(fc.nat(99).map(String), fc.constantFrom('57:9', '57:10', 'x.y')), anyNode), {
    minLength: 1,
    maxLength: 8,
    selector: ([id]) => id,
  })
  .map((nodes) =>
    Object.fromEntries(
      nodes.map(([id, { inputs, class_type, title }]) => [
        id,
        { inputs: Object.fromEntries(inputs), class_type, ...(title === undefined ? {} : { _meta: { title } }) },
      ]),
    ),
  );

function reversed(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries<JsonValue>(value)
      .reverse()
      .map(([name, one]) => [name, reversed(one)]),
  );
}

test('formatting, key order and titles do not change the graph or its hash', async () => {
  await fc.assert(
    fc.asyncProperty(anyGraph, async (json) => {
      const graph = await parsed(json);
      expect(graph.json).toEqual(json);
      const titled = Object.fromEntries(
        Object.entries(json).map(([id, node]) => [
          id,
          { ...Object.fromEntries(Object.entries(node ?? {})), _meta: { title: 'other' } },
        ]),
      );
      const untouched = applyOverrides(graph, []);
      const others = [JSON.stringify(json, null, '\t'), JSON.stringify(reversed(json)), JSON.stringify(titled)];
      for (const other of [untouched, ...(await Promise.all(others.map(parsed)))]) {
        expect(graphHash(other)).toBe(graphHash(graph));
      }
    }),
    { numRuns: 60 },
  );
});

test('an override changes only its input, and not the given graph', async () => {
  await fc.assert(
    fc.asyncProperty(anyGraph, anyValue, fc.nat(), async (json, value, pick) => {
      const graph = await parsed(json);
      const before = JSON.stringify(graph.json);
      const places = [...graph.nodes.values()].flatMap(({ id, inputs }) =>
        Object.keys(inputs).map((input) => [id, input] as const),
      );
      const place = places[pick % Math.max(1, places.length)];
      if (place === undefined) return;
      const [node, input] = place;
      const now = applyOverrides(graph, [{ node, input, value }]);
      expect(now.nodes.get(node)?.inputs[input]).toEqual(value);
      const again = await parsed(now.json);
      expect(again.nodes.get(node)?.inputs[input]).toEqual(value);
      const old = graph.nodes.get(node)?.inputs[input];
      expect(JSON.stringify(applyOverrides(now, [{ node, input, value: old ?? null }]).json)).toBe(before);
      expect(JSON.stringify(graph.json)).toBe(before);
    }),
    { numRuns: 60 },
  );
});

/** Of the processor, the least of several: other work on the machine counts for nothing. */
async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    const started = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(started);
    times.push((user + system) / 1000);
  }
  return Math.min(...times);
}

test.each([
  ...GRAPHS.map(([name, json]) => [name, json, 50] as const),
  ['2,000 nodes and 1 MB', largeGraph(2_000, 1_000_000), 100] as const,
])('parsed, overridden and hashed in time: %s', async (_, json, limitMs) => {
  const text = JSON.stringify(json, null, 2);
  const [[id = '', node] = []] = Object.entries(json);
  const [input = ''] = Object.keys(Object.fromEntries(Object.entries(node ?? {})).inputs ?? {});
  const took = await milliseconds(async () => {
    const graph = await parsed(text);
    const { overrides } = resolveOverrides({ [`${id}.${input}`]: 'x' }, new Map(), graph);
    return [graphHash(graph), JSON.stringify(applyOverrides(graph, overrides).json)];
  });
  expect(took).toBeLessThan(limitMs);
});
