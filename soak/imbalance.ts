// What a rule of the ledger answers where it finds that something does not balance.

export interface Imbalance {
  /** Counts from 1 within a story; null: the story as a whole. */
  readonly round: number | null;
  /** Ids of the requests it is about; none: something else. */
  readonly requests: readonly string[];
  readonly what: string;
}
