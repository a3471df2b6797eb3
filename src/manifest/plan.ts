// The plan: what each image needs, and why, from manifest, lock and disk. Nothing is made or written here.
import { quoted } from '../errors.ts';
import { type Change, changesBetween, reasonsOf } from './changes.ts';
import type { Look } from './disk.ts';
import type { ManifestImage } from './expand.ts';
import { idFilter } from './globs.ts';
import type { Lock, LockEntry, LockedOutput } from './lock.ts';
import { diskKey, type Naming, pathOf, stemOf, withoutSuffix } from './naming.ts';

export type Action = 'new' | 'changed' | 'unchanged' | 'modified' | 'forced' | 'orphaned';

/** A file to copy instead of paying for it again. */
export interface Copy {
  readonly from: LockedOutput;
  /** Relative to the workspace. */
  readonly to: string;
}

export interface PlannedImage {
  readonly id: string;
  readonly action: Action;
  /** Why, a clause each; empty where everything is as it should be. */
  readonly reasons: readonly string[];
  /** What of its recipe is another one; the reasons say the same in a line each. */
  readonly changes: readonly Change[];
  /** null where the image is gone from the manifest. */
  readonly image: ManifestImage | null;
  /** What the lock says of it. */
  readonly entry: LockEntry | null;
  /** What will be done: a request, a copy of files that the lock entry `copied` names, or nothing. */
  readonly todo: 'generate' | 'copy' | 'nothing';
  readonly copied: LockEntry | null;
  readonly copies: readonly Copy[];
  /** USD; 0 where nothing is paid for, null where the price is not known: the catalogue says what is. */
  readonly price: number | null;
}

export interface PlanSources {
  readonly images: readonly ManifestImage[];
  readonly lock: Lock;
  readonly look: Look;
  readonly naming: Naming;
  /** Globs of the ids to consider; empty: all. */
  readonly only: readonly string[];
  /** Globs of the ids to generate again though unchanged. */
  readonly force: readonly string[];
}

/** In the order of the manifest, then what is gone from it. */
export async function planOf({
  images,
  lock,
  look,
  naming,
  only,
  force,
}: PlanSources): Promise<readonly PlannedImage[]> {
  const forced = idFilter(force);
  const chosen = only.length === 0 ? () => true : idFilter(only);
  const byRecipe = Map.groupBy(lock.values(), (entry) => entry.recipe_sha256);
  const considered = images.filter(({ id }) => chosen(id));
  const planned = considered.map(async (image): Promise<PlannedImage> => {
    const entry = lock.get(image.id) ?? null;
    const needs = await needsOf(image, entry, look, naming, forced(image.id));
    const nothing = { id: image.id, image, entry, changes: [], copied: null, copies: [] };
    if (needs.action === 'unchanged' || needs.action === 'modified')
      return { ...nothing, ...needs, todo: 'nothing', price: 0 };
    if (needs.action !== 'forced') {
      for (const source of byRecipe.get(image.recipeHash) ?? []) {
        if (!(await isWhole(source, look))) continue;
        const copies = source.outputs.map((from, n) => ({
          from,
          to: pathOf(image, n + 1, from.path, source.request_id ?? '', naming),
        }));
        const paths = source.outputs.map(({ path }) => quoted(path)).join(', ');
        const reasons = [...needs.reasons, `copied from ${paths}, which has the same recipe`];
        return { ...nothing, ...needs, reasons, todo: 'copy', copied: source, copies, price: 0 };
      }
    }
    return { ...nothing, ...needs, todo: 'generate', price: null };
  });
  const known = new Set(images.map(({ id }) => id));
  const gone = [...lock].filter(([id]) => !known.has(id) && chosen(id));
  return [...(await Promise.all(planned)), ...gone.map(([id, entry]) => orphan(id, entry))];
}

interface Needs {
  readonly action: Action;
  readonly reasons: readonly string[];
  readonly changes?: readonly Change[];
}

async function needsOf(
  image: ManifestImage,
  entry: LockEntry | null,
  look: Look,
  naming: Naming,
  forced: boolean,
): Promise<Needs> {
  if (forced) return { action: 'forced', reasons: ['asked for by `force`'] };
  if (entry === null) return { action: 'new', reasons: ['not in the lock'] };
  const states = await Promise.all(entry.outputs.map(async (output) => ({ output, state: await look(output) })));
  const modified = states.filter(({ state }) => state === 'modified').map(({ output }) => quoted(output.path));
  if (entry.recipe_sha256 !== image.recipeHash) {
    const retouched = modified.map((file) => `${file} is not the file that was made, and will be replaced`);
    const changes = changesBetween(entry.recipe, image.recipe);
    return { action: 'changed', reasons: [...reasonsOf(changes), ...retouched], changes };
  }
  const moved = entry.outputs.flatMap(({ path }, n) => {
    const stem = stemOf(image, n + 1, entry.request_id ?? '', naming);
    return diskKey(withoutSuffix(path)) === diskKey(stem)
      ? []
      : [`output: ${quoted(path)} → ${quoted(shownPath(image, stem))}`];
  });
  if (moved.length > 0) return { action: 'changed', reasons: moved };
  const missing = states.filter(({ state }) => state === 'missing').map(({ output }) => quoted(output.path));
  if (missing.length > 0 || entry.outputs.length === 0) {
    const what = missing.length === 0 ? 'the lock names no file' : `${missing.join(', ')} is missing`;
    return { action: 'changed', reasons: [what] };
  }
  if (modified.length === 0) return { action: 'unchanged', reasons: [] };
  return { action: 'modified', reasons: modified.map((file) => `${file} is not the file that was made; it is kept`) };
}

/** With the suffix that the manifest asks for, where it asks for one. */
function shownPath({ output }: ManifestImage, stem: string): string {
  return output === null ? stem : `${stem}${output.slice(withoutSuffix(output).length)}`;
}

async function isWhole(entry: LockEntry, look: Look): Promise<boolean> {
  if (entry.outputs.length === 0) return false;
  const states = await Promise.all(entry.outputs.map(look));
  return states.every((state) => state === 'same' || state === 'pointer');
}

function orphan(id: string, entry: LockEntry): PlannedImage {
  return {
    id,
    action: 'orphaned',
    reasons: ['in the lock, but no longer in the manifest; its files stay'],
    changes: [],
    image: null,
    entry,
    todo: 'nothing',
    copied: null,
    copies: [],
    price: 0,
  };
}
