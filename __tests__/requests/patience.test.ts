// When a request counts as gone or refused.
import { expect, test } from '@jest/globals';
import {
  believed,
  doubtsAfter,
  mayHaveExpired,
  NO_DOUBTS,
  nextAsk,
  type Reading,
} from '../../src/requests/patience.ts';

/** One answer each so many milliseconds; what is believed after the last. */
function after(everyMs: number, readings: readonly Reading[]): string | null {
  let doubts = NO_DOUBTS;
  let now = 0;
  for (const reading of readings) {
    now += everyMs;
    doubts = doubtsAfter(doubts, reading, now);
  }
  return believed(doubts, now);
}

test.each<{ name: string; everyMs: number; readings: readonly Reading[]; expected: string | null }>([
  { name: 'no answer yet', everyMs: 0, readings: [], expected: null },
  { name: 'four in no time', everyMs: 10, readings: ['missing', 'missing', 'missing', 'missing'], expected: null },
  { name: 'three over an hour', everyMs: 1_800_000, readings: ['missing', 'missing', 'missing'], expected: null },
  {
    name: 'four over ten seconds',
    everyMs: 3_334,
    readings: ['missing', 'missing', 'missing', 'missing'],
    expected: 'gone',
  },
  {
    name: 'four other refusals',
    everyMs: 3_334,
    readings: ['refusal', 'refusal', 'refusal', 'refusal'],
    expected: 'refused',
  },
  {
    name: 'an outage between them',
    everyMs: 5_000,
    readings: ['missing', 'missing', 'outage', 'missing', 'missing'],
    expected: null,
  },
  { name: 'both kinds', everyMs: 4_000, readings: ['missing', 'refusal', 'missing', 'refusal'], expected: 'refused' },
  {
    name: 'outages only',
    everyMs: 60_000,
    readings: ['outage', 'outage', 'outage', 'outage', 'outage'],
    expected: null,
  },
])('$name: $expected', ({ everyMs, readings, expected }) => {
  expect(after(everyMs, readings)).toBe(expected);
});

test.each([
  { name: 'an hour ago', acceptedAt: 99 * 3_600_000, expected: false },
  { name: 'two days ago', acceptedAt: 52 * 3_600_000, expected: true },
  { name: 'at an unknown time', acceptedAt: null, expected: true },
])('files of a request that was accepted $name may have expired: $expected', ({ acceptedAt, expected }) => {
  expect(mayHaveExpired(acceptedAt, 100 * 3_600_000)).toBe(expected);
});

test.each<{ name: string; readings: readonly Reading[]; expected: number | null }>([
  { name: 'nothing in doubt', readings: ['outage'], expected: null },
  { name: 'a refusal at 2 s', readings: ['outage', 'refusal'], expected: 12_000 },
  { name: 'refused since 1 s, missing since 3 s', readings: ['refusal', 'refusal', 'missing'], expected: 11_000 },
])('when a refusal is believed, with one response per second: $name', ({ readings, expected }) => {
  const doubts = readings.reduce((sum, reading, n) => doubtsAfter(sum, reading, (n + 1) * 1_000), NO_DOUBTS);
  expect(nextAsk(doubts, readings.length * 1_000)).toBe(expected);
  expect(nextAsk(doubts, 60_000)).toBeNull();
});
