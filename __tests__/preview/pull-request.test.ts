// Which pull request a run is for, by what GitHub tells in the event.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { GITHUB_TOKEN } from '../../simulator/action-file.ts';
import { PUSH_EVENT, pullRequestEvent } from '../../simulator/environment.ts';
import { HEAD_SHA, REPOSITORY } from '../../simulator/github-shapes.ts';
import { startSimulator } from '../../simulator/server.ts';
import { systemClock } from '../../src/clock.ts';
import { createGitHubApi } from '../../src/github/octokit.ts';
import { findPullRequest } from '../../src/github/pull-request.ts';

const FORK = 'mallory/garden';

function workflowRun(event: string, repository: string, branch: string, sha: string): object {
  const [login] = repository.split('/');
  return {
    workflow_run: {
      event,
      head_branch: branch,
      head_sha: sha,
      head_repository: { owner: { login } },
      pull_requests: [],
    },
  };
}

test.each<[string, unknown, number | null]>([
  ['pull_request', pullRequestEvent(12).payload, 12],
  ['push', PUSH_EVENT.payload, null],
  ['schedule', { schedule: '0 3 * * *' }, null],
  ['issue_comment on a pull request', { issue: { number: 12, pull_request: { url: 'u' } }, comment: {} }, 12],
  ['issue_comment on an issue', { issue: { number: 12 }, comment: {} }, null],
  ['workflow_run of this repository', workflowRun('pull_request', REPOSITORY, 'feature', HEAD_SHA), 7],
  ['workflow_run of a fork', workflowRun('pull_request', FORK, 'feature', 'b'.repeat(40)), 9],
  ['workflow_run of a fork whose head has moved', workflowRun('pull_request', FORK, 'feature', 'c'.repeat(40)), 8],
  ['workflow_run that names it', { workflow_run: { event: 'pull_request', pull_requests: [{ number: 33 }] } }, 33],
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
    expect(await findPullRequest(env, github)).toBe(number);
  } finally {
    await rm(folder, { recursive: true });
  }
});
