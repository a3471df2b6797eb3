// What needs to be made, and why: from manifest, lock and real files.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { openWorkspace } from '../../src/files/workspace.ts';
import { readInputFile } from '../../src/inputs/files.ts';
import { checkProblems } from '../../src/lockfile/check.ts';
import { copyAll } from '../../src/lockfile/copy.ts';
import { digestIn, lookIn } from '../../src/lockfile/disk.ts';
import { entryOf, type Lock } from '../../src/lockfile/lock.ts';
import { type PlannedImage, planOf, type Settle } from '../../src/lockfile/plan.ts';
import { type Manifest, readManifest } from '../../src/manifest/read.ts';
import { settled } from '../../src/manifest/settle.ts';
import { type Folder, openFolder } from '../helpers/folders.ts';

const naming = { outputDir: 'out', filename: '{id}-{index}' };
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

async function read(folder: Folder, images: string): Promise<Manifest> {
  const workspace = await openWorkspace(folder.path);
  const file = await folder.write('images.yml', `version: 1\nimages:\n${images.replaceAll(/^/gm, '  ')}`);
  return readManifest(file, { workspace, naming, redacted: (text) => text });
}

/** Writes a file for each image, as a run would, and answers the lock of it. */
async function make(
  folder: Folder,
  manifest: Manifest,
): Promise<Map<string, Lock extends ReadonlyMap<string, infer E> ? E : never>> {
  const lock = new Map();
  for (const image of manifest.images) {
    const file = image.output ?? `out/${image.id}-1.jpg`;
    const bytes = Buffer.from(`bytes of ${image.recipeHash}`);
    await folder.write(file, bytes);
    const saved = { path: file, bytes: bytes.length, sha256: sha256(bytes) };
    lock.set(image.id, entryOf(image, { requestId: `request-${image.id}`, cost: 0.06, images: [saved], missing: 0 }));
  }
  return lock;
}

interface Asked {
  readonly only?: readonly string[];
  readonly force?: readonly string[];
}

async function plan(
  folder: Folder,
  { images }: Manifest,
  lock: Lock,
  asked: Asked = {},
): Promise<readonly PlannedImage[]> {
  const workspace = await openWorkspace(folder.path);
  const [look, digest] = [lookIn(workspace), digestIn(workspace)];
  const settle: Settle = (image, sources) => settled(image, sources, workspace, readInputFile);
  return planOf({ images, lock, look, digest, naming, only: [], force: [], settle, ...asked });
}

const told = (planned: readonly PlannedImage[]): readonly string[] =>
  planned.map(({ id, action, todo, reasons }) => [id, action, todo, ...reasons].join(' | '));

const HERO = '- { id: hero, prompt: A lighthouse at dawn, parameters: { seed: 7 }, output: assets/hero.jpg }\n';
const TWO = `${HERO}- { id: other, prompt: A cat }\n`;

test.each([
  { name: 'nothing changed', now: TWO, says: ['hero | unchanged | nothing', 'other | unchanged | nothing'] },
  {
    name: 'a word of the prompt',
    now: TWO.replace('dawn', 'dusk in fog'),
    says: ['hero | changed | generate | prompt: "dawn" → "dusk in fog"', /unchanged/],
  },
  {
    name: 'words added and removed',
    now: TWO.replace('A lighthouse at', 'A tall lighthouse'),
    says: ['hero | changed | generate | prompt: added "tall" | prompt: removed "at"', /unchanged/],
  },
  {
    name: 'parameters',
    now: TWO.replace('seed: 7', 'seed: 8, steps: 20'),
    says: ['hero | changed | generate | seed: 7 → 8 | steps: added 20', /unchanged/],
  },
  {
    name: 'a removed parameter',
    now: TWO.replace('seed: 7', ''),
    says: ['hero | changed | generate | seed: removed 7', /unchanged/],
  },
  {
    name: 'the model',
    now: TWO.replace('id: other', 'id: other, model: a/b'),
    says: [/unchanged/, 'other | changed | generate | model: blackforestlabs/flux-2/flex/text-to-image → a/b'],
  },
  {
    name: 'a new image, and one that is gone',
    now: `${HERO}- { id: new, prompt: A dog }\n`,
    says: [
      /unchanged/,
      'new | new | generate | not in the lock',
      'other | orphaned | nothing | in the lock, but no longer in the manifest; its files stay',
    ],
  },
  {
    name: 'another output: copied, not paid for',
    now: TWO.replace('assets/hero.jpg', 'assets/big.jpeg'),
    says: [
      'hero | changed | copy | output: "assets/hero.jpg" → "assets/big.jpeg" | copied from "assets/hero.jpg", which has the same recipe',
      /unchanged/,
    ],
  },
  {
    name: 'another id: copied, not paid for',
    now: TWO.replace('id: other', 'id: cat'),
    says: [
      /unchanged/,
      'cat | new | copy | not in the lock | copied from "out/other-1.jpg", which has the same recipe',
      /other \| orphaned/,
    ],
  },
  { name: 'only', now: `${TWO}- { id: new, prompt: x }\n`, asked: { only: ['her*'] }, says: [/^hero \| unchanged/] },
  {
    name: 'only, with what is gone',
    now: HERO,
    asked: { only: ['o*'] },
    says: [/^other \| orphaned/],
  },
  {
    name: 'force',
    now: TWO,
    asked: { force: ['*'] },
    says: ['hero | forced | generate | named in `force`', 'other | forced | generate | named in `force`'],
  },
])('planned: $name', async ({ now, asked, says }) => {
  await using folder = await openFolder();
  const lock = await make(folder, await read(folder, TWO));
  const lines = told(await plan(folder, await read(folder, now), lock, asked));
  expect(lines).toHaveLength(says.length);
  for (const [n, line] of lines.entries()) {
    const wanted = says[n] ?? '';
    if (typeof wanted === 'string') expect(line).toBe(wanted);
    else expect(line).toMatch(wanted);
  }
});

const pointer = (hash: string, bytes: number): string =>
  `version https://git-lfs.github.com/spec/v1\noid sha256:${hash}\nsize ${bytes}\n`;

const FEW = Buffer.from('what was made');
/** Large enough to be hashed in a thread. */
const MANY = Buffer.alloc(20_000_000, FEW);

const ON_DISK = [
  { name: 'as it was', says: 'hero | unchanged | nothing', disk: 'same' },
  { name: 'missing', says: 'hero | changed | generate | "assets/hero.jpg" is missing', disk: 'nothing' },
  {
    name: 'retouched',
    says: /^hero \| modified \| nothing \| "assets\/hero.jpg" was modified/,
    disk: 'other',
  },
  { name: 'retouched, of the same size', says: /^hero \| modified/, disk: 'same size' },
  { name: 'a pointer of Git LFS to it', says: 'hero | unchanged | nothing', disk: 'pointer' },
  { name: 'a pointer of Git LFS to something else', says: /^hero \| modified/, disk: 'wrong pointer' },
  { name: 'a folder', says: /^hero \| modified/, disk: 'folder' },
  // Opening it for reading blocks until there is a writer.
  ...(process.platform === 'win32' ? [] : [{ name: 'a named pipe', says: /^hero \| modified/, disk: 'pipe' }]),
];

test.each([FEW, MANY].flatMap((bytes) => ON_DISK.map((one) => ({ ...one, bytes, length: bytes.length }))))(
  'the file, once of $length bytes, is $name',
  async ({ bytes, disk, says }) => {
    await using folder = await openFolder();
    const manifest = await read(folder, HERO);
    const [image] = manifest.images;
    if (image === undefined) throw new Error('no image');
    const locked = { path: 'assets/hero.jpg', bytes: bytes.length, sha256: sha256(bytes) };
    const lock = new Map([['hero', entryOf(image, { requestId: null, cost: null, images: [locked], missing: 0 })]]);
    if (disk === 'same') await folder.write(locked.path, bytes);
    if (disk === 'other') await folder.write(locked.path, 'something else');
    if (disk === 'same size') await folder.write(locked.path, Buffer.concat([Buffer.from('WHAT'), bytes.subarray(4)]));
    if (disk === 'pointer') await folder.write(locked.path, pointer(locked.sha256, bytes.length));
    if (disk === 'wrong pointer') await folder.write(locked.path, pointer(sha256(Buffer.from('x')), bytes.length));
    if (disk === 'folder') await folder.write(`${locked.path}/file`, 'x');
    if (disk === 'pipe')
      execFileSync('mkfifo', [path.join(path.dirname(await folder.write('assets/x', '')), 'hero.jpg')]);
    const [line = ''] = told(await plan(folder, manifest, lock));
    if (typeof says === 'string') expect(line).toBe(says);
    else expect(line).toMatch(says);
    // Retouched images are only replaced by force, or if the recipe changes.
    const changed = await read(folder, HERO.replace('dawn', 'dusk'));
    expect(told(await plan(folder, changed, lock))[0]).toMatch(/^hero \| changed \| generate/);
    expect(told(await plan(folder, manifest, lock, { force: ['hero'] }))[0]).toMatch(/^hero \| forced \| generate/);
  },
);

test('a link that leads out of the workspace is refused before anything is planned, and never followed', async () => {
  await using folder = await openFolder();
  await using outside = await openFolder();
  const lock = await make(folder, await read(folder, HERO.replace('hero.jpg', 'link.jpg')));
  const bytes = await readFile(path.join(folder.path, 'assets/link.jpg'));
  await rm(path.join(folder.path, 'assets/link.jpg'));
  await symlink(await outside.write('link.jpg', bytes), path.join(folder.path, 'assets/link.jpg'));
  const manifest = await read(folder, HERO);
  expect(told(await plan(folder, manifest, lock))).toEqual([
    'hero | changed | collect | output: "assets/link.jpg" → "assets/hero.jpg" | "assets/link.jpg" is missing | collected from request request-hero, free',
  ]);
  await expect(read(folder, HERO.replace('hero.jpg', 'link.jpg'))).rejects.toThrow(/3:\d+: `output` .*symbolic link/);
});

test('a file with the suffix of its bytes is not made again until its output or recipe changes', async () => {
  await using folder = await openFolder();
  const manifest = await read(folder, '- { id: a, model: a/b, prompt: x, output: art/a.png }\n');
  const [image] = manifest.images;
  if (image === undefined) throw new Error('no image');
  const bytes = Buffer.from('a jpeg');
  await folder.write('art/a.jpg', bytes);
  const saved = { path: 'art/a.jpg', bytes: bytes.length, sha256: sha256(bytes) };
  const lock = new Map([['a', entryOf(image, { requestId: null, cost: null, images: [saved], missing: 0 })]]);
  const planned = await plan(folder, manifest, lock);
  expect(told(planned)).toEqual(['a | unchanged | nothing']);
  const files = { manifest: 'images.yml', lock: 'images.lock.json' };
  expect(checkProblems(planned, files)).toEqual([
    {
      level: 'warning',
      id: 'a',
      file: 'images.yml',
      line: 3,
      column: 5,
      message: expect.stringMatching(/saved as art\/a\.jpg/),
    },
  ]);
});

test.each<{ name: string; now: string; disk: (folder: Folder) => Promise<unknown>; says: string }>([
  {
    name: 'moved along with its output',
    now: HERO.replace('assets/', 'img/'),
    disk: (folder) => move(folder, 'assets/hero.jpg', 'img/hero.jpg'),
    says: 'hero | changed | copy | output: "assets/hero.jpg" → "img/hero.jpg" | already there',
  },
  {
    name: 'retouched and moved along with its output',
    now: HERO.replace('assets/', 'img/'),
    disk: async (folder) => {
      await move(folder, 'assets/hero.jpg', 'img/hero.jpg');
      await folder.write('img/hero.jpg', 'retouched');
    },
    says: 'hero | modified | copy | output: "assets/hero.jpg" → "img/hero.jpg" | "img/hero.jpg" was modified; it is kept',
  },
  {
    name: 'retouched, with a new output',
    now: HERO.replace('assets/', 'img/'),
    disk: (folder) => folder.write('assets/hero.jpg', 'retouched'),
    says: 'hero | modified | copy | output: "assets/hero.jpg" → "img/hero.jpg" | "assets/hero.jpg" was modified; it is kept',
  },
  {
    name: 'retouched, with a new id',
    now: HERO.replace('id: hero', 'id: header'),
    disk: (folder) => folder.write('assets/hero.jpg', 'retouched'),
    says: 'header | modified | copy | was "hero" | "assets/hero.jpg" was modified; it is kept',
  },
  {
    name: 'spelled in another case',
    now: HERO.replace('hero.jpg', 'Hero.jpg'),
    disk: async () => {},
    says: 'hero | changed | copy | output: "assets/hero.jpg" → "assets/Hero.jpg" | copied from "assets/hero.jpg", which has the same recipe',
  },
  {
    name: 'with the other suffix of its format',
    now: HERO.replace('hero.jpg', 'hero.jpeg'),
    disk: async () => {},
    says: 'hero | changed | copy | output: "assets/hero.jpg" → "assets/hero.jpeg" | copied from "assets/hero.jpg", which has the same recipe',
  },
  {
    name: 'with a new output where there is already a file',
    now: '- { id: new, prompt: x, output: assets/logo.jpg }\n',
    disk: (folder) => folder.write('assets/logo.jpg', 'by hand'),
    says: 'new | new | generate | not in the lock | "assets/logo.jpg" was not generated by this action, and will be replaced',
  },
])('a file $name: manual changes are not paid for, and not lost without a warning', async ({ now, disk, says }) => {
  await using folder = await openFolder();
  await using temp = await openFolder();
  const lock = await make(folder, await read(folder, HERO));
  await disk(folder);
  const manifest = await read(folder, now);
  const planned = await plan(folder, manifest, lock);
  expect(told(planned)[0]).toBe(says);
  if (planned[0]?.todo !== 'copy') return;
  // The next run finds nothing to do, and the file as it was.
  const before = await folderText(folder);
  const copied = await copyAll(planned, { workspace: await openWorkspace(folder.path), temp: temp.path });
  const next = new Map(copied.map(({ id, entry }) => [id, entry]));
  expect((await plan(folder, manifest, next))[0]).toMatchObject({
    action: planned[0].action === 'modified' ? 'modified' : 'unchanged',
    todo: 'nothing',
  });
  expect(await folderText(folder)).toContain(before);
});

async function move(folder: Folder, from: string, to: string): Promise<void> {
  await folder.write(to, await readFile(path.join(folder.path, from)));
  await rm(path.join(folder.path, from));
}

/** What the one picture holds, wherever it is. */
async function folderText(folder: Folder): Promise<string> {
  const files = (await readdir(folder.path, { recursive: true })).filter((name) => /\.jpe?g$/i.test(name));
  return (await Promise.all(files.map((name) => readFile(path.join(folder.path, name), 'utf8')))).join();
}

test('outputs that are exchanged are exchanged on the disk, numbered and retouched ones too', async () => {
  await using folder = await openFolder();
  await using temp = await openFolder();
  const images = (first: string, second: string): string =>
    `- { id: a, model: a/b, prompt: one, output: ${first} }\n- { id: b, model: a/b, prompt: two, output: ${second} }\n`;
  const lock = await make(folder, await read(folder, images('icon-1.jpg', 'icon-2.jpg')));
  const b = await readFile(path.join(folder.path, 'icon-2.jpg'), 'utf8');
  await folder.write('icon-1.jpg', 'retouched');
  const manifest = await read(folder, images('icon-2.jpg', 'icon-1.jpg'));
  const planned = await plan(folder, manifest, lock);
  expect(planned.map(({ id, action, todo }) => [id, action, todo])).toEqual([
    ['a', 'modified', 'copy'],
    ['b', 'changed', 'copy'],
  ]);
  await copyAll(planned, { workspace: await openWorkspace(folder.path), temp: temp.path });
  expect(await readFile(path.join(folder.path, 'icon-1.jpg'), 'utf8')).toBe(b);
  expect(await readFile(path.join(folder.path, 'icon-2.jpg'), 'utf8')).toBe('retouched');
});

test('a copy does not replace an unknown file without a warning', async () => {
  await using folder = await openFolder();
  const lock = await make(folder, await read(folder, HERO));
  await folder.write('img/hero.jpg', 'retouched');
  expect(told(await plan(folder, await read(folder, HERO.replace('assets/', 'img/')), lock))).toEqual([
    'hero | modified | copy | output: "assets/hero.jpg" → "img/hero.jpg" | "img/hero.jpg" was modified; it is kept',
  ]);
  const second = `${HERO}${HERO.replace('id: hero', 'id: second').replace('assets/', 'img/')}`;
  expect(told(await plan(folder, await read(folder, second), lock))[1]).toMatch(
    /^second \| new \| copy \| .* \| "img\/hero\.jpg" was not generated by this action, and will be replaced$/,
  );
});

test('copies of several images, some of which exchange their files', async () => {
  await using folder = await openFolder();
  await using temp = await openFolder();
  const images = (first: string, second: string): string =>
    `- { id: a, model: a/b, prompt: ${first}, output: a.jpg }\n- { id: b, model: a/b, prompt: ${second}, output: b.jpg }\n`;
  const lock = await make(folder, await read(folder, images('one', 'two')));
  const manifest = await read(folder, images('two', 'one'));
  const [a, b] = await Promise.all(['a.jpg', 'b.jpg'].map((file) => readFile(path.join(folder.path, file), 'utf8')));
  const workspace = await openWorkspace(folder.path);
  const copied = await copyAll(await plan(folder, manifest, lock), { workspace, temp: temp.path });
  expect(copied.map(({ id, changed }) => [id, changed])).toEqual([
    ['a', true],
    ['b', true],
  ]);
  expect(await readFile(path.join(folder.path, 'a.jpg'), 'utf8')).toBe(b);
  expect(await readFile(path.join(folder.path, 'b.jpg'), 'utf8')).toBe(a);
  const now = new Map(copied.map(({ id, entry }) => [id, entry]));
  expect(told(await plan(folder, manifest, now))).toEqual(['a | unchanged | nothing', 'b | unchanged | nothing']);
});

test('check: every disagreement has its line and advice', async () => {
  await using folder = await openFolder();
  const lock = await make(folder, await read(folder, `${TWO}- { id: third, prompt: x }\n- { id: old, prompt: y }\n`));
  await folder.write('out/third-1.jpg', 'retouched');
  const manifest = await read(
    folder,
    `${TWO.replace('dawn', 'dusk')}- { id: third, prompt: x }\n- { id: new, prompt: z }\n`,
  );
  const found = checkProblems(await plan(folder, manifest, lock), { manifest: 'images.yml', lock: 'images.lock.json' });
  expect(found.map(({ level, file, line, message }) => [level, `${file}:${line}`, message])).toEqual([
    ['error', 'images.yml:3', expect.stringMatching(/^hero is out of date \(prompt: "dawn" → "dusk"\): run/)],
    ['error', 'images.yml:5', expect.stringMatching(/^third: "out\/third-1.jpg" was modified.*`force: third`/)],
    ['error', 'images.yml:6', expect.stringMatching(/^new is not generated yet/)],
    ['warning', 'images.lock.json:1', expect.stringMatching(/^old is in the lock, but no longer/)],
  ]);
});

test.each([
  {
    name: 'by one image twice, as older versions did',
    paths: { a: ['a.jpg', 'a.jpg'] },
    disk: { 'a.jpg': 'a 1' },
    says: [
      'a | changed | collect | output: "a.jpg" → "a-2.jpg" | "a.jpg" is missing | collected from request request-a, free',
      'b | unchanged | nothing',
    ],
  },
  {
    name: 'by two images, of which it is the one that the manifest gives it to',
    paths: { a: ['a.jpg', 'b.jpg'] },
    disk: { 'a.jpg': 'a 0', 'b.jpg': 'b 0' },
    says: [
      'a | changed | collect | output: "b.jpg" → "a-2.jpg" | "b.jpg" is missing | collected from request request-a, free',
      'b | unchanged | nothing',
    ],
  },
  {
    name: 'by two images, of which it is the other one',
    paths: { a: ['a.jpg', 'b.jpg'] },
    disk: { 'a.jpg': 'a 0', 'b.jpg': 'a 1' },
    says: [
      'a | changed | copy | output: "b.jpg" → "a-2.jpg" | copied from "a.jpg", "b.jpg", which has the same recipe',
      'b | changed | collect | "b.jpg" is missing | collected from request request-b, free',
    ],
  },
])('a path that the lock names $name is repaired without paying', async ({ paths, disk, says }) => {
  await using folder = await openFolder();
  const manifest = await read(
    folder,
    '- { id: a, model: a/b, prompt: one, output: a.jpg }\n- { id: b, model: a/b, prompt: two, output: b.jpg }\n',
  );
  const named: Readonly<Record<string, readonly string[]>> = { b: ['b.jpg'], ...paths };
  const all: Readonly<Record<string, string>> = { 'b.jpg': 'b 0', ...disk };
  for (const [file, content] of Object.entries(all)) await folder.write(file, content);
  const lock = new Map(
    manifest.images.map((image) => {
      const images = (named[image.id] ?? []).map((file, n) => {
        const bytes = Buffer.from(`${image.id} ${n}`);
        return { path: file, bytes: bytes.length, sha256: sha256(bytes) };
      });
      return [image.id, entryOf(image, { requestId: `request-${image.id}`, cost: 0.06, images, missing: 0 })];
    }),
  );
  expect(told(await plan(folder, manifest, lock))).toEqual(says);
});

test.each([
  { name: 'is there', disk: 'retouched', says: /^hero \| unchanged/, refusal: null },
  {
    name: 'is missing',
    disk: null,
    says: /^hero \| changed \| nothing \| .*is missing$/,
    refusal: /accepted.*restore it.*`force`/,
  },
])('an accepted file that $name is neither fetched nor made', async ({ disk, says, refusal }) => {
  await using folder = await openFolder();
  const manifest = await read(folder, HERO);
  const [image] = manifest.images;
  if (image === undefined) throw new Error('no image');
  const bytes = Buffer.from('retouched');
  const images = [{ path: 'assets/hero.jpg', bytes: bytes.length, sha256: sha256(bytes) }];
  const entry = { ...entryOf(image, { requestId: 'r', cost: null, images, missing: 0 }), accepted: true };
  if (disk !== null) await folder.write('assets/hero.jpg', disk);
  const planned = await plan(folder, manifest, new Map([['hero', entry]]));
  expect(told(planned)[0]).toMatch(says);
  if (refusal === null) expect(planned[0]?.refusal).toBeNull();
  else expect(planned[0]?.refusal).toMatch(refusal);
  expect(told(await plan(folder, manifest, new Map([['hero', entry]]), { force: ['hero'] }))[0]).toMatch(/generate/);
});

test('a file left behind by a copy does not count as retouched', async () => {
  await using folder = await openFolder();
  const images = (first: string, second: string): string =>
    `- { id: a, model: a/b, prompt: one, output: ${first} }\n- { id: b, model: a/b, prompt: two, output: ${second} }\n`;
  const lock = await make(folder, await read(folder, images('a.jpg', 'b.jpg')));
  // The file at x.jpg is the one that the lock has at b.jpg.
  await folder.write('x.jpg', await readFile(path.join(folder.path, 'b.jpg')));
  expect(told(await plan(folder, await read(folder, images('x.jpg', 'b.jpg')), lock))[0]).toBe(
    'a | changed | copy | output: "a.jpg" → "x.jpg" | copied from "a.jpg", which has the same recipe',
  );
});
