// A plan for people: what would be made, why, and at what price.
import { counted, sumUsd, usd } from '../lib/figures.ts';
import type { PlanRow } from '../tasks/outcome.ts';
import { code, prose, shortened } from './markdown.ts';
import { type Block, fitting, keyName, MAX_COMMENT_CHARACTERS, MAX_SUMMARY_BYTES, runLink } from './pieces.ts';

/** `12 to make from $0.72, 1 to collect or copy, 40 unchanged`. Images with a price of 0 are already paid for. */
export function planTitle(plan: readonly PlanRow[]): string {
  const made = plan.filter(isMade);
  const free = made.filter(({ price }) => price === 0).length;
  return [
    `${made.length - free} to make${priceOf(made)}`,
    ...(free > 0 ? [`${free} to collect or copy`] : []),
    `${countOf(plan, 'unchanged')} unchanged`,
  ].join(', ');
}

/** Facts that are not in the title. */
function planFacts(plan: readonly PlanRow[]): readonly string[] {
  const unknown = plan.filter((row) => isMade(row) && row.price === null).length;
  const [modified, orphaned] = [countOf(plan, 'modified'), countOf(plan, 'orphaned')];
  return [
    ...(unknown > 0 ? [`${counted(unknown, 'price')} unknown`] : []),
    ...(modified > 0 ? [`${modified} modified`] : []),
    ...(orphaned > 0 ? [`${orphaned} orphaned`] : []),
  ];
}

function countOf(plan: readonly PlanRow[], action: string): number {
  return plan.filter((row) => row.action === action).length;
}

/** One line for each image that is not unchanged. */
export function planLines(plan: readonly PlanRow[]): readonly string[] {
  const lines = plan
    .filter(({ action }) => action !== 'unchanged')
    .map(
      ({ id, action, reasons, price }) =>
        `${id}: ${action}${reasons.length === 0 ? '' : ` (${reasons.join('; ')})`}${isMade({ action }) ? `, ${priceText(price)}` : ''}`,
    );
  return [...lines, ...priceNotes(plan).map((note) => `Price of ${note}`)];
}

/** The catalogue's notes about prices, once per model. */
export function priceNotes(plan: readonly PlanRow[]): readonly string[] {
  return [
    ...new Set(plan.flatMap(({ priceNote, price }) => (priceNote === undefined || price === 0 ? [] : [priceNote]))),
  ];
}

/** A table of the images that are not unchanged; none if there are none. `fold`: whether it is folded. */
export function planTable(plan: readonly PlanRow[], fold: 'open' | 'folded' = 'open'): readonly Block[] {
  const rows = plan
    .filter(({ action }) => action !== 'unchanged')
    .map(({ id, action, reasons, price }) => {
      const why = reasons.map((reason) => prose(shortened(reason, 400))).join('<br>');
      const facts = [action, ...(isMade({ action }) ? [priceText(price)] : [])];
      return `<tr><td>${code(id)}<br><sub>${facts.join(' · ')}</sub></td><td>${why}</td></tr>`;
    });
  if (rows.length === 0) return [];
  const [before, after] =
    fold === 'open' ? ['', ''] : [`<details><summary>Plan: ${planTitle(plan)}</summary>\n`, '</details>'];
  const head = `${before}<table>\n<tr><th>Image</th><th>Why</th></tr>`;

  const notes = priceNotes(plan).map((note) => `<p>${prose(shortened(note, 1_000))}</p>`);
  return [{ head, rows, foot: ['</table>', ...notes, `${after}\n`].join('') }];
}

/** The job summary of a plan. */
export function planSummary(plan: readonly PlanRow[]): string {
  const table = fitting(planTable(plan), { max: MAX_SUMMARY_BYTES, lengthOf: Buffer.byteLength, rest: moreRows });
  const facts = planFacts(plan);
  return [`## Plan: ${planTitle(plan)}`, '', ...(facts.length > 0 ? [facts.join(' · '), ''] : []), ...table].join('\n');
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
  const head = [
    mark,
    '',
    `### 📋 Plan: ${planTitle(plan)}${keyName(key)}`,
    '',
    [...planFacts(plan), runLink(runUrl)].join(' · '),
    '',
  ];
  const max = MAX_COMMENT_CHARACTERS - head.join('\n').length - 10;
  return [...head, ...fitting(planTable(plan), { max, lengthOf: (text) => text.length, rest: moreRows }), ''].join(
    '\n',
  );
}

function moreRows(dropped: number): string {
  return `<p>${counted(dropped, 'more image')}: output <code>plan</code> and the log list all.</p>\n`;
}

export function isMade({ action }: Pick<PlanRow, 'action'>): boolean {
  return action === 'new' || action === 'changed' || action === 'forced';
}

export function priceText(price: number | null): string {
  return price === null ? 'price unknown' : price === 0 ? 'free' : `from ${usd(price)}`;
}

/** The lowest total price, if any price is known. */
function priceOf(made: readonly PlanRow[]): string {
  const known = made.flatMap(({ price }) => (price === null || price === 0 ? [] : [price]));
  return known.length === 0 ? '' : ` from ${usd(sumUsd(known))}`;
}
