// Polls an accepted request until it has a result, through outages and single refusals. Never cancels it.
import { ConnectionError } from '../http/client.ts';
import { retryDelay } from '../http/retry.ts';
import type { ActionError } from '../lib/errors.ts';
import type { Clock } from '../lib/ports.ts';
import { type RequestResult, type RequestState, ServiceError } from '../runcomfy/protocol.ts';
import type { Backend } from './backend.ts';
import type { RequestEvent } from './events.ts';
import type { Pace } from './pacing.ts';
import { believed, doubtsAfter, NO_DOUBTS, nextAsk, readingOf } from './patience.ts';

/** How long an unknown word for an end must stay before it is believed. */
const END_STANDS_MS = 20_000;

export type FinalResult = Exclude<RequestResult, { readonly result: 'pending' }>;

/** How the wait ended. */
export type Followed =
  | { readonly end: 'result'; readonly result: FinalResult }
  /** The signal aborted. `trouble` is the error of the last call, if any. */
  | { readonly end: 'stopped'; readonly reason: unknown; readonly trouble: ActionError | null }
  /** It certainly no longer exists, or RunComfy refuses to say anything about it. */
  | { readonly end: 'gone' | 'refused'; readonly error: ServiceError };

interface FollowOptions {
  readonly service: Backend;
  readonly clock: Clock;
  readonly pace: Pace;
  /** Submitted before this run. It may be finished, so it is polled immediately, and its age is not used for pacing. */
  readonly adopted: boolean;
  readonly signal: AbortSignal;
  readonly onEvent: (event: RequestEvent) => void;
}

export async function follow(
  requestId: string,
  { service, clock, pace, adopted, signal, onEvent }: FollowOptions,
): Promise<Followed> {
  const started = clock.now();
  const age = (): number => clock.now() - started;
  let polled = 0;
  let shown = '';
  let ended = false;
  let failures = 0;
  let doubts = NO_DOUBTS;
  let trouble: ActionError | null = null;
  /** Age when RunComfy first reported an end. */
  let endedAt: number | null = null;
  let due = adopted ? 0 : pace.next(0);

  function answered(): void {
    failures = 0;
    doubts = NO_DOUBTS;
    trouble = null;
  }

  /** Polls once. */
  async function look(before: number): Promise<RequestResult> {
    const state: RequestState = ended ? { state: 'completed' } : await service.state(requestId, signal);
    // RunComfy knows the state, so it has the request. Refusals of its result are counted from here.
    if (!ended) answered();
    if (!ended && (state.state === 'completed' || state.state === 'cancelled')) {
      ended = true;
      if (!adopted) pace.stopped(before, polled);
    }
    const words = JSON.stringify(state);
    onEvent(words === shown ? { event: 'polled' } : { event: 'state', state, ageMs: age() });
    shown = words;
    if (!ended && state.state !== 'unknown') return { result: 'pending' };
    const result = await service.result(requestId, signal);
    if (result.result !== 'pending') return result;
    if (state.state === 'cancelled') return { result: 'cancelled' };
    return result.end === undefined && state.state === 'unknown' && state.end !== null
      ? { result: 'pending', end: state.end }
      : result;
  }

  for (;;) {
    try {
      await clock.sleep(Math.max(0, due - age()), signal);
      const before = polled;
      polled = age();
      const result = await look(before);
      if (result.result !== 'pending') return { end: 'result', result };
      endedAt = result.end === undefined ? null : (endedAt ?? age());
      if (result.end !== undefined && endedAt !== null && age() - endedAt >= END_STANDS_MS)
        return { end: 'result', result: result.end };
      answered();
      due = pace.next(polled);
    } catch (error) {
      if (signal.aborted) return { end: 'stopped', reason: signal.reason, trouble };
      if (!(error instanceof ServiceError || error instanceof ConnectionError)) throw error;
      doubts = doubtsAfter(doubts, readingOf(error), clock.now());
      const end = believed(doubts, clock.now());
      if (end !== null && error instanceof ServiceError) return { end, error };
      failures += 1;
      trouble = error;
      if (failures === 1) onEvent({ event: 'trouble', error, doing: 'poll' });
      const retryAfterMs = error instanceof ServiceError ? error.retryAfterMs : null;
      const retry = age() + retryDelay(failures, retryAfterMs, clock.random());
      const decisive = retryAfterMs === null ? nextAsk(doubts, clock.now()) : null;
      due = Math.max(pace.next(polled), decisive === null ? retry : Math.min(retry, decisive - started));
    }
  }
}
