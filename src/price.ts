// Refuses a run whose price is above what the author allows, before anything is submitted.
import { ActionError } from './errors.ts';
import { usd } from './figures.ts';
import { imagesAskedFor, type Job } from './jobs.ts';
import { type Catalogue, type Listing, priceOfOne } from './runcomfy/catalogue.ts';

/** USD of one job; null where it is not known. */
export async function priceOf(job: Job, catalogue: Catalogue): Promise<number | null> {
  const price = priceOfOne(await catalogue.entry(job.model));
  const images = imagesAskedFor(job);
  return price === null || images === null ? null : price * images;
}

/** Throws ActionError `price-limit` where the price of all jobs is above `maxCost` USD, or not known. */
export async function refuseAbovePrice(jobs: readonly Job[], maxCost: number, catalogue: Catalogue): Promise<void> {
  let total = 0;
  for (const job of jobs) {
    const price = await priceOf(job, catalogue);
    if (price === null) throw unknownPrice(job.model, await catalogue.entry(job.model));
    total += price;
  }
  if (total > maxCost + 1e-9) {
    throw new ActionError(
      'price-limit',
      `This run would cost ${usd(total)}, more than \`max-cost\` (${usd(maxCost)}).`,
      {
        advice: 'Nothing was submitted. Ask for fewer images, or raise `max-cost`.',
      },
    );
  }
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
