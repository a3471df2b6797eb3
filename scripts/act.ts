// `npm run act`: runs the bundle under act (github.com/nektos/act), a local runner of GitHub's workflows, with the simulator. Prints what works.
// Not part of `npm test`, because act is a Go program: go install github.com/nektos/act@v0.2.89, or set the variable ACT to its path.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { GITHUB_TOKEN } from '../simulator/runner/action-file.ts';
import { pullRequestEvent } from '../simulator/runner/environment.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from '../simulator/server.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const ACT = process.env.ACT ?? 'act';
const LIMIT_MS = 120_000;

interface Run {
  readonly exitCode: number | null;
  readonly log: string;
}

interface Garden {
  readonly simulator: Simulator;
  /** The repository, which is also the workspace. */
  readonly folder: string;
  /** Names of the artifacts on act's server. */
  artifacts(): Promise<readonly string[]>;
  /** Runs a workflow with these steps. `until` presses Ctrl-C at the first line that matches. */
  act(
    workflow: string,
    options?: { readonly event?: object; readonly until?: RegExp; readonly services?: boolean },
  ): Promise<Run>;
}

interface Scene {
  readonly name: string;
  readonly service?: SimulatorOptions;
  /** Rows of the table: what should work, and whether it did. */
  play(garden: Garden): Promise<Readonly<Record<string, boolean>>>;
}

const USES = `uses: ./runcomfy
        with:
          api-token: \${{ secrets.RUNCOMFY_TOKEN }}
          api-url: \${{ env.SIMULATOR }}
          poll-interval: 100ms`;

const workflow = (steps: string, job = ''): string => `name: Images
on: [push, pull_request]
jobs:
  images:
    runs-on: ubuntu-latest
${job}    steps:
      # act copies the folder itself here; nothing is fetched.
      - uses: actions/checkout@v7
${steps}`;

const PROMPT = workflow(`      - id: images
        ${USES}
          prompt: A lighthouse at dawn
      - env:
          FILE: \${{ steps.images.outputs.path }}
          NAME: \${{ steps.images.outputs.artifact-name }}
        run: test -s "$FILE" && echo "saved $FILE as $NAME"
`);

// act deletes its copy of the workspace.
const MANIFEST = workflow(`      - id: images
        ${USES}
          manifest: images.yml
      - run: cp images.lock.json *.jpg "$GARDEN"
`);

const scenes: readonly Scene[] = [
  {
    name: 'prompt',
    async play({ simulator, act, artifacts }) {
      const run = await act(PROMPT);
      return {
        'the step succeeds': run.exitCode === 0,
        'one request is paid for': simulator.requests.length === 1,
        'outputs reach the next step': /saved runcomfy-images\/image-1\.jpg as runcomfy-images/.test(run.log),
        'the artifact is stored': (await artifacts()).includes('runcomfy-images'),
        'no warning, no error': !/::(warning|error)|❗|💬.*warning/.test(run.log),
      };
    },
  },
  {
    name: 'no artifact server',
    async play({ simulator, act }) {
      const run = await act(PROMPT, { services: false });
      return {
        'the step succeeds': run.exitCode === 0,
        'one request is paid for': simulator.requests.length === 1,
        'it says why there is no artifact': /No artifact will be uploaded: .*--artifact-server-path/.test(run.log),
      };
    },
  },
  {
    name: 'artifact-archive: false',
    async play({ act, artifacts }) {
      const steps = `      - ${USES}
          prompt: A lighthouse at dawn
          artifact-archive: false
`;
      const run = await act(workflow(steps));
      return {
        'the step succeeds': run.exitCode === 0,
        'the artifact has the name of the file': (await artifacts()).join() === 'image-1.jpg',
      };
    },
  },
  {
    name: 'matrix',
    async play({ simulator, act, artifacts }) {
      const steps = `      - ${USES}
          prompt: A lighthouse at \${{ matrix.time }}
          artifact-name: \${{ matrix.time }}
`;
      const run = await act(workflow(steps, '    strategy:\n      matrix:\n        time: [dawn, noon, dusk]\n'));
      return {
        'all legs succeed': run.exitCode === 0,
        'one request a leg': simulator.requests.length === 3,
        'one artifact a leg': (await artifacts()).join() === 'dawn,dusk,noon',
      };
    },
  },
  {
    name: 'composite',
    async play({ simulator, folder, act, artifacts }) {
      const step = (time: string): string => `    - uses: ./runcomfy
      with:
        api-token: \${{ inputs.token }}
        api-url: \${{ inputs.url }}
        poll-interval: 100ms
        prompt: A lighthouse at ${time}
`;
      await mkdir(path.join(folder, 'both'));
      await writeFile(
        path.join(folder, 'both', 'action.yml'),
        `name: Both\ndescription: Two images\ninputs:\n  token: { description: t, required: true }\n  url: { description: u, required: true }\nruns:\n  using: composite\n  steps:\n${step('dawn')}${step('dusk')}`,
      );
      const run = await act(
        workflow(
          `      - uses: ./both\n        with: { token: "\${{ secrets.RUNCOMFY_TOKEN }}", url: "\${{ env.SIMULATOR }}" }\n      - run: ls runcomfy-images\n`,
        ),
      );
      return {
        'both steps succeed': run.exitCode === 0,
        'one request each': simulator.requests.length === 2,
        'no file replaces another': /image-1-2\.jpg/.test(run.log),
        'no artifact replaces another': (await artifacts()).join() === 'runcomfy-images,runcomfy-images-2',
      };
    },
  },
  {
    name: 'manifest, twice',
    async play({ simulator, folder, act }) {
      await writeFile(
        path.join(folder, 'images.yml'),
        'version: 1\nimages:\n  - { id: dawn, prompt: Dawn, output: dawn.jpg }\n  - { id: dusk, prompt: Dusk, output: dusk.jpg }\n',
      );
      const first = await act(MANIFEST);
      const made = simulator.requests.length;
      const second = await act(MANIFEST);
      const again = simulator.requests.length;
      for (const file of ['images.lock.json', 'dawn.jpg', 'dusk.jpg'])
        await rm(path.join(folder, file), { force: true });
      const third = await act(MANIFEST);
      return {
        'all runs succeed': [first, second, third].every(({ exitCode }) => exitCode === 0),
        'the first makes two images': made === 2,
        'the second pays for nothing': again === 2,
        'without lock and files they are collected, from the record in the cache': simulator.requests.length === 2,
        'all files are there':
          existsSync(path.join(folder, 'dawn.jpg')) && existsSync(path.join(folder, 'images.lock.json')),
      };
    },
  },
  {
    name: 'comment',
    async play({ simulator, act }) {
      const steps = `      - ${USES}
          prompt: A lighthouse at dawn
          comment: true
          github-token: ${GITHUB_TOKEN}
        env:
          NODE_OPTIONS: --import \${{ env.GARDEN }}/../api.mjs
`;
      const run = await act(workflow(steps), { event: pullRequestEvent() });
      return {
        'the step succeeds': run.exitCode === 0,
        'the pull request has one comment': simulator.github.comments.length === 1,
        'it shows the picture': /<img /.test(simulator.github.comments[0]?.body ?? ''),
      };
    },
  },
  {
    name: 'cancel',
    service: { queueMs: Number.POSITIVE_INFINITY },
    async play({ simulator, act }) {
      await act(PROMPT, { until: /in queue/ });
      await Promise.race([simulator.received('cancel'), new Promise((resolve) => setTimeout(resolve, 3_000))]);
      return {
        'the request is cancelled at RunComfy': simulator.requests.every(({ cancelled }) => cancelled),
        'nothing else is submitted': simulator.requests.length === 1,
      };
    },
  },
];

async function openGarden(service: SimulatorOptions): Promise<Garden & AsyncDisposable> {
  const simulator = await startSimulator({ queueMs: 200, runMs: 300, ...service });
  simulator.expectUnexpected();
  const root = await mkdtemp(path.join(tmpdir(), 'runcomfy-act-'));
  const folder = path.join(root, 'garden');
  await mkdir(path.join(folder, 'runcomfy'), { recursive: true });
  await mkdir(path.join(folder, '.github', 'workflows'), { recursive: true });
  for (const name of ['action.yml', 'dist'])
    await cp(path.join(ROOT, name), path.join(folder, 'runcomfy', name), { recursive: true });
  await writeFile(path.join(root, 'api.mjs'), PRELOAD);
  const git = (...args: readonly string[]): void =>
    void execFileSync('git', ['-c', 'user.name=Octocat', '-c', 'user.email=octocat@example.com', ...args], {
      cwd: folder,
    });
  git('init', '--quiet', '--initial-branch', 'main');
  git('add', '--all');
  git('commit', '--quiet', '-m', 'A garden');
  git('remote', 'add', 'origin', 'https://github.com/octo-org/garden.git');
  const kept = path.join(root, 'artifacts');
  return {
    simulator,
    folder,
    async artifacts() {
      const runs = await readdir(kept).catch(() => []);
      const names = await Promise.all(runs.map((run) => readdir(path.join(kept, run))));
      return names.flat().sort();
    },
    async act(text, { event, until, services = true } = {}) {
      await writeFile(path.join(folder, '.github', 'workflows', 'images.yml'), text);
      const payload = event && 'payload' in event ? event.payload : { ref: 'refs/heads/main' };
      await writeFile(path.join(root, 'event.json'), JSON.stringify(payload));
      const ports = [await freePort(), await freePort()] as const;
      const args = [
        event ? 'pull_request' : 'push',
        ...[
          '-P',
          'ubuntu-latest=-self-hosted',

          '--pull=false',
          '--no-recurse',
          '-e',
          path.join(root, 'event.json'),
        ],
        ...[
          '-s',
          `RUNCOMFY_TOKEN=${simulator.token}`,
          '--env',
          `SIMULATOR=${simulator.url}`,
          '--env',
          `GARDEN=${folder}`,
        ],
        ...['--action-cache-path', path.join(root, 'actions')],
        ...(services
          ? [
              '--artifact-server-path',
              kept,
              '--artifact-server-addr',
              '127.0.0.1',
              '--artifact-server-port',
              String(ports[0]),
            ]
          : []),
        ...(services
          ? [
              '--cache-server-path',
              path.join(root, 'cache'),
              '--cache-server-addr',
              '127.0.0.1',
              '--cache-server-port',
              String(ports[1]),
            ]
          : ['--no-cache-server']),
      ];
      return runAct(args, folder, until);
    },
    async [Symbol.asyncDispose]() {
      await simulator.close();
      await rm(root, { recursive: true, force: true });
    },
  };
}

/** act does not let a workflow use a different API than GitHub's own. */
const PRELOAD = 'process.env.GITHUB_API_URL = process.env.SIMULATOR;\n';

async function runAct(args: readonly string[], cwd: string, until: RegExp | undefined): Promise<Run> {
  // Actions need the Node that runs this script, but act uses the first one in PATH.
  const PATH = [path.dirname(process.execPath), process.env.PATH].join(path.delimiter);
  const child = spawn(ACT, args, {
    cwd,
    env: { ...process.env, PATH, NO_PROXY: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS);
  let log = '';
  let pressed = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      log += text;
      if (process.env.ACT_LOG) process.stdout.write(text);
      if (!pressed && until !== undefined && until.test(log)) pressed = child.kill('SIGINT');
    });
  }
  const [exitCode] = await once(child, 'close');
  clearTimeout(timer);
  return { exitCode: typeof exitCode === 'number' ? exitCode : null, log };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function main(): Promise<void> {
  const [only] = process.argv.slice(2);
  const { error, stdout } = spawnSync(ACT, ['--version']);
  if (error !== undefined) throw new Error(`${ACT} does not start (${error.message}): see the head of this script.`);
  console.log(stdout.toString().trim());
  for (const { name, service = {}, play } of scenes) {
    if (only !== undefined && !name.startsWith(only)) continue;
    await using garden = await openGarden(service);
    for (const [what, held] of Object.entries(await play(garden))) {
      console.log(`${held ? 'ok  ' : 'FAIL'}  ${name}: ${what}`);
      if (!held) process.exitCode = 1;
    }
  }
}

await main();
