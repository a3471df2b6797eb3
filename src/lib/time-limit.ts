// Time limits: signals that abort after a time, and waits that end with a signal.
import type { Clock } from './ports.ts';

export interface TimeLimit {
  /** Aborts with the reason when the time is over. */
  readonly signal: AbortSignal;
  /** Must be called at the end, because a timer keeps the process alive. */
  end(): void;
}

/** One for all, because `abort()` without a reason creates an error with a stack each time, and every poll ends a time limit. */
const ENDED = new Error('ended before its time');

/** Aborts after `ms` with `reason`, or when `outer` aborts, with its reason. */
export function timeLimit(clock: Clock, ms: number, reason: () => Error, outer: AbortSignal | null = null): TimeLimit {
  const limit = new AbortController();
  const done = new AbortController();
  const unlink = link(outer, limit);
  clock.sleep(ms, done.signal).then(
    () => limit.abort(reason()),
    () => {},
  );
  return {
    signal: limit.signal,
    end() {
      unlink();
      done.abort(ENDED);
    },
  };
}

/** Aborts `ms` after `signal` has aborted, with its reason, or when `outer` aborts. */
export function graceAfter(signal: AbortSignal, clock: Clock, ms: number, outer: AbortSignal): TimeLimit {
  const limit = new AbortController();
  const done = new AbortController();
  const unlink = link(outer, limit);
  const begin = (): void => {
    clock.sleep(ms, done.signal).then(
      () => limit.abort(signal.reason),
      () => {},
    );
  };
  if (signal.aborted) begin();
  else signal.addEventListener('abort', begin, { once: true });
  return {
    signal: limit.signal,
    end() {
      unlink();
      signal.removeEventListener('abort', begin);
      done.abort(ENDED);
    },
  };
}

/** Forwards an abort until the returned function is called. Each call of `AbortSignal.any` leaves weak references behind, which add up in a run with thousands of images. */
function link(outer: AbortSignal | null, limit: AbortController): () => void {
  const abort = (): void => limit.abort(outer?.reason);
  if (outer?.aborted === true) abort();
  else outer?.addEventListener('abort', abort, { once: true });
  return () => outer?.removeEventListener('abort', abort);
}

/** Rejects with the signal's reason when it aborts. The work itself continues. */
export function noLongerThan<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const over = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return Promise.race([work, over]);
}
