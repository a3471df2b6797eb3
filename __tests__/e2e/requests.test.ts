// What a run pays for, and what it never pays for twice, through the bundle: submits are counted at the service.
import { expect, test } from '@jest/globals';
import { runPost, startAction } from '../../simulator/runner/runner.ts';
import { startSimulator } from '../../simulator/server.ts';
import { isObject } from '../../simulator/wire.ts';
import { play } from '../helpers/action.ts';
import { ALWAYS, refusal } from '../helpers/faults.ts';
import { until } from '../helpers/until.ts';

const small = { 'image-size': '32x32', 'upload-artifact': 'false' };

test('every response to a submit is lost: three submits at most, with any concurrency', async () => {
  const run = await play({
    inputs: { ...small, count: '40', concurrency: '32' },
    before: (simulator) => simulator.fault('submit', { kind: 'drop-after' }, ALWAYS),
  });
  expect(run.exitCode).toBe(1);
  expect(run.submits).toBe(3);
  expect(run.json('unsettled')).toHaveLength(3);
  expect(run.warnings.join()).toContain('37 images not submitted: 3 submits got no response, and each may be billed.');
});

test('no submit gets a response: no more than three are in flight', async () => {
  const run = await play({
    inputs: { ...small, count: '40', concurrency: '32' },
    before: (simulator) => simulator.fault('submit', { kind: 'hang', after: true }, ALWAYS),
    during: async (action, simulator) => {
      await until(() => simulator.requests.length === 3);
      action.signal('SIGINT');
      action.signal('SIGTERM');
    },
  });
  expect(run.submits).toBe(3);
});

test('Cancel while the response to a submit takes five seconds: it is waited for, and its request is cancelled', async () => {
  const run = await play({
    service: { queueMs: 60_000 },
    inputs: small,
    before: (simulator) => simulator.fault('submit', { kind: 'delay', ms: 5_000 }),
    during: async (action, simulator) => {
      await simulator.received('submit');
      action.cancel();
    },
  });
  expect(run.simulator.requests.map(({ cancelled }) => cancelled)).toEqual([true]);
  expect(run.json('request-ids')).toEqual(run.simulator.requests.map(({ id }) => id));
  expect(run.json('unsettled')).toMatchObject([{ state: 'cancelled' }]);
  expect(run.signal).toBeNull();
  expect(run.seconds).toBeLessThan(7.5);
});

test('Cancel while a submit gets no response: it ends in time, and the receipt says what is unknown', async () => {
  const run = await play({
    inputs: small,
    before: (simulator) => simulator.fault('submit', { kind: 'hang', after: true }),
    during: async (action, simulator) => {
      await simulator.received('submit');
      action.cancel();
    },
  });
  expect(run.signal).toBeNull();
  expect(run.seconds).toBeLessThan(8.5);
  expect(run.json('unsettled')).toMatchObject([{ state: 'unknown', request_id: null }]);
});

test.each([409, 503])(
  'HTTP %d that names a request: it is collected, and nothing is submitted again',
  async (status) => {
    const run = await play({
      inputs: small,
      before: (simulator) => simulator.fault('submit', { kind: 'relabel', status }),
    });
    expect(run.exitCode).toBe(0);
    expect(run.submits).toBe(1);
    expect(run.outputs.count).toBe('1');
  },
);

test('max-cost, and costs far above the list price: one request, and the run says so', async () => {
  const run = await play({
    service: { price: 0.01 },
    inputs: { ...small, count: '32', concurrency: '32', 'max-cost': '0.40' },
    before: (simulator) => {
      const result = { status: 'succeeded', output: { text: 'fine' }, cost: 1 };
      simulator.fault('result', { kind: 'reply', status: 200, body: result }, ALWAYS);
    },
  });
  expect(run.submits).toBe(1);
  expect(run.outputs.cost).toBe('1');
  expect(run.warnings.join('\n')).toContain('that RunComfy reported, $1.00, are above `max-cost`, $0.40');
  expect(run.warnings.join('\n')).toContain(
    '31 images not submitted: the rest of `max-cost` cannot pay for another request',
  );
});

test('max-cost that is enough: the first request goes alone, then as many as asked for', async () => {
  const run = await play({
    service: { price: 0.01, runMs: 300 },
    inputs: { ...small, count: '6', concurrency: '5', 'max-cost': '0.06' },
  });
  expect(run.exitCode).toBe(0);
  const [first, ...others] = run.simulator.requests;
  expect(others).toHaveLength(5);
  for (const { submittedAt } of others) expect(submittedAt).toBeGreaterThan(first?.endsAt ?? 0);
});

test('collect: requests of another run are handled like those of this one, except for the cost', async () => {
  await using simulator = await startSimulator({ runMs: 700 });
  const ids = await submitted(simulator.url, simulator.token, 2);
  const action = await startAction({
    simulator,
    inputs: {
      'api-token': simulator.token,
      'api-url': simulator.url,
      'poll-interval': '50ms',
      collect: JSON.stringify([...ids, ids[0]]),
    },
  });
  const run = await action.done;
  expect(run.exitCode).toBe(0);
  expect(simulator.requests).toHaveLength(2);
  expect(run.outputs).toMatchObject({ count: '2', cost: '', 'request-ids': JSON.stringify(ids) });
  const images: unknown = JSON.parse(run.outputs.images ?? '');
  expect(images).toMatchObject(ids.map((id) => ({ request_id: id, prompt: null, model: null, seed: null })));
  expect(run.outputs['artifact-name']).toBe('runcomfy-images');
  expect(run.log).toContain('Collecting 2 requests that are already paid for.');
});

test('collect, and Cancel: the wait ends, and nothing is cancelled at RunComfy, not even by post', async () => {
  await using simulator = await startSimulator({ queueMs: 60_000 });
  const ids = await submitted(simulator.url, simulator.token, 2);
  const options = {
    simulator,
    inputs: {
      'upload-artifact': 'false',
      'api-token': simulator.token,
      'api-url': simulator.url,
      collect: ids.join('\n'),
    },
  };
  const action = await startAction(options);
  await action.line(/image-2: in queue/);
  action.cancel();
  const run = await action.done;
  await runPost(run, options);
  expect(run.exitCode).toBe(1);
  expect(simulator.requests.some(({ cancelled }) => cancelled)).toBe(false);
  expect(simulator.calls.filter(({ name }) => name === 'cancel')).toEqual([]);
  expect(JSON.parse(run.outputs.unsettled ?? '')).toMatchObject([{ state: 'running' }, { state: 'running' }]);
  expect(run.seconds).toBeLessThan(4);
});

test('collect, and a time limit: the running request is reported, and not cancelled', async () => {
  await using simulator = await startSimulator({ queueMs: 60_000 });
  const [id = ''] = await submitted(simulator.url, simulator.token, 1);
  const inputs = {
    'upload-artifact': 'false',
    'api-token': simulator.token,
    'api-url': simulator.url,
    collect: id,
    timeout: '500ms',
  };
  const run = await (await startAction({ simulator, inputs })).done;
  expect(run.exitCode).toBe(1);
  expect(simulator.calls.filter(({ name }) => name === 'cancel')).toEqual([]);
  expect(run.annotations.map(({ message }) => message).join()).toMatch(/No result within 500 ms.*It was not cancelled/);
});

test.concurrent('collect, and a request that RunComfy has no more: a failure, and nothing is submitted', async () => {
  const run = await play({
    inputs: { 'upload-artifact': 'false', prompt: '', collect: 'r-1' },
    unexpected: true,
  });
  expect(run.exitCode).toBe(1);
  expect(run.submits).toBe(0);
  expect(run.errors.join()).toMatch(/no longer has request r-1:.*Check the id/);
});

test('the balance is used up: paid requests are still collected', async () => {
  const run = await play({
    inputs: { ...small, count: '3', concurrency: '1' },
    before: (simulator) => simulator.fault('submit', refusal(400002, 'Insufficient balance'), ALWAYS, 1),
  });
  expect(run.submits).toBe(2);
  expect(run.outputs.count).toBe('1');
  expect(run.warnings.join()).toContain('1 image not submitted: the balance at RunComfy is used up.');
});

/** The ids of requests of another run. */
async function submitted(url: string, token: string, count: number): Promise<readonly string[]> {
  const submit = async (): Promise<string> => {
    const response = await fetch(`${url}/v1/models/blackforestlabs/flux-2/flex/text-to-image`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ prompt: 'a red fox', image_size: { width: 32, height: 32 } }),
    });
    const body: unknown = await response.json();
    return isObject(body) ? String(body.request_id) : '';
  };
  return Promise.all(Array.from({ length: count }, submit));
}
