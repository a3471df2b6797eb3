// Finds the repository around the current folder, on which the command line works.
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { RawInputs } from '../inputs/table.ts';
import type { RunIdentity } from '../ledger/who-asks.ts';

export interface Repository {
  /** The workspace: the top folder of the working tree, or the current folder if there is no repository. Absolute, symlinks resolved. */
  readonly root: string;
  /** What all working trees of the repository have in common: its git folder, or the current folder if there is none. Absolute. */
  readonly common: string;
}

export function findRepository(folder: string): Repository {
  const here = realpathSync.native(folder);
  for (let root = here; ; root = path.dirname(root)) {
    const git = path.join(root, '.git');
    if (existsSync(git)) return { root, common: commonFolder(git) };
    if (root === path.dirname(root)) return { root: here, common: here };
  }
}

/** In a further working tree and in a submodule, `.git` is a file that names a folder, and that of a working tree names the common one (gitrepository-layout(5)). */
function commonFolder(git: string): string {
  const own = named(git, /^gitdir: (.+?)\s*$/m) ?? git;
  return named(path.join(own, 'commondir'), /^(.+?)\s*$/m) ?? own;
}

/** The folder that a file names; null if it names none. */
function named(file: string, pattern: RegExp): string | null {
  try {
    const name = pattern.exec(readFileSync(file, 'utf8'))?.[1];
    return name === undefined ? null : realpathSync.native(path.resolve(path.dirname(file), name));
  } catch {
    return null;
  }
}

/** Inputs that name a file. The shell completes them relative to the current folder. */
const FILES = ['manifest', 'prompt-file', 'workflow'] as const;

/** The inputs with paths relative to the workspace. `folder`: the current one. */
export function fromWorkspace(inputs: RawInputs, folder: string, { root }: Repository): RawInputs {
  const here = path.relative(root, realpathSync.native(folder));
  if (here === '') return inputs;
  const moved = FILES.flatMap((name) => {
    const given = inputs[name]?.trim() ?? '';
    const isHere = given !== '' && existsSync(path.join(root, here, given));
    return isHere ? [[name, path.join(here, given).split(path.sep).join('/')] as const] : [];
  });
  return { ...inputs, ...Object.fromEntries(moved) };
}

/** Identifies who asks in the records of paid requests. `runId`: identifies one call. */
export function whoAsks({ common }: Repository, runId: string): RunIdentity {
  const nobody = { workflow: '', job: '', call: '', step: '', ref: '', attempt: 1 };
  // All calls share one record. The ledger knows that a call without a manifest asks for new images.
  return { ...nobody, repository: common, runId, pull: 0, drawsAnew: true };
}
