// What was paid for is known to every step, leg, run and runner: the bundle on many simulated runners, all against one service. Submits are counted at the server, images by their bytes.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import type { Fault } from '../../simulator/faults.ts';
import { WRITE_DENIED } from '../../simulator/github/cache.ts';
import { pullRequestEvent } from '../../simulator/runner/environment.ts';
import {
  type RunningAction,
  type RunOptions,
  type RunResult,
  runPost,
  startAction,
} from '../../simulator/runner/runner.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../simulator/server.ts';
import { openFolder } from '../helpers/folders.ts';
import { until } from '../helpers/until.ts';

interface Step extends Omit<RunOptions, 'simulator'> {
  /** The runner dies with main: no post phase. */
  readonly lost?: boolean;
  readonly during?: (action: RunningAction, simulator: Simulator) => Promise<void>;
}

interface Played extends RunResult {
  readonly post: RunResult | null;
  /** SHA-256 of each file that the step reports as saved, at the end. */
  readonly images: readonly string[];
  readonly paths: readonly string[];
}

interface Service extends AsyncDisposable {
  readonly simulator: Simulator;
  /** One step, main and post, by default on its own runner. */
  step(given?: Step): Promise<Played>;
  submits(): number;
}

async function openService(options: SimulatorOptions = {}): Promise<Service> {
  const simulator = await startSimulator({ runMs: 50, ...options });
  const submits = (): number => simulator.calls.filter(({ name }) => name === 'submit').length;
  return {
    simulator,
    submits,
    async step({ lost = false, during, inputs, ...given } = {}) {
      const described = inputs?.manifest === undefined && inputs?.collect === undefined;
      const run: RunOptions = {
        ...given,
        simulator,
        inputs: {
          'api-token': simulator.token,
          'api-url': simulator.url,
          'poll-interval': '50ms',
          ...(described ? { prompt: 'a red fox', 'image-size': '48x32' } : {}),
          ...inputs,
        },
      };
      const action = await startAction(run);
      await during?.(action, simulator);
      const main = await action.done;
      const post = lost ? null : await runPost(main, run);
      const paths: string[] = JSON.parse(main.outputs.images || '[]').map(({ path: file }: { path: string }) => file);
      const digest = (file: string): string =>
        createHash('sha256')
          .update(readFileSync(path.join(main.workspace, file)))
          .digest('hex');
      return { ...main, post, paths, images: paths.map(digest) };
    },
    [Symbol.asyncDispose]: () => simulator[Symbol.asyncDispose](),
  };
}

const again = { GITHUB_RUN_ATTEMPT: '2' };

test('matrix legs that ask for the same, more or less of it: a re-run pays for nothing, and each leg has its own images', async () => {
  await using service = await openService();
  const legs: readonly Step[] = [
    { matrix: { theme: 'light' }, inputs: { count: '3', seed: '7' } },
    { matrix: { theme: 'dark' }, inputs: { count: '1', seed: '7' } },
  ];
  const first = await Promise.all(legs.map((leg) => service.step(leg)));
  expect(service.submits()).toBe(4);
  const second = await Promise.all(legs.map((leg) => service.step({ ...leg, env: again })));
  expect(service.submits()).toBe(4);
  expect(second.map(({ images }) => images)).toEqual(first.map(({ images }) => images));
  expect(second.map(({ outputs }) => outputs['request-ids'])).toEqual(
    first.map(({ outputs }) => outputs['request-ids']),
  );
});

test('legs that differ in the file name only: each its own', async () => {
  await using service = await openService();
  const legs = ['a-{index}', 'b-{index}'].map((filename): Step => ({ inputs: { filename } }));
  const first = await Promise.all(legs.map((leg) => service.step(leg)));
  const second = await Promise.all(legs.map((leg) => service.step({ ...leg, env: again })));
  expect(service.submits()).toBe(2);
  expect(second.map(({ paths, images }) => [paths, images])).toEqual(first.map(({ paths, images }) => [paths, images]));
  expect(new Set(first.flatMap(({ images }) => images)).size).toBe(2);
});

test('two uses inside one composite action: nothing is overwritten, and each gets its own in a re-run', async () => {
  await using service = await openService();
  const uses = async (env: Readonly<Record<string, string>>): Promise<readonly Played[]> => {
    await using temp = await openFolder();
    await using workspace = await openFolder();
    // The runner gives embedded steps the GITHUB_ACTION of the composite (actions/runner, CompositeActionHandler).
    const step: Step = { workspace: workspace.path, env: { RUNNER_TEMP: temp.path, GITHUB_ACTION: '__self', ...env } };
    return [await service.step(step), await service.step(step)];
  };
  const first = await uses({});
  expect(first.map(({ paths }) => paths)).toEqual([['runcomfy-images/image-1.jpg'], ['runcomfy-images/image-1-2.jpg']]);
  expect(new Set(first.flatMap(({ images }) => images)).size).toBe(2);
  const second = await uses(again);
  expect(service.submits()).toBe(2);
  expect(second.map(({ images }) => images)).toEqual(first.map(({ images }) => images));
});

test('steps of a job that run at once share out the names', async () => {
  await using service = await openService({ runMs: 300 });
  await using temp = await openFolder();
  await using workspace = await openFolder();
  const steps = await Promise.all(
    [1, 2, 3].map((n) =>
      service.step({
        workspace: workspace.path,
        env: { RUNNER_TEMP: temp.path, GITHUB_ACTION: `step-${n}` },
        inputs: { count: '2' },
      }),
    ),
  );
  const paths = steps.flatMap((step) => step.paths);
  expect(new Set(paths).size).toBe(6);
  expect(new Set(steps.flatMap(({ images }) => images)).size).toBe(6);
  expect(steps.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);
});

test('a second run of a pull request that starts while the first one polls collects its requests', async () => {
  await using service = await openService({ runMs: 4_000 });
  const event = pullRequestEvent();
  const first = service.step({ event, inputs: { count: '2' } });
  await service.simulator.received('cache-finalize');
  const second = await service.step({ event, env: { GITHUB_RUN_ID: '2' }, inputs: { count: '2' } });
  expect(service.submits()).toBe(2);
  expect(second.images).toEqual((await first).images);
});

test('a runner that is lost 5 s after acceptance: the re-run collects', async () => {
  await using service = await openService({ runMs: 6_000 });
  const died = await service.step({
    inputs: { count: '2' },
    lost: true,
    async during(action, simulator) {
      await action.line(/image-2/);
      await simulator.received('cache-finalize');
      action.signal('SIGKILL');
    },
  });
  expect(died.signal).toBe('SIGKILL');
  const second = await service.step({ env: again, inputs: { count: '2' } });
  expect(second.exitCode).toBe(0);
  expect(second.images).toHaveLength(2);
  expect(service.submits()).toBe(2);
});

test('post phases at the same moment: the requests of both are on record', async () => {
  await using service = await openService();
  await using checkout = await openFolder();
  const images = ['a', 'b', 'c', 'd'];
  const item = (id: string): string =>
    `  - { id: ${id}, prompt: ${id}, parameters: { image_size: { width: 48, height: 32 } } }\n`;
  await checkout.write('images.yml', `version: 1\nimages:\n${images.map(item).join('')}`);
  const copies = await Promise.all(images.map(() => openFolder()));
  for (const copy of copies) await copy.write('images.yml', `version: 1\nimages:\n${images.map(item).join('')}`);
  // Main's own saves fail, so that all is left to the post phases.
  const step = (id: string, n: number): Promise<Played> =>
    service.step({
      workspace: copies[n]?.path ?? '',
      env: { GITHUB_RUN_ID: String(n + 1) },
      inputs: { manifest: 'images.yml', only: id },
      lost: false,
      during: async () => {},
    });
  await Promise.all(images.map(step));
  expect(service.submits()).toBe(4);
  const all = await service.step({
    workspace: checkout.path,
    env: { GITHUB_RUN_ID: '9', GITHUB_WORKFLOW: 'Nightly', GITHUB_JOB: 'assets' },
    inputs: { manifest: 'images.yml' },
  });
  for (const copy of copies) await copy[Symbol.asyncDispose]();
  expect(all.exitCode).toBe(0);
  expect(all.images).toHaveLength(4);
  expect(service.submits()).toBe(4);
});

const outages: readonly (readonly [string, Fault])[] = [
  ['429', { kind: 'reply', status: 429, headers: { 'retry-after': '60' } }],
  ['503', { kind: 'reply', status: 503, headers: { 'retry-after': '20' } }],
];
test.each(outages)(
  'a look-up without a response (%s) refuses the run before its first submit',
  async (_name, fault) => {
    await using service = await openService();
    await service.step();
    service.simulator.fault('cache-lookup', fault, 1000);
    const refused = await service.step({ env: again });
    expect(service.submits()).toBe(1);
    expect(refused.exitCode).toBe(1);
    expect(refused.annotations).toMatchObject([
      { level: 'error', message: expect.stringMatching(/paid for.*Nothing was submitted.*`resume: false`/s) },
    ]);
    const anyway = await service.step({ env: again, inputs: { resume: 'false' } });
    expect(anyway.exitCode).toBe(0);
    expect(service.submits()).toBe(2);
  },
);

test('a short outage of the look-up is waited out', async () => {
  await using service = await openService();
  await service.step();
  service.simulator.fault('cache-lookup', { kind: 'reply', status: 503 }, 2);
  const second = await service.step({ env: again });
  expect(second.exitCode).toBe(0);
  expect(service.submits()).toBe(1);
});

test('a clearly refused look-up counts as no cache: the run continues, and says what would help', async () => {
  await using service = await openService();
  await service.step();
  service.simulator.fault('cache-lookup', { kind: 'reply', status: 403, body: { msg: 'denied' } }, 1000);
  const second = await service.step({ env: again });
  expect(second.exitCode).toBe(0);
  expect(service.submits()).toBe(2);
  expect(second.annotations).toMatchObject([
    { level: 'warning', message: expect.stringContaining('cache-mode: write') },
  ]);
});

test.each(['pull_request_target', 'issue_comment', 'workflow_run'])(
  'a token that may only read (%s): said before the first submit, nothing is promised, and ids are named for `collect`',
  async (name) => {
    await using service = await openService({ runMs: 60_000 });
    service.simulator.fault('cache-create', { kind: 'reply', status: 200, body: WRITE_DENIED }, 1000);
    const event = { ...pullRequestEvent(), name };
    const run = await service.step({ event, inputs: { timeout: '2s' } });
    const [first, ...rest] = run.annotations;
    expect(first).toMatchObject({ level: 'warning', message: expect.stringContaining('cache-mode: write') });
    expect(run.log.indexOf('cache-mode')).toBeLessThan(run.log.indexOf('submitted'));
    const said = [...rest, ...(run.post?.annotations ?? [])].map(({ message }) => message).join('\n');
    expect(said).not.toMatch(/[Rr]e-run this job/);
    const [id = ''] = JSON.parse(run.outputs['request-ids'] ?? '[]');
    expect(said).toContain(id);
    expect(said).toContain('collect');
    expect(run.annotations.filter(({ message }) => message.includes('cache-mode'))).toHaveLength(1);
  },
);

test.each([
  ['a space in RUNNER_TEMP', 'with space', {}],
  ['no tar and no zstd', 'temp', { PATH: '/nowhere' }],
])('the record is found: %s', async (_name, folder, env) => {
  await using service = await openService();
  await using temp = await openFolder();
  await temp.write(`${folder}/x`, '');
  const runner = { RUNNER_TEMP: path.join(temp.path, folder), ...env };
  await service.step({ env: runner });
  await service.step({ env: again });
  expect(service.submits()).toBe(1);
});

test('version 1 of the cache service works too', async () => {
  await using service = await openService();
  const env = { ACTIONS_CACHE_SERVICE_V2: '', ACTIONS_CACHE_URL: `${service.simulator.url}/` };
  await service.step({ env });
  await service.step({ env: { ...env, ...again } });
  expect(service.submits()).toBe(1);
});

test('the record has ids, hashes and states, and no content', async () => {
  await using service = await openService();
  await service.step({ inputs: { prompt: 'the secret of the garden', filename: 'hidden-{index}' } });
  const records = service.simulator.cacheEntries.map(({ bytes }) => bytes.toString());
  expect(JSON.parse(records.at(-1) ?? '')).toMatchObject({ version: 1, requests: [{ attempt: 1 }] });
  // A slow step is put on record while it runs. For later runs its end changes nothing, and then nothing is written for it.
  expect([null, 'finished']).toContain(JSON.parse(records.at(-1) ?? '').requests[0].ending);
  expect(records.join('\n')).not.toMatch(/secret|garden|hidden|http|rc-simulator-token|fox/);
});

test('only ids are believed in a forged record, and it leaves no file', async () => {
  await using service = await openService();
  await service.step();
  const [entry] = service.simulator.cacheEntries;
  if (entry === undefined) throw new Error('no record');
  const { requests } = JSON.parse(entry.bytes.toString());
  const order = requests[0].order;
  for (const id of ['../../../v1/models/evil', 'http://127.0.0.1:9/x', 'a b', '%2e%2e']) {
    const forged = { ...requests[0], order, request_id: id, path: '/etc/passwd', url: 'http://127.0.0.1:9/' };
    const bytes = Buffer.from(JSON.stringify({ version: 1, requests: [forged] }));
    await using other = await startSimulator({ cacheEntries: [{ ...entry, bytes }] });
    const before = service.submits();
    await service.step({ env: { ...again, ACTIONS_RESULTS_URL: `${other.url}/` } });
    expect(service.submits()).toBe(before + 1);
  }
});

test('RUNNER_TEMP is emptied after a kill: requests on record are ended and reported', async () => {
  await using service = await openService({ queueMs: 60_000 });
  const killed = await service.step({
    inputs: { count: '2' },
    async during(action, simulator) {
      await simulator.received('cache-finalize');
      action.signal('SIGKILL');
      const { temp } = await action.done;
      rmSync(temp, { recursive: true, force: true });
    },
  });
  const ids = service.simulator.requests.map(({ id }) => id);
  expect(service.simulator.requests.map(({ cancelled }) => cancelled)).toEqual([true, true]);
  const said = killed.post?.annotations.map(({ message }) => message).join('\n') ?? '';
  for (const id of ids) expect(said).toContain(id);
  expect(said).toMatch(/journal .* is missing/);
});

/** Until the journal below RUNNER_TEMP says that so many tasks are staged. */
async function stagedIn(temp: string, tasks: number): Promise<void> {
  await until(() => {
    const [folder = ''] = readdirSync(temp).filter((name) => /^runcomfy-(?!claims)/.test(name));
    const journal = path.join(temp, folder, 'journal.jsonl');
    const text = folder !== '' && existsSync(journal) ? readFileSync(journal, 'utf8') : '';
    return text.split('"entry":"staged"').length - 1 >= tasks;
  });
}

test('killed while the first image is slow and the others are downloaded: post saves and uploads those', async () => {
  await using service = await openService();
  await using temp = await openFolder();
  await using workspace = await openFolder();
  const step: Step = {
    workspace: workspace.path,
    env: { RUNNER_TEMP: temp.path },
    inputs: { count: '3', seed: '7', filename: '{id}-{index}-{seed}' },
    async during(action, simulator) {
      simulator.fault('status', { kind: 'hang' });
      await stagedIn(temp.path, 2);
      action.signal('SIGKILL');
    },
  };
  const killed = await service.step(step);
  expect(killed.signal).toBe('SIGKILL');
  const saved = ['image-2-8.jpg', 'image-3-9.jpg'].map((name) => path.join('runcomfy-images', name));
  for (const file of saved) expect(existsSync(path.join(workspace.path, file))).toBe(true);
  expect(service.simulator.artifacts).toHaveLength(1);
  expect(killed.post?.log).toMatch(/Saved runcomfy-images\/image-2-8\.jpg/);
  const { during: _, ...rest } = step;
  const again = await service.step({ ...rest, env: { GITHUB_RUN_ATTEMPT: '2' } });
  expect(service.submits()).toBe(3);
  expect(again.paths).toHaveLength(3);
});

test('killed with a manifest: downloaded files are saved and in the lock', async () => {
  await using service = await openService();
  await using temp = await openFolder();
  await using workspace = await openFolder();
  const size = 'parameters: { image_size: { width: 48, height: 32 }, output_format: png }';
  await workspace.write(
    'images.yml',
    `version: 1\nimages:\n  - { id: a, prompt: One, ${size}, output: a.png }\n  - { id: b, prompt: Two, ${size}, output: b.png }\n`,
  );
  const step: Step = {
    workspace: workspace.path,
    env: { RUNNER_TEMP: temp.path },
    inputs: { manifest: 'images.yml' },
  };
  const killed = await service.step({
    ...step,
    async during(action, simulator) {
      simulator.fault('file', { kind: 'slow', ms: 300 }, 1);
      await stagedIn(temp.path, 1);
      action.signal('SIGKILL');
    },
  });
  expect(killed.post?.exitCode).toBe(0);
  const lock = JSON.parse(readFileSync(path.join(workspace.path, 'images.lock.json'), 'utf8'));
  const locked = Object.keys(lock.images);
  expect(locked.length).toBeGreaterThan(0);
  for (const id of locked) expect(existsSync(path.join(workspace.path, `${id}.png`))).toBe(true);
  const again = await service.step({ ...step, env: { GITHUB_RUN_ID: '2' } });
  expect(again.exitCode).toBe(0);
  expect(service.submits()).toBe(2);
});
