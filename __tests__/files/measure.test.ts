// How large pictures are as they are shown.
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { inspect } from '../../src/files/inspect.ts';
import { openFolder } from '../helpers/folders.ts';
import { jpg } from '../helpers/media.ts';

test.each([
  { name: 'still.png', width: 32, height: 24 },
  { name: 'animated.png', width: 32, height: 24 },
  { name: 'turned.png', width: 24, height: 32 },
  { name: 'still.jpg', width: 32, height: 24 },
  { name: 'turned.jpg', width: 24, height: 32 },
  { name: 'progressive.jpg', width: 24, height: 16 },
  { name: 'animated.gif', width: 32, height: 24 },
  { name: 'lossy.webp', width: 32, height: 24 },
  { name: 'lossless.webp', width: 32, height: 24 },
  { name: 'animated.webp', width: 32, height: 24 },
  { name: 'turned.webp', width: 24, height: 32 },
  { name: 'still.avif', width: 32, height: 24 },
  { name: 'turned.avif', width: 24, height: 32 },
  { name: 'cut.avif', width: 16, height: 8 },
  { name: 'still.heic', width: 24, height: 16 },
  { name: 'heif-enc.heic', width: 32, height: 24 },
  { name: 'windows.bmp', width: 24, height: 16 },
  { name: 'os2.bmp', width: 24, height: 16 },
  { name: 'palette.bmp', width: 24, height: 16 },
  { name: 'still.tif', width: 24, height: 16 },
  { name: 'still.tga', width: 24, height: 16 },
  { name: 'still.ico', width: 16, height: 16 },
  { name: 'still.jxl', width: 32, height: 24 },
])('$name is $width x $height', async ({ name, width, height }) => {
  expect(await inspect(path.resolve('__tests__/samples', name))).toMatchObject({ media: { width, height } });
});

/** Bytes behind the head of a JPEG, as a signature of its origin (C2PA) is. */
function signed(picture: Buffer, segments: number): Buffer {
  const segment = Buffer.concat([Buffer.from([0xff, 0xeb, 0xff, 0xff]), Buffer.alloc(65_533, 0xff)]);
  return Buffer.concat([picture.subarray(0, 2), ...Array<Buffer>(segments).fill(segment), picture.subarray(2)]);
}

const icons = (...entries: readonly string[]): Buffer => {
  const parts = entries.map((name) => Buffer.concat([Buffer.from(name), Buffer.from([0, 0, 0, 12]), Buffer.alloc(4)]));
  const head = Buffer.from('icns\0\0\0\0');
  head.writeUInt32BE(8 + parts.length * 12, 4);
  return Buffer.concat([head, ...parts]);
};

test.each([
  { name: 'a JPEG with a megabyte before its frame', file: signed(jpg(32, 24), 16), width: 32, height: 24 },
  { name: 'the same on its side', file: signed(jpg(32, 24, 8), 16), width: 24, height: 32 },
  { name: 'icons', file: icons('ic07', 'ic09', 'ic11'), width: 512, height: 512 },
  { name: 'icons of no known size', file: icons('TOC ', 'abcd'), width: null, height: null },
])('$name', async ({ file, width, height }) => {
  await using folder = await openFolder();
  expect(await inspect(await folder.write('x', file))).toMatchObject({ media: { width, height } });
});
