// Mappings that users write in YAML or JSON: types are kept, only JSON values are allowed, and all problems are reported together.
import type { JsonObject, JsonValue } from '../lib/json.ts';
import { inOrder, readSource, type SourceProblem } from '../lib/source.ts';
import { together } from './faults.ts';

/** Why a text is not a usable mapping, as a clause: "must be …". */
export class MappingError extends Error {}

/** Throws MappingError with line and column of every problem. */
export async function parseMapping(text: string): Promise<JsonObject> {
  const { source, problems } = await readSource(text);
  if (source === null || problems.length > 0)
    throw new MappingError(`must be a YAML or JSON mapping; ${together(inOrder(problems).map(placed))}`);
  if (!isMapping(source.value))
    throw new MappingError('must be a YAML or JSON mapping such as `style: ink` or `{"style": "ink"}`');
  return source.value;
}

function placed({ line, column, message }: SourceProblem): string {
  return `line ${line}, column ${column}: ${message}`;
}

function isMapping(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
