// Small and read-only disks, for tests of machines that are full or locked. Linux alone can make them, and only as root.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Mounts a memory disk of 64 KB on `folder`, which is created if it is missing. `ro`: read-only. */
export function mountDisk(cleanUp: DisposableStack | AsyncDisposableStack, folder: string, mode: 'rw' | 'ro'): void {
  mkdirSync(folder, { recursive: true });
  asRoot('mount', '-t', 'tmpfs', '-o', `size=64k,mode=777,${mode}`, 'tmpfs', folder);
  cleanUp.defer(() => asRoot('umount', '--lazy', folder));
}

/** Why this machine has no such disks; null if it has. */
export function whyNoDisks(): string | null {
  if (process.platform !== 'linux') return 'only Linux mounts memory disks';
  const folder = mkdtempSync(path.join(tmpdir(), 'disk-'));
  try {
    using cleanUp = new DisposableStack();
    mountDisk(cleanUp, folder, 'rw');
    return null;
  } catch {
    return 'needs the right to mount disks';
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function asRoot(command: string, ...given: readonly string[]): void {
  const root = process.getuid?.() === 0;
  execFileSync(root ? command : 'sudo', root ? given : ['-n', command, ...given], { stdio: 'pipe' });
}
