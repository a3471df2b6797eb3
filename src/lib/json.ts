// JSON: its values, and guards for what comes from outside.

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** An object with unknown content. */
export type Json = Readonly<Record<string, unknown>>;

/** The value as an object with unknown members; null for anything else. */
export function jsonObject(value: unknown): Json | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}

/** null if it is not JSON, or not an object. */
export function parseJsonObject(text: string): Json | null {
  try {
    return jsonObject(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch {
    return null;
  }
}

/** The members of an object or array, last first, for walks with a stack. One at a time, because an output can be a list of a million numbers. Members of an array have no names. */
export function* membersBackwards(value: object): Generator<readonly [name: string, member: unknown]> {
  if (Array.isArray(value)) for (let n = value.length - 1; n >= 0; n--) yield ['', value[n]];
  else yield* Object.entries(value).reverse();
}
