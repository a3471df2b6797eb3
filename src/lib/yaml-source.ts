// Parses YAML or JSON into plain JSON values with source locations, through the YAML library. Only loaded if there is such a text.
import { isAlias, isMap, isSeq, LineCounter, type Node } from 'yaml';
import { quoted } from './errors.ts';
import type { ReadSource, Source, SourceLocation, SourceProblem } from './source.ts';
import { composeDocuments } from './yaml-document.ts';
import { type Aliases, jsonOf, keyText } from './yaml-values.ts';

/** A broken text can have an error at every character. */
const MAX_SYNTAX_ERRORS = 20;
/** The library's code for a tag that its schema does not have. */
const TAG = 'TAG_RESOLVE_FAILED';

type Locate = (node: Node | null) => SourceLocation;

export function readYaml(text: string): ReadSource {
  const lines = new LineCounter();
  const problems: SourceProblem[] = [];
  const locationAt = (offset: number): SourceLocation => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const locate: Locate = (node) => locationAt(node?.range?.[0] ?? 0);
  const problem = (node: Node | null, message: string): void => {
    problems.push({ ...locate(node), message });
  };

  let composed: ReturnType<typeof composeDocuments>;
  try {
    composed = composeDocuments(text, lines);
  } catch (error) {
    const said = oneLine(error instanceof Error ? error.message : String(error));
    return { source: null, problems: [{ line: 1, column: 1, message: `not valid YAML or JSON: ${said}` }] };
  }
  const { document, second } = composed;
  if (second !== null) problem(second.contents, 'must be one document, without a second `---`');
  if (document === null) return { source: null, problems };
  const faults = [...document.errors, ...document.warnings];
  for (const { code, message, pos } of faults.slice(0, MAX_SYNTAX_ERRORS)) {
    const said = code === TAG ? tagFault(text.slice(...pos)) : `not valid YAML or JSON: ${oneLine(message)}`;
    problems.push({ ...locationAt(pos[0]), message: said });
  }
  // The rest of the document can still be checked if it has a tag.
  if (second !== null || faults.some(({ code }) => code !== TAG)) return { source: null, problems };

  const aliases: Aliases = { anchors: new Map(), targets: new Map() };
  const read = jsonOf(document.contents, aliases, problem);
  return {
    source: read === null ? null : { value: read.value, ...locations(document.contents, aliases, locate) },
    problems,
  };
}

function locations(root: Node | null, aliases: Aliases, locate: Locate): Omit<Source, 'value'> {
  return {
    locationOf(path) {
      let node = root;
      for (const step of path) {
        const next = child(node, step)?.value ?? null;
        if (next === null) break;
        node = next;
      }
      return locate(node);
    },
    placeOfKey(path) {
      let node = root;
      for (const step of path.slice(0, -1)) node = child(node, step)?.value ?? null;
      return locate(child(node, path.at(-1) ?? '')?.key ?? node);
    },
  };

  function child(parent: Node | null, step: string | number): { key: Node; value: Node | null } | null {
    const node = isAlias(parent) ? (aliases.targets.get(parent) ?? null) : parent;
    if (isMap<Node, Node | null>(node)) {
      return node.items.find(({ key }) => keyText(key, aliases) === String(step)) ?? null;
    }
    const item = isSeq<Node>(node) ? node.items[Number(step)] : undefined;
    return item === undefined ? null : { key: item, value: item };
  }
}

function tagFault(tag: string): string {
  return `the tag ${quoted(tag)} is not supported: write quoted text, a number, \`true\`, \`false\`, \`null\`, a list or a mapping`;
}

function oneLine(text: string): string {
  return (text.split('\n', 1)[0] ?? '').replace(/[.:]$/, '').slice(0, 200);
}
