// RunComfy's catalogue of models, asked once per model, free of charge: prices, and the inputs of models.
import { ConnectionError } from '../http/client.ts';
import { patiently } from '../http/retry.ts';
import { ActionError, asActionError } from '../lib/errors.ts';
import type { Clock } from '../lib/ports.ts';
import { noLongerThan, timeLimit } from '../lib/time-limit.ts';
import type { RunComfy } from './client.ts';
import { type ModelEntry, ServiceError } from './protocol.ts';

/** `unknown`: the catalogue has no such model. An error: the catalogue did not respond. */
export type Listing = ModelEntry | 'unknown' | ActionError;

export interface Catalogue {
  /** Throws the signal's reason, and ServiceError for a refused token. */
  entry(model: string): Promise<Listing>;
  /** Ids of models that the catalogue finds for a text; empty if it did not respond. */
  search(text: string): Promise<readonly string[]>;
}

export function createCatalogue(service: RunComfy, clock: Clock, signal: AbortSignal): Catalogue {
  const entries = new Map<string, Promise<Listing>>();
  const searches = new Map<string, Promise<readonly string[]>>();
  const mayRepeat = (error: unknown): boolean =>
    error instanceof ConnectionError || (error instanceof ServiceError && error.isTransient);

  async function ask(model: string): Promise<Listing> {
    try {
      return await patiently(() => service.model(model, signal), mayRepeat, clock, signal);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof ServiceError && error.kind === 'model-not-found') return inList(model);
      if (error instanceof ServiceError && error.kind === 'unauthorized') throw error;
      return asActionError(error, 'Looking in the catalogue');
    }
  }

  /** Looks in the list of models: on a server without single entries, every model would be "not found". */
  async function inList(model: string): Promise<Listing> {
    try {
      const found = await list(model.split('/')[1] ?? model);
      return found.includes(model) ? { price: null, unit: null, pricingNote: null, inputSchema: null } : 'unknown';
    } catch (error) {
      signal.throwIfAborted();
      return asActionError(error, 'Looking in the catalogue');
    }
  }

  function list(text: string): Promise<readonly string[]> {
    const asked = searches.get(text) ?? service.search(text, signal);
    searches.set(text, asked);
    return asked;
  }

  return {
    entry(model) {
      const asked = entries.get(model) ?? ask(model);
      entries.set(model, asked);
      return asked;
    },
    async search(text) {
      try {
        return await list(text);
      } catch {
        signal.throwIfAborted();
        return [];
      }
    },
  };
}

const MAX_WAIT_MS = 2_000;

/** The same catalogue with a time limit: two seconds after the first call, everything that is not known yet counts as no response. */
export function hastyCatalogue(catalogue: Catalogue, clock: Clock): Catalogue {
  let end: number | null = null;

  async function within<T>(work: Promise<T>, late: T): Promise<T> {
    end ??= clock.now() + MAX_WAIT_MS;
    const limit = timeLimit(clock, Math.max(0, end - clock.now()), () => new Error('late'));
    try {
      return await noLongerThan(limit.signal, work);
    } catch (error) {
      if (limit.signal.aborted) return late;
      throw error;
    } finally {
      limit.end();
    }
  }

  return {
    entry: (model) => within<Listing>(catalogue.entry(model), NO_ANSWER),
    search: (text) => within<readonly string[]>(catalogue.search(text), []),
  };
}

const NO_ANSWER = new ActionError('unavailable', `The catalogue did not respond within ${MAX_WAIT_MS / 1000} s.`);

/** The catalogue's entry; null if there is none, or if it did not respond. */
export function entryIn(listing: Listing): ModelEntry | null {
  return listing === 'unknown' || listing instanceof ActionError ? null : listing;
}
