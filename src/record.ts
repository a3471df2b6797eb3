// The record of paid requests, kept between attempts of a run and pushes to a pull request: what is in it is collected, not paid for again.
import { createHash } from 'node:crypto';
import type { Job } from './jobs.ts';
import type { Leftover, Settled } from './journal.ts';
import { jsonObject, parseJsonObject } from './json.ts';
import { isRequestId } from './runcomfy/protocol.ts';

/** Finds the request that an earlier attempt made for this job; null where there is none. */
export type KnownRequests = (job: Job) => string | null;

/** Where records are kept. Both answer quietly when there is no such place. */
export interface RecordStore {
  /** The newest record whose key begins with `key`; null where there is none. */
  load(key: string): Promise<string | null>;
  save(key: string, record: string): Promise<void>;
}

/** Who asks: only the same step of the same run, or of the same pull request, may collect what was paid for. */
export interface Asker {
  readonly workflow: string;
  readonly job: string;
  readonly step: string;
  /** `run-42`, or `pull-7` for all runs of a pull request. */
  readonly scope: string;
}

/**
 * The key under which records are found. `asked` tells the legs of a matrix apart, and is the same whatever is done already or was changed: a push
 * that changes one image of a manifest still finds all the others.
 */
export function recordKey({ workflow, job, step, scope }: Asker, asked: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify([workflow, job, step, scope, asked]));
  return `runcomfy-${hash.digest('hex').slice(0, 40)}`;
}

/** Every request that was paid for, or may have been, and may still have a result: of this run, and of those before it. null where there is none. */
export function recordOf({ known }: Leftover, settled: readonly Settled[]): string | null {
  const ids = requestIdsOf(known);
  for (const { request, state } of settled) {
    const place = placeOf(request.recipe, request.occurrence);
    const worthKeeping = request.requestId !== null && (state === 'finished' || state === 'running');
    if (worthKeeping && request.requestId !== null) ids.set(place, request.requestId);
    else ids.delete(place);
  }
  const requests = [...ids].map(([place, id]) => ({ ...recipeAt(place), request_id: id }));
  return requests.length === 0 ? null : `${JSON.stringify({ version: 1, requests })}\n`;
}

/** A record that is not ours, or spoilt, knows nothing. */
export function knownRequests(record: string | null): KnownRequests {
  const ids = requestIdsOf(record);
  return ({ recipe, occurrence }) => ids.get(placeOf(recipe, occurrence)) ?? null;
}

function requestIdsOf(record: string | null): Map<string, string> {
  const { version, requests } = parseJsonObject(record ?? '') ?? {};
  const ids = new Map<string, string>();
  if (version !== 1 || !Array.isArray(requests)) return ids;
  for (const request of requests) {
    const { recipe, occurrence, request_id: id } = jsonObject(request) ?? {};
    if (typeof recipe !== 'string' || typeof occurrence !== 'number') continue;
    if (typeof id === 'string' && isRequestId(id)) ids.set(placeOf(recipe, occurrence), id);
  }
  return ids;
}

function placeOf(recipe: string, occurrence: number): string {
  return `${recipe} ${occurrence}`;
}

function recipeAt(place: string): { readonly recipe: string; readonly occurrence: number } {
  const [recipe = '', occurrence = ''] = place.split(' ');
  return { recipe, occurrence: Number(occurrence) };
}
