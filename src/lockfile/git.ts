// What git knows about files that are not in the checkout. Nothing is changed.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

/** `sparse`: left out of this checkout on purpose. `deleted`: it should be there. `unknown`: git could not be asked. */
export type Tracked = 'sparse' | 'deleted' | 'unknown';

const ask = promisify(execFile);
const PATIENCE_MS = 60_000;
/** Systems allow command lines of at least 32,000 characters. */
const MAX_CHARACTERS = 16_000;
const MAX_ANSWER_BYTES = 256 * 1024 ** 2;

/**
 * The files that git tracks, and why they are absent. Without a `.git`, no file is tracked. If there is one but git fails, all files count as
 * tracked. `files`: absolute.
 */
export async function trackedFiles(
  files: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Tracked>> {
  const tracked = new Map<string, Tracked>();
  for (const [repository, inside] of Map.groupBy(files, repositoryOf)) {
    if (repository === null) continue;
    const byPath = new Map(inside.map((file) => [shownIn(repository, file), file]));
    for (const part of parts([...byPath.keys()])) {
      const answers = await listed(repository, part, signal).catch((error: unknown) => {
        signal.throwIfAborted();
        if (error instanceof Error) return null;
        throw error;
      });
      if (answers === null) for (const one of part) tracked.set(byPath.get(one) ?? '', 'unknown');
      for (const [one, how] of answers ?? []) {
        const file = byPath.get(one);
        if (file !== undefined) tracked.set(file, how);
      }
    }
  }
  return tracked;
}

/** Every path in the index. */
async function listed(
  repository: string,
  paths: readonly string[],
  signal: AbortSignal,
): Promise<readonly (readonly [string, Tracked])[]> {
  // The folder can belong to a different user than the one in this container. Programs in its configuration are not started.
  const trust = ['-c', 'safe.directory=*', '-c', 'core.fsmonitor=false'];
  const { stdout } = await ask('git', [...trust, '--literal-pathspecs', 'ls-files', '-t', '-z', '--', ...paths], {
    cwd: repository,
    signal,
    timeout: PATIENCE_MS,
    maxBuffer: MAX_ANSWER_BYTES,
    windowsHide: true,
  });
  // `S` is skip-worktree: a sparse checkout leaves these files out.
  return stdout
    .split('\0')
    .flatMap((line) => (line === '' ? [] : [[line.slice(2), line.startsWith('S') ? 'sparse' : 'deleted']]));
}

/** The nearest folder with a `.git`. The folders of the file can be missing too. */
function repositoryOf(file: string): string | null {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, '.git'))) return folder;
    if (folder === path.dirname(folder)) return null;
  }
}

function shownIn(folder: string, file: string): string {
  return path.relative(folder, file).split(path.sep).join('/');
}

function parts(paths: readonly string[]): readonly (readonly string[])[] {
  const made: string[][] = [];
  let room = 0;
  for (const one of paths) {
    if (room < one.length || made.length === 0) {
      made.push([]);
      room = MAX_CHARACTERS;
    }
    made.at(-1)?.push(one);
    room -= one.length + 1;
  }
  return made;
}
