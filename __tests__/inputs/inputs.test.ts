// From the workflow's strings to one Inputs: what is sent, the defaults, and all problems together.
import { expect, test } from '@jest/globals';
import { openWorkspace } from '../../src/files/workspace.ts';
import { type Inputs, readInputs } from '../../src/inputs/inputs.ts';
import type { RawInputs } from '../../src/inputs/table.ts';
import { InputError, type Problem } from '../../src/lib/errors.ts';
import { openFolder } from '../helpers/folders.ts';
import { png } from '../helpers/media.ts';

/** Reads the inputs in a workspace with a few files. */
async function read(raw: RawInputs): Promise<Inputs> {
  await using folder = await openFolder();
  await folder.write('prompt.txt', '  a fox\n\nin snow  \n');
  await folder.write('empty.txt', '\n');
  await folder.write('sketch.png', png());
  await folder.write('images.yml', 'version: 1');
  return await readInputs(raw, await openWorkspace(folder.path), (text) => text.replaceAll('s3cr3t', '***'));
}

async function problems(raw: RawInputs): Promise<readonly Problem[]> {
  const error = await read(raw).catch((thrown: unknown) => thrown);
  if (error instanceof InputError) return error.problems;
  throw new Error('These inputs were meant to have problems.', { cause: error });
}

test('a prompt is enough: everything else has its default', async () => {
  const inputs = await read({ prompt: ' a fox ' });
  expect(inputs).toMatchObject({
    apiToken: null,
    apiUrl: new URL('https://model-api.runcomfy.net'),
    mode: 'generate',
    manifest: null,
    order: {
      model: 'blackforestlabs/flux-2/flex/text-to-image',
      parameters: { prompt: 'a fox' },
      files: {},
      seed: null,
      count: 1,
    },
    filename: '{id}-{index}',
    artifact: { name: 'runcomfy-images', overwrite: false, archive: true, retentionDays: null },
    summary: true,
    concurrency: 4,
    pollIntervalMs: null,
    timeoutMs: 1_800_000,
    failOn: 'any',
    maxImages: 50,
    maxCost: null,
    maxDownloadSize: 512 * 1024 ** 2,
    allowedDownloadHosts: [],
    resume: true,
  });
  expect(inputs.order?.parameters).toEqual({ prompt: 'a fox' });
  expect(inputs.outputDir).toMatch(/runcomfy-images$/);
});

test('the inputs of an image are sent under the names that the API knows, with their types', async () => {
  const { order } = await read({
    prompt: 'a fox',
    model: 'google/nano-banana-2/edit',
    'image-size': '1024x768',
    seed: '7',
    'output-format': 'png',
    'guidance-scale': '3.5',
    'num-inference-steps': '28',
    'enable-prompt-expansion': 'false',
    files: 'image_url: sketch.png',
    count: '3',
  });
  expect(order).toMatchObject({
    model: 'google/nano-banana-2/edit',
    parameters: {
      prompt: 'a fox',
      image_size: { width: 1024, height: 768 },
      seed: 7,
      output_format: 'png',
      guidance_scale: 3.5,
      num_inference_steps: 28,
      enable_prompt_expansion: false,
    },
    files: { image_url: { type: 'image/png' } },
    seed: 7,
    count: 3,
  });
});

test.each([
  {
    name: 'adds to what inputs say, and wins',
    raw: { prompt: 'a', seed: '1', parameters: '{seed: 2, style: ink}' },
    parameters: { prompt: 'a', seed: 2, style: 'ink' },
    seed: 2,
  },
  {
    name: 'is enough for a model without a prompt',
    raw: { parameters: 'tags: calm' },
    parameters: { tags: 'calm' },
    seed: null,
  },
  {
    name: 'may hold a seed that is no whole number',
    raw: { parameters: 'seed: auto' },
    parameters: { seed: 'auto' },
    seed: null,
  },
])('`parameters` $name', async ({ raw, parameters, seed }) => {
  expect((await read(raw)).order).toMatchObject({ parameters, seed });
});

test('mappings may be indented, with blank lines around them, as blocks of a workflow are', async () => {
  const raw = {
    parameters: '\n  \n    style: ink\n    more:\n      - 1\n  \n',
    files: '  a: sketch.png\n  b: sketch.png\n',
  };
  expect((await read(raw)).order).toMatchObject({
    parameters: { style: 'ink', more: [1] },
    files: { a: { type: 'image/png' }, b: { type: 'image/png' } },
  });
  expect((await read({ prompt: 'x', parameters: ' \n\t\n' })).order?.parameters).toEqual({ prompt: 'x' });
});

test('all faults of a mapping are one problem', async () => {
  const found = await problems({
    parameters: 'a: .inf\nb: !!set { x }\nc: 1\nd: 2',
    files: 'c: none.png\nd: empty.txt\ne: sketch.png',
  });
  expect(found).toMatchObject([
    { input: 'parameters', rule: expect.stringMatching(/line 1.*"a".*line 2.*!!set/) },
    {
      input: 'files',
      rule: expect.stringMatching(/"c": "none.png" does not exist; .*"d": "empty.txt" holds something else/),
    },
  ]);
  expect(await problems({ parameters: 'c: 1\nd: 2', files: 'c: none.png\nd: sketch.png' })).toMatchObject([
    { input: 'files', rule: expect.stringMatching(/"c": "none.png" does not exist/) },
    { input: 'files', rule: expect.stringMatching(/must not set "c", "d", which `parameters`/) },
  ]);
});

test('a prompt file is sent unchanged, except for trailing line ends', async () => {
  expect((await read({ 'prompt-file': 'prompt.txt' })).order?.parameters).toEqual({ prompt: '  a fox\n\nin snow  ' });
});

test('times, sizes, hosts and limits are read', async () => {
  expect(
    await read({
      prompt: 'x',
      'poll-interval': '2s',
      timeout: '90',
      'max-cost': '1.50',
      'max-download-size': '5MB',
      'allowed-download-hosts': 'cdn.example.com\nlocalhost:8080',
      'artifact-retention-days': '400',
      'upload-artifact': 'false',
      'fail-on': 'never',
      'output-dir': 'a/b',
    }),
  ).toMatchObject({
    pollIntervalMs: 2_000,
    timeoutMs: 90_000,
    maxCost: 1.5,
    maxDownloadSize: 5 * 1024 ** 2,
    allowedDownloadHosts: ['cdn.example.com:443', 'localhost:8080'],
    artifact: null,
    failOn: 'never',
  });
});

test('all problems are found together, each with input, value and rule', async () => {
  const wrong: RawInputs = {
    mode: 'make',
    'prompt-file': '../prompt.txt',
    model: 'flux',
    'image-size': '1024*768',
    seed: '-1',
    'output-format': 'two words',
    'guidance-scale': '3,5',
    'num-inference-steps': '28 steps',
    'enable-prompt-expansion': 'yes',
    parameters: '- 1',
    files: 'image_url: none.png',
    count: '0',
    'output-dir': '/etc',
    filename: '{name}',
    'upload-artifact': 'ja',
    'artifact-name': 'a/b',
    'artifact-retention-days': '401',
    summary: '1',
    concurrency: '257',
    'poll-interval': 'often',
    timeout: '0',
    only: 'a',
    'fail-on': 'some',
    'max-images': 'many',
    'max-cost': '-1',
    'max-download-size': '5 parsecs',
    'allowed-download-hosts': 'https://cdn.example.com',
    'api-url': 'http://api.example.com',
    resume: 'no',
  };
  const found = await problems(wrong);
  expect(new Set(found.map(({ input }) => input))).toEqual(new Set(Object.keys(wrong)));
  for (const { input, value, rule } of found) {
    expect(value).toBe(Object.entries(wrong).find(([name]) => name === input)?.[1]);
    expect(rule).toMatch(/^m(ust|ay) \S/);
  }
  expect(new InputError(found).text.split('\n')).toHaveLength(found.length + 2);
});

test.each<{ name: string; raw: RawInputs; input: string; says: RegExp }>([
  { name: 'nothing to make', raw: {}, input: 'prompt', says: /must be given/ },
  { name: 'only white space', raw: { prompt: ' \n ' }, input: 'prompt', says: /must be given/ },
  { name: 'two prompts', raw: { prompt: 'a', 'prompt-file': 'prompt.txt' }, input: 'prompt-file', says: /`prompt`/ },
  {
    name: 'a prompt and a manifest',
    raw: { prompt: 'a', manifest: 'images.yml' },
    input: 'manifest',
    says: /`prompt`/,
  },
  { name: 'a prompt and ids to collect', raw: { prompt: 'a', collect: 'r-1' }, input: 'collect', says: /`prompt`/ },
  {
    name: 'a manifest and ids to collect',
    raw: { manifest: 'images.yml', collect: 'r-1' },
    input: 'collect',
    says: /`manifest`/,
  },
  { name: 'a seed with ids to collect', raw: { collect: 'r-1', seed: '7' }, input: 'seed', says: /`collect`/ },
  { name: 'a count with ids to collect', raw: { collect: 'r-1', count: '2' }, input: 'count', says: /`collect`/ },
  { name: 'only with ids to collect', raw: { collect: 'r-1', only: 'a' }, input: 'only', says: /`collect`/ },
  { name: 'a cleanup of ids', raw: { collect: 'r-1', mode: 'cleanup' }, input: 'collect', says: /`mode: cleanup`/ },
  { name: 'a path to collect', raw: { collect: 'r-1\n../r-2' }, input: 'collect', says: /request ids/ },
  { name: 'an empty list to collect', raw: { collect: '[]' }, input: 'collect', says: /at least one/ },
  { name: 'a list of other things to collect', raw: { collect: '["r-1", 2]' }, input: 'collect', says: /request ids/ },
  { name: 'an empty prompt file', raw: { 'prompt-file': 'empty.txt' }, input: 'prompt-file', says: /empty/ },
  { name: 'a missing prompt file', raw: { 'prompt-file': 'none.txt' }, input: 'prompt-file', says: /existing/ },
  { name: 'a manifest outside', raw: { manifest: '../images.yml' }, input: 'manifest', says: /`\.\.`/ },
  { name: 'a plan without manifest', raw: { mode: 'plan' }, input: 'manifest', says: /`mode: plan`/ },
  { name: 'a check without manifest', raw: { mode: 'check' }, input: 'manifest', says: /`mode: check`/ },
  { name: 'ids without manifest', raw: { prompt: 'a', force: '*' }, input: 'force', says: /`manifest`/ },
  { name: 'a seed with a manifest', raw: { manifest: 'images.yml', seed: '7' }, input: 'seed', says: /`manifest`/ },
  { name: 'a count with a manifest', raw: { manifest: 'images.yml', count: '2' }, input: 'count', says: /`manifest`/ },
  {
    name: 'a parameter that is a file as well',
    raw: { parameters: 'image_url: x', files: 'image_url: sketch.png' },
    input: 'files',
    says: /"image_url", which `parameters` sets too/,
  },
  {
    name: 'more than max-images',
    raw: { prompt: 'a', count: '51' },
    input: 'count',
    says: /`max-images`, which is 50/,
  },
  {
    name: 'more files than artifacts',
    raw: { prompt: 'a', count: '101', 'max-images': '200', 'artifact-archive': 'false' },
    input: 'count',
    says: /at most 100/,
  },
  {
    name: 'no room for seeds',
    raw: { prompt: 'a', seed: '9007199254740990', count: '3' },
    input: 'seed',
    says: /2\^53/,
  },
  { name: 'a token of two words', raw: { prompt: 'a', 'api-token': 'one two' }, input: 'api-token', says: /one word/ },
  {
    name: 'a token with a line end inside',
    raw: { prompt: 'a', 'api-token': 'one\ntwo' },
    input: 'api-token',
    says: /one word/,
  },
  {
    name: 'the token as a name',
    raw: { prompt: 'a', 'api-token': 'long-s3cr3t-token', 'artifact-name': 'x-long-s3cr3t-token' },
    input: 'artifact-name',
    says: /`api-token`/,
  },
  {
    name: "GitHub's token as a name",
    raw: { prompt: 'a', 'github-token': 'long-s3cr3t-token', filename: 'x-long-s3cr3t-token' },
    input: 'filename',
    says: /`github-token`/,
  },
  {
    name: 'a manifest that is not there',
    raw: { manifest: 'nope.yml' },
    input: 'manifest',
    says: /existing file/,
  },
])('refused: $name', async ({ raw, input, says }) => {
  const found = await problems(raw);
  expect(found.map((each) => each.input)).toEqual([input]);
  expect(found[0]?.rule).toMatch(says);
});

test('both of two sources are checked, although only one is allowed', async () => {
  const found = await problems({ prompt: 'a', 'prompt-file': '../x' });
  expect(found.map(({ input, rule }) => `${input} ${rule}`)).toEqual([
    expect.stringContaining('prompt-file must not be given together'),
    expect.stringContaining('`..`'),
  ]);
});

test('the token is never shown, and no secret is in a problem of another input', async () => {
  for (const problem of await problems({ 'api-token': 's3cr3t s3cr3t', model: 's3cr3t', parameters: '"s3cr3t" ]' })) {
    expect(JSON.stringify(problem)).not.toContain('s3cr3t');
    if (problem.input === 'api-token') expect(problem.value).toBeNull();
  }
});

test('with a manifest, the defaults from the runner are no contradiction', async () => {
  const inputs = await read({ manifest: 'images.yml', count: '1', mode: 'plan', only: 'a*\n b , c' });
  expect(inputs).toMatchObject({ mode: 'plan', only: ['a*', 'b', 'c'], force: [] });
  expect(inputs.manifest).toMatch(/images\.yml$/);
  expect(await read({ mode: 'cleanup' })).toMatchObject({ mode: 'cleanup', manifest: null });
});

test.each([
  { name: 'one', collect: 'r-1', expected: ['r-1'] },
  { name: 'one a line', collect: 'r-1\n r-2\n', expected: ['r-1', 'r-2'] },
  { name: 'comma-separated, some twice', collect: 'r-1, r-2,r-1', expected: ['r-1', 'r-2'] },
  { name: 'the output of another step', collect: '["r-1","r_2"]', expected: ['r-1', 'r_2'] },
])('ids to collect: $name', async ({ collect, expected }) => {
  expect(await read({ collect, 'max-cost': '1', timeout: '1h' })).toMatchObject({ collect: expected });
});

test('the defaults from the runner are allowed with ids to collect', async () => {
  expect(await read({ collect: 'r-1', count: '1' })).toMatchObject({ collect: ['r-1'] });
});
