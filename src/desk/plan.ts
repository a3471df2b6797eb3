// Prints a plan in a terminal: what would be made, why, and at what price.

import { isMade, planTitle, priceNotes, priceText } from '../report/plan.ts';
import type { PlanRow } from '../tasks/outcome.ts';
import type { Style, Terminal } from './terminal.ts';

const MARKS: Readonly<Record<string, readonly [mark: string, style: Style]>> = {
  new: ['+', 'green'],
  changed: ['~', 'yellow'],
  forced: ['!', 'yellow'],
  modified: ['?', 'cyan'],
  orphaned: ['-', 'dim'],
};

/** Prints every image that is not unchanged, with its reasons below it. */
export async function tellPlan(plan: readonly PlanRow[], terminal: Terminal): Promise<void> {
  const { styled, printable } = terminal;
  const rows = plan.filter(({ action }) => action !== 'unchanged');
  const widest = Math.min(50, Math.max(0, ...rows.map(({ id }) => id.length)));
  for (const { id, action, reasons, price } of rows) {
    const [mark, style] = MARKS[action] ?? [' ', 'dim'];
    const facts = [action, ...(isMade({ action }) ? [priceText(price)] : [])].join(', ');
    terminal.line(`${styled(style, mark)} ${printable(id).padEnd(widest)}  ${styled(style, facts)}`);
    // Every new image is missing in the lock.
    const news = action === 'new' ? reasons.filter((reason) => reason !== 'not in the lock') : reasons;
    for (const reason of news) terminal.line(`    ${styled('dim', printable(reason))}`);
  }
  for (const note of priceNotes(plan)) terminal.info(`Price of ${note}`);
  terminal.line(`${styled('bold', `Plan: ${planTitle(plan)}.`)}`);
}
