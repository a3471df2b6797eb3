// Spells out an imbalance: where it is, what happened to its requests, and how to see it again.
import { toldBy } from './fates.ts';
import type { Imbalance } from './imbalance.ts';
import { orderOf } from './orders.ts';
import type { Attempt, Played } from './play.ts';

export function spelledOut(played: Played, { attempt, requests, what }: Imbalance): string {
  const { seed, number, count, inputs } = played.plan;
  const place = [`seed ${seed}`, `run ${number}`, ...(attempt === null ? [] : [`attempt ${attempt}`])];
  return [
    `${place.join(', ')}: ${what}`,
    `  ${count} images, concurrency ${inputs.concurrency}, poll-interval ${inputs['poll-interval']}, timeout ${inputs.timeout}`,
    ...played.attempts.flatMap((one) => [`  ${headOf(one)}`, ...requests.flatMap((id) => storyOf(one, id))]),
    `  Again: npm run soak -- --seed ${seed} --run ${number}`,
  ].join('\n');
}

function headOf({ number, interruption, main, post, accepted }: Attempt): string {
  const how = interruption === null ? '' : ` (${interruption})`;
  const ends = `main ${main.signal ?? `exit ${main.exitCode}`}, post exit ${post?.exitCode ?? post?.signal}`;
  return `attempt ${number}${how}: ${ends}, ${accepted.length} accepted`;
}

/** What this attempt had to do with the request; none where it had nothing. */
function storyOf(attempt: Attempt, id: string): readonly string[] {
  const calls = (list: Attempt['mainCalls']): readonly string[] =>
    list.filter(({ requestId }) => requestId === id).map(({ name, status }) => `${name} ${status ?? 'unanswered'}`);
  const [ofMain, ofPost] = [calls(attempt.mainCalls), calls(attempt.postCalls)];
  const story = [
    ...attempt.accepted.filter((request) => request.id === id).map((request) => `accepted (${orderOf(request)})`),
    ...(ofMain.length === 0 ? [] : [`main: ${ofMain.join(', ')}`]),
    ...(ofPost.length === 0 ? [] : [`post: ${ofPost.join(', ')}`]),
    ...toldBy(attempt).flatMap(({ by, state, requestId }) => (requestId === id ? [`${by} told ${state}`] : [])),
  ];
  return story.length === 0 ? [] : [`    ${id} ${story.join('; ')}`];
}
