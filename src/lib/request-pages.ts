// How to find requests by hand: the pages of runcomfy.com that list them, and what input `collect` needs besides their ids.

/** `deployments`: the deployment of each request, null for a model. Empty if not known, which gives both pages. */
export function pagesOf(deployments: readonly (string | null)[]): string {
  const isUnknown = deployments.length === 0;
  const pages = [
    ...(isUnknown || deployments.includes(null) ? ['Generations'] : []),
    ...(isUnknown || deployments.some((id) => id !== null) ? ['Deployments'] : []),
  ];
  return `${pages.join(' and ')} on runcomfy.com`;
}

/** RunComfy finds requests of a deployment only by deployment and id. Returns a suffix for a sentence; empty for requests of models. */
export function besidesIds(deployments: readonly (string | null)[]): string {
  const ids = new Set(deployments.filter((id) => id !== null));
  return ids.size === 0 ? '' : ` (with \`deployment: ${[...ids].join('` or `')}\`)`;
}
