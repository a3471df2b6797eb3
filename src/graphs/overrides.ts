// Overrides: which input of which node gets which value. Finds the nodes, fills placeholders once, and writes the values into a graph or a body.
import { quoted } from '../lib/errors.ts';
import type { JsonObject, JsonValue } from '../lib/json.ts';
import { fillValue, PlaceholderFault, type Variables } from '../lib/placeholders.ts';
import type { Path } from '../lib/source.ts';
import { didYouMean, type Fault, type Graph, isMapping, linkTarget, member, nodeWords } from './graph.ts';

export interface Override {
  /** The node's id. */
  readonly node: string;
  readonly input: string;
  /** Filled. Files are still `{ $file: path }`. */
  readonly value: JsonValue;
}

/** A file that is to be put into the value of an override. */
export interface NeededFile {
  readonly node: string;
  readonly input: string;
  /** Inside the value; empty if the file is the whole value. */
  readonly path: Path;
  /** As written, with placeholders filled. */
  readonly file: string;
  /** Inside the overrides as written, for problems. */
  readonly at: Path;
}

export interface ResolvedOverrides {
  /** Sorted by node and input, so that their order in the source makes no difference. */
  readonly overrides: readonly Override[];
  readonly needed: readonly NeededFile[];
  /** Names of the placeholders that were used. */
  readonly used: ReadonlySet<string>;
  /** Sentences about what is allowed, but should be known. */
  readonly notes: readonly string[];
  /** With paths inside the overrides as written. */
  readonly problems: readonly Fault[];
}

export interface Target {
  readonly node: string;
  readonly input: string;
}

/**
 * `variables`: `prompt` and `seed` if they are set, and those of a matrix. Their values are not scanned for placeholders.
 * `graph`: null if it is not known. Then nodes can only be named by id, and nothing is checked. `later`: it has not been looked up yet. Then titles are
 * taken as they are.
 */
export function resolveOverrides(
  given: JsonObject,
  variables: Variables,
  known: Graph | null | 'later',
): ResolvedOverrides {
  const graph = known === 'later' ? null : known;
  const found = new Map<string, Override>();
  const files: NeededFile[] = [];
  const used = new Set<string>();
  const notes: string[] = [];
  const problems: Fault[] = [];

  const add = (target: Target | string, written: JsonValue, at: Path): void => {
    if (typeof target === 'string') return void problems.push({ path: at, message: target });
    const place = JSON.stringify([target.node, target.input]);
    if (found.has(place)) {
      const words = `${quoted(target.input, 60)} of ${nodeWords(graph, target.node)}`;
      return void problems.push({ path: at, message: `input ${words} is overridden twice: remove one of them` });
    }
    for (const name of placeholdersIn(written)) used.add(name);
    try {
      const value = filled(written, variables);
      found.set(place, { ...target, value });
      for (const file of filesIn(value)) {
        if (file.name === null) problems.push({ path: [...at, ...file.path], message: FILE_FORM });
        else files.push({ ...target, path: file.path, file: file.name, at: [...at, ...file.path] });
      }
      if (graph !== null) judge(graph, target, value, at);
    } catch (error) {
      if (!(error instanceof PlaceholderFault)) throw error;
      problems.push({ path: at, message: error.message });
    }
  };

  function judge(known: Graph, target: Target, value: JsonValue, at: Path): void {
    const { message, note } = linkChange(known, target, value);
    if (message !== null) problems.push({ path: at, message });
    if (note !== null) notes.push(note);
  }

  for (const [key, value] of Object.entries(given)) {
    if (known === 'later' && isByTitle(key, value)) {
      add({ node: key, input: '' }, value, [key]);
      continue;
    }
    const own = isMapping(value) && isMapping(value.inputs) && Object.keys(value).length === 1 ? value.inputs : null;
    const node = own === null ? null : nodeOf(key, graph);
    if (own === null || node === null) {
      add(findInput(key, graph), value, [key]);
      continue;
    }
    for (const [input, one] of Object.entries(own)) {
      const path = [key, 'inputs', input];
      add('message' in node ? node.message : inputOf(node.id, input, graph), one, path);
    }
  }
  const overrides = [...found.values()].sort(compareTargets);
  return { overrides, needed: files, used, notes, problems };
}

/** Whether an override needs the titles of the graph. */
export function isByTitle(key: string, value: JsonValue): boolean {
  const isWhole = isMapping(value) && isMapping(value.inputs) && Object.keys(value).length === 1;
  return (isWhole || key.includes('.')) && !/^\d+(:\d+)*(\.|$)/.test(key);
}

/** How a value changes the links of a graph: a fault as a clause, and a note as a sentence. */
function linkChange(
  graph: Graph,
  { node, input }: Target,
  value: JsonValue,
): { readonly message: string | null; readonly note: string | null } {
  const now = linkTarget(value);
  const words = `input ${quoted(input, 60)} of ${nodeWords(graph, node)}`;
  const message =
    now === null || graph.nodes.has(now)
      ? null
      : `links ${words} to node ${quoted(now, 60)}, which the graph does not have${didYouMean(now, graph.nodes.keys())}`;
  const before = linkTarget(member(graph.nodes.get(node)?.inputs ?? {}, input));
  if (before === null || before === now) return { message, note: null };
  const instead = now === null ? 'the value replaces that link' : `it is now linked to ${nodeWords(graph, now)}`;
  const note = `An override changes ${words}, which the graph links to ${nodeWords(graph, before)}: ${instead}.`;
  return { message, note };
}

/** Checks overrides that were resolved without a graph against one that became known later. */
export function againstGraph(
  overrides: readonly Override[],
  graph: Graph,
): { readonly messages: readonly string[]; readonly notes: readonly string[] } {
  const messages: string[] = [];
  const notes: string[] = [];
  for (const { node, input, value } of overrides) {
    const target = graph.nodes.has(node) ? inputOf(node, input, graph) : noSuchNode(node, graph);
    if (typeof target === 'string') {
      messages.push(target);
      continue;
    }
    const { message, note } = linkChange(graph, target, value);
    if (message !== null) messages.push(message);
    if (note !== null) notes.push(note);
  }
  return { messages, notes };
}

const FILE_FORM = '`$file` must be the only key, with a path in the workspace: `{ $file: art/sketch.png }`';

/** What `node.input` names: the longest id before a dot, otherwise the longest title. A text is a clause that says why it names nothing. */
export function findInput(key: string, graph: Graph | null): Target | string {
  const dots = [...key.matchAll(/\./g)].map(({ index }) => index).reverse();
  if (dots.length === 0) return `${quoted(key)} must name a node and its input: ${exampleOf(key, graph)}`;
  for (const find of [byId, byTitle]) {
    for (const dot of dots) {
      const node = find(key.slice(0, dot), graph);
      if (node !== null) return 'message' in node ? node.message : inputOf(node.id, key.slice(dot + 1), graph);
    }
  }
  const named = key.slice(0, dots[0]);
  if (graph === null) {
    return `${quoted(named, 60)} is not a node id, and without the deployment's graph a title cannot be looked up: write the id, as in \`6.text\`, or give the graph as \`workflow\``;
  }
  return noSuchNode(named, graph);
}

function noSuchNode(named: string, graph: Graph): string {
  const known = [...graph.nodes.keys(), ...graph.titles.keys()];
  return `the graph has no node with the id or title ${quoted(named, 60)}${didYouMean(named, known) || `; it has ${someNodes(graph)}`}`;
}

type Found = { readonly id: string } | { readonly message: string };

function nodeOf(name: string, graph: Graph | null): Found | null {
  return byId(name, graph) ?? byTitle(name, graph);
}

function byId(name: string, graph: Graph | null): Found | null {
  const fits = graph === null ? /^\d+(:\d+)*$/.test(name) : graph.nodes.has(name);
  return fits ? { id: name } : null;
}

function byTitle(name: string, graph: Graph | null): Found | null {
  const ids = graph?.titles.get(name) ?? [];
  const [id] = ids;
  if (id === undefined) return null;
  if (ids.length === 1) return { id };
  const list = ids.slice(0, 5).map((one) => `\`${one}\``);
  return {
    message: `${quoted(name, 60)} is the title of ${ids.length} nodes: write the id of the one that you mean (${list.join(', ')}${ids.length > 5 ? ', ...' : ''})`,
  };
}

function inputOf(node: string, input: string, graph: Graph | null): Target | string {
  const inputs = graph?.nodes.get(node)?.inputs;
  if (inputs === undefined || Object.hasOwn(inputs, input)) return { node, input };
  const known = Object.keys(inputs);
  const list = known.slice(0, 12).map((name) => quoted(name, 60));
  const there = known.length === 0 ? '; it has none' : `; it has ${list.join(', ')}${known.length > 12 ? ', ...' : ''}`;
  return `${nodeWords(graph, node)} has no input ${quoted(input, 60)}${didYouMean(input, known) || there}`;
}

function exampleOf(key: string, graph: Graph | null): string {
  const node = nodeOf(key, graph);
  const inputs = node !== null && 'id' in node ? Object.keys(graph?.nodes.get(node.id)?.inputs ?? {}) : [];
  return inputs[0] === undefined ? 'such as `6.text` or `Prompt.text`' : `such as \`${key}.${inputs[0]}\``;
}

function someNodes(graph: Graph): string {
  const nodes = [...graph.nodes.values()];
  const list = nodes.slice(0, 8).map(({ id, title }) => (title === null ? id : `${id} (${quoted(title, 40)})`));
  return `${list.join(', ')}${nodes.length > 8 ? `, and ${nodes.length - 8} more` : ''}`;
}

const PLACEHOLDER = /\{\{|\}\}|\{([A-Za-z_][\w-]*)\}/g;

/** Names of the placeholders in the texts of a value. */
function placeholdersIn(value: JsonValue): readonly string[] {
  if (typeof value === 'string')
    return [...value.matchAll(PLACEHOLDER)].flatMap(([, name]) => (name === undefined ? [] : [name]));
  return typeof value === 'object' && value !== null ? Object.values<JsonValue>(value).flatMap(placeholdersIn) : [];
}

function filled(value: JsonValue, variables: Variables): JsonValue {
  for (const name of ['prompt', 'seed']) {
    if (variables.has(name) || !placeholdersIn(value).includes(name)) continue;
    throw new PlaceholderFault(
      `{${name}} stands for \`${name}\`, which is not given: give one, or write {{${name}}} for literal braces`,
    );
  }
  return fillValue(value, variables);
}

interface FoundFile {
  readonly path: Path;
  /** null if `$file` is used wrongly. */
  readonly name: string | null;
}

function filesIn(value: JsonValue, path: Path = []): readonly FoundFile[] {
  if (Array.isArray(value)) return value.flatMap((item: JsonValue, n) => filesIn(item, [...path, n]));
  if (!isMapping(value)) return [];
  if (!Object.hasOwn(value, '$file'))
    return Object.entries(value).flatMap(([name, one]) => filesIn(one, [...path, name]));
  const { $file: name } = value;
  const fits = typeof name === 'string' && name !== '' && Object.keys(value).length === 1;
  return [{ path, name: fits ? name : null }];
}

/** A mapping of `node.input` to a file, or a list of them, as overrides. */
export function fileOverrides(files: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(files).map(([key, file]) => [
      key,
      Array.isArray(file) ? file.map((one: JsonValue) => ({ $file: one })) : { $file: file },
    ]),
  );
}

/** The name of an input for people, lock and preview. */
export function nameOf({ node, input }: Target): string {
  return `${node}.${input}`;
}

/** A seed input of the graph, if every seed is a fixed number in the graph or an override; null if there is no seed, or one is drawn. */
export function fixedSeed(graph: Graph, overrides: readonly Override[]): Target | null {
  const overridden = new Map(overrides.map((one) => [nameOf(one), one.value]));
  const seeds = [...graph.nodes.values()].flatMap(({ id, inputs }) =>
    Object.entries(inputs)
      .filter(([input]) => input === 'seed' || input === 'noise_seed')
      .map(([input, given]) => {
        const target = { node: id, input };
        return { target, value: overridden.get(nameOf(target)) ?? given };
      }),
  );
  const isFixed = seeds.every(({ value }) => Number.isInteger(value) && Number(value) >= 0);
  return isFixed ? (seeds[0]?.target ?? null) : null;
}

/** The files by the name of their input: a path if it is the whole value, otherwise a list. */
export function pathsOf(needed: readonly NeededFile[]): JsonObject {
  return Object.fromEntries(
    [...Map.groupBy(needed, nameOf)].map(([name, own]) => {
      const [first] = own;
      const isWhole = own.length === 1 && first?.path.length === 0;
      return [name, isWhole ? first.file : own.map(({ file }) => file)];
    }),
  );
}

/** The overrides, with the result of `contentOf` (a data URI) in place of each file. */
export function withFiles(
  overrides: readonly Override[],
  files: readonly NeededFile[],
  contentOf: (file: NeededFile) => string,
): readonly Override[] {
  return overrides.map((override) => {
    const own = files.filter(({ node, input }) => node === override.node && input === override.input);
    return { ...override, value: own.reduce((value, file) => put(value, file.path, contentOf(file)), override.value) };
  });
}

function put(value: JsonValue, [step, ...rest]: Path, content: JsonValue): JsonValue {
  if (step === undefined) return content;
  if (Array.isArray(value)) return value.map((item: JsonValue, n) => (n === step ? put(item, rest, content) : item));
  if (!isMapping(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, name === step ? put(one, rest, content) : one]),
  );
}

/** The overrides without files: an input that is a file is left out, and inside a list or mapping it becomes null. */
export function withoutFiles(overrides: readonly Override[], files: readonly NeededFile[]): readonly Override[] {
  return overrides.flatMap((override) => {
    const own = files.filter(({ node, input }) => node === override.node && input === override.input);
    if (own.some(({ path }) => path.length === 0)) return [];
    return [{ ...override, value: own.reduce((value, { path }) => put(value, path, null), override.value) }];
  });
}

/** Returns a new graph. */
export function applyOverrides(graph: Graph, overrides: readonly Override[]): Graph {
  const nodes = new Map(graph.nodes);
  const changed = new Map<string, JsonValue>();
  for (const [id, own] of Map.groupBy(overrides, ({ node }) => node)) {
    const node = nodes.get(id);
    const written = member(graph.json, id);
    if (node === undefined || !isMapping(written)) throw new Error(`an override of node ${id}, which is not there`);
    const inputs = { ...node.inputs, ...Object.fromEntries(own.map(({ input, value }) => [input, value])) };
    nodes.set(id, { ...node, inputs });
    changed.set(id, { ...written, inputs });
  }
  // Object.entries keeps the order, and `__proto__` as an ordinary name.
  const json = Object.fromEntries(Object.entries(graph.json).map(([id, node]) => [id, changed.get(id) ?? node]));
  return { ...graph, json, nodes };
}

/** RunComfy's own form, by node id: `{"6": {"inputs": {"text": ...}}}`. */
export function byNode(overrides: readonly Override[]): JsonObject {
  return Object.fromEntries(
    [...Map.groupBy(overrides, ({ node }) => node)].map(([id, own]) => [
      id,
      { inputs: Object.fromEntries(own.map(({ input, value }) => [input, value])) },
    ]),
  );
}

/** The body to send: a graph of the repository with the overrides applied, or the overrides for the saved graph. */
export function requestBody(graph: Graph | null, overrides: readonly Override[]): JsonObject {
  return graph === null
    ? { overrides: byNode(overrides) }
    : { workflow_api_json: applyOverrides(graph, overrides).json };
}

/** Why a `prompt` or `seed` that no override uses is a problem, as a clause that shows how to use it. */
export function unusedPlaceholder(name: 'prompt' | 'seed', graph: Graph | null): string {
  const inputs = name === 'prompt' ? ['text', 'prompt', 'positive_prompt'] : ['seed', 'noise_seed'];
  const target = graph === null ? null : firstInput(graph, inputs);
  const where = target ?? (name === 'prompt' ? '6.text' : '3.seed');
  return `is used by no override: say where it goes in the graph, such as \`overrides: { "${where}": "{${name}}" }\` (a LoRA deployment takes \`parameters\` instead, which may be \`{}\`)`;
}

function firstInput(graph: Graph, names: readonly string[]): string | null {
  for (const { id, title, inputs } of graph.nodes.values()) {
    const input = names.find((name) => Object.hasOwn(inputs, name) && linkTarget(inputs[name]) === null);
    if (input === undefined) continue;
    const unique =
      title !== null && !/["`{}\\\n]/.test(title) && !graph.nodes.has(title) && graph.titles.get(title)?.length === 1;
    return `${unique ? title : id}.${input}`;
  }
  return null;
}

/** By node and input. */
export function compareTargets(a: Target, b: Target): number {
  return compareNodeIds(a.node, b.node) || (a.input < b.input ? -1 : a.input > b.input ? 1 : 0);
}

/** By number, part by part: `57:9` (a node of a subgraph) comes before `57:10`. Ids that are not numbers come last, alphabetically. */
export function compareNodeIds(a: string, b: string): number {
  const [left, right] = [a.split(':'), b.split(':')];
  for (let n = 0; n < Math.min(left.length, right.length); n++) {
    const order = comparePart(left[n] ?? '', right[n] ?? '');
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function comparePart(a: string, b: string): number {
  const numbers = [a, b].map((part) => (/^\d+$/.test(part) ? BigInt(part) : null));
  const [left, right] = numbers;
  if (typeof left === 'bigint' && typeof right === 'bigint' && left !== right) return left < right ? -1 : 1;
  if ((left === null) !== (right === null)) return left === null ? 1 : -1;
  return a < b ? -1 : a > b ? 1 : 0;
}
