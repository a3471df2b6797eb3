// Whether a media file is whole: its structure is walked to its own end. A server can send half a file with a length that fits.
import type { FileHandle } from 'node:fs/promises';

/** Looks at what stands at `at`: how far to go on from there, or the verdict. Fewer than NEAR bytes are there only where the file ends. */
type Step = (bytes: Buffer, at: number) => number | boolean;

/** The longest that a step must see at once. */
const NEAR = 16;
const WINDOW = 64 * 1024;

/** Formats that don't say where they end are believed. */
export async function isWhole(file: FileHandle, size: number, format: string): Promise<boolean> {
  const steps = STEPS.get(format);
  return steps === undefined || (await walk(file, size, steps()));
}

const STEPS: ReadonlyMap<string, () => Step> = new Map([
  ['png', png],
  ['jpg', jpg],
  ['gif', gif],
  ['webp', webp],
  ['svg', svg],
  ...['mp4', 'mov', 'm4v', 'm4a', 'avif', 'heic'].map((format) => [format, boxes] as const),
]);

const IEND = Buffer.from('IEND').readUInt32BE();
const [BEGIN = 0, QUOTE, APOSTROPHE, SLASH, END] = Buffer.from(`<"'/>`);
const [QUOTED, APOSTROPHED] = [Buffer.from('"'), Buffer.from("'")];

/** Holds one window of the file, however large it is; what a step jumps over is not read. */
async function walk(file: FileHandle, size: number, step: Step): Promise<boolean> {
  const buffer = Buffer.alloc(WINDOW);
  let window = buffer.subarray(0, 0);
  let start = 0;
  for (let position = 0; position <= size; ) {
    const end = start + window.length;
    if (position + NEAR > end && end < size) {
      const { bytesRead } = await file.read(buffer, 0, WINDOW, position);
      window = buffer.subarray(0, bytesRead);
      start = position;
    }
    const result = step(window, position - start);
    if (typeof result === 'boolean') return result;
    position += result;
  }
  return false;
}

/** PNG, 5.3: a signature, then chunks of length, type, content and checksum, the last an IEND. */
function png(): Step {
  let begun = false;
  return (bytes, at) => {
    if (!begun) {
      begun = true;
      return 8;
    }
    if (bytes.length - at < 12) return false;
    return bytes.readUInt32BE(at + 4) === IEND || 12 + bytes.readUInt32BE(at);
  };
}

/**
 * JPEG, B.1 and B.2: segments with their lengths, so that a thumbnail's end is not taken for the picture's, and compressed data,
 * in which FF is followed by 00 or a restart marker. Viewers pass over what is odd between segments, so this does.
 */
function jpg(): Step {
  return (bytes, at) => {
    if (bytes.length - at < 2) return false;
    if (bytes[at] !== 0xff) {
      const next = bytes.indexOf(0xff, at);
      return (next === -1 ? bytes.length : next) - at;
    }
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) return 1;
    if (marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8)) return 2;
    if (marker === 0xd9 || bytes.length - at < 4) return marker === 0xd9;
    return 2 + bytes.readUInt16BE(at + 2);
  };
}

/** GIF89a: a head, then images and extensions, both with content in small blocks up to an empty one, then the trailer. */
function gif(): Step {
  let inside: 'head' | 'blocks' | 'content' = 'head';
  return (bytes, at) => {
    const first = bytes[at];
    if (first === undefined) return false;
    if (inside === 'head') {
      inside = 'blocks';
      return 13 + colours(bytes[at + 10]);
    }
    if (inside === 'content') {
      if (first === 0) inside = 'blocks';
      return 1 + first;
    }
    // A superfluous end of content, which some encoders write.
    if (first === 0) return 1;
    if (first !== 0x21 && first !== 0x2c) return first === 0x3b;
    inside = 'content';
    return first === 0x21 ? 2 : 11 + colours(bytes[at + 9]);
  };
}

/** Bytes of the colour table that the flags of a GIF's head or image tell of. */
function colours(flags = 0): number {
  return (flags & 0x80) === 0 ? 0 : 3 << ((flags & 7) + 1);
}

/** RIFF: one chunk that holds all others. */
function webp(): Step {
  let passed = false;
  return (bytes, at) => {
    if (passed || bytes.length - at < 8) return passed;
    passed = true;
    return 8 + bytes.readUInt32LE(at + 4);
  };
}

/** ISO base media (ISO/IEC 14496-12): boxes that end where the file ends. */
function boxes(): Step {
  return (bytes, at) => {
    if (bytes.length - at < 8) return true;
    const short = bytes.readUInt32BE(at);
    const length = short === 1 && bytes.length - at >= 16 ? Number(bytes.readBigUInt64BE(at + 8)) : short;
    // No length: up to the end of the file. Too short for a box: something that stands behind them.
    return length < 8 || length;
  };
}

/** XML, as far as it takes to find the end of the outermost `<svg>`: comments, CDATA and attributes may hold anything. */
function svg(): Step {
  let depth = 0;
  /** What ends the part that is passed over. */
  let until: Buffer | null = null;
  let tag: 'opens' | 'closes' | 'other' | null = null;
  return (bytes, at) => {
    const left = bytes.length - at;
    if (until !== null) {
      const found = bytes.indexOf(until, at);
      // What ends it may stand across two windows.
      if (found === -1) return left >= NEAR && left - until.length;
      const passed = found + until.length - at;
      until = null;
      return passed;
    }
    if (tag !== null) {
      let mark = at;
      while (mark < bytes.length && bytes[mark] !== QUOTE && bytes[mark] !== APOSTROPHE && bytes[mark] !== END)
        mark += 1;
      if (mark === bytes.length) return left >= NEAR && left - 1;
      if (bytes[mark] !== END) until = bytes[mark] === QUOTE ? QUOTED : APOSTROPHED;
      else {
        if (tag === 'opens' && bytes[mark - 1] !== SLASH) depth += 1;
        if (tag === 'closes') depth -= 1;
        if (tag !== 'other' && depth === 0) return true;
        tag = null;
      }
      return mark + 1 - at;
    }
    const open = bytes.indexOf(BEGIN, at);
    if (open !== at) return left > 0 && (open === -1 ? left : open - at);
    const begin = bytes.toString('latin1', at, at + NEAR);
    const passedOver = PASSED_OVER.find(([mark]) => begin.startsWith(mark));
    if (passedOver !== undefined) {
      until = passedOver[1];
      return passedOver[0].length;
    }
    tag = /^<svg[\s/>]/i.test(begin) ? 'opens' : /^<\/svg[\s>]/i.test(begin) ? 'closes' : 'other';
    return 1;
  };
}

const PASSED_OVER = [
  ['<!--', Buffer.from('-->')],
  ['<![CDATA[', Buffer.from(']]>')],
  ['<?', Buffer.from('?>')],
  ['<!', Buffer.from('>')],
] as const;
