// Git LFS pointers: the few lines that a checkout without `lfs: true` has instead of a file.
import { readFile } from 'node:fs/promises';

/** What a pointer says about its file. */
export interface LfsPointer {
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/** Git LFS specification: a pointer has less than 1,024 bytes. */
export const MAX_POINTER_BYTES = 1023;

/** null if the file is none. */
export async function lfsPointerAt(file: string): Promise<LfsPointer | null> {
  return parseLfsPointer(await readFile(file, 'utf8'));
}

/** Git LFS specification, "The pointer": a version line first, then keys with values. */
function parseLfsPointer(text: string): LfsPointer | null {
  const [version = '', ...lines] = text.split(/\r?\n/);
  if (!/^version https:\/\/(git-lfs\.github\.com|hawser\.github\.com)\/spec\//.test(version)) return null;
  const [, sha256] = lines.map((line) => /^oid sha256:([0-9a-f]{64})$/.exec(line)).find((oid) => oid !== null) ?? [];
  const [, bytes] = lines.map((line) => /^size (\d{1,15})$/.exec(line)).find((size) => size !== null) ?? [];
  return sha256 === undefined || bytes === undefined ? null : { bytes: Number(bytes), sha256 };
}
