// Preview comments through the bundle and the real @actions/github: one comment, pictures inline, and never a red step because of them.
import { expect, test } from '@jest/globals';
import { type RunOptions, startAction } from '../../simulator/runner/runner.ts';
import { type Simulator, startSimulator } from '../../simulator/server.ts';
import { play } from '../helpers/action.ts';
import { openFolder } from '../helpers/folders.ts';

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
  workspace?: string,
): Promise<Simulator> {
  await using simulator = await startSimulator();
  for (const { id, inputs, before } of list) {
    before?.(simulator);
    const options: RunOptions = {
      simulator,
      event,
      ...(workspace === undefined ? {} : { workspace }),
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

test('the comment shows the pictures from a hidden ref, which is not a branch or a tag', async () => {
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

test('an older run that ends late changes neither the comment nor the ref', async () => {
  const { github } = await runs([
    { id: '20', inputs: { prompt: 'new' } },
    { id: '19', inputs: { prompt: 'old' } },
  ]);
  expect(github.comments.map(({ body }) => /<a>old/.test(body))).toEqual([false]);
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
] as const)('with a token that can do %s the step succeeds', async (_name, permissions, storage, expected, count) => {
  const run = await play({
    event,
    inputs: { ...png, comment: 'true', 'preview-storage': storage },
    before: (simulator) => simulator.github.allow(permissions),
  });
  expect(run).toMatchObject(expected);
  expect(run.simulator.github.comments).toHaveLength(count);
});

test('cleanup deletes the refs, and nothing shows broken', async () => {
  const cleanup = { mode: 'cleanup', prompt: '', 'output-format': '', 'image-size': '' };
  const { github } = await runs([{ id: '30' }, { id: '31', inputs: cleanup }, { id: '32', inputs: cleanup }]);
  expect([...github.refs.keys()].filter((ref) => ref.includes('runcomfy'))).toEqual([]);
  expect(github.comments.map(({ body }) => body.includes('<img'))).toEqual([false]);
});

test('without a pull request there is one notice, and the images are made', async () => {
  const run = await play({ inputs: { ...png, comment: 'true' } });
  expect(run).toMatchObject({ exitCode: 0, annotations: [{ level: 'notice' }] });
  expect(run.outputs.count).toBe('1');
});

test('a malicious prompt mentions no one, embeds nothing and forges no marker', async () => {
  const prompt =
    '--> <!-- runcomfy-action --> @octocat #1 <img src=x onerror=alert(1)> ![x](https://evil.example/x.png) | ` \n\n# title';
  const run = await play({ event, inputs: { ...png, comment: 'true', prompt } });
  const body = run.simulator.github.comments[0]?.body ?? '';
  expect(body).not.toMatch(/@octocat|onerror=|evil\.example\/x|\n# title/);
  expect(body.match(/<!-- runcomfy-action/g)).toHaveLength(1);
  expect(body.match(/<img/g)).toHaveLength(1);
});

const manifest = (word: string): string =>
  `version: 1\nimages:\n  - id: hero\n    prompt: A lighthouse at ${word}\n    parameters: { seed: 1, output_format: png, image_size: { width: 64, height: 48 } }\n    output: hero.png\n`;

test('with a manifest, the comment says why an image changed', async () => {
  await using folder = await openFolder();
  const workspace = folder.path;
  const inputs = { prompt: '', manifest: 'images.yml', comment: 'true' };
  await folder.write('images.yml', manifest('dawn'));
  await play({ workspace, inputs: { ...inputs, comment: 'false' } });
  await folder.write('images.yml', manifest('dusk'));
  const run = await play({ workspace, event, inputs });
  const body = run.simulator.github.comments[0]?.body ?? '';
  expect(body.match(/<img/g)).toHaveLength(2);
  expect(body).toContain('<code>prompt</code> <a>A lighthouse at</a> <del><a>dawn</a></del> <ins><a>dusk</a></ins>');
});

test('a plan has its own comment, so the pictures of an earlier run stay visible', async () => {
  await using folder = await openFolder();
  await folder.write('images.yml', manifest('dawn'));
  const inputs = { prompt: '', 'output-format': '', 'image-size': '', manifest: 'images.yml' };
  const plan = { ...inputs, mode: 'plan' };
  const { github } = await runs(
    [
      { id: '40', inputs: plan },
      { id: '41', inputs },
      { id: '42', inputs: plan },
    ],
    folder.path,
  );
  const [planned, made, ...others] = github.comments.map(({ body }) => body);
  expect(others).toEqual([]);
  expect(planned).toMatch(/run=42 .*Plan: 0 to make, 1 unchanged/s);
  expect(planned).not.toContain('<table>');
  expect(made).toMatch(/run=41 .*<img /s);
});

test('a plan without changes writes nothing, and one with changes says what, why and at what price', async () => {
  await using folder = await openFolder();
  await folder.write('images.yml', manifest('dawn'));
  const inputs = { prompt: '', manifest: 'images.yml' };
  await play({ workspace: folder.path, inputs });
  const plan = { workspace: folder.path, event, inputs: { ...inputs, mode: 'plan', comment: 'true' } };
  const quiet = await play(plan);
  expect(quiet).toMatchObject({ exitCode: 0, annotations: [], outputs: { 'comment-id': '' } });
  expect(quiet.simulator.github.comments).toEqual([]);

  await folder.write('images.yml', manifest('<b>dusk</b> @octocat'));
  const run = await play(plan);
  const [comment] = run.simulator.github.comments;
  expect(run.outputs['comment-id']).toBe(String(comment?.id));
  expect(comment?.body).toContain('### 📋 Plan: 1 to make from $0.06, 0 unchanged');
  expect(comment?.body).toMatch(
    /<code>hero<\/code><br><sub>changed · from \$0\.06<\/sub><\/td><td><a>prompt<span>&#58;<\/span> .*dusk/,
  );
  expect(comment?.body).not.toMatch(/<b>dusk|@octocat/);
});
