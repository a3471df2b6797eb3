// What previews need from GitHub, and GitHub's refusals.

export interface Comment {
  readonly id: string;
  /** Its URL for people. */
  readonly url: string;
  readonly author: string;
  readonly body: string;
}

/** The comments of pull requests. Every method throws GitHubRefusal. */
export interface PullRequestComments {
  /** The login of the account that comments with this token; null if GitHub does not say. */
  me(): Promise<string | null>;
  /** Also true if the token cannot read it. */
  isOpen(pull: number): Promise<boolean>;
  /** All of them, oldest first. */
  list(pull: number): Promise<readonly Comment[]>;
  create(pull: number, body: string): Promise<Comment>;
  update(id: string, body: string): Promise<Comment>;
  /** Missing ones count as removed. */
  remove(id: string): Promise<void>;
}

/** Path to the SHA-1 of the blob. */
export type Tree = ReadonlyMap<string, string>;

export interface StoredPreviews {
  /** SHA of the commit. */
  readonly commit: string;
  readonly message: string;
  readonly files: Tree;
}

/** Files under git refs that are not branches or tags, so that they start no workflows and are not fetched. Every method throws GitHubRefusal. */
export interface PreviewRefs {
  /** null if there is no such ref. `ref` is a full name, `refs/…`. */
  read(ref: string): Promise<StoredPreviews | null>;
  /** Returns the SHA-1 of the blob. */
  addFile(bytes: Uint8Array): Promise<string>;
  /** Creates a commit without parents, and returns its SHA. */
  commit(files: Tree, message: string): Promise<string>;
  /** Creates the ref, or updates it if it `exists`. Returns false if that has changed meanwhile. */
  point(ref: string, commit: string, exists: boolean): Promise<boolean>;
  /** Full names of all refs below `folder`, e.g. `refs/runcomfy/pr-7`. */
  below(folder: string): Promise<readonly string[]>;
  /** Missing ones count as removed. */
  remove(ref: string): Promise<void>;
}

interface RefusalDetails {
  /** The missing permission, as written in a workflow (`contents: write`); null for other reasons. */
  readonly permission: string | null;
  /** The same call may succeed later: an outage, a rate limit, no response. */
  readonly isTransient: boolean;
  /** Of the response; null if there was none. */
  readonly status: number | null;
  readonly cause: unknown;
}

/** GitHub refused, or sent an unusable response. */
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
