// What previews need from GitHub, and how GitHub says no.

export interface Comment {
  readonly id: string;
  /** Where people read it. */
  readonly url: string;
  readonly author: string;
  readonly body: string;
}

/** The comments of pull requests. Every method throws GitHubRefusal. */
export interface PullRequestComments {
  /** The login under which this token comments; null where GitHub does not tell. */
  me(): Promise<string | null>;
  /** Also true where the token may not ask. */
  isOpen(pull: number): Promise<boolean>;
  /** All of them, oldest first. */
  list(pull: number): Promise<readonly Comment[]>;
  create(pull: number, body: string): Promise<Comment>;
  update(id: string, body: string): Promise<Comment>;
  /** What is gone already counts as removed. */
  remove(id: string): Promise<void>;
}

/** Path to the blob's SHA-1. */
export type Tree = ReadonlyMap<string, string>;

export interface StoredPreviews {
  /** SHA of the commit. */
  readonly commit: string;
  readonly message: string;
  readonly files: Tree;
}

/** Files under git refs that are neither branches nor tags, so that nothing runs and nobody fetches them. Every method throws GitHubRefusal. */
export interface PreviewRefs {
  /** null where there is no such ref. `ref` is a full name, `refs/…`. */
  read(ref: string): Promise<StoredPreviews | null>;
  /** The blob's SHA-1. */
  addFile(bytes: Uint8Array): Promise<string>;
  /** A commit without parents; answers its SHA. */
  commit(files: Tree, message: string): Promise<string>;
  /** Creates the ref, or points it elsewhere where it `exists`; false where that has changed meanwhile. */
  point(ref: string, commit: string, exists: boolean): Promise<boolean>;
  /** Full names of all refs below `folder`, e.g. `refs/runcomfy/pr-7`. */
  below(folder: string): Promise<readonly string[]>;
  /** What is gone already counts as removed. */
  remove(ref: string): Promise<void>;
}

interface RefusalDetails {
  /** What the token lacks, as it is written in a workflow (`contents: write`); null where it is something else. */
  readonly permission: string | null;
  /** The same call may succeed later: an outage, a rate limit, no answer at all. */
  readonly isTransient: boolean;
  /** Of the answer; null: there was none. */
  readonly status: number | null;
  readonly cause: unknown;
}

/** GitHub said no, or nothing that can be used. */
export class GitHubRefusal extends Error {
  readonly permission: string | null;
  readonly isTransient: boolean;
  readonly status: number | null;

  constructor(message: string, { permission, isTransient, status, cause }: RefusalDetails) {
    super(message, { cause });
    this.permission = permission;
    this.isTransient = isTransient;
    this.status = status;
  }
}
