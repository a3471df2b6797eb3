// Plays one run of a soak through the bundle: its attempts one after the other, each main and post, against one simulator, and keeps the evidence.
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, stat, watch, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CacheEntry } from '../simulator/github/cache.ts';
import type { SimulatedRequest } from '../simulator/runcomfy/requests.ts';
import {
  type RunningAction,
  type RunOptions,
  type RunResult,
  runPost,
  startAction,
} from '../simulator/runner/runner.ts';
import { type Simulator, startSimulator } from '../simulator/server.ts';
import type { Call } from '../simulator/wire.ts';
import { type Pictures, picturesOf, sha256Of } from './pictures.ts';
import { IMAGES, type Interruption, LOCK, MANIFEST, type RunPlan } from './plan.ts';
import { type PostReport, type Report, readPost, readReport } from './told.ts';

export interface FoundFile {
  /** Relative to the folder it was found in. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** All that an attempt has left behind. */
export interface Attempt {
  /** GITHUB_RUN_ATTEMPT. */
  readonly number: number;
  /** What was done to main; null: it ended by itself, maybe before its moment came. */
  readonly interruption: Interruption['how'] | null;
  /** Main or post did not end, and had to be killed. */
  readonly endless: boolean;
  readonly main: RunResult;
  readonly post: RunResult | null;
  readonly report: Report | null;
  readonly postReport: PostReport;
  /** Whether the journal that main's state names is there. */
  readonly journal: boolean;
  /** In order; up to the next attempt. */
  readonly mainCalls: readonly Call[];
  readonly postCalls: readonly Call[];
  readonly accepted: readonly SimulatedRequest[];
  /** Records that post has put into the cache. */
  readonly newRecords: readonly CacheEntry[];
  readonly workspace: readonly FoundFile[];
  /** The manifest's lock; empty where there is none. */
  readonly lock: string;
  /** Files in the step's own temporary folder that are neither report nor journal. */
  readonly temp: readonly string[];
  /** Processes that outlived the step. */
  readonly processes: readonly string[];
  /** Finished by this attempt. */
  readonly artifacts: number;
}

export interface Played {
  readonly plan: RunPlan;
  readonly pictures: Pictures;
  readonly attempts: readonly Attempt[];
  /** What the simulator saw that no correct client does. */
  readonly unexpected: readonly string[];
}

/** A step has no reason to take longer, with all hangs of the services that a soak plays. */
const ENDLESS_MS = 240_000;
/** What is still on its way to the service when a step ends; longer than the faults' longest delay. */
const ARRIVAL_MS = 450;

/** `onLine` hears the logs of main and post. */
export async function play(plan: RunPlan, onLine: (line: string) => void): Promise<Played> {
  await using simulator = await startSimulator(plan.service);
  simulator.expectUnexpected(); // the ledger reports it, with all the rest
  const pictures = picturesOf(plan.side);
  simulator.output(pictures.make);
  for (const { name, fault, times, skip } of plan.strikes) simulator.fault(name, fault, times, skip);

  await using folders = new AsyncDisposableStack();
  const newWorkspace = async (): Promise<string> => {
    const folder = await realpath(await mkdtemp(path.join(plan.otherDisk ? await otherDisk() : tmpdir(), 'soak-')));
    folders.defer(() => rm(folder, { recursive: true, force: true }));
    if (plan.manifest !== null) await writeFile(path.join(folder, MANIFEST), plan.manifest);
    return folder;
  };
  const shared = plan.sameWorkspace ? await newWorkspace() : null;
  const attempts: Attempt[] = [];
  for (const [n, { interruption }] of plan.attempts.entries()) {
    onLine(`--- attempt ${n + 1}, interruption: ${interruption?.how ?? 'none'}`);
    const options: RunOptions = {
      simulator,
      inputs: { ...plan.inputs, 'api-token': simulator.token, 'api-url': simulator.url },
      env: { GITHUB_RUN_ATTEMPT: String(n + 1) },
      onLine,
    };
    attempts.push(await playAttempt(n + 1, shared ?? (await newWorkspace()), options, interruption, simulator));
  }
  return { plan, pictures, attempts, unexpected: [...simulator.unexpected] };
}

async function playAttempt(
  number: number,
  workspace: string,
  options: RunOptions,
  interruption: Interruption | null,
  simulator: Simulator,
): Promise<Attempt> {
  const before = { calls: simulator.calls.length, requests: simulator.requests.length };
  const artifacts = finishedArtifacts(simulator);

  const images = path.join(workspace, IMAGES);
  await mkdir(images, { recursive: true });
  const action = await startAction({ ...options, workspace });
  let endless = false;
  const limit = setTimeout(() => {
    endless = true;
    action.signal('SIGKILL');
  }, ENDLESS_MS);
  const interrupted = interruption === null ? false : interrupt(action, images, interruption);
  await using main = await action.done;
  clearTimeout(limit);
  const mainCalls = simulator.calls.length;
  const recordsOfMain = simulator.cacheEntries.length;
  const post = await Promise.race([runPost(main, options), sleep(ENDLESS_MS, 'endless' as const, { ref: false })]);
  const processes = await endProcessesOf(main.temp);
  await sleep(ARRIVAL_MS);

  const journal = main.state.journal ?? '';
  return {
    number,
    interruption: interruption !== null && (await interrupted) ? interruption.how : null,
    endless: endless || post === 'endless',
    main,
    post: post === 'endless' ? null : post,
    report: await readReport(main),
    postReport: readPost(post === 'endless' ? null : post),
    journal: journal !== '' && (await stat(journal).then(Boolean, () => false)),
    mainCalls: simulator.calls.slice(before.calls, mainCalls),
    postCalls: simulator.calls.slice(mainCalls),
    accepted: simulator.requests.slice(before.requests),
    newRecords: simulator.cacheEntries.slice(recordsOfMain),
    workspace: (await filesIn(workspace)).filter((file) => file.path !== MANIFEST && file.path !== LOCK),
    lock: await readFile(path.join(workspace, LOCK), 'utf8').catch(() => ''),
    temp: journal === '' ? [] : (await readdir(path.dirname(journal))).filter((name) => !/\.jsonl?$/.test(name)),
    processes,
    artifacts: finishedArtifacts(simulator) - artifacts,
  };
}

/** Does it when its moment comes; false where main ended before. */
async function interrupt(action: RunningAction, images: string, { how, moment, ms }: Interruption): Promise<boolean> {
  const over = new AbortController();
  void action.done.then(() => over.abort());
  const { signal } = over;
  try {
    if (moment === 'half a file') await halfAFile(images, signal);
    else if (moment !== 'start') await action.line(moment);
    if (ms > 0) await sleep(ms, undefined, { signal });
    if (how === 'SIGTERM' || how === 'SIGKILL') action.signal(how);
    else action.cancel();
    if (how === 'cancel, then SIGKILL') {
      await sleep(ms / 2, undefined, { signal }).then(
        () => action.signal('SIGKILL'),
        () => {},
      );
    }
    return true;
  } catch {
    return false;
  }
}

async function halfAFile(folder: string, signal: AbortSignal): Promise<void> {
  for await (const { filename } of watch(folder, { signal })) if (filename?.endsWith('.part')) return;
}

function finishedArtifacts({ artifacts }: Simulator): number {
  return artifacts.filter(({ finalized }) => finalized).length;
}

async function filesIn(folder: string): Promise<FoundFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(
    entries
      .filter((entry) => !entry.isDirectory())
      .map(async (entry) => {
        const file = path.join(entry.parentPath, entry.name);
        const bytes = await readFile(file);
        const shown = path.relative(folder, file).split(path.sep).join('/');
        return { path: shown, bytes: bytes.length, sha256: sha256Of(bytes) };
      }),
  );
}

/** Linux: ends the processes that still run with that RUNNER_TEMP, and answers what they were. Other systems don't show them. */
async function endProcessesOf(temp: string): Promise<string[]> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    pids.map(async (pid) => {
      const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '');
      if (!environment.split('\0').includes(`RUNNER_TEMP=${temp}`)) return [];
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      try {
        process.kill(Number(pid), 'SIGKILL');
      } catch {
        return []; // it has just ended
      }
      return [command.split('\0').join(' ').trim() || pid];
    }),
  );
  return found.flat();
}

/** Linux: a file system in memory. Elsewhere the usual place. */
async function otherDisk(): Promise<string> {
  const there = await stat('/dev/shm').then(
    (entry) => entry.isDirectory(),
    () => false,
  );
  return there ? '/dev/shm' : tmpdir();
}
