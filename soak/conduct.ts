// The rules for a step, whatever happens to it: it ends, reports every image, saves its record, and its post phase succeeds.
import type { Imbalance } from './imbalance.ts';
import { madeBy } from './orders.ts';
import type { Played, Round, Step } from './play.ts';

export function checkConduct(played: Played): readonly Imbalance[] {
  return [
    ...played.rounds.flatMap((round) =>
      round.steps.flatMap((step) =>
        RULES.flatMap((rule) => rule(step, round, played)).map((what) => ({ round: round.number, requests: [], what })),
      ),
    ),
    ...played.unexpected.map((what) => ({ round: null, requests: [], what: `the simulator did not expect: ${what}` })),
  ];
}

/** Returns what is wrong, as clauses. */
type Rule = (step: Step, round: Round, played: Played) => readonly string[];

const RULES: readonly Rule[] = [
  ({ endless }) => (endless ? ['it did not end'] : []),

  ({ processes }) => processes.map((command) => `a process was left: ${command}`),

  ({ main, interruption }) => {
    const meant = interruption === 'SIGKILL' || interruption === 'cancel, then SIGKILL';
    // Any signal ends a process that has not installed its handlers yet.
    const early = main.signal !== 'SIGKILL' && main.stdout === '';
    return main.signal === null || meant || early
      ? []
      : [`main was ended by ${main.signal}, after ${main.seconds.toFixed(1)} s`];
  },

  ({ post, plan }) => {
    if (plan.lost) return [];
    if (post === null) return ['there was no post phase'];
    const errors = post.annotations.filter(({ level }) => level === 'error');
    return [
      ...(post.exitCode === 0 ? [] : [`post exited with ${post.exitCode ?? post.signal}`]),
      ...errors.map(({ message }) => `post failed with: ${message}`),
    ];
  },

  (step, { accepted }) =>
    madeBy(step, accepted).length > 0 && !step.journal ? ['it submitted, and there is no journal'] : [],

  ({ plan, main }, { calls, steps }) =>
    plan.collects && steps.length === 1 && calls.some(({ name }) => name === 'submit')
      ? [`it was only to collect, and submitted: ${main.conclusion}`]
      : [],

  ({ main, report, asked }, _round, { plan }) => {
    // The runner itself adds this error to a cancelled step.
    const errors = main.annotations.filter(
      ({ level, message }) => level === 'error' && message !== 'The operation was canceled.',
    );
    if (main.exitCode === 1 && errors.length !== 1) return [`it failed with ${errors.length} errors instead of one`];
    if (main.exitCode !== 0) return [];
    const there = (report?.images.length ?? 0) + skipped(main);
    // An image with a missing file is tried again, and counts neither as an image nor as skipped.
    const isRight = there === asked || (plan.partial !== null && there === asked - 1);
    return isRight ? [] : [`it succeeded, with ${there} images instead of ${asked}`];
  },

  (step, { accepted }, { plan }) => {
    const { main, report, asked } = step;
    if (main.exitCode === null || !/^(Submitting|Collecting) \d/m.test(main.log)) return [];
    if (report === null) return ['it ended by itself, without a report'];
    const missing = asked - skipped(main) - report.mentioned.size;
    const notSubmitted = Number(
      /(\d+) images? not submitted|Never submitted: (\d+)/.exec(main.log)?.slice(1).join('') ?? 0,
    );
    // A cancelled run counts blocked images as not submitted.
    const isRight =
      missing === notSubmitted ||
      missing + report.blocked === notSubmitted ||
      (plan.partial !== null && missing === notSubmitted + 1);
    const unheard = madeBy(step, accepted).filter(({ id }) => !report.requestIds.includes(id));
    return [
      ...(isRight ? [] : [`of ${missing} images it says nothing, and ${notSubmitted} were not submitted`]),
      ...unheard.map(({ id }) => `request-ids lacks ${id}`),
    ];
  },

  (step, { accepted, calls }) => {
    const asked = new Set(calls.filter(({ name }) => name === 'cancel').map(({ requestId }) => requestId));
    // Other steps may still be waiting for their own requests.
    const own = new Set(madeBy(step, accepted).map(({ id }) => id));
    const left = (step.report?.told ?? []).filter(
      ({ state, requestId }) => state === 'running' && own.has(requestId) && !asked.has(requestId),
    );
    return left.map(({ requestId }) => `it gave up ${requestId} and did not try to cancel it`);
  },

  ({ main, post }) => [...main.forged, ...(post?.forged ?? [])].map((line) => `a forged command: ${line}`),
];

/** How many images of a manifest were unchanged. */
function skipped({ outputs }: Step['main']): number {
  return Number(outputs['skipped-count'] ?? 0);
}
