// What became of each accepted request, according to its run: the credit side of the ledger.
import type { Imbalance } from './imbalance.ts';
import { lostAndTold } from './orders.ts';
import type { Accepted, Played, Round, Step } from './play.ts';
import type { Told } from './told.ts';

/** What may become of a paid request. The first that fits applies. */
export const FATES = [
  'collected',
  'saved, but the step died before its report',
  'cancelled at RunComfy',
  'reported by id as failed',
  'reported by id as running',
  'reported by id as finished',
  'answer lost, reported as unknown',
  'on record, its runner was lost',
  'gone with its runner',
  'NOT ACCOUNTED FOR',
] as const;

export type Fate = (typeof FATES)[number];

export function fatesOf({ plan, pictures, rounds }: Played): ReadonlyMap<Accepted, Fate> {
  const steps = rounds.flatMap((round) => round.steps);
  const told = Map.groupBy(steps.flatMap(toldBy), ({ requestId }) => requestId);
  const saved = new Set(steps.flatMap(({ workspace }) => workspace).map(({ sha256 }) => pictures.requestOf(sha256)));
  const unknown = new Set(rounds.flatMap((round) => lostAndTold(plan, round)));
  const recorded = new Set(steps.flatMap(({ kept }) => kept).map(({ requestId }) => requestId));
  const fateOf = (round: Round, request: Accepted): Fate => {
    const heard = new Set(told.get(request.id)?.map(({ state }) => state));
    if (heard.has('collected')) return 'collected';
    if (saved.has(request.id)) return 'saved, but the step died before its report';
    if (request.cancelled) return 'cancelled at RunComfy';
    if (heard.has('failed')) return 'reported by id as failed';
    if (heard.has('running')) return 'reported by id as running';
    if (heard.has('finished')) return 'reported by id as finished';
    if (unknown.has(request)) return 'answer lost, reported as unknown';
    if (!round.steps.some(diedUntold)) return 'NOT ACCOUNTED FOR';
    return recorded.has(request.id) ? 'on record, its runner was lost' : 'gone with its runner';
  };
  return new Map(
    rounds.flatMap((round) => round.accepted.map((request) => [request, fateOf(round, request)] as const)),
  );
}

/** The runner was lost, so nothing was reported. What must be on record then is a rule in money.ts. */
function diedUntold({ plan, main }: Step): boolean {
  return plan.lost && main.signal !== null;
}

export function toldBy({ report, postReport }: Step): readonly Told[] {
  return [...(report?.told ?? []), ...postReport.told];
}

/** Every accepted request is accounted for, and what was reported about it is true. */
export function checkFates(played: Played): readonly Imbalance[] {
  const fates = fatesOf(played);
  const cancelled = new Set([...fates.keys()].filter((request) => request.cancelled).map(({ id }) => id));
  return played.rounds.flatMap(({ number, steps, accepted }) => {
    const open = accepted.filter((request) => fates.get(request) === 'NOT ACCOUNTED FOR');
    const untrue = steps
      .flatMap(toldBy)
      .filter(({ state, requestId }) => state === 'cancelled' && !cancelled.has(requestId));
    return [
      ...open.map(({ id }) => ({
        round: number,
        requests: [id],
        what: 'a request was accepted, and nothing says what became of it',
      })),
      ...untrue.map(({ requestId, by }) => ({
        round: number,
        requests: [requestId],
        what: `${by} said that a request was cancelled, and it was not`,
      })),
    ];
  });
}
