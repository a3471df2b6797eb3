// A file seen through small windows: any part of it can be looked at, and it is never in memory as a whole.
import type { FileHandle } from 'node:fs/promises';

export interface Reader {
  /** Bytes of the whole file. */
  readonly size: number;
  /** What is at hand from `at` on: at least `least` bytes, fewer only where the file ends before. */
  window(at: number, least?: number): Promise<Buffer>;
}

/** A first look at a place. */
const JUMP_BYTES = 4 * 1024;
/** Whoever goes on from there reads on. */
const STREAM_BYTES = 64 * 1024;
const WINDOWS = 4;
const LEAST = 16;
const NOTHING = Buffer.alloc(0);

/** Keeps the last few windows: a walk often returns to where it came from. */
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

/** Exactly these bytes; fewer only where the file ends before. */
export async function bytesAt(reader: Reader, at: number, length: number): Promise<Buffer> {
  return (await reader.window(at, length)).subarray(0, length);
}

/** The first place of `needle` from `at` on, up to `end`; -1 where there is none. */
export async function find(reader: Reader, needle: Buffer, at: number, end = reader.size): Promise<number> {
  for (let from = at; from < end; ) {
    const bytes = await reader.window(from, needle.length);
    const found = bytes.indexOf(needle);
    if (found !== -1) return from + found < end ? from + found : -1;
    // It may stand across two windows.
    from += Math.max(1, bytes.length - needle.length + 1);
  }
  return -1;
}
