// What a run has to do: the tasks, and what they stand on, be it the inputs or a manifest.
import path from 'node:path';
import { diskKey } from '../files/names.ts';
import type { Workspace } from '../files/workspace.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { type Claims, countUse } from '../ledger/claims.ts';
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

/** What there is to do. */
export interface Work {
  readonly tasks: readonly Task[];
  /** The name under which what is paid for is on record. */
  readonly record: string;
  /** Ids of what is to be made anew although nothing about it has changed. */
  readonly forced: ReadonlySet<string>;
  /** Absolute; paths inside the artifact are relative to it. */
  readonly artifactRoot: string;
  /** Further files for the artifact, absolute. */
  readonly evidence: readonly string[];
  /** Done already, and free: files that were only to be copied. */
  readonly copied: readonly Outcome[];
  readonly planned: readonly PlannedImage[] | null;
  /** The same with what became known while the run went on. */
  decided(): readonly PlannedImage[] | null;
  /** Waits for what a task is made from (chained-tasks.ts). */
  ready: GenerationOptions['ready'];
  /** What became of the tasks that needed no request. */
  settled(): readonly Outcome[];
  /** What is about to be replaced, for the preview comment. */
  readonly befores: Befores;
  readonly notes: readonly Note[];
  readonly knownCost: KnownCost;
  /** Whether a file, relative to the workspace, belongs to another id than this. */
  isTaken(file: string, id: string): boolean;
  /** Where the files of a request that is collected again belong (save-all.ts). */
  reunited: SaveAllOptions['reunited'];
  /** Whether a task will most likely need no request, and so counts for no limit yet. */
  isWatched(task: Task): boolean;
  /** Whether a task must be collected before anything is submitted. */
  comesFirst(task: Task): boolean;
  /** What the outcomes mean for the run, some of them or all. */
  judged(outcomes: readonly Outcome[]): Verdicts;
  /** Remembers what was saved; resolves when it is on disk. */
  landed(outcome: Outcome): Promise<void>;
  close(): Promise<void>;
  /** The lock, relative to the workspace, where it changed; else null. */
  changedLock(): string | null;
}

export interface WorkSources {
  readonly workspace: Workspace;
  /** A folder of this run's own, absolute. */
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
  const use = countUse(claims, identity.step);
  const outputDir = workspace.shown(inputs.outputDir);
  const record = stepRecord(identity, { matrix: inputs.matrix, use, outputDir, filename: inputs.filename });
  const { order, collect, collectFrom } = inputs;
  const ordered = order === null ? [] : await orderedTasks(order, record, sources);
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
    // Other steps of this job may use the same names; what an earlier run left may be replaced.
    isTaken: (file) => !claims.take(`file ${diskKey(file.split(path.sep).join('/'))}`),
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
    planned: plan.planned,
    decided: keeper.planned,
    ready: chained.ready,
    settled: chained.outcomes,
    async landed(outcome) {
      try {
        await keeper.landed(outcome);
        chained.ended(outcome);
      } catch (error) {
        // What is not in the lock is nothing to build on.
        chained.ended({ ...outcome, attempted: false });
        throw error;
      }
    },
    befores: inputs.preview.comment ? await keepBefores(plan.planned, workspace, temp) : new Map(),
    isWatched: ({ id }) => work.watched.has(id),
    // What waits for another task cannot come before it.
    comesFirst: ({ id }) => tracked.has(id) && !waits.has(id),
    judged: (outcomes) => judged(outcomes, { planned: keeper.planned, tracked }),
    close: () => keeper.close(inputs.only),
    changedLock: () => (plan.lock.changed() ? workspace.shown(plan.lockPath) : null),
  };
}
