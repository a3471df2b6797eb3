// A deployment with the same four verbs as the Model API, so that the code for paid requests does not need to know which it is.

import type { Graph } from '../graphs/graph.ts';
import { ConnectionError } from '../http/client.ts';
import type { Clock } from '../lib/ports.ts';
import { type RequestResult, type RequestState, ServiceError } from '../runcomfy/protocol.ts';
import type { Serverless } from './client.ts';
import type { DeploymentState } from './decode.ts';

/** Between two polls of a request that is being cancelled. The runner gives a cancelled step only a few seconds. */
const STOP_POLL_MS = 250;

interface BackendOptions {
  readonly service: Serverless;
  readonly clock: Clock;
  readonly deployment: string;
  /** The graph that is sent, or that is saved in the deployment; null if it is not known. */
  readonly graph: Graph | null;
}

interface DeploymentBackend {
  submit(target: string, body: string, signal: AbortSignal): Promise<string | null>;
  state(requestId: string, signal: AbortSignal): Promise<RequestState>;
  result(requestId: string, signal: AbortSignal): Promise<RequestResult>;
  cancel(requestId: string, signal: AbortSignal): Promise<'cancelled' | 'not_cancellable'>;
}

export function deploymentBackend({ service, clock, deployment, graph }: BackendOptions): DeploymentBackend {
  /** null: not known at the moment. */
  async function look(requestId: string, signal: AbortSignal): Promise<DeploymentState | null> {
    try {
      return await service.state({ deployment, requestId }, signal);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof ConnectionError || (error instanceof ServiceError && error.isTransient)) return null;
      throw error;
    }
  }

  return {
    submit: (_, body, signal) => service.submit(deployment, body, signal),
    async state(requestId, signal) {
      // The URL of the log can have a new signature each time, which is not a change of state.
      const { instanceId, logUrl: _, ...state } = await service.state({ deployment, requestId }, signal);
      return state.state === 'in_queue' && instanceId !== null ? { ...state, machine: instanceId } : state;
    },
    result: (requestId, signal) => service.result({ deployment, requestId }, signal, graph),
    /** The request counts as cancelled once its status says so, whatever the response to the cancel call was. Until then, the signal limits the wait. */
    async cancel(requestId, signal) {
      const answer = await service.cancel({ deployment, requestId }, signal);
      if (answer === 'not_cancellable') return answer;
      for (;;) {
        const state = await look(requestId, signal);
        if (state?.state === 'cancelled') return 'cancelled';
        if (state?.state === 'completed') return 'not_cancellable';
        // The status is not known, so the response to the cancel call counts.
        if (state === null && answer === 'cancelled') return answer;
        await clock.sleep(STOP_POLL_MS, signal);
      }
    },
  };
}
