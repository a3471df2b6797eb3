// The time until the first submit, relative to an empty Node process: every run waits for what the action loads and does before it.
import { startSimulator } from '../simulator/server.ts';
import type { Action } from './action.ts';
import { type Measurement, nothingToClose } from './measurement.ts';
import { runEmptyNode } from './processes.ts';

const PAIRS_A_ROUND = 4;

export async function openStart(action: Action): Promise<Measurement> {
  const ratios: number[] = [];
  const toSubmit: number[] = [];
  const empty: number[] = [];

  async function pair(): Promise<void> {
    await using simulator = await startSimulator();
    const nothing = await runEmptyNode();
    const { started } = await action.step(simulator, { 'upload-artifact': 'false' });
    const submit = simulator.calls.find(({ name }) => name === 'submit');
    if (submit === undefined) throw new Error('The action succeeded without a submit.');
    ratios.push((submit.at - started) / 1000 / nothing.seconds);
    toSubmit.push(submit.at - started);
    empty.push(nothing.seconds * 1000);
  }

  return {
    rounds: 5,
    async sample() {
      for (let n = 0; n < PAIRS_A_ROUND; n++) await pair();
    },
    figures: () => [
      {
        name: 'start: first submit / empty Node process',
        unit: 'times',
        values: ratios,
        target: { bound: 'at most', value: 2.2, judges: 'median' },
      },
      { name: '  process start to first submit', unit: 'ms', values: toSubmit, target: null },
      { name: '  empty Node process, whole', unit: 'ms', values: empty, target: null },
    ],
    [Symbol.asyncDispose]: nothingToClose,
  };
}
