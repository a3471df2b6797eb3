// The words all rooms of the simulator share: the calls that come in, the answers that go out.
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** What a call is about; faults are set on these names. */
export type CallName =
  | 'submit'
  | 'status'
  | 'result'
  | 'cancel'
  | 'model'
  | 'models'
  | 'categories'
  | 'balance'
  | 'file'
  | 'artifact-create'
  | 'artifact-block'
  | 'artifact-commit'
  | 'artifact-finalize'
  | 'artifact-delete'
  | 'artifact-list'
  | 'artifact-url'
  | 'artifact-download'
  | 'cache-create'
  | 'cache-upload'
  | 'cache-finalize'
  | 'cache-lookup'
  | 'cache-download'
  | 'viewer'
  | 'user-get'
  | 'repo-get'
  | 'comments-list'
  | 'comment-create'
  | 'comment-update'
  | 'comment-delete'
  | 'pull-get'
  | 'pulls-list'
  | 'blob-create'
  | 'tree-create'
  | 'tree-get'
  | 'commit-create'
  | 'commit-get'
  | 'ref-create'
  | 'ref-get'
  | 'refs-list'
  | 'ref-update'
  | 'ref-delete';

/** One call as it crossed the wire. */
export interface Call {
  readonly name: CallName | 'unknown';
  readonly method: string;
  /** Path and query, as sent. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** When it arrived, on the clock of `performance.now()`. */
  readonly at: number;
  /** The `request_id` it is about, where there is one. */
  readonly requestId: string | null;
  /** What was answered; null: dropped, or left hanging. */
  readonly status: number | null;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Buffer | Readable;
}

/** The head of a call, enough to tell who answers it. */
export interface Target {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
}

/** A call that found its room: what it is, and how to do it. Nothing has happened until `answer` runs. */
export interface Visit {
  readonly name: CallName;
  readonly requestId?: string;
  answer(body: Buffer): Answer | Promise<Answer>;
}

/** One service of the simulator: takes the calls that are its own, answers null for all others. */
export type Room = (target: Target) => Visit | null;

/** Says that something happened which no correct client does; it fails the test that owns the simulator. */
export type Complain = (what: string) => void;

/** An answer whose body is that value. */
export function json(status: number, value: unknown): Answer {
  return { status, headers: { 'content-type': 'application/json' }, body: Buffer.from(JSON.stringify(value)) };
}

/** The JSON object a body holds, or null where it holds anything else. */
export function parseObject(body: Buffer): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** Whether a decoded JSON value is an object, not an array. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Sends a body after its head. Either side may leave early: what counts then is in the ledger, so it is no error. */
export async function sendBody(response: ServerResponse, body: Buffer | Readable): Promise<void> {
  if (Buffer.isBuffer(body)) response.end(body);
  else await pipeline(body, response).catch(() => undefined);
}
