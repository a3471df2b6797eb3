// Patterns for ids: `*` is any text, including `/`; `?` is one character.

/** Whether an id matches any of the patterns. */
export type IdFilter = (id: string) => boolean;

export function idFilter(patterns: readonly string[]): IdFilter {
  const exact = new Set(patterns);
  const wild = patterns.filter((pattern) => /[*?]/.test(pattern));
  return (id) => exact.has(id) || wild.some((pattern) => fits(pattern, id));
}

/** The ids that `only` selects; empty: all. */
export function chosenBy(only: readonly string[]): IdFilter {
  return only.length === 0 ? () => true : idFilter(only);
}

/** The patterns that match no id, probably because of a typo. */
export function idlePatterns(patterns: readonly string[], ids: readonly string[]): readonly string[] {
  return patterns.filter((pattern) => !ids.some(idFilter([pattern])));
}

// By hand, in at most (pattern × text) steps, because a regular expression with many stars takes exponential time.
function fits(pattern: string, text: string): boolean {
  let [p, t, star, resume] = [0, 0, -1, 0];
  while (t < text.length) {
    if (pattern[p] === '*') [star, resume, p] = [p, t, p + 1];
    else if (pattern[p] === '?' || pattern[p] === text[t]) [p, t] = [p + 1, t + 1];
    else if (star === -1) return false;
    else {
      resume += 1;
      [p, t] = [star + 1, resume];
    }
  }
  while (pattern[p] === '*') p += 1;
  return p === pattern.length;
}
