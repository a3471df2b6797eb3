// One deployment behind the same four verbs as the Model API, so that what looks after a paid request need not know which it is.

import type { Graph } from '../graphs/graph.ts';
import { ConnectionError } from '../http/client.ts';
import type { Clock } from '../lib/ports.ts';
import { type RequestResult, type RequestState, ServiceError } from '../runcomfy/protocol.ts';
import type { Serverless } from './client.ts';
import type { DeploymentState } from './decode.ts';

/** Between two looks at a request that was asked to stop. The runner leaves a cancelled step a few seconds. */
const STOP_POLL_MS = 250;

interface BackendOptions {
  readonly service: Serverless;
  readonly clock: Clock;
  readonly deployment: string;
  /** The one that is sent, or that the deployment has saved; null where it is not known. */
  readonly graph: Graph | null;
}

interface DeploymentBackend {
  submit(target: string, body: string, signal: AbortSignal): Promise<string | null>;
  state(requestId: string, signal: AbortSignal): Promise<RequestState>;
  result(requestId: string, signal: AbortSignal): Promise<RequestResult>;
  cancel(requestId: string, signal: AbortSignal): Promise<'cancelled' | 'not_cancellable'>;
}

export function deploymentBackend({ service, clock, deployment, graph }: BackendOptions): DeploymentBackend {
  /** null: nobody can say at the moment. */
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
      // The log's address may be signed anew each time, which is no change of state.
      const { instanceId, logUrl: _, ...state } = await service.state({ deployment, requestId }, signal);
      return state.state === 'in_queue' && instanceId !== null ? { ...state, machine: instanceId } : state;
    },
    result: (requestId, signal) => service.result({ deployment, requestId }, signal, graph),
    /** A request that was asked to stop is believed cancelled once its status says so, whatever the answer was; until then the signal limits the wait. */
    async cancel(requestId, signal) {
      const answer = await service.cancel({ deployment, requestId }, signal);
      if (answer === 'not_cancellable') return answer;
      for (;;) {
        const state = await look(requestId, signal);
        if (state?.state === 'cancelled') return 'cancelled';
        if (state?.state === 'completed') return 'not_cancellable';
        // Nobody says otherwise.
        if (state === null && answer === 'cancelled') return answer;
        await clock.sleep(STOP_POLL_MS, signal);
      }
    },
  };
}
