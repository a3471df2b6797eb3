// A request that is collected again gives files that the workspace may have already: which of them goes where, and what the lock then says.
import type { Refetch } from './decide.ts';
import type { LockedOutput } from './lock.ts';

/** Where one fetched file belongs: already there, or it goes to that path. */
export interface Reunion {
  readonly output: LockedOutput;
  readonly isThere: boolean;
}

/**
 * For each file of the request in order, by the hash of its bytes: what the lock knows of it. A locked file that is there stays as it is, retouched or not.
 * null: the file could not be had (its hash is null), or is new.
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
  // RunComfy may keep a file in other bytes than it once gave. It takes the place of one that is not there.
  return known.map((one, n) => (one !== null || fetched[n] === null ? one : take(({ isThere }) => !isThere)));
}

/**
 * The outputs for the lock, in the order of the request, and how many are missing still. `saved` and `kept`: by index. `locked`: the paths that
 * the lock has for the same image already.
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
  // What the lock knows and could not be had this time is not forgotten. What was only going to a path is not there: another file may be.
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
