// Deployments in a manifest, through the bundle: its keys, the lock, reasons, and what is paid for again.
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { unescapeHtml } from '../../simulator/demo/github-markdown.ts';
import { pullRequestEvent } from '../../simulator/runner/environment.ts';
import { graphHash, readGraph } from '../../src/graphs/graph.ts';
import type { JsonObject } from '../../src/lib/json.ts';
import { type Bench, openDeployment, type Ran } from '../helpers/deployments.ts';
import { type Folder, openFolder } from '../helpers/folders.ts';
import { IMG2IMG, TXT2IMG } from '../helpers/graphs.ts';
import { PIXEL } from '../helpers/pixel.ts';

const MANIFEST = `version: 1
defaults:
  deployment: demo
  workflow: flows/a.json
  overrides: { KSampler.seed: 7, Prompt.text: nothing }
images:
  - id: poster-{city}
    matrix: { city: [Lisbon, Oslo] }
    prompt: A travel poster of {city}
    overrides: { "6.text": "{prompt}, {city}" }
    output: assets/{city}.png
`;

async function openRepository(manifest = MANIFEST, graph: JsonObject = TXT2IMG): Promise<Folder> {
  const folder = await openFolder();
  await folder.write('images.yml', manifest);
  await folder.write('flows/a.json', JSON.stringify(graph, null, 2));
  return folder;
}

function run(bench: Bench, folder: Folder, inputs: Record<string, string> = {}): Promise<Ran> {
  return bench.run({ workspace: folder.path, inputs: { manifest: 'images.yml', ...inputs } });
}

function lockOf(folder: Folder): string {
  return readFileSync(path.join(folder.path, 'images.lock.json'), 'utf8');
}

test('graphs as code: made, locked, unchanged; made again only for changes that affect the picture', async () => {
  await using bench = await openDeployment();
  await using folder = await openRepository();
  const first = await run(bench, folder);
  expect(first.errors).toEqual([]);
  expect(first.submits).toBe(2);
  const lock = lockOf(folder);
  const { graph } = readGraph(TXT2IMG);
  const hash = graph === null ? '' : graphHash(graph);
  expect(JSON.parse(lock).images['poster-Lisbon']).toMatchObject({
    recipe: {
      deployment: 'demo',
      workflow: hash,
      prompt: 'A travel poster of Lisbon',
      overrides: { 3: { inputs: { seed: 7 } }, 6: { inputs: { text: 'A travel poster of Lisbon, Lisbon' } } },
      parameters: {},
      files: {},
    },
    seed: 7,
    cost: null,
    outputs: [{ path: 'assets/Lisbon.png' }],
  });

  // A different layout, title or spelling does not change the picture.
  const renamed = { ...TXT2IMG, 9: { ...Object(TXT2IMG[9]), _meta: { title: 'Final' } } };
  await folder.write('flows/a.json', JSON.stringify(Object.fromEntries(Object.entries(renamed).reverse())));
  await folder.write('images.yml', MANIFEST.replace('KSampler.seed: 7', '"3": { inputs: { seed: 7 } }'));
  const second = await run(bench, folder);
  expect(second.errors).toEqual([]);
  expect(second.submits).toBe(0);
  expect(second.main.outputs['skipped-count']).toBe('2');
  expect(lockOf(folder)).toBe(lock);
  const check = await run(bench, folder, { mode: 'check', 'api-token': '' });
  expect(check.main.exitCode).toBe(0);

  await folder.write('images.yml', MANIFEST.replace('KSampler.seed: 7', 'KSampler.seed: 8'));
  const plan = await run(bench, folder, { mode: 'plan' });
  expect(plan.json('plan')).toMatchObject([
    { id: 'poster-Lisbon', action: 'changed', reasons: ['node 3 (KSampler), seed: 7 → 8'], price: null },
    { id: 'poster-Oslo', action: 'changed' },
  ]);

  await folder.write('images.yml', MANIFEST);
  const other = { ...TXT2IMG, 3: { ...Object(TXT2IMG[3]), inputs: { ...Object(TXT2IMG[3]).inputs, cfg: 5 } } };
  await folder.write('flows/a.json', JSON.stringify(other));
  const changed = await run(bench, folder, { mode: 'plan' });
  expect(changed.json('plan')).toMatchObject([
    { reasons: [expect.stringMatching(/^workflow: graph [0-9a-f]{8} → graph [0-9a-f]{8}$/)] },
    {},
  ]);
});

test('files among the overrides are locked by digest, under the node and its input', async () => {
  await using bench = await openDeployment();
  await using folder = await openRepository(
    `version: 1
images:
  - id: a
    deployment: demo
    workflow: ../flows/a.json
    overrides: { Load Image.image: { $file: art.png } }
    output: out/a.png
`,
    IMG2IMG,
  );
  await folder.write('here/images.yml', readFileSync(path.join(folder.path, 'images.yml')));
  await folder.write('here/art.png', PIXEL);
  const made = await run(bench, folder, { manifest: 'here/images.yml' });
  expect(made.errors).toEqual([]);
  expect(bench.simulator.comfyui.requests[0]?.graph).toMatchObject({
    10: { inputs: { image: expect.stringMatching(/^data:image\/png;base64,/) } },
  });
  const { images } = JSON.parse(readFileSync(path.join(folder.path, 'here/images.lock.json'), 'utf8'));
  expect(images.a.recipe).toMatchObject({
    overrides: {},
    files: { '10.image': expect.stringMatching(/^[0-9a-f]{64}$/) },
  });
});

test('models and deployments in one manifest; the defaults of one do not apply to the other', async () => {
  await using bench = await openDeployment();
  await using folder = await openRepository(`version: 1
defaults:
  parameters: { image_size: square, output_format: png }
  overrides: { "3.seed": 9 }
images:
  - id: hero
    prompt: A lighthouse
    output: hero.png
  - id: poster
    deployment: demo
    workflow: flows/a.json
    prompt: A poster
    overrides: { Prompt.text: "{prompt}" }
    output: poster.png
`);
  const made = await run(bench, folder, { 'api-url': bench.simulator.url });
  expect(made.errors).toEqual([]);
  expect(made.json('images')).toMatchObject([
    { id: 'hero', model: 'blackforestlabs/flux-2/flex/text-to-image' },
    { id: 'poster', model: null, deployment: 'demo' },
  ]);
  expect(bench.simulator.requests).toMatchObject([{ body: { image_size: 'square', output_format: 'png' } }]);
  expect(bench.simulator.comfyui.requests).toMatchObject([{ graph: { 3: { inputs: { seed: 9 } } } }]);
});

test('a missing locked file is downloaded from the deployment, free of charge', async () => {
  await using bench = await openDeployment();
  await using folder = await openRepository();
  await run(bench, folder);
  rmSync(path.join(folder.path, 'assets/Oslo.png'));
  const again = await run(bench, folder);
  expect(again.submits).toBe(0);
  expect(again.main.outputs.paths).toContain('assets/Oslo.png');
});

test('max-cost refuses, max-images works', async () => {
  await using bench = await openDeployment();
  await using folder = await openRepository();
  for (const [inputs, says] of [
    [{ 'max-cost': '100' }, /per second of GPU time/],
    [{ 'max-images': '1' }, /needs 2 requests, more than `max-images`/],
  ] as const) {
    const { errors, submits } = await run(bench, folder, inputs);
    expect(errors).toEqual([expect.stringMatching(says)]);
    expect(submits).toBe(0);
  }
});

const IMAGE = (lines: string): string => `version: 1
images:
  - id: a
    deployment: demo
${lines}
`;

test.each<{ name: string; manifest: string; at: string; says: RegExp }>([
  {
    name: 'an unknown input',
    manifest: IMAGE('    workflow: flows/a.json\n    overrides:\n      KSampler.sed: 7'),
    at: '7:21',
    says: /has no input "sed"; did you mean "seed"/,
  },
  {
    name: 'a prompt that nothing uses',
    manifest: IMAGE('    workflow: flows/a.json\n    prompt: a fox'),
    at: '6:13',
    says: /`prompt` is used by no override/,
  },
  {
    name: 'a graph in the format of the editor',
    manifest: IMAGE('    workflow: flows/editor.json'),
    at: '5:15',
    says: /editor's format.*Export \(API\)/,
  },
  {
    name: 'a model too',
    manifest: IMAGE('    model: a/b'),
    at: '4:17',
    says: /`deployment` must not be given together with `model`/,
  },
  {
    name: 'parameters with overrides',
    manifest: IMAGE('    parameters: { a: 1 }\n    overrides: { "6.text": a }'),
    at: '5:17',
    says: /`parameters` must not be given together with `workflow` or `overrides`/,
  },
  {
    name: 'overrides without a deployment',
    manifest: 'version: 1\nimages:\n  - id: a\n    prompt: x\n    overrides: { "6.text": a }\n',
    at: '5:16',
    says: /`overrides` must be given with `deployment`/,
  },
  {
    name: 'a title without a graph',
    manifest: IMAGE('    overrides: { Prompt.text: a }'),
    at: '5:31',
    says: /not a node id.*give the graph as `workflow`/,
  },
  {
    name: 'an unknown placeholder',
    manifest: IMAGE('    workflow: flows/a.json\n    overrides: { Prompt.text: "{citty}" }\n    matrix: { city: [a] }'),
    at: '6:31',
    says: /unknown placeholder \{citty\}.*\{city\}/,
  },
])('problems of a manifest, with line and column: $name', async ({ manifest, at, says }) => {
  await using bench = await openDeployment();
  await using folder = await openRepository(manifest);
  await folder.write('flows/editor.json', '{"nodes":[],"links":[]}');
  const { main, submits } = await run(bench, folder);
  expect(main.exitCode).toBe(1);
  expect(main.log).toMatch(says);
  expect(main.log).toContain(`images.yml:${at}: `);
  expect(submits).toBe(0);
});

test('overrides that do not match the saved graph are found before anything is sent', async () => {
  await using bench = await openDeployment();
  await using folder = await openRepository(IMAGE('    overrides: { "6.txt": a }'));
  const { errors, submits } = await run(bench, folder);
  expect(errors).toEqual([expect.stringMatching(/a: node 6 \(Prompt\) has no input "txt"; did you mean "text"/)]);
  expect(submits).toBe(0);
});

test('the record keeps a request of a manifest, whose next run collects it', async () => {
  await using bench = await openDeployment();
  await using folder = await openRepository();
  await using empty = await openRepository();
  await run(bench, folder);
  // The files and the lock were never committed.
  const { submits, main } = await run(bench, empty);
  expect(submits).toBe(0);
  expect(main.outputs.count).toBe('2');
});

test('the pull request shows the picture before and after, with the node, the input and both values', async () => {
  await using bench = await openDeployment();
  await using folder = await openRepository();
  const event = pullRequestEvent();
  await run(bench, folder);
  await folder.write('images.yml', MANIFEST.replace('KSampler.seed: 7', 'KSampler.seed: 8'));
  const { errors } = await bench.run({
    workspace: folder.path,
    event,
    inputs: { manifest: 'images.yml', comment: 'true', only: '*Oslo' },
  });
  expect(errors).toEqual([]);
  const [comment] = bench.simulator.github.comments;
  expect(unescapeHtml(comment?.body ?? '')).toContain(
    '<code>node 3 (KSampler), seed</code> <del><a>7</a></del> <ins><a>8</a></ins>',
  );
});

test('the example of the repository works unchanged', async () => {
  await using bench = await openDeployment();
  bench.simulator.comfyui.deploy('8f0e2c5a-0000-4000-8000-0123456789ab', { graph: TXT2IMG });
  await using folder = await openFolder();
  for (const file of ['images.yml', 'poster_api.json'])
    await folder.write(file, readFileSync(path.resolve(import.meta.dirname, '../../examples/comfyui', file)));
  const { main, errors, warnings } = await run(bench, folder);
  expect({ errors, warnings }).toEqual({ errors: [], warnings: [] });
  expect(main.outputs.count).toBe('2');
});

test('the example of a chain from a model into a graph is made in one run, and once', async () => {
  await using bench = await openDeployment();
  bench.simulator.comfyui.deploy('8f0e2c5a-0000-4000-8000-0123456789ab', { graph: TXT2IMG });
  await using folder = await openFolder();
  for (const [file, as] of [
    ['chain.yml', 'images.yml'],
    ['repaint_api.json', 'repaint_api.json'],
  ] as const)
    await folder.write(as, readFileSync(path.resolve(import.meta.dirname, '../../examples/comfyui', file)));
  const { main, errors, warnings } = await run(bench, folder, { 'api-url': bench.simulator.url });
  expect({ errors, warnings }).toEqual({ errors: [], warnings: [] });
  expect(main.outputs.paths?.split('\n').slice(0, 2)).toEqual(['posters/motif.png', 'posters/poster.png']);
  const again = await run(bench, folder, { 'api-url': bench.simulator.url });
  expect(again.main.outputs).toMatchObject({ count: '0', 'skipped-count': '2' });
});
