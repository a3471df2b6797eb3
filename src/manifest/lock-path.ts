// Where the lock of a manifest is.

/** The lock of `images.yml` is `images.lock.json`, next to it. */
export function lockPathOf(manifest: string): string {
  return `${manifest.replace(/\.[^./\\]+$/, '')}.lock.json`;
}
