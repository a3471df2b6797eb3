// A ComfyUI graph in API format as data: nodes by id, problems of a file with their location, and the hash that identifies a graph.
import { hash } from 'node:crypto';
import { canonicalJson } from '../lib/canonical-json.ts';
import { quoted } from '../lib/errors.ts';
import type { JsonObject, JsonValue } from '../lib/json.ts';
import { nearest } from '../lib/nearest.ts';
import { type Path, readSource, type SourceProblem } from '../lib/source.ts';
import { exactJson } from './exact-json.ts';

interface GraphNode {
  readonly id: string;
  readonly classType: string;
  /** The title in the editor (`_meta.title`); null if the export has none. */
  readonly title: string | null;
  readonly inputs: JsonObject;
}

export interface Graph {
  /** As sent, including `_meta`. */
  readonly json: JsonObject;
  readonly nodes: ReadonlyMap<string, GraphNode>;
  /** Title to the ids of the nodes that have it. */
  readonly titles: ReadonlyMap<string, readonly string[]>;
}

export interface ParsedGraph {
  /** null if there is a problem. */
  readonly graph: Graph | null;
  readonly problems: readonly SourceProblem[];
}

/** An error in a value of a document, as a clause without a full stop. */
export interface Fault {
  readonly path: Path;
  readonly message: string;
}

const HOW_TO_EXPORT =
  'in ComfyUI choose Workflow, Export (API) and commit that file (older versions: Save (API Format), after Enable Dev mode Options in the settings)';

/** The graph of a file. Never throws for any text: problems have a location. */
export async function parseGraph(text: string): Promise<ParsedGraph> {
  const exact = exactJson(text.replace(/^\uFEFF/, ''));
  const read = exact === undefined ? null : readGraph(exact);
  if (read?.graph) return { graph: read.graph, problems: [] };
  // Only this reader knows line numbers. It takes a second per megabyte, so it only runs if there is a problem.
  const { source, problems } = await readSource(text);
  if (source === null || (read === null && problems.length > 0)) return { graph: null, problems };
  const { graph, faults } = read ?? readGraph(source.value);
  return { graph, problems: faults.map(({ path, message }) => ({ ...source.locationOf(path), message })) };
}

/** A decoded value as a graph; null with faults if it is not one. */
export function readGraph(value: JsonValue): { readonly graph: Graph | null; readonly faults: readonly Fault[] } {
  const fault = faultOfWhole(value);
  if (fault !== null || !isMapping(value)) return { graph: null, faults: fault === null ? [] : [fault] };
  const faults: Fault[] = [];
  const nodes = new Map<string, GraphNode>();
  const titles = new Map<string, string[]>();
  for (const [id, written] of Object.entries(value)) {
    const node = readNode(id, written);
    if ('message' in node) {
      faults.push(node);
      continue;
    }
    nodes.set(id, node);
    if (node.title === null) continue;
    const same = titles.get(node.title);
    if (same === undefined) titles.set(node.title, [id]);
    else same.push(id);
  }
  const graph = { json: value, nodes, titles };
  // If a node could not be read, a link to it is not a second problem.
  if (faults.length === 0) faults.push(...deadLinks(graph));
  return { graph: faults.length === 0 ? graph : null, faults };
}

function faultOfWhole(value: JsonValue): Fault | null {
  if (!isMapping(value)) {
    const message = `must be a ComfyUI graph in API format, a mapping of node ids to nodes; ${HOW_TO_EXPORT}`;
    return { path: [], message };
  }
  if (Array.isArray(value.nodes) && (Array.isArray(value.links) || 'last_node_id' in value)) {
    return { path: [], message: `is a workflow in the editor's format, which cannot be run; ${HOW_TO_EXPORT}` };
  }
  for (const wrapper of ['prompt', 'workflow_api_json', 'output']) {
    const inner = member(value, wrapper);
    if (Object.keys(value).length > 3 || !isMapping(inner) || 'class_type' in inner) continue;
    if (!Object.values(inner).some((node) => isMapping(node) && 'class_type' in node)) continue;
    return { path: [wrapper], message: `must be the graph itself: here it is under \`${wrapper}\`` };
  }
  return Object.keys(value).length === 0
    ? { path: [], message: `must be a ComfyUI graph in API format, but it has no node; ${HOW_TO_EXPORT}` }
    : null;
}

function readNode(id: string, written: JsonValue): GraphNode | Fault {
  if (!isMapping(written))
    return { path: [id], message: `node ${quoted(id, 60)} must be a mapping with \`class_type\` and \`inputs\`` };
  const { class_type: classType, inputs } = written;
  if (typeof classType !== 'string' || classType === '')
    return { path: [id], message: `node ${quoted(id, 60)} must have a \`class_type\`, the name of its kind` };
  if (!isMapping(inputs))
    return { path: [id], message: `node ${quoted(id, 60)} must have \`inputs\`, a mapping of names to values` };
  const title = isMapping(written._meta) ? written._meta.title : null;
  return { id, classType, title: typeof title === 'string' && title !== '' ? title : null, inputs };
}

function deadLinks(graph: Graph): readonly Fault[] {
  const faults: Fault[] = [];
  for (const { id, inputs } of graph.nodes.values()) {
    for (const name of Object.keys(inputs)) {
      const target = linkTarget(inputs[name]);
      if (target === null || graph.nodes.has(target)) continue;
      const message = `input ${quoted(name, 60)} of ${nodeWords(graph, id)} is linked to node ${quoted(target, 60)}, which the graph does not have${didYouMean(target, graph.nodes.keys())}`;
      faults.push({ path: [id, 'inputs', name], message });
    }
  }
  return faults;
}

/** The node that a value is linked to, by ComfyUI's own rule; null if it is not a link. */
export function linkTarget(value: JsonValue | undefined): string | null {
  if (!Array.isArray(value) || value.length !== 2) return null;
  // Faster than a regular expression, for graphs with thousands of links.
  const target: JsonValue = value[0];
  const slot: JsonValue = value[1];
  return typeof target === 'string' && typeof slot === 'number' ? target : null;
}

/** A node as the editor shows it. */
export function nodeWords(graph: Graph | null, id: string): string {
  const title = graph?.nodes.get(id)?.title ?? graph?.nodes.get(id)?.classType;
  return title === undefined ? `node ${quoted(id, 60).slice(1, -1)}` : `node ${id} (${quoted(title, 60).slice(1, -1)})`;
}

export function didYouMean(word: string, known: Iterable<string>): string {
  const meant = nearest(word, known);
  return meant === null ? '' : `; did you mean ${quoted(meant, 60)}?`;
}

/** SHA-256 of the canonical JSON without `_meta`, because titles do not change the picture. */
export function graphHash({ json }: Graph): string {
  const meant = Object.entries(json).map(([id, node]) => {
    if (!isMapping(node) || !('_meta' in node)) return [id, node] as const;
    const { _meta, ...rest } = node;
    return [id, rest] as const;
  });
  return hash('sha256', canonicalJson(Object.fromEntries(meant)));
}

export function isMapping(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An own member: names come from outside, and can be `constructor`. */
export function member(object: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}
