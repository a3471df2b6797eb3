// The errors of requests without a result: their messages, what is still open at RunComfy, and what goes on record.
import { ActionError, type FailureKind } from '../lib/errors.ts';
import { duration } from '../lib/figures.ts';
import { besidesIds, pagesOf } from '../lib/request-pages.ts';
import { type FailedResult, REFUSAL_ADVICE, type ServiceError } from '../runcomfy/protocol.ts';
import type { Ending, Unsettled } from '../tasks/paid-request.ts';

/** A request without a result. */
export class RequestError extends ActionError {
  readonly requestId: string | null;
  /** null: RunComfy said that it failed, or did not accept it. */
  readonly unsettled: Unsettled | null;
  /** null: nothing was accepted, so there is nothing to record. */
  readonly ending: Ending | null;
  readonly cost: number | null;

  constructor(
    kind: FailureKind,
    message: string,
    details: {
      requestId: string | null;
      ending: Ending | null;
      unsettled?: Unsettled | null;
      cost?: number | null;
      advice?: string;
      cause?: unknown;
    },
  ) {
    super(kind, message, { advice: details.advice ?? '', cause: details.cause });
    this.requestId = details.requestId;
    this.unsettled = details.unsettled ?? null;
    this.ending = details.ending;
    this.cost = details.cost ?? null;
  }
}

/** What the reader can do about a paid request, with this run's inputs. One sentence each, or empty. */
export interface Remedies {
  /** How to pay for the same again, on purpose. */
  readonly anew: string;
  /** What to do if RunComfy no longer has it. */
  readonly gone: string;
  /** How to get a paid request if no later run finds it by itself. */
  readonly collect: (requestId: string) => string;
  /** The id of the request's deployment; null for a model. */
  readonly deployment: string | null;
}

export interface RemedySources {
  readonly source: 'manifest' | 'inputs' | 'collect';
  /** Whether later runs can find the requests of this run, as far as is known when it is called. */
  readonly isOnRecord: () => boolean;
  readonly deployment: string | null;
}

export function remediesOf({ source, isOnRecord, deployment }: RemedySources): Remedies {
  const collect = (requestId: string): string => {
    if (isOnRecord() || source === 'collect') return '';
    return `Input \`collect: ${requestId}\`${besidesIds([deployment])} fetches it without paying again.`;
  };
  switch (source) {
    case 'manifest':
      return {
        anew: 'It is not paid for again until its recipe changes or you name it in `force`.',
        gone: 'To generate it again, and pay for it again, name it in `force`.',
        collect,
        deployment,
      };
    case 'inputs':
      return {
        anew: 'It is not paid for again unless you change its inputs or set `resume: false`.',
        gone: 'To generate it again, and pay for it again, set `resume: false`.',
        collect,
        deployment,
      };
    case 'collect':
      return { anew: '', gone: 'Check the id. RunComfy does not keep requests forever.', collect, deployment };
  }
}

/** The reason of a wait that `timeout` ends. */
export class Deadline extends Error {
  readonly ms: number;

  constructor(ms: number) {
    super('deadline');
    this.ms = ms;
  }
}

/** It is certain that nothing was accepted: RunComfy said so, or there was no connection. */
export function notAccepted(doing: string, error: ActionError, note: string): RequestError {
  return new RequestError(error.kind, `${doing}: ${error.message}`, {
    requestId: null,
    ending: null,
    advice: sentences(error.advice, note),
    cause: error,
  });
}

export function stoppedBeforeSubmit(reason: unknown): RequestError {
  const kind = reason instanceof Deadline ? 'timeout' : 'cancelled';
  return new RequestError(kind, 'Not submitted: the run was stopped first.', { requestId: null, ending: null });
}

/** The submit was sent, and it is not known whether it arrived. */
export function outcomeUnknown(
  doing: string,
  { said, cause }: { readonly said: string; readonly cause: unknown },
  { deployment }: Pick<Remedies, 'deployment'>,
): RequestError {
  return new RequestError(
    'outcome-unknown',
    `${doing}: ${said} It is not known whether the request was accepted, so it was not sent again.`,
    {
      requestId: null,
      ending: 'unknown',
      unsettled: 'unknown',
      advice: `Check ${pagesOf([deployment])} before you run this again: the request may be there, and billed.`,
      cause,
    },
  );
}

/** The same for a request on record, from an earlier run. */
export function unknownBefore({ anew, deployment }: Remedies): RequestError {
  return new RequestError(
    'outcome-unknown',
    'An earlier run submitted this, but the response was lost. It is not known whether the request was accepted, so it was not submitted again.',
    {
      requestId: null,
      ending: 'unknown',
      unsettled: 'unknown',
      advice: sentences(
        `Check ${pagesOf([deployment])}: the request may be there, and billed. To download its files, pass its id to \`collect\`${besidesIds([deployment])}.`,
        anew,
      ),
    },
  );
}

const CHECK_MODEL = 'Check the prompt and the parameters against the API page of the model, then run again.';

export function failedAtRunComfy(
  requestId: string,
  { reason, refused, cost, endedAs, advice = CHECK_MODEL }: FailedResult,
  { deployment }: Pick<Remedies, 'deployment'>,
): RequestError {
  const said = reason === '' ? 'and gave no reason' : `and said ${reason}`;
  if (endedAs !== undefined) {
    return new RequestError('refused', `RunComfy ended this request as ${endedAs} ${said}.`, {
      requestId,
      ending: 'refused',
      cost,
      advice: `It is not paid for again automatically. Find request ${requestId} under ${pagesOf([deployment])}, then change the prompt or the parameters.`,
    });
  }
  return refused
    ? new RequestError('refused', `RunComfy refused to generate this ${said}.`, {
        requestId,
        ending: 'refused',
        cost,
        advice: REFUSAL_ADVICE,
      })
    : new RequestError('generation-failed', `RunComfy failed to generate this ${said}.`, {
        requestId,
        ending: 'failed',
        cost,
        advice,
      });
}

export function cancelledElsewhere(requestId: string): RequestError {
  return new RequestError('cancelled', 'The request was cancelled at RunComfy, but not by this run.', {
    requestId,
    ending: 'cancelled',
    advice: 'Run again to generate it.',
  });
}

/** Why the wait for a request ended early. */
export interface Stop {
  /** A Deadline, or the reason of the cancellation. */
  readonly reason: unknown;
  /** The error of the last call, if any. */
  readonly trouble: ActionError | null;
  readonly unsettled: 'cancelled' | 'running';
  /** False: this run must not cancel it. */
  readonly mayCancel: boolean;
}

export function stoppedWaiting(
  requestId: string,
  { reason, trouble, unsettled, mayCancel }: Stop,
  remedies: Remedies,
): RequestError {
  const now = whatGoesOn(unsettled, mayCancel);
  const look = unsettled === 'cancelled' ? '' : whereToLook(requestId, remedies);
  if (!(reason instanceof Deadline)) {
    return new RequestError('cancelled', `The run was cancelled. ${now}`, {
      requestId,
      unsettled,
      ending: unsettled,
      advice: look,
    });
  }
  const said = trouble === null ? '' : ` The last response was: ${trouble.message}`;
  const next = trouble === null ? 'Raise `timeout` if it needs longer.' : trouble.advice;
  return new RequestError('timeout', `No result within ${duration(reason.ms)} (\`timeout\`).${said} ${now}`, {
    requestId,
    unsettled,
    ending: unsettled === 'running' ? 'outlasted' : 'cancelled',
    advice: sentences(look, next),
  });
}

/** RunComfy has said so often enough, for long enough. `unsettled` null: this run cannot be billed for it. */
export function noLongerThere(
  requestId: string,
  error: ActionError,
  unsettled: 'running' | null,
  advice: string,
): RequestError {
  return new RequestError('request-not-found', `RunComfy no longer has request ${requestId}: ${error.message}`, {
    requestId,
    unsettled,
    ending: 'gone',
    advice,
    cause: error,
  });
}

/** All its files are gone. */
export function filesGone(requestId: string, first: ActionError, remedies: Remedies): RequestError {
  return new RequestError(
    'request-not-found',
    `RunComfy no longer has the files of request ${requestId}: ${first.message}`,
    { requestId, ending: 'gone', advice: remedies.gone, cause: first },
  );
}

/** RunComfy refuses to say anything about the request, so its state is not known. */
export function refusedToTell(
  requestId: string,
  error: ServiceError,
  { unsettled, mayCancel }: Omit<Stop, 'reason' | 'trouble'>,
  remedies: Remedies,
): RequestError {
  const look = unsettled === 'cancelled' ? '' : whereToLook(requestId, remedies);
  const message = `Checking request ${requestId}: ${error.message} ${whatGoesOn(unsettled, mayCancel)}`;
  const advice = sentences(error.advice, look);
  return new RequestError(error.kind, message, { requestId, unsettled, ending: unsettled, advice, cause: error });
}

/** Reports the failure of an earlier run again, without paying again. */
export function failedBefore(requestId: string, ending: 'refused' | 'empty' | 'outlasted'): RequestError {
  const details = { requestId, ending };
  switch (ending) {
    case 'refused':
      return new RequestError(
        'refused',
        `RunComfy refused to generate this in an earlier run, as request ${requestId}.`,
        {
          ...details,
          advice: 'Change the prompt: the same words will be refused again.',
        },
      );
    case 'empty':
      return new RequestError(
        'no-output',
        `RunComfy finished request ${requestId} in an earlier run, without any output.`,
        {
          ...details,
        },
      );
    case 'outlasted':
      return new RequestError(
        'timeout',
        `Request ${requestId} of an earlier run took longer than its \`timeout\`, could not be cancelled, and has no result yet: it may be billed.`,
        {
          ...details,
          unsettled: 'running',
          advice: 'A later run collects it once it is done.',
        },
      );
  }
}

/** The failure of a request that an earlier run paid for. */
export function notPaidAgain(error: RequestError, { anew }: Remedies): RequestError {
  return new RequestError(error.kind, error.message, { ...error, advice: sentences(error.advice, anew) });
}

function whatGoesOn(unsettled: 'cancelled' | 'running', triedToCancel: boolean): string {
  if (unsettled === 'cancelled') return 'RunComfy cancelled the request.';
  return triedToCancel
    ? 'It could no longer be cancelled: it is still running at RunComfy and may be billed.'
    : 'It was not cancelled: it may still be running at RunComfy, and may be billed.';
}

export function whereToLook(requestId: string, remedies: Remedies): string {
  return sentences(`Find request ${requestId} under ${pagesOf([remedies.deployment])}.`, remedies.collect(requestId));
}

export function sentences(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join(' ');
}
