// The cache service before version 2, as in local runners (act, Gitea): behind ACTIONS_CACHE_URL, with uploads in chunks and a plain download.
import {
  type Answer,
  type CallName,
  type Complain,
  json,
  parseObject,
  type Room,
  type Target,
  type Visit,
} from '../wire.ts';
import type { CacheEntry } from './cache.ts';
import { runtimeToken } from './twirp.ts';

interface Reservation {
  readonly key: string;
  readonly version: string;
  bytes: Buffer;
}

const BASE = '/_apis/artifactcache/';

/** The service's room, and its entries. Entries never change, and the key of a version is taken once it is reserved. */
export class CacheV1 {
  /** Oldest first. */
  readonly entries: CacheEntry[] = [];
  readonly #origin: string;
  readonly #complain: Complain;
  readonly #reservations = new Map<string, Reservation>();
  #lastId = 0;

  constructor(origin: string, complain: Complain) {
    this.#origin = origin;
    this.#complain = complain;
  }

  readonly room: Room = (target) => {
    if (!target.url.pathname.startsWith(BASE)) return null;
    const visit = this.#visit(target, target.url.pathname.slice(BASE.length));
    // The URLs of archives are secret themselves.
    if (visit === null || visit.name === 'cache-download') return visit;
    if (target.headers.authorization === `Bearer ${runtimeToken()}`) return visit;
    this.#complain(`${visit.name}: wrong or missing runtime token`);
    return { ...visit, answer: () => json(401, { message: 'unauthorized' }) };
  };

  #visit({ method, url, headers }: Target, path: string): Visit | null {
    const visit = (name: CallName, answer: Visit['answer']): Visit => ({ name, answer });
    const [, id = ''] = /^caches\/(\d+)$/.exec(path) ?? [];
    const [, index] = /^archives\/(\d+)$/.exec(path) ?? [];
    if (method === 'GET' && path === 'cache') return visit('cache-lookup', () => this.#find(url.searchParams));
    if (method === 'POST' && path === 'caches') return visit('cache-create', (body) => this.#reserve(body));
    if (method === 'PATCH' && id !== '')
      return visit('cache-upload', (body) => this.#append(id, headers['content-range'], body));
    if (method === 'POST' && id !== '') return visit('cache-finalize', (body) => this.#commit(id, body));
    if (method !== 'GET' || index === undefined) return null;
    const bytes = this.entries[Number(index)]?.bytes;
    return visit('cache-download', () => (bytes ? { status: 200, body: bytes } : json(404, {})));
  }

  #find(query: URLSearchParams): Answer {
    const version = query.get('version');
    for (const key of query.get('keys')?.split(',') ?? []) {
      const fits = ({ key: saved, version: of }: CacheEntry): boolean => of === version && saved.startsWith(key);
      const index = this.entries.findLastIndex((entry) => fits(entry) && entry.key === key);
      const found = index < 0 ? this.entries.findLastIndex(fits) : index;
      if (found < 0) continue;
      const archiveLocation = `${this.#origin}${BASE}archives/${found}`;
      return json(200, { result: 'hit', archiveLocation, cacheKey: this.entries[found]?.key });
    }
    return { status: 204, body: Buffer.alloc(0) };
  }

  #reserve(body: Buffer): Answer {
    const { key, version } = parseObject(body) ?? {};
    const one = { key: String(key), version: String(version) };
    const taken = [...this.#reservations.values(), ...this.entries].some(
      (other) => other.key === one.key && other.version === one.version,
    );
    if (taken)
      return json(409, { message: `Unable to reserve cache with key ${one.key}, another job may be creating it` });
    this.#lastId += 1;
    this.#reservations.set(String(this.#lastId), { ...one, bytes: Buffer.alloc(0) });
    return json(200, { cacheId: this.#lastId });
  }

  #append(id: string, range: string | undefined, body: Buffer): Answer {
    const reserved = this.#reservations.get(id);
    if (!reserved) return json(404, { message: `cache ${id}: not reserved` });
    if (range !== `bytes ${reserved.bytes.length}-${reserved.bytes.length + body.length - 1}/*`)
      this.#complain(`cache-upload ${reserved.key}: the range ${range} is not that of the bytes`);
    reserved.bytes = Buffer.concat([reserved.bytes, body]);
    return json(200, {});
  }

  #commit(id: string, body: Buffer): Answer {
    const reserved = this.#reservations.get(id);
    if (!reserved) return json(404, { message: `cache ${id}: not reserved` });
    if (parseObject(body)?.size !== reserved.bytes.length)
      this.#complain(`cache-finalize ${reserved.key}: the size is not that of the bytes that were uploaded`);
    this.#reservations.delete(id);
    this.entries.push({ ...reserved, createdAt: new Date().toISOString() });
    return json(200, {});
  }
}
