// What was ordered, and what was heard of it: which submits belong to the same image, which answers were lost, what was told of them.
import { type Call, parseObject } from '../simulator/wire.ts';
import { SAID_NO } from './faults.ts';
import { seedIn } from './makers.ts';
import type { RunPlan } from './plan.ts';
import type { Accepted, Round, Step } from './play.ts';

/** Submits of the same order pay for the same image: the seed tells images apart, where there is one. */
export type Order = number | 'no seed';

export function orderOf(plan: Plan, { body }: Pick<Accepted, 'body'>): Order {
  // Where none was asked for, the action draws one of its own, which tells nothing of the order.
  return plan.firstSeed === null ? 'no seed' : (seedIn(body) ?? 'no seed');
}

type Plan = Pick<RunPlan, 'firstSeed'>;

/** The order of the n-th image of a step. */
export function orderOfImage({ firstSeed }: RunPlan, number: number): Order {
  return firstSeed === null ? 'no seed' : firstSeed + number - 1;
}

/** How many images with that order the steps of a round ask for, all together. */
export function wanted(plan: RunPlan, { steps }: Round, order: Order): number {
  const counts = steps.filter(({ plan: { collects } }) => !collects).map(({ plan: { count } }) => count);
  const of = (count: number): number => {
    if (plan.firstSeed === null || order === 'no seed') return count;
    return order < plan.firstSeed + count ? 1 : 0;
  };
  return counts.reduce((sum, count) => sum + of(count), 0);
}

/** The submits that may have been accepted: not refused, whatever the client got to see. */
export function doubtfulOrPaid(plan: Plan, { calls }: Round): readonly Order[] {
  // What main has sent may arrive when it is dead already.
  return calls.filter((call) => call.name === 'submit' && !isRefused(call)).flatMap((call) => orderOfCall(plan, call));
}

/** Whether the answer leaves no doubt that nothing was accepted. */
export function isRefused({ status }: Call): boolean {
  return status === SAID_NO || (status !== null && status >= 400 && status < 500);
}

/** None where the body did not arrive whole. */
function orderOfCall(plan: Plan, { body }: Call): readonly Order[] {
  const inputs = parseObject(body);
  return inputs === null ? [] : [orderOf(plan, { body: inputs })];
}

/** The requests whose id stands somewhere in what the step printed or wrote. */
function heardBy({ main, post, report }: Step, requests: readonly Accepted[]): readonly Accepted[] {
  const said = [main.stdout, JSON.stringify(main.outputs), main.summary, post?.stdout, post?.summary].join('\n');
  const heard = new Set(report?.requestIds);
  return requests.filter(({ id }) => heard.has(id) || said.includes(id));
}

/** The requests that the step itself has made, and heard of. */
export function madeBy({ main }: Step, requests: readonly Accepted[]): readonly Accepted[] {
  return requests.filter(({ id }) => main.stdout.includes(`: submitted, request ${id}`));
}

/** The accepted requests whose id no step ever heard. */
export function lostIn({ steps, accepted }: Round): readonly Accepted[] {
  const heard = new Set(steps.flatMap((step) => heardBy(step, accepted)));
  return accepted.filter((request) => !heard.has(request));
}

/** The orders of which main or post said that the submit's answer was lost; twice where both did, though main could say that it had. */
export function saidUnknown(plan: RunPlan, { main, report, postReport }: Step): readonly Order[] {
  const all = [...(report?.unknown ?? []), ...postReport.unknown];
  const images = main.signal === null ? all : [...new Set(all)];
  return images.map((image) => orderOfImage(plan, image));
}

/** The lost requests for which there is an unknown submit in what the steps told. */
export function lostAndTold(plan: RunPlan, round: Round): readonly Accepted[] {
  const said = round.steps.flatMap((step) => saidUnknown(plan, step));
  return lostIn(round).filter((request) => {
    const index = said.indexOf(orderOf(plan, request));
    return index >= 0 && said.splice(index, 1).length > 0;
  });
}
