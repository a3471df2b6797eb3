// What differs between the recipe that was locked and the one that is asked for: which parameter, which words of the prompt.

import { graphDifferences } from '../graphs/changes.ts';
import type { Graph } from '../graphs/graph.ts';
import { canonicalJson } from '../lib/canonical-json.ts';
import type { JsonObject, JsonValue } from '../lib/json.ts';
import type { Recipe } from '../tasks/recipe.ts';

/** A stretch of text that both recipes have, or only the old or the new one. */
export interface Piece {
  readonly text: string;
  readonly kind: 'same' | 'removed' | 'added';
}

/** One part of the recipe that is another one. */
export interface Difference {
  /** `model`, `deployment`, `workflow`, a node and its input, `prompt`, a parameter's name, or `files.` and the name of an input file's parameter. */
  readonly name: string;
  /** In order: without `added` it is the old text, without `removed` the new one. */
  readonly pieces: readonly Piece[];
}

/** Longest quotation, in characters. */
const MAX_SHOWN = 80;
const MAX_REASONS = 10;
/** Above this many pairs of words the middle of two prompts is compared as a whole. */
const MAX_COMPARED = 250_000;

/** Empty for equal recipes. `graph`: the one of now; null where it is not known. */
export function changesBetween(before: Recipe, after: Recipe, graph: Graph | null): readonly Difference[] {
  return [
    ...textChange('model', modelOf(before), modelOf(after)),
    ...textChange('deployment', deploymentOf(before), deploymentOf(after)),
    ...graphChanges(before, after, graph),
    ...(before.prompt === after.prompt ? [] : [{ name: 'prompt', pieces: promptPieces(before.prompt, after.prompt) }]),
    ...memberChanges('', before.parameters, after.parameters, JSON.stringify),
    ...memberChanges('files.', before.files, after.files, digest),
  ];
}

function textChange(name: string, before: string | null, after: string | null): readonly Difference[] {
  return before === after ? [] : [{ name, pieces: replaced(before, after) }];
}

function modelOf(recipe: Recipe): string | null {
  return 'model' in recipe ? recipe.model : null;
}

function deploymentOf(recipe: Recipe): string | null {
  return 'deployment' in recipe ? recipe.deployment : null;
}

function graphChanges(before: Recipe, after: Recipe, graph: Graph | null): readonly Difference[] {
  if ('model' in before || 'model' in after) return [];
  return graphDifferences(before, after, graph).map(({ name, before: was, after: now }) => ({
    name,
    pieces: replaced(was, now),
  }));
}

/** One line for each difference, such as `prompt: "dawn" → "dusk"`; at most ten. `inputPaths`: where the input files are now. */
export function reasonsOf(changes: readonly Difference[], inputPaths: JsonObject = {}): readonly string[] {
  const reasons = changes.flatMap(({ name, pieces }) => {
    const shown = name === 'prompt' ? quote : cut;
    const hunks = hunksIn(pieces);
    if (hunks.length === 0) return [`${name}: only white space changed`];
    return hunks.map(({ removed, added }) => {
      if (added === null) return `${name}: removed ${shown(removed ?? '')}`;
      const now = `${shown(added)}${shownPaths(name, inputPaths)}`;
      return removed === null ? `${name}: added ${now}` : `${name}: ${shown(removed)} → ${now}`;
    });
  });
  return reasons.length <= MAX_REASONS
    ? reasons
    : [...reasons.slice(0, MAX_REASONS - 1), `and ${reasons.length - MAX_REASONS + 1} more changes`];
}

/** A digest tells nobody which file it is. */
function shownPaths(name: string, inputPaths: JsonObject): string {
  const [, paths] = Object.entries(inputPaths).find(([parameter]) => name === `files.${parameter}`) ?? [];
  if (paths === undefined) return '';
  return `, in ${cut(
    [paths]
      .flat()
      .map((path) => JSON.stringify(path))
      .join(', '),
  )}`;
}

interface Hunk {
  readonly removed: string | null;
  readonly added: string | null;
}

/** What stands between two pieces that are the same is one hunk. */
function hunksIn(pieces: readonly Piece[]): readonly Hunk[] {
  const hunks: Hunk[] = [];
  let open: Hunk = { removed: null, added: null };
  const close = (): void => {
    if (open.removed !== null || open.added !== null) hunks.push(open);
    open = { removed: null, added: null };
  };
  for (const { kind, text } of pieces) {
    if (kind === 'same') close();
    else open = { ...open, [kind]: text };
  }
  close();
  return hunks;
}

function replaced(before: string | null, after: string | null): readonly Piece[] {
  return [
    ...(before === null ? [] : [{ text: before, kind: 'removed' } as const]),
    ...(after === null ? [] : [{ text: after, kind: 'added' } as const]),
  ];
}

function memberChanges(
  prefix: string,
  before: JsonObject,
  after: JsonObject,
  show: (value: JsonValue) => string,
): readonly Difference[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.flatMap((name) => {
    const [old, now] = [member(before, name), member(after, name)];
    // The lock sorts its keys, the manifest's author does not.
    if (old !== undefined && now !== undefined && canonicalJson(old) === canonicalJson(now)) return [];
    const text = (value: JsonValue | undefined): string | null => (value === undefined ? null : show(value));
    return [{ name: `${prefix}${name}`, pieces: replaced(text(old), text(now)) }];
  });
}

function member(object: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** Enough of a SHA-256 to tell two apart. */
function digest(value: JsonValue): string {
  return [value]
    .flat()
    .map((hash) => String(hash).slice(0, 8))
    .join(', ');
}

function quote(words: string): string {
  return `"${cut(words)}"`;
}

function cut(text: string): string {
  const characters = Array.from(text);
  return characters.length > MAX_SHOWN ? `${characters.slice(0, MAX_SHOWN - 1).join('')}…` : text;
}

/** Word by word. */
function promptPieces(before: string | null, after: string | null): readonly Piece[] {
  if (before === null || after === null) return replaced(before, after);
  const [old, now] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const [a, b] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
  const middle =
    a.length * b.length > MAX_COMPARED
      ? piecesOf([
          ['removed', a],
          ['added', b],
        ])
      : compared(a, b);
  return [
    ...piecesOf([['same', now.slice(0, start)]]),
    ...middle,
    ...piecesOf([['same', now.slice(now.length - end)]]),
  ];
}

function piecesOf(runs: readonly (readonly [Piece['kind'], readonly string[]])[]): readonly Piece[] {
  return runs.flatMap(([kind, words]) => (words.length === 0 ? [] : [{ kind, text: words.join(' ') }]));
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** Along the longest common subsequence of words. */
function compared(a: readonly string[], b: readonly string[]): readonly Piece[] {
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const removed: string[] = [];
    const added: string[] = [];
    const same: string[] = [];
    while ((i < a.length || j < b.length) && (i === a.length || j === b.length || a[i] !== b[j])) {
      if (j === b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) removed.push(a[i++] ?? '');
      else added.push(b[j++] ?? '');
    }
    for (; i < a.length && j < b.length && a[i] === b[j]; i++) same.push(b[j++] ?? '');
    pieces.push(
      ...piecesOf([
        ['removed', removed],
        ['added', added],
        ['same', same],
      ]),
    );
  }
  return pieces;
}
