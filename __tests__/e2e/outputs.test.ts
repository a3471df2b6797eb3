// What a result can contain besides one URL, through the bundle: everything that was paid for is saved, or its URL is reported.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { HostedFile } from '../../simulator/files.ts';
import { isObject } from '../../simulator/wire.ts';
import { type Played, play, type Scene } from '../helpers/action.ts';
import { answer } from '../helpers/faults.ts';
import { openFolder } from '../helpers/folders.ts';
import { GIF, jpg, png, torn } from '../helpers/media.ts';

type Host = (file: HostedFile) => string;

/** One request whose output is this. */
function given(make: (hosted: Host, origin: string) => unknown, inputs: Scene['inputs'] = {}): Promise<Played> {
  return play({
    inputs: { 'upload-artifact': 'false', ...inputs },
    before: (simulator) => simulator.output((_request, hosted) => make(hosted, simulator.url)),
  });
}

async function reportOf(run: Played): Promise<{ readonly results: unknown; readonly failures: readonly unknown[] }> {
  const report: unknown = JSON.parse(await readFile(run.outputs['report-file'] ?? '', 'utf8'));
  if (!isObject(report) || !Array.isArray(report.failures)) throw new Error('this is no report');
  return { results: report.results, failures: report.failures };
}

const saved = (run: Played, file: string): Promise<Buffer> => readFile(path.join(run.workspace, file));

const picture = { body: png(), type: 'image/png' };
const uri = (type: string, bytes: Buffer): string => `data:${type};base64,${bytes.toString('base64')}`;

test.each([
  {
    name: 'an address and a data URI',
    make: (hosted: Host) => ({ images: [hosted(picture), uri('image/gif', GIF)] }),
    files: ['image-1.png', 'image-2.gif'],
  },
  {
    name: 'a data URI with percent signs, and a type of its own',
    make: () => ({ image: `data:image/svg+xml;charset=utf-8,${encodeURIComponent('<svg width="4" height="3"/>')}` }),
    files: ['image-1.svg'],
  },
  {
    name: 'base64, with and without line ends',
    make: () => ({
      data: [{ b64_json: png().toString('base64') }, { b64_json: jpg().toString('base64').replace(/.{76}/g, '$&\n') }],
    }),
    files: ['image-1.png', 'image-2.jpg'],
  },
  {
    name: 'side files that can be downloaded',
    make: (hosted: Host) => ({
      image: hosted(picture),
      info: hosted({ body: Buffer.from('{"steps": 28}'), type: 'application/json' }),
    }),
    files: ['image-1.png', 'image-2.json'],
  },
  {
    name: 'several addresses in one text',
    make: (hosted: Host) => ({ images: `${hosted(picture)}\n${hosted({ body: GIF, type: 'image/gif' })}` }),
    files: ['image-1.png', 'image-2.gif'],
  },
  {
    name: "a file, and the server's name for it",
    make: (hosted: Host) => ({ images: [{ url: hosted(picture), path: '/out/ComfyUI_00001_.png', subfolder: '/' }] }),
    files: ['image-1.png'],
  },
  { name: 'text', make: () => ({ text: 'a fox in the snow', nsfw: false }), files: ['image-1.json'], format: 'json' },
  { name: 'a number', make: () => 0.93, files: ['image-1.json'], format: 'json' },
])('saved without a warning: $name', async ({ make, files, format }) => {
  const run = await given(make);
  expect(run.exitCode).toBe(0);
  expect(run.warnings).toEqual([]);
  expect(run.outputs.paths?.split('\n')).toEqual(files.map((file) => `runcomfy-images/${file}`));
  if (format !== undefined) expect(run.json('images')).toMatchObject([{ format, url: null, width: null }]);
  for (const file of files) expect((await saved(run, `runcomfy-images/${file}`)).length).toBeGreaterThan(0);
});

test('text and values are saved as JSON, and are in the report too', async () => {
  const output = { caption: 'a fox '.repeat(2_000), tags: ['fox', 'snow'], score: 0.5, none: null };
  const run = await given(() => output);
  expect(JSON.parse((await saved(run, 'runcomfy-images/image-1.json')).toString())).toEqual(output);
  const [request] = run.simulator.requests;
  expect((await reportOf(run)).results).toEqual([{ id: 'image', request_id: request?.id, output }]);
});

test('texts besides an image are complete in the report, and short in the log', async () => {
  const caption = 'a red fox in deep snow '.repeat(500);
  const run = await given((hosted) => ({
    images: [{ url: `${hosted(picture)}?sig=s1gnature`, seed: 4711, revised_prompt: 'a very red fox' }],
    caption,
  }));
  expect(run.exitCode).toBe(0);
  expect(run.json('images')).toMatchObject([{ seed: 4711 }]);
  expect(run.outputs.path).toBe('runcomfy-images/image-1.png');
  expect(run.log).toMatch(/image: RunComfy returned seed 4711, chosen by the model/);
  expect(run.log).toMatch(/image: RunComfy returned revised_prompt "a very red fox"/);
  expect(run.log).toMatch(/image: RunComfy returned caption "a red fox in deep snow .*…"/);
  expect(run.log).not.toContain('s1gnature');
  expect(JSON.stringify((await reportOf(run)).results)).toContain(JSON.stringify(caption));
  expect(JSON.stringify((await reportOf(run)).results)).toContain('?sig=s1gnature');
});

test('seeds in a list belong to one file each', async () => {
  const run = await given((hosted) => ({ images: [hosted(picture), hosted(picture)], seeds: [11, 12] }));
  expect(run.json('images')).toMatchObject([{ seed: 11 }, { seed: 12 }]);
});

test('a seed that was sent counts, whatever the output says, also in file names', async () => {
  const sent = await given((hosted) => ({ image: hosted(picture), seed: 5 }), { seed: '3', filename: '{id}-{seed}' });
  expect(sent.json('images')).toMatchObject([{ seed: 3, path: 'runcomfy-images/image-3.png' }]);
  const drawn = await given((hosted) => ({ image: hosted(picture), seed: 5 }), { filename: '{id}-{seed}' });
  expect(drawn.json('images')).toMatchObject([{ seed: 5, path: 'runcomfy-images/image-noseed.png' }]);
});

test.each([
  { name: 'null', output: null },
  { name: 'an empty object', output: {} },
  { name: 'an empty list', output: [] },
  { name: 'empty text', output: '\n' },
  { name: 'members that are empty', output: { image: '', images: [null], meta: {} } },
])('an empty output is a failure: $name', async ({ output }) => {
  const run = await given(() => output);
  expect(run.exitCode).toBe(1);
  expect(run.errors).toEqual([expect.stringMatching(/the output is empty/)]);
  expect((await reportOf(run)).failures).toMatchObject([{ index: 1, kind: 'no-output' }]);
});

test('an empty output says why, in the words of its flags', async () => {
  const run = await given(() => ({ images: [], has_nsfw_concepts: [true], seed: 7 }));
  expect(run.errors).toEqual([
    expect.stringMatching(/flagged the result: has_nsfw_concepts: \[true\]\. Change the prompt/),
  ]);
  expect((await reportOf(run)).failures).toMatchObject([{ kind: 'no-output', message: expect.stringMatching(/nsfw/) }]);
});

test.each([
  { name: 'in the output', told: { has_nsfw_concepts: [false, true] }, beside: {} },
  { name: 'beside the output', told: {}, beside: { has_nsfw_concepts: [false, true] } },
])('an image that was flagged is saved with a warning: $name', async ({ told, beside }) => {
  const run = await play({
    inputs: { 'upload-artifact': 'false' },
    before: (simulator) => {
      const url = simulator.host('black.png', picture);
      simulator.fault('result', answer(200, { status: 'succeeded', output: { images: [url], ...told }, ...beside }));
    },
  });
  expect(run.exitCode).toBe(0);
  expect(run.warnings).toEqual([
    expect.stringMatching(/flagged the results of 1 request.*image \(has_nsfw_concepts: \[false,true\]\)/),
  ]);
  expect(run.summary).toContain('flagged the results of 1 request');
});

test('settings of the safety filter, and flags that say no, are no warning', async () => {
  const run = await given((hosted) => ({
    image: hosted(picture),
    enable_nsfw_checker: true,
    nsfw: false,
    nsfw_threshold: 1,
  }));
  expect(run.warnings).toEqual([]);
});

test('identical files of one count are one warning with the remedy', async () => {
  const run = await play({
    inputs: { count: '4', 'upload-artifact': 'false' },
    before: (simulator) => simulator.output((_request, hosted) => ({ image: hosted(picture) })),
  });
  expect(run.exitCode).toBe(0);
  expect(run.warnings).toEqual([
    expect.stringMatching(/4 files of different requests are identical byte for byte: .*image-1\.png.*set `seed`/),
  ]);
});

test.concurrent.each<{ name: string; make: (hosted: Host, origin: string) => unknown; address: RegExp; kind?: string }>(
  [
    {
      name: 'ftp',
      make: (hosted) => [hosted(picture), 'ftp://files.runcomfy.net/a.png'],
      address: /ftp:\/\/files\.runcomfy\.net\/a\.png/,
    },
    { name: 's3', make: (hosted) => [hosted(picture), 's3://bucket/a.png'], address: /s3:\/\/bucket\/a\.png/ },
    { name: 'a file of the server', make: (hosted) => [hosted(picture), '/tmp/x.png'], address: /\/tmp\/x\.png/ },
    {
      name: 'gone',
      make: (hosted) => [hosted(picture), hosted({ body: png(), type: 'image/png', status: 410 })],
      address: /HTTP 410.*\/files\/\S+\.png/,
    },
    {
      name: 'a page',
      make: (hosted) => [hosted(picture), hosted({ body: Buffer.from('<!doctype html><p>'), type: 'image/png' })],
      address: /HTML page.*\/files\/\S+\.png/,
      kind: 'not-media',
    },
    {
      name: 'a page among the images',
      make: (hosted) => ({ images: [hosted(picture), { url: hosted({ body: Buffer.from('<html>') }) }] }),
      address: /HTML page.*\/files\//,
      kind: 'not-media',
    },
    {
      name: 'too large a data URI',
      make: (hosted) => [hosted(picture), uri('image/png', Buffer.alloc(3_000_000))],
      address: /larger than 2\.0 MB.*`results` of the report/,
    },
  ],
)(
  'an output that cannot be had is one failure, beside the one that is saved: $name',
  async ({ make, address, kind = 'download-failed' }) => {
    const run = await given(make, { 'max-download-size': '2MB' });
    expect(run.exitCode).toBe(1);
    expect(run.outputs.paths).toBe('runcomfy-images/image-1.png');
    expect(run.outputs['failed-count']).toBe('1');
    expect((await reportOf(run)).failures).toMatchObject([{ index: 2, kind, message: expect.stringMatching(address) }]);
    expect(run.errors).toEqual([expect.stringMatching(address)]);
  },
);

test.concurrent('of four images three are gone: three failures with three addresses, one failed task, and the indices of all', async () => {
  const gone = { body: png(), type: 'image/png', status: 410 };
  const urls: string[] = [];
  const run = await given((hosted) => {
    urls.push(...[gone, gone, picture, gone].map(hosted));
    return { images: urls };
  });
  const { failures } = await reportOf(run);
  expect(failures).toMatchObject(
    [1, 2, 4].map((index) => ({ index, message: expect.stringContaining(urls[index - 1] ?? '') })),
  );
  expect(run.outputs).toMatchObject({ count: '1', 'failed-count': '1', path: 'runcomfy-images/image-3.png' });
  for (const index of [0, 1, 3]) expect(run.errors[0]).toContain(urls[index]);
  for (const index of [0, 1, 3]) expect(run.log).toContain(urls[index]);
  for (const index of [1, 2, 4]) expect(run.summary).toContain(`file&#32;${index}`.replace('&#32;', ' '));
});

test.concurrent.each<{ name: string; make: (hosted: Host) => Readonly<Record<string, unknown>>; told: RegExp }>([
  {
    name: 'a `.json`',
    make: (hosted) => ({ info: hosted({ body: Buffer.alloc(0), type: 'application/json', status: 410 }) }),
    told: /HTTP 410/,
  },
  {
    name: 'a licence',
    make: (hosted) => ({ license: hosted({ body: Buffer.from('<!doctype html><p>'), type: 'text/html' }) }),
    told: /HTML page/,
  },
  {
    name: 'a page without a suffix',
    make: (hosted) => ({ link: hosted({ body: Buffer.from('<html>') }) }),
    told: /HTML page/,
  },
  {
    name: 'a thumbnail on another host',
    make: () => ({ thumbnail: 'https://cdn.example.com/t.jpg' }),
    told: /a host that is not allowed/,
  },
  {
    name: 'a picture on another host',
    make: () => ({ preview: 'https://cdn.example.com/t.jpg' }),
    told: /https:\/\/cdn\.example\.com\/t\.jpg/,
  },
  {
    name: 'subtitles of another server',
    make: () => ({ subtitles: 's3://bucket/a.vtt' }),
    told: /s3:\/\/bucket\/a\.vtt/,
  },
])('a side file that cannot be downloaded is a warning, not a failure: $name', async ({ make, told }) => {
  const beside = await given((hosted) => ({ image: hosted(picture), ...make(hosted) }));
  expect({ exitCode: beside.exitCode, failed: beside.outputs['failed-count'], paths: beside.outputs.paths }).toEqual({
    exitCode: 0,
    failed: '0',
    paths: 'runcomfy-images/image-1.png',
  });
  expect(beside.warnings).toEqual([expect.stringMatching(told)]);
  expect(beside.log).toMatch(/Not saved \(not a failure\): image: /);
  expect((await reportOf(beside)).failures).toEqual([]);
  const alone = await given(make);
  expect(alone.exitCode).toBe(1);
  expect(alone.warnings).toEqual([]);
});

test('side files are one warning, however many', async () => {
  const run = await given((hosted) => ({
    image: hosted(picture),
    thumbnails: Array.from({ length: 12 }, (_, n) => `https://cdn.example.com/${n}.jpg`),
  }));
  expect(run.warnings).toEqual([expect.stringMatching(/12 files that accompany the results.*\/4\.jpg.*and 7 more/)]);
  for (let n = 0; n < 12; n++) expect(run.log).toContain(`https://cdn.example.com/${n}.jpg`);
});

test('a truncated file is downloaded again; if the same bytes come twice, it is saved with one warning', async () => {
  const run = await given((hosted) => ({
    images: [
      hosted({ body: torn(png()), type: 'image/png' }),
      hosted(picture),
      hosted({ body: torn(jpg()), type: 'image/jpeg' }),
    ],
  }));
  expect(run.exitCode).toBe(0);
  expect(run.outputs.count).toBe('3');
  expect(run.simulator.calls.filter(({ name }) => name === 'file')).toHaveLength(5);
  expect(run.warnings).toEqual([
    expect.stringMatching(/2 files saved although truncated.*image-1\.png, .*image-3\.jpg/),
  ]);
  expect(await saved(run, 'runcomfy-images/image-1.png')).toEqual(torn(png()));
});

test('a file that is truncated once is complete in the end, without a warning', async () => {
  const run = await play({
    inputs: { 'upload-artifact': 'false' },
    before: (simulator) => {
      simulator.output((_request, hosted) => hosted(picture));
      simulator.fault('file', answer(200, torn(png())));
    },
  });
  expect(run.warnings).toEqual([]);
  expect(await saved(run, 'runcomfy-images/image-1.png')).toEqual(png());
});

test('a file that is truncated differently each time is saved as it came last, with one warning', async () => {
  const run = await play({
    inputs: { 'upload-artifact': 'false' },
    before: (simulator) => {
      simulator.output((_request, hosted) => hosted(picture));
      for (const part of [0.3, 0.5, 0.7]) simulator.fault('file', answer(200, torn(png(), part)));
    },
  });
  expect(run.exitCode).toBe(0);
  expect(run.simulator.calls.filter(({ name }) => name === 'file')).toHaveLength(3);
  expect(run.warnings).toEqual([expect.stringMatching(/1 file saved although truncated.*image-1\.png/)]);
  expect(await saved(run, 'runcomfy-images/image-1.png')).toEqual(torn(png(), 0.7));
});

test('bytes of an unknown format are saved as received, with a warning', async () => {
  const body = createHash('sha512').update('noise').digest();
  const run = await given((hosted) => ({ image: hosted(picture), latents: hosted({ body }) }));
  expect(run.exitCode).toBe(0);
  expect(run.json('images')).toMatchObject([{ format: 'png' }, { format: null, path: 'runcomfy-images/image-2.bin' }]);
  expect(run.warnings).toEqual([expect.stringMatching(/1 file saved as received.*image-2\.bin/)]);
  expect(await saved(run, 'runcomfy-images/image-2.bin')).toEqual(body);
});

test('the token is removed from an output before it is saved', async () => {
  const run = await play({
    inputs: { 'upload-artifact': 'false' },
    before: (simulator) => simulator.output(() => ({ text: `the key is ${simulator.token}` })),
  });
  expect((await saved(run, 'runcomfy-images/image-1.json')).toString()).toContain('the key is ***');
  expect(JSON.stringify((await reportOf(run)).results)).toContain('the key is ***');
});

test('a value nested a few thousand deep is saved without the white space of its depth', async () => {
  const output = `${'['.repeat(2_000)}1${']'.repeat(2_000)}`;
  const run = await play({
    inputs: { 'upload-artifact': 'false' },
    before: (simulator) => simulator.fault('result', answer(200, `{"status":"succeeded","output":${output}}`)),
  });
  expect((await saved(run, 'runcomfy-images/image-1.json')).toString()).toBe(`${output}\n`);
});

test('an output of 30 MB of base64 is a file, and the report stays readable', async () => {
  const body = Buffer.concat([png(), Buffer.alloc(22_000_000)]);
  const run = await given(() => ({ b64_json: body.toString('base64') }));
  expect(run.json('images')).toMatchObject([{ format: 'png', bytes: body.length }]);
  expect((await reportOf(run)).results).toMatchObject([{ output: { b64_json: expect.any(String) } }]);
}, 60_000);

const MANIFEST = `
version: 1
images:
  - { id: hero, prompt: a fox, parameters: { output_format: png }, output: assets/hero.png }
`;

/** One run with the manifest, in that folder. */
async function ofManifest(workspace: string, make: (hosted: Host) => unknown): Promise<Played> {
  return play({
    workspace,
    inputs: { prompt: '', manifest: 'images.yml', 'upload-artifact': 'false' },
    before: (simulator) => simulator.output((_request, hosted) => make(hosted)),
  });
}

test('files that accompany the image of a manifest have their own suffix, and are not a failure', async () => {
  await using folder = await openFolder();
  await folder.write('images.yml', MANIFEST);
  const run = await ofManifest(folder.path, (hosted) => ({
    image: hosted(picture),
    info: hosted({ body: Buffer.from('{"steps": 28}'), type: 'application/json' }),
    license: hosted({ body: Buffer.from('<html>'), type: 'text/html' }),
  }));
  expect(run.exitCode).toBe(0);
  expect(run.outputs.paths?.split('\n').slice(0, 2)).toEqual(['assets/hero.png', 'assets/hero.json']);
  const again = await ofManifest(folder.path, () => null);
  expect(again.submits).toBe(0);
});

test.concurrent('an image of another format beside one that is lost is not taken for all there is', async () => {
  await using folder = await openFolder();
  await folder.write('images.yml', MANIFEST);
  const run = await ofManifest(folder.path, (hosted) => ({
    images: [hosted({ body: jpg(), type: 'image/jpeg' }), hosted({ body: jpg(), type: 'image/jpeg', status: 410 })],
  }));
  expect(run.exitCode).toBe(1);
  expect((await reportOf(run)).failures).toMatchObject([
    { index: 1, kind: 'wrong-format' },
    { index: 2, kind: 'download-failed' },
  ]);
});

test('a manifest image that is data is saved as JSON, with a message that it is not an image', async () => {
  await using folder = await openFolder();
  await folder.write('images.yml', MANIFEST);
  const run = await ofManifest(folder.path, () => ({ caption: 'a fox' }));
  expect(run.errors).toEqual([
    expect.stringMatching(/returned json, but `output` is assets\/hero\.png.*assets\/hero\.json/),
  ]);
});

test('a copied image has its width and height', async () => {
  await using folder = await openFolder();
  await folder.write('images.yml', MANIFEST);
  await ofManifest(folder.path, (hosted) => ({ image: hosted(picture) }));
  await folder.write('images.yml', MANIFEST.replace('hero.png', 'fox.png'));
  const run = await ofManifest(folder.path, () => null);
  expect(run.submits).toBe(0);
  expect(run.json('images')).toMatchObject([{ path: 'assets/fox.png', width: 32, height: 24 }]);
});

test('no URL in any output is lost: it is saved, a failure, or in a warning', async () => {
  const address = fc
    .tuple(
      fc.constantFrom('https://cdn.example.com/', 'http://127.0.0.1:1/', 'https://a@b.example.com/'),
      fc.uuid(),
      fc.constantFrom('', '.png', '.json'),
    )
    .map((parts) => parts.join(''));
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom('a fox', 'data:,', '/tmp/x', 's3://b/k', uri('image/gif', GIF), 'image'),
  );
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.oneof(address, address, text, fc.integer(), fc.boolean(), fc.constant(null)),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom('url', 'image', 'log_url', 'seed', 'nsfw', 'text', '__proto__'), tie('value'), {
        maxKeys: 4,
      }),
    ),
  }));
  await fc.assert(
    fc.asyncProperty(value, async (output) => {
      const run = await given(() => output);
      const said = `${JSON.stringify((await reportOf(run)).failures)}${run.log}`;
      for (const [found] of JSON.stringify(output).matchAll(/https?:\/\/[^"\\]+/g)) {
        // User info never leaves.
        expect(said).toContain(found.replace('a@', ''));
      }
      expect(run.errors.length).toBe(run.exitCode);
      expect(run.forged).toEqual([]);
    }),
    { numRuns: 15 },
  );
}, 120_000);
