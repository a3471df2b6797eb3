// The workflows of examples/manifest, step by step: the action through the bundle, the scripts through bash and git, against a remote and a `gh` of the test's own.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chmod, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Played, play, type Scene } from '../helpers/action.ts';
import { type Folder, openFolder } from '../helpers/folders.ts';

const onLinux = process.platform === 'win32' ? test.skip : test;

const step = z.object({
  uses: z.string().default(''),
  with: z.record(z.string(), z.coerce.string()).default({}),
  if: z.string().default(''),
  env: z.record(z.string(), z.string()).default({}),
  run: z.string().default(''),
});
const workflow = z.object({ jobs: z.record(z.string(), z.object({ steps: z.array(step) })) });

const manifest = (word: string): string => `version: 1
defaults: { parameters: { output_format: png, image_size: { width: 48, height: 32 } } }
images:
  - { id: hero, prompt: A lighthouse at ${word}, output: assets/hero.png }
  - { id: icon, prompt: An app icon, output: assets/icon.png }
`;

// biome-ignore lint/suspicious/noTemplateCurlyInString: it is an expression of workflows
const SECRET = '${{ secrets.RUNCOMFY_TOKEN }}';
// biome-ignore lint/suspicious/noTemplateCurlyInString: it is an expression of workflows
const CONDITION = "${{ !cancelled() && steps.images.outputs.changed == 'true' }}";

/** `pr view` finds what `pr create` has made. */
const GH = `#!/bin/sh
test "$1" = auth && exit
echo "$1 $2" >> "$GH_CALLS"
case "$1 $2" in
  'pr view') grep -q 'pr create' "$GH_CALLS" && echo OPEN ;;
esac
`;

interface Garden extends AsyncDisposable {
  readonly folder: Folder;
  git(folder: string, ...args: readonly string[]): Promise<string>;
  /** A fresh checkout of a branch, as actions/checkout makes it; answers its folder. */
  checkout(name: string, branch: string): Promise<string>;
  /** Runs the example's one job there; answers what our step did. */
  job(example: string, workspace: string, scene?: Scene): Promise<Played>;
  /** What was asked of GitHub's command line. */
  ghCalls(): Promise<string>;
}

/** A remote whose `main` holds the manifest, and nothing made of it yet. */
async function openGarden(): Promise<Garden> {
  const folder = await openFolder();
  const at = (...names: readonly string[]): string => path.join(folder.path, ...names);
  await chmod(await folder.write('bin/gh', GH), 0o755);
  await folder.write('gh-calls', '');
  const env = {
    ...process.env,
    HOME: folder.path,
    GIT_CONFIG_NOSYSTEM: '1',
    GH_CALLS: at('gh-calls'),
    PATH: `${at('bin')}${path.delimiter}${process.env.PATH}`,
  };
  const run = async (command: string, cwd: string, args: readonly string[], more: object = {}): Promise<string> =>
    (await promisify(execFile)(command, args, { cwd, env: { ...env, ...more } })).stdout;
  const git = (cwd: string, ...args: readonly string[]): Promise<string> => run('git', cwd, args);

  await git(folder.path, 'init', '--quiet', '--bare', '--initial-branch', 'main', 'origin');
  await git(folder.path, 'clone', '--quiet', 'origin', 'author');
  await folder.write('author/images.yml', manifest('dawn'));
  await git(at('author'), 'add', '--all');
  const author = ['-c', 'user.name=Octocat', '-c', 'user.email=octocat@example.com'];
  await git(at('author'), ...author, 'commit', '--quiet', '-m', 'Ask for images');
  await git(at('author'), 'push', '--quiet', 'origin', 'HEAD:main', 'HEAD:topic');

  return {
    folder,
    git,
    async checkout(name, branch) {
      await git(folder.path, 'clone', '--quiet', '--branch', branch, 'origin', name);
      return at(name);
    },
    async job(example, workspace, scene = {}) {
      const file = path.resolve(import.meta.dirname, '../../examples/manifest', example);
      const [only] = Object.values(workflow.parse(parse(readFileSync(file, 'utf8'))).jobs);
      const steps = (only?.steps ?? []).filter(({ uses }) => !uses.startsWith('actions/checkout@'));
      const [ours, ...scripts] = steps;
      expect(ours?.uses).toMatch(/^your-org\/runcomfy-action@v\d+$/);
      const { 'api-token': token = '', ...inputs } = ours?.with ?? {};
      const played = await play({ ...scene, workspace, inputs: { prompt: '', 'poll-interval': '50ms', ...inputs } });
      expect(token).toBe(inputs.mode === 'check' ? '' : SECRET);
      for (const script of scripts) {
        expect(script.if).toBe(CONDITION);
        if (played.conclusion === 'cancelled' || played.outputs.changed !== 'true') continue;
        const given = Object.entries(script.env).map(([name, value]) => [
          name,
          value.replace(/\$\{\{ steps\.images\.outputs\.(\S+) \}\}/g, (_, output) => played.outputs[output] ?? ''),
        ]);
        await run('bash', workspace, ['-e', '-o', 'pipefail', '-c', script.run], Object.fromEntries(given));
      }
      return played;
    },
    ghCalls: () => readFile(at('gh-calls'), 'utf8'),
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

onLinux('nightly.yml proposes what was made, also when one image failed, and is silent when all is there', async () => {
  await using garden = await openGarden();
  const origin = path.join(garden.folder.path, 'origin');
  const files = (): Promise<string> => garden.git(origin, 'ls-tree', '-r', '--name-only', 'nightly-images');
  const merge = (): Promise<string> => garden.git(origin, 'update-ref', 'refs/heads/main', 'nightly-images');

  const first = await garden.job('nightly.yml', await garden.checkout('first', 'main'), {
    before: (simulator) =>
      simulator.fault('result', { kind: 'reply', status: 200, body: { status: 'failed', error: 'out of memory' } }),
  });
  expect(first).toMatchObject({ exitCode: 1, submits: 2 });
  const made = first.outputs.path ?? '';
  expect(made).toMatch(/^assets\/(hero|icon)\.png$/);
  expect((await files()).split('\n').filter(Boolean)).toEqual([made, 'images.lock.json', 'images.yml']);
  expect(await garden.ghCalls()).toBe('pr view\npr create\n');

  await merge();
  const second = await garden.job('nightly.yml', await garden.checkout('second', 'main'));
  expect(second).toMatchObject({ exitCode: 0, submits: 1 });
  expect(await files()).toContain('assets/hero.png\nassets/icon.png\n');
  expect(await garden.ghCalls()).toBe('pr view\npr create\npr view\n');

  await merge();
  const third = await garden.job('nightly.yml', await garden.checkout('third', 'main'));
  expect(third).toMatchObject({ exitCode: 0, submits: 0, outputs: { changed: 'false', 'skipped-count': '2' } });
  expect(await garden.ghCalls()).toBe('pr view\npr create\npr view\n');
});

onLinux(
  'on-change.yml commits to the branch and shows the images; then check.yml agrees, until a word changes',
  async () => {
    await using garden = await openGarden();
    const repo = { full_name: 'octo-org/garden' };
    const event = {
      name: 'pull_request',
      payload: { pull_request: { number: 7, head: { repo, ref: 'topic' }, base: { repo } } },
    };
    const made = await garden.job('on-change.yml', await garden.checkout('made', 'topic'), { event });
    expect(made).toMatchObject({ exitCode: 0, submits: 2 });
    expect(made.simulator.github.comments[0]?.body.match(/<img /g)).toHaveLength(2);

    const checkout = await garden.checkout('checked', 'topic');
    expect(await garden.job('check.yml', checkout, { event })).toMatchObject({ exitCode: 0, annotations: [] });
    await garden.folder.write('checked/images.yml', manifest('dusk'));
    const stale = await garden.job('check.yml', checkout, { event });
    expect(stale.exitCode).toBe(1);
    expect(stale.annotations).toMatchObject([
      { level: 'error', file: 'images.yml', line: 4, message: expect.stringContaining('hero') },
      { level: 'error', message: expect.stringContaining('1 image in images.yml does not match') },
    ]);
  },
);
