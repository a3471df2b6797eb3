// One file of a result over real HTTP: whole, bounded, fetched again when torn, and without our key.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import type { Fault } from '../../simulator/faults.ts';
import { type Simulator, startSimulator } from '../../simulator/server.ts';
import { createHttp } from '../../src/http.ts';
import { type Downloaded, type DownloadOptions, download } from '../../src/images/download.ts';
import { type VirtualClock, virtualClock } from '../helpers/clock.ts';
import { type Folder, openFolder } from '../helpers/folders.ts';
import { png } from '../helpers/media.ts';
import { until } from '../helpers/until.ts';

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
  const clock = virtualClock({ reachMs: 60_000 });
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
      download(url, to, { http, clock, rules, mostBytes: 1_000_000, signal: stop.signal, ...options }),
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

test('a file is saved as it is, and its size and hash are told; the token stays at home', async () => {
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

test('a large file is hashed in a thread of its own, which ends with a torn one', async () => {
  await using shelf = await openShelf();
  const large = Buffer.alloc(65 * 1024 ** 2, FILE);
  const sha256 = createHash('sha256').update(large).digest('hex');
  shelf.simulator.fault('file', { kind: 'truncate' });
  const url = shelf.simulator.host('large.png', { body: large });
  await expect(shelf.fetch(url, { mostBytes: large.length })).resolves.toEqual({ bytes: large.length, sha256 });
  expect((await readFile(shelf.path)).equals(large)).toBe(true);
});

test('where no thread can be had, a large file is hashed all the same', async () => {
  await using folder = await openFolder();
  const digest = path.resolve(import.meta.dirname, '../../src/images/digest.ts');
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
  { name: 'torn in the middle', fault: { kind: 'truncate' }, times: 4 },
  { name: 'without an answer', fault: { kind: 'drop-before' }, times: 4 },
  { name: 'a gateway page', fault: { kind: 'html' }, times: 4 },
  { name: '404, since the CDN knows a fresh file late', fault: { kind: 'reply', status: 404 }, times: 4 },
  { name: '403', fault: { kind: 'reply', status: 403 }, times: 1 },
  { name: '429', fault: { kind: 'reply', status: 429, headers: { 'retry-after': '30' } }, times: 1 },
  { name: '503', fault: { kind: 'reply', status: 503 }, times: 1 },
])('fetched again: $name', async ({ fault, times }) => {
  await using shelf = await openShelf();
  shelf.simulator.fault('file', fault, times);
  await expectWhole(shelf, await shelf.fetch(shelf.simulator.host('a.png', { body: FILE })));
  expect(shelf.simulator.calls).toHaveLength(times + 1);
  expect(shelf.clock.now()).toBeGreaterThanOrEqual(fault.kind === 'reply' && fault.headers ? 30_000 : 250);
});

test.each<{ name: string; fault: Fault; says: RegExp }>([
  { name: 'torn', fault: { kind: 'truncate' }, says: /connection broke/ },
  { name: 'missing', fault: { kind: 'reply', status: 404 }, says: /HTTP 404/ },
])('given up after five tries: $name', async ({ fault, says }) => {
  await using shelf = await openShelf();
  shelf.simulator.fault('file', fault, 99);
  const url = shelf.simulator.host('a.png?sig=secret', { body: FILE });
  const failure = await shelf.fetch(url).catch((error: unknown) => error);
  expect(failure).toMatchObject({ kind: 'download-failed', message: expect.stringMatching(says) });
  expect(String(failure)).not.toContain('secret');
  expect(shelf.simulator.calls).toHaveLength(5);
  expect(existsSync(shelf.path)).toBe(false);
});

test.each([{ status: 400 }, { status: 204 }, { status: 206 }, { status: 401 }, { status: 410 }])(
  'HTTP $status is final',
  async ({ status }) => {
    await using shelf = await openShelf();
    shelf.simulator.fault('file', { kind: 'reply', status });
    const url = shelf.simulator.host('a.png', { body: FILE });
    await expect(shelf.fetch(url)).rejects.toThrow(`HTTP ${status}`);
    expect(shelf.simulator.calls).toHaveLength(1);
  },
);

test.each([
  { name: 'announced', body: () => Promise.resolve(FILE), calls: 1 },
  { name: 'not announced', body: () => Readable.from([FILE.subarray(0, 3_000), FILE.subarray(3_000)]), calls: 1 },
])('a file larger than allowed, $name, is not fetched to its end, nor again', async ({ body, calls }) => {
  await using shelf = await openShelf();
  const refusal = shelf.fetch(shelf.simulator.host('a.png', { body }), { mostBytes: 2_048 });
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
  const refusal = shelf.fetch(shelf.simulator.host('a.png', { body: FILE }), { mostBytes: 2_048 });
  await expect(refusal).rejects.toThrow('larger than 2.0 KB');
});

test('a file that is just as large as allowed is not too large', async () => {
  await using shelf = await openShelf();
  await expectWhole(
    shelf,
    await shelf.fetch(shelf.simulator.host('a.png', { body: FILE }), { mostBytes: FILE.length }),
  );
});

const moved = (location: string, status = 302) => ({ body: Buffer.from('moved'), status, headers: { location } });

test.each([301, 302, 303, 307, 308])('a redirect with %d is followed', async (status) => {
  await using shelf = await openShelf();
  shelf.simulator.host('b.png', { body: FILE });
  await expectWhole(shelf, await shelf.fetch(shelf.simulator.host('a.png', moved('b.png?sig=1', status))));
  expect(shelf.simulator.calls.map((call) => call.path)).toEqual(['/files/a.png', '/files/b.png?sig=1']);
});

test('a redirect is followed only to where a result may be', async () => {
  await using elsewhere = await startSimulator();
  await using shelf = await openShelf();
  const away = elsewhere.host('a.png', { body: FILE });
  await expect(shelf.fetch(shelf.simulator.host('a.png', moved(away)))).rejects.toThrow('not https');
  await expect(shelf.fetch(shelf.simulator.host('b.png', moved('file:///etc/passwd')))).rejects.toThrow('not https');
  await expect(shelf.fetch(away)).rejects.toMatchObject({ kind: 'download-failed' });
  expect(elsewhere.calls).toEqual([]);
  expect(existsSync(shelf.path)).toBe(false);
});

test('a circle of redirects ends', async () => {
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

test('a server that drips is left after twenty minutes', async () => {
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

test('a place that cannot be written is told at once: another try would fail alike', async () => {
  await using shelf = await openShelf();
  const url = shelf.simulator.host('a.png', { body: FILE });
  const to = path.join(shelf.folder.path, 'no such folder', 'file');
  await expect(shelf.fetch(url, { to })).rejects.toMatchObject({ kind: 'save-failed' });
  expect(shelf.simulator.calls).toHaveLength(1);
});
