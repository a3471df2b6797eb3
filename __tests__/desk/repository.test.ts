// Which repository a folder belongs to, by what git itself has made.
import { execFileSync } from 'node:child_process';
import { mkdirSync, realpathSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { findRepository } from '../../src/desk/repository.ts';
import { repositoryState } from '../../src/desk/state.ts';
import { openFolder } from '../helpers/folders.ts';

function git(folder: string, ...words: readonly string[]): void {
  const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'protocol.file.allow=always'];
  execFileSync('git', [...identity, ...words], { cwd: folder, stdio: 'pipe' });
}

/** A repository with one commit, another one as its submodule, and two bare repositories, all with further working trees. */
async function openRepositories() {
  const folder = await openFolder();
  const top = realpathSync.native(folder.path);
  for (const name of ['a', 'ä b']) {
    mkdirSync(path.join(top, name));
    git(path.join(top, name), 'init', '--quiet');
    git(path.join(top, name), 'commit', '--quiet', '--allow-empty', '-m', 'x');
  }
  git(path.join(top, 'a'), 'worktree', 'add', '--quiet', '../a-2');
  for (const name of ['sub', 'sub-2'])
    git(path.join(top, 'a'), 'submodule', '--quiet', 'add', path.join(top, 'ä b'), name);
  git(path.join(top, 'a/sub'), 'worktree', 'add', '--quiet', '../../sub-tree');
  for (const name of ['one', 'two']) {
    git(top, 'clone', '--quiet', '--bare', 'a', `${name}.git`);
    git(path.join(top, `${name}.git`), 'worktree', 'add', '--quiet', `../${name}-tree`);
  }
  mkdirSync(path.join(top, 'a/deep/er'), { recursive: true });
  mkdirSync(path.join(top, 'none/deep'), { recursive: true });
  symlinkSync(path.join(top, 'a/deep'), path.join(top, 'link'));
  return { top, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
}

test.each([
  ['the top folder', 'a', 'a', 'a/.git'],
  ['a folder below it', 'a/deep/er', 'a', 'a/.git'],
  ['a link to a folder below it', 'link/er', 'a', 'a/.git'],
  ['a further working tree', 'a-2', 'a-2', 'a/.git'],
  ['a submodule', 'a/sub', 'a/sub', 'a/.git/modules/sub'],
  ['another submodule', 'a/sub-2', 'a/sub-2', 'a/.git/modules/sub-2'],
  ['a further working tree of a submodule', 'sub-tree', 'sub-tree', 'a/.git/modules/sub'],
  ['a working tree of a bare repository', 'one-tree', 'one-tree', 'one.git'],
  ['one of a bare repository beside it', 'two-tree', 'two-tree', 'two.git'],
  ['a name with a space and an umlaut', 'ä b', 'ä b', 'ä b/.git'],
  ['no repository', 'none/deep', 'none/deep', 'none/deep'],
])('%s', async (_, folder, root, common) => {
  await using repositories = await openRepositories();
  const { top } = repositories;
  expect(findRepository(path.join(top, folder))).toEqual({
    root: path.join(top, root),
    common: path.join(top, common),
  });
});

test.each([
  ['/src/project/.git', 'project'],
  ['/src/project.git', 'project.git'],
  ['/src/a b', 'a_b'],
])('the state of %s is in %s', (repository, name) => {
  expect(path.basename(repositoryState('/state', repository))).toMatch(new RegExp(`^${name}-[0-9a-f]{16}$`));
});
