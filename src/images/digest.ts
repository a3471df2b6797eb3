// The SHA-256 of a file while it is written; of a large one in a thread of its own, because hashing takes as long as receiving.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { inThread } from '../thread.ts';

export interface Digest {
  /** `chunks` stand in the file now. */
  add(chunks: readonly Buffer[]): void;
  /** Lower-case hexadecimal, of everything that was added. */
  hex(): Promise<string>;
  /** Must be called in the end, also after an error. */
  close(): Promise<void>;
}

/** Of a file that is there. Lower-case hexadecimal. */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** Below, a thread's start costs more than it saves. */
const LARGE_BYTES = 64 * 1024 ** 2;

/** `announced`: how many bytes the file will have; NaN where nobody knows. */
export function digestOf(path: string, announced: number): Digest {
  return announced >= LARGE_BYTES ? followed(path, announced) : direct();
}

function direct(): Digest {
  const hash = createHash('sha256');
  return {
    add(chunks) {
      for (const chunk of chunks) hash.update(chunk);
    },
    hex: async () => hash.digest('hex'),
    close: async () => {},
  };
}

interface Followed {
  readonly path: string;
  readonly bytes: number;
  /** How many bytes stand in the file; shared by both threads. */
  readonly written: BigInt64Array<SharedArrayBuffer>;
}

function followed(path: string, bytes: number): Digest {
  const written = new BigInt64Array(new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT));
  const thread = inThread(follow, { path, bytes, written });
  return {
    add(chunks) {
      for (const { length } of chunks) Atomics.add(written, 0, BigInt(length));
      Atomics.notify(written, 0);
    },
    // Should the thread fail, the file is there all the same.
    hex: () => thread.answer.catch(() => sha256Of(path)),
    close: () => thread.end(),
  };
}

/** Runs in the thread. Reads the file, which the page cache still holds, as far as it is written. */
function follow({ path, bytes, written }: Followed): string {
  const { createHash: hashWith } = process.getBuiltinModule('node:crypto');
  const { openSync, readSync } = process.getBuiltinModule('node:fs');
  const file = openSync(path, 'r');
  const hash = hashWith('sha256');
  const part = Buffer.allocUnsafeSlow(256 * 1024);
  for (let done = 0; done < bytes; ) {
    Atomics.wait(written, 0, BigInt(done));
    const length = Math.min(part.length, Number(Atomics.load(written, 0)) - done);
    const read = readSync(file, part, { length });
    hash.update(part.subarray(0, read));
    done += read;
  }
  return hash.digest('hex');
}
