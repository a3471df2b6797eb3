// The recipe: all that determines an image, and nothing that does not. Its hash is how paid requests and files are recognised again.
import { hash } from 'node:crypto';
import type { InputFiles } from '../inputs/files.ts';
import { canonicalJson } from '../lib/canonical-json.ts';
import type { JsonObject } from '../lib/json.ts';

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
    files: Object.fromEntries(
      Object.entries(files).map(([name, file]) => [
        name,
        'sha256' in file ? file.sha256 : file.map(({ sha256 }) => sha256),
      ]),
    ),
  };
}

/** SHA-256 of the recipe's canonical JSON, lower-case hexadecimal. */
export function recipeHash({ model, prompt, parameters, files }: Recipe): string {
  return hash('sha256', canonicalJson({ model, prompt, parameters, files }));
}
