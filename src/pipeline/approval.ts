// A person who pays is asked before the first submit. A workflow has said yes by running.
import { sumUsd } from '../lib/figures.ts';
import type { Task } from '../tasks/task.ts';
import type { Prices } from './prices.ts';

/** What a run is about to pay for. */
export interface Order {
  readonly requests: number;
  /** USD, the least, of those whose price is known. */
  readonly usd: number;
  /** Requests whose price is not known. */
  readonly unpriced: number;
}

export interface Approval {
  /** Before the first submit. Throws ActionError `not-approved`, or the signal's reason. */
  ask(order: Order): Promise<void>;
  /** Before a request that was not in the order: a paid one cannot be had any more, or a source has changed. Throws the same. */
  askAnew(task: Task): Promise<void>;
}

export async function orderOf(tasks: readonly Task[], prices: Prices): Promise<Order> {
  const each = await Promise.all(tasks.map((task) => prices.usd(task)));
  const known = each.filter((price) => price !== null);
  return { requests: tasks.length, usd: sumUsd(known), unpriced: each.length - known.length };
}
