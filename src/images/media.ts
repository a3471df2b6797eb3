// What a file is, by its bytes: format, suffix, dimensions, and whether it is whole.
import { type FileHandle, open } from 'node:fs/promises';
import { fileTypeOf } from './file-type.ts';
import { namesMedia } from './outputs.ts';
import { isWhole } from './whole.ts';

export type MediaKind = 'image' | 'video' | 'audio' | 'other';

export interface Media {
  readonly kind: MediaKind;
  /** The format's usual name: `png`, `jpeg`, `webp`, `mp4`, ...; null for bytes of no known format. */
  readonly format: string | null;
  /** With the dot. */
  readonly suffix: string;
  /** Media type, e.g. `image/png`. */
  readonly type: string;
  /** Pixels; null where not known (videos, audio). */
  readonly width: number | null;
  readonly height: number | null;
}

/** What was downloaded: a file, though maybe only its beginning, or a page in the place of one. */
export type Inspection =
  | { readonly kind: 'file'; readonly media: Media; readonly truncated: boolean }
  /** Plainly no result. `what` completes "it is …": `an HTML page`, `JSON`, `XML`, `empty`. */
  | { readonly kind: 'page'; readonly what: string };

export interface Hint {
  /** Where it came from; the suffix of its path names what has no signature. */
  readonly url?: string;
}

export async function inspect(path: string, { url = '' }: Hint = {}): Promise<Inspection> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size === 0) return { kind: 'page', what: 'empty' };
    const detected = await fileTypeOf(path);
    const head = await read(file, 0, 4096);
    const svg = detected === undefined || detected.mime === 'application/xml' ? isSvg(head) : false;
    const type = svg ? 'image/svg+xml' : (detected?.mime ?? '');
    const kind = kindOf(type);
    if (kind === null) return inspectOther(head, url);
    const format = svg ? 'svg' : (detected?.ext ?? '');
    const dimensions = kind === 'image' ? await measure(path) : { width: null, height: null };
    const media = { kind, format: format === 'jpg' ? 'jpeg' : format, suffix: `.${format}`, type, ...dimensions };
    return { kind: 'file', media, truncated: !(await isWhole(file, size, format)) };
  } finally {
    await file.close();
  }
}

function inspectOther(head: Buffer, url: string): Inspection {
  const text = head.toString('utf8').trim();
  if (/^<(!doctype html|html|head|body)/i.test(text)) return { kind: 'page', what: 'an HTML page' };
  const isJson = /^[[{]/.test(text);
  const isXml = /^<\?xml/i.test(text);
  if ((isJson || isXml) && namesMedia(url)) return { kind: 'page', what: isJson ? 'JSON' : 'XML' };
  const other = { kind: 'other', width: null, height: null } as const;
  if (isJson) {
    return {
      kind: 'file',
      media: { ...other, format: 'json', suffix: '.json', type: 'application/json' },
      truncated: false,
    };
  }
  const suffix = /\.[a-z0-9]{1,12}$/i.exec(URL.parse(url)?.pathname ?? '')?.[0].toLowerCase() ?? '.bin';
  const safe = /^\.(html?|xhtml|js|mjs)$/.test(suffix) ? '.bin' : suffix;
  return {
    kind: 'file',
    media: { ...other, format: null, suffix: safe, type: 'application/octet-stream' },
    truncated: false,
  };
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
