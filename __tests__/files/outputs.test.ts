// Which parts of an output are files, in whatever shape a model gives it.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isEmptyOutput, isSidePart, outputParts } from '../../src/files/outputs.ts';
import { anyUrl } from '../helpers/text.ts';

const [A, B, C] = ['https://x/a.png', 'https://x/b.png', 'http://x/c.png'];
const LONG = 'iVBORw0KGgo'.padEnd(120, 'A');

const texts = (output: unknown, sent = {}): readonly string[] => outputParts(output, sent).map(({ text }) => text);

test.each([
  { name: 'one image', output: { image: A }, parts: [A] },
  { name: 'several images', output: { images: [A, B] }, parts: [A, B] },
  { name: 'a string', output: A, parts: [A] },
  { name: 'a list', output: [B, A], parts: [B, A] },
  { name: 'objects with a URL', output: { images: [{ url: A, width: 1 }, { url: B }] }, parts: [A, B] },
  { name: 'several kinds', output: { image: A, video: B, seed: 7, note: null, audios: [C] }, parts: [A, B, C] },
  { name: 'the same one twice', output: { image: A, images: [A, B], video: B }, parts: [A, B] },
  {
    name: 'depth first, in the order of the document',
    output: [[A, [B]], { z: C, a: 'https://x/d' }],
    parts: [A, B, C, 'https://x/d'],
  },
  { name: 'capitals and white space', output: { image: ' HTTPS://X/a.png\n' }, parts: ['HTTPS://X/a.png'] },
  { name: 'one address a line', output: { images: `${A}\n${B}\r\n` }, parts: [A, B] },
  {
    name: 'data URIs',
    output: [A, 'data:image/png;base64,AAAA', 'data:,a%20b'],
    parts: [A, 'data:image/png;base64,AAAA', 'data:,a%20b'],
  },
  { name: 'long base64', output: { data: [{ b64_json: LONG }] }, parts: [LONG] },
  { name: 'short base64', output: { id: 'iVBORw0KGgo' }, parts: [] },
  {
    name: 'text',
    output: { text: 'see https://x/', more: 'data: what is known, and what not', ratio: '16:9' },
    parts: [],
  },
  { name: 'JSON within a text', output: { result: JSON.stringify({ images: [A] }) }, parts: [A] },
  { name: 'an address with spaces', output: 'https://x/my fox.png', parts: ['https://x/my fox.png'] },
  { name: 'a scheme without slashes', output: 'ipfs:Qm/a.png', parts: ['ipfs:Qm/a.png'] },
  { name: 'a caption on many lines', output: `${A}\nis where it is`, parts: [] },
  {
    name: 'URLs and paths that cannot be read from outside',
    output: [
      'ftp://h/a.png',
      's3://b/k',
      'gs://b/k',
      'file:///tmp/a',
      '/tmp/x.png',
      '/my out/x.png',
      'C:\\x.png',
      'blob:1',
    ],
    parts: [
      'ftp://h/a.png',
      's3://b/k',
      'gs://b/k',
      'file:///tmp/a',
      '/tmp/x.png',
      '/my out/x.png',
      'C:\\x.png',
      'blob:1',
    ],
  },
  { name: 'paths that are not paths', output: ['/', '/imagine a fox', 'a/b.png', 'output'], parts: [] },
  {
    name: "the server's own name for a file",
    output: { url: A, path: '/out/1.png', s3: 's3://b/1.png', filename: '1.png' },
    parts: [A],
  },
  {
    name: 'the same name elsewhere',
    output: { images: [A], paths: ['/srv/a.png', '/srv/b.png'] },
    parts: [A, '/srv/b.png'],
  },
  { name: 'URLs as names', output: { [A]: 1 }, parts: [] },
  { name: 'nothing', output: null, parts: [] },
  { name: 'no such member', output: undefined, parts: [] },
  { name: 'a number', output: 7, parts: [] },
])('$name', ({ output, parts }) => {
  expect(texts(output)).toEqual(parts);
});

test.each([
  {
    name: 'of its own',
    output: {
      images: [
        { url: A, seed: 5 },
        { url: B, seed: '6' },
      ],
    },
    seeds: [5, 6],
  },
  { name: 'of all', output: { images: [A, B], seed: 7 }, seeds: [7, 7] },
  { name: 'that no number holds', output: { images: [A], seed: '18446744073709551615' }, seeds: [null] },
  { name: 'that is none', output: { images: [A], seed: -1 }, seeds: [null] },
])('a file has the seed $name', ({ output, seeds }) => {
  expect(outputParts(output, {}).map(({ seed }) => seed)).toEqual(seeds);
});

test.each([
  { output: { image: 'https://x/a.png' }, side: false },
  { output: { image: 'https://x/a' }, side: false },
  { output: { video: 's3://b/a.mp4' }, side: false },
  { output: { mesh: 'https://x/a.glb?x=y.json' }, side: false },
  { output: ['data:text/plain,a'], side: false },
  { output: { info: 'https://x/a.json' }, side: true },
  { output: { subtitles: ['https://x/a'] }, side: true },
  { output: { log_url: 'https://x/logs/7' }, side: true },
  { output: { thumbnail: { url: 'https://x/t.jpg' } }, side: true },
  { output: { images: [{ url: 'https://x/t' }] }, side: false },
  { output: { license: 'https://x/l' }, side: true },
  { output: { thumbnail_url: 'https://x/t.jpg' }, side: true },
  { output: { folder: '/output' }, side: true },
])('$output goes with a file: $side', ({ output, side }) => {
  expect(outputParts(output, {}).map(isSidePart)).toEqual([side]);
});

test.each([
  { output: null, empty: true },
  { output: {}, empty: true },
  { output: [], empty: true },
  { output: ' ', empty: true },
  { output: { images: [] }, empty: true },
  { output: { image: null, images: [null, ''], has_nsfw_concepts: [true] }, empty: true },
  { output: { images: [], seed: 7, timings: { inference: 1.2 }, prompt: 'a fox' }, empty: true },
  { output: { images: [{ url: '', width: 0, height: 0 }] }, empty: true },
  { output: 'a caption', empty: false },
  { output: 0, empty: false },
  { output: { label: 'cat', score: 0.9 }, empty: false },
  { output: { prompt: 'another fox' }, empty: false },
  { output: [false], empty: false },
])('$output holds nothing: $empty', ({ output, empty }) => {
  expect(isEmptyOutput(output, { prompt: 'a fox' })).toBe(empty);
});

test.each([
  { name: 'next to the output', output: { image: A, input_image: B, images: [B, C] }, urls: [A, C] },
  { name: 'and nothing else: then it is the output', output: { images: [B] }, urls: [B] },
])('a repeated input $name', ({ output, urls }) => {
  expect(texts(output, { input_image: B, more: [{ url: ` ${B}` }] })).toEqual(urls);
});

test('a million values, or a thousand levels, are no problem', () => {
  expect(texts({ points: new Array(1_000_000).fill(0.5), image: A })).toEqual([A]);
  let deep: unknown = A;
  for (let level = 0; level < 1_000; level++) deep = { deep };
  expect(texts(deep)).toEqual([A]);
});

test('every URL is found once, in order, anywhere', () => {
  const url = anyUrl();
  const shape = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      url,
      fc.integer(),
      fc.array(tie('value')),
      fc.dictionary(fc.string(), tie('value')),
    ),
  })).value;
  fc.assert(
    fc.property(shape, (output) => {
      const found = [...(JSON.stringify(output) ?? '').matchAll(/(?<=[[,:]|^)"((?:https?:\/\/)[^"\\]*)"(?!:)/g)].map(
        ([, text]) => text,
      );
      expect(texts(JSON.parse(JSON.stringify(output)))).toEqual([...new Set(found)]);
    }),
  );
});
