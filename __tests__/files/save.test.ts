// A file is saved completely or not at all, and an unchanged one is not touched.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, stat, symlink, utimes } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { sha256Of } from '../../src/files/digest.ts';
import { saveFile, saveNewFile } from '../../src/files/save.ts';
import { openFolder } from '../helpers/folders.ts';

const sha256 = (content: string): string => createHash('sha256').update(content).digest('hex');

test('the SHA-256 of a file', async () => {
  await using folder = await openFolder();
  expect(await sha256Of(await folder.write('a', 'abc'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

test('a new file is moved to its place, and folders are made for it', async () => {
  await using folder = await openFolder();
  const from = await folder.write('temp/x', 'new');
  const to = path.join(folder.path, 'a/b/c.png');
  expect(await saveFile(from, to, sha256('new'))).toBe(true);
  expect(await readFile(to, 'utf8')).toBe('new');
  expect(existsSync(from)).toBe(false);
  expect(await readdir(path.dirname(to))).toEqual(['c.png']);
});

test('different bytes are replaced, even with the same size', async () => {
  await using folder = await openFolder();
  const to = await folder.write('a.png', 'old');
  expect(await saveFile(await folder.write('temp', 'new'), to, sha256('new'))).toBe(true);
  expect(await readFile(to, 'utf8')).toBe('new');
});

test('the same bytes are not a change: the file is not touched', async () => {
  await using folder = await openFolder();
  const to = await folder.write('a.png', 'same');
  await utimes(to, 1_000, 1_000);
  const from = await folder.write('temp', 'same');
  expect(await saveFile(from, to, sha256('same'))).toBe(false);
  expect((await stat(to)).mtimeMs).toBe(1_000_000);
  expect(existsSync(from)).toBe(false);
});

test('a link at the path is replaced; its target is not changed', async () => {
  await using outside = await openFolder();
  await using folder = await openFolder();
  const far = await outside.write('precious', 'old');
  const to = path.join(folder.path, 'a.png');
  await symlink(far, to);
  expect(await saveFile(await folder.write('temp', 'new'), to, sha256('new'))).toBe(true);
  expect([await readFile(far, 'utf8'), await readFile(to, 'utf8')]).toEqual(['old', 'new']);
});

test.each([
  { name: 'a folder is in the place', there: 'a.png/inside' },
  { name: 'a file is where a folder is needed', there: 'a.png', to: 'a.png/b.png' },
])('when $name, the error says so, and the file stays where it was', async ({ there, to = 'a.png' }) => {
  await using folder = await openFolder();
  await folder.write(there, 'x');
  const from = await folder.write('temp', 'new');
  await expect(saveFile(from, path.join(folder.path, to), sha256('new'))).rejects.toMatchObject({
    kind: 'save-failed',
  });
  expect(await readFile(from, 'utf8')).toBe('new');
});

// Linux keeps /dev/shm in memory: another file system than the folder for temporary files, as RUNNER_TEMP may be.
const otherDisk = existsSync('/dev/shm') ? test : test.skip;

otherDisk('a file on another file system is copied aside first, and nothing is left there', async () => {
  await using folder = await openFolder();
  await using memory = await openFolder('/dev/shm');
  const from = await memory.write('x', 'new');
  expect(await saveFile(from, path.join(folder.path, 'a.png'), sha256('new'))).toBe(true);
  expect(await readdir(folder.path)).toEqual(['a.png']);
  expect(await readdir(memory.path)).toEqual([]);
});

otherDisk('and where that fails, no half file is left', async () => {
  await using folder = await openFolder();
  await using memory = await openFolder('/dev/shm');
  await folder.write('a.png/inside', 'x');
  const refusal = saveFile(await memory.write('x', 'new'), path.join(folder.path, 'a.png'), sha256('new'));
  await expect(refusal).rejects.toMatchObject({ kind: 'save-failed' });
  expect(await readdir(folder.path)).toEqual(['a.png']);
});

test.each([
  ['the same file system', ''],
  ['another one', '/dev/shm'],
])('from %s, a new file replaces no other one, however many come at once', async (_, disk) => {
  if (disk !== '' && !existsSync(disk)) return;
  await using folder = await openFolder();
  await using temp = disk === '' ? await openFolder() : await openFolder(disk);
  const to = path.join(folder.path, 'a.png');
  const contents = ['one', 'two', 'six'];
  const from = await Promise.all(contents.map((content) => temp.write(content, content)));
  const saved = await Promise.all(contents.map((content, n) => saveNewFile(from[n] ?? '', to, sha256(content))));
  expect(saved.toSorted()).toEqual([null, null, true]);
  expect(await readFile(to, 'utf8')).toBe(contents[saved.indexOf(true)]);
  expect(await readdir(folder.path)).toEqual(['a.png']);
  // What was not saved is still there.
  expect((await readdir(temp.path)).toSorted()).toEqual(contents.filter((__, n) => saved[n] === null).toSorted());
});

test('a folder that cannot be made is no name that is taken', async () => {
  await using folder = await openFolder();
  await folder.write('a', 'in the way');
  const saving = saveNewFile(await folder.write('temp', 'new'), path.join(folder.path, 'a/b.png'), sha256('new'));
  await expect(saving).rejects.toMatchObject({ kind: 'save-failed' });
});
