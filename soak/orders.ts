// Orders and what became known of them: which submits belong to the same image, which responses were lost, and which of those were reported.
import { type Call, parseObject } from '../simulator/wire.ts';
import { SAID_NO } from './faults.ts';
import { seedIn } from './makers.ts';
import type { RunPlan } from './plan.ts';
import type { Accepted, Round, Step } from './play.ts';

/** Submits with the same order pay for the same image. The seed distinguishes images, if there is one. */
export type Order = number | 'no seed';

export function orderOf(plan: Plan, { body }: Pick<Accepted, 'body'>): Order {
  // If no seed was requested, the action chooses one, which does not identify the order.
  return plan.firstSeed === null ? 'no seed' : (seedIn(body) ?? 'no seed');
}

type Plan = Pick<RunPlan, 'firstSeed'>;

/** `number`: of the image in its step, from 1. */
export function orderOfImage({ firstSeed }: RunPlan, number: number): Order {
  return firstSeed === null ? 'no seed' : firstSeed + number - 1;
}

/** How many images with that order all steps of a round ask for together. */
export function wanted(plan: RunPlan, { steps }: Round, order: Order): number {
  const counts = steps.filter(({ plan: { collects } }) => !collects).map(({ plan: { count } }) => count);
  const of = (count: number): number => {
    if (plan.firstSeed === null || order === 'no seed') return count;
    return order < plan.firstSeed + count ? 1 : 0;
  };
  return counts.reduce((sum, count) => sum + of(count), 0);
}

/** The orders of all submits that were not refused, whatever response the client received. */
export function doubtfulOrPaid(plan: Plan, { calls }: Round): readonly Order[] {
  // Calls, not what main reported: a submit may arrive after main was killed.
  return calls.filter((call) => call.name === 'submit' && !isRefused(call)).flatMap((call) => orderOfCall(plan, call));
}

/** Whether the response makes certain that nothing was accepted. */
export function isRefused({ status }: Call): boolean {
  return status === SAID_NO || (status !== null && status >= 400 && status < 500);
}

/** Empty if the body was truncated. */
function orderOfCall(plan: Plan, { body }: Call): readonly Order[] {
  const inputs = parseObject(body);
  return inputs === null ? [] : [orderOf(plan, { body: inputs })];
}

/** The requests whose id appears in the output of the step. */
function heardBy({ main, post, report }: Step, requests: readonly Accepted[]): readonly Accepted[] {
  const said = [main.stdout, JSON.stringify(main.outputs), main.summary, post?.stdout, post?.summary].join('\n');
  const heard = new Set(report?.requestIds);
  return requests.filter(({ id }) => heard.has(id) || said.includes(id));
}

/** The requests that the step itself submitted, and whose id it received. */
export function madeBy({ main }: Step, requests: readonly Accepted[]): readonly Accepted[] {
  return requests.filter(({ id }) => main.stdout.includes(`: submitted, request ${id}`));
}

/** The accepted requests whose id no step received. */
export function lostIn({ steps, accepted }: Round): readonly Accepted[] {
  const heard = new Set(steps.flatMap((step) => heardBy(step, accepted)));
  return accepted.filter((request) => !heard.has(request));
}

/** The orders that main or post reported as lost. If both did, an order counts twice, unless main was killed before it could note its report. */
export function saidUnknown(plan: RunPlan, { main, report, postReport }: Step): readonly Order[] {
  const all = [...(report?.unknown ?? []), ...postReport.unknown];
  const images = main.signal === null ? all : [...new Set(all)];
  return images.map((image) => orderOfImage(plan, image));
}

/** The lost requests for which the steps reported an unknown submit. */
export function lostAndTold(plan: RunPlan, round: Round): readonly Accepted[] {
  const said = round.steps.flatMap((step) => saidUnknown(plan, step));
  return lostIn(round).filter((request) => {
    const index = said.indexOf(orderOf(plan, request));
    return index >= 0 && said.splice(index, 1).length > 0;
  });
}
