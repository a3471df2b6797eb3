// Looks at tasks through the catalogue's eyes before they are paid for, free of charge. The schema is loose, so what it makes doubtful is a warning.
import { faultOfSize, type InputFile, placeFiles, stepsOf } from '../inputs/files.ts';
import { ActionError, quoted } from '../lib/errors.ts';
import { grouped } from '../lib/figures.ts';
import { type Json, jsonObject } from '../lib/json.ts';
import { nearest } from '../lib/nearest.ts';
import type { Note } from '../report/notes.ts';
import { type Catalogue, entryIn } from '../runcomfy/catalogue.ts';
import type { Task } from '../tasks/task.ts';
import { findingsOf } from './findings.ts';
import { schemaWithoutCall } from './known-schema.ts';

/**
 * What is doubtful, one kind a model and input. `catalogue`: null where nobody may be asked. Throws ActionError `bad-input` for files that are larger than
 * their parameter takes, and ServiceError for a refused token.
 */
export async function preflight(tasks: readonly Task[], catalogue: Catalogue | null): Promise<readonly Note[]> {
  const models = [
    ...Map.groupBy(
      tasks.filter(({ deployment }) => deployment === null),
      (task) => task.model,
    ),
  ];
  const looked = await Promise.all(
    models.map(async ([model, ofModel]) => ({ model, ofModel, ...(await lookUp(model, ofModel, catalogue)) })),
  );
  refuseTooLarge(looked);
  const severalIds = new Set(tasks.map(({ id }) => id)).size > 1;
  return looked.flatMap(({ model, ofModel, schema, unknown }) => {
    if (unknown !== null) return [{ kind: model, text: unknown }];
    return schema === null ? [] : notesOf(model, ofModel, schema, severalIds);
  });
}

interface Looked {
  /** null: nothing is known of its inputs. */
  readonly schema: Json | null;
  /** What to say of a model that the catalogue does not have; else null. */
  readonly unknown: string | null;
}

async function lookUp(model: string, tasks: readonly Task[], catalogue: Catalogue | null): Promise<Looked> {
  const own = schemaWithoutCall(model);
  const isOwn = own !== null && tasks.every((task) => sentBy(task).every((name) => hasInput(own, name)));
  if (isOwn || catalogue === null) return { schema: own, unknown: null };
  const entry = await catalogue.entry(model);
  if (entry !== 'unknown') return { schema: entryIn(entry)?.inputSchema ?? own, unknown: null };
  const text = `RunComfy's catalogue has no model ${model}${await suggestion(model, catalogue)} RunComfy refuses such a request, free of charge.`;
  return { schema: null, unknown: text };
}

function sentBy({ parameters, files }: Task): readonly string[] {
  return Object.keys(placeFiles(parameters, files, () => null));
}

function hasInput({ properties }: Json, name: string): boolean {
  return Object.hasOwn(jsonObject(properties) ?? {}, name);
}

/** The address of a model's page is spelled differently from its id: `flux-2-flex` for `flux-2/flex`. */
async function suggestion(model: string, catalogue: Catalogue): Promise<string> {
  const letters = (id: string): string => id.toLowerCase().replace(/[^a-z0-9]/g, '');
  const words = model.split(/[/_.-]/).filter((word) => word.length > 2);
  for (const search of [model.split('/')[1] ?? model, ...words]) {
    const found = await catalogue.search(search);
    const best =
      found.find((id) => letters(id) === letters(model)) ??
      found.find((id) => letters(id).startsWith(letters(model))) ??
      nearest(model, found);
    if (best !== null && best !== undefined) return `; did you mean ${best}?`;
  }
  return '. Copy the model_id from the API tab of the model on runcomfy.com.';
}

function notesOf(model: string, tasks: readonly Task[], schema: Json, severalIds: boolean): readonly Note[] {
  const found = tasks.flatMap((task) =>
    findingsOf(model, sentTo(task), schema).map((finding) => ({ ...finding, id: task.id })),
  );
  return [...Map.groupBy(found, ({ text }) => text)].map(([text, ofText]) => ({
    kind: `${model} ${ofText[0]?.input ?? ''}`,
    text: `${severalIds ? `${listed(new Set(ofText.map(({ id }) => id)))}: ` : ''}${text}`,
  }));
}

function sentTo({ parameters, files }: Task): Json {
  return placeFiles(parameters, files, ({ type }) => ({ $file: type ?? '' }));
}

const MAX_NAMES = 5;

function listed(names: ReadonlySet<string>): string {
  const more = names.size - MAX_NAMES;
  return `${[...names].slice(0, MAX_NAMES).join(', ')}${more > 0 ? ` and ${grouped(more)} more` : ''}`;
}

function refuseTooLarge(looked: readonly (Looked & { readonly ofModel: readonly Task[] })[]): void {
  const lines = looked.flatMap(({ ofModel, schema }) =>
    ofModel.flatMap(({ id, files }) =>
      Object.entries(files).flatMap(([key, file]) =>
        [file].flat().flatMap((one: InputFile) => {
          const fault = faultOfSize(one, schema === null ? null : limitOf(schema, stepsOf(key)));
          return fault === null ? [] : [`${id}: ${quoted(key)} ${fault}`];
        }),
      ),
    ),
  );
  const distinct = [...new Set(lines)];
  if (distinct.length === 0) return;
  const said = distinct.length === 1 ? distinct[0] : `\n${distinct.map((line) => `- ${line}`).join('\n')}`;
  throw new ActionError('bad-input', `Input files are too large: ${said}.`, { advice: 'Nothing was submitted.' });
}

/** MB below which a file must be; null where the schema names no limit. */
function limitOf(schema: Json, steps: readonly string[]): number | null {
  let property: Json | null = schema;
  for (const step of steps) {
    const inner = jsonObject(jsonObject(property?.properties)?.[step]);
    property = inner ?? (/^\d+$/.test(step) ? (jsonObject(property?.items) ?? property) : null);
  }
  const rules: readonly unknown[] = Array.isArray(property?.validations) ? property.validations : [];
  const limits = rules.flatMap((rule) => {
    const { validation_rule: name, validation_value: value } = jsonObject(rule) ?? {};
    return name === 'file_size_mb<' && typeof value === 'number' ? [value] : [];
  });
  return limits.length === 0 ? null : Math.min(...limits);
}
