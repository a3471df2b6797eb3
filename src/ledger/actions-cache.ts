// Keeps records in GitHub's Actions cache: an entry is the record's text itself, no archive, so neither tar nor zstd nor any path is involved.
import { randomUUID } from 'node:crypto';
import type { Http } from '../http/client.ts';
import type { Clock } from '../lib/ports.ts';
import type { CacheAddress, CacheService } from './cache-service.ts';
import type { RecordStore } from './store.ts';

type Environment = Readonly<Record<string, string | undefined>>;

interface CacheOptions {
  readonly env: Environment;
  readonly http: () => Promise<Http>;
  readonly clock: Clock;
}

/** null where the runner names no cache service, or gives no token for it. */
export function createActionsCache({ env, http, clock }: CacheOptions): RecordStore | null {
  const address = addressIn(env);
  if (address === null) return null;
  // Most steps call it only once their first request is paid for: nothing is loaded before.
  const calls = async (): Promise<CacheService> => {
    const { cacheService } = await import('./cache-service.ts');
    return cacheService(address, { http, clock });
  };
  return {
    async load(name, signal, wanted) {
      const { find, read } = await calls();
      const found = await find(`${name}-${wanted ?? ''}`, signal);
      if (found === null) return null;
      const text = await read(found.url, signal);
      const [, revision] = /^-(\d{1,9})$/.exec(found.key.slice(name.length)) ?? [];
      return { text, revision: Number(revision ?? 0) };
    },
    async save(name, { text, revision }, signal) {
      const bytes = Buffer.from(text);
      // Entries cannot be changed, so each revision is one of its own. That nobody can take its key twice is what keeps writers from replacing each other.
      const write = await (await calls()).reserve(`${name}-${revision}`, bytes.length, signal);
      await write(bytes, signal);
    },
    async probe(name, signal) {
      await (await calls()).reserve(`${name}/probe-${randomUUID()}`, 1, signal);
    },
  };
}

/** Version 2 is GitHub.com's; version 1 is what GitHub Enterprise Server, Gitea and act have. */
function addressIn(env: Environment): CacheAddress | null {
  const token = env.ACTIONS_RUNTIME_TOKEN ?? '';
  if (token === '') return null;
  const results = URL.parse(env.ACTIONS_RESULTS_URL ?? '');
  if (env.ACTIONS_CACHE_SERVICE_V2 && results !== null) return { version: 2, origin: results, token };
  const cache = URL.parse(env.ACTIONS_CACHE_URL ?? '');
  return cache === null ? null : { version: 1, origin: cache, token };
}
