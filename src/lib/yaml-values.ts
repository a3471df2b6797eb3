// Converts the YAML library's nodes to plain JSON values. Aliases are resolved here, in document order, because the library searches the whole document for each.
import { type Alias, isAlias, isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import { quoted } from './errors.ts';
import type { JsonValue } from './json.ts';
import { MAX_DEPTH } from './yaml-document.ts';

/** Including what aliases repeat. A manifest of 20,000 images has about 200,000 values. */
const MAX_VALUES = 500_000;

class TooMuch extends Error {}

/** The nodes of aliases. */
export interface Aliases {
  readonly anchors: Map<string, Node>;
  readonly targets: Map<Alias, Node>;
}

export type ReportProblem = (node: Node | null, message: string) => void;

/** null if there is too much. */
export function jsonOf(root: Node | null, aliases: Aliases, problem: ReportProblem): { value: JsonValue } | null {
  const { anchors, targets } = aliases;
  let values = 0;
  try {
    return { value: json(root, null, 0) };
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    return null;
  }

  /** `name`: of the key of the value; null at the root. */
  function json(node: Node | null, name: string | null, depth: number): JsonValue {
    values += 1;
    if (values > MAX_VALUES || depth > MAX_DEPTH) {
      const limit = depth > MAX_DEPTH ? `nested at most ${MAX_DEPTH} deep` : `at most ${MAX_VALUES} values`;
      problem(node, `must have ${limit}; each alias counts as everything that it repeats`);
      throw new TooMuch();
    }
    if (node === null) return null;
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target === undefined) {
        problem(node, `there is no anchor &${node.source} before this alias`);
        return null;
      }
      targets.set(node, target);
      return json(target, name, depth);
    }
    if (node.anchor !== undefined) anchors.set(node.anchor, node);
    if (isMap<Node, Node | null>(node)) return mapping(node.items, depth);
    if (isSeq<Node>(node)) return node.items.map((item) => json(item, name, depth + 1));
    if (isScalar(node)) return scalar(node.value, name, (message) => problem(node, message));
    throw new Error('the document holds something that is neither mapping, list nor scalar');
  }

  function mapping(pairs: readonly Pair<Node, Node | null>[], depth: number): JsonValue {
    const seen = new Map<string, JsonValue>();
    for (const { key, value } of pairs) {
      const name = keyText(key, aliases);
      if (name === null) problem(key, 'keys must be text: put this one in quotes');
      else if (name === '<<' && isScalar(key) && key.type === 'PLAIN')
        problem(key, 'merge keys (`<<`) are not supported: write out the keys');
      else {
        if (seen.has(name)) problem(key, `duplicate key ${quoted(name)}: remove one of them`);
        seen.set(name, json(value, name, depth + 1));
      }
    }
    return Object.fromEntries(seen);
  }
}

/** As written: `1.0` and `0x1F` are different keys than 1 and 31. null if there is none, or it is not text. */
export function keyText(key: Node | null, { anchors }: Aliases): string | null {
  const node = isAlias(key) ? (anchors.get(key.source) ?? null) : key;
  if (!isScalar(node)) return null;
  if (node.anchor !== undefined) anchors.set(node.anchor, node);
  return node.value === null ? null : (node.source ?? null);
}

/** `name`: as for `json`. */
function scalar(value: unknown, name: string | null, problem: (message: string) => void): JsonValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value !== 'number') throw new Error('the schema gave a value that JSON has not');
  const called = (): string => (name === null ? 'it' : quoted(name));
  if (!Number.isFinite(value))
    problem(`must hold finite numbers, but ${called()} is ${value}; if it is text, put it in quotes`);
  else if (Number.isInteger(value) && !Number.isSafeInteger(value))
    problem(
      `must hold whole numbers below 2^53, but ${called()} is larger and would be rounded; if it is text, put it in quotes`,
    );
  return value;
}
