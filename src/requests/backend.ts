// What takes paid requests: the Model API, or one deployment of the Serverless API. Nothing in this room asks which.
import type { RequestResult, RequestState } from '../runcomfy/protocol.ts';

/** Every verb throws ServiceError (the answer is no), ConnectionError (no answer), or the signal's reason. */
export interface Backend {
  /** Paid. Returns the request id; null where the service accepted but its answer cannot be read. Never repeats itself. */
  submit(target: string, body: string, signal: AbortSignal): Promise<string | null>;
  state(requestId: string, signal: AbortSignal): Promise<RequestState>;
  result(requestId: string, signal: AbortSignal): Promise<RequestResult>;
  cancel(requestId: string, signal: AbortSignal): Promise<'cancelled' | 'not_cancellable'>;
}
