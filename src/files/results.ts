// The outputs of results for the report: complete, unless all of them together would be too large.
import { jsonObject, membersBackwards } from '../lib/json.ts';

/** Characters, over all results of a run. */
const MAX_KEPT = 64 * 1024 * 1024;
/** Deeper, `JSON.stringify` runs out of stack sooner or later. */
const DEEPEST = 100;
const LONG_TEXT = 1_000;
const SHORT_TEXT = 200;

/** Returns each output unchanged while there is room, then with long texts cut, and then only its size. */
export function keepOutputs(max = MAX_KEPT): (output: unknown) => unknown {
  let left = max;
  return (output) => {
    for (const candidate of [output, cut(output, 0)]) {
      const length = lengthOf(candidate, left);
      if (length === null) continue;
      left -= length;
      return candidate;
    }
    return 'This output was left out because the report would be too large.';
  };
}

/** Whether indentation would be mostly white space, and `JSON.stringify` could run out of stack. */
export function isDeep(output: unknown): boolean {
  return lengthOf(output, Number.POSITIVE_INFINITY) === null;
}

/** Its approximate length as JSON; null if that is above `max`, or if it is too deep. */
function lengthOf(root: unknown, max: number): number | null {
  let length = 0;
  const pending: { readonly value: unknown; readonly depth: number }[] = [{ value: root, depth: 0 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, depth } = next;
    length += typeof value === 'string' ? value.length + 2 : 8;
    if (length > max || depth > DEEPEST) return null;
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, member] of membersBackwards(value)) {
      length += Array.isArray(value) ? 0 : name.length + 4;
      pending.push({ value: member, depth: depth + 1 });
    }
  }
  return length;
}

function cut(value: unknown, depth: number): unknown {
  if (typeof value === 'string' && value.length > LONG_TEXT) {
    return `${value.slice(0, SHORT_TEXT)}… (${value.length - SHORT_TEXT} more characters were left out)`;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (depth === DEEPEST) return 'Deeper levels were left out.';
  if (Array.isArray(value)) return value.map((item: unknown) => cut(item, depth + 1));
  return Object.fromEntries(
    Object.entries(jsonObject(value) ?? {}).map(([name, member]) => [name, cut(member, depth + 1)]),
  );
}
