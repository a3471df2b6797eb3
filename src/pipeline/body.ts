// The body of a request, including all files.
import { withFiles } from '../inputs/files.ts';
import type { JsonObject } from '../lib/json.ts';
import type { Task } from '../tasks/task.ts';

/** Throws ActionError `bad-input` for Git LFS pointers. */
export async function bodyOf({ deployment, parameters, files }: Task): Promise<JsonObject> {
  const order = deployment?.graph ?? null;
  if (order === null) return withFiles(parameters, files);
  const { graphBody } = await import('./graph-body.ts');
  return graphBody(order, files);
}
