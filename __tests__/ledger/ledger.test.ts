// The ledger of a step: how soon and how often it saves, and how it handles an unreliable service. Real HTTP, virtual time.
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Fault } from '../../simulator/faults.ts';
import { WRITE_DENIED } from '../../simulator/github/cache.ts';
import { runtimeToken } from '../../simulator/github/twirp.ts';
import { type Simulator, startSimulator } from '../../simulator/server.ts';
import { createHttp } from '../../src/http/client.ts';
import { createActionsCache } from '../../src/ledger/actions-cache.ts';
import { openJournal } from '../../src/ledger/journal.ts';
import { type Ledger, type LedgerOptions, type LedgerTask, openLedger } from '../../src/ledger/ledger.ts';
import { readJournal } from '../../src/ledger/leftover.ts';
import { orderOf, parseRecord } from '../../src/ledger/record.ts';
import type { RecordStore } from '../../src/ledger/store.ts';
import type { Ending } from '../../src/tasks/paid-request.ts';
import { type VirtualClock, virtualClock } from '../helpers/clock.ts';
import { openFolder } from '../helpers/folders.ts';

const EPOCH = Date.UTC(2026, 10, 1);
const NAME = 'runcomfy-0';

interface Bench extends AsyncDisposable {
  readonly simulator: Simulator;
  readonly clock: VirtualClock;
  readonly store: RecordStore;
  readonly warnings: string[];
  readonly journal: string;
  open(options?: Partial<LedgerOptions>): Promise<Ledger>;
  /** Request ids on record, by task name. */
  recorded(...tasks: readonly string[]): Promise<readonly (string | null)[]>;
}

async function openBench(): Promise<Bench> {
  const simulator = await startSimulator();
  const folder = await openFolder();
  const clock = virtualClock({ epoch: EPOCH });
  const http = clock.watching(await createHttp({}));
  const env = {
    ACTIONS_CACHE_SERVICE_V2: 'True',
    ACTIONS_RESULTS_URL: `${simulator.url}/`,
    ACTIONS_RUNTIME_TOKEN: runtimeToken(),
  };
  const store = createActionsCache({ env, http: async () => http, clock });
  if (store === null) throw new Error('there is no store');
  const warnings: string[] = [];
  const journal = path.join(folder.path, 'journal.jsonl');
  const log = {
    info: () => {},
    warning: async (message: string) => void warnings.push(message),
    notice: async () => {},
    annotate: async () => {},
    group: <T>(_title: string, work: () => Promise<T>) => work(),
  };
  const ledgers: Ledger[] = [];
  return {
    simulator,
    clock,
    store,
    warnings,
    journal,
    async open(options = {}) {
      const ledger = await openLedger({
        store,
        name: NAME,
        journal: openJournal(journal),
        clock,
        log,
        runId: '1',
        attempt: 1,
        lookUp: true,
        doubtful: false,
        forced: new Set(),
        cancelled: new AbortController().signal,
        ...options,
      });
      ledgers.push(ledger);
      return ledger;
    },
    async recorded(...tasks) {
      const stored = await store.load(NAME, new AbortController().signal);
      const entries = [...parseRecord(stored?.text ?? null).values()];
      return tasks.map((name) => entries.find(({ order }) => order === orderOf(task(name)))?.requestId ?? null);
    },
    async [Symbol.asyncDispose]() {
      for (const ledger of ledgers) await ledger.close();
      await http.close();
      await simulator[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

const task = (name: string): LedgerTask => ({ id: 'image', name, deployment: null, recipe: name, occurrence: 1 });

function pay(ledger: Ledger, name: string): void {
  ledger.submitting(task(name));
  ledger.accepted(task(name), `id-${name}`);
}

const times = (simulator: Simulator, call: string): number =>
  simulator.calls.filter(({ name }) => name === call).length;

test('the first wave is on record within 5 s, later acceptances within 31 s, in at most two saves a minute', async () => {
  await using bench = await openBench();
  const { clock, simulator } = bench;
  const ledger = await bench.open({ lookUp: false });
  pay(ledger, 'a');
  pay(ledger, 'b');
  await clock.sleep(5_000);
  expect(await bench.recorded('a', 'b')).toEqual(['id-a', 'id-b']);
  const saves = [0];
  for (let second = 5; second < 185; second++) {
    pay(ledger, `t${second}`);
    await clock.sleep(1_000);
    for (let n = saves.length; n < times(simulator, 'cache-finalize'); n++) saves.push(clock.now());
    if (second >= 36) expect(await bench.recorded(`t${second - 31}`)).toEqual([`id-t${second - 31}`]);
  }
  for (const at of saves) expect(saves.filter((other) => other >= at && other < at + 59_000).length).toBeLessThan(3);
  expect(saves.length).toBeGreaterThan(4);
});

test('submits that are in flight when the first one is accepted go on record with it', async () => {
  await using bench = await openBench();
  const { clock, simulator } = bench;
  const ledger = await bench.open({ lookUp: false });
  pay(ledger, 'a');
  for (const name of ['b', 'c', 'never']) ledger.submitting(task(name));
  await clock.sleep(900);
  ledger.accepted(task('b'), 'id-b');
  ledger.accepted(task('c'), 'id-c');
  await clock.sleep(4_000);
  expect(await bench.recorded('a', 'b', 'c')).toEqual(['id-a', 'id-b', 'id-c']);
  expect(times(simulator, 'cache-finalize')).toBe(1);
});

test('a new request takes precedence over the one that it replaces, even if a clock was wrong', async () => {
  await using bench = await openBench();
  const ahead = { ...bench.clock, date: () => bench.clock.date() + 3_600_000 };
  const first = await bench.open({ lookUp: false, clock: ahead });
  pay(first, 'a');
  await bench.clock.sleep(5_000);
  const second = await bench.open({ runId: '2', forced: new Set(['image']) });
  second.submitting(task('a'));
  second.accepted(task('a'), 'id-anew');
  await bench.clock.sleep(5_000);
  expect((await bench.open({ runId: '3' })).paid(task('a'))).toMatchObject({ requestId: 'id-anew' });
});

test('only entries with a new standing are saved, and finishing is none', async () => {
  await using bench = await openBench();
  const { clock, simulator } = bench;
  const run = {
    apiUrl: '',
    deploymentsUrl: '',
    outputDir: '',
    artifact: null,
    evidence: [],
    record: NAME,
    runId: '1',
    attempt: 1,
  };
  openJournal(bench.journal).write({ entry: 'run', run });
  const ledger = await bench.open({ lookUp: false });
  pay(ledger, 'a');
  await clock.sleep(5_000);
  const saved = times(simulator, 'cache-finalize');
  ledger.ended(task('a'), 'finished');
  await clock.sleep(90_000);
  expect(times(simulator, 'cache-finalize')).toBe(saved);
  ledger.ended(task('a'), 'refused');
  await clock.sleep(40_000);
  expect(times(simulator, 'cache-finalize')).toBe(saved + 1);
  // The post phase knows what is on record.
  expect(readJournal(bench.journal)?.recorded.size).toBe(1);
});

test('closing the ledger waits for a save in progress, and starts no other', async () => {
  await using bench = await openBench();
  const { clock, simulator } = bench;
  simulator.fault('cache-upload', { kind: 'delay', ms: 100 });
  const ledger = await bench.open({ lookUp: false });
  pay(ledger, 'a');
  await simulator.received('cache-upload');
  await ledger.close();
  pay(ledger, 'b');
  await clock.sleep(60_000);
  expect(await bench.recorded('a', 'b')).toEqual(['id-a', null]);
});

test('Retry-After is respected', async () => {
  await using bench = await openBench();
  const { clock, simulator } = bench;
  simulator.fault('cache-create', { kind: 'reply', status: 429, headers: { 'retry-after': '100' } });
  const ledger = await bench.open({ lookUp: false });
  pay(ledger, 'a');
  await clock.sleep(1_000);
  const tries = times(simulator, 'cache-create');
  await clock.sleep(95_000);
  expect(times(simulator, 'cache-create')).toBe(tries);
  await clock.sleep(10_000);
  expect(await bench.recorded('a')).toEqual(['id-a']);
});

describe('an unreliable service', () => {
  const outages: readonly (readonly [string, Fault])[] = [
    ['503', { kind: 'reply', status: 503 }],
    ['429', { kind: 'reply', status: 429, headers: { 'retry-after': '60' } }],
    ['no connection', { kind: 'drop-before' }],
    ['a page', { kind: 'html', status: 502 }],
    ['409', { kind: 'reply', status: 409, body: { code: 'aborted' } }],
  ];
  test.each(outages)(
    'a look-up without an answer (%s) refuses the run, after patience of 15 s',
    async (_name, fault) => {
      await using bench = await openBench();
      bench.simulator.fault('cache-lookup', fault, 100);
      await expect(bench.open()).rejects.toMatchObject({
        kind: 'unavailable',
        advice: expect.stringMatching(/Nothing was submitted.*`resume: false`/),
      });
      expect(bench.clock.now()).toBeLessThan(16_000);
    },
  );

  test.each(outages.filter(([name]) => name !== '429'))('a transient fault (%s) is retried', async (_name, fault) => {
    await using bench = await openBench();
    const first = await bench.open({ lookUp: false });
    pay(first, 'a');
    await bench.clock.sleep(5_000);
    bench.simulator.fault('cache-lookup', fault, 3);
    const ledger = await bench.open({ runId: '2' });
    expect(ledger.paid(task('a'))).toMatchObject({ requestId: 'id-a', whenGone: 'submit' });
  });

  test.each<readonly [string, Fault]>([
    ['cut off', { kind: 'garbage' }],
    ['a page', { kind: 'html', status: 200 }],
    ['empty', { kind: 'reply', status: 200, body: '' }],
  ])(
    'a record that cannot be read (%s) is no empty one: neither a reader nor a writer goes by it',
    async (_name, fault) => {
      await using bench = await openBench();
      const first = await bench.open({ lookUp: false });
      pay(first, 'a');
      await bench.clock.sleep(5_000);
      first.close();
      bench.simulator.fault('cache-download', fault);
      const second = await bench.open({ runId: '2' });
      expect(second.paid(task('a'))).toMatchObject({ requestId: 'id-a' });
      bench.simulator.fault('cache-download', fault);
      pay(second, 'b');
      await bench.clock.sleep(65_000);
      expect(await bench.recorded('a', 'b')).toEqual(['id-a', 'id-b']);
      bench.simulator.fault('cache-download', fault, 100);
      await expect(bench.open({ runId: '3' })).rejects.toMatchObject({ kind: 'unavailable' });
    },
  );

  test('a service that returns an older revision hides nothing', async () => {
    await using bench = await openBench();
    const { clock, simulator } = bench;
    const ledger = await bench.open({ lookUp: false });
    pay(ledger, 'a');
    await clock.sleep(5_000);
    const [old] = simulator.cacheEntries;
    pay(ledger, 'b');
    await clock.sleep(60_000);
    expect(simulator.cacheEntries).toHaveLength(2);
    const url = simulator.host('old', { body: old?.bytes ?? Buffer.alloc(0) });
    const stale = { ok: true, signed_download_url: url, matched_key: old?.key };
    simulator.fault('cache-lookup', { kind: 'reply', status: 200, body: stale });
    const later = await bench.open({ runId: '2' });
    expect(later.paid(task('a'))).toMatchObject({ requestId: 'id-a' });
    expect(later.paid(task('b'))).toMatchObject({ requestId: 'id-b' });
  });

  test('a lookup that hangs times out', async () => {
    await using bench = await openBench();
    bench.simulator.fault('cache-lookup', { kind: 'hang' }, 100);
    const opening = bench.open();
    const refused = expect(opening).rejects.toMatchObject({ kind: 'unavailable' });
    for (let n = 0; n < 8; n++) {
      await bench.simulator.received('cache-lookup');
      await new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)));
      bench.clock.advance(3_000);
    }
    await refused;
  });

  test('a refusal counts as no cache: the run continues, warns once with the remedy, and promises nothing', async () => {
    await using bench = await openBench();
    bench.simulator.fault('cache-lookup', { kind: 'reply', status: 403, body: { msg: 'denied' } }, 100);
    bench.simulator.fault('cache-create', { kind: 'reply', status: 200, body: WRITE_DENIED }, 100);
    const ledger = await bench.open({ doubtful: true });
    expect(ledger.isKept()).toBe(false);
    pay(ledger, 'a');
    await bench.clock.sleep(60_000);
    expect(bench.warnings).toEqual([expect.stringMatching(/cache-mode: write.*`collect`/)]);
    expect(times(bench.simulator, 'cache-create')).toBe(1);
  });
});

describe('what a later run uses', () => {
  const forced = new Set(['image']);
  test.each<readonly [Ending | null, Partial<LedgerOptions>, string | null]>([
    [null, {}, 'id-a'],
    ['finished', {}, 'id-a'],
    ['running', {}, 'id-a'],
    ['outlasted', {}, 'id-a'],
    ['refused', {}, 'id-a'],
    ['empty', {}, 'id-a'],
    ['failed', {}, null],
    ['cancelled', {}, null],
    ['gone', {}, null],
    // A re-run of the job.
    ['refused', { runId: '1', attempt: 2 }, null],
    ['empty', { runId: '1', attempt: 2 }, null],
    ['outlasted', { runId: '1', attempt: 2 }, 'id-a'],
    ['finished', { runId: '1', attempt: 2 }, 'id-a'],
    // `force` means a new image, but its re-run collects that image instead of making another one.
    ['finished', { forced }, null],
    ['refused', { forced }, null],
    ['finished', { forced, runId: '1', attempt: 2 }, 'id-a'],
  ])('a request that ended %s, for %o: %s', async (how, options, expected) => {
    await using bench = await openBench();
    const first = await bench.open({ lookUp: false });
    pay(first, 'a');
    await bench.clock.sleep(5_000);
    if (how !== null) first.ended(task('a'), how);
    await bench.clock.sleep(60_000);
    await first.close();
    const ledger = await bench.open({ runId: '2', ...options });
    expect(ledger.paid(task('a'))?.requestId ?? null).toBe(expected);
    expect(ledger.paid(task('b'))).toBeNull();
  });

  test('a submit whose response was lost is only repeated with force', async () => {
    await using bench = await openBench();
    const first = await bench.open({ lookUp: false });
    first.submitting(task('a'));
    first.ended(task('a'), 'unknown');
    await bench.clock.sleep(5_000);
    for (const options of [{ runId: '2' }, { attempt: 2 }]) {
      const ledger = await bench.open(options);
      expect(ledger.paid(task('a'))).toMatchObject({ requestId: null, ending: 'unknown' });
    }
    expect((await bench.open({ runId: '2', forced })).paid(task('a'))).toBeNull();
  });

  test('an adopted request whose ending has not changed is not saved again', async () => {
    await using bench = await openBench();
    const first = await bench.open({ lookUp: false });
    pay(first, 'a');
    await bench.clock.sleep(5_000);
    await first.close();
    const second = await bench.open({ runId: '2' });
    const saves = times(bench.simulator, 'cache-create');
    second.adopted(task('a'), 'id-a');
    second.ended(task('a'), 'finished');
    await bench.clock.sleep(60_000);
    expect(times(bench.simulator, 'cache-create')).toBe(saves);
  });
});
