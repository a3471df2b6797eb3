// Why a graph failed, in ComfyUI's own words: short, and with the title of the node.

import { type Graph, nodeWords } from '../graphs/graph.ts';
import { quoted } from '../lib/errors.ts';
import { type Json, jsonObject, parseJsonObject } from '../lib/json.ts';

const MAX_ERRORS = 20;
const MAX_NODES = 3;
const MAX_DEPTH = 6;
/** Longer texts are not worth reading. */
const MAX_PARSED = 1_000_000;

/** One line of at most 300 characters, without quotes; empty if there is no reason. `error`: this member of a result, of any shape. */
export function failureWords(error: unknown, graph: Graph | null): string {
  const found: string[] = [];
  for (const one of [error].flat().slice(0, MAX_ERRORS)) {
    const said = saidBy(one);
    const nodes = nodeReports(one, graph, 0);
    // The general message often repeats that of the node.
    const general = said !== '' && !nodes.some((report) => report.includes(said)) ? [said] : [];
    found.push([...general, ...nodes].join('; '));
  }
  const words = [...new Set(found.filter((text) => text !== ''))].join('; ');
  return words === '' ? '' : quoted(words, 300).slice(1, -1);
}

function saidBy(error: unknown): string {
  if (typeof error === 'string')
    return parseJsonObject(error) === null ? trimmed(error) : saidBy(parseJsonObject(error));
  const object = jsonObject(error);
  if (object === null) return '';
  for (const said of [
    object.error,
    object.error_message,
    object.message,
    object.exception_message,
    object.detail,
    object.msg,
  ]) {
    const text = typeof said === 'string' || jsonObject(said) !== null ? saidBy(said) : '';
    if (text !== '') return text;
  }
  const code = object.errorCode ?? object.error_code ?? object.type;
  return typeof code === 'string' || typeof code === 'number' ? trimmed(String(code)) : '';
}

/** Looks, at any depth, for `node_errors` of a refused graph, and for the node that failed. `debugInfo` can have them as text. */
function nodeReports(value: unknown, graph: Graph | null, depth: number): readonly string[] {
  if (depth > MAX_DEPTH) return [];
  if (typeof value === 'string') {
    const parsed = /^\s*\{/.test(value) && value.length <= MAX_PARSED ? parseJsonObject(value) : null;
    return parsed === null ? [] : nodeReports(parsed, graph, depth + 1);
  }
  if (Array.isArray(value))
    return value.slice(0, MAX_ERRORS).flatMap((item: unknown) => nodeReports(item, graph, depth + 1));
  const object = jsonObject(value);
  if (object === null) return [];
  const refused = jsonObject(object.node_errors);
  if (refused !== null && Object.keys(refused).length > 0) return refusedNodes(refused, graph);
  const broken = brokenNode(object, graph);
  if (broken !== null) return [broken];
  return Object.values(object).flatMap((member) => nodeReports(member, graph, depth + 1));
}

function refusedNodes(reports: Json, graph: Graph | null): readonly string[] {
  const entries = Object.entries(reports);
  const told = entries.slice(0, MAX_NODES).map(([id, report]) => {
    const { errors, class_type: classType } = jsonObject(report) ?? {};
    const said = (Array.isArray(errors) ? errors : [errors]).slice(0, 2).map((error: unknown) => {
      const { message, details } = jsonObject(error) ?? {};
      return [message, details]
        .flatMap((text) => (typeof text === 'string' && text !== '' ? [trimmed(text)] : []))
        .join(', ');
    });
    return `${named(id, classType, graph)}: ${said.filter((text) => text !== '').join('; ')}`;
  });
  return entries.length > MAX_NODES ? [...told, `and ${entries.length - MAX_NODES} more nodes`] : told;
}

function brokenNode(
  { node_id: id, node_type: type, exception_message: said, exception_type: kind }: Json,
  graph: Graph | null,
): string | null {
  if (typeof id !== 'string' && typeof id !== 'number') return null;
  const words = [said, kind].find((text) => typeof text === 'string' && text.trim() !== '');
  return typeof words === 'string' ? `${named(String(id), type, graph)}: ${trimmed(words)}` : null;
}

function named(id: string, classType: unknown, graph: Graph | null): string {
  if (graph?.nodes.has(id) || typeof classType !== 'string') return nodeWords(graph, id);
  return `${nodeWords(null, id)} (${quoted(classType, 60).slice(1, -1)})`;
}

/** It becomes part of our own sentence. */
function trimmed(text: string): string {
  return text.trim().replace(/\.$/, '');
}
