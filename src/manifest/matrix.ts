// A matrix: how many combinations it has, found by multiplication, and what they are.

import { quoted } from '../lib/errors.ts';
import { counted, grouped } from '../lib/figures.ts';
import type { JsonValue } from '../lib/json.ts';
import { INDEX, VARIABLE, type Variables } from '../lib/placeholders.ts';
import type { SourceProblem } from '../lib/source.ts';
import type { Entry } from './parse.ts';

const MAX_IMAGES = 20_000;

type Matrix = Readonly<Record<string, readonly JsonValue[]>>;

/** Finds invalid variable names, and more images than allowed, before any image is built. */
export function matrixProblems(entries: readonly Entry[]): readonly SourceProblem[] {
  const problems: SourceProblem[] = [];
  let total = 0;
  for (const { image, locationOf } of entries) {
    for (const name of Object.keys(image.matrix ?? {})) {
      const fault =
        name === INDEX
          ? `{${INDEX}} is the number of a file within its id: choose another name for the variable`
          : VARIABLE.test(name)
            ? null
            : 'names must start with a letter or _, followed by letters, digits, _ or -';
      if (fault !== null)
        problems.push({ ...locationOf('matrix', name), message: `variable ${quoted(name)}: ${fault}` });
    }
    const count = combinationCount(image.matrix ?? {});
    const before = total;
    total += count;
    if (total > MAX_IMAGES && before <= MAX_IMAGES) {
      const made =
        count > MAX_IMAGES ? `this matrix makes ${figure(count)}` : `with this entry there are ${figure(total)}`;
      problems.push({
        ...locationOf('matrix'),
        message: `a manifest has at most ${counted(MAX_IMAGES, 'image')}, but ${made}: split it into several manifests`,
      });
    }
  }
  return problems;
}

function combinationCount(matrix: Matrix): number {
  return Object.values(matrix).reduce((product, values) => product * values.length, 1);
}

function figure(count: number): string {
  return count <= Number.MAX_SAFE_INTEGER ? grouped(count) : count.toExponential(1);
}

/** Every combination. The last variable changes fastest. Without a matrix, there is one combination without variables. */
export function combinations(matrix: Matrix): readonly Variables[] {
  let made: readonly (readonly (readonly [string, JsonValue])[])[] = [[]];
  for (const [name, values] of Object.entries(matrix)) {
    made = made.flatMap((left) => values.map((value) => [...left, [name, value] as const]));
  }
  return made.map((pairs) => new Map(pairs));
}
