// When a paid request counts as gone or refused: one policy, for new requests and for those on record.
import { ConnectionError } from '../http/client.ts';
import type { ServiceError } from '../runcomfy/protocol.ts';

/** A refusal must come this often in a row, over this time, because gateways have passing faults, and the request is paid for. */
const TIMES = 4;
const SPAN_MS = 10_000;

/** What one response about an accepted request means. */
export type Reading =
  /** No response, or one that says nothing about the request. */
  | 'outage'
  /** RunComfy says that there is no such request. */
  | 'missing'
  /** Any other refusal: it is about the token, the route or the gateway, not about the request. */
  | 'refusal';

export function readingOf(error: ServiceError | ConnectionError): Reading {
  if (error instanceof ConnectionError || error.isTransient) return 'outage';
  return isMissing(error) ? 'missing' : 'refusal';
}

/** By RunComfy's own code. Without one, the response must mention a request, because a gateway without a route also returns 404. */
function isMissing({ status, code, message }: ServiceError): boolean {
  if (typeof code === 'number') return Math.floor(code / 1000) === 404;
  return (status === 404 || status === 410) && /\brequest\b/i.test(message);
}

/** Responses of one kind in a row. */
interface Row {
  readonly times: number;
  /** The time of the first of them. */
  readonly since: number;
}

/** The refusals since the last response of another kind. */
export interface Doubts {
  readonly missing: Row | null;
  /** Of both kinds, because both are refusals. */
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

/** What can be believed now; null: poll again. Only `gone` can be a reason to pay again. */
export function believed({ missing, refused }: Doubts, now: number): 'gone' | 'refused' | null {
  if (isLongEnough(missing, now)) return 'gone';
  return isLongEnough(refused, now) ? 'refused' : null;
}

/** The latest time for the next poll, so that a refusal is believed as soon as possible; null: any time. */
export function nextAsk({ refused, missing }: Doubts, now: number): number | null {
  const ends = [missing, refused].flatMap((row) => (row === null ? [] : [row.since + SPAN_MS]));
  const [next = null] = ends.filter((end) => end > now).sort((a, b) => a - b);
  return next;
}

function isLongEnough(row: Row | null, now: number): boolean {
  return row !== null && row.times >= TIMES && now - row.since >= SPAN_MS;
}

/** RunComfy keeps files at least this long. If they seem to be gone earlier, the server has a problem. */
const KEPT_AT_LEAST_MS = 24 * 3_600_000;

/** Whether it can be believed that all files of a request are gone. `acceptedAt` null: not recorded, so it may be long ago. */
export function mayHaveExpired(acceptedAt: number | null, date: number): boolean {
  return acceptedAt === null || date - acceptedAt > KEPT_AT_LEAST_MS;
}
