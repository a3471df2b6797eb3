// The runner itself dies, so the output is no longer read. The action still keeps what is paid for, and ends.
import { expect, test } from '@jest/globals';
import { play } from '../helpers/action.ts';

test('an action whose runner vanishes finishes what it has begun, and ends', async () => {
  await using run = await play({
    inputs: { 'image-size': '16x16' },
    // The next line is printed when this response comes, and is not read.
    before: (simulator) => simulator.fault('status', { kind: 'delay', ms: 300 }),
    during: async (action) => {
      await action.line(/submitted/);
      action.vanish();
      const guard = setTimeout(() => action.signal('SIGKILL'), 20_000);
      await action.done.finally(() => clearTimeout(guard));
    },
  });
  expect(run.log).not.toContain('finished at RunComfy');
  expect([run.signal, run.exitCode]).toEqual([null, 0]);
  expect(run.outputs).toMatchObject({ count: '1', 'artifact-name': 'runcomfy-images' });
});
