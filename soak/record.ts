// What is on record in the simulated Actions cache, read by the soak's own eyes.
import type { CacheEntry } from '../simulator/github/cache.ts';
import { isObject, parseObject } from '../simulator/wire.ts';

/** One request on record, or one submit whose answer was lost. */
export interface RecordLine {
  /** Hash of the order. */
  readonly order: string;
  readonly requestId: string | null;
  readonly ending: string | null;
}

/** What a reader finds under that name; empty where there is nothing, or no name. */
export function newestRecord(entries: readonly CacheEntry[], name: string): readonly RecordLine[] {
  if (name === '') return [];
  const newest = entries.findLast(({ key }) => key.startsWith(`${name}-`));
  const { requests } = newest === undefined ? {} : (parseObject(newest.bytes) ?? {});
  return (Array.isArray(requests) ? requests : []).filter(isObject).map((one) => ({
    order: String(one.order),
    requestId: typeof one.request_id === 'string' ? one.request_id : null,
    ending: typeof one.ending === 'string' ? one.ending : null,
  }));
}

const DEAD: readonly (string | null)[] = ['failed', 'cancelled', 'gone'];

/** By order: what stands on record for it, without what came to nothing. */
export function aliveByOrder(lines: readonly RecordLine[]): ReadonlyMap<string, readonly RecordLine[]> {
  return Map.groupBy(
    lines.filter(({ ending }) => !DEAD.includes(ending)),
    ({ order }) => order,
  );
}
