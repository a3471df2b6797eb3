// The notes of a run besides its verdict: one warning per kind, with possible costs first.

export interface Note {
  /** Notes of one kind become one warning. */
  readonly kind: string;
  /** One or more sentences. */
  readonly text: string;
}

/** The kind for what may be billed, or was paid for and is missing. */
export const MAY_BE_BILLED = 'may-be-billed';

/** GitHub shows ten warnings per step, and the report, outputs, comment and post phase can have their own. */
const MAX_WARNINGS = 6;

/** The text of each warning, in order. */
export function warningsOf(notes: readonly Note[]): readonly string[] {
  const kinds = Map.groupBy(notes, ({ kind }) => kind);
  const first = kinds.get(MAY_BE_BILLED) ?? [];
  kinds.delete(MAY_BE_BILLED);
  const texts = [first, ...kinds.values()]
    .filter((ofKind) => ofKind.length > 0)
    .map((ofKind) => [...new Set(ofKind.map(({ text }) => text))].join('\n'));
  if (texts.length <= MAX_WARNINGS) return texts;
  return [...texts.slice(0, MAX_WARNINGS - 1), texts.slice(MAX_WARNINGS - 1).join('\n')];
}
