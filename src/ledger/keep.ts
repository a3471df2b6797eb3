// Saves what a step knows about its paid requests, merged with what other writers have saved.
import type { Clock } from '../lib/ports.ts';
import { holdsAll, isWhole, type LedgerRecord, mergeRecords, parseRecord, recordText } from './record.ts';
import { type RecordStore, StoreConflict, type StoredRecord, StoreSilent } from './store.ts';

export interface KeepOptions {
  readonly store: RecordStore;
  readonly name: string;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** Retries after a conflict: another writer was faster, or has reserved a revision and never finished it. */
const MAX_CONFLICTS = 8;
const PAUSE_MS = 500;

interface Found {
  readonly record: LedgerRecord;
  readonly revision: number;
}

/** The newest record with that name. Throws StoreRefused, StoreSilent, or the signal's reason. */
export async function loadRecord(store: RecordStore, name: string, signal: AbortSignal): Promise<Found> {
  let found = foundIn(await store.load(name, signal));
  // The newest entry is not always the highest revision: the service may lag behind, or a slow writer may have finished after others took its revision for abandoned.
  while (found.revision > 0) {
    const next = foundIn(await store.load(name, signal, found.revision + 1));
    if (next.revision <= found.revision) break;
    found = { record: mergeRecords(found.record, next.record), revision: next.revision };
  }
  return found;
}

function foundIn(stored: StoredRecord | null): Found {
  if (stored === null) return { record: new Map(), revision: 0 };
  // With a truncated record, this run would pay again, and its next save would lose the rest.
  if (!isWhole(stored.text)) throw new StoreSilent('the record cannot be read');
  return { record: parseRecord(stored.text), revision: stored.revision };
}

/** Merges the entries into the newest record until a lookup finds them all. Throws StoreRefused, StoreSilent, or the signal's reason. */
export async function keep(entries: LedgerRecord, { store, name, clock, signal }: KeepOptions): Promise<void> {
  let conflicts = 0;
  let abandoned = 0;
  let present = await loadRecord(store, name, signal);
  for (;;) {
    if (holdsAll(present.record, entries)) return;
    const revision = present.revision + 1 + abandoned;
    try {
      await store.save(name, { text: recordText(mergeRecords(present.record, entries)), revision }, signal);
    } catch (error) {
      if (!(error instanceof StoreConflict)) throw error;
      conflicts += 1;
      if (conflicts > MAX_CONFLICTS) throw new StoreSilent('other writers were always faster', null, { cause: error });
      await clock.sleep(PAUSE_MS * (0.5 + clock.random()), signal);
    }
    const newest = await loadRecord(store, name, signal);
    // The writer of the reserved revision may have died, so the revision is skipped after a few attempts.
    if (newest.revision === present.revision && conflicts > 0 && conflicts % 3 === 0) abandoned += 1;
    present = newest;
  }
}

/** Retries after StoreSilent, for at most `withinMs`. Throws StoreRefused, the last StoreSilent, or the signal's reason. */
export async function patiently<T>(
  ask: () => Promise<T>,
  { clock, signal, withinMs }: { readonly clock: Clock; readonly signal: AbortSignal; readonly withinMs: number },
): Promise<T> {
  const started = clock.now();
  for (let wait = 1_000; ; wait *= 2) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof StoreSilent)) throw error;
      const pause = Math.max(error.retryAfterMs ?? 0, wait * (0.5 + clock.random() / 2));
      if (clock.now() + pause - started > withinMs) throw error;
      await clock.sleep(pause, signal);
    }
  }
}
