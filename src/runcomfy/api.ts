// One call of RunComfy's APIs: the token, a time limit, and the answer read whole. API calls follow no redirect.
import { ConnectionError, type Http, readText, retryAfter } from '../http/client.ts';
import type { Clock } from '../lib/ports.ts';
import { timeLimit } from '../lib/time-limit.ts';
import type { Reply } from './protocol.ts';

export interface ApiOptions {
  readonly http: Http;
  readonly clock: Clock;
  readonly origin: URL;
  readonly token: string;
  /** Takes the token out of what the service says, before anything is cut, quoted or escaped. */
  readonly redacted: (text: string) => string;
}

export interface Api {
  /** `path`: begins with a slash. Throws ConnectionError (no answer), or the signal's reason. */
  read(path: string, signal: AbortSignal): Promise<Reply>;
  /** Never repeated, on a connection of its own: it is paid for. */
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

// A submit carries up to 64 MB of input files, and RunComfy's own client waits 90 s for its answer.
const SUBMIT_LIMIT_MS = 150_000;
const READ_LIMIT_MS = 20_000;
/** An output may hold its files itself, as base64. */
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

/** Ids that submits were answered with: null for one that was there before, since it is that of another submit. */
export function onlyNewIds(): (requestId: string | null) => string | null {
  const answered = new Set<string>();
  return (requestId) => {
    if (requestId === null || answered.has(requestId)) return null;
    answered.add(requestId);
    return requestId;
  };
}
