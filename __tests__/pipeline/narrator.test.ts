// The first line about a run: what is paid for, and what is only collected.
import { expect, test } from '@jest/globals';
import { systemClock } from '../../src/lib/clock.ts';
import type { Log } from '../../src/lib/ports.ts';
import { createNarrator } from '../../src/pipeline/narrator.ts';
import { task } from '../helpers/outcomes.ts';
import { MODEL } from '../helpers/service.ts';

test.each([
  [0, 0, []],
  [1, 0, [`Submitting 1 request to ${MODEL}.`]],
  [5, 0, [`Submitting 5 requests to ${MODEL}, 4 at a time.`]],
  [5, 2, [`Submitting 3 requests to ${MODEL}, 4 at a time. Collecting 2 requests that are already paid for.`]],
  [5, 5, ['Collecting 5 requests that are already paid for.']],
  [1, 1, ['Collecting 1 request that is already paid for.']],
])('of %d tasks, %d are already paid for', (total, paid, lines) => {
  const said: string[] = [];
  const log: Pick<Log, 'info'> = { info: (line) => void said.push(line) };
  createNarrator(log, systemClock).start(
    Array.from({ length: total }, () => task()),
    4,
    paid,
  );
  expect(said).toEqual(lines);
});
