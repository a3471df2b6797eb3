// Measured values and their targets: the values, their median, and whether the target is met.

export type Unit = 'times' | 's' | 'ms' | 'MB' | 'MB/s' | 'bytes' | 'polls';

export interface Figure {
  /** What the values are, in a few words. */
  readonly name: string;
  readonly unit: Unit;
  /** One for each sample; empty if it could not be measured. */
  readonly values: readonly number[];
  /** null: shown without a target. */
  readonly target: Target | null;
  readonly remark?: string;
}

export interface Target {
  readonly bound: 'at most' | 'at least';
  readonly value: number;
  /** `median`: half of the samples may miss it, because the machine is never quiet. `worst`: none may. */
  readonly judges: 'median' | 'worst';
}

export interface Summary {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** null without values. */
export function summarise(values: readonly number[]): Summary | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [min, max] = [sorted[0], sorted.at(-1)];
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  if (min === undefined || max === undefined || low === undefined || high === undefined) return null;
  return { median: (low + high) / 2, min, max };
}

/** Whether the target is met; null if there is none, or nothing was measured. */
export function holds({ values, target }: Figure): boolean | null {
  const summary = summarise(values);
  if (summary === null || target === null) return null;
  const { bound, value, judges } = target;
  if (bound === 'at most') return (judges === 'median' ? summary.median : summary.max) <= value;
  return (judges === 'median' ? summary.median : summary.min) >= value;
}
