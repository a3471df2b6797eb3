// The body of a request for a graph: the graph with its overrides, or only the overrides, including all files.
import { nameOf, requestBody, withFiles } from '../graphs/overrides.ts';
import { dataUri, type InputFiles } from '../inputs/files.ts';
import type { JsonObject } from '../lib/json.ts';
import type { GraphOrder } from '../tasks/deployment.ts';

/** Throws ActionError `bad-input` for Git LFS pointers. */
export async function graphBody(
  { workflow, graph, overrides, needed }: GraphOrder,
  files: InputFiles,
): Promise<JsonObject> {
  const contents = new Map<object, string>();
  for (const [name, own] of Map.groupBy(needed, nameOf)) {
    const read = [files[name] ?? []].flat();
    for (const [n, one] of own.entries()) {
      const file = read[n];
      if (file === undefined) throw new Error(`no file was read for ${name}`);
      contents.set(one, await dataUri(file));
    }
  }
  const filled = withFiles(overrides, needed, (one) => contents.get(one) ?? '');
  // For a saved graph, only the overrides are sent. Without any, it runs as saved.
  if (workflow === null) return filled.length === 0 ? {} : requestBody(null, filled);
  return requestBody(graph, filled);
}
