// What a run may cost: refuses what is above that before it is submitted.
import { ActionError } from '../lib/errors.ts';
import { sumUsd, usd } from '../lib/figures.ts';
import { type Catalogue, type Listing, priceOfOne } from '../runcomfy/catalogue.ts';
import { imagesAskedFor, makerOf, type Task } from '../tasks/task.ts';

/** USD of one job; null where it is not known. */
export async function priceOf(task: Task, catalogue: Catalogue): Promise<number | null> {
  if (task.deployment !== null) return null;
  const price = priceOfOne(await catalogue.entry(task.model));
  const images = imagesAskedFor(task);
  return price === null || images === null ? null : price * images;
}

/** What a run may cost. Every method throws ActionError `price-limit` where the price is above that, or not known; then nothing is reserved. */
export interface Budget {
  /** Before the first submit. */
  reserve(tasks: readonly Task[]): Promise<void>;
  /** For a job whose request an earlier run has paid for, but which cannot be had any more. It counts for `max-images` only now, too. */
  reserveAnew(task: Task): Promise<void>;
}

/** `maxCost` in USD; null: no limit, and nothing is looked up. */
export function budgetOf(
  { maxCost, maxImages }: { readonly maxCost: number | null; readonly maxImages: number },
  catalogue: Catalogue,
): Budget {
  let reserved = 0;
  let requests = 0;

  async function add(tasks: readonly Task[], refused: (total: number, limit: number) => ActionError): Promise<void> {
    if (maxCost === null) return;
    const prices: number[] = [];
    for (const task of tasks) {
      const price = await priceOf(task, catalogue);
      if (price === null && task.deployment !== null) throw billedByTheSecond(makerOf(task));
      if (price === null) throw unknownPrice(task.model, await catalogue.entry(task.model));
      prices.push(price);
    }
    const total = sumUsd([reserved, ...prices]);
    if (total > maxCost) throw refused(total, maxCost);
    reserved = total;
  }

  return {
    async reserve(tasks) {
      await add(tasks, aboveLimit);
      requests += tasks.length;
    },
    async reserveAnew(task) {
      if (requests >= maxImages) throw tooManyAnew(maxImages);
      requests += 1;
      await add([task], aboveLimitAnew);
    },
  };
}

function aboveLimit(total: number, limit: number): ActionError {
  return new ActionError('price-limit', `This run would cost ${usd(total)}, more than \`max-cost\` (${usd(limit)}).`, {
    advice: 'Nothing was submitted. Ask for fewer images, or raise `max-cost`.',
  });
}

function aboveLimitAnew(total: number, limit: number): ActionError {
  return new ActionError(
    'price-limit',
    `What an earlier run has paid for cannot be had any more, and to make it anew would raise the price of this run to ${usd(total)}, more than \`max-cost\` (${usd(limit)}).`,
    { advice: 'It was not submitted again. Raise `max-cost` to make it.' },
  );
}

function tooManyAnew(maxImages: number): ActionError {
  return new ActionError(
    'price-limit',
    `What an earlier run has paid for cannot be had any more, and to make it anew would be more requests than \`max-images\` (${maxImages}).`,
    { advice: 'It was not submitted again. Raise `max-images` to make it.' },
  );
}

function billedByTheSecond(maker: string): ActionError {
  return new ActionError(
    'price-limit',
    `What ${maker} costs is not known in advance, since RunComfy bills deployments per second of GPU time: this run may cost more than \`max-cost\`.`,
    { advice: 'Nothing was submitted. Remove `max-cost` to run all the same; `max-images` still limits the requests.' },
  );
}

function unknownPrice(model: string, listing: Listing): ActionError {
  const remedy = 'Remove `max-cost` to run all the same; `max-images` still limits the requests.';
  const [why, advice] =
    listing instanceof ActionError
      ? [`could not be looked up (${listing.message.replace(/\.$/, '')})`, `${listing.advice} Or: ${remedy}`]
      : ['is not known', remedy];
  return new ActionError('price-limit', `The price of ${model} ${why}, so this run may cost more than \`max-cost\`.`, {
    advice: `Nothing was submitted. ${advice}`,
  });
}
