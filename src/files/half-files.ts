// Removes files that a kill has left partly copied in the workspace (save.ts), before they are committed.
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';

/** `folders`: absolute. Never throws. */
export async function removeHalfFiles(folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    const names = await readdir(folder).catch(() => []);
    const halves = names.filter((name) => /^\.[0-9a-f-]{36}\.part$/.test(name));
    await Promise.allSettled(halves.map((name) => rm(path.join(folder, name), { force: true })));
  }
}
