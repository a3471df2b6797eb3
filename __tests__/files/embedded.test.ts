// Files that stand in a result itself: their bytes, and what is too large or no file.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addressOfDataUri, bytesOfBase64, bytesOfDataUri, isDataUri } from '../../src/files/embedded.ts';
import { jpg, png } from '../helpers/media.ts';

const MB = 1024 ** 2;

test.each([
  { uri: 'data:,a%20b', text: 'a b' },
  { uri: 'data:text/plain;charset=utf-8,%E2%98%83 100%', text: '☃ 100%' },
  { uri: 'DATA:TEXT/PLAIN;BASE64,YSBi', text: 'a b' },
  { uri: 'data:text/plain;base64,YSBi%0A', text: 'a b' },
  { uri: 'data:image/png;base64,', text: '' },
])('$uri', ({ uri, text }) => {
  expect(isDataUri(uri)).toBe(true);
  expect(bytesOfDataUri(uri, MB).toString()).toBe(text);
});

test.each(['data:', 'data: a, b', 'data:image/png;base64', 'database:,', 'a data:,b'])('no data URI: %s', (text) => {
  expect(isDataUri(text)).toBe(false);
});

test('any bytes come through a data URI, either way', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (array) => {
      const bytes = Buffer.from(array);
      expect(bytesOfDataUri(`data:a/b;base64,${bytes.toString('base64')}`, MB)).toEqual(bytes);
      const escaped = [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
      expect(bytesOfDataUri(`data:a/b,${escaped}`, MB)).toEqual(bytes);
    }),
  );
});

test('what is too large is refused, before and after it is decoded', () => {
  const large = Buffer.alloc(2_000, 1);
  const refusal = /larger than 1\.0 KB/;
  expect(() => bytesOfDataUri(`data:a/b;base64,${large.toString('base64')}`, 1024)).toThrow(refusal);
  expect(() => bytesOfDataUri(`data:a/b,${'%41'.repeat(1_025)}`, 1024)).toThrow(refusal);
  expect(bytesOfDataUri(`data:a/b,${'%41'.repeat(1_024)}`, 1024)).toHaveLength(1024);
  expect(() => bytesOfBase64(png(64, 64).toString('base64'), 1024)).toThrow(refusal);
});

test.each([
  { uri: 'data:image/png;base64,AA', name: 'data:/file.png' },
  { uri: 'data:image/svg+xml,<svg/>', name: 'data:/file.svg' },
  { uri: 'data:,text', name: 'data:/file.txt' },
  { uri: 'data:application/x-subrip,1', name: 'data:/file.subrip' },
])('$uri is called $name', ({ uri, name }) => {
  expect(addressOfDataUri(uri)).toBe(name);
});

test.each([
  { name: 'PNG', text: png().toString('base64'), bytes: png() },
  { name: 'JPEG in the alphabet of URLs', text: jpg().toString('base64url'), bytes: jpg() },
  { name: 'an id', text: 'f'.repeat(128), bytes: null },
  { name: 'words', text: `${'words '.repeat(30)}`, bytes: null },
  {
    name: 'words that begin like a PNG',
    text: `${png().toString('base64').slice(0, 200)}${' not base64 !!'.repeat(100)}`,
    bytes: null,
  },
])('base64: $name', ({ text, bytes }) => {
  expect(bytesOfBase64(text, MB)).toEqual(bytes);
});
