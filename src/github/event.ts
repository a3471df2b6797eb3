// What started this run, through @actions/github: whether it is one that GitHub gives no secrets.

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
