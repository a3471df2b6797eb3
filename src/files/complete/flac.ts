// FLAC (RFC 9639): the header has the number of samples, and each frame says which ones it has. Only the last frames are read.
import { bytesAt, type Reader } from '../reader.ts';

/** A frame with the largest block and eight channels can be larger, but no encoder writes one for which this is too short. */
const TAIL_BYTES = 256 * 1024;
/** Some bytes in a frame look like the header of another frame. */
const MAX_TRIES = 16;
/** Tags after the sound. */
const TRAILERS = [Buffer.from('TAG'), Buffer.from('APETAGEX'), Buffer.from('ID3')];

export async function isFlacComplete(reader: Reader): Promise<boolean> {
  const head = await soundOf(reader);
  if (head === null) return false;
  const tailStart = Math.max(head.start, reader.size - TAIL_BYTES);
  const tail = await bytesAt(reader, tailStart, TAIL_BYTES);
  if (tail.length === 0) return head.samples === 0;
  let tries = 0;
  for (let at = lastSync(tail, tail.length); at !== -1 && tries < MAX_TRIES; at = lastSync(tail, at)) {
    const frame = frameIn(tail.subarray(at, at + 16), head.blockSamples);
    if (frame === null || frame.end < head.samples) continue;
    if (endsWell(tail.subarray(at))) return true;
    tries += 1;
  }
  return false;
}

interface Sound {
  readonly start: number;
  /** 0 if not known. */
  readonly samples: number;
  /** Per frame, if all frames have the same number. */
  readonly blockSamples: number;
}

/** Skips the tags and blocks before the sound; null if the file ends inside them. */
async function soundOf(reader: Reader): Promise<Sound | null> {
  let at = await afterId3(reader);
  const info = await bytesAt(reader, at + 8, 18);
  if (info.length < 18) return null;
  const samples = (info.readUInt8(13) % 16) * 2 ** 32 + info.readUInt32BE(14);
  at += 4;
  for (let isLast = false; !isLast; ) {
    const head = await bytesAt(reader, at, 4);
    if (head.length < 4) return null;
    isLast = head.readUInt8() >= 128;
    at += 4 + head.readUIntBE(1, 3);
  }
  return at > reader.size ? null : { start: at, samples, blockSamples: info.readUInt16BE(0) };
}

/** Where the content begins: players accept an ID3 tag before anything. */
export async function afterId3(reader: Reader): Promise<number> {
  const head = await bytesAt(reader, 0, 10);
  if (head.length < 10 || head.toString('latin1', 0, 3) !== 'ID3') return 0;
  const length = [6, 7, 8, 9].reduce((sum, n) => sum * 128 + ((head[n] ?? 0) & 127), 0);
  return 10 + length + ((head[5] ?? 0) & 16 ? 10 : 0);
}

/** The last position before `end` where a frame can begin. */
function lastSync(tail: Buffer, end: number): number {
  for (let at = end - 1; at >= 0; ) {
    at = tail.lastIndexOf(0xff, at);
    if (at === -1 || ((tail[at + 1] ?? 0) & 0xfe) === 0xf8) return at;
    at -= 1;
  }
  return -1;
}

/** Where the samples of the frame end; null if no frame begins here (9.1). */
function frameIn(bytes: Buffer, blockSamples: number): { readonly end: number } | null {
  const [, flags = 0, sizes = 0, , first = 0] = bytes;
  const width = first < 0x80 ? 1 : Math.clz32(~(first << 24));
  let number = width === 1 ? first : first % 2 ** (7 - width);
  for (let n = 1; n < width; n++) number = number * 64 + ((bytes[4 + n] ?? 0) & 63);
  let at = 4 + width;
  const code = sizes >> 4;
  let samples = code === 1 ? 192 : code < 6 ? 144 * 2 ** code : 2 ** code;
  if (code === 6) samples = (bytes[at++] ?? 0) + 1;
  if (code === 7) {
    samples = (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0) + 1;
    at += 2;
  }
  const rate = sizes % 16;
  at += rate === 12 ? 1 : rate === 13 || rate === 14 ? 2 : 0;
  if (bytes.length <= at || crc(bytes.subarray(0, at), 8, 0x07) !== bytes[at]) return null;
  return { end: (flags % 2 === 1 ? number : number * blockSamples) + samples };
}

/** A frame ends with its checksum. Over the whole frame, the checksum is therefore 0. */
function endsWell(bytes: Buffer): boolean {
  let sum = 0;
  for (const [n, byte] of bytes.entries()) {
    sum = step(sum, byte, 16, 0x8005);
    if (sum === 0 && isTrailer(bytes.subarray(n + 1))) return true;
  }
  return false;
}

function isTrailer(rest: Buffer): boolean {
  return TRAILERS.some((mark) => rest.subarray(0, mark.length).equals(mark)) || rest.every((byte) => byte === 0);
}

function crc(bytes: Buffer, bits: number, polynomial: number): number {
  return bytes.reduce((sum, byte) => step(sum, byte, bits, polynomial), 0);
}

function step(sum: number, byte: number, bits: number, polynomial: number): number {
  const mask = 2 ** bits - 1;
  let next = sum ^ (byte << (bits - 8));
  for (let n = 0; n < 8; n++) next = ((next << 1) ^ (next >> (bits - 1) === 0 ? 0 : polynomial)) & mask;
  return next;
}
