// How long to wait for a file that cannot be downloaded yet: one pure function.
import { retryDelay } from '../http/retry.ts';

/** `not-ready`: a CDN may not know a new file or signature yet. `busy`: the server wants fewer calls. `broken`: no response, or only part of one. `refused`: everything else. */
export type Trouble = 'not-ready' | 'busy' | 'broken' | 'refused';

export interface Waiting {
  readonly trouble: Trouble;
  /** How often this happened since the last progress, including now. */
  readonly tries: number;
  /** Since it happened first. */
  readonly elapsedMs: number;
  readonly retryAfterMs: number | null;
  /** From 0 to 1. */
  readonly random: number;
}

/** The file is given up when both are reached, because a server can be slow to fail, and a file of 1 GB takes long until it breaks off. */
const LIMITS: Readonly<Record<Trouble, { readonly windowMs: number; readonly leastTries: number }>> = {
  'not-ready': { windowMs: 25_000, leastTries: 4 },
  busy: { windowMs: 120_000, leastTries: 1 },
  broken: { windowMs: 120_000, leastTries: 5 },
  // A file only counts as gone after four responses over 10 s.
  refused: { windowMs: 12_000, leastTries: 4 },
};

/** A server that asks for a longer wait counts as down. */
const LONGEST_ASKED_MS = 120_000;

/** Milliseconds until the next try, including all of Retry-After; null to give up. The last try is at the end of the window. */
export function patience({ trouble, tries, elapsedMs, retryAfterMs, random }: Waiting): number | null {
  const { windowMs, leastTries } = LIMITS[trouble];
  if (tries >= leastTries && elapsedMs >= windowMs) return null;
  if (retryAfterMs !== null) return retryAfterMs > LONGEST_ASKED_MS ? null : retryDelay(tries, retryAfterMs, random);
  const delay = retryDelay(tries, null, random);
  return elapsedMs < windowMs ? Math.min(delay, windowMs - elapsedMs) : delay;
}

/** What a response other than the file means. */
export function troubleOf(status: number): Trouble {
  if ([202, 401, 403, 404].includes(status)) return 'not-ready';
  if ([408, 425, 429].includes(status) || status >= 500) return 'busy';
  return 'refused';
}
