// The recipe: all that determines an image, and nothing that does not. Its hash is how paid requests and files are recognised again.
import { hash } from 'node:crypto';
import type { InputFiles } from '../inputs/files.ts';
import type { JsonObject, JsonValue } from '../lib/json.ts';

export interface Recipe {
  readonly model: string;
  /** null for models that take none. */
  readonly prompt: string | null;
  /** Every parameter that is sent, but for the prompt and input files. */
  readonly parameters: JsonObject;
  /** Parameter name to the SHA-256 of the file, or of each file of a list. */
  readonly files: JsonObject;
}

export function recipeOf(model: string, sent: JsonObject, files: InputFiles): Recipe {
  const { prompt, ...parameters } = sent;
  const text = typeof prompt === 'string' ? prompt : null;
  return {
    model,
    prompt: text,
    parameters: text === null ? sent : parameters,
    files: digestsOf(files),
  };
}

/** Parameter name to the SHA-256 of the file, or of each file of a list. */
export function digestsOf(files: InputFiles): JsonObject {
  return Object.fromEntries(
    Object.entries(files).map(([name, file]) => [
      name,
      'sha256' in file ? file.sha256 : file.map(({ sha256 }) => sha256),
    ]),
  );
}

/** SHA-256 of the recipe's canonical JSON, lower-case hexadecimal. */
export function recipeHash({ model, prompt, parameters, files }: Recipe): string {
  return hash('sha256', canonicalJson({ model, prompt, parameters, files }));
}

/** RFC 8785: no white space, members sorted by UTF-16 code units, strings and numbers as ECMAScript writes them. */
export function canonicalJson(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(',')}}`;
}
