// Texts as words, to tell which of them changed.

/** Written without spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Each with one space behind it where white space follows: joined, they are the text again. */
export function wordsOf(text: string): string[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  return words.flatMap((word, n) => spaced(partsOf(word), n < words.length - 1));
}

/** An address stays whole, so that nobody sees a part of one that is left out of a comment. */
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

/** How many words two texts share at their start, and how many at their end. */
export function sharedEnds(a: readonly string[], b: readonly string[]): readonly [start: number, end: number] {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && isSameWord(a[start], b[start])) start += 1;
  let end = 0;
  while (end < shorter - start && isSameWord(a.at(-1 - end), b.at(-1 - end))) end += 1;
  return [start, end];
}
