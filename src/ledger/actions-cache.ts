// Stores records in GitHub's Actions cache, by calling the cache service directly. An entry is the text of the record, not an archive, so it needs no tar, zstd or path.
// Source: actions/toolkit, packages/cache (cacheTwirpClient.ts for version 2 of the service, cacheHttpClient.ts for version 1).
import { createHash, randomUUID } from 'node:crypto';
import { ConnectionError, type Http, readText, retryAfter } from '../http/client.ts';
import { type Json, parseJsonObject } from '../lib/json.ts';
import type { Clock } from '../lib/ports.ts';
import { timeLimit } from '../lib/time-limit.ts';
import { type RecordStore, StoreConflict, StoreRefused, StoreSilent } from './store.ts';

type Environment = Readonly<Record<string, string | undefined>>;

interface CacheOptions {
  readonly env: Environment;
  readonly http: () => Promise<Http>;
  readonly clock: Clock;
}

/** The service finds an entry only by the version with which it was saved. Ours is constant: it does not depend on what the runner has installed. */
const VERSION = createHash('sha256').update('runcomfy-action record 1').digest('hex');

const CALL_LIMIT_MS = 6_000;
/** A record of 20,000 requests is about 4 MB. */
const MAX_BYTES = 32 * 1024 * 1024;

interface Found {
  readonly key: string;
  readonly url: URL;
}

type Write = (record: Buffer, signal: AbortSignal) => Promise<void>;

/** The calls that both versions of the service offer. */
interface Service {
  /** The newest entry whose key starts with `prefix`; null if there is none. */
  find(prefix: string, signal: AbortSignal): Promise<Found | null>;
  /** Reserves a key, so that no other writer can use it. Throws StoreConflict if the key is taken. */
  reserve(key: string, bytes: number, signal: AbortSignal): Promise<Write>;
}

/** null if the runner has no cache service, or no token for it. */
export function createActionsCache({ env, http, clock }: CacheOptions): RecordStore | null {
  const token = env.ACTIONS_RUNTIME_TOKEN ?? '';
  if (token === '') return null;
  const call = caller(http, clock);
  const service = serviceOf(env, token, call);
  if (service === null) return null;
  return {
    async load(name, signal, wanted) {
      const found = await service.find(`${name}-${wanted ?? ''}`, signal);
      if (found === null) return null;
      const { status, text } = await call({ method: 'GET', url: found.url, signal });
      if (status !== 200) throw new StoreSilent(`HTTP ${status} for the entry`);
      const [, revision] = /^-(\d{1,9})$/.exec(found.key.slice(name.length)) ?? [];
      return { text, revision: Number(revision ?? 0) };
    },
    async save(name, { text, revision }, signal) {
      const bytes = Buffer.from(text);
      // Entries cannot be changed, so each revision is a new entry. A key can be reserved only once, which keeps writers from overwriting each other.
      const write = await service.reserve(`${name}-${revision}`, bytes.length, signal);
      await write(bytes, signal);
    },
    async probe(name, signal) {
      await service.reserve(`${name}/probe-${randomUUID()}`, 1, signal);
    },
  };
}

function serviceOf(env: Environment, token: string, call: Caller): Service | null {
  const results = URL.parse(env.ACTIONS_RESULTS_URL ?? '');
  if (env.ACTIONS_CACHE_SERVICE_V2 && results !== null) return twirpService(results, token, call);
  const cache = URL.parse(env.ACTIONS_CACHE_URL ?? '');
  return cache === null ? null : artifactCacheService(cache, token, call);
}

/** Version 2: github.actions.results.api.v1.CacheService, with Azure blobs behind signed URLs. */
function twirpService(origin: URL, token: string, call: Caller): Service {
  async function ask(method: string, message: Json, signal: AbortSignal): Promise<Json> {
    const reply = await call({
      method: 'POST',
      url: new URL(`/twirp/github.actions.results.api.v1.CacheService/${method}`, origin),
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(message),
      signal,
    });
    return answered(reply);
  }
  return {
    async find(prefix, signal) {
      const message = { key: prefix, restore_keys: [prefix], version: VERSION };
      const found = await ask('GetCacheEntryDownloadURL', message, signal);
      // `ok: false` means both "not found" and "not allowed".
      if (found.ok !== true) {
        if (/denied|permission|scope|not allowed/i.test(said(found))) throw new StoreRefused(said(found));
        return null;
      }
      const key = String(found.matched_key ?? found.matchedKey ?? '');
      return { key, url: addressIn(found.signed_download_url ?? found.signedDownloadUrl) };
    },
    async reserve(key, _bytes, signal) {
      const created = await ask('CreateCacheEntry', { key, version: VERSION }, signal);
      if (created.ok !== true) throw new StoreRefused(said(created) || 'the service did not accept the entry');
      const url = addressIn(created.signed_upload_url ?? created.signedUploadUrl);
      return async (record, within) => {
        // Azure: Put Blob.
        const headers = { 'x-ms-blob-type': 'BlockBlob', 'content-type': 'application/octet-stream' };
        accepted(await call({ method: 'PUT', url, headers, body: record, signal: within }));
        const message = { key, size_bytes: String(record.length), version: VERSION };
        const finalized = await ask('FinalizeCacheEntryUpload', message, within);
        if (finalized.ok !== true) throw new StoreSilent(said(finalized) || 'the service did not keep the entry');
      };
    },
  };
}

/** Version 1: GitHub Enterprise Server, Gitea and act. */
function artifactCacheService(origin: URL, token: string, call: Caller): Service {
  const at = (path: string): URL =>
    new URL(`${origin.pathname.replace(/\/$/, '')}/_apis/artifactcache/${path}`, origin);
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json;api-version=6.0-preview.1' };
  const posted = { ...headers, 'content-type': 'application/json' };
  return {
    async find(prefix, signal) {
      const url = at(`cache?keys=${encodeURIComponent(prefix)}&version=${VERSION}`);
      const reply = await call({ method: 'GET', url, headers, signal });
      if (reply.status === 204 || reply.status === 404) return null;
      const { archiveLocation, cacheKey } = answered(reply);
      return { key: String(cacheKey ?? ''), url: addressIn(archiveLocation) };
    },
    async reserve(key, cacheSize, signal) {
      const reserved = await call({
        method: 'POST',
        url: at('caches'),
        headers: posted,
        body: JSON.stringify({ key, version: VERSION, cacheSize }),
        signal,
      });
      const { cacheId } = answered(reserved);
      if (typeof cacheId !== 'number' && typeof cacheId !== 'string')
        throw new StoreSilent('a response without cacheId');
      return async (record, within) => {
        const range = { 'content-type': 'application/octet-stream', 'content-range': `bytes 0-${record.length - 1}/*` };
        const url = at(`caches/${cacheId}`);
        accepted(await call({ method: 'PATCH', url, headers: { ...headers, ...range }, body: record, signal: within }));
        const body = JSON.stringify({ size: record.length });
        accepted(await call({ method: 'POST', url, headers: posted, body, signal: within }));
      };
    },
  };
}

interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  readonly signal: AbortSignal;
}

interface Reply {
  readonly status: number;
  readonly text: string;
}

type Caller = (call: Call) => Promise<Reply>;

/** Throws StoreSilent for no response, HTTP 408, 425, 429 and 5xx. The caller handles every other response. */
function caller(http: () => Promise<Http>, clock: Clock): Caller {
  return async ({ signal, ...request }) => {
    const late = (): Error => new Error(`no response within ${CALL_LIMIT_MS / 1000} s`);
    const limit = timeLimit(clock, CALL_LIMIT_MS, late, signal);
    try {
      const response = await (await http()).send({ ...request, signal: limit.signal });
      const text = await readText(response, MAX_BYTES, limit.signal);
      const { status } = response;
      const words = `HTTP ${status}${text === '' ? '' : `, ${said(parseJsonObject(text) ?? {})}`}`.replace(/, $/, '');
      if (status === 408 || status === 425 || status === 429 || status >= 500)
        throw new StoreSilent(words, retryAfter(response.header('retry-after'), clock.date()));
      return { status, text };
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof StoreSilent) throw error;
      const words =
        error instanceof ConnectionError ? error.message.replace(/\.$/, '') : String(limit.signal.reason ?? error);
      throw new StoreSilent(words.replace(/^Error: /, ''), null, { cause: error });
    } finally {
      limit.end();
    }
  };
}

function accepted({ status }: Reply): void {
  if (status >= 400) throw new StoreRefused(`HTTP ${status}`);
  if (status >= 300) throw new StoreSilent(`HTTP ${status}`);
}

function answered(reply: Reply): Json {
  const body = parseJsonObject(reply.text);
  if (reply.status === 409) throw new StoreConflict('the key is taken');
  // A service without this endpoint returns 404. Retrying cannot help.
  if (reply.status >= 400) throw new StoreRefused(`HTTP ${reply.status}${body === null ? '' : `, ${said(body)}`}`);
  if (body === null) throw new StoreSilent(`HTTP ${reply.status} without JSON`);
  return body;
}

function said({ message, msg }: Json): string {
  const words = typeof message === 'string' ? message : typeof msg === 'string' ? msg : '';
  return words.replace(/\s+/g, ' ').trim().slice(0, 200);
}

function addressIn(value: unknown): URL {
  const url = typeof value === 'string' ? URL.parse(value) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) throw new StoreSilent('a response without a URL');
  return url;
}
