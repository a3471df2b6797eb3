// Keeps the record of paid requests in the Actions cache, through @actions/cache.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { asActionError } from '../errors.ts';
import type { Clock, Log } from '../ports.ts';
import type { RecordStore } from '../record.ts';

interface CacheOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly log: Log;
}

/** The library tries for half a minute; a run should not wait so long for what it can do without. */
const LOAD_LIMIT_MS = 8_000;
const SAVE_LIMIT_MS = 30_000;

/** null where the runner names no cache service, or its token may do nothing with it. */
export function createRecordStore({ env, clock, log }: CacheOptions): RecordStore | null {
  if ((env.ACTIONS_CACHE_SERVICE_V2 ?? '') === '' && (env.ACTIONS_CACHE_URL ?? '') === '') return null;
  const temp = env.RUNNER_TEMP ?? '';
  if (temp === '') return null;
  const cache = (): Promise<typeof import('@actions/cache')> => import('@actions/cache');
  // The cache finds an entry only under the very path it was saved from, so the path depends on nothing but the key.
  const fileOf = (key: string): string => path.join(temp, key, 'record.json');

  async function within<T>(ms: number, doing: string, fallback: T, work: Promise<T>): Promise<T> {
    const done = new AbortController();
    const late = clock.sleep(ms, done.signal).then(() => {
      throw new Error(`no answer within ${ms / 1000} s`);
    });
    try {
      return await Promise.race([work, late]);
    } catch (error) {
      log.info(`${doing}: ${asActionError(error, 'the cache').message}. The run goes on without it.`);
      return fallback;
    } finally {
      done.abort();
    }
  }

  return {
    load: (key) =>
      within(
        LOAD_LIMIT_MS,
        'Looking for paid requests of an earlier attempt',
        null,
        (async () => {
          const file = fileOf(key);
          await rm(path.dirname(file), { recursive: true, force: true });
          const hit = await (await cache()).restoreCache([path.dirname(file)], `${key}-`, [`${key}-`]);
          return hit === undefined ? null : await readFile(file, 'utf8');
        })(),
      ),
    save: (key, record) =>
      within(
        SAVE_LIMIT_MS,
        'Keeping the record of paid requests for a re-run',
        undefined,
        (async () => {
          const file = fileOf(key);
          await mkdir(path.dirname(file), { recursive: true });
          await writeFile(file, record);
          // Entries cannot be changed, so each attempt writes one of its own; the newest of the prefix is found.
          await (await cache()).saveCache(
            [path.dirname(file)],
            `${key}-${env.GITHUB_RUN_ID ?? '0'}-${env.GITHUB_RUN_ATTEMPT ?? '1'}-${clock.date()}`,
          );
        })(),
      ),
  };
}
