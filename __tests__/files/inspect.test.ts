// What a file is, by its bytes and its address, and what is no result.
import { crc32 } from 'node:zlib';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { tone } from '../../simulator/pictures/clips.ts';
import { type Inspection, inspect } from '../../src/files/inspect.ts';
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

/** A PNG with two frames. The chunk that marks it as animated follows the header. */
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

/** Two pictures, each with its own colour table, and a comment, all full of bytes that end a GIF elsewhere. */
const gifs = (() => {
  const [head, picture] = [GIF.subarray(0, 13 + 6), GIF.subarray(13 + 6 + 8, -1)];
  const comment = Buffer.from('21fe083b3b3b3b3b3b3b3b00', 'hex');
  const table = Buffer.concat([picture.subarray(0, 9), Buffer.from('803b3b3b3b3b3b', 'hex'), picture.subarray(10)]);
  return Buffer.concat([head, comment, picture, Buffer.from([0]), comment, table, comment, Buffer.from(';')]);
})();

const DRAWING = `<?xml version="1.0"?><!-- </svg> --><svg xmlns="http://www.w3.org/2000/svg" width="4" height="3" data-a="</svg>/>">
<svg x='>'><svg/></svg><style><![CDATA[ </svg> ]]></style><text>a &lt; b</text><path d="M0 0"/></svg>`;

const film = mp4(box('moov', Buffer.alloc(200)), box('mdat', Buffer.alloc(5_000)));

const GLB = Buffer.from('glTF\x02\0\0\0\x0c\0\0\0', 'latin1');

/** A ZIP of one empty file. */
function zipOf(name: string): Buffer {
  const [file, entry, end] = [Buffer.alloc(30), Buffer.alloc(46), Buffer.alloc(22)];
  file.write('PK\x03\x04', 'latin1');
  file.writeUInt16LE(name.length, 26);
  entry.write('PK\x01\x02', 'latin1');
  entry.writeUInt16LE(name.length, 28);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length, 16);
  return Buffer.concat([file, Buffer.from(name), entry, Buffer.from(name), end]);
}

function formatOf(inspection: Inspection): string | null {
  return inspection.kind === 'file' ? inspection.media.format : inspection.what;
}

/** A file that says nothing of itself but by its bytes and the suffix of its address. */
async function inspected(content: Buffer | string, suffix = ''): Promise<Inspection> {
  await using folder = await openFolder();
  const url = `https://cdn.example.com/a${suffix}?b=.c`;
  return await inspect(await folder.write('misleading.txt', content), { url });
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
  {
    name: 'a JPEG that is rotated by its EXIF orientation',
    file: jpg(32, 24, 6),
    is: { format: 'jpeg', width: 24, height: 32 },
  },
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
    file: GLB,
    is: { kind: 'mesh', format: 'glb' },
  },
])('$name', async ({ file, is }) => {
  expect(await inspected(file)).toMatchObject({ kind: 'file', truncated: false, media: is });
});

test.each([
  { name: 'nothing', file: '', what: 'empty' },
  { name: 'a page', file: '<!DOCTYPE html><html><body>Not found</body></html>', what: 'an HTML page' },
  { name: 'a page after space and a mark', file: '\ufeff\n <HTML lang=en>', what: 'an HTML page' },
  { name: 'a page in UTF-16', file: Buffer.from('\ufeff<!doctype html><p>a', 'utf16le'), what: 'an HTML page' },
  { name: 'a page about SVG', file: `<html>${SVG}</html>`, what: 'an HTML page' },
  { name: 'a page that looks like an SVG', file: `<!DOCTYPE html>${SVG}`, what: 'an HTML page' },
  {
    name: 'a page after what XML reads as a comment',
    file: `<!--><script>1</script>-->${SVG}`,
    what: 'an HTML page',
  },
  { name: 'XHTML', file: '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>', what: 'an HTML page' },
  { name: 'XHTML with a prefix', file: '<h:html xmlns:h="http://www.w3.org/1999/xhtml"/>', what: 'an HTML page' },
  { name: 'part of a page', file: '<center><h1>502</h1></center>', what: 'an HTML page' },
  { name: 'JSON for a PNG', file: '{"error": "expired"}', suffix: '.png', what: 'JSON' },
  { name: 'JSON for a glTF', file: '{"error": "expired"}', suffix: '.gltf', what: 'JSON' },
  { name: 'large JSON for an MP4', file: `[${'{"a":1},'.repeat(10_000)}0]`, suffix: '.mp4', what: 'JSON' },
  {
    name: 'XML for a PNG',
    file: '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>',
    suffix: '.PNG',
    what: 'XML',
  },
  { name: 'XML for an SVG', file: '<Error/>', suffix: '.svg', what: 'XML' },
  { name: 'comments without end for a PNG', file: '<!-- -->'.repeat(600), suffix: '.png', what: 'XML' },
])('no result: $name', async ({ file, suffix, what }) => {
  expect(await inspected(file, suffix)).toEqual({ kind: 'page', what });
});

const OBJ = 'v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n';
const TRIANGLE = Buffer.concat([Buffer.alloc(80, 'a model'), Buffer.from([1, 0, 0, 0]), Buffer.alloc(50)]);
const GLTF = '{"meshes":[],"scenes":[{}],"asset":{"version":"2.0"}}';
const MP3_FRAME = Buffer.concat([Buffer.from('fffb9064', 'hex'), Buffer.alloc(413)]);
const MP3 = Buffer.concat([MP3_FRAME, MP3_FRAME]);
const UNKNOWN = Buffer.alloc(64, 1);
/** A 3DS begins with its own length. */
const THREE_DS = Buffer.concat([Buffer.from('MM\xc8\0\0\0', 'latin1'), Buffer.alloc(194)]);

test.each([
  { name: 'OBJ', file: OBJ, suffix: '.obj', is: { kind: 'mesh', format: 'obj' } },
  { name: 'OBJ without suffix', file: `# a model\n\no a\n${OBJ}`, saved: '.obj', is: { kind: 'mesh', format: 'obj' } },
  { name: 'text that begins like an OBJ', file: 'o sole mio', saved: '.bin', is: { format: null } },
  { name: 'PLY', file: 'ply\nformat ascii 1.0\n', suffix: '.ply', is: { kind: 'mesh', format: 'ply' } },
  { name: 'FBX', file: 'Kaydara FBX Binary  \0\x1a\0', suffix: '.fbx', is: { kind: 'mesh', format: 'fbx' } },
  { name: 'glTF', file: GLTF, suffix: '.gltf', is: { kind: 'mesh', format: 'gltf' } },
  { name: 'glTF without suffix', file: GLTF, saved: '.gltf', is: { kind: 'mesh', format: 'gltf' } },
  { name: 'binary STL', file: TRIANGLE, suffix: '.stl', is: { kind: 'mesh', format: 'stl' } },
  { name: 'STL as text', file: 'solid a\nendsolid a\n', suffix: '.stl', is: { kind: 'mesh', format: 'stl' } },
  { name: 'COLLADA', file: '<?xml version="1.0"?><COLLADA/>', suffix: '.dae', is: { kind: 'mesh', format: 'dae' } },
  { name: '3DS', file: THREE_DS, suffix: '.3ds', is: { kind: 'mesh', format: '3ds' } },
  { name: 'Blender', file: 'BLENDER-v300', suffix: '.blend', is: { kind: 'mesh', format: 'blend' } },
  { name: 'USD as text', file: '#usda 1.0\n', suffix: '.usda', is: { kind: 'mesh', format: 'usda' } },
  { name: 'a VRM, which is a GLB', file: GLB, suffix: '.vrm', is: { kind: 'mesh', format: 'glb' } },
  { name: 'EXR', file: Buffer.from('762f310102000000', 'hex'), suffix: '.exr', is: { kind: 'image', format: 'exr' } },
  {
    name: 'HDR',
    file: '#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 3 +X 4\n',
    suffix: '.hdr',
    is: { kind: 'image', format: 'hdr', width: 4, height: 3 },
  },
  { name: 'DDS', file: 'DDS |\0\0\0', suffix: '.dds', is: { kind: 'image', format: 'dds' } },
  {
    name: 'QOI',
    file: 'qoif\0\0\0\x04\0\0\0\x03\x04\0',
    suffix: '.qoi',
    is: { kind: 'image', format: 'qoi', width: 4, height: 3 },
  },
  { name: 'PDF', file: '%PDF-1.7\n', suffix: '.pdf', is: { kind: 'other', format: 'pdf' } },
  {
    name: 'safetensors',
    file: '\x03\0\0\0\0\0\0\0{"}',
    suffix: '.safetensors',
    is: { kind: 'other', format: 'safetensors' },
  },
  {
    name: 'SubRip',
    file: '\ufeff1\r\n00:00:01,000 --> 00:00:02,000\r\nA fox',
    suffix: '.srt',
    is: { kind: 'text', format: 'srt' },
  },
  { name: 'WebVTT', file: 'WEBVTT\n\n', suffix: '.vtt', is: { kind: 'text', format: 'vtt' } },
  { name: 'text', file: 'a fox in the snow', suffix: '.txt', is: { kind: 'text', format: 'txt' } },
  { name: 'JSON', file: '{"seed": 7}', suffix: '.json', is: { kind: 'text', format: 'json' } },
  { name: 'JSON without suffix', file: '{"seed": 7}', saved: '.json', is: { kind: 'text', format: 'json' } },
  { name: 'JSON by another name', file: '{"type": "Point"}', suffix: '.geojson', is: { kind: 'text', format: 'json' } },
  { name: 'MP3', file: MP3, suffix: '.mp3', is: { kind: 'audio', format: 'mp3', type: 'audio/mpeg' } },
  {
    name: 'MP3 with leading zeros',
    file: Buffer.concat([Buffer.alloc(5_000), MP3]),
    suffix: '.mp3',
    is: { kind: 'audio', format: 'mp3' },
  },
  {
    name: 'an office file, which is a ZIP',
    file: zipOf('[Content_Types].xml'),
    suffix: '.docx',
    is: { kind: 'archive', format: 'zip' },
  },
  { name: 'a ZIP for a PNG', file: zipOf('a.txt'), suffix: '.png', saved: '.zip', is: { format: 'zip' } },
  { name: 'a ZIP of no name', file: zipOf('a.txt'), suffix: '.bin', saved: '.zip', is: { format: 'zip' } },
  { name: 'USDZ', file: zipOf('scene.usdc'), saved: '.usdz', is: { kind: 'mesh', format: 'usdz' } },
  { name: 'raw sound', file: Buffer.alloc(64, 1), suffix: '.PCM', saved: '.pcm', is: { format: null } },
  { name: 'bytes without a name', file: UNKNOWN, saved: '.bin', is: { kind: 'other', format: null } },
  { name: 'bytes with a version for a suffix', file: UNKNOWN, suffix: '/v1.5', saved: '.bin', is: { format: null } },
  { name: 'bytes with a long suffix', file: UNKNOWN, suffix: '.abcdefghijk', saved: '.bin', is: { format: null } },
  { name: 'bytes with a strange suffix', file: UNKNOWN, suffix: '.a%2e%2e', saved: '.bin', is: { format: null } },
  { name: 'bytes that are called a page', file: UNKNOWN, suffix: '.html', saved: '.bin', is: { format: null } },
  { name: 'text that is called a PNG', file: 'Bad gateway', suffix: '.png', is: { format: null } },
  {
    name: 'a program',
    file: Buffer.from('7f454c46020101', 'hex'),
    suffix: '.png',
    is: { kind: 'other', format: null },
  },
  { name: 'a picture that is called a page', file: png(4, 3), suffix: '.html', saved: '.png', is: { format: 'png' } },
])('is kept: $name', async ({ file, suffix = '', saved = suffix, is }) => {
  expect(await inspected(file, suffix)).toMatchObject({
    kind: 'file',
    truncated: false,
    media: { suffix: saved, ...is },
  });
});

const ILLUSTRATOR = `<?xml version="1.0" encoding="utf-8"?>
<!-- Generator -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
	<!ENTITY ns_svg "http://www.w3.org/2000/svg">
	<!-- ]> --> <!ENTITY b "<html>">
]>
<svg xmlns="&ns_svg;" width="4" height="3"><path/></svg>`;

test.each([
  { name: 'with declarations', file: ILLUSTRATOR, is: { width: 4, height: 3 } },
  { name: 'with a prefix', file: '<svg:svg xmlns:svg="a" width="4" height="3"><svg:svg/></svg:svg>', is: { width: 4 } },
  { name: 'after a long comment', file: `<!--${'a'.repeat(100_000)}-->${SVG}`, is: { width: 40 } },
  { name: 'in UTF-16', file: Buffer.from(`\ufeff${SVG}`, 'utf16le'), is: { width: 40, height: 30 } },
  { name: 'in UTF-16, the other way', file: Buffer.from(`\ufeff${SVG}`, 'utf16le').swap16(), is: { width: 40 } },
  { name: 'by its box', file: '<svg viewBox="0,0 20 10"/>', is: { width: 20, height: 10 } },
  { name: 'by a width and its box', file: '<svg width="1in" viewBox="0 0 20 10"/>', is: { width: 96, height: 48 } },
  { name: 'with shares', file: '<svg width="100%" height="100%" viewBox="0 0 20 10"/>', is: { width: 20, height: 10 } },
  { name: 'without a size', file: '<svg/>', is: { width: null, height: null } },
])('an SVG $name', async ({ file, is }) => {
  expect(await inspected(file)).toMatchObject({ kind: 'file', truncated: false, media: { format: 'svg', ...is } });
  const cut = Buffer.from(file).subarray(0, -2);
  expect(await inspected(cut)).toMatchObject({ kind: 'file', truncated: true, media: { format: 'svg' } });
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
])('the beginning of a $name never counts as complete, wherever it was cut', async ({ file }) => {
  await using folder = await openFolder();
  const whole = await inspect(await folder.write('x', file));
  for (let length = 1; length < file.length; length++) {
    const part = await inspect(await folder.write('x', file.subarray(0, length)));
    if (formatOf(part) === formatOf(whole)) expect(part).toMatchObject({ truncated: true });
  }
});

test('the end of a truncated file does not count as its end', async () => {
  const cut = (file: Buffer, tail: Buffer): Promise<unknown> => inspected(Buffer.concat([file, tail]));
  for (const file of [
    cut(gifs.subarray(0, 60), Buffer.from(';;;;')),
    cut(png(64, 64).subarray(0, 900), Buffer.from('IEND\xae\x42\x60\x82', 'latin1')),
    cut(withThumbnail.subarray(0, 400), Buffer.from('ffd9'.repeat(2), 'hex')),
  ])
    expect(await file).toMatchObject({ kind: 'file', truncated: true });
});

test('files over many windows are walked to their end, and their size is known', async () => {
  const picture = jpg(300, 200);
  expect(picture.length).toBeGreaterThan(64 * 1024);
  expect(await inspected(picture)).toMatchObject({ truncated: false, media: { width: 300, height: 200 } });
  expect(await inspected(picture.subarray(0, -2))).toMatchObject({ truncated: true, media: { width: 300 } });
  expect(await inspected(png(300, 200))).toMatchObject({ truncated: false, media: { width: 300, height: 200 } });
});

test('no file takes long to check', async () => {
  const many = (head: Buffer, part: Buffer): Buffer => Buffer.concat([head, Buffer.alloc(1_000_000, part)]);
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
    expect(await inspected(file)).toMatchObject({ truncated: true });
  // A walk that looks back for each byte would take hours.
}, 120_000);

test('any bytes have a quick result', async () => {
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
      const inspection = await inspect(file);
      if (inspection.kind === 'page') expect(inspection.what).not.toBe('');
      else expect(inspection.media.suffix).toMatch(/^\.[a-z0-9]+$/);
    }),
    { numRuns: 300 },
  );
});
