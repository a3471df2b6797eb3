// The record of paid requests as data: its entries, how two records merge, and its text. It contains hashes, ids and endings, but no prompts or other inputs.
import { createHash } from 'node:crypto';
import { type JsonObject, jsonObject, parseJsonObject } from '../lib/json.ts';
import { isDeploymentId, isRequestId } from '../lib/request-id.ts';
import type { Ending } from '../tasks/paid-request.ts';

/** What identifies one order within a record. */
export interface Orderable {
  /** The manifest's id, or `image`. */
  readonly id: string;
  /** Hash of the recipe. */
  readonly recipe: string;
  /** Counts tasks with the same recipe, from 1. Without a seed, they are different images. */
  readonly occurrence: number;
}

/** What is known about one request. */
export interface RecordEntry {
  /** The order that it was made for (`orderOf`). */
  readonly order: string;
  /** null if the response to its submit was lost. */
  readonly requestId: string | null;
  /** Absent for the Model API. */
  readonly deployment?: string;
  /** null if accepted, and no ending is known. */
  readonly ending: Ending | null;
  /** When it was accepted, or submitted if the response was lost. Milliseconds since the epoch. */
  readonly acceptedAt: number;
  /** When `ending` was observed. Milliseconds since the epoch. */
  readonly seenAt: number;
  /** GITHUB_RUN_ID of the run that submitted it. */
  readonly runId: string;
  /** GITHUB_RUN_ATTEMPT of the run that observed `ending`. */
  readonly attempt: number;
}

/** By `keyOf`. */
export type LedgerRecord = ReadonlyMap<string, RecordEntry>;

export function keyOf({ order, requestId }: Pick<RecordEntry, 'order' | 'requestId'>): string {
  return `${order} ${requestId ?? ''}`;
}

export function recordOf(entries: Iterable<RecordEntry>): LedgerRecord {
  const record = new Map<string, RecordEntry>();
  for (const entry of entries) put(record, entry);
  return record;
}

/** The name of an order within a record: 40 hexadecimal digits of a hash, so that it reveals no id or prompt. */
export function orderOf({ id, recipe, occurrence }: Orderable): string {
  return createHash('sha256')
    .update(JSON.stringify([id, recipe, occurrence]))
    .digest('hex')
    .slice(0, 40);
}

/** Whether the request failed, was cancelled or is gone: it has nothing to collect, and a later run submits the order again. */
export function isDead(ending: Ending | null): boolean {
  return ending === 'failed' || ending === 'cancelled' || ending === 'gone';
}

/** What a later run does with the request. An entry whose standing has not changed need not be saved again. */
export function standingOf({ ending }: Pick<RecordEntry, 'ending'>): string {
  return ending === null || ending === 'finished' || ending === 'running' ? 'open' : ending;
}

/** Whether to save the entry. `recorded`: the standing that is already saved; undefined if there is none. A dead request that was never saved is not worth saving. */
export function isNews(entry: RecordEntry, recorded: string | undefined): boolean {
  return recorded === undefined ? !isDead(entry.ending) : recorded !== standingOf(entry);
}

/** By order: the request that a later run uses. Requests that are not dead come first, then the newest. */
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

/** All requests of both records, each with its newest entry. The result does not depend on the order of merging. */
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
  // A dead request stays dead, even if the clock of a runner was wrong.
  if (isDead(entry.ending) !== isDead(than.ending)) return isDead(entry.ending);
  if (entry.seenAt !== than.seenAt) return entry.seenAt > than.seenAt;
  return JSON.stringify(written(entry)) > JSON.stringify(written(than));
}

/** Whether `present` already has everything that later runs need from `entries`. */
export function holdsAll(present: LedgerRecord, entries: LedgerRecord): boolean {
  return [...entries].every(([key, entry]) => {
    const found = present.get(key);
    return found !== undefined && (standingOf(found) === standingOf(entry) || isNewer(found, entry));
  });
}

/** The newest are kept: the record of a manifest grows for as long as its branch exists. */
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

/** Whether the text is complete JSON, and not truncated by an outage. */
export function isWhole(text: string): boolean {
  return parseJsonObject(text) !== null;
}

/** Everyone with write access to the cache can write a record, so entries that are not valid are skipped. */
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
