// `{name}` in the texts of a manifest: `{{` and `}}` are literal braces, and a value that is one placeholder keeps the type of its variable.
import { quoted } from './errors.ts';
import type { JsonValue } from './json.ts';
import { nearest } from './nearest.ts';

export type Variables = ReadonlyMap<string, JsonValue>;

/** Why a text cannot be filled, as a clause. */
export class PlaceholderFault extends Error {}

const TOKEN = /\{\{|\}\}|\{([A-Za-z_][\w-]*)\}|[{}]/g;
const ONE_PLACEHOLDER = /^\{([A-Za-z_][\w-]*)\}$/;
export const VARIABLE = /^[A-Za-z_][\w-]*$/;

/** The placeholder for the number of a file within its id. */
export const INDEX = 'index';

/** Throws PlaceholderFault. */
export function fillText(text: string, variables: Variables): string {
  return fill(text, variables, null);
}

/**
 * The same, but `{index}` stays, and literal braces stay doubled. The result is a template again.
 * Throws PlaceholderFault.
 */
export function fillOutput(text: string, variables: Variables): string {
  return fill(text, variables, INDEX);
}

/** An output with the number of the file instead of `{index}`. */
export function outputPath(output: string, index: number | string): string {
  return fillText(output, new Map([[INDEX, index]]));
}

/** Whether each index has its own path. */
export function hasIndex(output: string): boolean {
  return outputPath(output, 1) !== outputPath(output, 2);
}

/** Texts at any depth. Throws PlaceholderFault. */
export function fillValue(value: JsonValue, variables: Variables): JsonValue {
  if (typeof value === 'string') {
    const [, name] = ONE_PLACEHOLDER.exec(value) ?? [];
    return name === undefined ? fillText(value, variables) : variable(name, value, variables);
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: JsonValue) => fillValue(item, variables));
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, fillValue(member, variables)]));
}

function fill(text: string, variables: Variables, kept: string | null): string {
  if (!/[{}]/.test(text) && kept === null) return text;
  return text.replace(TOKEN, (token: string, name: string | undefined) => {
    if (token === '{{' || token === '}}') return kept === null ? token.charAt(0) : token;
    if (name === undefined) {
      throw new PlaceholderFault(
        `a single \`${token}\` in ${quoted(text)}: write \`${token}${token}\` for a literal brace`,
      );
    }
    if (name === kept) return token;
    const value = variable(name, text, variables);
    if (typeof value === 'object') {
      throw new PlaceholderFault(
        `{${name}} is ${value === null ? 'null' : Array.isArray(value) ? 'a list' : 'a mapping'}, which must be the whole value of a parameter, not part of ${quoted(text)}`,
      );
    }
    const filled = String(value);
    return kept === null ? filled : filled.replace(/[{}]/g, '$&$&');
  });
}

function variable(name: string, text: string, variables: Variables): JsonValue {
  const value = variables.get(name);
  if (value !== undefined) return value;
  if (name === INDEX) throw new PlaceholderFault(`{${INDEX}} is allowed only in \`output\`, not in ${quoted(text)}`);
  const meant = nearest(name, variables.keys());
  const known = [...variables.keys()].map((key) => `{${key}}`).join(' ');
  const advice =
    meant !== null
      ? `did you mean {${meant}}?`
      : known === ''
        ? `the image has no \`matrix\`; write {{${name}}} for literal braces`
        : `known placeholders are ${known}; write {{${name}}} for literal braces`;
  throw new PlaceholderFault(`unknown placeholder {${name}} in ${quoted(text)}: ${advice}`);
}
