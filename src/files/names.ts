// File names of images: the template, its placeholders, and a claim on each name so that no two files of a run collide.
import { createHash } from 'node:crypto';
import { diskKey } from '../lib/disk-key.ts';
import { isGitFolder } from './workspace.ts';

export interface NameParts {
  readonly id: string;
  /** Counts from 1 within an id. */
  readonly index: number;
  readonly seed: number | null;
  readonly requestId: string;
}

const PLACEHOLDER = /\{(id|index|seed|request_id)\}/g;

/** Used to check a template before the values are known: `com{index}` becomes a name that Windows reserves. */
const SAMPLE: NameParts = { id: 'image', index: 1, seed: 1, requestId: 'request' };

/** Bytes of one part. File systems allow 255, and the suffix and the number of a second file must fit too. */
const LONGEST = 180;

/** Why a `filename` template cannot be used, as a clause; null if it can. */
export function templateFault(template: string): string | null {
  if (/[{}]/.test(template.replace(PLACEHOLDER, '')))
    return 'may use only the placeholders {id} {index} {seed} {request_id}';
  return fileNameFault(fileName(template, SAMPLE), '`output-dir`');
}

/** Why a path below `folder` cannot name a file on every system, as a clause; null if it can. Without suffix. */
export function fileNameFault(name: string, folder: string): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are among what file names must not hold
  if (/[":<>|*?\\\u0000-\u001f\u007f]|##\[/.test(name))
    return 'must not contain control characters or any of " : < > | * ? \\';
  const segments = name.split('/');
  if (segments.some((segment) => segment === '' || segment === '..' || segment === '.'))
    return `must name a file below ${folder}`;
  if (segments.some((segment) => isGitFolder(segment))) return 'must not lead into .git';
  if (segments.some((segment) => /[. ]$|^ /.test(segment)))
    return 'must not have parts that end in a dot or begin or end in a space';
  if (segments.some((segment) => /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(segment)))
    return 'must not be a name that Windows reserves';
  if (segments.some((segment) => Buffer.byteLength(segment) > 120)) return 'must not have parts of more than 120 bytes';
  return null;
}

/** The template with its placeholders filled, without a suffix. Each part fits into a file name, however long the values are. */
export function fileName(template: string, { id, index, seed, requestId }: NameParts): string {
  const values: Readonly<Record<string, string>> = {
    '{id}': id,
    '{index}': String(index),
    '{seed}': seed === null ? 'noseed' : String(seed),
    '{request_id}': requestId,
  };
  const filled = template.replace(PLACEHOLDER, (placeholder) => values[placeholder] ?? placeholder);
  return filled.split('/').map(fitting).join('/');
}

/** A part that is too long ends with a digest of the whole part, so different names stay different, and equal names stay equal. */
function fitting(part: string): string {
  const bytes = Buffer.from(part);
  if (bytes.length <= LONGEST) return part;
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  // The cut can be inside a character. The decoder then leaves U+FFFD.
  const begin = bytes
    .subarray(0, LONGEST - digest.length - 1)
    .toString()
    .replace(/\ufffd+$/, '');
  return `${begin}-${digest}`;
}

/** `isTaken`: whether another file is already there. */
export type NameClaim = (name: string, suffix: string, isTaken?: (file: string) => boolean) => string;

/** Returns each name once. A second claim gets `-2` before the suffix. Names that only differ in case or Unicode form are the same on many disks. */
export function nameClaims(): NameClaim {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return (name, suffix, isTaken = () => false) => {
    const same = diskKey(name + suffix);
    for (let n = next.get(same) ?? 1; ; n++) {
      const candidate = `${name}${n === 1 ? '' : `-${n}`}${suffix}`;
      const key = diskKey(candidate);
      if (taken.has(key) || isTaken(candidate)) continue;
      taken.add(key);
      next.set(same, n + 1);
      return candidate;
    }
  };
}
