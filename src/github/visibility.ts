// Whether everyone can see this repository, so that public URLs may be shown in it. If it is not known, the answer is no.
import { readFile } from 'node:fs/promises';
import { type Json, jsonObject, parseJsonObject } from '../lib/json.ts';
import type { GitHubApi } from './octokit.ts';

/** From the event, or from the API if the event does not say. A re-run has the event of the first attempt, and the repository may have become private since. */
export async function isKnownPublic(
  env: Readonly<Record<string, string | undefined>>,
  github: GitHubApi,
): Promise<boolean> {
  const event = parseJsonObject(await readFile(env.GITHUB_EVENT_PATH ?? '', 'utf8').catch(() => ''));
  const told = isPublic(jsonObject(event?.repository));
  if (told === false || (told === true && (env.GITHUB_RUN_ATTEMPT || '1') === '1')) return told;
  return github
    .call('metadata: read', async (octokit, repo) => (await octokit.rest.repos.get(repo)).data)
    .then(
      (repository) => isPublic(jsonObject(repository)) === true,
      () => false,
    );
}

/** null if it is not known. An internal repository is not public. */
function isPublic(repository: Json | null): boolean | null {
  const { visibility, private: hidden } = repository ?? {};
  if (hidden === true) return false;
  if (typeof visibility === 'string') return visibility === 'public';
  return hidden === false ? true : null;
}
