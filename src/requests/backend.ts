// A service that takes paid requests: the Model API, or a deployment of the Serverless API. Nothing in this room asks which.
import type { RequestResult, RequestState } from '../runcomfy/protocol.ts';

/** Every verb throws ServiceError (refused), ConnectionError (no response), or the signal's reason. */
export interface Backend {
  /** Paid, and never repeated. Returns the request id; null if the service accepted the submit, but its response cannot be read. */
  submit(target: string, body: string, signal: AbortSignal): Promise<string | null>;
  state(requestId: string, signal: AbortSignal): Promise<RequestState>;
  result(requestId: string, signal: AbortSignal): Promise<RequestResult>;
  cancel(requestId: string, signal: AbortSignal): Promise<'cancelled' | 'not_cancellable'>;
}
