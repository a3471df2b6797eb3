// The rules for money: nothing is submitted again after an unknown outcome, what is on record is not paid for again, paid requests go on record, and each unknown outcome is reported once.
import type { Call } from '../simulator/wire.ts';
import { SAID_NO } from './faults.ts';
import type { Imbalance } from './imbalance.ts';
import {
  doubtfulOrPaid,
  isRefused,
  lostIn,
  madeBy,
  type Order,
  orderOf,
  orderOfImage,
  saidUnknown,
  wanted,
} from './orders.ts';
import type { Played, Round, Step } from './play.ts';
import { aliveByOrder, type RecordLine } from './record.ts';

export function checkMoney(played: Played): readonly Imbalance[] {
  return played.rounds.flatMap((round) => [
    ...submittedAgain(played, round),
    ...submittedIntoTheDark(round),
    ...paidAgain(played, round),
    ...paidWithoutLooking(round),
    ...notOnRecord(played, round),
    ...doubtNotTold(played, round),
  ]);
}

/** Within one round, no image is submitted again after a submit that may have been accepted. */
function submittedAgain({ plan }: Played, round: Round): readonly Imbalance[] {
  return [...Map.groupBy(doubtfulOrPaid(plan, round), (order) => order)].flatMap(([order, submits]) => {
    const most = wanted(plan, round, order);
    return submits.length <= most
      ? []
      : [about(round, order, `${submits.length} submits that may have been accepted, for ${most} wanted`)];
  });
}

/** The maximum number of submits of a step before the first response. */
const MAX_LOST = 3;

function submittedIntoTheDark(round: Round): readonly Imbalance[] {
  const submits = round.calls.filter(({ name }) => name === 'submit');
  const answered = round.accepted.length - lostIn(round).length;
  const dark = submits.filter((call) => !isRefused(call)).length;
  const most = MAX_LOST * round.steps.length;
  return answered > 0 || submits.some(isRefused) || dark <= most
    ? []
    : [{ round: round.number, requests: [], what: `${dark} submits without any response` }];
}

/** If a step finds a request on record that it can collect or must not retry, it does not submit a new one. */
function paidAgain(played: Played, round: Round): readonly Imbalance[] {
  // A refused lookup counts as no cache.
  if (round.calls.some(isRefusedLookUp)) return [];
  const orders = new Set([...round.accepted.map((request) => orderOf(played.plan, request))]);
  return [...orders].flatMap((order) => {
    const made = round.accepted.filter((request) => orderOf(played.plan, request) === order);
    const there = round.steps.flatMap((step) => standing(played, round, step)).filter((one) => one.order === order);
    const tooMany = there.length + made.length - wanted(played.plan, round, order);
    if (tooMany <= 0) return [];
    const requests = [...there.flatMap(({ requestId }) => requestId ?? []), ...made.map(({ id }) => id)];
    return [{ round: round.number, requests, what: `${tooMany} paid for again, that stood on record` }];
  });
}

interface Standing {
  readonly order: Order;
  readonly requestId: string | null;
}

/** What was on record when the step started, for each image that it has no reason to generate. */
function standing({ plan, rounds }: Played, round: Round, step: Step): readonly Standing[] {
  const { known, orders, plan: given } = step;
  if (!given.resume || given.collects) return [];
  const ended = endedRequests(rounds.filter(({ number }) => number <= round.number));
  const holds = ({ requestId, ending }: RecordLine): boolean =>
    !(requestId !== null && ended.has(requestId)) &&
    !(given.attempt > 1 && (ending === 'refused' || ending === 'empty'));
  return [...aliveByOrder(known)].flatMap(([hash, lines]) => {
    const number = orders.get(hash);
    if (number === undefined || number > given.count || !lines.every(holds)) return [];
    return [{ order: orderOfImage(plan, number), requestId: lines[0]?.requestId ?? null }];
  });
}

/** Ids of the requests that failed or were cancelled, as far as RunComfy has said so. */
function endedRequests(rounds: readonly Round[]): ReadonlySet<string> {
  const failed = rounds.flatMap(({ calls }) =>
    calls.flatMap(({ name, status, requestId }) =>
      name === 'result' && status === SAID_NO && requestId !== null ? [requestId] : [],
    ),
  );
  const cancelled = rounds.flatMap(({ accepted }) => accepted.filter((one) => one.cancelled).map(({ id }) => id));
  return new Set([...failed, ...cancelled]);
}

/** If the cache does not say what is on record, nothing is submitted. */
function paidWithoutLooking({ number, steps, calls }: Round): readonly Imbalance[] {
  const lookUps = calls.filter(({ name }) => name === 'cache-lookup');
  const isSilent = ({ status }: Call): boolean => status === null || status === 429 || status >= 500;
  const mustLook = steps.every(({ plan: { resume, collects } }) => resume && !collects);
  const submits = calls.filter(({ name }) => name === 'submit').length;
  return mustLook && lookUps.length > 2 && lookUps.every(isSilent) && submits > 0
    ? [{ round: number, requests: [], what: `${submits} submits, though the lookup of the record had failed` }]
    : [];
}

/** GitHub may lose a runner at any moment, so the first requests must be on record this soon after their acceptance, and the others within half a minute. */
const ON_RECORD_MS = 5_000;

/** Requests that can be collected are on record when the step is over, or the step says that they are not. */
function notOnRecord(played: Played, round: Round): readonly Imbalance[] {
  const ended = endedRequests(played.rounds);
  return round.steps.flatMap((step) => {
    if (saidNotKept(step)) return [];
    const found = new Set(step.kept.map(({ requestId }) => requestId));
    const made = madeBy(step, round.accepted);
    const first = Math.min(...made.map(({ submittedAt }) => submittedAt));
    // If the runner was lost, only the requests that were submitted together with the first one.
    const due = step.plan.lost
      ? made.filter(({ submittedAt }) => submittedAt < first + 100 && step.endedAt - submittedAt > ON_RECORD_MS)
      : made;
    if (step.plan.lost && isCacheStruck(round)) return [];
    return due
      .filter((request) => !found.has(request.id) && !ended.has(request.id))
      .map(({ id }) => ({ round: round.number, requests: [id], what: 'can be collected, and is not on record' }));
  });
}

function saidNotKept({ main, post }: Step): boolean {
  return /[Ll]ater runs cannot find|Input `collect: \S+` (\(.*\) )?fetches it/.test(`${main.log}\n${post?.log ?? ''}`);
}

function isRefusedLookUp({ name, status }: Call): boolean {
  return name === 'cache-lookup' && status !== null && status >= 400 && status < 429 && status !== 408;
}

function isCacheStruck({ calls }: Round): boolean {
  return calls.some(({ name, status }) => name.startsWith('cache-') && (status === null || status >= 400));
}

/** Each submit without a readable response is reported once, by main or by post. No other submit is reported as lost. */
function doubtNotTold({ plan }: Played, round: Round): readonly Imbalance[] {
  const { steps } = round;
  if (steps.some(({ plan: { lost }, main }) => lost && main.signal !== null)) return [];
  const lost = new Set(lostIn(round));
  const sent = doubtfulOrPaid(plan, round);
  const said = steps.flatMap((step) => saidUnknown(plan, step));
  // A step that was killed or gave up with a submit in flight cannot know that it did not arrive. The same applies if a refusal (an empty balance) was cut off.
  const mayBeMore =
    plan.service.balance !== Number.POSITIVE_INFINITY ||
    steps.some(({ main }) => main.signal !== null || main.log.includes('no response in time'));
  return [...new Set([...sent, ...said])].flatMap((order) => {
    const heard = round.accepted.filter((request) => orderOf(plan, request) === order && !lost.has(request));
    const doubt = times(sent, order) - heard.length;
    const told = times(said, order);
    const max = mayBeMore ? wanted(plan, round, order) - heard.length : doubt;
    if (told >= doubt && told <= Math.max(doubt, max)) return [];
    const what = `${doubt} submits were not answered, ${told} were reported as unknown`;
    return [{ ...about(round, order, what), requests: heard.map(({ id }) => id) }];
  });
}

function times(orders: readonly Order[], order: Order): number {
  return orders.filter((one) => one === order).length;
}

function about({ number }: Round, order: Order, what: string): Imbalance {
  return { round: number, requests: [], what: `${order === 'no seed' ? 'no seed' : `seed ${order}`}: ${what}` };
}
