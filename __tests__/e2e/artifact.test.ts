// Artifacts through the real @actions/artifact: names, overwriting, un-zipped files, and servers that have none.
import { expect, test } from '@jest/globals';
import { play } from '../helpers/action.ts';
import { openFolder } from '../helpers/folders.ts';

const png = { 'output-format': 'png', 'image-size': '64x64' };

test('what is compressed already is stored, not compressed again', async () => {
  const run = await play({ inputs: { ...png, count: '2' } });
  const [artifact] = run.simulator.artifacts;
  const images = run.json('images');
  const bytes = Array.isArray(images) ? images.reduce((sum, image) => sum + image.bytes, 0) : 0;
  expect(artifact?.mimeType).toBe('application/zip');
  // Names in the archive are relative to output-dir, and method 0 (stored) needs more room than the files themselves.
  expect(artifact?.bytes.includes('runcomfy-images/')).toBe(false);
  expect(artifact?.bytes.includes('image-2.png')).toBe(true);
  expect(artifact?.bytes.length).toBeGreaterThan(bytes);
});

test('a taken name gets the next free number, and the output says which', async () => {
  const run = await play({
    inputs: png,
    before: (simulator) => {
      for (const _ of [1, 2])
        simulator.fault('artifact-create', {
          kind: 'reply',
          status: 409,
          body: { code: 'already_exists', msg: 'an artifact with this name already exists on the workflow run' },
        });
    },
  });
  expect(run.outputs['artifact-name']).toBe('runcomfy-images-3');
  expect(run.simulator.artifacts.map(({ name }) => name)).toEqual(['runcomfy-images-3']);
});

test('artifact-overwrite replaces the artifact of that name', async () => {
  const run = await play({ inputs: { ...png, 'artifact-overwrite': 'true', 'artifact-name': 'pictures' } });
  expect(run.exitCode).toBe(0);
  expect(run.simulator.calls.map(({ name }) => name).filter((name) => name.startsWith('artifact-'))).toEqual([
    'artifact-list',
    'artifact-create',
    'artifact-block',
    'artifact-commit',
    'artifact-finalize',
  ]);
});

test('without an archive, each file is a separate artifact, with its number before the suffix', async () => {
  const run = await play({
    inputs: { ...png, 'artifact-archive': 'false', count: '2', 'artifact-retention-days': '3' },
    before: (simulator) =>
      simulator.fault('artifact-create', {
        kind: 'reply',
        status: 409,
        body: { msg: 'an artifact with this name already exists' },
      }),
  });
  const names = run.simulator.artifacts.map(({ name }) => name).sort();
  expect(names).toHaveLength(2);
  expect(names.filter((name) => /^image-\d-2\.png$/.test(name))).toHaveLength(1);
  expect(
    run.simulator.artifacts.every(({ mimeType, expiresAt }) => mimeType === 'image/png' && expiresAt !== null),
  ).toBe(true);
});

test('files with one name in several folders are separate artifacts, even with artifact-overwrite', async () => {
  await using folder = await openFolder();
  const images = ['a', 'b', 'c'].map((name) => `  - { id: ${name}, prompt: ${name}, output: ${name}/pic.jpg }\n`);
  await folder.write('images.yml', `version: 1\nimages:\n${images.join('')}`);
  const run = await play({
    workspace: folder.path,
    inputs: { prompt: '', manifest: 'images.yml', 'artifact-archive': 'false', 'artifact-overwrite': 'true' },
  });
  expect(run.exitCode).toBe(0);
  expect(run.simulator.artifacts.map(({ name }) => name).sort()).toEqual(['pic-2.jpg', 'pic-3.jpg', 'pic.jpg']);
});

test('an artifact that was wanted and could not be uploaded fails the step, after everything else is published', async () => {
  const run = await play({
    inputs: { ...png, 'fail-on': 'never' },
    before: (simulator) =>
      simulator.fault('artifact-create', {
        kind: 'reply',
        status: 403,
        body: { msg: 'insufficient usage to create artifact' },
      }),
  });
  expect(run.exitCode).toBe(1);
  expect(run.errors).toEqual([expect.stringMatching(/^Uploading artifact "runcomfy-images": .*storage/s)]);
  expect(run.outputs).toMatchObject({ count: '1', path: 'runcomfy-images/image-1.png', 'artifact-id': '' });
  expect(run.summary).toContain('image-1');
});

test('upload-artifact false uploads nothing', async () => {
  const run = await play({ inputs: { ...png, 'upload-artifact': 'false' } });
  expect(run.simulator.artifacts).toEqual([]);
  expect(run.outputs).toMatchObject({ count: '1', 'artifact-id': '' });
});
