// Overrides: which node a key means, what placeholders become, which files are needed, and what is sent.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Graph, readGraph } from '../../src/graphs/graph.ts';
import {
  applyOverrides,
  byNode,
  compareNodeIds,
  findInput,
  requestBody,
  resolveOverrides,
  unusedPlaceholder,
  withFiles,
} from '../../src/graphs/overrides.ts';
import type { JsonObject, JsonValue } from '../../src/lib/json.ts';
import { FLUX, IMG2IMG, TXT2IMG, UPSCALE } from '../helpers/graphs.ts';
import { anyText } from '../helpers/text.ts';

function graphOf(json: JsonObject): Graph {
  const { graph, faults } = readGraph(json);
  if (graph === null) throw new Error(faults.map(({ message }) => message).join('\n'));
  return graph;
}

function graphWith(...nodes: readonly (readonly [id: string, title: string, ...inputs: string[]])[]): Graph {
  return graphOf(
    Object.fromEntries(
      nodes.map(([id, title, ...inputs]) => [
        id,
        { class_type: 'A', inputs: Object.fromEntries(inputs.map((input) => [input, 1])), _meta: { title } },
      ]),
    ),
  );
}

const txt2img = graphOf(TXT2IMG);
const variables = new Map<string, JsonValue>([
  ['prompt', 'a {seed} and a {{brace}}'],
  ['seed', 7],
]);

test.each([
  { key: '6.text', graph: txt2img, to: ['6', 'text'] },
  { key: 'Prompt.text', graph: txt2img, to: ['6', 'text'] },
  { key: 'Load Checkpoint.ckpt_name', graph: txt2img, to: ['4', 'ckpt_name'] },
  { key: '57:3.values.string_2', graph: graphOf(FLUX), to: ['57:3', 'values.string_2'] },
  { key: 'Loras v1.5.lora_1', graph: graphOf(FLUX), to: ['30', 'lora_1'] },
  { key: 'Loras v1.5.➕ Add Lora', graph: graphOf(FLUX), to: ['30', '➕ Add Lora'] },
  { key: 'A.b.text', graph: graphWith(['1', 'A', 'b.text'], ['2', 'A.b', 'text']), to: ['2', 'text'] },
  { key: 'A.b.text', graph: graphWith(['1', 'A', 'b.text']), to: ['1', 'b.text'] },
  { key: '6.text', graph: graphWith(['5', '6', 'text'], ['6', 'x', 'text']), to: ['6', 'text'] },
  { key: '1.5.text', graph: graphWith(['1', 'x', '5.text'], ['1.5', 'y', 'text']), to: ['1.5', 'text'] },
  { key: '6.text', graph: null, to: ['6', 'text'] },
  { key: '57:3.values.string_2', graph: null, to: ['57:3', 'values.string_2'] },
])('$key names one input', ({ key, graph, to: [node, input] }) => {
  expect(findInput(key, graph)).toEqual({ node, input });
});

test.each([
  { name: 'an unknown id', key: '66.text', graph: txt2img, says: /no node with the id or title "66"/ },
  { name: 'an unknown title', key: 'Promt.text', graph: txt2img, says: /"Promt"; did you mean "Prompt"\?/ },
  { name: 'nothing near', key: 'Upscaler.model', graph: txt2img, says: /it has 3 \("KSampler"\), 4/ },
  {
    name: 'an unknown input',
    key: 'KSampler.sed',
    graph: txt2img,
    says: /node 3 \(KSampler\) has no input "sed"; did you mean "seed"\?/,
  },
  {
    name: 'no input near',
    key: '9.quality',
    graph: txt2img,
    says: /no input "quality"; it has "filename_prefix", "images"/,
  },
  {
    name: 'a duplicate title',
    key: 'A.x',
    graph: graphWith(['1', 'A', 'x'], ['2', 'A', 'x']),
    says: /"A" is the title of 2 nodes: write the id.*`1`, `2`/,
  },
  { name: 'no dot', key: 'Prompt', graph: txt2img, says: /must name a node and its input: such as `Prompt.text`/ },
  { name: 'a name of the language', key: 'constructor.name', graph: txt2img, says: /no node/ },
  { name: 'an inherited input', key: '6.toString', graph: txt2img, says: /no input "toString"/ },
  {
    name: 'a title without a graph',
    key: 'Prompt.text',
    graph: null,
    says: /is not a node id.*without the deployment's graph/,
  },
])('refused: $name', ({ key, graph, says }) => {
  expect(findInput(key, graph)).toMatch(says);
  expect(resolveOverrides({ [key]: 1 }, new Map(), graph).problems).toEqual([
    { path: [key], message: expect.stringMatching(says) },
  ]);
});

test("both forms, sorted by node, are RunComfy's own form", () => {
  const { overrides, problems } = resolveOverrides(
    { Negative: { inputs: { text: 'ugly' } }, '5.width': 32, '6': { inputs: { text: 'a hill' } }, 'KSampler.seed': 1 },
    new Map(),
    txt2img,
  );
  expect(problems).toEqual([]);
  expect(overrides.map(({ node, input }) => `${node}.${input}`)).toEqual(['3.seed', '5.width', '6.text', '7.text']);
  expect(byNode(overrides)).toEqual({
    3: { inputs: { seed: 1 } },
    5: { inputs: { width: 32 } },
    6: { inputs: { text: 'a hill' } },
    7: { inputs: { text: 'ugly' } },
  });
  expect(requestBody(null, overrides)).toEqual({ overrides: byNode(overrides) });
  expect(requestBody(txt2img, overrides)).toEqual({ workflow_api_json: applyOverrides(txt2img, overrides).json });
  expect(requestBody(null, [])).toEqual({ overrides: {} });
});

test("an input of RunComfy's own form has its own problem and path", () => {
  const { problems } = resolveOverrides({ Prompt: { inputs: { txt: 'a' } } }, new Map(), txt2img);
  expect(problems).toEqual([
    { path: ['Prompt', 'inputs', 'txt'], message: expect.stringMatching(/no input "txt"; did you mean "text"/) },
  ]);
});

test('one input that is named in two ways is a problem', () => {
  const { problems } = resolveOverrides({ '6.text': 'a', 'Prompt.text': 'b' }, new Map(), txt2img);
  expect(problems).toEqual([
    { path: ['Prompt.text'], message: expect.stringMatching(/"text" of node 6 \(Prompt\) is overridden twice/) },
  ]);
});

test.each([
  { written: '{seed}', value: 7 },
  { written: '{prompt}', value: 'a {seed} and a {{brace}}' },
  { written: 'ink, {prompt}, {seed}', value: 'ink, a {seed} and a {{brace}}, 7' },
  { written: '{{prompt}}', value: '{prompt}' },
  { written: ['{seed}', { deep: '{seed}' }, 1.5, null, true], value: [7, { deep: 7 }, 1.5, null, true] },
])('$written is filled once, and types are kept', ({ written, value }) => {
  const { overrides, problems } = resolveOverrides({ '6.text': written }, variables, txt2img);
  expect([problems, overrides]).toEqual([[], [{ node: '6', input: 'text', value }]]);
});

test.each([
  { written: '{seed}', given: new Map([['prompt', 'x']]), says: /\{seed\} stands for `seed`, which is not given/ },
  { written: 'a {prompt}', given: new Map(), says: /\{prompt\} stands for `prompt`, which is not given/ },
  { written: '{promt}', given: variables, says: /unknown placeholder \{promt\}.*did you mean \{prompt\}/ },
  { written: '{index}', given: variables, says: /\{index\} is allowed only in `output`/ },
  { written: 'a { b', given: variables, says: /write `\{\{` for a literal brace/ },
])('$written cannot be filled', ({ written, given, says }) => {
  const { problems } = resolveOverrides({ '6.text': written }, given, txt2img);
  expect(problems).toEqual([{ path: ['6.text'], message: expect.stringMatching(says) }]);
});

test('reports which placeholders are used, and where an unused one could go', () => {
  const used = (text: string) => [...resolveOverrides({ '6.text': text }, variables, txt2img).used];
  expect(used('{prompt}')).toEqual(['prompt']);
  expect(used('{{prompt}} {seed}')).toEqual(['seed']);
  expect(unusedPlaceholder('prompt', txt2img)).toContain('`overrides: { "Prompt.text": "{prompt}" }`');
  expect(unusedPlaceholder('seed', graphOf(FLUX))).toContain('"RandomNoise.noise_seed": "{seed}"');
  expect(unusedPlaceholder('prompt', graphOf(FLUX))).not.toContain('CLIP Text Encode');
  expect(unusedPlaceholder('prompt', null)).toContain('"6.text": "{prompt}"');
});

test('any prompt, and any text around it, arrives unchanged', () => {
  const escaped = (text: string): string => text.replace(/[{}]/g, '$&$&');
  fc.assert(
    fc.property(anyText(), anyText(), anyText(), (prompt, before, after) => {
      const written = `${escaped(before)}{prompt}${escaped(after)}`;
      const { overrides, problems } = resolveOverrides({ '6.text': written }, new Map([['prompt', prompt]]), txt2img);
      expect([problems, overrides[0]?.value]).toEqual([[], `${before}${prompt}${after}`]);
    }),
  );
});

test('a value can replace a link, with a note', () => {
  const graph = graphOf(FLUX);
  const { notes, problems } = resolveOverrides({ '6.text': 'a heron', '26.guidance': 4 }, new Map(), graph);
  expect(problems).toEqual([]);
  expect(notes).toEqual([
    'An override changes input "text" of node 6 (CLIP Text Encode (Positive Prompt)), which the graph links to node 57:3 (Join): the value replaces that link.',
  ]);
});

test('a link can be changed, but only to an existing node', () => {
  const graph = graphOf(UPSCALE);
  expect(resolveOverrides({ '6.images': ['3', 0] }, new Map(), graph)).toMatchObject({
    problems: [],
    notes: [expect.stringContaining('now linked to node 3')],
  });
  expect(resolveOverrides({ '6.images': ['4', 0] }, new Map(), graph)).toMatchObject({ problems: [], notes: [] });
  expect(resolveOverrides({ '6.images': ['44', 0] }, new Map(), graph).problems).toMatchObject([
    { message: expect.stringMatching(/node "44", which the graph does not have/) },
  ]);
});

test('files are found at any depth, and their content takes their place', () => {
  const given = {
    'Load Image.image': { $file: 'art/{seed}.png' },
    '6.text': ['a', { mask: { $file: 'b.png' } }],
    '3.seed': 1,
  };
  const { overrides, needed: files, problems } = resolveOverrides(given, variables, graphOf(IMG2IMG));
  expect(problems).toEqual([]);
  expect(files).toEqual([
    { node: '10', input: 'image', path: [], file: 'art/7.png', at: ['Load Image.image'] },
    { node: '6', input: 'text', path: [1, 'mask'], file: 'b.png', at: ['6.text', 1, 'mask'] },
  ]);
  expect(byNode(withFiles(overrides, files, ({ file }) => `data:${file}`))).toEqual({
    3: { inputs: { seed: 1 } },
    6: { inputs: { text: ['a', { mask: 'data:b.png' }] } },
    10: { inputs: { image: 'data:art/7.png' } },
  });
  for (const wrong of [{ $file: 7 }, { $file: '' }, { $file: 'a', alt: 'b' }])
    expect(resolveOverrides({ '6.text': [wrong] }, variables, txt2img).problems).toMatchObject([
      { path: ['6.text', 0] },
    ]);
});

test('node ids are sorted as numbers, part by part', () => {
  const ids = ['100', '57:10', 'x', '9', '57', '57:9', '57:9:1', '10'];
  expect(ids.sort(compareNodeIds)).toEqual(['9', '10', '57', '57:9', '57:9:1', '57:10', '100', 'x']);
});
