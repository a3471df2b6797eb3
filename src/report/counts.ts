// The counts of a run.
import { usd } from '../lib/figures.ts';
import type { RunResult } from '../tasks/outcome.ts';

/** The counts and the cost, such as `3 saved`, `1 failed`, `$0.18`. */
export function plainCounts({ images, failed, notAttempted, skipped, cost }: RunResult): readonly string[] {
  return [
    `${images.length} saved`,
    ...(failed.length > 0 ? [`${failed.length} failed`] : []),
    ...(notAttempted.length > 0 ? [`${notAttempted.length} not submitted`] : []),
    ...(skipped.length > 0 ? [`${skipped.length} unchanged`] : []),
    ...(cost === null ? [] : [usd(cost)]),
  ];
}
