// What is in the lock is never paid for again, through the bundle: missing files, parts of a request, moves, copies and renames, night after night.
import { execFileSync } from 'node:child_process';
import { access, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { jpg, png } from '../helpers/media.ts';
import { type Nights, openNights } from '../helpers/nights.ts';

const SIZE = 'image_size: { width: 48, height: 32 }';
const image = (id: string, prompt: string, more = ''): string =>
  `  - { id: ${id}, prompt: ${prompt}, parameters: { ${SIZE}, seed: 7, output_format: png }, output: assets/${id}.png${more} }\n`;
const manifest = (...images: readonly string[]): string => `version: 1\nimages:\n${images.join('')}`;
const TWO = manifest(image('hero', 'A lighthouse'), image('icon', 'A gull'));

/** Output `paths` of a run that changed the lock, which may be told there too. */
const withLock = (file: string): unknown =>
  expect.stringMatching(new RegExp(`^${file.replaceAll('.', '\\.')}(\nimages\\.lock\\.json)?$`));

function git(nights: Nights, ...given: readonly string[]): void {
  const who = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'init.defaultBranch=main'];
  execFileSync('git', [...who, ...given], { cwd: nights.folder.path, stdio: 'pipe' });
}

describe('a locked file that is missing', () => {
  test('is collected for free, whatever the limits, and lock and file are as before', async () => {
    await using nights = await openNights(TWO);
    await nights.run();
    const [lock, hero] = [await nights.lock(), await nights.read('assets/hero.png')];
    await nights.remove('assets/hero.png');
    const plan = await nights.run({ mode: 'plan' });
    const id = JSON.parse(lock).images.hero.request_id;
    expect(JSON.parse(plan.outputs.plan ?? '')[0]).toEqual({
      id: 'hero',
      action: 'changed',
      reasons: ['"assets/hero.png" is missing', `collected from request ${id}, free`],
      price: 0,
    });
    const run = await nights.run({ 'max-cost': '0', 'max-images': '1' });
    expect(run).toMatchObject({ exitCode: 0, submits: 0, outputs: { count: '1', paths: 'assets/hero.png', cost: '' } });
    expect((await nights.read('assets/hero.png')).equals(hero)).toBe(true);
    expect(await nights.lock()).toBe(lock);
    expect(await nights.run({ mode: 'check' })).toMatchObject({ exitCode: 0, annotations: [] });
  });

  test('of several files is collected alone, and a retouched one stays', async () => {
    await using nights = await openNights('version: 1\nimages:\n  - { id: a, prompt: x, output: a.jpg }\n');
    nights.simulator.output((_request, hosted) => [jpg(), jpg(40, 30), jpg(20, 20)].map((body) => hosted({ body })));
    await nights.run();
    const lock = await nights.lock();
    await nights.write('a-2.jpg', 'retouched');
    await nights.remove('a.jpg');
    const run = await nights.run();
    expect(run).toMatchObject({ exitCode: 0, submits: 0, outputs: { paths: 'a.jpg' } });
    expect((await nights.read('a.jpg')).equals(jpg())).toBe(true);
    expect(String(await nights.read('a-2.jpg'))).toBe('retouched');
    expect(await nights.lock()).toBe(lock);
  });

  test.concurrent('is made anew where RunComfy has it no longer, and only then counts for the limits', async () => {
    await using nights = await openNights(TWO);
    await nights.run();
    await nights.remove('assets/hero.png');
    await nights.forget();
    const poor = await nights.run({ 'max-cost': '0.01' });
    expect(poor).toMatchObject({ exitCode: 1, submits: 0, errors: [expect.stringMatching(/max-cost/)] });
    const lock = await nights.lock();
    await nights.write('images.yml', `${TWO}${image('new', 'A boat')}`);
    const few = await nights.run({ 'max-images': '1' });
    expect(few).toMatchObject({ exitCode: 1, submits: 1, errors: [expect.stringMatching(/max-images/)] });
    expect(JSON.parse(await nights.lock()).images.hero).toEqual(JSON.parse(lock).images.hero);
    const run = await nights.run({ 'max-images': '1' });
    expect(run).toMatchObject({ exitCode: 0, submits: 1, outputs: { paths: withLock('assets/hero.png') } });
  });

  test.concurrent.each([
    [
      'left out of a sparse checkout',
      (nights: Nights) => {
        git(nights, 'sparse-checkout', 'set', '--cone', '--sparse-index', 'other');
        git(nights, 'config', 'core.fsmonitor', './never-started');
      },
      /assets\/hero\.png.*`git sparse-checkout add "assets"`/,
    ],
    [
      'left out of a sparse checkout without cones',
      (nights: Nights) => git(nights, 'sparse-checkout', 'set', '--no-cone', '/*', '!assets'),
      /`git sparse-checkout add "assets"`/,
    ],
    [
      'deleted, but not for good',
      (nights: Nights) => rm(path.join(nights.folder.path, 'assets'), { recursive: true }),
      /`git checkout -- "assets\/hero\.png"`/,
    ],
    [
      'in a repository that git cannot read',
      async (nights: Nights) => {
        await rm(path.join(nights.folder.path, 'assets'), { recursive: true });
        await nights.write('.git/index', 'no index');
      },
      /git could not say/,
    ],
  ])(
    'and that git has, %s, is collected; where RunComfy has it no longer, nothing is paid',
    async (_name, leave, says) => {
      await using nights = await openNights(manifest(image('hero', 'A lighthouse')));
      await nights.run();
      await nights.write('other/file', '');
      git(nights, 'init');
      git(nights, 'add', '--all');
      git(nights, 'commit', '--message', 'all');
      await leave(nights);
      await expect(access(path.join(nights.folder.path, 'assets/hero.png'))).rejects.toThrow();
      const collected = await nights.run();
      expect(collected).toMatchObject({ exitCode: 0, submits: 0, outputs: { paths: 'assets/hero.png' } });

      await rm(path.join(nights.folder.path, 'assets'), { recursive: true });
      await nights.forget();
      // What else is to be made comes first in the manifest; and what is gone from it stays in the lock.
      await nights.write('images.yml', manifest(image('a', 'A boat'), image('hero', 'A lighthouse')));
      for (const failOn of ['any', 'never']) {
        const refused = await nights.run({ concurrency: '1', 'fail-on': failOn });
        expect(refused).toMatchObject({ exitCode: 1, submits: 0, errors: [expect.stringMatching(says)] });
      }
      const forced = await nights.run({ only: 'hero', force: 'hero' });
      expect(forced).toMatchObject({ exitCode: 0, submits: 1 });
    },
  );

  test.concurrent('is made anew where git does not have it: it was deleted for good', async () => {
    await using nights = await openNights(manifest(image('hero', 'A lighthouse')));
    git(nights, 'init');
    await nights.run();
    git(nights, 'add', 'images.yml', 'images.lock.json');
    git(nights, 'commit', '--message', 'without the image');
    await nights.remove('assets/hero.png');
    await nights.forget();
    expect(await nights.run()).toMatchObject({ exitCode: 0, submits: 1 });
  });

  test.concurrent('of a run that is refused, no entry is dropped', async () => {
    await using nights = await openNights(TWO);
    await nights.run();
    git(nights, 'init');
    git(nights, 'add', '--all');
    git(nights, 'commit', '--message', 'all');
    const lock = await nights.lock();
    await nights.remove('assets/hero.png');
    await nights.forget();
    await nights.write('images.yml', manifest(image('hero', 'A lighthouse')));
    expect(await nights.run()).toMatchObject({ exitCode: 1, submits: 0 });
    expect(await nights.lock()).toBe(lock);
  });
});

describe('a request with a file that could not be downloaded', () => {
  const PAIR = 'version: 1\nimages:\n  - { id: hero, prompt: x, output: hero.jpg }\n';
  const FILES = [jpg(), jpg(40, 30), jpg(20, 20)];

  /** `lost`: which files cannot be downloaded, and with which status. Can change from night to night. */
  const pair = (nights: Nights, lost: Record<number, number>, files = FILES.slice(0, 2)): void =>
    nights.simulator.output((_request, hosted) => ({
      images: files.map((body, n) =>
        hosted({
          body,
          get status() {
            return lost[n] ?? 200;
          },
        }),
      ),
    }));
  const entry = async (nights: Nights) => JSON.parse(await nights.lock()).images.hero;

  test.concurrent.each([
    ['the second', 1, ['hero.jpg']],
    ['the first', 0, ['hero.jpg']],
  ])('%s, is locked at once and completed the next night, free', async (_name, missing, paths) => {
    await using nights = await openNights(PAIR);
    const lost: Record<number, number> = { [missing]: 400 };
    pair(nights, lost);
    const first = await nights.run();
    expect(first).toMatchObject({ exitCode: 1, submits: 1, outputs: { count: '1', 'failed-count': '1' } });
    expect(await entry(nights)).toMatchObject({ missing: 1, outputs: paths.map((file) => ({ path: file })) });
    const check = await nights.run({ mode: 'check' });
    expect(check).toMatchObject({ exitCode: 0, warnings: [expect.stringMatching(/1 file of its request/)] });

    // A retouched file is kept.
    await nights.write('hero.jpg', 'retouched');
    lost[missing] = 200;
    const second = await nights.run({ 'max-cost': '0', 'max-images': '1' });
    expect(second).toMatchObject({ exitCode: 0, submits: 0, outputs: { paths: withLock('hero-2.jpg') } });
    expect(String(await nights.read('hero.jpg'))).toBe('retouched');
    expect((await nights.read('hero-2.jpg')).equals(FILES[missing] ?? Buffer.of())).toBe(true);
    const whole = await entry(nights);
    expect(whole).not.toHaveProperty('missing');
    expect(whole.outputs.map(({ path: file }: { path: string }) => file)).toEqual(
      missing === 1 ? ['hero.jpg', 'hero-2.jpg'] : ['hero-2.jpg', 'hero.jpg'],
    );
    const lock = await nights.lock();
    for (let night = 3; night < 5; night++)
      expect(await nights.run()).toMatchObject({ exitCode: 0, submits: 0, outputs: { changed: 'false' } });
    expect(await nights.lock()).toBe(lock);
  });

  test.concurrent('by a numbered output keeps its number for it', async () => {
    await using nights = await openNights(PAIR.replace('hero.jpg', '"hero-{index}.jpg"'));
    const lost: Record<number, number> = { 0: 400, 1: 400 };
    pair(nights, lost, FILES);
    await nights.run();
    expect(await entry(nights)).toMatchObject({ missing: 2, outputs: [{ path: 'hero-3.jpg' }] });
    lost[1] = 200;
    expect(await nights.run()).toMatchObject({
      exitCode: 1,
      submits: 0,
      outputs: { paths: withLock('hero-2.jpg') },
    });
    expect(await entry(nights)).toMatchObject({
      missing: 1,
      outputs: [{ path: 'hero-2.jpg' }, { path: 'hero-3.jpg' }],
    });
    lost[0] = 200;
    expect(await nights.run()).toMatchObject({
      exitCode: 0,
      submits: 0,
      outputs: { paths: withLock('hero-1.jpg') },
    });
    expect(await nights.run()).toMatchObject({ exitCode: 0, submits: 0, outputs: { count: '0', changed: 'false' } });
  });

  test.concurrent.each([['request'], ['file']] as const)(
    'is told once a night as soon as RunComfy has the %s no longer, and made anew only by force',
    async (what) => {
      await using nights = await openNights(PAIR);
      const lost: Record<number, number> = { 1: 400 };
      pair(nights, lost);
      await nights.run();
      const lock = await nights.lock();
      if (what === 'file') lost[1] = 410;
      else await nights.forget();
      for (let night = 0; night < 2; night++) {
        const run = await nights.run({ 'max-cost': '1' });
        expect(run).toMatchObject({
          exitCode: 0,
          submits: 0,
          warnings: [expect.stringMatching(/no longer has.*hero.*`force`/)],
          outputs: { 'failed-count': '0', changed: 'false' },
        });
      }
      expect(await nights.lock()).toBe(lock);
      pair(nights, {});
      expect(await nights.run({ force: 'hero' })).toMatchObject({ exitCode: 0, submits: 1, warnings: [] });
      expect(await entry(nights)).not.toHaveProperty('missing');
    },
  );

  test.concurrent('is made anew with another recipe, and what stands in the way of its name stays', async () => {
    await using nights = await openNights(PAIR);
    const lost: Record<number, number> = { 1: 400 };
    pair(nights, lost);
    await nights.run();
    await nights.write('hero-2.jpg', 'by hand');
    lost[1] = 200;
    expect(await nights.run()).toMatchObject({
      exitCode: 0,
      submits: 0,
      outputs: { paths: withLock('hero-3.jpg') },
    });
    expect(String(await nights.read('hero-2.jpg'))).toBe('by hand');
    expect(await nights.run()).toMatchObject({ submits: 0, outputs: { changed: 'false' } });
    await nights.write('images.yml', PAIR.replace('prompt: x', 'prompt: y'));
    expect(await nights.run()).toMatchObject({ exitCode: 0, submits: 1 });
  });
});

describe('a manifest without its lock', () => {
  test.each([
    ['renamed', 'pictures.yml'],
    ['renamed to JSON', 'pictures.json'],
  ])('that was %s is refused with the way out, and pays nothing once the lock is renamed too', async (_name, file) => {
    await using nights = await openNights(TWO);
    await nights.run();
    const at = (name: string): string => path.join(nights.folder.path, name);
    await rename(at('images.yml'), at(file));
    for (const mode of ['generate', 'plan', 'check']) {
      const refused = await nights.run({ manifest: file, mode });
      expect(refused).toMatchObject({
        exitCode: 1,
        submits: 0,
        errors: [expect.stringMatching(/"images\.lock\.json".*git mv images\.lock\.json pictures\.lock\.json.*delete/)],
      });
    }
    await rename(at('images.lock.json'), at('pictures.lock.json'));
    expect(await nights.run({ manifest: file })).toMatchObject({ exitCode: 0, submits: 0 });
  });

  test.each([
    [
      'of another manifest',
      { 'other.yaml': 'version: 1\nimages: []\n', 'other.lock.json': '{"version":1,"images":{}}' },
    ],
    ['of another tool', { 'deno.lock.json': '{"version":1,"packages":{}}', 'x.lock.json': 'no JSON' }],
    ['of another version', { 'x.lock.json': '{"version":2,"images":{}}' }],
    ['in another folder', { 'sub/x.lock.json': '{"version":1,"images":{}}' }],
  ])('is a new one beside a lock %s', async (_name, files) => {
    await using nights = await openNights(manifest(image('hero', 'A lighthouse')));
    for (const [file, content] of Object.entries(files)) await nights.write(file, content);
    expect(await nights.run()).toMatchObject({ exitCode: 0, submits: 1 });
  });
});

describe('a file that the lock gives to another id', () => {
  test.each([
    ['copied', 'A lighthouse'],
    ['generated', 'A boat'],
  ])('is not replaced by what is %s, until somebody has made room', async (how, prompt) => {
    await using nights = await openNights(TWO);
    await nights.run();
    const icon = await nights.read('assets/icon.png');
    await nights.write(
      'images.yml',
      manifest(
        image('hero', 'A lighthouse'),
        image('icon', 'x').replace('id: icon', 'id: new').replace('prompt: x', `prompt: ${prompt}`),
      ),
    );
    const refused = await nights.run();
    expect(refused).toMatchObject({
      exitCode: 1,
      submits: 0,
      errors: [expect.stringMatching(/^new: "assets\/icon\.png" is still the file of "icon".*delete or move/)],
    });
    expect((await nights.read('assets/icon.png')).equals(icon)).toBe(true);
    await nights.remove('assets/icon.png');
    expect(await nights.run()).toMatchObject({ exitCode: 0, submits: how === 'copied' ? 0 : 1 });
    expect(await nights.run({ mode: 'check' })).toMatchObject({ exitCode: 0, annotations: [] });
  });

  test('is not replaced by a copy if `only` selects a part', async () => {
    await using nights = await openNights(TWO);
    await nights.run();
    const icon = await nights.read('assets/icon.png');
    const moved = manifest(
      image('hero', 'A lighthouse'),
      image('icon', 'A gull').replace('assets/icon', 'assets/gull'),
      image('icon', 'A lighthouse').replace('id: icon', 'id: new'),
    );
    await nights.write('images.yml', moved);
    const refused = await nights.run({ only: 'new' });
    expect(refused).toMatchObject({
      exitCode: 1,
      errors: [expect.stringMatching(/still the file of "icon".*only: icon/)],
    });
    expect((await nights.read('assets/icon.png')).equals(icon)).toBe(true);
    // All together, each gets its own.
    expect(await nights.run()).toMatchObject({ exitCode: 0, submits: 0 });
    expect((await nights.read('assets/gull.png')).equals(icon)).toBe(true);
    expect((await nights.read('assets/icon.png')).equals(await nights.read('assets/hero.png'))).toBe(true);
  });

  test('is exchanged with it if both outputs are', async () => {
    await using nights = await openNights(TWO);
    await nights.run();
    const [hero, icon] = [await nights.read('assets/hero.png'), await nights.read('assets/icon.png')];
    await nights.write(
      'images.yml',
      TWO.replace('assets/hero', 'assets/x').replace('assets/icon', 'assets/hero').replace('assets/x', 'assets/icon'),
    );
    expect(await nights.run()).toMatchObject({ exitCode: 0, submits: 0 });
    expect((await nights.read('assets/hero.png')).equals(icon)).toBe(true);
    expect((await nights.read('assets/icon.png')).equals(hero)).toBe(true);
    expect(await nights.run({ mode: 'check' })).toMatchObject({ exitCode: 0, annotations: [] });
  });

  test('is taken over by the new id of the same image', async () => {
    await using nights = await openNights(TWO);
    await nights.run();
    await nights.write('images.yml', TWO.replace('id: hero', 'id: header'));
    expect(await nights.run({ only: 'header' })).toMatchObject({
      exitCode: 0,
      submits: 0,
      outputs: { changed: 'true' },
    });
    expect(Object.keys(JSON.parse(await nights.lock()).images)).toEqual(['header', 'icon']);
  });
});

test('two models with two files each, hero.png and hero-2.png: always stable', async () => {
  await using nights = await openNights(
    'version: 1\nimages:\n  - { id: a, prompt: one, output: hero.png, parameters: { output_format: png } }\n  - { id: b, prompt: two, output: hero-2.png, parameters: { output_format: png } }\n',
  );
  nights.simulator.output(({ body: { prompt } }, hosted) => ({
    images: [0, 1].map((n) => hosted({ body: png(prompt === 'one' ? 20 : 30, 20 + n) })),
  }));
  await nights.run();
  const lock = await nights.lock();
  for (let night = 2; night < 5; night++) {
    const run = await nights.run();
    expect(run).toMatchObject({ exitCode: 0, submits: 0, outputs: { count: '0', changed: 'false' } });
    expect(await nights.run({ mode: 'check' })).toMatchObject({ exitCode: 0, annotations: [] });
  }
  expect(await nights.lock()).toBe(lock);
  const paths = Object.values<{ outputs: { path: string }[] }>(JSON.parse(lock).images).flatMap(({ outputs }) =>
    outputs.map(({ path: file }) => file),
  );
  expect(new Set(paths).size).toBe(4);
});

test('a prompt file with CRLF is the prompt that was paid for, in either direction', async () => {
  await using nights = await openNights('version: 1\nimages:\n  - { id: a, prompt-file: a.txt, output: a.jpg }\n');
  await nights.write('a.txt', 'A lighthouse\n\nat dawn\n');
  await nights.run();
  await nights.write('a.txt', '\ufeffA lighthouse\r\n\r\nat dawn\r\n');
  expect(await nights.run()).toMatchObject({ exitCode: 0, submits: 0 });
  expect(await nights.run({ mode: 'check' })).toMatchObject({ exitCode: 0, annotations: [] });
});

test('Git LFS pointers count as what they name: an input, a file to copy, and one that would have to be sent', async () => {
  const edit = (id: string, prompt: string): string =>
    `  - { id: ${id}, prompt: ${prompt}, model: blackforestlabs/flux-1-kontext/pro/edit, files: { image_url: art/sketch.png }, output: ${id}.jpg }\n`;
  await using nights = await openNights(manifest(edit('a', 'x')));
  await nights.write('art/sketch.png', png());
  expect(await nights.run()).toMatchObject({ exitCode: 0, submits: 1 });
  const sha256 = JSON.parse(await nights.lock()).images.a.recipe.files.image_url;
  await nights.write(
    'art/sketch.png',
    `version https://git-lfs.github.com/spec/v1\noid sha256:${sha256}\nsize ${png().length}\n`,
  );
  for (const mode of ['generate', 'check'])
    expect(await nights.run({ mode })).toMatchObject({ exitCode: 0, submits: 0 });
  await nights.write('images.yml', manifest(edit('a', 'x'), edit('b', 'y')));
  expect(await nights.run({ mode: 'plan' })).toMatchObject({ exitCode: 0 });
  expect(await nights.run()).toMatchObject({
    exitCode: 1,
    submits: 0,
    errors: [expect.stringMatching(/lfs: true.*b: "image_url"/)],
  });
  expect(await nights.run({ manifest: '', prompt: 'x', files: 'image: art/sketch.png' })).toMatchObject({
    exitCode: 1,
    submits: 0,
    errors: [expect.stringMatching(/files.*lfs: true/)],
  });
});
