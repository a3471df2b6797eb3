// Each call to GitHub fails in each way: the comment reveals no URL, there is at most one comment, its pictures stay, and the run ends.
import { expect, test } from '@jest/globals';
import type { Fault } from '../../simulator/faults.ts';
import { secondaryLimit } from '../../simulator/github/routes.ts';
import type { CallName } from '../../simulator/wire.ts';
import { ARTIFACT } from '../helpers/outcomes.ts';
import { withoutSingled } from '../helpers/text.ts';
import { type Made, openScene, type Scene } from './scene.ts';
import { limitFor, reply, WAYS } from './ways.ts';

const ALWAYS = Number.POSITIVE_INFINITY;
const ADDRESS = 'https://files.runcomfy.net/secret/lighthouse.png';

const made = (content: string): readonly Made[] => [
  { content, prompt: `like ${ADDRESS}, but ${content}` },
  { path: 'clips/a.mp4', format: 'mp4', content },
  { failure: `The download failed. The file is paid for, and available at ${ADDRESS}?sig=abc.` },
  { failure: 'The result is on https://cdn.example/lighthouse.png, a host that is not allowed.' },
];
const second = { run: { id: '101', attempt: 1 }, artifacts: [ARTIFACT] };

/** All that was ever sent to become a comment, with its entities resolved. */
function sentBodies({ simulator }: Scene): readonly string[] {
  return simulator.calls
    .filter(({ name }) => name === 'comment-create' || name === 'comment-update')
    .map(({ body }) =>
      withoutSingled(body.toString()).replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))),
    );
}

const CALLS: readonly CallName[] = [
  'viewer',
  'comments-list',
  'repo-get',
  'pull-get',
  'ref-get',
  'commit-get',
  'tree-get',
  'blob-create',
  'tree-create',
  'commit-create',
  'ref-update',
  'ref-create',
  'comment-create',
  'comment-update',
];

const rows = CALLS.flatMap((call) => WAYS.map(([way, fault, forbidden]) => [call, way, fault, forbidden] as const));

test.each(rows)('a private repository, %s: %s', async (call, _, fault, isForbidden) => {
  await using scene = await openScene({ callLimitMs: limitFor(fault) });
  const { github } = scene.simulator;
  github.visibility('private');
  scene.simulator.fault(call, fault, ALWAYS);
  await scene.publish(made('dawn'), { artifacts: [ARTIFACT] });
  expect(github.comments.length).toBeLessThanOrEqual(1);
  await scene.publish(made('dusk'), second);
  expect(github.comments.length).toBeLessThanOrEqual(1);
  expect(scene.paused()).toBeLessThanOrEqual(90_000);
  for (const body of sentBodies(scene)) expect(body).not.toMatch(/runcomfy\.net|lighthouse/);
  expect(isForbidden || call !== 'blob-create' || scene.warnings.length > 0).toBe(true);
});

const GIT: readonly CallName[] = ['ref-get', 'blob-create', 'tree-create', 'commit-create', 'ref-update'];
const outages = GIT.flatMap((call) =>
  WAYS.flatMap(([way, fault, isForbidden]) => {
    // These are how GitHub says that a ref is not there.
    const isAnswer = call === 'ref-update' && way === '422';
    const isDone = fault.kind === 'drop-after' || fault.kind === 'truncate';
    return isForbidden || isAnswer || (isDone && call === 'ref-update') ? [] : [[call, way, fault] as const];
  }),
);

test.each(outages)('existing pictures stay, and comment and log say so, after %s: %s', async (call, _, fault) => {
  await using scene = await openScene({ callLimitMs: fault.kind === 'hang' ? 1_000 : limitFor(fault) });
  const { github } = scene.simulator;
  github.visibility('private');
  await scene.publish(made('dawn'));
  const [, picture = 'none'] = /<img src="([^"]+)"/.exec(github.comments[0]?.body ?? '') ?? [];
  scene.simulator.fault(call, fault, ALWAYS);
  expect(await scene.publish(made('dusk'), second)).not.toBeNull();
  const [comment] = github.comments;
  expect(comment?.body).toContain(picture);
  expect(github.raw(picture)?.toString()).toBe('dawn');
  expect(comment?.body).toMatch(/run=101 .*pictures are from an earlier run/s);
  expect(scene.warnings).toEqual([expect.stringContaining('does not show the new pictures')]);
});

test.each(['private', 'internal'] as const)(
  'a %s repository: auto and none show no URL, whatever the token can do',
  async (visibility) => {
    await using scene = await openScene();
    const { github } = scene.simulator;
    github.visibility(visibility);
    for (const storage of ['auto', 'none', 'ref'] as const) {
      for (const contents of ['write', 'read', 'none'] as const) {
        github.allow({ contents, 'pull-requests': 'write' });
        await scene.publish(made(`${storage} ${contents}`), {
          storage,
          key: `${storage}-${contents}`,
          artifacts: [ARTIFACT],
        });
      }
    }
    expect(github.comments).toHaveLength(9);
    for (const body of sentBodies(scene)) {
      expect(body).not.toMatch(/runcomfy\.net|lighthouse/);
      expect(body).toContain(ARTIFACT.url);
    }
    expect(github.comments.filter(({ body }) => body.includes('<img '))).toHaveLength(2);
  },
);

test.each<[string, (scene: Scene) => void]>([
  ['GitHub does not answer', ({ simulator }) => simulator.fault('repo-get', { kind: 'hang' }, ALWAYS)],
  ['GitHub fails', ({ simulator }) => simulator.fault('repo-get', { kind: 'html' }, ALWAYS)],
  [
    'GitHub says neither',
    ({ simulator }) => simulator.fault('repo-get', { kind: 'reply', status: 200, body: {} }, ALWAYS),
  ],
  ['GitHub shows it not', ({ simulator }) => simulator.fault('repo-get', reply(404, 'Not Found'), ALWAYS)],
])('a repository of which %s does not count as public', async (_, before) => {
  await using scene = await openScene({ callLimitMs: 1_000 });
  before(scene);
  scene.simulator.github.allow({ contents: 'read', 'pull-requests': 'write' });
  await scene.publish(made('dawn'));
  expect(scene.simulator.github.comments).toHaveLength(1);
  for (const body of sentBodies(scene)) expect(body).not.toMatch(/runcomfy\.net|lighthouse/);
});

test.each<[string, (scene: Scene) => void]>([
  ['a ruleset', ({ simulator }) => simulator.github.protect('refs/runcomfy/')],
  ['a blob that fails', ({ simulator }) => simulator.fault('blob-create', { kind: 'html' }, ALWAYS)],
  ['a rate limit', ({ simulator }) => simulator.fault('blob-create', { kind: 'reply', ...secondaryLimit(60) }, ALWAYS)],
  [
    'a pull request that is closed',
    ({ simulator }) =>
      simulator.github.pull({
        number: 7,
        state: 'closed',
        head: { repository: 'octo-org/garden', ref: 'feature', sha: 'abc' },
      }),
  ],
])(
  'hosted also works in a private repository, because it was requested; auto does not use it, after %s',
  async (_, before) => {
    await using scene = await openScene();
    const { github } = scene.simulator;
    github.visibility('private');
    before(scene);
    await scene.publish(made('dawn'), { storage: 'hosted', key: 'hosted' });
    expect(github.comments[0]?.body).toContain('<img src="https://files.runcomfy.net/1.png"');
    await scene.publish(made('dawn'));
    expect(github.comments[1]?.body).not.toContain('files.runcomfy.net');
    expect(github.comments[1]?.body).toContain('No pictures');
  },
);

test('public URLs do not stay in a repository that is no longer public', async () => {
  await using scene = await openScene();
  const { github } = scene.simulator;
  github.allow({ contents: 'read', 'pull-requests': 'write' });
  await scene.publish(made('dawn'));
  expect(github.comments[0]?.body).toContain('files.runcomfy.net');
  github.allow({ contents: 'write', 'pull-requests': 'write' });
  github.visibility('private');
  scene.simulator.fault('blob-create', { kind: 'html' }, ALWAYS);
  await scene.publish(made('dusk'), second);
  expect(github.comments[0]?.body).not.toContain('files.runcomfy.net');
});

test.each<[string, Fault, number]>([
  ['a secondary rate limit of a minute', { kind: 'reply', ...secondaryLimit(60) }, 60_000],
  ['one that does not say how long', { kind: 'reply', status: 403, body: secondaryLimit(1).body }, 60_000],
  ['a gateway that fails', { kind: 'html' }, 500],
  [
    '429',
    { kind: 'reply', status: 429, headers: { 'retry-after': '7' }, body: { message: 'Too Many Requests' } },
    7_000,
  ],
])('%s is waited out', async (_, fault, ms) => {
  await using scene = await openScene();
  scene.simulator.fault('blob-create', fault);
  await scene.publish([{}]);
  expect(scene.simulator.github.comments[0]?.body).toContain('?raw=true');
  expect(scene.paused()).toBe(ms);
  expect(scene.warnings).toEqual([]);
});

test('a plan has no URL either', async () => {
  await using scene = await openScene();
  const { github } = scene.simulator;
  github.visibility('private');
  const plan = [
    {
      id: 'hero',
      action: 'changed',
      reasons: [`image_url: "${ADDRESS}" → "https://example.com/mine.png"`],
      price: 0.06,
    },
  ];
  await scene.plan(plan);
  await scene.plan(plan, { storage: 'hosted', key: 'open' });
  const [kept = '', shown = ''] = sentBodies(scene);
  expect(kept).not.toMatch(/runcomfy\.net|lighthouse/);
  expect(kept).toContain('https://example.com/mine.png');
  expect(shown).toContain(ADDRESS);
});
