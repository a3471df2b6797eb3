// Mappings in YAML or JSON: types kept, and nothing that JSON cannot say.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MappingError, parseMapping } from '../../src/inputs/mapping.ts';
import { anyText } from '../helpers/text.ts';

test.each([
  {
    name: 'YAML',
    text: 'style: ink\nsteps: 4\nhd: true\nmask: null',
    is: { style: 'ink', steps: 4, hd: true, mask: null },
  },
  {
    name: 'JSON',
    text: '{"style": "ink", "n": [1, 2.5, {"x": false}]}',
    is: { style: 'ink', n: [1, 2.5, { x: false }] },
  },
  { name: 'JSON with tabs', text: '{\n\t"a": 1,\n\t"b": [\n\t\t2\n\t]\n}', is: { a: 1, b: [2] } },
  { name: 'JSON in one line of YAML', text: 'a: {"b": [1]}', is: { a: { b: [1] } } },
  { name: 'words that are not booleans', text: 'a: yes\nb: on\nc: NO', is: { a: 'yes', b: 'on', c: 'NO' } },
  { name: 'text in quotes', text: 'a: "1"\nb: \'true\'', is: { a: '1', b: 'true' } },
  {
    name: 'text that looks like a number',
    text: 'a: 1_000\nb: 12:30\nc: 1.2.3',
    is: { a: '1_000', b: '12:30', c: '1.2.3' },
  },
  { name: 'a block of text', text: 'a: |\n  one\n  two\nb: >-\n  one\n  two', is: { a: 'one\ntwo\n', b: 'one two' } },
  {
    name: 'the largest whole numbers',
    text: 'a: 9007199254740991\nb: -9007199254740991',
    is: { a: 2 ** 53 - 1, b: 1 - 2 ** 53 },
  },
  {
    name: 'numbers of all kinds',
    text: 'a: 0.5\nb: 1e-3\nc: 0x1F\nd: -0.25',
    is: { a: 0.5, b: 0.001, c: 31, d: -0.25 },
  },
  { name: 'an anchor', text: 'a: &x [1, 2]\nb: *x', is: { a: [1, 2], b: [1, 2] } },
  { name: 'a date is text', text: 'a: 2020-01-01', is: { a: '2020-01-01' } },
  { name: 'numbers as names', text: '1: a\n"2": b', is: { '1': 'a', '2': 'b' } },
  { name: 'an empty mapping', text: '{}', is: {} },
])('$name', async ({ text, is }) => {
  expect(await parseMapping(text)).toEqual(is);
});

test.each([
  { name: 'a list', text: '- a\n- b', says: /mapping/ },
  { name: 'a word', text: 'ink', says: /mapping/ },
  { name: 'nothing but a comment', text: '# nothing', says: /mapping/ },
  { name: 'broken JSON', text: '{"a": 1', says: /line 1/ },
  { name: 'broken YAML', text: 'a: 1\n b: 2\nc', says: /line [123]/ },
  { name: 'one name twice', text: 'a: 1\na: 2', says: /unique.*line 2/ },
  { name: 'two documents', text: 'a: 1\n---\nb: 2', says: /multiple documents/ },
  { name: 'infinity', text: 'a: .inf', says: /finite.*"a"/ },
  { name: 'a number too large', text: 'a: 1e999', says: /finite/ },
  { name: 'not a number', text: 'b: {c: .nan}', says: /finite.*"c"/ },
  { name: 'a whole number that would be rounded', text: 'seed: 9007199254740993', says: /2\^53.*"seed".*quote/ },
  { name: 'an alias without anchor', text: 'a: *x', says: /./ },
  { name: 'a circle', text: 'a: &a [*a]', says: /nested|deep|values/ },
])('refused: $name', async ({ text, says }) => {
  const refusal = parseMapping(text);
  await expect(refusal).rejects.toBeInstanceOf(MappingError);
  await expect(refusal).rejects.toThrow(/^must [^\n]{1,300}$/);
  await expect(refusal).rejects.toThrow(says);
});

test('names of the language stay names, and pollute nothing', async () => {
  const parsed = await parseMapping('{"__proto__": {"polluted": 1}, "constructor": 2, "toString": 3}');
  expect(JSON.stringify(parsed)).toBe('{"__proto__":{"polluted":1},"constructor":2,"toString":3}');
  expect(Object.hasOwn({}, 'polluted')).toBe(false);
  expect('polluted' in {}).toBe(false);
});

describe('what is meant to be too much', () => {
  const lists = (levels: number): string =>
    Array.from({ length: levels }, (_, n) =>
      n === 0
        ? 'l0: &l0 [x, x, x, x, x, x, x, x, x, x]'
        : `l${n}: &l${n} [${Array(10)
            .fill(`*l${n - 1}`)
            .join(', ')}]`,
    ).join('\n');

  test.each([
    { name: 'a bomb of aliases', text: lists(9) },
    { name: 'brackets without end', text: `a: ${'['.repeat(2_000)}` },
    { name: 'braces without end', text: '{a: '.repeat(500) },
    { name: 'depth', text: `a: ${'['.repeat(70)}${']'.repeat(70)}` },
  ])('$name is refused, soon', async ({ text }) => {
    const started = performance.now();
    await expect(parseMapping(text)).rejects.toBeInstanceOf(MappingError);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

test('JSON means what JSON.parse says it means', async () => {
  const wholes = fc.maxSafeInteger();
  const fractions = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Number.isInteger(number));
  const json = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom(null, true, false),
      fc.oneof(wholes, fractions),
      fc.string({ unit: 'grapheme' }),
      fc.array(tie('value'), { maxLength: 4 }),
      tie('object'),
    ),
    object: fc.dictionary(fc.string({ unit: 'grapheme' }), tie('value'), { maxKeys: 5, noNullPrototype: true }),
  })).object;
  await fc.assert(
    fc.asyncProperty(json, fc.constantFrom(undefined, 2, '\t'), async (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      expect(JSON.stringify(await parseMapping(text))).toBe(JSON.stringify(JSON.parse(text)));
    }),
  );
});

test('any text is a mapping that JSON can hold, or refused in one line', async () => {
  const bits = fc.array(
    fc.constantFrom(
      'a',
      ':',
      ' ',
      '\n',
      '- ',
      '{',
      '}',
      '[',
      ']',
      ',',
      '"',
      "'",
      '&a',
      '*a',
      '|',
      '>',
      '#',
      '?',
      '1',
      '~',
      '\t',
    ),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        bits.map((some) => some.join('')),
        anyText(),
      ),
      async (text) => {
        try {
          const value = await parseMapping(text);
          expect(JSON.parse(JSON.stringify(value))).toEqual(value);
        } catch (error) {
          expect(error).toBeInstanceOf(MappingError);
          expect(String(error)).toMatch(/^Error: must [^\n]+$/);
        }
      },
    ),
    { numRuns: 150 },
  );
});
