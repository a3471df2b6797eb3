// Saves what the generations gave, in the order of the tasks.
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
  /** Whether a file, relative to the workspace, belongs to another id than this. */
  readonly isTaken: (file: string, id: string) => boolean;
  /** For each file of a request that is collected again, by its hash, where it belongs; empty for a request whose files are all new. */
  readonly reunited: (task: Task, fetched: readonly (string | null)[]) => readonly (Reunion | null)[];
  /** Called before a file is put into a folder (absolute). */
  readonly onSaving: (folder: string) => void;
  /** Called in the order of an id; what it waits for holds up only that id. */
  readonly onOutcome: (outcome: Outcome) => Promise<void>;
}

/** The files of one id are saved in order, each as soon as all before it have: `{index}` counts through their files. Returns in the order of `results`, without those that needed no request. */
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
