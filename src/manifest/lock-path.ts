// Where the lock of a manifest is.

/** `images.yml` has its lock in `images.lock.json`, beside it. */
export function lockPathOf(manifest: string): string {
  return `${manifest.replace(/\.[^./\\]+$/, '')}.lock.json`;
}
