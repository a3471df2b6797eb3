// How long to wait for a file: when it is requested, and when it is given up.
import { expect, test } from '@jest/globals';
import { patience, type Trouble, troubleOf } from '../../src/files/patience.ts';

/** The moments, in seconds, at which a file is looked for that never comes. */
function looks(trouble: Trouble, random: number, retryAfterMs: number | null = null, answerMs = 0): number[] {
  const at = [0];
  for (let now = answerMs, tries = 1; tries < 100; tries++) {
    const wait = patience({ trouble, tries, elapsedMs: now - answerMs, retryAfterMs, random });
    if (wait === null) return at.map((ms) => ms / 1000);
    at.push(now + wait);
    now += wait + answerMs;
  }
  throw new Error('without end');
}

test.each<{ trouble: Trouble; from: number; to: number; gap: number }>([
  { trouble: 'not-ready', from: 20, to: 30, gap: 15 },
  { trouble: 'busy', from: 120, to: 120, gap: 15 },
  { trouble: 'broken', from: 120, to: 120, gap: 15 },
  { trouble: 'refused', from: 10, to: 15, gap: 8 },
])('$trouble: looked for at least four times, last between $from and $to s', ({ trouble, from, to, gap }) => {
  for (const random of [0, 0.5, 0.999]) {
    const at = looks(trouble, random);
    expect(at.length).toBeGreaterThanOrEqual(4);
    expect(at.length).toBeLessThan(25);
    expect(at.at(-1)).toBeGreaterThanOrEqual(from);
    expect(at.at(-1)).toBeLessThanOrEqual(to);
    for (const [index, ms] of at.entries()) expect(ms - (at[index - 1] ?? 0)).toBeLessThanOrEqual(gap);
  }
});

test.each<{ name: string; trouble: Trouble; seconds: number; at: number[] }>([
  { name: 'in full', trouble: 'busy', seconds: 90, at: [0, 90, 180] },
  { name: 'in full, at the longest', trouble: 'busy', seconds: 120, at: [0, 120] },
  { name: 'not at all where it is longer', trouble: 'busy', seconds: 121, at: [0] },
  { name: 'also of a file that is being made', trouble: 'not-ready', seconds: 10, at: [0, 10, 20, 30] },
  {
    name: 'a zero does not shorten the wait',
    trouble: 'refused',
    seconds: 0,
    at: Array.from({ length: 25 }, (_, n) => n / 2),
  },
])('Retry-After is obeyed $name', ({ trouble, seconds, at }) => {
  expect(looks(trouble, 0.5, seconds * 1000)).toEqual(at);
});

test('a server that takes a minute to fail, and a large file that breaks off late, get five tries', () => {
  expect(looks('broken', 0.5, null, 60_000)).toHaveLength(5);
});

test.each<{ trouble: Trouble; statuses: number[] }>([
  { trouble: 'not-ready', statuses: [202, 401, 403, 404] },
  { trouble: 'busy', statuses: [408, 425, 429, 500, 502, 503, 504, 520, 599] },
  { trouble: 'refused', statuses: [204, 206, 304, 400, 402, 405, 406, 409, 410, 416, 451] },
])('$trouble: $statuses', ({ trouble, statuses }) => {
  expect(statuses.map(troubleOf)).toEqual(statuses.map(() => trouble));
});
