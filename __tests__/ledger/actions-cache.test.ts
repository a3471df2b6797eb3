// Records in GitHub's cache service, for both versions of the service, over real HTTP.
import { describe, expect, test } from '@jest/globals';
import type { Fault } from '../../simulator/faults.ts';
import { WRITE_DENIED } from '../../simulator/github/cache.ts';
import { runtimeToken } from '../../simulator/github/twirp.ts';
import { type Simulator, startSimulator } from '../../simulator/server.ts';
import type { CallName } from '../../simulator/wire.ts';
import { createHttp } from '../../src/http/client.ts';
import { createActionsCache } from '../../src/ledger/actions-cache.ts';
import { keep, loadRecord } from '../../src/ledger/keep.ts';
import { orderOf, parseRecord, type RecordEntry, recordOf, recordText } from '../../src/ledger/record.ts';
import { type RecordStore, StoreConflict, StoreRefused, StoreSilent } from '../../src/ledger/store.ts';
import { virtualClock } from '../helpers/clock.ts';

type Version = 'version 2' | 'version 1';
const VERSIONS: readonly Version[] = ['version 2', 'version 1'];

interface Bench extends AsyncDisposable {
  readonly simulator: Simulator;
  readonly store: RecordStore;
  readonly clock: ReturnType<typeof virtualClock>;
  readonly signal: AbortSignal;
}

async function open(version: Version): Promise<Bench> {
  const simulator = await startSimulator();
  const clock = virtualClock({ epoch: Date.UTC(2026, 10, 1) });
  const http = clock.watching(await createHttp({}));
  const { url } = simulator;
  const services = {
    'version 2': { ACTIONS_CACHE_SERVICE_V2: 'True', ACTIONS_RESULTS_URL: `${url}/` },
    'version 1': { ACTIONS_CACHE_URL: `${url}/` },
  };
  const env = { ...services[version], ACTIONS_RUNTIME_TOKEN: runtimeToken(), GITHUB_RUN_ID: '42' };
  const store = createActionsCache({ env, http: async () => http, clock });
  if (store === null) throw new Error('there is no store');
  return {
    simulator,
    store,
    clock,
    signal: new AbortController().signal,
    async [Symbol.asyncDispose]() {
      await http.close();
      await simulator[Symbol.asyncDispose]();
    },
  };
}

describe.each(VERSIONS)('%s', (version) => {
  test('only the newest record with a name is found', async () => {
    await using bench = await open(version);
    const { store, signal } = bench;
    expect(await store.load('runcomfy-a', signal)).toBeNull();
    await store.save('runcomfy-a', { text: 'one', revision: 1 }, signal);
    await store.save('runcomfy-ab', { text: 'of another name', revision: 1 }, signal);
    await store.save('runcomfy-a', { text: 'two, with ünïcode', revision: 2 }, signal);
    await store.probe('runcomfy-a', signal);
    expect(await store.load('runcomfy-a', signal)).toEqual({ text: 'two, with ünïcode', revision: 2 });
    expect(await store.load('runcomfy-b', signal)).toBeNull();
  });

  test('only one writer can save a revision', async () => {
    await using bench = await open(version);
    const { store, signal } = bench;
    const saves = await Promise.allSettled(
      ['one', 'two', 'three'].map((text) => store.save('runcomfy-a', { text, revision: 1 }, signal)),
    );
    expect(saves.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const save of saves) if (save.status === 'rejected') expect(save.reason).toBeInstanceOf(StoreConflict);
  });

  const silent: readonly (readonly [CallName, Fault])[] = [
    ['cache-lookup', { kind: 'drop-before' }],
    ['cache-lookup', { kind: 'reply', status: 500, body: {} }],
    ['cache-lookup', { kind: 'reply', status: 429, headers: { 'retry-after': '7' } }],
    ['cache-lookup', { kind: 'html', status: 502 }],
    ['cache-lookup', { kind: 'garbage' }],
    ['cache-lookup', { kind: 'reply', status: 409, body: {} }],
    ['cache-download', { kind: 'truncate' }],
    ['cache-download', { kind: 'reply', status: 403, body: 'expired' }],
    ['cache-download', { kind: 'reply', status: 404, body: 'evicted' }],
  ];
  test.each(silent)('%s %o: the record is unknown', async (name, fault) => {
    await using bench = await open(version);
    const { store, signal, simulator } = bench;
    await store.save('runcomfy-a', { text: 'one', revision: 1 }, signal);
    simulator.fault(name, fault);
    await expect(store.load('runcomfy-a', signal)).rejects.toBeInstanceOf(StoreSilent);
    expect(await store.load('runcomfy-a', signal)).toMatchObject({ text: 'one' });
  });

  test.each<readonly [CallName, Fault]>([
    ['cache-create', { kind: 'reply', status: 403, body: { message: 'read-only' } }],
    ['cache-create', { kind: 'reply', status: 401, body: {} }],
    ['cache-upload', { kind: 'reply', status: 403, body: 'expired' }],
    ['cache-finalize', { kind: 'reply', status: 404, body: { msg: 'cache entry not found' } }],
  ])('%s %o: a clear no to writing', async (name, fault) => {
    await using bench = await open(version);
    bench.simulator.fault(name, fault);
    await expect(bench.store.save('runcomfy-a', { text: 'one', revision: 1 }, bench.signal)).rejects.toBeInstanceOf(
      StoreRefused,
    );
  });

  test('two writers at the same moment lose nothing', async () => {
    await using bench = await open(version);
    const { store, clock, signal, simulator } = bench;
    const writers = Array.from({ length: 4 }, (_, writer) =>
      recordOf(Array.from({ length: 3 }, (_unused, n) => entry(`${writer}-${n}`))),
    );
    // Both read before either has written, and neither sees the other's save in progress.
    simulator.fault('cache-finalize', { kind: 'delay', ms: 40 }, 100);
    await Promise.all(writers.map((entries) => keep(entries, { store, name: 'runcomfy-a', clock, signal })));
    const present = parseRecord((await store.load('runcomfy-a', signal))?.text ?? null);
    expect(present.size).toBe(12);
  });
});

function entry(id: string): RecordEntry {
  const order = orderOf({ id, recipe: 'r', occurrence: 1 });
  return { order, requestId: `id-${id}`, ending: null, acceptedAt: 1, seenAt: 1, runId: '1', attempt: 1 };
}

test('what is already on record is not saved again', async () => {
  await using bench = await open('version 2');
  const { store, clock, signal, simulator } = bench;
  const options = { store, name: 'runcomfy-a', clock, signal };
  await keep(recordOf([entry('a')]), options);
  await keep(recordOf([entry('a')]), options);
  expect(simulator.cacheEntries).toHaveLength(1);
});

test('an unfinished revision is skipped', async () => {
  await using bench = await open('version 2');
  const { store, clock, signal, simulator } = bench;
  await store.save('runcomfy-a', { text: recordText(recordOf([entry('a')])), revision: 1 }, signal);
  simulator.fault('cache-upload', { kind: 'drop-before' });
  await expect(store.save('runcomfy-a', { text: 'x', revision: 2 }, signal)).rejects.toBeInstanceOf(StoreSilent);
  await keep(recordOf([entry('b')]), { store, name: 'runcomfy-a', clock, signal });
  const stored = await store.load('runcomfy-a', signal);
  expect(stored?.revision).toBe(3);
  expect(parseRecord(stored?.text ?? null).size).toBe(2);
});

test('a writer whose revision was skipped because it is slow removes nothing from the record', async () => {
  await using bench = await open('version 2');
  const { store, signal, simulator } = bench;
  const options = { store, name: 'runcomfy-a', signal };
  await keep(recordOf([entry('before')]), { ...options, clock: bench.clock });
  simulator.fault('cache-finalize', { kind: 'delay', ms: 1_000 });
  const slow = keep(recordOf([entry('slow')]), { ...options, clock: virtualClock() });
  await simulator.received('cache-upload');
  await keep(recordOf([entry('quick')]), { ...options, clock: virtualClock() });
  await slow;
  const { record } = await loadRecord(store, 'runcomfy-a', signal);
  expect([...record.values()].map(({ requestId }) => requestId).sort()).toEqual(['id-before', 'id-quick', 'id-slow']);
});

test.each<readonly [string, Fault]>([
  ['a read-only token', { kind: 'reply', status: 200, body: WRITE_DENIED }],
  ['a server without a cache service', { kind: 'reply', status: 404, body: { code: 'bad_route' } }],
])('a probe is refused: %s', async (_name, fault) => {
  await using bench = await open('version 2');
  bench.simulator.fault('cache-create', fault);
  await expect(bench.store.probe('runcomfy-a', bench.signal)).rejects.toBeInstanceOf(StoreRefused);
});

test('a forbidden look-up is a clear refusal', async () => {
  await using bench = await open('version 2');
  const { store, signal, simulator } = bench;
  const denied = 'cache read denied: token has no readable scopes';
  simulator.fault('cache-lookup', { kind: 'reply', status: 403, body: { code: 'permission_denied', msg: denied } });
  await expect(store.load('runcomfy-a', signal)).rejects.toThrow(new StoreRefused(`HTTP 403, ${denied}`));
  simulator.fault('cache-lookup', { kind: 'reply', status: 200, body: { ok: false, message: denied } });
  await expect(store.load('runcomfy-a', signal)).rejects.toBeInstanceOf(StoreRefused);
});

test.each([
  ['no token', { ACTIONS_CACHE_SERVICE_V2: 'True', ACTIONS_RESULTS_URL: 'http://127.0.0.1:1/' }],
  ['no service', { ACTIONS_RUNTIME_TOKEN: 'x', ACTIONS_RESULTS_URL: 'http://127.0.0.1:1/' }],
  ['an invalid URL', { ACTIONS_RUNTIME_TOKEN: 'x', ACTIONS_CACHE_URL: 'here' }],
])('without a service there is no store: %s', (_name, env) => {
  expect(createActionsCache({ env, http: () => createHttp({}), clock: virtualClock() })).toBeNull();
});
