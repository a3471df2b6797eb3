// The real @actions/cache works against the simulated cache service, and meets the faults that are set on it.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { restoreCache, saveCache } from '@actions/cache';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { Fault } from '../../simulator/faults.ts';
import { WRITE_DENIED } from '../../simulator/github/cache.ts';
import { runtimeToken } from '../../simulator/github/twirp.ts';
import { runAction, runPost } from '../../simulator/runner/runner.ts';
import { type Simulator, startSimulator } from '../../simulator/server.ts';
import type { CallName } from '../../simulator/wire.ts';

let root: string;
let record: string;
let printed: string[];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'cache-'));
  record = join(root, 'temp', 'record');
  process.env.GITHUB_WORKSPACE = join(root, 'workspace');
  process.env.RUNNER_TEMP = join(root, 'temp');
  process.env.ACTIONS_CACHE_SERVICE_V2 = 'True';
  process.env.ACTIONS_RUNTIME_TOKEN = runtimeToken();
  await mkdir(join(root, 'workspace'));
  printed = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
});

afterEach(async () => {
  jest.restoreAllMocks();
  await rm(root, { recursive: true });
});

async function save({ url }: Simulator, key: string, text = key): Promise<number> {
  process.env.ACTIONS_RESULTS_URL = `${url}/`;
  await mkdir(record, { recursive: true });
  await writeFile(join(record, 'record.json'), text);
  return saveCache([record], key);
}

/** The key that was found, and what was in the file. */
async function restore({ url }: Simulator, key: string, ...restoreKeys: string[]): Promise<string | null> {
  process.env.ACTIONS_RESULTS_URL = `${url}/`;
  await rm(record, { recursive: true, force: true });
  const hit = await restoreCache([record], key, restoreKeys);
  return hit === undefined ? null : `${hit}: ${await readFile(join(record, 'record.json'), 'utf8')}`;
}

test('saves and restores; the key itself wins, then the newest entry of the first prefix that matches', async () => {
  await using first = await startSimulator();
  expect(await save(first, 'run-1-a', 'old')).toBeGreaterThan(0);
  await save(first, 'run-1-b', 'new');
  await save(first, 'run-2', 'other');
  expect(first.calls.map(({ name }) => name).slice(0, 3)).toEqual(['cache-create', 'cache-upload', 'cache-finalize']);
  expect(first.cacheEntries).toMatchObject([{ key: 'run-1-a' }, { key: 'run-1-b' }, { key: 'run-2' }]);

  await using second = await startSimulator({ cacheEntries: first.cacheEntries.toReversed() });
  expect(await restore(second, 'run-1-a', 'run-')).toBe('run-1-a: old');
  expect(second.calls.map(({ name }) => name)).toEqual(['cache-lookup', 'cache-download']);
  expect(await restore(second, 'run-1-')).toBe('run-1-b: new');
  expect(await restore(second, 'run-3-', 'run-4', 'run-1-', 'run-')).toBe('run-1-b: new');
  expect(await restore(second, 'run-3-', 'run-4')).toBeNull();
  await save(second, 'run-1-c', 'newest');
  expect(await restore(second, 'run-1-')).toBe('run-1-c: newest');
});

test('an entry is found only by the path that it was saved from', async () => {
  await using simulator = await startSimulator();
  await save(simulator, 'run-1');
  record = join(root, 'temp', 'elsewhere');
  expect(await restore(simulator, 'run-1')).toBeNull();
});

test('a key is never saved twice', async () => {
  await using simulator = await startSimulator();
  await save(simulator, 'run-1', 'first');
  expect(await save(simulator, 'run-1', 'second')).toBe(-1);
  expect(printed.join('')).toContain(
    '\nFailed to save: Unable to reserve cache with key run-1, another job may be creating this cache.',
  );
  expect(printed.join('')).toContain(
    '(409) Conflict: cache entry with the same key, version, and scope already exists',
  );
  expect(await restore(simulator, 'run-1')).toBe('run-1: first');
});

const denied = { code: 'permission_denied', msg: 'cache read denied: token has no readable scopes' };
const xml = { 'content-type': 'application/xml' };

test.each<[name: CallName, fault: Fault, warning: string]>([
  [
    'cache-create',
    { kind: 'reply', status: 200, body: WRITE_DENIED },
    'Unable to reserve cache with key run-1. More details: cache write denied: token has no writable scopes',
  ],
  [
    'cache-upload',
    { kind: 'reply', status: 403, headers: xml, body: '<Error><Code>X</Code><Message>expired</Message></Error>' },
    'expired',
  ],
  [
    'cache-finalize',
    { kind: 'reply', status: 404, body: { code: 'not_found', msg: 'cache entry not found' } },
    'Failed to FinalizeCacheEntryUpload: Received non-retryable error: Failed request: (404) Not Found: cache entry',
  ],
])('a fault strikes %s: nothing is saved, and a key once reserved stays taken', async (name, fault, warning) => {
  await using simulator = await startSimulator();
  simulator.fault(name, fault);
  expect(await save(simulator, 'run-1')).toBe(-1);
  expect(printed.join('')).toContain(`::warning::Failed to save: ${warning}`);
  expect(simulator.cacheEntries).toEqual([]);
  expect((await save(simulator, 'run-1')) > 0).toBe(name === 'cache-create');
});

test.each<[name: CallName, fault: Fault, warning: string]>([
  ['cache-lookup', { kind: 'reply', status: 403, body: denied }, 'Failed to GetCacheEntryDownloadURL: '],
  ['cache-lookup', { kind: 'drop-before' }, 'Failed to GetCacheEntryDownloadURL: Unable to make request: ECONNRESET'],
  ['cache-download', { kind: 'truncate' }, 'aborted'],
  ['cache-download', { kind: 'reply', status: 403, body: 'expired' }, '"'],
])('a fault strikes %s: nothing is restored', async (name, fault, warning) => {
  await using simulator = await startSimulator();
  await save(simulator, 'run-1');
  simulator.fault(name, fault);
  expect(await restore(simulator, 'run-1')).toBeNull();
  expect(printed.join('')).toContain(`::warning::Failed to restore: ${warning}`);
});

test('a wrong runtime token or signature is refused, and unexpected', async () => {
  await using simulator = await startSimulator();
  simulator.expectUnexpected();
  await save(simulator, 'run-1');
  process.env.ACTIONS_RUNTIME_TOKEN = runtimeToken().replace('unsigned', 'forged');
  expect(await restore(simulator, 'run-1')).toBeNull();
  expect((await fetch(`${simulator.url}/caches/5001?sig=guessed`)).status).toBe(403);
  expect(simulator.unexpected).toEqual([
    'cache-lookup: wrong or missing runtime token',
    'cache-download /caches/5001: no such blob, or a wrong signature',
  ]);
});

test('what main saves, the next attempt finds, in main and post alike', async () => {
  const action = join(root, 'action');
  const library = pathToFileURL(resolve('node_modules/@actions/cache/lib/cache.js')).href;
  const script = `
    import { isFeatureAvailable, restoreCache, saveCache } from '${library}';
    import { mkdirSync, writeFileSync } from 'node:fs';
    const { RUNNER_TEMP, GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT } = process.env;
    const folder = RUNNER_TEMP + '/record';
    console.log('found', isFeatureAvailable() && (await restoreCache([folder], 'record-' + GITHUB_RUN_ID + '-')));
    mkdirSync(folder, { recursive: true });
    writeFileSync(folder + '/record.json', '{}');
    if (isFeatureAvailable()) await saveCache([folder], 'record-' + GITHUB_RUN_ID + '-' + GITHUB_RUN_ATTEMPT);
  `;
  await mkdir(action);
  await writeFile(join(action, 'action.yml'), 'runs: { using: node24, main: step.mjs, post: step.mjs }');
  await writeFile(join(action, 'step.mjs'), script);
  // An entry is bound to its paths: both attempts have one RUNNER_TEMP, as both have on GitHub's own runners.
  const attempt = (number: string) => ({
    action,
    env: { RUNNER_TEMP: join(root, 'temp'), GITHUB_RUN_ID: '7', GITHUB_RUN_ATTEMPT: number },
  });

  await using first = await startSimulator();
  await using main = await runAction({ ...attempt('1'), simulator: first });
  expect(main.log).toContain('found undefined');

  await using second = await startSimulator({ cacheEntries: first.cacheEntries });
  await using again = await runAction({ ...attempt('2'), simulator: second });
  expect(again.log).toContain('found record-7-1');
  const post = await runPost(again, { ...attempt('2'), simulator: second });
  expect(post?.log).toContain('found record-7-2');
  expect(second.cacheEntries.map(({ key }) => key)).toEqual(['record-7-1', 'record-7-2']);

  const off = { ...attempt('3'), env: { ...attempt('3').env, ACTIONS_CACHE_SERVICE_V2: '' } };
  await using without = await runAction({ ...off, simulator: second });
  expect(without.log).toContain('found false');
});
