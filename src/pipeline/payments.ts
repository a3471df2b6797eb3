// What a plan says of money once more is known than the manifest and its lock: what earlier runs have paid for, and what this one has.
import { collectedFrom, madeAnewFor } from '../lockfile/decide.ts';
import type { PlannedImage } from '../lockfile/plan.ts';
import type { Outcome } from '../tasks/outcome.ts';
import type { Prices } from './prices.ts';

/** What an earlier run has paid for costs this one nothing. `ids`: of what is only collected. */
export function withCollected(planned: readonly PlannedImage[], ids: ReadonlySet<string>): readonly PlannedImage[] {
  return planned.map((one) =>
    one.todo === 'generate' && ids.has(one.id)
      ? { ...one, price: 0, reasons: [...one.reasons, 'already paid for, only collected'] }
      : one,
  );
}

export interface Payments {
  /** What was known to be paid for before the first submit. */
  readonly paidIds: ReadonlySet<string>;
  readonly outcomes: readonly Outcome[];
  readonly prices: Prices;
}

/** The plan as it came: of what is made from other images, only now is it known whether it was paid for before. */
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
