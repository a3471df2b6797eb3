// Ends a request that nobody waits for any more: cancels it where it is ours, or finds that it has ended by itself, under one short limit.
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
  /** For the cancel call, its repetitions and a last look, in milliseconds. */
  readonly limitMs: number;
  /** Ends it at once. */
  readonly forceStop: AbortSignal;
  /** False: whoever made it may still wait for it, so it is only asked for. */
  readonly mayCancel?: boolean;
}

/** `running`: not cancellable any more, or nobody could be asked; it may be billed. A result: it has ended by itself. Never throws. */
export async function endRequest(
  requestId: string,
  { service, clock, limitMs, forceStop, mayCancel = true }: SettleOptions,
): Promise<Exclude<FinalResult, { readonly result: 'cancelled' }> | 'cancelled' | 'running'> {
  const limit = timeLimit(clock, limitMs, () => new Error('out of time'), forceStop);
  const { signal } = limit;
  // With which status RunComfy refuses to cancel what has ended is not documented: any refusal means that the result must be asked.
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
