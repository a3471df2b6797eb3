// A plan as people read it: what would be made, why, and at what price.
import { counted, sumUsd, usd } from '../lib/figures.ts';
import type { PlanRow } from '../tasks/outcome.ts';
import { code, shortened } from './markdown.ts';
import { type Block, fitting, keyName, MAX_COMMENT_CHARACTERS, MAX_SUMMARY_BYTES, runLink } from './pieces.ts';

/** `12 to make from $0.72, 1 to collect or copy, 40 unchanged, 2 orphaned`. What is made without a price is paid for already. */
export function planTitle(plan: readonly PlanRow[]): string {
  const made = plan.filter(isMade);
  const of = (action: string): number => plan.filter((row) => row.action === action).length;
  const free = made.filter(({ price }) => price === 0).length;
  const parts = [
    `${made.length - free} to make${priceOf(made.filter(({ price }) => price !== 0))}`,
    ...(free > 0 ? [`${free} to collect or copy`] : []),
    `${of('unchanged')} unchanged`,
    ...(of('modified') > 0 ? [`${of('modified')} modified`] : []),
    ...(of('orphaned') > 0 ? [`${of('orphaned')} orphaned`] : []),
  ];
  return parts.join(', ');
}

/** One line for each image that is not simply unchanged. */
export function planLines(plan: readonly PlanRow[]): readonly string[] {
  const lines = plan
    .filter(({ action }) => action !== 'unchanged')
    .map(
      ({ id, action, reasons, price }) =>
        `${id}: ${action}${reasons.length === 0 ? '' : ` (${reasons.join('; ')})`}${isMade({ action }) ? `, price: ${priceText(price)}` : ''}`,
    );
  return [...lines, ...priceNotes(plan).map((note) => `Price of ${note}`)];
}

/** What the catalogue says of prices, once a model. */
export function priceNotes(plan: readonly PlanRow[]): readonly string[] {
  return [
    ...new Set(plan.flatMap(({ priceNote, price }) => (priceNote === undefined || price === 0 ? [] : [priceNote]))),
  ];
}

/** What is not simply unchanged, as a table; none where all is. `fold`: behind its title. */
export function planTable(plan: readonly PlanRow[], fold: 'open' | 'folded' = 'open'): readonly Block[] {
  const rows = plan
    .filter(({ action }) => action !== 'unchanged')
    .map(({ id, action, reasons, price }) => {
      const why = reasons.map((reason) => code(shortened(reason, 400))).join('<br>');
      return `<tr><td>${code(id)}</td><td>${action}</td><td>${why}</td><td>${isMade({ action }) ? priceText(price) : '–'}</td></tr>`;
    });
  if (rows.length === 0) return [];
  const [before, after] =
    fold === 'open' ? ['', ''] : [`<details><summary>Plan: ${planTitle(plan)}</summary>\n`, '</details>'];
  const head = `${before}<table>\n<tr><th>Image</th><th>Plan</th><th>Why</th><th>Price</th></tr>`;
  const notes = priceNotes(plan).map((note) => `<p>${code(shortened(note, 1_000))}</p>`);
  return [{ head, rows, foot: ['</table>', ...notes, `${after}\n`].join('') }];
}

/** The job summary of a plan. */
export function planSummary(plan: readonly PlanRow[]): string {
  const table = fitting(planTable(plan), { max: MAX_SUMMARY_BYTES, lengthOf: Buffer.byteLength, rest: moreRows });
  return [`## Plan: ${planTitle(plan)}`, '', ...table].join('\n');
}

interface PlanCommentSources {
  /** The hidden first line. */
  readonly mark: string;
  readonly key: string;
  readonly plan: readonly PlanRow[];
  readonly runUrl: string;
}

/** The comment on a pull request that shows a plan. */
export function planComment({ mark, key, plan, runUrl }: PlanCommentSources): string {
  const head = [mark, '', `### 📋 Plan: ${planTitle(plan)}${keyName(key)}`, '', runLink(runUrl), ''];
  const max = MAX_COMMENT_CHARACTERS - head.join('\n').length - 10;
  return [...head, ...fitting(planTable(plan), { max, lengthOf: (text) => text.length, rest: moreRows }), ''].join(
    '\n',
  );
}

function moreRows(dropped: number): string {
  return `<p>And ${counted(dropped, 'more image')}: output <code>plan</code> and the log have all.</p>\n`;
}

function isMade({ action }: Pick<PlanRow, 'action'>): boolean {
  return action === 'new' || action === 'changed' || action === 'forced';
}

function priceText(price: number | null): string {
  return price === null ? 'unknown' : price === 0 ? 'free' : `from ${usd(price)}`;
}

function priceOf(made: readonly PlanRow[]): string {
  const known = made.flatMap(({ price }) => (price === null ? [] : [price]));
  const unknown = made.length - known.length;
  if (made.length === 0) return '';
  if (unknown === made.length) return ' at a price that is not known';
  return ` from ${usd(sumUsd(known))}${unknown === 0 ? '' : ` and ${unknown} at a price that is not known`}`;
}
