// The verbs of RunComfy's Serverless API: one call each, with its own time limit. URLs are built from the origin and the ids, never taken from a response.
import type { Graph } from '../graphs/graph.ts';
import { type ApiOptions, createApi, onlyNewIds } from '../runcomfy/api.ts';
import {
  type CancelAnswer,
  type Deployment,
  type DeploymentResult,
  type DeploymentState,
  decodeCancel,
  decodeDeployment,
  decodeResult,
  decodeState,
  decodeSubmit,
} from './decode.ts';

/** Every verb throws DeploymentError (refused), ConnectionError (no response), or the signal's reason. */
export interface Serverless {
  /** Paid, and never repeated. Returns the request id; null if the service accepted the submit, but its response cannot be read or belongs to another submit. */
  submit(deployment: string, body: string, signal: AbortSignal): Promise<string | null>;
  state(request: DeploymentRequest, signal: AbortSignal): Promise<DeploymentState>;
  /** `graph`: the one that was sent, if known. Its titles make errors readable. */
  result(request: DeploymentRequest, signal: AbortSignal, graph?: Graph | null): Promise<DeploymentResult>;
  cancel(request: DeploymentRequest, signal: AbortSignal): Promise<CancelAnswer>;
  deployment(deployment: string, signal: AbortSignal): Promise<Deployment>;
}

/** The service finds a request only by its id and its deployment. */
interface DeploymentRequest {
  readonly deployment: string;
  readonly requestId: string;
}

export function createServerless({
  deploymentsUrl,
  ...options
}: Omit<ApiOptions, 'origin'> & { readonly deploymentsUrl: URL }): Serverless {
  const ifNew = onlyNewIds();
  const { read, pay, post } = createApi({ ...options, origin: deploymentsUrl });
  return {
    async submit(deployment, body, signal) {
      return ifNew(decodeSubmit(await pay(`${deploymentPath('v1', deployment)}/inference`, body, signal)));
    },
    async state(request, signal) {
      return decodeState(await read(`${requestPath(request)}/status`, signal));
    },
    async result(request, signal, graph = null) {
      return decodeResult(await read(`${requestPath(request)}/result`, signal), graph);
    },
    async cancel(request, signal) {
      return decodeCancel(await post(`${requestPath(request)}/cancel`, signal));
    },
    async deployment(deployment, signal) {
      return decodeDeployment(await read(`${deploymentPath('v2', deployment)}?includes=payload`, signal));
    },
  };
}

function requestPath({ deployment, requestId }: DeploymentRequest): string {
  return `${deploymentPath('v1', deployment)}/requests/${requestId}`;
}

function deploymentPath(version: 'v1' | 'v2', deployment: string): string {
  return `/prod/${version}/deployments/${deployment}`;
}
