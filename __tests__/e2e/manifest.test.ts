// Images as code through the bundle: only changes are paid for, the lock records them, and check and plan are right.
import { readdirSync } from 'node:fs';
import { access, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import type { Simulator } from '../../simulator/server.ts';
import { play } from '../helpers/action.ts';
import { type Folder, openFolder } from '../helpers/folders.ts';
import { jpg } from '../helpers/media.ts';
import { until } from '../helpers/until.ts';

const MANIFEST = `
version: 1
defaults:
  parameters: { image_size: { width: 48, height: 32 }, output_format: png }
images:
  - id: hero
    prompt: A lighthouse at dawn
    parameters: { seed: 7 }
    output: assets/hero.png
  - id: icon-{theme}
    prompt: An app icon, {theme} theme
    matrix: { theme: [light, dark] }
    parameters: { seed: 1 }
    output: assets/icons/{theme}.png
`;

const folders: Folder[] = [];
afterAll(() => Promise.all(folders.map((folder) => folder[Symbol.asyncDispose]())));

async function checkout(manifest = MANIFEST): Promise<string> {
  const folder = await openFolder();
  folders.push(folder);
  await folder.write('images.yml', manifest);
  return folder.path;
}

const inputs = { prompt: '', manifest: 'images.yml' };
const lockOf = (workspace: string): Promise<string> => readFile(path.join(workspace, 'images.lock.json'), 'utf8');
const actions = (plan: unknown): unknown => (Array.isArray(plan) ? plan.map(({ id, action }) => [id, action]) : plan);

test('the first run makes everything, the second nothing, and the lock stays byte for byte', async () => {
  const workspace = await checkout();
  const first = await play({ workspace, inputs });
  expect(first.exitCode).toBe(0);
  expect(first.submits).toBe(3);
  expect(first.outputs).toMatchObject({ count: '3', 'skipped-count': '0', changed: 'true', cost: '0.18' });
  expect(first.outputs.paths?.split('\n')).toEqual([
    'assets/hero.png',
    'assets/icons/light.png',
    'assets/icons/dark.png',
    'images.lock.json',
  ]);
  const [artifact] = first.simulator.artifacts;
  for (const name of ['assets/hero.png', 'images.lock.json']) expect(artifact?.bytes.includes(name)).toBe(true);

  const lock = await lockOf(workspace);
  const second = await play({ workspace, inputs });
  expect(second.simulator.calls.filter(({ name }) => !name.startsWith('cache-'))).toEqual([]);
  expect(second.outputs).toMatchObject({ count: '0', 'skipped-count': '3', changed: 'false' });
  expect(await lockOf(workspace)).toBe(lock);
});

test('a changed word makes one image, a moved image is copied, and one that RunComfy no longer has is made again', async () => {
  const workspace = await checkout();
  await play({ workspace, inputs });
  await writeFile(
    path.join(workspace, 'images.yml'),
    MANIFEST.replace('dawn', 'dusk').replace('assets/icons/', 'assets/new/'),
  );
  const plan = await play({ workspace, inputs: { ...inputs, mode: 'plan' } });
  expect(plan.submits).toBe(0);
  expect(plan.json('plan')).toEqual([
    { id: 'hero', action: 'changed', reasons: ['prompt: "dawn" → "dusk"'], price: 0.06 },
    expect.objectContaining({ id: 'icon-light', action: 'changed', price: 0 }),
    expect.objectContaining({ id: 'icon-dark', action: 'changed', price: 0 }),
  ]);
  const run = await play({ workspace, inputs });
  expect(run.submits).toBe(1);
  await access(path.join(workspace, 'assets/new/dark.png'));

  await rm(path.join(workspace, 'assets/new/light.png'));
  const again = await play({ workspace, inputs, unexpected: true });
  expect(again.submits).toBe(1);
  expect(again.outputs.paths).toBe('assets/new/light.png\nimages.lock.json');
});

test('a retouched image is kept, costs nothing, and is made again only by force', async () => {
  const workspace = await checkout();
  await play({ workspace, inputs });
  await writeFile(path.join(workspace, 'assets/hero.png'), 'retouched');
  const kept = await play({ workspace, inputs });
  expect(kept.submits).toBe(0);
  expect(kept.warnings).toEqual([expect.stringMatching(/hero.*force/)]);
  expect(await readFile(path.join(workspace, 'assets/hero.png'), 'utf8')).toBe('retouched');

  const check = await play({ workspace, inputs: { ...inputs, mode: 'check', 'api-token': '' } });
  expect(check.exitCode).toBe(1);
  expect(check.annotations[0]).toMatchObject({ level: 'error', file: 'images.yml', line: 6 });

  const forced = await play({ workspace, inputs: { ...inputs, force: 'hero' } });
  expect(forced.submits).toBe(1);
  const agreed = await play({ workspace, inputs: { ...inputs, mode: 'check', 'api-token': '' } });
  expect(agreed).toMatchObject({ exitCode: 0, annotations: [] });
});

test('only considers a part, and keeps the rest of the lock; without it, entries of removed images are dropped', async () => {
  const workspace = await checkout();
  const part = await play({ workspace, inputs: { ...inputs, only: 'icon-*' } });
  expect(actions(part.json('plan'))).toEqual([
    ['icon-light', 'new'],
    ['icon-dark', 'new'],
  ]);
  await play({ workspace, inputs });
  await writeFile(path.join(workspace, 'images.yml'), MANIFEST.replace(/ {2}- id: icon[\s\S]*/, ''));
  const rest = await play({ workspace, inputs });
  expect(actions(rest.json('plan'))).toEqual([
    ['hero', 'unchanged'],
    ['icon-dark', 'orphaned'],
    ['icon-light', 'orphaned'],
  ]);
  expect(Object.keys(JSON.parse(await lockOf(workspace)).images)).toEqual(['hero']);
  await access(path.join(workspace, 'assets/icons/dark.png'));
});

test('killed in the middle and run again, nothing is paid twice', async () => {
  const workspace = await checkout();
  const killed = await play({
    workspace,
    inputs: { ...inputs, concurrency: '1' },
    before: (simulator) => simulator.fault('status', { kind: 'hang' }, 1, 1),
    during: async (action) => {
      await action.line(/hero: saved/);
      action.signal('SIGKILL');
    },
  });
  expect(killed.signal).toBe('SIGKILL');
  const rest = await play({ workspace, inputs });
  expect(rest.simulator.requests.map(({ body }) => body.prompt)).toEqual([
    'An app icon, light theme',
    'An app icon, dark theme',
  ]);
});

test('a failed image is not locked, but the others are', async () => {
  const workspace = await checkout();
  const run = await play({
    workspace,
    inputs,
    before: (simulator) =>
      simulator.fault('result', { kind: 'reply', status: 200, body: { status: 'failed', error: 'out of memory' } }),
  });
  expect(run.exitCode).toBe(1);
  expect(run.outputs).toMatchObject({ count: '2', 'failed-count': '1', changed: 'true' });
  expect((await play({ workspace, inputs })).submits).toBe(1);
});

test('bytes of another format are saved under their own suffix, fail once, and are not paid for again', async () => {
  const workspace = await checkout(MANIFEST.replace(/ {2}- id: icon[\s\S]*/, ''));
  const run = await play({
    workspace,
    inputs,
    before: (simulator) =>
      simulator.output((_request, hosted) => ({ image: hosted({ body: jpg(), type: 'image/png' }) })),
  });
  expect(run.exitCode).toBe(1);
  expect(run.errors).toEqual([expect.stringContaining('assets/hero.jpg')]);
  await access(path.join(workspace, 'assets/hero.jpg'));
  const again = await play({ workspace, inputs });
  expect(again).toMatchObject({ exitCode: 0, submits: 0 });
});

test.each([
  ['a broken lock', 'images.lock.json', '{"version": 1, "images": ', /images\.lock\.json/],
  [
    'an unknown key',
    'images.yml',
    MANIFEST.replace('output: assets/hero', 'outptu: assets/hero'),
    /images\.yml:9:\d+.*outptu.*output/,
  ],
  [
    'a matrix that explodes',
    'images.yml',
    MANIFEST.replace(
      'theme: [light, dark]',
      `theme: [${Array.from({ length: 300 }, (_, n) => n)}], n: [${Array.from({ length: 300 }, (_, n) => n)}]`,
    ),
    /20,000/,
  ],
  ['an output that leaves the workspace', 'images.yml', MANIFEST.replace('assets/hero', '../hero'), /images\.yml:9/],
])('%s is refused before anything is sent', async (_name, file, content, message) => {
  const workspace = await checkout();
  await writeFile(path.join(workspace, file), content);
  const run = await play({ workspace, inputs });
  expect(run.exitCode).toBe(1);
  expect(run.simulator.calls.filter(({ name }) => !name.startsWith('cache-'))).toEqual([]);
  expect(run.errors.at(-1)).toMatch(message);
  if (file === 'images.yml') expect(run.summary).toMatch(/images\.yml.* has 1 problem[\s\S]*<table>/);
});

test('an unknown model is a warning with the id that was meant: RunComfy refuses it free of charge', async () => {
  const workspace = await checkout(
    MANIFEST.replace('defaults:', 'defaults:\n  model: blackforestlabs/flux-2-flex/text-to-image'),
  );
  const run = await play({ workspace, inputs });
  expect(run.exitCode).toBe(1);
  expect(run.simulator.requests).toEqual([]);
  expect(run.warnings).toEqual([expect.stringContaining('did you mean blackforestlabs/flux-2/flex/text-to-image?')]);
});

test.each([
  ['which has no list either', 'models'],
  ['whose list has the model', null],
] as const)(
  'a catalogue that knows no single models, %s, stops nothing: the price is not known',
  async (_name, also) => {
    const run = await play({
      workspace: await checkout(),
      inputs,
      before: (simulator) => {
        for (const call of ['model', ...(also === null ? [] : [also])] as const)
          simulator.fault(call, { kind: 'reply', status: 404, body: { message: 'Not Found' } }, 9);
      },
    });
    expect(run).toMatchObject({ exitCode: 0, submits: 3 });
    expect(run.json('plan')).toMatchObject([{ price: null }, { price: null }, { price: null }]);
  },
);

test.each([
  ['more requests than max-images', { 'max-images': '2' }, /3 requests.*max-images/],
  ['a price above max-cost', { 'max-cost': '0.10' }, /\$0\.18.*\$0\.10/],
  ['inputs that the manifest says', { seed: '1', count: '2' }, /seed[\s\S]*count/],
])('%s is refused', async (_name, more, message) => {
  const run = await play({ workspace: await checkout(), inputs: { ...inputs, ...more } });
  expect(run.exitCode).toBe(1);
  expect(run.submits).toBe(0);
  expect(run.errors.at(-1)).toMatch(message);
});

test("a second file of one image never takes another image's place, in whatever order they are made", async () => {
  const workspace = await checkout(`version: 1
images:
  - { id: a, prompt: two, output: a.jpg }
  - { id: b, prompt: one, output: a-2.jpg }
`);
  const before = (simulator: Simulator): void =>
    simulator.output(({ body: { prompt } }, hosted) => ({
      images: (prompt === 'two' ? [jpg(), jpg(40, 30)] : [jpg(20, 20)]).map((body) => hosted({ body })),
    }));
  await play({ workspace, inputs: { ...inputs, only: 'b' }, before });
  const mine = await readFile(path.join(workspace, 'a-2.jpg'));
  const run = await play({ workspace, inputs: { ...inputs, only: 'a' }, before });
  expect(run).toMatchObject({ exitCode: 0, submits: 1 });
  expect(run.outputs.paths).toBe('a.jpg\na-3.jpg\nimages.lock.json');
  expect((await readFile(path.join(workspace, 'a-2.jpg'))).equals(mine)).toBe(true);
  const rest = await play({ workspace, inputs, before });
  expect(rest).toMatchObject({ exitCode: 0, submits: 0, outputs: { 'skipped-count': '2', changed: 'false' } });
});

test('a partial image, and no lock yet: the part is uploaded', async () => {
  const workspace = await checkout('version: 1\nimages:\n  - { id: a, prompt: x, output: a.jpg }\n');
  const run = await play({
    workspace,
    inputs,
    before: (simulator) =>
      simulator.output((_request, hosted) => ({
        images: [hosted({ body: jpg() }), hosted({ body: Buffer.from('<html></html>') })],
      })),
  });
  expect(run.exitCode).toBe(1);
  expect(run.errors).toEqual([expect.stringMatching(/^a: The downloaded file is an HTML page/)]);
  expect(run.simulator.artifacts.map(({ finalized }) => finalized)).toEqual([true]);
});

/** Too large to read during a test. It takes no space on the disk. */
const HUGE = 2 ** 40;

const withHuge = process.platform === 'win32' ? test.skip : test;

withHuge(
  'a file that is no longer needed is not read, however large it is, and one that is needed ends with Cancel',
  async () => {
    const rest = MANIFEST.replace(/ {2}- id: icon[\s\S]*/, '');
    const both = `${rest}  - { id: video, prompt: Waves, output: assets/video.png }\n`;
    const workspace = await checkout(both);
    await play({ workspace, inputs });
    const locked = (await lockOf(workspace)).replace(
      /("bytes": )\d+(,\s+"path": "assets\/video.png")/,
      (_, before, after) => `${before}${HUGE}${after}`,
    );
    await writeFile(path.join(workspace, 'images.lock.json'), locked);
    await truncate(path.join(workspace, 'assets/video.png'), HUGE);

    const forced = await play({ workspace, inputs: { ...inputs, mode: 'plan', force: 'video' } });
    expect(actions(forced.json('plan'))).toEqual([
      ['hero', 'unchanged'],
      ['video', 'forced'],
    ]);
    for (const mode of ['generate', 'check', 'plan']) {
      await using temp = await openFolder();
      const cancelled = await play({
        workspace,
        inputs: { ...inputs, mode },
        env: { RUNNER_TEMP: temp.path },
        async during(action) {
          await until(() => readdirSync(temp.path).some((name) => name.startsWith('runcomfy-')));
          action.cancel();
        },
      });
      expect(cancelled).toMatchObject({ exitCode: 1, signal: null, submits: 0 });
      expect(cancelled.errors[0]).toContain('was cancelled (SIGINT)');
    }
    await writeFile(path.join(workspace, 'images.yml'), rest);
    const orphaned = await play({ workspace, inputs: { ...inputs, mode: 'check' } });
    expect(orphaned).toMatchObject({ exitCode: 0, warnings: [expect.stringContaining('video is in the lock')] });
  },
);

test('the problems of a manifest are reported before those of its lock', async () => {
  const workspace = await checkout(MANIFEST.replace('prompt: A lighthouse', 'promt: A lighthouse'));
  await writeFile(path.join(workspace, 'images.lock.json'), '<<<<<<< ours\n');
  const broken = await play({ workspace, inputs });
  expect(broken.annotations[0]).toMatchObject({ level: 'error', file: 'images.yml' });
  await writeFile(path.join(workspace, 'images.yml'), MANIFEST);
  const next = await play({ workspace, inputs });
  expect(next).toMatchObject({ submits: 0, errors: [expect.stringContaining('merge conflict markers')] });
});
