// How people find a request by hand: the pages of runcomfy.com that list requests, and what input `collect` needs besides an id.

/** `deployments`: the one that has each request, null for a model's; none where nobody knows. */
export function pagesOf(deployments: readonly (string | null)[]): string {
  const isUnknown = deployments.length === 0;
  const pages = [
    ...(isUnknown || deployments.includes(null) ? ['Generations'] : []),
    ...(isUnknown || deployments.some((id) => id !== null) ? ['Deployments'] : []),
  ];
  return `${pages.join(' and ')} on runcomfy.com`;
}

/** Requests of a deployment are known only together with it. To be appended; empty where it needs nothing. */
export function besidesIds(deployments: readonly (string | null)[]): string {
  const ids = new Set(deployments.filter((id) => id !== null));
  return ids.size === 0 ? '' : ` (with \`deployment: ${[...ids].join('` or `')}\`)`;
}
