// Waits for what happens on the wire, without guessing how long it takes.
import { setImmediate as nextTurn } from 'node:timers/promises';

const LIMIT_MS = 10_000;

/** Looks at each turn of the event loop. */
export async function until(condition: () => boolean): Promise<void> {
  const end = performance.now() + LIMIT_MS;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`This did not happen in ${LIMIT_MS / 1000} s: ${condition}`);
    await nextTurn();
  }
}

/** Lets everything that is ready to run have a few turns. */
export async function settled(): Promise<void> {
  for (let turns = 0; turns < 5; turns++) await nextTurn();
}
