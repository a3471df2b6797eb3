// Retries: how long to wait after the n-th failure in a row, and reads that are simply repeated.
import type { Clock } from '../lib/ports.ts';

const FIRST_MS = 500;
const LONGEST_MS = 15_000;

/**
 * Milliseconds to wait before the next call. Retry-After is obeyed in full. Otherwise the wait doubles, with a random part of up to half, so that many
 * runners do not retry at the same moment.
 */
export function retryDelay(failures: number, retryAfterMs: number | null, random: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 10));
  const backoff = full / 2 + (full / 2) * random;
  // `Retry-After: 0` asks for no wait, but a server with problems gets one anyway.
  return retryAfterMs === null ? backoff : Math.max(retryAfterMs, FIRST_MS);
}

/** Retries a read a few times. Throws the last error, or the signal's reason. */
export async function patiently<T>(
  read: () => Promise<T>,
  mayRepeat: (error: unknown) => boolean,
  clock: Clock,
  signal: AbortSignal,
): Promise<T> {
  for (let failures = 1; ; failures++) {
    try {
      return await read();
    } catch (error) {
      if (failures === READS || !mayRepeat(error)) throw error;
      await clock.sleep(retryDelay(failures, null, clock.random()), signal);
    }
  }
}

const READS = 4;
