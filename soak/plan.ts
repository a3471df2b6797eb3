// What happens in one run of a soak, decided by the seed before it begins: inputs, service, faults, attempts and how they are ended.
import type { SimulatorOptions } from '../simulator/server.ts';
import { drawStrikes, type Strike } from './faults.ts';
import { type Chance, chance } from './random.ts';

/** A workflow run of one step: its first attempt and its re-runs. */
export interface RunPlan {
  readonly seed: number;
  /** Counts from 1 within a soak. */
  readonly number: number;
  /** Images that the step asks for. */
  readonly count: number;
  /** The first image's seed; null: none is sent, and all have the same recipe. */
  readonly firstSeed: number | null;
  /** The text of the manifest; null: the inputs say it all. */
  readonly manifest: string | null;
  readonly inputs: Readonly<Record<string, string>>;
  readonly service: SimulatorOptions;
  /** Sides of the pictures, in pixels. */
  readonly side: number;
  readonly strikes: readonly Strike[];
  readonly attempts: readonly AttemptPlan[];
  /** The attempts share one runner, so that a later one finds the files of an earlier one. */
  readonly sameWorkspace: boolean;
  /** The workspace is on another file system than RUNNER_TEMP, where a file cannot be moved to in one step. */
  readonly otherDisk: boolean;
}

export interface AttemptPlan {
  /** null: main may end by itself. */
  readonly interruption: Interruption | null;
}

export interface Interruption {
  /** `cancel` is the Cancel button, with all that the runner does after it. */
  readonly how: 'cancel' | 'SIGTERM' | 'SIGKILL' | 'cancel, then SIGKILL';
  /** What to wait for: main's start, a line of its log, or half a file on its way into the workspace. */
  readonly moment: 'start' | RegExp | 'half a file';
  /** How long after that. */
  readonly ms: number;
}

/** USD for one image. */
const PRICE = 0.06;
/** Where they are, below the workspace. */
export const MANIFEST = 'images.yml';
export const LOCK = 'images.lock.json';
/** The default of `output-dir`. */
export const IMAGES = 'runcomfy-images';
const PROMPT = 'a red fox in the rain';

/** The runs of a soak, until they ask for so many images. */
export function* planRuns(seed: number, images: number): Generator<RunPlan> {
  for (let number = 1, left = images; left > 0; number++) {
    const plan = planRun(seed, number, left);
    left -= plan.count;
    yield plan;
  }
}

function planRun(seed: number, number: number, mostImages: number): RunPlan {
  const luck = chance(seed, number);
  const heavy = luck.happens(0.1);
  const drawn = luck.weighed([
    [1, luck.whole(1, 3)],
    [2, luck.whole(4, 20)],
    [4, luck.whole(20, 50)],
  ]);
  const count = Math.min(mostImages, heavy ? 4 : drawn);
  const byManifest = luck.happens(0.3);
  const firstSeed = byManifest || luck.happens(0.6) ? luck.whole(1, 1_000_000) : null;
  const attempts = drawAttempts(luck, count);
  return {
    seed,
    number,
    count,
    firstSeed,
    manifest: byManifest && firstSeed !== null ? manifestOf(count, firstSeed) : null,
    inputs: { ...(byManifest ? { manifest: MANIFEST } : orderOf(luck, count, firstSeed)), ...drawInputs(luck, count) },
    service: drawService(luck, count),
    side: heavy ? 1500 : luck.whole(1, 64),
    strikes: drawStrikes(luck, count),
    attempts: heavy ? [{ interruption: { how: 'SIGKILL', moment: 'half a file', ms: 0 } }, ...attempts] : attempts,
    sameWorkspace: heavy || luck.happens(0.5),
    otherDisk: heavy || luck.happens(0.3),
  };
}

function orderOf(luck: Chance, count: number, firstSeed: number | null): Record<string, string> {
  return {
    prompt: PROMPT,
    count: String(count),
    ...(firstSeed === null ? {} : { seed: String(firstSeed) }),
    filename: luck.pick(['{id}-{index}', '{id}-{request_id}', 'by-seed/{seed}']),
  };
}

/** Images are called `image-1` and so on, as they are without a manifest. */
function manifestOf(count: number, firstSeed: number): string {
  const images = Array.from({ length: count }, (_, n) => ({
    id: `image-${n + 1}`,
    prompt: PROMPT,
    parameters: { seed: firstSeed + n, output_format: 'png' },
    output: `${IMAGES}/${n + 1}.png`,
  }));
  return JSON.stringify({ version: 1, images });
}

function drawInputs(luck: Chance, count: number): Record<string, string> {
  return {
    concurrency: String(luck.pick([1, 4, 8, 16, 32])),
    'poll-interval': luck.pick(['60ms', '150ms', '300ms', 'adaptive']),
    timeout: luck.pick(['1500ms', '3s', '5s']),
    'upload-artifact': String(luck.happens(0.6)),
    ...(luck.happens(0.1) ? { 'max-cost': String(count * PRICE * luck.pick([1, 1.5])) } : {}),
  };
}

function drawService(luck: Chance, count: number): SimulatorOptions {
  return {
    price: PRICE,
    queueMs: luck.pick([0, 0, 100, 400]),
    runMs: luck.pick([0, 50, 200, 500]),
    workers: luck.pick([1, 3, 8, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]),
    balance: luck.happens(0.08) ? count * PRICE * 0.6 : Number.POSITIVE_INFINITY,
    ...(luck.happens(0.6) ? { retryAfter: luck.pick(['0', '1']) } : {}),
  };
}

function drawAttempts(luck: Chance, count: number): AttemptPlan[] {
  const max = luck.weighed([
    [4, 1],
    [4, 2],
    [3, 3],
  ]);
  return Array.from({ length: max }, () => ({
    interruption: luck.happens(0.6) ? drawInterruption(luck, count) : null,
  }));
}

function drawInterruption(luck: Chance, count: number): Interruption {
  const how = luck.weighed<Interruption['how']>([
    [3, 'SIGKILL'],
    [2, 'cancel'],
    [1, 'SIGTERM'],
    [2, 'cancel, then SIGKILL'],
  ]);
  if (luck.happens(0.3)) return { how, moment: 'start', ms: luck.whole(0, 2_500) };
  const image = count === 1 ? 'image' : `image-${luck.whole(1, count)}`;
  const moment = luck.pick([
    /^Submitting \d/,
    new RegExp(`^${image}: submitted`),
    new RegExp(`^${image}: (submitted|collecting)`),
    new RegExp(`^${image}: (in queue|running)`),
    new RegExp(`^${image}: ended at RunComfy`),
    new RegExp(`^${image}: saved`),
    new RegExp(`^${image}: done`),
    / again\.$/,
    /Upload \d+ file/,
  ]);
  return {
    how,
    moment,
    ms: luck.weighed([
      [2, 0],
      [3, luck.whole(0, 20)],
      [2, luck.whole(0, 300)],
    ]),
  };
}
