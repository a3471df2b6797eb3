// Keeps the record of paid requests in the Actions cache, through @actions/cache.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { asActionError } from '../errors.ts';
import { noLongerThan, timeLimit } from '../limit.ts';
import type { Clock, Log } from '../ports.ts';
import type { RecordStore } from '../record.ts';

interface CacheOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly log: Log;
}

/** The library tries for half a minute or more; a run should not wait so long for what it can do without. */
const LOAD_LIMIT_MS = 15_000;
const SAVE_LIMIT_MS = 30_000;

/** null where the runner names no cache service, or its token may do nothing with it. */
export function createRecordStore({ env, clock, log }: CacheOptions): RecordStore | null {
  if ((env.ACTIONS_CACHE_SERVICE_V2 ?? '') === '' && (env.ACTIONS_CACHE_URL ?? '') === '') return null;
  const temp = env.RUNNER_TEMP ?? '';
  if (temp === '') return null;
  const cache = (): Promise<typeof import('@actions/cache')> => import('@actions/cache');

  // The library finds an entry only under the path text it was saved with, and unpacks it relative to the workspace. Runners differ in both, so
  // for its calls the workspace is RUNNER_TEMP, and the path is the key. Nothing is ever written to the real one.
  async function inTemp<T>(work: () => Promise<T>): Promise<T> {
    const { GITHUB_WORKSPACE: workspace } = process.env;
    const folder = process.cwd();
    process.env.GITHUB_WORKSPACE = temp;
    process.chdir(temp);
    try {
      return await work();
    } finally {
      process.chdir(folder);
      if (workspace === undefined) delete process.env.GITHUB_WORKSPACE;
      else process.env.GITHUB_WORKSPACE = workspace;
    }
  }

  /** Throws what `work` throws, what the library only warned of, the signal's reason, and when the time is over. */
  async function within<T>(ms: number, doing: string, signal: AbortSignal | null, work: () => Promise<T>): Promise<T> {
    signal?.throwIfAborted();
    const limit = timeLimit(clock, ms, () => new Error(`no answer within ${ms / 1000} s`));
    const over = signal === null ? limit.signal : AbortSignal.any([limit.signal, signal]);
    try {
      return await log.group(doing, () => withoutAnnotations(() => noLongerThan(over, inTemp(work))));
    } finally {
      limit.end();
    }
  }

  return {
    load: (key, signal) =>
      within(LOAD_LIMIT_MS, 'Look for requests that are paid for already', signal, async () => {
        await rm(key, { recursive: true, force: true });
        const hit = await (await cache()).restoreCache([key], `${key}-`, [`${key}-`]);
        return hit === undefined ? null : await readFile(path.join(key, 'record.json'), 'utf8');
      }),
    async save(key, record) {
      const doing = 'Keep the record of paid requests for a re-run';
      try {
        await within(SAVE_LIMIT_MS, doing, null, async () => {
          await mkdir(key, { recursive: true });
          await writeFile(path.join(key, 'record.json'), record);
          // Entries cannot be changed, so each attempt writes one of its own; the newest of the prefix is found.
          const entry = `${key}-${env.GITHUB_RUN_ID ?? '0'}-${env.GITHUB_RUN_ATTEMPT ?? '1'}-${clock.date()}`;
          await (await cache()).saveCache([key], entry);
        });
        return true;
      } catch (error) {
        log.info(`${doing}: ${asActionError(error, 'the cache').message}. A re-run will pay again.`);
        return false;
      }
    },
  };
}

/** The library warns of a cache that is read-only or away, and goes on as if nothing was found: such a warning is an error here, and no annotation. */
async function withoutAnnotations<T>(work: () => Promise<T>): Promise<T> {
  const { stdout } = process;
  const write = stdout.write.bind(stdout);
  let warned: string | null = null;
  stdout.write = (chunk: string | Uint8Array): boolean => {
    const [, said] = /^::(?:warning|error)[^:\n]*::(.*)/m.exec(String(chunk)) ?? [];
    warned ??= said ?? null;
    return write(typeof chunk === 'string' ? chunk.replace(/^::(warning|error|notice)[^:\n]*::/gm, '') : chunk);
  };
  try {
    const result = await work();
    if (warned !== null) throw new Error(warned);
    return result;
  } finally {
    stdout.write = write;
  }
}
