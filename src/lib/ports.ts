// What the core needs from outside: time, a log, the workflow's own channels, storage for artifacts. Adapters in github/ and main implement them.

/** Time and randomness, passed in so that tests do not wait for a thirty-minute timeout. */
export interface Clock {
  /** Milliseconds on a clock that never goes back. */
  now(): number;
  /** Milliseconds since the epoch, for HTTP dates only. */
  date(): number;
  /** Resolves after `ms`; rejects with the signal's reason as soon as it aborts, and leaves no timer behind. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** A number from 0 up to, but not including, 1. */
  random(): number;
}

/** The location of a character in a file of the workspace. */
export interface SourceLocation {
  /** Relative to the workspace, with `/`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

/** The log. Implementations redact and neutralise, so callers pass text unchanged. */
export interface Log {
  info(line: string): void;
  /** An annotation that does not fail the step. */
  warning(message: string): Promise<void>;
  /** An annotation that only informs. */
  notice(message: string): Promise<void>;
  /** An annotation on a line of a file of the repository. */
  annotate(level: 'error' | 'warning', message: string, place: SourceLocation): Promise<void>;
  /** Folds away what `work` prints under `title`. */
  group<T>(title: string, work: () => Promise<T>): Promise<T>;
}

/** The workflow's own channels (GitHub: file commands). */
export interface Workflow {
  setOutput(name: string, value: string): Promise<void>;
  writeSummary(markdown: string): Promise<void>;
}

export interface ArtifactUpload {
  readonly name: string;
  /** Absolute paths. */
  readonly files: readonly string[];
  /** Paths inside the archive are relative to this folder (absolute). */
  readonly root: string;
  readonly archive: boolean;
  readonly overwrite: boolean;
  readonly retentionDays: number | null;
}

export interface StoredArtifact {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly digest: string;
}

/** Stores files beyond the end of the job. */
export interface ArtifactStore {
  /** Why there is no artifact service here, and what helps, as sentences; null if there is one. */
  readonly unsupported: string | null;
  /** Loads what `upload` needs. Call it while there is nothing else to do. */
  prepare(): Promise<void>;
  upload(upload: ArtifactUpload): Promise<StoredArtifact>;
}
