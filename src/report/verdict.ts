// Whether the step fails, and the one error that says why.
import { ActionError } from '../lib/errors.ts';
import { counted } from '../lib/figures.ts';
import { besidesIds, pagesOf } from '../lib/request-pages.ts';
import type { Outcome, RunResult } from '../tasks/outcome.ts';

interface VerdictSources {
  readonly runResult: RunResult;
  readonly failOn: 'any' | 'all' | 'never';
  readonly cancelled: boolean;
  readonly evidenceFailure: ActionError | null;
  /** How a user collects what was paid for: `Re-run this job`. null if no later run finds it by itself. */
  readonly collectBy: string | null;
}

/** The error that the step fails with; null if it succeeds. */
export function verdictOf({
  runResult,
  failOn,
  cancelled,
  evidenceFailure,
  collectBy,
}: VerdictSources): ActionError | null {
  if (cancelled) return new ActionError('cancelled', receipt(runResult, collectBy));
  const jobsFail =
    runResult.failed.length > 0 &&
    (failOn === 'any' || (failOn === 'all' && runResult.failed.length === attempted(runResult)));
  const tasks = jobsFail ? failures(runResult) : null;
  if (tasks === null) return evidenceFailure;
  if (evidenceFailure === null) return tasks;
  if (attempted(runResult) === 1) return new ActionError(tasks.kind, `${tasks.text}\n${evidenceFailure.text}`);
  // GitHub cuts long annotations, so this must come before the list of failures.
  const [headline = '', ...list] = tasks.text.split('\n');
  return new ActionError(tasks.kind, [headline, evidenceFailure.text, ...list].join('\n'));
}

function attempted({ outcomes, notAttempted }: RunResult): number {
  return outcomes.length - notAttempted.length;
}

function failures(runResult: RunResult): ActionError {
  const { failed, images, plan, blocked } = runResult;
  const [first] = failed;
  if (first === undefined) throw new Error('a failed run has a failed task');
  const behind =
    blocked.length === 0
      ? ''
      : `${counted(blocked.length, 'image')} made from what failed ${blocked.length === 1 ? 'was' : 'were'} not attempted: ${listed(blocked)}.`;
  if (attempted(runResult) === 1) {
    const name = plan === null ? '' : `${first.task.name}: `;
    const advice = [first.failure.advice, behind].filter((text) => text !== '').join(' ');
    return new ActionError(first.failure.kind, `${name}${first.failure.message}`, { advice });
  }
  const saved = images.length === 0 ? '' : `; ${counted(images.length, 'file')} saved`;
  // If many tasks fail for the same reason, it is only shown once.
  const reasons = Map.groupBy(failed, ({ failure }) => failure.text);
  const lines = [...reasons].map(([reason, outcomes]) => `- ${listed(outcomes)}: ${reason}`);
  return new ActionError(
    first.failure.kind,
    `${failed.length} of ${attempted(runResult)} images failed${saved}.\n${lines.join('\n')}`,
    { advice: behind },
  );
}

/** What failed and what may be billed if `fail-on` lets the step succeed anyway; null if there is nothing. */
export function toleratedOf(runResult: RunResult, collectBy: string | null): string | null {
  const failed = runResult.failed.length === 0 ? [] : [failures(runResult).text];
  const parts = [...failed, ...doubts(runResult, collectBy)];
  return parts.length === 0 ? null : parts.join('\n');
}

function doubts({ outcomes }: RunResult, collectBy: string | null): readonly string[] {
  const running = outcomes.filter(({ unsettled }) => unsettled === 'running');
  const unknown = outcomes.filter(({ unsettled }) => unsettled === 'unknown');
  const deployments = (those: readonly Outcome[]): readonly (string | null)[] =>
    those.map(({ task }) => task.deployment?.id ?? null);
  const collect =
    collectBy !== null
      ? `${collectBy} to collect them without paying again, or look`
      : `Pass them to \`collect\`${besidesIds(deployments(running))} to download them without paying again, or look`;
  return [
    ...(running.length === 0
      ? []
      : [
          `Still running at RunComfy, and may be billed: ${requestIds(running)}. ${collect} for them under ${pagesOf(deployments(running))}.`,
        ]),
    ...(unknown.length === 0
      ? []
      : [
          `${counted(unknown.length, 'submit')} sent, but the response was lost: check ${pagesOf(deployments(unknown))} before you run this again.`,
        ]),
  ];
}

function requestIds(outcomes: readonly Outcome[]): string {
  return listed(outcomes, ({ requestId }) => requestId ?? '');
}

/** What a cancelled run leaves behind, and what to do about it. */
function receipt(runResult: RunResult, collectBy: string | null): string {
  const { outcomes, images, notAttempted } = runResult;
  const cancelled = outcomes.filter(({ unsettled }) => unsettled === 'cancelled');
  const cutOff = outcomes.filter(
    ({ failure, unsettled, tookMs }) => failure?.kind === 'cancelled' && unsettled === null && tookMs !== null,
  );
  const parts = [`Cancelled. ${counted(images.length, 'file')} saved.`];
  if (cancelled.length > 0) parts.push(`Cancelled at RunComfy: ${requestIds(cancelled)}.`);
  if (cutOff.length > 0) {
    const next = collectBy === null ? '' : ` ${collectBy} to collect them without paying again.`;
    parts.push(`Finished at RunComfy, and billed, but not downloaded: ${requestIds(cutOff)}.${next}`);
  }
  parts.push(...doubts(runResult, collectBy));
  if (notAttempted.length > 0) parts.push(`Never submitted: ${notAttempted.length}.`);
  return parts.join('\n');
}

const MAX_LISTED = 10;

function listed(outcomes: readonly Outcome[], name: (outcome: Outcome) => string = ({ task }) => task.name): string {
  const shown = outcomes.slice(0, MAX_LISTED).map(name).join(', ');
  return outcomes.length > MAX_LISTED ? `${shown} and ${outcomes.length - MAX_LISTED} more` : shown;
}
