// Globs of ids, against what they mean as regular expressions.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { idFilter, idlePatterns } from '../../src/manifest/globs.ts';

test.each([
  { pattern: '*', id: 'a/b-1', fits: true },
  { pattern: 'icon-*', id: 'icon-light/1', fits: true },
  { pattern: '*/1', id: 'icon/light/1', fits: true },
  { pattern: 'icon-?', id: 'icon-1', fits: true },
  { pattern: 'icon-?', id: 'icon-12', fits: false },
  { pattern: 'icon', id: 'icon-1', fits: false },
  { pattern: 'i.on', id: 'icon', fits: false },
  { pattern: '[ab]', id: 'a', fits: false },
  { pattern: '', id: '', fits: true },
])('$pattern and $id: $fits', ({ pattern, id, fits }) => {
  expect(idFilter([pattern])(id)).toBe(fits);
});

test('patterns mean what they say', () => {
  const text = fc.array(fc.constantFrom('a', 'b', '/', '-'), { maxLength: 8 }).map((parts) => parts.join(''));
  const glob = fc.array(fc.constantFrom('a', 'b', '/', '*', '?'), { maxLength: 6 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(glob, text, (pattern, id) => {
      const regex = new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`);
      expect(idFilter([pattern])(id)).toBe(regex.test(id));
    }),
  );
});

test('many stars are fast', () => {
  expect(idFilter([`${'a*'.repeat(2_000)}b`])('a'.repeat(4_000))).toBe(false);
});

test('patterns that match nothing are reported', () => {
  expect(idlePatterns(['hero', 'icon-*', 'ico*n'], ['hero', 'icns'])).toEqual(['icon-*', 'ico*n']);
});
