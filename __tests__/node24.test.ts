// `node24`, which starts the scripts in package.json on the current Node, or on the one that npm has installed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { openFolder } from './helpers/folders.ts';
import { runOn } from './helpers/other-node.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const LAUNCHER = path.join(ROOT, 'scripts/node24/node24.cjs');
const isWindows = process.platform === 'win32';
const PACKAGE = `node-${isWindows ? 'win' : process.platform}-${process.arch}`;
const EXECUTABLE = isWindows ? 'node.exe' : 'node';
const isInstalled = existsSync(path.join(ROOT, 'node_modules', PACKAGE, 'bin', EXECUTABLE));

test.each(['24.0.0', '26.1.0'])('Node %s runs the script itself, with its arguments and exit code', async (version) => {
  const script = 'console.log(process.execPath, process.argv.slice(1).join()); process.exitCode = 3';
  expect(await runOn(version, LAUNCHER, ['-e', script, 'a', 'b c'])).toEqual({
    code: 3,
    stdout: `${process.execPath} a,b c\n`,
    stderr: '',
  });
});

(isInstalled ? test : test.skip)('on Node 20, the script runs on the Node that npm has installed', async () => {
  const { code, stdout, stderr } = await runOn('20.20.2', LAUNCHER, ['-p', 'process.execPath']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain(path.join('node_modules', PACKAGE, 'bin', EXECUTABLE));
});

test('on Node 20, where npm has installed none, one line says what to do', async () => {
  await using folder = await openFolder();
  const launcher = path.join(folder.path, 'node24.cjs');
  cpSync(LAUNCHER, launcher);
  expect(await runOn('20.20.2', launcher)).toEqual({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(
      /^[^\n]*need Node 24 or later, but this is Node 20\.20\.2, [^\n]*Install Node 24 [^\n]*\n$/,
    ),
  });
});

// As on a system with another C library.
(isWindows ? test.skip : test)('on Node 20, where the installed one does not start, one line says so', async () => {
  await using folder = await openFolder();
  const launcher = path.join(folder.path, 'node24.cjs');
  cpSync(LAUNCHER, launcher);
  await folder.write(`node_modules/${PACKAGE}/bin/${EXECUTABLE}`, 'not a program');
  expect(await runOn('20.20.2', launcher)).toEqual({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/^[^\n]*does not start \(spawn [^\n]*\)\. Install Node 24 [^\n]*\n$/),
  });
});

(isWindows ? test.skip : test)('a signal reaches the script, which ends as it wants', async () => {
  const script = `setInterval(() => {}, 1e6); process.on('SIGTERM', () => process.exit(7)); console.log('ready');`;
  const launcher = spawn(process.execPath, [LAUNCHER, '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(launcher.stdout, 'data');
  launcher.kill('SIGTERM');
  expect(await once(launcher, 'exit')).toEqual([7, null]);
});
