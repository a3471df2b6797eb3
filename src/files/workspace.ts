// The checkout, which paths must not leave: resolves paths from users, and refuses those that lead out of it or into .git.
import { lstatSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { errorCodes } from '../lib/errors.ts';

/** Why a path is refused, as a clause: "must be …". */
export class PathError extends Error {}

export interface Workspace {
  /** Absolute, symlinks resolved. */
  readonly root: string;
  /** The absolute path of a file or folder below the root. It does not have to exist. Throws PathError. */
  inside(relative: string): Promise<string>;
  /** Relative to the root, with `/` on every system. */
  shown(absolute: string): string;
}

export async function openWorkspace(folder: string): Promise<Workspace> {
  const root = realpathSync.native(folder);
  return {
    root,
    async inside(relative) {
      checkSpelling(relative);
      const absolute = path.resolve(root, relative);
      const real = realpathOfExisting(absolute);
      const fromRoot = path.relative(root, real);
      if (fromRoot === '..' || fromRoot.startsWith(`..${path.sep}`) || path.isAbsolute(fromRoot)) {
        throw new PathError('must stay below the workspace, but a symbolic link leads out of it');
      }
      if (fromRoot.split(path.sep).some(isGitFolder)) throw new PathError('must not lead into .git');
      return absolute;
    },
    shown: (absolute) => path.relative(root, absolute).split(path.sep).join('/'),
  };
}

function checkSpelling(relative: string): void {
  const segments = relative.split(/[/\\]/);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  if (relative === '' || /[\u0000-\u001f\u007f]/.test(relative))
    throw new PathError('must be a path below the workspace, without control characters');
  if (path.posix.isAbsolute(relative) || path.win32.isAbsolute(relative) || /^[a-z]:/i.test(relative)) {
    throw new PathError('must be relative to the workspace, not absolute');
  }
  if (segments.includes('..')) throw new PathError('must be below the workspace, without `..`');
  if (segments.some(isGitFolder)) throw new PathError('must not lead into .git');
}

/** Windows ignores trailing dots and spaces, also has .git as git~1, and names streams after a colon. */
export function isGitFolder(segment: string): boolean {
  return /^(\.git|git~\d+)[. ]*(:.*)?$/i.test(segment);
}

/** Synchronous, because it takes a few microseconds, and a manifest needs thousands. */
function realpathOfExisting(absolute: string): string {
  try {
    return realpathSync.native(absolute);
  } catch (error) {
    const parent = path.dirname(absolute);
    const missing = errorCodes(error).some((code) => code === 'ENOENT' || code === 'ENOTDIR');
    if (!missing || parent === absolute) throw new PathError('must be a path that can be read');
    // Writing to a broken link would follow it.
    if (isSymbolicLink(absolute)) throw new PathError('must not be a broken symbolic link');
    return path.join(realpathOfExisting(parent), path.basename(absolute));
  }
}

function isSymbolicLink(absolute: string): boolean {
  try {
    return lstatSync(absolute).isSymbolicLink();
  } catch {
    return false;
  }
}
