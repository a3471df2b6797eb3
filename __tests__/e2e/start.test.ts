// What the action loads before its first submit: everyone waits for it, each time.
import { cp, stat } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { play } from '../helpers/action.ts';
import { openFolder } from '../helpers/folders.ts';

const REPOSITORY = path.resolve(import.meta.dirname, '../..');
const MAX_BYTES = 600_000;

test.each([
  { name: 'a prompt', inputs: {} },
  { name: 'several requests at once', inputs: { count: '3', concurrency: '3' } },
  { name: 'a budget', inputs: { 'max-cost': '1' } },
  { name: 'a re-run, which looks for what is paid for', inputs: {}, env: { GITHUB_RUN_ATTEMPT: '2' } },
])('for $name, the first submit needs nothing but index.js', async ({ inputs, env = {} }) => {
  await using folder = await openFolder();
  const action = folder.path;
  for (const file of ['action.yml', 'dist/index.js', 'dist/post.js', 'dist/package.json'])
    await cp(path.join(REPOSITORY, file), path.join(action, file));

  const run = await play({ action, inputs, env });

  // Everything after that is in files that are missing here.
  expect(run.submits).toBeGreaterThan(0);
  expect(run.exitCode).not.toBe(0);
});

test('index.js is at most 600 KB', async () => {
  const { size } = await stat(path.join(REPOSITORY, 'dist/index.js'));
  expect(size).toBeLessThanOrEqual(MAX_BYTES);
});
