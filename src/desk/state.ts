// What calls at the desk leave for later ones: a folder for each, in the user's state folder, by repository. Never the token.
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir, uptime } from 'node:os';
import path from 'node:path';
import { type Leftover, readJournal } from '../ledger/leftover.ts';
import { errorCodes } from '../lib/errors.ts';

/** One call of `generate`. */
export interface Call {
  /** Of this call's own; absolute. */
  readonly folder: string;
  readonly journal: string;
  /** The other calls for this repository, the oldest first. */
  others(): readonly OtherCall[];
  /** Removes everything but the journal, and what only calls that are long over have left. */
  end(): void;
}

export interface OtherCall {
  readonly folder: string;
  /** Its process, while it is alive; null: it has ended, or was killed. */
  readonly pid: number | null;
  readonly left: Leftover;
}

type Environment = Readonly<Record<string, string | undefined>>;

const JOURNAL = 'journal.jsonl';
const PID = 'pid';
/** RunComfy deletes the results of deployments after 7 days; of models it does not say. */
const KEPT_MS = 60 * 24 * 3_600_000;

/** XDG Base Directory Specification; on Windows and macOS where programs keep what is theirs. */
export function stateFolder(env: Environment, platform: NodeJS.Platform): string {
  const given = env.XDG_STATE_HOME ?? '';
  if (path.isAbsolute(given)) return path.join(given, 'runcomfy-action');
  if (platform === 'win32' && env.LOCALAPPDATA) return path.join(env.LOCALAPPDATA, 'runcomfy-action');
  const home = homedir();
  return platform === 'darwin'
    ? path.join(home, 'Library', 'Application Support', 'runcomfy-action')
    : path.join(home, '.local', 'state', 'runcomfy-action');
}

/** The folder of one repository. `repository`: what its working trees have in common, absolute. */
export function repositoryState(state: string, repository: string): string {
  const digest = createHash('sha256').update(repository).digest('hex').slice(0, 16);
  return path.join(
    state,
    `${path
      .basename(repository)
      .replace(/[^\w.-]/g, '_')
      .slice(0, 40)}-${digest}`,
  );
}

/** `folder`: of the repository. Throws where it cannot be written. */
export function openCall(folder: string, now: Date): Call {
  const own = path.join(folder, `${now.toISOString().replaceAll(':', '')}-${randomUUID().slice(0, 8)}`);
  // What was paid for, and when, is nobody else's business.
  mkdirSync(own, { recursive: true, mode: 0o700 });
  writeFileSync(path.join(own, PID), String(process.pid));
  return {
    folder: own,
    journal: path.join(own, JOURNAL),
    others: () => callsIn(folder).filter((call) => call.folder !== own),
    end() {
      removeAllButJournal(own);
      if (readJournal(path.join(own, JOURNAL)) === null) rmSync(own, { recursive: true, force: true });
    },
  };
}

function callsIn(folder: string): readonly OtherCall[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const call = path.join(folder, name);
      const left = readJournal(path.join(call, JOURNAL));
      return left === null ? [] : [{ folder: call, pid: livingProcess(path.join(call, PID)), left }];
    });
}

/** Ends what a killed call has left, and forgets calls so old that RunComfy has forgotten them too. */
export function tidy(call: OtherCall, now: number): void {
  if (call.pid !== null) return;
  removeAllButJournal(call.folder);
  try {
    const age = now - statSync(path.join(call.folder, JOURNAL)).mtimeMs;
    if (age > KEPT_MS) rmSync(call.folder, { recursive: true, force: true });
  } catch {
    // Another call was faster.
  }
}

function removeAllButJournal(folder: string): void {
  try {
    for (const name of readdirSync(folder))
      if (name !== JOURNAL) rmSync(path.join(folder, name), { recursive: true, force: true });
  } catch {
    // What cannot be removed costs some room on the disk, and nothing else.
  }
}

/** null: nobody has it any more. */
function livingProcess(file: string): number | null {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    const bootedAt = Date.now() - uptime() * 1_000;
    // Before the last start of the machine, the number was somebody else's.
    if (!Number.isSafeInteger(pid) || pid <= 0 || statSync(file).mtimeMs < bootedAt - 60_000) return null;
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    // Somebody else's process is one too.
    return errorCodes(error).includes('EPERM') ? Number(readFileSync(file, 'utf8')) : null;
  }
}
