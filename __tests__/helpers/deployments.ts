// Runs of the real bundle whose requests go to a deployment of the simulated Serverless API.
import type { DeploymentOptions } from '../../simulator/comfyui/comfyui.ts';
import {
  type RunningAction,
  type RunOptions,
  type RunResult,
  runPost,
  startAction,
} from '../../simulator/runner/runner.ts';
import { type Simulator, startSimulator } from '../../simulator/server.ts';
import type { JsonObject } from '../../src/lib/json.ts';
import { TXT2IMG } from './graphs.ts';

export interface Attempt {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly event?: RunOptions['event'];
  readonly workspace?: string;
  readonly before?: (simulator: Simulator) => void;
  /** What happens to the runner between main and post. */
  readonly between?: (main: RunResult) => void;
  /** Watches, cancels or kills the run while it lives. */
  readonly live?: (action: RunningAction, simulator: Simulator) => Promise<void>;
}

export interface Ran {
  readonly main: RunResult;
  readonly postLog: string;
  /** Submits that reached the service. */
  readonly submits: number;
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  json(output: string): unknown;
}

export interface Bench extends AsyncDisposable {
  readonly simulator: Simulator;
  /** The one that `demo` has saved. */
  readonly graph: JsonObject;
  /** Runs main and post on a new runner. */
  run(attempt: Attempt): Promise<Ran>;
}

/** One service for several attempts, with the deployment `demo`. */
export async function openDeployment(options: Partial<DeploymentOptions> = {}): Promise<Bench> {
  const simulator = await startSimulator();
  simulator.comfyui.deploy('demo', { graph: TXT2IMG, ...options });
  return {
    simulator,
    graph: TXT2IMG,
    async run({ inputs, env = {}, event, workspace, before, between, live }) {
      before?.(simulator);
      const calls = simulator.calls.length;
      const given: RunOptions = {
        simulator,
        env,
        ...(event === undefined ? {} : { event }),
        ...(workspace === undefined ? {} : { workspace }),
        inputs: {
          'api-token': simulator.token,
          // Nothing of these runs may go to the Model API.
          'api-url': 'http://127.0.0.1:9',
          'deployments-url': simulator.url,
          'poll-interval': '50ms',
          ...inputs,
        },
      };
      const action = await startAction(given);
      await live?.(action, simulator);
      const main = await action.done;
      between?.(main);
      const post = await runPost(main, given);
      const of = (level: string): readonly string[] =>
        main.annotations.filter((annotation) => annotation.level === level).map(({ message }) => message);
      return {
        main,
        postLog: post?.log ?? '',
        submits: simulator.calls.slice(calls).filter(({ name }) => name === 'submit').length,
        errors: of('error'),
        warnings: of('warning'),
        json: (output) => JSON.parse(main.outputs[output] ?? 'null'),
      };
    },
    [Symbol.asyncDispose]: () => simulator[Symbol.asyncDispose](),
  };
}
