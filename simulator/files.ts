// Output files as RunComfy hosts them: public, no token, any bytes at any path below /files/.
import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import { type Answer, type Complain, json, type Room } from './wire.ts';

export interface HostedFile {
  /** The bytes, or a function that makes them for each download, so that only downloaded files are made. */
  readonly body: Buffer | (() => Readable | Promise<Buffer>);
  /** Content type; not sent if missing. */
  readonly type?: string;
  /** Default 200. */
  readonly status?: number;
  /** Whether ranges are supported (RFC 9110, 14), and with which validator; default 'etag'. Streams do not support ranges. */
  readonly ranges?: 'etag' | 'last-modified' | 'none';
  /**
   * Other headers, which replace the server's own: a location, a disposition, a wrong content-length (if it is too large,
   * add `connection: close`, or the client waits for the rest).
   */
  readonly headers?: Readonly<Record<string, string>>;
}

/** The room of hosted files. An unknown path is a 404, like an expired one, and not unexpected. */
export class Files {
  readonly #origin: string;
  readonly #complain: Complain;
  readonly #byPath = new Map<string, HostedFile>();

  constructor(origin: string, complain: Complain) {
    this.#origin = origin;
    this.#complain = complain;
  }

  /** Serves a file at `/files/<path>`, and returns its absolute URL, with the query if the path has one. */
  host(path: string, file: HostedFile): string {
    const url = new URL(`${this.#origin}/files/${path.replace(/^\//, '')}`);
    this.#byPath.set(url.pathname, file);
    return url.href;
  }

  readonly room: Room = ({ method, url, headers }) => {
    if (method !== 'GET' || !url.pathname.startsWith('/files/')) return null;
    if (headers.authorization !== undefined) {
      this.#complain(`file ${url.pathname}: an Authorization header was sent to a file`);
    }
    if (headers.range !== undefined && headers['if-range'] === undefined) {
      this.#complain(`file ${url.pathname}: a part was asked for, of whatever stands there by now`);
    }
    const file = this.#byPath.get(url.pathname);
    return { name: 'file', answer: () => (file ? serve(file, headers) : json(404, { message: 'no such file' })) };
  };
}

async function serve(file: HostedFile, asked: IncomingHttpHeaders): Promise<Answer> {
  const body = typeof file.body === 'function' ? await file.body() : file.body;
  const type = file.type === undefined ? {} : { 'content-type': file.type };
  if (body instanceof Readable) return { status: file.status ?? 200, headers: { ...type, ...file.headers }, body };
  const headers = { ...validatorOf(body, file.ranges ?? 'etag'), ...type, ...file.headers };
  const part = file.status === undefined ? partOf(body, headers, asked) : null;
  if (part === 'none') return { status: 416, headers: { 'content-range': `bytes */${body.length}` }, body: EMPTY };
  if (part === null) {
    const length = { 'content-length': String(body.length) };
    return { status: file.status ?? 200, headers: { ...length, ...headers }, body };
  }
  const range = `bytes ${part}-${body.length - 1}/${body.length}`;
  const length = { 'content-length': String(body.length - part) };
  return { status: 206, headers: { ...headers, ...length, 'content-range': range }, body: body.subarray(part) };
}

const EMPTY = Buffer.alloc(0);

function validatorOf(body: Buffer, by: 'etag' | 'last-modified' | 'none'): Readonly<Record<string, string>> {
  if (by === 'none') return {};
  const validator =
    by === 'etag'
      ? { etag: `"${createHash('md5').update(body).digest('hex')}"` }
      : { 'last-modified': 'Wed, 21 Oct 2015 07:28:00 GMT' };
  return { 'accept-ranges': 'bytes', ...validator };
}

/** The start of the requested range; null for the whole file, also if the file has changed; 'none' after its end. */
function partOf(
  body: Buffer,
  headers: Readonly<Record<string, string>>,
  asked: IncomingHttpHeaders,
): number | 'none' | null {
  const start = /^bytes=(\d+)-$/.exec(asked.range ?? '')?.[1];
  if (start === undefined || headers['accept-ranges'] === undefined) return null;
  const condition = asked['if-range'];
  if (condition !== undefined && condition !== (headers.etag ?? headers['last-modified'])) return null;
  return Number(start) < body.length ? Number(start) : 'none';
}
