// When a pull request is closed: its refs go, its comments lose their pictures, and a second time nothing happens.
import { expect, test } from '@jest/globals';
import { removePreviews } from '../../src/preview/cleanup.ts';
import { commentMark } from '../../src/preview/mark.ts';
import { openScene } from './scene.ts';

test('removes all refs and pictures of this pull request alone, once', async () => {
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

test('what the token may not do is one warning, the rest is done', async () => {
  await using scene = await openScene();
  await scene.publish([{}]);
  scene.simulator.github.allow({ contents: 'write' });
  expect(await removePreviews(7, scene.ports)).toEqual({ refs: 1, comments: 0 });
  expect(scene.warnings).toEqual([expect.stringContaining('`pull-requests: write`')]);
});
