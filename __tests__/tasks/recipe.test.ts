// The recipe: what it holds, and that its hash is that of its canonical JSON.
import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from '../../src/lib/canonical-json.ts';
import type { JsonValue } from '../../src/lib/json.ts';
import { recipeHash, recipeOf } from '../../src/tasks/recipe.ts';

// The examples of RFC 8785, 3.2.2 and 3.2.3.
test.each([
  {
    name: 'numbers, strings and literals',
    value: {
      numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 1e-27, -0],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    },
    json: '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27,0],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  },
  {
    name: 'the order of names, by UTF-16 code units',
    value: { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 },
    json: '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}',
  },
  {
    name: 'names that JavaScript objects reorder',
    value: JSON.parse('{"b":[{"9":1,"10":2}],"__proto__":{"z":1,"y":2},"a":{"10":{"d":1,"c":2},"9":0}}'),
    json: '{"__proto__":{"y":2,"z":1},"a":{"10":{"c":2,"d":1},"9":0},"b":[{"10":2,"9":1}]}',
  },
])('canonical JSON: $name', ({ value, json }) => {
  expect(canonicalJson(value)).toBe(json);
});

const json: fc.Arbitrary<JsonValue> = fc.json().map((text) => JSON.parse(text));

test('canonical JSON is JSON with the same value, for any order of names', () => {
  const reversed = (value: JsonValue): JsonValue => {
    if (Array.isArray(value)) return value.map(reversed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([name, member]) => [name, reversed(member)]),
    );
  };
  fc.assert(
    fc.property(json, (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(reversed(value))).toBe(canonicalJson(value));
      expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value));
    }),
  );
});

const file = (sha256: string) => ({ path: '/checkout/a.png', type: 'image/png', bytes: 1, sha256 });

test('a recipe is model, prompt, parameters, and the bytes of files, wherever they are', () => {
  const recipe = recipeOf('a/b', { prompt: 'a fox', seed: 7 }, { image: file('aa'), images: [file('bb'), file('cc')] });
  expect(recipe).toEqual({
    model: 'a/b',
    prompt: 'a fox',
    parameters: { seed: 7 },
    files: { image: 'aa', images: ['bb', 'cc'] },
  });
  expect(recipeHash(recipe)).toBe(
    createHash('sha256')
      .update('{"files":{"image":"aa","images":["bb","cc"]},"model":"a/b","parameters":{"seed":7},"prompt":"a fox"}')
      .digest('hex'),
  );
});

test('a model without a prompt, or with one that is no text, keeps its parameters whole', () => {
  expect(recipeOf('a/b', { text: 'x' }, {})).toMatchObject({ prompt: null, parameters: { text: 'x' } });
  expect(recipeOf('a/b', { prompt: ['x'] }, {})).toMatchObject({ prompt: null, parameters: { prompt: ['x'] } });
});

test('everything that determines the image changes the hash, each change differently', () => {
  const base = { prompt: 'a fox', seed: 7 };
  const hashes = [
    recipeOf('a/b', base, {}),
    recipeOf('a/c', base, {}),
    recipeOf('a/b', { ...base, prompt: 'a fox ' }, {}),
    recipeOf('a/b', { ...base, seed: '7' }, {}),
    recipeOf('a/b', { ...base, seed: null }, {}),
    recipeOf('a/b', { prompt: 'a fox' }, {}),
    recipeOf('a/b', base, { image: file('aa') }),
    recipeOf('a/b', base, { image: [file('aa')] }),
    recipeOf('a/b', base, { image: file('ab') }),
  ].map(recipeHash);
  expect(new Set(hashes).size).toBe(hashes.length);
});
