// Files of every sort through the real bundle: what is paid for is kept, under a name that fits its bytes.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { play, type Scene } from '../helpers/action.ts';
import { openFolder } from '../helpers/folders.ts';

const sample = (name: string): Promise<Buffer> => readFile(path.resolve('__tests__/samples', name));

/** The request whose results are these files, under the addresses that they have here. */
function serving(files: Readonly<Record<string, Buffer | string>>): NonNullable<Scene['before']> {
  return (simulator) => {
    const urls = Object.entries(files).map(([name, file]) => simulator.host(name, { body: Buffer.from(file) }));
    simulator.output(() => ({ files: urls }));
  };
}

test('meshes, audio, films, side files and bytes of an unknown format are saved', async () => {
  const files = {
    'a.obj': 'v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n',
    'a.zip': await sample('still.usdz'),
    'a.cur': await sample('still.tga'),
    'a.mp4': await sample('fragmented.mp4'),
    'a.ogg': await sample('opusenc.opus'),
    'a.srt': '1\n00:00:01,000 --> 00:00:02,000\nA fox\n',
    'a.json': '{"seed": 7}',
    'a.pcm': Buffer.alloc(100, 7),
    a: Buffer.alloc(100, 9),
    'a.jpg': await sample('turned.webp'),
  };
  const run = await play({ before: serving(files) });
  expect(run.exitCode).toBe(0);
  expect(run.json('images')).toMatchObject([
    { path: 'runcomfy-images/image-1.obj', format: 'obj' },
    { path: 'runcomfy-images/image-2.usdz', format: 'usdz' },
    { path: 'runcomfy-images/image-3.tga', format: 'tga', width: 24, height: 16 },
    { path: 'runcomfy-images/image-4.mp4', format: 'mp4' },
    { path: 'runcomfy-images/image-5.opus', format: 'opus' },
    { path: 'runcomfy-images/image-6.srt', format: 'srt' },
    { path: 'runcomfy-images/image-7.json', format: 'json' },
    { path: 'runcomfy-images/image-8.pcm', format: null },
    { path: 'runcomfy-images/image-9.bin', format: null },
    { path: 'runcomfy-images/image-10.webp', format: 'webp', width: 24, height: 32 },
  ]);
});

test.each([
  { name: 'an HTML page', file: 'a.obj', body: '<!doctype html><title>Gone</title>', what: 'an HTML page' },
  { name: 'a page that holds an SVG', file: 'a.svg', body: '<html><svg></svg></html>', what: 'an HTML page' },
  { name: 'JSON', file: 'a.mp4', body: '{"error":"expired"}', what: 'JSON' },
  { name: 'XML', file: 'a.glb', body: '<?xml version="1.0"?><Error/>', what: 'XML' },
])('$name is not a result', async ({ file, body, what }) => {
  const run = await play({ before: serving({ [file]: body }), inputs: { 'upload-artifact': 'false' } });
  expect(run.exitCode).toBe(1);
  expect(run.errors.join()).toContain(`The downloaded file is ${what}`);
  expect(run.outputs.count).toBe('0');
});

test.each([
  'plain.mp4',
  'plain.wav',
  'plain.webm',
  'plain.avi',
  'still.avif',
  'plain.flac',
  'oggenc.ogg',
  'two.zip',
  'os2.bmp',
])('half of %s is downloaded again, and saved once it is complete', async (name) => {
  const whole = await sample(name);
  const run = await play({
    before: (simulator) => {
      serving({ [name]: whole })(simulator);
      simulator.fault('file', { kind: 'reply', status: 200, body: whole.subarray(0, whole.length / 2), headers: {} });
    },
    inputs: { 'upload-artifact': 'false' },
  });
  expect(run.exitCode).toBe(0);
  expect(run.json('images')).toMatchObject([{ bytes: whole.length }]);
  expect(run.simulator.calls.filter((call) => call.name === 'file')).toHaveLength(2);
});

test('an output in the manifest may have any suffix that its bytes may have', async () => {
  const opus = await sample('opusenc.opus');
  await using folder = await openFolder();
  await folder.write(
    'images.yml',
    'version: 1\nimages:\n  - { id: a, prompt: x, model: google/nano-banana-2/text-to-image, output: a.ogg }\n',
  );
  const run = await play({
    workspace: folder.path,
    inputs: { prompt: '', manifest: 'images.yml', 'upload-artifact': 'false' },
    before: serving({ 'a.bin': opus }),
  });
  expect(run.errors).toEqual([]);
  expect(run.json('images')).toMatchObject([{ path: 'a.ogg', format: 'opus' }]);
});
