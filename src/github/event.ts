// What started this run: whether GitHub gives it secrets, and which pull request it is for. Works without @actions/github, which would delay the first
// submit.
import { readFileSync } from 'node:fs';
import { jsonObject, parseJsonObject } from '../lib/json.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const DEPENDABOT = 'dependabot[bot]';

/**
 * Why GitHub gives this run no secrets, and what helps, as sentences; null if it does. Rules: GitHub docs, "Dependabot on GitHub Actions", "Using
 * secrets" (forks get none), "Events that trigger workflows" (schedule).
 */
export function whyNoSecrets(env: Environment): string | null {
  const payload = payloadOf(env);
  const event = env.GITHUB_EVENT_NAME ?? '';
  const pull = jsonObject(payload?.pull_request);
  // A person who re-runs a run by Dependabot becomes its triggering actor, but it still gets no secrets.
  const people = [env.GITHUB_ACTOR, textAt(payload, 'sender', 'login'), textAt(pull, 'user', 'login')];
  if (people.includes(DEPENDABOT)) {
    const what = pull === null ? 'this run' : 'this pull request';
    return `${what} is from Dependabot, and GitHub gives these runs no secrets but Dependabot secrets.`;
  }
  // The owner of a fork can add secrets, and may have forgotten one. Only scheduled runs come with the fork itself.
  if (event === 'schedule' && jsonObject(payload?.repository)?.fork === true)
    return 'this is a scheduled run in a fork, and forks get no secrets from the upstream repository. Disable the workflow in the fork, or add a token of your own.';
  // pull_request_target runs with the secrets of the repository itself.
  if (pull === null || !event.startsWith('pull_request') || event === 'pull_request_target') return null;
  const base = textAt(pull, 'base', 'repo', 'full_name');
  // A deleted fork no longer has a repository.
  return base !== null && textAt(pull, 'head', 'repo', 'full_name') !== base
    ? 'this pull request is from a fork, and GitHub gives these runs no secrets.'
    : null;
}

/** The event's payload; null if it cannot be read. */
function payloadOf(env: Environment): ReturnType<typeof parseJsonObject> {
  try {
    return parseJsonObject(readFileSync(env.GITHUB_EVENT_PATH ?? '', 'utf8'));
  } catch {
    return null;
  }
}

function textAt(value: unknown, ...path: readonly string[]): string | null {
  const [key, ...rest] = path;
  if (key === undefined) return typeof value === 'string' ? value : null;
  return typeof value === 'object' && value !== null
    ? textAt(Object.getOwnPropertyDescriptor(value, key)?.value, ...rest)
    : null;
}

/** Number of the pull request that this run is for; null for other events. */
export function pullRequestOf(env: Environment): number | null {
  if (!env.GITHUB_EVENT_NAME?.startsWith('pull_request')) return null;
  const [, number] = /^refs\/pull\/(\d+)\//.exec(env.GITHUB_REF ?? '') ?? [];
  if (number !== undefined) return Number(number);
  const pull = jsonObject(payloadOf(env)?.pull_request);
  return typeof pull?.number === 'number' ? pull.number : null;
}

/** Events whose token is read-only for the cache, unless the workflow sets `cache-mode: write`. Only the service knows for certain. */
export function mayNotWriteCache(env: Readonly<Record<string, string | undefined>>): boolean {
  return ['pull_request_target', 'issue_comment', 'workflow_run'].includes(env.GITHUB_EVENT_NAME ?? '');
}
