// The verbs of RunComfy's Model API: one call each, with its own time limit. URLs are built from the origin and the request id, never taken from a response.
import { type ApiOptions, createApi, onlyNewIds } from './api.ts';
import {
  decodeCancel,
  decodeModel,
  decodeModels,
  decodeResult,
  decodeState,
  decodeSubmit,
  type ModelEntry,
  type RequestResult,
  type RequestState,
} from './protocol.ts';

/** Every verb throws ServiceError (refused), ConnectionError (no response), or the signal's reason. */
export interface RunComfy {
  /** Paid, and never repeated. Returns the request id; null if the service accepted the submit, but its response cannot be read or belongs to another submit. */
  submit(model: string, body: string, signal: AbortSignal): Promise<string | null>;
  state(requestId: string, signal: AbortSignal): Promise<RequestState>;
  result(requestId: string, signal: AbortSignal): Promise<RequestResult>;
  cancel(requestId: string, signal: AbortSignal): Promise<'cancelled' | 'not_cancellable'>;
  model(model: string, signal: AbortSignal): Promise<ModelEntry>;
  /** Ids of models that match a text. */
  search(text: string, signal: AbortSignal): Promise<readonly string[]>;
}

export function createClient({ apiUrl, ...options }: Omit<ApiOptions, 'origin'> & { readonly apiUrl: URL }): RunComfy {
  const ifNew = onlyNewIds();
  const { read, pay, post } = createApi({ ...options, origin: apiUrl });
  return {
    async submit(model, body, signal) {
      return ifNew(decodeSubmit(await pay(`/v1/models/${model}`, body, signal)));
    },
    async state(requestId, signal) {
      return decodeState(await read(`/v1/requests/${requestId}/status`, signal));
    },
    async result(requestId, signal) {
      return decodeResult(await read(`/v1/requests/${requestId}/result?include_cost=true`, signal));
    },
    async cancel(requestId, signal) {
      return decodeCancel(await post(`/v1/requests/${requestId}/cancel`, signal));
    },
    async model(model, signal) {
      return decodeModel(await read(`/v1/models/${model}`, signal));
    },
    async search(text, signal) {
      return decodeModels(await read(`/v1/models?search=${encodeURIComponent(text)}&limit=50`, signal));
    },
  };
}
