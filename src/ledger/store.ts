// Where records are kept, as the ledger sees it.

export interface StoredRecord {
  readonly text: string;
  /** Counts the saves under one name, from 1. */
  readonly revision: number;
}

export interface RecordStore {
  /** The newest record of that name, or the one of that revision; null where there is none. Throws StoreRefused, StoreSilent, or the signal's reason. */
  load(name: string, signal: AbortSignal, revision?: number): Promise<StoredRecord | null>;
  /** Saves the record as that revision. Throws as `load` does, and StoreConflict where somebody else has begun to save that revision. */
  save(name: string, record: StoredRecord, signal: AbortSignal): Promise<void>;
  /** Finds out whether anything may be saved here. Throws as `load` does. */
  probe(name: string, signal: AbortSignal): Promise<void>;
}

/** A clear no: nothing can be read or written here, however often it is tried. */
export class StoreRefused extends Error {}

/** No answer, or one that says nothing: the next try may fare better. */
export class StoreSilent extends Error {
  /** What the service asked for. */
  readonly retryAfterMs: number | null;

  constructor(message: string, retryAfterMs: number | null = null, options: ErrorOptions = {}) {
    super(message, options);
    this.retryAfterMs = retryAfterMs;
  }
}

/** Two have read the same revision, and the other was first to write the next one. Where nothing was to be written, it says nothing. */
export class StoreConflict extends StoreSilent {}
