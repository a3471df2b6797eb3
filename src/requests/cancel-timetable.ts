// What a cancelled run still does, and until when.

/**
 * What ends how long after the first signal. GitHub's runner sends SIGINT, 7.5 s later SIGTERM, which ends all waiting, and kills 2.5 s after that
 * (actions/runner, ProcessInvoker.cs):
 *
 * - 0 s: nothing more is submitted, and every request that is known is cancelled at RunComfy.
 * - 2.5 s: the cancel calls and the downloads end. Files on their way are paid for.
 * - 6.5 s: submits without an answer are given up. Until then, the answer is the only way to the request; what it names is cancelled in the last second.
 * - 7 s: the upload ends; what is left of it is for the post phase.
 * - 7.5 s: the second signal. From here on there are only writes to local files: outputs, summary, receipt.
 * - 10 s: the runner kills the step.
 */
export const CANCEL_TIMETABLE = { settleMs: 2_500, downloadMs: 2_500, submitMs: 6_500, uploadMs: 7_000 } as const;
