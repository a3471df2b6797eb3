// What one image needs, and why: compares the manifest with the lock and the files on disk.
import { diskKey } from '../lib/disk-key.ts';
import { quoted } from '../lib/errors.ts';
import { counted } from '../lib/figures.ts';
import { outputPath } from '../lib/placeholders.ts';
import type { ManifestImage } from '../manifest/expand.ts';
import type { Naming } from '../manifest/naming.ts';
import type { Difference } from './changes.ts';
import type { FileState, Look } from './disk.ts';
import type { Lock, LockEntry, LockedOutput } from './lock.ts';
import { isThere, type Owners, wantedPaths } from './seats.ts';

type Action = 'new' | 'changed' | 'unchanged' | 'modified' | 'forced' | 'orphaned';

/** A file to copy instead of paying for it again. It is copied onto itself if only the lock must change. */
interface Copy {
  readonly from: LockedOutput;
  /** Relative to the workspace. */
  readonly to: string;
}

/** A paid request whose files are downloaded again, instead of being paid for again. */
export interface Refetch {
  readonly requestId: string;
  /** Its locked files, with their current or future paths. */
  readonly outputs: readonly (LockedOutput & { readonly isThere: boolean })[];
  /** USD, from the lock. */
  readonly cost: number | null;
  /** Files that could not be downloaded are never paid for again. A lost file, or an image without files, is. */
  readonly whenGone: 'submit' | 'fail';
}

export interface Decision {
  readonly action: Action;
  /** Why, as clauses; empty if everything is up to date. */
  readonly reasons: readonly string[];
  /** What has changed in the recipe. */
  readonly changes: readonly Difference[];
  /** Submit a request, collect a paid one again (`refetch`), copy the files of the lock entry `copied`, or do nothing. */
  readonly todo: 'generate' | 'collect' | 'copy' | 'nothing';
  readonly refetch: Refetch | null;
  readonly copied: LockEntry | null;
  /** The id in the lock whose files or request are used. */
  readonly copiedFrom: string | null;
  readonly copies: readonly Copy[];
  /** Locked files that are missing although nothing about the image has changed. Relative to the workspace. */
  readonly lost: readonly string[];
  /** Why the run must stop until a person decides, as a clause; null if it can continue. */
  readonly refusal: string | null;
}

/** What the decisions about all images are based on. */
export interface Facts extends Owners {
  readonly lock: Lock;
  readonly look: Look;
  readonly naming: Naming;
  /** All ids of the manifest. */
  readonly known: ReadonlySet<string>;
  readonly forced: (id: string) => boolean;
  /** Id and entry of each image in the lock, by recipe. */
  readonly byRecipe: ReadonlyMap<string, readonly (readonly [string, LockEntry])[]>;
  /** The SHA-256 of a file, or of the file of a Git LFS pointer; null if there is none. */
  readonly digest: (file: string) => Promise<string | null>;
  /** All digests in the lock. */
  readonly digests: ReadonlySet<string>;
}

export function factsOf(
  given: Pick<Facts, 'lock' | 'look' | 'naming' | 'known' | 'forced' | 'digest'> & Owners,
): Facts {
  const entries = [...given.lock];
  return {
    ...given,
    byRecipe: Map.groupBy(entries, ([, { recipe_sha256 }]) => recipe_sha256),
    digests: new Set(entries.flatMap(([, { outputs }]) => outputs.map(({ sha256 }) => sha256))),
  };
}

/** Retouched files are not paid for again or replaced, except if the recipe changes or `force` names the image. */
export async function decide(image: ManifestImage, facts: Facts): Promise<Decision> {
  const decision = await ownNeeds(image, facts);
  if (decision.todo !== 'generate') return decision;
  const free = decision.action === 'forced' ? null : await freeOf(image, decision, facts);
  const stranger = await strangerAt(image, facts);
  const { reasons, ...rest } = free ?? decision;
  return { ...rest, reasons: stranger === null ? reasons : [...reasons, replaced(stranger)] };
}

/** The decision for an image whose makers are not finished, so that its recipe is not known. `why`: a clause for each maker. */
export async function decideAhead(image: ManifestImage, why: readonly string[], facts: Facts): Promise<Decision> {
  const entry = facts.lock.get(image.id) ?? null;
  const stranger = await strangerAt(image, facts);
  const states = entry === null ? [] : await statesOf(entry.outputs, facts);
  const more = [
    ...why,
    ...(entry?.outputs ?? []).flatMap((output, n) => (states[n] === 'modified' ? [retouched(output)] : [])),
    ...(stranger === null ? [] : [replaced(stranger)]),
  ];
  if (facts.forced(image.id)) return needing('forced', [FORCED, ...more]);
  if (entry === null) return needing('new', [NOT_LOCKED, ...more]);
  return changed(image, entry, more);
}

/** Only loads the code that compares recipes if one has changed, which is rare. */
async function changed(image: ManifestImage, entry: LockEntry, more: readonly string[]): Promise<Decision> {
  const { changesBetween, reasonsOf } = await import('./changes.ts');
  const all = changesBetween(entry.recipe, image.recipe, image.deployment?.graph?.graph ?? null);
  const changes = all.filter(({ name }) => !isToBeMade(image, name));
  return { ...needing('changed', [...reasonsOf(changes, image.inputPaths), ...more]), changes };
}

/** Whether the difference is in an input with a file that is not made yet, so that its new value is not known. */
function isToBeMade({ files }: ManifestImage, name: string): boolean {
  const given = Object.entries(files).find(([parameter]) => name === `files.${parameter}`)?.[1] ?? [];
  return [given].flat().some(({ sha256 }) => sha256 === '');
}

const FORCED = 'named in `force`';
const NOT_LOCKED = 'not in the lock';

async function ownNeeds(image: ManifestImage, facts: Facts): Promise<Decision> {
  const entry = facts.lock.get(image.id) ?? null;
  if (facts.forced(image.id)) return needing('forced', [FORCED]);
  if (entry === null) return (await renamed(image, facts)) ?? needing('new', [NOT_LOCKED]);
  const { outputs } = entry;
  const states = await statesOf(outputs, facts);
  const modified = outputs.filter((_, n) => states[n] === 'modified');
  if (entry.recipe_sha256 !== image.recipeHash) {
    return changed(image, entry, modified.map(retouched));
  }
  const wanted = await wantedPaths(image, { entry, from: image.id }, facts);
  if (outputs.some(({ path }, n) => path !== wanted[n])) return moved(image.id, entry, wanted, states, facts);
  const missing = outputs.flatMap(({ path }, n) => (states[n] === 'missing' ? [path] : []));
  if (missing.length > 0 || outputs.length === 0 || entry.missing > 0) return incomplete(entry, states, missing);
  if (modified.length === 0) return needing('unchanged', [], 'nothing');
  return needing('modified', modified.map(kept), 'nothing');
}

export function needing(action: Action, reasons: readonly string[], todo: Decision['todo'] = 'generate'): Decision {
  return {
    action,
    reasons,
    changes: [],
    todo,
    refetch: null,
    copied: null,
    copiedFrom: null,
    copies: [],
    lost: [],
    refusal: null,
  };
}

/** If two entries name the same file, it belongs to one of them. For the other one, it is missing, not retouched. */
function statesOf(
  outputs: readonly LockedOutput[],
  { look, holders }: Pick<Facts, 'look' | 'holders'>,
): Promise<readonly FileState[]> {
  return Promise.all(
    outputs.map(async (output) => {
      const state = await look(output);
      const isShared = (holders.get(diskKey(output.path)) ?? []).length > 1;
      return state === 'modified' && isShared ? 'missing' : state;
    }),
  );
}

function replaced(path: string): string {
  return `${quoted(path)} was not generated by this action, and will be replaced`;
}

function retouched({ path }: LockedOutput): string {
  return `${quoted(path)} was modified, and will be replaced`;
}

function kept({ path }: LockedOutput): string {
  return `${quoted(path)} was modified; it is kept`;
}

/** All paths are right, but files are missing. */
function incomplete(entry: LockEntry, states: readonly FileState[], missing: readonly string[]): Decision {
  const { outputs, request_id: requestId } = entry;
  const modified = outputs.filter((_, n) => states[n] === 'modified');
  const reasons = [
    ...missing.map((path) => `${quoted(path)} is missing`),
    ...(entry.missing > 0 ? [`${counted(entry.missing, 'file')} of its request could not be downloaded yet`] : []),
    ...(outputs.length === 0 && entry.missing === 0 ? ['the lock lists no file'] : []),
    ...modified.map(kept),
  ];
  const action = modified.length > 0 ? 'modified' : 'changed';
  const decision = { ...needing(action, reasons), lost: missing };
  if (entry.accepted && missing.length > 0) return refusingAccepted(decision);
  // It is not clear which file of the request an accepted file replaced.
  if (requestId !== null && !entry.accepted) {
    const places = outputs.map((output, n) => ({ ...output, isThere: states[n] !== 'missing' }));
    const whenGone = missing.length === 0 && outputs.length > 0 ? 'fail' : 'submit';
    return refetching(decision, { requestId, outputs: places, cost: entry.cost, whenGone });
  }
  // Without a request, the missing files cannot be downloaded, and they are never paid for again.
  if (missing.length === 0 && outputs.length > 0)
    return needing(modified.length > 0 ? 'modified' : 'unchanged', modified.map(kept), 'nothing');
  return decision;
}

function refetching(decision: Decision, refetch: Refetch): Decision {
  const reasons = [...decision.reasons, collectedFrom(refetch.requestId)];
  return { ...decision, reasons, todo: 'collect', refetch };
}

/** The reason for an image that is free because its request is paid for. */
export function collectedFrom(requestId: string): string {
  return `collected from request ${requestId}, free`;
}

/** The reason instead, if RunComfy no longer has the request. */
export function madeAnewFor(requestId: string): string {
  return `generated again: RunComfy no longer has request ${requestId}`;
}

/** RunComfy has the original file, not the retouched one. */
function refusingAccepted(decision: Decision): Decision {
  const files = decision.lost.map((path) => quoted(path)).join(', ');
  const refusal = `${files} was accepted as is, so it can be neither collected nor generated again: restore it, or generate a new image with \`force\``;
  return { ...decision, todo: 'nothing', refusal };
}

/**
 * The recipe is the same, but the manifest names other paths. People may have moved the files already, retouched or not. Files at the new paths are kept,
 * unless they belong to another image, or are other files of this image that move too.
 */
async function moved(
  id: string,
  entry: LockEntry,
  wanted: readonly string[],
  states: readonly FileState[],
  facts: Facts,
): Promise<Decision> {
  const here = entry.outputs;
  const there = here.map((output, n) => ({ ...output, path: wanted[n] ?? output.path }));
  const statesThere = await statesOf(there, facts);
  const reasons = here.flatMap(({ path }, n) =>
    path === wanted[n] ? [] : [`output: ${quoted(path)} → ${quoted(wanted[n] ?? '')}`],
  );
  const copy = (action: Action, from: readonly LockedOutput[], more: readonly string[]): Decision => ({
    ...needing(action, [...reasons, ...more], 'copy'),
    copied: entry,
    copiedFrom: id,
    copies: from.map((output, n) => ({ from: output, to: wanted[n] ?? output.path })),
  });
  const goes = here.map(({ path }, n) => path !== wanted[n]);
  const leaves = (path: string): boolean => here.some((one, n) => goes[n] && diskKey(one.path) === diskKey(path));
  const isInTheWay = await Promise.all(
    there.map(
      async ({ path }, n) =>
        goes[n] &&
        statesThere[n] !== 'missing' &&
        !isAnothers(id, path, facts) &&
        (isWhole(statesThere[n]) || !(leaves(path) || (await isLeftover(path, facts)))),
    ),
  );
  const inTheWay = there.filter((_, n) => isInTheWay[n]);
  if (statesThere.every(isWhole)) return copy('changed', there, ['already there']);
  const stayWhole = states.every((state, n) => goes[n] || state !== 'missing');
  if (inTheWay.length === goes.filter((one) => one).length && stayWhole)
    return copy('modified', there, there.filter((_, n) => !isWhole(statesThere[n])).map(kept));
  if (inTheWay.length === 0 && states.every(isWhole)) return copy('changed', here, [copiedFrom(entry)]);
  if (inTheWay.length === 0 && !states.includes('missing'))
    return copy('modified', here, here.filter((_, n) => !isWhole(states[n])).map(kept));
  const lost = here.flatMap(({ path }, n) => (states[n] === 'missing' ? [path] : []));
  const isWanted = (path: string): boolean => there.some((one) => diskKey(one.path) === diskKey(path));
  // Files of one image move together: once the missing ones are there, a later run moves all of them.
  if (here.some(({ path }, n) => goes[n] && states[n] === 'modified' && isWanted(path)))
    return incomplete(entry, states, lost);
  const strangers = there.filter((_, n) => isInTheWay[n] && !isWhole(statesThere[n])).map(({ path }) => replaced(path));
  const more = [...lost.map((path) => `${quoted(path)} is missing`), ...strangers];
  const decision = { ...needing('changed', [...reasons, ...more]), lost };
  if (entry.accepted) return refusingAccepted(decision);
  if (entry.request_id === null) return decision;
  // Files that stay can be retouched. Files at new paths are written as they were made.
  const outputs = there.map((output, n) => ({
    ...output,
    isThere: goes[n] === true ? isWhole(statesThere[n]) : states[n] !== 'missing',
  }));
  return refetching(decision, { requestId: entry.request_id, outputs, cost: entry.cost, whenGone: 'submit' });
}

function isWhole(state: FileState | undefined): boolean {
  return state === 'same' || state === 'pointer';
}

/** A file that a copy has left at its old path is not a retouched file. */
async function isLeftover(path: string, { digest, digests }: Facts): Promise<boolean> {
  return digests.has((await digest(path)) ?? '');
}

function isAnothers(id: string, path: string, { holders }: Facts): boolean {
  return (holders.get(diskKey(path)) ?? []).some((holder) => holder !== id);
}

/** If only the id has changed, the retouched files can stay where they are. Then only the lock gets the new id. */
async function renamed(image: ManifestImage, facts: Facts): Promise<Decision | null> {
  for (const [id, entry] of facts.byRecipe.get(image.recipeHash) ?? []) {
    if (facts.known.has(id)) continue;
    const wanted = await wantedPaths(image, { entry, from: id }, facts);
    if (!entry.outputs.every(({ path }, n) => path === wanted[n])) continue;
    const states = await statesOf(entry.outputs, facts);
    if (!states.includes('modified') || states.includes('missing')) continue;
    return {
      ...needing('modified', [`was ${quoted(id)}`, ...entry.outputs.map(kept)], 'copy'),
      copied: entry,
      copiedFrom: id,
      copies: entry.outputs.map((from) => ({ from, to: from.path })),
    };
  }
  return null;
}

/** The same recipe under another id: its files if all are there, otherwise its request. */
async function freeOf(image: ManifestImage, decision: Decision, facts: Facts): Promise<Decision | null> {
  const sources = facts.byRecipe.get(image.recipeHash) ?? [];
  for (const [from, source] of sources) {
    const { outputs } = source;
    if (outputs.length === 0 || !(await statesOf(outputs, facts)).every(isWhole)) continue;
    const wanted = await wantedPaths(image, { entry: source, from }, facts);
    const copies = outputs.map((output, n) => ({ from: output, to: wanted[n] ?? output.path }));
    const reasons = [...decision.reasons, copiedFrom(source)];
    return { ...decision, reasons, todo: 'copy', copied: source, copiedFrom: from, copies };
  }
  for (const [from, source] of sources) {
    const { request_id: requestId, outputs, accepted, cost } = source;
    if (requestId === null || accepted || from === image.id) continue;
    const wanted = await wantedPaths(image, { entry: source, from }, facts);
    const states = await statesOf(outputs, facts);
    // If the old id is gone, files that are already at the new path are taken over unchanged.
    const isHere = (n: number): boolean =>
      !facts.known.has(from) && outputs[n]?.path === wanted[n] && states[n] !== 'missing';
    const places = outputs.map((output, n) => ({ ...output, path: wanted[n] ?? output.path, isThere: isHere(n) }));
    const refetch: Refetch = { requestId, outputs: places, cost, whenGone: 'submit' };
    return { ...refetching(decision, refetch), copiedFrom: from };
  }
  return null;
}

function copiedFrom({ outputs }: LockEntry): string {
  return `copied from ${outputs.map(({ path }) => quoted(path)).join(', ')}, which has the same recipe`;
}

/** A file that will be replaced although it is not in the lock; null if there is none. */
async function strangerAt({ output }: ManifestImage, { holders, look }: Facts): Promise<string | null> {
  const path = output === null ? null : outputPath(output, 1);
  return path !== null && !holders.has(diskKey(path)) && (await isThere(path, look)) ? path : null;
}
