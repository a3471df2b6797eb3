// Sends one HTTP request with a time limit, says whether a failed one may have arrived, and streams the response.
import type { buildConnector, Dispatcher } from 'undici';
import connector from 'undici/lib/core/connect.js';
import Agent from 'undici/lib/dispatcher/agent.js';
import Pool from 'undici/lib/dispatcher/pool.js';
import { ActionError, causes, errorCodes } from '../lib/errors.ts';
import { type Arrivals, type HttpBody, openArrivals } from './body.ts';
import { contentEncodings, decode, EncodingError } from './encodings.ts';
import { withoutInterim } from './interim.ts';
import { type Environment, proxiesOf } from './proxies.ts';

interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  readonly signal: AbortSignal;
  /** Uses a new connection, so that a paid POST never uses a keep-alive socket that the server is closing. */
  readonly fresh?: boolean;
  /** Milliseconds until the headers of the response. By default, only `signal` ends the wait. */
  readonly answerWithinMs?: number;
}

export interface HttpResponse {
  readonly status: number;
  header(name: string): string | null;
  /** The encodings of the body, in the order in which they were applied. No call requests one. */
  readonly encodings: readonly string[];
  /** As received, still encoded. */
  readonly body: HttpBody;
}

export interface Http {
  /** Throws ConnectionError, or the signal's reason once anything may have been sent. Does not follow redirects. */
  send(request: HttpRequest): Promise<HttpResponse>;
  close(): Promise<void>;
}

/** No response, or only part of one. */
export class ConnectionError extends ActionError {
  /** The connection was never made, so the server cannot have acted on the request. */
  readonly isUnsent: boolean;

  constructor(cause: unknown, isUnsent: boolean, what = isUnsent ? 'no connection' : 'the connection broke') {
    const said = described(cause);
    const codes = errorCodes(cause).filter((code) => !said.includes(code));
    super('unavailable', `${what} (${[said, ...new Set(codes)].join(', ')}).`, {
      advice: 'Check the network, the proxy settings and `api-url`, then run again.',
      cause,
    });
    this.isUnsent = isUnsent;
  }
}

/** OpenSSL's messages are for its developers. Its `reason` is readable. */
function described(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return 'reason' in cause && typeof cause.reason === 'string' ? cause.reason : cause.message || cause.name;
}

const CONNECT_TIMEOUT_MS = 10_000;
const SILENCE_LIMIT_MS = 60_000;
/** Gateways add policies, cookies and reports to a response. With undici's default of 16 KB, the id of a paid request could be lost. */
const MAX_HEAD_BYTES = 256 * 1024;
/** The bundle has no HTTP/2 (scripts/bundle.ts), so it must not be offered. */
const TLS = { allowH2: false };

/** An HTTP client for one run. Uses HTTPS_PROXY, HTTP_PROXY and NO_PROXY, in upper or lower case. Throws ActionError `bad-input` if one cannot be used. */
export async function createHttp(env: Environment): Promise<Http> {
  const options = {
    connect: connector({ ...TLS, timeout: CONNECT_TIMEOUT_MS }),
    factory: openPool,
    maxHeaderSize: MAX_HEAD_BYTES,

    headersTimeout: 0,
    bodyTimeout: SILENCE_LIMIT_MS,
    ...TLS,
  };
  const agent = await createAgent(env, options);
  let freshAgent: Dispatcher | undefined;
  const dispatcherFor = async (fresh: boolean): Promise<Dispatcher> => {
    if (!fresh) return agent;
    freshAgent ??= await createAgent(env, { ...options, pipelining: 0 });
    return freshAgent;
  };

  return {
    async send({ method, url, headers, body, signal, fresh = false, answerWithinMs = 0 }) {
      const dispatcher = await dispatcherFor(fresh);
      const { origin, pathname, search } = url;
      return exchange(
        dispatcher,
        {
          origin,
          path: `${pathname}${search}`,
          method,
          headers: { 'user-agent': 'runcomfy-action', 'accept-encoding': 'identity', ...headers },
          body: body ?? null,
          headersTimeout: answerWithinMs,
        },
        signal,
      );
    },
    async close() {
      await Promise.all([agent.destroy(), freshAgent?.destroy()]);
    },
  };
}

/** Resolves with the headers of the response. Throws as `send` does. */
function exchange(
  dispatcher: Dispatcher,
  request: Dispatcher.DispatchOptions,
  signal: AbortSignal,
): Promise<HttpResponse> {
  return new Promise((resolve, reject) => {
    /** Once it is set, bytes may have been sent. */
    let controller: Dispatcher.DispatchController | null = null;
    let arrivals: Arrivals | null = null;
    const fail = (error: unknown): void => {
      const begun = controller !== null;
      reject(begun && signal.aborted ? signal.reason : new ConnectionError(error, !begun || wasNeverConnected(error)));
    };
    const abort = (): void => {
      // A connection that is still being made cannot be aborted, but there is no need to wait for it.
      fail(signal.reason);
      controller?.abort(signal.reason);
    };
    const end = (error: Error | null): void => {
      signal.removeEventListener('abort', abort);
      arrivals?.end(error);
      if (error !== null) fail(error);
    };
    if (signal.aborted) return fail(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    dispatcher.dispatch(request, {
      onRequestStart(started) {
        if (signal.aborted) started.abort(signal.reason);
        else controller = started;
      },
      onResponseStart(started, status, headers) {
        if (status < 200) return;
        arrivals = openArrivals(started);
        const lines = (name: string): readonly string[] => [headers[name] ?? []].flat().map(asUtf8);
        const header = (name: string): string | null => lines(name.toLowerCase())[0] ?? null;
        const encodings = contentEncodings(lines('content-encoding').join());
        resolve({ status, header, encodings, body: arrivals.body });
      },
      onResponseData: (_, chunk) => arrivals?.add(chunk),
      onResponseEnd: () => end(null),
      onResponseError: (_, error) => end(error),
    });
  });
}

async function createAgent(env: Environment, options: Agent.Options): Promise<Dispatcher> {
  const proxies = proxiesOf(env);
  if (proxies.httpProxy === '' && proxies.httpsProxy === '') return new Agent(options);
  // A proxy agent needs prototypes that only undici's index sets up, so only runners with a proxy load it.
  const { EnvHttpProxyAgent } = await import('undici');
  return new EnvHttpProxyAgent({ ...options, ...proxies, connectTimeout: CONNECT_TIMEOUT_MS, proxyTls: TLS });
}

/** The connections to one origin. Undici says how to make them: directly, or through the tunnel of a proxy. */
function openPool(origin: string | URL, options: object): Dispatcher {
  const connect: unknown = 'connect' in options ? options.connect : null;
  if (!isConnector(connect)) throw new TypeError('undici says no longer how it connects');
  return new Pool(origin, {
    ...options,
    connect: (target, done) =>
      connect(target, (...made) => (made[0] === null ? done(null, withoutInterim(made[1])) : done(...made))),
  });
}

function isConnector(value: unknown): value is buildConnector.connector {
  return typeof value === 'function';
}

/** Undici reads headers as Latin-1, but servers write other characters as UTF-8. */
function asUtf8(header: string): string {
  if (!/[\u0080-\u00ff]/.test(header)) return header;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(header, 'latin1'));
  } catch {
    return header;
  }
}

/** The body as text. Throws ConnectionError if it breaks off or exceeds `maxBytes`, or the signal's reason. */
export async function readText(response: HttpResponse, maxBytes: number, signal: AbortSignal): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const arrived of decode(response.body, response.encodings, maxBytes)) {
      bytes += arrived.reduce((sum, { length }) => sum + length, 0);
      if (bytes > maxBytes) throw new Error(`the response is larger than ${maxBytes} bytes`);
      chunks.push(...arrived);
    }
  } catch (error) {
    response.body.drop();
    signal.throwIfAborted();
    throw error instanceof EncodingError
      ? new ConnectionError(error, false, 'the response cannot be read')
      : new ConnectionError(error, false);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** A Retry-After header (RFC 9110: seconds, or an HTTP date) as milliseconds from `date`; null if missing or unreadable. */
export function retryAfter(header: string | null, date: number): number | null {
  if (header === null) return null;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000;
  // Date.parse also accepts `-1` and `1.5`.
  const at = /[a-z]{3}/i.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - date);
}

const NEVER_CONNECTED =
  /^(UND_ERR_CONNECT_TIMEOUT|UND_ERR_PRX_TLS|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|CERT_.*|ERR_TLS_CERT_.*|.*_CERT(_.*)?|UNABLE_TO_.*)$/;

/** OpenSSL's handshake errors. Others can come later, when the server already has the request. */
const HANDSHAKE =
  /wrong.version.number|(unsupported|unknown).protocol|no.protocols.available|handshake.failure|protocol.version|unrecognized.name/i;

// The name look-up, the connection, the TLS handshake and a proxy's CONNECT come before the first byte of the request.
function wasNeverConnected(error: unknown): boolean {
  return causes(error).some((cause) => {
    if ('syscall' in cause && (cause.syscall === 'connect' || cause.syscall === 'getaddrinfo')) return true;
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
    if (NEVER_CONNECTED.test(code)) return true;
    const message = 'message' in cause ? String(cause.message) : '';
    if (/^(EPROTO|ERR_SSL_.*)$/.test(code)) return HANDSHAKE.test(`${code} ${message}`);
    return /HTTP Tunneling|Proxy Authentication Required|before secure TLS connection/i.test(message);
  });
}
