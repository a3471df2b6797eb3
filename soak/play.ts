// Plays one story of a soak with the bundle and one simulator, round after round, main and post of each step, and collects the evidence.
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PUSH_EVENT, pullRequestEvent } from '../simulator/runner/environment.ts';
import { type RunOptions, type RunResult, runPost, startAction } from '../simulator/runner/runner.ts';
import { type Simulator, startSimulator } from '../simulator/server.ts';
import { type Call, parseObject } from '../simulator/wire.ts';
import { interrupt } from './interrupt.ts';
import { deploy, GRAPH_FILE, ORDER_INPUTS } from './makers.ts';
import { type Pictures, picturesOf, sha256Of } from './pictures.ts';
import { type Checkout, never, newFolder, openPlaces, type Places, sharesJob } from './places.ts';
import { type Interruption, LOCK, MANIFEST, type RoundPlan, type RunPlan, type StepPlan } from './plan.ts';
import { newestRecord, type RecordLine } from './record.ts';
import { type PostReport, type Report, readPost, readReport } from './told.ts';

export interface FoundFile {
  /** Relative to the searched folder. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The evidence of one step. */
export interface Step {
  readonly plan: StepPlan;
  /** The number of images that it was asked for. */
  readonly asked: number;
  /** How main was interrupted; null if it ended by itself, possibly before its moment came. */
  readonly interruption: Interruption['how'] | null;
  /** Main or post did not end within ENDLESS_MS. */
  readonly endless: boolean;
  readonly main: RunResult;
  /** When main ended, by `performance.now()`. */
  readonly endedAt: number;
  /** null if it did not run, because the runner was lost, or did not end. */
  readonly post: RunResult | null;
  readonly report: Report | null;
  readonly postReport: PostReport;
  /** Whether the journal in main's state exists. */
  readonly journal: boolean;
  /** The number of each image, counted from 1, by hash of its order. */
  readonly orders: ReadonlyMap<string, number>;
  /** The step's record when main started. */
  readonly known: readonly RecordLine[];
  /** The step's record when the step was over. */
  readonly kept: readonly RecordLine[];
  /** The files at the end of the round. */
  readonly workspace: readonly FoundFile[];
  /** The manifest's lock; empty if there is none. */
  readonly lock: string;
  /** The hashes of the files that were changed by hand, by path. */
  readonly retouched: ReadonlyMap<string, string>;
  /** The files in the step's temporary folder, except for the report and the journal. */
  readonly temp: readonly string[];
  /** The command lines of processes that were still running after the step. */
  readonly processes: readonly string[];
}

/** A submit that one of the two services has accepted. */
export interface Accepted {
  readonly id: string;
  /** Absent for the Model API. */
  readonly deployment?: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** By `performance.now()`. */
  readonly submittedAt: number;
  /** Now, not at the end of its round. */
  readonly cancelled: boolean;
}

export interface Round {
  /** Counts from 1 within a story. */
  readonly number: number;
  readonly plan: RoundPlan;
  readonly steps: readonly Step[];
  /** In order, up to the next round. */
  readonly calls: readonly Call[];
  readonly accepted: readonly Accepted[];
}

export interface Played {
  readonly plan: RunPlan;
  readonly pictures: Pictures;
  readonly rounds: readonly Round[];
  /** Calls that no correct client makes. */
  readonly unexpected: readonly string[];
}

/** The limit for main and for post, which is enough for all hangs in a soak. */
const ENDLESS_MS = 240_000;
/** The time for calls in flight to arrive after a step has ended. Longer than the longest delay in faults.ts. */
const ARRIVAL_MS = 450;

/** `onLine` receives the logs of main and post. */
export async function play(plan: RunPlan, onLine: (line: string) => void): Promise<Played> {
  await using simulator = await startSimulator(plan.service);
  simulator.expectUnexpected(); // the ledger reports these calls
  const pictures = picturesOf(plan);
  simulator.output(pictures.make);
  for (const { name, fault, times, skip } of plan.strikes) simulator.fault(name, fault, times, skip);

  await using places = openPlaces(plan);
  const rounds: Round[] = [];
  for (const [n, round] of plan.rounds.entries()) {
    if (n === 0 || round.redeploys) deploy(simulator, plan.deployments, n, pictures);
    onLine(`--- round ${n + 1} of "${plan.story}"`);
    // Without any paid request, there is nothing to collect.
    if (round.steps.some(({ collects }) => collects) && idsOf(simulator).length === 0) continue;
    if (round.retouch) await places.retouch();
    if (round.outage !== null) breakCache(simulator, round.outage);
    rounds.push(await playRound(n + 1, { plan, round, places, simulator, onLine }));
  }
  return { plan, pictures, rounds, unexpected: [...simulator.unexpected] };
}

interface Scene {
  readonly plan: RunPlan;
  readonly round: RoundPlan;
  readonly places: Places;
  readonly simulator: Simulator;
  readonly onLine: (line: string) => void;
}

async function playRound(number: number, scene: Scene): Promise<Round> {
  const { round, simulator, places } = scene;
  const callsBefore = simulator.calls.length;
  const acceptedBefore = new Set(acceptedBy(simulator));
  await using folders = new AsyncDisposableStack();
  const checkouts = await Promise.all(round.steps.map((_, n) => places.checkout(n)));
  const temps = await Promise.all(
    round.steps.map((_, n) => (n > 0 && sharesJob(scene.plan) ? null : newFolder('temp-'))),
  );
  for (const temp of temps)
    if (temp !== null) folders.defer(() => rm(temp, { recursive: true, force: true, maxRetries: 3 }));
  const begin = (n: number): Promise<Ended> =>
    playStep(scene, {
      step: round.steps[n] ?? never(),
      checkout: checkouts[n] ?? never(),
      temp: temps[n] ?? temps[0] ?? never(),
    });
  const ended: Ended[] = [];
  if (round.order === 'at once') ended.push(...(await Promise.all(round.steps.map((_, n) => begin(n)))));
  if (round.order === 'one by one') for (const n of round.steps.keys()) ended.push(await begin(n));
  if (round.order === 'the next once the first is on record') {
    const entries = simulator.cacheEntries.length;
    const first = begin(0);
    const isOver = new AbortController();
    void first.finally(() => isOver.abort());
    await until(() => isOver.signal.aborted || simulator.cacheEntries.length > entries);
    ended.push(...(await Promise.all([first, begin(1)])));
  }
  const steps = await Promise.all(ended.map(evidenceOf));
  for (const { main } of ended) folders.defer(() => main[Symbol.asyncDispose]());
  return {
    number,
    plan: round,
    steps,
    calls: simulator.calls.slice(callsBefore),
    accepted: acceptedBy(simulator).filter((request) => !acceptedBefore.has(request)),
  };
}

interface Place {
  readonly step: StepPlan;
  readonly checkout: Checkout;
  /** RUNNER_TEMP. */
  readonly temp: string;
}

/** A step that is over, without the evidence from its files. */
type Ended = Omit<
  Step,
  'workspace' | 'lock' | 'retouched' | 'temp' | 'report' | 'postReport' | 'orders' | 'journal'
> & {
  readonly checkout: Checkout;
};

async function playStep({ plan, simulator, onLine }: Scene, { step, checkout, temp }: Place): Promise<Ended> {
  const { collects, resume, leg, count } = step;
  const ids = idsOf(simulator);
  const others = Object.entries(plan.inputs).filter(([name]) => !ORDER_INPUTS.includes(name));
  const ordered = plan.manifest === null ? { count: String(count), ...plan.inputs } : plan.inputs;
  const inputs = collects
    ? { ...Object.fromEntries(others), collect: ids.join(','), filename: 'c-{request_id}' }
    : ordered;
  const options: RunOptions = {
    simulator,
    workspace: checkout.folder,
    event: plan.story === 'pull request' ? pullRequestEvent() : PUSH_EVENT,
    inputs: {
      ...inputs,
      ...(resume ? {} : { resume: 'false' }),
      'api-token': simulator.token,
      'api-url': simulator.url,
      'deployments-url': simulator.url,
    },
    ...(leg === null ? {} : { matrix: { leg } }),
    env: {
      RUNNER_TEMP: temp,
      GITHUB_RUN_ID: String(step.runId),
      GITHUB_RUN_ATTEMPT: String(step.attempt),
      ...(plan.story === 'composite' ? { GITHUB_ACTION: '__self' } : {}),
    },
    onLine: (line) => onLine(leg === null ? line : `${leg}: ${line}`),
  };
  const recorded = [...simulator.cacheEntries];
  const action = await startAction(options);
  let endless = false;
  const limit = setTimeout(() => {
    endless = true;
    action.signal('SIGKILL');
  }, ENDLESS_MS);
  const { interruption } = step;
  const interrupted = interruption === null ? false : interrupt(action, { ...checkout, temp }, interruption);
  const main = await action.done;
  const endedAt = performance.now();
  clearTimeout(limit);
  const keptByMain = [...simulator.cacheEntries];
  const post = step.lost
    ? null
    : await Promise.race([runPost(main, options), sleep(ENDLESS_MS, 'endless' as const, { ref: false })]);
  const processes = sharesJob(plan) ? [] : await endProcessesOf(temp);
  await sleep(ARRIVAL_MS);
  const record = main.state.record ?? '';
  return {
    plan: step,
    asked: collects ? ids.length : count,
    interruption: interruption !== null && (await interrupted) ? interruption.how : null,
    endless: endless || post === 'endless',
    main,
    endedAt,
    post: post === 'endless' ? null : post,
    known: newestRecord(recorded, record),
    kept: newestRecord(step.lost ? keptByMain : simulator.cacheEntries, record),
    processes,
    checkout,
  };
}

async function evidenceOf({ checkout, ...ended }: Ended): Promise<Step> {
  const { main, post } = ended;
  const { folder, retouched } = checkout;
  const journal = main.state.journal ?? '';
  const text = journal === '' ? null : await readFile(journal, 'utf8').catch(() => null);
  const files = await filesIn(folder);
  return {
    ...ended,
    report: await readReport(main),
    postReport: readPost(post),
    journal: text !== null,
    orders: ordersIn(text ?? ''),
    workspace: files.filter((file) => ![MANIFEST, LOCK, GRAPH_FILE].includes(file.path)),
    lock: await readFile(path.join(folder, LOCK), 'utf8').catch(() => ''),
    retouched: new Map(retouched),
    temp: journal === '' ? [] : (await readdir(path.dirname(journal))).filter((name) => !/\.jsonl?$/.test(name)),
  };
}

/** From the journal, which has both the name and the order of each image. */
function ordersIn(journal: string): ReadonlyMap<string, number> {
  const orders = new Map<string, number>();
  for (const line of journal.split('\n')) {
    const { task, order } = parseObject(Buffer.from(line)) ?? {};
    if (typeof task === 'string' && typeof order === 'string')
      orders.set(order, Number(/^image-(\d+)$/.exec(task)?.[1] ?? 1));
  }
  return orders;
}

/** The request ids that a run can collect. */
function idsOf(simulator: Simulator): readonly string[] {
  return acceptedBy(simulator)
    .filter(({ cancelled }) => !cancelled)
    .map(({ id }) => id);
}

function acceptedBy({ requests, comfyui }: Simulator): readonly Accepted[] {
  return [...requests, ...comfyui.requests];
}

/** More calls than any story makes. */
const ALWAYS = 100_000;

function breakCache(simulator: Simulator, outage: 'silent' | 'refused'): void {
  const status = outage === 'silent' ? 503 : 403;
  for (const name of ['cache-lookup', 'cache-create'] as const)
    simulator.fault(name, { kind: 'reply', status, body: { msg: 'struck by the soak' } }, ALWAYS);
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(20);
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

/** On Linux, kills the processes that still run with that RUNNER_TEMP, and returns their command lines. Other systems have no /proc to find them. */
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
