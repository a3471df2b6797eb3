// What a rule returns if the ledger does not balance.

export interface Imbalance {
  /** Counts from 1 within a story; null for the whole story. */
  readonly round: number | null;
  /** The ids of the affected requests, if any. */
  readonly requests: readonly string[];
  readonly what: string;
}
