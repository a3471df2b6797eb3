// Parses JSON without loss. A graph of a megabyte takes milliseconds, and texts that parsing would change are rejected.
import type { JsonObject, JsonValue } from '../lib/json.ts';

/** The same as in the YAML reader. */
const MAX_DEPTH = 64;

/** undefined if the text is not JSON, or has what a round trip would change: duplicate keys, or numbers that would be rounded. */
export function exactJson(text: string): JsonValue | undefined {
  const keys = countKeys(text);
  if (keys === null) return undefined;
  try {
    const value: JsonValue = JSON.parse(text);
    return keysIn(value) === keys ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The number of keys in the text; null if a number or the depth is not accepted. Does not check that it is JSON. */
function countKeys(text: string): number | null {
  const blank = /\s*/y;
  const number = /-?\d[\d.eE+-]*/y;
  let keys = 0;
  let depth = 0;
  for (let at = 0; at < text.length; ) {
    const character = text.charAt(at);
    if (character === '"') {
      blank.lastIndex = endOfString(text, at);
      blank.test(text);
      at = blank.lastIndex;
      if (text.charAt(at) === ':') keys += 1;
    } else if (character === '-' || (character >= '0' && character <= '9')) {
      number.lastIndex = at;
      const [token = character] = number.exec(text) ?? [];
      if (isChanged(token)) return null;
      at += token.length;
    } else {
      if (character === '{' || character === '[') depth += 1;
      else if (character === '}' || character === ']') depth -= 1;
      if (depth > MAX_DEPTH) return null;
      at += 1;
    }
  }
  return keys;
}

/** The position after the closing quote. */
function endOfString(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let backslashes = 0;
    while (text.charAt(quote - 1 - backslashes) === '\\') backslashes += 1;
    if (backslashes % 2 === 0) return quote + 1;
  }
  return text.length;
}

/** ComfyUI's seeds go up to 2^64-1, JavaScript's whole numbers to 2^53-1. Larger ones are fine if they are written back unchanged. */
function isChanged(token: string): boolean {
  const value = Number(token);
  if (!Number.isFinite(value)) return true;
  return /^-?\d+$/.test(token) && !Number.isSafeInteger(value) && String(value) !== token;
}

function keysIn(value: JsonValue): number {
  if (typeof value !== 'object' || value === null) return 0;
  let keys = isList(value) ? 0 : Object.keys(value).length;
  for (const member of Object.values<JsonValue>(value)) keys += keysIn(member);
  return keys;
}

function isList(value: readonly JsonValue[] | JsonObject): value is readonly JsonValue[] {
  return Array.isArray(value);
}
