// The verbs of RunComfy's Model API: one call each, with its own time limit. URLs are built here from the origin and the request id, never taken from a reply.
import { ConnectionError, type Http, readText, retryAfter } from '../http/client.ts';
import type { Clock } from '../lib/ports.ts';
import { timeLimit } from '../lib/time-limit.ts';
import {
  decodeCancel,
  decodeModel,
  decodeModels,
  decodeResult,
  decodeState,
  decodeSubmit,
  type ModelEntry,
  type Reply,
  type RequestResult,
  type RequestState,
} from './protocol.ts';

/** Every verb throws ServiceError (the answer is no), ConnectionError (no answer), or the signal's reason. */
export interface RunComfy {
  /** Paid. Returns the request id; null where the service accepted but its answer cannot be read, or is that of another submit. Never repeats itself. */
  submit(model: string, body: string, signal: AbortSignal): Promise<string | null>;
  state(requestId: string, signal: AbortSignal): Promise<RequestState>;
  result(requestId: string, signal: AbortSignal): Promise<RequestResult>;
  cancel(requestId: string, signal: AbortSignal): Promise<'cancelled' | 'not_cancellable'>;
  model(model: string, signal: AbortSignal): Promise<ModelEntry>;
  /** Ids of models that fit a text. */
  search(text: string, signal: AbortSignal): Promise<readonly string[]>;
}

interface ClientOptions {
  readonly http: Http;
  readonly clock: Clock;
  readonly apiUrl: URL;
  readonly token: string;
  /** Takes the token out of what the service says, before anything is cut, quoted or escaped. */
  readonly redacted: (text: string) => string;
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

export function createClient({ http, clock, apiUrl, token, redacted }: ClientOptions): RunComfy {
  async function call({ method, path, body, limitMs, signal, fresh = false }: ApiCall): Promise<Reply> {
    const late = (): Error => new ConnectionError(new Error(`no response within ${limitMs / 1000} s`), false);
    const limit = timeLimit(clock, limitMs, late);
    const either = AbortSignal.any([signal, limit.signal]);
    try {
      const response = await http.send({
        method,
        url: new URL(`/v1/${path}`, apiUrl),
        headers: {
          authorization: `Bearer ${token}`,
          accept: 'application/json',
          'cache-control': 'no-cache',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body }),
        signal: either,
        fresh,
      });
      const retryAfterMs = retryAfter(response.header('retry-after'), clock.date());
      return { status: response.status, body: redacted(await readText(response, MAX_BYTES, either)), retryAfterMs };
    } finally {
      limit.end();
    }
  }

  /** Ids that submits were answered with: an answer that repeats one is that of another submit. */
  const answered = new Set<string>();

  const read = (path: string, signal: AbortSignal): Promise<Reply> =>
    call({ method: 'GET', path, limitMs: READ_LIMIT_MS, signal });

  return {
    async submit(model, body, signal) {
      const requestId = decodeSubmit(
        await call({ method: 'POST', path: `models/${model}`, body, limitMs: SUBMIT_LIMIT_MS, signal, fresh: true }),
      );
      if (requestId === null || answered.has(requestId)) return null;
      answered.add(requestId);
      return requestId;
    },
    async state(requestId, signal) {
      return decodeState(await read(`requests/${requestId}/status`, signal));
    },
    async result(requestId, signal) {
      return decodeResult(await read(`requests/${requestId}/result?include_cost=true`, signal));
    },
    async cancel(requestId, signal) {
      return decodeCancel(
        await call({ method: 'POST', path: `requests/${requestId}/cancel`, limitMs: READ_LIMIT_MS, signal }),
      );
    },
    async model(model, signal) {
      return decodeModel(await read(`models/${model}`, signal));
    },
    async search(text, signal) {
      return decodeModels(await read(`models?search=${encodeURIComponent(text)}&limit=50`, signal));
    },
  };
}
