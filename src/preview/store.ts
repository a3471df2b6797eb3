// Puts pictures under the hidden ref of a pull request: one commit without parents, replaced by each run, so that storage stays bounded.
import { createHash } from 'node:crypto';
import { limitOf } from '../concurrency.ts';
import { commitMessage, isOlder, type RunMark, readCommitMessage } from './mark.ts';
import type { PreviewRefs, StoredPreviews, Tree } from './ports.ts';

export interface StoredFile {
  /** Inside the commit, with `/`. */
  readonly path: string;
  read(): Promise<Uint8Array>;
}

/** GitHub asks for few writes at once (REST best practices). */
const UPLOADS_AT_ONCE = 3;

/**
 * Answers the SHA of the commit that holds exactly these files; null where a newer run was here already, and nothing was changed. Sends only the files
 * that the ref does not hold yet, and makes no commit where all of them are there. Throws GitHubRefusal.
 */
export async function store(
  ref: string,
  files: readonly StoredFile[],
  run: RunMark,
  refs: PreviewRefs,
): Promise<string | null> {
  const before = await refs.read(ref);
  if (isNewer(before, run)) return null;
  const there = new Set(before?.files.values());
  const limit = limitOf(UPLOADS_AT_ONCE);
  const entries = await Promise.all(
    files.map((file) =>
      limit(async () => {
        const bytes = await file.read();
        const known = blobId(bytes);
        return [file.path, there.has(known) ? known : await refs.addFile(bytes)] as const;
      }),
    ),
  );
  const tree = new Map(entries);
  if (before !== null && same(before.files, tree)) return before.commit;
  const commit = await refs.commit(tree, commitMessage(run));
  // The uploads took a while; GitHub can replace a ref, but not on condition.
  if (isNewer(await refs.read(ref), run)) return null;
  await refs.point(ref, commit);
  return commit;
}

function isNewer(previews: StoredPreviews | null, run: RunMark): boolean {
  const theirs = previews === null ? null : readCommitMessage(previews.message);
  return theirs !== null && isOlder(run, theirs);
}

/** As git names the content of a file. */
function blobId(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

function same(one: Tree, other: Tree): boolean {
  return one.size === other.size && [...one].every(([path, sha]) => other.get(path) === sha);
}
