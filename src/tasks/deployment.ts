// What is sent to a deployment of the Serverless API: a graph with overrides, or the parameters of a LoRA.
import type { Graph } from '../graphs/graph.ts';
import type { NeededFile, Override } from '../graphs/overrides.ts';
import type { JsonObject } from '../lib/json.ts';

export interface DeploymentOrder {
  readonly id: string;
  /** null: a LoRA deployment, which takes only parameters, or a request that is only collected. */
  readonly graph: GraphOrder | null;
}

export interface GraphOrder {
  /** The graph that runs, if known: from the repository, or saved in the deployment. */
  readonly graph: Graph | null;
  /** Hash of the graph from the repository; null: the saved graph runs. */
  readonly workflow: string | null;
  /** Filled. Files are still `{ $file: path }`. */
  readonly overrides: readonly Override[];
  /** Where the files belong. Those of one input have the order of the task's `files` with this name. */
  readonly needed: readonly NeededFile[];
  /** Sentences about what is allowed, but should be known. */
  readonly notes: readonly string[];
}

/** What logs and reports show of a graph: the prompt, and the seed, which can also be the only one in the overrides. */
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
