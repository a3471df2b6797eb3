// The package as users get it: npx from a git repository, with an empty cache and an empty registry.
import { execFile, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, stat, symlink } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Folder, openFolder } from '../helpers/folders.ts';
import { type Ended, runOn } from '../helpers/other-node.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const CLI = path.join(ROOT, 'dist/cli.cjs');
const isWindows = process.platform === 'win32';
const MAX_BYTES = 20e6;
const MANIFEST = 'version: 1\nimages:\n  - { id: hero, prompt: A hero, output: hero.jpg }\n';
/** An older Node, only for the test of old versions. Outside of node_modules, because npm puts its own Node 24 into PATH. */
const OUTSIDE = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => !folder.includes('node_modules'));
const OLD_NODE = OUTSIDE.find(
  (folder) =>
    existsSync(path.join(folder, 'node')) &&
    Number.parseInt(execFileSync(path.join(folder, 'node'), ['-p', 'process.versions.node']).toString(), 10) < 24,
);

const cleanUp = new AsyncDisposableStack();
afterAll(() => cleanUp.disposeAsync());

let published: Folder;
beforeAll(async () => {
  published = cleanUp.use(await openFolder());
  await publish(published.path);
});

/** Creates a bare repository from the current files, with the last build of dist/, and tags it v1. */
async function publish(folder: string): Promise<void> {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT });
  const own = listed.toString().split('\0');
  const built = (await readdir(path.join(ROOT, 'dist'))).map((file) => `dist/${file}`);
  const source = path.join(folder, 'source');
  for (const file of [...own.filter((name) => name !== '' && !name.startsWith('dist/')), ...built]) {
    const from = path.join(ROOT, file);
    if (existsSync(from)) await cp(from, path.join(source, file));
  }
  const git = (...args: readonly string[]): Buffer => execFileSync('git', args, { cwd: source });
  git('init', '--quiet');
  git('add', '--all');
  git(
    '-c',
    'user.name=A',
    '-c',
    'user.email=a@example.com',
    '-c',
    'commit.gpgsign=false',
    'commit',
    '--quiet',
    '-mAll',
  );
  git('tag', 'v1');
  git('clone', '--quiet', '--bare', source, path.join(folder, 'repo.git'));
}

interface Fetched extends Ended {
  /** The folder of npm's cache, empty before. */
  readonly cache: string;
  /** What npm requested from the registry, without advisories. */
  readonly asked: readonly string[];
}

/** Runs `npx git+file:...#v1 check` with a manifest whose image is missing. */
async function npxCheck(folder: Folder, nodeFolder: string): Promise<Fetched> {
  await folder.write('work/images.yml', MANIFEST);
  const cache = path.join(folder.path, 'cache');
  const asked: string[] = [];
  const registry = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(404).end('{}');
  }).listen(0, '127.0.0.1');
  await once(registry, 'listening');
  const address = registry.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const ours = /^(npm_|node_|github_|actions_|runner_|input_|runcomfy_|init_cwd$)/i;
  const env = {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name) && !/^path$/i.test(name))),
    PATH: [nodeFolder, ...OUTSIDE].join(path.delimiter),
    npm_config_cache: cache,
    npm_config_registry: `http://127.0.0.1:${port}`,
    npm_config_userconfig: path.join(folder.path, 'npmrc'),
    npm_config_update_notifier: 'false',
    // npm 12 needs this; older versions do not.
    npm_config_allow_git: 'root',
  };
  const repository = `git+${pathToFileURL(path.join(published.path, 'repo.git')).href}#v1`;
  try {
    return await new Promise((resolve) => {
      execFile(
        'npx',
        ['--yes', repository, 'check', '--manifest', 'images.yml'],
        { cwd: path.join(folder.path, 'work'), env, shell: isWindows },
        (error, stdout, stderr) =>
          resolve({
            code: error === null ? 0 : error.code,
            stdout,
            // npm 12 prints what it runs, and some versions of npm 11 warn about an unknown setting.
            stderr: stderr.replace(/^npm (notice run|warn Unknown) .*\n/gm, ''),
            cache,
            asked: asked.filter((request) => !request.includes('/-/npm/v1/security/')),
          }),
      );
    });
  } finally {
    registry.close();
  }
}

async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  const sizes = await Promise.all(names.map(async (name) => (await stat(path.join(folder, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

test('npx installs only this repository, and starts it', async () => {
  await using folder = await openFolder();
  const run = await npxCheck(folder, path.dirname(process.execPath));

  expect(run.code).toBe(1);
  expect(run.stderr).toMatch(/^images\.yml:3:5: error: hero is not generated yet: /);
  expect(run.asked).toEqual([]);
  const [project = ''] = await readdir(path.join(run.cache, '_npx'));
  const modules = path.join(run.cache, '_npx', project, 'node_modules');
  expect((await readdir(modules)).sort()).toEqual(['.bin', '.package-lock.json', 'runcomfy-action']);
  const installed = path.join(modules, 'runcomfy-action');
  expect((await readdir(installed)).sort()).toEqual(['LICENSE', 'README.md', 'action.yml', 'dist', 'package.json']);
  expect(await readdir(path.join(installed, 'dist'))).toEqual(await readdir(path.join(ROOT, 'dist')));
  expect(await sizeOf(run.cache)).toBeLessThan(MAX_BYTES);
});

(OLD_NODE === undefined || isWindows ? test.skip : test)('on an old Node, npx shows one line', async () => {
  await using folder = await openFolder();
  const { code, stdout, stderr } = await npxCheck(folder, OLD_NODE ?? '');
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^runcomfy-action needs Node 24 or later, but this is Node [^\n]*\n$/);
});

/** The executable, next to a bundle that prints how it was started. */
async function standIn(folder: Folder): Promise<string> {
  await cp(CLI, path.join(folder.path, 'dist/cli.cjs'));
  await cp(path.join(ROOT, 'dist/package.json'), path.join(folder.path, 'dist/package.json'));
  await folder.write('dist/index.js', 'console.log(JSON.stringify(process.argv.slice(1)));');
  return path.join(folder.path, 'dist/cli.cjs');
}

test.each(['12.22.12', '18.20.8', '20.20.2', '22.22.2', '23.11.1'])('on Node %s nothing starts', async (version) => {
  await using folder = await openFolder();
  expect(await runOn(version, await standIn(folder), ['plan'])).toEqual({
    code: 1,
    stdout: '',
    stderr: `runcomfy-action needs Node 24 or later, but this is Node ${version} (${process.execPath}). Install Node 24 from https://nodejs.org, then run the command again.\n`,
  });
});

test.each(['24.0.0', '26.1.0'])('on Node %s the bundle starts, with the right name', async (version) => {
  await using folder = await openFolder();
  const cli = await standIn(folder);
  const link = path.join(folder.path, 'bin/runcomfy-action');
  await mkdir(path.dirname(link));
  // On Windows, npm writes a script instead of a link.
  if (!isWindows) await symlink(cli, link);
  expect(await runOn(version, isWindows ? cli : link, ['plan', '--only', 'a b'])).toEqual({
    code: 0,
    stdout: `${JSON.stringify([cli, 'plan', '--only', 'a b'])}\n`,
    stderr: '',
  });
});
