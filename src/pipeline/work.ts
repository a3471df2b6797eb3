// What a run has to do: its tasks, from the inputs or from a manifest.
import type { Workspace } from '../files/workspace.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Claims } from '../ledger/claims.ts';
import { manifestRecord, type RunIdentity, stepRecord } from '../ledger/who-asks.ts';
import type { Log } from '../lib/ports.ts';
import type { PlannedImage } from '../lockfile/plan.ts';
import type { Note } from '../report/notes.ts';
import type { Catalogue } from '../runcomfy/catalogue.ts';
import type { Outcome } from '../tasks/outcome.ts';
import { type Task, tasksToCollect } from '../tasks/task.ts';
import type { Befores } from './comment.ts';
import type { Deployments } from './deployments.ts';
import type { Verdicts } from './lock-keeping.ts';
import { costsIn, type KnownCost } from './prices.ts';
import type { SaveAllOptions } from './save-all.ts';
import { orderedTasks } from './single-tasks.ts';
import type { GenerationOptions } from './submit-all.ts';

/** What is to be done. */
export interface Work {
  readonly tasks: readonly Task[];
  /** The name of the record of paid requests. */
  readonly record: string;
  /** Ids of images to generate again, even if unchanged. */
  readonly forced: ReadonlySet<string>;
  /** Absolute. Paths inside the artifact are relative to it. */
  readonly artifactRoot: string;
  /** Absolute paths of other files for the artifact. */
  readonly evidence: readonly string[];
  /** Already done, and free: copied files. */
  readonly copied: readonly Outcome[];
  readonly planned: readonly PlannedImage[] | null;
  /** The same, with newer decisions of this run. */
  decided(): readonly PlannedImage[] | null;
  /** Waits for the input files of a task (chained-tasks.ts). */
  ready: GenerationOptions['ready'];
  /** The outcomes of tasks that needed no request. */
  settled(): readonly Outcome[];
  /** The files that will be replaced, for the preview comment. */
  readonly befores: Befores;
  readonly notes: readonly Note[];
  readonly knownCost: KnownCost;
  /** Whether a file, relative to the workspace, belongs to a different id. */
  isTaken(file: string, id: string): boolean;
  /** Whether a file that is not taken may be replaced. */
  readonly mayReplace: boolean;
  /** Where the files of a request that is collected again belong (save-all.ts). */
  reunited: SaveAllOptions['reunited'];
  /** Whether a task will probably need no request, and so does not count for the limits yet. */
  isWatched(task: Task): boolean;
  /** Whether a task must be collected before anything is submitted. */
  comesFirst(task: Task): boolean;
  /** What some or all outcomes mean for the run. */
  judged(outcomes: readonly Outcome[]): Verdicts;
  /** Records what was saved. Resolves when it is on disk. */
  landed(outcome: Outcome): Promise<void>;
  close(): Promise<void>;
  /** The lock, relative to the workspace, if it changed; otherwise null. */
  changedLock(): string | null;
}

export interface WorkSources {
  readonly workspace: Workspace;
  /** The absolute path of a folder of this run. */
  readonly temp: string;
  readonly redacted: (text: string) => string;
  readonly identity: RunIdentity;
  readonly claims: Claims;
  readonly catalogue: Catalogue;
  readonly deployments: Deployments;
  readonly cancelled: AbortSignal;
  readonly log: Log;
}

/** Throws as reading a manifest does. */
export async function workOf(inputs: Inputs, sources: WorkSources): Promise<Work> {
  return inputs.manifest === null ? workOfInputs(inputs, sources) : workOfManifest(inputs.manifest, inputs, sources);
}

async function workOfInputs(inputs: Inputs, sources: WorkSources): Promise<Work> {
  const { identity, workspace, claims } = sources;
  const use = claims.countUse(identity.step);
  const outputDir = workspace.shown(inputs.outputDir);
  const record = stepRecord(identity, { matrix: inputs.matrix, use, outputDir, filename: inputs.filename });
  const { order, collect, collectFrom } = inputs;
  const asker = identity.drawsAnew ? `${record} ${identity.runId}` : record;
  const ordered = order === null ? [] : await orderedTasks(order, asker, sources);
  return {
    tasks: collect === null ? ordered : tasksToCollect(collect, collectFrom),
    record,
    forced: new Set(),
    artifactRoot: inputs.outputDir,
    evidence: [],
    copied: [],
    planned: null,
    decided: () => null,
    ready: async (task) => task,
    settled: () => [],
    befores: new Map(),
    notes: [],
    knownCost: () => null,
    // Other steps of this job can use the same names. Files of an earlier run may be replaced.
    isTaken: (file) => !claims.takeFile(file),
    mayReplace: claims.mayReplace,
    reunited: () => [],
    isWatched: () => false,
    comesFirst: () => false,
    judged: (outcomes) => ({ outcomes, notes: [], refusal: null }),
    landed: async () => {},
    close: async () => {},
    changedLock: () => null,
  };
}

async function workOfManifest(manifest: string, inputs: Inputs, sources: WorkSources): Promise<Work> {
  const { workspace, temp } = sources;
  const { readWork } = await import('./manifest-tasks.ts');
  const { createLockKeeper, judged } = await import('./lock-keeping.ts');
  const { createChainedTasks } = await import('./chained-tasks.ts');
  const { keepBefores } = await import('./comment.ts');
  const { plan, tracked, ...work } = await readWork(manifest, inputs, sources, sources.catalogue);
  const keeper = createLockKeeper(plan, workspace);
  const chained = createChainedTasks({ ...sources, plan, keeper });
  const waits = new Set(plan.planned.flatMap(({ id, waitsFor }) => (waitsFor.length > 0 ? [id] : [])));
  return {
    ...work,
    ...keeper,
    record: manifestRecord(sources.identity, plan.manifest.file),
    knownCost: costsIn(plan.locked),
    forced: new Set(plan.planned.flatMap(({ id, action }) => (action === 'forced' ? [id] : []))),
    artifactRoot: workspace.root,
    evidence: [plan.lockPath],
    mayReplace: true,
    planned: plan.planned,
    decided: keeper.planned,
    ready: chained.ready,
    settled: chained.outcomes,
    async landed(outcome) {
      try {
        await keeper.landed(outcome);
        chained.ended(outcome);
      } catch (error) {
        // Other images must not be made from files that are not in the lock.
        chained.ended({ ...outcome, attempted: false });
        throw error;
      }
    },
    befores: inputs.preview.comment ? await keepBefores(plan.planned, workspace, temp) : new Map(),
    isWatched: ({ id }) => work.watched.has(id),
    // A task that waits for another one cannot come before it.
    comesFirst: ({ id }) => tracked.has(id) && !waits.has(id),
    judged: (outcomes) => judged(outcomes, { planned: keeper.planned, tracked }),
    close: () => keeper.close(inputs.only),
    changedLock: () => (plan.lock.changed() ? workspace.shown(plan.lockPath) : null),
  };
}
