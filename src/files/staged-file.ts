// A file during its download: what has arrived is on disk and in the hash, over any number of connections.
import { type FileHandle, open } from 'node:fs/promises';
import { ActionError, asActionError, errorCodes } from '../lib/errors.ts';
import { type Digest, digestOf } from './digest.ts';

export interface StagedFile {
  /** The number of bytes that have arrived. */
  readonly bytes: number;
  /** Discards what has arrived. `expected`: the expected size; NaN if not known. */
  begin(expected: number): Promise<void>;
  /** Takes over the chunks: their content is gone afterwards. */
  add(chunks: readonly Buffer[]): Promise<void>;
  /** SHA-256 of everything that has arrived, in lower-case hexadecimal. If a size was expected, it must match. */
  sha256(): Promise<string>;
  /** Must be called at the end. */
  close(): Promise<void>;
}

/** Creates the file, or replaces it. Everything throws ActionError `save-failed`. */
export async function openStagedFile(path: string): Promise<StagedFile> {
  const file = await open(path, 'wx').catch((error: unknown) => Promise.reject(notSaved(error)));
  let bytes = 0;
  let digest: Digest | null = null;
  return {
    get bytes() {
      return bytes;
    },
    async begin(expected) {
      await digest?.close();
      digest = digestOf(path, expected);
      bytes = 0;
      await file.truncate(0).catch((error: unknown) => Promise.reject(notSaved(error)));
    },
    async add(chunks) {
      await writeAll(file, chunks, bytes);
      bytes += chunks.reduce((sum, { length }) => sum + length, 0);
      await digest?.add(chunks);
    },
    async sha256() {
      digest ??= digestOf(path, 0);
      return digest.hex().catch((error: unknown) => Promise.reject(notSaved(error)));
    },
    async close() {
      await Promise.all([file.close(), digest?.close()]);
    },
  };
}

/** In one call, because a call per chunk is slow. But a disk that is nearly full writes only a part, without an error. */
async function writeAll(file: FileHandle, chunks: readonly Buffer[], position: number): Promise<void> {
  try {
    let at = position;
    for (let rest = chunks; rest.length > 0; ) {
      const { bytesWritten } = await file.writev(rest, at);
      at += bytesWritten;
      rest = after(bytesWritten, rest);
    }
  } catch (error) {
    throw notSaved(error);
  }
}

function after(bytes: number, chunks: readonly Buffer[]): readonly Buffer[] {
  let left = bytes;
  return chunks.flatMap((chunk) => {
    const taken = Math.min(left, chunk.length);
    left -= taken;
    return taken < chunk.length ? [chunk.subarray(taken)] : [];
  });
}

/** A full disk or a read-only folder is the machine's fault, so a retry would fail too. */
export function notSaved(error: unknown): ActionError {
  const full = errorCodes(error).includes('ENOSPC');
  return new ActionError('save-failed', `${asActionError(error, 'Saving the file').message.replace(/\.$/, '')}.`, {
    advice: full
      ? 'The disk is full: free up space, or generate fewer files in one job.'
      : 'Check that the job can write there.',
    cause: error,
  });
}
