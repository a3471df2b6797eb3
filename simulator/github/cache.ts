// GitHub's cache service, version 2: the Twirp calls that reserve, finalize and find entries, and their blobs.
import { type Answer, type CallName, type Complain, json, type Room } from '../wire.ts';
import { type BlobVerbs, SignedBlob, visitBlob } from './blobs.ts';
import { type Fields, refuse, visitTwirp } from './twirp.ts';

/** One saved entry. It never changes, because the service does not overwrite entries. */
export interface CacheEntry {
  readonly key: string;
  /** Hash of the paths as passed, and of the compression. An entry is only found under its own version. */
  readonly version: string;
  /** The uploaded bytes: an archive if @actions/cache made it. */
  readonly bytes: Buffer;
  /** RFC 3339. */
  readonly createdAt: string;
}

interface Reservation {
  readonly id: number;
  readonly key: string;
  readonly version: string;
  readonly blob: SignedBlob;
}

/**
 * The service's room, and its entries. All entries belong to one branch. To play a read-only token, use a
 * fault: `fault('cache-create', { kind: 'reply', status: 200, body: WRITE_DENIED })`.
 */
export class Cache {
  /** The current entries, oldest first. */
  readonly entries: readonly CacheEntry[];
  readonly #origin: string;
  readonly #complain: Complain;
  readonly #entries: CacheEntry[];
  readonly #reservations: Reservation[] = [];
  readonly #blobs: SignedBlob[] = [];
  #lastId = 5000;

  constructor(origin: string, entries: readonly CacheEntry[], complain: Complain) {
    this.#entries = entries.toSorted((a, b) => a.createdAt.localeCompare(b.createdAt));
    this.entries = this.#entries;
    this.#origin = origin;
    this.#complain = complain;
  }

  readonly room: Room = (target) => {
    if (target.url.pathname.startsWith('/caches/')) return visitBlob(target, blobVerbs, this.#blobs, this.#complain);
    const serve = (verb: CallName, fields: Fields) => this.#serve(verb, fields);
    return visitTwirp({ name: 'CacheService', verbs, complain: this.#complain, serve }, target);
  };

  #serve(verb: CallName, fields: Fields): Answer {
    if (verb === 'cache-create') return this.#create(fields);
    return verb === 'cache-finalize' ? this.#finalize(fields) : this.#lookup(fields);
  }

  /** A key is taken once it is reserved, even if nothing is ever uploaded. */
  #create(fields: Fields): Answer {
    if ([...this.#reservations, ...this.#entries].some((taken) => isSame(taken, fields))) {
      return refuse(409, 'already_exists', 'cache entry with the same key, version, and scope already exists');
    }
    this.#lastId += 1;
    const blob = this.#blob(this.#lastId);
    this.#reservations.push({ id: this.#lastId, key: String(fields.key), version: String(fields.version), blob });
    return json(200, { ok: true, signed_upload_url: blob.url });
  }

  #finalize(fields: Fields): Answer {
    const index = this.#reservations.findIndex((reservation) => isSame(reservation, fields));
    const [reservation] = index < 0 ? [] : this.#reservations.splice(index, 1);
    if (!reservation) return refuse(404, 'not_found', 'cache entry not found');
    const { id, key, version, blob } = reservation;
    if (fields.size_bytes !== String(blob.bytes.length)) {
      this.#complain(`cache-finalize ${key}: the size is not that of the bytes that were uploaded`);
    }
    this.#entries.push({ key, version, bytes: blob.bytes, createdAt: new Date().toISOString() });
    return json(200, { ok: true, entry_id: String(id) });
  }

  #lookup({ key, restore_keys: restoreKeys, version }: Fields): Answer {
    const prefixes = [key, ...(Array.isArray(restoreKeys) ? restoreKeys : [])].map(String);
    const entry = this.#find(String(key), prefixes, String(version));
    if (!entry) return json(200, { ok: false });
    this.#lastId += 1;
    const { url } = this.#blob(this.#lastId, entry.bytes);
    return json(200, { ok: true, signed_download_url: url, matched_key: entry.key });
  }

  #find(key: string, prefixes: readonly string[], version: string): CacheEntry | undefined {
    return newestMatch(
      this.#entries.filter((candidate) => candidate.version === version),
      key,
      prefixes,
    );
  }

  #blob(id: number, bytes?: Buffer): SignedBlob {
    const blob = new SignedBlob(`${this.#origin}/caches/${id}`, bytes);
    this.#blobs.push(blob);
    return blob;
  }
}

/** The response, with status 200, if the token of the run cannot write (such as that of issue_comment). */
export const WRITE_DENIED = { ok: false, message: 'cache write denied: token has no writable scopes' } as const;

/** GitHub's order: the key itself, then the newest entry that begins with the key, then with each restore key. */
function newestMatch(entries: readonly CacheEntry[], key: string, prefixes: readonly string[]): CacheEntry | undefined {
  const exact = entries.find((entry) => entry.key === key);
  if (exact) return exact;
  const prefix = prefixes.find((start) => entries.some((entry) => entry.key.startsWith(start)));
  return prefix === undefined ? undefined : entries.findLast((entry) => entry.key.startsWith(prefix));
}

function isSame(one: { readonly key: string; readonly version: string }, { key, version }: Fields): boolean {
  return one.key === key && one.version === version;
}

const verbs: Readonly<Record<string, CallName>> = {
  CreateCacheEntry: 'cache-create',
  FinalizeCacheEntryUpload: 'cache-finalize',
  GetCacheEntryDownloadURL: 'cache-lookup',
};

/**
 * One call each for small caches. Above 128 MiB, @actions/cache uploads in blocks. Downloads are plain too, because it
 * only uses Azure's SDK (a HEAD, then ranges) for URLs at blob.core.windows.net.
 */
const blobVerbs: BlobVerbs = { PUT: 'cache-upload', GET: 'cache-download' };
