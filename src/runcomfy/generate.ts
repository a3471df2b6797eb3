// One request's life: submit once, poll, fetch the result; on a deadline or a cancelled run, cancel it and say truly what became of it.
import { type ActionError, asActionError } from '../errors.ts';
import { ConnectionError } from '../http.ts';
import type { Clock } from '../ports.ts';
import type { RunComfy } from './client.ts';
import {
  Deadline,
  failedAtRunComfy,
  notAccepted,
  outcomeUnknown,
  RequestError,
  stoppedBeforeSubmit,
  stoppedWaiting,
} from './failures.ts';
import type { Pacer } from './pace.ts';
import { type RequestResult, type RequestState, ServiceError } from './protocol.ts';
import { retryDelay } from './retry.ts';
import { endRequest } from './settle.ts';

export interface GenerateOptions {
  readonly service: RunComfy;
  readonly clock: Clock;
  readonly pacer: Pacer;
  /** Aborts when the run is cancelled. */
  readonly cancelled: AbortSignal;
  /** Aborts when it must end at once: no grace for anything any more. */
  readonly hurry: AbortSignal;
  /** Longest time from submit to result, in milliseconds. */
  readonly timeoutMs: number;
  readonly onEvent: (event: RequestEvent) => void;
}

export type RequestEvent =
  /** The next moment a paid call goes out; what must survive a kill is to be written now. */
  | { readonly event: 'submitting' }
  /** It certainly was not accepted. */
  | { readonly event: 'refused' }
  /** A request that is paid for already is collected instead of a new one. */
  | { readonly event: 'adopted'; readonly requestId: string }
  | { readonly event: 'submitted'; readonly requestId: string }
  /** Asked, and nothing has changed. */
  | { readonly event: 'polled' }
  | { readonly event: 'state'; readonly state: RequestState; readonly ageMs: number }
  | { readonly event: 'trouble'; readonly error: ActionError; readonly doing: 'submit' | 'poll' };

/** A request whose result was fetched: good news; what became of the files is another matter. */
export interface Finished {
  readonly requestId: string;
  /** The `output` member of the result, of whatever shape the model has. */
  readonly output: unknown;
  /** USD; null where RunComfy did not tell. */
  readonly cost: number | null;
  /** From submit to result. */
  readonly tookMs: number;
  /** Paid for before this run. */
  readonly adopted: boolean;
}

/** How long an unanswered submit may go on after the run was cancelled: its answer is the only way to the request. */
const SUBMIT_GRACE_MS = 3_000;
/** For the cancel call and a last look: the runner kills a cancelled step after ten seconds. */
const SETTLE_LIMIT_MS = 2_500;
/** Tries to connect before a submit is given up. */
const CONNECT_TRIES = 5;
/** A refusal of a read must come this often in a row to be believed: gateways have moods, and the request is paid for. */
const VERDICTS = 4;
/** So long an end in words that nobody knows must stand to be believed. */
const END_STANDS_MS = 20_000;

/** What to submit, and the request that was paid for already. */
export interface Order {
  readonly model: string;
  readonly body: () => Promise<string>;
  readonly known: string | null;
}

/** Submits the order, or adopts its known request, and stays with the request to its end. Throws RequestError. */
export async function generate({ model, body, known }: Order, options: GenerateOptions): Promise<Finished> {
  const { service, clock, pacer, cancelled, hurry, timeoutMs, onEvent } = options;
  const doing = `Submitting to ${model}`;
  const started = clock.now();
  const life = new AbortController();
  /** What the last call met, where it met any. */
  let trouble: ActionError | null = null;
  const over = new AbortController();
  const cancel = (): void => life.abort(cancelled.reason);
  cancelled.addEventListener('abort', cancel, { once: true });
  if (cancelled.aborted) cancel();
  clock.sleep(timeoutMs, over.signal).then(
    () => life.abort(new Deadline(timeoutMs)),
    () => {},
  );

  try {
    if (known !== null) {
      const adopted = await adopt(known);
      if (adopted !== null) return adopted;
    }
    const requestId = await submit(await body());
    try {
      onEvent({ event: 'submitted', requestId });
      return finish(requestId, await collect(requestId, 'submitted'));
    } catch (error) {
      return await settle(requestId, error);
    }
  } finally {
    over.abort();
    cancelled.removeEventListener('abort', cancel);
  }

  /** The result of a request that is paid for already; null where there is none to be had, so that a new one is needed. */
  async function adopt(requestId: string): Promise<Finished | null> {
    onEvent({ event: 'adopted', requestId });
    try {
      const result = await collect(requestId, 'adopted');
      return result.result === 'succeeded' ? { ...finish(requestId, result), adopted: true } : null;
    } catch (error) {
      // Forgotten, or of another account: the record is of no use. A token that is refused is refused at the submit as well.
      if (error instanceof ServiceError && !error.passing) return null;
      return { ...(await settle(requestId, error)), adopted: true };
    }
  }

  async function submit(content: string): Promise<string> {
    let unconnected = 0;
    for (let tries = 1; ; tries++) {
      if (life.signal.aborted) throw stoppedBeforeSubmit(life.signal.reason);
      const refused = await submitOnce(content);
      if (typeof refused === 'string') return refused;
      const retryAfterMs = refused instanceof ServiceError ? refused.retryAfterMs : null;
      const delay = retryDelay(tries, retryAfterMs, clock.random());
      if (refused instanceof ConnectionError) unconnected += 1;
      if (unconnected >= CONNECT_TRIES) throw notAccepted(doing, refused, 'Nothing was submitted.');
      if (clock.now() + delay - started > timeoutMs) throw notAccepted(doing, refused, 'Nothing was submitted.');
      if (!life.signal.aborted) onEvent({ event: 'trouble', error: refused, doing: 'submit' });
      await clock.sleep(delay, life.signal).catch(() => {});
    }
  }

  /** The request id; or an error that leaves no doubt that nothing was accepted and that another try makes sense. Everything else throws. */
  async function submitOnce(content: string): Promise<string | ServiceError | ConnectionError> {
    const patience = new AbortController();
    const answered = new AbortController();
    const giveUpSoon = (): void => {
      clock.sleep(SUBMIT_GRACE_MS, answered.signal).then(
        () => patience.abort(life.signal.reason),
        () => {},
      );
    };
    const giveUp = (): void => patience.abort(hurry.reason);
    life.signal.addEventListener('abort', giveUpSoon, { once: true });
    hurry.addEventListener('abort', giveUp, { once: true });
    try {
      onEvent({ event: 'submitting' });
      const requestId = await service.submit(model, content, patience.signal);
      if (requestId !== null) return requestId;
      throw outcomeUnknown(doing, 'the answer holds no request_id that can be read.', null);
    } catch (error) {
      if (error instanceof RequestError) throw error;
      const refused =
        error instanceof ConnectionError ? error.neverSent : error instanceof ServiceError && error.turnedAway;
      if (refused) onEvent({ event: 'refused' });
      if (error instanceof ConnectionError && error.neverSent) return error;
      if (error instanceof ServiceError && error.kind === 'rate-limited') return error;
      if (error instanceof ServiceError && error.turnedAway) throw notAccepted(doing, error, '');
      const said = patience.signal.aborted ? 'no answer in time.' : asActionError(error, 'sending').message;
      throw outcomeUnknown(doing, said, error);
    } finally {
      answered.abort();
      life.signal.removeEventListener('abort', giveUpSoon);
      hurry.removeEventListener('abort', giveUp);
    }
  }

  /** Polls until the request has a result. An adopted one may be done, or gone: it is asked for at once, and RunComfy's own refusal is believed at once. */
  async function collect(requestId: string, origin: 'submitted' | 'adopted'): Promise<RequestResult> {
    const submitted = clock.now();
    const pace = pacer(model);
    const age = (): number => clock.now() - submitted;
    let polled = 0;
    let shown = '';
    let ended = false;
    let failures = 0;
    let verdicts = 0;
    let endedAt: number | null = null;
    trouble = null;
    let due = origin === 'adopted' ? 0 : pace.next(0);
    for (;;) {
      await clock.sleep(Math.max(0, due - age()), life.signal);
      const before = polled;
      polled = age();
      try {
        const state: RequestState = ended ? { state: 'completed' } : await service.state(requestId, life.signal);
        const look = state.state === 'completed' || state.state === 'cancelled' || state.state === 'unknown';
        if (look && !ended && state.state !== 'unknown') {
          ended = true;
          if (origin === 'submitted') pace.stopped(before, polled);
        }
        const words = JSON.stringify(state);
        onEvent(words === shown ? { event: 'polled' } : { event: 'state', state, ageMs: age() });
        shown = words;
        const result: RequestResult = look ? await service.result(requestId, life.signal) : { result: 'pending' };
        if (result.result !== 'pending') return result;
        if (state.state === 'cancelled') return { result: 'cancelled' };
        const end = result.end ?? (state.state === 'unknown' ? state.end : null);
        endedAt = end === null ? null : (endedAt ?? age());
        if (end !== null && endedAt !== null && age() - endedAt >= END_STANDS_MS) return end;
        failures = 0;
        verdicts = 0;
        trouble = null;
        due = pace.next(polled);
      } catch (error) {
        life.signal.throwIfAborted();
        if (!(error instanceof ServiceError || error instanceof ConnectionError)) throw error;
        const passing = error instanceof ConnectionError || error.passing;
        verdicts = passing ? 0 : verdicts + 1;
        const certain = origin === 'adopted' && error instanceof ServiceError && error.code !== null && !passing;
        if (certain || verdicts >= VERDICTS) throw error;
        failures += 1;
        trouble = error;
        if (failures === 1) onEvent({ event: 'trouble', error, doing: 'poll' });
        due = Math.max(
          pace.next(polled),
          age() + retryDelay(failures, error instanceof ServiceError ? error.retryAfterMs : null, clock.random()),
        );
      }
    }
  }

  function finish(requestId: string, result: RequestResult): Finished {
    switch (result.result) {
      case 'succeeded':
        return { requestId, output: result.output, cost: result.cost, tookMs: clock.now() - started, adopted: false };
      case 'failed':
        throw failedAtRunComfy(requestId, result);
      case 'cancelled':
        throw new RequestError('cancelled', 'The request was cancelled at RunComfy, but not by this run.', {
          requestId,
          advice: 'Run again to make it anew.',
        });
      case 'pending':
        throw new Error('a pending result is not an end');
    }
  }

  /** Something ended the wait before the request ended: cancel it, and take the result after all where it is there. */
  async function settle(requestId: string, reason: unknown): Promise<Finished> {
    if (reason instanceof RequestError) throw reason;
    const unsettled = await endRequest(requestId, { service, clock, limitMs: SETTLE_LIMIT_MS, hurry });
    if (typeof unsettled !== 'string') return finish(requestId, unsettled);
    throw stoppedWaiting(
      requestId,
      cancelled.aborted && !(reason instanceof Deadline) ? null : reason,
      unsettled,
      trouble,
    );
  }
}
