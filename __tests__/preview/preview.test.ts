// One comment on the pull request: created, updated in place, never over a newer run, and silent without permission.
import { expect, test } from '@jest/globals';
import type { Fault } from '../../simulator/faults.ts';
import { graphqlError } from '../../simulator/github/routes.ts';
import { REPOSITORY } from '../../simulator/github/shapes.ts';
import { GITHUB_TOKEN } from '../../simulator/runner/action-file.ts';
import { startSimulator } from '../../simulator/server.ts';
import { createGitHubApi } from '../../src/github/octokit.ts';
import { createPullRequestComments } from '../../src/github/pull-request.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { commentMark } from '../../src/preview/mark.ts';
import { publishPreview } from '../../src/preview/preview.ts';
import { openScene, type Scene } from './scene.ts';

const bodies = ({ simulator }: Scene): readonly string[] => simulator.github.comments.map(({ body }) => body);
const pictures = (body = ''): readonly string[] => [...body.matchAll(/<img src="([^"]+)"/g)].map(([, src = '']) => src);

test('pictures are in one parentless commit under a hidden ref, and are shown by its SHA', async () => {
  await using scene = await openScene();
  const preview = await scene.publish([{ content: 'one' }, { content: 'two' }]);
  expect(preview).toEqual({ commentId: '2001', commentUrl: expect.stringContaining('/pull/7#issuecomment-2001') });
  expect([...scene.simulator.github.refs.keys()]).toEqual(['refs/runcomfy/pr-7/default']);
  const [body] = bodies(scene);
  expect(pictures(body).map((url) => scene.simulator.github.raw(url)?.toString())).toEqual(['one', 'two']);
  expect(pictures(body)[0]).toMatch(/^https:\/\/github\.com\/octo-org\/garden\/blob\/[0-9a-f]{40}\/images\//);
  expect(scene.warnings).toEqual([]);
});

test('a later run updates the same comment and the same ref, and sends only new pictures', async () => {
  await using scene = await openScene();
  await scene.publish([{ content: 'one' }, { content: 'two' }]);
  scene.calls();
  await scene.publish([{ content: 'one' }, { content: 'three' }], { run: { id: '101', attempt: 1 } });
  expect(scene.calls().filter((name) => name === 'blob-create')).toHaveLength(1);
  expect(bodies(scene)).toHaveLength(1);
  expect(bodies(scene)[0]).toContain('run=101 attempt=1');
  expect(scene.simulator.github.refs.size).toBe(1);
  expect(scene.simulator.github.raw(pictures(bodies(scene)[0])[1] ?? '')?.toString()).toBe('three');
});

test('writes nothing when nothing has changed', async () => {
  await using scene = await openScene();
  const first = await scene.publish([{}]);
  scene.calls();
  expect(await scene.publish([{}], { run: { id: '101', attempt: 1 } })).toEqual(first);
  expect(scene.calls().filter((name) => /create|update|delete/.test(name))).toEqual([]);
});

test.each([
  ['an earlier run', { id: '99', attempt: 3 }],
  ['an earlier attempt', { id: '100', attempt: 1 }],
])('%s changes neither comment nor ref', async (_, run) => {
  await using scene = await openScene();
  await scene.publish([{ content: 'new' }], { run: { id: '100', attempt: 2 } });
  const before = [bodies(scene), [...scene.simulator.github.refs]];
  scene.calls();
  expect(await scene.publish([{ content: 'old' }], { run })).toMatchObject({ commentId: '2001' });
  expect([bodies(scene), [...scene.simulator.github.refs]]).toEqual(before);
  expect(scene.calls().filter((name) => /create|update|delete/.test(name))).toEqual([]);
});

test('a newer run that comes between the uploads and the ref wins', async () => {
  await using scene = await openScene();
  const input = await scene.input([{ content: 'old' }]);
  let met = false;
  const { refs } = scene.ports;
  const ports = {
    ...scene.ports,
    refs: {
      ...refs,
      async addFile(bytes: Uint8Array) {
        if (!met) {
          met = true;
          await scene.publish([{ content: 'new' }], { run: { id: '101', attempt: 1 } });
        }
        return refs.addFile(bytes);
      },
    },
  };
  await publishPreview(input, ports);
  expect(bodies(scene)).toHaveLength(1);
  expect(bodies(scene)[0]).toContain('run=101');
  expect(pictures(bodies(scene)[0]).map((url) => scene.simulator.github.raw(url)?.toString())).toEqual(['new']);
});

test('finds its comment on the third page, by mark and author, and leaves those of others alone', async () => {
  await using scene = await openScene();
  const { github } = scene.simulator;
  const mark = commentMark('default', { id: '9', attempt: 1 });
  github.say(7, `${mark}\nforged`, 'mallory');
  for (let n = 0; n < 210; n++) github.say(7, 'talk', 'octocat');
  github.say(7, `I quote:\n${mark}`);
  const own = github.say(7, `${mark}\nold`);
  github.say(7, `${commentMark('icons', { id: '9', attempt: 1 })}\nother key`);
  expect(await scene.publish([{}])).toMatchObject({ commentId: String(own.id) });
  expect(github.comments).toHaveLength(214);
});

test('keys have their own comments and refs', async () => {
  await using scene = await openScene();
  for (const key of ['light', 'dark', 'Häßlich -- --> key/7']) await scene.publish([{}], { key });
  await scene.publish([{ content: 'again' }], { key: 'dark', run: { id: '101', attempt: 1 } });
  expect(bodies(scene)).toHaveLength(3);
  expect([...scene.simulator.github.refs.keys()]).toEqual([
    'refs/runcomfy/pr-7/light',
    'refs/runcomfy/pr-7/dark',
    expect.stringMatching(/^refs\/runcomfy\/pr-7\/key-[0-9a-f]{20}$/),
  ]);
});

test.each([
  ['older', '99', 'run=100'],
  ['newer', '101', 'run=101'],
])('of two that were created at the same time, the first stays; it was the %s', async (_, id, stays) => {
  await using scene = await openScene();
  const { comments } = scene.ports;
  const other = `${commentMark('default', { id, attempt: 1 })}\nother`;
  const ports = {
    ...scene.ports,
    comments: {
      ...comments,
      async create(pull: number, body: string) {
        scene.simulator.github.say(7, other);
        return comments.create(pull, body);
      },
    },
  };
  expect(await publishPreview(await scene.input([{}]), ports)).toMatchObject({ commentId: '2001' });
  expect(bodies(scene)).toEqual([expect.stringContaining(stays)]);
});

test('duplicates of an earlier run are removed', async () => {
  await using scene = await openScene();
  const { github } = scene.simulator;
  for (const id of ['8', '9']) github.say(7, `${commentMark('default', { id, attempt: 1 })}\nold`);
  await scene.publish([{}]);
  expect(github.comments.map(({ id }) => id)).toEqual([2001]);
});

const FORBIDDEN = 'Resource not accessible by integration';

test('a token that can only comment: pictures are hosted, as the comment says, without a warning', async () => {
  await using scene = await openScene();
  scene.simulator.github.allow({ 'pull-requests': 'write', contents: 'read' });
  expect(await scene.publish([{}])).not.toBeNull();
  expect(pictures(bodies(scene)[0])).toEqual(['https://files.runcomfy.net/1.png']);
  expect(bodies(scene)[0]).toContain('may expire');
  expect(scene.warnings).toEqual([]);
});

test('preview-storage ref without permission: no public addresses, one warning with the remedy', async () => {
  await using scene = await openScene();
  scene.simulator.github.allow({ issues: 'write' });
  expect(await scene.publish([{}], { storage: 'ref' })).not.toBeNull();
  expect(pictures(bodies(scene)[0])).toEqual([]);
  expect(scene.warnings).toHaveLength(1);
  expect(scene.warnings[0]).toContain('`contents: write`');
});

test.each([
  ['read only, as in forks', { contents: 'read', 'pull-requests': 'read' } as const, 'pull-requests: write'],
  ['nothing', {}, 'pull-requests: write'],
])('a token that can %s: one warning that names the permission', async (_, permissions, named) => {
  await using scene = await openScene();
  scene.simulator.github.allow(permissions);
  expect(await scene.publish([{}])).toBeNull();
  expect(scene.warnings).toEqual([expect.stringContaining(named)]);
  expect(scene.warnings[0]).toContain(FORBIDDEN);
});

test('no pull request: one notice', async () => {
  await using scene = await openScene();
  expect(await scene.publish([{}], { pull: null })).toBeNull();
  expect(scene.notices).toEqual([expect.stringContaining('`pr-number`')]);
  expect(scene.calls()).toEqual([]);
});

test('hosted and none write no ref; neither does a closed pull request', async () => {
  await using scene = await openScene();
  await scene.publish([{}], { storage: 'hosted' });
  expect(pictures(bodies(scene)[0])).toHaveLength(1);
  await scene.publish([{}], { storage: 'none', run: { id: '101', attempt: 1 } });
  expect(pictures(bodies(scene)[0])).toHaveLength(0);
  scene.simulator.github.pull({
    number: 7,
    state: 'closed',
    head: { repository: 'octo-org/garden', ref: 'feature', sha: 'abc' },
  });
  await scene.publish([{}], { run: { id: '102', attempt: 1 } });
  expect(pictures(bodies(scene)[0])).toEqual(['https://files.runcomfy.net/1.png']);
  expect(scene.simulator.github.refs.size).toBe(0);
});

test('files that are too large or not pictures are linked, not stored', async () => {
  await using scene = await openScene();
  await scene.publish([{ bytes: 6_000_000 }, { format: 'mp4', path: 'clips/a.mp4' }, {}]);
  expect(pictures(bodies(scene)[0])).toHaveLength(1);
  expect(bodies(scene)[0]?.match(/>Open the /g)).toHaveLength(2);
  expect(scene.calls().filter((name) => name === 'blob-create')).toHaveLength(1);
});

test('a run that made nothing leaves the comment of the run before, and creates none', async () => {
  await using scene = await openScene();
  expect(await scene.publish([], { unchanged: ['hero'] })).toBeNull();
  await scene.publish([{}]);
  const before = bodies(scene);
  expect(await scene.publish([], { run: { id: '101', attempt: 1 }, unchanged: ['hero'] })).not.toBeNull();
  expect(bodies(scene)).toEqual(before);
});

test('server errors are retried', async () => {
  await using scene = await openScene();
  scene.simulator.fault('comments-list', { kind: 'reply', status: 502, body: 'bad gateway' });
  scene.simulator.fault('comment-create', { kind: 'drop-before' });
  expect(await scene.publish([{}], { storage: 'none' })).not.toBeNull();
  expect(bodies(scene)).toHaveLength(1);
});

test('a comment that was created although its response was lost is not written twice', async () => {
  await using scene = await openScene();
  scene.simulator.fault('comment-create', { kind: 'drop-after' });
  expect(await scene.publish([{}], { storage: 'none' })).toMatchObject({ commentId: '2001' });
  expect(bodies(scene)).toHaveLength(1);
  // Not even for a moment: people who watch the pull request would get two mails.
  expect(scene.calls().filter((name) => /comment-(create|delete)/.test(name))).toEqual(['comment-create']);
});

test('a server that does not respond does not delay the run forever', async () => {
  await using simulator = await startSimulator();
  simulator.fault('comments-list', { kind: 'hang' });
  const cancelled = new AbortController();
  const github = createGitHubApi({
    token: GITHUB_TOKEN,
    apiUrl: simulator.url,
    repository: REPOSITORY,
    signal: cancelled.signal,
    clock: systemClock,
  });
  const listing = createPullRequestComments(github).list(7);
  void simulator.received('comments-list').then(() => cancelled.abort(new Error('cancelled')));
  await expect(listing).rejects.toMatchObject({ message: "GitHub's API: cancelled", permission: null });
});

test('a comment that is deleted between look-up and update is created again', async () => {
  await using scene = await openScene();
  await scene.publish([{}]);
  const { comments } = scene.ports;
  const ports = {
    ...scene.ports,
    comments: {
      ...comments,
      async update(id: string, body: string) {
        await comments.remove(id);
        return comments.update(id, body);
      },
    },
  };
  const again = await publishPreview(
    await scene.input([{ content: 'new' }], { run: { id: '101', attempt: 1 } }),
    ports,
  );
  expect(again).toMatchObject({ commentId: '2002' });
  expect(bodies(scene)).toEqual([expect.stringContaining('run=101')]);
  expect(scene.warnings).toEqual([]);
});

test('a locked conversation is reported as such, not as a missing permission', async () => {
  await using scene = await openScene();
  const head = { repository: REPOSITORY, ref: 'feature', sha: 'abc' };
  scene.simulator.github.pull({ number: 7, state: 'open', locked: true, head });
  expect(await scene.publish([{}])).toBeNull();
  expect(scene.warnings).toEqual([expect.stringMatching(/conversation of this pull request is locked/)]);
  expect(scene.warnings[0]).not.toContain('permissions');
});

const NAMELESS: readonly (readonly [string, Fault])[] = [
  ['502', { kind: 'html' }],
  ['an error with HTTP 200', { kind: 'reply', ...graphqlError('FORBIDDEN', FORBIDDEN) }],
  ['nothing', { kind: 'drop-before' }],
];

test.each(NAMELESS)(
  'an app whose GraphQL responds %s writes one comment, and does not write a second',
  async (_, fault) => {
    await using scene = await openScene();
    const { github } = scene.simulator;
    github.actAs('gardener[bot]', 'app');
    github.say(7, `${commentMark('icons', { id: '9', attempt: 1 })}\nother key`, 'mallory');
    scene.simulator.fault('viewer', fault, Number.POSITIVE_INFINITY);
    expect(await scene.publish([{}])).not.toBeNull();
    expect(github.comments).toHaveLength(2);
    await using later = await openScene();
    later.simulator.github.actAs('gardener[bot]', 'app');
    await later.publish([{}]);
    const before = bodies(later);
    const next = later.anew();
    later.simulator.fault('viewer', fault, Number.POSITIVE_INFINITY);
    expect(
      await publishPreview(await later.input([{ content: 'new' }], { run: { id: '101', attempt: 1 } }), next),
    ).toBeNull();
    expect(bodies(later)).toEqual(before);
    expect(later.warnings).toEqual([expect.stringContaining('which account this token belongs to')]);
  },
);

test.each(NAMELESS)('a token of a person is known without GraphQL too: %s', async (_, fault) => {
  await using scene = await openScene();
  scene.simulator.github.actAs('octocat', 'user');
  scene.simulator.fault('viewer', fault, Number.POSITIVE_INFINITY);
  await scene.publish([{}]);
  await publishPreview(await scene.input([{ content: 'new' }], { run: { id: '101', attempt: 1 } }), scene.anew());
  expect(bodies(scene)).toEqual([expect.stringContaining('run=101')]);
});

test('the first comment is updated even if a second one cannot be removed', async () => {
  await using scene = await openScene();
  const { github } = scene.simulator;
  for (const id of ['8', '9']) github.say(7, `${commentMark('default', { id, attempt: 1 })}\nold`);
  scene.simulator.fault('comment-delete', { kind: 'html' }, Number.POSITIVE_INFINITY);
  expect(await scene.publish([{}])).toMatchObject({ commentId: '2001' });
  expect(bodies(scene)[0]).toContain('run=100');
});

test.each([
  ['a pointer of Git LFS', true, 'stored in Git LFS'],
  ['a picture', false, 'before%3A|before/a.png'],
])('what was there before is %s', async (_, isPointer, shown) => {
  await using scene = await openScene();
  const before = { path: 'a.png', format: 'png', bytes: 130, isPointer, read: async () => Buffer.from('before') };
  await scene.publish([{ path: 'a.png' }], { changes: new Map([['a.png', { before, differences: [] }]]) });
  expect(pictures(bodies(scene)[0])).toHaveLength(isPointer ? 1 : 2);
  expect(bodies(scene)[0]).toMatch(new RegExp(shown));
});

test('links use the name of a different server', async () => {
  await using scene = await openScene();
  const serverUrl = 'https://octo.ghe.com';
  await scene.publish([{}, { failure: 'No.' }], { serverUrl });
  const links = [...(bodies(scene)[0] ?? '').matchAll(/(?:src|href)="([^"]*)"/g)].map(([, link = '']) => link);
  expect(links.length).toBeGreaterThan(2);
  for (const link of links) expect(link.startsWith(`${serverUrl}/octo-org/garden/`)).toBe(true);
});

test.each<[string, string, RegExp]>([
  ['no token', '', /there is no GitHub token: input `github-token` is empty\. The job/],
  ['a token that GitHub does not take', 'ghs_other', /Bad credentials.*Check input `github-token`/],
])('%s is reported as such', async (_, token, said) => {
  await using scene = await openScene();
  const options = { token, apiUrl: scene.simulator.url, repository: REPOSITORY, clock: systemClock };
  const comments = createPullRequestComments(createGitHubApi(options));
  expect(await publishPreview(await scene.input([{}]), { ...scene.ports, comments })).toBeNull();
  expect(scene.warnings).toEqual([expect.stringMatching(said)]);
});
