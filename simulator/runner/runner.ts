// Starts the real bundle of an action like GitHub's runner, and returns the results.
// Rules as in actions/runner: ActionRunner.cs, NodeScriptActionHandler.cs, ProcessInvoker.cs, FileCommandManager.cs.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { access, cp, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { type ActionFile, inputVariables, type JobStatus, postShouldRun, readActionFile } from './action-file.ts';
import { type Exported, makeCommandFiles, readCommandFiles } from './command-files.ts';
import {
  eventPath,
  type JobFolders,
  jobVariables,
  maskOwnSecrets,
  PUSH_EVENT,
  type RunnerKind,
  type WorkflowEvent,
} from './environment.ts';
import { Masks } from './masks.ts';
import { type Annotation, StepLog } from './workflow-commands.ts';

export interface RunOptions {
  /** The step's `with:`. Missing inputs have their default from action.yml. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** The workflow's `env:`. It overrides the runner's variables, so that a test can simulate another runner (GITHUB_SERVER_URL). */
  readonly env?: Readonly<Record<string, string>>;
  /** Simulates GitHub's REST API, artifact and cache service. Without it, there are no artifact and cache services. */
  readonly simulator?: { readonly url: string };
  /** The checkout; default: a new empty folder. */
  readonly workspace?: string;
  readonly event?: WorkflowEvent;
  /** The matrix values of this job; default: no matrix. */
  readonly matrix?: Readonly<Record<string, unknown>>;
  /** Which runner is simulated; default 'github'. act has no artifact service like GitHub's, and its Cancel is SIGKILL. */
  readonly runner?: RunnerKind;
  /** A finished step of the same job. The new one shares its workspace, RUNNER_TEMP, masks and exported variables. */
  readonly after?: RunResult;
  /** GITHUB_ACTION, which is the same for all steps of one composite action. */
  readonly step?: string;
  /** The folder with action.yml; default: this repository. */
  readonly action?: string;
  /** Called with each line as in the log: secrets hidden, commands carried out. */
  readonly onLine?: (line: string) => void;
}

export interface RunResult extends AsyncDisposable {
  /** Of the process; `null` if a signal ended it. */
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly conclusion: JobStatus;
  /** As printed, secrets included. */
  readonly stdout: string;
  readonly stderr: string;
  /** As GitHub shows it. */
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  /** What the step exported through GITHUB_ENV and GITHUB_PATH. */
  readonly exported: Exported;
  /** Markdown; empty if it was above the limit of 1 MiB. */
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  readonly masks: readonly string[];
  readonly workspace: string;
  readonly temp: string;
  readonly seconds: number;
  /** Lines that the runner executed although @actions/core prints no such command: always a sign of injection. */
  readonly forged: readonly string[];
  /** Deletes the folders that the runner made. A workspace from the options stays. */
  [Symbol.asyncDispose](): Promise<void>;
}

export interface RunningAction {
  readonly pid: number;
  readonly done: Promise<RunResult>;
  /** The Cancel button: SIGINT, SIGTERM 7.5 s later, and the end 2.5 s after that. With act and on Windows, where Node supports nothing else, the end comes immediately. */
  cancel(): void;
  /** The runner dies: the output of the action is no longer read. */
  vanish(): void;
  /** Sends one signal to the process of the action only, as from outside. */
  signal(name: NodeJS.Signals): void;
  /** The first past or future line of the log that matches. Rejects if the action ends without one. */
  line(pattern: RegExp): Promise<string>;
}

interface Step {
  readonly script: string;
  readonly action: ActionFile;
  readonly folders: JobFolders;
  readonly masks: Masks;
  readonly state: Readonly<Record<string, string>>;
  readonly exported: Exported;
}

const REPOSITORY_ROOT = resolve(import.meta.dirname, '../..');

let installing: Promise<string> | undefined;

/** The action in its own folder, as on a runner, so that modules that were not bundled are missing. Once per process. */
function installedAction(): Promise<string> {
  installing ??= (async () => {
    const folder = await mkdtemp(join(tmpdir(), 'runcomfy-installed-'));
    process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
    await cp(join(REPOSITORY_ROOT, 'action.yml'), join(folder, 'action.yml'));
    await cp(join(REPOSITORY_ROOT, 'dist'), join(folder, 'dist'), { recursive: true });
    return folder;
  })();
  return installing;
}

const SIGTERM_AFTER_MS = 7_500;
const KILL_AFTER_MS = 10_000;
const STREAMS_STAY_OPEN_MS = 5_000;

/** Starts the action's `main`. Rejects if action.yml or the bundle is missing. */
export async function startAction(options: RunOptions = {}): Promise<RunningAction> {
  const action = await readActionFile(options.action ?? (await installedAction()));
  const { after } = options;
  const root = after ? dirname(after.temp) : await realpath(await mkdtemp(join(tmpdir(), 'runcomfy-runner-')));
  const workspace = resolve(options.workspace ?? after?.workspace ?? join(root, 'garden', 'garden'));
  const folders = { workspace, temp: join(root, '_temp') };
  const masks = new Masks();
  maskOwnSecrets(masks);
  for (const value of after?.masks ?? []) masks.add(value);
  const event = options.event ?? PUSH_EVENT;
  await mkdir(workspace, { recursive: true });
  await mkdir(dirname(eventPath(folders)), { recursive: true });
  await writeFile(eventPath(folders), JSON.stringify(event.payload, null, 2));
  return startStep(
    { script: action.main, action, folders, masks, state: {}, exported: after?.exported ?? { env: {}, path: [] } },
    options,
  );
}

/** Runs the action's `main` to its end. */
export async function runAction(options: RunOptions = {}): Promise<RunResult> {
  return (await startAction(options)).done;
}

/** Runs the action's `post` in the job of `main`; `null` if there is none, or its `post-if` is false. */
export async function runPost(main: RunResult, options: RunOptions): Promise<RunResult | null> {
  const action = await readActionFile(options.action ?? (await installedAction()));
  if (action.post === null || !postShouldRun(action.postIf, main.conclusion)) return null;
  const masks = new Masks();
  for (const value of main.masks) masks.add(value);
  const { workspace, temp, state, exported } = main;
  const step = { script: action.post, action, folders: { workspace, temp }, masks, state, exported };
  return (await startStep(step, options)).done;
}

async function startStep(step: Step, options: RunOptions): Promise<RunningAction> {
  const { folders, masks } = step;
  const files = await makeCommandFiles(folders.temp);
  const env = {
    ...jobVariables(
      folders,
      options.event ?? PUSH_EVENT,
      options.simulator?.url ?? null,
      step.exported.path,
      options.runner,
    ),
    ...(options.step === undefined ? {} : { GITHUB_ACTION: options.step }),
    ...step.exported.env,
    ...Object.fromEntries(Object.entries(step.state).map(([name, value]) => [`STATE_${name}`, value])),
    ...inputVariables(step.action, options.inputs ?? {}, { matrix: options.matrix ?? null }),
    ...files,
    ...options.env,
  };
  const waiting = new Set<{ pattern: RegExp; resolve: (line: string) => void; reject: (error: Error) => void }>();
  const log = new StepLog(masks, folders.workspace, options.env?.RUNNER_DEBUG === '1', (line) => {
    options.onLine?.(line);
    for (const one of waiting) {
      if (line.search(one.pattern) < 0) continue;
      waiting.delete(one);
      one.resolve(line);
    }
  });
  warnOfUnknownInputs(step.action, options.inputs ?? {}, log);

  const script = join(step.action.folder, step.script);
  await access(script).catch(() => Promise.reject(new Error(`${script} is not there: npm run bundle makes it.`)));
  const started = performance.now();
  const child = spawn(process.execPath, [script], {
    cwd: folders.workspace,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Its own process group, so that Ctrl-C in our terminal reaches the action only through the runner.
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const stdout = collect(child.stdout, log);
  const stderr = collect(child.stderr, log);
  await once(child, 'spawn');

  const timers = new Set<NodeJS.Timeout>();
  const later = (ms: number, what: () => void) => void timers.add(setTimeout(what, ms));
  let cancelled = false;
  child.once('exit', () => later(STREAMS_STAY_OPEN_MS, () => killTree(child)));

  const finish = async (): Promise<RunResult> => {
    await once(child, 'close');
    const seconds = (performance.now() - started) / 1000;
    for (const timer of timers) clearTimeout(timer);
    if (cancelled) log.annotate('error', 'The operation was canceled.');
    const { exported, state, outputs, summary } = await readCommandFiles(files, log, masks);
    for (const one of waiting) {
      one.reject(new Error(`The action ended without a line like ${one.pattern}. Its log:\n${log.lines.join('\n')}`));
    }
    return {
      exitCode: child.exitCode,
      signal: child.signalCode,
      conclusion: cancelled ? 'cancelled' : child.exitCode !== 0 || log.failed ? 'failure' : 'success',
      stdout: stdout(),
      stderr: stderr(),
      log: log.lines.join('\n'),
      outputs,
      state,
      exported,
      summary,
      annotations: log.annotations,
      masks: masks.values,
      ...folders,
      seconds,
      forged: log.forged,
      [Symbol.asyncDispose]: () => rm(dirname(folders.temp), { recursive: true, force: true }),
    };
  };

  return {
    pid: child.pid ?? 0,
    done: finish(),
    cancel() {
      if (cancelled || child.exitCode !== null || child.signalCode !== null) return;
      cancelled = true;
      if (options.runner === 'act') return killTree(child);
      child.kill('SIGINT');
      later(SIGTERM_AFTER_MS, () => child.kill('SIGTERM'));
      later(KILL_AFTER_MS, () => killTree(child));
    },
    vanish() {
      child.stdout.destroy();
      child.stderr.destroy();
    },
    signal(name) {
      child.kill(name);
    },
    line(pattern) {
      const seen = log.lines.find((line) => line.search(pattern) >= 0);
      if (seen !== undefined) return Promise.resolve(seen);
      return new Promise((resolve, reject) => waiting.add({ pattern, resolve, reject }));
    },
  };
}

function warnOfUnknownInputs(action: ActionFile, given: Readonly<Record<string, string>>, log: StepLog): void {
  const valid = action.inputs.map((input) => input.name);
  const unknown = Object.keys(given).filter((name) => !valid.includes(name.toLowerCase()));
  if (unknown.length === 0) return;
  log.annotate('warning', `Unexpected input(s) '${unknown.join("', '")}', valid inputs are ['${valid.join("', '")}']`);
}

/**
 * Feeds the log line by line, split like .NET's ReadLine: at a line feed, a carriage return, and both together.
 * Returns a function for the whole text so far.
 */
function collect(stream: Readable, log: StepLog): () => string {
  let whole = '';
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (text: string) => {
    whole += text;
    // A carriage return at the end waits, because its line feed may come next.
    const lines = (rest + text).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    for (const line of lines) log.read(line);
  });
  stream.on('end', () => {
    if (rest !== '') log.read(rest.replace(/\r$/, ''));
  });
  return () => whole;
}

function killTree(child: ChildProcess): void {
  try {
    if (child.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The group has already ended.
  }
  child.kill('SIGKILL');
  child.stdout?.destroy();
  child.stderr?.destroy();
}
