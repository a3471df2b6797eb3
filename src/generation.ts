// Runs the jobs, so many at once, and stops submitting where going on would only cost or fail. One failing job never stops its siblings.
import { limitOf } from './concurrency.ts';
import { ActionError, asActionError } from './errors.ts';
import { sumUsd, usd } from './figures.ts';
import { type CollectedFile, type CollectOptions, collect } from './images/collect.ts';
import { isGone } from './images/download.ts';
import { withFiles } from './inputs/files.ts';
import type { Job } from './jobs.ts';
import type { Ending } from './ledger/paid-request.ts';
import { RequestError, type Unsettled } from './runcomfy/failures.ts';
import { type GenerateOptions, generate, type RequestEvent } from './runcomfy/generate.ts';

/** What came of one job, before its files have names. */
export interface Generation {
  readonly job: Job;
  readonly requestId: string | null;
  readonly tookMs: number | null;
  readonly cost: number | null;
  /** One entry for each file of the output: the file, or why there is none. */
  readonly files: readonly (CollectedFile | ActionError)[];
  /** Why there is no output. */
  readonly failure: ActionError | null;
  readonly unsettled: Unsettled | null;
  readonly attempted: boolean;
  /** Paid for before this run: its cost is not one of this run. */
  readonly adopted: boolean;
}

export interface Known {
  readonly requestId: string;
  /** By an earlier attempt of this run. */
  readonly ofThisRun: boolean;
}

export interface GenerationOptions extends Omit<GenerateOptions, 'onEvent'>, Omit<CollectOptions, 'limit'> {
  readonly concurrency: number;
  /** The request that was paid for already; null: a new one is made. */
  readonly known: (job: Job) => Known | null;
  /** Before any job is submitted, these are settled: where one of them cannot be collected, none is. */
  readonly comesFirst: (job: Job) => boolean;
  /** Before a new request is made in the place of one that was paid for already. Throws ActionError where it must not be. */
  readonly replacing: (job: Job) => Promise<void>;
  /** USD; submitting stops once RunComfy told costs that reach it. */
  readonly maxCost: number | null;
  readonly onEvent: (job: Job, event: JobEvent) => void;
}

export type JobEvent =
  | RequestEvent
  | { readonly event: 'ended'; readonly how: Ending }
  /** The files of a request that was paid for before are gone. */
  | { readonly event: 'expired'; readonly requestId: string };

export interface Generations {
  /** One promise for each job, in order; none rejects. */
  readonly results: readonly Promise<Generation>[];
  /** Why submitting was stopped, once it was. */
  stopped(): string | null;
}

export function generateAll(jobs: readonly Job[], options: GenerationOptions): Generations {
  const inFlight = limitOf(options.concurrency);
  const downloads = limitOf(options.concurrency);
  let stopped: string | null = null;
  let told = 0;
  let lostAnswers = 0;
  /** Those that come before any submit. */
  let first: Promise<unknown> = Promise.resolve();

  async function request(job: Job, known: Known | null): Promise<Generation & { readonly output?: unknown }> {
    if (options.cancelled.aborted) stopped ??= 'the run was cancelled';
    if (stopped !== null) return { ...nothing(job), attempted: false };
    try {
      const order = {
        model: job.model,
        known: known?.requestId ?? null,
        async body() {
          if (options.known(job) !== null) await options.replacing(job);
          return JSON.stringify(await withFiles(job.parameters, job.files));
        },
      };
      const finished = await generate(order, { ...options, onEvent: (event) => options.onEvent(job, event) });
      options.onEvent(job, { event: 'ended', how: 'finished' });
      lostAnswers = 0;
      if (!finished.adopted) count(finished.cost);
      return { ...nothing(job), ...finished };
    } catch (error) {
      const failure = asActionError(error, 'Generating');
      if (!(failure instanceof RequestError)) {
        options.onEvent(job, { event: 'ended', how: 'failed' });
        return { ...nothing(job), failure };
      }
      if (failure.kind === 'cancelled' && failure.requestId === null && failure.unsettled === null)
        return { ...nothing(job), attempted: false };
      options.onEvent(job, { event: 'ended', how: failure.unsettled ?? 'failed' });
      count(failure.cost);
      stopped ??= REASONS_TO_STOP.get(failure.kind) ?? null;
      lostAnswers = failure.kind === 'outcome-unknown' ? lostAnswers + 1 : 0;
      if (lostAnswers === MOST_LOST_ANSWERS)
        stopped ??= `${lostAnswers} submits in a row were not answered, and each may be billed`;
      return {
        ...nothing(job),
        failure,
        requestId: failure.requestId,
        unsettled: failure.unsettled,
        cost: failure.cost,
      };
    }
  }

  function count(cost: number | null): void {
    told = sumUsd([told, cost ?? 0]);
    if (options.maxCost !== null && told >= options.maxCost)
      stopped ??= `the costs told by RunComfy, ${usd(told)}, have reached max-cost`;
  }

  async function generateOne(job: Job): Promise<Generation> {
    if (!options.comesFirst(job)) await first;
    const known = options.known(job);
    const generation = await generateFrom(job, known);
    if (job.paid?.whenGone === 'fail') {
      const failures = generation.files.filter((file) => file instanceof ActionError);
      if (options.comesFirst(job) && isLost({ ...generation, failures })) stopped ??= NOT_CHECKED_OUT;
      return generation;
    }
    // RunComfy does not keep files forever. What this very run has paid for is not given up so easily.
    const expired = generation.files.some(isGone);
    if (!(generation.adopted && expired && known?.ofThisRun === false)) return generation;
    options.onEvent(job, { event: 'expired', requestId: known.requestId });
    return generateFrom(job, null);
  }

  async function generateFrom(job: Job, known: Known | null): Promise<Generation> {
    // The place is free again as soon as the result is known: a download is not a request in flight.
    const { output, ...requested } = await inFlight(() => request(job, known));
    if (requested.failure !== null || !requested.attempted) return requested;
    try {
      return { ...requested, files: await collect(output, job.parameters, { ...options, limit: downloads }) };
    } catch (error) {
      return { ...requested, failure: asActionError(error, 'Collecting the result') };
    }
  }

  const ahead = new Map(jobs.filter(options.comesFirst).map((job) => [job, generateOne(job)]));
  first = Promise.all(ahead.values());
  const results = jobs.map((job) => ahead.get(job) ?? generateOne(job));
  return { results, stopped: () => stopped };
}

/** Whether RunComfy no longer has the request, or any of its files that could not be had. */
export function isLost({
  failure,
  failures,
}: {
  readonly failure: ActionError | null;
  readonly failures: readonly ActionError[];
}): boolean {
  return failure?.kind === 'request-not-found' || (failures.length > 0 && failures.every(isGone));
}

const NOT_CHECKED_OUT = 'files that git has are not in this checkout';

/** In a row: with so many submits lost, each further one is money thrown after them. */
const MOST_LOST_ANSWERS = 3;

/** What makes every further submit fail as well. */
const REASONS_TO_STOP = new Map<string, string>([
  ['insufficient-balance', 'the balance at RunComfy is used up'],
  ['unauthorized', 'RunComfy does not accept the token'],
]);

function nothing(job: Job): Generation {
  return {
    job,
    requestId: null,
    tookMs: null,
    cost: null,
    files: [],
    failure: null,
    unsettled: null,
    attempted: true,
    adopted: false,
  };
}
