// The SHA-256 of a file while it arrives. A large file is hashed in a thread, because hashing takes longer than receiving.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { startThread } from '../lib/thread.ts';

export interface Digest {
  /** Takes over the chunks: their content is gone afterwards. Resolves when there is room for more. */
  add(chunks: readonly Buffer[]): Promise<void>;
  /** Lower-case hexadecimal, of everything that was added. */
  hex(): Promise<string>;
  /** Must be called at the end, even after an error. */
  close(): Promise<void>;
}

/** Of an existing file. Lower-case hexadecimal. */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** For smaller files, starting a thread costs more than it saves. */
const LARGE_BYTES = 64 * 1024 ** 2;
/** How far the thread may be behind, because waiting chunks take memory. */
const BEHIND_BYTES = 16 * 1024 ** 2;

/** `path`: where the file is when `hex` is called. `announced`: its expected size; NaN if not known. */
export function digestOf(path: string, announced: number): Digest {
  try {
    return announced >= LARGE_BYTES ? apart(path, announced) : direct();
  } catch {
    // If no thread can be started, this one does the work.
    return direct();
  }
}

function direct(): Digest {
  const hash = createHash('sha256');
  return {
    async add(chunks) {
      for (const chunk of chunks) hash.update(chunk);
      chunks.forEach(release);
    },
    hex: async () => hash.digest('hex'),
    close: async () => {},
  };
}

/** Frees the memory of a chunk now: before the next full garbage collection, a large file would fill it. Only if the chunk does not share its memory. */
function release(chunk: Buffer): void {
  if (ownsMemory(chunk)) chunk.buffer.transfer(0);
}

function ownsMemory(chunk: Buffer): chunk is Buffer<ArrayBuffer> {
  return chunk.buffer instanceof ArrayBuffer && chunk.buffer.byteLength === chunk.byteLength;
}

/** Messages of the thread: how many bytes it has hashed, and the hash at the end. */
type Said = { readonly done: number } | { readonly hex: string };

function apart(path: string, bytes: number): Digest {
  const thread = startThread(hashWhatComes, bytes);
  let behind = 0;
  let wake = (): void => {};
  const hex = new Promise<string>((resolve, reject) => {
    thread.on('message', (said: Said) => {
      if ('hex' in said) return resolve(said.hex);
      behind -= said.done;
      wake();
    });
    thread.on('error', reject);
    thread.on('exit', () => {
      reject(new Error('the thread ended'));
      behind = Number.NEGATIVE_INFINITY;
      wake();
    });
  });
  hex.catch(() => {});
  return {
    async add(chunks) {
      // Transferred, not copied.
      const parts = chunks.map((chunk) => (ownsMemory(chunk) ? chunk.buffer : new Uint8Array(chunk).buffer));
      behind += parts.reduce((sum, part) => sum + part.byteLength, 0);
      thread.postMessage(parts, parts);
      while (behind > BEHIND_BYTES) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    // If the thread fails, the file is still on disk.
    hex: () => hex.catch(() => sha256Of(path)),
    async close() {
      await thread.terminate();
    },
  };
}

/** Runs in the thread. */
function hashWhatComes(bytes: number): void {
  const { createHash: hashWith } = process.getBuiltinModule('node:crypto');
  const { parentPort } = process.getBuiltinModule('node:worker_threads');
  const hash = hashWith('sha256');
  let left = bytes;
  const say = (said: Said): void => parentPort?.postMessage(said);
  parentPort?.on('message', (parts: readonly ArrayBuffer[]) => {
    let done = 0;
    for (const part of parts) {
      done += part.byteLength;
      hash.update(new Uint8Array(part));
      // Frees its memory now, not at the next full garbage collection.
      part.transfer(0);
    }
    left -= done;
    say({ done });
    if (left === 0) say({ hex: hash.digest('hex') });
  });
}
