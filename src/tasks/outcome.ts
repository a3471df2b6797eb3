// What became of the jobs, good or bad: the data that outputs, report and summary are made from.
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
  /** Where RunComfy hosts it; public, and gone some day. */
  readonly url: string;
  /** null: not known. */
  readonly format: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly bytes: number;
  readonly sha256: string;
  /** The file was not there before with the same bytes. */
  readonly changed: boolean;
  /** What was sent, or else what RunComfy told; null where nobody knows. */
  readonly seed: number | null;
}

const SIDE_FORMATS = new Set(['json', 'xml', 'txt', 'text', 'srt', 'vtt', 'csv', 'md', 'mtl', 'pdf']);

/** Whether files of a format only go with what was asked for; so does what nobody can tell the format of. */
export function isSideFormat(format: string | null): boolean {
  return format === null || SIDE_FORMATS.has(format);
}

/** One output that could not be had, or one more thing that failed a job. */
export interface OutputFailure {
  /** Of the output, within an id; of the job's first where there is no output at all. */
  readonly index: number;
  readonly error: ActionError;
}

/** What is no failure, but must be known. */
export interface OutcomeNote {
  readonly kind: 'flagged' | 'truncated' | 'unknown-format' | 'side-file';
  /** Which file or request, and what is particular about it; without a stop. */
  readonly about: string;
}

export interface Outcome {
  readonly task: Task;
  /** Of the job's first file, whether there is one or not. */
  readonly index: number;
  readonly requestId: string | null;
  /** From submit to result; null where there was no result. */
  readonly tookMs: number | null;
  /** USD of the request; null where RunComfy did not tell. */
  readonly cost: number | null;
  readonly images: readonly SavedImage[];
  /** null: everything that the request gave was saved. Of kind `cancelled`, with `unsettled`: cancelled with the run, and no failure of the job. */
  readonly failure: ActionError | null;
  /** All that `failure` is made of: an entry for each output that could not be had. */
  readonly failures: readonly OutputFailure[];
  /** Outputs that could not be had and would be worth fetching later. */
  readonly missing: number;
  readonly notes: readonly OutcomeNote[];
  /** What the result tells beside its files, for the log; a clause each. */
  readonly told: readonly string[];
  /** The output of the result; undefined where there is no result. */
  readonly output: unknown;
  /** What is neither collected nor failed. */
  readonly unsettled: Unsettled | null;
  /** False: stopped before its submit was tried; then it counts neither as made nor as failed. */
  readonly attempted: boolean;
  /** Paid for before this run; its cost is not one of this run. */
  readonly adopted: boolean;
}

/** What a manifest's image needed, and why. */
export interface PlanRow {
  readonly id: string;
  readonly action: string;
  readonly reasons: readonly string[];
  /** USD, the least; null where it is not known. */
  readonly price: number | null;
  /** What the catalogue says of the model's prices; no part of the outputs. */
  readonly priceNote?: string;
}

export interface RunResult {
  readonly outcomes: readonly Outcome[];
  readonly images: readonly (SavedImage & { readonly outcome: Outcome })[];
  readonly failed: readonly (Outcome & { readonly failure: ActionError })[];
  readonly notAttempted: readonly Outcome[];
  /** Those of them that were not attempted because what they are made from failed. */
  readonly blocked: readonly (Outcome & { readonly failure: ActionError })[];
  /** null: there is no manifest. */
  readonly plan: readonly PlanRow[] | null;
  /** Ids of the manifest that needed nothing. */
  readonly skipped: readonly string[];
  /** USD told by RunComfy for what this run submitted; null where it told none. */
  readonly cost: number | null;
}
