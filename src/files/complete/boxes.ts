// ISO base media (ISO/IEC 14496-12): MP4, MOV, M4A, AVIF, HEIC. Nested boxes, some of which say where the pictures and samples are.
import { bytesAt, type Reader } from '../reader.ts';

export interface Box {
  readonly type: string;
  /** Where its content begins. */
  readonly start: number;
  /** Its declared end, which can be after the end of the file. */
  readonly end: number;
}

/** Up to `end` of the file or the outer box, or up to something that is not a box. */
export async function* boxesIn(reader: Reader, start = 0, end = reader.size): AsyncGenerator<Box> {
  for (let at = start; at + 8 <= end; ) {
    const head = await reader.window(at);
    if (head.length < 8) return;
    const short = head.readUInt32BE();
    const type = head.toString('latin1', 4, 8);
    const isLong = short === 1 && head.length >= 16;
    const length = short === 0 ? end - at : isLong ? Number(head.readBigUInt64BE(8)) : short;
    // Too short for a box, so it was appended after them.
    if (length < (isLong ? 16 : 8)) return;
    yield { type, start: at + (isLong ? 16 : 8), end: at + length };
    at += length;
  }
}

/** The first box at this path of names. */
export async function boxAt(reader: Reader, around: Box, ...names: readonly string[]): Promise<Box | null> {
  const [name, ...deeper] = names;
  for await (const box of boxesIn(reader, around.start, around.end)) {
    if (box.type === name) return deeper.length === 0 ? box : boxAt(reader, box, ...deeper);
  }
  return null;
}

/** Boxes at the top level of a file. Other names after the end are appended bytes, not a truncated box. */
const TOP = new Set(
  'ftyp styp moov moof mdat meta free skip wide uuid mfra sidx ssix emsg prft pdin udta meco pnot PICT'.split(' '),
);

export async function isMovieComplete(reader: Reader): Promise<boolean> {
  let isDescribed = false;
  let isAwaited = false;
  let last = '';
  for await (const box of boxesIn(reader)) {
    if (box.end > reader.size && TOP.has(box.type)) return false;
    last = box.type;
    if (box.type === 'moov') {
      isDescribed = true;
      const end = await samplesEnd(reader, box);
      if (end > reader.size) return false;
      isAwaited = end === 0 && (await boxAt(reader, box, 'mvex')) !== null;
    }
    if (box.type === 'moof') isAwaited = false;
    if (box.type === 'meta') {
      const end = await itemsEnd(reader, box);
      if (end !== null) isDescribed = true;
      if ((end ?? 0) > reader.size) return false;
    }
    if (box.type === 'sidx' && (await fragmentsEnd(reader, box)) > reader.size) return false;
  }
  // The description of a fragment comes before it.
  return isDescribed && !isAwaited && last !== 'moof';
}

/** The largest sensible number of samples in a chunk of a track. */
const MAX_SAMPLES = 65_536;

/** Where the last chunk of any track ends. */
async function samplesEnd(reader: Reader, movie: Box): Promise<number> {
  let end = 0;
  for await (const track of boxesIn(reader, movie.start, movie.end)) {
    if (track.type !== 'trak') continue;
    const table = await boxAt(reader, track, 'mdia', 'minf', 'stbl');
    if (table !== null) end = Math.max(end, await lastChunkEnd(reader, table));
  }
  return end;
}

async function lastChunkEnd(reader: Reader, table: Box): Promise<number> {
  const short = await boxAt(reader, table, 'stco');
  const offsets = short ?? (await boxAt(reader, table, 'co64'));
  if (offsets === null) return 0;
  const width = short === null ? 8 : 4;
  const count = await numberAt(reader, offsets.start + 4);
  if (count === 0) return 0;
  const entry = await bytesAt(reader, offsets.start + 8 + (count - 1) * width, width);
  if (entry.length < width) return 0;
  const offset = width === 4 ? entry.readUInt32BE() : Number(entry.readBigUInt64BE());
  return offset + (await lastChunkLength(reader, table));
}

async function lastChunkLength(reader: Reader, table: Box): Promise<number> {
  const [runs, sizes] = [await boxAt(reader, table, 'stsc'), await boxAt(reader, table, 'stsz')];
  if (runs === null || sizes === null) return 0;
  const entries = await numberAt(reader, runs.start + 4);
  if (entries === 0) return 0;
  const samples = await numberAt(reader, runs.start + 8 + (entries - 1) * 12 + 4);
  const each = await numberAt(reader, sizes.start + 4);
  if (each > 0) return samples * each;
  const all = await numberAt(reader, sizes.start + 8);
  const counted = Math.min(samples, all, MAX_SAMPLES);
  const bytes = await bytesAt(reader, sizes.start + 12 + (all - counted) * 4, counted * 4);
  let length = 0;
  for (let at = 0; at + 4 <= bytes.length; at += 4) length += bytes.readUInt32BE(at);
  return length;
}

async function numberAt(reader: Reader, at: number): Promise<number> {
  const bytes = await bytesAt(reader, at, 4);
  return bytes.length === 4 ? bytes.readUInt32BE() : 0;
}

/** `sidx`: the fragments that follow it, one after the other. */
async function fragmentsEnd(reader: Reader, { start, end }: Box): Promise<number> {
  const isLong = (await bytesAt(reader, start, 1))[0] !== 0;
  const first = await bytesAt(reader, start + (isLong ? 20 : 16), 8);
  if (first.length < 8) return 0;
  const head = start + (isLong ? 28 : 20);
  const count = (await numberAt(reader, head)) % 65_536;
  let position = end + (isLong ? Number(first.readBigUInt64BE()) : first.readUInt32BE());
  const entries = await bytesAt(reader, head + 4, count * 12);
  for (let at = 0; at + 4 <= entries.length; at += 12) position += entries.readUInt32BE(at) % 2 ** 31;
  return position;
}

/** `iloc`: where the parts of pictures end; null if there is no information about pictures. */
async function itemsEnd(reader: Reader, meta: Box): Promise<number | null> {
  const place = await boxAt(reader, { ...meta, start: meta.start + 4 }, 'iloc');
  if (place === null) return null;
  const bytes = await bytesAt(reader, place.start, Math.min(place.end, reader.size) - place.start);
  try {
    return itemsEndIn(bytes);
  } catch {
    // Its tables are longer than the box.
    return null;
  }
}

/** ISO/IEC 14496-12, 8.11.3. */
function itemsEndIn(bytes: Buffer): number {
  let at = 0;
  const take = (width: number): number => {
    at += width;
    if (width === 8) return Number(bytes.readBigUInt64BE(at - 8));
    return width === 0 ? 0 : bytes.readUIntBE(at - width, width);
  };
  const version = take(4) >>> 24;
  const widths = take(2);
  const [offsetWidth, lengthWidth, baseWidth] = [widths >> 12, (widths >> 8) & 15, (widths >> 4) & 15];
  const indexWidth = version === 0 ? 0 : widths & 15;
  let end = 0;
  for (let items = take(version < 2 ? 2 : 4); items > 0; items--) {
    take(version < 2 ? 2 : 4);
    // Only offsets from the start of the file can be after its end.
    const inFile = version === 0 || take(2) % 16 === 0;
    const isHere = take(2) === 0;
    const base = take(baseWidth);
    for (let extents = take(2); extents > 0; extents--) {
      take(indexWidth);
      const from = base + take(offsetWidth);
      const length = take(lengthWidth);
      if (inFile && isHere) end = Math.max(end, from + length);
    }
  }
  return end;
}

/** What its tracks are: `vide`, `soun`, ... */
export async function tracksOf(reader: Reader): Promise<ReadonlySet<string>> {
  const kinds = new Set<string>();
  for await (const movie of boxesIn(reader)) {
    if (movie.type !== 'moov') continue;
    for await (const track of boxesIn(reader, movie.start, movie.end)) {
      const handler = track.type === 'trak' ? await boxAt(reader, track, 'mdia', 'hdlr') : null;
      if (handler !== null) kinds.add((await bytesAt(reader, handler.start + 8, 4)).toString('latin1'));
    }
  }
  return kinds;
}
