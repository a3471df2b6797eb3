// Temporary folders of a test.
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Folder extends AsyncDisposable {
  /** Absolute, without symbolic links. */
  readonly path: string;
  /** Writes a file below it; answers its absolute path. */
  write(relative: string, content: string | Buffer): Promise<string>;
}

export async function openFolder(parent = tmpdir()): Promise<Folder> {
  const folder = await realpath(await mkdtemp(path.join(parent, 'runcomfy-test-')));
  return {
    path: folder,
    async write(relative, content) {
      const file = path.join(folder, relative);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, content);
      return file;
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}
