// Every fault of docs/reliability.md, through the real bundle. Most of a run is waiting, so several play at once.
import { describe, test } from '@jest/globals';
import { faultSections } from '../faults/all.ts';
import { playFault } from '../helpers/faults.ts';

describe.each(faultSections)('%s', (_heading, faults) => {
  for (const fault of faults) {
    const reason = fault.skip ?? null;
    // The wait for late files takes 25 s of real time.
    if (reason === null) test.concurrent(fault.name, () => playFault(fault), 60_000);
    else test.skip(`${fault.name} (${reason})`, () => {});
  }
});
