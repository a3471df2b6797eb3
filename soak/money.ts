// The rules about money: nothing is submitted again on doubt, nothing that is paid for is paid for again, and doubt is told once.
import type { SimulatedRequest } from '../simulator/runcomfy/requests.ts';
import type { Call } from '../simulator/wire.ts';
import { FAILED, GONE } from './faults.ts';
import type { Imbalance } from './imbalance.ts';
import { doubtfulOrPaid, lostIn, type Order, orderOf, saidUnknown, wanted } from './orders.ts';
import type { Attempt, Played } from './play.ts';

export function checkMoney(played: Played): readonly Imbalance[] {
  return played.attempts.flatMap((attempt) => [
    ...submittedAgain(played, attempt),
    ...paidAgain(played, attempt),
    ...doubtNotTold(played, attempt),
  ]);
}

/** Within one attempt, a submit that may have been accepted is the last of its image. */
function submittedAgain({ plan }: Played, attempt: Attempt): readonly Imbalance[] {
  return [...Map.groupBy(doubtfulOrPaid(attempt), (order) => order)].flatMap(([order, submits]) =>
    submits.length <= wanted(plan)
      ? []
      : [about(attempt, order, `${submits.length} submits that may have been accepted, for ${wanted(plan)} wanted`)],
  );
}

/** A request of an earlier attempt that could have been collected is not made anew. */
function paidAgain(played: Played, attempt: Attempt): readonly Imbalance[] {
  return [...Map.groupBy(attempt.accepted, orderOf)].flatMap(([order, made]) => {
    const there = played.attempts
      .filter(({ number }) => number < attempt.number && recordReached(played, number, attempt.number))
      .flatMap((earlier) => collectable(played, earlier, attempt.number))
      .filter((request) => orderOf(request) === order);
    const tooMany = there.length + made.length - wanted(played.plan);
    if (tooMany <= 0) return [];
    const requests = [...there, ...made].map(({ id }) => id);
    return [{ attempt: attempt.number, requests, what: `${tooMany} paid for again, that could have been collected` }];
  });
}

/** The requests of `earlier` that attempt `now` has no reason to make anew. */
export function collectable({ attempts }: Played, earlier: Attempt, now: number): readonly SimulatedRequest[] {
  const lost = new Set(lostIn(earlier));
  const ended = new Set(
    attempts
      .filter(({ number }) => number <= now)
      .flatMap(({ number, mainCalls, postCalls }) => [
        ...[...mainCalls, ...postCalls].filter(({ name, status }) => name === 'result' && status === FAILED),
        // The attempt that made a request does not believe this at once.
        ...mainCalls.filter(({ status }) => status === GONE && number > earlier.number),
      ])
      .map(({ requestId }) => requestId),
  );
  return earlier.accepted.filter((request) => !request.cancelled && !lost.has(request) && !ended.has(request.id));
}

/** Whether the cache took the record of attempt `from` and gave it to attempt `to`, as far as the cache is concerned. */
function recordReached({ attempts }: Played, from: number, to: number): boolean {
  return attempts.every((attempt) => {
    const { number } = attempt;
    const saves = number >= from && number < to && (number === from || attempt.newRecords.length > 0);
    const loads = number > from && number <= to && (number === to || attempt.newRecords.length > 0);
    return (
      !(saves && cacheFailed(attempt.postCalls, attempt.post?.log)) &&
      !(loads && cacheFailed(attempt.mainCalls, attempt.main.log))
    );
  });
}

/** The cache was struck: the README promises no more than a line of log then. */
export function cacheFailed(calls: readonly Call[], log = ''): boolean {
  const struck = calls.some(({ name, status }) => name.startsWith('cache-') && (status === null || status >= 400));
  return struck || /Failed to (restore|save)|goes on without it/.test(log);
}

/** Each submit without a readable answer is told of once, by main or by post; of no other submit is it said that its answer was lost. */
function doubtNotTold({ plan }: Played, attempt: Attempt): readonly Imbalance[] {
  const lost = new Set(lostIn(attempt));
  const sent = doubtfulOrPaid(attempt);
  const said = saidUnknown(plan, attempt);
  // Who was killed, or gave up, with a submit on its way cannot know that it has not arrived; nor who saw a refusal (of an empty balance) break off.
  const mayBeMore =
    attempt.main.signal !== null ||
    attempt.main.log.includes('no answer in time') ||
    plan.service.balance !== Number.POSITIVE_INFINITY;
  return [...new Set([...sent, ...said])].flatMap((order) => {
    const heard = attempt.accepted.filter((request) => orderOf(request) === order && !lost.has(request));
    const doubt = times(sent, order) - heard.length;
    const told = times(said, order);
    const max = mayBeMore ? wanted(plan) - heard.length : doubt;
    if (told >= doubt && told <= Math.max(doubt, max)) return [];
    const what = `${doubt} submits were not answered, ${told} were told to be unknown`;
    return [{ ...about(attempt, order, what), requests: heard.map(({ id }) => id) }];
  });
}

function times(orders: readonly Order[], order: Order): number {
  return orders.filter((one) => one === order).length;
}

function about({ number }: Attempt, order: Order, what: string): Imbalance {
  return { attempt: number, requests: [], what: `${order === 'no seed' ? 'no seed' : `seed ${order}`}: ${what}` };
}
