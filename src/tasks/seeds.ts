// A seed for several requests of one recipe, where the model would otherwise draw the same each time, and each would be paid for.
import { createHash } from 'node:crypto';
import { type Json, jsonObject } from '../lib/json.ts';

/** Where the schema names no maximum: what every model takes. */
const MAX_SEED = 2 ** 31 - 1;

/**
 * The first of `count` seeds; null where the model draws another one each time, or nobody knows. The same for the same who asks and recipe, so that a re-run
 * asks for the same images. `record`: the name of the record, which tells who asks.
 */
export function drawnSeed(schema: Json | null, record: string, recipe: string, count: number): number | null {
  const seed = jsonObject(jsonObject(schema?.properties)?.seed);
  const isFixed = typeof seed?.default === 'number' && seed.default >= 0;
  if (seed === null || !isFixed) return null;
  const least = typeof seed.minimum === 'number' && seed.minimum > 0 ? Math.ceil(seed.minimum) : 0;
  const maximum = typeof seed.maximum === 'number' ? Math.floor(seed.maximum) : MAX_SEED;
  const room = Math.min(maximum, MAX_SEED) - (count - 1) - least;
  if (room < 0) return null;
  const digest = createHash('sha256')
    .update(JSON.stringify([record, recipe]))
    .digest();
  return least + (digest.readUIntBE(0, 6) % (room + 1));
}
