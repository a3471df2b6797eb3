// Chains through models and deployments, through the bundle: nothing is paid for twice, wherever a run ends.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import type { Simulator } from '../../simulator/server.ts';
import { IMG2IMG } from '../helpers/graphs.ts';
import { jpg, png } from '../helpers/media.ts';
import { actionsOf, type Night, type NightOptions, type Nights, openNights, planOf } from '../helpers/nights.ts';

const EDIT = 'model: blackforestlabs/flux-1-kontext/pro/edit';
const HERO = '  - { id: hero, prompt: dawn, output: assets/hero.jpg }\n';
const SKETCH = `  - { id: sketch, deployment: own, workflow: flows/image.json, prompt: sketch, overrides: { Prompt.text: "{prompt}", Load Image.image: { $file: assets/hero.jpg } }, output: assets/sketch.png }\n`;
const POSTER = `  - { id: poster, prompt: poster, ${EDIT}, files: { image_url: assets/sketch.png }, output: assets/poster.jpg }\n`;
const FINAL =
  '  - { id: final, deployment: saved, prompt: final, overrides: { "6.text": "{prompt}" }, files: { "10.image": assets/poster.jpg }, output: assets/final.png }\n';
const CHAIN = `version: 1\nimages:\n${FINAL}${POSTER}${SKETCH}${HERO}`;

function pictureOf(prompt: unknown): Buffer {
  const [text = ''] = String(prompt).split('#');
  return jpg(20 + ([...text].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 50), 20);
}

interface Bench extends AsyncDisposable {
  readonly nights: Nights;
  run(inputs?: Readonly<Record<string, string>>, options?: NightOptions): Promise<Night>;
  /** What was paid for so far, in order; `model` of the Model API, `own` or `saved`. */
  paid(): readonly string[];
}

function serve(simulator: Simulator, pictured = pictureOf): void {
  simulator.output(({ body }, hosted) => ({ image: hosted({ body: pictured(body.prompt) }) }));
  for (const id of ['own', 'saved']) simulator.comfyui.deploy(id, { graph: IMG2IMG });
}

async function open(text: string): Promise<Bench> {
  const nights = await openNights(text);
  serve(nights.simulator);
  await nights.write('flows/image.json', JSON.stringify(IMG2IMG));
  return {
    nights,
    run: (inputs = {}, options = {}) => nights.run({ 'deployments-url': nights.simulator.url, ...inputs }, options),
    paid: () => [
      ...nights.simulator.requests.map(({ body }) => `model ${body.prompt}`),
      ...nights.simulator.comfyui.requests.map(({ deployment }) => deployment),
    ],
    [Symbol.asyncDispose]: () => nights[Symbol.asyncDispose](),
  };
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

async function failuresOf({ outputs }: Night): Promise<unknown> {
  return JSON.parse(await readFile(outputs['report-file'] ?? '', 'utf8')).failures;
}

async function uriOf(nights: Nights, file: string, type: string): Promise<string> {
  return `data:${type};base64,${(await nights.read(file)).toString('base64')}`;
}

describe('a chain through models and deployments', () => {
  test('is made in one run, each from the bytes of the one before; then nothing is left to do', async () => {
    await using bench = await open(CHAIN);
    const { nights } = bench;
    expect(await bench.run()).toMatchObject({ exitCode: 0, errors: [], warnings: [], submits: 4 });
    expect(nights.simulator.comfyui.requests).toMatchObject([
      { deployment: 'own', graph: { 10: { inputs: { image: await uriOf(nights, 'assets/hero.jpg', 'image/jpeg') } } } },
      {
        deployment: 'saved',
        body: { overrides: { 10: { inputs: { image: await uriOf(nights, 'assets/poster.jpg', 'image/jpeg') } } } },
      },
    ]);
    expect(nights.simulator.requests.map(({ body }) => body.image_url)).toEqual([
      undefined,
      await uriOf(nights, 'assets/sketch.png', 'image/png'),
    ]);
    const lock = await nights.lock();
    expect(JSON.parse(lock).images.final.recipe).toMatchObject({
      deployment: 'saved',
      files: { '10.image': sha256(await nights.read('assets/poster.jpg')) },
    });
    expect(await bench.run()).toMatchObject({ exitCode: 0, submits: 0, outputs: { 'skipped-count': '4' } });
    expect(await nights.lock()).toBe(lock);
    expect(await bench.run({ mode: 'check', 'api-token': '' })).toMatchObject({ exitCode: 0, annotations: [] });
  });

  test('is made again after a change, up to files that stay the same', async () => {
    await using bench = await open(CHAIN);
    const { nights } = bench;
    await bench.run();
    await nights.write('images.yml', CHAIN.replace('dawn', 'dusk'));
    const before = nights.simulator.calls.length;
    const plan = await bench.run({ mode: 'plan', 'api-token': '' });
    expect(nights.simulator.calls.slice(before).filter(({ name }) => name === 'submit')).toEqual([]);
    expect(actionsOf(plan)).toEqual(['final changed', 'poster changed', 'sketch changed', 'hero changed']);
    expect(planOf(plan)[2]?.reasons).toEqual(['its source "assets/hero.jpg" will be made by "hero"']);
    expect((await bench.run({ mode: 'check', 'api-token': '' })).exitCode).toBe(1);
    // The simulated GPU only uses prompt and seed, so the sketch stays the same.
    expect(await bench.run()).toMatchObject({ exitCode: 0, submits: 2 });
    expect(bench.paid().toSorted()).toEqual(
      ['model dawn', 'model dusk', 'model poster', 'own', 'own', 'saved'].toSorted(),
    );
    expect(await bench.run()).toMatchObject({ exitCode: 0, submits: 0 });
  });

  test('a changed override in the middle remakes the rest', async () => {
    await using bench = await open(CHAIN);
    await bench.run();
    await bench.nights.write('images.yml', CHAIN.replace('prompt: sketch', 'prompt: drawing'));
    expect(actionsOf(await bench.run({ mode: 'plan' }))).toEqual([
      'final changed',
      'poster changed',
      'sketch changed',
      'hero unchanged',
    ]);
    // The poster stays the same.
    expect(await bench.run()).toMatchObject({ exitCode: 0, submits: 2 });
    expect(await bench.run()).toMatchObject({ exitCode: 0, submits: 0 });
  });

  test('is collected whole where all its files are missing, within every limit', async () => {
    await using bench = await open(CHAIN);
    await bench.run();
    const lock = await bench.nights.lock();
    for (const file of ['hero.jpg', 'sketch.png', 'poster.jpg', 'final.png'])
      await bench.nights.remove(`assets/${file}`);
    expect(await bench.run({ 'max-images': '1', 'max-cost': '0' })).toMatchObject({ exitCode: 0, submits: 0 });
    expect(await bench.nights.lock()).toBe(lock);
  });

  test('continues from the record if lock and files were never committed', async () => {
    await using bench = await open(CHAIN);
    await bench.run({}, { onRecord: true });
    for (const file of [
      'images.lock.json',
      'assets/hero.jpg',
      'assets/sketch.png',
      'assets/poster.jpg',
      'assets/final.png',
    ])
      await bench.nights.remove(file);
    expect(await bench.run({}, { onRecord: true })).toMatchObject({ exitCode: 0, submits: 0, outputs: { count: '4' } });
  });
});

describe('files of chains reach', () => {
  test('a list of files of one override, each in its place', async () => {
    const sheet =
      '  - { id: sheet, deployment: own, workflow: flows/image.json, overrides: { "10.image": [{ $file: art.png }, { $file: assets/hero.jpg }, 5] }, output: assets/sheet.png }\n';
    await using bench = await open(`version: 1\nimages:\n${sheet}${HERO}`);
    const { nights } = bench;
    await nights.write('art.png', png());
    expect(await bench.run()).toMatchObject({ exitCode: 0, submits: 2 });
    const image = [
      await uriOf(nights, 'art.png', 'image/png'),
      await uriOf(nights, 'assets/hero.jpg', 'image/jpeg'),
      5,
    ];
    expect(nights.simulator.comfyui.requests).toMatchObject([{ graph: { 10: { inputs: { image } } } }]);
    expect(await bench.run()).toMatchObject({ exitCode: 0, submits: 0 });
  });

  test('the flat parameters of a LoRA', async () => {
    const lora =
      '  - { id: lora, deployment: lora, prompt: lora, parameters: { deep: { image: { $file: assets/hero.jpg } } }, output: assets/lora.png }\n';
    await using bench = await open(`version: 1\nimages:\n${lora}${HERO}`);
    const { nights } = bench;
    nights.simulator.comfyui.deploy('lora', { graph: null });
    expect(await bench.run()).toMatchObject({ exitCode: 0, submits: 2 });
    const image = await uriOf(nights, 'assets/hero.jpg', 'image/jpeg');
    expect(nights.simulator.comfyui.requests).toMatchObject([{ body: { prompt: 'lora', deep: { image } } }]);
    expect(await bench.run()).toMatchObject({ exitCode: 0, submits: 0 });
  });
});

describe('what failed on a deployment', () => {
  test('leaves what is made from it unattempted and free', async () => {
    await using bench = await open(CHAIN.replace('prompt: sketch', 'prompt: "[fail]"'));
    const night = await bench.run();
    expect(night).toMatchObject({ exitCode: 1, submits: 2 });
    expect(await failuresOf(night)).toMatchObject([
      { id: 'sketch', kind: 'generation-failed' },
      { id: 'final', kind: 'blocked', request_id: null },
      { id: 'poster', kind: 'blocked', request_id: null },
    ]);
    expect(bench.paid()).toEqual(['model dawn', 'own']);
  });

  test('and so does what failed before it', async () => {
    await using bench = await open(CHAIN.replace('dawn', '"[refuse]"'));
    const night = await bench.run();
    expect(night.exitCode).toBe(1);
    expect(await failuresOf(night)).toMatchObject([
      { id: 'hero', kind: 'refused' },
      { id: 'final', kind: 'blocked' },
      { id: 'poster', kind: 'blocked' },
      { id: 'sketch', kind: 'blocked' },
    ]);
    expect(bench.nights.simulator.comfyui.requests).toEqual([]);
  });
});

describe('a run that was stopped', () => {
  test.each([
    { at: 'sketch', lost: [] },
    { at: 'final', lost: [] },
    { at: 'final', lost: ['images.lock.json', 'assets/hero.jpg', 'assets/sketch.png', 'assets/poster.jpg'] },
  ])('by a kill at $at is gone on with, and only the rest is paid for: lost $lost', async ({ at, lost }) => {
    await using bench = await open(CHAIN);
    const killed = await bench.run(
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
    for (const file of lost) await bench.nights.remove(file);
    expect(await bench.run({}, { onRecord: true })).toMatchObject({ exitCode: 0 });
    expect(bench.paid()).toEqual(['model dawn', 'model poster', 'own', 'saved']);
    expect(await bench.run()).toMatchObject({ exitCode: 0, submits: 0 });
  });

  test('by Cancel: the request of the deployment is cancelled, and nothing more is submitted', async () => {
    await using bench = await open(CHAIN);
    const { comfyui } = bench.nights.simulator;
    comfyui.deploy('own', { graph: IMG2IMG, runMs: Number.POSITIVE_INFINITY });
    const night = await bench.run(
      {},
      {
        async during(action) {
          await action.line(/sketch: submitted/);
          action.signal('SIGINT');
        },
      },
    );
    expect(night).toMatchObject({ exitCode: 1, submits: 2 });
    expect(comfyui.requests).toMatchObject([{ state: 'cancelled' }]);
    expect(night.log).not.toContain(bench.nights.simulator.token);
  });
});

describe('limits', () => {
  test.each([
    { name: 'max-images', inputs: { 'max-images': '3' }, says: /needs 4 requests, more than `max-images` \(3\)/ },
    { name: 'max-cost', inputs: { 'max-cost': '100' }, says: /per second of GPU time/ },
  ])('$name counts a chain whole, before the first submit', async ({ inputs, says }) => {
    await using bench = await open(CHAIN);
    expect(await bench.run(inputs)).toMatchObject({ exitCode: 1, submits: 0, errors: [expect.stringMatching(says)] });
  });

  test.each([
    { name: 'max-cost', inputs: { 'max-cost': '1' }, says: /per second of GPU time/ },
    { name: 'max-images', inputs: { 'max-images': '1' }, says: /more requests than `max-images` \(1\)/ },
  ])('$name holds for a deployment below a file that is gone for good', async ({ inputs, says }) => {
    await using bench = await open(`version: 1\nimages:\n${SKETCH}${HERO}`);
    const { nights } = bench;
    await bench.run();
    await nights.remove('assets/hero.jpg');
    await nights.forget();
    serve(nights.simulator, () => jpg(90, 90));
    const night = await bench.run(inputs);
    expect(night).toMatchObject({ exitCode: 1, submits: 1 });
    expect(bench.paid()).toEqual(['model dawn']);
    expect(await failuresOf(night)).toMatchObject([
      { id: 'sketch', kind: 'price-limit', message: expect.stringMatching(says) },
    ]);
    // The hero has been paid for by now.
    expect(JSON.stringify(await failuresOf(night))).not.toContain('Nothing was submitted');
    expect(await bench.run()).toMatchObject({ exitCode: 0, submits: 1 });
  });
});

describe('accept', () => {
  test('accepts a retouched picture of a deployment; images made from it are made again, once', async () => {
    await using bench = await open(CHAIN);
    const { nights } = bench;
    await bench.run();
    const retouched = png();
    await nights.write('assets/sketch.png', retouched);
    const accepted = await bench.run({ mode: 'accept', 'api-token': '' });
    expect(accepted).toMatchObject({ exitCode: 0, submits: 0, errors: [], warnings: [] });
    expect(JSON.parse(await nights.lock()).images.sketch).toMatchObject({
      accepted: true,
      recipe: { deployment: 'own' },
      outputs: [{ sha256: sha256(retouched) }],
    });
    expect(actionsOf(await bench.run({ mode: 'plan' }))).toEqual([
      'final changed',
      'poster changed',
      'sketch unchanged',
      'hero unchanged',
    ]);
    // The poster stays the same, so nothing after it is paid for.
    expect(await bench.run()).toMatchObject({ exitCode: 0, submits: 1 });
    expect((await nights.read('assets/sketch.png')).equals(retouched)).toBe(true);
    expect(await bench.run()).toMatchObject({ exitCode: 0, submits: 0 });
    await nights.remove('assets/sketch.png');
    expect(await bench.run()).toMatchObject({
      exitCode: 1,
      submits: 0,
      errors: [expect.stringMatching(/accepted as is/)],
    });
  });
});

describe('faults of a chain among overrides', () => {
  test('name the key that contains the file', async () => {
    const set = '  - { id: set, prompt: set, output: "assets/set-{index}.jpg" }\n';
    const from = SKETCH.replace('assets/hero.jpg', 'assets/set-2.jpg');
    await using bench = await open(`version: 1\nimages:\n${from}${set}`);
    const first = await bench.run();
    expect(await failuresOf(first)).toMatchObject([
      { id: 'sketch', kind: 'bad-input', message: expect.stringMatching(/^`overrides` names .*returned no such file/) },
    ]);
    const second = await bench.run();
    expect(second.annotations[0]).toMatchObject({
      message: expect.stringMatching(/^`overrides` names "assets\/set-2\.jpg"/),
    });
    expect(second.submits).toBe(0);
  });
});
