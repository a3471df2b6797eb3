// When a task may submit.
import { expect, test } from '@jest/globals';
import { createSubmitGate, type SubmitEnd, type SubmitGate, type Turn } from '../../src/requests/submit-gate.ts';
import { virtualClock } from '../helpers/clock.ts';
import { settled } from '../helpers/until.ts';

const never = new AbortController().signal;

/** Many at the gate; `in` holds the turns of those that were let in, in order, null for those that were sent away. */
function queue(gate: SubmitGate, count: number): (Turn | null)[] {
  const turns: (Turn | null)[] = [];
  for (let n = 0; n < count; n++) void gate.enter(never).then((turn) => turns.push(turn));
  return turns;
}

async function endNext(turns: readonly (Turn | null)[], n: number, how: SubmitEnd): Promise<void> {
  turns[n]?.end(how);
  await settled();
}

const still = { reachMs: 0 };

test('the first goes alone until it is answered, then all go', async () => {
  const gate = createSubmitGate(virtualClock(still));
  const turns = queue(gate, 32);
  await settled();
  expect(turns).toHaveLength(1);
  await endNext(turns, 0, 'answered');
  expect(turns).toHaveLength(32);
  expect(gate.state()).toEqual({ out: 31, proven: true, lost: 0, closed: null });
});

test('the first goes alone for a second; then no more than may be lost', async () => {
  const clock = virtualClock(still);
  const gate = createSubmitGate(clock);
  const turns = queue(gate, 32);
  await settled();
  clock.advance(999);
  await settled();
  expect(turns).toHaveLength(1);
  clock.advance(1);
  await settled();
  expect(turns).toHaveLength(3);
  await endNext(turns, 1, 'answered');
  expect(turns).toHaveLength(32);
});

test.each<{ name: string; waits: number }>([
  { name: 'at once', waits: 0 },
  { name: 'after a while', waits: 1_000 },
])('every response is lost, $name: three submits, and no more', async ({ waits }) => {
  const clock = virtualClock(still);
  const gate = createSubmitGate(clock);
  const turns = queue(gate, 32);
  await settled();
  clock.advance(waits);
  await settled();
  for (let n = 0; n < 3; n++) await endNext(turns, n, 'lost');
  expect(turns.filter((turn) => turn !== null)).toHaveLength(3);
  expect(turns).toHaveLength(32);
  expect(gate.state()).toMatchObject({
    out: 0,
    lost: 3,
    closed: expect.stringContaining('3 submits got no response'),
  });
  expect(await gate.enter(never)).toBeNull();
});

test('after a lost response they go one at a time, even if others got a response meanwhile', async () => {
  const gate = createSubmitGate(virtualClock(still));
  const turns = queue(gate, 6);
  await settled();
  await endNext(turns, 0, 'lost');
  expect(turns).toHaveLength(2);
  await endNext(turns, 1, 'answered');
  expect(turns).toHaveLength(3);
  await endNext(turns, 2, 'lost');
  await endNext(turns, 3, 'answered');
  expect(turns).toHaveLength(5);
  await endNext(turns, 4, 'lost');
  expect(turns[5]).toBeNull();
});

test('a submit that was never sent does not stop the next one', async () => {
  const gate = createSubmitGate(virtualClock(still));
  const turns = queue(gate, 2);
  await settled();
  await endNext(turns, 0, 'unsent');
  expect(turns).toHaveLength(2);
  expect(gate.state()).toMatchObject({ proven: false, lost: 0, closed: null });
});

test('a closed gate refuses all, and keeps its first reason', async () => {
  const gate = createSubmitGate(virtualClock(still));
  const turns = queue(gate, 3);
  await settled();
  gate.close('the balance is used up');
  gate.close('something else');
  await settled();
  expect(turns.slice(1)).toEqual([null, null]);
  expect(gate.state().closed).toBe('the balance is used up');
});

test('an aborted wait ends with its reason, and delays no other', async () => {
  const gate = createSubmitGate(virtualClock(still));
  const first = await gate.enter(never);
  const run = new AbortController();
  const waiting = gate.enter(run.signal);
  const behind = queue(gate, 1);
  run.abort(new Error('cancelled'));
  await expect(waiting).rejects.toThrow('cancelled');
  await expect(gate.enter(run.signal)).rejects.toThrow('cancelled');
  first?.end('answered');
  await settled();
  expect(behind).toHaveLength(1);
});

test('a turn ends once', async () => {
  const gate = createSubmitGate(virtualClock(still));
  const turn = await gate.enter(never);
  turn?.end('lost');
  turn?.end('lost');
  expect(gate.state()).toMatchObject({ out: 0, lost: 1 });
});
