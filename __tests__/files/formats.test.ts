// The one table of formats.
import { expect, test } from '@jest/globals';
import {
  FORMATS,
  formatNamed,
  formatOfSuffix,
  formatOfWord,
  isMediaSuffix,
  mayHaveSuffix,
} from '../../src/files/formats.ts';

test('every name, and every usual suffix, means one format', () => {
  for (const format of FORMATS) {
    expect(formatNamed(format.name)).toBe(format);
    expect(formatOfWord(format.name)).toBe(format);
    expect(formatOfSuffix(format.suffixes[0] ?? '')).toBe(format);
    expect(format.type).toMatch(/^[a-z]+\/[\w.+-]+$/);
    for (const suffix of format.suffixes) expect(suffix).toMatch(/^[a-z0-9]{1,11}$/);
  }
});

test.each([
  { word: 'jpg', name: 'jpeg' },
  { word: 'JPEG', name: 'jpeg' },
  { word: 'tif', name: 'tiff' },
  { word: 'm4v', name: 'mp4' },
  { word: 'oga', name: 'ogg' },
  { word: 'vorbis', name: 'ogg' },
  { word: 'mpeg', name: 'mpg' },
  { word: 'midi', name: 'mid' },
  { word: 'raw', name: undefined },
])('$word means $name', ({ word, name }) => {
  expect(formatOfWord(word)?.name).toBe(name);
});

test.each([
  { word: 'jpeg', fits: ['jpg', 'jpeg', 'JPG'], not: ['png', 'jp2'] },
  { word: 'opus', fits: ['opus', 'ogg', 'oga'], not: ['mp3'] },
  { word: 'ogg', fits: ['ogg', 'oga', 'opus'], not: ['flac'] },
  { word: 'flac', fits: ['flac', 'oga', 'ogg'], not: ['wav'] },
  { word: 'aac', fits: ['aac', 'm4a'], not: ['mp3'] },
  { word: 'mp4', fits: ['mp4', 'm4v'], not: ['mov', 'webm'] },
  { word: 'm4a', fits: ['m4a', 'mp4'], not: ['aac'] },
  { word: 'tiff', fits: ['tif', 'tiff'], not: ['png'] },
])('files requested as $word can have this suffix', ({ word, fits, not }) => {
  const format = formatOfWord(word);
  if (format === null) throw new Error(word);
  for (const suffix of fits) expect([suffix, mayHaveSuffix(format, suffix)]).toEqual([suffix, true]);
  for (const suffix of not) expect([suffix, mayHaveSuffix(format, suffix)]).toEqual([suffix, false]);
});

test('text is no media', () => {
  expect(['png', 'M4V', 'oga', 'glb', 'stl', 'zip', 'exr'].every(isMediaSuffix)).toBe(true);
  expect(['txt', 'json', 'html', 'exe', ''].some(isMediaSuffix)).toBe(false);
});
