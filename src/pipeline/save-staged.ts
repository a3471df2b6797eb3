// Saves what a killed step had already downloaded. It is paid for, and only this step knows where it is.
import type { CollectedFile } from '../files/collect.ts';
import { LostFile } from '../files/lost-file.ts';
import { nameClaims } from '../files/names.ts';
import type { Workspace } from '../files/workspace.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Claims } from '../ledger/claims.ts';
import type { Staged, StagedFile } from '../ledger/journal.ts';
import type { Leftover } from '../ledger/leftover.ts';
import { orderOf } from '../ledger/record.ts';
import { ActionError } from '../lib/errors.ts';
import type { Outcome } from '../tasks/outcome.ts';
import { type Task, tasksOf, tasksToCollect } from '../tasks/task.ts';
import type { SaveAllOptions } from './save-all.ts';
import { saveFiles } from './save-files.ts';
import type { Generation } from './submit-all.ts';

interface SaveStagedSources {
  readonly inputs: Inputs;
  readonly workspace: Workspace;
  /** The claims of the step itself, so that its names are still its own. */
  readonly claims: Claims;
  readonly redacted: (text: string) => string;
  readonly forceStop: AbortSignal;
}

/** The tasks of the step, and where their files belong. */
interface Ground extends Pick<SaveAllOptions, 'isTaken' | 'mayReplace' | 'reunited'> {
  readonly tasks: readonly Task[];
  remember(outcome: Outcome): Promise<void>;
}

/** Returns the outcomes of tasks whose files were staged but not saved. With a manifest, they are then in the lock. Throws as reading the manifest does. */
export async function saveStaged(
  { staged, saved }: Pick<Leftover, 'staged' | 'saved'>,
  sources: SaveStagedSources,
): Promise<readonly Outcome[]> {
  const done = new Set(saved.map(({ task }) => task));
  if ([...staged.keys()].every((task) => done.has(task))) return [];
  const { tasks, remember, ...ground } = await groundOf(sources);
  const options = { ...ground, ...sources.inputs, workspace: sources.workspace, onSaving: () => {} };
  const claim = nameClaims();
  const indexes = new Map<string, number>();
  const outcomes: Outcome[] = [];
  for (const task of tasks) {
    const one = staged.get(task.name);
    const index = indexes.get(task.id) ?? 1;
    indexes.set(task.id, index + Math.max(1, one?.files.length ?? 0));
    // The manifest may have changed since.
    if (one === undefined || done.has(task.name) || one.order !== orderOf(task)) continue;
    const outcome = await saveFiles(generationOf(task, one), index, options, claim);
    await remember(outcome);
    outcomes.push(outcome);
  }
  return outcomes;
}

function tasksOfInputs({ order, collect }: Inputs): readonly Task[] {
  if (collect !== null) return tasksToCollect(collect);
  return order === null ? [] : tasksOf(order);
}

async function groundOf({ inputs, workspace, claims, redacted, forceStop }: SaveStagedSources): Promise<Ground> {
  if (inputs.manifest === null) {
    return {
      tasks: tasksOfInputs(inputs),
      isTaken: (file) => !claims.takeFile(file),
      mayReplace: claims.mayReplace,
      reunited: () => [],
      remember: async () => {},
    };
  }
  const { planManifest, tasksOfPlan } = await import('./manifest-tasks.ts');
  const { createLockKeeper } = await import('./lock-keeping.ts');
  const plan = await planManifest(inputs.manifest, inputs, { workspace, redacted, cancelled: forceStop });
  const { isTaken, reunited, landed } = createLockKeeper(plan, workspace);
  return { tasks: tasksOfPlan(plan.planned), isTaken, mayReplace: true, reunited, remember: landed };
}

function generationOf({ parameters, ...task }: Task, { requestId, seed, cost, files }: Staged): Generation {
  return {
    // A seed that the step chose can be part of the names.
    task: { ...task, parameters: seed === null ? parameters : { ...parameters, seed } },
    requestId,
    tookMs: null,
    cost,
    files: files.map((file) => (file === null ? notFetched() : collectedFrom(file))),
    output: undefined,
    told: { flags: [], seed: null, seeds: [], texts: [] },
    failure: null,
    unsettled: null,
    attempted: true,
    adopted: true,
  };
}

function collectedFrom({ format, suffix, width, height, ...file }: StagedFile): CollectedFile {
  return { ...file, media: { kind: 'other', type: '', format, suffix, width, height } };
}

/** The step could not download the file, and may have reported it. */
function notFetched(): LostFile {
  return new LostFile('', false, new ActionError('download-failed', 'Not fetched.'));
}
