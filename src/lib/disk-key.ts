// File names that mean the same file on some disks. On macOS and Windows, disks ignore case, and some ignore the Unicode form.

/** The same for all names that mean the same file on some disks. */
export function diskKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
