// When a request is collected again, the workspace may already have some of its files: where each file goes, and what the lock then says.
import type { Refetch } from './decide.ts';
import type { LockedOutput } from './lock.ts';

/** What happens to one downloaded file: it is already there, or goes to this path. */
export interface Reunion {
  readonly output: LockedOutput;
  readonly isThere: boolean;
}

/**
 * Finds the locked file for each file of the request, in order, by its hash. An existing locked file stays as it is, retouched or not.
 * null: the file could not be downloaded (its hash is null), or is new.
 */
export function reunited(fetched: readonly (string | null)[], { outputs }: Refetch): readonly (Reunion | null)[] {
  const left = [...outputs];
  const take = (fits: (output: Refetch['outputs'][number]) => boolean): Reunion | null => {
    const at = left.findIndex(fits);
    const [found] = at === -1 ? [] : left.splice(at, 1);
    if (found === undefined) return null;
    const { isThere, ...output } = found;
    return { output, isThere };
  };
  const known = fetched.map((hash) => (hash === null ? null : take(({ sha256 }) => sha256 === hash)));
  // RunComfy can return different bytes than before. They replace a missing file.
  return known.map((one, n) => (one !== null || fetched[n] === null ? one : take(({ isThere }) => !isThere)));
}

/**
 * The outputs for the lock, in the order of the request, and how many are still missing. `saved` and `kept`: by index. `locked`: the paths that
 * the lock already has for the same image.
 */
export function completed(
  {
    saved,
    kept,
    missing,
    locked,
  }: {
    readonly saved: ReadonlyMap<number, LockedOutput>;
    readonly kept: ReadonlyMap<number, LockedOutput>;
    readonly missing: number;
    readonly locked: ReadonlySet<string>;
  },
  { outputs }: Refetch,
): { readonly images: readonly LockedOutput[]; readonly missing: number } {
  const had = new Map([...saved, ...kept]);
  const paths = new Set([...had.values()].map(({ path }) => path));
  // Locked files that could not be downloaded this time stay in the lock, except files that were only planned for a path, where another file can be.
  const others = outputs
    .filter(({ path, isThere }) => !paths.has(path) && (isThere || locked.has(path)))
    .map(({ isThere: _, ...output }) => output);
  const rest = [...others];
  const images: LockedOutput[] = [];
  for (let index = 1; index <= Math.max(0, ...had.keys()); index++) {
    const output = had.get(index) ?? rest.shift();
    if (output !== undefined) images.push(output);
  }
  return { images: [...images, ...rest], missing: Math.max(0, missing - others.length) };
}
