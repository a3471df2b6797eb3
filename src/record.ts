// The record of paid requests, kept between attempts, pushes and nights: what is in it is collected, not paid for again.
import { createHash } from 'node:crypto';
import type { Job } from './jobs.ts';
import type { Leftover, Settled } from './journal.ts';
import { jsonObject, parseJsonObject } from './json.ts';
import { isRequestId } from './runcomfy/protocol.ts';

/** A request that was paid for already. */
export interface KnownRequest {
  readonly requestId: string;
  /** GITHUB_RUN_ID of the run that made it. */
  readonly runId: string;
}

/** Finds the request that was made for this job; null where there is none. */
export type KnownRequests = (job: Job) => KnownRequest | null;

/** Where records are kept. */
export interface RecordStore {
  /** The newest record whose key begins with `key`; null where there is none. Throws where nobody could tell, or the signal's reason. */
  load(key: string, signal: AbortSignal): Promise<string | null>;
  /** Whether it could be kept. Never throws. */
  save(key: string, record: string): Promise<boolean>;
}

/** Who asks: only the same step may collect what was paid for, and only where it means the same image. */
export interface Asker {
  readonly workflow: string;
  readonly job: string;
  readonly step: string;
  /** `run-42`; `pull-7` for all runs of a pull request; `ref-…` for a manifest, whose images are the same in every run of a branch. */
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

/** Only the newest: a manifest's record goes on for as long as its branch. */
const MOST_REQUESTS = 20_000;

/** Every request that was paid for, or may have been, and may still have a result: of this run, and of those before it. null where there is none. */
export function recordOf({ known, run: { runId } }: Leftover, settled: readonly Settled[]): string | null {
  const ids = requestsOf(known);
  for (const { request, state } of settled) {
    const place = placeOf(request.recipe, request.occurrence);
    const { requestId } = request;
    const before = ids.get(place);
    const worthKeeping = requestId !== null && (state === 'finished' || state === 'running');
    // A request that came to nothing leaves an earlier one, which force has passed over, where it is.
    if (worthKeeping || before?.requestId === requestId) ids.delete(place);
    if (worthKeeping) ids.set(place, before?.requestId === requestId ? before : { requestId, runId });
  }
  const requests = [...ids]
    .slice(-MOST_REQUESTS)
    .map(([place, { requestId, runId: run }]) => ({ ...recipeAt(place), request_id: requestId, run_id: run }));
  return requests.length === 0 ? null : `${JSON.stringify({ version: 1, requests })}\n`;
}

/** A record that is not ours, or spoilt, knows nothing. */
export function knownRequests(record: string | null): KnownRequests {
  const ids = requestsOf(record);
  return ({ recipe, occurrence }) => ids.get(placeOf(recipe, occurrence)) ?? null;
}

function requestsOf(record: string | null): Map<string, KnownRequest> {
  const { version, requests } = parseJsonObject(record ?? '') ?? {};
  const ids = new Map<string, KnownRequest>();
  if (version !== 1 || !Array.isArray(requests)) return ids;
  for (const request of requests) {
    const { recipe, occurrence, request_id: requestId, run_id: runId } = jsonObject(request) ?? {};
    if (typeof recipe !== 'string' || typeof occurrence !== 'number') continue;
    if (typeof requestId === 'string' && isRequestId(requestId))
      ids.set(placeOf(recipe, occurrence), { requestId, runId: typeof runId === 'string' ? runId : '' });
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
