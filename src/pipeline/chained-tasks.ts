// Tasks that are made from the files of other tasks: each one only waits for its makers, and then it is decided what it needs.
import { FileFault, readingOnce } from '../inputs/files.ts';
import { ActionError, asActionError, quoted } from '../lib/errors.ts';
import type { Log } from '../lib/ports.ts';
import { isUnderWay, lockedSource, noSuchFile } from '../lockfile/chain.ts';
import { notCheckedOut, trackedFilesOf } from '../lockfile/checkout.ts';
import { copyAll } from '../lockfile/copy.ts';
import { decide, type Facts } from '../lockfile/decide.ts';
import { lookIn } from '../lockfile/disk.ts';
import { gatherFacts, type PlannedImage } from '../lockfile/plan.ts';
import type { ManifestImage } from '../manifest/expand.ts';
import { type EdgeSource, settled } from '../manifest/settle.ts';
import type { Catalogue } from '../runcomfy/catalogue.ts';
import type { Outcome } from '../tasks/outcome.ts';
import type { Task } from '../tasks/task.ts';
import type { LockKeeper } from './lock-keeping.ts';
import {
  copiedOutcome,
  type ManifestPlan,
  type ManifestSources,
  rememberCopies,
  tasksOfPlan,
} from './manifest-tasks.ts';
import { preflight } from './preflight.ts';

export interface ChainedTasks {
  /** The complete task, as soon as all its input files are made; null if it needs no request (see `outcomes`). */
  ready(task: Task): Promise<Task | null>;
  /** Reports the outcome of a task once its files are in the lock, so that waiting tasks can continue. */
  ended(outcome: Outcome): void;
  /** The outcomes of tasks that needed no request: copied, or not attempted. Unchanged ones have no outcome. */
  outcomes(): readonly Outcome[];
}

/** How a task ended, for the tasks that wait for it. `failed`: the id that failed first. */
type End = 'made' | 'stopped' | { readonly failed: string };

export interface ChainedTasksOptions extends ManifestSources {
  readonly plan: ManifestPlan;
  readonly keeper: LockKeeper;
  /** The absolute path of a folder of this run. */
  readonly temp: string;
  readonly catalogue: Catalogue;
  readonly log: Pick<Log, 'info'>;
}

export function createChainedTasks({ plan, keeper, ...options }: ChainedTasksOptions): ChainedTasks {
  const byId = new Map(plan.planned.map((one) => [one.id, one]));
  // Copies are made before the first task.
  const underWay = plan.planned.filter((one) => isUnderWay(one) && one.todo !== 'copy');
  const ends = new Map(underWay.map(({ id }) => [id, Promise.withResolvers<End>()]));
  const outcomes: Outcome[] = [];
  // Files are read after all their makers have ended, so they no longer change.
  const read = readingOnce();
  let facts: Promise<Facts> | null = null;

  function end(id: string, how: End): void {
    ends.get(id)?.resolve(how);
  }

  /** The end of the first maker that was not made, in the order of the image. */
  async function makersEnd({ waitsFor }: PlannedImage): Promise<End> {
    const all = await Promise.all(waitsFor.map((id) => ends.get(id)?.promise ?? 'made'));
    return all.find((one) => typeof one === 'object') ?? all.find((one) => one === 'stopped') ?? 'made';
  }

  async function settledImage(image: ManifestImage): Promise<ManifestImage> {
    const sources = new Map<string, EdgeSource>();
    for (const edge of image.edges) {
      const output =
        byId.get(edge.maker)?.image?.output ?? plan.manifest.images.find(({ id }) => id === edge.maker)?.output;
      const { outputs = [], missing = 0 } = plan.lock.entry(edge.maker) ?? {};
      const source = lockedSource(edge, output ?? '', outputs);
      if (source === null) throw new FileFault(noSuchFile(edge, missing));
      sources.set(edge.file, source);
    }
    return settled(image, sources, options.workspace, read);
  }

  /** Decides what the image needs, now that its recipe is known. */
  async function decided(one: PlannedImage, asked: ManifestImage): Promise<PlannedImage> {
    const image = await settledImage(asked);
    facts ??= gatherFacts({ ...plan.sources, lock: plan.locked });
    // Files may have changed since the plan.
    const decision = await decide(image, { ...(await facts), look: lookIn(options.workspace) });
    const price = decision.todo === 'generate' ? one.price : 0;
    return { ...one, ...decision, image, price, waitsFor: [] };
  }

  async function taskOf(one: PlannedImage): Promise<Task | null> {
    if (one.refusal !== null) throw new ActionError('bad-input', `${one.refusal}.`);
    const tracked = await trackedFilesOf([one], options);
    if (one.todo === 'generate' && tracked.size > 0) throw notCheckedOut([one.id], tracked);
    const [task] = tasksOfPlan([one], new Set(tracked.keys()));
    if (task?.paid === null) await preflight([task], options.catalogue, NOT_SUBMITTED);
    if (task !== undefined) return task;
    if (one.todo === 'copy') {
      const copies = await copyAll([one], options);
      await rememberCopies(plan, copies);
      for (const copy of copies) outcomes.push(...(await copiedOutcome(copy, [one])));
    }
    options.log.info(
      `${one.id}: ${one.reasons.join('; ') || 'unchanged: the files that it is made from are the same'}`,
    );
    end(one.id, 'made');
    return null;
  }

  function notMade(task: Task, how: Exclude<End, 'made'>, failure: ActionError | null): null {
    const failures = failure === null ? [] : [{ index: 1, error: failure }];
    const attempted = failure !== null && failure.kind !== 'blocked';
    outcomes.push({ ...NOTHING_MADE, task, failure, failures, attempted });
    if (failure !== null) options.log.info(`${task.name}: ${failure.text}`);
    end(task.id, how);
    return null;
  }

  return {
    async ready(task) {
      const one = byId.get(task.id);
      if (one === undefined || one.image === null || one.waitsFor.length === 0) return task;
      const how = await makersEnd(one);
      if (one.todo === 'nothing' && how !== 'made') {
        // It is unchanged, and so are the images that are made from it.
        end(task.id, 'made');
        return null;
      }
      if (how === 'stopped') return notMade(task, how, null);
      if (how !== 'made') return notMade(task, how, blocked(one, how.failed));
      try {
        const now = await decided(one, one.image);
        keeper.decided(now);
        return await taskOf(now);
      } catch (error) {
        if (options.cancelled.aborted) return notMade(task, 'stopped', null);
        const failure = error instanceof FileFault ? unusable(one.image, error) : asActionError(error, 'Preparing it');
        return notMade(task, { failed: task.id }, failure);
      }
    },
    ended({ task: { id }, failure, attempted, unsettled }) {
      const isCancelled = failure?.kind === 'cancelled' && unsettled !== null;
      if (!attempted || isCancelled) end(id, 'stopped');
      else end(id, failure === null ? 'made' : { failed: id });
    },
    outcomes: () => outcomes,
  };
}

function blocked({ image }: PlannedImage, failed: string): ActionError {
  const files = (image?.edges ?? []).map(({ file }) => quoted(file)).join(', ');
  return new ActionError('blocked', `Not attempted: it is made from ${files}, and ${quoted(failed)} failed.`, {
    advice: 'Its file and its lock entry stay as they are. A later run generates it.',
  });
}

const NOT_SUBMITTED = 'Nothing was submitted for it. What it is made from is saved, and is not paid for again.';

function unusable({ inputsKey }: ManifestImage, fault: FileFault): ActionError {
  return new ActionError('bad-input', `\`${inputsKey}\` ${fault.message}.`, {
    advice: NOT_SUBMITTED,
  });
}

const NOTHING_MADE = {
  index: 1,
  requestId: null,
  tookMs: null,
  cost: null,
  images: [],
  missing: 0,
  notes: [],
  told: [],
  output: undefined,
  unsettled: null,
  adopted: false,
} as const;
