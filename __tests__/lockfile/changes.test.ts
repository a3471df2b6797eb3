// What changed in a prompt, word by word, as plan and comment show it.
import { expect, test } from '@jest/globals';
import { changesBetween, reasonsOf } from '../../src/lockfile/changes.ts';
import type { Recipe } from '../../src/tasks/recipe.ts';

const SIGN = { same: ' ', removed: '-', added: '+' };

function recipe(prompt: string): Recipe {
  return { model: 'a/b', prompt, parameters: {}, files: {} };
}

const numbered = (count: number, word: string): string => Array.from({ length: count }, (_, n) => word + n).join(' ');

test.each([
  {
    name: 'a word',
    before: 'A lighthouse at dawn, seen from the sea',
    after: 'A lighthouse at dusk, seen from the sea',
    shown: [' A lighthouse at', '-dawn,', '+dusk,', ' seen from the sea'],
    reasons: ['prompt: "dawn," → "dusk,"'],
  },
  {
    name: 'words in several places',
    before: 'A small red boat in the snow at dawn',
    after: 'A red boat in deep snow at dusk',
    shown: [' A', '-small', ' red boat in', '-the', '+deep', ' snow at', '-dawn', '+dusk'],
    reasons: ['prompt: removed "small"', 'prompt: "the" → "deep"', 'prompt: "dawn" → "dusk"'],
  },
  {
    name: 'words at the end',
    before: 'A boat',
    after: 'A boat in fog',
    shown: [' A boat', '+in fog'],
    reasons: ['prompt: added "in fog"'],
  },
  {
    name: 'nothing but white space',
    before: 'A  boat\n',
    after: 'A boat',
    shown: [' A boat'],
    reasons: ['prompt: only white space changed'],
  },
  {
    name: 'a word of a Chinese prompt',
    before: '一只猫在月光下的屋顶上，安静',
    after: '一只狗在月光下的屋顶上，安静',
    shown: [' 一只', '-猫', '+狗', ' 在月光下的屋顶上，安静'],
    reasons: ['prompt: "猫" → "狗"'],
  },
  {
    name: 'a word of a Thai prompt',
    before: 'แมวบนหลังคา',
    after: 'หมาบนหลังคา',
    shown: ['-แมว', '+หมา', ' บนหลังคา'],
    reasons: ['prompt: "แมว" → "หมา"'],
  },
  {
    name: 'nothing but the space between Chinese words',
    before: '月光 屋顶',
    after: '月光屋顶',
    shown: [' 月光屋顶'],
    reasons: ['prompt: only white space changed'],
  },
  {
    name: 'an address in a Chinese sentence, whole',
    before: '像https://a.runcomfy.net/x.png的猫',
    after: '像https://a.runcomfy.net/y.png的猫',
    shown: ['-像https://a.runcomfy.net/x.png的猫', '+像https://a.runcomfy.net/y.png的猫'],
    reasons: ['prompt: "像https://a.runcomfy.net/x.png的猫" → "像https://a.runcomfy.net/y.png的猫"'],
  },
  {
    name: '20,000 other words between the same ends: soon, and as a whole',
    before: `A ${numbered(20_000, 'a')} end`,
    after: `A ${numbered(20_000, 'b')} end`,
    shown: [' A', `-${numbered(20_000, 'a')}`, `+${numbered(20_000, 'b')}`, ' end'],
    reasons: [expect.stringMatching(/^prompt: "a0 a1 .{70,80}…" → "b0 b1 .{70,80}…"$/)],
  },
])('told of a prompt: $name', ({ before, after, shown, reasons }) => {
  const started = performance.now();
  const changes = changesBetween(recipe(before), recipe(after), null);
  expect(performance.now() - started).toBeLessThan(1_000);

  expect(changes.flatMap(({ pieces }) => pieces.map(({ kind, text }) => SIGN[kind] + text))).toEqual(shown);
  expect(reasonsOf(changes)).toEqual(reasons);
});
