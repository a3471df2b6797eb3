// Before `npm start --live` spends money: shows the price, and asks for confirmation.
import { createInterface } from 'node:readline/promises';
import { DEFAULT_MODEL } from '../../src/inputs/order.ts';

type Inputs = Readonly<Record<string, string>>;

export const LIVE_API_URL = 'https://model-api.runcomfy.net';

/** The user's API token; null if there is none. */
export function ownToken(inputs: Inputs, env: NodeJS.ProcessEnv): string | null {
  return inputs['api-token'] || env.RUNCOMFY_TOKEN || env.RUNCOMFY_API_TOKEN || null;
}

/** One sentence about the cost of the run, from the catalog (RunComfy docs: GET /v1/models/{model_id}, free of charge). */
export async function describePrice(inputs: Inputs, token: string): Promise<string> {
  if (inputs.manifest) return 'The price depends on the manifest: --mode plan tells it without spending anything.';
  if (inputs.deployment) return 'The price is not known in advance: RunComfy bills deployments per second of GPU time.';
  const model = inputs.model || DEFAULT_MODEL;
  const count = Number(inputs.count || 1);
  const { price, unit } = await catalogPrice(new URL(`/v1/models/${model}`, inputs['api-url'] || LIVE_API_URL), token);
  if (price === null || !Number.isFinite(count)) return `The price of ${model} is not known.`;
  if (unit !== 'output' && unit !== 'image')
    return `${model} costs $${price} per ${unit ?? 'unit'}; this run makes ${count} requests.`;
  return `This will cost about $${(price * count).toFixed(2)}: ${count} × $${price}, ${model}.`;
}

async function catalogPrice(url: URL, token: string): Promise<{ price: number | null; unit: string | null }> {
  const headers = { authorization: `Bearer ${token}` };
  const entry: unknown = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(10_000) })
    .then((response) => (response.ok ? response.json() : null))
    .catch(() => null);
  const fields = new Map<string, unknown>(Object.entries(entry ?? {}));
  const price = fields.get('base_price_usd');
  const unit = fields.get('price_unit');
  return { price: typeof price === 'number' ? price : null, unit: typeof unit === 'string' ? unit : null };
}

/** Asks in the terminal. Only a clear yes counts. */
export async function confirmed(): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^y(es)?$/i.test((await terminal.question('Go on? [y/N] ')).trim());
  } finally {
    terminal.close();
  }
}
