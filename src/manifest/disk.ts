// What has become of locked files: each is looked at once, few at a time, and never held whole in memory.
import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { limitOf } from '../concurrency.ts';
import { errorCodes } from '../errors.ts';
import { PathError, type Workspace } from '../workspace.ts';
import type { LockedOutput } from './lock.ts';

/** `pointer`: of Git LFS, to the locked bytes. */
export type FileState = 'same' | 'pointer' | 'modified' | 'missing';

export type Look = (output: LockedOutput) => Promise<FileState>;

const AT_ONCE = 16;
const BUFFER_BYTES = 128 * 1024;
/** Git LFS specification: a pointer has less than 1,024 bytes. */
const MOST_POINTER_BYTES = 1024;

/** Remembers what it has seen: for one plan, not beyond it. */
export function lookIn(workspace: Workspace): Look {
  const limit = limitOf(AT_ONCE);
  const buffers: Buffer[] = [];
  const seen = new Map<string, Promise<FileState>>();
  return (output) => {
    const key = `${output.sha256} ${output.bytes} ${output.path}`;
    const known = seen.get(key);
    if (known !== undefined) return known;
    const looking = limit(async () => {
      const buffer = buffers.pop() ?? Buffer.allocUnsafe(BUFFER_BYTES);
      try {
        return await look(workspace, output, buffer);
      } finally {
        buffers.push(buffer);
      }
    });
    seen.set(key, looking);
    return looking;
  };
}

async function look(workspace: Workspace, output: LockedOutput, buffer: Buffer): Promise<FileState> {
  let file: FileHandle;
  try {
    file = await open(await workspace.inside(output.path));
  } catch (error) {
    // A lock that leads out of the workspace names nothing that this action made.
    if (error instanceof PathError) return 'missing';
    const missing = errorCodes(error).some((code) => code === 'ENOENT' || code === 'ENOTDIR');
    return missing ? 'missing' : 'modified';
  }
  try {
    const found = await file.stat();
    if (!found.isFile()) return 'modified';
    if (found.size === output.bytes) return (await hashOf(file, buffer)) === output.sha256 ? 'same' : 'modified';
    return found.size < MOST_POINTER_BYTES && (await pointsTo(file, output, buffer)) ? 'pointer' : 'modified';
  } finally {
    await file.close();
  }
}

async function hashOf(file: FileHandle, buffer: Buffer): Promise<string> {
  const hash = createHash('sha256');
  for (;;) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length, null);
    if (bytesRead === 0) return hash.digest('hex');
    hash.update(buffer.subarray(0, bytesRead));
  }
}

/** Git LFS specification, "The pointer": a version line first, then keys with values. */
async function pointsTo(file: FileHandle, { sha256, bytes }: LockedOutput, buffer: Buffer): Promise<boolean> {
  const { bytesRead } = await file.read(buffer, 0, MOST_POINTER_BYTES, 0);
  const lines = buffer.toString('utf8', 0, bytesRead).split(/\r?\n/);
  const isPointer = /^version https:\/\/(git-lfs\.github\.com|hawser\.github\.com)\/spec\//.test(lines[0] ?? '');
  return isPointer && lines.includes(`oid sha256:${sha256}`) && lines.includes(`size ${bytes}`);
}
