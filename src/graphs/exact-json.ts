// Parses JSON without loss. A graph of a megabyte takes milliseconds, and texts that parsing would change are rejected.
import type { JsonObject, JsonValue } from '../lib/json.ts';

/** The same as in the YAML reader. */
const MAX_DEPTH = 64;

/** undefined if the text is not JSON, or has what a round trip would change: duplicate keys, or numbers that would be rounded. */
export function exactJson(text: string): JsonValue | undefined {
  const value = parsed(text);
  if (value === undefined) return undefined;
  const found = lookInto(value);
  if (found.depth > MAX_DEPTH || (found.hasLarge && hasRounded(text))) return undefined;
  // Every colon belongs to a key or is inside a string, so a missing colon means a duplicate key. Escaped colons are rejected, because they could hide one.
  return count(text, ':') === found.colons && !/\\u003a/i.test(text) ? value : undefined;
}

function parsed(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface Found {
  /** One for each key, plus the colons inside keys and strings. */
  colons: number;
  depth: number;
  /** Whether a number may have been rounded. */
  hasLarge: boolean;
}

function lookInto(value: JsonValue): Found {
  const found: Found = { colons: 0, depth: 0, hasLarge: false };
  const look = (one: JsonValue, depth: number): void => {
    if (typeof one === 'string') found.colons += count(one, ':');
    if (typeof one === 'number') found.hasLarge ||= Math.abs(one) > Number.MAX_SAFE_INTEGER;
    if (typeof one !== 'object' || one === null) return;
    found.depth = Math.max(found.depth, depth);
    if (depth > MAX_DEPTH) return;
    if (!isList(one)) for (const name of Object.keys(one)) found.colons += 1 + count(name, ':');
    for (const member of Object.values<JsonValue>(one)) look(member, depth + 1);
  };
  look(value, 1);
  return found;
}

function count(text: string, character: string): number {
  let times = 0;
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) times += 1;
  return times;
}

const TEXTS = /"[^"\\]*(?:\\.[^"\\]*)*"/g;

/** ComfyUI's seeds go up to 2^64-1, JavaScript's whole numbers to 2^53-1. Larger ones are fine if they are written back unchanged. */
function hasRounded(text: string): boolean {
  const numbers = text.replace(TEXTS, '').match(/-?\d[\d.eE+-]*/g) ?? [];
  return numbers.some((token) => {
    const value = Number(token);
    if (!Number.isFinite(value)) return true;
    return /^-?\d+$/.test(token) && !Number.isSafeInteger(value) && String(value) !== token;
  });
}

function isList(value: readonly JsonValue[] | JsonObject): value is readonly JsonValue[] {
  return Array.isArray(value);
}
