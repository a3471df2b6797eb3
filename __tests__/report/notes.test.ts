// Warnings as GitHub shows them: few, one per kind, money first.
import { expect, test } from '@jest/globals';
import { MAY_BE_BILLED, type Note, warningsOf } from '../../src/report/notes.ts';

const note = (kind: string, text = kind): Note => ({ kind, text });

test.each<{ name: string; notes: readonly Note[]; warnings: readonly string[] }>([
  { name: 'none', notes: [], warnings: [] },
  { name: 'one each', notes: [note('a'), note('b')], warnings: ['a', 'b'] },
  { name: 'one a kind', notes: [note('a', '1'), note('b'), note('a', '2')], warnings: ['1\n2', 'b'] },
  { name: 'the same words once', notes: [note('a', '1'), note('a', '1')], warnings: ['1'] },
  {
    name: 'what may be billed first',
    notes: [note('a'), note(MAY_BE_BILLED, 'request 7'), note('b'), note(MAY_BE_BILLED, 'request 8')],
    warnings: ['request 7\nrequest 8', 'a', 'b'],
  },
  {
    name: 'the rest together, where there are too many',
    notes: [...'abcdefgh'].map((kind) => note(kind)),
    warnings: ['a', 'b', 'c', 'd', 'e', 'f\ng\nh'],
  },
])('$name', ({ notes, warnings }) => {
  expect(warningsOf(notes)).toEqual(warnings);
});
