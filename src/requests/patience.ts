// How often, for how long and by what words a paid request is believed to be gone or refused: one policy, for fresh requests and for those on record.
import { ConnectionError } from '../http/client.ts';
import type { ServiceError } from '../runcomfy/protocol.ts';

/** An answer must come this often in a row, over this long: gateways have moods, and the request is paid for. */
const TIMES = 4;
const SPAN_MS = 10_000;

/** What one answer about a request that RunComfy has accepted means. */
export type Reading =
  /** Whoever answered, or did not, has said nothing about the request. */
  | 'outage'
  /** RunComfy says that there is no such request. */
  | 'missing'
  /** Any other no: it says something about the token, the route or the gateway, and nothing about the request. */
  | 'refusal';

export function readingOf(error: ServiceError | ConnectionError): Reading {
  if (error instanceof ConnectionError || error.isTransient) return 'outage';
  return isMissing(error) ? 'missing' : 'refusal';
}

/** By RunComfy's own code; without one only where the answer speaks of a request: a gateway that has lost a route answers 404 too. */
function isMissing({ status, code, message }: ServiceError): boolean {
  if (typeof code === 'number') return Math.floor(code / 1000) === 404;
  return (status === 404 || status === 410) && /\brequest\b/i.test(message);
}

/** Returns of one kind in a row. */
interface Row {
  readonly times: number;
  /** When the first of them came. */
  readonly since: number;
}

/** What was answered since the last answer that was none of it. */
export interface Doubts {
  readonly missing: Row | null;
  /** Of either kind, since both are a no. */
  readonly refused: Row | null;
}

export const NO_DOUBTS: Doubts = { missing: null, refused: null };

export function doubtsAfter({ missing, refused }: Doubts, reading: Reading, now: number): Doubts {
  if (reading === 'outage') return NO_DOUBTS;
  return { missing: reading === 'missing' ? longer(missing, now) : null, refused: longer(refused, now) };
}

function longer(row: Row | null, now: number): Row {
  return row === null ? { times: 1, since: now } : { ...row, times: row.times + 1 };
}

/** What may be believed by now; null: ask again. Only `gone` is ever a reason to pay for the same once more. */
export function believed({ missing, refused }: Doubts, now: number): 'gone' | 'refused' | null {
  if (isLongEnough(missing, now)) return 'gone';
  return isLongEnough(refused, now) ? 'refused' : null;
}

/** When at the latest to ask again, so that nobody waits longer than it takes to believe a no; null: whenever. */
export function nextAsk({ refused, missing }: Doubts, now: number): number | null {
  const ends = [missing, refused].flatMap((row) => (row === null ? [] : [row.since + SPAN_MS]));
  const [next = null] = ends.filter((end) => end > now).sort((a, b) => a - b);
  return next;
}

function isLongEnough(row: Row | null, now: number): boolean {
  return row !== null && row.times >= TIMES && now - row.since >= SPAN_MS;
}

/** A file that RunComfy has no more is no news so soon after its request was accepted: whoever answers so is in trouble. */
const KEPT_AT_LEAST_MS = 24 * 3_600_000;

/** Whether all files of a request may be believed to be gone. `acceptedAt` null: nobody wrote it down, so it may be long ago. */
export function mayHaveExpired(acceptedAt: number | null, date: number): boolean {
  return acceptedAt === null || date - acceptedAt > KEPT_AT_LEAST_MS;
}
