// Which path each file has: where it is, where it goes, and whose it is. No two files ever get the same path.
import path from 'node:path';
import { diskKey } from '../lib/disk-key.ts';
import { hasIndex, outputPath } from '../lib/placeholders.ts';
import type { ManifestImage } from '../manifest/expand.ts';
import { type Naming, stemOf, suffixFits, suffixOf } from '../manifest/naming.ts';
import type { Look } from './disk.ts';
import type { Lock, LockEntry, LockedOutput } from './lock.ts';

/** Who has which path, by `diskKey`. */
export interface Owners {
  /** Ids whose lock entries name it, as often as they do. */
  readonly holders: ReadonlyMap<string, readonly string[]>;
  /** The id whose file is already at the right path, and stays there. */
  readonly seats: ReadonlyMap<string, string>;
  /** The image whose `output` it is. */
  readonly reserved: ReadonlyMap<string, string>;
}

interface Sources {
  readonly lock: Lock;
  readonly look: Look;
  readonly naming: Naming;
}

export async function ownersOf(images: readonly ManifestImage[], sources: Sources): Promise<Owners> {
  const { lock, look } = sources;
  const holders = Map.groupBy(
    [...lock].flatMap(([id, { outputs }]) => outputs.map((output) => ({ id, key: diskKey(output.path) }))),
    ({ key }) => key,
  );
  const held = new Map([...holders].map(([key, list]) => [key, list.map(({ id }) => id)]));
  const reserved = new Map(
    images.flatMap(({ id, output }) => (output === null ? [] : [[diskKey(outputPath(output, 1)), id] as const])),
  );
  const known = new Set(images.map(({ id }) => id));
  const first = new Map<string, string>();
  const numbered = new Map<string, string>();
  await Promise.all(
    images.map(async (image) => {
      const entry = lock.get(image.id);
      if (entry === undefined) return;
      for (const [n, number] of (await numbersOf(image, entry)).entries()) {
        const file = entry.outputs[n]?.path ?? '';
        if (number !== null) (number === 1 ? first : numbered).set(diskKey(file), image.id);
      }
    }),
  );
  return { holders: held, reserved, seats: new Map([...numbered, ...first]) };

  /** The number in the name of each output; null if the manifest names a different path. */
  async function numbersOf(image: ManifestImage, entry: LockEntry): Promise<readonly (number | null)[]> {
    const own = new Set(entry.outputs.map((output) => diskKey(output.path)));
    const numbers: (number | null)[] = [];
    let index = 0;
    for (const output of entry.outputs) {
      const last = hasNameEach(image, sources.naming)
        ? numbers.length + 1 + Math.min(entry.missing, MAX_GAP)
        : index + 1;
      let found: number | null = null;
      // Missing files leave their index free.
      for (let n = index + 1; n <= last && found === null; n++) {
        const names = namesOf(image, n, output.path, entry.request_id ?? '', sources.naming);
        const number = names.numberOf(output.path);
        if (number === null || !(await isLowest(number, names, { own, id: image.id, output, isFirst: n === 1 })))
          continue;
        found = number;
        index = n - 1;
      }
      index += 1;
      numbers.push(found);
    }
    return numbers;
  }

  /** Whether every lower number is taken. Otherwise, the file would have a lower one. */
  async function isLowest(
    number: number,
    { name }: Names,
    {
      own,
      id,
      output,
      isFirst,
    }: {
      readonly own: ReadonlySet<string>;
      readonly id: string;
      readonly output: LockedOutput;
      readonly isFirst: boolean;
    },
  ): Promise<boolean> {
    for (let n = 1; n < number; n++) {
      const key = diskKey(name(n));
      if (own.has(key)) continue;
      const others = (held.get(key) ?? []).filter((other) => other !== id);
      const isNamed = isFirst && n === 1;
      if (isNamed ? others.some((other) => known.has(other)) : others.length > 0) continue;
      if ((reserved.get(key) ?? id) !== id) continue;
      // If a person has moved the file to the path in the manifest, it is no longer here.
      if (!(await isThere(name(n), look)) || (isNamed && (await look(output)) === 'missing')) return false;
    }
    return true;
  }
}

/** Missing files of one request. If there are more, their names are not searched for. */
const MAX_GAP = 100;

/** Whether any file is there. No file has this size. */
export async function isThere(file: string, look: Look): Promise<boolean> {
  return (await look({ path: file, bytes: -1, sha256: '' })) !== 'missing';
}

interface Names {
  /** The n-th possible name, from 1. */
  name(n: number): string;
  /** The number of a name; null if it is not one of them. */
  numberOf(file: string): number | null;
}

/** The names for the index-th file of an image, with the format of `like`. */
function namesOf(image: ManifestImage, index: number, like: string, requestId: string, naming: Naming): Names {
  const stem = stemOf(image, hasNameEach(image, naming) ? index : 1, requestId, naming);
  const asked = image.output === null ? '' : outputPath(image.output, index);
  const suffix = path.posix.extname(suffixFits(asked, suffixOf(like)) ? asked : like);
  const name = (n: number): string => `${stem}${n === 1 ? '' : `-${n}`}${suffix}`;
  return {
    name,
    numberOf(file) {
      // Editors can compose the characters of the same text differently.
      const [, digits] = /-([1-9]\d{0,6})\.[^.]*$/.exec(file) ?? [];
      const candidates = digits === undefined ? [1] : [1, Number(digits)];
      return candidates.find((n) => name(n).normalize('NFC') === file.normalize('NFC')) ?? null;
    },
  };
}

/** Whether each file of an image has its own name. */
function hasNameEach({ output }: ManifestImage, { filename }: Naming): boolean {
  return output === null ? filename.includes('{index}') : hasIndex(output);
}

/**
 * The path for each output of an entry: files at the right path stay, and others get the lowest free name. `from`: the id of the entry. If it is no
 * longer in the manifest, its files can be taken over.
 */
export async function wantedPaths(
  image: ManifestImage,
  { entry, from }: { readonly entry: LockEntry; readonly from: string },
  { seats, holders, reserved, known, look, naming }: Owners & Sources & { readonly known: ReadonlySet<string> },
): Promise<readonly string[]> {
  const { id } = image;
  const isOwn = (holder: string): boolean => holder === id || (holder === from && !known.has(from));
  const taken = new Set<string>();
  const stays = entry.outputs.map((output) => {
    const key = diskKey(output.path);
    if (from !== id || seats.get(key) !== id || taken.has(key)) return false;
    taken.add(key);
    return true;
  });
  const wanted: string[] = [];
  for (const [n, output] of entry.outputs.entries()) {
    const file = stays[n] === true ? output.path : await freeName(n + 1, output);
    taken.add(diskKey(file));
    wanted.push(file);
  }
  return wanted;

  async function freeName(index: number, output: LockedOutput): Promise<string> {
    const { path: like } = output;
    const { name } = namesOf(image, index, like, entry.request_id ?? '', naming);
    for (let n = 1; ; n++) {
      const key = diskKey(name(n));
      // A file of another image at this path either moves away, or the run is refused (conflicts.ts).
      const isTaken =
        taken.has(key) ||
        (index === 1 && n === 1 ? (seats.get(key) ?? id) !== id : await isOccupied(name(n), key, output));
      if (!isTaken) return name(n).normalize('NFC') === like.normalize('NFC') ? like : name(n);
    }
  }

  async function isOccupied(file: string, key: string, output: LockedOutput): Promise<boolean> {
    const ids = holders.get(key) ?? [];
    if (ids.some((holder) => !isOwn(holder)) || (reserved.get(key) ?? id) !== id) return true;
    if (ids.length > 0 || !(await isThere(file, look))) return false;
    // People may have moved the file there themselves, unchanged or retouched.
    const state = await look({ ...output, path: file });
    return state === 'modified' && !(from === id && (await look(output)) === 'missing');
  }
}
