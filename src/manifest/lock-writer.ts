// Keeps the lock on disk: whole at every moment, and up to date before a job is called done.
import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ActionError, errorCodes } from '../errors.ts';
import { notSaved } from '../images/download.ts';
import { entryText, joinEntries, type Lock, type LockEntry, parseLock } from './lock.ts';

/** The most that is read; a lock of 20,000 images has about 15 MB. */
const MOST_BYTES = 256 * 1024 * 1024;

/** Empty where there is none. Throws ActionError `bad-input` for one that cannot be read. `shown`: the path for people. */
export async function readLock(file: string, shown: string): Promise<Lock> {
  const bytes = await readFile(file).catch((error: unknown) => {
    if (errorCodes(error).includes('ENOENT')) return null;
    throw new ActionError('bad-input', `${shown} cannot be read: ${error instanceof Error ? error.message : error}.`, {
      advice: 'Nothing was sent to RunComfy.',
      cause: error,
    });
  });
  if (bytes === null) return new Map();
  if (bytes.length > MOST_BYTES) throw new ActionError('bad-input', `${shown} is too large to be a lock.`);
  return parseLock(bytes.toString('utf8').replace(/^\uFEFF/, ''), shown);
}

export interface LockWriter {
  /** Resolves when the entry is on disk. Throws ActionError `save-failed`. */
  put(id: string, entry: LockEntry): Promise<void>;
  /** Drops the entries of all other ids. The same. */
  keepOnly(ids: ReadonlySet<string>): Promise<void>;
  /** Whether the file was written: then it has to be committed, also where every image has the bytes that it had. */
  changed(): boolean;
}

/** Entries that come while the file is being written are written together, next. What is equal already is not written. */
export function createLockWriter(file: string, lock: Lock): LockWriter {
  const entries = new Map(lock);
  // Most entries of a large lock never change: each is put into words once, at the first save.
  const texts = new Map<string, string>();
  let last = Promise.resolve();
  let next: Promise<void> | null = null;
  let changed = false;

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
    async put(id, entry) {
      const before = entries.get(id);
      const text = entryText(id, entry);
      // An equal entry may still be on its way to the disk.
      if (before !== undefined && entryText(id, before) === text) return next ?? last;
      entries.set(id, entry);
      texts.set(id, text);
      await save();
    },
    async keepOnly(ids) {
      const gone = [...entries.keys()].filter((id) => !ids.has(id));
      for (const id of gone) {
        entries.delete(id);
        texts.delete(id);
      }
      if (gone.length > 0) await save();
    },
    changed: () => changed,
  };
}

/** Written aside and renamed: a reader, and whoever comes after a kill, sees the old or the new text, never half of one. */
async function replace(file: string, text: string): Promise<void> {
  const aside = path.join(path.dirname(file), `.${randomUUID()}.part`);
  try {
    await writeFile(aside, text, { flag: 'wx' });
    await rename(aside, file);
  } catch (error) {
    await rm(aside, { force: true });
    throw notSaved(error);
  }
}
