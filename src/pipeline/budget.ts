// The budget of a run: refuses requests that would exceed it, before they are submitted.
import { ActionError } from '../lib/errors.ts';
import { sumUsd, usd } from '../lib/figures.ts';
import { makerOf, type Task } from '../tasks/task.ts';
import type { Prices } from './prices.ts';

/** The budget of a run. Every method throws ActionError `price-limit` if the lowest price exceeds it or is not known. Then nothing is reserved. */
export interface Budget {
  /** Before the first submit, for tasks that are not paid for yet. Throws ActionError `bad-input`, also for more tasks than `max-images`. */
  reserve(tasks: readonly Task[]): Promise<void>;
  /** For a task whose paid request no longer exists. It also counts for `max-images` only from now on. */
  reserveAnew(task: Task): Promise<void>;
}

/** `maxCost` in USD; null: no limit, and no look-ups. */
export function budgetOf(
  { maxCost, maxImages }: { readonly maxCost: number | null; readonly maxImages: number },
  { least }: Prices,
): Budget {
  let reserved = 0;
  let requests = 0;

  /** `kept`: a sentence that says what was not done. */
  async function add(
    tasks: readonly Task[],
    refused: (total: number, limit: number) => ActionError,
    kept: string,
  ): Promise<void> {
    if (maxCost === null) return;
    const prices: number[] = [];
    for (const task of tasks) {
      const price = await least(task);
      if ('why' in price && task.deployment !== null) throw billedByTheSecond(makerOf(task), kept);
      if ('why' in price) throw unknownPrice(task.model, price.why, kept);
      prices.push(price.usd);
    }
    const total = sumUsd([reserved, ...prices]);
    if (total > maxCost) throw refused(total, maxCost);
    reserved = total;
  }

  return {
    async reserve(tasks) {
      if (tasks.length > maxImages) throw tooMany(tasks.length, maxImages);
      await add(tasks, aboveLimit, 'Nothing was submitted.');
      requests += tasks.length;
    },
    async reserveAnew(task) {
      if (requests >= maxImages) throw tooManyAnew(maxImages);
      requests += 1;
      // Other requests may already be paid for.
      await add([task], aboveLimitAnew, 'It was not submitted.');
    },
  };
}

function aboveLimit(total: number, limit: number): ActionError {
  return new ActionError(
    'price-limit',
    `This run would cost at least ${usd(total)}, more than \`max-cost\` (${usd(limit)}).`,
    {
      advice: 'Nothing was submitted. Request fewer images, or raise `max-cost`.',
    },
  );
}

function aboveLimitAnew(total: number, limit: number): ActionError {
  return new ActionError(
    'price-limit',
    `RunComfy no longer has a request that an earlier run paid for. Submitting it again would raise the cost of this run to at least ${usd(total)}, more than \`max-cost\` (${usd(limit)}).`,
    { advice: 'It was not submitted again. To generate it, raise `max-cost`.' },
  );
}

function tooMany(requests: number, maxImages: number): ActionError {
  return new ActionError(
    'bad-input',
    `The manifest needs ${requests} requests, more than \`max-images\` (${maxImages}).`,
    { advice: 'Nothing was submitted. Raise `max-images`, or select fewer images with `only`.' },
  );
}

function tooManyAnew(maxImages: number): ActionError {
  return new ActionError(
    'price-limit',
    `RunComfy no longer has a request that an earlier run paid for. Submitting it again would make more requests than \`max-images\` (${maxImages}).`,
    { advice: 'It was not submitted again. To generate it, raise `max-images`.' },
  );
}

function billedByTheSecond(maker: string, kept: string): ActionError {
  return new ActionError(
    'price-limit',
    `What ${maker} costs is not known in advance, since RunComfy bills deployments per second of GPU time: this run may cost more than \`max-cost\`.`,
    { advice: `${kept} To run anyway, remove \`max-cost\`. \`max-images\` still limits the number of requests.` },
  );
}

function unknownPrice(model: string, why: string | ActionError, kept: string): ActionError {
  const remedy = 'To run anyway, remove `max-cost`. `max-images` still limits the number of requests.';
  const [what, advice] =
    why instanceof ActionError
      ? [`could not be looked up (${why.message.replace(/\.$/, '')})`, `${why.advice} ${remedy}`]
      : ['is not known', `The reason: ${why}. ${remedy}`];
  return new ActionError('price-limit', `The price of ${model} ${what}, so this run may cost more than \`max-cost\`.`, {
    advice: `${kept} ${advice}`,
  });
}
