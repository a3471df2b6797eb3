// Re-runs and second pushes through the bundle and the real @actions/cache: what was paid for is collected, not paid for again.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import type { Fault } from '../../simulator/faults.ts';
import {
  type RunningAction,
  type RunOptions,
  type RunResult,
  runPost,
  startAction,
} from '../../simulator/runner/runner.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../simulator/server.ts';
import { answer, refusal } from '../helpers/faults.ts';
import { openFolder } from '../helpers/folders.ts';

interface Attempt {
  readonly env?: Readonly<Record<string, string>>;
  readonly event?: RunOptions['event'];
  readonly inputs?: Readonly<Record<string, string>>;
  readonly workspace?: string;
  readonly before?: (simulator: Simulator) => void;
  readonly live?: (action: RunningAction, simulator: Simulator) => Promise<void>;
}

/** Each attempt, main and post, has its own runner. All use the same service. */
async function attempts(
  service: SimulatorOptions,
  list: readonly Attempt[],
): Promise<{ simulator: Simulator; mains: RunResult[]; submits: number[] }> {
  await using simulator = await startSimulator(service);
  const mains: RunResult[] = [];
  const submits: number[] = [];
  for (const { env = {}, event, inputs, workspace, before: prepare, live } of list) {
    prepare?.(simulator);
    const before = simulator.calls.length;
    const options: RunOptions = {
      simulator,
      env,
      ...(event === undefined ? {} : { event }),
      ...(workspace === undefined ? {} : { workspace }),
      inputs: {
        'api-token': simulator.token,
        'api-url': simulator.url,
        prompt: 'a red fox',
        'poll-interval': '50ms',
        'image-size': '64x64',
        ...inputs,
      },
    };
    const action = await startAction(options);
    await live?.(action, simulator);
    const main = await action.done;
    const post = await runPost(main, options);
    expect(post?.exitCode).toBe(0);
    mains.push(main);
    submits.push(simulator.calls.slice(before).filter(({ name }) => name === 'submit').length);
  }
  return { simulator, mains, submits };
}

const again = { GITHUB_RUN_ATTEMPT: '2' };

test('re-running a job pays for nothing that was paid for, and delivers the same files', async () => {
  const { mains, submits } = await attempts({}, [{ inputs: { count: '2' } }, { env: again, inputs: { count: '2' } }]);
  expect(submits).toEqual([2, 0]);
  const [first, second] = mains;
  expect(second?.exitCode).toBe(0);
  expect(second?.outputs['request-ids']).toBe(first?.outputs['request-ids']);
  expect(second?.outputs.count).toBe('2');
  expect(second?.outputs.cost).toBe('');
  expect(second?.log).toContain('which is already paid for');
});

test('a cancelled run: the re-run collects what finished meanwhile, and makes again what was cancelled', async () => {
  const { simulator, mains, submits } = await attempts({ workers: 1, runMs: 4_000 }, [
    {
      inputs: { count: '2', seed: '1' },
      live: async (action) => {
        await action.line(/running/);
        action.cancel();
      },
    },
    { env: again, inputs: { count: '2', seed: '1' } },
  ]);
  expect(mains.map(({ conclusion }) => conclusion)).toEqual(['cancelled', 'success']);
  // One request was running and could not be cancelled: it is collected. The queued one was cancelled, so it is submitted again.
  expect(submits).toEqual([2, 1]);
  expect(simulator.requests.filter(({ cancelled }) => !cancelled)).toHaveLength(2);
  expect(mains[1]?.outputs.count).toBe('2');
});

test('a killed run: the re-run collects its request', async () => {
  const { submits, mains } = await attempts({ runMs: 600 }, [
    {
      live: async (action, simulator) => {
        await simulator.received('status');
        action.signal('SIGKILL');
      },
    },
    { env: again },
  ]);
  expect(submits).toEqual([1, 0]);
  expect(mains[1]?.outputs.count).toBe('1');
});

test.concurrent.each<{ name: string; fault: Fault }>([
  { name: '404 404001', fault: refusal(404001, 'Request not found or expired') },
  { name: '403', fault: refusal(403001, 'Permission denied') },
  { name: '400 400004', fault: refusal(400004, 'Invalid token') },
  { name: '200 with an error_code', fault: answer(200, { error_code: 404001 }) },
  { name: '404 as a page', fault: { kind: 'html', status: 404 } },
])('a passing fault while a paid request is polled is waited out: $name', async ({ fault }) => {
  const { mains, submits } = await attempts({}, [
    {},
    { env: again, before: (simulator) => simulator.fault('status', fault, 4) },
  ]);
  expect(submits).toEqual([1, 0]);
  expect(mains[1]?.exitCode).toBe(0);
});

test.concurrent.each<{ name: string; fault: Fault; times: number; submitted: number; exitCode: number }>([
  {
    name: 'RunComfy no longer has it',
    fault: refusal(404001, 'Request not found or expired'),
    times: 22,
    submitted: 1,
    exitCode: 0,
  },
  {
    name: 'RunComfy refuses to say anything about it',
    fault: refusal(403001, 'Permission denied'),
    times: 1_000,
    submitted: 0,
    exitCode: 1,
  },
])('a persistent refusal: $name', async ({ fault, times, submitted, exitCode }) => {
  const { mains, submits } = await attempts({}, [
    {},
    { env: again, before: (simulator) => simulator.fault('status', fault, times) },
  ]);
  expect(submits).toEqual([1, submitted]);
  expect(mains[1]?.exitCode).toBe(exitCode);
});

const pull = {
  name: 'pull_request',
  payload: {
    pull_request: {
      number: 7,
      head: { repo: { full_name: 'octo-org/garden' } },
      base: { repo: { full_name: 'octo-org/garden' } },
    },
  },
};

test.each([
  [
    'a second push to the same pull request collects',
    { event: pull },
    { event: pull, env: { GITHUB_RUN_ID: '2' } },
    [1, 0],
  ],
  [
    'another prompt is another image',
    { event: pull },
    { event: pull, env: { GITHUB_RUN_ID: '2' }, inputs: { prompt: 'a blue fox' } },
    [1, 1],
  ],
  ['another run of a push event is another order', {}, { env: { GITHUB_RUN_ID: '2' } }, [1, 1]],
  ['another job does not take what is not its own', {}, { env: { ...again, GITHUB_JOB: 'other' } }, [1, 1]],
  ['resume false pays again', {}, { env: again, inputs: { resume: 'false' } }, [1, 1]],
  [
    'without a cache a re-run pays again, and says nothing of it',
    { env: { ACTIONS_CACHE_SERVICE_V2: '' } },
    { env: { ...again, ACTIONS_CACHE_SERVICE_V2: '' } },
    [1, 1],
  ],
])('%s', async (_name, first: Attempt, second: Attempt, expected) => {
  const { submits, mains } = await attempts({}, [first, second]);
  expect(submits).toEqual(expected);
  expect(mains.map(({ exitCode, annotations }) => ({ exitCode, annotations }))).toEqual([
    { exitCode: 0, annotations: [] },
    { exitCode: 0, annotations: [] },
  ]);
});

test('a manifest that is partly saved or changed: everything else that was paid for is collected', async () => {
  await using checkout = await openFolder();
  const manifest = path.join(checkout.path, 'images.yml');
  const images = 'version: 1\ndefaults: { parameters: { image_size: { width: 48, height: 32 } } }\nimages:';
  writeFileSync(manifest, `${images}\n  - { id: a, prompt: One }\n  - { id: b, prompt: Two }\n`);
  const inputs = { prompt: '', 'image-size': '', manifest: 'images.yml', concurrency: '1' };
  const { submits, mains } = await attempts({}, [
    {
      event: pull,
      workspace: checkout.path,
      inputs,
      before: (simulator) => simulator.fault('result', { kind: 'delay', ms: 1_500 }, 1, 1),
      live: async (action) => {
        await action.line(/b: finished at RunComfy/);
        action.signal('SIGKILL');
      },
    },
    {
      event: pull,
      env: { GITHUB_RUN_ID: '2' },
      workspace: checkout.path,
      inputs,
      before: () =>
        writeFileSync(
          manifest,
          `${images}\n  - { id: a, prompt: Another one }\n  - { id: b, prompt: Two }\n  - { id: c, prompt: Three }\n`,
        ),
    },
  ]);
  expect(submits).toEqual([2, 2]);
  expect(mains[1]?.outputs).toMatchObject({ count: '3', 'failed-count': '0' });
});

const MANIFEST = `version: 1
images:
  - { id: fox, prompt: A fox, parameters: { image_size: { width: 48, height: 32 } } }
  - { id: owl, prompt: An owl, parameters: { image_size: { width: 48, height: 32 } } }
`;

/** Nights on a branch without merges: each begins with only the manifest. */
async function nights(list: readonly Omit<Attempt, 'workspace'>[]): ReturnType<typeof attempts> {
  await using stack = new AsyncDisposableStack();
  const checkouts = await Promise.all(list.map(async () => stack.use(await openFolder())));
  await Promise.all(checkouts.map((folder) => folder.write('images.yml', MANIFEST)));
  return await attempts(
    {},
    list.map((night, n) => ({
      ...night,
      env: { GITHUB_RUN_ID: String(n + 1), ...night.env },
      inputs: { prompt: '', 'image-size': '', manifest: 'images.yml', ...night.inputs },
      workspace: checkouts[n]?.path ?? '',
    })),
  );
}

test('every night the same images are proposed, and paid for once, even if they are never merged', async () => {
  const { mains, submits } = await nights([{}, {}, { env: { GITHUB_REF: 'refs/heads/other' } }]);
  expect(submits).toEqual([2, 0, 2]);
  expect(mains[1]?.outputs).toMatchObject({ count: '2', changed: 'true', cost: '' });
  // A night that only collects says so, and names no price.
  expect(mains[1]?.log).toContain('Plan: 0 to make, 2 to collect or copy, 0 unchanged.');
  expect(mains[1]?.log).toContain('Collecting 2 requests that are already paid for.');
  expect(mains[1]?.log).not.toMatch(/Submitting \d|to make from/);
  expect(mains[1]?.summary).not.toContain('to make from');
  expect(JSON.parse(mains[1]?.outputs.plan ?? '')).toMatchObject([{ price: 0 }, { price: 0 }]);
});

test('force makes new images in each run, but not in its re-run', async () => {
  const force = { inputs: { force: 'owl' } };
  const { submits } = await nights([{}, force, { ...force, env: { ...again, GITHUB_RUN_ID: '2' } }]);
  expect(submits).toEqual([2, 1, 0]);
});

/** A machine with a clock that is two days ahead. */
const TWO_DAYS_LATER = {
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent('const { now } = Date; Date.now = () => now() + 2 * 86_400_000;')}`,
};

test.concurrent('files that RunComfy keeps no longer are made anew in a later run, and never in the same', async () => {
  // Believed when it is said the fourth time, and not before 12 s have gone.
  const gone = (simulator: Simulator): void =>
    simulator.fault('file', { kind: 'reply', status: 410, headers: { 'retry-after': '5' } }, 8);
  const { submits, mains } = await nights([
    {},
    { env: TWO_DAYS_LATER, before: gone },
    // On the day it was made, a file does not count as gone.
    { env: { ...TWO_DAYS_LATER, ...again, GITHUB_RUN_ID: '2' }, before: gone },
  ]);
  expect(submits).toEqual([2, 2, 0]);
  expect(mains.map(({ exitCode }) => exitCode)).toEqual([0, 0, 1]);
  expect(mains[2]?.annotations).toMatchObject([{ level: 'error', message: expect.stringContaining('HTTP 410') }]);
}, 90_000);

/** So many refusals, each after a wait that doubles, last for ten seconds. */
const BELIEVED = 7;

test.concurrent.each([
  [
    'forgotten by the service',
    { kind: 'reply', status: 404, body: { error_code: 404001, error_message: 'not found' } },
  ],
  ['cancelled by hand meanwhile', { kind: 'reply', status: 200, body: { status: 'cancelled' } }],
] as const)('a request that was %s is made again', async (_name, fault) => {
  const { submits, mains } = await attempts({}, [
    {},
    {
      env: again,
      before: (simulator) => {
        simulator.fault('status', fault, fault.status === 404 ? BELIEVED : 1);
        if (fault.status === 200) simulator.fault('result', fault);
      },
    },
  ]);
  expect(submits).toEqual([1, 1]);
  expect(mains[1]?.outputs.count).toBe('1');
});

test.concurrent('what is gone is made anew only within max-cost', async () => {
  const gone = (simulator: Simulator): void =>
    simulator.fault(
      'status',
      { kind: 'reply', status: 404, body: { error_code: 404001, error_message: 'not found' } },
      BELIEVED,
    );
  const { simulator, submits, mains } = await attempts({}, [
    {},
    { env: again, inputs: { 'max-cost': '0.05' }, before: gone },
    // It is on record that the request is gone, so it is not polled again.
    { env: { GITHUB_RUN_ATTEMPT: '3' }, inputs: { 'max-cost': '0.06' } },
  ]);
  expect(submits).toEqual([1, 0, 1]);
  expect(mains.map(({ exitCode }) => exitCode)).toEqual([0, 1, 0]);
  expect(mains[1]?.annotations).toMatchObject([
    { level: 'error', message: expect.stringMatching(/no longer has a request.*\$0\.06.*`max-cost` \(\$0\.05\)/) },
  ]);
  // A missing request is not cancelled.
  expect(simulator.calls.filter(({ name }) => name === 'cancel')).toEqual([]);
}, 90_000);

test('a cache that is read-only or broken costs a line of log and nothing else', async () => {
  const { mains } = await attempts({}, [
    {
      before: (simulator) =>
        simulator.fault('cache-create', {
          kind: 'reply',
          status: 200,
          body: { ok: false, message: 'cache write denied: read-only token' },
        }),
    },
    {
      env: again,
      before: (simulator) => simulator.fault('cache-lookup', { kind: 'reply', status: 403, body: { msg: 'denied' } }),
    },
  ]);
  expect(mains.map(({ exitCode, outputs }) => [exitCode, outputs.count])).toEqual([
    [0, '1'],
    [0, '1'],
  ]);
});
