// Names that are one file on some disks: those of macOS and Windows ignore case, and some the Unicode form.

/** What names have in common that are one file on some disks. */
export function diskKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
