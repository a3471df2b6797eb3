// Whether a file is complete: files of real encoders, and the same files cut anywhere.
import { readdirSync, readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { tone } from '../../simulator/pictures/clips.ts';
import { FORMATS, formatOfSuffix } from '../../src/files/formats.ts';
import { inspect, isSuffixOf } from '../../src/files/inspect.ts';
import { openReader, type Reader } from '../../src/files/reader.ts';
import { openFolder } from '../helpers/folders.ts';
import { box, mp4 } from '../helpers/media.ts';
import { readerOf } from '../helpers/reader.ts';

const SAMPLES = path.resolve('__tests__/samples');
const samples = readdirSync(SAMPLES)
  .filter((name) => name !== 'README.md')
  .map((name) => ({ name, file: readFileSync(path.join(SAMPLES, name)) }));
const sample = (wanted: string): Buffer => samples.find(({ name }) => name === wanted)?.file ?? Buffer.alloc(0);

type IsComplete = (reader: Reader) => Promise<boolean>;

function walkerOf(file: Buffer): IsComplete | null {
  const head = file.subarray(0, 4096);
  return FORMATS.find(({ begins }) => begins?.(head, file.length) === true)?.isComplete ?? null;
}

const walked = samples.flatMap(({ name, file }) => {
  const isComplete = walkerOf(file);
  return isComplete === null ? [] : [{ name, file, isComplete }];
});

test.each(samples)('$name is what its encoder says, and complete', async ({ name }) => {
  const suffix = path.extname(name).slice(1);
  const inspection = await inspect(path.join(SAMPLES, name));
  expect(inspection).toMatchObject({ kind: 'file', truncated: false });
  if (inspection.kind === 'page') return;
  const { format } = inspection.media;
  expect(format).toBe(name === 'sound-only.mp4' ? 'm4a' : formatOfSuffix(suffix)?.name);
  expect(isSuffixOf(`.${suffix}`, inspection.media)).toBe(true);
});

/** Positions before which the bytes are a complete file too, or do not show that more should follow. */
const UNTOLD: Readonly<Record<string, (file: Buffer) => readonly [number, number][]>> = {
  // Between fragments nothing says that more should come; fewer than eight bytes are no box.
  'fragmented.mp4': (file) => boxStarts(file, ['moof', 'mfra']),
  'indexed.mp4': (file) => boxStarts(file, ['mfra']),
  // The number of samples was not known.
  'piped.flac': () => [[8_200, 9_075]],
  'piped.wav': () => [[78, 1_678]],
  // Pages of sound or pictures that were written live look alike.
  'plain.ogv': (file) => [[file.lastIndexOf('OggS'), file.lastIndexOf('OggS') + 1]],
};

function boxStarts(file: Buffer, types: readonly string[]): readonly [number, number][] {
  const starts: [number, number][] = [];
  for (let at = 0; at < file.length; at += file.readUInt32BE(at)) {
    if (types.includes(file.toString('latin1', at + 4, at + 8))) starts.push([at, at + 8]);
  }
  return starts;
}

test.each(walked)('$name cut anywhere is not complete', async ({ name, file, isComplete }) => {
  const untold = UNTOLD[name]?.(file) ?? [];
  const wrong: number[] = [];
  for (let length = 8; length < file.length; length++) {
    const isUntold = untold.some(([from, to]) => length >= from && length < to);
    if (!isUntold && (await isComplete(readerOf(file.subarray(0, length))))) wrong.push(length);
  }
  expect(wrong).toEqual([]);
});

test('a piped FLAC only counts as complete if it was cut between two frames', async () => {
  const file = sample('piped.flac');
  const untold: number[] = [];
  for (let length = 8_200; length < file.length; length++) {
    if (await walkerOf(file)?.(readerOf(file.subarray(0, length)))) untold.push(length);
  }
  expect(untold).toHaveLength(3);
});

/** Files without a length in them must end at the end of the file. */
const ENDS_WITH_FILE = new Set(['plain.flac', 'piped.flac', 'flac.flac', 'live.webm']);

test('bytes after the end do no harm', async () => {
  const tails = fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 200 }),
    fc.nat(20_000).map((length) => new Uint8Array(length)),
    fc
      .constantFrom(...['\0\0\0\x02junk', 'hello world, hello', '\0\0\xff\xff????'])
      .map((text) => Buffer.from(text, 'latin1')),
  );
  const files = fc.constantFrom(...walked.filter(({ name }) => !ENDS_WITH_FILE.has(name)));
  await fc.assert(
    fc.asyncProperty(files, tails, async ({ file, isComplete }, tail) => {
      expect(await isComplete(readerOf(Buffer.concat([file, tail])))).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('a FLAC can have tags and zeros after its sound', async () => {
  for (const tail of [`TAG${'a'.repeat(125)}`, `APETAGEX${'a'.repeat(300)}`, '\0'.repeat(100)]) {
    for (const name of ['plain.flac', 'piped.flac', 'flac.flac']) {
      const file = sample(name);
      expect(await walkerOf(file)?.(readerOf(Buffer.concat([file, Buffer.from(tail)])))).toBe(true);
    }
  }
});

const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const long = (value: number): Buffer => Buffer.concat([u32(Math.floor(value / 2 ** 32)), u32(value % 2 ** 32)]);
const full = (type: string, ...parts: readonly Buffer[]): Buffer => box(type, Buffer.concat([u32(0), ...parts]));

/** A movie of one track, whose last chunk holds two samples of 10 and 20 bytes. */
function movie(chunk: Buffer): Buffer {
  const table = box(
    'stbl',
    Buffer.concat([
      full('stsc', u32(1), u32(1), u32(2), u32(1)),
      full('stsz', u32(0), u32(2), u32(10), u32(20)),
      chunk,
    ]),
  );
  return box('moov', box('trak', box('mdia', box('minf', table))));
}

const at = (offset: number): Buffer => movie(full('stco', u32(1), u32(offset)));
const far = (offset: number): Buffer => movie(full('co64', u32(1), long(offset)));
const HEAD = mp4().length;
const MOVIE = at(0).length;
/** Up to the end of the file. */
const open0 = (content: Buffer): Buffer => Buffer.concat([u32(0), Buffer.from('mdat'), content]);
const long64 = (content: Buffer): Buffer =>
  Buffer.concat([u32(1), Buffer.from('mdat'), long(content.length + 16), content]);
const FRAMES = Buffer.alloc(30, 1);

/** An AVIF whose one picture is `length` bytes long, in an `mdat` that says nothing of its size. */
function avif(length: number, bytes: number): Buffer {
  const place = (offset: number): Buffer =>
    full('iloc', Buffer.from([0x44, 0, 0, 1, 0, 1, 0, 0, 0, 1]), u32(offset), u32(length));
  const head = box('ftyp', Buffer.from('avif\0\0\0\0avif'));
  const start = head.length + full('meta', place(0)).length + 8;
  return Buffer.concat([head, full('meta', place(start)), open0(Buffer.alloc(bytes))]);
}

const riff = (length: number, data: number, bytes: number, more = Buffer.alloc(0)): Buffer => {
  const file = Buffer.concat([tone(1).subarray(0, 44), Buffer.alloc(bytes, 1), more]);
  file.writeUInt32LE(length, 4);
  file.writeUInt32LE(data, 40);
  return file;
};
const LIST = Buffer.concat([Buffer.from('LIST\x0a\0\0\0INFOabcdef', 'latin1')]);

test.each([
  { name: 'movie without description', file: mp4(box('mdat', FRAMES)), whole: false },
  { name: 'movie at the end', file: mp4(box('mdat', FRAMES), at(HEAD + 8)), whole: true },
  { name: 'movie at the end, in a 64-bit box', file: mp4(long64(FRAMES), at(HEAD + 16)), whole: true },
  { name: 'movie at the beginning', file: mp4(at(HEAD + MOVIE + 8), open0(FRAMES)), whole: true },
  { name: 'movie at the beginning, cut', file: mp4(at(HEAD + MOVIE + 8), open0(FRAMES.subarray(1))), whole: false },
  { name: 'movie at the beginning, without frames', file: mp4(at(HEAD + MOVIE + 8)), whole: false },
  { name: 'movie with far frames', file: mp4(far(5 * 2 ** 32), open0(FRAMES)), whole: false },
  { name: 'movie without ftyp', file: Buffer.concat([box('mdat', FRAMES), at(8)]), whole: true },
  {
    name: 'movie and text behind it',
    file: mp4(at(HEAD + MOVIE + 8), box('mdat', FRAMES), Buffer.from('a fox in the snow')),
    whole: true,
  },
  { name: 'AVIF', file: avif(100, 100), whole: true },
  { name: 'AVIF, cut', file: avif(100, 99), whole: false },
  { name: 'AVIF without a picture', file: Buffer.concat([box('ftyp', Buffer.from('avif\0\0\0\0avif'))]), whole: false },
  { name: 'GLB', file: Buffer.from('glTF\x02\0\0\0\x10\0\0\0abcd', 'latin1'), whole: true },
  { name: 'GLB, cut', file: Buffer.from('glTF\x02\0\0\0\x10\0\0\0abc', 'latin1'), whole: false },
  { name: 'GLB, cut in the head', file: Buffer.from('glTF\x02\0\0\0', 'latin1'), whole: false },
  { name: 'WAV', file: riff(136, 100, 100), whole: true },
  { name: 'WAV, cut', file: riff(136, 100, 99), whole: false },
  { name: 'WAV of an encoder in a pipe', file: riff(0xffff_ffff, 0xffff_ffff, 100), whole: true },
  { name: 'WAV of another', file: riff(0, 0, 100), whole: true },
  { name: 'WAV of SoX', file: riff(0x7fff_f024, 0x7fff_f000, 100), whole: true },
  { name: 'WAV whose head was never finished', file: riff(36, 0, 100), whole: true },
  { name: 'WAV that counts its head too', file: riff(144, 100, 100), whole: true },
  { name: 'WAV with notes behind its sound', file: riff(154, 100, 100, LIST), whole: true },
  { name: 'WAV with notes, cut', file: riff(154, 100, 100, LIST.subarray(0, -2)), whole: false },
  { name: 'WAV cut in the head', file: riff(136, 100, 0).subarray(0, 30), whole: false },
])('$name: $whole', async ({ file, whole }) => {
  expect(await walkerOf(file)?.(readerOf(file))).toBe(whole);
});

test('a ZIP inside a ZIP does not end the outer one', async () => {
  const file = sample('nested.zip');
  const inner = file.lastIndexOf('PK\x05\x06', file.lastIndexOf('PK\x05\x06') - 1, 'latin1') + 22;
  expect(await walkerOf(file)?.(readerOf(file.subarray(0, inner)))).toBe(false);
});

test('one Ogg after another is complete, but not if the second one is cut', async () => {
  const file = sample('oggenc.ogg');
  expect(await walkerOf(file)?.(readerOf(Buffer.concat([file, file])))).toBe(true);
  expect(await walkerOf(file)?.(readerOf(Buffer.concat([file, file]).subarray(0, -1)))).toBe(false);
});

test('a reader returns the bytes of the file for any request', async () => {
  await using folder = await openFolder();
  const content = Buffer.from(Array.from({ length: 300_000 }, (_, n) => (n * 7919) >> 5));
  await using file = await open(await folder.write('x', content));
  const reader = openReader(file, content.length);
  const places = fc.tuple(fc.integer({ min: -5, max: 300_010 }), fc.nat(100_000));
  await fc.assert(
    fc.asyncProperty(places, async ([from, least]) => {
      const shown = await reader.window(from, least);
      const there = from < 0 ? Buffer.alloc(0) : content.subarray(from, from + shown.length);
      expect(shown.equals(there)).toBe(true);
      expect(shown.length).toBeGreaterThanOrEqual(from < 0 ? 0 : Math.max(0, Math.min(least, content.length - from)));
    }),
  );
});
