// A limit ends after its time or with an outer signal, and then leaves nothing behind.
import { getEventListeners } from 'node:events';
import { expect, test } from '@jest/globals';
import { graceAfter, timeLimit } from '../../src/lib/time-limit.ts';
import { virtualClock } from '../helpers/clock.ts';
import { settled } from '../helpers/until.ts';

const LATE = new Error('too late');
const CANCELLED = new Error('cancelled');

test('a limit aborts with its reason when the time is over', async () => {
  const clock = virtualClock({ reachMs: 0 });
  const limit = timeLimit(clock, 1_000, () => LATE, new AbortController().signal);
  clock.advance(999);
  await settled();
  expect(limit.signal.aborted).toBe(false);
  clock.advance(1);
  await settled();
  expect(limit.signal.reason).toBe(LATE);
});

test.each([
  { name: 'while the limit runs', before: false },
  { name: 'before the limit begins', before: true },
])('an outer signal that aborts $name ends it with its own reason', async ({ before }) => {
  const outer = new AbortController();
  if (before) outer.abort(CANCELLED);
  const limit = timeLimit(virtualClock({ reachMs: 0 }), 1_000, () => LATE, outer.signal);
  outer.abort(CANCELLED);
  expect(limit.signal.reason).toBe(CANCELLED);
});

test.each([
  { name: 'a limit', begin: (outer: AbortSignal) => timeLimit(virtualClock(), 1_000, () => LATE, outer) },
  {
    name: 'a grace period',
    begin: (outer: AbortSignal) => graceAfter(new AbortController().signal, virtualClock(), 1_000, outer),
  },
])('$name leaves no listeners behind after its end', ({ begin }) => {
  const outer = new AbortController();
  const limit = begin(outer.signal);
  expect(getEventListeners(outer.signal, 'abort')).toHaveLength(1);
  limit.end();
  expect(getEventListeners(outer.signal, 'abort')).toHaveLength(0);
  outer.abort(CANCELLED);
  expect(limit.signal.aborted).toBe(false);
});

test('a grace period starts with its signal, and ends with its reason', async () => {
  const clock = virtualClock({ reachMs: 0 });
  const cancelled = new AbortController();
  const grace = graceAfter(cancelled.signal, clock, 1_000, new AbortController().signal);
  clock.advance(5_000);
  cancelled.abort(CANCELLED);
  await settled();
  expect(grace.signal.aborted).toBe(false);
  clock.advance(1_000);
  await settled();
  expect(grace.signal.reason).toBe(CANCELLED);
});

test('an outer signal ends a grace period that has not started', () => {
  const forceStop = new AbortController();
  const grace = graceAfter(new AbortController().signal, virtualClock(), 1_000, forceStop.signal);
  forceStop.abort(CANCELLED);
  expect(grace.signal.reason).toBe(CANCELLED);
});
