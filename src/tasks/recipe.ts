// The recipe: everything that determines an image, and nothing else. Its hash identifies paid requests and files.
import { hash } from 'node:crypto';
import type { InputFiles } from '../inputs/files.ts';
import { canonicalJson } from '../lib/canonical-json.ts';
import type { JsonObject } from '../lib/json.ts';

/** Of a request to a model. */
export interface ModelRecipe {
  readonly model: string;
  /** null for models that take none. */
  readonly prompt: string | null;
  /** Every parameter that is sent, except the prompt and input files. */
  readonly parameters: JsonObject;
  /** Parameter name to the SHA-256 of the file, or of each file of a list. */
  readonly files: JsonObject;
}

/** Of a request to a deployment: of a graph, or of a LoRA, which has parameters instead of workflow and overrides. */
export interface DeploymentRecipe {
  readonly deployment: string;
  /** `graphHash` of the file; null if the saved graph of the deployment is used. */
  readonly workflow: string | null;
  readonly prompt: string | null;
  /** By node id. Files are in `files`. */
  readonly overrides: JsonObject;
  readonly parameters: JsonObject;
  /** `node.input`, or a parameter's name, to the SHA-256 of the file, or of each file of a list. */
  readonly files: JsonObject;
}

export type Recipe = ModelRecipe | DeploymentRecipe;

export function recipeOf(model: string, sent: JsonObject, files: InputFiles): ModelRecipe {
  return { model, ...promptAndParameters(sent), files: digestsOf(files) };
}

export function promptAndParameters(sent: JsonObject): Pick<Recipe, 'prompt' | 'parameters'> {
  const { prompt, ...parameters } = sent;
  return typeof prompt === 'string' ? { prompt, parameters } : { prompt: null, parameters: sent };
}

/** What is hashed, and stored in the lock. */
export function recipeJson(recipe: Recipe): JsonObject {
  const { prompt, parameters, files } = recipe;
  if ('model' in recipe) return { model: recipe.model, prompt, parameters, files };
  const { deployment, workflow, overrides } = recipe;
  return { deployment, workflow, prompt, overrides, parameters, files };
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

/** SHA-256 of the recipe's canonical JSON, in lower-case hexadecimal. */
export function recipeHash(recipe: Recipe): string {
  return hash('sha256', canonicalJson(recipeJson(recipe)));
}
