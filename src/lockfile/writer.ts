// Writes the lock to disk: complete at every moment, and up to date before a task counts as done.
import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { notSaved } from '../files/download.ts';
import { diskKey } from '../lib/disk-key.ts';
import { ActionError, errorCodes } from '../lib/errors.ts';
import { entryText, joinEntries, type Lock, type LockEntry, parseLock } from './lock.ts';

/** The largest lock that is read. A lock of 20,000 images has about 15 MB. */
const MAX_BYTES = 256 * 1024 * 1024;

/** Empty if there is none. Throws ActionError `bad-input` if it cannot be read. `shown`: the path for people. */
export async function readLock(file: string, shown: string): Promise<Lock> {
  const bytes = await readFile(file).catch((error: unknown) => {
    if (errorCodes(error).includes('ENOENT')) return null;
    throw new ActionError('bad-input', `${shown} cannot be read: ${error instanceof Error ? error.message : error}.`, {
      advice: 'Nothing was sent to RunComfy.',
      cause: error,
    });
  });
  if (bytes === null) return new Map();
  if (bytes.length > MAX_BYTES) throw new ActionError('bad-input', `${shown} is too large to be a lock.`);
  return parseLock(bytes.toString('utf8').replace(/^\uFEFF/, ''), shown);
}

export interface LockWriter {
  /** The current entry of an image; null if there is none. */
  entry(id: string): LockEntry | null;
  /** Resolves when the entry is on disk. Throws ActionError `save-failed`. */
  put(id: string, entry: LockEntry): Promise<void>;
  /** Removes these entries, like `put`. */
  drop(ids: Iterable<string>): Promise<void>;
  /** The id that has a file now, by its path relative to the workspace; null if there is none. */
  holderOf(file: string): string | null;
  /** Whether the file was written. Then it must be committed, even if no image has changed. */
  changed(): boolean;
}

/** Entries that come while the file is being written are written together next. Unchanged entries are not written. */
export function createLockWriter(file: string, lock: Lock): LockWriter {
  const entries = new Map<string, LockEntry>();
  /** Ids by `diskKey`. */
  const holders = new Map<string, string>();
  // Most entries of a large lock never change, so each is serialized once, at the first save.
  const texts = new Map<string, string>();
  let last = Promise.resolve();
  let next: Promise<void> | null = null;
  let changed = false;

  for (const [id, entry] of lock) set(id, entry);

  function set(id: string, entry: LockEntry): void {
    remove(id);
    entries.set(id, entry);
    for (const { path: held } of entry.outputs) holders.set(diskKey(held), id);
  }

  function remove(id: string): void {
    for (const { path: held } of entries.get(id)?.outputs ?? []) {
      if (holders.get(diskKey(held)) === id) holders.delete(diskKey(held));
    }
    entries.delete(id);
    texts.delete(id);
  }

  function wholeText(): string {
    for (const [id, entry] of entries) if (!texts.has(id)) texts.set(id, entryText(id, entry));
    return joinEntries(texts);
  }

  function save(): Promise<void> {
    next ??= last
      .catch(() => {})
      .then(() => {
        next = null;
        last = replace(file, wholeText()).then(() => {
          changed = true;
        });
        return last;
      });
    return next;
  }

  return {
    entry: (id) => entries.get(id) ?? null,
    async put(id, entry) {
      const before = entries.get(id);
      const text = entryText(id, entry);
      // An equal entry may still be waiting to be written.
      if (before !== undefined && entryText(id, before) === text) return next ?? last;
      set(id, entry);
      texts.set(id, text);
      await save();
    },
    async drop(ids) {
      const there = [...ids].filter((id) => entries.has(id));
      there.forEach(remove);
      if (there.length > 0) await save();
    },
    holderOf: (held) => holders.get(diskKey(held)) ?? null,
    changed: () => changed,
  };
}

/** Writes a temporary file and renames it, so that even after a kill, the lock has the old or the new text, never half of it. */
async function replace(file: string, text: string): Promise<void> {
  const stagedPath = path.join(path.dirname(file), `.${randomUUID()}.part`);
  try {
    await writeFile(stagedPath, text, { flag: 'wx' });
    await rename(stagedPath, file);
  } catch (error) {
    await rm(stagedPath, { force: true });
    throw notSaved(error);
  }
}
