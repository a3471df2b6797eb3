// How long a file is waited for that cannot be had just now: one pure function.
import { retryDelay } from '../http/retry.ts';

/** `not-ready`: a CDN may know a fresh file, or a signature of it, late. `busy`: wants to be left alone. `broken`: no answer, or a part of one. `refused`: all else. */
export type Trouble = 'not-ready' | 'busy' | 'broken' | 'refused';

export interface Waiting {
  readonly trouble: Trouble;
  /** How often this trouble was met since anything went well, this time included. */
  readonly tries: number;
  /** Since it was met first. */
  readonly elapsedMs: number;
  readonly retryAfterMs: number | null;
  /** From 0 to 1. */
  readonly random: number;
}

/** It is given up when both are reached: a server may be slow to fail, and a file of 1 GB takes its time to break off. */
const LIMITS: Readonly<Record<Trouble, { readonly windowMs: number; readonly leastTries: number }>> = {
  'not-ready': { windowMs: 25_000, leastTries: 4 },
  busy: { windowMs: 120_000, leastTries: 1 },
  broken: { windowMs: 120_000, leastTries: 5 },
  // That a file is gone counts only if it was said four times over 10 s.
  refused: { windowMs: 12_000, leastTries: 4 },
};

/** A server that wants to be left alone for longer is as good as down. */
const LONGEST_ASKED_MS = 120_000;

/** Milliseconds until the next try, Retry-After in full; null: give up. The last try is at the end of the window. */
export function patience({ trouble, tries, elapsedMs, retryAfterMs, random }: Waiting): number | null {
  const { windowMs, leastTries } = LIMITS[trouble];
  if (tries >= leastTries && elapsedMs >= windowMs) return null;
  if (retryAfterMs !== null) return retryAfterMs > LONGEST_ASKED_MS ? null : retryDelay(tries, retryAfterMs, random);
  const delay = retryDelay(tries, null, random);
  return elapsedMs < windowMs ? Math.min(delay, windowMs - elapsedMs) : delay;
}

/** What an answer means that is not the file. */
export function troubleOf(status: number): Trouble {
  if ([202, 401, 403, 404].includes(status)) return 'not-ready';
  if ([408, 425, 429].includes(status) || status >= 500) return 'busy';
  return 'refused';
}
