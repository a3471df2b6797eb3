// What differs between the recipe that was locked and the one that is asked for, in words: which parameter, which words of the prompt.
import type { JsonObject, JsonValue } from '../inputs/mapping.ts';
import { canonicalJson, type Recipe } from '../recipe.ts';

/** Longest quotation, in characters. */
const MOST_SHOWN = 80;
const MOST_REASONS = 10;
/** Above this many pairs of words the middle of two prompts is compared as a whole. */
const MOST_COMPARED = 250_000;

/** One line for each difference, at most ten; empty for equal recipes. */
export function changesBetween(before: Recipe, after: Recipe): readonly string[] {
  const reasons: string[] = [];
  if (before.model !== after.model) reasons.push(`model: ${before.model} → ${after.model}`);
  reasons.push(...promptChanges(before.prompt, after.prompt));
  reasons.push(...memberChanges('', before.parameters, after.parameters, shown));
  reasons.push(...memberChanges('files.', before.files, after.files, digest));
  return reasons.length <= MOST_REASONS
    ? reasons
    : [...reasons.slice(0, MOST_REASONS - 1), `and ${reasons.length - MOST_REASONS + 1} more changes`];
}

function promptChanges(before: string | null, after: string | null): readonly string[] {
  if (before === after) return [];
  if (before === null || after === null) return [before === null ? 'prompt: added' : 'prompt: removed'];
  const hunks = wordChanges(before, after);
  if (hunks.length === 0) return ['prompt: only white space differs'];
  return hunks.map(({ removed, added }) => {
    if (removed === '') return `prompt: added ${quote(added)}`;
    return added === '' ? `prompt: removed ${quote(removed)}` : `prompt: ${quote(removed)} → ${quote(added)}`;
  });
}

function memberChanges(
  prefix: string,
  before: JsonObject,
  after: JsonObject,
  show: (value: JsonValue) => string,
): readonly string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.flatMap((name) => {
    const [old, now] = [member(before, name), member(after, name)];
    // The lock sorts its keys, the manifest's author does not.
    if (old !== undefined && now !== undefined && canonicalJson(old) === canonicalJson(now)) return [];
    if (old === undefined) return [`${prefix}${name}: added ${now === undefined ? '' : show(now)}`];
    if (now === undefined) return [`${prefix}${name}: removed ${show(old)}`];
    return [`${prefix}${name}: ${show(old)} → ${show(now)}`];
  });
}

function member(object: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

function shown(value: JsonValue): string {
  return cut(JSON.stringify(value));
}

/** Enough of a SHA-256 to tell two apart. */
function digest(value: JsonValue): string {
  return typeof value === 'string'
    ? value.slice(0, 8)
    : cut(
        [value]
          .flat()
          .map(String)
          .map((hash) => hash.slice(0, 8))
          .join(', '),
      );
}

function quote(words: string): string {
  return `"${cut(words)}"`;
}

function cut(text: string): string {
  const characters = Array.from(text);
  return characters.length > MOST_SHOWN ? `${characters.slice(0, MOST_SHOWN - 1).join('')}…` : text;
}

interface Hunk {
  readonly removed: string;
  readonly added: string;
}

/** Runs of words that were exchanged, in the order of the text. */
function wordChanges(before: string, after: string): readonly Hunk[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const [a, b] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
  if (a.length + b.length === 0) return [];
  if (a.length * b.length > MOST_COMPARED) return [{ removed: a.join(' '), added: b.join(' ') }];
  return hunksOf(a, b);
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** Along the longest common subsequence of words. */
function hunksOf(a: readonly string[], b: readonly string[]): readonly Hunk[] {
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const hunks: Hunk[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const removed: string[] = [];
    const added: string[] = [];
    while ((i < a.length || j < b.length) && (i === a.length || j === b.length || a[i] !== b[j])) {
      if (j === b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) removed.push(a[i++] ?? '');
      else added.push(b[j++] ?? '');
    }
    if (removed.length + added.length > 0) hunks.push({ removed: removed.join(' '), added: added.join(' ') });
    for (; i < a.length && j < b.length && a[i] === b[j]; i++) j++;
  }
  return hunks;
}
