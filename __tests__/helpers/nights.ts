// Several runs of one manifest with one service, as on a schedule. Each is a separate step, and the author can change files in between.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PUSH_EVENT, type WorkflowEvent } from '../../simulator/runner/environment.ts';
import {
  type RunningAction,
  type RunOptions,
  type RunResult,
  runPost,
  startAction,
} from '../../simulator/runner/runner.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../simulator/server.ts';
import { type Folder, openFolder } from './folders.ts';

export interface Night extends RunResult {
  /** Submits of this run. */
  readonly submits: number;
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

export interface NightOptions {
  /** Watches, cancels or kills the run while it lives. */
  readonly during?: (action: RunningAction) => Promise<void>;
  /** There is a cache that other runs look into, and a post phase that writes to it. */
  readonly onRecord?: boolean;
  /** The event that started the run; default: a push. */
  readonly event?: WorkflowEvent;
}

export interface Nights extends AsyncDisposable {
  readonly simulator: Simulator;
  /** The checkout. */
  readonly folder: Folder;
  /** One run of `images.yml`, unless told otherwise without a cache of earlier ones: what is known is in the lock. */
  run(inputs?: Readonly<Record<string, string>>, options?: NightOptions): Promise<Night>;
  /** Replaces the service with a new one, which knows no earlier request. */
  forget(): Promise<void>;
  lock(): Promise<string>;
  read(file: string): Promise<Buffer>;
  write(file: string, content: string | Buffer): Promise<void>;
  remove(file: string): Promise<void>;
}

interface PlanRow {
  readonly id: string;
  readonly action: string;
  readonly reasons: readonly string[];
  readonly price: number | null;
}

export const planOf = ({ outputs }: Night): readonly PlanRow[] => JSON.parse(outputs.plan ?? '[]');
/** Such as `hero changed`. */
export const actionsOf = (night: Night): readonly string[] => planOf(night).map(({ id, action }) => `${id} ${action}`);

export async function openNights(manifest: string, options: SimulatorOptions = {}): Promise<Nights> {
  const folder = await openFolder();
  await folder.write('images.yml', manifest);
  let simulator = await startSimulator(options);
  const at = (file: string): string => path.join(folder.path, file);
  return {
    get simulator() {
      return simulator;
    },
    folder,
    async run(inputs = {}, { during, onRecord = false, event = PUSH_EVENT } = {}) {
      const before = simulator.calls.length;
      const options: RunOptions = {
        simulator,
        workspace: folder.path,
        event,
        env: onRecord ? {} : { ACTIONS_CACHE_SERVICE_V2: '' },
        inputs: {
          'api-token': simulator.token,
          'api-url': simulator.url,
          manifest: 'images.yml',
          'poll-interval': '50ms',
          'upload-artifact': 'false',
          ...inputs,
        },
      };
      const action = await startAction(options);
      await during?.(action);
      const result = await action.done;
      if (onRecord) await runPost(result, options);
      const of = (level: string): readonly string[] =>
        result.annotations.filter((annotation) => annotation.level === level).map(({ message }) => message);
      return {
        ...result,
        submits: simulator.calls.slice(before).filter(({ name }) => name === 'submit').length,
        errors: of('error'),
        warnings: of('warning'),
      };
    },
    async forget() {
      await simulator[Symbol.asyncDispose]();
      simulator = await startSimulator(options);
      simulator.expectUnexpected();
    },
    lock: () => readFile(at('images.lock.json'), 'utf8'),
    read: (file) => readFile(at(file)),
    async write(file, content) {
      await mkdir(path.dirname(at(file)), { recursive: true });
      await writeFile(at(file), content);
    },
    remove: (file) => rm(at(file)),
    async [Symbol.asyncDispose]() {
      await simulator[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}
