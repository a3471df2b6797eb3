// Output files as RunComfy hosts them: public, no token, any bytes at any path below /files/.
import { Readable } from 'node:stream';
import { type Answer, type Complain, json, type Room } from './wire.ts';

export interface HostedFile {
  /** The bytes, or what makes them: asked anew at each download, so that nothing is made that nobody fetches. */
  readonly body: Buffer | (() => Readable | Promise<Buffer>);
  /** Content type; none is sent where it is missing. */
  readonly type?: string;
  /** Default 200. */
  readonly status?: number;
  /**
   * Sent as well, over what the server would send: a location, a disposition, a wrong content-length (one that promises
   * too much needs `connection: close`, or the client waits for the rest).
   */
  readonly headers?: Readonly<Record<string, string>>;
}

/** The room of hosted files. An unknown path is a 404 like any expired one, nothing unexpected. */
export class Files {
  readonly #origin: string;
  readonly #complain: Complain;
  readonly #byPath = new Map<string, HostedFile>();

  constructor(origin: string, complain: Complain) {
    this.#origin = origin;
    this.#complain = complain;
  }

  /** Serves a file at `/files/<path>`; answers its absolute URL, with the query if the path has one. */
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
    const file = this.#byPath.get(url.pathname);
    return { name: 'file', answer: () => (file ? serve(file) : json(404, { message: 'no such file' })) };
  };
}

async function serve(file: HostedFile): Promise<Answer> {
  const body = typeof file.body === 'function' ? await file.body() : file.body;
  const length = body instanceof Readable ? {} : { 'content-length': String(body.length) };
  const type = file.type === undefined ? {} : { 'content-type': file.type };
  return { status: file.status ?? 200, headers: { ...length, ...type, ...file.headers }, body };
}
