// The state of locked files: each is read once, many of them in a thread, and never as a whole in memory.
import { stat } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { sha256Of } from '../files/digest.ts';
import { lfsPointerAt, MAX_POINTER_BYTES } from '../files/lfs-pointer.ts';
import { PathError, type Workspace } from '../files/workspace.ts';
import { inThread } from '../lib/thread.ts';
import type { LockedOutput } from './lock.ts';

/** `pointer`: of Git LFS, to the locked bytes. */
export type FileState = 'same' | 'pointer' | 'modified' | 'missing';

export type Look = (output: LockedOutput) => Promise<FileState>;

/** For less, starting a thread costs more than it saves. */
const MANY_BYTES = 16 * 1024 ** 2;

/** Caches what it has seen, so use it for one plan only. */
export function lookIn(workspace: Workspace): Look {
  const seen = new Map<string, Promise<FileState>>();
  const expected: Expected[] = [];
  let states: Promise<readonly FileState[]> | null = null;

  /** Files that are asked for at the same time are read together. */
  async function lookAtAll(): Promise<readonly FileState[]> {
    await setImmediate();
    states = null;
    return statesFrom(expected.splice(0));
  }

  async function look({ path, bytes, sha256 }: LockedOutput): Promise<FileState> {
    let file: string;
    try {
      file = await workspace.inside(path);
    } catch (error) {
      // A locked path outside the workspace is not a file of this action.
      if (error instanceof PathError) return 'missing';
      throw error;
    }
    const n = expected.push({ file, bytes, sha256 }) - 1;
    states ??= lookAtAll();
    return (await states)[n] ?? 'missing';
  }

  return (output) => {
    const key = `${output.sha256} ${output.bytes} ${output.path}`;
    const known = seen.get(key);
    if (known !== undefined) return known;
    const looking = look(output);
    seen.set(key, looking);
    return looking;
  };
}

/** The SHA-256 of a file of the workspace, or of the file of a Git LFS pointer; null if it cannot be read. */
export function digestIn(workspace: Workspace): (file: string) => Promise<string | null> {
  return async (file) => {
    try {
      const absolute = await workspace.inside(file);
      const { size } = await stat(absolute);
      const pointer = size <= MAX_POINTER_BYTES ? await lfsPointerAt(absolute) : null;
      return pointer?.sha256 ?? (await sha256Of(absolute));
    } catch {
      return null;
    }
  };
}

/** A file, and its expected content. */
interface Expected {
  /** Absolute. */
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

async function statesFrom(expected: readonly Expected[]): Promise<readonly FileState[]> {
  const bytes = expected.reduce((sum, one) => sum + Math.max(0, one.bytes), 0);
  if (bytes < MANY_BYTES) return statesOf(expected);
  // If the thread fails, this one reads the files.
  return inThread(statesOf, expected).catch(() => statesOf(expected));
}

/** Runs in the thread or, if there is little to do, in this one. */
function statesOf(expected: readonly Expected[]): readonly FileState[] {
  const { createHash } = process.getBuiltinModule('node:crypto');
  const { closeSync, openSync, readSync, statSync } = process.getBuiltinModule('node:fs');
  /** Git LFS specification: a pointer has less than 1,024 bytes. */
  const maxPointerBytes = 1024;
  const buffer = Buffer.allocUnsafe(256 * 1024);
  return expected.map(stateOf);

  function stateOf({ file, bytes, sha256 }: Expected): FileState {
    try {
      const found = statSync(file);
      if (!found.isFile()) return 'modified';
      if (found.size === bytes) return hashOf(file) === sha256 ? 'same' : 'modified';
      return found.size < maxPointerBytes && pointsTo(file, { bytes, sha256 }) ? 'pointer' : 'modified';
    } catch (error) {
      const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
      return code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'modified';
    }
  }

  function hashOf(file: string): string {
    const hash = createHash('sha256');
    read(file, (part) => hash.update(part));
    return hash.digest('hex');
  }

  /** Git LFS specification, "The pointer": a version line first, then keys with values. */
  function pointsTo(file: string, { sha256, bytes }: Omit<Expected, 'file'>): boolean {
    const parts: string[] = [];
    read(file, (part) => parts.push(part.toString()));
    const lines = parts.join('').split(/\r?\n/);
    const isPointer = /^version https:\/\/(git-lfs\.github\.com|hawser\.github\.com)\/spec\//.test(lines[0] ?? '');
    return isPointer && lines.includes(`oid sha256:${sha256}`) && lines.includes(`size ${bytes}`);
  }

  function read(file: string, take: (part: Buffer) => void): void {
    const opened = openSync(file, 'r');
    try {
      for (;;) {
        const length = readSync(opened, buffer);
        if (length === 0) return;
        take(buffer.subarray(0, length));
      }
    } finally {
      closeSync(opened);
    }
  }
}
