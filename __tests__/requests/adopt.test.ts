// A request that an earlier run paid for: collected instead of making a new one, and only given up if there is certainly nothing to collect.
import { expect, test } from '@jest/globals';
import type { Fault } from '../../simulator/faults.ts';
import type { RequestEvent } from '../../src/requests/events.ts';
import type { PaidRequest } from '../../src/tasks/paid-request.ts';
import { type Bench, MODEL, openBench } from '../helpers/service.ts';

const ALWAYS = Number.POSITIVE_INFINITY;
const reply = (status: number, body: unknown): Fault => ({ kind: 'reply', status, body });

/** The id of a request that was made before. */
async function earlier({ service }: Bench, prompt = 'a red fox'): Promise<string> {
  const id = await service.submit(MODEL, JSON.stringify({ prompt }), new AbortController().signal);
  if (id === null) throw new Error('The simulator gave no id.');
  return id;
}

const endings = ({ events }: Bench): readonly string[] =>
  events.flatMap((event) => (event.event === 'ended' ? [event.how] : []));

test('a paid request is collected immediately, and nothing is submitted', async () => {
  await using bench = await openBench();
  const paid = await earlier(bench);
  expect(await bench.generate({ paid })).toMatchObject({ requestId: paid, adopted: true, cost: 0.06, tookMs: 0 });
  expect(bench.simulator.requests).toHaveLength(1);
  expect(bench.events[0]).toEqual({ event: 'adopted', requestId: paid, owned: true });
});

test.each(['running', 'finished'] as const)(
  'one that was last seen %s is waited for, through an outage',
  async (ending) => {
    await using bench = await openBench();
    const requestId = await earlier(bench);
    bench.simulator.fault('status', reply(200, { status: 'in_progress' }), 3);
    bench.simulator.fault('status', { kind: 'html' }, 3);
    expect(await bench.generate({ paid: { requestId, ending } })).toMatchObject({ requestId, adopted: true });
    expect(bench.simulator.requests).toHaveLength(1);
  },
);

const HICCUPS: readonly { readonly name: string; readonly fault: Fault }[] = [
  { name: '404 404001', fault: reply(404, { error_code: 404001 }) },
  { name: '404 in JSON', fault: reply(404, { message: 'Request not found' }) },
  { name: '404 of a gateway', fault: reply(404, { message: 'no Route matched' }) },
  { name: '404 as a page', fault: { kind: 'html', status: 404 } },
  { name: '403', fault: reply(403, { error_code: 403001 }) },
  { name: '403 as a page', fault: { kind: 'html', status: 403 } },
  { name: '401', fault: reply(401, { message: 'Unauthorized' }) },
  { name: '400 400004', fault: reply(400, { error_code: 400004 }) },
  { name: '400 400001', fault: reply(400, { error_code: 400001 }) },
  { name: '200 with an error_code', fault: reply(200, { error_code: 403001 }) },
];

test.each(HICCUPS)('a passing fault is waited out: $name, on status and result', async ({ fault }) => {
  await using bench = await openBench();
  const paid = await earlier(bench);
  bench.simulator.fault('status', fault, 4);
  bench.simulator.fault('result', fault, 4);
  expect(await bench.generate({ paid })).toMatchObject({ requestId: paid, adopted: true });
  expect(bench.simulator.requests).toHaveLength(1);
});

test('a result that is never ready is waited for until the deadline', async () => {
  await using bench = await openBench();
  const paid = await earlier(bench);
  bench.simulator.fault('result', reply(400, { error_code: 400005 }), ALWAYS);
  expect(await bench.failure({ paid })).toMatchObject({ kind: 'timeout', ending: 'outlasted' });
  expect(bench.simulator.requests).toHaveLength(1);
});

test.each<{ name: string; fault: Fault; kind: string }>([
  { name: '403', fault: reply(403, { error_code: 403001 }), kind: 'unauthorized' },
  { name: '401', fault: reply(401, { message: 'Unauthorized' }), kind: 'unauthorized' },
  { name: '400004', fault: reply(400, { error_code: 400004 }), kind: 'unauthorized' },
  { name: '404 of a gateway', fault: reply(404, { message: 'no Route matched' }), kind: 'model-not-found' },
  { name: '200 with an error_code', fault: reply(200, { error_code: 422001 }), kind: 'invalid-request' },
])('a persistent refusal fails the task, and is not a reason to pay again: $name', async ({ fault, kind }) => {
  await using bench = await openBench();
  const paid = await earlier(bench);
  bench.simulator.fault('status', fault, ALWAYS);
  const failure = await bench.failure({ paid });
  expect(failure).toMatchObject({ kind, requestId: paid, unsettled: 'running', ending: 'running' });
  expect(failure.text).toContain('`resume: false`');
  expect([bench.count('submit'), bench.count('cancel')]).toEqual([1, 0]);
  expect(endings(bench)).toEqual(['running']);
});

test.each<{ name: string; prompt?: string; status?: Fault; times?: number; ended: string; afterMs: number }>([
  { name: 'has failed', prompt: '[fail]', ended: 'failed', afterMs: 0 },
  { name: 'was cancelled', status: reply(200, { status: 'cancelled' }), times: 1, ended: 'cancelled', afterMs: 0 },
  { name: 'is gone', status: reply(404, { error_code: 404001 }), times: 7, ended: 'gone', afterMs: 10_000 },
])('a paid request that $name is replaced by a new one', async ({ prompt, status, times, ended, afterMs }) => {
  await using bench = await openBench();
  const paid = await earlier(bench, prompt);
  if (status !== undefined) bench.simulator.fault('status', status, times);
  if (ended === 'cancelled') bench.simulator.fault('result', reply(200, { status: 'cancelled' }));
  const submitted: number[] = [];
  const onEvent = ({ event }: RequestEvent): void => {
    if (event === 'submitting') submitted.push(bench.clock.now());
  };
  const finished = await bench.generate({ paid, onEvent });
  expect(finished.adopted).toBe(false);
  expect(finished.requestId).not.toBe(paid);
  expect(bench.simulator.requests).toHaveLength(2);
  expect(endings(bench)).toEqual([ended]);
  const [at = 0] = submitted;
  expect(at).toBeGreaterThanOrEqual(afterMs);
  expect(at).toBeLessThanOrEqual(afterMs * 2);
});

test.each<{ name: string; prompt?: string; status?: Fault; expected: object }>([
  { name: 'has failed', prompt: '[fail]', expected: { kind: 'generation-failed', ending: 'failed' } },
  {
    name: 'is gone',
    status: reply(404, { error_code: 404001 }),
    expected: { kind: 'request-not-found', ending: 'gone', unsettled: null },
  },
])('one that $name, and must not be replaced, fails with its own reason', async ({ prompt, status, expected }) => {
  await using bench = await openBench();
  const requestId = await earlier(bench, prompt);
  if (status !== undefined) bench.simulator.fault('status', status, ALWAYS);
  expect(await bench.failure({ paid: { requestId, whenGone: 'fail' } })).toMatchObject({ requestId, ...expected });
  expect(bench.simulator.requests).toHaveLength(1);
});

test('a moderation refusal is reported, and not paid for again', async () => {
  await using bench = await openBench();
  const paid = await earlier(bench, '[refuse]');
  const failure = await bench.failure({ paid });
  expect(failure).toMatchObject({ kind: 'refused', ending: 'refused' });
  expect(failure.text).toContain('`resume: false`');
  expect(bench.simulator.requests).toHaveLength(1);
});

test.each<{ name: string; ending: PaidRequest['ending']; prompt?: string; result?: Fault; expected: object }>([
  {
    name: 'refused, and still refused',
    ending: 'refused',
    prompt: '[refuse]',
    expected: { kind: 'refused', ending: 'refused' },
  },
  {
    name: 'refused, and RunComfy does not respond',
    ending: 'refused',
    result: { kind: 'html' },
    expected: { kind: 'refused', ending: 'refused', unsettled: null },
  },
  {
    name: 'empty, and RunComfy no longer has it',
    ending: 'empty',
    result: reply(404, { error_code: 404001 }),
    expected: { kind: 'no-output', ending: 'empty', unsettled: null },
  },
  {
    name: 'outlasted, and still running',
    ending: 'outlasted',
    result: reply(200, { status: 'in_progress' }),
    expected: { kind: 'timeout', ending: 'outlasted', unsettled: 'running' },
  },
  {
    name: 'outlasted, and failed since',
    ending: 'outlasted',
    prompt: '[fail]',
    expected: { kind: 'generation-failed', ending: 'failed', unsettled: null },
  },
])('a request that failed before is polled once more, and reported without a submit: $name', async (given) => {
  await using bench = await openBench();
  const requestId = await earlier(bench, given.prompt);
  if (given.result !== undefined) bench.simulator.fault('result', given.result, ALWAYS);
  expect(await bench.failure({ paid: { requestId, ending: given.ending } })).toMatchObject({
    requestId,
    ...given.expected,
  });
  expect([bench.count('submit'), bench.count('status'), bench.count('cancel')]).toEqual([1, 0, 0]);
  expect(bench.clock.now()).toBeLessThan(10_000);
});

test.each(['refused', 'empty', 'outlasted'] as const)(
  'one that was %s before, and has a result by now, is collected',
  async (ending) => {
    await using bench = await openBench();
    const requestId = await earlier(bench);
    expect(await bench.generate({ paid: { requestId, ending } })).toMatchObject({ requestId, adopted: true });
    expect(bench.simulator.requests).toHaveLength(1);
  },
);

test('one that took too long, and was then cancelled in the queue, is simply made again', async () => {
  await using bench = await openBench();
  const requestId = await earlier(bench);
  bench.simulator.fault('result', reply(200, { status: 'cancelled' }));
  expect(await bench.generate({ paid: { requestId, ending: 'outlasted' } })).toMatchObject({ adopted: false });
  expect(endings(bench)).toEqual(['cancelled']);
});

test('a lost response is reported without a call', async () => {
  await using bench = await openBench();
  const failure = await bench.failure({ paid: { ending: 'unknown' } });
  expect(failure).toMatchObject({ kind: 'outcome-unknown', requestId: null, unsettled: 'unknown', ending: 'unknown' });
  expect(failure.text).toMatch(/Generations.*`resume: false`/);
  expect(bench.simulator.calls).toEqual([]);
});

test.each([
  { name: 'the deadline passes', timeoutMs: 30_000, kind: 'timeout' },
  { name: 'the run is cancelled', timeoutMs: 600_000, kind: 'cancelled' },
])('one without a result is cancelled when $name, and not replaced', async (given) => {
  await using bench = await openBench({ queueMs: Number.POSITIVE_INFINITY });
  const paid = await earlier(bench);
  const failure = await bench.failure({
    paid,
    timeoutMs: given.timeoutMs,
    onEvent: ({ event }) => void (event === 'polled' && given.kind === 'cancelled' && bench.run.abort()),
  });
  expect(failure).toMatchObject({ kind: given.kind, requestId: paid, unsettled: 'cancelled', ending: 'cancelled' });
  expect(bench.simulator.requests).toHaveLength(1);
});

test.each([
  { name: 'the deadline passes', timeoutMs: 30_000, kind: 'timeout' },
  { name: 'the run is cancelled', timeoutMs: 600_000, kind: 'cancelled' },
])('one that another run waits for is never cancelled: $name', async (given) => {
  await using bench = await openBench({ queueMs: Number.POSITIVE_INFINITY });
  const requestId = await earlier(bench);
  const failure = await bench.failure({
    paid: { requestId, whenGone: 'fail' },
    mayCancel: false,
    timeoutMs: given.timeoutMs,
    onEvent: ({ event }) => void (event === 'polled' && given.kind === 'cancelled' && bench.run.abort()),
  });
  expect(failure).toMatchObject({ kind: given.kind, requestId, unsettled: 'running' });
  expect(failure.text).toContain('It was not cancelled');
  expect(bench.count('cancel')).toBe(0);
  expect(bench.events[0]).toEqual({ event: 'adopted', requestId, owned: false });
});
