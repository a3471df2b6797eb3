// Compares the locked recipe with the current one: which parameter, and which words of the prompt have changed.

import { diffArrays } from 'diff/lib/diff/array.js';
import { graphDifferences } from '../graphs/changes.ts';
import type { Graph } from '../graphs/graph.ts';
import { canonicalJson } from '../lib/canonical-json.ts';
import type { JsonObject, JsonValue } from '../lib/json.ts';
import { isSameWord, sharedEnds, textOf, wordsOf } from '../lib/words.ts';
import type { Recipe } from '../tasks/recipe.ts';

/** A part of a text that both recipes have, or only the old or the new one. */
interface Piece {
  readonly text: string;
  readonly kind: 'same' | 'removed' | 'added';
}

/** One part of the recipe that has changed. */
export interface Difference {
  /** `model`, `deployment`, `workflow`, a node and its input, `prompt`, a parameter's name, or `files.` and the name of an input file's parameter. */
  readonly name: string;
  /** In order. Without the `added` ones, they are the old text; without the `removed` ones, the new text. */
  readonly pieces: readonly Piece[];
}

/** Longest quotation, in characters. */
const MAX_SHOWN = 80;
const MAX_REASONS = 10;
/** With more, it is a different prompt. The time for a comparison grows with the square of this. */
const MAX_CHANGED_WORDS = 200;

/** Empty for equal recipes. `graph`: the current one; null if not known. */
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

/** Shows paths, because a hash does not say which file has changed. */
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

/** Everything between two unchanged pieces is one hunk. */
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
    // The keys are sorted in the lock, but not in the manifest.
    if (old !== undefined && now !== undefined && canonicalJson(old) === canonicalJson(now)) return [];
    const text = (value: JsonValue | undefined): string | null => (value === undefined ? null : show(value));
    return [{ name: `${prefix}${name}`, pieces: replaced(text(old), text(now)) }];
  });
}

function member(object: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** The first characters of each SHA-256. */
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

/** Compared word by word. */
function promptPieces(before: string | null, after: string | null): readonly Piece[] {
  if (before === null || after === null) return replaced(before, after);
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const changes = diffArrays(old, now, { comparator: isSameWord, maxEditLength: MAX_CHANGED_WORDS });
  const runs =
    changes?.map(({ value, added, removed }) => [added ? 'added' : removed ? 'removed' : 'same', value] as const) ??
    middleReplaced(old, now);
  return runs.flatMap(([kind, words]) => (words.length === 0 ? [] : [{ kind, text: textOf(words) }]));
}

type Run = readonly [Piece['kind'], readonly string[]];

function middleReplaced(old: readonly string[], now: readonly string[]): readonly Run[] {
  const [start, end] = sharedEnds(old, now);
  return [
    ['same', now.slice(0, start)],
    ['removed', old.slice(start, old.length - end)],
    ['added', now.slice(start, now.length - end)],
    ['same', now.slice(now.length - end)],
  ];
}
