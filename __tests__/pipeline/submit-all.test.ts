// The tasks of a run with the simulated service: how each request ends, what is made again, and when submitting stops.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { createHttp } from '../../src/http/client.ts';
import { ActionError } from '../../src/lib/errors.ts';
import { createSpending } from '../../src/pipeline/spending.ts';
import {
  type Generation,
  type GenerationOptions,
  type Generations,
  generateAll,
} from '../../src/pipeline/submit-all.ts';
import { remediesOf } from '../../src/requests/failures.ts';
import { fixedPacer } from '../../src/requests/pacing.ts';
import { createClient } from '../../src/runcomfy/client.ts';
import type { PaidRequest } from '../../src/tasks/paid-request.ts';
import { virtualClock } from '../helpers/clock.ts';
import { task } from '../helpers/outcomes.ts';
import { MODEL, openBench } from '../helpers/service.ts';

const DAY = 24 * 3_600_000;
/** The simulated service tells that it has made everything about two days before. */
const NOW = Date.now() + 2 * DAY;

interface Scene {
  readonly tasks?: number;
  readonly prompt?: string;
  readonly paid?: Partial<PaidRequest>;
  /** Milliseconds since the epoch. */
  readonly now?: number;
  readonly output?: (file: (n: number) => string) => unknown;
  readonly options?: Partial<GenerationOptions>;
  /** The status that the files of the first request are answered with, and up to which of them. */
  readonly files?: { readonly status: number; readonly upTo: number };
  readonly started?: (generations: Generations) => void;
}

interface Made {
  readonly generations: readonly Generation[];
  readonly endings: readonly string[];
  readonly submits: number;
  readonly stopped: string | null;
}

const picture = { type: 'text/plain', body: Buffer.from('nothing that anybody knows') };

/** Runs the tasks to their end. With `paid`, their request was made before. */
async function make({ tasks = 1, prompt = 'a red fox', now = NOW, paid, ...scene }: Scene): Promise<Made> {
  const { output, options, files, started } = scene;
  await using bench = await openBench();
  const { simulator } = bench;
  const temp = await mkdtemp(path.join(tmpdir(), 'generation-'));
  // Files come and go unseen by the clock, so it must not jump to the end of long limits.
  const clock = virtualClock({ reachMs: 60_000, epoch: now });
  const http = clock.watching(await createHttp({}));
  const service = createClient({
    http,
    clock,
    apiUrl: new URL(simulator.url),
    token: simulator.token,
    redacted: (text) => text,
  });
  if (output !== undefined) {
    simulator.output(({ number }, hosted) => {
      const isLost = (n: number): boolean => files !== undefined && number === 1 && n <= files.upTo;
      return output((n) => hosted(isLost(n) ? { ...picture, status: files?.status ?? 200 } : picture));
    });
  }
  const requestId =
    paid === undefined ? null : await service.submit(MODEL, JSON.stringify({ prompt }), new AbortController().signal);
  const endings: string[] = [];
  try {
    const all = generateAll(
      Array.from({ length: tasks }, () => task({ prompt })),
      {
        backendOf: () => service,
        clock,
        ready: async (given) => given,
        isWatched: () => false,
        comesFirst: () => false,
        http,
        temp,
        pacer: fixedPacer(50),
        rules: { apiUrl: new URL(simulator.url), allowed: [] },
        maxBytes: 1024 ** 2,
        signal: new AbortController().signal,
        cancelled: bench.run.signal,
        forceStop: bench.forceStop.signal,
        timeoutMs: 30 * 60_000,
        concurrency: 2,
        mayCancel: true,
        remediesOf: () => remediesOf({ source: 'inputs', isOnRecord: () => true, deployment: null }),
        spending: createSpending({ maxCost: null, listPrice: async () => null, knownCost: () => null }),
        replacing: async () => {},
        paid: () =>
          paid === undefined ? null : { requestId, ending: null, acceptedAt: null, whenGone: 'submit', ...paid },
        onEvent: (_, event) => void (event.event === 'ended' && endings.push(event.how)),
        ...options,
      },
    );
    started?.(all);
    const generations = (await Promise.all(all.results)).filter((generation) => generation !== null);
    return { generations, endings, submits: bench.count('submit'), stopped: all.stopped() };
  } finally {
    await http.close();
    await rm(temp, { recursive: true, force: true });
  }
}

const one = (file: (n: number) => string): unknown => ({ image: file(1) });
const two = (file: (n: number) => string): unknown => ({ images: [file(1), file(2)] });

test.each<{ name: string; prompt?: string; output?: Scene['output']; ended: string }>([
  { name: 'a file', ended: 'finished' },
  { name: 'a failure', prompt: '[fail]', ended: 'failed' },
  { name: 'a refusal', prompt: '[refuse]', ended: 'refused' },
  { name: 'nothing', output: () => null, ended: 'empty' },
])('a request that gave $name has ended once, as $ended', async ({ prompt, output, ended }) => {
  const made = await make({ ...(prompt === undefined ? {} : { prompt }), ...(output === undefined ? {} : { output }) });
  expect(made.endings).toEqual([ended]);
});

test.each<{
  name: string;
  code: number;
  paid: Partial<PaidRequest>;
  now?: number;
  output: Scene['output'];
  lost: number;
  submits: number;
  endings: string[];
}>([
  {
    name: 'all gone, an hour after it was made, as RunComfy alone tells',
    code: 404,
    paid: {},
    now: Date.now() + 3_600_000,
    output: one,
    lost: 1,
    submits: 1,
    endings: ['finished'],
  },
  {
    name: 'all gone two days after it was made, as RunComfy alone tells',
    code: 410,
    paid: {},
    output: one,
    lost: 1,
    submits: 2,
    endings: ['gone', 'finished'],
  },
  {
    name: 'all gone after two days',
    code: 410,
    paid: { acceptedAt: NOW - 2 * DAY },
    output: two,
    lost: 2,
    submits: 2,
    endings: ['gone', 'finished'],
  },
  {
    name: 'all gone after an hour',
    code: 410,
    paid: { acceptedAt: NOW - 3_600_000 },
    output: one,
    lost: 1,
    submits: 1,
    endings: ['finished'],
  },
  { name: 'one of two gone', code: 410, paid: {}, output: two, lost: 1, submits: 1, endings: ['finished'] },
  { name: 'forbidden, by a proxy', code: 403, paid: {}, output: one, lost: 1, submits: 1, endings: ['finished'] },
  {
    name: 'all gone, and not to be replaced',
    code: 410,
    paid: { whenGone: 'fail' },
    output: one,
    lost: 1,
    submits: 1,
    endings: ['gone'],
  },
])('files of a paid request: $name', async ({ code, paid, now = NOW, output, lost, submits, endings }) => {
  const made = await make({
    paid,
    now,
    files: { status: code, upTo: lost },
    ...(output === undefined ? {} : { output }),
  });
  expect(made.submits).toBe(submits);
  expect(made.endings).toEqual(endings);
  if (paid.whenGone === 'fail')
    expect(made.generations[0]).toMatchObject({ failure: { kind: 'request-not-found' }, adopted: true });
});

test('a paid request without output is reported again, with how to pay for it again', async () => {
  const made = await make({ paid: { ending: 'empty' }, output: () => null });
  expect(made.endings).toEqual(['empty']);
  expect(made.generations[0]?.failure?.text).toContain('`resume: false`');
  expect(made.submits).toBe(1);
});

test('a paid file that could not be downloaded says how to get it, if no later run finds it', async () => {
  const made = await make({
    output: one,
    files: { status: 403, upTo: 1 },
    options: {
      remediesOf: () => remediesOf({ source: 'inputs', isOnRecord: () => false, deployment: null }),
    },
  });
  expect(made.generations[0]?.files[0]).toMatchObject({
    advice: expect.stringContaining(`\`collect: ${made.generations[0]?.requestId}\``),
  });
});

test('if nothing can be written down, nothing is submitted, and the others are not tried', async () => {
  const full = new ActionError('save-failed', 'The journal cannot be written.');
  const made = await make({
    tasks: 4,
    options: {
      onEvent(_, { event }) {
        if (event === 'submitting') throw full;
      },
    },
  });
  expect(made.submits).toBe(0);
  expect(made.generations.map(({ failure, attempted }) => failure ?? attempted)).toEqual([full, false, false, false]);
  expect(made.stopped).toContain('can no longer be written');
});

test.each(['ENOSPC', 'EDQUOT'])('a full disk (%s) stops submitting', async (code) => {
  const cause = Object.assign(new Error('write'), { code });
  const made = await make({
    tasks: 6,
    started: (generations) => generations.sawFailure(new ActionError('save-failed', 'Not saved.', { cause })),
  });
  expect(made.submits).toBeLessThanOrEqual(1);
  expect(made.stopped).toContain('the disk is full');
});

test('other failures to save stop nothing', async () => {
  const made = await make({
    tasks: 3,
    started: (generations) => generations.sawFailure(new ActionError('save-failed', 'A folder is in its place.')),
  });
  expect(made.submits).toBe(3);
  expect(made.stopped).toBeNull();
});
