// The tasks of a run without a manifest, and the log lines about their price.

import type { SingleOrder } from '../inputs/order.ts';
import { InputError } from '../lib/errors.ts';
import { sumUsd, usd } from '../lib/figures.ts';
import { type Catalogue, entryIn } from '../runcomfy/catalogue.ts';
import { recipeHash, recipeOf } from '../tasks/recipe.ts';
import { drawnSeed } from '../tasks/seeds.ts';
import { type Task, tasksOf } from '../tasks/task.ts';
import type { Deployments } from './deployments.ts';
import { schemaWithoutCall } from './known-schema.ts';
import { priceNote, pricesOf } from './prices.ts';

/** With a seed of our own if several requests would otherwise return the same image. `asker`: identifies who asks. */
export async function orderedTasks(
  order: SingleOrder,
  asker: string,
  { catalogue, deployments }: { readonly catalogue: Catalogue; readonly deployments: Deployments },
): Promise<readonly Task[]> {
  const { model, deployment, parameters, files, count } = order;
  if (deployment !== null) {
    const { madeByDeployment } = await import('../tasks/deployment-task.ts');
    const saved = deployment.needsGraph ? await deployments.saved(deployment.id) : null;
    const tasks = tasksOf(order, { madeOf: (sent) => madeByDeployment(deployment, { sent, files, saved }) });
    await refuseRepeats(tasks, deployments);
    return tasks;
  }
  if (count === 1 || Object.hasOwn(parameters, 'seed')) return tasksOf(order);
  const schema = schemaWithoutCall(model) ?? entryIn(await catalogue.entry(model))?.inputSchema ?? null;
  const drawn = drawnSeed(schema, asker, recipeHash(recipeOf(model, parameters, files)), count);
  return tasksOf(order, { drawn });
}

/** With the seed inside the graph, each request returns the same picture, and is billed. Throws InputError. */
async function refuseRepeats(tasks: readonly Task[], deployments: Deployments): Promise<void> {
  const [first, second] = tasks;
  const order = first?.deployment ?? null;
  if (order === null || order.graph === null || second?.recipe !== first?.recipe) return;
  const graph = order.graph.graph ?? (await deployments.saved(order.id));
  if (graph === null) return;
  const { fixedSeed, nameOf } = await import('../graphs/overrides.ts');
  const seed = fixedSeed(graph, order.graph.overrides);
  if (seed === null) return;
  const rule = `must be 1 if nothing changes from request to request, because each would be billed for the same picture: set \`seed\`, and say where it goes: \`overrides: { "${nameOf(seed)}": "{seed}" }\``;
  throw new InputError([{ input: 'count', value: String(tasks.length), rule }]);
}

/** Lines for the log. `isAsked`: the catalogue is used anyway. It is not asked for the price alone. */
export async function priceLine(
  tasks: readonly Task[],
  catalogue: Catalogue,
  isAsked: boolean,
): Promise<readonly string[]> {
  const [task] = tasks;
  if (task === undefined || task.deployment !== null || (!isAsked && schemaWithoutCall(task.model) !== null)) return [];
  const { usd: priceOf } = pricesOf(catalogue);
  const price = await priceOf(task);
  const note = priceNote(task.model, await catalogue.entry(task.model));
  return [
    price === null ? 'Price: not known.' : `Price: from ${usd(sumUsd([price * tasks.length]))}.`,
    ...(note === null ? [] : [`Price of ${note}`]),
  ];
}
