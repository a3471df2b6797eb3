// A request that was paid for, or may have been: what a run knows of it before it asks RunComfy.

/** How a request ended, as far as a run saw it. */
export type Ending =
  /** There is a result with output, whatever became of its files. */
  | 'finished'
  /** RunComfy failed to generate it. Nothing keeps a later run from trying anew. */
  | 'failed'
  /** It ended in a way that the same recipe would meet again: moderation, or an end in words of RunComfy's own. */
  | 'refused'
  /** It succeeded, and its output holds nothing. */
  | 'empty'
  /** It was cancelled before it ran. */
  | 'cancelled'
  /** The run ended first, and it could not be cancelled: it may be billed, and may have a result by now. */
  | 'running'
  /** It outlasted `timeout`, and could not be cancelled. */
  | 'outlasted'
  /** Its submit was never answered: nobody knows whether it was accepted. */
  | 'unknown'
  /** RunComfy certainly has it no longer. */
  | 'gone';

export interface PaidRequest {
  /** null: the answer to its submit was lost. */
  readonly requestId: string | null;
  /** null: accepted, and nobody lived to see its end. */
  readonly ending: Ending | null;
  /** Milliseconds since the epoch; null where nobody wrote it down (the lock, input `collect`). */
  readonly acceptedAt: number | null;
  /** What follows once it is certain that RunComfy has it no longer: a new, paid request, or a failure that says so. */
  readonly whenGone: 'submit' | 'fail';
}

/** What is neither collected nor failed: `running` may be billed, `unknown` is a submit whose answer was lost. */
export type Unsettled = 'cancelled' | 'running' | 'unknown';
