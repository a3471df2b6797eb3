// Claims within a job: one owner each, even if many processes ask at once.
import { execFile } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { openClaims } from '../../src/ledger/claims.ts';
import { openFolder } from '../helpers/folders.ts';

test('a claim belongs to the first owner that makes it', async () => {
  await using temp = await openFolder();
  const [a, b] = ['a', 'b'].map((owner) => openClaims(temp.path, 'job', owner));
  expect([a?.takeFile('x'), b?.takeFile('X'), a?.takeFile('x'), b?.takeFile('y')]).toEqual([true, false, true, true]);
  expect(openClaims(temp.path, 'another job', 'b').takeFile('x')).toBe(true);
});

test('uses of one step are numbered', async () => {
  await using temp = await openFolder();
  const uses = ['a', 'b', 'c'].map((owner) => openClaims(temp.path, 'job', owner).countUse('__self'));
  expect(uses).toEqual([1, 2, 3]);
  expect(openClaims(temp.path, 'job', 'd').countUse('__other')).toBe(1);
});

test('if many processes claim the same hundred names at once, each name has one owner', async () => {
  await using temp = await openFolder();
  const module = path.resolve(import.meta.dirname, '../../src/ledger/claims.ts');
  const script = `
    import { openClaims } from ${JSON.stringify(module)};
    const claims = openClaims(process.argv[1], 'job', process.argv[2]);
    const taken = Array.from({ length: 100 }, (_, n) => n).filter((n) => claims.takeFile('name ' + n));
    console.log(JSON.stringify(taken));
  `;
  const run = promisify(execFile);
  const owners = ['a', 'b', 'c', 'd'];
  const outputs = await Promise.all(
    owners.map((owner) => run(process.execPath, ['--input-type=module', '-e', script, temp.path, owner])),
  );
  const taken = outputs.flatMap(({ stdout }): number[] => JSON.parse(stdout));
  expect(taken.sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, n) => n));
});

test('a folder that cannot be created is an error before anything is spent', async () => {
  await using temp = await openFolder();
  const file = path.join(temp.path, 'file');
  writeFileSync(file, '');
  chmodSync(file, 0o400);
  expect(() => openClaims(file, 'job', 'a')).toThrow(expect.objectContaining({ kind: 'save-failed' }));
});
