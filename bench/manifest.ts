// A manifest of 5,000 unchanged images: how long a nightly run, and the check of a pull request, take to find nothing to do.
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startSimulator } from '../simulator/server.ts';
import { openWorkspace } from '../src/files/workspace.ts';
import { lookIn } from '../src/lockfile/disk.ts';
import { entryOf, type LockEntry, lockText } from '../src/lockfile/lock.ts';
import { readManifest } from '../src/manifest/read.ts';
import type { Action } from './action.ts';
import type { Figure } from './figures.ts';
import type { Measurement } from './measurement.ts';

const IMAGES = 5_000;
const IMAGE_BYTES = 100_000;

export async function openManifest(action: Action): Promise<Measurement> {
  const workspace = await mkdtemp(path.join(tmpdir(), 'runcomfy-bench-'));
  const lock = await writeGarden(workspace);
  const simulator = await startSimulator();
  const beyond = { check: [] as number[], generate: [] as number[] };
  const hashing: number[] = [];
  const peaks: number[] = [];

  async function hashAll(): Promise<number> {
    const look = lookIn(await openWorkspace(workspace));
    const started = performance.now();
    const states = await Promise.all(lock.flatMap(({ outputs }) => outputs.map(look)));
    if (!states.every((state) => state === 'same'))
      throw new Error('The images of the benchmark are not as its lock says.');
    return (performance.now() - started) / 1000;
  }

  return {
    rounds: 5,
    async sample() {
      const seconds = await hashAll();
      hashing.push(seconds);
      for (const mode of ['check', 'generate'] as const) {
        const step = await action.step(simulator, { prompt: '', manifest: 'images.yml', mode }, workspace);
        beyond[mode].push(step.seconds - seconds);
        if (step.peakBytes !== null) peaks.push(step.peakBytes / 1024 ** 2);
      }
      const submits = simulator.calls.filter(({ name }) => name === 'submit').length;
      if (submits > 0) throw new Error(`${submits} images of the benchmark were not unchanged.`);
    },
    figures: () => [
      inTime('manifest: check of 5,000 unchanged images, beyond hashing', beyond.check),
      inTime('manifest: generate of 5,000 unchanged images, beyond hashing', beyond.generate),
      { name: '  hashing their files alone', unit: 's', values: hashing, target: null },
      {
        name: 'manifest: peak memory of either',
        unit: 'MB',
        values: peaks,
        target: { bound: 'at most', value: 400, judges: 'worst' },
      },
    ],
    async [Symbol.asyncDispose]() {
      await simulator[Symbol.asyncDispose]();
      await rm(workspace, { recursive: true, force: true });
    },
  };
}

function inTime(name: string, values: readonly number[]): Figure {
  return { name, unit: 's', values, target: { bound: 'at most', value: 2, judges: 'median' } };
}

/** Writes the manifest, images and lock of a finished run. Returns the entries of the lock. */
async function writeGarden(folder: string): Promise<readonly LockEntry[]> {
  const entries = Array.from(
    { length: IMAGES },
    (_, n) => `  - id: plant-${n}
    prompt: Plant number ${n} of the garden, watercolour on white paper, seen from the side
    parameters: { seed: ${n}, image_size: square_hd, output_format: png }
    output: assets/plants/${n}.png
`,
  );
  await mkdir(path.join(folder, 'assets/plants'), { recursive: true });
  await writeFile(path.join(folder, 'images.yml'), `version: 1\nimages:\n${entries.join('')}`);
  const workspace = await openWorkspace(folder);
  const naming = { outputDir: 'runcomfy-images', filename: '{id}-{index}' };
  const { images } = await readManifest(path.join(workspace.root, 'images.yml'), {
    workspace,
    naming,
    redacted: (text) => text,
  });
  const lock = new Map<string, LockEntry>();
  for (const [n, image] of images.entries()) {
    const file = `assets/plants/${n}.png`;
    const bytes = Buffer.alloc(IMAGE_BYTES, String(n));
    await writeFile(path.join(folder, file), bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const made = {
      requestId: `request-${n}`,
      cost: 0.06,
      images: [{ path: file, bytes: bytes.length, sha256 }],
      missing: 0,
    };
    lock.set(image.id, entryOf(image, made));
  }
  await writeFile(path.join(folder, 'images.lock.json'), lockText(lock));
  return [...lock.values()];
}
