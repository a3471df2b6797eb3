// The lowest price of a run, findings about its inputs, and the inputs of models, through the bundle.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { SEPTEMBER, type SeptemberModel } from '../../simulator/runcomfy/september.ts';
import { startAction } from '../../simulator/runner/runner.ts';
import { startSimulator } from '../../simulator/server.ts';
import { sha256Of } from '../../src/files/digest.ts';
import type { JsonValue } from '../../src/lib/json.ts';
import { type Played, play } from '../helpers/action.ts';
import { openFolder } from '../helpers/folders.ts';
import { png } from '../helpers/media.ts';

const ADDRESS = 'https://a.example/a';
const SAMPLES = { image: 'still.png', video: 'plain.mp4', audio: 'opusenc.opus' } as const;
const sample = (name: string): Promise<Buffer> => readFile(path.resolve('__tests__/samples', name));
const file = (name: string): JsonValue => ({ $file: `in/${name}` });

/** A value for each input that takes a file, as its schema wants it: one file, or a list of a file and an address. */
function inputsOf({ properties, required }: SeptemberModel): Record<string, JsonValue> {
  const values = Object.entries(properties).map(([name, { format, default: usual }]): [string, JsonValue] | null => {
    const [, kind = '', many] = /^(image|video|audio)_uri(s?)$/.exec(String(format)) ?? [];
    if (kind === 'image' || kind === 'video' || kind === 'audio')
      return [name, many === 's' ? [file(SAMPLES[kind]), ADDRESS] : file(SAMPLES[kind])];
    if (name === 'elements')
      return [name, [{ frontal_image_url: file(SAMPLES.image), reference_image_urls: [ADDRESS] }]];
    if (name === 'keyframes') return [name, [{ image_url: file(SAMPLES.image), timestamp: 0.5 }]];
    return required.includes(name) && usual === undefined ? [name, 'a hill'] : null;
  });
  return Object.fromEntries(values.filter((value) => value !== null));
}

test("each model of September's catalogue gets exactly its inputs, and returns its outputs", async () => {
  await using folder = await openFolder();
  const uris = new Map<string, string>();
  for (const [kind, name] of Object.entries(SAMPLES)) {
    const bytes = await sample(name);
    await folder.write(`in/${name}`, bytes);
    const type = { image: 'image/png', video: 'video/mp4', audio: 'audio/ogg' }[kind];
    uris.set(name, `data:${type};base64,${bytes.toString('base64')}`);
  }
  const images = SEPTEMBER.map((model, n) => ({ id: `m${n}`, model: model.id, parameters: inputsOf(model) }));
  await folder.write('images.json', JSON.stringify({ version: 1, images }));
  const inputs = {
    prompt: '',
    manifest: 'images.json',
    'max-images': '200',
    concurrency: '64',
    'upload-artifact': 'false',
  };
  const run = await play({ workspace: folder.path, inputs });
  expect(run.warnings).toEqual([]);
  expect(run.outputs).toMatchObject({ count: expect.any(String), 'failed-count': '0' });
  const filled = (value: JsonValue): unknown =>
    JSON.parse(
      JSON.stringify(value).replace(/\{"\$file":"in\/([^"]+)"\}/g, (_, name) => JSON.stringify(uris.get(String(name)))),
    );
  const sent = new Map(run.simulator.requests.map(({ model, body }) => [model, body]));
  for (const { model, parameters } of images) expect([model, sent.get(model)]).toEqual([model, filled(parameters)]);
  expect(sent.size).toBe(120);
  const again = await play({ workspace: folder.path, inputs });
  expect(again).toMatchObject({ submits: 0, outputs: { 'skipped-count': '120', changed: 'false' } });
}, 240_000);

test('files anywhere in parameters: the same recipe as `files`, also from defaults of a manifest', async () => {
  await using folder = await openFolder();
  const art = await folder.write('art/a.png', png());
  const manifest = (parameters: string): string =>
    `version: 1\ndefaults: { model: google/nano-banana-2/edit${parameters} }\nimages:\n  - { id: a, prompt: x }\n`;
  await folder.write('art/images.yml', manifest(', files: { image_urls: [a.png] }'));
  const inputs = { prompt: '', manifest: 'art/images.yml', 'upload-artifact': 'false' };
  const first = await play({ workspace: folder.path, inputs });
  expect(first).toMatchObject({ exitCode: 0, submits: 1, warnings: [] });
  await folder.write('art/images.yml', manifest(', parameters: { image_urls: [{ $file: a.png }] }'));
  expect(await play({ workspace: folder.path, inputs })).toMatchObject({ exitCode: 0, submits: 0 });
  await folder.write(
    'art/images.yml',
    manifest(', parameters: { image_urls: [{ $file: a.png }, "https://a.example/b"] }'),
  );
  const mixed = await play({ workspace: folder.path, inputs });
  expect(mixed.simulator.requests[0]?.body.image_urls).toEqual([
    `data:image/png;base64,${png().toString('base64')}`,
    'https://a.example/b',
  ]);
  const lock = JSON.parse(await readFile(path.join(folder.path, 'art/images.lock.json'), 'utf8'));
  expect(lock.images.a.recipe).toMatchObject({
    files: { 'image_urls.0': await sha256Of(art) },
    parameters: { image_urls: [null, 'https://a.example/b'] },
  });
}, 60_000);

test.each<[string, string, RegExp]>([
  [
    'missing',
    'elements: [{ frontal_image_url: { $file: none.png } }]',
    /parameters: got .*"elements\.0\.frontal_image_url": "none\.png" does not exist/,
  ],
  ['outside', 'a: { $file: ../a.png }', /parameters: got .*must be below the workspace/],
  ['with more keys', 'a: { $file: a.png, type: png }', /parameters: got .*no other key beside `\$file`/],
])('a file in parameters that is %s is refused before anything is sent', async (_name, parameters, says) => {
  const run = await play({ inputs: { parameters } });
  expect(run).toMatchObject({ exitCode: 1, submits: 0 });
  expect(run.errors.join()).toMatch(says);
});

const VIDEO = { model: 'wan-ai/wan-2.7/image-to-video', parameters: 'image_url: https://a.example/a.png' };

test.each<{ name: string; inputs: Record<string, string>; warns: readonly RegExp[] }>([
  {
    name: "the default model's own inputs",
    inputs: { 'guidance-scale': '20' },
    warns: [/guidance_scale is 20, but .* at most 10/],
  },
  { name: 'its names', inputs: { parameters: 'sed: 7' }, warns: [/has no input "sed"; did you mean "seed"\?/] },
  {
    name: 'another model, one warning per input',
    inputs: { ...VIDEO, parameters: 'image_url: [https://a.example/a.png]\nresolution: 720p\nduration: "5"' },
    warns: [/image_url is a list/, /"720p", but .* spells it "720P"/, /duration is the text "5".*remove the quotes/],
  },
  {
    name: 'files',
    inputs: { ...VIDEO, parameters: 'duration: 5', files: 'image_url: a.png\naudio_url: a.png\nimage_ulr: a.png' },
    warns: [
      /audio_url is image\/png, but .* expects an audio file/,
      /no input "image_ulr"; did you mean "image_url"\?/,
    ],
  },
  {
    name: 'an unknown model',
    inputs: { model: 'wan-ai/wan-2-7/image-to-video' },
    warns: [/has no model wan-ai\/wan-2-7\/image-to-video; did you mean wan-ai\/wan-2\.7\/image-to-video\?/],
  },
])('doubtful without a manifest: $name', async ({ inputs, warns }) => {
  await using folder = await openFolder();
  await folder.write('a.png', png());
  const run = await play({ workspace: folder.path, inputs: { 'upload-artifact': 'false', ...inputs } });
  expect(run.submits).toBe(1);
  expect(run.warnings).toEqual(warns.map((warn) => expect.stringMatching(warn)));
  if (inputs.model === undefined && inputs.parameters === undefined)
    expect(run.simulator.calls.filter(({ name }) => name === 'model')).toEqual([]);
});

test('a catalogue that hangs is waited for two seconds, and no more', async () => {
  const run = await play({
    inputs: { ...VIDEO, 'upload-artifact': 'false' },
    before: (simulator) => simulator.fault('model', { kind: 'hang' }, 9),
  });
  expect(run).toMatchObject({ exitCode: 0, submits: 1, warnings: [] });
  const at = (name: string): number => run.simulator.calls.find((call) => call.name === name)?.at ?? Number.NaN;
  expect(at('submit') - at('model')).toBeGreaterThan(1_900);
  expect(at('submit') - at('model')).toBeLessThan(10_000);
});

test("a file above the catalogue's limit is refused before the first submit", async () => {
  await using folder = await openFolder();
  await folder.write('a.png', Buffer.concat([png(), Buffer.alloc(10 * 1024 ** 2)]));
  const run = await play({ workspace: folder.path, inputs: { model: VIDEO.model, files: 'image_url: a.png' } });
  expect(run).toMatchObject({ exitCode: 1, submits: 0 });
  expect(run.errors).toEqual([expect.stringMatching(/"image_url" must be less than 10 MB for image\/png/)]);
});

test('plan, log and summary show the lowest price, and the note of the catalogue', async () => {
  await using folder = await openFolder();
  await folder.write(
    'images.yml',
    `version: 1\nimages:\n  - { id: a, prompt: x, model: ${'wan-ai/wan-2.7/text-to-video'} }\n`,
  );
  const inputs = { prompt: '', manifest: 'images.yml', 'upload-artifact': 'false' };
  const plan = await play({ workspace: folder.path, inputs: { ...inputs, mode: 'plan' } });
  expect(plan.json('plan')).toEqual([{ id: 'a', action: 'new', reasons: expect.anything(), price: 0.3 }]);
  expect(plan.log).toContain('images.yml: 1 to make from $0.30');
  expect(plan.log).toMatch(/^a: new .*, from \$0\.30$/m);
  expect(plan.log).toContain(
    'Price of wan-ai/wan-2.7/text-to-video: from $0.06 per second. Billed per second. Higher resolutions and audio cost more.',
  );
  for (const text of ['from $0.30', 'Higher resolutions']) expect(plan.summary).toContain(text);

  await play({ workspace: folder.path, service: { costFactor: 3 }, inputs });
  const forced = await play({ workspace: folder.path, inputs: { ...inputs, mode: 'plan', force: 'a' } });
  expect(forced.json('plan')).toMatchObject([{ action: 'forced', price: 0.9 }]);
  const refused = await play({ workspace: folder.path, inputs: { ...inputs, force: 'a', 'max-cost': '0.80' } });
  expect(refused).toMatchObject({ exitCode: 1, submits: 0 });
}, 60_000);

test('a tier that costs more than its list price: exceeds the limit by one request at most, with a warning', async () => {
  const run = await play({
    inputs: {
      model: 'google/nano-banana-2/text-to-image',
      parameters: 'resolution: 4K',
      count: '10',
      'max-cost': '0.70',
      'upload-artifact': 'false',
    },
  });
  expect(run.submits).toBe(2);
  expect(run.outputs.cost).toBe('0.48');
  expect(run.log).toContain('Price: from $0.60.');
  const above = await play({ service: { costFactor: 2 }, inputs: { 'max-cost': '0.08', 'upload-artifact': 'false' } });
  expect(above.warnings).toEqual([
    expect.stringContaining('that RunComfy reported, $0.12, are above `max-cost`, $0.08'),
  ]);
  expect(above.summary).toContain('above');
});

async function seeds(run: { readonly simulator: Played['simulator'] }): Promise<readonly unknown[]> {
  return run.simulator.requests.map(({ body }) => body.seed).toSorted((a, b) => Number(a) - Number(b));
}

test('several without a seed, for a model with a fixed seed: seeds are chosen, the same in a re-run, others in another matrix job', async () => {
  await using simulator = await startSimulator();
  const step = async (env: Record<string, string>, matrix: string) => {
    const before = simulator.requests.length;
    const inputs = {
      'api-token': simulator.token,
      'api-url': simulator.url,
      prompt: 'x',
      count: '3',
      matrix,
      resume: 'false',
    };
    const run = await (await startAction({ simulator, env, inputs: { ...inputs, 'upload-artifact': 'false' } })).done;
    expect(run.exitCode).toBe(0);
    const drawn = simulator.requests
      .slice(before)
      .map(({ body }) => Number(body.seed))
      .toSorted((a, b) => a - b);
    const told: unknown = JSON.parse(run.outputs.images ?? '');
    expect(told).toMatchObject(drawn.map((seed) => ({ seed })));
    return drawn;
  };
  const first = await step({}, '{"theme":"light"}');
  const [base = Number.NaN] = first;
  expect(first).toEqual([base, base + 1, base + 2]);
  expect(base).toBeGreaterThanOrEqual(0);
  expect(base + 2).toBeLessThan(2 ** 31);
  expect(await step({ GITHUB_RUN_ATTEMPT: '2' }, '{"theme":"light"}')).toEqual(first);
  expect(await step({}, '{"theme":"dark"}')).not.toEqual(first);
  expect(await step({ GITHUB_RUN_ID: '77' }, '{"theme":"light"}')).not.toEqual(first);
}, 60_000);

test.each<[string, Record<string, string>, readonly unknown[]]>([
  ['a model that draws itself', { model: 'qwen/qwen-image-2.1/text-to-image' }, [undefined, undefined]],
  ['a model whose default is none', { model: 'blackforestlabs/flux-2/flash/text-to-image' }, [undefined, undefined]],
  ['a seed of its own', { parameters: 'seed: -1' }, [-1, -1]],
  ['a single image', { count: '1' }, [undefined]],
])('no seed is chosen for %s', async (_name, inputs, expected) => {
  const run = await play({ inputs: { count: '2', 'upload-artifact': 'false', ...inputs } });
  expect(await seeds(run)).toEqual(expected);
});
