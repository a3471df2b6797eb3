// Figures as people read them.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { counted, duration, grouped, size, sumUsd, usd } from '../../src/lib/figures.ts';

test.each([
  [0, '0 ms'],
  [850, '850 ms'],
  [1_000, '1 s'],
  [12_449, '12.4 s'],
  [59_999, '59.9 s'],
  [60_000, '1m'],
  [125_000, '2m 05s'],
  [600_000, '10m'],
  [3_600_000, '1h'],
  [3_720_000, '1h 02m'],
  [90_000_000, '25h'],
])('%d ms is %s', (ms, text) => {
  expect(duration(ms)).toBe(text);
});

test.each([
  [0, '0 B'],
  [1_023, '1023 B'],
  [1_024, '1.0 KB'],
  [13_722, '13 KB'],
  [6 * 1024 ** 2, '6.0 MB'],
  [1024 ** 2 - 1, '1.0 MB'],
  [512 * 1024 ** 2, '512 MB'],
  [1.25 * 1024 ** 3, '1.3 GB'],
  [2_000 * 1024 ** 3, '2000.0 GB'],
])('%d bytes are %s', (bytes, text) => {
  expect(size(bytes)).toBe(text);
});

test.each([
  [0, '$0.00'],
  [0.06, '$0.06'],
  [0.0035, '$0.0035'],
  [0.065, '$0.0650'],
  [1.2, '$1.20'],
  [1234.5, '$1234.50'],
])('%d USD are %s', (amount, text) => {
  expect(usd(amount)).toBe(text);
});

test('a sum of money has no noise of binary fractions', () => {
  expect(sumUsd([0.1, 0.2])).toBe(0.3);
  expect(sumUsd(Array.from({ length: 50 }, () => 0.06))).toBe(3);
  expect(sumUsd([])).toBe(0);
});

test('a whole number is grouped in threes, as the locale of English does', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (number) => void expect(grouped(number)).toBe(number.toLocaleString('en-US'))),
  );
});

test('one, and all others', () => {
  expect([0, 1, 2, 20_000].map((count) => counted(count, 'image'))).toEqual([
    '0 images',
    '1 image',
    '2 images',
    '20,000 images',
  ]);
});
