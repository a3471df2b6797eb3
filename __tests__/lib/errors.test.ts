// Errors made for the reader, and what is found in those that were not.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ActionError, asActionError, causes, errorCodes, InputError, quoted } from '../../src/lib/errors.ts';
import { anyText } from '../helpers/text.ts';

test('the text is message and advice: in one line, or below a list', () => {
  expect(new ActionError('timeout', 'Too late.').text).toBe('Too late.');
  expect(new ActionError('timeout', 'Too late.', { advice: 'Wait.' }).text).toBe('Too late. Wait.');
  expect(new ActionError('timeout', 'Late:\n- a', { advice: 'Wait.' }).text).toBe('Late:\n- a\nWait.');
});

test('one problem is one sentence, several are a list, and each names input, value and rule', () => {
  const seed = { input: 'seed', value: 'x\ny', rule: 'must be a number' };
  const token = { input: 'api-token', value: null, rule: 'must be one word' };
  expect(new InputError([seed]).text).toBe('Input seed: got "x y", must be a number. Nothing was sent to RunComfy.');
  expect(new InputError([seed, token]).text).toBe(
    '2 inputs are invalid:\n- seed: got "x y", must be a number\n- api-token: must be one word\nNothing was sent to RunComfy.',
  );
  expect(new InputError([seed, token])).toMatchObject({ kind: 'bad-input', problems: [seed, token] });
});

test('a quotation is one short line', () => {
  expect(quoted(' a\r\n\tb ')).toBe('"a b"');
  expect(quoted('x'.repeat(121))).toBe(`"${'x'.repeat(120)}…"`);
  fc.assert(
    fc.property(anyText(), fc.integer({ min: 1, max: 50 }), (text, max) => {
      const quotation = quoted(text, max);
      expect(quotation).not.toMatch(/[\n\r\u2028\u2029]/);
      expect(Array.from(quotation).length).toBeLessThanOrEqual(max + 3);
      if (text.isWellFormed()) expect(quotation.isWellFormed()).toBe(true);
    }),
  );
});

test('errors for the reader stay unchanged; all others are internal, and say what was being done', () => {
  const made = new ActionError('refused', 'No.');
  expect(asActionError(made, 'Trying')).toBe(made);
  for (const [thrown, message] of [
    [new TypeError('x is not a function'), 'Trying: x is not a function'],
    [new RangeError(''), 'Trying: RangeError'],
    ['words', 'Trying: words'],
    [undefined, 'Trying: undefined'],
  ]) {
    expect(asActionError(thrown, 'Trying')).toMatchObject({ kind: 'internal', message, cause: thrown });
  }
});

test('codes are found in causes and aggregates, and cycles end', () => {
  const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
  const timeout = Object.assign(new Error('connect'), { code: 'ETIMEDOUT' });
  const both = new AggregateError([refused, timeout]);
  const outer = Object.assign(new Error('outer', { cause: both }), { code: 7 });
  refused.cause = outer;
  expect(errorCodes(outer)).toEqual(['ECONNREFUSED', 'ETIMEDOUT']);
  expect(causes(outer)).toHaveLength(4);
  expect(causes('words')).toEqual([]);
});
