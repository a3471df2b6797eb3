// Accepts retouched files: which ones can be accepted, and what the lock then says.
import { quoted } from '../lib/errors.ts';
import type { Look } from './disk.ts';
import type { LockEntry, LockedOutput } from './lock.ts';
import type { PlannedImage } from './plan.ts';

/** A file before and after. */
export interface AcceptedFile {
  readonly before: LockedOutput;
  readonly after: LockedOutput;
}

export interface Acceptance {
  readonly id: string;
  readonly entry: LockEntry;
  readonly files: readonly AcceptedFile[];
}

/** Size and hash of a file, or of the file of a Git LFS pointer; null if it cannot be read. */
export type Measure = (path: string) => Promise<{ readonly bytes: number; readonly sha256: string } | null>;

/** Why the modified files of an image are not accepted, as a clause. */
export interface NotAccepted {
  readonly id: string;
  readonly why: string;
}

/**
 * The entry whose files can be accepted as they are: all of them are at the paths in the manifest, even if they were moved or the id was renamed, and no
 * file that existed is missing. null if there is none.
 */
export function acceptableEntry({ action, todo, entry, copied, copies, lost }: PlannedImage): LockEntry | null {
  if (action !== 'modified') return null;
  if (todo === 'nothing') return entry;
  // Files that could not be downloaded may never become available, so they do not prevent acceptance. Lost files do.
  if (todo === 'collect') return lost.length === 0 ? entry : null;
  const areThere = copies.every(({ from, to }) => from.path === to);
  return copied !== null && areThere ? { ...copied, outputs: copies.map(({ from }) => from) } : null;
}

/** null: no file of the image is modified. */
export async function acceptanceOf(
  planned: PlannedImage,
  look: Look,
  measure: Measure,
): Promise<Acceptance | NotAccepted | null> {
  const { id, action, reasons } = planned;
  if (action === 'orphaned') return null;
  const entry = acceptableEntry(planned);
  const states = await Promise.all((entry ?? planned.entry)?.outputs.map(look) ?? []);
  if (entry === null) {
    if (action === 'modified')
      return { id, why: `run \`mode: generate\` first, which is free here (${reasons.join('; ')})` };
    return states.includes('modified') ? { id, why: `its recipe has changed too (${reasons.join('; ')})` } : null;
  }
  const files: AcceptedFile[] = [];
  const outputs: LockedOutput[] = [];
  for (const [n, before] of entry.outputs.entries()) {
    if (states[n] !== 'modified') {
      outputs.push(before);
      continue;
    }
    const measured = await measure(before.path);
    if (measured === null) return { id, why: `${quoted(before.path)} cannot be read` };
    const after = { path: before.path, ...measured };
    files.push({ before, after });
    outputs.push(after);
  }
  return { id, entry: { ...entry, outputs, accepted: true }, files };
}
