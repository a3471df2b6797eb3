// File names: the template, what fills it, and that no two files of a run get the same one.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fileName, nameClaims, templateFault } from '../../src/files/names.ts';

const parts = { id: 'image', index: 3, seed: 7, requestId: 'abc-DEF_1' };

test.each([
  ['{id}-{index}', 'image-3'],
  ['{id}/{seed}/{request_id}', 'image/7/abc-DEF_1'],
  ['{index}{index}', '33'],
  ['hero', 'hero'],
  ['$& {id} $1', '$& image $1'],
])('the template %j becomes %j', (template, name) => {
  expect(templateFault(template)).toBeNull();
  expect(fileName(template, parts)).toBe(name);
});

test('without a seed the name says so', () => {
  expect(fileName('{id}-{seed}', { ...parts, seed: null })).toBe('image-noseed');
  expect(fileName('{id}-{seed}', { ...parts, seed: 0 })).toBe('image-0');
});

test('values of placeholders are not filled again', () => {
  expect(fileName('{id}', { ...parts, id: '{request_id}' })).toBe('{request_id}');
});

describe('a part that is too long for a disk', () => {
  const bytes = (name: string): number => Math.max(...name.split('/').map((part) => Buffer.byteLength(part)));

  test('is cut, and its end identifies the name', () => {
    const requestId = 'r'.repeat(128);
    const names = [`${requestId}`, `${requestId.slice(1)}x`].map((id) =>
      fileName('{id}/{request_id}{request_id}-{index}', { ...parts, requestId: id }),
    );
    expect(templateFault('{id}/{request_id}{request_id}-{index}')).toBeNull();
    expect(names[0]).toMatch(/^image\/r{167}-[0-9a-f]{12}$/);
    expect(names[1]).not.toBe(names[0]);
    expect(fileName('{id}/{request_id}{request_id}-{index}', { ...parts, requestId })).toBe(names[0]);
    expect(fileName('{id}-{request_id}', { ...parts, id: 'i'.repeat(40) })).toBe(`${'i'.repeat(40)}-abc-DEF_1`);
  });

  test('for any values, name, number and suffix fit, and different values give different names', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'ä', '狐', '🦊', '\ufffd'), maxLength: 120, size: 'max' });
    fc.assert(
      fc.property(
        text,
        text,
        fc.constantFrom('{id}{request_id}', '{id}{id}/{request_id}{id}'),
        (id, requestId, template) => {
          const name = fileName(template, { ...parts, id, requestId });
          const other = fileName(template, { ...parts, id: `${id}b`, requestId });
          const claim = nameClaims();
          claim(name, '.webp');
          expect(bytes(claim(name, '.webp'))).toBeLessThanOrEqual(200);
          expect(name.isWellFormed()).toBe(true);
          expect(other).not.toBe(name);
        },
      ),
    );
  });
});

test.each([
  { name: 'an unknown placeholder', template: '{name}', says: 'placeholders' },
  { name: 'an open brace', template: '{id', says: 'placeholders' },
  { name: 'a lone brace', template: 'a}', says: 'placeholders' },
  { name: 'a way up', template: '../{id}', says: 'below `output-dir`' },
  { name: 'a way up inside', template: 'a/../../b', says: 'below `output-dir`' },
  { name: 'an absolute path', template: '/{id}', says: 'below `output-dir`' },
  { name: 'a folder without name', template: 'a//b', says: 'below `output-dir`' },
  { name: 'a folder in the end', template: 'a/', says: 'below `output-dir`' },
  { name: 'nothing', template: '', says: 'below `output-dir`' },
  { name: 'a backslash', template: 'a\\b', says: 'must not contain' },
  { name: 'a drive', template: 'c:{id}', says: 'must not contain' },
  { name: 'a line end', template: 'a\nb', says: 'must not contain' },
  { name: 'a NUL', template: 'a\0b', says: 'must not contain' },
  { name: 'a command', template: '##[error]{id}', says: 'must not contain' },
  { name: '.git', template: '.git/{id}', says: '.git' },
  { name: '.git in capitals', template: 'a/.Git/{id}', says: '.git' },
  { name: '.git with a dot', template: '.git./{id}', says: '.git' },
  { name: 'a name that ends in a space', template: 'a /b', says: 'space' },
  { name: 'a name that Windows reserves', template: 'con', says: 'Windows' },
  { name: 'a folder that Windows reserves', template: 'LPT1/{id}', says: 'Windows' },
  { name: 'a name that Windows reserves once it is filled in', template: 'com{index}', says: 'Windows' },
  { name: 'a name that is too long', template: 'ä'.repeat(61), says: '120 bytes' },
])('a template is refused: $name', ({ template, says }) => {
  expect(templateFault(template)).toContain(says);
  expect(templateFault(template)).toMatch(/^m(ust|ay) .*[^.]$/);
});

test('a valid template stays in its folder, and every part is valid on every system', () => {
  const piece = fc.constantFrom(
    '{id}',
    '{index}',
    '{seed}',
    '{request_id}',
    'a',
    '.',
    '..',
    '/',
    '\\',
    ' ',
    ':',
    '.git',
    'con',
    '{',
    '}',
    '\0',
    '~',
    'ä',
    '*',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
      const template = pieces.join('');
      if (templateFault(template) !== null) return;
      for (const segment of fileName(template, parts).split('/')) {
        expect(segment).not.toMatch(/^$|^\.{1,2}$|[\\:*?"<>|\0{}]|[. ]$|^\.git$/i);
      }
    }),
    { numRuns: 2_000 },
  );
});

test('a second file of one name gets -2 before its suffix, then -3', () => {
  const claim = nameClaims();
  expect([claim('a', '.png'), claim('a', '.png'), claim('a', '.jpg'), claim('a', '.png')]).toEqual([
    'a.png',
    'a-2.png',
    'a.jpg',
    'a-3.png',
  ]);
  expect(claim('a-2', '.png')).toBe('a-2-2.png');
});

test.each([
  { name: 'case', one: 'Hero', other: 'hERO' },
  { name: 'Unicode form', one: 'h\u00e9', other: 'he\u0301' },
  { name: 'both', one: 'H\u00c9', other: 'he\u0301' },
])('names that differ only in $name are the same on many disks', ({ one, other }) => {
  const claim = nameClaims();
  expect(claim(one, '.png')).toBe(`${one}.png`);
  expect(claim(other, '.png')).toBe(`${other}-2.png`);
});

test('no two names of a run are the same, on any disk, and each keeps its beginning and suffix', () => {
  const name = fc.oneof(
    fc.constantFrom('a', 'A', 'a-2', 'a-2-2', '\u00e9', 'e\u0301', 'E\u0301', 'İ', 'ß'),
    fc.string({ minLength: 1 }),
  );
  const suffix = fc.constantFrom('.png', '.PNG', '.jpg');
  fc.assert(
    fc.property(fc.array(fc.tuple(name, suffix), { maxLength: 30 }), (wanted) => {
      const claim = nameClaims();
      const given = wanted.map(([one, end]) => claim(one, end));
      expect(new Set(given.map((one) => one.normalize('NFC').toLowerCase())).size).toBe(wanted.length);
      wanted.forEach(([one, end], n) => {
        expect(given[n]?.startsWith(one)).toBe(true);
        expect(given[n]?.endsWith(end)).toBe(true);
      });
    }),
  );
});
