// The lock: its text, what is refused, and that it is whole on disk at every moment.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ActionError } from '../../src/lib/errors.ts';
import { entryOf, type Lock, type LockEntry, lockText, parseLock } from '../../src/lockfile/lock.ts';
import { createLockWriter, readLock } from '../../src/lockfile/writer.ts';
import { lockPathOf } from '../../src/manifest/lock-path.ts';
import { recipeHash } from '../../src/tasks/recipe.ts';
import { openFolder } from '../helpers/folders.ts';

function entry(prompt: string | null, seed: number | null = 7): LockEntry {
  const recipe = { model: 'a/b', prompt, parameters: seed === null ? {} : { seed, a: { z: 1, b: 2 } }, files: {} };
  const images = [{ path: 'assets/hero.png', bytes: 3, sha256: 'a'.repeat(64) }];
  return entryOf(
    { recipe, recipeHash: recipeHash(recipe), parameters: recipe.parameters },
    { requestId: 'r-1', cost: 0.06, images, missing: 0 },
  );
}

test.each([
  ['images.yml', 'images.lock.json'],
  ['a.b/images.v2.yaml', 'a.b/images.v2.lock.json'],
  ['a.b/images', 'a.b/images.lock.json'],
])('the lock of %s is %s', (manifest, lock) => {
  expect(lockPathOf(manifest)).toBe(lock);
});

test('its text is indented by two, sorted, and ends with a line end', () => {
  const text = lockText(
    new Map([
      ['icons/a', entry('x', null)],
      ['hero', entry('A "quoted"\nprompt')],
    ]),
  );
  expect(text).toBe(`{
  "images": {
    "hero": {
      "cost": 0.06,
      "outputs": [
        {
          "bytes": 3,
          "path": "assets/hero.png",
          "sha256": "${'a'.repeat(64)}"
        }
      ],
      "recipe": {
        "files": {},
        "model": "a/b",
        "parameters": {
          "a": {
            "b": 2,
            "z": 1
          },
          "seed": 7
        },
        "prompt": "A \\"quoted\\"\\nprompt"
      },
      "recipe_sha256": "84df418cbd7054155b8443f1d4f42e3741339a81b2ef701f47e7e06abe233eab",
      "request_id": "r-1",
      "seed": 7
    },
    "icons/a": {
      "cost": 0.06,
      "outputs": [
        {
          "bytes": 3,
          "path": "assets/hero.png",
          "sha256": "${'a'.repeat(64)}"
        }
      ],
      "recipe": {
        "files": {},
        "model": "a/b",
        "parameters": {},
        "prompt": "x"
      },
      "recipe_sha256": "83674a1a5775a196845aefafa15baab749d32d6e76747a9d68284d67394039f1",
      "request_id": "r-1",
      "seed": null
    }
  },
  "version": 1
}
`);
  expect(lockText(new Map())).toBe('{\n  "images": {},\n  "version": 1\n}\n');
});

test('what is written can be read again, in any order', () => {
  const id = fc.stringMatching(/^[a-zA-Z0-9._/-]{1,12}$/);
  const entries = fc.dictionary(id, fc.tuple(fc.string(), fc.option(fc.nat())), { maxKeys: 8 });
  fc.assert(
    fc.property(entries, (wanted) => {
      const pairs = Object.entries(wanted).map(([name, [prompt, seed]]) => [name, entry(prompt, seed)] as const);
      const text = lockText(new Map(pairs));
      expect(lockText(new Map(pairs.toReversed()))).toBe(text);
      expect(JSON.stringify(JSON.parse(text), null, 2)).toHaveLength(text.length - 1);
      const read = parseLock(text, 'images.lock.json');
      expect(new Map(read)).toEqual(new Map(pairs));
      expect(lockText(read)).toBe(text);
    }),
  );
});

const good = lockText(new Map([['hero', entry('x')]]));
test.each([
  { name: 'an empty file', text: '', says: /not JSON/ },
  { name: 'half a file', text: good.slice(0, 200), says: /not JSON/ },
  { name: 'the merge conflict markers', text: `<<<<<<< HEAD\n${good}`, says: /merge conflict/ },
  { name: 'another version', text: good.replace('"version": 1', '"version": 2'), says: /version/ },
  { name: 'no images', text: '{"version": 1}', says: /images/ },
  { name: 'a list', text: '[]', says: /images/ },
  { name: 'an invalid entry', text: '{"version":1,"images":{"hero":7}}', says: /hero/ },
  {
    name: 'a hash of something else',
    text: good.replace('"prompt": "x"', '"prompt": "y"'),
    says: /hero.*not the hash/,
  },
  { name: 'an unknown member', text: good.replace('"cost"', '"costs"'), says: /hero/ },
  { name: 'a size below zero', text: good.replace('"bytes": 3', '"bytes": -3'), says: /hero > outputs > 0 > bytes/ },
])('refused, and does not count as empty: $name', ({ text, says }) => {
  expect(() => parseLock(text, 'images.lock.json')).toThrow(ActionError);
  expect(() => parseLock(text, 'images.lock.json')).toThrow(says);
});

test('anything that is not a lock is refused; only a missing lock is empty', async () => {
  await using folder = await openFolder();
  expect((await readLock(path.join(folder.path, 'none.lock.json'), 'none.lock.json')).size).toBe(0);
  await expect(readLock(folder.path, 'folder')).rejects.toThrow(/folder cannot be read/);
});

test('entries are on disk once they are reported, without leftover files', async () => {
  await using folder = await openFolder();
  const file = path.join(folder.path, 'images.lock.json');
  const writer = createLockWriter(file, new Map());
  await Promise.all(
    Array.from({ length: 50 }, async (_, n) => {
      await writer.put(`image-${n}`, entry(`prompt ${n}`));
      expect(parseLock(readFileSync(file, 'utf8'), file).has(`image-${n}`)).toBe(true);
    }),
  );
  const lock = await readLock(file, 'images.lock.json');
  expect(lock.size).toBe(50);
  await createLockWriter(file, lock).drop([...lock.keys()].filter((id) => id !== 'image-3'));
  expect([...(await readLock(file, 'images.lock.json')).keys()]).toEqual(['image-3']);
  expect(readdirSync(folder.path)).toEqual(['images.lock.json']);
});

test('unchanged entries are not written', async () => {
  await using folder = await openFolder();
  const file = path.join(folder.path, 'images.lock.json');
  const lock: Lock = new Map([['hero', entry('x')]]);
  const writer = createLockWriter(file, lock);
  await writer.put('hero', entry('x'));
  await writer.drop(['other']);
  expect(readdirSync(folder.path)).toEqual([]);
  expect(writer.changed()).toBe(false);
  await writer.put('hero', entry('y'));
  expect(writer.changed()).toBe(true);
});

test('a missing folder fails the entry, not the process, and the next entry is tried', async () => {
  await using folder = await openFolder();
  const writer = createLockWriter(path.join(folder.path, 'sub/images.lock.json'), new Map());
  await expect(writer.put('a', entry('x'))).rejects.toMatchObject({ kind: 'save-failed' });
  await folder.write('sub/keep', '');
  await writer.put('b', entry('x'));
  expect((await readLock(path.join(folder.path, 'sub/images.lock.json'), 'lock')).size).toBe(2);
});

test('`missing` and `accepted` are kept, and only in the text if set', () => {
  const lock: Lock = new Map([
    ['plain', entry('x')],
    ['parts', { ...entry('y'), missing: 2 }],
    ['retouched', { ...entry('z'), accepted: true }],
  ]);
  const text = lockText(lock);
  expect(text.match(/"(missing|accepted)": .*/g)).toEqual(['"missing": 2,', '"accepted": true,']);
  expect(new Map(parseLock(text, 'lock'))).toEqual(lock);
});

test('the holder of each path is always known', async () => {
  await using folder = await openFolder();
  const writer = createLockWriter(path.join(folder.path, 'lock.json'), new Map([['hero', entry('x')]]));
  expect([writer.holderOf('assets/HERO.png'), writer.holderOf('assets/other.png')]).toEqual(['hero', null]);
  await writer.put('new', entry('x'));
  expect(writer.holderOf('assets/hero.png')).toBe('new');
  await writer.drop(['hero']);
  expect(writer.holderOf('assets/hero.png')).toBe('new');
  await writer.put('new', { ...entry('x'), outputs: [] });
  expect(writer.holderOf('assets/hero.png')).toBeNull();
});
