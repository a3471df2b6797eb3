// How much happens at once: functions wait for a place, promises that already run cannot.

/** Runs a function as soon as a place is free, in the order of the calls; settles as the function does. */
export type Limit = <T>(work: () => Promise<T>) => Promise<T>;

export function limitOf(places: number): Limit {
  const waiting: (() => void)[] = [];
  let free = places;
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
