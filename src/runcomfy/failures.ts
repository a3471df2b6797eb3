// What a request that gave no result is reported as: the words, and what is still open at RunComfy.
import { ActionError, asActionError, type FailureKind } from '../errors.ts';
import { duration } from '../figures.ts';
import { REFUSAL_ADVICE, type RequestResult, ServiceError } from './protocol.ts';

/** What is neither collected nor failed: `running` may be billed, `unknown` is a submit whose answer was lost. */
export type Unsettled = 'cancelled' | 'running' | 'unknown';

/** A request that gave no result. */
export class RequestError extends ActionError {
  readonly requestId: string | null;
  /** null: RunComfy said that it failed, or never accepted it. */
  readonly unsettled: Unsettled | null;
  readonly cost: number | null;

  constructor(
    kind: FailureKind,
    message: string,
    details: {
      requestId: string | null;
      unsettled?: Unsettled | null;
      cost?: number | null;
      advice?: string;
      cause?: unknown;
    },
  ) {
    super(kind, message, { advice: details.advice ?? '', cause: details.cause });
    this.requestId = details.requestId;
    this.unsettled = details.unsettled ?? null;
    this.cost = details.cost ?? null;
  }
}

/** The reason that a wait ends with when `timeout` is over. */
export class Deadline extends Error {
  readonly ms: number;

  constructor(ms: number) {
    super('deadline');
    this.ms = ms;
  }
}

/** RunComfy, or the lack of a connection, leaves no doubt that nothing was accepted. */
export function notAccepted(doing: string, error: ActionError, note: string): RequestError {
  return new RequestError(error.kind, `${doing}: ${error.message}`, {
    requestId: null,
    advice: `${error.advice} ${note}`.trim(),
    cause: error,
  });
}

export function stoppedBeforeSubmit(reason: unknown): RequestError {
  const kind = reason instanceof Deadline ? 'timeout' : 'cancelled';
  return new RequestError(kind, 'Not submitted: the run was stopped before.', { requestId: null });
}

/** The submit went out, and nobody can tell whether it arrived. */
export function outcomeUnknown(doing: string, said: string, cause: unknown): RequestError {
  return new RequestError(
    'outcome-unknown',
    `${doing}: ${said} It is not known whether the request was accepted, so it was not sent again.`,
    {
      requestId: null,
      unsettled: 'unknown',
      advice: 'Look under Generations on runcomfy.com before running again: it may be there, and billed.',
      cause,
    },
  );
}

export function failedAtRunComfy(
  requestId: string,
  { reason, refused, cost, endedAs }: Extract<RequestResult, { result: 'failed' }>,
): RequestError {
  const said = reason === '' ? 'and gave no reason' : `and said ${reason}`;
  if (endedAs !== undefined) {
    return new RequestError('refused', `RunComfy ended this request as ${endedAs} ${said}.`, {
      requestId,
      cost,
      advice: `It is not paid for again on its own. Look for request ${requestId} under Generations on runcomfy.com, then change the prompt or the parameters.`,
    });
  }
  return refused
    ? new RequestError('refused', `RunComfy refused to generate this ${said}.`, {
        requestId,
        cost,
        advice: REFUSAL_ADVICE,
      })
    : new RequestError('generation-failed', `RunComfy failed to generate this ${said}.`, {
        requestId,
        cost,
        advice: 'Check prompt and parameters against the model, then run again.',
      });
}

/** The wait ended before the request did: by its deadline, by an error, or (null) because the run was cancelled. */
export function stoppedWaiting(
  requestId: string,
  reason: unknown,
  unsettled: 'cancelled' | 'running',
  trouble: ActionError | null,
): RequestError {
  const now =
    unsettled === 'cancelled'
      ? 'RunComfy cancelled the request.'
      : 'It could not be cancelled any more: it goes on at RunComfy and may be billed.';
  const look = unsettled === 'cancelled' ? '' : `Look for request ${requestId} under Generations on runcomfy.com.`;
  if (reason === null)
    return new RequestError('cancelled', `The run was cancelled. ${now}`, { requestId, unsettled, advice: look });
  if (reason instanceof Deadline) {
    const said = trouble === null ? '' : ` The last answer was: ${trouble.message}`;
    const next = trouble === null ? 'Raise `timeout` if the model needs longer.' : trouble.advice;
    return new RequestError('timeout', `No result within ${duration(reason.ms)} (\`timeout\`).${said} ${now}`, {
      requestId,
      unsettled,
      advice: `${look} ${next}`.trim(),
    });
  }
  const error = asActionError(reason, 'polling');
  if (error instanceof ServiceError && error.kind === 'model-not-found') {
    return new RequestError(
      'request-not-found',
      `RunComfy does not know request ${requestId} any more: ${error.message}`,
      {
        requestId,
        unsettled,
        advice: look,
        cause: reason,
      },
    );
  }
  return new RequestError(error.kind, `Asking for request ${requestId}: ${error.message} ${now}`, {
    requestId,
    unsettled,
    advice: `${error.advice} ${look}`.trim(),
    cause: reason,
  });
}
