// The RIFF family: WebP, WAV and its large kinds (RF64, Wave64), AVI. One chunk has all others inside or, in an AVI above 1 GB, several chunks do.
import { bytesAt, type Reader } from '../reader.ts';

/** Encoders that write to a pipe cannot go back to fill in the sizes. They leave 0, or a number near the largest of 31 or 32 bits. */
function isUnknown(length: number): boolean {
  return length === 0 || length >= 0x7f00_0000;
}

export async function isWebpComplete(reader: Reader): Promise<boolean> {
  const head = await reader.window(0);
  return head.length >= 12 && 8 + head.readUInt32LE(4) <= reader.size;
}

/** OpenDML: one RIFF chunk after the other. Anything after them is not part of the film. */
export async function isAviComplete(reader: Reader): Promise<boolean> {
  for (let at = 0; at < reader.size; ) {
    const head = await bytesAt(reader, at, 8);
    if (at > 0 && !'RIFF'.startsWith(head.toString('latin1', 0, 4))) return true;
    if (head.length < 8) return false;
    const length = head.readUInt32LE(4);
    if (isUnknown(length)) return true;
    at += 8 + length + (length % 2);
    // The last chunk may lack its padding byte.
    if (at > reader.size + (length % 2)) return false;
  }
  return true;
}

export async function isWavComplete(reader: Reader): Promise<boolean> {
  const head = await reader.window(0);
  if (head.length < 12) return false;
  const told = head.readUInt32LE(4);
  const { dataEnd, lastEnd } = await wavChunks(reader);
  if (dataEnd === null || dataEnd > reader.size) return false;
  if (isUnknown(told) || 8 + told <= reader.size) return true;
  // Some encoders write the size of the file instead of the size of the rest.
  return told === reader.size && lastEnd === reader.size;
}

interface WavChunks {
  /** null if the file ends before the sound begins. */
  readonly dataEnd: number | null;
  readonly lastEnd: number;
}

/** Up to the sound, and past it if its size is known. */
async function wavChunks(reader: Reader): Promise<WavChunks> {
  let long: bigint | null = null;
  let dataEnd: number | null = null;
  let at = 12;
  for (;;) {
    const head = await bytesAt(reader, at, 24);
    if (head.length < 8) return { dataEnd, lastEnd: at };
    const type = head.toString('latin1', 0, 4);
    const short = head.readUInt32LE(4);
    // RF64 (EBU Tech 3306): the true sizes, of the file and of the sound.
    if (type === 'ds64' && head.length === 24) long = head.readBigUInt64LE(16);
    let length = short;
    if (type === 'data') {
      if (short === 0xffff_ffff && long !== null) length = Number(long);
      else if (isUnknown(short)) return { dataEnd: at + 8, lastEnd: reader.size };
      dataEnd = at + 8 + length;
    }
    at += 8 + length + (length % 2);
    if (at > reader.size) return { dataEnd, lastEnd: at - (length % 2) };
  }
}

/** Sony Wave64: chunks are named by GUIDs, and lengths have 64 bits. The first length is that of the file. */
export async function isWave64Complete(reader: Reader): Promise<boolean> {
  const head = await bytesAt(reader, 0, 24);
  if (head.length < 24) return false;
  const length = head.readBigUInt64LE(16);
  return length >= 1n << 62n || Number(length) <= reader.size;
}
