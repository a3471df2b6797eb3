// The requests of the simulated RunComfy, first come, first served. Their times are computed, not waited for.
import { randomUUID } from 'node:crypto';

export interface QueueOptions {
  /** Milliseconds that each request waits at least; default 0. */
  readonly queueMs?: number | undefined;
  /** Milliseconds that each request runs; default 0. */
  readonly runMs?: number | undefined;
  /** How many run at once; default Infinity. */
  readonly workers?: number | undefined;
}

/** RunComfy docs, async-queue-endpoints: the values of `status`. */
type RequestState = 'in_queue' | 'in_progress' | 'completed' | 'cancelled';

/** An accepted submit. Times are on the clock of `performance.now()`. */
export interface SimulatedRequest {
  readonly id: string;
  /** 1 for the first accepted submit, and so on. */
  readonly number: number;
  readonly model: string;
  /** The inputs, as received. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly submittedAt: number;
  readonly startsAt: number;
  readonly endsAt: number;
  /** As of now. */
  readonly state: RequestState;
  readonly cancelled: boolean;
  /** USD; null if the price is not known. */
  readonly cost: number | null;
  /** When each status call came, in milliseconds after the submit. */
  readonly polls: readonly number[];
}

interface Held extends SimulatedRequest {
  startsAt: number;
  endsAt: number;
  cancelled: boolean;
  readonly polls: number[];
}

/** The queue and its memory. */
export class Requests {
  /** In the order of their submits. */
  readonly all: readonly SimulatedRequest[];
  readonly #held: Held[] = [];
  readonly #byId = new Map<string, Held>();
  readonly #queueMs: number;
  readonly #runMs: number;
  readonly #workers: number;
  /** When each busy worker will be free. */
  #freeAt: number[] = [];

  constructor({ queueMs = 0, runMs = 0, workers = Number.POSITIVE_INFINITY }: QueueOptions) {
    this.all = this.#held;
    this.#queueMs = queueMs;
    this.#runMs = runMs;
    this.#workers = workers;
  }

  /** Adds a request to the end of the queue. */
  accept(model: string, body: SimulatedRequest['body'], cost: number | null): SimulatedRequest {
    const submittedAt = performance.now();
    const request: Held = {
      id: randomUUID(),
      number: this.#held.length + 1,
      model,
      body,
      submittedAt,
      ...this.#place(submittedAt),
      cancelled: false,
      cost,
      polls: [],
      get state() {
        if (this.cancelled) return 'cancelled';
        const now = performance.now();
        if (now < this.startsAt) return 'in_queue';
        return now < this.endsAt ? 'in_progress' : 'completed';
      },
    };
    this.#held.push(request);
    this.#byId.set(request.id, request);
    return request;
  }

  /** The request of that id, or undefined. */
  find(id: string): SimulatedRequest | undefined {
    return this.#byId.get(id);
  }

  /** Records a status call. */
  poll(id: string): void {
    const request = this.#byId.get(id);
    request?.polls.push(performance.now() - request.submittedAt);
  }

  /** 1 for the next in the queue. The docs show the field, only while `in_queue`, but not where it starts to count. */
  queuePosition({ number }: SimulatedRequest): number {
    return this.#held.filter((other) => other.number <= number && other.state === 'in_queue').length;
  }

  /** Removes a request from the queue, so that those behind it move up; false if it has started. */
  cancel(id: string): boolean {
    const request = this.#byId.get(id);
    if (request?.state !== 'in_queue') return false;
    request.cancelled = true;
    request.endsAt = performance.now();
    this.#freeAt = [];
    for (const other of this.#held) if (!other.cancelled) Object.assign(other, this.#place(other.submittedAt));
    return true;
  }

  #place(submittedAt: number): Pick<Held, 'startsAt' | 'endsAt'> {
    const busy = this.#freeAt.length;
    const worker = busy < this.#workers ? busy : this.#freeAt.indexOf(Math.min(...this.#freeAt));
    const startsAt = Math.max(submittedAt + this.#queueMs, this.#freeAt[worker] ?? 0);
    const endsAt = startsAt + this.#runMs;
    if (this.#workers !== Number.POSITIVE_INFINITY) this.#freeAt[worker] = endsAt;
    return { startsAt, endsAt };
  }
}
