// The ledger at the desk: the journals of earlier calls are the record of what is paid for, and nothing else has to be kept.
import type { Journal } from '../ledger/journal.ts';
import { dateAfter, journalOf, type Ledger } from '../ledger/ledger.ts';
import type { JournalledRequest, Leftover } from '../ledger/leftover.ts';
import {
  isDead,
  keyOf,
  type LedgerRecord,
  orderOf as orderName,
  type RecordEntry,
  requestsByOrder,
} from '../ledger/record.ts';
import { ActionError } from '../lib/errors.ts';
import type { Clock } from '../lib/ports.ts';
import type { OtherCall } from './state.ts';

export interface DeskLedgerOptions {
  readonly others: readonly OtherCall[];
  readonly journal: Journal;
  readonly clock: Clock;
  /** The name that the journals give to what is asked for. */
  readonly record: string;
  /** Ids of tasks that mean a new image. */
  readonly forced: ReadonlySet<string>;
  /** Each call without a manifest means new images; a manifest means the same ones, until its lock has them. */
  readonly isManifest: boolean;
  /** Look for what earlier calls have paid for. */
  readonly lookUp: boolean;
}

/** Throws ActionError `already-running` where another call makes the same manifest's images at this moment: both would pay. */
export function openDeskLedger(options: DeskLedgerOptions): Ledger {
  const { others, journal, clock, record, forced, isManifest, lookUp } = options;
  const same = others.filter(({ left }) => left.run.record === record);
  const running = same.find(({ pid, left }) => pid !== null && !left.told);
  if (isManifest && running !== undefined) throw alreadyRunning(running);
  const { requests, delivered } = requestsOf(lookUp ? same.filter(({ pid }) => pid === null) : []);
  const byOrder = requestsByOrder(requests);
  const entries = journalOf(journal, clock);

  return {
    paid(task) {
      const entry = byOrder.get(orderName(task));
      if (entry === undefined || isDead(entry.ending)) return null;
      if (delivered.has(keyOf(entry)) && (!isManifest || forced.has(task.id))) return null;
      // A person who calls again after a refusal wants another try.
      if (entry.ending === 'refused' || entry.ending === 'empty') return null;
      const { requestId, ending, acceptedAt } = entry;
      return { requestId, ending, acceptedAt, whenGone: 'submit' };
    },
    submitting: entries.submitting,
    refused: entries.refused,
    accepted: (task, requestId) => entries.accepted(task, requestId, dateAfter(byOrder.get(orderName(task)), clock)),
    adopted(task, requestId) {
      const known = requests.get(keyOf({ order: orderName(task), requestId }));
      entries.accepted(task, requestId, known?.acceptedAt ?? clock.date());
    },
    ended: entries.ended,
    isKept: () => true,
    collectBy: 'Run the same command again',
    close: async () => {},
  };
}

/** `calls`: the oldest first. */
function requestsOf(calls: readonly OtherCall[]): {
  readonly requests: LedgerRecord;
  /** By `keyOf`: those whose files came to their places. */
  readonly delivered: ReadonlySet<string>;
} {
  const requests = new Map<string, RecordEntry>();
  const delivered = new Set<string>();
  for (const { left } of calls) {
    for (const request of left.requests) {
      const entry = entryOf(request, left);
      const key = keyOf(entry);
      if (left.delivered.has(request.task)) delivered.add(key);
      // A later call knows more, but nothing comes back to life.
      if (!isDead(requests.get(key)?.ending ?? null)) requests.set(key, entry);
    }
  }
  return { requests, delivered };
}

function entryOf(
  { order, requestId, deployment, acceptedAt, ending }: JournalledRequest,
  { run }: Leftover,
): RecordEntry {
  return {
    order,
    requestId,
    ...(deployment === undefined ? {} : { deployment }),
    // Killed before the answer to its submit came.
    ending: requestId === null ? 'unknown' : ending,
    acceptedAt,
    seenAt: acceptedAt,
    runId: run.runId,
    attempt: run.attempt,
  };
}

function alreadyRunning({ pid }: OtherCall): ActionError {
  return new ActionError('already-running', `Process ${pid} is generating images of this manifest at this moment.`, {
    advice: 'Nothing was submitted. Wait until it has ended, then run this again.',
  });
}
