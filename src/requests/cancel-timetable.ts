// What a cancelled run still does, and for how long.

/**
 * What ends when after the first signal. GitHub's runner sends SIGINT, then SIGTERM 7.5 s later, which ends all waiting, and kills the step 2.5 s after
 * that (actions/runner, ProcessInvoker.cs):
 *
 * - 0 s: nothing more is submitted, and every known request is cancelled at RunComfy.
 * - 2.5 s: the cancel calls and the downloads end. Until then, downloads continue, because the files are paid for.
 * - 6.5 s: submits without a response are given up. Until then, only the response tells the request id. The request is then cancelled in the last second.
 * - 7 s: the upload ends. The post phase uploads the rest.
 * - 7.5 s: the second signal. After this, there are only writes to local files: outputs, summary, receipt.
 * - 10 s: the runner kills the step.
 */
export const CANCEL_TIMETABLE = { settleMs: 2_500, downloadMs: 2_500, submitMs: 6_500, uploadMs: 7_000 } as const;
