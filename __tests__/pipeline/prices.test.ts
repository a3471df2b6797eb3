// The least price of a request, for each way in which models say how much they make; and what `max-cost` makes of it.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SEPTEMBER } from '../../simulator/runcomfy/september.ts';
import type { JsonObject } from '../../src/lib/json.ts';
import type { LockEntry } from '../../src/lockfile/lock.ts';
import { budgetOf } from '../../src/pipeline/budget.ts';
import { costsIn, pricesOf } from '../../src/pipeline/prices.ts';
import { type Catalogue, createCatalogue } from '../../src/runcomfy/catalogue.ts';
import type { Task } from '../../src/tasks/task.ts';
import { task } from '../helpers/outcomes.ts';
import { type Bench, MODEL, openBench } from '../helpers/service.ts';

const { signal } = new AbortController();
const PRICE = 0.06;
let bench: Bench;
let catalogue: Catalogue;

beforeAll(async () => {
  bench = await openBench({ price: PRICE });
  catalogue = createCatalogue(bench.service, bench.clock, signal);
});
afterAll(async () => bench[Symbol.asyncDispose]());

const cents = (amount: number): number => Math.round(amount * 1e6) / 1e6;

async function isAllowed(one: Task, maxCost: number): Promise<boolean> {
  try {
    await budgetOf({ maxCost, maxImages: 50 }, pricesOf(catalogue)).reserve([one]);
    return true;
  } catch (error) {
    expect(error).toMatchObject({ kind: 'price-limit' });
    return false;
  }
}

/** The simulator describes all parameters of this model, with a default. */
const OTHERS = new Map([['acestep-ai/ace-step/text-to-audio', 5]]);

test.each(SEPTEMBER.map(({ id, least }) => ({ id, least: OTHERS.get(id) ?? least })))(
  'max-cost limits $id by $least units, or refuses it',
  async ({ id, least }) => {
    const one = task({ model: id });
    if (least === null) {
      expect(await isAllowed(one, 1_000_000)).toBe(false);
      return;
    }
    expect(await isAllowed(one, cents(PRICE * least))).toBe(true);
    expect(await isAllowed(one, cents(PRICE * least - 0.01))).toBe(false);
  },
);

const WAN = 'wan-ai/wan-2.7/text-to-video';
const LTX = 'lightricks/ltx-2.5/text-to-video/fast';
const FLUX = 'blackforestlabs/flux-3/text-to-video';
const MUSIC = 'elevenlabs/elevenlabs/music-generation';

test.each<{ model?: string; parameters: JsonObject; units: number | null }>([
  { parameters: {}, units: 1 },
  { parameters: { num_images: 3 }, units: 3 },
  { parameters: { batch_size: 4 }, units: null },
  { model: 'ideogram-ai/ideogram-v4/text-to-image', parameters: {}, units: 2 },
  { model: 'ideogram-ai/ideogram-v4/text-to-image', parameters: { num_images: 1 }, units: 1 },
  { model: WAN, parameters: { duration: 10 }, units: 10 },
  { model: WAN, parameters: { duration: '10' }, units: 10 },
  { model: WAN, parameters: { duration: '10s' }, units: 10 },
  { model: WAN, parameters: { duration: -1 }, units: 5 },
  { model: WAN, parameters: { duraton: 10 }, units: 5 },
  { model: LTX, parameters: { duration: '10' }, units: 10 },
  { model: FLUX, parameters: { duration: 'auto' }, units: 5 },
  { model: FLUX, parameters: { duration: '20' }, units: 20 },
  { model: MUSIC, parameters: { music_length_ms: 4500 }, units: 4.5 },
  { model: 'runwayml/runway-aleph-2/video-to-video', parameters: { duration: 5 }, units: null },
])('$model with $parameters is $units units', async ({ model = MODEL, parameters, units }) => {
  const price = await pricesOf(catalogue).usd(task({ model, parameters }));
  if (units === null) expect(price).toBeNull();
  else expect(price).toBeCloseTo(PRICE * units, 6);
});

test('a length that depends on the input is reported', async () => {
  const video = task({ model: 'runwayml/runway-aleph-2/video-to-video' });
  await expect(budgetOf({ maxCost: 9, maxImages: 50 }, pricesOf(catalogue)).reserve([video])).rejects.toMatchObject({
    message: expect.stringMatching(/^The price of \S+ is not known, so this run may cost more than `max-cost`\.$/),
    advice: expect.stringContaining('it is per second, and the length depends on the input'),
  });
});

function entry(model: string, parameters: JsonObject, cost: number | null): LockEntry {
  const recipe = { model, prompt: 'a hill', parameters, files: {} };
  const made = { request_id: 'r', seed: null, cost, outputs: [], missing: 0, accepted: false };
  return { recipe_sha256: '', recipe, ...made };
}

test.each<{ name: string; parameters: JsonObject; price: number | null; model?: string }>([
  { name: 'the highest of its tier', parameters: { resolution: '4K', seed: 9 }, price: 0.4 },
  { name: 'the list price if it is higher', parameters: { resolution: '1K' }, price: PRICE },
  { name: 'nothing for another tier', parameters: { resolution: '2K' }, price: PRICE },
  {
    name: 'what the catalogue does not know',
    model: 'runwayml/runway-aleph-2/video-to-video',
    parameters: { keyframes: [] },
    price: 2.5,
  },
])('the lock knows $name', async ({ model = MODEL, parameters, price }) => {
  const known = costsIn(
    new Map([
      ['a', entry(MODEL, { resolution: '4K', seed: 1 }, 0.3)],
      ['b', entry(MODEL, { resolution: '4K', seed: 2 }, 0.4)],
      ['c', entry(MODEL, { resolution: '4K' }, null)],
      ['d', entry(MODEL, { resolution: '1K' }, 0.01)],
      ['e', entry('runwayml/runway-aleph-2/video-to-video', { keyframes: [] }, 2.5)],
    ]),
  );
  expect(await pricesOf(catalogue, known).usd(task({ model, parameters: { prompt: 'x', ...parameters } }))).toBe(price);
});
