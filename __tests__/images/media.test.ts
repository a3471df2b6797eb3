// What a file is, by its bytes alone, and whether it is whole.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { tone } from '../../simulator/clips.ts';
import { ActionError } from '../../src/errors.ts';
import { inspect } from '../../src/images/media.ts';
import { openFolder } from '../helpers/folders.ts';
import { box, GIF, jpg, mp4, png, torn, WEBP } from '../helpers/media.ts';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><path d="M0 0"/></svg>';
const film = mp4(box('moov', Buffer.alloc(200)), box('mdat', Buffer.alloc(5_000)));

async function inspected(content: Buffer | string) {
  await using folder = await openFolder();
  return await inspect(await folder.write('misleading.txt', content));
}

test.each([
  {
    name: 'PNG',
    file: png(32, 24),
    is: { kind: 'image', format: 'png', suffix: '.png', type: 'image/png', width: 32, height: 24 },
  },
  {
    name: 'JPEG',
    file: jpg(32, 24),
    is: { format: 'jpeg', suffix: '.jpg', type: 'image/jpeg', width: 32, height: 24 },
  },
  { name: 'a JPEG that lies on its side', file: jpg(32, 24, 6), is: { format: 'jpeg', width: 24, height: 32 } },
  { name: 'a JPEG upside down', file: jpg(32, 24, 3), is: { format: 'jpeg', width: 32, height: 24 } },
  { name: 'GIF', file: GIF, is: { kind: 'image', format: 'gif', suffix: '.gif', width: 1, height: 1 } },
  {
    name: 'WebP',
    file: WEBP,
    is: { kind: 'image', format: 'webp', suffix: '.webp', type: 'image/webp', width: 1, height: 1 },
  },
  {
    name: 'SVG',
    file: SVG,
    is: { kind: 'image', format: 'svg', suffix: '.svg', type: 'image/svg+xml', width: 40, height: 30 },
  },
  { name: 'SVG with a head', file: `\ufeff<?xml version="1.0"?>\n<!-- a --><!-- b -->\n${SVG}`, is: { format: 'svg' } },
  { name: 'MP4', file: film, is: { kind: 'video', format: 'mp4', suffix: '.mp4', width: null, height: null } },
  {
    name: 'MP4 that ends in a box to the end',
    file: Buffer.concat([film, Buffer.from('\0\0\0\0mdatxx')]),
    is: { format: 'mp4' },
  },
  { name: 'WAV', file: tone(1), is: { kind: 'audio', format: 'wav', suffix: '.wav', width: null } },
  {
    name: 'a 3D object',
    file: Buffer.from('glTF\x02\0\0\0\x10\0\0\0\0\0\0\0', 'latin1'),
    is: { kind: 'other', format: 'glb' },
  },
])('$name', async ({ file, is }) => {
  expect(await inspected(file)).toMatchObject(is);
});

test.each([
  { name: 'nothing', file: '', says: 'is empty' },
  { name: 'a page', file: '<!DOCTYPE html><html><body>Not found</body></html>', says: 'is an HTML page' },
  { name: 'a page about SVG', file: '<html><svg></svg></html>', says: 'is an HTML page' },
  { name: 'JSON', file: '{"error": "expired"}', says: 'is JSON' },
  { name: 'text', file: 'Bad gateway', says: 'has no known media format' },
  {
    name: 'XML',
    file: '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>',
    says: 'no image, video or audio',
  },
  { name: 'a PDF', file: '%PDF-1.7\n', says: 'no image, video or audio' },
  { name: 'an ELF program', file: Buffer.from('7f454c460201010000000000', 'hex'), says: 'no image, video or audio' },
  { name: 'comments without end', file: '<!---->'.repeat(600), says: 'no known media format' },
])('no media: $name', async ({ file, says }) => {
  const refusal = inspected(file);
  await expect(refusal).rejects.toMatchObject({ kind: 'not-media' });
  await expect(refusal).rejects.toThrow(says);
});

test.each([
  { name: 'PNG', file: png(64, 64) },
  { name: 'JPEG', file: jpg(64, 64) },
  { name: 'WebP', file: WEBP },
  { name: 'MP4', file: film },
])('only the beginning of a $name is refused, wherever it was torn', async ({ file }) => {
  for (const part of [0.3, 0.5, 0.9, 0.999]) {
    const refusal = inspected(torn(file, part));
    await expect(refusal).rejects.toMatchObject({ kind: 'not-media' });
    await expect(refusal).rejects.toThrow(/torn|no known media format/);
  }
});

test('what stands behind the end does no harm', async () => {
  expect(await inspected(Buffer.concat([png(), Buffer.alloc(100)]))).toMatchObject({ format: 'png' });
  expect(await inspected(Buffer.concat([jpg(), Buffer.from('trailer')]))).toMatchObject({ format: 'jpeg' });
});

test('a larger file is read at its ends only, and its size is known', async () => {
  expect(await inspected(png(150, 120))).toMatchObject({ width: 150, height: 120 });
});

test('whatever the bytes, there is an answer or a refusal, soon', async () => {
  await using folder = await openFolder();
  const heads = fc.constantFrom(
    png(),
    jpg(),
    GIF,
    WEBP,
    film,
    Buffer.from('RIFF'),
    Buffer.from('\0\0\0\x01ftypisom'),
    Buffer.from(SVG),
  );
  const bytes = fc.uint8Array({ maxLength: 64 });
  await fc.assert(
    fc.asyncProperty(heads, fc.nat(100), bytes, async (head, kept, tail) => {
      const file = await folder.write('x', Buffer.concat([head.subarray(0, kept), tail]));
      const media = await inspect(file).catch((error: unknown) => error);
      if (media instanceof ActionError) expect(media.kind).toBe('not-media');
      else expect(media).toMatchObject({ suffix: expect.stringMatching(/^\.[a-z0-9]+$/) });
    }),
    { numRuns: 100 },
  );
});
