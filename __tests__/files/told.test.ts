// What a result says besides its files, anywhere: flags of a safety filter, seeds, texts.
import { expect, test } from '@jest/globals';
import { toldOf } from '../../src/files/told.ts';

const NOTHING = { flags: [], seed: null, seeds: [], texts: [] };
const URL_OF_IMAGE = 'https://x/a.png';

test.each([
  {
    name: 'nothing',
    output: { images: [{ url: URL_OF_IMAGE, file_name: 'a.png', content_type: 'image/png' }] },
    told: {},
  },
  { name: 'a flag', output: { nsfw: true }, told: { flags: ['nsfw: true'] } },
  {
    name: 'a flag of each image',
    output: { has_nsfw_concepts: [false, true] },
    told: { flags: ['has_nsfw_concepts: [false,true]'] },
  },
  { name: 'flags that say no', output: { nsfw: false, has_nsfw_concepts: [false], nsfw_score: 0.9 }, told: {} },
  {
    name: 'settings',
    output: { enable_nsfw_checker: true, nsfw_filter_enabled: true, nsfw_threshold: true },
    told: {},
  },
  {
    name: 'a reason to finish',
    output: { images: [{ finish_reason: 'CONTENT_FILTERED' }] },
    told: { flags: ['finish_reason: "CONTENT_FILTERED"'] },
  },
  { name: 'a usual reason to finish', output: { finish_reason: 'SUCCESS' }, told: {} },
  { name: 'one seed', output: { meta: { seed: 7 } }, told: { seed: 7 } },
  { name: 'two seeds', output: [{ seed: 7 }, { seed: 8 }], told: {} },
  { name: 'a list of seeds', output: { seeds: [7, '8'] }, told: { seeds: [7, 8] } },
  {
    name: 'texts',
    output: { caption: 'a  fox', revised_prompt: 'the fox' },
    told: { texts: ['caption "a fox"', 'revised_prompt "the fox"'] },
  },
  { name: 'what was sent', output: { prompt: 'a fox', caption: ' ' }, told: {} },
  {
    name: 'addresses, paths, data and ids',
    output: { link: URL_OF_IMAGE, at: '/tmp/a', hash: 'f'.repeat(64), id: 'a b' },
    told: {},
  },
])('in the output: $name', ({ output, told }) => {
  expect(toldOf({ output, beside: {} }, { prompt: 'a fox' })).toEqual({ ...NOTHING, ...told });
});

test('besides the output, only the top level: deeper members are repeated inputs', () => {
  const beside = { nsfw: true, seed: 7, input: { nsfw_content: true, seed: 9, prompt: 'another fox' } };
  expect(toldOf({ output: null, beside }, {})).toEqual({ ...NOTHING, flags: ['nsfw: true'], seed: 7 });
});

test('a long list of flags, and many texts, are shortened', () => {
  const output = {
    nsfw: new Array(1_000).fill(true),
    ...Object.fromEntries(Array.from('abcdefgh', (name) => [`text_${name}`, 'x '.repeat(500)])),
  };
  const { flags, texts } = toldOf({ output, beside: {} }, {});
  expect([flags, texts].map((list) => list.length)).toEqual([1, 5]);
  for (const text of [...flags, ...texts]) expect(text.length).toBeLessThan(200);
});
