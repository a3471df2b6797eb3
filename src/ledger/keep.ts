// Puts what a step knows of its paid requests on record, beside what others have put there.
import type { Clock } from '../lib/ports.ts';
import { holdsAll, isWhole, type LedgerRecord, mergeRecords, parseRecord, recordText } from './record.ts';
import { type RecordStore, StoreConflict, StoreSilent } from './store.ts';

export interface KeepOptions {
  readonly store: RecordStore;
  readonly name: string;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** Writers that were faster, or a revision that somebody has begun to save and never finished: so often it is tried anew. */
const MAX_CONFLICTS = 8;
const PAUSE_MS = 500;

interface Found {
  readonly record: LedgerRecord;
  readonly revision: number;
}

const NOTHING: Found = { record: new Map(), revision: 0 };

/** What is on record under that name. Throws StoreRefused, StoreSilent, or the signal's reason. */
export async function loadRecord(
  store: RecordStore,
  name: string,
  signal: AbortSignal,
  revision?: number,
): Promise<Found> {
  const stored = await store.load(name, signal, revision);
  if (stored === null) return NOTHING;
  // Half a record would be a reason to pay again, and whoever wrote over it would lose the rest.
  if (!isWhole(stored.text)) throw new StoreSilent('the record cannot be read');
  return { record: parseRecord(stored.text), revision: stored.revision };
}

/** Merges the entries into the newest record, and looks again. Resolves once all of them are found. Throws StoreRefused, StoreSilent, or the signal's reason. */
export async function keep(entries: LedgerRecord, { store, name, clock, signal }: KeepOptions): Promise<void> {
  let conflicts = 0;
  let abandoned = 0;
  let present = await loadRecord(store, name, signal);
  for (;;) {
    if (holdsAll(present.record, entries)) {
      // Where this writer was slow, others took its revision for abandoned: theirs is higher, but older, and can be found by its number alone.
      const beyond = await loadRecord(store, name, signal, present.revision + 1);
      if (holdsAll(present.record, beyond.record)) return;
      present = { record: mergeRecords(present.record, beyond.record), revision: beyond.revision };
    }
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
    // Its writer may have died: after a few looks that revision is passed over.
    if (newest.revision === present.revision && conflicts > 0 && conflicts % 3 === 0) abandoned += 1;
    present = newest;
  }
}

/** Repeats what nobody answered, for at most `withinMs`. Throws StoreRefused, the last StoreSilent, or the signal's reason. */
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
