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
  /** Sent as well, and stronger than what the server would send: a wrong content-length, a location, a content-disposition ... */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Files {
  readonly room: Room;
  /** Serves a file at `/files/<path>`; answers its absolute URL, a query included. */
  host(path: string, file: HostedFile): string;
}

export function openFiles(origin: string, complain: Complain): Files {
  const files = new Map<string, HostedFile>();

  return {
    host(path, file) {
      const url = new URL(`${origin}/files/${path.replace(/^\//, '')}`);
      files.set(url.pathname, file);
      return url.href;
    },
    room({ method, url, headers }) {
      if (method !== 'GET' || !url.pathname.startsWith('/files/')) return null;
      if (headers.authorization !== undefined) complain(`file ${url.pathname}: was sent an Authorization header`);
      const file = files.get(url.pathname);
      return {
        name: 'file',
        answer: () => (file ? serve(file) : json(404, { message: 'no such file' })),
      };
    },
  };
}

async function serve(file: HostedFile): Promise<Answer> {
  const body = typeof file.body === 'function' ? await file.body() : file.body;
  const length = body instanceof Readable ? {} : { 'content-length': String(body.length) };
  const type = file.type === undefined ? {} : { 'content-type': file.type };
  return { status: file.status ?? 200, headers: { ...length, ...type, ...file.headers }, body };
}
