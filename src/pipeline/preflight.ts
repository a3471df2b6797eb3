// Looks at jobs through the catalogue's eyes before they are paid for: an id that nobody knows stops the run, what the loose schema suggests is a warning.
import { ActionError, quoted } from '../lib/errors.ts';
import { grouped } from '../lib/figures.ts';
import { jsonObject } from '../lib/json.ts';
import type { Note } from '../report/notes.ts';
import type { Catalogue } from '../runcomfy/catalogue.ts';
import type { Task } from '../tasks/task.ts';

/** Throws ActionError `model-not-found` for models that RunComfy does not have. Returns what is doubtful, one kind a model and input. */
export async function preflight(tasks: readonly Task[], catalogue: Catalogue): Promise<readonly Note[]> {
  const found: Suspicion[] = [];
  const missing: string[] = [];
  const ofModels = tasks.filter(({ deployment }) => deployment === null);
  for (const [model, ofModel] of Map.groupBy(ofModels, (task) => task.model)) {
    const entry = await catalogue.entry(model);
    if (entry === 'unknown') missing.push(`RunComfy has no model ${model}${await suggestion(model, catalogue)}.`);
    else if (!(entry instanceof ActionError) && entry.inputSchema !== null) {
      for (const task of ofModel) found.push(...suspicions(task, entry.inputSchema));
    }
  }
  if (missing.length > 0) {
    throw new ActionError('model-not-found', missing.join('\n'), {
      advice: 'Nothing was submitted. Copy the model_id from the API tab of the model on runcomfy.com.',
    });
  }
  return [...Map.groupBy(found, ({ text }) => text)].map(([text, ofText]) => ({
    kind: ofText[0]?.about ?? '',
    text: `${listed(ofText.map(({ name }) => name))}: ${text}`,
  }));
}

interface Suspicion {
  /** Model and input. */
  readonly about: string;
  /** Of the job. */
  readonly name: string;
  readonly text: string;
}

const MAX_NAMES = 5;

function listed(names: readonly string[]): string {
  const more = names.length - MAX_NAMES;
  return `${names.slice(0, MAX_NAMES).join(', ')}${more > 0 ? ` and ${grouped(more)} more` : ''}`;
}

/** The address of a model's page is spelled differently from its id: `flux-2-flex` for `flux-2/flex`. */
async function suggestion(model: string, catalogue: Catalogue): Promise<string> {
  const letters = (id: string): string => id.toLowerCase().replace(/[^a-z0-9]/g, '');
  const words = model.split(/[/_.-]/).filter((word) => word.length > 2);
  for (const search of [model.split('/')[1] ?? model, ...words]) {
    const found = await catalogue.search(search);
    const best =
      found.find((id) => letters(id) === letters(model)) ?? found.find((id) => letters(id).startsWith(letters(model)));
    if (best !== undefined) return `; did you mean ${best}?`;
  }
  return '';
}

/** What the catalogue's input_schema makes doubtful. It is no valid JSON Schema and omits what models accept, so nothing of it is an error. */
function suspicions(
  { name, parameters, files, model }: Task,
  schema: Readonly<Record<string, unknown>>,
): readonly Suspicion[] {
  const properties = jsonObject(schema.properties) ?? {};
  const required = Array.isArray(schema.required) ? schema.required : [];
  const sent = { ...parameters, ...files };
  const missing = required.filter((input) => typeof input === 'string' && !Object.hasOwn(sent, input));
  const found: Suspicion[] = [];
  const add = (input: string, text: string): void => void found.push({ about: `${model} ${input}`, name, text });
  for (const input of missing) add(String(input), `${model} wants ${quoted(String(input))}, which is not given.`);
  for (const [input, value] of Object.entries(parameters)) {
    const property = jsonObject(properties[input]);
    if (property === null) {
      if (Object.keys(properties).length > 0) add(input, `${model} has no input ${quoted(input)}.`);
      continue;
    }
    const options: readonly unknown[] = Array.isArray(property.enum) ? property.enum : [];
    const same = options.find((option) => String(option).toLowerCase() === String(value).toLowerCase());
    if (typeof value === 'string' && same !== undefined && same !== value) {
      add(input, `${input} is ${quoted(value)}, but ${model} spells it ${JSON.stringify(same)}.`);
    }
    if (
      typeof value === 'string' &&
      (property.type === 'integer' || property.type === 'float' || property.type === 'number')
    ) {
      add(input, `${input} is the text ${quoted(value)}, but ${model} wants a number: remove the quotes.`);
    }
  }
  return found;
}
