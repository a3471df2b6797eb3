// The body of a request that runs a graph: the graph with its overrides, or the overrides alone, and all files in them.
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
  // Overrides of a saved graph go alone; without any, what the deployment has saved runs as it is.
  if (workflow === null) return filled.length === 0 ? {} : requestBody(null, filled);
  return requestBody(graph, filled);
}
