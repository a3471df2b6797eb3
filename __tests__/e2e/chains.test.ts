// Images made from images, through the bundle: in one run, in order, and nothing is paid for if its input stays the same.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import type { SimulatorOptions } from '../../simulator/server.ts';
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

async function open(text: string, options: SimulatorOptions = {}): Promise<Nights> {
  const nights = await openNights(text, options);
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
        reasons: ['its source "assets/poster.jpg" will be made by "poster"'],
        price: 0.06,
      },
      {
        id: 'poster',
        action: 'changed',
        reasons: ['its source "assets/hero.jpg" will be made by "hero"'],
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

  test('that would grow because of a missing file also respects max-images', async () => {
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

test('max-images counts images to generate, and not those that earlier nights have paid for', async () => {
  const ICON = '  - { id: icon, prompt: gull, output: assets/icon.jpg }\n';
  await using nights = await open(manifest(HERO, OTHER));
  await nights.run({ 'max-images': '2' }, { onRecord: true });
  for (const file of ['images.lock.json', 'assets/hero.jpg', 'assets/other.jpg']) await nights.remove(file);
  await nights.write('images.yml', manifest(HERO, OTHER, ICON));
  expect(await nights.run({ 'max-images': '1' }, { onRecord: true })).toMatchObject({ exitCode: 0, submits: 1 });
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

  test('and is on record is not paid for on the next night, and nor are images made from it', async () => {
    await using nights = await open(manifest(POSTER, HERO.replace('dawn', '"[refuse]"')));
    await nights.run({}, { onRecord: true });
    const night = await nights.run({}, { onRecord: true });
    expect(night).toMatchObject({ exitCode: 1, submits: 0, outputs: { 'failed-count': '1' } });
    expect(await failuresOf(night)).toMatchObject([
      { id: 'hero', kind: 'refused' },
      { id: 'poster', kind: 'blocked' },
    ]);
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

  test('by Cancel in the middle keeps the images before it, and the next run only pays for the rest', async () => {
    await using nights = await open(CHAIN, { queueMs: 1_500 });
    const cancelled = await nights.run(
      {},
      {
        async during(action) {
          await action.line(/poster: submitted/);
          action.signal('SIGINT');
        },
      },
    );
    expect(cancelled).toMatchObject({ exitCode: 1, submits: 2, outputs: { count: '1', 'failed-count': '0' } });
    expect(Object.keys(JSON.parse(await nights.lock()).images)).toEqual(['hero']);
    expect(await nights.run()).toMatchObject({ exitCode: 0, submits: 2 });
    expect(prompts(nights)).toEqual(['dawn', 'poster', 'poster', 'teaser']);
  });

  test.each([
    { at: 'hero', lost: [] },
    { at: 'poster', lost: [] },
    { at: 'poster', lost: ['images.lock.json', 'assets/hero.jpg'] },
    { at: 'teaser', lost: ['images.lock.json', 'assets/hero.jpg', 'assets/poster.jpg'] },
  ])('by a kill at $at is continued, and only the rest is paid for: lost $lost', async ({ at, lost }) => {
    await using nights = await open(CHAIN);
    const killed = await nights.run(
      {},
      {
        onRecord: true,
        async during(action) {
          await action.line(new RegExp(`${at}: submitted`));
          action.signal('SIGKILL');
        },
      },
    );
    expect(killed.signal).toBe('SIGKILL');
    for (const file of lost) await nights.remove(file);
    expect(await nights.run({}, { onRecord: true })).toMatchObject({ exitCode: 0 });
    expect(prompts(nights)).toEqual(['dawn', 'poster', 'teaser']);
  });

  test('by a kill while all of its images were forced is continued too', async () => {
    await using nights = await open(manifest(POSTER, HERO));
    await nights.run();
    nights.simulator.output(({ number }, hosted) => ({ image: hosted({ body: jpg(60, 60 + number) }) }));
    const killed = await nights.run(
      { force: '*' },
      {
        onRecord: true,
        async during(action) {
          await action.line(/poster: submitted/);
          action.signal('SIGKILL');
        },
      },
    );
    expect(killed).toMatchObject({ signal: 'SIGKILL', submits: 2 });
    expect(await nights.run({}, { onRecord: true })).toMatchObject({ exitCode: 0, submits: 0 });
    expect(await nights.run({ mode: 'check' })).toMatchObject({ exitCode: 0, annotations: [] });
  });
});

describe('only', () => {
  test.each([
    {
      name: 'includes sources that are missing',
      before: null,
      paid: ['dawn', 'poster'],
      rows: ['poster new', 'hero new'],
    },
    {
      name: 'includes sources that have changed',
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

  test('does not touch sources that exist', async () => {
    await using nights = await open(manifest(POSTER, HERO));
    await nights.run({ only: 'hero' });
    const night = await nights.run({ only: 'poster' });
    expect(actionsOf(night)).toEqual(['poster new']);
    expect(prompts(nights)).toEqual(['dawn', 'poster']);
  });

  test('limits force to the selected images', async () => {
    await using nights = await open(CHAIN);
    await nights.run();
    await nights.run({ only: 'poster', force: '*' });
    expect(prompts(nights, 3)).toEqual(['poster']);
    const night = await nights.run({ only: 'poster', force: 'hero' });
    expect(night).toMatchObject({ exitCode: 1, submits: 0 });
    expect(night.errors[0]).toMatch(/force: got "hero".*must match an id that `only` selects/);
  });

  test('includes a source that is permanently gone, even if an image between is up to date', async () => {
    await using nights = await open(CHAIN);
    await nights.run();
    await nights.remove('assets/hero.jpg');
    await nights.forget();
    nights.simulator.output(({ number }, hosted) => ({ image: hosted({ body: jpg(60, 60 + number) }) }));
    const night = await nights.run({ only: 'teaser' });
    expect(night).toMatchObject({ exitCode: 0, submits: 3 });
    expect(await nights.run({ mode: 'check' })).toMatchObject({ exitCode: 0, annotations: [] });
  });
});

describe('the plan of a run says at its end', () => {
  test('that all of a chain was paid for by an earlier night', async () => {
    await using nights = await open(CHAIN);
    await nights.run({}, { onRecord: true });
    for (const file of ['images.lock.json', 'assets/hero.jpg', 'assets/poster.jpg', 'assets/teaser.jpg'])
      await nights.remove(file);
    const night = await nights.run({}, { onRecord: true });
    expect(night).toMatchObject({ exitCode: 0, submits: 0 });
    expect(planOf(night)).toEqual(
      ['teaser', 'poster', 'hero'].map((id) => ({
        id,
        action: 'new',
        reasons: ['not in the lock', 'already paid for, only collected'],
        price: 0,
      })),
    );
    expect(night.summary).toContain('Plan: 0 to make, 3 to collect or copy, 0 unchanged');
  });

  test('which images had to be paid for although they were expected to be free', async () => {
    await using nights = await open(manifest(POSTER, HERO));
    await nights.run();
    await nights.remove('assets/hero.jpg');
    await nights.forget();
    nights.simulator.output((_request, hosted) => ({ image: hosted({ body: jpg(60, 60) }) }));
    expect(planOf(await nights.run())).toMatchObject([
      { id: 'poster', action: 'changed', price: 0.06 },
      {
        id: 'hero',
        action: 'changed',
        reasons: [
          '"assets/hero.jpg" is missing',
          expect.stringMatching(/^generated again: RunComfy no longer has request/),
        ],
        price: 0.06,
      },
    ]);
  });
});

describe('a source', () => {
  const SET = '  - { id: set, prompt: set, output: "assets/set-{index}.jpg" }\n';
  const FROM_SET = POSTER.replace('assets/hero.jpg', 'assets/set-2.jpg');

  test('that could not be downloaded blocks nothing else, and is used when it is available', async () => {
    await using nights = await open(manifest(FROM_SET, SET));
    let status = 400;
    const second = {
      body: jpg(22, 20),
      get status() {
        return status;
      },
    };
    nights.simulator.output(({ body }, hosted) =>
      body.prompt === 'set' ? [hosted({ body: jpg(21, 20) }), hosted(second)] : { image: hosted({ body: jpg() }) },
    );
    expect(await failuresOf(await nights.run())).toMatchObject([{ id: 'set' }, { id: 'poster', kind: 'blocked' }]);
    expect(planOf(await nights.run({ mode: 'plan' }))).toMatchObject([
      { id: 'poster', reasons: ['not in the lock', 'its source "assets/set-2.jpg" is yet to be downloaded'] },
      { id: 'set', action: 'changed', price: 0 },
    ]);
    await nights.write('images.yml', manifest(FROM_SET, SET, OTHER));
    expect(await nights.run()).toMatchObject({ exitCode: 1, submits: 1 });
    status = 200;
    expect(await nights.run()).toMatchObject({ exitCode: 0, submits: 1 });
    expect(prompts(nights)).toEqual(['set', 'other', 'poster']);
  });

  test('that RunComfy no longer has is reported, and images made from it are not attempted', async () => {
    await using nights = await open(manifest(FROM_SET, SET));
    nights.simulator.output((_request, hosted) => [hosted({ body: jpg() }), hosted({ body: jpg(), status: 400 })]);
    await nights.run();
    await nights.forget();
    const night = await nights.run();
    expect(night).toMatchObject({ exitCode: 1, submits: 0 });
    const says = /"assets\/set-2\.jpg", but it is missing: 1 file of "set" could not be downloaded .*`force`/;
    expect(await failuresOf(night)).toMatchObject([{ id: 'poster', message: expect.stringMatching(says) }]);
  });

  const MIX = `  - { id: mix, prompt: mix, model: google/nano-banana-2/edit, parameters: { image_urls: [{ $file: assets/hero.jpg }, { $file: assets/other.jpg }] }, output: assets/mix.jpg }\n`;

  test('that is a Git LFS pointer is refused before anything in the chain is paid for', async () => {
    await using nights = await open(manifest(MIX, HERO, OTHER));
    await nights.run();
    const hero = pictureOf('dawn');
    await nights.write(
      'assets/hero.jpg',
      `version https://git-lfs.github.com/spec/v1\noid sha256:${sha256(hero)}\nsize ${hero.length}\n`,
    );
    await nights.write('images.yml', manifest(MIX, HERO, OTHER.replace('prompt: other', 'prompt: another')));
    expect(await nights.run()).toMatchObject({
      exitCode: 1,
      submits: 0,
      errors: [expect.stringMatching(/lfs: true/)],
    });
  });

  test('that has changed is reported even if another one is not made yet', async () => {
    await using nights = await open(manifest(MIX, HERO, OTHER));
    await nights.run();
    await nights.write('assets/hero.jpg', jpg(70, 70));
    await nights.write('images.yml', manifest(POSTER, MIX, HERO, OTHER.replace('prompt: other', 'prompt: another')));
    expect(planOf(await nights.run({ mode: 'plan' }))).toMatchObject([
      { id: 'poster', action: 'new', reasons: ['not in the lock'] },
      { id: 'mix', action: 'changed', reasons: ['its source "assets/other.jpg" will be made by "other"'] },
      { id: 'hero', action: 'modified' },
      { id: 'other', action: 'changed' },
    ]);
  });

  test('that is collected again does not count as a Git LFS pointer', async () => {
    await using nights = await open(manifest(HERO));
    await nights.run();
    await nights.remove('assets/hero.jpg');
    await nights.write('images.yml', manifest(POSTER, HERO));
    expect(await nights.run()).toMatchObject({ exitCode: 0, submits: 1 });
    expect(prompts(nights)).toEqual(['dawn', 'poster']);
  });

  test('that turns out too large for the model is not sent', async () => {
    await using nights = await open(manifest(POSTER, HERO));
    nights.simulator.output(({ body }, hosted) => ({
      image: hosted({ body: body.prompt === 'dawn' ? jpgOf(31) : jpg() }),
    }));
    const night = await nights.run();
    expect(night).toMatchObject({ exitCode: 1, submits: 1 });
    const says = /"image_url" must be at most 30 MB .*is saved, and is not paid for again/s;
    expect(await failuresOf(night)).toMatchObject([
      { id: 'poster', kind: 'bad-input', message: expect.stringMatching(says) },
    ]);
  });

  test('that is not an image causes a warning before it is made', async () => {
    const trailer = `  - { id: trailer, prompt: waves, model: wan-ai/wan-2.7/text-to-video, output: trailer.mp4 }\n`;
    await using nights = await open(manifest(POSTER.replace('assets/hero.jpg', 'trailer.mp4'), trailer));
    const night = await nights.run({ mode: 'plan' });
    expect(night.warnings).toContain(
      'poster: image_url is video/mp4, but blackforestlabs/flux-1-kontext/pro/edit expects an image.',
    );
  });
});

/** An image of that many MB, filled with comments. */
function jpgOf(megabytes: number): Buffer {
  const small = jpg();
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0xff, 0xff]), Buffer.alloc(65_533)]);
  const comments = Array.from({ length: megabytes * 16 }, () => comment);
  return Buffer.concat([small.subarray(0, 2), ...comments, small.subarray(2)]);
}

describe('the lock is the same', () => {
  const windows = (text: string): string => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
  const FOLDED = `  - id: folded
    prompt: >-
      over two
      lines
    output: assets/folded.jpg
  - id: block
    prompt: |
      line by
      line

    parameters:
      image_size: "square
        hd"
    output: assets/block.jpg
  - { id: file, prompt-file: words.txt, output: assets/file.jpg }
`;
  const WORDS = 'From a file,\n\nin two lines.\n';

  test('for a checkout with CRLF and BOM in manifest, prompt files, lock and Git LFS pointers', async () => {
    await using nights = await open(manifest(POSTER, HERO, FOLDED));
    await nights.write('words.txt', WORDS);
    await nights.run();
    const lock = await nights.lock();
    await nights.write('images.yml', windows(manifest(POSTER, HERO, FOLDED)));
    await nights.write('words.txt', windows(WORDS));
    await nights.write('images.lock.json', windows(lock));
    const hero = await nights.read('assets/hero.jpg');
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${sha256(hero)}\nsize ${hero.length}\n`;
    await nights.write('assets/hero.jpg', pointer.replaceAll('\n', '\r\n'));
    expect(await nights.run()).toMatchObject({ exitCode: 0, submits: 0, outputs: { changed: 'false' } });
    expect(await nights.run({ mode: 'check' })).toMatchObject({ exitCode: 0, annotations: [] });

    // Every way of rewriting the lock gives the same lock.
    await nights.write('assets/hero.jpg', hero);
    await nights.write('images.yml', windows(manifest(POSTER, HERO, FOLDED, OTHER)));
    expect(await nights.run()).toMatchObject({ exitCode: 0, submits: 1 });
    await nights.write('images.yml', manifest(POSTER, HERO, FOLDED));
    expect(await nights.run()).toMatchObject({ exitCode: 0, submits: 0 });
    expect(await nights.lock()).toBe(lock);
  });

  test.each([
    { name: 'composes characters differently', file: 'assets/h\u00e9ro.jpg', also: 'assets/he\u0301ro.jpg' },
    { name: 'ignores case', file: 'assets/hero.jpg', also: 'Assets/Hero.jpg' },
  ])('if an editor or a disk $name', async ({ file, also }) => {
    const from = (name: string): string =>
      manifest(POSTER.replace('assets/hero.jpg', name), HERO.replace('assets/hero.jpg', file));
    await using nights = await open(from(also));
    expect(await nights.run()).toMatchObject({ exitCode: 0, submits: 2 });
    const lock = await nights.lock();
    await nights.write('images.yml', from(file));
    expect(await nights.run()).toMatchObject({ exitCode: 0, submits: 0, outputs: { changed: 'false' } });
    expect(await nights.lock()).toBe(lock);
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
