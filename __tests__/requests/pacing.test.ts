// When to poll: often at first, less later, and at the right moment once other requests have shown it.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { adaptivePacer, fixedPacer, type Pacer } from '../../src/requests/pacing.ts';

/** The polls of one request that takes `ms`, each answered at once; the pacer learns from it. */
function polls(pacer: Pacer, ms: number, model = 'm'): readonly number[] {
  const pace = pacer(model);
  const times: number[] = [];
  for (let polled = 0; polled < ms; ) {
    const next = pace.next(polled);
    times.push(next);
    if (next >= ms) pace.stopped(polled, next);
    polled = next;
  }
  return times;
}

test('a fixed interval is kept', () => {
  expect(polls(fixedPacer(2_000), 7_000)).toEqual([2_000, 4_000, 6_000, 8_000]);
});

describe('adaptive', () => {
  test('starts at 300 ms', () => {
    expect(polls(adaptivePacer(), 1_000)).toEqual([300, 600, 900, 1_200]);
  });

  test.each([
    { ms: 60_000, max: 45 },
    { ms: 600_000, max: 90 },
    { ms: 1_800_000, max: 170 },
  ])('polls a request of $ms ms at most $most times', ({ ms, max }) => {
    expect(polls(adaptivePacer(), ms).length).toBeLessThanOrEqual(max);
  });

  test('notices an end within a tenth of the time that it took, and within 15 s', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3_600_000 }), (ms) => {
        const late = (polls(adaptivePacer(), ms).at(-1) ?? 0) - ms;
        expect(late).toBeLessThanOrEqual(Math.min(15_000, Math.max(300, ms * 0.1)));
      }),
    );
  });

  test('after a few requests of the same length, the end of the next one is noticed almost immediately', () => {
    const pacer = adaptivePacer();
    const late = Array.from({ length: 10 }, () => (polls(pacer, 20_000).at(-1) ?? 0) - 20_000);
    expect(late[0]).toBeGreaterThan(40);
    expect(late.at(-1)).toBeLessThanOrEqual(40);
  });

  test('one model teaches nothing about another', () => {
    const pacer = adaptivePacer();
    polls(pacer, 20_000, 'a');
    expect(polls(pacer, 20_000, 'b')).toEqual(polls(adaptivePacer(), 20_000));
  });

  test('never goes back, and learning costs at most two polls', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 600_000 }), { minLength: 1, maxLength: 20 }), (durations) => {
        const pacer = adaptivePacer();
        for (const ms of durations) {
          const times = polls(pacer, ms);
          expect(times.every((time, n) => time > (times[n - 1] ?? 0))).toBe(true);
          expect(times.length).toBeLessThanOrEqual(polls(adaptivePacer(), ms).length + 2);
        }
      }),
    );
  });
});
