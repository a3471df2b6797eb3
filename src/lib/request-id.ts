// What an id of a request or of a deployment at RunComfy may be.

/** Ids go into URLs and file names, so nothing else may be in them (RunComfy's own clients hold the same rule). */
export function isRequestId(text: string): boolean {
  return /^[A-Za-z0-9_-]{1,128}$/.test(text);
}

export function isDeploymentId(text: string): boolean {
  return isRequestId(text);
}
