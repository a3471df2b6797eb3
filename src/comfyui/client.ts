// The verbs of RunComfy's Serverless API: one call each, with its own time limit. URLs are built here from the origin and the ids, never taken from a reply.
import { ConnectionError, type Http, readText, retryAfter } from '../http.ts';
import { timeLimit } from '../limit.ts';
import type { Clock } from '../ports.ts';
import type { Reply } from '../runcomfy/protocol.ts';
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
import type { Graph } from './graph.ts';

/** Every verb throws DeploymentError (the answer is no), ConnectionError (no answer), or the signal's reason. */
export interface Serverless {
  /** Paid. Returns the request id; null where the service accepted but its answer cannot be read. Never repeats itself. */
  submit(deployment: string, body: string, signal: AbortSignal): Promise<string | null>;
  state(request: DeploymentRequest, signal: AbortSignal): Promise<DeploymentState>;
  /** `graph`: the one that was sent, where it is known: its titles make errors readable. */
  result(request: DeploymentRequest, signal: AbortSignal, graph?: Graph | null): Promise<DeploymentResult>;
  cancel(request: DeploymentRequest, signal: AbortSignal): Promise<CancelAnswer>;
  deployment(deployment: string, signal: AbortSignal): Promise<Deployment>;
}

/** A request can be asked for only together with its deployment. */
export interface DeploymentRequest {
  readonly deployment: string;
  readonly requestId: string;
}

interface ClientOptions {
  readonly http: Http;
  readonly clock: Clock;
  readonly deploymentsUrl: URL;
  readonly token: string;
  /** Takes the token out of what the service says, before anything is cut, quoted or escaped. */
  readonly redacted: (text: string) => string;
}

interface ApiCall {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
  readonly limitMs: number;
  readonly signal: AbortSignal;
  readonly fresh?: boolean;
}

// A submit carries up to 64 MB of input files.
const SUBMIT_LIMIT_MS = 150_000;
const READ_LIMIT_MS = 20_000;
const MAX_BYTES = 16 * 1024 * 1024;

/** Deployment ids go into URLs, so nothing else may be in them. */
export function isDeploymentId(text: string): boolean {
  return /^[A-Za-z0-9_-]{1,128}$/.test(text);
}

/** Why a text is no id of a deployment, as a clause; null where it is one. */
export function faultOfDeployment(text: string): string | null {
  if (isDeploymentId(text)) return null;
  const rule = 'must be the id of a deployment such as `8f0e2c5a-0000-4000-8000-0123456789ab`';
  return /^https?:/i.test(text)
    ? `${rule}, not an address: copy the id from the page of the deployment on runcomfy.com`
    : rule;
}

export function createServerless({ http, clock, deploymentsUrl, token, redacted }: ClientOptions): Serverless {
  async function call({ method, path, body, limitMs, signal, fresh = false }: ApiCall): Promise<Reply> {
    const late = (): Error => new ConnectionError(new Error(`no answer within ${limitMs / 1000} s`), false);
    const limit = timeLimit(clock, limitMs, late);
    const either = AbortSignal.any([signal, limit.signal]);
    try {
      const response = await http.send({
        method,
        url: new URL(`/prod/${path}`, deploymentsUrl),
        headers: {
          authorization: `Bearer ${token}`,
          accept: 'application/json',
          'accept-encoding': 'identity',
          'cache-control': 'no-cache',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body }),
        signal: either,
        fresh,
      });
      const retryAfterMs = retryAfter(response.header('retry-after'), clock.date());
      return { status: response.status, body: redacted(await readText(response, MAX_BYTES, either)), retryAfterMs };
    } finally {
      limit.end();
    }
  }

  const read = (path: string, signal: AbortSignal): Promise<Reply> =>
    call({ method: 'GET', path, limitMs: READ_LIMIT_MS, signal });

  return {
    async submit(deployment, body, signal) {
      const path = `${deploymentPath('v1', deployment)}/inference`;
      return decodeSubmit(await call({ method: 'POST', path, body, limitMs: SUBMIT_LIMIT_MS, signal, fresh: true }));
    },
    async state(request, signal) {
      return decodeState(await read(`${requestPath(request)}/status`, signal));
    },
    async result(request, signal, graph = null) {
      return decodeResult(await read(`${requestPath(request)}/result`, signal), graph);
    },
    async cancel(request, signal) {
      const path = `${requestPath(request)}/cancel`;
      return decodeCancel(await call({ method: 'POST', path, limitMs: READ_LIMIT_MS, signal }));
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
  return `${version}/deployments/${deployment}`;
}
