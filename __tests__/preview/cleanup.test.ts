// When a pull request is closed: its refs go, its comments lose their pictures, and a second time nothing happens.
import { expect, test } from '@jest/globals';
import type { Fault } from '../../simulator/faults.ts';
import type { CallName } from '../../simulator/wire.ts';
import { removePreviews } from '../../src/preview/cleanup.ts';
import { commentMark } from '../../src/preview/mark.ts';
import { openScene } from './scene.ts';
import { limitFor, WAYS } from './ways.ts';

test('removes all refs and pictures of only this pull request, once', async () => {
  await using scene = await openScene();
  const { github } = scene.simulator;
  github.pull({ number: 70, state: 'open', head: { repository: 'octo-org/garden', ref: 'other', sha: 'abc' } });
  await scene.publish([{}, { failure: 'Refused.' }], { key: 'light' });
  await scene.publish([{}], { key: 'dark' });
  await scene.publish([{}], { pull: 70 });
  github.say(
    7,
    `${commentMark('light', { id: '1', attempt: 1 })}\n<!-- pictures --><img><!-- end of pictures -->`,
    'mallory',
  );

  expect(await removePreviews(7, scene.ports)).toEqual({ refs: 2, comments: 2 });
  expect([...github.refs.keys()]).toEqual(['refs/runcomfy/pr-70/default']);
  const [light, dark, other] = github.comments.map(({ body }) => body);
  for (const body of [light, dark]) {
    expect(body).not.toContain('<img');
    expect(body).toContain('removed when the pull request was closed');
    expect(body).toContain('whole report');
  }
  expect(light).toContain('Refused');
  expect(other).toContain('<img');

  scene.calls();
  expect(await removePreviews(7, scene.ports)).toEqual({ refs: 0, comments: 0 });
  expect(scene.calls().filter((name) => /update|delete/.test(name))).toEqual([]);
  expect(scene.warnings).toEqual([]);
});

test('a run after that makes a new preview', async () => {
  await using scene = await openScene();
  await scene.publish([{}]);
  await removePreviews(7, scene.ports);
  await scene.publish([{}], { run: { id: '101', attempt: 1 } });
  expect(scene.simulator.github.comments).toHaveLength(1);
  expect(scene.simulator.github.comments[0]?.body).toContain('<img');
});

test('missing permissions are one warning, and the rest is done', async () => {
  await using scene = await openScene();
  await scene.publish([{}]);
  scene.simulator.github.allow({ contents: 'write' });
  expect(await removePreviews(7, scene.ports)).toEqual({ refs: 1, comments: null });
  expect(scene.warnings).toEqual([expect.stringContaining('`pull-requests: write`')]);
});

const ALWAYS = Number.POSITIVE_INFINITY;

test.each<[string, Fault]>([
  ['is down', { kind: 'html' }],
  ['breaks off', { kind: 'drop-before' }],
  ['does not answer', { kind: 'hang' }],
])(
  'if GitHub %s, nothing counts as done: the warning says that nothing was done, and promises no summary',
  async (_, fault) => {
    await using scene = await openScene();
    await scene.publish([{}]);
    const { github } = scene.simulator;
    const before = [github.comments[0]?.body, [...github.refs]];
    scene.lines.length = 0;
    for (const call of ['viewer', 'user-get', 'comments-list', 'refs-list'] as const)
      scene.simulator.fault(call, fault, ALWAYS);
    expect(await removePreviews(7, scene.anew(limitFor(fault)))).toEqual({ refs: null, comments: null });
    expect([github.comments[0]?.body, [...github.refs]]).toEqual(before);
    expect(scene.warnings).toEqual([
      expect.stringMatching(/comments were not replaced.*\n.*repository were not deleted/),
    ]);
    expect(scene.warnings[0]).not.toMatch(/summary/i);
    expect(scene.lines).toEqual([]);
  },
);

test.each<[CallName, number | null, number | null]>([
  ['comments-list', null, 2],
  ['comment-update', null, 2],
  ['refs-list', 1, null],
  ['ref-delete', 1, null],
])('%s fails: the rest is done, and only that is counted', async (call, comments, refs) => {
  await using scene = await openScene();
  await scene.publish([{}]);
  scene.simulator.github.say(7, 'somebody talks', 'octocat');
  await scene.publish([{}], { key: 'dark' });
  const dark = scene.simulator.github.comments.at(-1)?.id ?? 0;
  await scene.ports.comments.remove(String(dark));
  scene.simulator.fault(call, { kind: 'html' }, ALWAYS);
  expect(await removePreviews(7, scene.ports)).toEqual({ refs, comments });
  expect(scene.warnings).toHaveLength(1);
  expect(scene.lines.at(-1)).toMatch(
    comments === null ? /^Pull request 7: 2 preview refs deleted\.$/ : /^Pull request 7: 1 comment changed\.$/,
  );
});

test('refs protected by a ruleset are reported as such', async () => {
  await using scene = await openScene();
  await scene.publish([{}]);
  scene.simulator.github.protect('refs/runcomfy/');
  expect(await removePreviews(7, scene.ports)).toEqual({ refs: null, comments: 1 });
  expect(scene.warnings).toEqual([expect.stringMatching(/rule violations found.*ruleset/i)]);
});

test('without knowing its own account, it changes no comment', async () => {
  await using scene = await openScene();
  const { github } = scene.simulator;
  github.actAs('gardener[bot]', 'app');
  await scene.publish([{}]);
  scene.simulator.fault('viewer', { kind: 'html' }, ALWAYS);
  expect(await removePreviews(7, scene.anew())).toEqual({ refs: 1, comments: null });
  expect(github.comments[0]?.body).toContain('<img');
});

const CALLS: readonly CallName[] = ['viewer', 'comments-list', 'comment-update', 'refs-list', 'ref-delete'];
const failures = CALLS.flatMap((call) => WAYS.map(([way, fault]) => [call, way, fault] as const));

test.each(failures)(
  '%s, %s: no other comment or ref is changed, and nothing that is left counts as done',
  async (call, _, fault) => {
    await using scene = await openScene();
    const { github } = scene.simulator;
    github.pull({ number: 70, state: 'open', head: { repository: 'octo-org/garden', ref: 'other', sha: 'abc' } });
    await scene.publish([{}], { pull: 70 });
    await scene.publish([{}]);
    const mark = commentMark('default', { id: '1', attempt: 1 });
    github.say(7, `${mark}\n<!-- pictures --><img><!-- end of pictures -->`, 'mallory');
    scene.simulator.fault(call, fault, ALWAYS);
    const { refs, comments } = await removePreviews(7, scene.anew(limitFor(fault)));
    const [other, own, foreign] = github.comments.map(({ body }) => body.includes('<img'));
    expect([other, foreign]).toEqual([true, true]);
    expect(github.refs.has('refs/runcomfy/pr-70/default')).toBe(true);
    if (own === true) expect(comments).toBeNull();
    if (github.refs.has('refs/runcomfy/pr-7/default')) expect(refs).toBeNull();
    expect(scene.warnings.length === 0).toBe(refs !== null && comments !== null);
    expect(scene.paused()).toBeLessThanOrEqual(90_000);
  },
);
