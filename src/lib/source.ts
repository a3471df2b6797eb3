// YAML or JSON text as plain JSON values, with the source location of each.
import type { JsonValue } from './json.ts';

/** Of a character in a text, both from 1, as annotations count. */
export interface SourceLocation {
  readonly line: number;
  readonly column: number;
}

export interface SourceProblem extends SourceLocation {
  /** One clause without full stop, with what to write instead. */
  readonly message: string;
}

/** In the order of the text. */
export function inOrder(problems: readonly SourceProblem[]): readonly SourceProblem[] {
  return problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
}

export type Path = readonly (string | number)[];

export interface Source {
  readonly value: JsonValue;
  /** Of the value at `path`, or of the nearest thing around it that is there. */
  locationOf(path: Path): SourceLocation;
  /** Of the key that ends `path`. */
  placeOfKey(path: Path): SourceLocation;
}

export interface ReadSource {
  /** null: too broken to go on. */
  readonly source: Source | null;
  readonly problems: readonly SourceProblem[];
}

/** Bounded against bombs; every problem has its location. */
export async function readSource(text: string): Promise<ReadSource> {
  const { readYaml } = await import('./yaml-source.ts');
  return readYaml(text);
}
