// The prices in a plan, once it is known what earlier runs and this run have paid for. The manifest and its lock do not tell.
import { collectedFrom, madeAnewFor } from '../lockfile/decide.ts';
import type { PlannedImage } from '../lockfile/plan.ts';
import type { Outcome } from '../tasks/outcome.ts';
import type { Prices } from './prices.ts';

/** Images that an earlier run has paid for are free. `ids`: of the images that are only collected. */
export function withCollected(planned: readonly PlannedImage[], ids: ReadonlySet<string>): readonly PlannedImage[] {
  return planned.map((one) =>
    one.todo === 'generate' && ids.has(one.id)
      ? { ...one, price: 0, reasons: [...one.reasons, 'already paid for, only collected'] }
      : one,
  );
}

export interface Payments {
  /** Ids of the images that were known to be paid for before the first submit. */
  readonly paidIds: ReadonlySet<string>;
  readonly outcomes: readonly Outcome[];
  readonly prices: Prices;
}

/** The plan with what was really paid. For images that are made from other images, only now is it known whether they were already paid for. */
export async function withPayments(
  planned: readonly PlannedImage[],
  { paidIds, outcomes, prices }: Payments,
): Promise<readonly PlannedImage[]> {
  const requested = new Map(outcomes.flatMap((one) => (one.requestId === null ? [] : [[one.task.id, one] as const])));
  const ids = [...paidIds, ...requested.keys()];
  const collected = new Set(ids.filter((id) => requested.get(id)?.adopted ?? true));
  return Promise.all(
    withCollected(planned, collected).map(async (one) => {
      const made = requested.get(one.id);
      if (made === undefined || made.adopted) return one;
      const price = one.price === 0 ? await prices.usd(made.task) : one.price;
      const { requestId } = one.refetch ?? {};
      if (requestId === undefined) return { ...one, price };
      const reasons = one.reasons.filter((reason) => reason !== collectedFrom(requestId));
      return { ...one, price, reasons: [...reasons, madeAnewFor(requestId)] };
    }),
  );
}
