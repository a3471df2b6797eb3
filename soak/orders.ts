// What was ordered, and what was heard of it: which submits belong to the same image, which answers were lost, what was told of them.
import type { SimulatedRequest } from '../simulator/runcomfy/requests.ts';
import { type Call, parseObject } from '../simulator/wire.ts';
import type { RunPlan } from './plan.ts';
import type { Attempt, Played } from './play.ts';

/** Submits of the same order pay for the same image: the seed tells images apart, where there is one. */
export type Order = number | 'no seed';

/** How many images the step asks for with the same order. */
export function wanted({ firstSeed, count }: RunPlan): number {
  return firstSeed === null ? count : 1;
}

export function orderOf({ body }: SimulatedRequest): Order {
  return typeof body.seed === 'number' ? body.seed : 'no seed';
}

/** The submits that may have been accepted: not refused, whatever the client got to see. */
export function doubtfulOrPaid({ mainCalls, postCalls }: Attempt): readonly Order[] {
  // What main has sent may arrive when it is dead already.
  return [...mainCalls, ...postCalls]
    .filter(({ name, status }) => name === 'submit' && (status === null || status < 400 || status >= 500))
    .flatMap(orderOfCall);
}

/** None where the body did not arrive whole. */
function orderOfCall({ body }: Call): readonly Order[] {
  const inputs = parseObject(body);
  if (inputs === null) return [];
  return [typeof inputs.seed === 'number' ? inputs.seed : 'no seed'];
}

/** The accepted requests whose id the step never heard: it stands nowhere in what it printed or wrote. */
export function lostIn({ accepted, main, post, report }: Attempt): readonly SimulatedRequest[] {
  const said = [main.stdout, JSON.stringify(main.outputs), main.summary, post?.stdout, post?.summary].join('\n');
  const heard = new Set(report?.requestIds);
  return accepted.filter(({ id }) => !heard.has(id) && !said.includes(id));
}

/** The orders of which main or post said that the submit's answer was lost; twice where both did, though main could say that it had. */
export function saidUnknown({ firstSeed }: RunPlan, { main, report, postReport }: Attempt): readonly Order[] {
  const all = [...(report?.unknown ?? []), ...postReport.unknown];
  const images = main.signal === null ? all : [...new Set(all)];
  return images.map((image) => (firstSeed === null ? 'no seed' : firstSeed + image - 1));
}

/** The lost requests for which there is an unknown submit in what the step told. */
export function lostAndTold({ plan }: Played, attempt: Attempt): readonly SimulatedRequest[] {
  const said = [...saidUnknown(plan, attempt)];
  return lostIn(attempt).filter((request) => {
    const index = said.indexOf(orderOf(request));
    return index >= 0 && said.splice(index, 1).length > 0;
  });
}
