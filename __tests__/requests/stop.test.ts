// A request that is given up: after a deadline or a cancel, it is cancelled, and its real end is reported.
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { expect, test } from '@jest/globals';
import type { Fault } from '../../simulator/faults.ts';
import type { SimulatorOptions } from '../../simulator/server.ts';
import { openBench } from '../helpers/service.ts';
import { settled, until } from '../helpers/until.ts';

const forever = Number.POSITIVE_INFINITY;
const working: Fault = { kind: 'reply', status: 200, body: { status: 'in_progress' } };

test.each<{ name: string; service: SimulatorOptions; unsettled: string; says: RegExp }>([
  { name: 'queued', service: { queueMs: forever }, unsettled: 'cancelled', says: /RunComfy cancelled the request/ },
  { name: 'running', service: { runMs: forever }, unsettled: 'running', says: /may be billed.*Find request/ },
])('a deadline cancels what is $name', async ({ service, unsettled, says }) => {
  await using bench = await openBench(service);
  const failure = await bench.failure({ timeoutMs: 90_000 });
  const [request] = bench.simulator.requests;
  expect(failure).toMatchObject({ kind: 'timeout', unsettled, requestId: request?.id });
  expect(failure.text).toMatch(says);
  expect(failure.text).toContain('1m 30s');
  expect(bench.clock.now()).toBe(90_000);
  expect(bench.count('cancel')).toBe(1);
  expect(request?.cancelled).toBe(unsettled === 'cancelled');
});

test('a result that is there at the deadline is used, because it is paid for', async () => {
  await using bench = await openBench();
  bench.simulator.fault('status', working, 1_000);
  const { output, cost } = await bench.generate({ timeoutMs: 20_000 });
  expect(output).toMatchObject({ image: expect.any(String) });
  expect(cost).toBe(0.06);
});

test('a failure that is there at the deadline is reported as such', async () => {
  await using bench = await openBench();
  bench.simulator.fault('status', working, 1_000);
  expect(await bench.failure({ timeoutMs: 20_000, prompt: '[fail]' })).toMatchObject({
    kind: 'generation-failed',
    unsettled: null,
  });
});

test('cancelled while the connection is still being made: nothing was submitted, and nothing is said about billing', async () => {
  const connected: Socket[] = [];
  await using mute = createServer((socket) => connected.push(socket));
  mute.listen(0, '127.0.0.1');
  await once(mute, 'listening');
  const address = mute.address();
  await using bench = await openBench({
    apiUrl: `https://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
  });
  const failing = bench.failure();
  await once(mute, 'connection');
  bench.run.abort();
  bench.clock.advance(6_500);
  expect(await failing).toMatchObject({ kind: 'cancelled', requestId: null, unsettled: null });
  expect(bench.events.map(({ event }) => event)).toEqual(['submitting', 'refused']);
  for (const socket of connected) socket.destroy();
});

test('a cancel call is retried in an outage', async () => {
  await using bench = await openBench({ queueMs: forever });
  bench.simulator.fault('cancel', { kind: 'html' });
  bench.simulator.fault('cancel', { kind: 'drop-before' });
  expect(await bench.failure({ timeoutMs: 20_000 })).toMatchObject({ kind: 'timeout', unsettled: 'cancelled' });
  expect(bench.count('cancel')).toBe(3);
});

test('a cancel without a response ends after two and a half seconds, as running', async () => {
  await using bench = await openBench({ queueMs: forever });
  bench.simulator.fault('cancel', { kind: 'hang' });
  const failing = bench.failure({ timeoutMs: 20_000 });
  await until(() => bench.count('cancel') === 1);
  bench.clock.advance(2_500);
  expect(await failing).toMatchObject({ kind: 'timeout', unsettled: 'running' });
});

test('a poll without a response is given up after twenty seconds, and polling continues', async () => {
  await using bench = await openBench();
  bench.simulator.fault('status', { kind: 'hang' });
  const generating = bench.generate();
  await until(() => bench.count('status') === 1);
  bench.clock.advance(20_000);
  expect((await generating).output).toBeDefined();
  expect(bench.count('status')).toBe(2);
});

test('a poll that hangs does not outlive the deadline', async () => {
  await using bench = await openBench({ queueMs: forever });
  bench.simulator.fault('status', { kind: 'hang' });
  const failing = bench.failure({ timeoutMs: 5_000 });
  await until(() => bench.count('status') === 1);
  bench.clock.advance(5_000);
  expect(await failing).toMatchObject({ kind: 'timeout', unsettled: 'cancelled' });
});

test('a run that is cancelled before the submit sends nothing', async () => {
  await using bench = await openBench();
  bench.run.abort();
  expect(await bench.failure()).toMatchObject({ kind: 'cancelled', unsettled: null, requestId: null });
  expect(bench.simulator.calls).toEqual([]);
});

test('a run that is cancelled between two tries of a submit sends no second one', async () => {
  await using bench = await openBench();
  bench.simulator.fault('submit', { kind: 'reply', status: 429, headers: { 'retry-after': '60' } });
  const failure = await bench.failure({ onEvent: () => bench.run.abort() });
  expect(failure).toMatchObject({ kind: 'cancelled', unsettled: null, requestId: null });
  expect(bench.simulator.calls).toHaveLength(1);
});

test('a run that is cancelled during the submit waits for the response, the only way to cancel the request', async () => {
  await using bench = await openBench({ queueMs: forever });
  bench.simulator.fault('submit', { kind: 'delay', ms: 30 });
  const failing = bench.failure();
  await until(() => bench.count('submit') === 1);
  bench.run.abort();
  await settled();
  bench.clock.advance(6_400);
  expect(await failing).toMatchObject({ kind: 'cancelled', unsettled: 'cancelled' });
  expect(bench.simulator.requests).toMatchObject([{ cancelled: true }]);
});

test.each([
  { name: 'the run is cancelled', timeoutMs: 600_000, stop: 0 },
  { name: 'the deadline passes', timeoutMs: 30_000, stop: 30_000 },
])('a submit without a response is waited for six and a half more seconds when $name', async ({ timeoutMs, stop }) => {
  await using bench = await openBench();
  bench.simulator.fault('submit', { kind: 'hang', after: true });
  const failing = bench.failure({ timeoutMs });
  await until(() => bench.simulator.requests.length === 1);
  if (stop === 0) bench.run.abort();
  else bench.clock.advance(stop);
  await settled();
  bench.clock.advance(6_500);
  expect(await failing).toMatchObject({ kind: 'outcome-unknown', unsettled: 'unknown', requestId: null });
  expect(bench.count('submit')).toBe(1);
});

test('the second signal ends the grace of a submit, and the wait for a cancel, at once', async () => {
  await using submitting = await openBench();
  submitting.simulator.fault('submit', { kind: 'hang', after: true });
  const lost = submitting.failure();
  await until(() => submitting.simulator.requests.length === 1);
  submitting.run.abort();
  submitting.forceStop.abort(new Error('second signal'));
  expect(await lost).toMatchObject({ kind: 'outcome-unknown', unsettled: 'unknown' });

  await using cancelling = await openBench({ queueMs: forever });
  cancelling.simulator.fault('cancel', { kind: 'hang' });
  const left = cancelling.failure({ onEvent: ({ event }) => void (event === 'polled' && cancelling.run.abort()) });
  await until(() => cancelling.count('cancel') === 1);
  cancelling.forceStop.abort(new Error('second signal'));
  expect(await left).toMatchObject({ kind: 'cancelled', unsettled: 'running' });
  expect([submitting.clock.now(), cancelling.clock.now()]).toEqual([0, 600]);
});

test.each<{ name: string; service: SimulatorOptions; unsettled: string }>([
  { name: 'queued', service: { queueMs: forever }, unsettled: 'cancelled' },
  { name: 'running', service: { runMs: forever }, unsettled: 'running' },
])('a cancelled run cancels what is $name, at once', async ({ service, unsettled }) => {
  await using bench = await openBench(service);
  const failure = await bench.failure({
    onEvent({ event }) {
      if (event === 'polled') bench.run.abort();
    },
  });
  expect(failure).toMatchObject({ kind: 'cancelled', unsettled, requestId: bench.simulator.requests[0]?.id });
  expect(bench.clock.now()).toBe(600);
  expect(bench.count('cancel')).toBe(1);
});

test('a request that ends leaves no timer and no listener behind', async () => {
  await using bench = await openBench();
  const signal = bench.run.signal;
  const added: string[] = [];
  const removed: string[] = [];
  const { addEventListener, removeEventListener } = signal;
  signal.addEventListener = (type: string, ...rest: [never]) => {
    added.push(type);
    addEventListener.call(signal, type, ...rest);
  };
  signal.removeEventListener = (type: string, ...rest: [never]) => {
    removed.push(type);
    removeEventListener.call(signal, type, ...rest);
  };
  await bench.generate();
  expect(removed).toEqual(added);
  const ended = bench.clock.now();
  await settled();
  expect(bench.clock.now()).toBe(ended);
});
