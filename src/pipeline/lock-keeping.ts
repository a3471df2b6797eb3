// Updates the lock during a run, and knows which file belongs to which image while images are saved.
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Workspace } from '../files/workspace.ts';
import { diskKey } from '../lib/disk-key.ts';
import type { ActionError } from '../lib/errors.ts';
import { outputPath } from '../lib/placeholders.ts';
import { notCheckedOut, type TrackedFiles } from '../lockfile/checkout.ts';
import { entryOf, type LockEntry, type LockedOutput } from '../lockfile/lock.ts';
import type { PlannedImage } from '../lockfile/plan.ts';
import { completed, type Reunion, reunited } from '../lockfile/reunite.ts';
import type { Note } from '../report/notes.ts';
import type { Outcome } from '../tasks/outcome.ts';
import type { Task } from '../tasks/task.ts';
import type { ManifestPlan } from './manifest-tasks.ts';
import { isLost } from './submit-all.ts';

export interface LockKeeper {
  /** Replaces the planned decision for an image with a newer one. */
  decided(one: PlannedImage): void;
  /** The plan with all newer decisions, in its order. */
  planned(): readonly PlannedImage[];
  /** Whether a file, relative to the workspace, must not be replaced by a file of this image. */
  isTaken(file: string, id: string): boolean;
  /** Where each file that was downloaded again belongs, by its hash; empty for a new request. */
  reunited(task: Task, fetched: readonly (string | null)[]): readonly (Reunion | null)[];
  /** Records what was saved, on disk before this resolves. */
  landed(outcome: Outcome): Promise<void>;
  /** Removes the entries of ids that are gone, unless `only` selects a part. */
  close(only: readonly string[]): Promise<void>;
}

export function createLockKeeper(plan: ManifestPlan, workspace: Workspace): LockKeeper {
  const { lock, locked, manifest, planned } = plan;
  const byId = new Map(planned.map((one) => [one.id, one]));
  const known = new Set(manifest.images.map(({ id }) => id));
  const owners = new Map(
    manifest.images.flatMap(({ id, output }) =>
      output === null ? [] : [[diskKey(outputPath(output, 1)), id] as const],
    ),
  );
  /** Files of the request that were there, and stay. By id and index. */
  const kept = new Map<string, ReadonlyMap<number, LockedOutput>>();
  const isThere = (file: string): boolean => existsSync(path.join(workspace.root, file));

  return {
    decided: (one) => void byId.set(one.id, one),
    planned: () => [...byId.values()],
    isTaken(file, id) {
      const key = diskKey(file.split(path.sep).join('/'));
      const holder = lock.holderOf(key);
      if (holder !== null && holder !== id) return known.has(holder) || isThere(file);
      if ((owners.get(key) ?? id) !== id) return true;
      // Files that are downloaded again never replace other files, not even unknown ones.
      const refetch = byId.get(id)?.refetch ?? null;
      return (
        refetch !== null && isThere(file) && !refetch.outputs.some((one) => !one.isThere && diskKey(one.path) === key)
      );
    },
    reunited({ id }, fetched) {
      const refetch = byId.get(id)?.refetch ?? null;
      if (refetch === null) return [];
      const found = reunited(fetched, refetch);
      kept.set(id, new Map(found.flatMap((one, n) => (one?.isThere === true ? [[n + 1, one.output] as const] : []))));
      return found;
    },
    async landed(outcome) {
      const { image = null, refetch = null } = byId.get(outcome.task.id) ?? {};
      const there = kept.get(outcome.task.id) ?? new Map<number, LockedOutput>();
      if (image === null || outcome.images.length + there.size === 0) return;
      // A new request has nothing in common with the old one.
      const again = refetch !== null && refetch.requestId === outcome.requestId ? refetch : null;
      if (again === null) return rememberEntry(plan, image.id, entryOf(image, outcome));
      const saved = new Map(outcome.images.map((one) => [one.index, one]));
      const before = locked.get(image.id);
      const own = before?.recipe_sha256 === image.recipeHash ? before.outputs.map((one) => one.path) : [];
      const all = completed({ saved, kept: there, missing: outcome.missing, locked: new Set(own) }, again);
      await rememberEntry(plan, image.id, entryOf(image, { ...outcome, ...all, cost: again.cost ?? outcome.cost }));
    },
    async close(only) {
      if (only.length === 0) await lock.drop([...locked.keys()].filter((id) => !known.has(id)));
    },
  };
}

/** Writes an entry. If its files belonged to an id that is no longer in the manifest, that entry is removed, so that the lock has no path twice. */
export async function rememberEntry(
  { lock, manifest }: Pick<ManifestPlan, 'lock' | 'manifest'>,
  id: string,
  entry: LockEntry,
): Promise<void> {
  const holders = entry.outputs.flatMap((output) => lock.holderOf(output.path) ?? []);
  const gone = new Set(
    holders.filter((holder) => holder !== id && !manifest.images.some((image) => image.id === holder)),
  );
  await lock.put(id, entry);
  if (gone.size > 0) await lock.drop(gone);
}

/** What a run has learned about requests that RunComfy no longer has. */
export interface Verdicts {
  readonly outcomes: readonly Outcome[];
  readonly notes: readonly Note[];
  /** Why nothing was submitted; null if there was no reason. */
  readonly refusal: ActionError | null;
}

/** Files that RunComfy no longer has are not a failure, but a warning. If git has the file, the run ends. */
export function judged(
  outcomes: readonly Outcome[],
  { planned, tracked }: { readonly planned: () => readonly PlannedImage[]; readonly tracked: TrackedFiles },
): Verdicts {
  const lost = outcomes.filter(({ failure, failures }) =>
    isLost(
      failure,
      failures.map(({ error }) => error),
    ),
  );
  // Called for each image, and files are rarely lost, so the plan is searched only if one is.
  if (lost.length === 0) return { outcomes, notes: [], refusal: null };
  const partsOf = new Set(planned().flatMap(({ id, refetch }) => (refetch?.whenGone === 'fail' ? [id] : [])));
  const absent = lost.filter(({ task }) => tracked.has(task.id)).map(({ task }) => task.id);
  const parts = lost.filter(({ task }) => partsOf.has(task.id)).map(({ task }) => task.id);
  const excused = new Set([...absent, ...parts]);
  return {
    outcomes: outcomes.map((outcome) =>
      excused.has(outcome.task.id)
        ? { ...outcome, failure: null, failures: [], attempted: !absent.includes(outcome.task.id) }
        : outcome,
    ),
    notes:
      parts.length === 0
        ? []
        : [
            {
              kind: 'missing',
              text: `RunComfy no longer has the missing files of ${parts.join(', ')}. To generate these images again, and pay again, use \`force\`.`,
            },
          ],
    refusal: absent.length === 0 ? null : notCheckedOut(absent, tracked),
  };
}
