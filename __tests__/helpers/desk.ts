// Commands at the desk: the real bundle on a repository, a state folder and a service of a test's own.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../simulator/server.ts';
import { type Folder, openFolder } from './folders.ts';

export const CLI = path.resolve(import.meta.dirname, '../../dist/cli.cjs');

interface Said {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Running {
  /** Resolves once a line of either stream matches. */
  line(pattern: RegExp): Promise<void>;
  kill(signal: NodeJS.Signals): void;
  /** Types into the terminal. */
  type(text: string): void;
  readonly done: Promise<Said>;
}

interface CommandOptions {
  /** Relative to the repository. */
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** In a terminal, so that stdin, stdout and stderr are one. */
  readonly terminal?: boolean;
  /** Without the options that name the simulator. */
  readonly bare?: boolean;
}

export interface DeskScene extends AsyncDisposable {
  readonly simulator: Simulator;
  /** The repository. */
  readonly repository: Folder;
  /** Where the state of all repositories is. */
  readonly state: string;
  start(words: readonly string[], options?: CommandOptions): Running;
  run(words: readonly string[], options?: CommandOptions): Promise<Said>;
  git(...words: readonly string[]): Promise<string>;
  read(file: string): Promise<Buffer>;
  remove(file: string): Promise<void>;
  /** Files of the repository, sorted, relative, without git's. */
  files(): Promise<readonly string[]>;
  submits(): number;
}

/** A terminal for tests: `script` of util-linux, which no other system has in this form. */
export const hasTerminal = process.platform === 'linux' && existsSync('/usr/bin/script');

export async function openDesk(
  service: SimulatorOptions = {},
  files: Readonly<Record<string, string>> = {},
): Promise<DeskScene> {
  const home = await openFolder();
  const simulator = await startSimulator(service);
  const root = path.join(home.path, 'project');
  await mkdir(root);
  const repository: Folder = {
    path: root,
    write: (file, content) => home.write(path.join('project', file), content),
    [Symbol.asyncDispose]: async () => {},
  };
  for (const [file, content] of Object.entries(files)) await repository.write(file, content);
  const git = async (...words: readonly string[]): Promise<string> => {
    const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'core.autocrlf=false'];
    return (await promisify(execFile)('git', [...identity, ...words], { cwd: root })).stdout;
  };
  await git('init', '--quiet');

  const children = new Set<ChildProcess>();
  function start(words: readonly string[], options: CommandOptions = {}): Running {
    const service = options.bare === true ? [] : ['--api-url', simulator.url, '--deployments-url', simulator.url];
    const command = [process.execPath, CLI, ...words, ...(words.length > 0 ? service : [])];
    const [file = '', ...rest] = options.terminal === true ? inTerminal(command) : command;
    const child = spawn(file, rest, {
      cwd: path.join(root, options.folder ?? ''),
      // Nothing of a runner's, and nothing of the machine that the tests run on.
      env: {
        PATH: process.env.PATH,
        ...(process.env.SYSTEMROOT === undefined ? {} : { SYSTEMROOT: process.env.SYSTEMROOT }),
        HOME: home.path,
        XDG_STATE_HOME: path.join(home.path, 'state'),
        RUNCOMFY_TOKEN: simulator.token,
        TERM: 'xterm-256color',
        ...options.env,
      },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    children.add(child);
    return watched(child);
  }

  return {
    simulator,
    repository,
    state: path.join(home.path, 'state', 'runcomfy-action'),
    start,
    run: (words, options) => {
      const running = start(words, options);
      if (options?.terminal !== true) running.type('');
      return running.done;
    },
    git,
    read: (file) => readFile(path.join(root, file)),
    remove: (file) => rm(path.join(root, file)),
    async files() {
      const found = await readdir(root, { recursive: true, withFileTypes: true });
      return found
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
        .filter((file) => !file.startsWith('.git/'))
        .sort();
    },
    submits: () => simulator.calls.filter(({ name }) => name === 'submit').length,
    async [Symbol.asyncDispose]() {
      // A test that failed may have left one waiting.
      for (const child of children) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      await simulator[Symbol.asyncDispose]();
      await home[Symbol.asyncDispose]();
    },
  };
}

function inTerminal(command: readonly string[]): readonly string[] {
  const quoted = command.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
  // A new terminal has no size.
  return [
    '/usr/bin/script',
    '--quiet',
    '--return',
    '--flush',
    '--command',
    `stty rows 24 cols 100; exec ${quoted}`,
    '/dev/null',
  ];
}

function watched(child: ChildProcess): Running {
  const texts = { stdout: '', stderr: '' };
  const waiting = new Set<() => void>();
  const wake = (): void => {
    for (const look of waiting) look();
  };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (chunk: string) => {
      texts[name] += chunk;
      wake();
    });
  }
  child.stdin?.on('error', () => {});
  const closed = once(child, 'close').then(
    ([code]): Said => ({ code: typeof code === 'number' ? code : null, ...texts }),
  );
  void closed.finally(wake);
  return {
    async line(pattern) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const look = (): void => {
        if (pattern.test(`${texts.stdout}\n${texts.stderr}`)) resolve();
        else if (child.exitCode !== null)
          reject(new Error(`ended without ${pattern}:\n${texts.stdout}\n${texts.stderr}`));
      };
      waiting.add(look);
      look();
      await promise.finally(() => waiting.delete(look));
    },
    kill: (signal) => child.kill(signal),
    type(text) {
      if (text === '') child.stdin?.end();
      else child.stdin?.write(text);
    },
    done: closed,
  };
}
