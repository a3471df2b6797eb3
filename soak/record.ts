// Reads records from the simulated Actions cache, without the code of the action.
import type { CacheEntry } from '../simulator/github/cache.ts';
import { isObject, parseObject } from '../simulator/wire.ts';

/** One request on record, or one submit whose response was lost. */
export interface RecordLine {
  /** Hash of the order. */
  readonly order: string;
  readonly requestId: string | null;
  readonly ending: string | null;
}

/** The newest record with that name; empty if there is none, or if the name is empty. */
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

/** The requests on record by order, without those that failed, were cancelled or are gone. */
export function aliveByOrder(lines: readonly RecordLine[]): ReadonlyMap<string, readonly RecordLine[]> {
  return Map.groupBy(
    lines.filter(({ ending }) => !DEAD.includes(ending)),
    ({ order }) => order,
  );
}
