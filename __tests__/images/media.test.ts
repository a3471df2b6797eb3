// What a file is, by its bytes alone, and whether it is whole.
import { crc32 } from 'node:zlib';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { tone } from '../../simulator/clips.ts';
import { inspect } from '../../src/images/media.ts';
import { openFolder } from '../helpers/folders.ts';
import { box, GIF, jpg, mp4, png, WEBP } from '../helpers/media.ts';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><path d="M0 0"/></svg>';
const chunk = (type: string, content = Buffer.alloc(0)): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(content.length);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
};

/** A PNG of two frames; what marks it as animated stands behind its header. */
const animated = (() => {
  const still = png(4, 3);
  const frame = (n: number): Buffer =>
    chunk('fcTL', Buffer.from([0, 0, 0, n, 0, 0, 0, 4, 0, 0, 0, 3, ...Buffer.alloc(14)]));
  const end = still.length - 12;
  return Buffer.concat([
    still.subarray(0, 33),
    chunk('acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0])),
    frame(0),
    still.subarray(33, end),
    frame(1),
    chunk('fdAT', Buffer.from('0000000278da6300010000050001', 'hex')),
    still.subarray(end),
  ]);
})();

/** A JPEG that holds a smaller one, whole, as cameras write it. */
const withThumbnail = (() => {
  const picture = jpg(24, 24);
  const exif = Buffer.concat([Buffer.from('Exif\0\0'), jpg(8, 8)]);
  return Buffer.concat([
    picture.subarray(0, 2),
    Buffer.from([0xff, 0xe1, (exif.length + 2) >> 8, (exif.length + 2) & 255]),
    exif,
    picture.subarray(2),
  ]);
})();

/** Two pictures with a colour table of their own and a comment, full of bytes that end a GIF elsewhere. */
const gifs = (() => {
  const [head, picture] = [GIF.subarray(0, 13 + 6), GIF.subarray(13 + 6 + 8, -1)];
  const comment = Buffer.from('21fe083b3b3b3b3b3b3b3b00', 'hex');
  const table = Buffer.concat([picture.subarray(0, 9), Buffer.from('803b3b3b3b3b3b', 'hex'), picture.subarray(10)]);
  return Buffer.concat([head, comment, picture, Buffer.from([0]), comment, table, comment, Buffer.from(';')]);
})();

const DRAWING = `<?xml version="1.0"?><!-- </svg> --><svg xmlns="http://www.w3.org/2000/svg" width="4" height="3" data-a="</svg>/>">
<svg x='>'><svg/></svg><style><![CDATA[ </svg> ]]></style><text>a &lt; b</text><path d="M0 0"/></svg>`;

const film = mp4(box('moov', Buffer.alloc(200)), box('mdat', Buffer.alloc(5_000)));

async function inspected(content: Buffer | string) {
  await using folder = await openFolder();
  const found = await inspect(await folder.write('misleading.txt', content));
  if (found.kind === 'page') throw new Error(`is ${found.what}`);
  if (found.truncated) throw new Error(`torn ${found.media.suffix.slice(1)}`);
  return found.media;
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
  {
    name: 'SVG as graph drawing tools write it',
    file: `<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"\n "http://www.w3.org/svg11.dtd">\n<!-- a -->\n${SVG}`,
    is: { format: 'svg', width: 40 },
  },
  { name: 'MP4', file: film, is: { kind: 'video', format: 'mp4', suffix: '.mp4', width: null, height: null } },
  {
    name: 'MP4 that ends in a box to the end',
    file: Buffer.concat([film, Buffer.from('\0\0\0\0mdatxx')]),
    is: { format: 'mp4' },
  },
  {
    name: 'an animated PNG',
    file: animated,
    is: { format: 'png', suffix: '.png', type: 'image/png', width: 4, height: 3 },
  },
  { name: 'a JPEG with a thumbnail', file: withThumbnail, is: { format: 'jpeg', width: 24, height: 24 } },
  { name: 'a GIF of many parts', file: gifs, is: { format: 'gif', width: 1, height: 1 } },
  { name: 'an SVG of many parts', file: DRAWING, is: { format: 'svg', width: 4, height: 3 } },
  { name: 'an SVG of one element', file: '<svg width="4" height="3" />', is: { format: 'svg', width: 4 } },
  { name: 'an SVG with an end', file: `${SVG}\n<!-- made by hand -->\n`, is: { format: 'svg' } },
  {
    name: 'an SVG over many windows',
    file: SVG.replace('M0 0', 'M0 0'.repeat(100_000)),
    is: { format: 'svg', width: 40 },
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
])('no result: $name', async ({ file, says }) => {
  await expect(inspected(file)).rejects.toThrow(says);
});

test.each([
  { name: 'JSON', text: '{"error": "expired"}', address: 'https://x/a.png?b=c', kind: 'page' },
  { name: 'XML', text: '<?xml version="1.0"?><Error/>', address: 'https://x/a.mp4', kind: 'page' },
  { name: 'a page', text: '<!DOCTYPE html><p>', address: 'https://x/a.txt', kind: 'page' },
  { name: 'JSON', text: '{"a": 1}', address: 'https://x/a', kind: 'file', format: 'json', suffix: '.json' },
  { name: 'text', text: 'Bad gateway', address: 'https://x/a.OBJ', kind: 'file', format: null, suffix: '.obj' },
  { name: 'text', text: 'Bad gateway', address: 'https://x/', kind: 'file', format: null, suffix: '.bin' },
  { name: 'text', text: 'Bad gateway', address: 'https://x/a.html', kind: 'file', format: null, suffix: '.bin' },
])('$name at $address is a $kind', async ({ text, address, kind, format = null, suffix }) => {
  await using folder = await openFolder();
  const found = await inspect(await folder.write('x', text), { url: address });
  expect(found).toMatchObject(kind === 'file' ? { kind, media: { format, suffix } } : { kind });
});

test.each([
  { name: 'PNG', file: png(4, 4) },
  { name: 'animated PNG', file: animated },
  { name: 'JPEG', file: jpg(4, 4) },
  { name: 'JPEG with a thumbnail', file: withThumbnail },
  { name: 'GIF', file: GIF },
  { name: 'GIF of many parts', file: gifs },
  { name: 'WebP', file: WEBP },
  { name: 'SVG', file: Buffer.from(SVG) },
  { name: 'SVG of many parts', file: Buffer.from(DRAWING) },
  // Between two boxes nothing tells that more should come.
  { name: 'MP4', file: mp4(box('mdat', Buffer.alloc(200))), whole: mp4().length },
])('only the beginning of a $name is refused, wherever it was torn', async ({ file, whole = 0 }) => {
  await using folder = await openFolder();
  for (let length = 1; length < file.length; length++) {
    if (length >= whole && length < whole + 8) continue;
    const found = await inspect(await folder.write('x', file.subarray(0, length)));
    expect(found).not.toMatchObject({ kind: 'file', truncated: false, media: { format: expect.any(String) } });
  }
});

test('what a torn file ends in does not count as its end', async () => {
  const torn = (file: Buffer, tail: Buffer): Promise<unknown> => inspected(Buffer.concat([file, tail]));
  await expect(torn(gifs.subarray(0, 60), Buffer.from(';;;;'))).rejects.toThrow('torn gif');
  await expect(torn(png(64, 64).subarray(0, 900), Buffer.from('IEND\xae\x42\x60\x82', 'latin1'))).rejects.toThrow(
    'torn png',
  );
  await expect(torn(withThumbnail.subarray(0, 400), Buffer.from('ffd9'.repeat(2), 'hex'))).rejects.toThrow('torn jpg');
});

test('what stands behind the end does no harm', async () => {
  expect(await inspected(Buffer.concat([png(), Buffer.alloc(100)]))).toMatchObject({ format: 'png' });
  expect(await inspected(Buffer.concat([jpg(), Buffer.from('trailer')]))).toMatchObject({ format: 'jpeg' });
  expect(await inspected(Buffer.concat([gifs, Buffer.alloc(100_000)]))).toMatchObject({ format: 'gif' });
  expect(await inspected(Buffer.concat([film, Buffer.from('\0\0\0\x02junk')]))).toMatchObject({ format: 'mp4' });
});

test('files over many windows are walked to their end, and their size is known', async () => {
  const picture = jpg(300, 200);
  expect(picture.length).toBeGreaterThan(64 * 1024);
  expect(await inspected(picture)).toMatchObject({ width: 300, height: 200 });
  await expect(inspected(picture.subarray(0, -2))).rejects.toThrow('torn jpg');
  expect(await inspected(png(300, 200))).toMatchObject({ width: 300, height: 200 });
});

test('no file keeps its walk busy', async () => {
  const many = (head: Buffer, part: Buffer): Buffer => Buffer.concat([head, Buffer.alloc(8_000_000, part)]);
  for (const file of [
    Buffer.concat([many(mp4(), box('free', Buffer.alloc(0))), box('mdat', Buffer.alloc(100)).subarray(0, 50)]),
    many(jpg(4, 4).subarray(0, -2), Buffer.from('ff00', 'hex')),
    many(jpg(4, 4).subarray(0, -2), Buffer.from([0xff])),
    many(png(4, 4).subarray(0, -12), chunk('tEXt')),
    many(GIF.subarray(0, -1), Buffer.from([0])),
    many(GIF.subarray(0, -1), Buffer.from('21fe0141')),
    many(Buffer.from(SVG.slice(0, -6)), Buffer.from('<g/>')),
    many(Buffer.from(SVG.slice(0, -6)), Buffer.from('<!---->')),
    many(Buffer.from(SVG.slice(0, -6)), Buffer.from('<')),
  ])
    await expect(inspected(file)).rejects.toThrow('torn');
  // A walk that looks back for each byte would take hours.
}, 120_000);

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
      const found = await inspect(file);
      if (found.kind === 'file') expect(found.media.suffix).toMatch(/^\.[a-z0-9]+$/);
    }),
    { numRuns: 100 },
  );
});
