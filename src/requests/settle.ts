// Ends a request after the wait for it: cancels it if it is ours, or finds that it has ended by itself, within one short limit.
import { ConnectionError } from '../http/client.ts';
import { retryDelay } from '../http/retry.ts';
import type { Clock } from '../lib/ports.ts';
import { timeLimit } from '../lib/time-limit.ts';
import { ServiceError } from '../runcomfy/protocol.ts';
import type { Backend } from './backend.ts';
import type { FinalResult } from './follow.ts';

export interface SettleOptions {
  readonly service: Backend;
  readonly clock: Clock;
  /** For the cancel call, its retries and a last poll, in milliseconds. */
  readonly limitMs: number;
  /** Ends it immediately. */
  readonly forceStop: AbortSignal;
  /** False: another run may still wait for the request, so it is only polled. */
  readonly mayCancel?: boolean;
}

/** `running`: it can no longer be cancelled, or there was no response, so it may be billed. A result: it has ended by itself. Never throws. */
export async function endRequest(
  requestId: string,
  { service, clock, limitMs, forceStop, mayCancel = true }: SettleOptions,
): Promise<Exclude<FinalResult, { readonly result: 'cancelled' }> | 'cancelled' | 'running'> {
  const limit = timeLimit(clock, limitMs, () => new Error('out of time'), forceStop);
  const { signal } = limit;
  // The status of a refusal to cancel an ended request is not documented, so after any refusal, the result is fetched.
  const cancel = (id: string): Promise<'cancelled' | 'not_cancellable'> =>
    service.cancel(id, signal).catch((error: unknown) => {
      if (error instanceof ServiceError && !error.isTransient) return 'not_cancellable';
      throw error;
    });
  try {
    for (let failures = 1; ; failures++) {
      try {
        if (mayCancel && (await cancel(requestId)) === 'cancelled') return 'cancelled';
        const result = await service.result(requestId, signal);
        return result.result === 'pending' ? 'running' : result.result === 'cancelled' ? 'cancelled' : result;
      } catch (error) {
        const isTransient = error instanceof ConnectionError || (error instanceof ServiceError && error.isTransient);
        if (!isTransient || signal.aborted) return 'running';
        await clock.sleep(retryDelay(failures, null, clock.random()), signal);
      }
    }
  } catch {
    return 'running';
  } finally {
    limit.end();
  }
}
