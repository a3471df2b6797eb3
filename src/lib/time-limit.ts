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

export function timeLimit(clock: Clock, ms: number, reason: () => Error): TimeLimit {
  const limit = new AbortController();
  const done = new AbortController();
  clock.sleep(ms, done.signal).then(
    () => limit.abort(reason()),
    () => {},
  );
  return { signal: limit.signal, end: () => done.abort(ENDED) };
}

/** A limit that starts when `signal` aborts, and ends with its reason. */
export function graceAfter(signal: AbortSignal, clock: Clock, ms: number): TimeLimit {
  const limit = new AbortController();
  const done = new AbortController();
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
      signal.removeEventListener('abort', begin);
      done.abort(ENDED);
    },
  };
}

/** Rejects with the signal's reason when it aborts. The work itself continues. */
export function noLongerThan<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const over = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return Promise.race([work, over]);
}
