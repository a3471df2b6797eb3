// Tasks: what the workflow author asked for, one for each request to make.
import type { InputFiles } from '../inputs/files.ts';
import type { SingleOrder } from '../inputs/order.ts';
import type { JsonObject } from '../lib/json.ts';
import type { DeploymentOrder } from './deployment.ts';
import type { PaidRequest } from './paid-request.ts';
import { recipeHash, recipeOf } from './recipe.ts';

export interface Task {
  /** The manifest's id, or `image`. */
  readonly id: string;
  /** Its name for people: `image`, or `image-3` if there are several. */
  readonly name: string;
  /** Empty if not known, and for deployments. */
  readonly model: string;
  /** null for a model. */
  readonly deployment: DeploymentOrder | null;
  /** The request body without input files. For a graph, only what logs and reports show: prompt and seed. */
  readonly parameters: JsonObject;
  /** For a graph, by `node.input`. */
  readonly files: InputFiles;
  /** The path of its file, relative to the workspace, with `{index}`; null: in `output-dir`, named by `filename`. */
  readonly output: string | null;
  /** Hash of the recipe. */
  readonly recipe: string;
  /** Counts tasks with the same recipe in one run, from 1. Without a seed, they are different images. */
  readonly occurrence: number;
  /** The paid request, if the lock or input `collect` names one. */
  readonly paid: PaidRequest | null;
}

/**
 * `drawn`: the first seed to send if the order has none. It is not part of the recipe, so that paid requests are found with and without it.
 * `madeOf`: the content of one request, from the parameters with its seed (deployment-task.ts). By default, a request to the model.
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

/** The content of one request. */
export type Made = Pick<Task, 'model' | 'deployment' | 'parameters' | 'files' | 'recipe'>;

function madeByModel({ model, files }: SingleOrder, sent: JsonObject): Made {
  return { model, deployment: null, parameters: sent, files, recipe: recipeHash(recipeOf(model, sent, files)) };
}

/** One task for each request to collect. Its recipe is not known. */
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

/** The model or the deployment, for people; empty if not known. */
export function makerOf({ model, deployment }: Pick<Task, 'model' | 'deployment'>): string {
  return deployment === null ? model : `deployment ${deployment.id}`;
}

/** The prompt that is sent; null for models that take none. */
export function promptOf({ parameters }: Task): string | null {
  return typeof parameters.prompt === 'string' ? parameters.prompt : null;
}

/** The seed that is sent; null if the model chooses one. */
export function seedOf({ parameters }: Task): number | null {
  return Number.isSafeInteger(parameters.seed) ? Number(parameters.seed) : null;
}

/** How many files the request asks for, by the parameter names of models; null if a parameter may mean this, but it is not certain. */
export function imagesAskedFor({ parameters }: Task): number | null {
  if (Object.entries(parameters).some(([name, value]) => MAY_COUNT.test(name) && Number(value) > 1)) return null;
  const asked = Number(parameters.num_images ?? parameters.number_of_images ?? 1);
  return Number.isInteger(asked) && asked > 0 ? asked : 1;
}

const MAY_COUNT =
  /^(n|(max|num|number_of)_(outputs|samples|results|variations)|max_images|batch(_size|_count)?|samples|(image|output)_count|num_images_per_prompt)$/i;
