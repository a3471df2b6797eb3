// Compares the inputs of a request with the schema of the model. The schema is not valid JSON Schema and omits values that models accept, so a finding is never an error.
import { FILE } from '../inputs/files.ts';
import { quoted } from '../lib/errors.ts';
import { grouped } from '../lib/figures.ts';
import { type Json, type JsonValue, jsonObject } from '../lib/json.ts';
import { nearest } from '../lib/nearest.ts';
import type { Note } from '../report/notes.ts';
import type { Catalogue } from '../runcomfy/catalogue.ts';

export interface Finding {
  /** The parameter, at the top level. */
  readonly input: string;
  /** A sentence that says what was sent, and what would be right. */
  readonly text: string;
}

/** One request: the id of its image, and its parameters with `{ $file: <media type> }` for each file. */
interface Sent {
  readonly id: string;
  readonly sent: Json;
}

/** The findings of all requests to a model, each once. */
export function doubtsOf(model: string, requests: readonly Sent[], schema: Json, severalIds: boolean): readonly Note[] {
  const found = requests.flatMap(({ id, sent }) =>
    findingsOf(model, sent, schema).map((finding) => ({ ...finding, id })),
  );
  return [...Map.groupBy(found, ({ text }) => text)].map(([text, ofText]) => ({
    kind: `${model} ${ofText[0]?.input ?? ''}`,
    text: `${severalIds ? `${listed(new Set(ofText.map(({ id }) => id)))}: ` : ''}${text}`,
  }));
}

const MAX_IDS = 5;

function listed(ids: ReadonlySet<string>): string {
  const more = ids.size - MAX_IDS;
  return `${[...ids].slice(0, MAX_IDS).join(', ')}${more > 0 ? ` and ${grouped(more)} more` : ''}`;
}

/** The first finding for each parameter. `sent`: the parameters with `{ $file: <media type> }` for each file. */
export function findingsOf(model: string, sent: Json, schema: Json): readonly Finding[] {
  const properties = jsonObject(schema.properties) ?? {};
  const names = Object.keys(properties);
  const required: readonly unknown[] = Array.isArray(schema.required) ? schema.required : [];
  const found = new Map<string, string>();
  for (const input of required) {
    if (typeof input === 'string' && !Object.hasOwn(sent, input))
      found.set(input, `${model} expects ${quoted(input)}, which is not set.`);
  }
  for (const [input, value] of Object.entries(sent)) {
    const property = Object.hasOwn(properties, input) ? jsonObject(properties[input]) : null;
    const text =
      property !== null ? doubt(value, property, { model, name: input }) : unknownName(input, names, `${model} has no`);
    if (text !== null && (property !== null || names.length > 0)) found.set(input, text);
  }
  return [...found].map(([input, text]) => ({ input, text }));
}

/** The URL of a model's page differs from its id: `flux-2-flex` for `flux-2/flex`. */
export async function suggestion(model: string, catalogue: Catalogue): Promise<string> {
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

interface About {
  readonly model: string;
  readonly name: string;
}

const MAX_NAMES = 12;

function unknownName(input: string, names: readonly string[], lacks: string): string {
  const meant = nearest(input, names);
  const more = names.length > MAX_NAMES ? ' and more' : '';
  const rest =
    meant === null ? `; there are ${names.slice(0, MAX_NAMES).join(', ')}${more}.` : `; did you mean "${meant}"?`;
  return `${lacks} input ${quoted(input)}${rest}`;
}

/** null if there is no finding. */
function doubt(value: unknown, property: Json, about: About): string | null {
  // Combined types are not checked.
  if (value === null || ['anyOf', 'oneOf', 'allOf'].some((key) => Object.hasOwn(property, key))) return null;
  const wanted = wantedOf(property);
  if (Array.isArray(value))
    return wanted === 'list' || wanted === null ? doubtOfList(value, property, about) : notOne(value, wanted, about);
  if (wanted === 'list') return notList(about);
  const object = jsonObject(value);
  if (object !== null)
    return FILE in object ? doubtOfFile(object, property, about) : doubtOfObject(object, property, about);
  return doubtOfValue(value, property, about);
}

type Wanted = 'list' | 'text' | 'number' | 'whole' | 'boolean' | 'mapping';

const WANTED: Readonly<Record<string, Wanted>> = {
  string: 'text',
  str: 'text',
  number: 'number',
  float: 'number',
  integer: 'whole',
  int: 'whole',
  boolean: 'boolean',
  bool: 'boolean',
  array: 'list',
  object: 'mapping',
};

const NOUNS: Readonly<Record<Wanted, string>> = {
  list: 'a list',
  text: 'text',
  number: 'a number',
  whole: 'a whole number',
  boolean: 'true or false',
  mapping: 'a mapping',
};

function wantedOf({ type, format }: Json): Wanted | null {
  if (/^(image|video|audio)_uris$/.test(String(format))) return 'list';
  return typeof type === 'string' ? (WANTED[type] ?? null) : null;
}

/** `image`, `video` or `audio`; null if the parameter takes no file. */
function mediaOf({ format }: Json): string | null {
  return /^(image|video|audio)_uris?$/.exec(String(format))?.[1] ?? null;
}

const A: Readonly<Record<string, string>> = { image: 'an image', video: 'a video', audio: 'an audio file' };

function notOne(value: readonly unknown[], wanted: Wanted, { model, name }: About): string {
  return `${name} is a list of ${value.length}, but ${model} expects ${wanted === 'text' ? 'one value' : NOUNS[wanted]}: write it without the list.`;
}

function notList({ model, name }: About): string {
  return `${name} is a single value, but ${model} expects a list: write it in [ ].`;
}

function doubtOfList(values: readonly unknown[], property: Json, about: About): string | null {
  const { model, name } = about;
  const [min, max] = [numberOf(property.minItems), numberOf(property.maxItems)];
  if (max !== null && values.length > max)
    return `${name} has ${values.length} items, but ${model} takes at most ${max}.`;
  if (min !== null && values.length < min)
    return `${name} has ${values.length} items, but ${model} expects at least ${min}.`;
  const media = mediaOf(property);
  const item = { ...(media === null ? {} : { format: `${media}_uri` }), ...jsonObject(property.items) };
  for (const [n, value] of values.entries()) {
    const text = doubt(value, item, { model, name: `${name}[${n}]` });
    if (text !== null) return text;
  }
  return null;
}

function doubtOfObject(object: Json, property: Json, { model, name }: About): string | null {
  const wanted = wantedOf(property);
  const isAllowed = wanted === 'mapping' || wanted === null || /\bobject\b/i.test(String(property.description));
  if (!isAllowed) return `${name} is a mapping, but ${model} expects ${NOUNS[wanted]}.`;
  const properties = jsonObject(property.properties) ?? {};
  const names = Object.keys(properties);
  for (const [key, value] of Object.entries(object)) {
    const inner = jsonObject(properties[key]);
    if (inner === null && names.length > 0) return unknownName(key, names, `${name} of ${model} has no`);
    const text = inner === null ? null : doubt(value, inner, { model, name: `${name}.${key}` });
    if (text !== null) return text;
  }
  return null;
}

function doubtOfFile(file: Json, property: Json, { model, name }: About): string | null {
  const type = String(file[FILE] ?? '');
  const media = mediaOf(property);
  const wanted = wantedOf(property);
  // A Git LFS pointer does not say what type its file has.
  if (media !== null)
    return type === '' || type.startsWith(`${media}/`) ? null : `${name} is ${type}, but ${model} expects ${A[media]}.`;
  return wanted === null || wanted === 'text' ? null : `${name} is a file, but ${model} expects ${NOUNS[wanted]}.`;
}

function doubtOfValue(value: unknown, property: Json, about: About): string | null {
  const { model, name } = about;
  const options: readonly unknown[] = Array.isArray(property.enum) ? property.enum : [];
  if (options.includes(value)) return null;
  const wanted = wantedOf(property);
  if (wanted === 'boolean') return typeof value === 'boolean' ? null : notBoolean(value, about);
  const alike = options.find((option) => String(option).toLowerCase() === String(value).toLowerCase());
  if (typeof value === 'string' && typeof alike === 'string')
    return `${name} is ${quoted(value)}, but ${model} spells it ${quoted(alike)}.`;
  return (
    wrongType(value, wanted, about) ?? outOfEnum(value, options, property, about) ?? outOfBounds(value, property, about)
  );
}

function notBoolean(value: unknown, { model, name }: About): string {
  const isYes = /^(true|yes|on|y|1)$/i.test(String(value));
  const isNo = /^(false|no|off|n|0)$/i.test(String(value));
  const remedy = isYes || isNo ? `: write ${name}: ${isYes}, without quotes` : '';
  return `${name} is ${said(value)}, but ${model} expects true or false${remedy}.`;
}

function wrongType(value: unknown, wanted: Wanted | null, { model, name }: About): string | null {
  const isNumber = typeof value === 'number';
  const but = `${name} is ${said(value)}, but ${model} expects`;
  if (wanted === 'number' || wanted === 'whole') {
    if (isNumber) return wanted === 'number' || Number.isInteger(value) ? null : `${but} a whole number.`;
    const isQuoted = typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value));
    return `${but} ${NOUNS[wanted]}${isQuoted ? ': remove the quotes' : ''}.`;
  }
  if (wanted === 'text' && typeof value !== 'string')
    return `${but} text: put it in quotes, ${name}: "${String(value)}".`;
  return wanted === 'mapping' ? `${but} a mapping.` : null;
}

function outOfEnum(
  value: unknown,
  options: readonly unknown[],
  { description }: Json,
  { model, name }: About,
): string | null {
  // The description may allow what the enum omits.
  const isDescribed = String(description)
    .split(/[^\w.:-]+/)
    .includes(String(value));
  if (options.length === 0 || isDescribed) return null;
  const meant = typeof value === 'string' ? nearest(value, options.map(String)) : null;
  const list = options.slice(0, MAX_NAMES).map((option) => JSON.stringify(option));
  const more = options.length > MAX_NAMES ? ' and more' : '';
  return `${name} is ${said(value)}, but ${model} takes ${list.join(', ')}${more}${meant === null ? '.' : `; did you mean ${quoted(meant)}?`}`;
}

function outOfBounds(value: unknown, property: Json, { model, name }: About): string | null {
  if (typeof value === 'string') {
    const max = numberOf(property.maxLength);
    if (max !== null && value.length > max)
      return `${name} has ${value.length} characters, but ${model} takes at most ${max}.`;
    const isAddress = mediaOf(property) === null || value === '' || /^(https?:\/\/|data:)/i.test(value);
    return isAddress
      ? null
      : `${name} is ${quoted(value)}, which is not a URL: for a file in the workspace, write { ${FILE}: path }.`;
  }
  if (typeof value !== 'number') return null;
  const [min, max] = [numberOf(property.minimum), numberOf(property.maximum)];
  const [above, below] = [numberOf(property.exclusiveMinimum), numberOf(property.exclusiveMaximum)];
  const isOut =
    value < (min ?? value) ||
    value > (max ?? value) ||
    (above !== null && value <= above) ||
    (below !== null && value >= below);
  if (!isOut) return null;
  const bounds = [
    ...(min === null ? [] : [`at least ${min}`]),
    ...(above === null ? [] : [`more than ${above}`]),
    ...(max === null ? [] : [`at most ${max}`]),
    ...(below === null ? [] : [`less than ${below}`]),
  ];
  return `${name} is ${value}, but ${model} takes ${bounds.join(' and ')}.`;
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function said(value: unknown): string {
  const shown: JsonValue = typeof value === 'boolean' || typeof value === 'number' ? value : String(value);
  return typeof shown === 'string'
    ? `the text ${quoted(shown)}`
    : typeof shown === 'number'
      ? `the number ${shown}`
      : String(shown);
}
