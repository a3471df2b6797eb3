// PNG (ISO/IEC 15948, 5.3): a signature, then chunks with length, type, content and checksum. The last one is IEND.
import type { Reader } from '../reader.ts';

export interface Chunk {
  readonly type: string;
  /** Where its content begins. */
  readonly start: number;
  readonly length: number;
}

/** Up to IEND or the end of the file. */
export async function* chunksOf(reader: Reader): AsyncGenerator<Chunk> {
  for (let at = 8; ; ) {
    const head = await reader.window(at);
    if (head.length < 12) return;
    const chunk = { type: head.toString('latin1', 4, 8), start: at + 8, length: head.readUInt32BE() };
    yield chunk;
    if (chunk.type === 'IEND') return;
    at += 12 + chunk.length;
  }
}

export async function isPngComplete(reader: Reader): Promise<boolean> {
  for await (const { type } of chunksOf(reader)) {
    if (type === 'IEND') return true;
  }
  return false;
}
