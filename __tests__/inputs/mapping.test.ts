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
  { name: 'names as they are written', text: '1.0: a\n0x1F: b\ntrue: c', is: { '1.0': 'a', '0x1F': 'b', true: 'c' } },
  {
    name: 'a quoted name that YAML has a use for',
    text: '{"<<": {"a": 1}, "null": 2}',
    is: { '<<': { a: 1 }, null: 2 },
  },
  { name: 'tags that say what JSON has', text: 'a: !!str 7\nb: !!int "7"\nc: ! 7', is: { a: '7', b: 7, c: '7' } },
  {
    name: 'the same under an older version',
    text: '%YAML 1.1\n---\na: yes\nb: 2001-01-01\nc: 0777\nd: 1:30',
    is: { a: 'yes', b: '2001-01-01', c: 777, d: '1:30' },
  },
  { name: 'a first line that is indented', text: '  a: 1\n  b:\n    - c', is: { a: 1, b: ['c'] } },
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
  { name: 'one name twice', text: 'a: 1\na: 2', says: /line 2, column 1: duplicate key "a"/ },
  { name: 'one name twice, in two ways of writing', text: '7: 1\n"7": 2', says: /duplicate key "7"/ },
  { name: 'two documents', text: 'a: 1\n---\nb: 2', says: /one document/ },
  {
    name: 'bytes',
    text: 'a: !!binary aGVsbG8=',
    says: /line 1, column 4: the tag "!!binary" is not supported: write quoted text/,
  },
  { name: 'a set', text: 'a: !!set { x, y }', says: /"!!set".*a list or a mapping/ },
  { name: 'a point in time', text: 'a: !!timestamp 2001-01-01', says: /"!!timestamp".*quoted text/ },
  { name: 'an ordered map', text: 'a: !!omap [x: 1]', says: /"!!omap"/ },
  { name: 'pairs', text: 'a: !!pairs [x: 1]', says: /"!!pairs"/ },
  { name: 'a tag in full', text: 'a: !<tag:yaml.org,2002:binary> aGk=', says: /2002:binary/ },
  { name: 'a tag on a name', text: '!!binary aGk=: 1', says: /"!!binary"/ },
  { name: 'a tag on all of it', text: '!!set { a }', says: /"!!set"/ },
  { name: 'an unknown tag', text: 'a: !secret x', says: /"!secret"/ },
  { name: 'a tag that does not fit', text: 'a: !!int x', says: /"!!int"/ },
  { name: 'the tag of merge keys', text: 'a: !!merge <<', says: /"!!merge"/ },
  { name: 'a merge key', text: 'a: &a { b: 1 }\nc:\n  <<: *a', says: /line 3, column 3: merge keys.*write out/ },
  { name: 'a merge key under an older version', text: '%YAML 1.1\n---\n<<: { a: 1 }', says: /merge keys/ },
  { name: 'a list as a name', text: '[a]: 1', says: /line 1, column 1: keys must be text: put this one in quotes/ },
  { name: 'a mapping as a name', text: '{ a: 1 }: 1', says: /keys must be text/ },
  { name: 'nothing as a name', text: '~: 1', says: /keys must be text/ },
  { name: 'no name', text: ': 1', says: /keys must be text/ },
  { name: 'infinity', text: 'a: .inf', says: /finite.*"a"/ },
  { name: 'a number too large', text: 'a: 1e999', says: /finite/ },
  { name: 'not a number', text: 'b: {c: .nan}', says: /finite.*"c"/ },
  { name: 'a whole number that would be rounded', text: 'seed: 9007199254740993', says: /2\^53.*"seed".*quote/ },
  { name: 'an alias without anchor', text: 'a: *x', says: /./ },
  { name: 'a circle', text: 'a: &a [*a]', says: /nested|deep|values/ },
  {
    name: 'everything that is wrong, together',
    text: 'a: .inf\nb: !!set { x }\na: 2',
    says: /; line 1.*"a".*; line 2.*!!set.*; line 3.*duplicate/,
  },
])('refused: $name', async ({ text, says }) => {
  const refusal = parseMapping(text);
  await expect(refusal).rejects.toBeInstanceOf(MappingError);
  await expect(refusal).rejects.toThrow(/^must [^\n]{1,400}$/);
  await expect(refusal).rejects.toThrow(says);
});

test('of very many problems, the first are reported, and the others counted', async () => {
  const refusal = parseMapping(`a: [${'.nan, '.repeat(1_200)}]`);
  await expect(refusal).rejects.toThrow(/column 5: [^\n]{1,1200}; and 1,190 more$/);
});

test('names such as `__proto__` stay names, and pollute nothing', async () => {
  const parsed = await parseMapping('{"__proto__": {"polluted": 1}, "constructor": 2, "toString": 3}');
  expect(JSON.stringify(parsed)).toBe('{"__proto__":{"polluted":1},"constructor":2,"toString":3}');
  expect(Object.hasOwn({}, 'polluted')).toBe(false);
  expect('polluted' in {}).toBe(false);
});

describe('malicious input', () => {
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

test('JSON is read like JSON.parse does', async () => {
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

test('any text is a mapping of JSON values, or refused in one line', async () => {
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
      '!!set ',
      '!!binary ',
      '!!omap ',
      '!x ',
      '<<',
      '%YAML 1.1\n---\n',
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
