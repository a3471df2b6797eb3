// What an id of a request at RunComfy may be.

/** Request ids go into URLs and file names, so nothing else may be in them (RunComfy's own clients hold the same rule). */
export function isRequestId(text: string): boolean {
  return /^[A-Za-z0-9_-]{1,128}$/.test(text);
}
