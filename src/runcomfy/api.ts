// One call of RunComfy's APIs: adds the token and a time limit, and reads the whole response. API calls do not follow redirects.
import { ConnectionError, type Http, readText, retryAfter } from '../http/client.ts';
import type { Clock } from '../lib/ports.ts';
import { timeLimit } from '../lib/time-limit.ts';
import type { Reply } from './protocol.ts';

export interface ApiOptions {
  readonly http: Http;
  readonly clock: Clock;
  readonly origin: URL;
  readonly token: string;
  /** Removes the token from what the service says, before anything is cut, quoted or escaped. */
  readonly redacted: (text: string) => string;
}

export interface Api {
  /** `path`: begins with a slash. Throws ConnectionError (no response), or the signal's reason. */
  read(path: string, signal: AbortSignal): Promise<Reply>;
  /** Never repeated, and on a new connection, because it costs money. */
  pay(path: string, body: string, signal: AbortSignal): Promise<Reply>;
  /** Without a body. */
  post(path: string, signal: AbortSignal): Promise<Reply>;
}

interface ApiCall {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
  readonly limitMs: number;
  readonly signal: AbortSignal;
  readonly fresh?: boolean;
}

// A submit can have 64 MB of input files, and RunComfy's own client waits 90 s for its response.
const SUBMIT_LIMIT_MS = 150_000;
const READ_LIMIT_MS = 20_000;
/** An output can contain its files as base64. */
const MAX_BYTES = 64 * 1024 * 1024;

export function createApi({ http, clock, origin, token, redacted }: ApiOptions): Api {
  async function call({ method, path, body, limitMs, signal, fresh = false }: ApiCall): Promise<Reply> {
    const late = (): Error => new ConnectionError(new Error(`no response within ${limitMs / 1000} s`), false);
    const limit = timeLimit(clock, limitMs, late, signal);
    try {
      const response = await http.send({
        method,
        url: new URL(path, origin),
        headers: {
          authorization: `Bearer ${token}`,
          accept: 'application/json',
          'cache-control': 'no-cache',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body }),
        signal: limit.signal,
        fresh,
      });
      const retryAfterMs = retryAfter(response.header('retry-after'), clock.date());
      return {
        status: response.status,
        body: redacted(await readText(response, MAX_BYTES, limit.signal)),
        retryAfterMs,
      };
    } finally {
      limit.end();
    }
  }

  return {
    read: (path, signal) => call({ method: 'GET', path, limitMs: READ_LIMIT_MS, signal }),
    pay: (path, body, signal) => call({ method: 'POST', path, body, limitMs: SUBMIT_LIMIT_MS, signal, fresh: true }),
    post: (path, signal) => call({ method: 'POST', path, limitMs: READ_LIMIT_MS, signal }),
  };
}

/** Filters the ids of submits: null for an id that came before, because it belongs to another submit. */
export function onlyNewIds(): (requestId: string | null) => string | null {
  const answered = new Set<string>();
  return (requestId) => {
    if (requestId === null || answered.has(requestId)) return null;
    answered.add(requestId);
    return requestId;
  };
}
