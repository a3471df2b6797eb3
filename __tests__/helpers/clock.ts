// A virtual clock: its time moves on as soon as everything sleeps.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { HttpBody } from '../../src/http/body.ts';
import type { Http } from '../../src/http/client.ts';
import type { Clock } from '../../src/lib/ports.ts';

interface Sleeper {
  readonly due: number;
  wake(): void;
}

export interface VirtualClock extends Clock {
  /** The same HTTP client. Time stops during its calls. */
  watching(http: Http): Http;
  /** Time stops until `work` is settled. */
  during<T>(work: Promise<T>): Promise<T>;
  /** Moves time by hand, for calls that never get a response. */
  advance(ms: number): void;
}

interface ClockOptions {
  /** How far time moves by itself; what is due later waits for `advance`. For code that works on files, which this clock cannot see. */
  readonly reachMs?: number;
  /** Milliseconds since the epoch at the start. */
  readonly epoch?: number;
}

export function virtualClock({ reachMs = Number.POSITIVE_INFINITY, epoch = 0 }: ClockOptions = {}): VirtualClock {
  const sleepers = new Set<Sleeper>();
  let now = 0;
  let busy = 0;
  let looking = false;

  const wakeAllDue = (): void => {
    for (const sleeper of [...sleepers].sort((a, b) => a.due - b.due)) if (sleeper.due <= now) sleeper.wake();
  };

  /** Moves on to the next sleeper that is due, once what is awake had its turns and has started no call. */
  async function look(): Promise<void> {
    if (looking) return;
    looking = true;
    await nextTurn();
    await nextTurn();
    looking = false;
    const next = Math.min(...[...sleepers].map(({ due }) => due));
    if (busy > 0 || next === Number.POSITIVE_INFINITY || next - now > reachMs) return;
    now = Math.max(now, next);
    wakeAllDue();
    void look();
  }

  function watched(body: HttpBody): HttpBody {
    const { promise, resolve } = Promise.withResolvers<void>();
    void clock.during(promise);
    return {
      async *[Symbol.asyncIterator]() {
        try {
          yield* body;
        } finally {
          resolve();
        }
      },
      drop() {
        body.drop();
        resolve();
      },
    };
  }

  const clock: VirtualClock = {
    now: () => now,
    date: () => epoch + now,
    random: () => 0,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const end = (settle: () => void): void => {
          sleepers.delete(sleeper);
          signal?.removeEventListener('abort', abort);
          settle();
        };
        const abort = (): void => end(() => reject(signal?.reason));
        const sleeper: Sleeper = { due: now + ms, wake: () => end(resolve) };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', abort);
        void look();
      }),
    async during(work) {
      busy += 1;
      try {
        return await work;
      } finally {
        busy -= 1;
        void look();
      }
    },
    watching: (http) => ({
      async send(request) {
        const response = await clock.during(http.send(request));
        return { ...response, body: watched(response.body) };
      },
      close: () => http.close(),
    }),
    advance(ms) {
      now += ms;
      wakeAllDue();
    },
  };
  return clock;
}
