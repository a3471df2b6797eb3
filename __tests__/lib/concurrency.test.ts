// Limited concurrency, in the order of the calls, even after failures.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { limitOf } from '../../src/lib/concurrency.ts';
import { settled } from '../helpers/until.ts';

test('work starts in the order of the calls, as soon as a slot is free', async () => {
  const limit = limitOf(2);
  const started: number[] = [];
  const gates = Array.from({ length: 4 }, () => Promise.withResolvers<void>());
  const all = gates.map(({ promise }, n) =>
    limit(() => {
      started.push(n);
      return promise;
    }),
  );
  await settled();
  expect(started).toEqual([0, 1]);
  gates[1]?.resolve();
  await settled();
  expect(started).toEqual([0, 1, 2]);
  for (const { resolve } of gates) resolve();
  await Promise.all(all);
  expect(started).toEqual([0, 1, 2, 3]);
});

test('a slot is free again after a failure, which only affects its own work', async () => {
  const limit = limitOf(1);
  const failing = limit(() => Promise.reject(new Error('first')));
  const throwing = limit(() => {
    throw new Error('second');
  });
  const fine = limit(async () => 3);
  await expect(failing).rejects.toThrow('first');
  await expect(throwing).rejects.toThrow('second');
  expect(await fine).toBe(3);
});

test('never more than so many at once, never fewer than possible, also in a second wave', async () => {
  const works = fc.array(fc.boolean(), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 4 }), fc.scheduler(), works, async (places, s, fails) => {
      const limit = limitOf(places);
      for (let wave = 1; wave <= 2; wave++) {
        let running = 0;
        let max = 0;
        const ended = Promise.allSettled(
          fails.map((each, n) =>
            limit(async () => {
              running += 1;
              max = Math.max(max, running);
              await s.schedule(Promise.resolve());
              running -= 1;
              if (each) throw new Error(String(n));
            }),
          ),
        );
        await s.waitFor(ended);
        expect((await ended).map(({ status }) => status === 'rejected')).toEqual(fails);
        expect(max).toBe(Math.min(places, fails.length));
      }
    }),
    { numRuns: 50 },
  );
});
