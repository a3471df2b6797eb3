// The ledger at the desk: the journals of earlier calls are the record of what is paid for, and nothing else has to be kept.
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
  /** The name that the journals give to what is asked for. */
  readonly record: string;
  /** Ids of tasks that mean a new image. */
  readonly forced: ReadonlySet<string>;
  /** Each call without a manifest means new images; a manifest means the same ones, until its lock has them. */
  readonly isManifest: boolean;
  /** Look for what earlier calls have paid for. */
  readonly lookUp: boolean;
}

/** Throws as `refuseWhileRunning` does. */
export function openDeskLedger(options: DeskLedgerOptions): Ledger {
  const { others, journal, clock, record, forced, isManifest, lookUp } = options;
  const same = others.filter(({ left }) => left.run.record === record);
  if (isManifest) refuseWhileRunning(others, record);
  // A call that has told everything is about to end.
  const over = same.filter(({ pid, left }) => pid === null || left.told);
  const requests = lookUp ? requestsOf(over) : new Map<string, RecordEntry>();
  // What a killed call was asked for is finished by the next one, which then has all of its images.
  const delivered = deliveredBy(others.filter(({ left }) => left.told));
  const any = requestsByOrder(requests);
  const open = requestsByOrder(withoutDelivered(requests, delivered));
  const entries = journalOf(journal, clock);
  /** Whoever asks for a new image gets an old one only if it never came to its place. */
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
      // A later call knows more, but nothing comes back to life.
      if (!isDead(requests.get(key)?.ending ?? null)) requests.set(key, entry);
    }
  }
  // A person who calls again after a refusal wants another try.
  return new Map([...requests].filter(([, { ending }]) => ending !== 'refused' && ending !== 'empty'));
}

/** Whoever has paid anew since a submit whose answer was lost has decided about it, and is not asked for ever. */
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
  // Killed before the answer to its submit came, or the line is damaged.
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

/** Throws ActionError `already-running` where another call makes the images of that record at this moment: both would pay for them, and write their lock. */
export function refuseWhileRunning(others: readonly OtherCall[], record: string): void {
  const running = others.find(({ pid, left }) => pid !== null && left.run.record === record && !left.told);
  if (running === undefined) return;
  throw new ActionError(
    'already-running',
    `Process ${running.pid} is generating images of this manifest at this moment.`,
    { advice: 'Nothing was submitted or changed. Wait until it has ended, then run this again.' },
  );
}
