// A run that costs too much, or an unknown amount, is refused before anything is submitted.
import { expect, test } from '@jest/globals';
import type { SimulatorOptions } from '../../simulator/server.ts';
import { budgetOf } from '../../src/pipeline/budget.ts';
import { pricesOf } from '../../src/pipeline/prices.ts';
import { createCatalogue } from '../../src/runcomfy/catalogue.ts';
import type { Task } from '../../src/tasks/task.ts';
import { task } from '../helpers/outcomes.ts';
import { type Bench, openBench } from '../helpers/service.ts';

const { signal } = new AbortController();
const VIDEO = 'wan-ai/wan-2.7/text-to-video';

async function refusal(bench: Bench, tasks: readonly Task[], maxCost: number): Promise<unknown> {
  const budget = budgetOf({ maxCost, maxImages: 50 }, pricesOf(createCatalogue(bench.service, bench.clock, signal)));
  return budget.reserve(tasks).catch((error: unknown) => error);
}

test.each<{
  name: string;
  service?: SimulatorOptions;
  tasks: readonly Task[];
  maxCost: number;
  refused: RegExp | null;
}>([
  { name: 'below', tasks: [task()], maxCost: 1, refused: null },
  { name: 'just that', tasks: Array.from({ length: 5 }, () => task()), maxCost: 0.3, refused: null },
  {
    name: 'above',
    tasks: Array.from({ length: 5 }, () => task()),
    maxCost: 0.29,
    refused: /cost at least \$0\.30.*\(\$0\.29\)/,
  },
  {
    name: 'several images of one request',
    tasks: [task({ parameters: { num_images: 4 } })],
    maxCost: 0.2,
    refused: /\$0\.24/,
  },
  {
    name: 'a parameter that may ask for several',
    tasks: [task({ parameters: { batch_size: 4 } })],
    maxCost: 100,
    refused: /not known/,
  },
  { name: 'free', service: { price: 0 }, tasks: [task()], maxCost: 0, refused: null },
  { name: 'no price', service: { price: null }, tasks: [task()], maxCost: 100, refused: /not known/ },
  { name: 'per second, with the default length', tasks: [task({ model: VIDEO })], maxCost: 0.3, refused: null },
  { name: 'no such model', tasks: [task({ model: 'a/b' })], maxCost: 100, refused: /not known/ },
  { name: 'nothing to buy', tasks: [], maxCost: 0, refused: null },
])('$name', async ({ service, tasks, maxCost, refused }) => {
  await using bench = await openBench(service);
  const error = await refusal(bench, tasks, maxCost);
  if (refused === null) expect(error).toBeUndefined();
  else expect(error).toMatchObject({ kind: 'price-limit', message: expect.stringMatching(refused) });
  expect(bench.count('model')).toBe(new Set(tasks.map(({ model }) => model)).size);
  expect(bench.count('submit')).toBe(0);
});

test('an outage of the catalogue is waited out, and a wrong token is reported', async () => {
  await using bench = await openBench();
  bench.simulator.fault('model', { kind: 'html' }, 2);
  expect(await refusal(bench, [task()], 1)).toBeUndefined();
  bench.simulator.fault('model', { kind: 'reply', status: 401 });
  expect(await refusal(bench, [task()], 1)).toMatchObject({ kind: 'unauthorized' });
});

test('a replacement counts together with everything reserved before', async () => {
  await using bench = await openBench();
  const budget = budgetOf(
    { maxCost: 0.18, maxImages: 50 },
    pricesOf(createCatalogue(bench.service, bench.clock, signal)),
  );
  await budget.reserve([task(), task()]);
  const anew = await Promise.allSettled([budget.reserveAnew(task()), budget.reserveAnew(task())]);
  expect(anew).toMatchObject([
    { status: 'fulfilled' },
    { status: 'rejected', reason: { kind: 'price-limit', message: expect.stringMatching(/\$0\.24.*\(\$0\.18\)/) } },
  ]);
  await expect(
    budgetOf({ maxCost: null, maxImages: 50 }, pricesOf(createCatalogue(bench.service, bench.clock, signal))).reserve([
      task(),
    ]),
  ).resolves.toBe(undefined);
  expect(bench.count('model')).toBe(1);
});
