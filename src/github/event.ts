// What started this run: whether it is one that GitHub gives no secrets, and which pull request it is for.
import { readFileSync } from 'node:fs';
import { jsonObject, parseJsonObject } from '../json.ts';

/** Why this run has no secrets, as a clause; null where it has. Rule: GitHub docs, "Securely using pull_request_target" and "Dependabot on GitHub Actions". */
export async function whyNoSecrets(): Promise<string | null> {
  const { context } = await import('@actions/github');
  if (!context.eventName.startsWith('pull_request')) return null;
  const pull: unknown = context.payload.pull_request;
  if (context.actor === 'dependabot[bot]' || textAt(pull, 'user', 'login') === 'dependabot[bot]')
    return 'this pull request is from Dependabot';
  const base = textAt(pull, 'base', 'repo', 'full_name');
  // A deleted fork has no repository any more.
  return base !== null && textAt(pull, 'head', 'repo', 'full_name') !== base
    ? 'this pull request is from a fork'
    : null;
}

function textAt(value: unknown, ...path: readonly string[]): string | null {
  const [key, ...rest] = path;
  if (key === undefined) return typeof value === 'string' ? value : null;
  return typeof value === 'object' && value !== null
    ? textAt(Object.getOwnPropertyDescriptor(value, key)?.value, ...rest)
    : null;
}

/** Number of the pull request that this run is for; null for other events. Read without @actions/github, which would hold up the first submit. */
export function pullRequestOf(env: Readonly<Record<string, string | undefined>>): number | null {
  if (!env.GITHUB_EVENT_NAME?.startsWith('pull_request')) return null;
  const [, number] = /^refs\/pull\/(\d+)\//.exec(env.GITHUB_REF ?? '') ?? [];
  if (number !== undefined) return Number(number);
  try {
    const pull = jsonObject(parseJsonObject(readFileSync(env.GITHUB_EVENT_PATH ?? '', 'utf8'))?.pull_request);
    return typeof pull?.number === 'number' ? pull.number : null;
  } catch {
    return null;
  }
}

/** Events whose token GitHub makes read-only for the cache, unless the workflow says `cache-mode: write`. What really holds, the service alone can tell. */
export function mayNotWriteCache(env: Readonly<Record<string, string | undefined>>): boolean {
  return ['pull_request_target', 'issue_comment', 'workflow_run'].includes(env.GITHUB_EVENT_NAME ?? '');
}
