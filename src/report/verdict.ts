// Whether the step fails, and the one sentence that says why.
import { ActionError } from '../errors.ts';
import { counted } from '../figures.ts';
import type { Outcome, Tally } from '../outcomes.ts';

interface VerdictSources {
  readonly tally: Tally;
  readonly failOn: 'any' | 'all' | 'never';
  readonly cancelled: boolean;
  readonly evidenceFailure: ActionError | null;
  /** A re-run finds what was paid for. */
  readonly resumable: boolean;
}

/** The error that the step fails with; null where it succeeds. */
export function verdictOf({
  tally,
  failOn,
  cancelled,
  evidenceFailure,
  resumable,
}: VerdictSources): ActionError | null {
  if (cancelled) return new ActionError('cancelled', receipt(tally, resumable));
  const attempted = tally.outcomes.length - tally.notAttempted.length;
  const jobsFail =
    tally.failed.length > 0 && (failOn === 'any' || (failOn === 'all' && tally.failed.length === attempted));
  const jobs = jobsFail ? failures(tally, attempted) : null;
  if (jobs === null) return evidenceFailure;
  return evidenceFailure === null ? jobs : new ActionError(jobs.kind, `${jobs.message}\n${evidenceFailure.text}`);
}

function failures({ failed, images, plan }: Tally, attempted: number): ActionError {
  const [first] = failed;
  if (first === undefined) throw new Error('a failed run has a failed job');
  if (attempted === 1) {
    const name = plan === null ? '' : `${first.job.name}: `;
    return new ActionError(first.failure.kind, `${name}${first.failure.message}`, { advice: first.failure.advice });
  }
  const saved = images.length === 0 ? '' : `; ${counted(images.length, 'file')} saved`;
  // Many jobs mostly fail for one reason: say it once.
  const reasons = Map.groupBy(failed, ({ failure }) => failure.text);
  const lines = [...reasons].map(([reason, outcomes]) => `- ${listed(outcomes)}: ${reason}`);
  return new ActionError(
    first.failure.kind,
    `${failed.length} of ${attempted} images failed${saved}.\n${lines.join('\n')}`,
  );
}

/** What a cancelled run leaves behind, and what to do about it. */
function receipt({ outcomes, images, notAttempted }: Tally, resumable: boolean): string {
  const of = (state: Outcome['unsettled']): readonly Outcome[] =>
    outcomes.filter(({ unsettled }) => unsettled === state);
  const ids = (list: readonly Outcome[]): string => listed(list, ({ requestId }) => requestId ?? '');
  const parts = [`Cancelled. ${counted(images.length, 'file')} saved.`];
  const [cancelled, running, unknown] = [of('cancelled'), of('running'), of('unknown')];
  if (cancelled.length > 0) parts.push(`Cancelled at RunComfy: ${ids(cancelled)}.`);
  if (running.length > 0) {
    parts.push(
      `Still running at RunComfy, and may be billed: ${ids(running)}. ${resumable ? 'Re-run this job to collect them without paying again, or look' : 'Look'} for them under Generations on runcomfy.com.`,
    );
  }
  if (unknown.length > 0) {
    parts.push(
      `${counted(unknown.length, 'submit')} went out, but the answer was lost: look under Generations on runcomfy.com before running again.`,
    );
  }
  if (notAttempted.length > 0) parts.push(`Never submitted: ${notAttempted.length}.`);
  return parts.join('\n');
}

const MOST_LISTED = 10;

function listed(outcomes: readonly Outcome[], name: (outcome: Outcome) => string = ({ job }) => job.name): string {
  const shown = outcomes.slice(0, MOST_LISTED).map(name).join(', ');
  return outcomes.length > MOST_LISTED ? `${shown} and ${outcomes.length - MOST_LISTED} more` : shown;
}
