// How long a cancelled run may still download and upload: the files are paid for, but GitHub ends the step soon.
import { ActionError, type FailureKind } from '../lib/errors.ts';
import type { Clock, Log } from '../lib/ports.ts';
import { CANCEL_TIMETABLE } from '../requests/cancel-timetable.ts';

export interface Signals {
  readonly cancelled: AbortSignal;
  /** The second signal: everything ends immediately. */
  readonly forceStop: AbortSignal;
}

export interface GracePeriods {
  /** Aborts when downloads must end. */
  readonly downloading: AbortSignal;
  /** Aborts when uploads must end. */
  readonly uploading: AbortSignal;
  /** Stops both timers. */
  end(): void;
}

/** How long downloads and uploads may continue after a cancel. */
export function gracePeriods(
  { clock, log }: { readonly clock: Clock; readonly log: Log },
  { cancelled, forceStop }: Signals,
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
    log.info('Cancelled: nothing more is submitted, and unfinished requests are cancelled at RunComfy.');
    abortLater(downloading, CANCEL_TIMETABLE.downloadMs, 'cancelled', 'The run was cancelled during the download.');
    const late = 'The artifact was not uploaded: the run was cancelled, and GitHub ends it soon.';
    abortLater(uploading, CANCEL_TIMETABLE.uploadMs, 'artifact-failed', late);
  };
  if (cancelled.aborted) begin();
  else cancelled.addEventListener('abort', begin, { once: true });
  forceStop.addEventListener('abort', () => {
    downloading.abort(forceStop.reason);
    uploading.abort(forceStop.reason);
  });
  return { downloading: downloading.signal, uploading: uploading.signal, end: () => over.abort() };
}
