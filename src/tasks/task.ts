// From inputs to jobs: what the workflow author asked for, one entry for each request to make.
import type { InputFiles } from '../inputs/files.ts';
import type { SingleOrder } from '../inputs/order.ts';
import type { JsonObject } from '../lib/json.ts';
import type { DeploymentOrder } from './deployment.ts';
import type { PaidRequest } from './paid-request.ts';
import { recipeHash, recipeOf } from './recipe.ts';

export interface Task {
  /** The manifest's id, or `image`. */
  readonly id: string;
  /** What people call it: `image`, or `image-3` where there are several. */
  readonly name: string;
  /** Empty where it is not known, and for deployments. */
  readonly model: string;
  /** null: it goes to a model. */
  readonly deployment: DeploymentOrder | null;
  /** The request body but for input files. Of a graph, only what it is told by: prompt and seed. */
  readonly parameters: JsonObject;
  /** Of a graph, by `node.input`. */
  readonly files: InputFiles;
  /** Where its file goes, relative to the workspace, with `{index}`; null: below `output-dir`, named by `filename`. */
  readonly output: string | null;
  /** Hash of the recipe. */
  readonly recipe: string;
  /** Counts jobs of the same recipe in one run, from 1: without a seed they are not the same image. */
  readonly occurrence: number;
  /** The request that is paid for already, where whoever made the job knows one: the lock, or input `collect`. */
  readonly paid: PaidRequest | null;
}

/**
 * `drawn`: the first seed to send where the order has none; it is no part of the recipe, so that what was paid for is found with and without it.
 * `madeOf`: what the parameters, with the seed of one request, are sent as (deployment-task.ts); by default, to the model.
 */
export function tasksOf(
  order: SingleOrder,
  {
    drawn = null,
    madeOf = (sent) => madeByModel(order, sent),
  }: { readonly drawn?: number | null; readonly madeOf?: (sent: JsonObject) => Made } = {},
): readonly Task[] {
  const { parameters, seed, count } = order;
  const occurrences = new Map<string, number>();
  return Array.from({ length: count }, (_, n) => {
    const asked = seed === null ? parameters : { ...parameters, seed: seed + n };
    const { recipe, ...made } = madeOf(asked);
    const sent = seed === null && drawn !== null ? { ...parameters, seed: drawn + n } : made.parameters;
    const occurrence = (occurrences.get(recipe) ?? 0) + 1;
    occurrences.set(recipe, occurrence);
    const name = count === 1 ? 'image' : `image-${n + 1}`;
    return { id: 'image', name, ...made, parameters: sent, output: null, recipe, occurrence, paid: null };
  });
}

/** What goes into one request. */
export type Made = Pick<Task, 'model' | 'deployment' | 'parameters' | 'files' | 'recipe'>;

function madeByModel({ model, files }: SingleOrder, sent: JsonObject): Made {
  return { model, deployment: null, parameters: sent, files, recipe: recipeHash(recipeOf(model, sent, files)) };
}

/** One for each request that is only to be collected: what it was made of is not known. */
export function tasksToCollect(requestIds: readonly string[], deployment: string | null = null): readonly Task[] {
  return requestIds.map((requestId, n) => ({
    id: 'image',
    name: requestIds.length === 1 ? 'image' : `image-${n + 1}`,
    model: '',
    deployment: deployment === null ? null : { id: deployment, graph: null },
    parameters: {},
    files: {},
    output: null,
    recipe: recipeHash(recipeOf('', { request_id: requestId }, {})),
    occurrence: 1,
    paid: { requestId, ending: null, acceptedAt: null, whenGone: 'fail' },
  }));
}

/** What it is made by, for people: the model or the deployment; empty where neither is known. */
export function makerOf({ model, deployment }: Pick<Task, 'model' | 'deployment'>): string {
  return deployment === null ? model : `deployment ${deployment.id}`;
}

/** The prompt that is sent; null for models that take none. */
export function promptOf({ parameters }: Task): string | null {
  return typeof parameters.prompt === 'string' ? parameters.prompt : null;
}

/** The seed that is sent; null where the model draws its own. */
export function seedOf({ parameters }: Task): number | null {
  return Number.isSafeInteger(parameters.seed) ? Number(parameters.seed) : null;
}

/** How many files the request asks for, in the models' own words for it; null where a parameter may mean so, and nobody knows. */
export function imagesAskedFor({ parameters }: Task): number | null {
  if (Object.entries(parameters).some(([name, value]) => MAY_COUNT.test(name) && Number(value) > 1)) return null;
  const asked = Number(parameters.num_images ?? parameters.number_of_images ?? 1);
  return Number.isInteger(asked) && asked > 0 ? asked : 1;
}

const MAY_COUNT =
  /^(n|(max|num|number_of)_(outputs|samples|results|variations)|max_images|batch(_size|_count)?|samples|(image|output)_count|num_images_per_prompt)$/i;
