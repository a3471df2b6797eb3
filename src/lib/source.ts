// YAML or JSON text as plain JSON values, with the source location of each.
import type { JsonValue } from './json.ts';

/** The location of a character in a text, both from 1, as in annotations. */
export interface SourceLocation {
  readonly line: number;
  readonly column: number;
}

export interface SourceProblem extends SourceLocation {
  /** One clause without a full stop, with what to write instead. */
  readonly message: string;
}

/** In the order of the text. */
export function inOrder(problems: readonly SourceProblem[]): readonly SourceProblem[] {
  return problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
}

export type Path = readonly (string | number)[];

export interface Source {
  readonly value: JsonValue;
  /** The location of the value at `path`, or of the nearest existing parent. */
  locationOf(path: Path): SourceLocation;
  /** The location of the last key in `path`. */
  placeOfKey(path: Path): SourceLocation;
}

export interface ReadSource {
  /** null if the text cannot be read. */
  readonly source: Source | null;
  readonly problems: readonly SourceProblem[];
}

/** Limited against bombs. Every problem has a location. */
export async function readSource(text: string): Promise<ReadSource> {
  const { readYaml } = await import('./yaml-source.ts');
  return readYaml(text);
}
