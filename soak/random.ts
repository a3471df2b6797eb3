// Chance from a seed: the same seed draws the same things, on every machine.

export interface Chance {
  /** From 0 up to, but not including, 1. */
  next(): number;
  /** A whole number, both ends included. */
  whole(from: number, to: number): number;
  /** True with that probability. */
  happens(probability: number): boolean;
  /** One of them, all alike. Throws where there is none. */
  pick<T>(from: readonly T[]): T;
  /** One of them, each as often as its weight says. Throws where there is none. */
  weighed<T>(from: readonly (readonly [weight: number, what: T])[]): T;
}

/** Draws of one number do not shift those of another: each run of a soak has `chance(seed, run)` of its own. */
export function chance(...seeds: readonly number[]): Chance {
  let state = seeds.reduce((mixed, seed) => Math.imul(mixed ^ seed, 0x9e3779b1) + 0x7f4a7c15, 0x2545f491) | 0;
  // mulberry32, by Tommy Ettinger, in the public domain.
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
