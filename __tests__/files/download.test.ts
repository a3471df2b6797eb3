// One file of a result over real HTTP: complete, limited in size, continued after an interruption, and without our token.
import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { createServer as createTcpServer, type Server } from 'node:net';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import type { Fault } from '../../simulator/faults.ts';
import { type Simulator, startSimulator } from '../../simulator/server.ts';
import { type Downloaded, type DownloadOptions, download } from '../../src/files/download.ts';
import { isGone } from '../../src/files/lost-file.ts';
import { createHttp } from '../../src/http/client.ts';
import { type VirtualClock, virtualClock } from '../helpers/clock.ts';
import { type Folder, openFolder } from '../helpers/folders.ts';
import { jpg, png } from '../helpers/media.ts';
import { settled, until } from '../helpers/until.ts';

const FILE = png(64, 64);

interface Shelf extends AsyncDisposable {
  readonly simulator: Simulator;
  readonly clock: VirtualClock;
  readonly folder: Folder;
  readonly stop: AbortController;
  /** Where the file goes. */
  readonly path: string;
  fetch(url: string, options?: Partial<DownloadOptions> & { readonly to?: string }): Promise<Downloaded>;
}

async function openShelf(): Promise<Shelf> {
  const simulator = await startSimulator();
  const folder = await openFolder();
  const clock = virtualClock({ reachMs: 600_000 });
  const http = clock.watching(await createHttp({}));
  const stop = new AbortController();
  const file = path.join(folder.path, 'file');
  const rules = { apiUrl: new URL(simulator.url), allowed: [] };
  return {
    simulator,
    clock,
    folder,
    stop,
    path: file,
    fetch: (url, { to = file, ...options } = {}) =>
      download(url, to, { http, clock, rules, maxBytes: 1_000_000, signal: stop.signal, ...options }),
    async [Symbol.asyncDispose]() {
      await http.close();
      await simulator[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

async function expectWhole(shelf: Shelf, downloaded: Downloaded): Promise<void> {
  expect(await readFile(shelf.path)).toEqual(FILE);
  expect(downloaded).toEqual({ bytes: FILE.length, sha256: createHash('sha256').update(FILE).digest('hex') });
}

test('a file is saved unchanged, with its size and hash, and the token is not sent', async () => {
  await using shelf = await openShelf();
  await expectWhole(shelf, await shelf.fetch(shelf.simulator.host('a.png?sig=1', { body: FILE })));
  const [call] = shelf.simulator.calls;
  expect(call).toMatchObject({ method: 'GET', path: '/files/a.png?sig=1' });
  expect(call?.headers).not.toHaveProperty('authorization');
  expect(call?.headers).not.toHaveProperty('cookie');
});

test('a file without a content length is saved to its end', async () => {
  await using shelf = await openShelf();
  const url = shelf.simulator.host('a.png', { body: () => Readable.from([FILE.subarray(0, 99), FILE.subarray(99)]) });
  await expectWhole(shelf, await shelf.fetch(url));
});

test('a large file is hashed in a thread, which also ends after a truncated one', async () => {
  await using shelf = await openShelf();
  const large = Buffer.alloc(65 * 1024 ** 2, FILE);
  const sha256 = createHash('sha256').update(large).digest('hex');
  shelf.simulator.fault('file', { kind: 'truncate' });
  const url = shelf.simulator.host('large.png', { body: large });
  await expect(shelf.fetch(url, { maxBytes: large.length })).resolves.toEqual({ bytes: large.length, sha256 });
  expect((await readFile(shelf.path)).equals(large)).toBe(true);
});

test('without a thread, a large file is still hashed', async () => {
  await using folder = await openFolder();
  const digest = path.resolve(import.meta.dirname, '../../src/files/digest.ts');
  const script = await folder.write(
    'script.ts',
    `import { digestOf } from ${JSON.stringify(pathToFileURL(digest).href)};
    const digest = digestOf('nowhere', 100_000_000);
    await digest.add([Buffer.from('${'runcomfy'.repeat(9)}')]);
    console.log(await digest.hex());`,
  );
  const { stdout } = await promisify(execFile)(process.execPath, ['--permission', '--allow-fs-read=*', script]);
  expect(stdout.trim()).toBe(createHash('sha256').update('runcomfy'.repeat(9)).digest('hex'));
});

test.each<{ name: string; fault: Fault; times: number }>([
  { name: 'cut in the middle', fault: { kind: 'truncate' }, times: 4 },
  { name: 'without an answer', fault: { kind: 'drop-before' }, times: 4 },
  { name: 'a gateway page', fault: { kind: 'html' }, times: 4 },
  { name: '404, because the CDN does not know a new file yet', fault: { kind: 'reply', status: 404 }, times: 4 },
  { name: '403', fault: { kind: 'reply', status: 403 }, times: 4 },
  { name: '202, because it is still being made', fault: { kind: 'reply', status: 202 }, times: 4 },
  { name: '401', fault: { kind: 'reply', status: 401 }, times: 4 },
  { name: '410, which only counts when it is repeated', fault: { kind: 'reply', status: 410 }, times: 3 },
  { name: '425', fault: { kind: 'reply', status: 425 }, times: 9 },
  { name: '429', fault: { kind: 'reply', status: 429, headers: { 'retry-after': '90' } }, times: 1 },
  { name: '503', fault: { kind: 'reply', status: 503 }, times: 1 },
])('fetched again: $name', async ({ fault, times }) => {
  await using shelf = await openShelf();
  shelf.simulator.fault('file', fault, times);
  await expectWhole(shelf, await shelf.fetch(shelf.simulator.host('a.png', { body: FILE })));
  expect(shelf.simulator.calls).toHaveLength(times + 1);
  expect(shelf.clock.now()).toBeGreaterThanOrEqual(fault.kind === 'reply' && fault.headers ? 90_000 : 250);
});

test.each<{ name: string; fault: Fault; says: RegExp; seconds: number; gone?: boolean }>([
  { name: 'cut off, after two minutes', fault: { kind: 'truncate', share: 0 }, says: /connection broke/, seconds: 120 },
  { name: '503, after two minutes', fault: { kind: 'reply', status: 503 }, says: /HTTP 503/, seconds: 120 },
  { name: 'missing', fault: { kind: 'reply', status: 404 }, says: /HTTP 404/, seconds: 20, gone: true },
  { name: 'gone', fault: { kind: 'reply', status: 410 }, says: /HTTP 410/, seconds: 10, gone: true },
  { name: 'not for us', fault: { kind: 'reply', status: 403 }, says: /HTTP 403/, seconds: 20 },
  { name: 'not ready', fault: { kind: 'reply', status: 202 }, says: /HTTP 202/, seconds: 20 },
  { name: 'refused', fault: { kind: 'reply', status: 400 }, says: /HTTP 400/, seconds: 10 },
  { name: 'empty', fault: { kind: 'reply', status: 204 }, says: /HTTP 204/, seconds: 10 },
  { name: 'a part that was not requested', fault: { kind: 'reply', status: 206 }, says: /HTTP 206/, seconds: 10 },
])('given up: $name', async ({ fault, says, seconds, gone = false }) => {
  await using shelf = await openShelf();
  shelf.simulator.fault('file', fault, 99);
  const url = shelf.simulator.host('a.png?sig=secret', { body: FILE });
  const failure = await shelf.fetch(url).catch((error: unknown) => error);
  expect(failure).toMatchObject({ kind: 'download-failed', message: expect.stringMatching(says) });
  expect(String(failure)).not.toContain('secret');
  expect(isGone(Object(failure))).toBe(gone);
  expect(shelf.simulator.calls.length).toBeGreaterThanOrEqual(4);
  expect(shelf.clock.now()).toBeGreaterThanOrEqual(seconds * 1000);
  expect(shelf.clock.now()).toBeLessThan(seconds * 1500);
  expect(existsSync(shelf.path)).toBe(false);
});

const MEGABYTE = 1024 ** 2;

test.each<{ name: string; ranges: 'etag' | 'last-modified'; bytes: number }>([
  { name: 'by its ETag', ranges: 'etag', bytes: MEGABYTE },
  { name: 'by its date', ranges: 'last-modified', bytes: MEGABYTE },
  { name: 'small', ranges: 'etag', bytes: 1000 },
  { name: 'large, hashed in a thread', ranges: 'etag', bytes: 65 * MEGABYTE },
])('a file that breaks off at 60 %, several times, continues where it stopped: $name', async ({ ranges, bytes }) => {
  await using shelf = await openShelf();
  const body = Buffer.alloc(bytes, FILE);
  shelf.simulator.fault('file', { kind: 'truncate', share: 0.6 }, 5);
  const downloaded = await shelf.fetch(shelf.simulator.host('a.png', { body, ranges }), { maxBytes: bytes });
  expect(downloaded).toEqual({ bytes, sha256: createHash('sha256').update(body).digest('hex') });
  expect((await readFile(shelf.path)).equals(body)).toBe(true);
  const starts = shelf.simulator.calls.map(({ headers }) => Number(/\d+/.exec(headers.range ?? '0')?.[0]));
  expect(starts).toHaveLength(6);
  expect(starts).toEqual([...new Set(starts)].sort((one, other) => one - other));
  expect(starts[1]).toBe(Math.ceil(bytes * 0.6));
  expect(shelf.simulator.calls.map(({ status }) => status)).toEqual([200, 206, 206, 206, 206, 206]);
});

test('progress renews the patience with broken connections, but not forever', async () => {
  await using shelf = await openShelf();
  const body = Buffer.alloc(40 * MEGABYTE, FILE);
  shelf.simulator.fault('file', { kind: 'truncate', share: 0.05 }, 60);
  await expect(shelf.fetch(shelf.simulator.host('a.png', { body }), { maxBytes: body.length })).resolves.toMatchObject({
    bytes: body.length,
  });
  shelf.simulator.fault('file', { kind: 'truncate', share: 0.000_01 }, 60);
  const crumbs = shelf.fetch(shelf.simulator.host('b.png', { body }), {
    maxBytes: body.length,
    to: `${shelf.path}-2`,
  });
  await expect(crumbs).rejects.toMatchObject({ kind: 'download-failed' });
});

async function addressOf(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/a.png`;
}

/** A server whose first response breaks off in the middle, and whose second is `second`. All others are normal. */
async function withOddServer(
  head: Readonly<Record<string, string>>,
  second: (response: ServerResponse) => void,
  use: (shelf: Shelf, url: string, asked: readonly IncomingHttpHeaders[]) => Promise<void>,
): Promise<void> {
  await using shelf = await openShelf();
  const asked: IncomingHttpHeaders[] = [];
  await using server = createServer(({ headers }, response) => {
    asked.push(headers);
    const whole = 'transfer-encoding' in head ? head : { 'content-length': String(FILE.length), ...head };
    if (asked.length === 1) response.writeHead(200, whole).write(FILE.subarray(0, HALF), () => response.destroy());
    else if (asked.length === 2) second(response);
    else response.writeHead(200, whole).end(FILE);
  });
  await use(shelf, await addressOf(server), asked);
  server.closeAllConnections();
}

const HALF = FILE.length >> 1;
const ETAG = { etag: '"one"', 'accept-ranges': 'bytes' };
const rangeOf = (start: number, total: number | string = FILE.length): Record<string, string> => ({
  ...ETAG,
  'content-range': `bytes ${start}-${FILE.length - 1}/${total}`,
  'content-length': String(FILE.length - start),
});

test.each<{ name: string; calls: number; second: (response: ServerResponse) => void }>([
  {
    name: 'the whole file after all',
    calls: 2,
    second: (response) => response.writeHead(200, { ...ETAG, etag: '"two"' }).end(FILE),
  },
  {
    name: 'a part of another file',
    calls: 3,
    second: (response) => response.writeHead(206, { ...rangeOf(HALF), etag: '"two"' }).end(FILE.subarray(HALF)),
  },
  {
    name: 'a part of an unnamed file',
    calls: 3,
    second: (response) =>
      response
        .writeHead(206, { 'content-range': `bytes ${HALF}-${FILE.length - 1}/${FILE.length}` })
        .end(FILE.subarray(HALF)),
  },
  {
    name: 'another part',
    calls: 3,
    second: (response) => response.writeHead(206, rangeOf(HALF + 1)).end(FILE.subarray(HALF + 1)),
  },
  {
    name: 'a part of a longer file',
    calls: 3,
    second: (response) => response.writeHead(206, rangeOf(HALF, FILE.length + 9)).end(FILE.subarray(HALF)),
  },
  {
    name: 'a part without its place',
    calls: 3,
    second: (response) => response.writeHead(206, ETAG).end(FILE.subarray(HALF)),
  },
  {
    name: 'an encoded part',
    calls: 3,
    second: (response) =>
      response
        .writeHead(206, { ...ETAG, 'content-range': rangeOf(HALF)['content-range'], 'content-encoding': 'gzip' })
        .end(gzipSync(FILE.subarray(HALF))),
  },
  {
    name: 'more than the rest',
    calls: 3,
    second: (response) =>
      response.writeHead(206, { ...ETAG, 'content-range': rangeOf(HALF)['content-range'] }).end(FILE),
  },
  { name: '416', calls: 3, second: (response) => response.writeHead(416, { 'content-range': 'bytes */9' }).end() },
  { name: '404 in between', calls: 3, second: (response) => response.writeHead(404).end() },
  {
    name: 'an unknown total',
    calls: 2,
    second: (response) => response.writeHead(206, rangeOf(HALF, '*')).end(FILE.subarray(HALF)),
  },
  {
    name: 'less than the rest',
    calls: 3,
    second: (response) =>
      response
        .writeHead(206, {
          ...rangeOf(HALF),
          'content-range': `bytes ${HALF}-${HALF + 9}/${FILE.length}`,
          'content-length': '10',
        })
        .end(FILE.subarray(HALF, HALF + 10)),
  },
])('asked for the rest, the server responds with $name: the file is complete', async ({ second, calls }) => {
  await withOddServer(ETAG, second, async (shelf, url, asked) => {
    await expectWhole(shelf, await shelf.fetch(url, { rules: { apiUrl: new URL(url), allowed: [] } }));
    expect(asked[1]).toMatchObject({ range: `bytes=${HALF}-`, 'if-range': '"one"', 'accept-encoding': 'identity' });
    expect(asked).toHaveLength(calls);
  });
});

test.each<{ name: string; head: Readonly<Record<string, string>> }>([
  { name: 'no validator', head: { 'accept-ranges': 'bytes' } },
  { name: 'a weak one', head: { etag: 'W/"one"', 'accept-ranges': 'bytes' } },
  {
    name: 'a date that is only just over',
    head: { date: 'Wed, 21 Oct 2015 07:28:00 GMT', 'last-modified': 'Wed, 21 Oct 2015 07:28:00 GMT' },
  },
  { name: 'no ranges', head: { ...ETAG, 'accept-ranges': 'none' } },
])('a server with $name is not asked for a part', async ({ head }) => {
  await withOddServer(
    head,
    (response) => response.writeHead(200).end(FILE),
    async (shelf, url, asked) => {
      await expectWhole(shelf, await shelf.fetch(url, { rules: { apiUrl: new URL(url), allowed: [] } }));
      expect(asked).toHaveLength(2);
      expect(asked[1]).not.toHaveProperty('range');
    },
  );
});

test('the limit holds over all parts together', async () => {
  await withOddServer(
    ETAG,
    (response) =>
      response
        .writeHead(206, { ...ETAG, 'content-range': `bytes ${HALF}-*/*`.replace('*', '9999999') })
        .end(Buffer.alloc(MEGABYTE)),
    async (shelf, url) => {
      const fetching = shelf.fetch(url, { rules: { apiUrl: new URL(url), allowed: [] }, maxBytes: FILE.length });
      await expect(fetching).resolves.toMatchObject({ bytes: FILE.length });
    },
  );
  const chunked = { 'transfer-encoding': 'chunked', ...ETAG };
  await withOddServer(
    { ...chunked },
    (response) =>
      response.writeHead(206, { ...ETAG, 'content-range': `bytes ${HALF}-9999999/*` }).end(Buffer.alloc(MEGABYTE)),
    async (shelf, url) => {
      const fetching = shelf.fetch(url, { rules: { apiUrl: new URL(url), allowed: [] }, maxBytes: FILE.length });
      await expect(fetching).rejects.toThrow('larger than');
    },
  );
});

/** Responds to the only request of each connection with the next of these, and then always with the last. `cut` resets instead of closing. */
function rawServer(
  answers: readonly { readonly head: string; readonly body?: readonly Buffer[]; readonly cut?: true }[],
) {
  let connections = 0;
  return createTcpServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', async () => {
      const { head, body = [], cut } = answers[Math.min(connections++, answers.length - 1)] ?? { head: '' };
      for (const piece of [Buffer.from(head), ...body]) {
        await new Promise((resolve) => socket.write(piece, resolve));
        await settled();
      }
      if (cut) socket.resetAndDestroy();
      else socket.end();
    });
  });
}

const WHOLE = { head: `HTTP/1.1 200 OK\r\ncontent-length: ${FILE.length}\r\n\r\n`, body: [FILE] };
const crumbs = Array.from({ length: Math.ceil(FILE.length / 10) }, (_, n) => FILE.subarray(n * 10, n * 10 + 10));
const chunk = (bytes: Buffer): Buffer[] => [
  Buffer.from(`${bytes.length.toString(16)}\r\n`),
  bytes,
  Buffer.from('\r\n'),
];
const CHUNKED = 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n';

test.each<{ name: string; answers: Parameters<typeof rawServer>[0] }>([
  { name: 'HTTP/1.0 without a length', answers: [{ head: 'HTTP/1.0 200 OK\r\n\r\n', body: [FILE] }] },
  {
    name: 'HTTP/1.1 until the connection closes',
    answers: [{ head: 'HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n', body: [FILE] }],
  },
  { name: 'a trickle', answers: [{ head: WHOLE.head, body: crumbs }] },
  { name: 'a reset instead of an end, although all has arrived', answers: [{ ...WHOLE, cut: true }] },
  { name: 'less than announced', answers: [{ head: WHOLE.head, body: [FILE.subarray(0, 99)] }, WHOLE] },
  {
    name: 'a length that is announced twice, and differently',
    answers: [{ head: 'HTTP/1.1 200 OK\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\n', body: [FILE] }, WHOLE],
  },
  {
    name: 'a length that is no number',
    answers: [{ head: 'HTTP/1.1 200 OK\r\ncontent-length: many\r\n\r\n', body: [FILE] }, WHOLE],
  },
  { name: 'chunks, cut before the last', answers: [{ head: CHUNKED, body: chunk(FILE) }, WHOLE] },
  {
    name: 'chunks, and rubbish among them',
    answers: [{ head: CHUNKED, body: [...chunk(FILE.subarray(0, 50)), Buffer.from('rubbish\r\n')] }, WHOLE],
  },
  { name: 'chunks, whole', answers: [{ head: CHUNKED, body: [...chunk(FILE), Buffer.from('0\r\n\r\n')] }] },
  { name: 'no HTTP at all', answers: [{ head: 'SSH-2.0-OpenSSH_9.6\r\n' }, WHOLE] },
  { name: 'a closed connection', answers: [{ head: '' }, { head: '', cut: true }, WHOLE] },
  { name: 'a busy answer', answers: [{ head: 'HTTP/1.1 503 Busy\r\ncontent-length: 0\r\n\r\n' }, WHOLE] },
])('on the wire, $name: the file is complete in the end', async ({ answers }) => {
  await using shelf = await openShelf();
  await using server = rawServer(answers);
  const url = await addressOf(server);
  await expectWhole(shelf, await shelf.fetch(url, { rules: { apiUrl: new URL(url), allowed: [] } }));
});

test('bytes after the announced end are not part of the file', async () => {
  await using shelf = await openShelf();
  await using server = rawServer([{ head: WHOLE.head, body: [FILE, Buffer.from('and more')] }]);
  const url = await addressOf(server);
  await expectWhole(shelf, await shelf.fetch(url, { rules: { apiUrl: new URL(url), allowed: [] } }));
});

const PACKERS: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  gzip: (bytes) => gzipSync(bytes),
  'x-gzip': (bytes) => gzipSync(bytes),
  'GZIP ': (bytes) => gzipSync(bytes),
  deflate: (bytes) => deflateSync(bytes),
  'deflate (raw)': (bytes) => deflateRawSync(bytes),
  br: (bytes) => brotliCompressSync(bytes),
  zstd: (bytes) => zstdCompressSync(bytes),
  'gzip, br': (bytes) => brotliCompressSync(gzipSync(bytes)),
  'identity, gzip': (bytes) => gzipSync(bytes),
};
const packers = Object.entries(PACKERS).map(([name, pack]) => ({ name, pack, encoding: name.replace(' (raw)', '') }));

test.each(packers)('a file encoded with $name is decoded', async ({ pack, encoding }) => {
  await using shelf = await openShelf();
  for (const ranges of ['etag', 'none'] as const) {
    const url = shelf.simulator.host('a.png', { body: pack(FILE), ranges, headers: { 'content-encoding': encoding } });
    shelf.simulator.fault('file', { kind: 'truncate', share: 0.6 });
    await expectWhole(shelf, await shelf.fetch(url));
    await rm(shelf.path);
  }
  expect(shelf.simulator.calls.map(({ headers }) => headers.range)).toEqual(Array(4).fill(undefined));
});

const LARGE = Buffer.concat(Array.from({ length: 40 }, () => randomBytes(4_000)));

test.each(packers.flatMap((packer) => [FILE, LARGE, jpg(32, 32)].map((body) => ({ ...packer, body }))))(
  'a file that is said to be packed by $name but is not is taken as it is',
  async ({ body, encoding }) => {
    await using shelf = await openShelf();
    const url = shelf.simulator.host('a', { body, headers: { 'content-encoding': encoding } });
    await expect(shelf.fetch(url)).resolves.toMatchObject({ bytes: body.length });
    expect((await readFile(shelf.path)).equals(body)).toBe(true);
  },
);

test.each([
  { name: 'by its address', path: 'scene.tar.gz', type: 'application/octet-stream' },
  { name: 'by its type', path: 'scene', type: 'application/x-gzip' },
])('a file that is a .gz itself, $name, is not decoded', async ({ path: at, type }) => {
  await using shelf = await openShelf();
  const body = gzipSync('runcomfy');
  const url = shelf.simulator.host(at, { body, type, headers: { 'content-encoding': 'gzip' } });
  await expect(shelf.fetch(url)).resolves.toMatchObject({ bytes: body.length });
});

test.each(packers)('a bomb encoded with $name is refused in time', async ({ pack, encoding }) => {
  await using shelf = await openShelf();
  const body = pack(Buffer.alloc(64 * MEGABYTE));
  expect(body.length).toBeLessThan(MEGABYTE);
  const url = shelf.simulator.host('a.png', { body, headers: { 'content-encoding': encoding } });
  await expect(shelf.fetch(url)).rejects.toMatchObject({ advice: expect.stringContaining('max-download-size') });
  expect(existsSync(shelf.path)).toBe(false);
});

test('a truncated encoding is downloaded again; an unknown encoding is named', async () => {
  await using shelf = await openShelf();
  const headers = { 'content-encoding': 'gzip' };
  shelf.simulator.fault('file', { kind: 'reply', status: 200, headers, body: gzipSync(FILE).subarray(0, -99) });
  await expectWhole(shelf, await shelf.fetch(shelf.simulator.host('a.png', { body: gzipSync(FILE), headers })));
  const odd = shelf.simulator.host('b.png', { body: FILE, headers: { 'content-encoding': 'compress' } });
  await expect(shelf.fetch(odd, { to: `${shelf.path}-2` })).rejects.toThrow('encoding "compress"');
  const often = shelf.simulator.host('c.png', {
    body: FILE,
    headers: { 'content-encoding': Array(9).fill('gzip').join() },
  });
  await expect(shelf.fetch(often, { to: `${shelf.path}-3` })).rejects.toThrow('encoded 9 times');
});

test('a redirect whose address is raw UTF-8 is followed', async () => {
  await using shelf = await openShelf();
  shelf.simulator.host('f%C3%A9erie.png', { body: FILE });
  const location = Buffer.from('/files/féerie.png').toString('latin1');
  await expectWhole(shelf, await shelf.fetch(shelf.simulator.host('a.png', moved(location))));
});

test.each([
  { name: 'announced', body: () => Promise.resolve(FILE), calls: 1 },
  { name: 'not announced', body: () => Readable.from([FILE.subarray(0, 3_000), FILE.subarray(3_000)]), calls: 1 },
])('a file that is too large, $name, is not downloaded completely, and not again', async ({ body, calls }) => {
  await using shelf = await openShelf();
  const refusal = shelf.fetch(shelf.simulator.host('a.png', { body }), { maxBytes: 2_048 });
  await expect(refusal).rejects.toMatchObject({
    kind: 'download-failed',
    advice: expect.stringContaining('max-download-size'),
  });
  await expect(refusal).rejects.toThrow('larger than 2.0 KB');
  expect(shelf.simulator.calls).toHaveLength(calls);
  expect(existsSync(shelf.path)).toBe(false);
});

test('a file that is announced as too large is not waited for', async () => {
  await using shelf = await openShelf();
  shelf.simulator.fault('file', { kind: 'slow', ms: 600_000 });
  const refusal = shelf.fetch(shelf.simulator.host('a.png', { body: FILE }), { maxBytes: 2_048 });
  await expect(refusal).rejects.toThrow('larger than 2.0 KB');
});

test('a file that is just as large as allowed is not too large', async () => {
  await using shelf = await openShelf();
  await expectWhole(shelf, await shelf.fetch(shelf.simulator.host('a.png', { body: FILE }), { maxBytes: FILE.length }));
});

const moved = (location: string, status = 302) => ({ body: Buffer.from('moved'), status, headers: { location } });

test.each([301, 302, 303, 307, 308])('a redirect with %d is followed', async (status) => {
  await using shelf = await openShelf();
  shelf.simulator.host('b.png', { body: FILE });
  await expectWhole(shelf, await shelf.fetch(shelf.simulator.host('a.png', moved('b.png?sig=1', status))));
  expect(shelf.simulator.calls.map((call) => call.path)).toEqual(['/files/a.png', '/files/b.png?sig=1']);
});

test('a redirect is only followed to an allowed host', async () => {
  await using elsewhere = await startSimulator();
  await using shelf = await openShelf();
  const away = elsewhere.host('a.png', { body: FILE });
  await expect(shelf.fetch(shelf.simulator.host('a.png', moved(away)))).rejects.toThrow('not https');
  await expect(shelf.fetch(shelf.simulator.host('b.png', moved('file:///etc/passwd')))).rejects.toThrow('not https');
  await expect(shelf.fetch(away)).rejects.toMatchObject({ kind: 'download-failed' });
  expect(elsewhere.calls).toEqual([]);
  expect(existsSync(shelf.path)).toBe(false);
});

test('a loop of redirects ends', async () => {
  await using shelf = await openShelf();
  await expect(shelf.fetch(shelf.simulator.host('a.png', moved('a.png')))).rejects.toThrow('more than 5 redirects');
  expect(shelf.simulator.calls).toHaveLength(6);
});

test('a cancelled run ends a download with its own reason, and nothing is left', async () => {
  await using shelf = await openShelf();
  shelf.simulator.fault('file', { kind: 'slow', ms: 600_000 });
  const fetching = shelf.fetch(shelf.simulator.host('a.png', { body: FILE }));
  await until(() => existsSync(shelf.path));
  const reason = new Error('cancelled');
  shelf.stop.abort(reason);
  await expect(fetching).rejects.toBe(reason);
  expect(existsSync(shelf.path)).toBe(false);
});

test('a very slow server is given up after twenty minutes', async () => {
  await using shelf = await openShelf();
  shelf.simulator.fault('file', { kind: 'slow', ms: 600_000 });
  const fetching = shelf.fetch(shelf.simulator.host('a.png', { body: FILE }));
  await until(() => existsSync(shelf.path));
  shelf.clock.advance(20 * 60_000);
  await expect(fetching).rejects.toMatchObject({
    kind: 'download-failed',
    message: expect.stringContaining('20 minutes'),
  });
  expect(existsSync(shelf.path)).toBe(false);
});

test('a path that cannot be written fails immediately: a retry would fail too', async () => {
  await using shelf = await openShelf();
  const url = shelf.simulator.host('a.png', { body: FILE });
  const to = path.join(shelf.folder.path, 'no such folder', 'file');
  await expect(shelf.fetch(url, { to })).rejects.toMatchObject({ kind: 'save-failed' });
  expect(shelf.simulator.calls).toEqual([]);
});
