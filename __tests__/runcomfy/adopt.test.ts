// A request that an earlier attempt has paid for: collected instead of a new one, and replaced only where there is no result to be had.
import { expect, test } from '@jest/globals';
import type { Fault } from '../../simulator/faults.ts';
import { type Bench, MODEL, openBench } from '../helpers/service.ts';

/** The id of a request that was made before. */
async function earlier({ service }: Bench, prompt = 'a red fox'): Promise<string> {
  const id = await service.submit(MODEL, JSON.stringify({ prompt }), new AbortController().signal);
  if (id === null) throw new Error('The simulator gave no id.');
  return id;
}

test('a known request is collected at once, and nothing is submitted', async () => {
  await using bench = await openBench();
  const known = await earlier(bench);
  expect(await bench.generate({ known })).toMatchObject({ requestId: known, adopted: true, cost: 0.06, tookMs: 0 });
  expect(bench.simulator.requests).toHaveLength(1);
  expect(bench.events[0]).toEqual({ event: 'adopted', requestId: known });
});

test('a known request that still runs is waited for, through an outage', async () => {
  await using bench = await openBench();
  const known = await earlier(bench);
  bench.simulator.fault('status', { kind: 'reply', status: 200, body: { status: 'in_progress' } }, 3);
  bench.simulator.fault('status', { kind: 'html' }, 3);
  expect(await bench.generate({ known })).toMatchObject({ requestId: known, adopted: true });
  expect(bench.simulator.requests).toHaveLength(1);
});

test.each<{ name: string; prompt?: string; status?: Fault }>([
  { name: 'has failed', prompt: '[fail]' },
  { name: 'was cancelled', status: { kind: 'reply', status: 200, body: { status: 'cancelled' } } },
  { name: 'has expired', status: { kind: 'reply', status: 404, body: { error_code: 404001 } } },
])('a known request that $name is replaced by a new one', async ({ prompt, status }) => {
  await using bench = await openBench();
  const known = await earlier(bench, prompt);
  if (status !== undefined) {
    bench.simulator.fault('status', status);
    if (status.kind === 'reply' && status.status === 200) bench.simulator.fault('result', status);
  }
  const finished = await bench.generate({ known });
  expect(finished.adopted).toBe(false);
  expect(finished.requestId).not.toBe(known);
  expect(bench.simulator.requests).toHaveLength(2);
});

test('with a token that is refused, nothing is collected and nothing submitted', async () => {
  await using bench = await openBench();
  const known = await earlier(bench);
  for (const name of ['status', 'submit'] as const) {
    bench.simulator.fault(name, { kind: 'reply', status: 400, body: { error_code: 400004 } });
  }
  expect(await bench.failure({ known })).toMatchObject({ kind: 'unauthorized', requestId: null, unsettled: null });
  expect(bench.simulator.requests).toHaveLength(1);
});

test.each([403, 404])("a gateway's HTTP %d is not believed at once: it would be paid for again", async (status) => {
  await using bench = await openBench();
  const known = await earlier(bench);
  bench.simulator.fault('status', { kind: 'html', status }, 3);
  expect(await bench.generate({ known })).toMatchObject({ requestId: known, adopted: true });
  expect(bench.simulator.requests).toHaveLength(1);
});

test.each([
  { name: 'the deadline passes', timeoutMs: 30_000, kind: 'timeout' },
  { name: 'the run is cancelled', timeoutMs: 600_000, kind: 'cancelled' },
])('a known request that is waited for in vain is cancelled when $name, and not replaced', async (given) => {
  await using bench = await openBench({ queueMs: Number.POSITIVE_INFINITY });
  const known = await earlier(bench);
  const failure = await bench.failure({
    known,
    timeoutMs: given.timeoutMs,
    onEvent: ({ event }) => void (event === 'polled' && given.kind === 'cancelled' && bench.run.abort()),
  });
  expect(failure).toMatchObject({ kind: given.kind, requestId: known, unsettled: 'cancelled' });
  expect(bench.simulator.requests).toHaveLength(1);
});
