// Runners that are not GitHub's own: missing features are reported before anything is paid for, and the others are used.
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { type RunOptions, type RunResult, runPost, startAction } from '../../simulator/runner/runner.ts';
import { type Simulator, startSimulator } from '../../simulator/server.ts';
import { play } from '../helpers/action.ts';
import { openFolder } from '../helpers/folders.ts';

const small = { 'image-size': '64x64', 'poll-interval': '50ms' };

const jwt = (claims: object): string => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;

test.each<{ name: string; env: Readonly<Record<string, string>>; says: RegExp }>([
  {
    name: 'no runtime token',
    env: { ACTIONS_RUNTIME_TOKEN: '' },
    says: /ACTIONS_RUNTIME_TOKEN is not set.*artifact-server-path/,
  },
  { name: 'no results service', env: { ACTIONS_RESULTS_URL: '' }, says: /ACTIONS_RESULTS_URL is not set/ },
  {
    name: 'a results service without an address',
    env: { ACTIONS_RESULTS_URL: 'x' },
    says: /RESULTS_URL is not a URL/,
  },
  { name: 'a token that is no JWT', env: { ACTIONS_RUNTIME_TOKEN: 'f'.repeat(40) }, says: /does not identify the run/ },
  {
    name: 'a JWT of another kind',
    env: { ACTIONS_RUNTIME_TOKEN: jwt({ scp: 'Actions.Results' }) },
    says: /not identify the run/,
  },
  { name: 'a JWT without scopes', env: { ACTIONS_RUNTIME_TOKEN: jwt({}) }, says: /does not identify the run/ },
  {
    name: 'GitHub Enterprise Server',
    env: { GITHUB_SERVER_URL: 'https://github.example.com' },
    says: /github\.example\.com is not GitHub\.com, and GitHub Enterprise Server does not support .*upload-artifact@v3/,
  },
])('no artifact service: $name. One warning before the submit, then the run continues', async ({ env, says }) => {
  const run = await play({ inputs: small, env });
  expect(run.exitCode).toBe(0);
  expect(run.annotations).toEqual([
    expect.objectContaining({
      level: 'warning',
      message: expect.stringMatching(
        /^No artifact will be uploaded: .*To silence this warning, set `upload-artifact: false`\.$/,
      ),
    }),
  ]);
  expect(run.warnings[0]).toMatch(says);
  expect(run.log.indexOf('No artifact will be uploaded')).toBeLessThan(run.log.indexOf('image: submitted'));
  expect(run.outputs).toMatchObject({ count: '1', 'artifact-id': '', 'artifact-name': '' });
  expect(run.summary).toContain('No artifact will be uploaded');
  expect(run.simulator.calls.filter(({ name }) => name.startsWith('artifact-'))).toEqual([]);
});

test('nothing to upload, nothing to say: an unchanged manifest, and upload-artifact false', async () => {
  await using folder = await openFolder();
  await folder.write('images.yml', 'version: 1\nimages:\n  - { id: a, prompt: a, output: a.jpg }\n');
  const env = { ACTIONS_RUNTIME_TOKEN: '', ACTIONS_CACHE_SERVICE_V2: '' };
  const inputs = { ...small, 'image-size': '', prompt: '', manifest: 'images.yml' };
  const first = await play({ workspace: folder.path, inputs: { ...inputs, 'upload-artifact': 'false' }, env });
  const second = await play({ workspace: folder.path, inputs, env });
  expect([first.submits, first.annotations, second.submits, second.annotations]).toEqual([1, [], 0, []]);
});

/** Steps of one job on act, all against one service. */
async function job(
  simulator: Simulator,
  steps: readonly (Omit<RunOptions, 'simulator'> & { readonly cancelAt?: RegExp })[],
): Promise<readonly RunResult[]> {
  const results: RunResult[] = [];
  for (const { cancelAt, ...step } of steps) {
    const [before] = results.slice(-1);
    const inputs = { 'api-token': simulator.token, 'api-url': simulator.url, ...small, ...step.inputs };
    const action = await startAction({
      runner: 'act',
      ...(before ? { after: before } : {}),
      ...step,
      simulator,
      inputs,
    });
    if (cancelAt !== undefined) {
      await action.line(cancelAt);
      action.cancel();
    }
    results.push(await action.done);
  }
  return results;
}

test('the artifact server of act accepts the older request immediately', async () => {
  await using simulator = await startSimulator({ artifactServer: 'act' });
  const [run] = await job(simulator, [{ inputs: { prompt: 'a red fox' } }]);
  expect(run).toMatchObject({ exitCode: 0, annotations: [], outputs: { 'artifact-name': 'runcomfy-images' } });
  expect(simulator.calls.filter(({ name }) => name === 'artifact-create')).toHaveLength(2);
  expect(run?.seconds).toBeLessThan(10);
});

test('on a server that silently replaces artifacts, the artifact still gets the next free name', async () => {
  await using simulator = await startSimulator({ artifactServer: 'act' });
  const runs = await job(simulator, [
    { step: 'one', inputs: { prompt: 'a red fox' } },
    { step: 'two', inputs: { prompt: 'a grey fox' } },
  ]);
  expect(runs.map(({ outputs }) => outputs['artifact-name'])).toEqual(['runcomfy-images', 'runcomfy-images-2']);
  expect(simulator.artifacts.map(({ name }) => name)).toEqual(['runcomfy-images', 'runcomfy-images-2']);
});

test('the older cache service of local runners keeps the record of what was paid for', async () => {
  await using simulator = await startSimulator();
  await using folder = await openFolder();
  await folder.write('images.yml', 'version: 1\nimages:\n  - { id: a, prompt: a, output: a.jpg }\n');
  const options: RunOptions = {
    simulator,
    runner: 'act',
    workspace: folder.path,
    inputs: {
      'api-token': simulator.token,
      'api-url': simulator.url,
      'poll-interval': '50ms',
      manifest: 'images.yml',
      'upload-artifact': 'false',
    },
  };
  await using first = await (await startAction(options)).done;
  expect((await runPost(first, options))?.exitCode).toBe(0);
  expect(simulator.cacheV1Entries).toHaveLength(1);
  for (const name of ['images.lock.json', 'a.jpg']) await rm(path.join(folder.path, name));
  await using second = await (await startAction(options)).done;
  expect(second).toMatchObject({ exitCode: 0, outputs: { count: '1' } });
  expect(simulator.requests).toHaveLength(1);
});

test('if Cancel is SIGKILL, the post phase cancels queued requests', async () => {
  await using simulator = await startSimulator({ queueMs: Number.POSITIVE_INFINITY });
  const [main] = await job(simulator, [{ inputs: { prompt: 'a red fox' }, cancelAt: /in queue/ }]);
  expect(main).toMatchObject({ signal: 'SIGKILL', conclusion: 'cancelled' });
  if (main === undefined) throw new Error('there is one step');
  const inputs = { 'api-token': simulator.token, 'api-url': simulator.url };
  await using post = await runPost(main, { simulator, runner: 'act', inputs });
  expect(post?.exitCode).toBe(0);
  expect(simulator.requests.map(({ cancelled }) => cancelled)).toEqual([true]);
});

test('steps of one composite action share GITHUB_ACTION, and none replaces the files of another', async () => {
  await using simulator = await startSimulator();
  const runs = await job(simulator, [
    { runner: 'github', step: '__self', inputs: { prompt: 'a red fox' } },
    { runner: 'github', step: '__self', inputs: { prompt: 'a grey fox' } },
  ]);
  expect(runs.map(({ outputs }) => outputs['artifact-name'])).toEqual(['runcomfy-images', 'runcomfy-images-2']);
  expect(runs.map(({ outputs }) => outputs.path)).toEqual([
    'runcomfy-images/image-1.jpg',
    'runcomfy-images/image-1-2.jpg',
  ]);
});

test('without an artifact service, the post phase of a killed step does not try it either', async () => {
  await using simulator = await startSimulator({ queueMs: 200, runMs: 200, workers: 1 });
  const env = { ACTIONS_RUNTIME_TOKEN: '', ACTIONS_CACHE_URL: '' };
  const [main] = await job(simulator, [
    { env, inputs: { prompt: 'a red fox', count: '2' }, cancelAt: /image-1: done/ },
  ]);
  if (main === undefined) throw new Error('there is one step');
  const inputs = { 'api-token': simulator.token, 'api-url': simulator.url };
  await using post = await runPost(main, { simulator, runner: 'act', inputs, env });
  expect(post?.exitCode).toBe(0);
  expect(post?.log).not.toMatch(/artifact|upload/i);
});
