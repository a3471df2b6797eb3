// Moves a downloaded file to its path, completely or not at all. If the same bytes are already there, nothing changes.
import { randomUUID } from 'node:crypto';
import { copyFile, link, mkdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { errorCodes } from '../lib/errors.ts';
import { sha256Of } from './digest.ts';
import { notSaved } from './download.ts';

/** Moves `from` to `to`. Returns whether the tree changed; it does not if a killed step has already done this. Throws ActionError `save-failed`. */
export async function saveFile(from: string, to: string, sha256: string): Promise<boolean> {
  return put(from, to, sha256, rename);
}

/** The same, but replaces no file: returns null if there is another one. */
export async function saveNewFile(from: string, to: string, sha256: string): Promise<boolean | null> {
  try {
    return await put(from, to, sha256, renameToNew);
  } catch (error) {
    if (errorCodes(error).includes('EEXIST') && (await sizeOf(to).catch(() => null)) !== null) return null;
    throw error;
  }
}

async function put(from: string, to: string, sha256: string, renameIt: Rename): Promise<boolean> {
  try {
    const size = await sizeOf(from);
    if (await holds(to, size, sha256)) {
      await rm(from, { force: true });
      return false;
    }
    await mkdir(path.dirname(to), { recursive: true });
    await move(from, to, renameIt);
    return true;
  } catch (error) {
    throw notSaved(error);
  }
}

type Rename = (from: string, to: string) => Promise<void>;

/** null if there is no such file. */
async function sizeOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if (errorCodes(error).includes('ENOENT')) return null;
    throw error;
  }
}

/** `size` null: any. */
async function holds(file: string, size: number | null, sha256: string): Promise<boolean> {
  const there = await stat(file).catch(() => null);
  if (there?.isFile() !== true || there.size !== (size ?? there.size)) return false;
  return (await sha256Of(file)) === sha256;
}

// The temporary folder can be on a different file system, where a rename cannot move. Then the file is copied next to its path first, so that there is never
// half a file.
async function move(from: string, to: string, renameIt: Rename): Promise<void> {
  try {
    await renameIt(from, to);
  } catch (error) {
    if (!errorCodes(error).includes('EXDEV')) throw error;
    const stagedPath = path.join(path.dirname(to), `.${randomUUID()}.part`);
    try {
      await copyFile(from, stagedPath);
      await renameIt(stagedPath, to);
      await rm(from, { force: true });
    } catch (failure) {
      await rm(stagedPath, { force: true });
      throw failure;
    }
  }
}

/** Some file systems have no hard links, and say so in different words. */
const NO_LINKS: readonly string[] = ['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'EISDIR'];

/** A rename that replaces nothing: of two programs that want one name, the system lets one create the link. */
async function renameToNew(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (!errorCodes(error).some((code) => NO_LINKS.includes(code))) throw error;
    return rename(from, to);
  }
  await rm(from, { force: true });
}
