// Refuses a run whose price is above what the author allows, before anything is submitted.
import { ActionError } from './errors.ts';
import { usd } from './figures.ts';
import { ConnectionError } from './http.ts';
import { imagesAskedFor, type Job } from './jobs.ts';
import type { Clock } from './ports.ts';
import type { RunComfy } from './runcomfy/client.ts';
import { ServiceError } from './runcomfy/protocol.ts';
import { patiently } from './runcomfy/retry.ts';

/** Asks the catalogue once a model. Throws ActionError `price-limit` where the price of all jobs is above `maxCost` USD, or not known. */
export async function refuseAbovePrice(
  jobs: readonly Job[],
  maxCost: number,
  { service, clock }: { readonly service: RunComfy; readonly clock: Clock },
  cancelled: AbortSignal,
): Promise<void> {
  let total = 0;
  for (const [model, ofModel] of Map.groupBy(jobs, (job) => job.model)) {
    const { price, unit } = await patiently(
      () => service.model(model, cancelled),
      (error) => error instanceof ConnectionError || (error instanceof ServiceError && error.passing),
      clock,
      cancelled,
    );
    if (price === null || (unit !== 'output' && unit !== 'image')) {
      throw new ActionError(
        'price-limit',
        `The price of ${model} is not known${unit === null ? '' : ` (it is per ${unit})`}, so this run may cost more than \`max-cost\`.`,
        {
          advice:
            'Nothing was submitted. Remove `max-cost` to run all the same; `max-images` still limits the requests.',
        },
      );
    }
    total += ofModel.reduce((sum, job) => sum + price * imagesAskedFor(job), 0);
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
