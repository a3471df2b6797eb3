// Local files that inputs name: read as they are, bounded, and only what the model may see.
import { readFile, symlink, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { tone } from '../../simulator/pictures/clips.ts';
import { sha256Of } from '../../src/files/digest.ts';
import { openWorkspace } from '../../src/files/workspace.ts';
import {
  FileFault,
  faultOfSize,
  readInputFiles,
  readPromptFile,
  separateFiles,
  withFiles,
} from '../../src/inputs/files.ts';
import type { JsonObject } from '../../src/lib/json.ts';
import { type Folder, openFolder } from '../helpers/folders.ts';
import { jpg, png } from '../helpers/media.ts';

describe('a prompt file', () => {
  test.each([
    { name: 'as it is', content: '  a fox\n\nin snow  ', prompt: '  a fox\n\nin snow  ' },
    { name: 'without trailing line ends', content: 'a fox\r\n\n', prompt: 'a fox' },
    { name: 'without a BOM', content: '\ufeffa fox', prompt: 'a fox' },
    {
      name: 'the same from a checkout with CRLF',
      content: '\ufeffa fox\r\n\r\n  in snow\r\n',
      prompt: 'a fox\n\n  in snow',
    },
    {
      name: 'with a lone CR, which no checkout makes',
      content: 'a\rfox \r\r\nin snow ',
      prompt: 'a\rfox \r\nin snow ',
    },
    { name: 'in any language', content: 'ein Füchslein 🦊 狐', prompt: 'ein Füchslein 🦊 狐' },
  ])('is read $name', async ({ content, prompt }) => {
    await using folder = await openFolder();
    expect(await readPromptFile(await folder.write('p.txt', content))).toBe(prompt);
  });

  test.each([
    { name: 'empty', content: '', says: 'empty' },
    { name: 'only line ends', content: '\ufeff\r\n\n', says: 'empty' },
    { name: 'Latin-1', content: Buffer.from('Füchslein', 'latin1'), says: 'UTF-8' },
    { name: 'UTF-16', content: Buffer.from('\ufefffox', 'utf16le'), says: 'UTF-8' },
  ])('is refused when it is $name', async ({ content, says }) => {
    await using folder = await openFolder();
    const refusal = readPromptFile(await folder.write('p.txt', content));
    await expect(refusal).rejects.toBeInstanceOf(FileFault);
    await expect(refusal).rejects.toThrow(says);
  });

  test('may have 1 MB', async () => {
    await using folder = await openFolder();
    expect(await readPromptFile(await folder.write('p.txt', 'x'.repeat(1024 ** 2)))).toHaveLength(1024 ** 2);
  });

  test('is refused when it is missing, a folder, or larger than 1 MB', async () => {
    await using folder = await openFolder();
    const large = await folder.write('large.txt', 'x'.repeat(1024 ** 2 + 1));
    await expect(readPromptFile(path.join(folder.path, 'none'))).rejects.toThrow('existing');
    await expect(readPromptFile(folder.path)).rejects.toThrow('existing');
    await expect(readPromptFile(large)).rejects.toThrow(/at most 1\.0 MB.*shorten it/);
  });
});

async function read(folder: Folder, mapping: JsonObject) {
  return await readInputFiles(mapping, await openWorkspace(folder.path));
}

describe('input files', () => {
  test('are identified by their bytes, and a list stays a list', async () => {
    await using folder = await openFolder();
    const one = await folder.write('art/sketch.txt', png());
    const two = await folder.write('art/two.jpg', jpg());
    const sound = await folder.write('art/sound.wav', tone(1));
    const files = await read(folder, { image_url: 'art/sketch.txt', images: ['art/two.jpg'], audio: 'art/sound.wav' });
    expect(files).toEqual({
      image_url: { path: one, type: 'image/png', bytes: png().length, sha256: await sha256Of(one) },
      images: [{ path: two, type: 'image/jpeg', bytes: jpg().length, sha256: await sha256Of(two) }],
      audio: { path: sound, type: 'audio/wav', bytes: tone(1).length, sha256: await sha256Of(sound) },
    });
    expect(await withFiles({ prompt: 'x', image_url: 'replaced' }, files)).toEqual({
      prompt: 'x',
      image_url: `data:image/png;base64,${png().toString('base64')}`,
      images: [`data:image/jpeg;base64,${jpg().toString('base64')}`],
      audio: `data:audio/wav;base64,${tone(1).toString('base64')}`,
    });
  });

  test.each([
    { sample: 'opusenc.opus', type: 'audio/ogg' },
    { sample: 'sound-only.mp4', type: 'audio/mp4' },
    { sample: 'plain.webm', type: 'video/webm' },
    { sample: 'turned.avif', type: 'image/avif' },
  ])('$sample is sent as $type, without parameters', async ({ sample, type }) => {
    await using folder = await openFolder();
    await folder.write('a', await readFile(path.resolve('__tests__/samples', sample)));
    expect(await read(folder, { a: 'a' })).toMatchObject({ a: { type } });
  });

  test.each<{ name: string; mapping: JsonObject; says: RegExp }>([
    { name: 'one that is missing', mapping: { a: 'none.png' }, says: /existing.*"a": "none.png"/ },
    { name: 'a folder', mapping: { a: 'folder' }, says: /existing/ },
    { name: 'text', mapping: { a: 'text.png' }, says: /holds something else/ },
    { name: 'a PDF', mapping: { a: 'paper.png' }, says: /holds application\/pdf/ },
    { name: 'an empty file', mapping: { a: 'empty.png' }, says: /holds something else/ },
    { name: 'an empty list', mapping: { a: [] }, says: /at least one file for "a"/ },
    { name: 'a number', mapping: { a: 7 }, says: /"a": 7 is not a path/ },
    { name: 'nothing', mapping: { a: null }, says: /"a": null is not a path/ },
    { name: 'a list in a list', mapping: { a: [['x.png']] }, says: /is not a path/ },
    { name: 'one outside', mapping: { a: '../x.png' }, says: /"a": "\.\.\/x\.png" must be below/ },
    { name: 'an absolute one', mapping: { a: '/etc/passwd' }, says: /not absolute/ },
    { name: 'one in .git', mapping: { a: '.git/x.png' }, says: /\.git/ },
    {
      name: 'one that a link leads out to',
      mapping: { a: ['x.png', 'link.png'] },
      says: /"link.png" must stay.*symbolic link/,
    },
  ])('refused: $name', async ({ mapping, says }) => {
    await using outside = await openFolder();
    await using folder = await openFolder();
    await folder.write('x.png', png());
    await folder.write('text.png', 'text');
    await folder.write('paper.png', '%PDF-1.7\n');
    await folder.write('empty.png', '');
    await folder.write('folder/x', '');
    await symlink(await outside.write('secret.png', png()), path.join(folder.path, 'link.png'));
    const refusal = read(folder, mapping);
    await expect(refusal).rejects.toBeInstanceOf(FileFault);
    await expect(refusal).rejects.toThrow(says);
  });

  test.each([
    ['of today', 'version https://git-lfs.github.com/spec/v1\n'],
    ['with CRLF', 'version https://git-lfs.github.com/spec/v1\r\n'],
    ['with an extension', 'version https://git-lfs.github.com/spec/v1\next-0-crypt sha256:00\n'],
    ['of the beginnings', 'version https://hawser.github.com/spec/v1\n'],
  ])('a Git LFS pointer %s counts as the bytes that it names, and is never sent', async (_name, head) => {
    await using folder = await openFolder();
    const sha256 = await sha256Of(await folder.write('whole.png', png()));
    const lineEnd = head.endsWith('\r\n') ? '\r\n' : '\n';
    const at = await folder.write('a.png', `${head}oid sha256:${sha256}${lineEnd}size ${png().length}${lineEnd}`);
    const files = await read(folder, { image_url: ['whole.png', 'a.png'] });
    expect(files).toMatchObject({
      image_url: [
        { sha256, bytes: png().length },
        { sha256, bytes: png().length, path: at, type: null },
      ],
    });
    await expect(withFiles({}, files)).rejects.toThrow(/lfs: true/);
  });

  test.each([
    ['without a size', `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\n`],
    ['without an object', 'version https://git-lfs.github.com/spec/v1\nsize 7\n'],
    ['of another kind', `version https://example.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 7\n`],
  ])('what looks like a Git LFS pointer %s is none', async (_name, content) => {
    await using folder = await openFolder();
    await folder.write('a.png', content);
    await expect(read(folder, { a: 'a.png' })).rejects.toThrow(/holds something else/);
  });

  test('that cannot be used are all reported, each with its fault', async () => {
    await using folder = await openFolder();
    await folder.write('x.png', png());
    await folder.write('text.png', 'text');
    await expect(
      read(folder, { a: 'none.png', b: ['x.png', 'text.png', '../y.png'], c: 7, d: [], e: 'x.png' }),
    ).rejects.toThrow(
      /^must [^;]*"a": "none.png"[^;]*; must [^;]*"b": "text.png"[^;]*; "b": "..\/y.png" must [^;]*; must [^;]*"c": 7[^;]*; must [^;]*"d"$/,
    );
  });

  test('have a common limit, and none is larger than a request allows', async () => {
    await using folder = await openFolder();
    const sized = async (name: string, head: Buffer, mb: number): Promise<void> => {
      const file = path.join(folder.path, name);
      await writeFile(file, head);
      await truncate(file, Math.ceil(mb * 1024 ** 2));
    };
    await sized('image', png(), 22);
    await sized('large-image', png(), 64.001);
    expect(await read(folder, { a: ['image', 'image'] })).toMatchObject({ a: [{ bytes: 22 * 1024 ** 2 }, {}] });
    await expect(read(folder, { a: 'large-image' })).rejects.toThrow(/at most 64 MB, but "a": "large-image" is 64 MB/);
    await expect(read(folder, { a: ['image', 'image', 'image'] })).rejects.toThrow(/at most 64 MB together.*66 MB/);
  });
});

const MB = 1024 ** 2;

test.each([
  { type: 'image/png', bytes: 30 * MB, belowMb: null, fault: null },
  {
    type: 'image/png',
    bytes: 30 * MB + 1,
    belowMb: null,
    fault: /^must be at most 30 MB for image\/png, but is 30 MB$/,
  },
  { type: 'audio/ogg', bytes: 32 * MB + 1, belowMb: null, fault: /at most 32 MB for audio\/ogg/ },
  { type: 'video/mp4', bytes: 64 * MB, belowMb: null, fault: null },
  { type: 'image/png', bytes: 40 * MB, belowMb: 50, fault: null },
  { type: 'image/png', bytes: 10 * MB, belowMb: 10, fault: /^must be less than 10 MB/ },
  { type: 'image/png', bytes: 10 * MB - 1, belowMb: 10, fault: null },
])('$type of $bytes bytes, the catalogue says below $belowMb MB', ({ type, bytes, belowMb, fault }) => {
  const found = faultOfSize({ path: '/a', type, bytes, sha256: '' }, belowMb);
  if (fault === null) expect(found).toBeNull();
  else expect(found).toMatch(fault);
});

describe('$file in parameters', () => {
  const row: readonly { name: string; parameters: JsonObject; without: JsonObject; files: JsonObject }[] = [
    { name: 'at the top level, as `files`', parameters: { a: { $file: 'x' } }, without: {}, files: { a: 'x' } },
    {
      name: 'a whole list, as `files`',
      parameters: { a: [{ $file: 'x' }, { $file: 'y' }] },
      without: {},
      files: { a: ['x', 'y'] },
    },
    {
      name: 'beside an address',
      parameters: { a: ['https://a.example/1.png', { $file: 'x' }] },
      without: { a: ['https://a.example/1.png', null] },
      files: { 'a.1': 'x' },
    },
    {
      name: 'deep inside',
      parameters: { elements: [{ frontal_image_url: { $file: 'x' }, reference_image_urls: [{ $file: 'y' }] }], n: 1 },
      without: { elements: [{ frontal_image_url: null, reference_image_urls: [null] }], n: 1 },
      files: { 'elements.0.frontal_image_url': 'x', 'elements.0.reference_image_urls.0': 'y' },
    },
    {
      name: 'under keys with dots and tildes',
      parameters: { a: { 'b.c~': { $file: 'x' } } },
      without: { a: { 'b.c~': null } },
      files: { 'a.b~1c~0': 'x' },
    },
    { name: 'nowhere', parameters: { a: [{ b: [] }], c: null }, without: { a: [{ b: [] }], c: null }, files: {} },
  ];

  test.each(row)('$name', ({ parameters, without, files }) => {
    expect(separateFiles(parameters)).toEqual({ parameters: without, files });
  });

  test.each(row)('$name: each file is sent in its place', async ({ parameters }) => {
    await using folder = await openFolder();
    for (const name of ['x', 'y']) await folder.write(name, png(name === 'x' ? 2 : 3, 2));
    const { parameters: rest, files } = separateFiles(parameters);
    const sent = await withFiles(rest, await read(folder, files));
    const uri = async (name: string): Promise<string> =>
      `data:image/png;base64,${(await readFile(path.join(folder.path, name))).toString('base64')}`;
    const expected = JSON.stringify(parameters)
      .replaceAll('{"$file":"x"}', JSON.stringify(await uri('x')))
      .replaceAll('{"$file":"y"}', JSON.stringify(await uri('y')));
    expect(sent).toEqual(JSON.parse(expected));
  });

  test('a file of a name with dots is one at the top level', async () => {
    await using folder = await openFolder();
    await folder.write('x', png());
    expect(await withFiles({ b: 1 }, await read(folder, { '6.image': 'x' }))).toEqual({
      b: 1,
      '6.image': expect.stringMatching(/^data:image/),
    });
  });

  test.each<[string, JsonObject, RegExp]>([
    ['another key beside it', { a: { $file: 'x', type: 'png' } }, /no other key beside `\$file`, as "a" has/],
    ['another key deep inside', { a: [1, { b: { $file: 'x', c: 1 } }] }, /as "a\.1\.b" has/],
  ])('refused: %s', (_name, parameters, says) => {
    expect(() => separateFiles(parameters)).toThrow(says);
  });
});
