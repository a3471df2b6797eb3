// What npm installs from this repository: nothing for npx, and everything for development after a clone.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const ROOT = path.resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const manifest: Manifest = JSON.parse(read('package.json'));

test.each([
  'dependencies',
  'optionalDependencies',
  'peerDependencies',
  'bundleDependencies',
  'bundledDependencies',
  'workspaces',
])('package.json has no %s, which npx would install', (name) => {
  expect(Object.keys(manifest)).not.toContain(name);
});

test.each([
  'preinstall',
  'install',
  'postinstall',
  'prepublish',
  'preprepare',
  'prepare',
  'postprepare',
  'prepack',
  'build',
])('there is no script %s, because npx would install the packages for development to run it', (name) => {
  expect(Object.keys(manifest.scripts)).not.toContain(name);
});

test('package-lock.json contains only packages for development', () => {
  const lock: { packages: Readonly<Record<string, { dev?: boolean; link?: boolean }>> } = JSON.parse(
    read('package-lock.json'),
  );
  const others = Object.entries(lock.packages).filter(([name, { dev, link }]) => name !== '' && !dev && !link);
  expect(others).toEqual([]);
});

test('all places name the same Node for development', () => {
  const { optionalDependencies }: { optionalDependencies: Readonly<Record<string, string>> } = JSON.parse(
    read('scripts/node24/package.json'),
  );
  expect(new Set(Object.values(optionalDependencies))).toEqual(new Set([read('.node-version').trim()]));
});

test('CONTRIBUTING.md lists the packages that src imports, and dist has their licenses', () => {
  const files = readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' });
  const code = files.filter((file) => file.endsWith('.ts')).map((file) => read(path.join('src', file)));
  const imported = code.flatMap((text) =>
    [...text.matchAll(/(?:from|import|import\()\s*'((?:@[\w-]+\/)?[\w-]+)(?=['/])/g)].map(([, name = '']) => name),
  );
  const [, list = ''] = /bundled into `dist\/`.*?That is\n(.*?)\. /s.exec(read('CONTRIBUTING.md')) ?? [];
  const named = [...list.matchAll(/`(.*?)`/g)].map(([, name = '']) => name);

  expect(named).toEqual([...new Set(imported)].sort());
  const licences = read('dist/licenses.txt').split('\n');
  for (const name of named) expect(licences).toContain(name);
  for (const name of named) expect(Object.keys(manifest.devDependencies)).toContain(name);
});
