// Deployments through the bundle, main and post: killed, cancelled and run again at every phase. Nothing is paid for twice, and nothing is left running.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import type { DeploymentOptions } from '../../simulator/comfyui/comfyui.ts';
import type { CallName } from '../../simulator/wire.ts';
import { type Attempt, openDeployment } from '../helpers/deployments.ts';

const again = { GITHUB_RUN_ATTEMPT: '2' };
const inputs = { deployment: 'demo', overrides: '6.text: a hill' };
const FOREVER = Number.POSITIVE_INFINITY;

/** A kill at the moment at which a call of that name has arrived. */
const killedAt = (name: CallName): NonNullable<Attempt['live']> => {
  return async (action, simulator) => {
    await simulator.received(name);
    action.signal('SIGKILL');
  };
};

test('re-running pays for nothing, and gives the same file', async () => {
  await using bench = await openDeployment();
  const first = await bench.run({ inputs });
  const second = await bench.run({ inputs, env: again });
  expect([first.submits, second.submits]).toEqual([1, 0]);
  expect(second.main.outputs['request-ids']).toBe(first.main.outputs['request-ids']);
  expect(second.main.outputs.count).toBe('1');
});

test.each<{ name: string; options: Partial<DeploymentOptions>; at: CallName }>([
  { name: 'while its machine boots', options: { bootMs: FOREVER }, at: 'status' },
  { name: 'while it runs', options: { runMs: FOREVER }, at: 'status' },
])('killed $name: the post phase cancels it, and the re-run makes it again', async ({ options, at }) => {
  await using bench = await openDeployment(options);
  const killed = await bench.run({ inputs, live: killedAt(at) });
  expect(killed.main.signal).toBe('SIGKILL');
  expect(bench.simulator.comfyui.requests.map(({ state }) => state)).toEqual(['cancelled']);
  bench.simulator.comfyui.deploy('demo', { graph: bench.graph });
  const second = await bench.run({ inputs, env: again });
  expect(second.submits).toBe(1);
  expect(second.main.outputs.count).toBe('1');
});

test('killed, and it cannot be stopped: the re-run collects it', async () => {
  await using bench = await openDeployment({ runMs: 2_000, cancelMs: FOREVER });
  bench.simulator.fault('cancel', { kind: 'reply', status: 202, body: { status: 'not_cancellable' } }, 9);
  const killed = await bench.run({ inputs, live: killedAt('status') });
  expect(killed.postLog).toMatch(/may be billed|could not/);
  const second = await bench.run({ inputs, env: again });
  expect([killed.submits, second.submits]).toEqual([1, 0]);
  expect(second.main.outputs.count).toBe('1');
});

test.each<CallName>(['result', 'file'])('killed at %s: what is done is collected by the re-run', async (at) => {
  await using bench = await openDeployment();
  bench.simulator.fault(at, { kind: 'hang' });
  const killed = await bench.run({ inputs, live: killedAt(at) });
  const second = await bench.run({ inputs, env: again });
  expect([killed.submits, second.submits]).toEqual([1, 0]);
  expect(second.main.outputs.count).toBe('1');
});

test('killed with RUNNER_TEMP emptied: the record alone leads the post phase to the deployment', async () => {
  await using bench = await openDeployment({ runMs: FOREVER });
  const killed = await bench.run({
    inputs,
    live: async (action, simulator) => {
      await simulator.received('cache-finalize');
      action.signal('SIGKILL');
    },
    between: (main) => rmSync(path.dirname(String(main.state.journal)), { recursive: true }),
  });
  expect(killed.postLog).toContain('journal of this step is missing');
  expect(bench.simulator.comfyui.requests.map(({ state }) => state)).toEqual(['cancelled']);
});

test('Cancel stops a running request, and says so', async () => {
  await using bench = await openDeployment({ runMs: FOREVER });
  const cancelled = await bench.run({
    inputs,
    live: async (action) => {
      await action.line(/running/);
      action.cancel();
    },
  });
  expect(cancelled.main.conclusion).toBe('cancelled');
  expect(cancelled.json('unsettled')).toMatchObject([{ state: 'cancelled' }]);
  expect(bench.simulator.comfyui.requests.map(({ state }) => state)).toEqual(['cancelled']);
});

test('Cancel of a request that does not stop in time: reported as running', async () => {
  await using bench = await openDeployment({ runMs: FOREVER, cancelMs: FOREVER });
  const cancelled = await bench.run({
    inputs,
    live: async (action) => {
      await action.line(/running/);
      action.cancel();
      setTimeout(() => bench.simulator.comfyui.stop(), 6_000).unref();
    },
  });
  expect(cancelled.json('unsettled')).toMatchObject([{ state: 'running' }]);
});

test('a deadline cancels it', async () => {
  await using bench = await openDeployment({ bootMs: FOREVER });
  const { errors, json } = await bench.run({ inputs: { ...inputs, timeout: '500ms' } });
  expect(errors).toEqual([expect.stringMatching(/No result within 500 ms.*RunComfy cancelled the request/)]);
  expect(json('unsettled')).toMatchObject([{ state: 'cancelled' }]);
});

test('collect takes the deployment, submits nothing and cancels nothing', async () => {
  await using bench = await openDeployment();
  const first = await bench.run({ inputs });
  const { main, submits, errors } = await bench.run({
    inputs: { deployment: 'demo', collect: first.main.outputs['request-ids'] ?? '' },
    env: { GITHUB_RUN_ID: '99' },
  });
  expect(errors).toEqual([]);
  expect(submits).toBe(0);
  expect(main.outputs.count).toBe('1');
  expect(main.outputs.cost).toBe('');
});

test('collect from a deployment that does not exist: a clear error, after one call', async () => {
  await using bench = await openDeployment();
  const { errors } = await bench.run({ inputs: { deployment: 'dmeo', collect: 'request-1, request-2' } });
  expect(errors).toEqual([expect.stringMatching(/RunComfy has no deployment dmeo.*404001.*Copy the id/)]);
  expect(bench.simulator.calls.map(({ name }) => name)).toEqual(['model']);
});

test('images of a deployment are collected even if it was disabled since', async () => {
  await using bench = await openDeployment();
  const first = await bench.run({ inputs });
  bench.simulator.comfyui.deploy('demo', { graph: bench.graph, isEnabled: false });
  const collect = first.main.outputs['request-ids'] ?? '';
  const collected = await bench.run({ inputs: { deployment: 'demo', collect }, env: { GITHUB_RUN_ID: '99' } });
  const second = await bench.run({ inputs: { ...inputs, overrides: 'Prompt.text: a hill' }, env: again });
  expect([...collected.errors, ...second.errors]).toEqual([]);
  expect([collected.main.outputs.count, second.main.outputs.count]).toEqual(['1', '1']);
});

test('an image that must be generated again is refused before the submit if its deployment was disabled since', async () => {
  await using bench = await openDeployment({ runMs: FOREVER });
  const killed = await bench.run({ inputs, live: killedAt('status') });
  bench.simulator.comfyui.deploy('demo', { graph: bench.graph, isEnabled: false });
  const second = await bench.run({ inputs, env: again });
  expect([killed.submits, second.submits]).toEqual([1, 0]);
  expect(second.errors).toEqual([expect.stringMatching(/Deployment demo is disabled.*Enable it/)]);
});

test.each<{ name: string; options: Partial<DeploymentOptions>; attempt: Attempt }>([
  {
    name: 'a lost response',
    options: {},
    attempt: { inputs, before: (simulator) => simulator.fault('submit', { kind: 'drop-after' }) },
  },
  {
    name: 'a request that outlasts its timeout',
    options: { runMs: FOREVER },
    attempt: {
      inputs: { ...inputs, timeout: '300ms' },
      before: (simulator) =>
        simulator.fault('cancel', { kind: 'reply', status: 202, body: { status: 'not_cancellable' } }, 9),
    },
  },
  {
    name: 'a kill before the response to the submit',
    options: {},
    attempt: {
      inputs,
      before: (simulator) => simulator.fault('submit', { kind: 'hang', after: true }),
      live: killedAt('submit'),
    },
  },
])('messages about requests of a deployment point to Deployments: $name', async ({ options, attempt }) => {
  await using bench = await openDeployment(options);
  const { main, postLog } = await bench.run(attempt);
  const said = [main.log, main.summary, postLog].join('\n');
  expect(said).toMatch(/(Check|check|under) Deployments on runcomfy\.com/);
  expect(said).not.toContain('Generations');
});

test('collect takes no overrides', async () => {
  await using bench = await openDeployment();
  const { errors } = await bench.run({ inputs: { ...inputs, collect: 'abc' } });
  expect(errors).toEqual([expect.stringMatching(/overrides.*must not be given with `collect`/)]);
});

test('a lost submit is not sent again, not even by a re-run', async () => {
  await using bench = await openDeployment();
  const first = await bench.run({
    inputs,
    before: (simulator) => simulator.fault('submit', { kind: 'drop-after' }),
  });
  const second = await bench.run({ inputs, env: again });
  expect([first.submits, second.submits]).toEqual([1, 0]);
  expect(second.json('unsettled')).toMatchObject([{ state: 'unknown' }]);
});

test('killed among several seeds: the re-run pays for each seed once', async () => {
  await using bench = await openDeployment();
  const several = { deployment: 'demo', seed: '5', overrides: '3.seed: "{seed}"', count: '3', concurrency: '1' };
  await bench.run({
    inputs: several,
    async live(action) {
      await action.line(/image-2: submitted/);
      action.signal('SIGKILL');
    },
  });
  const { errors } = await bench.run({ inputs: several, env: { GITHUB_RUN_ATTEMPT: '2' } });
  expect(errors).toEqual([]);
  const paid = bench.simulator.comfyui.requests.filter(({ state }) => state === 'completed');
  expect(paid.map(({ graph }) => graph?.[3])).toMatchObject([5, 6, 7].map((seed) => ({ inputs: { seed } })));
});

test.each<{ name: string; inputs: Record<string, string> }>([
  { name: 'that the deployment has saved', inputs: {} },
  { name: 'in an override', inputs: { overrides: '3.seed: 9' } },
])('several requests with one fixed seed, $name, would pay for one picture several times', async ({ inputs: own }) => {
  await using bench = await openDeployment();
  const { submits, errors } = await bench.run({ inputs: { deployment: 'demo', count: '3', ...own } });
  expect(errors).toEqual([expect.stringMatching(/count.*the same picture.*3\.seed/)]);
  expect(submits).toBe(0);
});
