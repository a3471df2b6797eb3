// Asks for approval before the first submit on the command line. A workflow has its approval by running.
import { sumUsd } from '../lib/figures.ts';
import type { Task } from '../tasks/task.ts';
import type { Prices } from './prices.ts';

/** What a run is about to pay for. */
export interface Purchase {
  readonly requests: number;
  /** USD, the minimum, for the requests with a known price. */
  readonly usd: number;
  /** Requests without a known price. */
  readonly unpriced: number;
}

export interface Approval {
  /** Before the first submit. Throws ActionError `not-approved`, or the signal's reason. */
  ask(purchase: Purchase): Promise<void>;
  /** Before a request that was not in the purchase, because a paid request can no longer be collected, or a source has changed. Throws like `ask`. */
  askAnew(task: Task): Promise<void>;
}

export async function purchaseOf(tasks: readonly Task[], prices: Prices): Promise<Purchase> {
  const each = await Promise.all(tasks.map((task) => prices.usd(task)));
  const known = each.filter((price) => price !== null);
  return { requests: tasks.length, usd: sumUsd(known), unpriced: each.length - known.length };
}
