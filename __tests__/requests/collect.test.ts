// From submit to result: polling through outages, and believing nothing but the result.
import { expect, test } from '@jest/globals';
import type { Fault } from '../../simulator/faults.ts';
import { openBench } from '../helpers/service.ts';

const reply = (body: unknown, status = 200): Fault => ({ kind: 'reply', status, body });

test.each<{ name: string; prompt: string; kind: string; says: string }>([
  { name: 'failed', prompt: '[fail]', kind: 'generation-failed', says: '"The worker ran out of memory"' },
  { name: 'refused by moderation', prompt: '[refuse]', kind: 'refused', says: 'refused by the content moderation' },
])('`completed` is not success: $name', async ({ prompt, kind, says }) => {
  await using bench = await openBench();
  const failure = await bench.failure({ prompt });
  expect(failure).toMatchObject({ kind, unsettled: null, requestId: bench.simulator.requests[0]?.id });
  expect(failure.text).toContain(says);
  expect(bench.count('submit')).toBe(1);
  expect(bench.count('cancel')).toBe(0);
});

test.each(['cancelled', 'in_progress'])(
  'a request that was cancelled by someone else is a separate failure, also when its result is %s',
  async (result) => {
    await using bench = await openBench();
    bench.simulator.fault('status', reply({ status: 'cancelled' }));
    bench.simulator.fault('result', reply({ status: result }), 100);
    const failure = await bench.failure();
    expect(failure).toMatchObject({ kind: 'cancelled', unsettled: null });
    expect(failure.text).toContain('not by this run');
    expect(bench.clock.now()).toBe(300);
  },
);

test.each<{ name: string; answer: Fault }>([
  { name: 'in_queue', answer: reply({ status: 'in_queue' }) },
  { name: 'in_progress', answer: reply({ status: 'in_progress' }) },
  { name: '400005', answer: reply({ error_code: 400005, error_message: 'not ready' }, 400) },
  { name: '400005 as HTTP 200', answer: reply({ error_code: 400005 }) },
  { name: 'an unknown state', answer: reply({ status: 'archiving' }) },
])('the result may come later than `completed`: $name', async ({ answer }) => {
  await using bench = await openBench();
  bench.simulator.fault('result', answer, 5);
  const { output } = await bench.generate();
  expect(output).toMatchObject({ image: expect.stringContaining('/files/') });
  expect(bench.count('status')).toBe(1);
  expect(bench.count('result')).toBe(6);
});

test('an unknown state is not an end: the result decides, and without one, polling continues', async () => {
  await using bench = await openBench();
  bench.simulator.fault('status', reply({ status: 'Archiving' }), 3);
  bench.simulator.fault('result', reply({ status: 'in_progress' }), 2);
  const { output } = await bench.generate();
  expect(output).toBeDefined();
  expect([bench.count('status'), bench.count('result')]).toEqual([3, 3]);
  expect(bench.events.find(({ event }) => event === 'state')).toMatchObject({
    state: { state: 'unknown', word: '"Archiving"' },
  });
});

test.each<{ name: string; status: object; result: object; kind: string; says: string }>([
  {
    name: 'by status and result',
    status: { status: 'aborted' },
    result: { status: 'aborted', error: 'Worker lost' },
    kind: 'refused',
    says: 'RunComfy ended this request as "aborted" and said "Worker lost".',
  },
  {
    name: 'by its status alone',
    status: { status: 'Content Moderated' },
    result: { error_code: 400005 },
    kind: 'refused',
    says: 'RunComfy ended this request as "Content Moderated" and gave no reason.',
  },
  {
    name: 'by its result alone',
    status: { status: 'completed' },
    result: { status: 'archived', finished_at: '2026-11-25T12:00:00Z' },
    kind: 'refused',
    says: 'RunComfy ended this request as "archived" and gave no reason.',
  },
])('an unknown end state is believed after 20 s: $name', async (given) => {
  await using bench = await openBench();
  bench.simulator.fault('status', reply(given.status), Number.POSITIVE_INFINITY);
  bench.simulator.fault('result', reply(given.result), Number.POSITIVE_INFINITY);
  const failure = await bench.failure();
  expect(failure).toMatchObject({ kind: given.kind, unsettled: null, requestId: bench.simulator.requests[0]?.id });
  expect(failure.text).toContain(given.says);
  expect(bench.clock.now()).toBeGreaterThanOrEqual(20_000);
  expect(bench.clock.now()).toBeLessThan(30_000);
});

test('an unknown end state is forgotten once the request continues', async () => {
  await using bench = await openBench();
  bench.simulator.fault('status', reply({ status: 'aborted' }), 3);
  bench.simulator.fault('result', reply({ status: 'aborted' }), 3);
  expect(await bench.generate()).toMatchObject({ output: { image: expect.stringContaining('/files/') } });
});

test.each<{ name: string; fault: Fault }>([
  { name: 'a gateway page', fault: { kind: 'html' } },
  { name: '503', fault: { kind: 'reply', status: 503 } },
  { name: '408', fault: { kind: 'reply', status: 408 } },
  { name: 'a limit', fault: { kind: 'reply', status: 429 } },
  { name: 'HTTP 200 with an outage code', fault: reply({ error_code: 500001, error_message: 'try later' }) },
  { name: 'HTTP 200 with a page', fault: { kind: 'reply', status: 200, body: '<!doctype html>' } },
  { name: 'a lost connection', fault: { kind: 'drop-before' } },
  { name: 'a truncated response', fault: { kind: 'truncate' } },
  { name: 'cut-off JSON', fault: { kind: 'garbage' } },
])('an outage is waited out, on status and result alike: $name', async ({ fault }) => {
  await using bench = await openBench();
  bench.simulator.fault('status', fault, 6);
  bench.simulator.fault('result', fault, 6);
  const { output } = await bench.generate();
  expect(output).toBeDefined();
  expect(bench.count('submit')).toBe(1);
  expect(bench.clock.now()).toBeGreaterThan(10_000);
});

test('Retry-After of a poll is obeyed in full', async () => {
  await using bench = await openBench();
  bench.simulator.fault('status', { kind: 'reply', status: 429, headers: { 'retry-after': '45' } });
  const { tookMs } = await bench.generate();
  expect(tookMs).toBe(300 + 45_000);
});

test.each<{ name: string; fault: Fault; kind: string; says: RegExp }>([
  {
    name: 'the request no longer exists',
    fault: reply({ error_code: 404001, error_message: 'Request not found or expired' }, 404),
    kind: 'request-not-found',
    says: /no longer has request \S+:.*not found or expired/,
  },
  {
    name: 'the token was revoked, as HTTP 200',
    fault: reply({ error_code: 400004, error_message: 'Invalid token' }),
    kind: 'unauthorized',
    says: /Invalid token/,
  },
  {
    name: 'a redirect, which is not followed',
    fault: { kind: 'reply', status: 302, headers: { location: '/v1/elsewhere' } },
    kind: 'invalid-request',
    says: /not follow redirects/,
  },
])('a refusal of a read is only believed after ten seconds: $name', async ({ fault, kind, says }) => {
  await using bench = await openBench({ runMs: Number.POSITIVE_INFINITY });
  bench.simulator.fault('status', fault, 5);
  bench.simulator.fault('status', reply({ status: 'completed' }));
  bench.simulator.fault('result', reply({ status: 'succeeded', output: 'fine' }));
  expect(await bench.generate()).toMatchObject({ output: 'fine' });
  expect(bench.clock.now()).toBeGreaterThan(7_000);

  const asked = bench.count('status');
  const started = bench.clock.now();
  bench.simulator.fault('status', fault, 100);
  const failure = await bench.failure();
  expect(failure).toMatchObject({ kind, unsettled: 'running' });
  expect(failure.text).toMatch(says);
  expect(bench.count('status') - asked).toBe(7);
  expect(bench.clock.now() - started).toBeGreaterThan(10_000);
  expect(bench.clock.now() - started).toBeLessThan(20_000);
});

test('refusals of a read count only in a row', async () => {
  await using bench = await openBench();
  for (let turn = 0; turn < 3; turn++) {
    bench.simulator.fault('status', reply({ error_code: 404001 }, 404), 3);
    bench.simulator.fault('status', turn === 1 ? { kind: 'html' } : reply({ status: 'in_progress' }));
  }
  expect(await bench.generate()).toMatchObject({ adopted: false });
  expect(bench.count('status')).toBe(13);
});

test('each state is reported once', async () => {
  await using bench = await openBench();
  for (const position of [3, 3, 3, 1])
    bench.simulator.fault('status', reply({ status: 'in_queue', queue_position: position }));
  bench.simulator.fault('status', reply({ status: 'in_progress' }), 2);
  await bench.generate();
  expect(bench.events.map((event) => (event.event === 'state' ? event.state : event.event))).toEqual([
    'submitting',
    'submitted',
    { state: 'in_queue', position: 3 },
    'polled',
    'polled',
    { state: 'in_queue', position: 1 },
    { state: 'in_progress' },
    'polled',
    { state: 'completed' },
  ]);
});

test('status and result are read with the token, only at the origin of api-url, whatever a response says', async () => {
  await using elsewhere = await openBench();
  await using bench = await openBench();
  const id = 'abc_DEF-123';
  const links = { status_url: `${elsewhere.simulator.url}/v1/s`, result_url: `${elsewhere.simulator.url}/v1/r` };
  bench.simulator.fault('submit', reply({ request_id: id, ...links }));
  bench.simulator.fault('status', reply({ status: 'completed', ...links }));
  bench.simulator.fault('result', reply({ status: 'succeeded', output: { image: 'https://x.runcomfy.net/a.png' } }));
  bench.simulator.expectUnexpected(); // the id is none of its own
  const finished = await bench.generate();
  expect(finished).toMatchObject({ requestId: id, cost: null, output: { image: 'https://x.runcomfy.net/a.png' } });
  expect(elsewhere.simulator.calls).toEqual([]);
});

test.each([
  { name: 'a minute', timeoutMs: 60_000, least: 35, max: 50 },
  { name: 'ten minutes', timeoutMs: 600_000, least: 70, max: 100 },
])('a request of $name is polled $least to $most times', async ({ timeoutMs, least, max }) => {
  await using bench = await openBench({ runMs: Number.POSITIVE_INFINITY });
  expect(await bench.failure({ timeoutMs })).toMatchObject({ kind: 'timeout' });
  expect(bench.count('status')).toBeGreaterThan(least);
  expect(bench.count('status')).toBeLessThan(max);
});
