// Paths that users write stay below the checkout, and out of .git.
import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openWorkspace, PathError } from '../../src/files/workspace.ts';
import { openFolder } from '../helpers/folders.ts';

test.each([
  'a.png',
  'a/b/c.png',
  '.',
  './a',
  'a//b',
  '.github/a.png',
  '.gitignore',
  'x.git/a',
  'a..b/c',
  '..a/b',
  ' a',
])('%j is inside, whether it exists or not', async (relative) => {
  await using folder = await openFolder();
  const workspace = await openWorkspace(folder.path);
  expect(await workspace.inside(relative)).toBe(path.resolve(folder.path, relative));
});

test.each([
  { name: 'nothing', relative: '', says: 'below the workspace' },
  { name: 'the folder above', relative: '..', says: '`..`' },
  { name: 'a way up', relative: '../x', says: '`..`' },
  { name: 'a way up and back', relative: 'a/../b', says: '`..`' },
  { name: 'a way up in the end', relative: 'a/..', says: '`..`' },
  { name: 'a way up with backslashes', relative: 'a\\..\\..\\b', says: '`..`' },
  { name: 'an absolute path', relative: '/etc/passwd', says: 'not absolute' },
  { name: 'a drive', relative: 'C:\\x', says: 'not absolute' },
  { name: 'a path on a drive', relative: 'c:x', says: 'not absolute' },
  { name: 'a share', relative: '\\\\host\\share', says: 'not absolute' },
  { name: 'a NUL', relative: 'a\0b', says: 'below the workspace' },
  { name: '.git', relative: '.git', says: '.git' },
  { name: 'a file in .git', relative: '.git/config', says: '.git' },
  { name: 'a nested .git', relative: 'sub/.git/config', says: '.git' },
  { name: '.git in capitals', relative: '.GIT/config', says: '.git' },
  { name: '.git as Windows reads it', relative: '.git. ./config', says: '.git' },
  { name: '.git by its short name', relative: 'git~1/config', says: '.git' },
])('refused: $name', async ({ relative, says }) => {
  await using folder = await openFolder();
  const workspace = await openWorkspace(folder.path);
  const refusal = workspace.inside(relative);
  await expect(refusal).rejects.toBeInstanceOf(PathError);
  await expect(refusal).rejects.toThrow(says);
});

describe('symbolic links', () => {
  test('that stay inside are followed, that lead out are not', async () => {
    await using outside = await openFolder();
    await using folder = await openFolder();
    await outside.write('secret.txt', 'x');
    await folder.write('real/a.txt', 'x');
    await symlink(path.join(folder.path, 'real'), path.join(folder.path, 'within'));
    await symlink(outside.path, path.join(folder.path, 'out'));
    await symlink(path.join(outside.path, 'secret.txt'), path.join(folder.path, 'file'));
    const workspace = await openWorkspace(folder.path);
    expect(await workspace.inside('within/a.txt')).toBe(path.join(folder.path, 'within/a.txt'));
    for (const way of ['out', 'out/secret.txt', 'out/new/deeper.png', 'file']) {
      await expect(workspace.inside(way)).rejects.toThrow('symbolic link');
    }
  });

  test('that lead into .git are refused', async () => {
    await using folder = await openFolder();
    await mkdir(path.join(folder.path, '.git/hooks'), { recursive: true });
    await symlink(path.join(folder.path, '.git/hooks'), path.join(folder.path, 'hooks'));
    const workspace = await openWorkspace(folder.path);
    await expect(workspace.inside('hooks/post-checkout')).rejects.toThrow('.git');
  });

  test('that go in a circle are refused', async () => {
    await using folder = await openFolder();
    await symlink('b', path.join(folder.path, 'a'));
    await symlink('a', path.join(folder.path, 'b'));
    await expect((await openWorkspace(folder.path)).inside('a/x')).rejects.toBeInstanceOf(PathError);
  });

  test('a workspace behind a link is the folder that it means', async () => {
    await using folder = await openFolder();
    await mkdir(path.join(folder.path, 'real'));
    await symlink('real', path.join(folder.path, 'link'));
    const workspace = await openWorkspace(path.join(folder.path, 'link'));
    expect(workspace.root).toBe(path.join(folder.path, 'real'));
    expect(workspace.shown(await workspace.inside('a/b.png'))).toBe('a/b.png');
  });
});

test('a path below a file, or a name that is too long, is a normal refusal', async () => {
  await using folder = await openFolder();
  await folder.write('file', 'x');
  const workspace = await openWorkspace(folder.path);
  expect(await workspace.inside('file/below')).toBe(path.join(folder.path, 'file/below'));
  await expect(workspace.inside('x'.repeat(5_000))).rejects.toBeInstanceOf(PathError);
});

test('any path is refused or below the root, and shown as it is', async () => {
  await using folder = await openFolder();
  const workspace = await openWorkspace(folder.path);
  const segment = fc.oneof(
    fc.constantFrom('..', '.', '', '.git', '.GIT ', 'a', 'C:', '~', '\0', ' ', '\\', '..\\', '%2e%2e'),
    fc.string({ maxLength: 4 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(segment, { maxLength: 5 }), async (segments) => {
      try {
        const absolute = await workspace.inside(segments.join('/'));
        expect(`${absolute}${path.sep}`.startsWith(folder.path + path.sep)).toBe(true);
        expect(path.join(folder.path, workspace.shown(absolute))).toBe(
          absolute === folder.path ? `${folder.path}` : absolute,
        );
        expect(absolute.toLowerCase().split(/[/\\]/)).not.toContain('.git');
      } catch (error) {
        expect(error).toBeInstanceOf(PathError);
      }
    }),
    { numRuns: 300 },
  );
});
