// What the action loads before its first submit: everyone waits for it, each time.
import { cp, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { play } from '../helpers/action.ts';
import { openFolder } from '../helpers/folders.ts';

const REPOSITORY = path.resolve(import.meta.dirname, '../..');
const MAX_BYTES = 600_000;

test.each([
  { name: 'a prompt', inputs: {} },
  { name: 'several requests at once', inputs: { count: '3', concurrency: '3' } },
  { name: 'a budget', inputs: { 'max-cost': '1' } },
  { name: 'a re-run, which looks for what is paid for', inputs: {}, env: { GITHUB_RUN_ATTEMPT: '2' } },
])('for $name, the first submit needs nothing but index.js', async ({ inputs, env = {} }) => {
  await using folder = await openFolder();
  const action = folder.path;
  for (const file of ['action.yml', 'dist/index.js', 'dist/post.js', 'dist/package.json'])
    await cp(path.join(REPOSITORY, file), path.join(action, file));

  const run = await play({ action, inputs, env });

  // Everything after that is in files that are missing here.
  expect(run.submits).toBeGreaterThan(0);
  expect(run.exitCode).not.toBe(0);
});

/** Node's modules that each take a millisecond or more to load, and that a first submit over plain HTTP does not need. */
const NOT_YET = [
  'assert',
  'child_process',
  'fs/promises',
  'http',
  'http2',
  'https',
  'perf_hooks',
  'tls',
  'worker_threads',
  'zlib',
];

/** Records which modules are loaded when the headers of the first request are sent. */
const WATCH = `
const { subscribe } = require('node:diagnostics_channel');
const { writeFileSync } = require('node:fs');
subscribe('undici:client:sendHeaders', () => {
  try {
    writeFileSync(process.env.LOADED, JSON.stringify(process.moduleLoadList), { flag: 'wx' });
  } catch {}
});
`;

test('until the first submit, only the modules of Node that it needs are loaded', async () => {
  await using folder = await openFolder();
  const watch = path.join(folder.path, 'watch.cjs');
  const loaded = path.join(folder.path, 'loaded.json');
  await writeFile(watch, WATCH);

  const run = await play({
    inputs: { 'upload-artifact': 'false' },
    env: { NODE_OPTIONS: `--require ${watch}`, LOADED: loaded },
  });

  expect(run.exitCode).toBe(0);
  const modules: unknown = JSON.parse(await readFile(loaded, 'utf8'));
  expect(modules).toContain('NativeModule net');
  for (const name of NOT_YET) expect(modules).not.toContain(`NativeModule ${name}`);
});

test('index.js is ASCII, which Node reads faster', async () => {
  const bytes = await readFile(path.join(REPOSITORY, 'dist/index.js'));
  expect(bytes.findIndex((byte) => byte > 0x7f)).toBe(-1);
});

test('index.js is at most 600 KB', async () => {
  const { size } = await stat(path.join(REPOSITORY, 'dist/index.js'));
  expect(size).toBeLessThanOrEqual(MAX_BYTES);
});
