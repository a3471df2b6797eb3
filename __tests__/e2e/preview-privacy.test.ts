// Comments in repositories that are not public, through the bundle: no RunComfy URLs, no token, and the step ends as without a comment.
import { expect, test } from '@jest/globals';
import { secondaryLimit } from '../../simulator/github/routes.ts';
import { REPOSITORY, REPOSITORY_ID } from '../../simulator/github/shapes.ts';
import { GITHUB_TOKEN } from '../../simulator/runner/action-file.ts';
import { pullRequestEvent, repositoryOfEvents, type WorkflowEvent } from '../../simulator/runner/environment.ts';
import type { Simulator } from '../../simulator/server.ts';
import { type Played, play } from '../helpers/action.ts';
import { openFolder } from '../helpers/folders.ts';
import { withoutSingled } from '../helpers/text.ts';

const ALWAYS = Number.POSITIVE_INFINITY;
const small = { 'output-format': 'png', 'image-size': '64x64' };
const ELSEWHERE = 'https://results.example/secret/lighthouse.png';
const privately = pullRequestEvent(7, REPOSITORY, 'private');

/** All that was sent to become a comment, with its entities resolved. */
function sent({ simulator }: Pick<Played, 'simulator'>): string {
  return simulator.calls
    .filter(({ name }) => name === 'comment-create' || name === 'comment-update')
    .map(({ body }) =>
      withoutSingled(body.toString()).replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))),
    )
    .join('\n');
}

/** One picture is made, and another one cannot be downloaded. */
const halfOf = (simulator: Simulator): void =>
  simulator.output((_, hosted) => [
    hosted({
      type: 'image/png',
      body: Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      ),
    }),
    ELSEWHERE,
  ]);

const closed = (simulator: Simulator): void =>
  simulator.github.pull({ number: 7, state: 'closed', head: { repository: REPOSITORY, ref: 'feature', sha: 'abc' } });
const reads = (simulator: Simulator): void => simulator.github.allow({ contents: 'read', 'pull-requests': 'write' });

test.each<[string, WorkflowEvent, (simulator: Simulator) => void]>([
  ['private, all goes well', privately, () => {}],
  ['private, the token may not write contents', privately, reads],
  ['private, GitHub takes no blob', privately, (simulator) => simulator.fault('blob-create', { kind: 'html' }, ALWAYS)],
  [
    'private, a long rate limit',
    privately,
    (simulator) => simulator.fault('blob-create', { kind: 'reply', ...secondaryLimit(3_600) }, ALWAYS),
  ],
  ['private, a ruleset', privately, (simulator) => simulator.github.protect('refs/runcomfy/')],
  ['private, closed', privately, closed],
  ['internal, the token may not write contents', pullRequestEvent(7, REPOSITORY, 'internal'), reads],
  ['private, pull_request_target', { ...privately, name: 'pull_request_target' }, reads],
  [
    'unknown, the token may not write contents',
    {
      name: 'pull_request',
      payload: {
        number: 7,
        pull_request: {
          number: 7,
          user: { login: 'octocat' },
          head: { repo: { full_name: REPOSITORY } },
          base: { repo: { full_name: REPOSITORY } },
        },
      },
    },
    (simulator) => {
      reads(simulator);
      simulator.fault('repo-get', { kind: 'reply', status: 404, body: { message: 'Not Found' } }, ALWAYS);
    },
  ],
])('%s: links to artifact and run alone', async (_, event, before) => {
  const run = await play({
    event,
    inputs: {
      ...small,
      comment: 'true',
      'upload-artifact': 'true',
      prompt: 'a fox <b>@octocat</b> ![x](https://e.example/y.png)',
    },
    before: (simulator) => {
      halfOf(simulator);
      before(simulator);
    },
  });
  expect(run.exitCode).toBe(0);
  expect(run.warnings).toContainEqual(expect.stringContaining('results.example'));
  const { comments } = run.simulator.github;
  expect(comments).toHaveLength(1);
  const body = sent(run);
  for (const address of [
    run.simulator.url,
    new URL(run.simulator.url).host,
    '//results.example',
    'lighthouse',
    'runcomfy.net',
  ])
    expect(body).not.toContain(address);
  for (const secret of [run.simulator.token, GITHUB_TOKEN]) expect(body).not.toContain(secret);
  expect(comments[0]?.body).not.toMatch(/<b>@octocat|!\[x\]/);
  expect(body).toContain('/artifacts/');
});

test('in an outage, the step ends as it would have, and the comment stays', async () => {
  await using folder = await openFolder();
  const options = { event: privately, workspace: folder.path };
  const inputs = { ...small, comment: 'true', resume: 'false' };
  const first = await play({ ...options, inputs, env: { GITHUB_RUN_ID: '50' } });
  const stood = first.simulator.github.comments[0]?.body ?? '';
  const second = await play({
    ...options,
    env: { GITHUB_RUN_ID: '51' },
    inputs: { ...inputs, prompt: 'a blue fox' },
    before(simulator) {
      simulator.github.say(7, stood);
      simulator.fault('blob-create', { kind: 'html' }, ALWAYS);
    },
  });
  expect(second).toMatchObject({ exitCode: 0, errors: [], warnings: [expect.stringContaining('new pictures')] });
  const [comment] = second.simulator.github.comments;
  expect(comment?.body).toMatch(/run=51 .*earlier run.*<img /s);
});

test('a run for a pull request of upstream does not comment on ours, or clean them up', async () => {
  const event: WorkflowEvent = {
    name: 'workflow_run',
    payload: {
      repository: repositoryOfEvents('public'),
      workflow_run: {
        event: 'pull_request',
        head_branch: 'nowhere',
        head_sha: 'e'.repeat(40),
        head_repository: { id: REPOSITORY_ID, owner: { login: 'octo-org' } },
        pull_requests: [{ number: 7, base: { repo: { id: REPOSITORY_ID + 9 } } }],
      },
    },
  };
  const inputs = { comment: 'true', mode: 'cleanup', prompt: '' };
  const run = await play({ event, inputs: { ...small, comment: 'true' } });
  expect(run).toMatchObject({ exitCode: 0, warnings: [] });
  expect(run.simulator.github.comments).toEqual([]);
  const cleanup = await play({
    event,
    inputs,
    before: (simulator) =>
      void simulator.github.say(
        7,
        '<!-- runcomfy-action preview key=default run=1 attempt=1 -->\n<!-- pictures --><img src="x"><!-- end of pictures -->',
      ),
  });
  expect(cleanup).toMatchObject({ exitCode: 0, warnings: [] });
  expect(cleanup.simulator.github.comments[0]?.body).toContain('<img');
  expect(cleanup.log).toContain('has no open pull request in this repository');
});

test.concurrent('a cleanup that reaches nobody is a warning, and no line that counts zeros', async () => {
  const run = await play({
    event: privately,
    inputs: { mode: 'cleanup', prompt: '' },
    before(simulator) {
      for (const call of ['viewer', 'user-get', 'comments-list', 'refs-list'] as const)
        simulator.fault(call, { kind: 'drop-before' }, ALWAYS);
    },
  });
  expect(run).toMatchObject({ exitCode: 0, errors: [], warnings: [expect.stringContaining('were not deleted')] });
  expect(run.log).not.toMatch(/\b0 preview refs|job summary/);
});

test('a picture that was a Git LFS pointer is mentioned, not shown broken', async () => {
  await using folder = await openFolder();
  const workspace = folder.path;
  const manifest = (word: string): string =>
    `version: 1\nimages:\n  - id: hero\n    prompt: A lighthouse at ${word}\n    parameters: { seed: 1, output_format: png, image_size: { width: 64, height: 48 } }\n    output: hero.png\n`;
  const inputs = { prompt: '', manifest: 'images.yml' };
  await folder.write('images.yml', manifest('dawn'));
  const made = await play({ workspace, inputs });
  const [image] = JSON.parse(made.outputs.images ?? '[]');
  await folder.write(
    'hero.png',
    `version https://git-lfs.github.com/spec/v1\noid sha256:${image.sha256}\nsize ${image.bytes}\n`,
  );
  await folder.write('images.yml', manifest('dusk'));
  const run = await play({ workspace, event: privately, inputs: { ...inputs, comment: 'true' } });
  const body = run.simulator.github.comments[0]?.body ?? '';
  expect(body.match(/<img /g)).toHaveLength(1);
  expect(body).toContain('stored in Git LFS');
});

test('links use the server of the runner', async () => {
  const run = await play({
    event: privately,
    env: { GITHUB_SERVER_URL: 'https://octo.ghe.com/' },
    inputs: { ...small, comment: 'true', 'upload-artifact': 'true' },
  });
  const [{ body } = { body: '' }] = run.simulator.github.comments;
  const links = [...body.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, link = '']) => link);
  expect(links.length).toBeGreaterThan(2);
  for (const link of links) expect(link).toMatch(/^https:\/\/octo\.ghe\.com\/octo-org\/garden\//);
});
