// Keeps a run within `max-cost`. List prices are only minimum prices, so the reported cost of the first request decides about the next ones.

import { canonicalJson } from '../lib/canonical-json.ts';
import { sumUsd, usd } from '../lib/figures.ts';
import type { Task } from '../tasks/task.ts';

/** What a request has cost: `told` by RunComfy, nothing, or unknown, so that it may be billed. */
export type Cost = { readonly told: number } | 'nothing' | 'unknown';

/** The permission for one request. */
export interface Admission {
  /** Must be called once the request has ended. */
  end(cost: Cost): void;
}

export interface Spending {
  /** Resolves when the request may be made, in the order of the calls; null if the rest of the budget cannot pay for it. Rejects with the signal's reason. */
  admit(task: Task, signal: AbortSignal): Promise<Admission | null>;
  /** Why requests were not made; null if all could be paid for. */
  stopped(): string | null;
  /** A sentence for the reader if the reported costs exceed the limit; otherwise null. */
  exceeded(): string | null;
}

export interface SpendingOptions {
  /** USD; null: no limit. */
  readonly maxCost: number | null;
  /** The price in the catalogue; null if there is none. */
  readonly listPrice: (task: Task) => Promise<number | null>;
  /** The highest known cost of the task's tier; null if there is none. */
  readonly knownCost: (task: Task) => number | null;
}

/** Everything that determines the cost of a request: requests of one tier cost the same. */
export function tierOf({ model, deployment, parameters }: Pick<Task, 'model' | 'deployment' | 'parameters'>): string {
  const { prompt: _prompt, seed: _seed, ...rest } = parameters;
  return canonicalJson([deployment === null ? model : { deployment: deployment.id }, rest]);
}

/** What the requests of a tier have shown so far. */
interface Tier {
  /** The expected cost of the next request; null if not known. */
  expected: number | null;
  /** One of its requests has ended, or its cost was known before. */
  tried: boolean;
  readonly inFlight: Set<Admission>;
}

const FREE: Admission = { end: () => {} };

export function createSpending({ maxCost, listPrice, knownCost }: SpendingOptions): Spending {
  const tiers = new Map<string, Tier>();
  /** Each returns whether it left the queue. */
  const waiting = new Set<() => boolean>();
  let spent = 0;
  let told = 0;
  let refused = false;

  async function tierFor(task: Task): Promise<Tier> {
    const name = tierOf(task);
    const price = tiers.has(name) ? null : await listPrice(task);
    const known = knownCost(task);
    const expected = known === null ? price : Math.max(known, price ?? 0);
    const tier = tiers.get(name) ?? { expected, tried: known !== null, inFlight: new Set() };
    tiers.set(name, tier);
    return tier;
  }

  function inFlight(): number {
    return [...tiers.values()].reduce((sum, tier) => sum + tier.inFlight.size, 0);
  }

  /** The money spent, plus the expected cost of requests in flight. */
  function committed(): number {
    return sumUsd([spent, ...[...tiers.values()].map((tier) => tier.inFlight.size * (tier.expected ?? 0))]);
  }

  function mayGo(tier: Tier, limit: number): 'yes' | 'later' | 'never' {
    const isTrying = [...tiers.values()].some((other) => !other.tried && other.inFlight.size > 0);
    if (inFlight() > 0 && (isTrying || !tier.tried)) return 'later';
    if (sumUsd([committed(), tier.expected ?? 0]) <= limit) return 'yes';
    return inFlight() > 0 ? 'later' : 'never';
  }

  function begin(tier: Tier): Admission {
    const admission: Admission = {
      end(cost) {
        if (!tier.inFlight.delete(admission)) return;
        if (cost === 'unknown') spent = sumUsd([spent, tier.expected ?? 0]);
        else if (cost !== 'nothing') {
          // The reported cost replaces the estimate.
          tier.expected = tier.tried ? Math.max(tier.expected ?? 0, cost.told) : cost.told;
          spent = sumUsd([spent, cost.told]);
          told = sumUsd([told, cost.told]);
        }
        if (cost !== 'nothing') tier.tried = true;
        letIn();
      },
    };
    tier.inFlight.add(admission);
    return admission;
  }

  function letIn(): void {
    // A waiting request holds up all behind it. Otherwise, a tier that has to go alone could wait forever.
    for (const leave of [...waiting]) if (!leave()) return;
  }

  return {
    async admit(task, signal) {
      if (maxCost === null) return FREE;
      const tier = await tierFor(task);
      return new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason);
        const forget = (): void => {
          waiting.delete(tryToLeave);
          signal.removeEventListener('abort', abort);
        };
        const abort = (): void => {
          forget();
          reject(signal.reason);
          letIn();
        };
        const tryToLeave = (): boolean => {
          const may = mayGo(tier, maxCost);
          if (may === 'later') return false;
          forget();
          if (may === 'never') refused = true;
          resolve(may === 'yes' ? begin(tier) : null);
          return true;
        };
        waiting.add(tryToLeave);
        signal.addEventListener('abort', abort, { once: true });
        letIn();
      });
    },
    stopped: () =>
      refused
        ? `the rest of \`max-cost\` cannot pay for another request (RunComfy reported ${usd(told)} so far)`
        : null,
    exceeded: () =>
      maxCost !== null && told > maxCost
        ? `The costs that RunComfy reported, ${usd(told)}, are above \`max-cost\`, ${usd(maxCost)}: a request cost more than its list price. After that, nothing more was submitted.`
        : null,
  };
}
