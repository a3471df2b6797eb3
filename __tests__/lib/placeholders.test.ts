// Placeholders: what they become, which types they keep, what is refused.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fillOutput, fillText, fillValue, hasIndex, outputPath, PlaceholderFault } from '../../src/lib/placeholders.ts';
import { anyText } from '../helpers/text.ts';

const variables = new Map<string, string | number | boolean | null | { width: number }>([
  ['theme', 'dark'],
  ['n', 2],
  ['on', true],
  ['none', null],
  ['size', { width: 64 }],
  ['braces', '{theme}'],
]);

test.each([
  { name: 'text without placeholders', text: 'a cat', filled: 'a cat' },
  { name: 'several in one text', text: '{theme}-{n}/{on}', filled: 'dark-2/true' },
  { name: 'literal braces', text: '{{theme}} {{', filled: '{theme} {' },
  { name: 'a placeholder in literal braces', text: '{{{theme}}}', filled: '{dark}' },
  { name: 'values that look like placeholders', text: '{braces}', filled: '{theme}' },
])('text: $name', ({ text, filled }) => {
  expect(fillText(text, variables)).toBe(filled);
});

test.each([
  { name: 'an unknown one, with the nearest', text: 'a {them} cat', says: /unknown placeholder \{them\}.*\{theme\}\?/ },
  { name: 'an unknown one', text: '{elephant}', says: /known placeholders are \{theme\} .*\{\{elephant\}\}/ },
  { name: 'a single brace', text: 'a { b', says: /single `\{`.*`\{\{`/ },
  { name: 'a brace that nothing opens', text: 'a } b', says: /single `\}`.*`\}\}`/ },
  { name: 'the index', text: '{index}', says: /only in `output`/ },
  { name: 'a mapping within a text', text: 'x{size}', says: /mapping, which must be the whole value/ },
  { name: 'null within a text', text: 'x{none}', says: /null/ },
  { name: 'names of the language', text: '{constructor} {__proto__}', says: /unknown placeholder/ },
])('refused: $name', ({ text, says }) => {
  expect(() => fillText(text, variables)).toThrow(PlaceholderFault);
  expect(() => fillText(text, variables)).toThrow(says);
});

test.each([
  { name: 'a number', value: '{n}', filled: 2 },
  { name: 'a boolean', value: '{on}', filled: true },
  { name: 'null', value: '{none}', filled: null },
  { name: 'a mapping', value: '{size}', filled: { width: 64 } },
  { name: 'text, if there is more around it', value: '{n} ', filled: '2 ' },
  { name: 'at any depth', value: { a: ['{n}', { b: '{theme}' }], c: 1 }, filled: { a: [2, { b: 'dark' }], c: 1 } },
])('a value that is exactly one placeholder keeps its type: $name', ({ value, filled }) => {
  expect(fillValue(value, variables)).toEqual(filled);
});

test.each([
  { output: 'a/{theme}-{index}.png', first: 'a/dark-1.png', many: true },
  { output: 'a/{{index}}-{n}.png', first: 'a/{index}-2.png', many: false },
  { output: '{braces}.png', first: '{theme}.png', many: false },
])('the output $output', ({ output, first, many }) => {
  const template = fillOutput(output, variables);
  expect(outputPath(template, 1)).toBe(first);
  expect(hasIndex(template)).toBe(many);
});

test('doubled braces bring any text through unchanged, and so do variables', () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      expect(fillText(text.replace(/[{}]/g, '$&$&'), new Map())).toBe(text);
      expect(fillText('{a}', new Map([['a', text]]))).toBe(text);
      expect(outputPath(fillOutput('{a}{index}', new Map([['a', text]])), 3)).toBe(`${text}3`);
    }),
  );
});

test('any text is filled or refused, never anything else', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('{', '}', '{{', '}}', '{theme}', '{x', 'y}', 'index', ' '), { maxLength: 12 }),
      (parts) => {
        try {
          expect(typeof fillText(parts.join(''), variables)).toBe('string');
        } catch (error) {
          expect(error).toBeInstanceOf(PlaceholderFault);
        }
      },
    ),
  );
});
