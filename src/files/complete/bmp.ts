// BMP, of Windows and of OS/2: the header says where the pixels begin, and how many there are. Its file size is often wrong.
import { bytesAt, type Reader } from '../reader.ts';

export interface Bitmap {
  readonly width: number;
  /** Negative if the first row is at the top. */
  readonly height: number;
  /** Where the last pixel ends. */
  readonly end: number;
}

const [CORE_HEAD, V5_HEAD] = [12, 124];

export async function bitmapOf(reader: Reader): Promise<Bitmap | null> {
  const head = await bytesAt(reader, 0, 14 + V5_HEAD);
  if (head.length < 26) return null;
  const start = head.readUInt32LE(10);
  const length = head.readUInt32LE(14);
  if (length === CORE_HEAD) {
    const [width, height] = [head.readUInt16LE(18), head.readUInt16LE(20)];
    return { width, height, end: start + rows(width, height, head.readUInt16LE(24)) };
  }
  if (head.length < 38) return null;
  const [width, height] = [head.readInt32LE(18), head.readInt32LE(22)];
  const compression = head.readUInt32LE(30);
  const isPlain = [0, 3, 6].includes(compression);
  const pixels = isPlain ? rows(width, height, head.readUInt16LE(28)) : head.readUInt32LE(34);
  const profile = length === V5_HEAD && head.length === 138 ? profileEnd(head) : 0;
  return { width, height, end: Math.max(start + pixels, profile) };
}

/** Each row is padded to a multiple of four bytes. */
function rows(width: number, height: number, bits: number): number {
  return Math.ceil((width * bits) / 32) * 4 * Math.abs(height);
}

/** A colour profile in the file comes after the pixels. */
function profileEnd(head: Buffer): number {
  const isHere = head.toString('latin1', 70, 74) === 'DEBM';
  return isHere ? 14 + head.readUInt32LE(126) + head.readUInt32LE(130) : 0;
}

export async function isBmpComplete(reader: Reader): Promise<boolean> {
  const bitmap = await bitmapOf(reader);
  return bitmap !== null && bitmap.end <= reader.size;
}
