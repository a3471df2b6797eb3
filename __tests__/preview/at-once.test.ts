// Two runs on one pull request at the same time, one of them held up at one call: one comment, and the newer run's.
import { expect, test } from '@jest/globals';
import type { CallName } from '../../simulator/wire.ts';
import { openScene } from './scene.ts';

const HELD_MS = 60;
const held: readonly CallName[] = [
  'comments-list',
  'pull-get',
  'blob-create',
  'commit-create',
  'ref-get',
  'ref-create',
  'comment-create',
];
const rows = held.flatMap((call) =>
  [0, 1, 2].flatMap((skip) =>
    (['older', 'newer'] as const).flatMap((first) =>
      (['no', 'an'] as const).map((comment) => [call, skip, first, comment] as const),
    ),
  ),
);

test.each(rows)(
  '%s is held up after %d others, the %s one begins, %s comment stands',
  async (call, skip, first, comment) => {
    await using scene = await openScene();
    if (comment === 'an') await scene.publish([{ path: '99.png' }], { run: { id: '99', attempt: 1 } });
    scene.simulator.fault(call, { kind: 'delay', ms: HELD_MS }, 1, skip);
    const ids = first === 'older' ? ['100', '101'] : ['101', '100'];
    await Promise.all(
      ids.map((id) => scene.publish([{ path: `${id}.png`, content: `of run ${id}` }], { run: { id, attempt: 1 } })),
    );
    const { comments, refs } = scene.simulator.github;
    expect(comments.map(({ body }) => /run=(\d+)/.exec(body)?.[1])).toEqual(['101']);
    const [, picture = ''] = /<img src="([^"]+)"/.exec(comments[0]?.body ?? '') ?? [];
    expect(scene.simulator.github.raw(picture)?.toString()).toBe('of run 101');
    expect(picture).toContain(`/blob/${refs.get('refs/runcomfy/pr-7/default')}/`);
    expect(scene.warnings).toEqual([]);
  },
);

test('matrix jobs of one run that share a key leave one comment', async () => {
  await using scene = await openScene();
  await Promise.all(
    ['one', 'two', 'three', 'four'].map((content) => scene.publish([{ path: `${content}.png`, content }])),
  );
  expect(scene.simulator.github.comments).toHaveLength(1);
});
