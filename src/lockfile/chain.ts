// Chains: images that are made from others. Their order, what an image waits for, and which file an edge leads to.
import { diskKey } from '../lib/disk-key.ts';
import { quoted } from '../lib/errors.ts';
import { counted } from '../lib/figures.ts';
import { outputPath } from '../lib/placeholders.ts';
import type { Edge } from '../manifest/edges.ts';
import type { ManifestImage } from '../manifest/expand.ts';
import { withoutSuffix } from '../manifest/naming.ts';
import type { EdgeSource, EdgeSources } from '../manifest/settle.ts';
import type { LockedOutput } from './lock.ts';
import type { PlannedImage } from './plan.ts';

type Linked = Pick<ManifestImage, 'id' | 'edges'>;

/** Moves makers before the images that are made from them, and keeps the order otherwise. Missing images that edges name count as made. */
export function makersFirst<T extends Linked>(images: readonly T[]): readonly T[] {
  const waitsFor = new Map<string, number>();
  const madeFrom = new Map<string, T[]>();
  const ids = new Set(images.map(({ id }) => id));
  for (const image of images) {
    const makers = makersOf(image).filter((id) => ids.has(id));
    waitsFor.set(image.id, makers.length);
    for (const maker of makers) {
      const others = madeFrom.get(maker);
      if (others === undefined) madeFrom.set(maker, [image]);
      else others.push(image);
    }
  }
  const ordered = images.filter(({ id }) => waitsFor.get(id) === 0);
  for (const { id } of ordered) {
    for (const next of madeFrom.get(id) ?? []) {
      const rest = (waitsFor.get(next.id) ?? 0) - 1;
      waitsFor.set(next.id, rest);
      if (rest === 0) ordered.push(next);
    }
  }
  return ordered;
}

/** The ids that an image is made from, each once. */
export function makersOf({ edges }: Pick<ManifestImage, 'edges'>): readonly string[] {
  return [...new Set(edges.map(({ maker }) => maker))];
}

/** For each image that the chosen ones are made from, directly or indirectly, the nearest one that needs it. */
export function neededBy(images: readonly Linked[], chosen: (id: string) => boolean): ReadonlyMap<string, string> {
  const needed = new Map<string, string>();
  for (const image of makersFirst(images).toReversed()) {
    if (!chosen(image.id) && !needed.has(image.id)) continue;
    for (const maker of makersOf(image)) if (!chosen(maker)) needed.set(maker, image.id);
  }
  return needed;
}

/** Whether the files of an image can still change or move during the run, so that images made from them must wait. */
export function isUnderWay({ todo, waitsFor }: Pick<PlannedImage, 'todo' | 'waitsFor'>): boolean {
  return todo !== 'nothing' || waitsFor.length > 0;
}

/** The sources of an image. Edges to files that their maker does not have are left out. `makers`: by id. */
export function sourcesOf(
  { edges }: Pick<ManifestImage, 'edges'>,
  makers: ReadonlyMap<string, PlannedImage>,
): EdgeSources {
  const sources = new Map<string, EdgeSource>();
  for (const edge of edges) {
    const maker = makers.get(edge.maker);
    const source = maker === undefined ? 'not-made' : sourceOf(edge, maker);
    if (source !== null) sources.set(edge.file, source);
  }
  return sources;
}

function sourceOf(edge: Edge, { todo, image, entry, copies, refetch, refusal }: PlannedImage): EdgeSource | null {
  const output = image?.output ?? '';
  if (todo === 'generate') return 'not-made';
  if (refusal !== null) {
    // The run stops until the file is restored, and then the file has the hash in the lock.
    const file = fileOf(edge, output, entry?.outputs ?? [], ({ path }) => path);
    return file === null ? 'not-made' : { expected: { bytes: file.bytes, sha256: file.sha256 } };
  }
  if (todo === 'copy') {
    const copy = fileOf(edge, output, copies, ({ to }) => to);
    return copy === null ? null : { path: copy.from.path };
  }
  if (todo === 'collect') {
    const file = fileOf(edge, output, refetch?.outputs ?? [], ({ path }) => path);
    const isWhole = entry?.request_id === refetch?.requestId && entry?.missing === 0;
    if (file === null) return isWhole ? null : 'not-made';
    return file.isThere ? { path: file.path } : { expected: { bytes: file.bytes, sha256: file.sha256 } };
  }
  return lockedSource(edge, output, entry?.outputs ?? []);
}

/** The path of the file in the lock; null if the maker has no such file. */
export function lockedSource(edge: Edge, output: string, outputs: readonly LockedOutput[]): EdgeSource | null {
  const file = fileOf(edge, output, outputs, ({ path }) => path);
  return file === null ? null : { path: file.path };
}

/** The file with this name, otherwise with a different suffix that came from its bytes. */
function fileOf<T>({ index }: Edge, output: string, files: readonly T[], pathOf: (file: T) => string): T | null {
  const asked = diskKey(outputPath(output, index));
  const isAsked = (file: T): boolean => diskKey(pathOf(file)) === asked;
  const isLike = (file: T): boolean => withoutSuffix(diskKey(pathOf(file))) === withoutSuffix(asked);
  return files.find(isAsked) ?? files.find(isLike) ?? null;
}

/** Why the file of an edge does not exist, as a clause. `missing`: how many files of the maker's request could not be downloaded. */
export function noSuchFile({ file, maker }: Edge, missing = 0): string {
  return missing === 0
    ? `names ${quoted(file)}, but the request of ${quoted(maker)} returned no such file`
    : `names ${quoted(file)}, but it is missing: ${counted(missing, 'file')} of ${quoted(maker)} could not be downloaded (to generate ${quoted(maker)} again, use \`force\`)`;
}

/** Why an image is made although it has not changed itself: a clause for each file that is made before it. */
export function chainReasons(
  { edges }: Pick<ManifestImage, 'edges'>,
  sources: EdgeSources,
  makers: ReadonlyMap<string, PlannedImage>,
): readonly string[] {
  return edges
    .filter(({ file }) => sources.get(file) === 'not-made')
    .map(({ file, maker }) => {
      const how =
        makers.get(maker)?.todo === 'collect' ? 'is yet to be downloaded' : `will be made by ${quoted(maker)}`;
      return `its source ${quoted(file)} ${how}`;
    });
}
