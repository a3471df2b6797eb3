// The Cancel button through the bundle: nothing continues unnoticed, and what is paid for is kept.
import { access } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { play } from '../helpers/action.ts';

/** GitHub adds its own annotation to a cancelled step. */
const ours = (messages: readonly string[]): readonly string[] =>
  messages.filter((message) => message !== 'The operation was canceled.');

test('queued requests are cancelled at RunComfy, and nothing more is submitted', async () => {
  const run = await play({
    service: { queueMs: 60_000 },
    inputs: { count: '5', concurrency: '3' },
    during: async (action) => {
      await action.line(/image-3: in queue/);
      action.cancel();
    },
  });
  expect(run.submits).toBe(3);
  expect(run.simulator.requests.every(({ cancelled }) => cancelled)).toBe(true);
  expect(run.json('unsettled')).toEqual(
    run.simulator.requests.map(({ id }, n) => ({ id: 'image', index: n + 1, request_id: id, state: 'cancelled' })),
  );
  expect(run.outputs['failed-count']).toBe('0');
  expect(ours(run.errors)).toEqual([expect.stringMatching(/^Cancelled\. 0 files saved\.[\s\S]*Never submitted: 2\./)]);
  expect(run.summary).toContain('Cancelled');
  expect(run.seconds).toBeLessThan(4);
});

test('running requests cannot be cancelled, and the receipt names each', async () => {
  const run = await play({
    service: { runMs: 60_000 },
    during: async (action) => {
      await action.line(/running/);
      action.cancel();
    },
  });
  const [request] = run.simulator.requests;
  expect(run.json('unsettled')).toEqual([{ id: 'image', index: 1, request_id: request?.id, state: 'running' }]);
  expect(ours(run.errors)).toEqual([expect.stringContaining(`may be billed: ${request?.id}`)]);
});

test('a request that has finished meanwhile is collected, uploaded and reported', async () => {
  const run = await play({
    inputs: { 'poll-interval': '1h', timeout: '2h' },
    during: async (action) => {
      await action.line(/submitted/);
      action.cancel();
    },
  });
  expect(run.exitCode).toBe(1);
  await access(path.join(run.workspace, run.outputs.path ?? ''));
  expect(run.outputs).toMatchObject({ count: '1', unsettled: '[]', 'artifact-name': 'runcomfy-images' });
});

test('a submit in flight is waited for briefly, so that it can be cancelled', async () => {
  const run = await play({
    service: { queueMs: 60_000 },
    before: (simulator) => simulator.fault('submit', { kind: 'delay', ms: 600 }),
    during: async (action, simulator) => {
      await simulator.received('submit');
      action.cancel();
    },
  });
  expect(run.simulator.requests.map(({ cancelled }) => cancelled)).toEqual([true]);
  expect(run.json('request-ids')).toEqual(run.simulator.requests.map(({ id }) => id));
});

test('a service that does not respond delays the end only by seconds, and is reported as unknown and running', async () => {
  const run = await play({
    service: { queueMs: 60_000 },
    inputs: { count: '2' },
    before: (simulator) => {
      simulator.fault('submit', { kind: 'hang', after: true }, 1, 1);
      simulator.fault('cancel', { kind: 'hang' }, Number.POSITIVE_INFINITY);
    },
    during: async (action) => {
      await action.line(/in queue/);
      action.cancel();
    },
  });
  expect(run.signal).toBeNull();
  expect(run.seconds).toBeLessThan(8.5);
  expect(run.json('unsettled')).toEqual([
    expect.objectContaining({ state: expect.stringMatching(/running|unknown/) }),
    expect.objectContaining({ state: expect.stringMatching(/running|unknown/) }),
  ]);
});

test('a deadline cancels the request, fails the task, and does not affect the others', async () => {
  const run = await play({
    inputs: { count: '2', timeout: '1s', concurrency: '1' },
    before: (simulator) => simulator.fault('status', { kind: 'hang' }),
  });
  expect(run.simulator.calls.filter(({ name }) => name === 'cancel')).toHaveLength(1);
  expect(run.outputs.count).not.toBe('0');
});

test('SIGTERM cancels as well', async () => {
  const run = await play({
    service: { queueMs: 60_000 },
    during: async (action) => {
      await action.line(/in queue/);
      action.signal('SIGTERM');
    },
  });
  expect(run.exitCode).toBe(1);
  expect(run.simulator.requests.map(({ cancelled }) => cancelled)).toEqual([true]);
});
