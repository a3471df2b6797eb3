// Splits texts into words, to show which of them changed.

/** Written without spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** A word that white space follows ends with one space, so that joined words are the text again. */
export function wordsOf(text: string): string[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  return words.flatMap((word, n) => spaced(partsOf(word), n < words.length - 1));
}

/** A URL stays whole, so that a comment without URLs never shows a part of one. */
function partsOf(word: string): string[] {
  if (!UNSPACED.test(word) || word.includes('/')) return [word];
  return Array.from(new Intl.Segmenter('und', { granularity: 'word' }).segment(word), ({ segment }) => segment);
}

function spaced(parts: string[], isSpaceBehind: boolean): string[] {
  return isSpaceBehind ? parts.with(-1, `${parts.at(-1)} `) : parts;
}

export function textOf(words: readonly string[]): string {
  return words.join('').trimEnd();
}

export function isSameWord(a: string | undefined, b: string | undefined): boolean {
  return a?.trimEnd() === b?.trimEnd();
}

/** The number of words that two texts share at the start and at the end. */
export function sharedEnds(a: readonly string[], b: readonly string[]): readonly [start: number, end: number] {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && isSameWord(a[start], b[start])) start += 1;
  let end = 0;
  while (end < shorter - start && isSameWord(a.at(-1 - end), b.at(-1 - end))) end += 1;
  return [start, end];
}
