// What a killed step leaves behind: a file with one line of JSON before and after each thing that costs money or makes evidence. The post phase reads it (leftover.ts).
import { appendFileSync } from 'node:fs';
import { ActionError } from '../lib/errors.ts';
import type { Ending } from '../tasks/paid-request.ts';

/** What the post phase needs to know of the step. Never the token. */
export interface RunHeader {
  readonly apiUrl: string;
  /** Empty where a journal of an older version tells none. */
  readonly deploymentsUrl: string;
  /** Absolute. */
  readonly outputDir: string;
  readonly artifact: {
    readonly name: string;
    readonly overwrite: boolean;
    readonly archive: boolean;
    readonly retentionDays: number | null;
  } | null;
  /** Further files for the artifact, absolute. */
  readonly evidence: readonly string[];
  /** The name under which paid requests are on record; null: nowhere. */
  readonly record: string | null;
  /** GITHUB_RUN_ID. */
  readonly runId: string;
  /** GITHUB_RUN_ATTEMPT. */
  readonly attempt: number;
}

export type JournalEntry =
  | { readonly entry: 'run'; readonly run: RunHeader }
  /** About to submit: without `accepted` or `refused` after it, nobody knows. `at`: milliseconds since the epoch. */
  | {
      readonly entry: 'submitting';
      readonly task: string;
      readonly order: string;
      readonly at: number;
      /** Of the Model API, none. */
      readonly deployment?: string;
    }
  | { readonly entry: 'refused'; readonly task: string }
  /** Submitted by this step, or found on record. */
  | {
      readonly entry: 'accepted';
      readonly task: string;
      readonly order: string;
      readonly at: number;
      readonly requestId: string;
      readonly deployment?: string;
    }
  | { readonly entry: 'ended'; readonly task: string; readonly how: Ending }
  /** Later runs find these: each request (`keyOf`) with the standing that they read of it. */
  | { readonly entry: 'recorded'; readonly standings: readonly (readonly [string, string])[] }
  /** All files of the task's request are fetched: what is there of them is only to be put in its place. */
  | ({ readonly entry: 'staged'; readonly task: string } & Staged)
  /** Files will be put into this folder, maybe as `.<uuid>.part` at first. Absolute. */
  | { readonly entry: 'placing'; readonly folder: string }
  | { readonly entry: 'saved'; readonly task: string; readonly path: string }
  /** Everything that the task's request gave is saved. */
  | { readonly entry: 'delivered'; readonly task: string }
  | { readonly entry: 'uploaded' }
  /** Outputs and summary are published: nothing that this step knew is untold. */
  | { readonly entry: 'told' };

export interface Staged {
  readonly order: string;
  readonly requestId: string;
  /** What was sent; null where the model drew its own. */
  readonly seed: number | null;
  /** USD; null where it is not known. */
  readonly cost: number | null;
  /** In the order of the output; null for a file that could not be had. */
  readonly files: readonly (StagedFile | null)[];
}

export interface StagedFile {
  /** Absolute. */
  readonly stagedPath: string;
  readonly url: string;
  readonly bytes: number;
  readonly sha256: string;
  /** null: not known. */
  readonly format: string | null;
  /** With the dot. */
  readonly suffix: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly truncated: boolean;
  readonly seed: number | null;
}

export interface Journal {
  /** Throws ActionError `save-failed` for `run` and `submitting`: the journal is the licence to spend. Whatever else cannot be written is passed over. */
  write(entry: JournalEntry): void;
  /** Whether everything could be written so far. */
  isComplete(): boolean;
}

/** Writes are synchronous: what is about to be paid for must be on disk before it is. */
export function openJournal(file: string): Journal {
  let broken: unknown = null;
  return {
    isComplete: () => broken === null,
    write(entry) {
      try {
        if (broken === null) appendFileSync(file, `${JSON.stringify(entry)}\n`);
      } catch (error) {
        // A line may have been cut off: what follows on it could not be read.
        broken = error;
      }
      if (broken !== null && (entry.entry === 'run' || entry.entry === 'submitting')) throw noLicence(file, broken);
    },
  };
}

function noLicence(file: string, cause: unknown): ActionError {
  const said = cause instanceof Error ? cause.message : String(cause);
  return new ActionError('save-failed', `Not submitted: the journal ${file} cannot be written (${said}).`, {
    advice:
      'Without the journal, a paid request could not be found after a crash. Free up disk space, or make that folder writable, then run again.',
    cause,
  });
}
