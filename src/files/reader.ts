// Reads a file through small windows: any part can be read, and the whole file is never in memory.
import type { FileHandle } from 'node:fs/promises';

export interface Reader {
  /** Bytes of the whole file. */
  readonly size: number;
  /** The bytes from `at` on: at least `least`, fewer only at the end of the file. */
  window(at: number, least?: number): Promise<Buffer>;
}

/** For the first read at a position. */
const JUMP_BYTES = 4 * 1024;
/** For reads that continue from there. */
const STREAM_BYTES = 64 * 1024;
const WINDOWS = 4;
const LEAST = 16;
const NOTHING = Buffer.alloc(0);

/** Keeps the last few windows, because walkers often go back. */
export function openReader(file: FileHandle, size: number): Reader {
  let windows: readonly { readonly start: number; readonly bytes: Buffer }[] = [];
  return {
    size,
    async window(at, least = LEAST) {
      if (!(at >= 0 && at < size)) return NOTHING;
      const wanted = Math.min(least, size - at);
      for (const { start, bytes } of windows) {
        if (at >= start && at + wanted <= start + bytes.length) return bytes.subarray(at - start);
      }
      const [last] = windows;
      const goesOn = last !== undefined && at > last.start && at <= last.start + last.bytes.length;
      const bytes = await read(file, at, Math.min(size - at, Math.max(wanted, goesOn ? STREAM_BYTES : JUMP_BYTES)));
      windows = [{ start: at, bytes }, ...windows.slice(0, WINDOWS - 1)];
      return bytes;
    },
  };
}

async function read(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let filled = 0;
  for (;;) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, at + filled);
    filled += bytesRead;
    if (bytesRead === 0 || filled === length) return buffer.subarray(0, filled);
  }
}

/** Exactly these bytes; fewer only at the end of the file. */
export async function bytesAt(reader: Reader, at: number, length: number): Promise<Buffer> {
  return (await reader.window(at, length)).subarray(0, length);
}

/** The first position of `needle` from `at` on, up to `end`; -1 if there is none. */
export async function find(reader: Reader, needle: Buffer, at: number, end = reader.size): Promise<number> {
  for (let from = at; from < end; ) {
    const bytes = await reader.window(from, needle.length);
    const found = bytes.indexOf(needle);
    if (found !== -1) return from + found < end ? from + found : -1;
    // It can be split over two windows.
    from += Math.max(1, bytes.length - needle.length + 1);
  }
  return -1;
}
