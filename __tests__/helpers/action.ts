// Runs the real bundle with its own simulator, like GitHub's runner, and cleans up afterwards.
import { type RunningAction, type RunOptions, type RunResult, startAction } from '../../simulator/runner/runner.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../simulator/server.ts';

export interface Scene extends RunOptions {
  readonly service?: SimulatorOptions;
  /** Scripts faults and outputs before the run. */
  readonly before?: (simulator: Simulator) => void;
  /** Watches, cancels or kills the run while it lives. */
  readonly during?: (action: RunningAction, simulator: Simulator) => Promise<void>;
  /** The scene sends what the simulator does not expect, on purpose. */
  readonly unexpected?: boolean;
}

export interface Played extends RunResult {
  readonly simulator: Simulator;
  /** Submits that reached the service, accepted or not. */
  readonly submits: number;
  /** The output of that name, parsed. */
  json(name: string): unknown;
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

/** One run of the action; fails the test on any call that the simulator did not expect. */
export async function play({ service = {}, before, during, unexpected = false, ...options }: Scene): Promise<Played> {
  await using simulator = await startSimulator(service);
  if (unexpected) simulator.expectUnexpected();
  before?.(simulator);
  const action = await startAction({
    ...options,
    simulator,
    inputs: {
      'api-token': simulator.token,
      'api-url': simulator.url,
      prompt: 'a red fox',
      'poll-interval': '50ms',
      ...options.inputs,
    },
  });
  await during?.(action, simulator);
  const result = await action.done;
  const of = (level: string): readonly string[] =>
    result.annotations.filter((annotation) => annotation.level === level).map(({ message }) => message);
  return {
    ...result,
    simulator,
    submits: simulator.calls.filter(({ name }) => name === 'submit').length,
    json: (name) => JSON.parse(result.outputs[name] ?? 'null'),
    errors: of('error'),
    warnings: of('warning'),
  };
}
