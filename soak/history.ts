// Describes an imbalance: where it is, what happened to its requests, and how to reproduce it.
import { toldBy } from './fates.ts';
import type { Imbalance } from './imbalance.ts';
import { orderOf } from './orders.ts';
import type { RunPlan } from './plan.ts';
import type { Played, Round, Step } from './play.ts';

export function spelledOut(played: Played, { round, requests, what }: Imbalance): string {
  const { seed, number, story, maker, manifest, count, inputs } = played.plan;
  const place = [`seed ${seed}`, `run ${number} (${story})`, ...(round === null ? [] : [`round ${round}`])];
  return [
    `${place.join(', ')}: ${what}`,
    `  ${count} images${manifest === null ? ` by ${maker}` : ''}, concurrency ${inputs.concurrency}, poll-interval ${inputs['poll-interval']}, timeout ${inputs.timeout}`,
    ...played.rounds.flatMap((one) => [
      ...one.steps.map((step) => `  round ${one.number}${headOf(step)}, ${one.accepted.length} accepted`),
      ...requests.flatMap((id) => storyOf(played.plan, one, id)),
    ]),
    `  Again: npm run soak -- --seed ${seed} --run ${number}`,
  ].join('\n');
}

function headOf({ interruption, main, post, plan }: Step): string {
  const extras = [plan.leg, interruption, plan.lost ? 'lost' : null, plan.resume ? null : 'resume: false'];
  const how = extras.filter((extra) => extra !== null).join(', ');
  return `${how === '' ? '' : ` (${how})`}: main ${main.signal ?? `exit ${main.exitCode}`}, post exit ${post?.exitCode ?? post?.signal}`;
}

/** What happened to the request in this round; empty if nothing did. */
function storyOf(plan: RunPlan, { calls, accepted, steps }: Round, id: string): readonly string[] {
  const own = calls.filter(({ requestId }) => requestId === id);
  const story = [
    ...accepted.filter((request) => request.id === id).map((request) => `accepted (${orderOf(plan, request)})`),
    ...(own.length === 0 ? [] : [own.map(({ name, status }) => `${name} ${status ?? 'unanswered'}`).join(', ')]),
    ...steps.flatMap((step) =>
      toldBy(step).flatMap(({ by, state, requestId }) => (requestId === id ? [`${by} told ${state}`] : [])),
    ),
  ];
  return story.length === 0 ? [] : [`    ${id} ${story.join('; ')}`];
}
