// The paid call: sent once, and again only if it certainly did not arrive.
import { ConnectionError } from '../http/client.ts';
import { retryDelay } from '../http/retry.ts';
import { asActionError } from '../lib/errors.ts';
import type { Clock } from '../lib/ports.ts';
import { graceAfter } from '../lib/time-limit.ts';
import { AcceptedInDoubt, ServiceError } from '../runcomfy/protocol.ts';
import type { Backend } from './backend.ts';
import { CANCEL_TIMETABLE } from './cancel-timetable.ts';
import type { RequestEvent } from './events.ts';
import { notAccepted, outcomeUnknown, type Remedies, stoppedBeforeSubmit } from './failures.ts';
import type { SubmitEnd, SubmitGate } from './submit-gate.ts';

export interface Accepted {
  readonly requestId: string;
  /** A refusal that names a request all the same. */
  readonly doubt: ServiceError | null;
}

interface SubmitOptions {
  readonly service: Backend;
  readonly clock: Clock;
  readonly gate: SubmitGate;
  /** Aborts when nothing more may be submitted. A submit in flight then has a little time left. */
  readonly signal: AbortSignal;
  /** Aborts when everything must end immediately. */
  readonly forceStop: AbortSignal;
  /** For all tries together, in milliseconds. */
  readonly timeoutMs: number;
  readonly remedies: Pick<Remedies, 'deployment'>;
  /** May throw at `submitting`, if it cannot be written down. Then nothing is sent. */
  readonly onEvent: (event: RequestEvent) => void;
}

/** Attempts to connect before a submit is given up. */
const CONNECT_TRIES = 5;

/** Throws RequestError, or what `onEvent` throws. */
export async function submit(target: string, content: string, options: SubmitOptions): Promise<Accepted> {
  const { clock, signal, timeoutMs, remedies, onEvent } = options;
  const doing = `Submitting to ${target}`;
  const started = clock.now();
  let unconnected = 0;
  for (let tries = 1; ; tries++) {
    const answer = await submitOnce(target, content, options);
    if (answer.answer === 'accepted') return answer;
    if (answer.answer === 'lost') throw outcomeUnknown(doing, answer, remedies);
    const { error } = answer;
    onEvent({ event: 'refused' });
    const isTransient = error instanceof ConnectionError || error.kind === 'rate-limited';
    if (!isTransient) throw notAccepted(doing, error, '');
    if (error instanceof ConnectionError) unconnected += 1;
    const delay = retryDelay(tries, error instanceof ServiceError ? error.retryAfterMs : null, clock.random());
    const isLast = unconnected >= CONNECT_TRIES || clock.now() + delay - started > timeoutMs;
    if (isLast) throw notAccepted(doing, error, 'Nothing was submitted.');
    if (!signal.aborted) onEvent({ event: 'trouble', error, doing: 'submit' });
    await clock.sleep(delay, signal).catch(() => {});
  }
}

type Answer =
  | ({ readonly answer: 'accepted' } & Accepted)
  /** It is certain that nothing was accepted. */
  | { readonly answer: 'refused'; readonly error: ServiceError | ConnectionError }
  /** Not known. */
  | { readonly answer: 'lost'; readonly said: string; readonly cause: unknown };

async function submitOnce(
  target: string,
  content: string,
  { service, clock, gate, signal, forceStop, onEvent }: SubmitOptions,
): Promise<Answer> {
  const turn = await gate.enter(signal).catch(() => null);
  if (turn === null) throw stoppedBeforeSubmit(signal.reason);
  const grace = graceAfter(signal, clock, CANCEL_TIMETABLE.submitMs, forceStop);
  let end: SubmitEnd = 'unsent';
  try {
    writeDown(gate, onEvent);
    const answer = await send(service, target, content, grace.signal);
    end = endOf(answer);
    return answer;
  } finally {
    turn.end(end);
    grace.end();
  }
}

/** A submit that cannot be written down must not be sent: after a kill, its request could not be cancelled or collected. */
function writeDown(gate: SubmitGate, onEvent: SubmitOptions['onEvent']): void {
  try {
    onEvent({ event: 'submitting' });
  } catch (error) {
    gate.close('the journal can no longer be written');
    throw error;
  }
}

async function send(service: Backend, target: string, content: string, signal: AbortSignal): Promise<Answer> {
  try {
    const requestId = await service.submit(target, content, signal);
    return requestId === null
      ? { answer: 'lost', said: 'the response has no readable request_id.', cause: null }
      : { answer: 'accepted', requestId, doubt: null };
  } catch (error) {
    if (error instanceof AcceptedInDoubt) return { answer: 'accepted', requestId: error.requestId, doubt: error };
    if (error instanceof ConnectionError && error.isUnsent) return { answer: 'refused', error };
    if (error instanceof ServiceError && error.isRejected) return { answer: 'refused', error };
    const said = signal.aborted ? 'no response in time.' : asActionError(error, 'sending').message;
    return { answer: 'lost', said, cause: error };
  }
}

function endOf(answer: Answer): SubmitEnd {
  if (answer.answer === 'lost') return 'lost';
  return answer.answer === 'refused' && answer.error instanceof ConnectionError ? 'unsent' : 'answered';
}
