// Saves the files of the generations, in the order of the tasks.
import { nameClaims } from '../files/names.ts';
import type { Workspace } from '../files/workspace.ts';
import { once } from '../lib/once.ts';
import type { Reunion } from '../lockfile/reunite.ts';
import type { Outcome } from '../tasks/outcome.ts';
import type { Task } from '../tasks/task.ts';
import type { Generation } from './submit-all.ts';

export interface SaveAllOptions {
  readonly workspace: Workspace;
  /** Absolute. */
  readonly outputDir: string;
  /** Template without suffix. */
  readonly filename: string;
  /** Whether a file, relative to the workspace, belongs to a different id. */
  readonly isTaken: (file: string, id: string) => boolean;
  /** Whether a file that is not taken may be replaced. */
  readonly mayReplace: boolean;
  /** Where each file of a request that is collected again belongs, by its hash; empty for a new request. */
  readonly reunited: (task: Task, fetched: readonly (string | null)[]) => readonly (Reunion | null)[];
  /** Called before a file is written to a folder (absolute). */
  readonly onSaving: (folder: string) => void;
  /** Called in order within an id. Its promise only delays this id. */
  readonly onOutcome: (outcome: Outcome) => Promise<void>;
}

/** Saves the files of one id in order, because `{index}` counts them, each as soon as all before it are saved. Returns outcomes in the order of `results`, without tasks that needed no request. */
export async function saveAll(
  tasks: readonly Task[],
  results: readonly Promise<Generation | null>[],
  options: SaveAllOptions,
): Promise<readonly Outcome[]> {
  const claim = nameClaims();
  const loadSaveFiles = once(() => import('./save-files.ts'));
  const indexes = new Map<string, number>();
  const savings = new Map<string, Promise<Outcome | null>>();
  const outcomes = await Promise.all(
    tasks.map((task, n) => {
      const before = savings.get(task.id);
      const saving = (async () => {
        await before;
        const generation = await results[n];
        if (generation === undefined) throw new Error('a task without a generation');
        if (generation === null) return null;
        const index = indexes.get(task.id) ?? 1;
        indexes.set(task.id, index + Math.max(1, generation.files.length));
        const { saveFiles } = await loadSaveFiles();
        const outcome = await saveFiles(generation, index, options, claim);
        await options.onOutcome(outcome);
        return outcome;
      })();
      savings.set(task.id, saving);
      return saving;
    }),
  );
  return outcomes.filter((outcome) => outcome !== null);
}
