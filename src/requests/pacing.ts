// When to poll a request: often when it is new, rarely when it is old, and at the right moment once other requests have shown how long they take.

/** When to poll one request. Times are milliseconds since its submit. */
export interface Pace {
  /** The time of the poll that follows one at `polled` (0: none yet). */
  next(polled: number): number;
  /** The request was still running at `before` and had stopped at `after`. */
  stopped(before: number, after: number): void;
}

/** A pace for each new request of a model. */
export type Pacer = (model: string) => Pace;

export function fixedPacer(intervalMs: number): Pacer {
  return () => ({ next: (polled) => polled + intervalMs, stopped: () => {} });
}

const SHORTEST_MS = 300;
const LONGEST_MS = 15_000;
const GROWTH = 0.095;

// 300 ms at first, then a tenth of the age: the end is noticed within a tenth of the time that the request took, with about 43 polls in the first minute,
// and fewer after that.
function interval(age: number): number {
  return Math.min(LONGEST_MS, Math.max(SHORTEST_MS, age * GROWTH));
}

/** A narrower window is not worth a poll in the middle. */
const NARROW_MS = 40;

/**
 * Polls as above, and learns: for each finished request, it keeps the window in which the request stopped. The next request of the model gets up to two more
 * polls, in the middle of the window and at its end, which halves the window.
 */
export function adaptivePacer(): Pacer {
  const windows = new Map<string, { readonly from: number; readonly to: number }>();
  return (model) => {
    const aims = aimsOf(windows.get(model));
    return {
      next(polled) {
        const regular = polled + interval(polled);
        return aims.find((aim) => aim > polled && aim < regular) ?? regular;
      },
      stopped(before, after) {
        const known = windows.get(model);
        const from = known === undefined ? before : Math.max(before, known.from);
        const to = known === undefined ? after : Math.min(after, known.to);
        windows.set(model, from < to ? { from, to } : { from: before, to: after });
      },
    };
  };
}

function aimsOf(window: { readonly from: number; readonly to: number } | undefined): readonly number[] {
  if (window === undefined) return [];
  const { from, to } = window;
  return to - from < NARROW_MS ? [to] : [from + (to - from) / 2, to];
}
