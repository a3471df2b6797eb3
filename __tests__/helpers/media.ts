// Small real media files, and what breaks them.
import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';

/** A PNG of that size, noisy enough to be some kilobytes. */
export function png(width = 32, height = 24): Buffer {
  return PNG.sync.write(noise(width, height));
}

/** A JPEG of that size; with an EXIF orientation (1 to 8) where one is given. */
export function jpg(width = 32, height = 24, orientation?: number): Buffer {
  const { data } = noise(width, height);
  const file = jpeg.encode({ data, width, height }, 90).data;
  if (orientation === undefined) return file;
  // APP1 with one TIFF entry: tag 0x0112 (orientation), type SHORT, count 1 (Exif 2.32, 4.6.4).
  const tiff = Buffer.from('4d4d002a00000008' + '0001' + '0112' + '0003' + '00000001' + '00000000' + '00000000', 'hex');
  tiff.writeUInt16BE(orientation, 18);
  const exif = Buffer.concat([Buffer.from('Exif\0\0'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
  return Buffer.concat([file.subarray(0, 2), head, exif, file.subarray(2)]);
}

/** The smallest whole GIF: one pixel. */
export const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** The smallest whole WebP: one pixel, lossless. */
export const WEBP = Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64');

/** An MP4 of these boxes, after the one that names it. */
export function mp4(...boxes: readonly Buffer[]): Buffer {
  return Buffer.concat([box('ftyp', Buffer.from('isom\0\0\x02\0isomiso2mp41')), ...boxes]);
}

export function box(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, content]);
}

/** The first part of a file, as a server can send it with a matching length. */
export function torn(file: Buffer, part = 0.5): Buffer {
  return file.subarray(0, Math.floor(file.length * part));
}

function noise(width: number, height: number): PNG {
  const picture = new PNG({ width, height });
  let state = 1;
  for (let n = 0; n < picture.data.length; n++) {
    state = (state * 48_271) % 2_147_483_647;
    picture.data[n] = n % 4 === 3 ? 255 : state & 255;
  }
  return picture;
}
