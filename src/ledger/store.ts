// The storage for records that the ledger needs.

export interface StoredRecord {
  readonly text: string;
  /** Counts the saves of a record with this name, from 1. */
  readonly revision: number;
}

export interface RecordStore {
  /** The newest record with that name, or that revision of it; null if there is none. Throws StoreRefused, StoreSilent, or the signal's reason. */
  load(name: string, signal: AbortSignal, revision?: number): Promise<StoredRecord | null>;
  /** Saves the record as that revision. Throws like `load`, and StoreConflict if another writer has reserved that revision. */
  save(name: string, record: StoredRecord, signal: AbortSignal): Promise<void>;
  /** Checks whether this run may save records. Throws like `load`. */
  probe(name: string, signal: AbortSignal): Promise<void>;
}

/** Reading or writing is not allowed. Retrying cannot help. */
export class StoreRefused extends Error {}

/** No usable response. Retrying may help. */
export class StoreSilent extends Error {
  /** From the response's `retry-after`; null if it has none. */
  readonly retryAfterMs: number | null;

  constructor(message: string, retryAfterMs: number | null = null, options: ErrorOptions = {}) {
    super(message, options);
    this.retryAfterMs = retryAfterMs;
  }
}

/** Two writers have read the same revision, and the other one was the first to reserve the next. From a call that saves nothing, it only means that the result is unknown. */
export class StoreConflict extends StoreSilent {}
