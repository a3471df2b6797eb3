// YAML or JSON text to plain JSON values, with the place of each: bounded against bombs, every problem on its line.
import type { Alias, CST, Document, Node, Pair } from 'yaml';
import { quoted } from './errors.ts';
import type { JsonValue } from './json.ts';

/** Of a character in a text, both from 1, as annotations count. */
export interface SourceLocation {
  readonly line: number;
  readonly column: number;
}

export interface SourceProblem extends SourceLocation {
  /** One clause without full stop, with what to write instead. */
  readonly message: string;
}

/** In the order of the text. */
export function inOrder(problems: readonly SourceProblem[]): readonly SourceProblem[] {
  return problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
}

export type Path = readonly (string | number)[];

export interface Source {
  readonly value: JsonValue;
  /** Of the value at `path`, or of the nearest thing around it that is there. */
  locationOf(path: Path): SourceLocation;
  /** Of the key that ends `path`. */
  placeOfKey(path: Path): SourceLocation;
}

export interface ReadSource {
  /** null: too broken to go on. */
  readonly source: Source | null;
  readonly problems: readonly SourceProblem[];
}

const DEEPEST = 64;
/** With what aliases repeat. A manifest of 20,000 images has about 200,000 values. */
const MAX_VALUES = 500_000;
/** A broken text may have an error at every character. */
const MAX_SYNTAX_ERRORS = 20;
/** The library's code for a tag that its schema does not have. */
const TAG = 'TAG_RESOLVE_FAILED';

class TooMuch extends Error {}

export async function readSource(text: string): Promise<ReadSource> {
  const { Composer, Lexer, LineCounter, Parser, isAlias, isMap, isScalar, isSeq } = await import('yaml');
  const lines = new LineCounter();
  const problems: SourceProblem[] = [];
  const placeAt = (offset: number): SourceLocation => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const placeOfNode = (node: Node | null): SourceLocation => placeAt(node?.range?.[0] ?? 0);

  const document = parsed();
  if (document === null) return { source: null, problems };
  const faults = [...document.errors, ...document.warnings];
  for (const { code, message, pos } of faults.slice(0, MAX_SYNTAX_ERRORS)) {
    const said = code === TAG ? tagFault(text.slice(...pos)) : `not valid YAML or JSON: ${oneLine(message)}`;
    problems.push({ ...placeAt(pos[0]), message: said });
  }
  // What has a tag can be judged all the same.
  if (problems.length > faults.length || faults.some(({ code }) => code !== TAG)) return { source: null, problems };

  // Aliases are resolved here, in document order: the library looks through the whole document for each of them.
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  let values = 0;
  const root: Node | null = document.contents;
  try {
    return { source: { value: json(root, null, 0), locationOf, placeOfKey }, problems };
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    return { source: null, problems };
  }

  // As the library's parseDocument does, but it would go on for minutes through brackets that are never closed.
  function parsed(): Document.Parsed | null {
    try {
      // Said outright, so that neither a tag nor a %YAML directive of the text brings dates, sets and bytes, which JSON has not.
      const plain = { schema: 'core', resolveKnownTags: false };
      const composer = new Composer({ ...plain, prettyErrors: false, uniqueKeys: false });
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

  /** `name`: of the key that the value stands under; null at the root. */
  function json(node: Node | null, name: string | null, depth: number): JsonValue {
    values += 1;
    if (values > MAX_VALUES || depth > DEEPEST) {
      const limit = depth > DEEPEST ? `nested at most ${DEEPEST} deep` : `at most ${MAX_VALUES} values`;
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
      return json(target, name, depth);
    }
    if (node.anchor !== undefined) anchors.set(node.anchor, node);
    if (isMap<Node, Node | null>(node)) return mapping(node.items, depth);
    if (isSeq<Node>(node)) return node.items.map((item) => json(item, name, depth + 1));
    if (isScalar(node)) return scalar(node.value, name, node);
    throw new Error('the document holds something that is neither mapping, list nor scalar');
  }

  function mapping(pairs: readonly Pair<Node, Node | null>[], depth: number): JsonValue {
    const seen = new Map<string, JsonValue>();
    for (const { key, value } of pairs) {
      const name = keyText(key);
      if (name === null) problem(key, 'a key must be text; quote it if it is meant so');
      else if (name === '<<' && isScalar(key) && key.type === 'PLAIN')
        problem(key, 'merge keys (`<<`) are not read: write out the keys that it would add');
      else {
        if (seen.has(name)) problem(key, `key ${quoted(name)} stands here twice: remove one of them`);
        seen.set(name, json(value, name, depth + 1));
      }
    }
    return Object.fromEntries(seen);
  }

  /** As it is written: `1.0` and `0x1F` are other keys than 1 and 31. null where there is none, or no text. */
  function keyText(key: Node | null): string | null {
    if (isAlias(key)) return keyText(anchors.get(key.source) ?? null);
    if (!isScalar(key)) return null;
    if (key.anchor !== undefined) anchors.set(key.anchor, key);
    return key.value === null ? null : (key.source ?? null);
  }

  function scalar(value: unknown, name: string | null, node: Node): JsonValue {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value !== 'number') throw new Error('the schema gave a value that JSON has not');
    const called = (): string => (name === null ? 'it' : quoted(name));
    if (!Number.isFinite(value))
      problem(node, `must hold finite numbers, but ${called()} is ${value}; quote it if it is text`);
    else if (Number.isInteger(value) && !Number.isSafeInteger(value))
      problem(
        node,
        `must hold whole numbers below 2^53, but ${called()} is larger and would be rounded; quote it if it is text`,
      );
    return value;
  }

  function locationOf(path: Path): SourceLocation {
    let node: Node | null = root;
    for (const step of path) {
      const next = child(node, step)?.value ?? null;
      if (next === null) break;
      node = next;
    }
    return placeOfNode(node);
  }

  function placeOfKey(path: Path): SourceLocation {
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

function tagFault(tag: string): string {
  return `the tag ${quoted(tag)} is not read: write a text in quotes, a number, \`true\`, \`false\`, \`null\`, a list or a mapping`;
}

function oneLine(text: string): string {
  return (text.split('\n', 1)[0] ?? '').replace(/[.:]$/, '').slice(0, 200);
}
