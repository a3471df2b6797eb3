// What became of each accepted request, by what its run has told: the credit side of the ledger.
import type { SimulatedRequest } from '../simulator/runcomfy/requests.ts';
import type { Imbalance } from './imbalance.ts';
import { lostAndTold } from './orders.ts';
import type { Attempt, Played } from './play.ts';
import type { Told } from './told.ts';

/** The ends that a paid request may have; it has the first of them that fits. */
export const FATES = [
  'collected',
  'saved, but the step died before its report',
  'cancelled at RunComfy',
  'reported by id as failed',
  'reported by id as running',
  'reported by id as finished',
  'answer lost, reported as unknown',
  'NOT ACCOUNTED FOR',
] as const;

export type Fate = (typeof FATES)[number];

export function fatesOf(played: Played): ReadonlyMap<SimulatedRequest, Fate> {
  const told = Map.groupBy(played.attempts.flatMap(toldBy), ({ requestId }) => requestId);
  const files = played.attempts.flatMap(({ workspace }) => workspace);
  const saved = new Set(files.map(({ sha256 }) => played.pictures.requestOf(sha256)));
  const unknown = new Set(played.attempts.flatMap((attempt) => lostAndTold(played, attempt)));
  const fateOf = (request: SimulatedRequest): Fate => {
    const heard = new Set(told.get(request.id)?.map(({ state }) => state));
    if (heard.has('collected')) return 'collected';
    if (saved.has(request.id)) return 'saved, but the step died before its report';
    if (request.cancelled) return 'cancelled at RunComfy';
    if (heard.has('failed')) return 'reported by id as failed';
    if (heard.has('running')) return 'reported by id as running';
    if (heard.has('finished')) return 'reported by id as finished';
    return unknown.has(request) ? 'answer lost, reported as unknown' : 'NOT ACCOUNTED FOR';
  };
  return new Map(played.attempts.flatMap(({ accepted }) => accepted.map((request) => [request, fateOf(request)])));
}

export function toldBy({ report, postReport }: Attempt): readonly Told[] {
  return [...(report?.told ?? []), ...postReport.told];
}

/** Every accepted request has an end, and what was told of it is true. */
export function checkFates(played: Played): readonly Imbalance[] {
  const fates = fatesOf(played);
  return played.attempts.flatMap((attempt) => {
    const open = attempt.accepted.filter((request) => fates.get(request) === 'NOT ACCOUNTED FOR');
    const cancelled = new Set([...fates.keys()].filter((request) => request.cancelled).map(({ id }) => id));
    const untrue = toldBy(attempt).filter(({ state, requestId }) => state === 'cancelled' && !cancelled.has(requestId));
    return [
      ...open.map(({ id }) => ({
        attempt: attempt.number,
        requests: [id],
        what: 'a request was accepted, and nobody was told what became of it',
      })),
      ...untrue.map(({ requestId, by }) => ({
        attempt: attempt.number,
        requests: [requestId],
        what: `${by} said that a request was cancelled, and it was not`,
      })),
    ];
  });
}
