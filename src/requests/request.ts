// The life of one request: collect a paid one, or submit once and poll until it ends. After a deadline or a cancel, cancel it, and report how it really ended.
import { ConnectionError } from '../http/client.ts';
import { patiently } from '../http/retry.ts';
import type { Json } from '../lib/json.ts';
import type { Clock } from '../lib/ports.ts';
import { type TimeLimit, timeLimit } from '../lib/time-limit.ts';
import { type RequestResult, ServiceError } from '../runcomfy/protocol.ts';
import type { Ending, PaidRequest } from '../tasks/paid-request.ts';
import type { Backend } from './backend.ts';
import { CANCEL_TIMETABLE } from './cancel-timetable.ts';
import type { RequestEvent } from './events.ts';
import {
  cancelledElsewhere,
  Deadline,
  failedAtRunComfy,
  failedBefore,
  noLongerThere,
  notAccepted,
  notPaidAgain,
  type Remedies,
  RequestError,
  refusedToTell,
  stoppedWaiting,
  unknownBefore,
  whereToLook,
} from './failures.ts';
import { type FinalResult, type Followed, follow } from './follow.ts';
import type { Pacer } from './pacing.ts';
import { endRequest } from './settle.ts';
import { type Accepted, submit } from './submit.ts';
import type { SubmitGate } from './submit-gate.ts';

export interface GenerateOptions {
  readonly service: Backend;
  readonly clock: Clock;
  readonly pacer: Pacer;
  /** One for all requests of a run. */
  readonly gate: SubmitGate;
  /** Aborts when the run is cancelled. */
  readonly cancelled: AbortSignal;
  /** Aborts when everything must end immediately. */
  readonly forceStop: AbortSignal;
  /** Longest time from submit to result, in milliseconds. */
  readonly timeoutMs: number;
  /** False with input `collect`: the request belongs to another run, which may still wait for it. */
  readonly mayCancel: boolean;
  readonly remedies: Remedies;
  /** May only throw at `submitting`, if it cannot be written down. Then nothing is submitted. */
  readonly onEvent: (event: RequestEvent) => void;
}

/** A request with a result. Its files are handled elsewhere. */
export interface Finished {
  readonly requestId: string;
  /** What is to be saved, in any shape. */
  readonly output: unknown;
  /** The same for the report, as received. */
  readonly raw: unknown;
  /** Why there is no output, if the service has a known reason; otherwise null. */
  readonly emptyBecause: string | null;
  /** The rest of the result. */
  readonly beside: Json;
  /** USD; null if RunComfy did not report it. */
  readonly cost: number | null;
  /** When RunComfy accepted it, in milliseconds since the epoch; null if not reported. */
  readonly createdAt: number | null;
  /** From submit to result. */
  readonly tookMs: number;
  /** Paid for before this run. */
  readonly adopted: boolean;
}

/** What to submit, and the paid request. */
export interface Order {
  /** The model or deployment, as people call it. Its requests take similar times. */
  readonly target: string;
  /** Called once a new request is certainly needed. Throws ActionError if it must not be made. */
  readonly body: () => Promise<string>;
  readonly paid: PaidRequest | null;
}

/** Collects the paid request of the order, or submits a new one, and polls it to its end. Throws RequestError, or what `body` and `onEvent` throw. Emits `ended` for every request except the one whose result it returns. */
export async function generate(order: Order, options: GenerateOptions): Promise<Finished> {
  try {
    return (await collectPaid(order, options)) ?? (await makeNew(order, options));
  } catch (error) {
    if (error instanceof RequestError && error.ending !== null) options.onEvent({ event: 'ended', how: error.ending });
    throw error;
  }
}

async function makeNew({ target, body }: Order, options: GenerateOptions): Promise<Finished> {
  const { clock, onEvent } = options;
  let content = await body();
  const started = clock.now();
  const wait = waitOf(options);
  try {
    const accepted = await submit(target, content, { ...options, signal: wait.signal });
    // Frees memory: the body may contain files, and its request may take an hour while 255 others run.
    content = '';
    const { requestId } = accepted;
    onEvent({ event: 'submitted', requestId });
    const pace = options.pacer(target);
    const followed = await follow(requestId, { ...options, pace, adopted: false, signal: wait.signal });
    const output = outputOf(requestId, await settled(accepted, followed, options), options.remedies);
    return { requestId, ...output, tookMs: clock.now() - started, adopted: false };
  } finally {
    wait.end();
  }
}

/** The result of a new request. If the wait ends first, the request is cancelled. */
async function settled(
  { requestId, doubt }: Accepted,
  followed: Followed,
  { service, clock, forceStop, remedies }: GenerateOptions,
): Promise<FinalResult> {
  if (followed.end === 'result') return followed.result;
  // So the refusal that named it was right.
  if (followed.end === 'gone' && doubt !== null) throw notThereAtAll(requestId, doubt);
  const unsettled = await endRequest(requestId, { service, clock, limitMs: CANCEL_TIMETABLE.settleMs, forceStop });
  if (typeof unsettled !== 'string') return unsettled;
  if (followed.end === 'stopped')
    throw stoppedWaiting(requestId, { ...followed, unsettled, mayCancel: true }, remedies);
  if (followed.end === 'refused')
    throw refusedToTell(requestId, followed.error, { unsettled, mayCancel: true }, remedies);
  throw noLongerThere(requestId, followed.error, 'running', whereToLook(requestId, remedies));
}

function notThereAtAll(requestId: string, doubt: ServiceError): RequestError {
  const { kind, message, advice } = notAccepted('Submitting', doubt, '');
  return new RequestError(kind, `${message} It names request ${requestId}, which RunComfy does not know.`, {
    requestId: null,
    ending: 'gone',
    advice,
    cause: doubt,
  });
}

/** The result of the order's paid request; null if a new one is to be made. */
async function collectPaid({ target, paid }: Order, options: GenerateOptions): Promise<Finished | null> {
  if (paid === null) return null;
  const { requestId, ending, whenGone } = paid;
  const { clock, pacer, onEvent, mayCancel, remedies } = options;
  if (requestId === null) throw unknownBefore(remedies);
  if (ending === 'cancelled' || ending === 'failed' || ending === 'gone') return null;
  const started = clock.now();
  onEvent({ event: 'adopted', requestId, owned: mayCancel });
  const wait = waitOf(options);
  try {
    const hasEnded = ending === 'refused' || ending === 'empty' || ending === 'outlasted';
    const result = hasEnded
      ? await askOnceMore(requestId, ending, wait.signal, options)
      : await follow(requestId, { ...options, pace: pacer(target), adopted: true, signal: wait.signal }).then(
          (followed) => settledPaid(requestId, followed, options),
        );
    const lost = endingWithoutOutput(result, hasEnded);
    if (lost !== null && whenGone === 'submit') {
      onEvent({ event: 'ended', how: lost });
      return null;
    }
    if (result.result === 'gone') throw noLongerThere(requestId, result.error, null, remedies.gone);
    return { requestId, ...outputOf(requestId, result, remedies), tookMs: clock.now() - started, adopted: true };
  } catch (error) {
    throw error instanceof RequestError && staysOnRecord(error) ? notPaidAgain(error, remedies) : error;
  } finally {
    wait.end();
  }
}

/** Later runs report the same failure, or collect the request, instead of making a new one. */
function staysOnRecord({ kind, ending }: RequestError): boolean {
  return kind !== 'cancelled' && ending !== 'failed' && ending !== 'cancelled' && ending !== 'gone';
}

type PaidResult = FinalResult | { readonly result: 'gone'; readonly error: ServiceError };

/** How a request ended, if there is nothing to collect and it can be made again; otherwise null. */
function endingWithoutOutput(result: PaidResult, wasGivenUp: boolean): Ending | null {
  if (result.result === 'gone' || result.result === 'cancelled') return result.result;
  return result.result === 'failed' && !result.refused && !wasGivenUp ? 'failed' : null;
}

/** The result of a paid request. If the wait ends first, the request is cancelled if this run may do so. */
async function settledPaid(
  requestId: string,
  followed: Followed,
  { service, clock, forceStop, mayCancel, remedies }: GenerateOptions,
): Promise<PaidResult> {
  switch (followed.end) {
    case 'result':
      return followed.result;
    case 'gone':
      return { result: 'gone', error: followed.error };
    case 'refused':
      // The refusal is about the token or the gateway, so the request is left as it is.
      throw refusedToTell(requestId, followed.error, { unsettled: 'running', mayCancel: false }, remedies);
    case 'stopped': {
      const limitMs = CANCEL_TIMETABLE.settleMs;
      const unsettled = await endRequest(requestId, { service, clock, limitMs, forceStop, mayCancel });
      if (typeof unsettled !== 'string') return unsettled;
      throw stoppedWaiting(requestId, { ...followed, unsettled, mayCancel }, remedies);
    }
  }
}

/** The result of a request that had none in an earlier run, if it has one now. Throws RequestError if not. */
async function askOnceMore(
  requestId: string,
  ending: 'refused' | 'empty' | 'outlasted',
  signal: AbortSignal,
  { service, clock }: GenerateOptions,
): Promise<FinalResult> {
  const isTransient = (error: unknown): boolean =>
    error instanceof ConnectionError || (error instanceof ServiceError && error.isTransient);
  const ask = (): Promise<RequestResult> => service.result(requestId, signal);
  // After any other error, what is known about the request stays valid.
  const result = await patiently(ask, isTransient, clock, signal).catch(() => null);
  if (result === null || result.result === 'pending') throw failedBefore(requestId, ending);
  return result.result === 'failed' ? { ...result, refused: result.refused || ending === 'refused' } : result;
}

/** Throws RequestError if there is none. */
function outputOf(
  requestId: string,
  result: FinalResult,
  remedies: Remedies,
): Pick<Finished, 'output' | 'raw' | 'emptyBecause' | 'beside' | 'cost' | 'createdAt'> {
  if (result.result === 'failed') throw failedAtRunComfy(requestId, result, remedies);
  if (result.result === 'cancelled') throw cancelledElsewhere(requestId);
  const { output, raw = output, emptyBecause = null, beside, cost, createdAt } = result;
  return { output, raw, emptyBecause, beside, cost, createdAt };
}

/** The wait for a request: until `timeout` is over or the run is cancelled. */
function waitOf({ clock, timeoutMs, cancelled }: GenerateOptions): TimeLimit {
  return timeLimit(clock, timeoutMs, () => new Deadline(timeoutMs), cancelled);
}
