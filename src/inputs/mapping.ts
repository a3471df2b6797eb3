// Mappings that users write in YAML or JSON: types kept, nothing that JSON cannot say, bounded against bombs.

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** Why a text is not a usable mapping, as a clause: "must be …". */
export class MappingError extends Error {}

const DEEPEST = 64;
const MOST_VALUES = 100_000;

/** Throws MappingError with line and column where it can. */
export async function parseMapping(text: string): Promise<JsonObject> {
  const { parseDocument } = await import('yaml');
  let value: unknown;
  try {
    const document = parseDocument(text);
    const [error] = document.errors;
    if (error !== undefined) throw new MappingError(`must be a YAML or JSON mapping; ${oneLine(error.message)}`);
    value = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    if (error instanceof MappingError) throw error;
    const said =
      error instanceof RangeError
        ? 'it is nested too deeply'
        : oneLine(error instanceof Error ? error.message : String(error));
    throw new MappingError(`must be a YAML or JSON mapping; ${said}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new MappingError('must be a YAML or JSON mapping such as `style: ink` or `{"style": "ink"}`');
  }
  let values = 0;
  return object(value, 0);

  function object(source: object, depth: number): JsonObject {
    return Object.fromEntries(Object.entries(source).map(([key, member]) => [key, json(member, key, depth + 1)]));
  }

  function json(member: unknown, key: string, depth: number): JsonValue {
    values += 1;
    if (depth > DEEPEST || values > MOST_VALUES)
      throw new MappingError(`must have at most ${MOST_VALUES} values, nested at most ${DEEPEST} deep`);
    if (member === null || typeof member === 'string' || typeof member === 'boolean') return member;
    if (typeof member === 'number') return number(member, key);
    if (Array.isArray(member)) return member.map((item: unknown) => json(item, key, depth + 1));
    if (typeof member === 'object') return object(member, depth);
    throw new MappingError(`must hold only what JSON can hold, but ${JSON.stringify(key)} does not`);
  }
}

function number(value: number, key: string): number {
  const fault = numberFault(value, JSON.stringify(key));
  if (fault !== null) throw new MappingError(fault);
  return value;
}

/** Why a number would not arrive as it was written, as a clause: "must …"; null where it would. */
export function numberFault(value: number, what: string): string | null {
  if (!Number.isFinite(value)) return `must hold finite numbers, but ${what} is ${value}`;
  if (Number.isInteger(value) && !Number.isSafeInteger(value))
    return `must hold whole numbers below 2^53, but ${what} is larger and would be rounded; quote it if it is text`;
  return null;
}

function oneLine(text: string): string {
  return (text.split('\n', 1)[0] ?? '').replace(/:$/, '').slice(0, 200);
}
