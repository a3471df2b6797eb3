// YAML or JSON text to plain JSON values, with the place of each: bounded against bombs, every problem on its line.
import type { Alias, CST, Document, Node, Pair } from 'yaml';
import { type JsonValue, numberFault } from '../inputs/mapping.ts';
import type { ManifestProblem, Place } from './problems.ts';

export type Path = readonly (string | number)[];

export interface Source {
  readonly value: JsonValue;
  /** Of the value at `path`, or of the nearest thing around it that is there. */
  placeOf(path: Path): Place;
  /** Of the key that ends `path`. */
  placeOfKey(path: Path): Place;
}

export interface ReadSource {
  /** null: too broken to go on. */
  readonly source: Source | null;
  readonly problems: readonly ManifestProblem[];
}

const DEEPEST = 64;
/** With what aliases repeat. A manifest of 20,000 images has about 200,000 values. */
const MOST_VALUES = 500_000;
/** A broken text may have an error at every character. */
const MOST_SYNTAX_ERRORS = 20;

class TooMuch extends Error {}

export async function readSource(text: string): Promise<ReadSource> {
  const { Composer, Lexer, LineCounter, Parser, isAlias, isMap, isScalar, isSeq } = await import('yaml');
  const lines = new LineCounter();
  const problems: ManifestProblem[] = [];
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const placeOfNode = (node: Node | null): Place => placeAt(node?.range?.[0] ?? 0);

  const document = parsed();
  if (document === null) return { source: null, problems };
  const broken = [...document.errors, ...document.warnings].slice(0, MOST_SYNTAX_ERRORS);
  for (const { message, pos } of broken) {
    problems.push({ ...placeAt(pos[0]), message: `not valid YAML or JSON: ${oneLine(message)}` });
  }
  if (problems.length > 0) return { source: null, problems };

  // Aliases are resolved here, in document order: the library looks through the whole document for each of them.
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  let values = 0;
  const root: Node | null = document.contents;
  try {
    return { source: { value: json(root, 0), placeOf, placeOfKey }, problems };
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    return { source: null, problems };
  }

  // As the library's parseDocument does, but it would go on for minutes through brackets that are never closed.
  function parsed(): Document.Parsed | null {
    try {
      const composer = new Composer({ prettyErrors: false, uniqueKeys: false });
      const [document = null, second] = composer.compose(tokens(), true, text.length);
      if (second !== undefined) problem(second.contents, 'must be one document, without a second `---`');
      return document;
    } catch (error) {
      const said = error instanceof TooMuch ? error.message : oneLine(String(error));
      problems.push({ line: 1, column: 1, message: `not valid YAML or JSON: ${said}` });
      return null;
    }
  }

  function* tokens(): Generator<CST.Token> {
    const parser = new Parser(lines.addNewLine);
    lines.addNewLine(0);
    for (const lexeme of new Lexer().lex(text)) {
      yield* parser.next(lexeme);
      if (parser.stack.length > 4 * DEEPEST) throw new TooMuch('it is nested too deeply');
    }
    yield* parser.end();
  }

  function problem(node: Node | null, message: string): void {
    problems.push({ ...placeOfNode(node), message });
  }

  function json(node: Node | null, depth: number): JsonValue {
    values += 1;
    if (values > MOST_VALUES || depth > DEEPEST) {
      const limit = depth > DEEPEST ? `nested at most ${DEEPEST} deep` : `at most ${MOST_VALUES} values`;
      problem(node, `must have ${limit}; aliases count with all that they repeat`);
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
      return json(target, depth);
    }
    if (node.anchor !== undefined) anchors.set(node.anchor, node);
    if (isMap<Node, Node | null>(node)) return mapping(node.items, depth);
    if (isSeq<Node>(node)) return node.items.map((item) => json(item, depth + 1));
    if (isScalar(node)) return scalar(node.value, node);
    throw new Error('the document holds something that is neither mapping, list nor scalar');
  }

  function mapping(pairs: readonly Pair<Node, Node | null>[], depth: number): JsonValue {
    const seen = new Map<string, JsonValue>();
    for (const { key, value } of pairs) {
      const name = keyText(key);
      if (name === null) problem(key, 'keys must be plain text');
      else if (name === '<<') problem(key, 'merge keys (`<<`) are not read: use `defaults`, or write the keys out');
      else {
        if (seen.has(name)) problem(key, `key \`${name}\` stands here twice`);
        seen.set(name, json(value, depth + 1));
      }
    }
    return Object.fromEntries(seen);
  }

  function keyText(key: Node | null): string | null {
    if (isAlias(key)) return keyText(anchors.get(key.source) ?? null);
    if (!isScalar(key)) return null;
    if (key.anchor !== undefined) anchors.set(key.anchor, key);
    return String(key.value ?? '');
  }

  function scalar(value: unknown, node: Node): JsonValue {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value !== 'number') {
      problem(node, 'must be something that JSON can hold');
      return null;
    }
    const fault = numberFault(value, 'this');
    if (fault !== null) problem(node, fault);
    return value;
  }

  function placeOf(path: Path): Place {
    let node: Node | null = root;
    for (const step of path) {
      const next = child(node, step)?.value ?? null;
      if (next === null) break;
      node = next;
    }
    return placeOfNode(node);
  }

  function placeOfKey(path: Path): Place {
    let node: Node | null = root;
    for (const step of path.slice(0, -1)) node = child(node, step)?.value ?? null;
    return placeOfNode(child(node, path.at(-1) ?? '')?.key ?? node);
  }

  function child(parent: Node | null, step: string | number): { key: Node; value: Node | null } | null {
    const node = isAlias(parent) ? (targets.get(parent) ?? null) : parent;
    if (isMap<Node, Node | null>(node)) {
      return node.items.find(({ key }) => keyText(key) === String(step)) ?? null;
    }
    const item = isSeq<Node>(node) ? node.items[Number(step)] : undefined;
    return item === undefined ? null : { key: item, value: item };
  }
}

function oneLine(text: string): string {
  return (text.split('\n', 1)[0] ?? '').replace(/[.:]$/, '').slice(0, 200);
}
