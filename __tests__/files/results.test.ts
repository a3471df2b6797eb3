// Outputs in the report: whole while there is room, then short, and never so deep that the report could not be written.
import { expect, test } from '@jest/globals';
import { keepOutputs } from '../../src/files/results.ts';

test('an output is kept unchanged', () => {
  const output = { images: ['https://x/a.png'], seed: 7, text: 'a'.repeat(5_000), none: null };
  expect(keepOutputs()(output)).toBe(output);
});

test('without room for all, long texts are cut, and then outputs are left out', () => {
  const keep = keepOutputs(10_000);
  const output = { b64_json: 'a'.repeat(6_000), seed: 7 };
  expect(keep(output)).toBe(output);
  expect(keep(output)).toEqual({ b64_json: `${'a'.repeat(200)}… (5800 more characters were left out)`, seed: 7 });
  expect(keep(new Array(5_000).fill(0.5))).toMatch(/left out/);
  expect(keep({ seed: 8 })).toEqual({ seed: 8 });
});

test.each([1_000, 100_000])('an output of %i levels can be written', (levels) => {
  let output: unknown = 'the innermost';
  for (let level = 0; level < levels; level++) output = level % 2 === 0 ? { output } : [output];
  const text = JSON.stringify(keepOutputs()(output), null, 2);
  expect(text).toContain('Deeper levels were left out.');
  expect(text.length).toBeLessThan(50_000);
});

test('a million values are no problem', () => {
  const output = { points: new Array(1_000_000).fill(0.5) };
  expect(keepOutputs()(output)).toBe(output);
});
