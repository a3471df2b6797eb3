// Asks before the command line spends money.
import { ActionError } from '../lib/errors.ts';
import { counted, usd } from '../lib/figures.ts';
import type { Approval, Purchase } from '../pipeline/approval.ts';
import type { Terminal } from './terminal.ts';

/** `yes`: everything is already approved. */
export function approvalAt(terminal: Terminal, yes: boolean, cancelled: AbortSignal): Approval {
  return {
    async ask(purchase) {
      if (yes) return;
      if (!terminal.canAsk) {
        throw new ActionError(
          'not-approved',
          `Not submitted: without a terminal, nobody can approve ${priced(purchase)}.`,
          {
            advice: 'To spend without being asked, add `--yes`.',
          },
        );
      }
      const answer = await terminal.ask(`Submit ${priced(purchase)}? [y/N] `, cancelled).catch((cause: unknown) => {
        throw new ActionError('cancelled', 'Cancelled. Nothing was submitted.', { cause });
      });
      if (!/^y(es)?$/i.test(answer.trim()))
        throw new ActionError('not-approved', 'Not approved. Nothing was submitted.');
    },
    async askAnew() {
      if (yes) return;
      throw new ActionError('not-approved', 'It would have to be generated, and paid for, beyond what was approved.', {
        advice: 'It was not submitted. Run the same command again: it asks before it spends.',
      });
    },
  };
}

/** `3 requests, from $0.12`. */
function priced({ requests, usd: least, unpriced }: Purchase): string {
  const unknown =
    unpriced === 0
      ? ''
      : unpriced === requests
        ? 'at a price that is not known'
        : `plus ${unpriced} at a price that is not known`;
  const known = unpriced === requests ? '' : `from ${usd(least)}`;
  return `${counted(requests, 'request')}, ${[known, unknown].filter((text) => text !== '').join(', ')}`;
}
