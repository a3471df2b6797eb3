// What calls on the command line leave for later ones: one folder per call in the user's state folder, by repository. Never the token.
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir, uptime } from 'node:os';
import path from 'node:path';
import { type Leftover, readJournal } from '../ledger/leftover.ts';
import { errorCodes } from '../lib/errors.ts';

/** One call of `generate`. */
export interface Call {
  /** Only for this call; absolute. */
  readonly folder: string;
  readonly journal: string;
  /** The other calls for this repository, the oldest first. */
  others(): readonly OtherCall[];
  /** Removes what no later call needs. */
  end(): void;
}

export interface OtherCall {
  readonly folder: string;
  /** Its process while it is running; null if it has ended or was killed. */
  readonly pid: number | null;
  readonly left: Leftover;
}

type Environment = Readonly<Record<string, string | undefined>>;

const JOURNAL = 'journal.jsonl';
const PROCESS = 'process';
/** RunComfy deletes results of deployments after 7 days. For models, it does not say. */
const KEPT_MS = 60 * 24 * 3_600_000;

/** Follows the XDG Base Directory Specification, and the customs of Windows and macOS. Throws if the user has no home folder. */
export function stateFolder(env: Environment, platform: NodeJS.Platform): string {
  const given = env.XDG_STATE_HOME ?? '';
  if (path.isAbsolute(given)) return path.join(given, 'runcomfy-action');
  if (platform === 'win32' && env.LOCALAPPDATA) return path.join(env.LOCALAPPDATA, 'runcomfy-action');
  const home = homedir();
  // Below the current folder, only calls from there would find it, and it might be committed.
  if (!path.isAbsolute(home)) throw new Error('HOME is not an absolute path');
  return platform === 'darwin'
    ? path.join(home, 'Library', 'Application Support', 'runcomfy-action')
    : path.join(home, '.local', 'state', 'runcomfy-action');
}

/** The state folder of one repository. `repository`: its git folder, or the workspace if there is no repository; absolute. */
export function repositoryState(state: string, repository: string): string {
  const digest = createHash('sha256').update(repository).digest('hex').slice(0, 16);
  const name = path.basename(path.basename(repository) === '.git' ? path.dirname(repository) : repository);
  return path.join(state, `${name.replace(/[^\w.-]/g, '_').slice(0, 40)}-${digest}`);
}

/** `folder`: the state folder of the repository. Throws if it cannot be written. */
export function openCall(folder: string, now: Date): Call {
  const own = path.join(folder, `${now.toISOString().replaceAll(':', '')}-${randomUUID().slice(0, 8)}`);
  // What was paid for, and when, is private.
  mkdirSync(own, { recursive: true, mode: 0o700 });
  writeFileSync(path.join(own, PROCESS), `${process.pid} ${startOf(process.pid)}`);
  return {
    folder: own,
    journal: path.join(own, JOURNAL),
    others: () => callsOf(folder).filter((call) => call.folder !== own),
    end() {
      const left = readJournal(path.join(own, JOURNAL));
      if (left === null || left.requests.length + left.delivered.size === 0)
        rmSync(own, { recursive: true, force: true });
      else removeAllBut([JOURNAL, ...undelivered(left, left.delivered)], own);
    },
  };
}

/** All calls for a repository, the oldest first. `folder`: the state folder of the repository. Throws if it cannot be read. */
export function callsOf(folder: string): readonly OtherCall[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const call = path.join(folder, name);
      const pid = livingProcess(path.join(call, PROCESS));
      const left = readJournal(path.join(call, JOURNAL));
      return left === null ? [] : [{ folder: call, pid, left }];
    });
}

/** Removes what ended and killed calls no longer need, and journals so old that RunComfy no longer has their requests. */
export function tidy(calls: readonly OtherCall[], now: number): void {
  const delivered = deliveredBy(calls);
  for (const { folder, pid, left } of calls) {
    if (pid !== null) continue;
    removeAllBut([JOURNAL, ...undelivered(left, delivered)], folder);
    try {
      const age = now - statSync(path.join(folder, JOURNAL)).mtimeMs;
      if (age > KEPT_MS) rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another call has removed it.
    }
  }
}

/** The ids of requests whose files were saved by any of these calls. */
export function deliveredBy(calls: readonly OtherCall[]): ReadonlySet<string> {
  return new Set(
    calls.flatMap(({ left: { requests, staged, delivered } }) => {
      // A request that was collected by its id was not submitted by that call.
      const files = [...staged].map(([task, { requestId }]) => ({ task, requestId }));
      return [...requests, ...files].flatMap(({ task, requestId }) =>
        requestId !== null && delivered.has(task) ? [requestId] : [],
      );
    }),
  );
}

/** Names of files that were downloaded but not saved: they may be the only copies. `delivered`: request ids, or tasks. */
function undelivered({ staged }: Leftover, delivered: ReadonlySet<string>): readonly string[] {
  return [...staged].flatMap(([task, { requestId, files }]) =>
    delivered.has(task) || delivered.has(requestId)
      ? []
      : files.flatMap((file) => (file === null ? [] : [path.basename(file.stagedPath)])),
  );
}

function removeAllBut(kept: readonly string[], folder: string): void {
  try {
    for (const name of readdirSync(folder))
      if (!kept.includes(name)) rmSync(path.join(folder, name), { recursive: true, force: true });
  } catch {
    // Files that stay behind only take up disk space.
  }
}

/** null if the process has ended. Process ids are reused; in a container, each start gives out the same ones. */
function livingProcess(file: string): number | null {
  try {
    const [pid = 0, start] = readFileSync(file, 'utf8').split(' ').map(Number);
    if (!(pid > 0) || pid === process.pid || !isAlive(pid)) return null;
    if (start !== 0) return start === startOf(pid) ? pid : null;
    const bootedAt = Date.now() - uptime() * 1_000;
    return statSync(file).mtimeMs < bootedAt - 60_000 ? null : pid;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user.
    return errorCodes(error).includes('EPERM');
  }
}

/** When the process started, in clock ticks since boot; 0 if the system does not tell. */
function startOf(pid: number): number {
  try {
    // The 22nd field of proc_pid_stat(5). The second field is a name, which may have spaces and parentheses.
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(')').at(-1)?.split(' ')[20]);
  } catch {
    return 0;
  }
}
