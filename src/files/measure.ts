// The size of a picture as shown, after its rotation.
import { type Bitmap, bitmapOf } from './complete/bmp.ts';
import { type Box, boxAt, boxesIn } from './complete/boxes.ts';
import { eachSegment } from './complete/jpeg.ts';
import { chunksOf } from './complete/png.ts';
import { markupOf } from './markup.ts';
import { bytesAt, find, type Reader } from './reader.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

type Measure = (reader: Reader) => Promise<Size | null>;

const MEASURES: ReadonlyMap<string, Measure> = new Map([
  ['png', pngSize],
  ['jpeg', jpegSize],
  ['webp', webpSize],
  ['bmp', bmpSize],
  ['avif', itemSize],
  ['heic', itemSize],
  ['svg', svgSize],
  ['icns', icnsSize],
  ['qoi', qoiSize],
  ['exr', exrSize],
  ['hdr', hdrSize],
]);

/** image-size reads this much of a file. */
const HEAD_BYTES = 512 * 1024;

/** Of an image of this format; null if not known. */
export async function sizeOf(reader: Reader, format: string): Promise<Size | null> {
  const measure = MEASURES.get(format);
  if (measure !== undefined) return measure(reader);
  const { imageSize } = await import('image-size');
  try {
    const { width, height, orientation = 1 } = imageSize(await bytesAt(reader, 0, HEAD_BYTES));
    return turned({ width, height }, orientation);
  } catch {
    return null;
  }
}

/** EXIF orientations 5 to 8 swap width and height. */
function turned({ width, height }: Size, orientation: number): Size {
  return orientation >= 5 && orientation <= 8 ? { width: height, height: width } : { width, height };
}

/** `start`: of the TIFF header with the EXIF data (Exif 2.32, 4.5.2). 1 if there is none. */
async function orientationAt(reader: Reader, start: number): Promise<number> {
  const head = await bytesAt(reader, start, 8);
  const order = head.toString('latin1', 0, 2);
  if (head.length < 8 || (order !== 'II' && order !== 'MM')) return 1;
  const u16 = (bytes: Buffer, at: number): number => (order === 'II' ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
  const list = start + (order === 'II' ? head.readUInt32LE(4) : head.readUInt32BE(4));
  const count = await bytesAt(reader, list, 2);
  if (count.length < 2) return 1;
  const entries = await bytesAt(reader, list + 2, u16(count, 0) * 12);
  for (let at = 0; at + 12 <= entries.length; at += 12) {
    if (u16(entries, at) === 0x0112) return u16(entries, at + 8);
  }
  return 1;
}

async function pngSize(reader: Reader): Promise<Size | null> {
  let size: Size | null = null;
  for await (const { type, start } of chunksOf(reader)) {
    if (type === 'IHDR') {
      const head = await bytesAt(reader, start, 8);
      if (head.length === 8) size = { width: head.readUInt32BE(0), height: head.readUInt32BE(4) };
    }
    if (type === 'eXIf' && size !== null) return turned(size, await orientationAt(reader, start));
  }
  return size;
}

/** Many markers can start a frame, but three in this range mean something else. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

async function jpegSize(reader: Reader): Promise<Size | null> {
  const notes: number[] = [];
  let frame: number | null = null;
  await eachSegment(reader, ({ marker, start }) => {
    if (marker === APP1) notes.push(start);
    if (isFrame(marker)) frame = start;
    return frame !== null;
  });
  if (frame === null) return null;
  const head = await bytesAt(reader, frame + 1, 4);
  if (head.length < 4) return null;
  const size = { width: head.readUInt16BE(2), height: head.readUInt16BE(0) };
  for (const start of notes) {
    if ((await bytesAt(reader, start, 6)).equals(EXIF)) return turned(size, await orientationAt(reader, start + 6));
  }
  return size;
}

const APP1 = 0xe1;
const EXIF = Buffer.from('Exif\0\0');

/** WebP container specification: the canvas, or the only picture. */
async function webpSize(reader: Reader): Promise<Size | null> {
  const head = await bytesAt(reader, 12, 18);
  if (head.length < 18) return null;
  const type = head.toString('latin1', 0, 4);
  if (type === 'VP8 ') return { width: head.readUInt16LE(14) & 0x3fff, height: head.readUInt16LE(16) & 0x3fff };
  if (type === 'VP8L') {
    const bits = head.readUInt32LE(9);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (type !== 'VP8X') return null;
  const size = { width: head.readUIntLE(12, 3) + 1, height: head.readUIntLE(15, 3) + 1 };
  return turned(size, ((head[8] ?? 0) & 8) === 0 ? 1 : await webpOrientation(reader));
}

async function webpOrientation(reader: Reader): Promise<number> {
  for (let at = 12; ; ) {
    const head = await bytesAt(reader, at, 14);
    if (head.length < 14) return 1;
    // Some encoders repeat the marker that a JPEG needs.
    if (head.toString('latin1', 0, 4) === 'EXIF') {
      return orientationAt(reader, head.subarray(8).equals(EXIF) ? at + 14 : at + 8);
    }
    const length = head.readUInt32LE(4);
    at += 8 + length + (length % 2);
  }
}

async function bmpSize(reader: Reader): Promise<Size | null> {
  const bitmap: Bitmap | null = await bitmapOf(reader);
  return bitmap === null ? null : { width: Math.abs(bitmap.width), height: Math.abs(bitmap.height) };
}

/** AVIF and HEIC (ISO/IEC 23008-12): the main picture and its transformations, in order: `clap` crops, `irot` rotates. EXIF is ignored here. */
async function itemSize(reader: Reader): Promise<Size | null> {
  const file = { type: '', start: 0, end: reader.size };
  const meta = await boxAt(reader, file, 'meta');
  if (meta === null) return null;
  const around = { ...meta, start: meta.start + 4 };
  const properties = await boxAt(reader, around, 'iprp', 'ipco');
  const links = await boxAt(reader, around, 'iprp', 'ipma');
  const main = await boxAt(reader, around, 'pitm');
  if (properties === null || links === null || main === null) return null;
  const all: Box[] = [];
  for await (const box of boxesIn(reader, properties.start, properties.end)) all.push(box);
  let size: Size | null = null;
  for (const index of await propertiesOf(reader, links, await mainItem(reader, main))) {
    const box = all[index - 1];
    if (box === undefined) continue;
    const content = await bytesAt(reader, box.start, Math.min(box.end - box.start, 32));
    if (box.type === 'ispe' && content.length >= 12) {
      size = { width: content.readUInt32BE(4), height: content.readUInt32BE(8) };
    }
    if (box.type === 'clap' && content.length >= 16) {
      const [width, height] = [0, 8].map((at) => Math.round(content.readUInt32BE(at) / content.readUInt32BE(at + 4)));
      if (width !== undefined && height !== undefined && width > 0 && height > 0) size = { width, height };
    }
    if (box.type === 'irot' && ((content[0] ?? 0) & 1) === 1) size &&= { width: size.height, height: size.width };
  }
  return size;
}

async function mainItem(reader: Reader, { start }: Box): Promise<number> {
  const bytes = await bytesAt(reader, start, 8);
  return bytes.length < 8 ? 0 : bytes[0] === 0 ? bytes.readUInt16BE(4) : bytes.readUInt32BE(4);
}

/** `ipma`: for each item, the numbers of its properties, from 1. */
async function propertiesOf(reader: Reader, { start, end }: Box, item: number): Promise<readonly number[]> {
  const bytes = await bytesAt(reader, start, Math.min(end, reader.size) - start);
  try {
    const [idBytes, linkBytes] = [bytes[0] === 0 ? 2 : 4, (bytes[3] ?? 0) & 1 ? 2 : 1];
    let at = 8;
    for (let items = bytes.readUInt32BE(4); items > 0; items--) {
      const id = bytes.readUIntBE(at, idBytes);
      const count = bytes.readUInt8(at + idBytes);
      at += idBytes + 1;
      const mask = linkBytes === 2 ? 0x7fff : 0x7f;
      if (id === item)
        return Array.from({ length: count }, (_, n) => bytes.readUIntBE(at + n * linkBytes, linkBytes) & mask);
      at += count * linkBytes;
    }
  } catch {
    // Its tables are longer than the box.
  }
  return [];
}

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  pt: 96 / 72,
  pc: 16,
  em: 16,
  ex: 8,
};

/** From `width` and `height`. A missing one follows from the `viewBox`. */
async function svgSize(reader: Reader): Promise<Size | null> {
  const tag = (await markupOf(reader))?.tag ?? '';
  const value = (name: string): string =>
    new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)?.slice(1).join('').trim() ?? '';
  const length = (name: string): number | null => {
    const [, digits, unit = ''] = /^\+?(\d*\.?\d+(?:e[+-]?\d+)?)([a-z]*)$/i.exec(value(name)) ?? [];
    const factor = UNITS[unit.toLowerCase()];
    return digits === undefined || factor === undefined ? null : Number(digits) * factor || null;
  };
  const box = value('viewBox')
    .split(/[\s,]+/)
    .map(Number);
  const [wide, tall] = [box[2] ?? Number.NaN, box[3] ?? Number.NaN];
  const [width, height] = [length('width'), length('height')];
  const exact =
    width !== null && height !== null
      ? { width, height }
      : width !== null
        ? { width, height: (width * tall) / wide }
        : height !== null
          ? { width: (height * wide) / tall, height }
          : { width: wide, height: tall };
  if (!(exact.width > 0 && exact.height > 0 && Number.isFinite(exact.width * exact.height))) return null;
  return { width: Math.max(1, Math.round(exact.width)), height: Math.max(1, Math.round(exact.height)) };
}

async function qoiSize(reader: Reader): Promise<Size | null> {
  const head = await bytesAt(reader, 4, 8);
  return head.length < 8 ? null : { width: head.readUInt32BE(0), height: head.readUInt32BE(4) };
}

/** OpenEXR: the display window goes from one pixel to another. */
async function exrSize(reader: Reader): Promise<Size | null> {
  const at = await find(reader, EXR_WINDOW, 0, HEAD_BYTES);
  const content = await bytesAt(reader, at + EXR_WINDOW.length + 4, 16);
  if (at === -1 || content.length < 16) return null;
  const width = content.readInt32LE(8) - content.readInt32LE(0) + 1;
  const height = content.readInt32LE(12) - content.readInt32LE(4) + 1;
  return width > 0 && height > 0 ? { width, height } : null;
}

const EXR_WINDOW = Buffer.from('displayWindow\0box2i\0', 'latin1');

/** Radiance: rows from the top if it begins with -Y, otherwise columns. */
async function hdrSize(reader: Reader): Promise<Size | null> {
  const head = (await bytesAt(reader, 0, 4096)).toString('latin1');
  const [, axis, first, second] = /\n[-+]([XY]) (\d+) [-+][XY] (\d+)\n/.exec(head) ?? [];
  if (first === undefined || second === undefined) return null;
  const [one, other] = [Number(first), Number(second)];
  return axis === 'Y' ? { width: other, height: one } : { width: one, height: other };
}

/** Apple icons: the largest picture, by the names of the entries. */
async function icnsSize(reader: Reader): Promise<Size | null> {
  let largest = 0;
  for (let at = 8; ; ) {
    const head = await bytesAt(reader, at, 8);
    if (head.length < 8) break;
    largest = Math.max(largest, ICNS_SIZES[head.toString('latin1', 0, 4)] ?? 0);
    at += Math.max(8, head.readUInt32BE(4));
  }
  return largest === 0 ? null : { width: largest, height: largest };
}

const ICNS_SIZES: Readonly<Record<string, number>> = {
  ...{ 'ICN#': 32, ICON: 32, 'icm#': 16, 'ics#': 16, icm4: 16, icm8: 16, ics4: 16, ics8: 16, is32: 16, s8mk: 16 },
  ...{
    icl4: 32,
    icl8: 32,
    il32: 32,
    l8mk: 32,
    'ich#': 48,
    ich4: 48,
    ich8: 48,
    ih32: 48,
    h8mk: 48,
    it32: 128,
    t8mk: 128,
  },
  ...{ icp4: 16, icp5: 32, icp6: 64, ic04: 16, ic05: 32, ic07: 128, ic08: 256, ic09: 512, ic10: 1024 },
  ...{ ic11: 32, ic12: 64, ic13: 256, ic14: 512, icsb: 18, icsB: 36, sb24: 24, SB24: 48 },
};
