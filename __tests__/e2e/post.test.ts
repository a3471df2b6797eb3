// The post phase through the bundle: requests of a killed step are ended, its files are kept, and after a successful run it is silent.
import { expect, test } from '@jest/globals';
import { type RunningAction, type RunOptions, runPost, startAction } from '../../simulator/runner/runner.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../simulator/server.ts';

/** Runs main to its end, as `live` leads it, then post in the same job. */
async function job(
  service: SimulatorOptions,
  inputs: Readonly<Record<string, string>>,
  live: (action: RunningAction, simulator: Simulator) => Promise<void>,
) {
  await using simulator = await startSimulator(service);
  const options: RunOptions = {
    simulator,
    inputs: {
      'api-token': simulator.token,
      'api-url': simulator.url,
      prompt: 'a red fox',
      'poll-interval': '50ms',
      'image-size': '64x64',
      ...inputs,
    },
  };
  const action = await startAction(options);
  await live(action, simulator);
  await using main = await action.done;
  const before = simulator.calls.length;
  const post = await runPost(main, options);
  if (post === null) throw new Error('there is no post phase');
  const ours = {
    ...post,
    log: post.log,
    calls: simulator.calls.slice(before).filter(({ name }) => !name.startsWith('cache-')),
  };
  return { simulator, main, post: ours };
}

test('after a successful run it is silent, quick, and does not call RunComfy', async () => {
  const { main, post } = await job({}, {}, async () => {});
  expect(main.conclusion).toBe('success');
  expect(post.exitCode).toBe(0);
  expect(post.annotations).toEqual([]);
  expect(post.summary).toBe('');
  expect(post.calls).toEqual([]);
});

test('after a failed run with bad input there is nothing to do', async () => {
  const { main, post } = await job({}, { count: '0' }, async () => {});
  expect(main.conclusion).toBe('failure');
  // Later steps read them with fromJSON, which takes no empty text.
  expect(main.outputs).toMatchObject({
    images: '[]',
    unsettled: '[]',
    'request-ids': '[]',
    count: '0',
    changed: 'false',
  });
  expect(post).toMatchObject({ exitCode: 0, annotations: [], calls: [] });
});

test('a killed step: queued requests are cancelled, and a lost submit is reported', async () => {
  const { simulator, main, post } = await job(
    { queueMs: 60_000 },
    { count: '3', concurrency: '3' },
    async (action, running) => {
      running.fault('submit', { kind: 'hang', after: true }, 1, 2);
      await action.line(/in queue[\s\S]*/);
      await running.received('status');
      action.signal('SIGKILL');
    },
  );
  expect(main.outputs).toMatchObject({ images: '[]', count: '0' });
  expect(main.signal).toBe('SIGKILL');
  expect(post.exitCode).toBe(0);
  const known = simulator.requests.filter(({ cancelled }) => cancelled);
  expect(known).toHaveLength(2);
  const [warning] = post.annotations;
  expect(warning?.level).toBe('warning');
  for (const { id } of known) expect(warning?.message).toContain(id);
  expect(warning?.message).toMatch(/response was lost[\s\S]*image-\d/);
  expect(post.summary).toContain('could not finish');
});

test('a killed step: what was saved is uploaded', async () => {
  const { simulator, post } = await job({}, { count: '2', concurrency: '1' }, async (action, running) => {
    running.fault('status', { kind: 'hang' }, 1, 1);
    await action.line(/image-1: saved/);
    action.signal('SIGKILL');
  });
  expect(simulator.artifacts.map(({ name }) => name)).toEqual(['runcomfy-images']);
  expect(post.annotations[0]?.message).toContain('Uploaded what was saved');
});
