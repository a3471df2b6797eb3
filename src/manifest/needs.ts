// What one image needs, and why: what the manifest asks for against what the lock remembers and what lies on the disk.
import { quoted } from '../errors.ts';
import { diskKey } from '../images/names.ts';
import { changesBetween, type Difference, reasonsOf } from './changes.ts';
import type { FileState, Look } from './disk.ts';
import type { ManifestImage } from './expand.ts';
import type { Lock, LockEntry, LockedOutput } from './lock.ts';
import { type Naming, pathOf, withoutSuffix } from './naming.ts';
import { outputPath } from './placeholders.ts';

export type Action = 'new' | 'changed' | 'unchanged' | 'modified' | 'forced' | 'orphaned';

/** A file to copy instead of paying for it again; onto itself where only the lock has to learn where it is. */
export interface Copy {
  readonly from: LockedOutput;
  /** Relative to the workspace. */
  readonly to: string;
}

export interface Needs {
  readonly action: Action;
  /** Why, a clause each; empty where everything is as it should be. */
  readonly reasons: readonly string[];
  /** What of the recipe is another one. */
  readonly changes: readonly Difference[];
  /** A request, a copy of files that the lock entry `copied` names, or nothing. */
  readonly todo: 'generate' | 'copy' | 'nothing';
  readonly copied: LockEntry | null;
  readonly copies: readonly Copy[];
}

/** What all images of a manifest stand on. */
export interface Ground {
  readonly lock: Lock;
  readonly look: Look;
  readonly naming: Naming;
  /** All ids of the manifest. */
  readonly known: ReadonlySet<string>;
  readonly forced: (id: string) => boolean;
  /** Id and entry of each image that the lock holds, by its recipe. */
  readonly byRecipe: ReadonlyMap<string, readonly (readonly [string, LockEntry])[]>;
  /** Which id the lock gives a file to, by `diskKey`. */
  readonly owners: ReadonlyMap<string, string>;
}

export function groundOf(given: Pick<Ground, 'lock' | 'look' | 'naming' | 'known' | 'forced'>): Ground {
  const entries = [...given.lock];
  return {
    ...given,
    byRecipe: Map.groupBy(entries, ([, { recipe_sha256 }]) => recipe_sha256),
    owners: new Map(entries.flatMap(([id, { outputs }]) => outputs.map(({ path }) => [diskKey(path), id] as const))),
  };
}

/** What people have retouched is neither paid for again nor replaced, but for another recipe or by `force`. */
export async function needsOf(image: ManifestImage, ground: Ground): Promise<Needs> {
  const needs = await ownNeeds(image, ground);
  if (needs.todo !== 'generate') return needs;
  const copied = needs.action === 'forced' ? null : await copyOf(image, needs, ground);
  const stranger = await strangerAt(image, ground);
  const { reasons, ...rest } = copied ?? needs;
  return { ...rest, reasons: stranger === null ? reasons : [...reasons, replaced(stranger)] };
}

async function ownNeeds(image: ManifestImage, ground: Ground): Promise<Needs> {
  const entry = ground.lock.get(image.id) ?? null;
  if (ground.forced(image.id)) return needing('forced', ['asked for by `force`']);
  if (entry === null) return (await renamed(image, ground)) ?? needing('new', ['not in the lock']);
  const { outputs } = entry;
  const states = await Promise.all(outputs.map(ground.look));
  const modified = outputs.filter((_, n) => states[n] === 'modified');
  const retouched = modified.map(({ path }) => `${quoted(path)} is not the file that was made, and will be replaced`);
  if (entry.recipe_sha256 !== image.recipeHash) {
    const changes = changesBetween(entry.recipe, image.recipe);
    return { ...needing('changed', [...reasonsOf(changes), ...retouched]), changes };
  }
  const wanted = outputs.map((output, n) => {
    const path = wantedPath(image, n + 1, output, entry, ground.naming);
    const first = outputs.length === 1 ? path : wantedPath(image, 1, output, entry, ground.naming);
    return isInPlace(image.id, output.path, path, first, ground) ? output.path : path;
  });
  if (outputs.some(({ path }, n) => path !== wanted[n])) return moved(image.id, entry, wanted, ground);
  const missing = outputs.filter((_, n) => states[n] === 'missing').map(({ path }) => quoted(path));
  if (missing.length > 0 || outputs.length === 0) {
    const what = missing.length === 0 ? 'the lock names no file' : `${missing.join(', ')} is missing`;
    return needing('changed', [what, ...retouched]);
  }
  if (modified.length === 0) return needing('unchanged', [], 'nothing');
  return needing('modified', modified.map(kept), 'nothing');
}

function needing(action: Action, reasons: readonly string[], todo: Needs['todo'] = 'generate'): Needs {
  return { action, reasons, changes: [], todo, copied: null, copies: [] };
}

function replaced(path: string): string {
  return `${quoted(path)} was not made by this action, and will be replaced`;
}

function kept({ path }: LockedOutput): string {
  return `${quoted(path)} is not the file that was made; it is kept`;
}

/**
 * The recipe is the same, but the manifest wants the files elsewhere. People may have moved them already, retouched or not: what lies there is kept, unless
 * it is another image's, which has its own way to go.
 */
async function moved(id: string, entry: LockEntry, wanted: readonly string[], ground: Ground): Promise<Needs> {
  const here = entry.outputs;
  const there = here.map((output, n) => ({ ...output, path: wanted[n] ?? output.path }));
  const states = await Promise.all(here.map(ground.look));
  const statesThere = await Promise.all(there.map(ground.look));
  const reasons = here.flatMap(({ path }, n) =>
    path === wanted[n] ? [] : [`output: ${quoted(path)} → ${quoted(wanted[n] ?? '')}`],
  );
  const copy = (action: Action, from: readonly LockedOutput[], more: readonly string[]): Needs => ({
    ...needing(action, [...reasons, ...more], 'copy'),
    copied: entry,
    copies: from.map((output, n) => ({ from: output, to: wanted[n] ?? output.path })),
  });
  const inTheWay = there.filter(({ path }, n) => statesThere[n] !== 'missing' && !ownedByAnother(id, path, ground));
  if (statesThere.every(isWhole)) return copy('changed', there, ['it is there already']);
  if (inTheWay.length === there.length) return copy('modified', there, there.map(kept));
  if (inTheWay.length === 0 && states.every(isWhole)) return copy('changed', here, [copiedFrom(entry)]);
  if (inTheWay.length === 0 && !states.includes('missing')) return copy('modified', here, here.map(kept));
  return needing('changed', [...reasons, ...inTheWay.map(({ path }) => replaced(path))]);
}

function isWhole(state: FileState): boolean {
  return state === 'same' || state === 'pointer';
}

/** Under another id it may lie where it always did, retouched: then the lock alone learns the new id. */
async function renamed(image: ManifestImage, { byRecipe, known, look, naming }: Ground): Promise<Needs | null> {
  for (const [id, entry] of byRecipe.get(image.recipeHash) ?? []) {
    const inPlace = entry.outputs.every((output, n) => output.path === wantedPath(image, n + 1, output, entry, naming));
    if (known.has(id) || !inPlace) continue;
    const states = await Promise.all(entry.outputs.map(look));
    if (!states.includes('modified') || states.includes('missing')) continue;
    return {
      ...needing('modified', [`was ${quoted(id)}`, ...entry.outputs.map(kept)], 'copy'),
      copied: entry,
      copies: entry.outputs.map((from) => ({ from, to: from.path })),
    };
  }
  return null;
}

/** The same recipe under another id, whose files are all there. */
async function copyOf(image: ManifestImage, needs: Needs, { byRecipe, look, naming }: Ground): Promise<Needs | null> {
  for (const [, source] of byRecipe.get(image.recipeHash) ?? []) {
    const { outputs } = source;
    if (outputs.length === 0 || !(await Promise.all(outputs.map(look))).every(isWhole)) continue;
    const copies = outputs.map((from, n) => ({ from, to: wantedPath(image, n + 1, from, source, naming) }));
    return { ...needs, reasons: [...needs.reasons, copiedFrom(source)], todo: 'copy', copied: source, copies };
  }
  return null;
}

function copiedFrom({ outputs }: LockEntry): string {
  return `copied from ${outputs.map(({ path }) => quoted(path)).join(', ')}, which has the same recipe`;
}

/** The file that is about to be replaced though the lock knows nothing of it; null where there is none. */
async function strangerAt({ output }: ManifestImage, { owners, look }: Ground): Promise<string | null> {
  const path = output === null ? null : outputPath(output, 1);
  if (path === null || owners.has(diskKey(path))) return null;
  // No file has this length: whatever is there is another one.
  return (await look({ path, bytes: -1, sha256: '' })) === 'missing' ? null : path;
}

/** Where the n-th file belongs, from 1, in the format that it has. */
function wantedPath(
  image: ManifestImage,
  index: number,
  { path }: LockedOutput,
  { request_id: requestId }: LockEntry,
  naming: Naming,
): string {
  const wanted = pathOf(image, index, path, requestId ?? '', naming);
  // The same text, though its author's editor may compose characters another way.
  return wanted.normalize('NFC') === path.normalize('NFC') ? path : wanted;
}

/** Or right beside it, under another number, where another image's file was in the way (landing.ts) and still is. `first`: where the first file belongs. */
function isInPlace(id: string, path: string, wanted: string, first: string, ground: Ground): boolean {
  if (path === wanted) return true;
  const name = withoutSuffix(path);
  const stems = [withoutSuffix(wanted), withoutSuffix(first)];
  return (
    ownedByAnother(id, wanted, ground) &&
    stems.some((stem) => /^-\d+$/.test(name.slice(stem.length)) && name.startsWith(stem))
  );
}

/** By one that the manifest still has. */
function ownedByAnother(id: string, path: string, { owners, known }: Ground): boolean {
  const owner = owners.get(diskKey(path)) ?? id;
  return owner !== id && known.has(owner);
}
