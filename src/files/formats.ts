// The formats of files. This is the only table that says what a file is, how it can be named, and how it is shown.
import { isBmpComplete } from './complete/bmp.ts';
import { isMovieComplete } from './complete/boxes.ts';
import { isFlacComplete } from './complete/flac.ts';
import { isGifComplete } from './complete/gif.ts';
import { isGlbComplete } from './complete/glb.ts';
import { isJpegComplete } from './complete/jpeg.ts';
import { isMatroskaComplete } from './complete/matroska.ts';
import { isOggComplete } from './complete/ogg.ts';
import { isPngComplete } from './complete/png.ts';
import { isAviComplete, isWavComplete, isWave64Complete, isWebpComplete } from './complete/riff.ts';
import { isSvgComplete } from './complete/svg.ts';
import { isZipComplete } from './complete/zip.ts';
import type { Reader } from './reader.ts';

export type MediaKind = 'image' | 'video' | 'audio' | 'mesh' | 'archive' | 'text' | 'other';

export interface Format {
  /** The name in the report. */
  readonly name: string;
  readonly kind: MediaKind;
  /** Media type, without parameters. */
  readonly type: string;
  /** Without the dot. The first is the usual one; the others are equally valid. */
  readonly suffixes: readonly string[];
  /** Suffixes of containers, if only the name of the format is known: `opus` can come in Ogg. */
  readonly heldBy?: readonly string[];
  /** Other words for it in `output_format`. */
  readonly words?: readonly string[];
  /** Whether a file begins like this format. `head`: its first 4 KB, or less if the file is shorter. Missing for text and for formats without a signature. */
  readonly begins?: (head: Buffer, size: number) => boolean;
  /** Whether a file is complete. True if the file does not say. Missing if the format does not say, or if checking is expensive. */
  readonly isComplete?: (reader: Reader) => Promise<boolean>;
  /** Other formats build on it, so the suffix of the URL is more precise: a `.vrm` is a GLB. */
  readonly isBase?: true;
  /** GitHub shows it in a page. Its image proxy does not support AVIF. */
  readonly isShown?: true;
  /** It can be large, and a zip makes it clearly smaller. */
  readonly shrinks?: true;
}

type Begins = (head: Buffer, size: number) => boolean;

/** A text, or bytes in hexadecimal after `0x`, at a position. */
function has(mark: string, at = 0): Begins {
  const bytes = mark.startsWith('0x') ? Buffer.from(mark.slice(2), 'hex') : Buffer.from(mark, 'latin1');
  return (head) => head.subarray(at, at + bytes.length).equals(bytes);
}

function any(...tests: readonly Begins[]): Begins {
  return (head, size) => tests.some((test) => test(head, size));
}

function all(...tests: readonly Begins[]): Begins {
  return (head, size) => tests.every((test) => test(head, size));
}

/** ISO base media by its major brand, then by its compatible brands. */
function brand(...brands: readonly string[]): Begins {
  return (head) => isBrand(head, brands);
}

const ANY_PICTURES = ['mif1', 'msf1', 'miaf'];

function isBrand(head: Buffer, brands: readonly string[]): boolean {
  if (!FTYP(head, 0)) return false;
  const is = (name: string): boolean => brands.some((known) => name.startsWith(known));
  const major = head.toString('latin1', 8, 12);
  if (!ANY_PICTURES.includes(major)) return is(major);
  const end = Math.min(head.readUInt32BE(), head.length);
  for (let at = 16; at + 4 <= end; at += 4) {
    const name = head.toString('latin1', at, at + 4);
    if (!ANY_PICTURES.includes(name) && PICTURES.some((known) => name.startsWith(known))) return is(name);
  }
  return is('heic');
}

const FTYP = has('ftyp', 4);
const PICTURES = ['avif', 'avis', 'heic', 'heix', 'heim', 'heis', 'hevc', 'hevx'];

/** The first part of an Ogg file says what the stream is. */
function ogg(...marks: readonly string[]): Begins {
  return (head) => has('OggS')(head, 0) && marks.some((mark) => head.indexOf(Buffer.from(mark, 'latin1')) > 0);
}

/** QuickTime before it had a `ftyp`. */
function isOldMovie(head: Buffer): boolean {
  const isNumber = (head[0] ?? 255) < 0x20;
  return isNumber && ['moov', 'mdat', 'wide', 'free', 'skip', 'pnot'].includes(head.toString('latin1', 4, 8));
}

const EBML = has('0x1a45dfa3');
const ZIP = has('PK\x03\x04');
const ASF = has('0x3026b2758e66cf11');
const LITTLE_HEADS = [12, 16, 40, 52, 56, 64, 108, 124];

/** The name of a ZIP's first file. */
function firstInZip(name: RegExp): Begins {
  return (head) => ZIP(head, 0) && name.test(head.toString('latin1', 30, 30 + (head[26] ?? 0) + (head[27] ?? 0) * 256));
}

/** ICO and CUR: the number of pictures, and a plausible first one. A TGA begins in a similar way. */
function icons(mark: string): Begins {
  return all(has(mark), (head) => head.length >= 22 && head.readUInt16LE(4) > 0 && head.readUInt32LE(18) >= 22);
}

/** Binary STL: a header of any text, then a number of triangles with 50 bytes each. */
function isStl(head: Buffer, size: number): boolean {
  return head.length >= 134 && size === 84 + 50 * head.readUInt32LE(80);
}

/** TGA has no signature, but only few headers make sense. */
function isTga(head: Buffer, size: number): boolean {
  if (head.length < 18) return false;
  const [, map, type = 0] = head;
  const [width, height] = [head.readUInt16LE(12), head.readUInt16LE(14)];
  const bits = head[16] ?? 0;
  const isMapped = type === 1 || type === 9;
  if (![1, 2, 3, 9, 10, 11].includes(type) || map !== (isMapped ? 1 : 0) || width * height === 0) return false;
  if (![8, 15, 16, 24, 32].includes(bits) || ((head[17] ?? 0) & 0xc0) !== 0) return false;
  if (!isMapped && head.readUInt32LE(3) + (head[7] ?? 0) !== 0) return false;
  return type > 8 || size >= 18 + width * height * (bits >> 3);
}

/** OBJ: after comments, a name or a vertex, and vertices soon. */
function isObj(head: Buffer): boolean {
  const text = head.toString('latin1');
  const begin = /^(?:\s|#.*\n)*(?:mtllib|o|g|v)[ \t]/.test(text);
  return begin && /^v(?:[ \t]+-?\d[\d.e+-]*){3,7}[ \t]*\r?$/im.test(text);
}

/** safetensors: the length of a JSON header, then the header. */
function isSafetensors(head: Buffer, size: number): boolean {
  return head.length > 10 && head.readUInt32LE(4) === 0 && head.readUInt32LE(0) + 8 <= size && has('{"', 8)(head, size);
}

/** In the order of comparison: a format that builds on another one comes before it. */
export const FORMATS: readonly Format[] = [
  {
    name: 'png',
    kind: 'image',
    type: 'image/png',
    suffixes: ['png', 'apng'],
    begins: has('0x89504e470d0a1a0a'),
    isComplete: isPngComplete,
    isShown: true,
  },
  {
    name: 'jpeg',
    kind: 'image',
    type: 'image/jpeg',
    suffixes: ['jpg', 'jpeg', 'jpe', 'jfif'],
    begins: has('0xffd8ff'),
    isComplete: isJpegComplete,
    isShown: true,
  },
  {
    name: 'gif',
    kind: 'image',
    type: 'image/gif',
    suffixes: ['gif'],
    begins: any(has('GIF87a'), has('GIF89a')),
    isComplete: isGifComplete,
    isShown: true,
  },
  {
    name: 'webp',
    kind: 'image',
    type: 'image/webp',
    suffixes: ['webp'],
    begins: all(has('RIFF'), has('WEBP', 8)),
    isComplete: isWebpComplete,
    isShown: true,
  },
  {
    name: 'avif',
    kind: 'image',
    type: 'image/avif',
    suffixes: ['avif', 'avifs'],
    begins: brand('avif', 'avis'),
    isComplete: isMovieComplete,
  },
  {
    name: 'heic',
    kind: 'image',
    type: 'image/heic',
    suffixes: ['heic', 'heif', 'hif'],
    words: ['heif'],
    begins: brand('heic', 'heix', 'heim', 'heis', 'hevc', 'hevx'),
    isComplete: isMovieComplete,
  },
  {
    name: 'svg',
    kind: 'image',
    type: 'image/svg+xml',
    suffixes: ['svg'],
    isComplete: isSvgComplete,
    isShown: true,
    shrinks: true,
  },
  {
    name: 'bmp',
    kind: 'image',
    type: 'image/bmp',
    suffixes: ['bmp', 'dib'],
    begins: (head, size) => has('BM')(head, size) && head.length >= 18 && LITTLE_HEADS.includes(head.readUInt32LE(14)),
    isComplete: isBmpComplete,
    isShown: true,
    shrinks: true,
  },
  {
    name: 'tiff',
    kind: 'image',
    type: 'image/tiff',
    suffixes: ['tif', 'tiff'],
    begins: any(has('II*\0'), has('MM\0*'), has('II+\0'), has('MM\0+')),
    isBase: true,
    shrinks: true,
  },
  {
    name: 'jxl',
    kind: 'image',
    type: 'image/jxl',
    suffixes: ['jxl'],
    begins: any(has('0xff0a'), has('JXL \r\n\x87\n', 4)),
  },
  {
    name: 'jp2',
    kind: 'image',
    type: 'image/jp2',
    suffixes: ['jp2', 'j2k', 'jpf', 'jpx', 'j2c'],
    words: ['jpeg2000'],
    begins: any(has('jP  \r\n\x87\n', 4), has('0xff4fff51')),
  },
  {
    name: 'psd',
    kind: 'image',
    type: 'image/vnd.adobe.photoshop',
    suffixes: ['psd', 'psb'],
    begins: has('8BPS'),
    shrinks: true,
  },
  { name: 'ico', kind: 'image', type: 'image/x-icon', suffixes: ['ico'], begins: icons('0x00000100') },
  { name: 'cur', kind: 'image', type: 'image/x-icon', suffixes: ['cur'], begins: icons('0x00000200') },
  { name: 'icns', kind: 'image', type: 'image/icns', suffixes: ['icns'], begins: has('icns') },
  { name: 'exr', kind: 'image', type: 'image/x-exr', suffixes: ['exr'], begins: has('0x762f3101') },
  {
    name: 'hdr',
    kind: 'image',
    type: 'image/vnd.radiance',
    suffixes: ['hdr', 'pic'],
    begins: any(has('#?RADIANCE'), has('#?RGBE')),
  },
  { name: 'dds', kind: 'image', type: 'image/vnd.ms-dds', suffixes: ['dds'], begins: has('DDS ') },
  { name: 'pcx', kind: 'image', type: 'image/x-pcx', suffixes: ['pcx'], begins: has('0x0a0501'), shrinks: true },
  {
    name: 'dpx',
    kind: 'image',
    type: 'image/x-dpx',
    suffixes: ['dpx'],
    begins: any(has('SDPX'), has('XPDS')),
    shrinks: true,
  },
  { name: 'qoi', kind: 'image', type: 'image/qoi', suffixes: ['qoi'], begins: has('qoif') },
  { name: 'ktx', kind: 'image', type: 'image/ktx', suffixes: ['ktx', 'ktx2'], begins: has('0xab4b5458') },
  {
    name: 'pnm',
    kind: 'image',
    type: 'image/x-portable-anymap',
    suffixes: ['ppm', 'pgm', 'pbm', 'pnm', 'pam', 'pfm'],
    begins: (head) => /^P[1-7fF][\r\n\t #]/.test(head.toString('latin1', 0, 3)),
    isBase: true,
    shrinks: true,
  },
  {
    name: 'mov',
    kind: 'video',
    type: 'video/quicktime',
    suffixes: ['mov', 'qt'],
    words: ['quicktime'],
    begins: any(brand('qt'), isOldMovie),
    isComplete: isMovieComplete,
  },
  {
    name: 'm4a',
    kind: 'audio',
    type: 'audio/mp4',
    suffixes: ['m4a', 'm4b', 'm4r', 'mp4'],
    words: ['alac'],
    begins: brand('M4A', 'M4B', 'M4P'),
    isComplete: isMovieComplete,
  },
  {
    name: '3gp',
    kind: 'video',
    type: 'video/3gpp',
    suffixes: ['3gp', '3g2', '3gpp'],
    begins: brand('3g'),
    isComplete: isMovieComplete,
  },
  {
    name: 'mp4',
    kind: 'video',
    type: 'video/mp4',
    suffixes: ['mp4', 'm4v', 'f4v'],
    words: ['mpeg4', 'mpeg-4', 'h264', 'h265', 'hevc'],
    begins: (head, size) => FTYP(head, size) && !/^(jxl|jp2|jpx|jpm|mjp2|crx)/.test(head.toString('latin1', 8, 12)),
    isComplete: isMovieComplete,
  },
  {
    name: 'webm',
    kind: 'video',
    type: 'video/webm',
    suffixes: ['webm'],
    begins: (head, size) => EBML(head, size) && head.subarray(0, 64).includes('webm'),
    isComplete: isMatroskaComplete,
  },
  {
    name: 'mkv',
    kind: 'video',
    type: 'video/x-matroska',
    suffixes: ['mkv', 'mka', 'mk3d'],
    words: ['matroska'],
    begins: EBML,
    isComplete: isMatroskaComplete,
  },
  {
    name: 'avi',
    kind: 'video',
    type: 'video/x-msvideo',
    suffixes: ['avi'],
    begins: all(has('RIFF'), has('AVI ', 8)),
    isComplete: isAviComplete,
  },
  {
    name: 'mpg',
    kind: 'video',
    type: 'video/mpeg',
    suffixes: ['mpg', 'mpeg'],
    begins: any(has('0x000001ba'), has('0x000001b3')),
  },
  {
    name: 'ts',
    kind: 'video',
    type: 'video/mp2t',
    suffixes: ['ts', 'm2ts', 'mts'],
    begins: all(has('G'), has('G', 188), has('G', 376)),
  },
  { name: 'flv', kind: 'video', type: 'video/x-flv', suffixes: ['flv'], begins: has('FLV\x01') },
  { name: 'wmv', kind: 'video', type: 'video/x-ms-asf', suffixes: ['wmv', 'asf', 'wma'], begins: ASF },
  {
    name: 'ogv',
    kind: 'video',
    type: 'video/ogg',
    suffixes: ['ogv', 'ogg', 'ogm'],
    begins: ogg('\x80theora'),
    isComplete: isOggComplete,
  },
  {
    name: 'opus',
    kind: 'audio',
    type: 'audio/ogg',
    suffixes: ['opus', 'ogg', 'oga'],
    begins: ogg('OpusHead'),
    isComplete: isOggComplete,
  },
  {
    name: 'ogg',
    kind: 'audio',
    type: 'audio/ogg',
    // FLAC and Speex in Ogg have their own suffixes, which are rarely used.
    suffixes: ['ogg', 'oga', 'spx'],
    heldBy: ['opus', 'ogv'],
    words: ['vorbis'],
    begins: has('OggS'),
    isComplete: isOggComplete,
  },
  {
    name: 'wav',
    kind: 'audio',
    type: 'audio/wav',
    suffixes: ['wav', 'wave', 'rf64', 'bwf'],
    begins: all(any(has('RIFF'), has('RF64'), has('BW64')), has('WAVE', 8)),
    isComplete: isWavComplete,
    shrinks: true,
  },
  {
    name: 'w64',
    kind: 'audio',
    type: 'audio/x-w64',
    suffixes: ['w64'],
    begins: has('0x726966662e91cf11'),
    isComplete: isWave64Complete,
    shrinks: true,
  },
  {
    name: 'flac',
    kind: 'audio',
    type: 'audio/flac',
    suffixes: ['flac'],
    heldBy: ['ogg', 'oga'],
    begins: has('fLaC'),
    isComplete: isFlacComplete,
  },
  { name: 'mp3', kind: 'audio', type: 'audio/mpeg', suffixes: ['mp3', 'mp2', 'mpga'] },
  { name: 'aac', kind: 'audio', type: 'audio/aac', suffixes: ['aac', 'adts'], heldBy: ['m4a', 'mp4'] },
  {
    name: 'aiff',
    kind: 'audio',
    type: 'audio/aiff',
    suffixes: ['aif', 'aiff', 'aifc'],
    begins: all(has('FORM'), any(has('AIFF', 8), has('AIFC', 8))),
    shrinks: true,
  },
  { name: 'mid', kind: 'audio', type: 'audio/midi', suffixes: ['mid', 'midi'], words: ['midi'], begins: has('MThd') },
  { name: 'caf', kind: 'audio', type: 'audio/x-caf', suffixes: ['caf'], begins: has('caff') },
  { name: 'amr', kind: 'audio', type: 'audio/amr', suffixes: ['amr'], begins: has('#!AMR') },
  { name: 'au', kind: 'audio', type: 'audio/basic', suffixes: ['au', 'snd'], begins: has('.snd'), shrinks: true },
  {
    name: 'glb',
    kind: 'mesh',
    type: 'model/gltf-binary',
    suffixes: ['glb', 'vrm'],
    words: ['gltf-binary'],
    begins: has('glTF'),
    isComplete: isGlbComplete,
    isBase: true,
    shrinks: true,
  },
  { name: 'gltf', kind: 'mesh', type: 'model/gltf+json', suffixes: ['gltf'], heldBy: ['glb'], shrinks: true },
  {
    name: 'usdz',
    kind: 'mesh',
    type: 'model/vnd.usdz+zip',
    suffixes: ['usdz'],
    begins: firstInZip(/\.usd[ac]?$/i),
    isComplete: isZipComplete,
  },
  {
    name: 'usdc',
    kind: 'mesh',
    type: 'model/vnd.usd',
    suffixes: ['usdc', 'usd'],
    begins: has('PXR-USDC'),
    shrinks: true,
  },
  {
    name: 'usda',
    kind: 'mesh',
    type: 'model/vnd.usda',
    suffixes: ['usda', 'usd'],
    begins: has('#usda'),
    shrinks: true,
  },
  {
    name: 'ply',
    kind: 'mesh',
    type: 'model/ply',
    suffixes: ['ply'],
    begins: any(has('ply\n'), has('ply\r')),
    shrinks: true,
  },
  {
    name: 'fbx',
    kind: 'mesh',
    type: 'model/fbx',
    suffixes: ['fbx'],
    begins: any(has('Kaydara FBX Binary'), has('; FBX')),
    shrinks: true,
  },
  {
    name: '3ds',
    kind: 'mesh',
    type: 'model/3ds',
    suffixes: ['3ds'],
    begins: (head, size) => has('MM')(head, size) && head.length >= 6 && head.readUInt32LE(2) === size,
    shrinks: true,
  },
  {
    name: 'blend',
    kind: 'mesh',
    type: 'application/x-blender',
    suffixes: ['blend'],
    begins: has('BLENDER'),
    shrinks: true,
  },
  {
    name: '3mf',
    kind: 'mesh',
    type: 'model/3mf',
    suffixes: ['3mf'],
    begins: firstInZip(/^3D\//),
    isComplete: isZipComplete,
  },
  {
    name: 'zip',
    kind: 'archive',
    type: 'application/zip',
    suffixes: ['zip'],
    begins: any(ZIP, has('PK\x05\x06')),
    isComplete: isZipComplete,
    isBase: true,
  },
  {
    name: 'gz',
    kind: 'archive',
    type: 'application/gzip',
    suffixes: ['gz', 'tgz'],
    begins: has('0x1f8b08'),
    isBase: true,
  },
  { name: '7z', kind: 'archive', type: 'application/x-7z-compressed', suffixes: ['7z'], begins: has('0x377abcaf271c') },
  {
    name: 'zst',
    kind: 'archive',
    type: 'application/zstd',
    suffixes: ['zst'],
    begins: has('0x28b52ffd'),
    isBase: true,
  },
  {
    name: 'tar',
    kind: 'archive',
    type: 'application/x-tar',
    suffixes: ['tar'],
    begins: has('ustar', 257),
    shrinks: true,
  },
  { name: 'pdf', kind: 'other', type: 'application/pdf', suffixes: ['pdf', 'ai'], begins: has('%PDF-') },
  {
    name: 'safetensors',
    kind: 'other',
    type: 'application/octet-stream',
    suffixes: ['safetensors'],
    begins: isSafetensors,
  },
  {
    name: 'npy',
    kind: 'other',
    type: 'application/octet-stream',
    suffixes: ['npy'],
    begins: has('\x93NUMPY'),
    shrinks: true,
  },
  {
    name: 'vtt',
    kind: 'text',
    type: 'text/vtt',
    suffixes: ['vtt'],
    begins: any(has('WEBVTT'), has('0xefbbbf574542565454')),
  },
  {
    name: 'srt',
    kind: 'text',
    type: 'application/x-subrip',
    suffixes: ['srt'],
    begins: (head) => /^\D{0,3}\s*\d+\r?\n\d+:\d\d:\d\d[,.]\d+ --> /.test(head.toString('latin1', 0, 80)),
  },
  // Weak signatures come last.
  { name: 'stl', kind: 'mesh', type: 'model/stl', suffixes: ['stl'], begins: isStl, shrinks: true },
  { name: 'tga', kind: 'image', type: 'image/x-tga', suffixes: ['tga'], begins: isTga, shrinks: true },
  // Formats that are only known by their first element or their suffix.
  { name: 'dae', kind: 'mesh', type: 'model/vnd.collada+xml', suffixes: ['dae'], shrinks: true },
  { name: 'x3d', kind: 'mesh', type: 'model/x3d+xml', suffixes: ['x3d'], shrinks: true },
  { name: 'obj', kind: 'mesh', type: 'model/obj', suffixes: ['obj'], begins: isObj, shrinks: true },
  { name: 'mtl', kind: 'text', type: 'model/mtl', suffixes: ['mtl'] },
  { name: 'json', kind: 'text', type: 'application/json', suffixes: ['json'], isBase: true },
  { name: 'xml', kind: 'text', type: 'application/xml', suffixes: ['xml'], isBase: true },
  { name: 'txt', kind: 'text', type: 'text/plain', suffixes: ['txt', 'text', 'log'] },
  { name: 'md', kind: 'text', type: 'text/markdown', suffixes: ['md'] },
  { name: 'csv', kind: 'text', type: 'text/csv', suffixes: ['csv'] },
];

const BY_NAME = new Map(FORMATS.map((format) => [format.name, format] as const));
/** By the signature at the beginning; null if it is not known. `head`: the first 4 KB of the file, or less if the file is shorter. */
export function formatOfHead(head: Buffer, size: number): Format | null {
  return FORMATS.find(({ begins }) => begins?.(head, size) === true) ?? null;
}

/** A suffix belongs to the format that lists it first, before all others that list it too. */
const BY_SUFFIX = new Map(
  FORMATS.flatMap((format) => format.suffixes.map((suffix, n) => ({ suffix, n, format })))
    .reverse()
    .sort((one, other) => other.n - one.n)
    .map(({ suffix, format }) => [suffix, format] as const),
);
const BY_WORD = new Map(FORMATS.flatMap((format) => (format.words ?? []).map((word) => [word, format] as const)));

export function formatNamed(name: string): Format | null {
  return BY_NAME.get(name) ?? null;
}

/** Of files with this suffix (any case, without the dot). */
export function formatOfSuffix(suffix: string): Format | null {
  return BY_SUFFIX.get(suffix.toLowerCase()) ?? null;
}

/** Of a format name that a model takes, or of a suffix. */
export function formatOfWord(word: string): Format | null {
  const known = word.toLowerCase();
  return BY_NAME.get(known) ?? formatOfSuffix(known) ?? BY_WORD.get(known) ?? null;
}

/** Whether a model that was asked for `format` can return a file with this suffix. */
export function mayHaveSuffix({ suffixes, heldBy = [] }: Format, suffix: string): boolean {
  return [...suffixes, ...heldBy].includes(suffix.toLowerCase());
}

/** Whether a file is media by its suffix, not text or data. */
export function isMediaSuffix(suffix: string): boolean {
  const format = formatOfSuffix(suffix);
  return format !== null && format.kind !== 'text';
}
