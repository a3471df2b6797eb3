// Images made from images, through the bundle: in one run, in order, and nothing is paid for if its input stays the same.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { jpg, png } from '../helpers/media.ts';
import { actionsOf, type Night, type Nights, openNights, planOf } from '../helpers/nights.ts';

const EDIT = 'model: blackforestlabs/flux-1-kontext/pro/edit';
const HERO = '  - { id: hero, prompt: dawn, output: assets/hero.jpg }\n';
const POSTER = `  - { id: poster, prompt: poster, ${EDIT}, files: { image_url: assets/hero.jpg }, output: assets/poster.jpg }\n`;
const TEASER = `  - { id: teaser, prompt: teaser, ${EDIT}, files: { image_url: assets/poster.jpg }, output: assets/teaser.jpg }\n`;
const OTHER = '  - { id: other, prompt: other, output: assets/other.jpg }\n';
const manifest = (...images: readonly string[]): string => `version: 1\nimages:\n${images.join('')}`;
const CHAIN = manifest(TEASER, POSTER, HERO);

/** The same picture for the same prompt. Text after `#` changes nothing. */
function pictureOf(prompt: unknown): Buffer {
  const [text = ''] = String(prompt).split('#');
  return jpg(20 + ([...text].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 50), 20);
}

async function open(text: string): Promise<Nights> {
  const nights = await openNights(text);
  nights.simulator.output(({ body }, hosted) => ({ image: hosted({ body: pictureOf(body.prompt) }) }));
  return nights;
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const prompts = ({ simulator }: Nights, from = 0): readonly unknown[] =>
  simulator.requests.slice(from).map(({ body }) => body.prompt);

async function entryOf(nights: Nights, id: string): Promise<unknown> {
  return JSON.parse(await nights.lock()).images[id];
}

async function failuresOf({ outputs }: Night): Promise<unknown> {
  return JSON.parse(await readFile(outputs['report-file'] ?? '', 'utf8')).failures;
}

describe('a chain', () => {
  test('is made in one run, each from the file of the one before; outputs keep the order of the manifest', async () => {
    await using nights = await open(CHAIN);
    const night = await nights.run();
    expect(night).toMatchObject({ exitCode: 0, errors: [], warnings: [] });
    expect(prompts(nights)).toEqual(['dawn', 'poster', 'teaser']);
    const bodies = nights.simulator.requests.map(({ body }) => body.image_url);
    const uri = (prompt: string): string => `data:image/jpeg;base64,${pictureOf(prompt).toString('base64')}`;
    expect(bodies).toEqual([undefined, uri('dawn'), uri('poster')]);
    const images: readonly { readonly id: string }[] = JSON.parse(night.outputs.images ?? '');
    expect(images.map(({ id }) => id)).toEqual(['teaser', 'poster', 'hero']);
    expect(actionsOf(night)).toEqual(['teaser new', 'poster new', 'hero new']);
    expect(await entryOf(nights, 'teaser')).toMatchObject({
      recipe: { files: { image_url: sha256(pictureOf('poster')) } },
    });
    const lock = await nights.lock();
    expect(await nights.run()).toMatchObject({ exitCode: 0, submits: 0, outputs: { 'skipped-count': '3' } });
    expect(await nights.lock()).toBe(lock);
    expect(await nights.run({ mode: 'check' })).toMatchObject({ exitCode: 0, annotations: [] });
  });

  test('is planned whole, with the reasons, and nothing is submitted', async () => {
    await using nights = await open(CHAIN);
    await nights.run();
    await nights.write('images.yml', CHAIN.replace('dawn', 'dusk'));
    const plan = await nights.run({ mode: 'plan' });
    expect(plan.submits).toBe(0);
    expect(planOf(plan)).toEqual([
      {
        id: 'teaser',
        action: 'changed',
        reasons: ['made from "assets/poster.jpg", which "poster" makes in this run'],
        price: 0.06,
      },
      {
        id: 'poster',
        action: 'changed',
        reasons: ['made from "assets/hero.jpg", which "hero" makes in this run'],
        price: 0.06,
      },
      { id: 'hero', action: 'changed', reasons: ['prompt: "dawn" → "dusk"'], price: 0.06 },
    ]);
    expect((await nights.run({ mode: 'check' })).errors).toHaveLength(4);
    // The new poster is the old one, byte for byte, so the teaser is as well.
    expect(await nights.run()).toMatchObject({ exitCode: 0, submits: 2 });
    expect(prompts(nights, 3)).toEqual(['dusk', 'poster']);
  });

  test('ends at a file that stays the same: nothing after it is paid for', async () => {
    await using nights = await open(CHAIN);
    await nights.run();
    await nights.write('images.yml', CHAIN.replace('dawn', 'dawn#2'));
    const lock = await nights.lock();
    const night = await nights.run();
    expect(night).toMatchObject({ exitCode: 0, submits: 1, outputs: { 'skipped-count': '2', count: '1' } });
    expect(actionsOf(night)).toEqual(['teaser unchanged', 'poster unchanged', 'hero changed']);
    const before = JSON.parse(lock).images;
    expect(JSON.parse(await nights.lock()).images).toMatchObject({ poster: before.poster, teaser: before.teaser });
    expect(await nights.run()).toMatchObject({ submits: 0 });
  });

  test('is made again from a retouched file, which stays', async () => {
    await using nights = await open(CHAIN);
    await nights.run();
    const retouched = jpg(33, 33);
    await nights.write('assets/hero.jpg', retouched);
    const plan = await nights.run({ mode: 'plan' });
    expect(planOf(plan)).toMatchObject([
      { id: 'teaser', action: 'changed' },
      { id: 'poster', action: 'changed', reasons: [expect.stringMatching(/^files\.image_url: [0-9a-f]{8} → /)] },
      { id: 'hero', action: 'modified' },
    ]);
    // The new poster is the old one, byte for byte.
    expect(await nights.run()).toMatchObject({ exitCode: 0, submits: 1 });
    expect(prompts(nights, 3)).toEqual(['poster']);
    expect((await nights.read('assets/hero.jpg')).equals(retouched)).toBe(true);
    expect(await nights.run()).toMatchObject({ submits: 0 });
  });

  test('continues if only a later part is new, missing or forced', async () => {
    await using nights = await open(manifest(POSTER, HERO));
    await nights.run();
    await nights.write('images.yml', CHAIN);
    await nights.run();
    expect(prompts(nights, 2)).toEqual(['teaser']);
    await nights.remove('assets/poster.jpg');
    const collected = await nights.run();
    expect(collected).toMatchObject({
      exitCode: 0,
      submits: 0,
      outputs: { paths: expect.stringMatching(/^assets\/poster\.jpg/) },
    });
    await nights.run({ force: 'poster' });
    expect(prompts(nights, 3)).toEqual(['poster']);
  });

  test('is collected from the start if all its files are missing', async () => {
    await using nights = await open(CHAIN);
    await nights.run();
    const lock = await nights.lock();
    for (const name of ['hero', 'poster', 'teaser']) await nights.remove(`assets/${name}.jpg`);
    expect(await nights.run({ 'max-images': '1', 'max-cost': '0' })).toMatchObject({ exitCode: 0, submits: 0 });
    expect(await nights.lock()).toBe(lock);
  });

  test('is made again from a file that is permanently gone, within the limits, and ends at a file that stays the same', async () => {
    await using nights = await open(manifest(TEASER, POSTER, HERO));
    await nights.run();
    await nights.remove('assets/hero.jpg');
    await nights.forget();
    nights.simulator.output(({ body }, hosted) => ({
      image: hosted({ body: body.prompt === 'dawn' ? jpg(60, 60) : pictureOf(body.prompt) }),
    }));
    expect(actionsOf(await nights.run({ mode: 'plan' }))).toEqual([
      'teaser unchanged',
      'poster unchanged',
      'hero changed',
    ]);
    const night = await nights.run();
    expect(night).toMatchObject({ exitCode: 0, submits: 2, outputs: { 'skipped-count': '1' } });
    expect(actionsOf(night)).toEqual(['teaser unchanged', 'poster changed', 'hero changed']);
    expect(await nights.run({ mode: 'check' })).toMatchObject({ exitCode: 0, annotations: [] });
  });

  test('that would grow because of a missing file also obeys max-images', async () => {
    await using nights = await open(manifest(POSTER, HERO));
    await nights.run();
    await nights.remove('assets/hero.jpg');
    await nights.forget();
    nights.simulator.output((_request, hosted) => ({ image: hosted({ body: jpg(60, 60) }) }));
    const night = await nights.run({ 'max-images': '1' });
    expect(night).toMatchObject({ exitCode: 1, submits: 1 });
    expect(await failuresOf(night)).toMatchObject([{ id: 'poster', kind: 'price-limit' }]);
  });

  test('is made from a file that moved in the same run, whatever is at its old path', async () => {
    const other = (output: string): string => `  - { id: other, prompt: other, output: ${output} }\n`;
    await using nights = await open(manifest(HERO, other('assets/other.jpg')));
    await nights.run();
    const from = POSTER.replace('assets/hero.jpg', 'assets/other.jpg');
    await nights.write(
      'images.yml',
      manifest(from, HERO.replace('assets/hero.jpg', 'assets/other.jpg'), other('assets/hero.jpg')),
    );
    expect(await nights.run()).toMatchObject({ exitCode: 0, submits: 1 });
    const uri = `data:image/jpeg;base64,${pictureOf('dawn').toString('base64')}`;
    expect(nights.simulator.requests[2]?.body.image_url).toBe(uri);
    expect(await nights.run()).toMatchObject({ submits: 0 });
  });

  test('waits only for its own makers: no waiting by levels', async () => {
    const SLOW = OTHER.replace('prompt: other', 'prompt: slow');
    await using nights = await open(manifest(SLOW, TEASER, POSTER, HERO));
    const slow = Promise.withResolvers<void>();
    nights.simulator.output(({ body }, hosted) => ({
      image: hosted({
        body: async () => {
          if (body.prompt === 'slow') await slow.promise;
          if (body.prompt === 'teaser') slow.resolve();
          return pictureOf(body.prompt);
        },
      }),
    }));
    // The slow one can end only after the last of the chain has.
    expect(await nights.run({ concurrency: '2' })).toMatchObject({ exitCode: 0, submits: 4 });
  });
});

describe('limits count a chain whole, before the first submit', () => {
  test.each([
    { name: 'max-images', inputs: { 'max-images': '2' }, says: /needs 3 requests, more than `max-images` \(2\)/ },
    { name: 'max-cost', inputs: { 'max-cost': '0.17' }, says: /would cost at least \$0\.18, more than `max-cost`/ },
  ])('$name', async ({ inputs, says }) => {
    await using nights = await open(CHAIN);
    const night = await nights.run(inputs);
    expect(night).toMatchObject({ exitCode: 1, submits: 0, errors: [expect.stringMatching(says)] });
    expect(await nights.run({ 'max-images': '3', 'max-cost': '0.18' })).toMatchObject({ exitCode: 0, submits: 3 });
  });
});

describe('what failed', () => {
  test('blocks the images made from it, with the cause; files and entries stay', async () => {
    await using nights = await open(manifest(TEASER, POSTER, HERO, OTHER));
    await nights.run();
    const lock = JSON.parse(await nights.lock()).images;
    await nights.write('images.yml', manifest(TEASER, POSTER, HERO, OTHER).replace('dawn', '"[refuse]"'));
    const night = await nights.run();
    expect(night).toMatchObject({ exitCode: 1, submits: 1, outputs: { 'failed-count': '1', 'skipped-count': '1' } });
    expect(await failuresOf(night)).toEqual([
      expect.objectContaining({ id: 'hero', kind: 'refused' }),
      expect.objectContaining({
        id: 'teaser',
        kind: 'blocked',
        request_id: null,
        message: expect.stringMatching(/"hero" failed/),
      }),
      expect.objectContaining({ id: 'poster', kind: 'blocked' }),
    ]);
    expect(night.errors).toEqual([
      expect.stringMatching(/2 images made from what failed were not attempted: teaser, poster/),
    ]);
    expect(night.summary).toMatch(/teaser.*Not attempted/);
    expect(JSON.parse(await nights.lock()).images).toEqual(lock);
    expect((await nights.read('assets/poster.jpg')).equals(pictureOf('poster'))).toBe(true);
  });

  test('in the middle keeps the images before it, and the next run only pays for the rest', async () => {
    await using nights = await open(CHAIN);
    nights.simulator.fault('submit', { kind: 'reply', status: 422, body: { error_message: 'no' } }, 1, 1);
    const night = await nights.run();
    expect(night).toMatchObject({ exitCode: 1, outputs: { count: '1', 'failed-count': '1' } });
    expect(await failuresOf(night)).toMatchObject([{ id: 'poster' }, { id: 'teaser', kind: 'blocked' }]);
    expect(await nights.run()).toMatchObject({ exitCode: 0 });
    expect(prompts(nights)).toEqual(['dawn', 'poster', 'teaser']);
  });

  test('does not affect fail-on: blocked images do not count', async () => {
    await using nights = await open(manifest(POSTER, HERO.replace('dawn', '"[refuse]"'), OTHER));
    expect(await nights.run({ 'fail-on': 'all' })).toMatchObject({ exitCode: 0 });
  });
});

describe('a run that was stopped', () => {
  test('by Cancel submits nothing more of the chain', async () => {
    await using nights = await open(CHAIN);
    nights.simulator.fault('status', { kind: 'hang' }, 100);
    const night = await nights.run(
      {},
      {
        async during(action) {
          await action.line(/hero: submitted/);
          action.signal('SIGINT');
        },
      },
    );
    expect(night).toMatchObject({ exitCode: 1, submits: 1 });
    expect(await failuresOf(night)).toEqual([]);
  });

  test.each([
    { name: 'lock and files are still there', lost: [] },
    { name: 'the checkout is a new one', lost: ['images.lock.json', 'assets/hero.jpg'] },
  ])('by a kill is gone on with, and only the rest is paid for: $name', async ({ lost }) => {
    await using nights = await open(CHAIN);
    const killed = await nights.run(
      {},
      {
        onRecord: true,
        async during(action) {
          await action.line(/poster: submitted/);
          action.signal('SIGKILL');
        },
      },
    );
    expect(killed).toMatchObject({ signal: 'SIGKILL', submits: 2 });
    for (const file of lost) await nights.remove(file);
    expect(await nights.run({}, { onRecord: true })).toMatchObject({ exitCode: 0, submits: 1 });
    expect(prompts(nights)).toEqual(['dawn', 'poster', 'teaser']);
  });
});

describe('only', () => {
  test.each([
    { name: 'brings along what is missing', before: null, paid: ['dawn', 'poster'], rows: ['poster new', 'hero new'] },
    {
      name: 'brings along what has changed',
      before: CHAIN,
      paid: ['dusk', 'poster'],
      rows: ['poster changed', 'hero changed'],
    },
  ])('$name', async ({ before, paid, rows }) => {
    await using nights = await open(CHAIN);
    if (before !== null) {
      await nights.run();
      await nights.write('images.yml', CHAIN.replace('dawn', 'dusk'));
    }
    const from = nights.simulator.requests.length;
    const night = await nights.run({ only: 'poster' });
    expect(night.exitCode).toBe(0);
    expect(prompts(nights, from)).toEqual(paid);
    expect(actionsOf(night)).toEqual(rows);
    expect(planOf(night)[1]?.reasons.at(-1)).toBe('"poster" is made from it');
  });

  test('does not touch what is there', async () => {
    await using nights = await open(manifest(POSTER, HERO));
    await nights.run({ only: 'hero' });
    const night = await nights.run({ only: 'poster' });
    expect(actionsOf(night)).toEqual(['poster new']);
    expect(prompts(nights)).toEqual(['dawn', 'poster']);
  });
});

describe('edges', () => {
  test('lead to any file of an image with {index}, known once they are made', async () => {
    const SET = '  - { id: set, prompt: set, output: "assets/set-{index}.jpg" }\n';
    const from = (n: number): string => POSTER.replace('assets/hero.jpg', `assets/set-${n}.jpg`);
    await using nights = await open(manifest(from(2), SET));
    const files = [jpg(21, 20), jpg(22, 20)];
    nights.simulator.output(({ body }, hosted) =>
      body.prompt === 'set' ? files.map((one) => hosted({ body: one })) : { image: hosted({ body: jpg() }) },
    );
    expect(await nights.run()).toMatchObject({ exitCode: 0, submits: 2 });
    expect(nights.simulator.requests[1]?.body.image_url).toBe(`data:image/jpeg;base64,${files[1]?.toString('base64')}`);

    await nights.write('images.yml', manifest(from(3), SET));
    const night = await nights.run();
    expect(night).toMatchObject({ exitCode: 1, submits: 0 });
    expect(night.annotations[0]).toMatchObject({
      file: 'images.yml',
      line: 3,
      message: '`files` names "assets/set-3.jpg", but the request of "set" returned no such file',
    });
  });

  test('fail with the cause if the request did not return the file', async () => {
    const SET = '  - { id: set, prompt: set, output: "assets/set-{index}.jpg" }\n';
    await using nights = await open(manifest(POSTER.replace('assets/hero.jpg', 'assets/set-2.jpg'), SET));
    const night = await nights.run();
    expect(night).toMatchObject({ exitCode: 1, submits: 1, outputs: { 'failed-count': '1', count: '1' } });
    expect(await failuresOf(night)).toMatchObject([
      { id: 'poster', kind: 'bad-input', message: expect.stringMatching(/returned no such file/) },
    ]);
  });

  test('lead to the file under the suffix that its bytes gave it', async () => {
    await using nights = await open(manifest(POSTER, HERO));
    nights.simulator.output(({ body }, hosted) => ({
      image: hosted({ body: body.prompt === 'dawn' ? png() : jpg() }),
    }));
    const first = await nights.run();
    expect(await failuresOf(first)).toMatchObject([
      { id: 'hero', kind: 'wrong-format' },
      { id: 'poster', kind: 'blocked' },
    ]);
    const second = await nights.run();
    expect(second).toMatchObject({ exitCode: 0, submits: 1 });
    expect(nights.simulator.requests[1]?.body.image_url).toMatch(/^data:image\/png/);
    expect(await nights.run()).toMatchObject({ exitCode: 0, submits: 0 });
  });

  test('count a Git LFS pointer as the bytes that it names, and refuse to send one', async () => {
    await using nights = await open(manifest(POSTER, HERO));
    await nights.run();
    const hero = pictureOf('dawn');
    await nights.write(
      'assets/hero.jpg',
      `version https://git-lfs.github.com/spec/v1\noid sha256:${sha256(hero)}\nsize ${hero.length}\n`,
    );
    expect(await nights.run()).toMatchObject({ exitCode: 0, submits: 0, warnings: [] });
    expect(await nights.run({ mode: 'check' })).toMatchObject({ exitCode: 0, annotations: [] });
    expect(await nights.run({ force: 'poster' })).toMatchObject({
      exitCode: 1,
      submits: 0,
      errors: [expect.stringMatching(/lfs: true/)],
    });
  });

  test('lead from each combination of a matrix to its own', async () => {
    const matrix = 'matrix: { n: [1, 2] }';
    await using nights = await open(
      manifest(
        `  - { id: "up-{n}", prompt: "up {n}", ${matrix}, ${EDIT}, files: { image_url: "a-{n}.jpg" }, output: "up-{n}.jpg" }\n`,
        `  - { id: "a-{n}", prompt: "a {n}", ${matrix}, output: "a-{n}.jpg" }\n`,
      ),
    );
    expect(await nights.run()).toMatchObject({ exitCode: 0, submits: 4 });
    await nights.write('images.yml', (await nights.read('images.yml')).toString().replace('"a {n}"', '"b {n}"'));
    await nights.run({ only: 'up-2' });
    expect(prompts(nights, 4)).toEqual(['b 2', 'up 2']);
  });
});
