// The ledger of one step: what earlier runs have paid for, and what this run pays for. New requests are saved for later runs soon after their acceptance.
import { ActionError } from '../lib/errors.ts';
import type { Clock, Log } from '../lib/ports.ts';
import { noLongerThan, timeLimit } from '../lib/time-limit.ts';
import type { Ending, PaidRequest } from '../tasks/paid-request.ts';
import type { Journal } from './journal.ts';
import { keep, loadRecord, patiently } from './keep.ts';
import {
  isDead,
  isNews,
  keyOf,
  type LedgerRecord,
  type Orderable,
  orderOf,
  parseRecord,
  type RecordEntry,
  recordOf,
  requestsByOrder,
  standingOf,
} from './record.ts';
import { type RecordStore, StoreRefused, StoreSilent } from './store.ts';

export interface Ledger {
  /** The task's paid request; null if a new request is needed. */
  paid(task: Orderable): PaidRequest | null;
  /** Must come right before the submit. Throws ActionError `save-failed` if the journal cannot be written; then the task must not be submitted. */
  submitting(task: LedgerTask): void;
  /** The submit was certainly not accepted. */
  refused(task: LedgerTask): void;
  accepted(task: LedgerTask, requestId: string): void;
  /** A paid request is collected instead of submitting a new one. */
  adopted(task: LedgerTask, requestId: string): void;
  ended(task: LedgerTask, how: Ending): void;
  /** Whether later runs can find what this run pays for, as far as is known now. */
  isKept(): boolean;
  /** How a user collects what this run leaves behind: `Re-run this job`. */
  readonly collectBy: string;
  /** Starts no more saves, and waits briefly for one in progress, because a save that is cut off would block that of the post phase. The post phase saves the rest. */
  close(): Promise<void>;
}

export interface LedgerTask extends Orderable {
  /** Its name for people, unique within the step. */
  readonly name: string;
  /** null for the Model API. */
  readonly deployment: { readonly id: string } | null;
}

export interface LedgerOptions {
  /** null if there is no cache service. */
  readonly store: RecordStore | null;
  /** The name of the record. */
  readonly name: string;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log: Log;
  /** GITHUB_RUN_ID. */
  readonly runId: string;
  /** GITHUB_RUN_ATTEMPT. */
  readonly attempt: number;
  /** Whether to look up what earlier runs have paid for. */
  readonly lookUp: boolean;
  /** Whether to check before the first submit that the record can be saved, because GitHub often refuses it for events like this one. */
  readonly doubtful: boolean;
  /** Ids of tasks that need a new image, even if one is already paid for. */
  readonly forced: ReadonlySet<string>;
  readonly cancelled: AbortSignal;
}

const LOOK_UP_MS = 15_000;
const PROBE_MS = 2_000;
/** The first wave of accepted requests is saved together: it waits this long for more, and up to WAVE_MS for submits that are still in flight. */
const GATHER_MS = 300;
const WAVE_MS = 3_000;
/** For a save in progress, which takes four or five calls. */
const FINISH_MS = 2_000;
/** GitHub allows a repository 200 cache uploads a minute. */
const SAVE_EVERY_MS = 30_000;

/** Looks up what is paid for. Throws ActionError `unavailable` if the cache service does not respond, or the reason of `cancelled`. */
export async function openLedger(options: LedgerOptions): Promise<Ledger> {
  const { store, name, journal, clock, log, runId, attempt, forced, cancelled } = options;
  const closed = new AbortController();
  /** By task name: its current request. */
  const own = new Map<string, RecordEntry>();
  /** Names of tasks whose request is not yet saved as it is now. */
  const news = new Set<string>();
  const recorded = new Map<string, string>();
  /** Names of tasks whose submit is in flight. */
  const submitting = new Set<string>();
  let refusal: StoreRefused | null = null;
  let isSilent = false;
  let saving = false;
  let writing: Promise<void> | null = null;
  const ending = new AbortController();
  let nextSave = 0;

  /** Warns only once, and does not fail the step. */
  async function meetRefusal(error: unknown): Promise<void> {
    if (!(error instanceof StoreRefused)) return;
    const isFirst = refusal === null;
    refusal = error;
    if (isFirst) await log.warning(noRecord(error));
  }

  async function lookUp(from: RecordStore): Promise<LedgerRecord> {
    try {
      const patience = { clock, signal: cancelled, withinMs: LOOK_UP_MS };
      return (await patiently(() => loadRecord(from, name, cancelled), patience)).record;
    } catch (error) {
      cancelled.throwIfAborted();
      if (!(error instanceof StoreRefused)) throw nobodyAnswered(error);
      await meetRefusal(error);
      return new Map();
    }
  }

  if (store !== null && options.doubtful) {
    const limit = timeLimit(clock, PROBE_MS, () => new Error('out of time'), cancelled);
    await store.probe(name, limit.signal).catch(meetRefusal);
    limit.end();
  }
  const found = store === null || !options.lookUp || refusal !== null ? parseRecord(null) : await lookUp(store);

  const byOrder = requestsByOrder(found);
  const entries = journalOf(journal, clock);

  function unsaved(): LedgerRecord {
    return recordOf([...news].flatMap((task) => own.get(task) ?? []));
  }

  function note({ name: task }: LedgerTask, entry: RecordEntry): void {
    own.set(task, entry);
    checkNews(task, entry);
    void saveSoon();
  }

  function checkNews(task: string, entry: RecordEntry): void {
    if (isNews(entry, recorded.get(keyOf(entry)))) news.add(task);
    else news.delete(task);
  }

  function markRecorded(entries: LedgerRecord): void {
    const standings = [...entries].map(([key, entry]) => [key, standingOf(entry)] as const);
    for (const [key, standing] of standings) recorded.set(key, standing);
    if (standings.length > 0) journal.write({ entry: 'recorded', standings });
  }

  /** Runs one loop at a time, which ends when there is nothing left to save. Never throws. */
  async function saveSoon(): Promise<void> {
    if (store === null || saving) return;
    saving = true;
    try {
      while (refusal === null && news.size > 0) {
        await clock.sleep(Math.max(GATHER_MS, nextSave - clock.now()), ending.signal);
        const waveEnds = clock.now() + WAVE_MS;
        while (submitting.size > 0 && clock.now() < waveEnds) await clock.sleep(GATHER_MS, ending.signal);
        nextSave = clock.now() + SAVE_EVERY_MS;
        const wave = unsaved();
        try {
          writing = keep(wave, { store, name, clock, signal: closed.signal });
          await writing;
          markRecorded(wave);
          for (const task of [...news]) {
            const entry = own.get(task);
            if (entry !== undefined) checkNews(task, entry);
          }
          isSilent = false;
        } catch (error) {
          isSilent = error instanceof StoreSilent;
          if (error instanceof StoreSilent) nextSave = Math.max(nextSave, clock.now() + (error.retryAfterMs ?? 0));
          else await meetRefusal(error);
        }
        ending.signal.throwIfAborted();
      }
    } catch {
      // Closed: the post phase saves the rest.
    } finally {
      saving = false;
      writing = null;
    }
  }

  return {
    paid(task) {
      const entry = byOrder.get(orderOf(task));
      if (entry === undefined || isDead(entry.ending)) return null;
      if (forced.has(task.id) && entry.runId !== runId) return null;
      // Re-running a job after a refusal, or after a request without files, means trying again.
      if (attempt > 1 && (entry.ending === 'refused' || entry.ending === 'empty')) return null;
      const { requestId, ending, acceptedAt } = entry;
      return { requestId, ending, acceptedAt, whenGone: 'submit' };
    },
    submitting(task) {
      entries.submitting(task);
      submitting.add(task.name);
    },
    refused(task) {
      submitting.delete(task.name);
      entries.refused(task);
    },
    accepted(task, requestId) {
      submitting.delete(task.name);
      const order = orderOf(task);
      const at = dateAfter(byOrder.get(order), clock);
      entries.accepted(task, requestId, at);
      note(task, { order, requestId, ...handleOf(task), ending: null, acceptedAt: at, seenAt: at, runId, attempt });
    },
    adopted(task, requestId) {
      const order = orderOf(task);
      const onRecord = found.get(keyOf({ order, requestId }));
      const at = onRecord?.acceptedAt ?? clock.date();
      entries.accepted(task, requestId, at);
      if (onRecord !== undefined) markRecorded(recordOf([onRecord]));
      note(
        task,
        onRecord ?? { order, requestId, ...handleOf(task), ending: null, acceptedAt: at, seenAt: at, runId, attempt },
      );
    },
    ended(task, how) {
      submitting.delete(task.name);
      entries.ended(task, how);
      const at = clock.date();
      const entry = own.get(task.name);
      if (how === 'unknown') {
        const lost = { order: orderOf(task), requestId: null };
        const onRecord = found.get(keyOf(lost));
        if (onRecord !== undefined) markRecorded(recordOf([onRecord]));
        note(task, onRecord ?? { ...lost, ...handleOf(task), ending: how, acceptedAt: at, seenAt: at, runId, attempt });
      } else if (entry !== undefined) {
        note(task, { ...entry, ending: how, seenAt: at, attempt });
      }
    },
    isKept: () => store !== null && refusal === null && !isSilent,
    collectBy: 'Re-run this job',
    async close() {
      const over = new Error('the step is over');
      ending.abort(over);
      if (writing !== null && !cancelled.aborted) {
        const limit = timeLimit(clock, FINISH_MS, () => over, cancelled);
        await noLongerThan(limit.signal, writing).catch(() => {});
        limit.end();
      }
      closed.abort(over);
    },
  };
}

/** Records in the journal what happens to a task's request, right before or after it happens. */
export interface TaskJournal {
  /** Throws ActionError `save-failed`. */
  submitting(task: LedgerTask): void;
  refused(task: LedgerTask): void;
  /** `at`: milliseconds since the epoch. */
  accepted(task: LedgerTask, requestId: string, at: number): void;
  ended(task: LedgerTask, how: Ending): void;
}

export function journalOf(journal: Journal, clock: Clock): TaskJournal {
  return {
    submitting(task) {
      const at = clock.date();
      journal.write({ entry: 'submitting', task: task.name, order: orderOf(task), at, ...handleOf(task) });
    },
    refused: ({ name: task }) => journal.write({ entry: 'refused', task }),
    accepted(task, requestId, at) {
      journal.write({ entry: 'accepted', task: task.name, order: orderOf(task), at, requestId, ...handleOf(task) });
    },
    ended: ({ name: task }, how) => journal.write({ entry: 'ended', task, how }),
  };
}

/** Later than the known request, even if the clock of an earlier runner was ahead: later runs use the newest. */
export function dateAfter(known: RecordEntry | undefined, clock: Clock): number {
  return Math.max(clock.date(), (known?.acceptedAt ?? 0) + 1);
}

/** What identifies the request besides its id. */
function handleOf({ deployment }: LedgerTask): { readonly deployment?: string } {
  return deployment === null ? {} : { deployment: deployment.id };
}

function nobodyAnswered(error: unknown): ActionError {
  return new ActionError(
    'unavailable',
    `Looking up what earlier runs have paid for: the Actions cache did not respond within ${LOOK_UP_MS / 1000} s (${error instanceof Error ? error.message : error}).`,
    {
      advice:
        'Nothing was submitted, to avoid paying twice. Run again later. To continue without the lookup, and pay for everything again, set `resume: false`.',
      cause: error,
    },
  );
}

function noRecord(error: StoreRefused): string {
  return `The Actions cache refused the record of paid requests (${error.message}). Later runs cannot find what this run pays for, and would pay again. Add \`cache-mode: write\` to the workflow, or pass output \`request-ids\` to \`collect\`.`;
}
