// The lock: how each image was made, and its files. Converts between its text and its data.

import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';
import { ActionError } from '../lib/errors.ts';
import { type JsonObject, type JsonValue, jsonObject } from '../lib/json.ts';
import { type Recipe, recipeHash, recipeJson } from '../tasks/recipe.ts';

export interface LockedOutput {
  /** Relative to the workspace, with `/`. */
  readonly path: string;
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

export interface LockEntry {
  readonly recipe_sha256: string;
  readonly recipe: Recipe;
  readonly request_id: string | null;
  /** The seed that was sent; null if the model chose one. */
  readonly seed: number | null;
  /** USD, as RunComfy reported it. */
  readonly cost: number | null;
  /** In the order of the request's output. */
  readonly outputs: readonly LockedOutput[];
  /** How many files of the request could not be downloaded yet. Only in the text if there are any. */
  readonly missing: number;
  /** The files were accepted as they are, so they are not those of the request. Only in the text if true. */
  readonly accepted: boolean;
}

/** By id. */
export type Lock = ReadonlyMap<string, LockEntry>;

/** The entry of an image that was made. `made`: an outcome, or an outcome combined with existing files. */
export function entryOf(
  {
    recipe,
    recipeHash: recipe_sha256,
    parameters,
  }: { readonly recipe: Recipe; readonly recipeHash: string; readonly parameters: JsonObject },
  made: {
    readonly requestId: string | null;
    readonly cost: number | null;
    readonly images: readonly LockedOutput[];
    readonly missing: number;
  },
): LockEntry {
  const { seed } = parameters;
  return {
    recipe_sha256,
    recipe,
    request_id: made.requestId,
    seed: typeof seed === 'number' ? seed : null,
    cost: made.cost,
    outputs: made.images.map(({ path, bytes, sha256: hash }) => ({ path, bytes, sha256: hash })),
    missing: made.missing,
    accepted: false,
  };
}

// Without a language, zod/mini only says "Invalid input".
z.config(en());

const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const mapping = z.custom<JsonObject>((value) => jsonObject(value) !== null);
const made = { prompt: z.nullable(z.string()), parameters: mapping, files: mapping };
const modelRecipe = z.strictObject({ model: z.string(), ...made });
const deploymentRecipe = z.strictObject({
  deployment: z.string(),
  workflow: z.nullable(sha256),
  overrides: mapping,
  ...made,
});
const entrySchema = z.strictObject({
  recipe_sha256: sha256,
  recipe: modelRecipe,
  request_id: z.nullable(z.string()),
  seed: z.nullable(z.number()),
  cost: z.nullable(z.number()),
  outputs: z.array(
    z.strictObject({
      path: z.string().check(z.minLength(1)),
      bytes: z.int().check(z.minimum(0)),
      sha256,
    }),
  ),
  missing: z.optional(z.int().check(z.minimum(1))),
  accepted: z.optional(z.literal(true)),
});

const deploymentEntrySchema = z.extend(entrySchema, { recipe: deploymentRecipe });

/** Chosen by the recipe, so that errors in it are about the right kind. */
function schemaFor(written: unknown): typeof entrySchema | typeof deploymentEntrySchema {
  const recipe = jsonObject(jsonObject(written)?.recipe) ?? {};
  return 'deployment' in recipe ? deploymentEntrySchema : entrySchema;
}

/** Throws ActionError `bad-input` if the text is not a lock. If it counted as empty, everything would be paid for again. */
export function parseLock(text: string, file: string): Lock {
  const broken = (what: string): ActionError =>
    new ActionError('bad-input', `${file} cannot be read: ${what}.`, {
      advice:
        'Nothing was sent to RunComfy. Restore the file from Git. If you delete it, every image is generated, and paid for, again.',
    });
  if (/^(<{7}|>{7}) /m.test(text)) throw broken('it contains merge conflict markers; keep the entries of both sides');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw broken(`it is not JSON (${error instanceof Error ? error.message : String(error)})`);
  }
  const lock = jsonObject(value);
  const images = jsonObject(lock?.images);
  if (lock === null || images === null) throw broken('it must have `version` and `images`');
  if (lock.version !== 1) throw broken('its `version` must be 1');
  const entries = new Map<string, LockEntry>();
  for (const [id, written] of Object.entries(images)) {
    const entry = schemaFor(written).safeParse(written);
    if (!entry.success) {
      const [issue] = entry.error.issues;
      throw broken(`${[id, ...(issue?.path ?? [])].map(String).join(' > ')}: ${issue?.message ?? 'is not an entry'}`);
    }
    if (hashOf(entry.data.recipe) !== entry.data.recipe_sha256)
      throw broken(`${id}: \`recipe_sha256\` is not the hash of \`recipe\``);
    const { missing = 0, accepted = false, ...known } = entry.data;
    entries.set(id, { ...known, missing, accepted });
  }
  return entries;
}

/** null if the recipe is nested too deeply. */
function hashOf(recipe: Recipe): string | null {
  try {
    return recipeHash(recipe);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Indented by two spaces, with sorted keys and without timestamps. */
export function lockText(lock: Lock): string {
  return joinEntries(new Map([...lock].map(([id, entry]) => [id, entryText(id, entry)])));
}

/** The lines of one entry within the lock. */
export function entryText(id: string, written: LockEntry): string {
  const { recipe_sha256, recipe, request_id, seed, cost, outputs, missing, accepted } = written;
  const entry = sorted({
    recipe_sha256,
    recipe: recipeJson(recipe),
    request_id,
    seed,
    cost,
    outputs: outputs.map(({ path, bytes, sha256: hash }) => ({ path, bytes, sha256: hash })),
    ...(missing > 0 ? { missing } : {}),
    ...(accepted ? { accepted } : {}),
  });
  // Line breaks inside texts are escaped, so all others belong to the layout.
  return `    ${JSON.stringify(id)}: ${JSON.stringify(entry, null, 2).replaceAll('\n', '\n    ')}`;
}

/** The whole text from the lines of its entries. */
export function joinEntries(entries: ReadonlyMap<string, string>): string {
  const ids = [...entries.keys()].sort();
  const lines = ids.map((id) => entries.get(id)).join(',\n');
  return `{\n  "images": {${lines === '' ? '' : `\n${lines}\n  `}},\n  "version": 1\n}\n`;
}

function sorted(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).sort(([a], [b]) => byCodeUnits(a, b));
  return Object.fromEntries(members.map(([key, member]) => [key, sorted(member)]));
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
