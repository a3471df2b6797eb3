// Where a command at the desk works: the repository around the current folder.
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { RawInputs } from '../inputs/table.ts';

export interface Repository {
  /** The workspace: the top folder of the working tree, or the current folder where there is no repository. Absolute, symlinks resolved. */
  readonly root: string;
  /** What all working trees of the repository have in common. */
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

/** In a further working tree, `.git` is a file that names the folder which tells the common one (gitrepository-layout(5)). */
function commonFolder(git: string): string {
  try {
    const [, named = ''] = /^gitdir: (.+?)\s*$/m.exec(readFileSync(git, 'utf8')) ?? [];
    const own = path.resolve(path.dirname(git), named);
    const common = readFileSync(path.join(own, 'commondir'), 'utf8').trim();
    return path.dirname(realpathSync.native(path.resolve(own, common)));
  } catch {
    // `.git` is the folder itself, or that of a submodule.
    return path.dirname(git);
  }
}

/** The inputs that name a file, as people write them: what a shell completes is relative to the current folder. */
const FILES = ['manifest', 'prompt-file', 'workflow'] as const;

/** The inputs with paths relative to the workspace, whichever folder below it `folder` is. */
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
