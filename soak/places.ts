// The workspaces of a story: created for a round, kept for the next one if the plan says so, and retouched by hand.
import { mkdir, mkdtemp, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseObject } from '../simulator/wire.ts';
import { GRAPH_FILE, GRAPH_TEXT, IMAGES } from './makers.ts';
import { noise, sha256Of } from './pictures.ts';
import { LOCK, MANIFEST, type RunPlan } from './plan.ts';

export interface Checkout {
  /** Absolute. */
  readonly folder: string;
  readonly retouched: Map<string, string>;
}

export interface Places extends AsyncDisposable {
  /** The workspace for step `n` of a round, from 0. */
  checkout(n: number): Promise<Checkout>;
  /** Changes a file in the lock, as if by hand. */
  retouch(): Promise<void>;
}

/** Whether the steps are in one job, and share RUNNER_TEMP and the workspace. */
export function sharesJob({ story }: Pick<RunPlan, 'story'>): boolean {
  return story === 'composite';
}

export function openPlaces(plan: RunPlan): Places {
  const folders = new AsyncDisposableStack();
  const kept = new Map<number, Promise<Checkout>>();
  async function newCheckout(): Promise<Checkout> {
    const folder = await newFolder('work-', plan.otherDisk ? await otherDisk() : tmpdir());
    folders.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
    await mkdir(path.join(folder, IMAGES), { recursive: true });
    await writeFile(path.join(folder, GRAPH_FILE), GRAPH_TEXT);
    if (plan.manifest !== null) await writeFile(path.join(folder, MANIFEST), plan.manifest);
    return { folder, retouched: new Map() };
  }
  return {
    async checkout(n) {
      const place = sharesJob(plan) ? 0 : n;
      const isKept = kept.has(place) && (plan.sameWorkspace || place !== n);
      if (!isKept) kept.set(place, newCheckout());
      return kept.get(place) ?? never();
    },
    async retouch() {
      const checkout = await kept.get(0);
      if (checkout === undefined || !plan.sameWorkspace) return;
      const { folder, retouched } = checkout;
      const lock = await readFile(path.join(folder, LOCK)).catch(() => Buffer.alloc(0));
      const paths = JSON.stringify(parseObject(lock) ?? {}).matchAll(/"path":"([^"]+)"/g);
      const file = [...paths].map(([, found = '']) => found).find((found) => !retouched.has(found));
      if (file === undefined) return;
      const content = noise(2);
      await writeFile(path.join(folder, file), content);
      retouched.set(file, sha256Of(content));
    },
    [Symbol.asyncDispose]: () => folders[Symbol.asyncDispose](),
  };
}

export async function newFolder(prefix: string, parent: string = tmpdir()): Promise<string> {
  return realpath(await mkdtemp(path.join(parent, `soak-${prefix}`)));
}

/** On Linux, a file system in memory. On other systems, the usual temporary folder. */
async function otherDisk(): Promise<string> {
  const there = await stat('/dev/shm').then(
    (entry) => entry.isDirectory(),
    () => false,
  );
  return there ? '/dev/shm' : tmpdir();
}

export function never(): never {
  throw new Error('The soak has lost count of its steps.');
}
