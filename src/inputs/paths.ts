// Files and folders that inputs name, below the workspace.
import { type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { PathError, type Workspace } from '../files/workspace.ts';

/** Absolute. Throws PathError. */
export async function fileIn(workspace: Workspace, relative: string): Promise<string> {
  const file = await workspace.inside(relative);
  const found = statOf(file);
  if (found === null || !found.isFile()) throw new PathError('must name an existing file');
  return file;
}

/** Absolute. Existing parts of it must be folders, because a file in the way would only be noticed after the images are paid for. Throws PathError. */
export async function folderIn(workspace: Workspace, relative: string): Promise<string> {
  const folder = await workspace.inside(relative);
  for (let part = folder; part.startsWith(workspace.root) && part !== workspace.root; part = path.dirname(part)) {
    const found = statOf(part);
    if (found !== null && !found.isDirectory())
      throw new PathError('must be a folder, but a file with that name exists');
  }
  return folder;
}

/** null if there is no such file. Synchronous, because loading `node:fs/promises` would delay the first submit. */
function statOf(absolute: string): Stats | null {
  try {
    return statSync(absolute);
  } catch {
    return null;
  }
}
