// How long to wait before the next call.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { retryDelay } from '../../src/http/retry.ts';

test.each([
  { failures: 1, least: 250, max: 500 },
  { failures: 2, least: 500, max: 1_000 },
  { failures: 3, least: 1_000, max: 2_000 },
  { failures: 5, least: 4_000, max: 8_000 },
  { failures: 6, least: 7_500, max: 15_000 },
  { failures: 1_000_000, least: 7_500, max: 15_000 },
])('after failure $failures, $least to $most ms', ({ failures, least, max }) => {
  expect(retryDelay(failures, null, 0)).toBe(least);
  expect(retryDelay(failures, null, 1)).toBe(max);
});

test('Retry-After is obeyed in full', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 15_000, max: 86_400_000 }), (failures, asked) => {
      expect(retryDelay(failures, asked, 0.5)).toBeGreaterThanOrEqual(asked);
    }),
  );
});
