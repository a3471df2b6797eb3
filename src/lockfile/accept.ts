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

/** null: no file of the image is modified. */
export async function acceptanceOf(
  { id, action, todo, reasons, entry }: PlannedImage,
  look: Look,
  measure: Measure,
): Promise<Acceptance | NotAccepted | null> {
  if (entry === null || action === 'orphaned') return null;
  const states = await Promise.all(entry.outputs.map(look));
  if (!states.includes('modified')) return null;
  if (action !== 'modified') return { id, why: `its recipe has changed too (${reasons.join('; ')})` };
  if (todo !== 'nothing') return { id, why: `its files are not all in place (${reasons.join('; ')})` };
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
