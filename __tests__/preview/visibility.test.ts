// Whether a repository is known to be public: by the event, else by GitHub, else it is not.
import { expect, test } from '@jest/globals';
import { REPOSITORY, type Visibility } from '../../simulator/github/shapes.ts';
import { GITHUB_TOKEN } from '../../simulator/runner/action-file.ts';
import { repositoryOfEvents } from '../../simulator/runner/environment.ts';
import { startSimulator } from '../../simulator/server.ts';
import { createGitHubApi } from '../../src/github/octokit.ts';
import { isKnownPublic } from '../../src/github/visibility.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { openFolder } from '../helpers/folders.ts';

/** Name, event, attempt, what GitHub would say (null: the token does not see it), whether it is public, calls. */
test.each<[string, unknown, string, Visibility | null, boolean, number]>([
  ['the event says public', { repository: repositoryOfEvents('public') }, '1', 'private', true, 0],
  ['the event says private', { repository: repositoryOfEvents('private') }, '1', 'public', false, 0],
  ['the event says internal', { repository: repositoryOfEvents('internal') }, '1', 'public', false, 0],
  ['an older server says only that it is not private', { repository: { private: false } }, '1', 'private', true, 0],
  ['the event contradicts itself', { repository: { private: true, visibility: 'public' } }, '1', 'public', false, 0],
  ['a word that nobody knows', { repository: { visibility: 'limited' } }, '1', 'public', false, 0],
  ['a schedule, in a public repository', { schedule: '0 3 * * *' }, '1', 'public', true, 1],
  ['a schedule, in a private one', { schedule: '0 3 * * *' }, '1', 'private', false, 1],
  ['a schedule, in an internal one', { schedule: '0 3 * * *' }, '1', 'internal', false, 1],
  ['no event, and a token that sees nothing', undefined, '1', null, false, 1],
  ['a re-run, private since', { repository: repositoryOfEvents('public') }, '2', 'private', false, 1],
  ['a re-run, public as before', { repository: repositoryOfEvents('public') }, '2', 'public', true, 1],
  ['a re-run that GitHub does not answer', { repository: repositoryOfEvents('public') }, '2', null, false, 1],
])('%s', async (_, payload, attempt, visibility, isPublic, calls) => {
  await using simulator = await startSimulator();
  await using folder = await openFolder();
  if (visibility === null) simulator.github.hide();
  else simulator.github.visibility(visibility);
  const file = payload === undefined ? '' : await folder.write('event.json', JSON.stringify(payload));
  const options = { token: GITHUB_TOKEN, apiUrl: simulator.url, repository: REPOSITORY, clock: systemClock };
  const env = { GITHUB_EVENT_PATH: file, GITHUB_RUN_ATTEMPT: attempt };
  expect(await isKnownPublic(env, createGitHubApi(options))).toBe(isPublic);
  expect(simulator.calls).toHaveLength(calls);
});
