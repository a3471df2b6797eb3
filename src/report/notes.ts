// What a run has to say besides its verdict: one warning a kind, and what may cost money first.

export interface Note {
  /** Notes of one kind are one warning. */
  readonly kind: string;
  /** A sentence or more. */
  readonly text: string;
}

/** What may be billed, or was paid for and is not here. */
export const MAY_BE_BILLED = 'may-be-billed';

/** GitHub shows ten warnings of a step; report, outputs, comment and post phase may have some of their own. */
const MAX_WARNINGS = 6;

/** The text of each warning, in the order in which they are to be said. */
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
