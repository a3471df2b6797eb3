// Runs the tasks with limited concurrency, and stops submitting if more submits would only fail or waste money. A failing task never stops the others.
import type { CollectedFile, CollectOptions } from '../files/collect.ts';
import { isGone, LostFile } from '../files/lost-file.ts';
import { keepOutputs } from '../files/results.ts';
import type { Told } from '../files/told.ts';
import { limitOf } from '../lib/concurrency.ts';
import { ActionError, asActionError, errorCodes, type FailureKind } from '../lib/errors.ts';
import { once } from '../lib/once.ts';
import type { Backend } from '../requests/backend.ts';
import type { RequestEvent } from '../requests/events.ts';
import { filesGone, type Remedies, RequestError, sentences, stoppedBeforeSubmit } from '../requests/failures.ts';
import { mayHaveExpired } from '../requests/patience.ts';
import { type Finished, type GenerateOptions, generate } from '../requests/request.ts';
import { createSubmitGate } from '../requests/submit-gate.ts';
import type { Ending, PaidRequest, Unsettled } from '../tasks/paid-request.ts';
import { makerOf, type Task } from '../tasks/task.ts';
import { bodyOf } from './body.ts';
import type { Admission, Cost, Spending } from './spending.ts';

/** The result of one task, before its files have names. */
export interface Generation {
  readonly task: Task;
  readonly requestId: string | null;
  readonly tookMs: number | null;
  readonly cost: number | null;
  /** One entry for each file of the output: the file, or why there is none. */
  readonly files: readonly (CollectedFile | LostFile)[];
  /** The output of the result, for the report; undefined without a result. */
  readonly output: unknown;
  /** What the result says besides its files. */
  readonly told: Told;
  /** Why there is no output. */
  readonly failure: ActionError | null;
  readonly unsettled: Unsettled | null;
  readonly attempted: boolean;
  /** Paid for before this run, so its cost is not part of this run. */
  readonly adopted: boolean;
}

export interface GenerationOptions
  extends Omit<GenerateOptions, 'onEvent' | 'gate' | 'service' | 'remedies'>,
    Omit<CollectOptions, 'limit'> {
  readonly concurrency: number;
  /** The backend of the task's request. */
  readonly backendOf: (task: Task) => Backend;
  /** The paid request; null if a new one is made. */
  readonly paid: (task: Task) => PaidRequest | null;
  /** Waits for the input files of a task. Resolves with the complete task, or with null if it needs no request. Never rejects. */
  readonly ready: (task: Task) => Promise<Task | null>;
  /** These tasks are settled before any submit. If one of them cannot be collected, nothing is submitted. */
  readonly comesFirst: (task: Task) => boolean;
  /** Whether a task will probably need no request. If it does, it counts as a replacement (`replacing`). */
  readonly isWatched: (task: Task) => boolean;
  /** Called before a new request that was not counted: it replaces a paid one, or is for a watched task. Throws ActionError if it must not be made. */
  readonly replacing: (task: Task) => Promise<void>;
  readonly spending: Spending;
  readonly remediesOf: (task: Task) => Remedies;
  readonly onEvent: (task: Task, event: TaskEvent) => void;
}

export type TaskEvent =
  | RequestEvent
  /** The files of a paid request are gone. */
  | { readonly event: 'expired'; readonly requestId: string };

export interface Generations {
  /** One promise for each task, in order; null for tasks that needed no request. None rejects. */
  readonly results: readonly Promise<Generation | null>[];
  /** Why some requests were not submitted. */
  stopped(): string | null;
  /** Reports a failure to save a file: if the disk is full, nothing more is submitted. */
  sawFailure(failure: ActionError): void;
}

export function generateAll(tasks: readonly Task[], options: GenerationOptions): Generations {
  const { cancelled, clock, spending, remediesOf } = options;
  const inFlight = limitOf(options.concurrency);
  const downloads = limitOf(options.concurrency);
  const gate = createSubmitGate(clock);
  const kept = keepOutputs();
  const loadTold = once(() => import('../files/told.ts'));
  const loadCollect = once(() => import('../files/collect.ts'));

  function sawFailure(failure: ActionError): void {
    const reason = reasonToStop(failure);
    if (reason !== null) gate.close(reason);
  }

  /** Runs the request of the task to its result. */
  async function request(task: Task, paid: PaidRequest | null): Promise<Finished> {
    if (cancelled.aborted) throw stoppedBeforeSubmit(cancelled.reason);
    const admissions: Admission[] = [];
    const body = async (): Promise<string> => {
      if (paid !== null || options.isWatched(task)) await options.replacing(task);
      const admission = gate.state().closed === null ? await spending.admit(task, cancelled).catch(() => null) : null;
      if (admission === null) throw stoppedBeforeSubmit(cancelled.reason);
      admissions.push(admission);
      return JSON.stringify(await bodyOf(task));
    };
    let cost: Cost = 'nothing';
    try {
      const finished = await generate(
        { target: makerOf(task), paid, body },
        {
          ...options,
          service: options.backendOf(task),
          remedies: remediesOf(task),
          gate,
          onEvent: (event) => options.onEvent(task, event),
        },
      );
      cost = finished.cost === null ? 'unknown' : { told: finished.cost };
      return finished;
    } catch (error) {
      if (error instanceof RequestError) cost = costOf(error);
      throw error;
    } finally {
      for (const admission of admissions) admission.end(cost);
    }
  }

  async function generateTask(task: Task, paid: PaidRequest | null): Promise<Generation> {
    let finished: Finished;
    try {
      // The slot is free as soon as the result is known, because a download is not a request in flight.
      finished = await inFlight(() => request(task, paid));
    } catch (error) {
      const failure = asActionError(error, 'Generating');
      if (failure instanceof RequestError) {
        const generation = withoutResult(task, paid, failure);
        // A refusal of an earlier paid request can be about that request only.
        if (!generation.adopted) sawFailure(failure);
        return generation;
      }
      sawFailure(failure);
      return { ...nothing(task), failure };
    }
    const { output, raw, emptyBecause, beside, createdAt, ...known } = finished;
    const content = { output, beside, emptyBecause };
    const { toldOf } = await loadTold();
    const generation = { ...nothing(task), ...known, told: toldOf(content, task.parameters), output: kept(raw) };
    const { requestId, adopted } = finished;
    const ended = (how: Ending): void => options.onEvent(task, { event: 'ended', how });

    const { collect } = await loadCollect();
    const found = await collect(content, task.parameters, { ...options, limit: downloads }).catch((error: unknown) =>
      asActionError(error, 'Collecting the result'),
    );
    const faults = [found].flat().filter((one) => one instanceof ActionError);
    for (const fault of faults) sawFailure(fault);
    if (found instanceof ActionError) {
      const isEmpty = found.kind === 'no-output';
      ended(isEmpty ? 'empty' : 'finished');
      return { ...generation, failure: isEmpty && adopted ? advised(found, remediesOf(task).anew) : found };
    }
    const [first] = faults;
    const isGoneWhole = adopted && first !== undefined && found.every(isGone);
    if (!isGoneWhole || !mayHaveExpired(paid?.acceptedAt ?? createdAt, clock.date())) {
      ended('finished');
      const files = found.map((one) =>
        one instanceof LostFile ? one.advised(remediesOf(task).collect(requestId)) : one,
      );
      return { ...generation, files };
    }
    ended('gone');
    options.onEvent(task, { event: 'expired', requestId });
    if (paid?.whenGone === 'submit') return generateTask(task, { ...paid, ending: 'gone' });
    return { ...generation, failure: filesGone(requestId, first, remediesOf(task)) };
  }

  /** Tasks whose files git has must be collected before anything is paid for. */
  async function generateAhead(task: Task): Promise<Generation> {
    const generation = await generateTask(task, options.paid(task));
    const faults = generation.files.filter((file) => file instanceof LostFile);
    if (isLost(generation.failure, faults)) gate.close(NOT_CHECKED_OUT);
    return generation;
  }

  const ahead = new Map(tasks.filter(options.comesFirst).map((task) => [task, generateAhead(task)]));
  const allAhead = Promise.all(ahead.values());
  const generateNext = async (given: Task): Promise<Generation | null> => {
    await allAhead;
    const task = await options.ready(given);
    return task === null ? null : generateTask(task, options.paid(task));
  };

  return {
    results: tasks.map((task) => ahead.get(task) ?? generateNext(task)),
    stopped: () => (cancelled.aborted ? 'the run was cancelled' : (gate.state().closed ?? spending.stopped())),
    sawFailure,
  };
}

const NOT_CHECKED_OUT = 'files that git has are not in this checkout';

/** Whether RunComfy no longer has the request, or any of its files that could not be downloaded. */
export function isLost(failure: ActionError | null, failures: readonly ActionError[]): boolean {
  return failure?.kind === 'request-not-found' || (failures.length > 0 && failures.every(isGone));
}

function withoutResult(task: Task, paid: PaidRequest | null, failure: RequestError): Generation {
  const { requestId, unsettled, cost } = failure;
  const isUntried = failure.kind === 'cancelled' && requestId === null && unsettled === null;
  if (isUntried) return { ...nothing(task), attempted: false };
  const adopted = paid !== null && requestId === paid.requestId;
  return { ...nothing(task), failure, requestId, unsettled, cost, adopted };
}

/** The error with another sentence of advice; unchanged if there is none. */
function advised(error: ActionError, advice: string): ActionError {
  if (advice === '') return error;
  return new ActionError(error.kind, error.message, { advice: sentences(error.advice, advice), cause: error.cause });
}

/** The cost of a request without a result. */
function costOf({ cost, unsettled }: RequestError): Cost {
  if (cost !== null) return { told: cost };
  return unsettled === 'running' || unsettled === 'unknown' ? 'unknown' : 'nothing';
}

/** Why every further submit would also fail or waste money; null if not. */
function reasonToStop(failure: ActionError): string | null {
  if (errorCodes(failure).some((code) => code === 'ENOSPC' || code === 'EDQUOT'))
    return 'the disk is full, and what is paid for could not be saved';
  return REASONS_TO_STOP.get(failure.kind) ?? null;
}

const REASONS_TO_STOP = new Map<FailureKind, string>([
  ['insufficient-balance', 'the balance at RunComfy is used up'],
  ['unauthorized', 'RunComfy does not accept the token'],
]);

const NOTHING_TOLD: Told = { flags: [], seed: null, seeds: [], texts: [] };

function nothing(task: Task): Generation {
  return {
    task,
    requestId: null,
    tookMs: null,
    cost: null,
    files: [],
    output: undefined,
    told: NOTHING_TOLD,
    failure: null,
    unsettled: null,
    attempted: true,
    adopted: false,
  };
}
