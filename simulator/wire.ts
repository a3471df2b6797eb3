// The shared vocabulary of the simulator's rooms: incoming calls and outgoing responses.
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** The kind of a call. Faults are set on these names. */
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

/** One call. */
export interface Call {
  readonly name: CallName | 'unknown';
  readonly method: string;
  /** Path and query, as sent. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** When it arrived, on the clock of `performance.now()`. */
  readonly at: number;
  /** Its `request_id`, if any. */
  readonly requestId: string | null;
  /** The status of the response; null: dropped, or left hanging. */
  readonly status: number | null;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Buffer | Readable;
}

/** The start of a call, enough to know which room answers it. */
export interface Target {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
}

/** A call that has found its room. Nothing happens until `answer` runs. */
export interface Visit {
  readonly name: CallName;
  readonly requestId?: string;
  answer(body: Buffer): Answer | Promise<Answer>;
}

/** One service of the simulator: takes its own calls, and returns null for all others. */
export type Room = (target: Target) => Visit | null;

/** Reports something that a correct client never does. It fails the test that owns the simulator. */
export type Complain = (what: string) => void;

/** A response with this value as its body. */
export function json(status: number, value: unknown): Answer {
  return { status, headers: { 'content-type': 'application/json' }, body: Buffer.from(JSON.stringify(value)) };
}

/** The JSON object in a body; null if it has anything else. */
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

/** Sends a body after its headers. If either side ends early, that is recorded, and not an error. */
export async function sendBody(response: ServerResponse, body: Buffer | Readable): Promise<void> {
  if (Buffer.isBuffer(body)) response.end(body);
  else await pipeline(body, response).catch(() => undefined);
}
