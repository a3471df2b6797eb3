// What a file is, by its bytes: format, suffix, dimensions, and whether it is whole.
import { type FileHandle, open } from 'node:fs/promises';
import { ActionError } from '../errors.ts';
import { fileTypeOf } from './file-type.ts';
import { isWhole } from './whole.ts';

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
  return /^\uFEFF?(?:\s|<\?[^>]*\?>|<!--(?:(?!-->)[\s\S])*-->|<!DOCTYPE svg[^>]*>)*<svg[\s/>]/i.test(
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
