// Deployments through the bundle: what is sent, what comes back, and what is refused before anything is sent.
import { expect, test } from '@jest/globals';
import { openDeployment } from '../helpers/deployments.ts';
import { openFolder } from '../helpers/folders.ts';
import { IMG2IMG, TXT2IMG, VIDEO } from '../helpers/graphs.ts';
import { PIXEL } from '../helpers/pixel.ts';

test('a graph of the repository is sent with the overrides in it', async () => {
  await using bench = await openDeployment();
  await using folder = await openFolder();
  await folder.write('flows/a.json', JSON.stringify(TXT2IMG));
  const { main, submits, json, warnings, errors } = await bench.run({
    workspace: folder.path,
    inputs: {
      deployment: 'demo',
      workflow: 'flows/a.json',
      prompt: 'a travel {poster}',
      seed: '5',
      count: '2',
      overrides: 'Prompt.text: "{prompt}, flat"\nKSampler.seed: "{seed}"\n"5": { inputs: { width: 32 } }',
    },
  });
  expect({ errors, warnings }).toEqual({ errors: [], warnings: [] });
  expect(main.conclusion).toBe('success');
  expect(submits).toBe(2);
  const [first, second] = bench.simulator.comfyui.requests;
  expect(Object.keys(first?.body ?? {})).toEqual(['workflow_api_json']);
  expect(first?.graph).toEqual({
    ...TXT2IMG,
    3: { ...Object(TXT2IMG[3]), inputs: { ...Object(TXT2IMG[3]).inputs, seed: 5 } },
    5: { ...Object(TXT2IMG[5]), inputs: { ...Object(TXT2IMG[5]).inputs, width: 32 } },
    6: { ...Object(TXT2IMG[6]), inputs: { ...Object(TXT2IMG[6]).inputs, text: 'a travel {poster}, flat' } },
  });
  expect(second?.graph).toMatchObject({ 3: { inputs: { seed: 6 } } });
  expect(json('images')).toMatchObject([
    { prompt: 'a travel {poster}', model: null, deployment: 'demo', seed: 5, width: 32, format: 'png' },
    { seed: 6 },
  ]);
  expect(main.log).toContain('deployment demo');
  expect(main.summary).toContain('deployment demo');
});

test.each<{ name: string; inputs: Record<string, string>; body: object }>([
  { name: 'alone, it runs what is saved', inputs: {}, body: {} },
  {
    name: 'overrides of the saved graph, by id',
    inputs: { overrides: '6.text: a hill\n3.seed: 7' },
    body: { overrides: { 3: { inputs: { seed: 7 } }, 6: { inputs: { text: 'a hill' } } } },
  },
  {
    name: 'overrides of the saved graph, by title',
    inputs: { prompt: 'a hill', overrides: 'Prompt.text: "{prompt}"' },
    body: { overrides: { 6: { inputs: { text: 'a hill' } } } },
  },
])('without workflow: $name', async ({ inputs, body }) => {
  await using bench = await openDeployment();
  const { main, errors } = await bench.run({ inputs: { deployment: 'demo', ...inputs } });
  expect(errors).toEqual([]);
  expect(main.outputs.count).toBe('1');
  expect(bench.simulator.comfyui.requests).toMatchObject([{ body }]);
});

test('a LoRA takes the flat parameters, with prompt, seed and files', async () => {
  await using bench = await openDeployment({ graph: null });
  await using folder = await openFolder();
  await folder.write('a.png', PIXEL);
  const { main, errors, json } = await bench.run({
    workspace: folder.path,
    inputs: { deployment: 'demo', prompt: 'a heron', seed: '3', parameters: 'width: 512', files: 'image: a.png' },
  });
  expect(errors).toEqual([]);
  expect(bench.simulator.comfyui.requests).toMatchObject([
    { body: { prompt: 'a heron', seed: 3, width: 512, image: expect.stringMatching(/^data:image\/png;base64,/) } },
  ]);
  expect(json('images')).toMatchObject([{ prompt: 'a heron', seed: 3, model: null, deployment: 'demo' }]);
  expect(main.outputs['request-ids']).toBe(JSON.stringify(bench.simulator.comfyui.requests.map(({ id }) => id)));
});

test('files go into overrides, of `files` and as $file', async () => {
  await using bench = await openDeployment();
  await using folder = await openFolder();
  await folder.write('a.png', PIXEL);
  await folder.write('flow.json', JSON.stringify(IMG2IMG));
  const uri = expect.stringMatching(/^data:image\/png;base64,/);
  for (const [n, inputs] of [
    { overrides: 'Load Image.image: { $file: a.png }' },
    { files: 'Load Image.image: a.png' },
  ].entries()) {
    const { errors } = await bench.run({
      workspace: folder.path,
      inputs: { deployment: 'demo', workflow: 'flow.json', ...inputs },
    });
    expect(errors).toEqual([]);
    expect(bench.simulator.comfyui.requests[n]?.graph).toMatchObject({ 10: { inputs: { image: uri } } });
  }
});

test.each<{ name: string; inputs: Record<string, string>; files?: Record<string, unknown>; says: RegExp }>([
  {
    name: 'workflow without deployment',
    inputs: { workflow: 'a.json' },
    says: /workflow.*must be given with `deployment`/,
  },
  { name: 'overrides without deployment', inputs: { overrides: '6.text: a' }, says: /overrides.*with `deployment`/ },
  {
    name: 'a model too',
    inputs: { deployment: 'demo', model: 'a/b' },
    says: /model.*must not be given with `deployment`/,
  },
  {
    name: 'a typed input of models',
    inputs: { deployment: 'demo', 'image-size': 'square', 'guidance-scale': '3' },
    says: /image-size[\s\S]*guidance-scale/,
  },
  {
    name: 'parameters with overrides',
    inputs: { deployment: 'demo', parameters: 'a: 1', overrides: '6.text: a' },
    says: /overrides.*`parameters`.*LoRA/,
  },
  {
    name: 'parameters with workflow',
    inputs: { deployment: 'demo', parameters: 'a: 1', workflow: 'a.json' },
    says: /workflow.*`parameters`.*LoRA/,
  },
  {
    name: 'a prompt that nothing uses',
    inputs: { deployment: 'demo', workflow: 'a.json', prompt: 'a fox' },
    says: /prompt.*Prompt\.text.*\{prompt\}/,
  },
  {
    name: 'a seed that nothing uses',
    inputs: { deployment: 'demo', workflow: 'a.json', seed: '7' },
    says: /seed.*KSampler\.seed.*\{seed\}/,
  },
  {
    name: '{seed} without a seed',
    inputs: { deployment: 'demo', overrides: '3.seed: "{seed}"' },
    says: /\{seed\} stands for `seed`, which is not given/,
  },
  {
    name: 'any other placeholder',
    inputs: { deployment: 'demo', overrides: '6.text: "{promt}"', prompt: 'a' },
    says: /unknown placeholder \{promt\}.*\{prompt\}/,
  },
  {
    name: 'an unknown input',
    inputs: { deployment: 'demo', workflow: 'a.json', overrides: 'KSampler.sed: 7' },
    says: /node 3 \(KSampler\) has no input "sed"; did you mean "seed"/,
  },
  {
    name: 'an unknown node',
    inputs: { deployment: 'demo', workflow: 'a.json', overrides: 'Promt.text: 7' },
    says: /no node with the id or title "Promt"; did you mean "Prompt"/,
  },
  {
    name: "the editor's format",
    inputs: { deployment: 'demo', workflow: 'editor.json' },
    says: /editor's format.*Export \(API\)/,
  },
  { name: 'no such file', inputs: { deployment: 'demo', workflow: 'none.json' }, says: /workflow.*existing file/ },
  { name: 'an address as id', inputs: { deployment: 'https://runcomfy.com/d/1' }, says: /not an address/ },
  {
    name: 'a missing picture',
    inputs: { deployment: 'demo', workflow: 'a.json', overrides: 'Prompt.text: { $file: no.png }' },
    says: /no\.png/,
  },
  { name: 'max-cost', inputs: { deployment: 'demo', 'max-cost': '5' }, says: /per second of GPU time.*max-cost/ },
  {
    name: 'a manifest too',
    inputs: { deployment: 'demo', manifest: 'm.yml' },
    says: /deployment.*must not be given with `manifest`/,
  },
])('refused before anything is sent: $name', async ({ inputs, says }) => {
  await using bench = await openDeployment();
  await using folder = await openFolder();
  await folder.write('a.json', JSON.stringify(TXT2IMG));
  await folder.write('editor.json', JSON.stringify({ nodes: [], links: [], last_node_id: 1 }));
  await folder.write('m.yml', 'version: 1\nimages: []\n');
  const { main, errors, submits } = await bench.run({ workspace: folder.path, inputs });
  expect(main.exitCode).toBe(1);
  expect(errors).toEqual([expect.stringMatching(says)]);
  expect(submits).toBe(0);
});

test.each<{ name: string; options: object | null; inputs: Record<string, string>; says: RegExp }>([
  { name: 'gone', options: null, inputs: {}, says: /no deployment demo.*404001[\s\S]*Nothing was submitted/ },
  { name: 'disabled', options: { isEnabled: false }, inputs: {}, says: /demo is disabled/ },
  {
    name: 'a node that the saved graph does not have',
    options: {},
    inputs: { overrides: '66.text: a' },
    says: /no node with the id or title "66"/,
  },
  {
    name: 'an input that the saved graph does not have',
    options: {},
    inputs: { overrides: '6.txt: a' },
    says: /node 6 \(Prompt\) has no input "txt"; did you mean "text"/,
  },
  {
    name: 'a title that the saved graph does not have',
    options: {},
    inputs: { overrides: 'Promt.text: a' },
    says: /"Promt"; did you mean "Prompt"/,
  },
])('found before anything is sent, by asking for the deployment: $name', async ({ options, inputs, says }) => {
  await using bench = await openDeployment(options ?? {});
  if (options === null) bench.simulator.comfyui.remove('demo');
  const { main, errors, submits } = await bench.run({ inputs: { deployment: 'demo', ...inputs } });
  expect(main.exitCode).toBe(1);
  expect(errors).toEqual([expect.stringMatching(says)]);
  expect(submits).toBe(0);
});

test('a deployment that cannot be looked up is not a failure', async () => {
  await using bench = await openDeployment();
  const { main } = await bench.run({
    inputs: { deployment: 'demo', overrides: '6.text: a' },
    before: (simulator) => simulator.fault('model', { kind: 'html', status: 503 }),
  });
  expect(main.outputs.count).toBe('1');
});

test("a failure is reported in ComfyUI's words, with the title of the node", async () => {
  await using bench = await openDeployment();
  const { main, errors, json } = await bench.run({
    inputs: { deployment: 'demo', overrides: '4.ckpt_name: missing' },
  });
  expect(main.exitCode).toBe(1);
  expect(errors).toEqual([expect.stringContaining('node 4 (Load Checkpoint): Value not in list')]);
  expect(json('unsettled')).toEqual([]);
});

test('a graph that ends from the cache is reported with the remedy', async () => {
  await using bench = await openDeployment({ caches: true });
  await bench.run({ inputs: { deployment: 'demo' } });
  const { main, errors } = await bench.run({ inputs: { deployment: 'demo' }, env: { GITHUB_RUN_ID: '77' } });
  expect(main.exitCode).toBe(1);
  expect(errors).toEqual([expect.stringMatching(/cache.*seed/)]);
});

test('an empty account is reported', async () => {
  await using bench = await openDeployment({ hasFunds: false });
  const { errors } = await bench.run({ inputs: { deployment: 'demo' } });
  expect(errors).toEqual([expect.stringMatching(/10001.*Add funds/)]);
});

test('a booting machine is reported, and an overwritten link too', async () => {
  await using bench = await openDeployment({ bootMs: 400 });
  const { main } = await bench.run({
    inputs: { deployment: 'demo', overrides: '6.clip: nothing' },
  });
  expect(main.log).toMatch(/in queue at position 1, while its machine boots \(instance-/);
  expect(main.log).toMatch(/the value replaces that link/);
});

test('videos of VHS nodes are saved', async () => {
  await using bench = await openDeployment();
  await using folder = await openFolder();
  await folder.write('v.json', JSON.stringify(VIDEO));
  const { json } = await bench.run({ workspace: folder.path, inputs: { deployment: 'demo', workflow: 'v.json' } });
  expect(json('images')).toMatchObject([{ format: 'mp4' }]);
});
