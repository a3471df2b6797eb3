// The body of a request, with all files in it: the parameters, or a graph with its overrides.
import { nameOf, requestBody, withFiles as withFileValues } from '../graphs/overrides.ts';
import { dataUri, withFiles } from '../inputs/files.ts';
import type { JsonObject } from '../lib/json.ts';
import type { Task } from '../tasks/task.ts';

/** Throws ActionError `bad-input` for Git LFS pointers. */
export async function bodyOf({ deployment, parameters, files }: Task): Promise<JsonObject> {
  const order = deployment?.graph ?? null;
  if (order === null) return withFiles(parameters, files);
  const { workflow, graph, overrides, needed } = order;
  const contents = new Map<object, string>();
  for (const [name, own] of Map.groupBy(needed, nameOf)) {
    const read = [files[name] ?? []].flat();
    for (const [n, one] of own.entries()) {
      const file = read[n];
      if (file === undefined) throw new Error(`no file was read for ${name}`);
      contents.set(one, await dataUri(file));
    }
  }
  const filled = withFileValues(overrides, needed, (one) => contents.get(one) ?? '');
  // Overrides of a saved graph go alone; without any, what the deployment has saved runs as it is.
  if (workflow === null) return filled.length === 0 ? {} : requestBody(null, filled);
  return requestBody(graph, filled);
}
