// Copies files that are already paid for: the same recipe under another id or path.
import { randomUUID } from 'node:crypto';
import { copyFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { sha256Of } from '../files/digest.ts';
import { saveFile } from '../files/save.ts';
import type { Workspace } from '../files/workspace.ts';
import type { LockEntry } from './lock.ts';
import type { PlannedImage } from './plan.ts';

export interface Copied {
  readonly id: string;
  /** For the lock. */
  readonly entry: LockEntry;
  /** Absolute paths of the files, in order. */
  readonly files: readonly string[];
  /** A file was added, or has different bytes than before. */
  readonly changed: boolean;
}

/**
 * Makes all copies of a plan before anything is generated, because generated files can replace a source. `temp`: the absolute path of
 * an empty folder. Every source is copied there first, so that images can exchange their files. Throws ActionError `save-failed`, PathError.
 */
export async function copyAll(
  plan: readonly PlannedImage[],
  { workspace, temp }: { readonly workspace: Workspace; readonly temp: string },
): Promise<readonly Copied[]> {
  const asides: string[] = [];
  try {
    const staged = [];
    for (const { id, copied, copies } of plan) {
      if (copied === null) continue;
      const files = [];
      for (const { from, to } of copies) {
        const stagedPath = path.join(temp, randomUUID());
        asides.push(stagedPath);
        await copyFile(await workspace.inside(from.path), stagedPath);
        files.push({ from, stagedPath, to: await workspace.inside(to) });
      }
      staged.push({ id, copied, files });
    }
    const done: Copied[] = [];
    for (const { id, copied, files } of staged) {
      let changed = false;
      // With the actual hash: the file can be a Git LFS pointer, which has a different hash than the file itself.
      for (const { stagedPath, to } of files)
        changed = (await saveFile(stagedPath, to, await sha256Of(stagedPath))) || changed;
      const outputs = files.map(({ from, to }) => ({ ...from, path: workspace.shown(to) }));
      done.push({ id, entry: { ...copied, outputs }, files: files.map(({ to }) => to), changed });
    }
    return done;
  } finally {
    for (const stagedPath of asides) await rm(stagedPath, { force: true });
  }
}
