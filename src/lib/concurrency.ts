// Limits how much runs at once: functions wait for a slot, because promises that already run cannot wait.

/** Runs a function as soon as a slot is free, in the order of the calls. Settles like the function. */
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
