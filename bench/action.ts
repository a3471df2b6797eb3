// Runs the action in dist/ like steps of a workflow, but without the emulated runner, which reads each line of the log and would be part of every timing.
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inputVariables, readActionFile } from '../simulator/runner/action-file.ts';
import { makeCommandFiles } from '../simulator/runner/command-files.ts';
import { eventPath, jobVariables, PUSH_EVENT } from '../simulator/runner/environment.ts';
import { type TimedProcess, timed } from './processes.ts';

export interface Action extends AsyncDisposable {
  /** The folder of the bundle. */
  readonly dist: string;
  /** Runs one step against a simulator, with the defaults of action.yml, in `workspace` or an empty one. Throws if it fails. */
  step(simulator: ServedAt, inputs: Readonly<Record<string, string>>, workspace?: string): Promise<TimedProcess>;
}

interface ServedAt {
  readonly url: string;
  readonly token: string;
}

/** Copies the bundle to a folder without node_modules, as on a runner, where no build can replace it during the run. */
export async function openAction(): Promise<Action> {
  const repository = path.resolve(import.meta.dirname, '..');
  const file = await readActionFile(repository);
  const copy = await mkdtemp(path.join(tmpdir(), 'runcomfy-bench-'));
  const dist = path.join(copy, 'dist');
  await cp(path.join(repository, 'dist'), dist, { recursive: true });

  return {
    dist,
    async step(simulator, inputs, workspace) {
      const root = await mkdtemp(path.join(tmpdir(), 'runcomfy-bench-'));
      const folders = { workspace: workspace ?? path.join(root, 'workspace'), temp: path.join(root, 'temp') };
      await mkdir(folders.workspace, { recursive: true });
      await mkdir(path.dirname(eventPath(folders)), { recursive: true });
      await writeFile(eventPath(folders), JSON.stringify(PUSH_EVENT.payload));
      const always = { prompt: 'A lighthouse at dawn', 'api-url': simulator.url, 'api-token': simulator.token };
      const env = {
        ...jobVariables(folders, PUSH_EVENT, simulator.url, []),
        ...inputVariables(file, { ...always, ...inputs }, { matrix: null }),
        ...(await makeCommandFiles(folders.temp)),
      };
      try {
        const args = [path.join(dist, 'index.js')];
        return await timed({ command: process.execPath, args, cwd: folders.workspace, env });
      } finally {
        await rm(root, { recursive: true, force: true });
      }
    },
    [Symbol.asyncDispose]: () => rm(copy, { recursive: true, force: true }),
  };
}
