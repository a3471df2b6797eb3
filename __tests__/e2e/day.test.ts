// A day in the life of a repository with an image, images made from it, and icons: from the first plan to the comment on the pull request.
import { execFileSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { pullRequestEvent } from '../../simulator/runner/environment.ts';
import { box, jpg, mp4 } from '../helpers/media.ts';
import { type Night, type Nights, openNights } from '../helpers/nights.ts';

const MANIFEST = `version: 1
images:
  - id: trailer
    prompt: The lighthouse, waves rolling
    model: wan-ai/wan-2.7/image-to-video
    files: { image_url: assets/hero-large.jpg }
    output: assets/trailer.mp4
  - id: hero
    prompt: A lighthouse at dawn, seen from the sea
    output: assets/hero.jpg
  - id: hero-large
    prompt: The same picture, four times as large
    model: blackforestlabs/flux-1-kontext/pro/edit
    files: { image_url: assets/hero.jpg }
    output: assets/hero-large.jpg
  - id: icon-{theme}-{n}
    prompt: An app icon for a weather app, {theme} theme
    matrix: { theme: [light, dark], n: [1, 2] }
    parameters: { seed: "{n}" }
    output: assets/icons/{theme}-{n}.jpg
`;
const ICONS = ['icon-light-1', 'icon-light-2', 'icon-dark-1', 'icon-dark-2'];
const CLIP = mp4(box('moov', Buffer.alloc(200)), box('mdat', Buffer.alloc(5_000)));
const offline = { 'api-token': '', 'api-url': 'https://127.0.0.1:1' };

const git = (nights: Nights, ...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=Octo', '-c', 'user.email=octo@example.com', ...args], {
    cwd: nights.folder.path,
    encoding: 'utf8',
  });
const commit = (nights: Nights): void => {
  git(nights, 'add', '--all');
  git(nights, 'commit', '--quiet', '--message', 'Images');
};
const onPullRequest = (nights: Nights): Promise<Night> =>
  nights.run({ comment: 'true' }, { onRecord: true, event: pullRequestEvent() });
const madeBy = (nights: Nights, from: number): readonly unknown[] =>
  nights.simulator.requests.slice(from).map(({ body }) => body.prompt);
const linesAbout = (night: Night, ...ids: readonly string[]): readonly string[] =>
  night.log.split('\n').filter((line) => ids.some((id) => line.startsWith(`${id}: `)));

test('a day in a repository: plan, generate, retouch, accept, change a word, compare', async () => {
  await using nights = await openNights(MANIFEST);
  // The same prompt and source give the same image, and others give another one.
  nights.simulator.output(({ model, body: { prompt, seed, image_url: source } }, hosted) => {
    const [width, height] = [30 + (String(prompt).length % 40), 20 + (String(source).length % 61) + Number(seed ?? 0)];
    return model.includes('video')
      ? { video: hosted({ type: 'video/mp4', body: CLIP }) }
      : { image: hosted({ body: jpg(width, height) }) };
  });
  git(nights, 'init', '--quiet', '.');
  commit(nights);

  const plan = await nights.run({ mode: 'plan' });
  expect(plan).toMatchObject({ exitCode: 0, submits: 0, outputs: { changed: 'false' } });
  expect(linesAbout(plan, 'trailer', 'hero', 'hero-large')).toEqual([
    'trailer: new (not in the lock; its source "assets/hero-large.jpg" will be made by "hero-large"), from $0.30',
    'hero: new (not in the lock), from $0.06',
    'hero-large: new (not in the lock; its source "assets/hero.jpg" will be made by "hero"), from $0.06',
  ]);
  expect(plan.log).toContain('images.yml: 7 to make from $0.66, 0 unchanged.');

  const first = await onPullRequest(nights);
  expect(first).toMatchObject({ exitCode: 0, submits: 7, warnings: [], errors: [] });
  expect(git(nights, 'status', '--short', '--untracked-files=all').trim().split('\n')).toHaveLength(8);
  commit(nights);
  expect(await nights.run({ mode: 'check', ...offline })).toMatchObject({ exitCode: 0, annotations: [] });

  // The image and one of the icons are retouched by hand.
  const [retouched, icon] = [jpg(81, 81), jpg(82, 82)];
  await nights.write('assets/hero.jpg', retouched);
  await nights.write('assets/icons/dark-2.jpg', icon);
  const red = await nights.run({ mode: 'check', ...offline });
  expect(red.exitCode).toBe(1);
  expect(red.annotations.map(({ line, message }) => `${line} ${message.split(' ')[0]}`)).toEqual([
    '3 trailer',
    '8 hero:',
    '11 hero-large',
    '16 icon-dark-2:',
    expect.stringMatching(/ 4$/),
  ]);

  expect(await nights.run({ mode: 'accept', ...offline })).toMatchObject({ exitCode: 0, submits: 0, warnings: [] });
  commit(nights);
  const before = nights.simulator.requests.length;
  // Only images made from the old image are generated again, from the retouched one.
  expect(await onPullRequest(nights)).toMatchObject({ exitCode: 0, submits: 2, warnings: [] });
  expect(madeBy(nights, before)).toEqual(['The same picture, four times as large', 'The lighthouse, waves rolling']);
  expect((await nights.read('assets/hero.jpg')).equals(retouched)).toBe(true);
  expect((await nights.read('assets/icons/dark-2.jpg')).equals(icon)).toBe(true);
  commit(nights);
  expect(await nights.run({ mode: 'check', ...offline })).toMatchObject({ exitCode: 0, annotations: [] });

  // One word of a prompt changes, so the images made from its image are generated again too.
  await nights.write('images.yml', MANIFEST.replace('at dawn', 'in a storm'));
  const changed = await onPullRequest(nights);
  expect(changed).toMatchObject({ exitCode: 0, submits: 3, outputs: { 'skipped-count': '4' } });
  expect(madeBy(nights, before + 2)).toEqual([
    'A lighthouse in a storm, seen from the sea',
    'The same picture, four times as large',
    'The lighthouse, waves rolling',
  ]);
  const lock = JSON.parse(await nights.lock()).images;
  expect(lock.hero.accepted).toBeUndefined();
  expect(lock['icon-dark-2'].accepted).toBe(true);
  const touched = git(nights, 'status', '--short')
    .trim()
    .split(/\s*\n\s*/);
  expect(touched.map((line) => line.replace(/^M\s+/, ''))).toEqual([
    'assets/hero-large.jpg',
    'assets/hero.jpg',
    'images.lock.json',
    'images.yml',
  ]);
  commit(nights);
  expect(await nights.run({ mode: 'check', ...offline })).toMatchObject({ exitCode: 0, annotations: [] });

  // One comment, with the images side by side in the order of generation, each below the image that it replaces.
  expect(nights.simulator.github.comments).toHaveLength(1);
  const [row = ''] = /<table>.*?<\/table>/s.exec(nights.simulator.github.comments[0]?.body ?? '') ?? [];
  const [above = [], below = []] =
    row.match(/<tr>.*?<\/tr>/gs)?.map((line) => [...line.matchAll(/<td.*?<\/td>/gs)].map(([cell]) => cell)) ?? [];
  expect(below.map((cell) => /<code>(.*?)<\/code>/.exec(cell.replace(/<a .*?<\/a>/, ''))?.[1])).toEqual([
    'hero.jpg',
    'hero-large.jpg',
    'trailer.mp4',
  ]);
  expect(above.map((cell) => /alt="([^"]*)"/.exec(cell)?.[1] ?? '')).toEqual([
    'before&#58; assets&#47;hero.jpg',
    'before&#58; assets&#47;hero-large.jpg',
    '',
  ]);
  expect(below[0]).toMatch(/<del>.*dawn.*<\/del>.*<ins>.*storm.*<\/ins>/s);
  for (const id of ICONS) expect(nights.simulator.github.comments[0]?.body).toContain(`<code>${id}</code>`);
});
