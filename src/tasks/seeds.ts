// A seed for several requests of one recipe, if the model would otherwise use the same seed each time, and each request would be paid for.
import { createHash } from 'node:crypto';
import { type Json, jsonObject } from '../lib/json.ts';

/** If the schema has no maximum: every model accepts this. */
const MAX_SEED = 2 ** 31 - 1;

/**
 * The first of `count` seeds; null if the model uses a different one each time, or if that is not known. The same for the same recipe and who asks, so that a
 * re-run requests the same images. `asker`: identifies who asks.
 */
export function drawnSeed(schema: Json | null, asker: string, recipe: string, count: number): number | null {
  const seed = jsonObject(jsonObject(schema?.properties)?.seed);
  const isFixed = typeof seed?.default === 'number' && seed.default >= 0;
  if (seed === null || !isFixed) return null;
  const least = typeof seed.minimum === 'number' && seed.minimum > 0 ? Math.ceil(seed.minimum) : 0;
  const maximum = typeof seed.maximum === 'number' ? Math.floor(seed.maximum) : MAX_SEED;
  const room = Math.min(maximum, MAX_SEED) - (count - 1) - least;
  if (room < 0) return null;
  const digest = createHash('sha256')
    .update(JSON.stringify([asker, recipe]))
    .digest();
  return least + (digest.readUIntBE(0, 6) % (room + 1));
}
