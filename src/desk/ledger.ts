// The ledger of the command line: the journals of earlier calls are the record of paid requests. Nothing else is stored.
import type { Journal } from '../ledger/journal.ts';
import { dateAfter, journalOf, type Ledger } from '../ledger/ledger.ts';
import type { JournalledRequest, Leftover } from '../ledger/leftover.ts';
import {
  isDead,
  keyOf,
  type LedgerRecord,
  type Orderable,
  orderOf as orderName,
  type RecordEntry,
  requestsByOrder,
} from '../ledger/record.ts';
import { ActionError } from '../lib/errors.ts';
import type { Clock } from '../lib/ports.ts';
import { isRequestId } from '../lib/request-id.ts';
import { deliveredBy, type OtherCall } from './state.ts';

export interface DeskLedgerOptions {
  readonly others: readonly OtherCall[];
  readonly journal: Journal;
  readonly clock: Clock;
  /** The name of the record, as journals have it. */
  readonly record: string;
  /** Ids of tasks that `force` names. */
  readonly forced: ReadonlySet<string>;
  /** Without a manifest, each call asks for new images. With one, calls ask for the same images until the lock has them. */
  readonly isManifest: boolean;
  /** Look for what earlier calls have paid for. */
  readonly lookUp: boolean;
}

/** Throws like `refuseWhileRunning`. */
export function openDeskLedger(options: DeskLedgerOptions): Ledger {
  const { others, journal, clock, record, forced, isManifest, lookUp } = options;
  const same = others.filter(({ left }) => left.run.record === record);
  if (isManifest) refuseWhileRunning(others, record);
  // A call that has published everything is about to end.
  const over = same.filter(({ pid, left }) => pid === null || left.told);
  const requests = lookUp ? requestsOf(over) : new Map<string, RecordEntry>();
  // The next call finishes what a killed call began, so the images that were already saved count for it too.
  const delivered = deliveredBy(others.filter(({ left }) => left.told));
  const any = requestsByOrder(requests);
  const open = requestsByOrder(withoutDelivered(requests, delivered));
  const entries = journalOf(journal, clock);
  /** If a new image is asked for, an earlier request is only used if its files were never saved. */
  const known = (task: Orderable): RecordEntry | undefined =>
    (isManifest && !forced.has(task.id) ? any : open).get(orderName(task));

  return {
    paid(task) {
      const entry = known(task);
      if (entry === undefined || isDead(entry.ending)) return null;
      const { requestId, ending, acceptedAt } = entry;
      return { requestId, ending, acceptedAt, whenGone: 'submit' };
    },
    submitting: entries.submitting,
    refused: entries.refused,
    accepted: (task, requestId) => entries.accepted(task, requestId, dateAfter(any.get(orderName(task)), clock)),
    adopted(task, requestId) {
      const onRecord = requests.get(keyOf({ order: orderName(task), requestId }));
      entries.accepted(task, requestId, onRecord?.acceptedAt ?? clock.date());
    },
    ended: entries.ended,
    isKept: journal.isComplete,
    collectBy: 'Run the same command again',
    close: async () => {},
  };
}

/** `calls`: the oldest first. */
function requestsOf(calls: readonly OtherCall[]): LedgerRecord {
  const requests = new Map<string, RecordEntry>();
  for (const { left } of calls) {
    for (const request of [...left.replaced, ...left.requests]) {
      const entry = entryOf(request, left);
      const key = keyOf(entry);
      // A later call knows more, but an ended request stays ended.
      if (!isDead(requests.get(key)?.ending ?? null)) requests.set(key, entry);
    }
  }
  // Calling again after a refusal asks for another try.
  return new Map([...requests].filter(([, { ending }]) => ending !== 'refused' && ending !== 'empty'));
}

/** A lost submit no longer counts once a later request for the same order was delivered. */
function withoutDelivered(requests: LedgerRecord, delivered: ReadonlySet<string>): LedgerRecord {
  const youngest = new Map<string, number>();
  for (const { order, requestId, acceptedAt } of requests.values())
    if (requestId !== null && delivered.has(requestId))
      youngest.set(order, Math.max(acceptedAt, youngest.get(order) ?? 0));
  const isOpen = ({ order, requestId, acceptedAt }: RecordEntry): boolean =>
    requestId === null ? acceptedAt > (youngest.get(order) ?? 0) : !delivered.has(requestId);
  return new Map([...requests].filter(([, entry]) => isOpen(entry)));
}

function entryOf(
  { order, requestId, deployment, acceptedAt, ending }: JournalledRequest,
  { run }: Leftover,
): RecordEntry {
  // Killed before the response to its submit came, or the line is damaged.
  const isKnown = requestId !== null && isRequestId(requestId);
  return {
    order,
    requestId: isKnown ? requestId : null,
    ...(deployment === undefined ? {} : { deployment }),
    ending: isKnown ? ending : 'unknown',
    acceptedAt,
    seenAt: acceptedAt,
    runId: run.runId,
    attempt: run.attempt,
  };
}

/** Throws ActionError `already-running` if another call is making the images of that record. Both would pay for them, and write their lock. */
export function refuseWhileRunning(others: readonly OtherCall[], record: string): void {
  const running = others.find(({ pid, left }) => pid !== null && left.run.record === record && !left.told);
  if (running === undefined) return;
  throw new ActionError(
    'already-running',
    `Process ${running.pid} is already generating the images of this manifest.`,
    { advice: 'Nothing was submitted or changed. Wait until it has ended, then run this again.' },
  );
}
