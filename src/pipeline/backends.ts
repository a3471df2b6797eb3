// Which service gets the request of a task. Only this module decides it.
import { deploymentBackend } from '../comfyui/backend.ts';
import type { Serverless } from '../comfyui/client.ts';
import type { Graph } from '../graphs/graph.ts';
import type { Clock } from '../lib/ports.ts';
import type { Backend } from '../requests/backend.ts';
import type { RunComfy } from '../runcomfy/client.ts';

/** The services of a run. */
export interface Services {
  readonly service: RunComfy;
  readonly serverless: Serverless;
  readonly clock: Clock;
}

/** `deployment` null: the Model API. `graph`: the graph that runs, if known. Its titles make errors readable. */
export function backendFor(
  deployment: string | null,
  graph: Graph | null,
  { service, serverless, clock }: Services,
): Backend {
  return deployment === null ? service : deploymentBackend({ service: serverless, clock, deployment, graph });
}
