// docs/reliability.md and the fault tests have the same rows, in the same order.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { faultSections } from './faults/all.ts';
import type { Fault } from './helpers/faults.ts';

const text = await readFile(path.join(import.meta.dirname, '../docs/reliability.md'), 'utf8');

/** The rows of the table below a heading, each as its cells. */
function tableBelow(heading: string): readonly (readonly string[])[] {
  const [, section = ''] = text.split(`\n## ${heading}\n`);
  const [own = ''] = section.split('\n## ', 1);
  const lines = own.split('\n').filter((line) => line.startsWith('| '));
  return lines.slice(2).map((line) =>
    line
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim())
      .slice(1, -1),
  );
}

/** The same facts as the document writes them; what is said has words of its own. */
function cellsOf({ name, failures = [], kept, submits, unsettled = [], exitCode }: Fault): readonly string[] {
  const words = (list: readonly string[]): string => [...new Set(list)].map((word) => `\`${word}\``).join(' ');
  return [name, words(failures), String(kept), String(submits), words(unsettled), String(exitCode)];
}

test.each(faultSections)('%s: the table has the rows of the tests', (heading, faults) => {
  const rows = tableBelow(heading).map(([name, , ...facts]) => [name, ...facts]);
  expect(rows).toEqual(faults.map(cellsOf));
});

test.each(faultSections)('%s: the table quotes the real messages', (heading, faults) => {
  const quoted = new Map(tableBelow(heading).map(([name, said = '']) => [name, said.replaceAll('<br>', '\n')]));
  for (const { name, said } of faults) expect(quoted.get(name)).toMatch(said);
});

test('every fault has its own name', () => {
  const names = faultSections.flatMap(([, faults]) => faults.map(({ name }) => name));
  expect(names.filter((name, n) => names.indexOf(name) < n)).toEqual([]);
});
