// The form of request ids and deployment ids at RunComfy.

/** Ids are used in URLs and file names, so no other characters are allowed. RunComfy's own clients have the same rule. */
export function isRequestId(text: string): boolean {
  return /^[A-Za-z0-9_-]{1,128}$/.test(text);
}

export function isDeploymentId(text: string): boolean {
  return isRequestId(text);
}
