// The rules about how a step behaves, whatever happens to it: it ends, tells of every image, keeps its record, and its post phase succeeds.
import type { Imbalance } from './imbalance.ts';
import { cacheFailed, collectable } from './money.ts';
import { lostIn } from './orders.ts';
import type { Attempt, Played } from './play.ts';

export function checkConduct(played: Played): readonly Imbalance[] {
  return [
    ...played.attempts.flatMap((attempt) =>
      RULES.flatMap((rule) => rule(attempt, played)).map((what) => ({
        attempt: attempt.number,
        requests: [],
        what,
      })),
    ),
    ...played.unexpected.map((what) => ({ attempt: null, requests: [], what: `nobody expects: ${what}` })),
  ];
}

/** Returns what is wrong. */
type Rule = (attempt: Attempt, played: Played) => readonly string[];

const RULES: readonly Rule[] = [
  ({ endless }) => (endless ? ['it did not end'] : []),

  ({ processes }) => processes.map((command) => `a process was left: ${command}`),

  ({ main, interruption, mainCalls }) => {
    const meant = interruption === 'SIGKILL' || interruption === 'cancel, then SIGKILL';
    // Before its first line of code, any signal ends a process.
    const early = main.signal !== 'SIGKILL' && mainCalls.length === 0;
    return main.signal === null || meant || early
      ? []
      : [`main was ended by ${main.signal}, after ${main.seconds.toFixed(1)} s`];
  },

  ({ post }) => {
    if (post === null) return ['there was no post phase'];
    const errors = post.annotations.filter(({ level }) => level === 'error');
    return [
      ...(post.exitCode === 0 ? [] : [`post exited with ${post.exitCode ?? post.signal}`]),
      ...errors.map(({ message }) => `post failed with: ${message}`),
    ];
  },

  ({ mainCalls, journal }) =>
    mainCalls.some(({ name }) => name === 'submit') && !journal ? ['it submitted, and there is no journal'] : [],

  ({ main, report }, { plan }) => {
    // The last is of the runner itself, where a step was cancelled.
    const errors = main.annotations.filter(
      ({ level, message }) => level === 'error' && message !== 'The operation was canceled.',
    );
    if (main.exitCode === 1 && errors.length !== 1) return [`it failed with ${errors.length} errors instead of one`];
    if (main.exitCode !== 0) return [];
    const there = (report?.images.length ?? 0) + skipped(main);
    return there === plan.count ? [] : [`it succeeded, with ${there} images instead of ${plan.count}`];
  },

  (attempt, { plan }) => {
    const { main, report, mainCalls } = attempt;
    if (main.exitCode === null || !mainCalls.some(({ name }) => name === 'submit')) return [];
    if (report === null) return ['it ended by itself, without a report'];
    const missing = plan.count - skipped(main) - report.mentioned.size;
    const notSubmitted = Number(
      /(\d+) images? not submitted|Never submitted: (\d+)/.exec(main.log)?.slice(1).join('') ?? 0,
    );
    const lost = new Set(lostIn(attempt));
    const unheard = attempt.accepted.filter((request) => !lost.has(request) && !report.requestIds.includes(request.id));
    return [
      ...(missing === notSubmitted
        ? []
        : [`of ${missing} images it says nothing, and ${notSubmitted} were not submitted`]),
      ...unheard.map(({ id }) => `request-ids lacks ${id}`),
    ];
  },

  ({ report, mainCalls }) => {
    const asked = new Set(mainCalls.filter(({ name }) => name === 'cancel').map(({ requestId }) => requestId));
    const left = (report?.told ?? []).filter(({ state, requestId }) => state === 'running' && !asked.has(requestId));
    return left.map(({ requestId }) => `it gave up ${requestId} and did not try to cancel it`);
  },

  (attempt, played) =>
    collectable(played, attempt, attempt.number).length > 0 &&
    attempt.newRecords.length === 0 &&
    !cacheFailed(attempt.postCalls, attempt.post?.log)
      ? ['requests can be collected by a re-run, and no record of them was kept']
      : [],

  ({ main, post }) => [...main.forged, ...(post?.forged ?? [])].map((line) => `a forged command: ${line}`),
];

/** Images of a manifest that are there already. */
function skipped({ outputs }: Attempt['main']): number {
  return Number(outputs['skipped-count'] ?? 0);
}
