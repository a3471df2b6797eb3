// From one order to its tasks: seeds that count up, and occurrences that distinguish equal tasks.
import { expect, test } from '@jest/globals';
import type { SingleOrder } from '../../src/inputs/order.ts';
import { imagesAskedFor, promptOf, seedOf, tasksOf } from '../../src/tasks/task.ts';
import { task } from '../helpers/outcomes.ts';

function order(given: Partial<SingleOrder> = {}): SingleOrder {
  return { model: 'a/b', parameters: { prompt: 'a fox' }, files: {}, seed: null, count: 1, deployment: null, ...given };
}

test('one task is called image, several are numbered', () => {
  expect(tasksOf(order()).map(({ id, name }) => [id, name])).toEqual([['image', 'image']]);
  expect(tasksOf(order({ count: 3 })).map(({ name }) => name)).toEqual(['image-1', 'image-2', 'image-3']);
});

test('with a seed S they use S, S+1, ..., and each has its own recipe', () => {
  const tasks = tasksOf(order({ parameters: { prompt: 'a fox', seed: 41 }, seed: 41, count: 3 }));
  expect(tasks.map(({ parameters }) => parameters)).toEqual([41, 42, 43].map((seed) => ({ prompt: 'a fox', seed })));
  expect(tasks.map(({ occurrence }) => occurrence)).toEqual([1, 1, 1]);
  expect(new Set(tasks.map(({ recipe }) => recipe)).size).toBe(3);
});

test('seed 0 is a seed', () => {
  const tasks = tasksOf(order({ parameters: { prompt: 'a fox', seed: 0 }, seed: 0, count: 2 }));
  expect(tasks.map(seedOf)).toEqual([0, 1]);
});

test('without a seed, they only differ in their occurrence', () => {
  const tasks = tasksOf(order({ count: 3 }));
  expect(tasks.map(({ occurrence }) => occurrence)).toEqual([1, 2, 3]);
  expect(new Set(tasks.map(({ recipe }) => recipe)).size).toBe(1);
  expect(tasks.every(({ parameters }) => !('seed' in parameters))).toBe(true);
});

test.each([
  { parameters: { prompt: 'x', seed: 7 }, prompt: 'x', seed: 7 },
  { parameters: { prompt: ['x'], seed: '7' }, prompt: null, seed: null },
  { parameters: { seed: 1.5 }, prompt: null, seed: null },
])('prompt and seed of $parameters', ({ parameters, prompt, seed }) => {
  expect([promptOf(task({ parameters })), seedOf(task({ parameters }))]).toEqual([prompt, seed]);
});

test.each([
  { parameters: {}, images: 1 },
  { parameters: { num_images: 4 }, images: 4 },
  { parameters: { number_of_images: 2 }, images: 2 },
  { parameters: { num_images: '3' }, images: 3 },
  { parameters: { num_images: 0 }, images: 1 },
  { parameters: { num_images: 'many' }, images: 1 },
])('$parameters asks for $images images', ({ parameters, images }) => {
  expect(imagesAskedFor(task({ parameters }))).toBe(images);
});
