// The record of paid requests, as data: what one holds, how two become one, and its text. It holds hashes, ids and states, and nothing of what was asked for.
import { createHash } from 'node:crypto';
import { type JsonObject, jsonObject, parseJsonObject } from '../lib/json.ts';
import { isDeploymentId, isRequestId } from '../lib/request-id.ts';
import type { Ending } from '../tasks/paid-request.ts';

/** One order, told apart from the others of whoever asks. */
export interface Orderable {
  /** The manifest's id, or `image`. */
  readonly id: string;
  /** Hash of the recipe. */
  readonly recipe: string;
  /** Counts tasks of one recipe, from 1: without a seed they are not the same image. */
  readonly occurrence: number;
}

/** What is known of one request. */
export interface RecordEntry {
  /** Name of the order that it was made for (`orderOf`). */
  readonly order: string;
  /** null: the answer to its submit was lost. */
  readonly requestId: string | null;
  /** The deployment that has it; of the Model API, none. */
  readonly deployment?: string;
  /** null: accepted, and nobody has told its end. */
  readonly ending: Ending | null;
  /** Milliseconds since the epoch, of its acceptance, or of the submit whose answer was lost. */
  readonly acceptedAt: number;
  /** Milliseconds since the epoch, of the moment that `ending` tells of. */
  readonly seenAt: number;
  /** GITHUB_RUN_ID of the run that made it. */
  readonly runId: string;
  /** GITHUB_RUN_ATTEMPT of the run that told `ending`. */
  readonly attempt: number;
}

/** Each request once, by `keyOf`. */
export type LedgerRecord = ReadonlyMap<string, RecordEntry>;

export function keyOf({ order, requestId }: Pick<RecordEntry, 'order' | 'requestId'>): string {
  return `${order} ${requestId ?? ''}`;
}

export function recordOf(entries: Iterable<RecordEntry>): LedgerRecord {
  const record = new Map<string, RecordEntry>();
  for (const entry of entries) put(record, entry);
  return record;
}

/** The name of an order within a record: a hash, so that an id or a prompt cannot be read from it. */
export function orderOf({ id, recipe, occurrence }: Orderable): string {
  return createHash('sha256')
    .update(JSON.stringify([id, recipe, occurrence]))
    .digest('hex')
    .slice(0, 40);
}

/** The request came to nothing, at no cost that anybody could still use: the same order is simply made again. */
export function isDead(ending: Ending | null): boolean {
  return ending === 'failed' || ending === 'cancelled' || ending === 'gone';
}

/** What a later run does with the request. Entries that only differ otherwise need not be written again. */
export function standingOf({ ending }: Pick<RecordEntry, 'ending'>): string {
  return ending === null || ending === 'finished' || ending === 'running' ? 'open' : ending;
}

/** Whether the entry is worth writing where `recorded` is the standing that a reader finds (undefined: none). What came to nothing, and nobody has heard of, is not. */
export function isNews(entry: RecordEntry, recorded: string | undefined): boolean {
  return recorded === undefined ? !isDead(entry.ending) : recorded !== standingOf(entry);
}

/** By order: the request that a later run goes by, which is one that is alive, and of those the youngest. */
export function requestsByOrder(record: LedgerRecord): ReadonlyMap<string, RecordEntry> {
  const requests = new Map<string, RecordEntry>();
  for (const entry of record.values()) {
    const best = requests.get(entry.order);
    if (best === undefined || goesBefore(entry, best)) requests.set(entry.order, entry);
  }
  return requests;
}

function goesBefore(entry: RecordEntry, other: RecordEntry): boolean {
  if (isDead(entry.ending) !== isDead(other.ending)) return isDead(other.ending);
  return entry.acceptedAt > other.acceptedAt;
}

/** All requests of both; of each the newest word. In whatever order records are merged, the same comes of it. */
export function mergeRecords(one: LedgerRecord, other: LedgerRecord): LedgerRecord {
  const merged = new Map(one);
  for (const entry of other.values()) put(merged, entry);
  return merged;
}

function put(record: Map<string, RecordEntry>, entry: RecordEntry): void {
  const present = record.get(keyOf(entry));
  if (present === undefined || isNewer(entry, present)) record.set(keyOf(entry), entry);
}

function isNewer(entry: RecordEntry, than: RecordEntry): boolean {
  // Nothing comes back to life, whatever the clock of a runner said.
  if (isDead(entry.ending) !== isDead(than.ending)) return isDead(entry.ending);
  if (entry.seenAt !== than.seenAt) return entry.seenAt > than.seenAt;
  return JSON.stringify(written(entry)) > JSON.stringify(written(than));
}

/** Whether a reader of `present` knows everything that `entries` tell. */
export function holdsAll(present: LedgerRecord, entries: LedgerRecord): boolean {
  return [...entries].every(([key, entry]) => {
    const found = present.get(key);
    return found !== undefined && (standingOf(found) === standingOf(entry) || isNewer(found, entry));
  });
}

/** The youngest: a manifest's record goes on for as long as its branch. */
const MAX_ENTRIES = 20_000;

export function recordText(record: LedgerRecord): string {
  const requests = [...record.values()].sort((a, b) => a.acceptedAt - b.acceptedAt).slice(-MAX_ENTRIES);
  return `${JSON.stringify({ version: 1, requests: requests.map(written) })}\n`;
}

function written({
  order,
  requestId,
  deployment,
  ending,
  acceptedAt,
  seenAt,
  runId,
  attempt,
}: RecordEntry): JsonObject {
  return {
    order,
    request_id: requestId,
    ...(deployment === undefined ? {} : { deployment }),
    ending,
    accepted_at: acceptedAt,
    seen_at: seenAt,
    run_id: runId,
    attempt,
  };
}

/** Whether the text is one that somebody has written, and not what an outage has made of it. */
export function isWhole(text: string): boolean {
  return parseJsonObject(text) !== null;
}

/** Anybody who can write to the cache can write a record: whatever is not of this form is passed over. */
export function parseRecord(text: string | null): LedgerRecord {
  const { version, requests } = parseJsonObject(text ?? '') ?? {};
  return version === 1 && Array.isArray(requests)
    ? recordOf(requests.flatMap((one) => entryFrom(one) ?? []))
    : new Map();
}

function entryFrom(value: unknown): RecordEntry | null {
  const {
    order,
    request_id: requestId,
    ending,
    accepted_at: acceptedAt,
    seen_at: seenAt,
    ...rest
  } = jsonObject(value) ?? {};
  if (typeof order !== 'string' || !/^[0-9a-f]{40}$/.test(order)) return null;
  if (requestId !== null && !(typeof requestId === 'string' && isRequestId(requestId))) return null;
  if (ending !== null && !isEnding(ending)) return null;
  if (!isTime(acceptedAt) || !isTime(seenAt)) return null;
  const { run_id: runId, attempt, deployment } = rest;
  if (deployment !== undefined && !(typeof deployment === 'string' && isDeploymentId(deployment))) return null;
  return {
    order,
    requestId,
    ...(deployment === undefined ? {} : { deployment }),
    ending,
    acceptedAt,
    seenAt,
    runId: typeof runId === 'string' ? runId : '',
    attempt: typeof attempt === 'number' ? attempt : 1,
  };
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

const ENDINGS: ReadonlySet<string> = new Set<Ending>([
  'finished',
  'failed',
  'refused',
  'empty',
  'cancelled',
  'running',
  'outlasted',
  'unknown',
  'gone',
]);

export function isEnding(value: unknown): value is Ending {
  return typeof value === 'string' && ENDINGS.has(value);
}
