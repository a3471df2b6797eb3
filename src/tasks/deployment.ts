// What is sent to a deployment of the Serverless API: a graph with overrides, or the parameters of a LoRA.
import type { Graph } from '../graphs/graph.ts';
import type { NeededFile, Override } from '../graphs/overrides.ts';
import type { JsonObject } from '../lib/json.ts';

export interface DeploymentOrder {
  readonly id: string;
  /** null: a LoRA deployment, which takes the parameters as they are, or a request that is only collected. */
  readonly graph: GraphOrder | null;
}

export interface GraphOrder {
  /** The graph that runs, where it is known: of the repository, or the one that the deployment has saved. */
  readonly graph: Graph | null;
  /** Hash of the graph of the repository; null: the one that the deployment has saved runs. */
  readonly workflow: string | null;
  /** Filled; files are still `{ $file: path }`. */
  readonly overrides: readonly Override[];
  /** Where the files belong. Those of one input are in the order of the task's `files` of that name. */
  readonly needed: readonly NeededFile[];
  /** What is allowed, but should be known: sentences. */
  readonly notes: readonly string[];
}

/** What a graph is told by: the prompt and the seed, where the overrides hold one of each. */
export function toldBy({ prompt, seed }: JsonObject, overrides: readonly Override[]): JsonObject {
  const seeds = new Set(
    overrides.flatMap(({ input, value }) =>
      /^(noise_)?seed$/.test(input) && Number.isSafeInteger(value) ? [Number(value)] : [],
    ),
  );
  const [only] = seeds;
  const told = seed ?? (seeds.size === 1 ? only : undefined);
  return { ...(prompt === undefined ? {} : { prompt }), ...(told === undefined ? {} : { seed: told }) };
}
