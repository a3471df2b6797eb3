// The objects and refs of a repository behind GitHub's Git Data API, with git's own identifiers.
import { createHash } from 'node:crypto';

export interface TreeEntry {
  readonly path: string;
  readonly mode: string;
  readonly type: string;
  readonly sha: string;
}

export interface Commit {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
}

/** A refusal by git, in GitHub's words. The default status is 422. */
export class GitRefusal extends Error {
  readonly status: number;

  constructor(message: string, status = 422) {
    super(message);
    this.status = status;
  }
}

export class GitStore {
  readonly blobs = new Map<string, Buffer>();
  readonly trees = new Map<string, readonly TreeEntry[]>();
  readonly commits = new Map<string, Commit>();
  /** Full name (`refs/...`) to the SHA of a commit. */
  readonly refs = new Map<string, string>();
  readonly #protected: string[] = [];

  /** Adds a ruleset for all refs with this prefix. */
  protect(start: string): void {
    this.#protected.push(start);
  }

  addBlob(bytes: Buffer): string {
    const sha = idOf('blob', bytes);
    this.blobs.set(sha, bytes);
    return sha;
  }

  /** Accepts full paths, as GitHub does. Listings are always recursive here, without folders. */
  addTree(entries: readonly TreeEntry[]): string {
    for (const { path, sha } of entries) {
      if (!this.blobs.has(sha)) throw new GitRefusal(`tree.sha ${sha} is not a valid blob`);
      if (path === '' || path.split('/').some((part) => part === '' || /^(\.{1,2}|\.git)$/i.test(part))) {
        throw new GitRefusal('tree.path contains a malformed path component');
      }
    }
    const sorted = entries.toSorted((a, b) => (a.path < b.path ? -1 : 1));
    const sha = idOf('tree', Buffer.from(JSON.stringify(sorted)));
    this.trees.set(sha, sorted);
    return sha;
  }

  addCommit(commit: Commit): string {
    if (!this.trees.has(commit.tree)) throw new GitRefusal('Tree SHA does not exist');
    const sha = idOf('commit', Buffer.from(JSON.stringify([commit, this.commits.size])));
    this.commits.set(sha, commit);
    return sha;
  }

  createRef(ref: string, sha: string): void {
    if (!/^refs\/[^/]+\/[^~^:?*[\\\s]+$/.test(ref)) throw new GitRefusal(`${ref} is not a valid ref name.`);
    if (!this.commits.has(sha)) throw new GitRefusal('Object does not exist');
    if (this.refs.has(ref)) throw new GitRefusal('Reference already exists');
    this.#refuseByRule(ref, 'Cannot create ref due to creations being restricted.');
    const clash = [...this.refs.keys()].find((other) => other.startsWith(`${ref}/`) || ref.startsWith(`${other}/`));
    if (clash !== undefined) throw new GitRefusal('Reference cannot be created');
    this.refs.set(ref, sha);
  }

  updateRef(ref: string, sha: string, force: boolean): void {
    if (!this.refs.has(ref)) throw new GitRefusal('Reference does not exist');
    if (!this.commits.has(sha)) throw new GitRefusal('Object does not exist');
    if (!force) throw new GitRefusal('Update is not a fast forward');
    this.#refuseByRule(ref, 'Cannot update this protected ref.');
    this.refs.set(ref, sha);
  }

  deleteRef(ref: string): void {
    if (!this.refs.has(ref)) throw new GitRefusal('Reference does not exist');
    this.#refuseByRule(ref, 'Cannot delete this protected ref.');
    this.refs.delete(ref);
  }

  #refuseByRule(ref: string, why: string): void {
    if (this.#protected.some((start) => ref.startsWith(start)))
      throw new GitRefusal(`Repository rule violations found\n\n${why}\n\n`);
  }

  /** The bytes of a file in a commit, as its raw URL returns them; null if there is none. */
  file(commit: string, path: string): Buffer | null {
    const entries = this.trees.get(this.commits.get(commit)?.tree ?? '') ?? [];
    return this.blobs.get(entries.find((entry) => entry.path === path)?.sha ?? '') ?? null;
  }
}

function idOf(kind: string, bytes: Buffer): string {
  return createHash('sha1').update(`${kind} ${bytes.length}\0`).update(bytes).digest('hex');
}
