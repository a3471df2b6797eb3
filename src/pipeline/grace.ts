// What a cancelled run may still do, and for how long: files on their way are paid for, and GitHub ends the step soon.
import { ActionError, type FailureKind } from '../lib/errors.ts';
import type { Clock, Log } from '../lib/ports.ts';

export interface Signals {
  readonly cancelled: AbortSignal;
  /** The second signal: no grace for anything any more. */
  readonly hurry: AbortSignal;
}

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

export interface GracePeriods {
  /** Aborts when downloads must end. */
  readonly downloading: AbortSignal;
  /** Aborts when uploads must end. */
  readonly uploading: AbortSignal;
  /** Ends the waiting for either. */
  end(): void;
}

/** How long after a cancel files may still arrive and leave. */
export function gracePeriods(
  { clock, log }: { readonly clock: Clock; readonly log: Log },
  { cancelled, hurry }: Signals,
): GracePeriods {
  const over = new AbortController();
  const downloading = new AbortController();
  const uploading = new AbortController();
  const abortLater = (controller: AbortController, ms: number, kind: FailureKind, message: string): void => {
    clock.sleep(ms, over.signal).then(
      () => controller.abort(new ActionError(kind, message)),
      () => {},
    );
  };
  const begin = (): void => {
    log.info('Cancelled: nothing more is submitted, and requests that are not finished are cancelled at RunComfy.');
    abortLater(downloading, CANCEL_TIMETABLE.downloadMs, 'cancelled', 'The run was cancelled during the download.');
    const late = 'The artifact was not uploaded: the run was cancelled, and GitHub ends it soon.';
    abortLater(uploading, CANCEL_TIMETABLE.uploadMs, 'artifact-failed', late);
  };
  if (cancelled.aborted) begin();
  else cancelled.addEventListener('abort', begin, { once: true });
  hurry.addEventListener('abort', () => {
    downloading.abort(hurry.reason);
    uploading.abort(hurry.reason);
  });
  return { downloading: downloading.signal, uploading: uploading.signal, end: () => over.abort() };
}
