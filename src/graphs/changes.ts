// Why a graph makes a different picture than before, in words: node title, input, old and new value.

import { canonicalJson } from '../lib/canonical-json.ts';
import { quoted } from '../lib/errors.ts';
import type { JsonObject, JsonValue } from '../lib/json.ts';
import { sharedEnds, textOf, wordsOf } from '../lib/words.ts';
import { type Graph, isMapping, member, nodeWords } from './graph.ts';
import { compareNodeIds } from './overrides.ts';

/** What determines a request to a deployment, as the lock keeps it. */
export interface GraphRecipe {
  /** `graphHash` of the file; null if the saved graph of the deployment is used. */
  readonly workflow: string | null;
  /** By node id, as `byNode` gives them. */
  readonly overrides: JsonObject;
}

interface InputChange {
  readonly node: string;
  readonly input: string;
  /** undefined: not overridden. */
  readonly before: JsonValue | undefined;
  readonly after: JsonValue | undefined;
}

/** Longest shown value, in characters. */
const MAX_SHOWN = 80;
/** Words shown on either side of a difference in a long text. */
const CONTEXT = 3;

/** In the order of the nodes. */
function inputChanges(before: JsonObject, after: JsonObject): readonly InputChange[] {
  const nodes = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(compareNodeIds);
  return nodes.flatMap((node) => {
    const [old, now] = [inputsOf(before, node), inputsOf(after, node)];
    const inputs = [...new Set([...Object.keys(old), ...Object.keys(now)])].sort();
    return inputs.flatMap((input) => {
      const change = { node, input, before: member(old, input), after: member(now, input) };
      return isSame(change.before, change.after) ? [] : [change];
    });
  });
}

/** One change, in words. Without `before`, it was added; without `after`, removed. */
export interface GraphDifference {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** `graph`: the current one, if known. */
export function graphDifferences(
  before: GraphRecipe,
  after: GraphRecipe,
  graph: Graph | null,
): readonly GraphDifference[] {
  const sameGraph = before.workflow === after.workflow;
  const own = ({ node, input }: InputChange): JsonValue | undefined =>
    member(graph?.nodes.get(node)?.inputs ?? {}, input);
  const changes = inputChanges(before.overrides, after.overrides).flatMap((change) => {
    // Without an override, the graph's own value counts, if it is the same graph.
    const was = change.before ?? (sameGraph ? own(change) : undefined);
    const now = change.after ?? own(change);
    if (isSame(was, now)) return [];
    const name = `${nodeWords(graph, change.node)}, ${quoted(change.input, 60).slice(1, -1)}`;
    return [{ name, ...shownPair(was, now) }];
  });
  return [...(sameGraph ? [] : [workflowDifference(before.workflow, after.workflow)]), ...changes];
}

/** One line per difference, such as `node 3 (KSampler), cfg: 6.5 → 5`. */
export function graphReasons(before: GraphRecipe, after: GraphRecipe, graph: Graph | null): readonly string[] {
  return graphDifferences(before, after, graph).map(({ name, before: was, after: now }) => {
    if (was === null) return `${name}: added ${now}`;
    return now === null ? `${name}: removed ${was}` : `${name}: ${was} → ${now}`;
  });
}

function workflowDifference(before: string | null, after: string | null): GraphDifference {
  const words = (hash: string | null): string =>
    hash === null ? 'the graph that the deployment has saved' : `graph ${hash.slice(0, 8)}`;
  return { name: 'workflow', before: words(before), after: words(after) };
}

function shownPair(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
): Pick<GraphDifference, 'before' | 'after'> {
  const [old, now] =
    typeof before === 'string' && typeof after === 'string' ? aroundDifference(before, after) : [before, after];
  return { before: old === undefined ? null : shown(old), after: now === undefined ? null : shown(now) };
}

/** The difference of two long texts with a few words around it, because their first eighty characters may be the same. */
function aroundDifference(before: string, after: string): readonly [string, string] {
  if (Math.max(before.length, after.length) <= MAX_SHOWN) return [before, after];
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const [same, end] = sharedEnds(old, now);
  const start = Math.max(0, same - CONTEXT);
  const rest = Math.max(0, end - CONTEXT);
  const part = (words: readonly string[]): string =>
    `${start > 0 ? '… ' : ''}${textOf(words.slice(start, words.length - rest))}${rest > 0 ? ' …' : ''}`;
  const [left, right] = [part(old), part(now)];
  // Only white space differs, or a single very long word.
  return left === right ? [before, after] : [left, right];
}

function shown(value: JsonValue): string {
  const text = JSON.stringify(value);
  const characters = Array.from(text.slice(0, MAX_SHOWN * 4));
  return characters.length > MAX_SHOWN ? `${characters.slice(0, MAX_SHOWN - 1).join('')}…` : text;
}

function inputsOf(overrides: JsonObject, node: string): JsonObject {
  const own = member(overrides, node);
  return isMapping(own) && isMapping(own.inputs) ? own.inputs : {};
}

function isSame(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return canonicalJson(a) === canonicalJson(b);
}
