// What a rule of the ledger answers where it finds that something does not balance.

export interface Imbalance {
  /** GITHUB_RUN_ATTEMPT; null: the run as a whole. */
  readonly attempt: number | null;
  /** Ids of the requests it is about; none: something else. */
  readonly requests: readonly string[];
  readonly what: string;
}
