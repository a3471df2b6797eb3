// Preview comments through the bundle and the real @actions/github: one comment, pictures inline, and never a red step because of them.
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { type RunOptions, startAction } from '../../simulator/runner.ts';
import { type Simulator, startSimulator } from '../../simulator/server.ts';
import { play } from '../helpers/action.ts';

const repo = { full_name: 'octo-org/garden' };
const event = {
  name: 'pull_request',
  payload: { pull_request: { number: 7, head: { repo, sha: 'abc' }, base: { repo }, user: { login: 'octocat' } } },
};
const png = { 'output-format': 'png', 'image-size': '64x64' };

/** Several runs on one pull request. */
async function runs(
  list: readonly {
    readonly id: string;
    readonly inputs?: Readonly<Record<string, string>>;
    readonly before?: (simulator: Simulator) => void;
  }[],
): Promise<Simulator> {
  await using simulator = await startSimulator();
  for (const { id, inputs, before } of list) {
    before?.(simulator);
    const options: RunOptions = {
      simulator,
      event,
      env: { GITHUB_RUN_ID: id },
      inputs: {
        'api-token': simulator.token,
        'api-url': simulator.url,
        prompt: 'a red fox',
        'poll-interval': '50ms',
        comment: 'true',
        resume: 'false',
        ...png,
        ...inputs,
      },
    };
    const run = await (await startAction(options)).done;
    expect(run.exitCode).toBe(0);
  }
  return simulator;
}

test('the comment shows the pictures from a hidden ref, which is no branch and no tag', async () => {
  const run = await play({ event, inputs: { ...png, comment: 'true' } });
  expect(run).toMatchObject({ exitCode: 0, annotations: [] });
  const { github } = run.simulator;
  const { comments, refs } = github;
  expect(comments).toHaveLength(1);
  const [comment] = comments;
  expect(run.outputs['comment-id']).toBe(String(comment?.id));
  expect([...refs.keys()].filter((ref) => ref.includes('runcomfy'))).toEqual(['refs/runcomfy/pr-7/default']);
  const [, url = ''] = /<img src="([^"]+)"/.exec(comment?.body ?? '') ?? [];
  expect(github.raw(url.replaceAll('&#61;', '='))?.subarray(1, 4).toString()).toBe('PNG');
});

test('a second run updates the same comment, and keys keep theirs apart', async () => {
  const { github } = await runs([
    { id: '10' },
    { id: '11', inputs: { prompt: 'a blue fox' } },
    { id: '12', inputs: { 'comment-key': 'other' } },
  ]);
  expect(github.comments).toHaveLength(2);
  expect(github.comments[0]?.body).toContain('blue');
});

test('an older run that ends late touches neither comment nor ref', async () => {
  const { github } = await runs([
    { id: '20', inputs: { prompt: 'new' } },
    { id: '19', inputs: { prompt: 'old' } },
  ]);
  expect(github.comments.map(({ body }) => /<code>old/.test(body))).toEqual([false]);
});

test.each([
  ['contents read', { contents: 'read', 'pull-requests': 'write' }, 'auto', { exitCode: 0, annotations: [] }, 1],
  [
    'nothing',
    {},
    'auto',
    { exitCode: 0, annotations: [{ level: 'warning', message: expect.stringContaining('pull-requests: write') }] },
    0,
  ],
  [
    'contents read, but ref wanted',
    { contents: 'read', 'pull-requests': 'write' },
    'ref',
    { exitCode: 0, annotations: [{ level: 'warning', message: expect.stringContaining('contents: write') }] },
    1,
  ],
] as const)('with a token that may do %s the step stays good', async (_name, permissions, storage, expected, count) => {
  const run = await play({
    event,
    inputs: { ...png, comment: 'true', 'preview-storage': storage },
    before: (simulator) => simulator.github.allow(permissions),
  });
  expect(run).toMatchObject(expected);
  expect(run.simulator.github.comments).toHaveLength(count);
});

test('cleanup deletes the refs, and nothing shows broken', async () => {
  const { github } = await runs([
    { id: '30' },
    { id: '31', inputs: { mode: 'cleanup' } },
    { id: '32', inputs: { mode: 'cleanup' } },
  ]);
  expect([...github.refs.keys()].filter((ref) => ref.includes('runcomfy'))).toEqual([]);
  expect(github.comments.map(({ body }) => body.includes('<img'))).toEqual([false]);
});

test('without a pull request there is one notice, and the images are made', async () => {
  const run = await play({ inputs: { ...png, comment: 'true' } });
  expect(run).toMatchObject({ exitCode: 0, annotations: [{ level: 'notice' }] });
  expect(run.outputs.count).toBe('1');
});

test('a hostile prompt mentions nobody, embeds nothing and forges no marker', async () => {
  const prompt =
    '--> <!-- runcomfy-action --> @octocat #1 <img src=x onerror=alert(1)> ![x](https://evil.example/x.png) | ` \n\n# title';
  const run = await play({ event, inputs: { ...png, comment: 'true', prompt } });
  const body = run.simulator.github.comments[0]?.body ?? '';
  expect(body).not.toMatch(/@octocat|onerror=|evil\.example\/x|\n# title/);
  expect(body.match(/<!-- runcomfy-action/g)).toHaveLength(1);
  expect(body.match(/<img/g)).toHaveLength(1);
});

test('with a manifest the comment tells why an image changed', async () => {
  const workspace = await mkdtemp(path.join(tmpdir(), 'checkout-'));
  const manifest = (word: string): string =>
    `version: 1\nimages:\n  - id: hero\n    prompt: A lighthouse at ${word}\n    parameters: { seed: 1, output_format: png, image_size: { width: 64, height: 48 } }\n    output: hero.png\n`;
  const inputs = { prompt: '', manifest: 'images.yml', comment: 'true' };
  await writeFile(path.join(workspace, 'images.yml'), manifest('dawn'));
  await play({ workspace, inputs: { ...inputs, comment: 'false' } });
  await writeFile(path.join(workspace, 'images.yml'), manifest('dusk'));
  const run = await play({ workspace, event, inputs });
  const body = run.simulator.github.comments[0]?.body ?? '';
  expect(body.match(/<img/g)).toHaveLength(2);
  expect(body).toMatch(/dawn.*dusk/);
});
