// A file in memory, seen as the walkers see files: through windows that are often too short.
import type { Reader } from '../../src/files/reader.ts';

export function readerOf(file: Buffer, windowBytes = 64): Reader {
  return {
    size: file.length,
    window: async (at, least = 16) =>
      at >= 0 && at < file.length ? file.subarray(at, at + Math.max(least, windowBytes)) : Buffer.alloc(0),
  };
}
