// When a simulated request starts and ends: first come, first served, on a number of workers. Computed, never waited for.

export interface QueueOptions {
  /** Milliseconds that each request waits at least; default 0. */
  readonly queueMs?: number | undefined;
  /** Milliseconds that each request runs; default 0. */
  readonly runMs?: number | undefined;
  /** How many run at once; default Infinity. */
  readonly workers?: number | undefined;
}

export class Queue {
  readonly #queueMs: number;
  readonly #runMs: number;
  readonly #workers: number;
  /** When each worker in use has nothing more to do. */
  #freeAt: number[] = [];

  constructor({ queueMs = 0, runMs = 0, workers = Number.POSITIVE_INFINITY }: QueueOptions) {
    this.#queueMs = queueMs;
    this.#runMs = runMs;
    this.#workers = workers;
  }

  /** Places the next request in line; all times are milliseconds on the caller's clock. */
  place(submittedAt: number): { readonly startsAt: number; readonly endsAt: number } {
    const worker =
      this.#freeAt.length < this.#workers ? this.#freeAt.length : this.#freeAt.indexOf(Math.min(...this.#freeAt));
    const startsAt = Math.max(submittedAt + this.#queueMs, this.#freeAt[worker] ?? 0);
    const endsAt = startsAt + this.#runMs;
    if (this.#workers !== Number.POSITIVE_INFINITY) this.#freeAt[worker] = endsAt;
    return { startsAt, endsAt };
  }

  /** Forgets all placements: after a cancellation, those that remain are placed anew and move up. */
  clear(): void {
    this.#freeAt = [];
  }
}
