// The journal of a step: a file with one line of JSON before and after everything that costs money or produces evidence. If the step is killed, its post phase reads it (leftover.ts).
import { appendFileSync } from 'node:fs';
import { ActionError } from '../lib/errors.ts';
import type { Ending } from '../tasks/paid-request.ts';

/** What the post phase needs to know about the step. Never the token. */
export interface RunHeader {
  readonly apiUrl: string;
  /** Empty in the journal of an older version. */
  readonly deploymentsUrl: string;
  /** Absolute. */
  readonly outputDir: string;
  readonly artifact: {
    readonly name: string;
    readonly overwrite: boolean;
    readonly archive: boolean;
    readonly retentionDays: number | null;
  } | null;
  /** Other files for the artifact, absolute. */
  readonly evidence: readonly string[];
  /** The name of the record of paid requests; null if there is none. */
  readonly record: string | null;
  /** GITHUB_RUN_ID. */
  readonly runId: string;
  /** GITHUB_RUN_ATTEMPT. */
  readonly attempt: number;
}

export type JournalEntry =
  | { readonly entry: 'run'; readonly run: RunHeader }
  /** About to submit. If neither `accepted` nor `refused` follows, the outcome is unknown. `at`: milliseconds since the epoch. */
  | {
      readonly entry: 'submitting';
      readonly task: string;
      readonly order: string;
      readonly at: number;
      /** Absent for the Model API. */
      readonly deployment?: string;
    }
  | { readonly entry: 'refused'; readonly task: string }
  /** Submitted by this step, or found in the record. */
  | {
      readonly entry: 'accepted';
      readonly task: string;
      readonly order: string;
      readonly at: number;
      readonly requestId: string;
      readonly deployment?: string;
    }
  | { readonly entry: 'ended'; readonly task: string; readonly how: Ending }
  /** Saved for later runs: each request (`keyOf`) with its standing (`standingOf`). */
  | { readonly entry: 'recorded'; readonly standings: readonly (readonly [string, string])[] }
  /** All files of the task's request that could be downloaded are staged, and only need to be moved into place. */
  | ({ readonly entry: 'staged'; readonly task: string } & Staged)
  /** Files will be saved in this folder, possibly as `.<uuid>.part` at first. Absolute. */
  | { readonly entry: 'placing'; readonly folder: string }
  | { readonly entry: 'saved'; readonly task: string; readonly path: string }
  /** All files of the task's request are saved. */
  | { readonly entry: 'delivered'; readonly task: string }
  | { readonly entry: 'uploaded' }
  /** Outputs and summary are published: everything that this step knew is reported. */
  | { readonly entry: 'told' };

export interface Staged {
  readonly order: string;
  readonly requestId: string;
  /** The seed that was sent; null if the model chose one. */
  readonly seed: number | null;
  /** USD; null if not known. */
  readonly cost: number | null;
  /** In the order of the output; null for a file that could not be downloaded. */
  readonly files: readonly (StagedFile | null)[];
}

export interface StagedFile {
  /** Absolute. */
  readonly stagedPath: string;
  readonly url: string;
  readonly bytes: number;
  readonly sha256: string;
  /** null if not known. */
  readonly format: string | null;
  /** With the dot. */
  readonly suffix: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly truncated: boolean;
  readonly seed: number | null;
}

export interface Journal {
  /** Throws ActionError `save-failed` for `run` and `submitting`, because nothing may be paid for without a journal. Other entries that cannot be written are skipped. */
  write(entry: JournalEntry): void;
  /** Whether everything could be written so far. */
  isComplete(): boolean;
}

/** Writes are synchronous: a request must be in the journal before it is paid for. */
export function openJournal(file: string): Journal {
  let broken: unknown = null;
  return {
    isComplete: () => broken === null,
    write(entry) {
      try {
        if (broken === null) appendFileSync(file, `${JSON.stringify(entry)}\n`);
      } catch (error) {
        // The last line may be incomplete, and anything appended to it could not be read.
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
