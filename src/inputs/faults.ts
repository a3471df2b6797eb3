// All that is wrong with one input as one clause, as long as people read.
import { grouped } from '../lib/figures.ts';

const MOST = 10;

/** `faults`: clauses themselves. */
export function together(faults: readonly string[]): string {
  const more = faults.length - MOST;
  return [...faults.slice(0, MOST), ...(more > 0 ? [`and ${grouped(more)} more`] : [])].join('; ');
}
