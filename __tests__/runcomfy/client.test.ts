// The verbs on the wire: where the token is sent, what is decoded, and how long to wait for a response.
import { expect, test } from '@jest/globals';
import { ConnectionError } from '../../src/http/client.ts';
import { ServiceError } from '../../src/runcomfy/protocol.ts';
import { MODEL, openBench } from '../helpers/service.ts';
import { until } from '../helpers/until.ts';

const { signal } = new AbortController();

test('the catalogue has price and unit, and is free', async () => {
  await using bench = await openBench({ price: 0.04 });
  expect(await bench.service.model(MODEL, signal)).toMatchObject({ price: 0.04, unit: 'output' });
  expect(await bench.service.search('flux-2 text', signal)).toEqual([]);
  expect(await bench.service.search('flex', signal)).toEqual([MODEL]);
  expect(bench.simulator.calls).toMatchObject([
    { method: 'GET', path: `/v1/models/${MODEL}` },
    { method: 'GET', path: '/v1/models?search=flux-2%20text&limit=50' },
    { method: 'GET', path: '/v1/models?search=flex&limit=50' },
  ]);
});

test('a model id is sent as it is written, slashes and all', async () => {
  await using bench = await openBench();
  const model = 'community/wan-2.2_animate/api';
  await expect(bench.service.submit(model, '{}', signal)).rejects.toMatchObject({ kind: 'model-not-found' });
  expect(bench.simulator.calls).toMatchObject([{ method: 'POST', path: `/v1/models/${model}` }]);
});

test('cancel has no body, and its `outcome` decides', async () => {
  await using bench = await openBench({ queueMs: Number.POSITIVE_INFINITY });
  const id = (await bench.service.submit(MODEL, '{"prompt":"x"}', signal)) ?? '';
  expect(await bench.service.cancel(id, signal)).toBe('cancelled');
  expect(await bench.service.cancel(id, signal)).toBe('not_cancellable');
  const cancels = bench.simulator.calls.filter(({ name }) => name === 'cancel');
  expect(cancels.map(({ method, body }) => [method, body.length])).toEqual([
    ['POST', 0],
    ['POST', 0],
  ]);
});

test('every call carries the token, and a redirect is not followed with it', async () => {
  await using elsewhere = await openBench();
  await using bench = await openBench();
  for (const name of ['model', 'status', 'result', 'cancel'] as const) {
    const location = `${elsewhere.simulator.url}/v1/models`;
    bench.simulator.fault(name, { kind: 'reply', status: 307, headers: { location } });
  }
  bench.simulator.expectUnexpected(); // the id is none of its own
  const { service } = bench;
  for (const call of [
    service.model(MODEL, signal),
    service.state('id-1', signal),
    service.result('id-1', signal),
    service.cancel('id-1', signal),
  ]) {
    await expect(call).rejects.toMatchObject({ kind: 'invalid-request', status: 307 });
  }
  for (const { headers } of bench.simulator.calls) {
    expect(headers.authorization).toBe(`Bearer ${bench.simulator.token}`);
  }
  expect(bench.simulator.calls).toHaveLength(4);
  expect(elsewhere.simulator.calls).toEqual([]);
});

test('a missing response is given up after twenty seconds, even if only its end is missing', async () => {
  await using bench = await openBench();
  bench.simulator.fault('model', { kind: 'hang' });
  bench.simulator.fault('model', { kind: 'slow', ms: 600_000 });
  for (const calls of [1, 2]) {
    const asking = bench.service.model(MODEL, signal);
    await until(() => bench.count('model') === calls && (calls === 1 || bench.simulator.calls[1]?.status === 200));
    bench.clock.advance(20_000);
    await expect(asking).rejects.toBeInstanceOf(ConnectionError);
    await expect(asking).rejects.toMatchObject({ kind: 'unavailable', isUnsent: false });
  }
});

test('an endless response is not read completely', async () => {
  await using bench = await openBench();
  bench.simulator.fault('model', { kind: 'reply', status: 200, body: Buffer.alloc(65 * 1024 ** 2, ' ') });
  await expect(bench.service.model(MODEL, signal)).rejects.toThrow(/larger than 67108864 bytes/);
});

test("the caller's signal ends a call with its own reason", async () => {
  await using bench = await openBench();
  bench.simulator.fault('model', { kind: 'hang' });
  const stop = new AbortController();
  const asking = bench.service.model(MODEL, stop.signal);
  await until(() => bench.count('model') === 1);
  const reason = new Error('enough');
  stop.abort(reason);
  await expect(asking).rejects.toBe(reason);
});

test('a refusal has status, code, message and when to retry', async () => {
  await using bench = await openBench();
  const body = { error_code: 429001, error_message: 'Too\nmany   requests.' };
  bench.simulator.fault('model', { kind: 'reply', status: 429, headers: { 'retry-after': '9' }, body });
  const error = await bench.service.model(MODEL, signal).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ServiceError);
  expect(error).toMatchObject({ status: 429, code: 429001, retryAfterMs: 9_000, isTransient: true });
  expect(String(error)).toContain('HTTP 429, error 429001: "Too many requests"');
});
