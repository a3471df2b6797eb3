// The main job through the real bundle: prompts in, files, artifact, outputs and summary out.
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { type Played, play } from '../helpers/action.ts';
import { openFolder } from '../helpers/folders.ts';

test('one prompt gives a file, an artifact, all outputs and a summary', async () => {
  const run = await play({ inputs: { seed: '7', 'output-format': 'png', 'image-size': '640x480' } });

  expect(run.exitCode).toBe(0);
  expect(run.simulator.requests.map(({ model, body }) => ({ model, body }))).toEqual([
    {
      model: 'blackforestlabs/flux-2/flex/text-to-image',
      body: { prompt: 'a red fox', image_size: { width: 640, height: 480 }, seed: 7, output_format: 'png' },
    },
  ]);
  const bytes = await readFile(path.join(run.workspace, 'runcomfy-images/image-1.png'));
  const [request] = run.simulator.requests;
  expect(run.json('images')).toEqual([
    {
      id: 'image',
      index: 1,
      prompt: 'a red fox',
      model: 'blackforestlabs/flux-2/flex/text-to-image',
      seed: 7,
      request_id: request?.id,
      path: 'runcomfy-images/image-1.png',
      url: expect.stringContaining('/files/'),
      format: 'png',
      width: 640,
      height: 480,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      cost: 0.06,
    },
  ]);
  expect(run.outputs).toMatchObject({
    path: 'runcomfy-images/image-1.png',
    paths: 'runcomfy-images/image-1.png',
    count: '1',
    'failed-count': '0',
    'request-ids': JSON.stringify([request?.id]),
    unsettled: '[]',
    'artifact-name': 'runcomfy-images',
    cost: '0.06',
    changed: 'true',
  });
  const [artifact] = run.simulator.artifacts;
  expect(run.outputs['artifact-url']).toBe(
    `https://github.com/octo-org/garden/actions/runs/17624001234/artifacts/${artifact?.id}`,
  );
  expect(run.outputs['artifact-digest']).toBe(artifact?.sha256);
  const reportFile = run.outputs['report-file'] ?? '';
  expect(path.relative(run.temp, reportFile)).not.toMatch(/^\.\./);
  expect(JSON.parse(await readFile(reportFile, 'utf8'))).toEqual({
    version: 1,
    images: run.json('images'),
    failures: [],
    unsettled: [],
    request_ids: [request?.id],
    cost: 0.06,
    results: [{ id: 'image', request_id: request?.id, output: { image: run.outputs.url } }],
  });
  expect(run.summary).toContain('<img src=');
  expect(run.annotations).toEqual([]);
});

test('count makes one request for each seed, and never more than concurrency at once', async () => {
  const run = await play({ service: { runMs: 120 }, inputs: { seed: '41', count: '5', concurrency: '2' } });

  expect(run.simulator.requests.map(({ body }) => body)).toEqual(
    [41, 42, 43, 44, 45].map((seed) => ({ prompt: 'a red fox', seed })),
  );
  const spans = run.simulator.calls.filter(({ name }) => name === 'submit' || name === 'result');
  let open = 0;
  let max = 0;
  for (const { name } of spans) {
    open += name === 'submit' ? 1 : -1;
    max = Math.max(max, open);
  }
  expect(max).toBe(2);
  expect(run.outputs.paths?.split('\n')).toEqual([1, 2, 3, 4, 5].map((n) => `runcomfy-images/image-${n}.jpg`));
});

test('the index counts through requests that give several files', async () => {
  const run = await play({
    inputs: {
      model: 'google/nano-banana-2/text-to-image',
      count: '2',
      parameters: 'num_images: 2',
      filename: '{id}_{index}_{seed}',
    },
  });
  expect(run.outputs.paths?.split('\n')).toEqual([1, 2, 3, 4].map((n) => `runcomfy-images/image_${n}_noseed.png`));
  expect(run.outputs.cost).toBe('0.24');
});

test('parameters are merged last with their types, and files go as data URIs', async () => {
  const workspace = await mkdtemp(path.join(tmpdir(), 'workspace-'));
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  await writeFile(path.join(workspace, 'sketch.jpg'), png);
  await writeFile(path.join(workspace, 'prompt.txt'), '\uFEFF  a fox\n\nin snow \r\n\n');
  const run = await play({
    workspace,
    inputs: {
      prompt: '',
      'prompt-file': 'prompt.txt',
      seed: '3',
      'guidance-scale': '2.5',
      'enable-prompt-expansion': 'false',
      parameters: '{"seed": 9007199254740990, "steps": "28", "nested": {"on": true, "list": [1, 2.5, null]}}',
      files: 'image_url: sketch.jpg\nimages: [sketch.jpg]',
      count: '2',
    },
  });
  const uri = `data:image/png;base64,${png.toString('base64')}`;
  const bodies = run.simulator.requests.map(({ body }) => body);
  // Two submits at once arrive in any order.
  expect(bodies.toSorted((a, b) => Number(a.seed) - Number(b.seed))).toEqual(
    [9007199254740990, 9007199254740991].map((seed) => ({
      prompt: '  a fox\n\nin snow ',
      seed,
      guidance_scale: 2.5,
      enable_prompt_expansion: false,
      steps: '28',
      nested: { on: true, list: [1, 2.5, null] },
      image_url: uri,
      images: [uri],
    })),
  );
});

test('a second run over the same bytes changes nothing', async () => {
  const workspace = await mkdtemp(path.join(tmpdir(), 'workspace-'));
  const inputs = { seed: '1' };
  const first = await play({ workspace, inputs });
  const again = await play({ workspace, inputs });
  const other = await play({ workspace, inputs: { seed: '2' } });
  expect([first, again, other].map(({ outputs }) => outputs.changed)).toEqual(['true', 'false', 'true']);
});

test('names that are taken get a number', async () => {
  const run = await play({ inputs: { count: '3', filename: 'hero' } });
  expect(run.outputs.paths?.split('\n')).toEqual(
    ['hero.jpg', 'hero-2.jpg', 'hero-3.jpg'].map((name) => `runcomfy-images/${name}`),
  );
});

test.each([
  ['any', 1],
  ['all', 0],
  ['never', 0],
])('fail-on %s with one failure among two exits %i, and publishes either way', async (failOn, exitCode) => {
  const run = await play({
    inputs: { count: '2', 'fail-on': failOn },
    before: (simulator) =>
      simulator.fault('result', {
        kind: 'reply',
        status: 200,
        body: { status: 'failed', error: 'the prompt was flagged by moderation' },
      }),
  });
  expect(run.exitCode).toBe(exitCode);
  expect(run.outputs).toMatchObject({ count: '1', 'failed-count': '1', 'artifact-name': 'runcomfy-images' });
  const told = [expect.stringMatching(/1 of 2 images failed; 1 file saved[\s\S]*refused[\s\S]*flagged by moderation/)];
  expect(run.errors).toEqual(exitCode === 0 ? [] : told);
  expect(run.warnings).toEqual(exitCode === 0 ? told : []);
  expect(run.summary).toContain('refused');
});

test('the price is checked before anything is submitted', async () => {
  const over = await play({ inputs: { count: '4', 'max-cost': '0.20' } });
  expect(over.submits).toBe(0);
  expect(over.errors).toEqual([expect.stringMatching(/would cost at least \$0\.24.*\$0\.20/)]);

  const unknown = await play({ service: { price: null }, inputs: { 'max-cost': '100' } });
  expect(unknown.submits).toBe(0);
  expect(unknown.errors).toEqual([expect.stringContaining('price')]);

  const within = await play({ inputs: { count: '3', 'max-cost': '0.18' } });
  expect(within.exitCode).toBe(0);
  expect(within.submits).toBe(3);
});

test('submitting stops once the told costs reach max-cost', async () => {
  const run = await play({
    inputs: { count: '3', 'max-cost': '0.18', concurrency: '1' },
    before: (simulator) =>
      simulator.fault('result', {
        kind: 'reply',
        status: 200,
        body: { status: 'failed', error: 'out of memory', cost: 0.2 },
      }),
  });
  expect(run.submits).toBe(1);
  expect(run.warnings).toEqual([
    expect.stringContaining('$0.20, are above `max-cost`, $0.18'),
    expect.stringContaining('2 images not submitted'),
  ]);
});

test('a second step of the same job does not replace the files of the first; a re-run of the job replaces its own', async () => {
  await using checkout = await openFolder();
  await using temp = await openFolder();
  const step = (name: string, prompt: string, attempt: string): Promise<Played> =>
    play({
      workspace: checkout.path,
      env: { RUNNER_TEMP: temp.path, GITHUB_ACTION: name, GITHUB_RUN_ATTEMPT: attempt },
      inputs: { prompt, 'image-size': '32x32', 'upload-artifact': 'false' },
    });
  for (const attempt of ['1', '2']) {
    const first = await step('__run', 'a red fox', attempt);
    const second = await step('__run_2', 'a blue whale', attempt);
    expect([first, second].map(({ outputs }) => outputs.path)).toEqual([
      'runcomfy-images/image-1.jpg',
      'runcomfy-images/image-1-2.jpg',
    ]);
  }
});
