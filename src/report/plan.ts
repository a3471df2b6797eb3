// A plan as people read it: what would be made, why, and at what price.
import { counted, usd } from '../figures.ts';
import type { PlanRow } from '../outcomes.ts';
import { code, shortened } from './markdown.ts';

const MOST_ROWS = 500;

/** `12 to make for $0.72, 1 to copy, 40 unchanged, 2 orphaned`. */
export function planTitle(plan: readonly PlanRow[]): string {
  const made = plan.filter(isMade);
  const of = (action: string): number => plan.filter((row) => row.action === action).length;
  const copies = made.filter(({ price }) => price === 0).length;
  const parts = [
    `${made.length - copies} to make${priceOf(made)}`,
    ...(copies > 0 ? [`${copies} to copy`] : []),
    `${of('unchanged')} unchanged`,
    ...(of('modified') > 0 ? [`${of('modified')} modified`] : []),
    ...(of('orphaned') > 0 ? [`${of('orphaned')} orphaned`] : []),
  ];
  return parts.join(', ');
}

/** One line for each image that is not simply unchanged. */
export function planLines(plan: readonly PlanRow[]): readonly string[] {
  return plan
    .filter(({ action }) => action !== 'unchanged')
    .map(
      ({ id, action, reasons, price }) =>
        `${id}: ${action}${reasons.length === 0 ? '' : ` (${reasons.join('; ')})`}${isMade({ action }) ? `, ${priceText(price)}` : ''}`,
    );
}

/** HTML table for Markdown; empty where all is unchanged. */
export function planTable(plan: readonly PlanRow[]): string {
  const rows = plan.filter(({ action }) => action !== 'unchanged');
  if (rows.length === 0) return '';
  const shown = rows.slice(0, MOST_ROWS).map(({ id, action, reasons, price }) => {
    const why = reasons.map((reason) => code(shortened(reason, 400))).join('<br>');
    return `<tr><td>${code(id)}</td><td>${action}</td><td>${why}</td><td>${isMade({ action }) ? priceText(price) : '–'}</td></tr>`;
  });
  const rest =
    rows.length > MOST_ROWS
      ? `\n<p>And ${counted(rows.length - MOST_ROWS, 'more image')}: output <code>plan</code> and the log have all.</p>`
      : '';
  return `<table>\n<tr><th>Image</th><th>Plan</th><th>Why</th><th>Price</th></tr>\n${shown.join('\n')}\n</table>${rest}\n`;
}

function isMade({ action }: Pick<PlanRow, 'action'>): boolean {
  return action === 'new' || action === 'changed' || action === 'forced';
}

function priceText(price: number | null): string {
  return price === null ? 'price unknown' : price === 0 ? 'free' : usd(price);
}

function priceOf(made: readonly PlanRow[]): string {
  const known = made.flatMap(({ price }) => (price === null ? [] : [price]));
  const unknown = made.length - known.length;
  const sum = known.reduce((total, price) => total + price, 0);
  if (made.length === 0) return '';
  if (unknown === made.length) return ' at a price that is not known';
  return ` for ${usd(sum)}${unknown === 0 ? '' : ` and ${unknown} at a price that is not known`}`;
}
