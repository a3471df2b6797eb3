// A request that was paid for, or may have been: what a run knows about it before it asks RunComfy.

/** How a request ended, as seen by a run. */
export type Ending =
  /** There is a result with output, even if its files failed. */
  | 'finished'
  /** RunComfy failed to generate it. A later run may try again. */
  | 'failed'
  /** It ended in a way that would happen again with the same recipe: moderation, or an end with an unknown word. */
  | 'refused'
  /** It succeeded, but its output is empty. */
  | 'empty'
  /** It was cancelled before it ran. */
  | 'cancelled'
  /** The run ended first, and the request could not be cancelled. It may be billed, and may have a result by now. */
  | 'running'
  /** It took longer than `timeout`, and could not be cancelled. */
  | 'outlasted'
  /** The submit got no response, so it is not known whether it was accepted. */
  | 'unknown'
  /** RunComfy certainly no longer has it. */
  | 'gone';

export interface PaidRequest {
  /** null: the response to its submit was lost. */
  readonly requestId: string | null;
  /** null: accepted, but the run died before it ended. */
  readonly ending: Ending | null;
  /** Milliseconds since the epoch; null if not recorded (the lock, input `collect`). */
  readonly acceptedAt: number | null;
  /** What to do if RunComfy certainly no longer has it: make a new, paid request, or fail. */
  readonly whenGone: 'submit' | 'fail';
}

/** Neither collected nor failed: `running` may be billed, `unknown` is a submit whose response was lost. */
export type Unsettled = 'cancelled' | 'running' | 'unknown';
