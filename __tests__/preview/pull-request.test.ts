// Which pull request a run is for, by what GitHub tells in the event.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { HEAD_SHA, REPOSITORY, REPOSITORY_ID } from '../../simulator/github/shapes.ts';
import { GITHUB_TOKEN } from '../../simulator/runner/action-file.ts';
import { PUSH_EVENT, pullRequestEvent, repositoryOfEvents } from '../../simulator/runner/environment.ts';
import { startSimulator } from '../../simulator/server.ts';
import { createGitHubApi } from '../../src/github/octokit.ts';
import { findPullRequest } from '../../src/github/pull-request.ts';
import { systemClock } from '../../src/lib/clock.ts';

const FORK = 'mallory/garden';

interface Listed {
  readonly number: number;
  readonly base: { readonly repo: { readonly id: number } };
}

const listed = (number: number, id = REPOSITORY_ID): Listed => ({ number, base: { repo: { id } } });

function workflowRun(
  event: string,
  repository: string,
  branch: string,
  sha: string,
  pulls: readonly Listed[] = [],
): object {
  const [login] = repository.split('/');
  return {
    repository: repositoryOfEvents('public'),
    workflow_run: {
      event,
      head_branch: branch,
      head_sha: sha,
      head_repository: { id: repository === REPOSITORY ? REPOSITORY_ID : REPOSITORY_ID + 1, owner: { login } },
      pull_requests: pulls,
    },
  };
}

const UPSTREAM = REPOSITORY_ID + 7;
const A = 'a'.repeat(40);
const B = 'b'.repeat(40);
const own = (branch: string, sha: string, ...pulls: readonly Listed[]): object =>
  workflowRun('pull_request', REPOSITORY, branch, sha, pulls);

test.each<[string, unknown, number | null]>([
  ['pull_request', pullRequestEvent(12).payload, 12],
  ['push', PUSH_EVENT.payload, null],
  ['schedule', { schedule: '0 3 * * *' }, null],
  ['issue_comment on a pull request', { issue: { number: 12, pull_request: { url: 'u' } }, comment: {} }, 12],
  ['issue_comment on an issue', { issue: { number: 12 }, comment: {} }, null],
  ['workflow_run of this repository', workflowRun('pull_request', REPOSITORY, 'feature', HEAD_SHA), 7],
  ['workflow_run of a fork', workflowRun('pull_request', FORK, 'feature', 'b'.repeat(40)), 9],
  ['workflow_run of a fork whose head has moved', workflowRun('pull_request', FORK, 'moved', 'c'.repeat(40)), 10],
  [
    'workflow_run of a head that no pull request is known to have',
    workflowRun('pull_request', FORK, 'feature', 'c'.repeat(40)),
    null,
  ],
  ['workflow_run that names it', own('feature', HEAD_SHA, listed(7)), 7],
  ['workflow_run that names also one of upstream', own('feature', HEAD_SHA, listed(3, UPSTREAM), listed(7)), 7],
  [
    'workflow_run that names one of upstream, of a number that we have too',
    own('feature', HEAD_SHA, listed(12, UPSTREAM)),
    7,
  ],
  ['workflow_run that names one of upstream alone', own('nowhere', 'e'.repeat(40), listed(12, UPSTREAM)), null],
  [
    'workflow_run that names one that does not say whose it is',
    { workflow_run: { event: 'pull_request', head_branch: 'nowhere', pull_requests: [{ number: 7 }] } },
    null,
  ],
  ['workflow_run that names ours with another head', own('feature', HEAD_SHA, listed(12)), null],
  ['workflow_run that names ours, closed by now', own('closed', A, listed(13)), null],
  ['workflow_run of one head in two pull requests', own('twice', B, listed(14), listed(15)), null],
  ['workflow_run of one head in an open and a closed one', own('closed', B, listed(13), listed(16)), 16],
  ['workflow_run of a branch without one', workflowRun('push', REPOSITORY, 'main', HEAD_SHA), null],
  ['workflow_run of a schedule', workflowRun('schedule', REPOSITORY, 'feature', HEAD_SHA), null],
  ['an unreadable event', undefined, null],
])('%s', async (_, payload, number) => {
  await using simulator = await startSimulator();
  for (const [pull, sha] of [
    [8, 'a'],
    [9, 'b'],
  ] as const) {
    simulator.github.pull({
      number: pull,
      state: 'open',
      head: { repository: FORK, ref: 'feature', sha: sha.repeat(40) },
    });
  }
  simulator.github.pull({ number: 10, state: 'open', head: { repository: FORK, ref: 'moved', sha: A } });
  for (const [pull, ref, state, sha] of [
    [12, 'other', 'open', A],
    [13, 'closed', 'closed', A],
    [14, 'twice', 'open', B],
    [15, 'twice', 'open', B],
    [16, 'closed', 'open', B],
  ] as const) {
    simulator.github.pull({ number: pull, state, head: { repository: REPOSITORY, ref, sha } });
  }
  const folder = await mkdtemp(join(tmpdir(), 'event-'));
  try {
    const file = join(folder, 'event.json');
    if (payload !== undefined) await writeFile(file, JSON.stringify(payload));
    const github = createGitHubApi({
      token: GITHUB_TOKEN,
      apiUrl: simulator.url,
      repository: REPOSITORY,
      clock: systemClock,
    });
    const env = { GITHUB_EVENT_PATH: file, GITHUB_REPOSITORY: REPOSITORY };
    expect(await findPullRequest(env, github, { info: () => {} })).toBe(number);
  } finally {
    await rm(folder, { recursive: true });
  }
});
