// The lowest cost of requests: the price in the catalogue, or the highest known cost in the lock for the same tier, if that is more.
import { ActionError } from '../lib/errors.ts';
import { sumUsd, usd } from '../lib/figures.ts';
import { type Json, jsonObject } from '../lib/json.ts';
import type { Lock } from '../lockfile/lock.ts';
import { type Catalogue, entryIn, type Listing } from '../runcomfy/catalogue.ts';
import type { ModelEntry } from '../runcomfy/protocol.ts';
import { imagesAskedFor, type Task } from '../tasks/task.ts';
import { tierOf } from './spending.ts';

/** USD, or why it is not known: a clause, or the error of the catalogue. */
type LeastPrice = { readonly usd: number } | { readonly why: string | ActionError };

/** The highest known cost of the task's tier; null if there is none. */
export type KnownCost = (task: Task) => number | null;

export interface Prices {
  least(task: Task): Promise<LeastPrice>;
  /** The same; null if not known. */
  usd(task: Task): Promise<number | null>;
}

export function pricesOf(catalogue: Catalogue, knownCost: KnownCost = () => null): Prices {
  async function least(task: Task): Promise<LeastPrice> {
    // The cost of one request says nothing about the next one, because they are billed by time.
    if (task.deployment !== null) return { why: 'RunComfy bills deployments per second of GPU time' };
    const listed = listPrice(task, await catalogue.entry(task.model));
    const known = knownCost(task);
    if (known === null) return listed;
    return { usd: sumUsd(['usd' in listed ? Math.max(listed.usd, known) : known]) };
  }
  return {
    least,
    async usd(task) {
      const price = await least(task);
      return 'usd' in price ? price.usd : null;
    },
  };
}

/** The highest cost of each tier in a lock. */
export function costsIn(lock: Lock): KnownCost {
  const highest = new Map<string, number>();
  for (const { recipe, cost } of lock.values()) {
    if (cost === null || !('model' in recipe)) continue;
    const tier = tierOf({ ...recipe, deployment: null });
    highest.set(tier, Math.max(cost, highest.get(tier) ?? 0));
  }
  return (task) => highest.get(tierOf(task)) ?? null;
}

/** `MODEL: from $0.04 per output. More for 4K.`; null if the catalogue has neither a price nor a note. */
export function priceNote(model: string, listing: Listing): string | null {
  const entry = entryIn(listing);
  if (entry === null) return null;
  const unit = entry.unit === 'second' ? 'per second' : 'per output';
  const from = entry.price === null ? [] : [`from ${usd(entry.price)} ${unit}`];
  const said = [...from, ...(entry.pricingNote === null ? [] : [entry.pricingNote])].join('. ');
  return said === '' ? null : `${model}: ${said}`;
}

function listPrice(task: Task, listing: Listing): LeastPrice {
  const entry = entryIn(listing);
  if (entry === null) return { why: listing instanceof ActionError ? listing : 'RunComfy has no such model' };
  if (entry.price === null) return { why: 'the catalogue has no price for it' };
  const units = unitsOf(task, entry);
  return typeof units === 'number' ? { usd: sumUsd([entry.price * units]) } : units;
}

function unitsOf(task: Task, entry: ModelEntry): number | { readonly why: string } {
  const properties = jsonObject(entry.inputSchema?.properties) ?? {};
  const outputs = outputsAskedFor(task, properties);
  if (outputs === null) return { why: 'a parameter may ask for several outputs' };
  if (entry.unit === 'output' || entry.unit === 'image') return outputs;
  if (entry.unit !== 'second') return { why: `it is per ${entry.unit ?? 'unit that the catalogue does not name'}` };
  const seconds = secondsAskedFor(task.parameters, properties);
  return seconds === null ? { why: 'it is per second, and the length depends on the input' } : seconds * outputs;
}

function outputsAskedFor(task: Task, properties: Json): number | null {
  const asked = imagesAskedFor(task);
  const isGiven = COUNTS.some((name) => Object.hasOwn(task.parameters, name));
  if (asked === null || isGiven) return asked;
  const defaults = COUNTS.map((name) => Number(jsonObject(properties[name])?.default));
  return defaults.find((count) => Number.isInteger(count) && count > 0) ?? asked;
}

const COUNTS = ['num_images', 'number_of_images'];

/** Parameter names for the length, and how many units are a second. Frames depend on the frame rate. */
const LENGTHS: readonly (readonly [RegExp, number | 'frames'])[] = [
  [/^duration$/, 1],
  [/^((video|audio|music|song|output|target)_)?(duration|length|seconds)(_(s|sec|secs|seconds|in_seconds))?$/, 1],
  [/^(num_)?seconds(_total)?$/, 1],
  [/^(\w+_)?(duration|length)_(ms|milliseconds)$/, 1000],
  [/^(num_|number_of_|video_)?frames(_count)?$|^frame_count$/, 'frames'],
];

const FRAME_RATES = ['fps', 'frame_rate', 'frames_per_second'];

/** null if no parameter says it. */
function secondsAskedFor(parameters: Json, properties: Json): number | null {
  const names = Object.keys(Object.keys(properties).length === 0 ? parameters : properties);
  for (const [form, perSecond] of LENGTHS) {
    const name = names.find((one) => form.test(one));
    if (name === undefined) continue;
    const length = leastOf(parameters[name], jsonObject(properties[name]) ?? {});
    if (length === null) return null;
    if (perSecond !== 'frames') return length / perSecond;
    const rate = FRAME_RATES.find((one) => names.includes(one));
    const fps = rate === undefined ? null : leastOf(parameters[rate], jsonObject(properties[rate]) ?? {});
    return fps === null ? null : length / fps;
  }
  return null;
}

/** The requested number, or the default. For words such as `auto`, the lowest possible number. */
function leastOf(given: unknown, property: Json): number | null {
  const number = numberIn(given ?? property.default);
  if (number !== null) return number;
  const options: readonly unknown[] = Array.isArray(property.enum) ? property.enum : [];
  const numbers = options.flatMap((option) => numberIn(option) ?? []);
  return numbers.length > 0 ? Math.min(...numbers) : numberIn(property.minimum);
}

/** Some models have numbers as text, with or without a unit. Zero or less means "automatic". */
function numberIn(value: unknown): number | null {
  const number = typeof value === 'string' ? Number(/^(\d+(?:\.\d+)?)\s*s?$/.exec(value)?.[1]) : value;
  return typeof number === 'number' && number > 0 && Number.isFinite(number) ? number : null;
}
