// The paid call: sent once, and again only if it certainly did not arrive.
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { expect, test } from '@jest/globals';
import type { Fault } from '../../simulator/faults.ts';
import { ActionError } from '../../src/lib/errors.ts';
import type { RequestEvent } from '../../src/requests/events.ts';
import { MODEL, openBench } from '../helpers/service.ts';
import { settled, until } from '../helpers/until.ts';

test('one submit: the unchanged body, the token, JSON, on a new connection', async () => {
  await using bench = await openBench();
  const { requestId, cost } = await bench.generate({ prompt: 'a "red" fox\n🦊' });
  const [submit, ...others] = bench.simulator.calls;
  expect(submit).toMatchObject({
    method: 'POST',
    path: `/v1/models/${MODEL}`,
    headers: { authorization: `Bearer ${bench.simulator.token}`, 'content-type': 'application/json' },
  });
  expect(JSON.parse(String(submit?.body))).toEqual({ prompt: 'a "red" fox\n🦊' });
  expect(submit?.headers.connection).toBe('close');
  expect(others.map(({ method, path }) => `${method} ${path}`)).toEqual([
    `GET /v1/requests/${requestId}/status`,
    `GET /v1/requests/${requestId}/result?include_cost=true`,
  ]);
  expect(cost).toBe(0.06);
});

test('the response to another submit does not count: its request is already known', async () => {
  await using bench = await openBench();
  const { requestId } = await bench.generate();
  bench.simulator.fault('submit', { kind: 'reply', status: 200, body: { request_id: requestId } });
  expect(await bench.failure()).toMatchObject({ kind: 'outcome-unknown', requestId: null, unsettled: 'unknown' });
  expect(bench.count('submit')).toBe(2);
});

test.each<{ name: string; fault: Fault; accepted: number }>([
  { name: 'the connection ends without an answer', fault: { kind: 'drop-before' }, accepted: 0 },
  { name: 'the answer is lost', fault: { kind: 'drop-after' }, accepted: 1 },
  { name: 'the answer is torn', fault: { kind: 'truncate' }, accepted: 1 },
  { name: 'the answer is cut-off JSON', fault: { kind: 'garbage' }, accepted: 1 },
  { name: 'a gateway answers 502 in HTML', fault: { kind: 'html' }, accepted: 0 },
  { name: 'a gateway times out', fault: { kind: 'html', status: 504 }, accepted: 0 },
  { name: '500', fault: { kind: 'reply', status: 500, body: { error_code: 500001 } }, accepted: 0 },
  { name: '503 with Retry-After', fault: { kind: 'reply', status: 503, headers: { 'retry-after': '1' } }, accepted: 0 },
  { name: '408', fault: { kind: 'reply', status: 408 }, accepted: 0 },
  { name: '200 with an outage code', fault: { kind: 'reply', status: 200, body: { error_code: 500001 } }, accepted: 0 },
  { name: '200 without an id', fault: { kind: 'reply', status: 200, body: { status: 'in_queue' } }, accepted: 0 },
  { name: '200 with a hostile id', fault: { kind: 'reply', status: 200, body: { request_id: '../x' } }, accepted: 0 },
  { name: '200 with a list', fault: { kind: 'reply', status: 200, body: [] }, accepted: 0 },
  { name: '200 with nothing', fault: { kind: 'reply', status: 200 }, accepted: 0 },
])('not sent again if in doubt: $name', async ({ fault, accepted }) => {
  await using bench = await openBench();
  bench.simulator.fault('submit', fault);
  const failure = await bench.failure();
  expect(failure).toMatchObject({ kind: 'outcome-unknown', unsettled: 'unknown', requestId: null });
  expect(failure.text).toMatch(/Generations/);
  expect(bench.simulator.calls).toHaveLength(1);
  expect(bench.events).toEqual([{ event: 'submitting' }, { event: 'ended', how: 'unknown' }]);
  expect(bench.simulator.requests).toHaveLength(accepted);
});

test('not sent again if in doubt: no response in 150 seconds', async () => {
  await using bench = await openBench();
  bench.simulator.fault('submit', { kind: 'hang', after: true });
  const failing = bench.failure();
  await until(() => bench.simulator.requests.length === 1);
  bench.clock.advance(149_000);
  await settled();
  expect(bench.events).toEqual([{ event: 'submitting' }]);
  bench.clock.advance(1_000);
  expect(await failing).toMatchObject({ kind: 'outcome-unknown', unsettled: 'unknown' });
  expect(bench.simulator.calls).toHaveLength(1);
});

test.each<{ name: string; fault: Fault; waits: number }>([
  { name: '429', fault: { kind: 'reply', status: 429 }, waits: 250 },
  {
    name: '429 with Retry-After in seconds',
    fault: { kind: 'reply', status: 429, headers: { 'retry-after': '7' } },
    waits: 7_000,
  },
  {
    name: '429 with Retry-After as a date',
    fault: { kind: 'reply', status: 429, headers: { 'retry-after': 'Thu, 01 Jan 1970 00:00:30 GMT' } },
    waits: 30_000,
  },
  { name: '200 with the code of 429', fault: { kind: 'reply', status: 200, body: { error_code: 429001 } }, waits: 250 },
])('sent again: $name', async ({ fault, waits }) => {
  await using bench = await openBench();
  bench.simulator.fault('submit', fault);
  const times: (readonly [string, number])[] = [];
  await bench.generate({ onEvent: ({ event }) => times.push([event, bench.clock.now()]) });
  expect(times.slice(0, 5)).toEqual([
    ['submitting', 0],
    ['refused', 0],
    ['trouble', 0],
    ['submitting', waits],
    ['submitted', waits],
  ]);
  expect(bench.simulator.requests).toHaveLength(1);
  expect(bench.count('submit')).toBe(2);
});

test('429 is retried until the time limit, then the error says that nothing was submitted', async () => {
  await using bench = await openBench();
  bench.simulator.fault('submit', { kind: 'reply', status: 429, body: { message: 'Slow down' } }, 1_000);
  const failure = await bench.failure({ timeoutMs: 60_000 });
  expect(failure).toMatchObject({ kind: 'rate-limited', unsettled: null, requestId: null });
  expect(failure.text).toMatch(/"Slow down".*Nothing was submitted\.$/);
  expect(bench.clock.now()).toBeGreaterThan(40_000);
  expect(bench.count('submit')).toBeLessThan(20);
});

test('a refused connection is tried again, and the request is made once', async () => {
  const port = await closedPort();
  await using bench = await openBench({ apiUrl: `http://127.0.0.1:${port}` });
  const service = Number(new URL(bench.simulator.url).port);
  await using door = createServer((socket) => {
    const onward = connect(service, '127.0.0.1');
    socket.pipe(onward).pipe(socket);
    socket.on('error', () => onward.destroy());
    onward.on('error', () => socket.destroy());
  });
  await bench.generate({
    onEvent({ event }) {
      if (event === 'trouble') void bench.clock.during(once(door.listen(port, '127.0.0.1'), 'listening'));
    },
  });
  expect(bench.events.slice(0, 5)).toMatchObject([
    { event: 'submitting' },
    { event: 'refused' },
    { event: 'trouble', doing: 'submit', error: { isUnsent: true } },
    { event: 'submitting' },
    { event: 'submitted' },
  ]);
  expect(bench.simulator.requests).toHaveLength(1);
  await bench.http.close();
});

test('no server: five tries, then a clear error', async () => {
  await using bench = await openBench({ apiUrl: `http://127.0.0.1:${await closedPort()}` });
  const failure = await bench.failure();
  expect(failure).toMatchObject({ kind: 'unavailable', unsettled: null, requestId: null });
  expect(failure.text).toMatch(/ECONNREFUSED.*Nothing was submitted\.$/);
  expect(bench.events.filter(({ event }) => event === 'submitting')).toHaveLength(5);
});

test.each<{ name: string; fault: Fault; kind: string; says: RegExp }>([
  {
    name: 'a wrong token, by its code',
    fault: { kind: 'reply', status: 400, body: { error_code: 400004, error_message: 'Invalid token' } },
    kind: 'unauthorized',
    says: /"Invalid token".*Check the token/,
  },
  {
    name: 'a wrong token, at the gateway',
    fault: { kind: 'reply', status: 401, body: { message: 'Unauthorized' } },
    kind: 'unauthorized',
    says: /HTTP 401: "Unauthorized"/,
  },
  {
    name: 'no balance, by its code and as HTTP 200',
    fault: { kind: 'reply', status: 200, body: { error_code: 400002, error_message: 'No balance' } },
    kind: 'insufficient-balance',
    says: /Add funds/,
  },
  {
    name: 'no balance, as 402',
    fault: { kind: 'reply', status: 402 },
    kind: 'insufficient-balance',
    says: /Add funds/,
  },
  {
    name: 'an unknown model',
    fault: { kind: 'reply', status: 404, body: { error_code: 404001 } },
    kind: 'model-not-found',
    says: /model_id/,
  },
  {
    name: 'parameters that the model does not take',
    fault: {
      kind: 'reply',
      status: 422,
      body: { detail: [{ loc: ['body', 'steps'], msg: 'Input should be a number', type: 'float_type' }] },
    },
    kind: 'invalid-request',
    says: /"steps: Input should be a number"/,
  },
  {
    name: 'a redirect, which is not followed',
    fault: { kind: 'reply', status: 307, headers: { location: '/elsewhere' } },
    kind: 'invalid-request',
    says: /api-url.*not follow redirects/,
  },
])('a refusal is final and leaves nothing open: $name', async ({ fault, kind, says }) => {
  await using bench = await openBench();
  bench.simulator.fault('submit', fault);
  const failure = await bench.failure();
  expect(failure).toMatchObject({ kind, unsettled: null, requestId: null });
  expect(failure.text).toMatch(says);
  expect(bench.simulator.calls).toHaveLength(1);
  expect(bench.events).toEqual([{ event: 'submitting' }, { event: 'refused' }]);
});

test.each([409, 422, 429, 500, 503])(
  'HTTP %d that names a request: it is asked after, and collected',
  async (status) => {
    await using bench = await openBench();
    bench.simulator.fault('submit', { kind: 'relabel', status });
    expect(await bench.generate()).toMatchObject({ requestId: bench.simulator.requests[0]?.id, adopted: false });
    expect(bench.count('submit')).toBe(1);
    expect(bench.events[1]).toMatchObject({ event: 'submitted' });
  },
);

test('if RunComfy does not know the request in a refusal, the refusal is reported', async () => {
  await using bench = await openBench();
  const body = { error_code: 422001, detail: 'No such size', request_id: 'trace-1' };
  bench.simulator.fault('submit', { kind: 'reply', status: 422, body });
  bench.simulator.expectUnexpected(); // the id is none of its own
  const failure = await bench.failure();
  expect(failure).toMatchObject({ kind: 'invalid-request', unsettled: null, ending: 'gone' });
  expect(failure.text).toMatch(/"No such size".*names request trace-1, which RunComfy does not know/);
  expect(bench.count('submit')).toBe(1);
});

test('a submit that cannot be written down is not sent', async () => {
  await using bench = await openBench();
  const full = new ActionError('save-failed', 'The journal cannot be written.');
  const onEvent = ({ event }: RequestEvent): void => {
    if (event === 'submitting') throw full;
  };
  await expect(bench.generate({ onEvent })).rejects.toBe(full);
  expect(bench.simulator.calls).toEqual([]);
});

/** An unused port of the loopback address. */
async function closedPort(): Promise<number> {
  await using server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('A server without a port.');
  return address.port;
}
