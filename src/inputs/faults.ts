// All faults of one input in one clause of readable length.
import { grouped } from '../lib/figures.ts';

const MOST = 10;

/** `faults`: clauses. */
export function together(faults: readonly string[]): string {
  const more = faults.length - MOST;
  return [...faults.slice(0, MOST), ...(more > 0 ? [`and ${grouped(more)} more`] : [])].join('; ');
}
