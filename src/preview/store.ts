// Stores pictures under the hidden ref of a pull request: one commit without parents, replaced by each run, so that storage stays bounded.
import { createHash } from 'node:crypto';
import { limitOf } from '../lib/concurrency.ts';
import { commitMessage, isOlder, type RunMark, readCommitMessage } from './mark.ts';
import { GitHubRefusal, type PreviewRefs, type StoredPreviews, type Tree } from './ports.ts';

export interface StoredFile {
  /** Inside the commit, with `/`. */
  readonly path: string;
  read(): Promise<Uint8Array>;
}

/** GitHub asks for few concurrent writes (REST best practices). */
const UPLOADS_AT_ONCE = 3;

/**
 * Returns the SHA of the commit with exactly these files; null if there is a newer run, and nothing was changed. Only sends files that the ref does not
 * have yet, and makes no commit if it has all of them. Throws GitHubRefusal.
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
  if (!(await pointAt(ref, commit, run, refs))) return null;
  return commit;
}

/**
 * Points the ref at the commit; false if there is a newer run. Called again after the comment, because an older run may have moved the ref back
 * meanwhile, and GitHub deletes commits without a ref. Throws GitHubRefusal.
 */
export async function pointAt(ref: string, commit: string, run: RunMark, refs: PreviewRefs): Promise<boolean> {
  // The uploads took a while. GitHub only creates a ref if there is none, but it updates refs without a condition.
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const now = await refs.read(ref);
    if (isNewer(now, run)) return false;
    if (now?.commit === commit || (await refs.point(ref, commit, now !== null))) return true;
  }
  throw new GitHubRefusal(`GitHub says both that ${ref} exists and that it does not`, {
    permission: null,
    isTransient: true,
    status: null,
    cause: null,
  });
}

const MAX_TRIES = 3;

function isNewer(previews: StoredPreviews | null, run: RunMark): boolean {
  const theirs = previews === null ? null : readCommitMessage(previews.message);
  return theirs !== null && isOlder(run, theirs);
}

/** Git's hash of the content. */
function blobId(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

function same(one: Tree, other: Tree): boolean {
  return one.size === other.size && [...one].every(([path, sha]) => other.get(path) === sha);
}
