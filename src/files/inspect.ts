// What a file is, by its bytes and then by its URL: format, suffix, pixels, and whether it is complete. Or that it is not a result.
import { openAsBlob } from 'node:fs';
import { open } from 'node:fs/promises';
import { tracksOf } from './complete/boxes.ts';
import { type Format, formatNamed, formatOfHead, formatOfSuffix, type MediaKind } from './formats.ts';
import { asText, isGltf, isJson, type Markup, markupOf } from './markup.ts';
import { sizeOf } from './measure.ts';
import { mpegAudioOf } from './mpeg-audio.ts';
import { bytesAt, openReader, type Reader } from './reader.ts';

export interface Media {
  readonly kind: MediaKind;
  /** The format's usual name: `png`, `jpeg`, `webp`, `mp4`, ...; null if it is not known. */
  readonly format: string | null;
  /** With the dot. */
  readonly suffix: string;
  /** Media type, e.g. `image/png`. */
  readonly type: string;
  /** Pixels as shown; null if not known (videos, audio). */
  readonly width: number | null;
  readonly height: number | null;
}

export type Inspection =
  | { readonly kind: 'file'; readonly media: Media; readonly truncated: boolean }
  /** Clearly not a result. `what` completes "it is …": `an HTML page`, `JSON`, `XML`, `empty`. */
  | { readonly kind: 'page'; readonly what: string };

export interface Hint {
  /** Its source. The suffix of the path names formats without a signature. */
  readonly url?: string;
}

/** Only reads the beginning and the end of the file. Throws the errors of the disk. */
export async function inspect(path: string, { url = '' }: Hint = {}): Promise<Inspection> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size === 0) return { kind: 'page', what: 'empty' };
    const reader = openReader(file, size);
    const named = suffixOfAddress(url);
    const found = await recognise(reader, path, named);
    if ('what' in found) return { kind: 'page', what: found.what };
    const { format, type } = found;
    const pixels = format?.kind === 'image' ? await sizeOf(reader, format.name) : null;
    return {
      kind: 'file',
      media: {
        kind: format?.kind ?? familyOf(type) ?? 'other',
        format: format?.name ?? found.name,
        suffix: `.${suffixFor(format, found.name, named)}`,
        type,
        width: pixels?.width ?? null,
        height: pixels?.height ?? null,
      },
      truncated: !((await format?.isComplete?.(reader)) ?? true),
    };
  } finally {
    await file.close();
  }
}

/** Kind and media type of a file, only by its bytes; null if not known. */
export async function typeOfFile(path: string): Promise<{ readonly kind: MediaKind; readonly type: string } | null> {
  const inspection = await inspect(path);
  if (inspection.kind === 'page' || inspection.media.format === null) return null;
  return inspection.media;
}

/** Whether a suffix is valid for a file, so that it can be kept: `.jpeg` is as good as `.jpg`. */
export function isSuffixOf(suffix: string, { format, suffix: usual }: Media): boolean {
  const known = suffix.slice(1).toLowerCase();
  return suffix.toLowerCase() === usual || formatNamed(format ?? '')?.suffixes.includes(known) === true;
}

interface Found {
  readonly format: Format | null;
  /** Of a format that is not in the table; null if it is not known at all. */
  readonly name: string | null;
  readonly type: string;
}

interface NoResult {
  readonly what: string;
}

async function recognise(reader: Reader, path: string, named: string): Promise<Found | NoResult> {
  const head = await bytesAt(reader, 0, HEAD_BYTES);
  const format = formatOfHead(head, reader.size);
  if (format !== null) return known(await moreExactly(format, reader));
  const audio = await mpegAudioOf(reader);
  if (audio !== null) return known(formatNamed(audio));
  const markup = await markupOf(reader);
  if (markup !== null) return ofMarkup(markup, named);
  const meant = formatOfSuffix(named);
  const isNamedMedia = meant !== null && meant.kind !== 'text';
  if (await isJson(reader)) {
    if (await isGltf(reader, named === 'gltf')) return known(formatNamed('gltf'));
    return isNamedMedia ? { what: 'JSON' } : known(formatNamed('json'));
  }
  if (meant !== null && fitsByName(meant, await asLatin(reader))) return known(meant);
  return (await ofLongTail(path)) ?? { format: null, name: null, type: 'application/octet-stream' };
}

const HEAD_BYTES = 4096;

function known(format: Format | null): Found {
  return { format, name: null, type: format?.type ?? '' };
}

/** An MP4 with only sound is an M4A, whatever its brand. */
async function moreExactly(format: Format, reader: Reader): Promise<Format> {
  if (format.name !== 'mp4') return format;
  const tracks = await tracksOf(reader);
  return tracks.has('soun') && !tracks.has('vide') ? (formatNamed('m4a') ?? format) : format;
}

function ofMarkup({ root, isPage }: Markup, named: string): Found | NoResult {
  if (isPage) return { what: 'an HTML page' };
  if (root === 'svg') return known(formatNamed('svg'));
  if (root === 'COLLADA') return known(formatNamed('dae'));
  if (root === 'X3D') return known(formatNamed('x3d'));
  const meant = formatOfSuffix(named);
  if (meant !== null && meant.kind !== 'text') return { what: 'XML' };
  return isPageSuffix(named) ? { what: 'an HTML page' } : known(formatNamed('xml'));
}

async function asLatin(file: Reader): Promise<string> {
  const reader = await asText(file);
  return (await bytesAt(reader, 0, HEAD_BYTES)).toString('latin1');
}

/** Only OBJ files have lines that begin like this. */
const OBJ_LINE = /^(v|vn|vt|vp|f|o|g|usemtl|mtllib|s) /m;

/** Whether the content of a file without a signature matches its name. */
function fitsByName({ name, kind, begins }: Format, text: string): boolean {
  if (begins !== undefined && name !== 'stl' && name !== 'obj') return false;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what texts do not hold
  if (/[\0-\x08\x0e-\x1a]/.test(text)) return false;
  if (name === 'stl') return /^\s*solid\b/.test(text);
  return name === 'obj' ? OBJ_LINE.test(text) : kind === 'text' && name !== 'json' && name !== 'xml';
}

/** Formats that hardly any model makes. Formats with a signature in the table are ignored here, because the table is more reliable. */
async function ofLongTail(path: string): Promise<Found | null> {
  const { fileTypeFromBlob } = await import('file-type');
  // Through a Blob, because file-type's own file reader imports a package that bundlers do not see.
  const found = await fileTypeFromBlob(await openAsBlob(path));
  const [type = ''] = found?.mime.split(';', 1) ?? [];
  if (found === undefined || familyOf(type) === null || formatOfSuffix(found.ext) !== null) return null;
  return { format: null, name: found.ext, type };
}

function familyOf(type: string): MediaKind | null {
  const [family] = type.split('/', 1);
  if (family === 'image' || family === 'video' || family === 'audio') return family;
  return family === 'model' ? 'mesh' : null;
}

/** Of the path, in lower case, without the dot; empty if there is no plausible one. */
function suffixOfAddress(url: string): string {
  const address = URL.parse(url)?.pathname ?? '';
  const suffix = /\.([a-z0-9]{1,10})$/i.exec(address)?.[1]?.toLowerCase() ?? '';
  // A version or a date, not a suffix.
  return /^\d+$/.test(suffix) ? '' : suffix;
}

/** Suffixes that browsers open as pages. No file may have one. */
function isPageSuffix(suffix: string): boolean {
  return /^(html?|xht(ml)?|shtml?|mht(ml)?|hta|phtml|svgz)$/.test(suffix);
}

/** The suffix of a file of unknown format. */
const UNKNOWN = 'bin';

function suffixFor(format: Format | null, name: string | null, named: string): string {
  const usual = format?.suffixes[0] ?? name;
  if (usual !== null && usual !== undefined && !(format?.isBase === true && mayNameBase(format, named))) return usual;
  return named === '' || isPageSuffix(named) ? (usual ?? UNKNOWN) : named;
}

/** A `.vrm` is a GLB, and a `.docx` is a ZIP: such a suffix says more than the bytes. */
function mayNameBase({ suffixes }: Format, named: string): boolean {
  if (named === '' || named === UNKNOWN) return false;
  return suffixes.includes(named) || formatOfSuffix(named) === null;
}
