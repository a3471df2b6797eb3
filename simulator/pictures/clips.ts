// Small real files for models that make no images: a WAV tone, and an MP4 with one painted frame.
import { paint } from './painter.ts';

/** A sine tone of half a second, 8 kHz, 16 bits, mono; the seed chooses its pitch. */
export function tone(seed: number): Buffer {
  const rate = 8000;
  const samples = rate / 2;
  const file = Buffer.alloc(44 + samples * 2);
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(file.length - 8, 4);
  file.write('WAVEfmt ', 8, 'latin1');
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20); // PCM
  file.writeUInt16LE(1, 22); // channels
  file.writeUInt32LE(rate, 24);
  file.writeUInt32LE(rate * 2, 28); // bytes a second
  file.writeUInt16LE(2, 32); // bytes a sample
  file.writeUInt16LE(16, 34); // bits a sample
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(samples * 2, 40);
  const pitch = 220 * 2 ** ((seed % 24) / 12);
  for (let index = 0; index < samples; index++) {
    const fade = Math.sin((Math.PI * index) / samples);
    file.writeInt16LE(Math.round(12_000 * fade * Math.sin((2 * Math.PI * pitch * index) / rate)), 44 + index * 2);
  }
  return file;
}

/** One second of a still picture: an MP4 (ISO 14496-12 and -14) whose one sample is a JPEG. */
export async function film(prompt: string, seed: number): Promise<Buffer> {
  const width = 320;
  const height = 192;
  const frame = await paint({ prompt, seed, width, height, format: 'jpeg' });
  const type = box('ftyp', text('isom'), u32(0x200), text('isomiso2mp41'));
  // The position of the sample depends on the size of everything before it, which does not depend on the position.
  const head = (frameAt: number) => Buffer.concat([type, movie(width, height, frame.length, frameAt)]);
  return Buffer.concat([head(head(0).length + 8), box('mdat', frame)]);
}

const timescale = 1000;
const duration = 1000;
const matrix = [0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000].map(u32);

function movie(width: number, height: number, frameBytes: number, frameAt: number): Buffer {
  const size = [u32(width << 16), u32(height << 16)];
  const samples = box(
    'stbl',
    fullBox('stsd', u32(1), sampleEntry(width, height)),
    fullBox('stts', u32(1), u32(1), u32(duration)),
    fullBox('stsc', u32(1), u32(1), u32(1), u32(1)),
    fullBox('stsz', u32(frameBytes), u32(1)),
    fullBox('stco', u32(1), u32(frameAt)),
  );
  const media = box(
    'mdia',
    fullBox('mdhd', u32(0), u32(0), u32(timescale), u32(duration), u16(0x55c4), u16(0)),
    fullBox('hdlr', u32(0), text('vide'), Buffer.alloc(13)),
    box(
      'minf',
      box('vmhd', u32(1), Buffer.alloc(8)),
      box('dinf', fullBox('dref', u32(1), box('url ', u32(1)))),
      samples,
    ),
  );
  const track = box(
    'trak',
    box('tkhd', u32(3), u32(0), u32(0), u32(1), u32(0), u32(duration), Buffer.alloc(16), ...matrix, ...size),
    media,
  );
  const header = [u32(0), u32(0), u32(timescale), u32(duration), u32(0x10000), u16(0x100), Buffer.alloc(10)];
  return box('moov', fullBox('mvhd', ...header, ...matrix, Buffer.alloc(24), u32(2)), track);
}

/** Motion JPEG: object type 0x6c of ISO 14496-1. */
function sampleEntry(width: number, height: number): Buffer {
  const decoder = Buffer.concat([Buffer.from([0x04, 13, 0x6c, 0x11]), Buffer.alloc(11)]);
  const descriptor = Buffer.concat([
    Buffer.from([0x03, 3 + decoder.length + 3, 0, 1, 0]),
    decoder,
    Buffer.from([0x06, 1, 2]),
  ]);
  const resolution = [u32(0x480000), u32(0x480000), u32(0), u16(1)];
  return box(
    'mp4v',
    Buffer.alloc(6),
    u16(1),
    Buffer.alloc(16),
    u16(width),
    u16(height),
    ...resolution,
    Buffer.alloc(32),
    u16(24),
    u16(0xffff),
    fullBox('esds', descriptor),
  );
}

function box(type: string, ...content: readonly Buffer[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([u32(body.length + 8), text(type), body]);
}

/** A box that begins with version 0 and no flags. */
function fullBox(type: string, ...content: readonly Buffer[]): Buffer {
  return box(type, u32(0), ...content);
}

function u16(value: number): Buffer {
  return Buffer.from([value >> 8, value & 255]);
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function text(value: string): Buffer {
  return Buffer.from(value, 'latin1');
}
