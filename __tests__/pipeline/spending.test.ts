// `max-cost` during a run: the reported costs of a tier decide about its next request.
import { expect, test } from '@jest/globals';
import { type Admission, type Cost, createSpending, type Spending, tierOf } from '../../src/pipeline/spending.ts';
import type { Task } from '../../src/tasks/task.ts';
import { task } from '../helpers/outcomes.ts';
import { settled } from '../helpers/until.ts';

const never = new AbortController().signal;

function spendingOf(maxCost: number | null, listPrice: number | null, known: number | null = null): Spending {
  return createSpending({ maxCost, listPrice: async () => listPrice, knownCost: () => known });
}

/** Lets all tasks queue up. Returns the admissions in order, null for refused ones. */
function queue(spending: Spending, tasks: readonly Task[]): (Admission | null)[] {
  const admitted: (Admission | null)[] = [];
  for (const one of tasks) void spending.admit(one, never).then((admission) => admitted.push(admission));
  return admitted;
}

async function end(admission: Admission | null | undefined, cost: Cost): Promise<void> {
  admission?.end(cost);
  await settled();
}

const many = (count: number, given: Partial<Task> = {}): readonly Task[] =>
  Array.from({ length: count }, () => task(given));

test('without a limit all go', async () => {
  const admitted = queue(spendingOf(null, null), many(32));
  await settled();
  expect(admitted).toHaveLength(32);
});

test('a cost far above the list price: one request, then none, with a warning', async () => {
  const spending = spendingOf(0.4, 0.0125);
  const admitted = queue(spending, many(32));
  await settled();
  expect(admitted).toHaveLength(1);
  await end(admitted[0], { told: 1 });
  expect(admitted).toEqual([expect.anything(), ...Array.from({ length: 31 }, () => null)]);
  expect(spending.stopped()).toContain('the rest of `max-cost`');
  expect(spending.exceeded()).toBe(
    'The costs that RunComfy reported, $1.00, are above `max-cost`, $0.40: a request cost more than its list price. After that, nothing more was submitted.',
  );
});

test('never more in flight than the rest of the budget can pay for at the highest reported cost', async () => {
  const spending = spendingOf(1, 0.05);
  const admitted = queue(spending, many(20));
  await settled();
  await end(admitted[0], { told: 0.2 });
  expect(admitted).toHaveLength(5);
  await end(admitted[1], { told: 0.2 });
  await end(admitted[2], 'nothing');
  expect(admitted).toHaveLength(6);
  for (const n of [3, 4, 5]) await end(admitted[n], { told: 0.2 });
  expect(admitted.filter((admission) => admission !== null)).toHaveLength(6);
  expect(admitted).toHaveLength(20);
  expect(spending.exceeded()).toBeNull();
});

test.each<{ name: string; cost: Cost; next: number }>([
  { name: 'no reported cost: the estimate counts, also for what was spent', cost: 'unknown', next: 4 },
  { name: 'it had no result: the next one goes alone too', cost: 'nothing', next: 1 },
  { name: 'it was cheaper than the list price', cost: { told: 0.05 }, next: 9 },
])('the first of a tier goes alone: $name', async ({ cost, next }) => {
  const admitted = queue(spendingOf(0.5, 0.1), many(10));
  await settled();
  expect(admitted).toHaveLength(1);
  await end(admitted[0], cost);
  expect(admitted).toHaveLength(1 + next);
});

test('a tier with a known cost needs no trial', async () => {
  const admitted = queue(spendingOf(1, 0.05, 0.25), many(10));
  await settled();
  expect(admitted).toHaveLength(4);
});

test('each tier is tried with nothing else in flight, in the order of the tasks', async () => {
  const [small, large] = [task({ parameters: { size: '1K' } }), task({ parameters: { size: '4K' } })];
  const spending = spendingOf(10, 0.1);
  const admitted = queue(spending, [small, small, large, small]);
  await settled();
  await end(admitted[0], { told: 0.1 });
  expect(admitted).toHaveLength(2);
  await end(admitted[1], { told: 0.1 });
  expect(admitted).toHaveLength(3);
  await end(admitted[2], { told: 2 });
  expect(admitted).toHaveLength(4);
});

test('an aborted wait ends, and delays no other', async () => {
  const spending = spendingOf(1, 0.1);
  const first = await spending.admit(task(), never);
  const run = new AbortController();
  const waiting = spending.admit(task(), run.signal);
  const behind = queue(spending, many(1));
  await settled();
  run.abort(new Error('cancelled'));
  await expect(waiting).rejects.toThrow('cancelled');
  await end(first, { told: 0.1 });
  expect(behind).toHaveLength(1);
});

test.each<{ name: string; one: Partial<Task>; other: Partial<Task>; same: boolean }>([
  {
    name: 'prompt and seed',
    one: { parameters: { prompt: 'a', seed: 1, n: 2 } },
    other: { parameters: { n: 2, prompt: 'b' } },
    same: true,
  },
  {
    name: 'a parameter',
    one: { parameters: { resolution: '1K' } },
    other: { parameters: { resolution: '4K' } },
    same: false,
  },
  { name: 'the model', one: { model: 'a/b' }, other: { model: 'a/c' }, same: false },
])('$name: the same tier is $same', ({ one, other, same }) => {
  expect(tierOf(task(one)) === tierOf(task(other))).toBe(same);
});
