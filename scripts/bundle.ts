// Bundles lib/ (tsc's output) into dist/, which is committed: runners start dist/ without installing anything.

import { spawnSync } from 'node:child_process';
import { rm } from 'node:fs/promises';

await rm('dist', { recursive: true, force: true });
// No source maps: they are larger than the bundle and slow every start; the bundle is not minified, so its stack traces can be read as they are.
const ncc = spawnSync(
  process.execPath,
  [
    'node_modules/@vercel/ncc/dist/ncc/cli.js',
    'build',
    'lib/main.js',
    '--out',
    'dist',
    '--license',
    'licenses.txt',
    '--quiet',
  ],
  {
    stdio: 'inherit',
  },
);
process.exitCode = ncc.status ?? 1;
