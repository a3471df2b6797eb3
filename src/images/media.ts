// What a file is, by its bytes: format, suffix, dimensions, and whether it is whole.
import { type FileHandle, open } from 'node:fs/promises';
import { ActionError } from '../errors.ts';
import { fileTypeOf } from './file-type.ts';

export type MediaKind = 'image' | 'video' | 'audio' | 'other';

export interface Media {
  readonly kind: MediaKind;
  /** The format's usual name: `png`, `jpeg`, `webp`, `mp4`, ... */
  readonly format: string;
  /** With the dot. */
  readonly suffix: string;
  /** Media type, e.g. `image/png`. */
  readonly type: string;
  /** Pixels; null where not known (videos, audio). */
  readonly width: number | null;
  readonly height: number | null;
}

/** Throws ActionError `not-media` for a file that is no media, or only the beginning of one. */
export async function inspect(path: string): Promise<Media> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const detected = await fileTypeOf(path);
    const head = await read(file, 0, 4096);
    const svg = detected === undefined || detected.mime === 'application/xml' ? isSvg(head) : false;
    const type = svg ? 'image/svg+xml' : (detected?.mime ?? '');
    const kind = kindOf(type);
    if (size === 0 || kind === null) throw notMedia(head, size);
    const format = svg ? 'svg' : (detected?.ext ?? '');
    if (!(await isWhole(file, size, format))) {
      throw new ActionError('not-media', `The file is a torn ${format}: its end is missing after ${size} bytes.`);
    }
    const dimensions = kind === 'image' ? await measure(path) : { width: null, height: null };
    return { kind, format: format === 'jpg' ? 'jpeg' : format, suffix: `.${format}`, type, ...dimensions };
  } finally {
    await file.close();
  }
}

/** Whether a file of this format may be called so: `.jpeg` is as good as `.jpg`. */
export function isSuffixOf(suffix: string, { suffix: usual }: Media): boolean {
  const known = suffix.toLowerCase();
  return known === usual || (SYNONYMS.get(known) ?? known) === usual;
}

const SYNONYMS = new Map([
  ['.jpeg', '.jpg'],
  ['.tiff', '.tif'],
  ['.m4v', '.mp4'],
  ['.oga', '.ogg'],
]);

/** Already compressed: zipping them again costs time and wins nothing. */
export function isCompressed(format: string): boolean {
  return !['svg', 'bmp', 'tif', 'wav', 'aif', 'glb'].includes(format);
}

function kindOf(type: string): MediaKind | null {
  const [family] = type.split('/', 1);
  if (family === 'image' || family === 'video' || family === 'audio') return family;
  // Models that make 3D objects or bundles; they are paid for like any image.
  return family === 'model' || type === 'application/zip' ? 'other' : null;
}

function isSvg(head: Buffer): boolean {
  return /^\uFEFF?\s*(<\?xml[^>]*\?>\s*)?(<!--(?:(?!-->)[\s\S])*-->\s*)*(<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/i.test(
    head.toString('utf8'),
  );
}

function notMedia(head: Buffer, size: number): ActionError {
  const text = head.toString('utf8').trim();
  const looks =
    size === 0
      ? 'is empty'
      : /^<(!doctype|html|head|body)/i.test(text)
        ? 'is an HTML page'
        : /^[[{]/.test(text)
          ? 'is JSON'
          : 'has no known media format';
  return new ActionError('not-media', `What was downloaded ${looks}: no image, video or audio.`);
}

async function measure(path: string): Promise<{ width: number | null; height: number | null }> {
  const { imageSizeFromFile } = await import('image-size/fromFile');
  try {
    const { width, height, orientation = 1 } = await imageSizeFromFile(path);
    // EXIF orientations 5 to 8 lie on their side: what a viewer shows has width and height exchanged.
    return orientation >= 5 ? { width: height, height: width } : { width, height };
  } catch {
    return { width: null, height: null };
  }
}

async function read(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

const TAIL = 64 * 1024;

/** Whether the format's own end is there. A server can send half a file with a Content-Length that fits. */
async function isWhole(file: FileHandle, size: number, format: string): Promise<boolean> {
  const tail = (): Promise<Buffer> => read(file, Math.max(0, size - TAIL), TAIL);
  switch (format) {
    case 'png':
      return (await tail()).includes('IEND');
    case 'jpg':
      return (await tail()).includes(Buffer.from([0xff, 0xd9]));
    case 'gif':
      return (await tail()).includes(0x3b);
    case 'webp':
      return (await read(file, 4, 4)).readUInt32LE() + 8 <= size;
    case 'mp4':
    case 'mov':
    case 'm4v':
    case 'm4a':
    case 'avif':
    case 'heic':
      return boxesFit(file, size);
    default:
      return true;
  }
}

/** Real files have a few; one made of nothing but boxes is not worth hours. */
const MOST_BOXES = 10_000;

/** The top-level boxes of ISO base media (ISO/IEC 14496-12) end where the file ends. */
async function boxesFit(file: FileHandle, size: number): Promise<boolean> {
  let position = 0;
  for (let boxes = 0; position + 8 <= size; boxes++) {
    if (boxes === MOST_BOXES) return true;
    const header = await read(file, position, 16);
    const short = header.readUInt32BE(0);
    if (short === 0) return true;
    const length = short === 1 && header.length === 16 ? Number(header.readBigUInt64BE(8)) : short;
    if (length < 8) return true;
    position += length;
  }
  return position <= size;
}
