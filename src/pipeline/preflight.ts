// Checks tasks against the catalogue before they are paid for. The schema is loose, so a finding is a warning.
import { faultOfSize, type InputFile, placeFiles, stepsOf } from '../inputs/files.ts';
import { ActionError, quoted } from '../lib/errors.ts';
import { type Json, jsonObject } from '../lib/json.ts';
import type { Note } from '../report/notes.ts';
import { type Catalogue, entryIn } from '../runcomfy/catalogue.ts';
import type { Task } from '../tasks/task.ts';
import { schemaWithoutCall } from './known-schema.ts';

/** The findings, one kind per model and input. Computed when called, because no submit has to wait for them. */
export type Doubts = () => Promise<readonly Note[]>;

export const noDoubts: Doubts = async () => [];

/** `catalogue`: null without a token. `left`: a sentence that says what was not done if a file is refused. Throws ActionError `bad-input` for files that are too large for their parameter, and ServiceError for a refused token. */
export async function preflight(
  tasks: readonly Task[],
  catalogue: Catalogue | null,
  left = 'Nothing was submitted.',
): Promise<Doubts> {
  const models = [
    ...Map.groupBy(
      tasks.filter(({ deployment }) => deployment === null),
      (task) => task.model,
    ),
  ];
  const looked = await Promise.all(
    models.map(async ([model, ofModel]) => ({ model, ofModel, ...(await lookUp(model, ofModel, catalogue)) })),
  );
  refuseTooLarge(looked, left);
  const severalIds = new Set(tasks.map(({ id }) => id)).size > 1;
  return async () => {
    const { doubtsOf } = await import('./findings.ts');
    return looked.flatMap(({ model, ofModel, schema, unknown }) => {
      if (unknown !== null) return [{ kind: model, text: unknown }];
      const sent = ofModel.map(({ id, parameters, files }) => ({
        id,
        sent: placeFiles(parameters, files, ({ type }) => ({ $file: type ?? '' })),
      }));
      return schema === null ? [] : doubtsOf(model, sent, schema, severalIds);
    });
  };
}

interface Looked {
  /** null if its inputs are not known. */
  readonly schema: Json | null;
  /** A note about a model that is not in the catalogue; otherwise null. */
  readonly unknown: string | null;
}

async function lookUp(model: string, tasks: readonly Task[], catalogue: Catalogue | null): Promise<Looked> {
  const own = schemaWithoutCall(model);
  const isOwn = own !== null && tasks.every((task) => sentBy(task).every((name) => hasInput(own, name)));
  if (isOwn || catalogue === null) return { schema: own, unknown: null };
  const entry = await catalogue.entry(model);
  if (entry !== 'unknown') return { schema: entryIn(entry)?.inputSchema ?? own, unknown: null };
  const { suggestion } = await import('./findings.ts');
  const text = `RunComfy's catalogue has no model ${model}${await suggestion(model, catalogue)} RunComfy refuses such a request, free of charge.`;
  return { schema: null, unknown: text };
}

function sentBy({ parameters, files }: Task): readonly string[] {
  return Object.keys(placeFiles(parameters, files, () => null));
}

function hasInput({ properties }: Json, name: string): boolean {
  return Object.hasOwn(jsonObject(properties) ?? {}, name);
}

function refuseTooLarge(looked: readonly (Looked & { readonly ofModel: readonly Task[] })[], left: string): void {
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
  throw new ActionError('bad-input', `Input files are too large: ${said}.`, { advice: left });
}

/** The limit for a file, in MB; null if the schema has none. */
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
