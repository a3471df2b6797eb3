// Which parts of an output are files, in whatever shape a model gives it.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { outputUrls } from '../../src/images/outputs.ts';
import { anyUrl } from '../helpers/text.ts';

const [A, B, C] = ['https://x/a.png', 'https://x/b.png', 'http://x/c.png'];

test.each([
  { name: 'one image', output: { image: A }, urls: [A] },
  { name: 'several images', output: { images: [A, B] }, urls: [A, B] },
  { name: 'a string', output: A, urls: [A] },
  { name: 'a list', output: [B, A], urls: [B, A] },
  { name: 'objects with a URL', output: { images: [{ url: A, width: 1 }, { url: B }] }, urls: [A, B] },
  { name: 'several kinds', output: { image: A, video: B, seed: 7, note: null, audios: [C] }, urls: [A, B, C] },
  { name: 'the same one twice', output: { image: A, images: [A, B], video: B }, urls: [A, B] },
  {
    name: 'depth first, in the order of the document',
    output: [[A, [B]], { z: C, a: 'https://x/d' }],
    urls: [A, B, C, 'https://x/d'],
  },
  { name: 'capitals and white space', output: { image: ' HTTPS://X/a.png\n' }, urls: ['HTTPS://X/a.png'] },
  {
    name: 'text, data and other schemes',
    output: { text: 'see https://x/', d: 'data:image/png;base64,', f: 'ftp://x' },
    urls: [],
  },
  { name: 'URLs as names', output: { [A]: 1 }, urls: [] },
  { name: 'nothing', output: null, urls: [] },
  { name: 'no such member', output: undefined, urls: [] },
  { name: 'a number', output: 7, urls: [] },
])('$name', ({ output, urls }) => {
  expect(outputUrls(output, {})).toEqual(urls);
});

test.each([
  { name: 'beside what was made', output: { image: A, input_image: B, images: [B, C] }, urls: [A, C] },
  { name: 'and nothing else: then it is what there is', output: { images: [B] }, urls: [B] },
])('an input that is told again $name', ({ output, urls }) => {
  expect(outputUrls(output, { input_image: B, more: [{ url: ` ${B}` }] })).toEqual(urls);
});

test('a million values, or a thousand levels, are no hindrance', () => {
  expect(outputUrls({ points: new Array(1_000_000).fill(0.5), image: A }, {})).toEqual([A]);
  let deep: unknown = A;
  for (let level = 0; level < 1_000; level++) deep = { deep };
  expect(outputUrls(deep, {})).toEqual([A]);
});

test('every URL is found once, in order, wherever it stands', () => {
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
      expect(outputUrls(JSON.parse(JSON.stringify(output)), {})).toEqual([...new Set(found)]);
    }),
  );
});
