// The parts of Azure's blob storage that GitHub's artifact and cache services use: bytes behind signed URLs.
import { randomUUID } from 'node:crypto';
import type { Answer, CallName, Complain, Target, Visit } from '../wire.ts';

/** Names of a service's calls to its blobs, by method and `comp` of the query: `PUT block`, `GET`. */
export type BlobVerbs = Readonly<Record<string, CallName>>;

/** The bytes behind one signed URL, and the operations on them. */
export class SignedBlob {
  readonly url: string;
  /** The bytes that were put or committed last. */
  bytes: Buffer;
  /** The content type it was put with. */
  type: string | null = null;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #blocks = new Map<string, Buffer>();

  /** `address` is the URL without its signature; `headers` go out with every download. */
  constructor(
    address: string,
    bytes: Buffer = Buffer.alloc(0),
    headers: Readonly<Record<string, string>> = {},
    signature: string = randomUUID(),
  ) {
    this.url = `${address}?sig=${signature}`;
    this.bytes = bytes;
    this.#headers = headers;
  }

  /** Whether a URL is that of this blob, including the signature. Clients add the operation to the query. */
  isAt(url: URL): boolean {
    const own = new URL(this.url);
    return url.pathname === own.pathname && url.searchParams.get('sig') === own.searchParams.get('sig');
  }

  /** Carries out one call of Azure's API: Put Block, Put Block List, Put Blob, Get Blob. */
  answer({ method, url, headers }: Target, body: Buffer): Answer {
    if (method !== 'PUT') return this.#get();
    const operation = url.searchParams.get('comp');
    if (operation === 'block') {
      this.#blocks.set(url.searchParams.get('blockid') ?? '', body);
      return created;
    }
    // Azure's Put Blob: the kind of blob is required.
    if (operation === null && headers['x-ms-blob-type'] !== 'BlockBlob') return blobError(400, 'MissingRequiredHeader');
    const bytes = operation === 'blocklist' ? this.#join(body) : body;
    if (bytes === null) return blobError(400, 'InvalidBlockList');
    this.bytes = bytes;
    this.type = headers['x-ms-blob-content-type']?.toString() ?? null;
    return created;
  }

  #join(list: Buffer): Buffer | null {
    const ids = [...list.toString('utf8').matchAll(/<Latest>([^<]*)<\/Latest>/g)].map(([, id = '']) => id);
    const blocks = ids.flatMap((id) => this.#blocks.get(id) ?? []);
    return blocks.length < ids.length ? null : Buffer.concat(blocks);
  }

  #get(): Answer {
    const type = this.type ?? 'application/octet-stream';
    const headers = { ...this.#headers, 'content-type': type, 'content-length': String(this.bytes.length) };
    return { status: 200, headers, body: this.bytes };
  }
}

/** The visit of a call to one of these blobs; null if `verbs` has no such call. An unknown URL is refused. */
export function visitBlob(
  target: Target,
  verbs: BlobVerbs,
  blobs: readonly SignedBlob[],
  complain: Complain,
): Visit | null {
  const { method, url } = target;
  const name = verbs[`${method} ${url.searchParams.get('comp') ?? ''}`.trim()];
  if (!name) return null;
  const blob = blobs.find((candidate) => candidate.isAt(url));
  if (!blob) {
    complain(`${name} ${url.pathname}: no such blob, or a wrong signature`);
    return { name, answer: () => blobError(403, 'AuthenticationFailed') };
  }
  return { name, answer: (body) => blob.answer(target, body) };
}

const created: Answer = { status: 201, body: Buffer.alloc(0) };

/** Azure's form of an error. */
function blobError(status: number, code: string): Answer {
  const body = `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`;
  return { status, headers: { 'content-type': 'application/xml', 'x-ms-error-code': code }, body: Buffer.from(body) };
}
