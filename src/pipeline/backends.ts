// Which service takes the request of a task: the one place that asks.
import { deploymentBackend } from '../comfyui/backend.ts';
import type { Serverless } from '../comfyui/client.ts';
import type { Graph } from '../graphs/graph.ts';
import type { Clock } from '../lib/ports.ts';
import type { Backend } from '../requests/backend.ts';
import type { RunComfy } from '../runcomfy/client.ts';

/** What the requests of a run are addressed to. */
export interface Services {
  readonly service: RunComfy;
  readonly serverless: Serverless;
  readonly clock: Clock;
}

/** `deployment` null: the Model API. `graph`: the one that runs, where it is known: its titles make errors readable. */
export function backendFor(
  deployment: string | null,
  graph: Graph | null,
  { service, serverless, clock }: Services,
): Backend {
  return deployment === null ? service : deploymentBackend({ service: serverless, clock, deployment, graph });
}
