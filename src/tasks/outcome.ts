// The outcomes of tasks: the data for outputs, report and summary.
import type { ActionError } from '../lib/errors.ts';
import type { Unsettled } from './paid-request.ts';
import type { Task } from './task.ts';

/** One saved file. */
export interface SavedImage {
  /** Counts from 1 within an id. */
  readonly index: number;
  /** Relative to the workspace, with `/`. */
  readonly path: string;
  readonly absolutePath: string;
  /** RunComfy's URL, which is public and expires. */
  readonly url: string;
  /** null if not known. */
  readonly format: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly bytes: number;
  readonly sha256: string;
  /** The file is new, or has different bytes than before. */
  readonly changed: boolean;
  /** The seed that was sent, otherwise the one that RunComfy reported; null if not known. */
  readonly seed: number | null;
}

const SIDE_FORMATS = new Set(['json', 'xml', 'txt', 'text', 'srt', 'vtt', 'csv', 'md', 'mtl', 'pdf']);

/** Whether files of a format only accompany the result. This includes files of unknown format. */
export function isSideFormat(format: string | null): boolean {
  return format === null || SIDE_FORMATS.has(format);
}

/** One output that could not be downloaded, or another failure of a task. */
export interface OutputFailure {
  /** Of the output, within an id. Without any output, of the task's first file. */
  readonly index: number;
  readonly error: ActionError;
}

/** Not a failure, but should be known. */
export interface OutcomeNote {
  readonly kind: 'flagged' | 'truncated' | 'unknown-format' | 'side-file';
  /** Which file or request, and what is special about it, without a full stop. */
  readonly about: string;
}

export interface Outcome {
  readonly task: Task;
  /** Of the task's first file, even if there is none. */
  readonly index: number;
  readonly requestId: string | null;
  /** From submit to result; null without a result. */
  readonly tookMs: number | null;
  /** USD of the request; null if RunComfy did not report it. */
  readonly cost: number | null;
  readonly images: readonly SavedImage[];
  /** null if everything was saved. With kind `cancelled` and `unsettled`, the task was cancelled with the run, and has not failed. */
  readonly failure: ActionError | null;
  /** The parts of `failure`: an entry for each output that could not be downloaded. */
  readonly failures: readonly OutputFailure[];
  /** Outputs that could not be downloaded, and should be fetched later. */
  readonly missing: number;
  readonly notes: readonly OutcomeNote[];
  /** What the result says besides its files, for the log, as clauses. */
  readonly told: readonly string[];
  /** The output of the result; undefined without a result. */
  readonly output: unknown;
  /** Set if the request was neither collected nor failed. */
  readonly unsettled: Unsettled | null;
  /** False: stopped before its submit. Then it counts neither as made nor as failed. */
  readonly attempted: boolean;
  /** Paid for before this run, so its cost is not part of this run. */
  readonly adopted: boolean;
}

/** What an image of a manifest needed, and why. */
export interface PlanRow {
  readonly id: string;
  readonly action: string;
  readonly reasons: readonly string[];
  /** Lowest price in USD; null if not known. */
  readonly price: number | null;
  /** The catalogue's note about the prices of the model. Not part of the outputs. */
  readonly priceNote?: string;
}

export interface RunResult {
  readonly outcomes: readonly Outcome[];
  readonly images: readonly (SavedImage & { readonly outcome: Outcome })[];
  readonly failed: readonly (Outcome & { readonly failure: ActionError })[];
  readonly notAttempted: readonly Outcome[];
  /** The failed tasks that were not attempted, because an image that they are made from failed. */
  readonly blocked: readonly (Outcome & { readonly failure: ActionError })[];
  /** null without a manifest. */
  readonly plan: readonly PlanRow[] | null;
  /** Ids of images that needed nothing. */
  readonly skipped: readonly string[];
  /** USD that RunComfy reported for the submits of this run; null if it reported none. */
  readonly cost: number | null;
}
