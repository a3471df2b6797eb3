// A seeded random generator: the same seed gives the same sequence on every machine.

export interface Chance {
  /** From 0 to below 1. */
  next(): number;
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number;
  /** True with that probability. */
  happens(probability: number): boolean;
  /** One of the elements, all with the same probability. Throws if there are none. */
  pick<T>(from: readonly T[]): T;
  /** One of the elements, with a probability in proportion to its weight. Throws if there are none. */
  weighed<T>(from: readonly (readonly [weight: number, what: T])[]): T;
}

/** Each run of a soak has its own `chance(seed, run)`, so that a change in one run does not affect the others. */
export function chance(...seeds: readonly number[]): Chance {
  let state = seeds.reduce((mixed, seed) => Math.imul(mixed ^ seed, 0x9e3779b1) + 0x7f4a7c15, 0x2545f491) | 0;
  // mulberry32 by Tommy Ettinger, public domain.
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const weighed = <T>(from: readonly (readonly [weight: number, what: T])[]): T => {
    let left = next() * from.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, what] of from) {
      left -= weight;
      if (left < 0) return what;
    }
    const last = from.at(-1);
    if (last === undefined) throw new Error('There is nothing to draw from.');
    return last[1];
  };
  return {
    next,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    happens: (probability) => next() < probability,
    pick: (from) => weighed(from.map((what) => [1, what] as const)),
    weighed,
  };
}
