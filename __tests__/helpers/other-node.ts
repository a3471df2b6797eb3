// Runs programs on a pretended version of Node, so that any machine can test it. This does not test which syntax that version supports.
import { execFile } from 'node:child_process';
import { openFolder } from './folders.ts';

export interface Ended {
  readonly code: unknown;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program to its end, with `version` as the version of Node. */
export async function runOn(version: string, program: string, args: readonly string[] = []): Promise<Ended> {
  await using folder = await openFolder();
  const versions = { ...process.versions, node: version };
  const pretend = await folder.write(
    'pretend.cjs',
    `Object.defineProperty(process, 'versions', { value: ${JSON.stringify(versions)} });`,
  );
  return await new Promise((resolve) => {
    execFile(process.execPath, ['--require', pretend, program, ...args], (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : error.code, stdout, stderr }),
    );
  });
}
