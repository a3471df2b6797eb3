// A run that has made something, the real adapters, and a simulated GitHub that they speak to.
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { REPOSITORY } from '../../simulator/github/shapes.ts';
import { GITHUB_TOKEN } from '../../simulator/runner/action-file.ts';
import { type Simulator, startSimulator } from '../../simulator/server.ts';
import { createGitHubApi } from '../../src/github/octokit.ts';
import { createPreviewRefs } from '../../src/github/previews.ts';
import { createPullRequestComments } from '../../src/github/pull-request.ts';
import { isKnownPublic } from '../../src/github/visibility.ts';
import { ActionError } from '../../src/lib/errors.ts';
import {
  type PlanInput,
  type PreviewInput,
  type PreviewPorts,
  type PublishedPreview,
  publishPlan,
  publishPreview,
} from '../../src/preview/preview.ts';
import { runResultOf } from '../../src/report/report.ts';
import type { Outcome, SavedImage } from '../../src/tasks/outcome.ts';
import { outcome, task } from '../helpers/outcomes.ts';

export interface Made {
  readonly prompt?: string;
  readonly path?: string;
  readonly format?: string;
  readonly bytes?: number;
  readonly content?: string;
  readonly failure?: string;
}

export interface Scene extends AsyncDisposable {
  readonly simulator: Simulator;
  readonly ports: PreviewPorts;
  /** What the log was told besides. */
  readonly lines: string[];
  readonly warnings: string[];
  readonly notices: string[];
  /** Milliseconds of virtual waiting for GitHub. */
  paused(): number;
  /** Publishes what a run has made. */
  publish(made: readonly Made[], changed?: Partial<PreviewInput>): Promise<PublishedPreview | null>;
  /** Publishes a plan. */
  plan(plan: PlanInput['plan'], changed?: Partial<PlanInput>): Promise<PublishedPreview | null>;
  input(made: readonly Made[], changed?: Partial<PreviewInput>): Promise<PreviewInput>;
  /** The ports of a later run, which remembers nothing. */
  anew(callLimitMs?: number): PreviewPorts;
  /** Names of the calls since the last time it was asked. */
  calls(): readonly string[];
}

export async function openScene({ callLimitMs = 30_000 } = {}): Promise<Scene> {
  const simulator = await startSimulator();
  const folder = await mkdtemp(join(tmpdir(), 'preview-'));
  let pausedMs = 0;
  const clock = {
    now: () => performance.now() + pausedMs,
    date: () => Date.now() + pausedMs,
    async sleep(ms: number) {
      pausedMs += ms;
    },
  };
  const options = { token: GITHUB_TOKEN, apiUrl: simulator.url, repository: REPOSITORY, clock };
  const lines: string[] = [];
  const warnings: string[] = [];
  const notices: string[] = [];
  const connected = (limitMs: number): Pick<PreviewPorts, 'comments' | 'refs' | 'isPublic'> => {
    const github = createGitHubApi({ ...options, callLimitMs: limitMs });
    return {
      comments: createPullRequestComments(github),
      refs: createPreviewRefs(github),
      isPublic: () => isKnownPublic({}, github),
    };
  };
  const ports: PreviewPorts = {
    ...connected(callLimitMs),
    log: {
      info: (line) => void lines.push(line),
      async warning(message) {
        warnings.push(message);
      },
      async notice(message) {
        notices.push(message);
      },
    },
    redacted: (text) => text,
  };
  let seen = 0;

  async function input(made: readonly Made[], changed: Partial<PreviewInput> = {}): Promise<PreviewInput> {
    const outcomes = await Promise.all(made.map((one, n) => outcomeOf(one, n + 1, folder)));
    return {
      pull: 7,
      key: 'default',
      storage: 'auto',
      run: { id: '100', attempt: 1 },
      serverUrl: 'https://github.com',
      repository: REPOSITORY,
      artifacts: [],
      runResult: runResultOf(outcomes, (text) => text),
      unchanged: [],
      changes: new Map(),
      hosts: [],
      ...changed,
    };
  }
  return {
    simulator,
    ports,
    lines,
    warnings,
    notices,
    paused: () => pausedMs,
    input,
    publish: async (made, changed) => publishPreview(await input(made, changed), ports),
    plan: async (plan, changed) => publishPlan({ ...(await input([])), plan, ...changed }, ports),
    anew: (limitMs = callLimitMs) => ({ ...ports, ...connected(limitMs) }),
    calls() {
      const names = simulator.calls.slice(seen).map(({ name }) => name);
      seen = simulator.calls.length;
      return names;
    },
    async [Symbol.asyncDispose]() {
      await rm(folder, { recursive: true });
      await simulator[Symbol.asyncDispose]();
    },
  };
}

async function outcomeOf(made: Made, n: number, folder: string): Promise<Outcome> {
  const { prompt = 'a red fox', failure } = made;
  const error = failure === undefined ? null : new ActionError('generation-failed', failure);
  const image = failure === undefined ? [await savedImage(made, n, folder)] : [];
  return outcome({
    task: task({ name: `image-${n}`, parameters: { prompt, seed: n }, recipe: String(n) }),
    index: n,
    images: image,
    failure: error,
  });
}

async function savedImage(made: Made, n: number, folder: string): Promise<SavedImage> {
  const { path = `runcomfy-images/image-${n}.png`, format = 'png', content = `picture ${n}` } = made;
  const absolutePath = join(folder, `${createHash('sha256').update(path).digest('hex')}-${basename(path).slice(-40)}`);
  await writeFile(absolutePath, content);
  return {
    index: n,
    path,
    absolutePath,
    url: `https://files.runcomfy.net/${n}.png`,
    format,
    width: 1024,
    height: 768,
    bytes: made.bytes ?? content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    changed: true,
    seed: n,
  };
}
