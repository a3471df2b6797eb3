// What RunComfy's catalogue says of models, asked once a model and free of charge: prices, and whether a request has a chance.
import { ConnectionError } from '../http/client.ts';
import { patiently } from '../http/retry.ts';
import { ActionError, asActionError } from '../lib/errors.ts';
import type { Clock } from '../lib/ports.ts';
import type { RunComfy } from './client.ts';
import { type ModelEntry, ServiceError } from './protocol.ts';

/** `unknown`: the catalogue has no such model. An error: the catalogue could not be asked. */
export type Listing = ModelEntry | 'unknown' | ActionError;

export interface Catalogue {
  /** Throws the signal's reason, and ServiceError for a refused token. */
  entry(model: string): Promise<Listing>;
  /** Ids of models that the catalogue finds for a text; empty where it could not be asked. */
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
      return asActionError(error, 'Asking the catalogue');
    }
  }

  /** Only a catalogue that has a list can tell that a model is not there: where single models cannot be asked for, they are all not found. */
  async function inList(model: string): Promise<Listing> {
    try {
      const found = await list(model.split('/')[1] ?? model);
      return found.includes(model) ? { price: null, unit: null, inputSchema: null } : 'unknown';
    } catch (error) {
      signal.throwIfAborted();
      return asActionError(error, 'Asking the catalogue');
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

/** USD for one file; null where the price is not known, or is not told per file. */
export function priceOfOne(listing: Listing): number | null {
  if (listing === 'unknown' || listing instanceof ActionError) return null;
  return listing.unit === 'output' || listing.unit === 'image' ? listing.price : null;
}
