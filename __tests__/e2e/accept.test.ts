// Mode accept, through the bundle: retouched files go into the lock as they are, offline and free.
import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { jpg } from '../helpers/media.ts';
import { type Night, type Nights, openNights } from '../helpers/nights.ts';

const EDIT = 'model: blackforestlabs/flux-1-kontext/pro/edit';
const HERO = '  - { id: hero, prompt: dawn, output: assets/hero.jpg }\n';
const ICON = '  - { id: icon, prompt: gull, output: assets/icon.jpg }\n';
const POSTER = `  - { id: poster, prompt: poster, ${EDIT}, files: { image_url: assets/hero.jpg }, output: assets/poster.jpg }\n`;
const manifest = (...images: readonly string[]): string => `version: 1\nimages:\n${images.join('')}`;

const RETOUCHED = jpg(40, 30);
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const offline = { 'api-token': '', 'api-url': 'https://127.0.0.1:1', 'allowed-download-hosts': '' };

async function made(...images: readonly string[]): Promise<Nights> {
  const nights = await openNights(manifest(...images));
  nights.simulator.output((_request, hosted) => ({ image: hosted({ body: jpg() }) }));
  await nights.run();
  return nights;
}

const accept = (nights: Nights, inputs: Readonly<Record<string, string>> = {}): Promise<Night> =>
  nights.run({ mode: 'accept', ...offline, ...inputs });
const check = (nights: Nights): Promise<Night> => nights.run({ mode: 'check', ...offline });

test('a retouched file is in the lock as it is, check succeeds, and no call was made', async () => {
  await using nights = await made(HERO, ICON);
  const before = JSON.parse(await nights.lock()).images;
  await nights.write('assets/hero.jpg', RETOUCHED);
  const red = await check(nights);
  expect(red).toMatchObject({ exitCode: 1 });
  expect(red.summary).toContain('<code>mode: accept</code>, <code>only: hero</code>');
  const calls = nights.simulator.calls.length;
  const night = await accept(nights);
  expect(nights.simulator.calls).toHaveLength(calls);
  expect(night).toMatchObject({ exitCode: 0, errors: [], warnings: [], outputs: { changed: 'true', count: '0' } });
  const told = `${jpg().length.toLocaleString('en-US')} → ${RETOUCHED.length.toLocaleString('en-US')} bytes`;
  expect(night.log).toContain(`hero: accepted assets/hero.jpg (${told}, 40×30 pixels)`);
  expect(night.summary).toContain(told);
  expect(night.summary).toContain('40×30 pixels');
  expect(JSON.parse(await nights.lock()).images).toEqual({
    ...before,
    hero: {
      ...before.hero,
      accepted: true,
      outputs: [{ path: 'assets/hero.jpg', bytes: RETOUCHED.length, sha256: sha256(RETOUCHED) }],
    },
  });
  expect(await check(nights)).toMatchObject({ exitCode: 0, annotations: [] });
  const lock = await nights.lock();
  expect(await nights.run()).toMatchObject({ exitCode: 0, submits: 0, warnings: [] });
  expect(await nights.lock()).toBe(lock);
});

test('only says which', async () => {
  await using nights = await made(HERO, ICON);
  for (const name of ['hero', 'icon']) await nights.write(`assets/${name}.jpg`, RETOUCHED);
  await accept(nights, { only: 'ic*' });
  const { hero, icon } = JSON.parse(await nights.lock()).images;
  expect([hero.accepted, icon.accepted]).toEqual([undefined, true]);
});

test('if nothing is modified, nothing is written', async () => {
  await using nights = await made(HERO);
  const lock = await nights.lock();
  const night = await accept(nights);
  expect(night).toMatchObject({ exitCode: 0, outputs: { changed: 'false' } });
  expect(night.log).toContain('Nothing to accept');
  expect(await nights.lock()).toBe(lock);
});

test.each([
  { name: 'the recipe has changed too', now: HERO.replace('dawn', 'dusk'), says: /hero: its recipe has changed too/ },
  {
    name: 'the manifest names another path',
    now: HERO.replace('hero.jpg', 'new.jpg'),
    says: /hero: run `mode: generate` first, which is free here/,
  },
])('not accepted: $name', async ({ now, says }) => {
  await using nights = await made(HERO);
  const lock = await nights.lock();
  await nights.write('assets/hero.jpg', RETOUCHED);
  await nights.write('images.yml', manifest(now));
  expect(await accept(nights)).toMatchObject({ exitCode: 0, warnings: [expect.stringMatching(says)] });
  expect(await nights.lock()).toBe(lock);
});

test.each([
  { name: 'was moved to the new path in the manifest', now: HERO.replace('hero.jpg', 'new.jpg'), file: 'new.jpg' },
  { name: 'has a new id', now: HERO.replace('id: hero', 'id: held'), file: 'hero.jpg' },
])('accepts a retouched file that $name', async ({ now, file }) => {
  await using nights = await made(HERO);
  await nights.write('images.yml', manifest(now));
  if (file !== 'hero.jpg') await nights.remove('assets/hero.jpg');
  await nights.write(`assets/${file}`, RETOUCHED);
  const [red] = (await check(nights)).errors;
  expect(red).toMatch(/accept it \(`mode: accept`/);
  expect(await accept(nights)).toMatchObject({ exitCode: 0, warnings: [] });
  const outputs = [{ path: `assets/${file}`, bytes: RETOUCHED.length, sha256: sha256(RETOUCHED) }];
  expect(Object.values(JSON.parse(await nights.lock()).images)).toMatchObject([{ accepted: true, outputs }]);
  expect(await check(nights)).toMatchObject({ exitCode: 0, annotations: [] });
  expect(await nights.run()).toMatchObject({ exitCode: 0, submits: 0 });
});

describe('for an image with several files', () => {
  const SET = '  - { id: set, prompt: set, output: "assets/set-{index}.jpg" }\n';

  async function setOf(status: number): Promise<Nights> {
    const nights = await openNights(manifest(SET));
    nights.simulator.output((_request, hosted) => [hosted({ body: jpg() }), hosted({ body: jpg(9, 9), status })]);
    await nights.run();
    await nights.write('assets/set-1.jpg', RETOUCHED);
    return nights;
  }

  test('a retouched file is accepted even if another one could never be downloaded', async () => {
    await using nights = await setOf(400);
    await nights.forget();
    await nights.run();
    const night = await accept(nights);
    expect(night).toMatchObject({ exitCode: 0, warnings: [] });
    expect(night.log).toContain('set: 1 file of its request could not be downloaded, and will not be any more');
    expect(await check(nights)).toMatchObject({ exitCode: 0 });
    expect(await nights.run()).toMatchObject({ exitCode: 0, submits: 0 });
  });

  test('no file is accepted while another one is missing and can be collected', async () => {
    await using nights = await setOf(200);
    await nights.remove('assets/set-2.jpg');
    expect(await accept(nights)).toMatchObject({
      exitCode: 0,
      warnings: [expect.stringMatching(/set: run `mode: generate` first, which is free here/)],
    });
    await nights.run();
    expect(await accept(nights)).toMatchObject({ exitCode: 0, warnings: [] });
    expect(await check(nights)).toMatchObject({ exitCode: 0, annotations: [] });
  });
});

test('for a Git LFS pointer, accepts the file that it points to', async () => {
  await using nights = await made(HERO);
  const oid = sha256(RETOUCHED);
  await nights.write('assets/hero.jpg', `version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize 12345\n`);
  await accept(nights);
  expect(JSON.parse(await nights.lock()).images.hero.outputs).toEqual([
    { path: 'assets/hero.jpg', bytes: 12345, sha256: oid },
  ]);
  expect(await check(nights)).toMatchObject({ exitCode: 0, annotations: [] });
});

test('a missing file of an accepted entry is neither fetched nor made, except by force', async () => {
  await using nights = await made(HERO, POSTER);
  await nights.write('assets/hero.jpg', RETOUCHED);
  await accept(nights);
  await nights.run();
  await nights.remove('assets/hero.jpg');
  const calls = nights.simulator.calls.length;
  // The image made from it waits until it is restored, and is not out of date.
  expect(JSON.parse((await nights.run({ mode: 'plan', ...offline })).outputs.plan ?? '')).toMatchObject([
    { id: 'hero', action: 'changed' },
    { id: 'poster', action: 'unchanged' },
  ]);
  const night = await nights.run();
  expect(night).toMatchObject({
    exitCode: 1,
    submits: 0,
    errors: [expect.stringMatching(/accepted as is.*`force`/s)],
  });
  expect(nights.simulator.calls).toHaveLength(calls);
  expect(await check(nights)).toMatchObject({ exitCode: 1 });
  expect(await nights.run({ force: 'hero' })).toMatchObject({ exitCode: 0, submits: 2 });
  expect(JSON.parse(await nights.lock()).images.hero.accepted).toBeUndefined();
});

test('what is made from an accepted file is out of date until it is made', async () => {
  await using nights = await made(HERO, POSTER);
  await nights.write('assets/hero.jpg', RETOUCHED);
  await accept(nights);
  const { annotations } = await check(nights);
  expect(annotations.map(({ message }) => message)[0]).toMatch(/^poster is out of date \(files\.image_url/);
  expect(await nights.run()).toMatchObject({ exitCode: 0, submits: 1 });
  expect(await check(nights)).toMatchObject({ exitCode: 0, annotations: [] });
});
