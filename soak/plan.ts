// The plan of one story of a soak, which the seed decides before it starts: who asks for what, services, faults, rounds, and how their steps end.
import type { DeploymentOptions } from '../simulator/comfyui/comfyui.ts';
import type { SimulatorOptions } from '../simulator/server.ts';
import { drawStrikes, type Strike } from './faults.ts';
import { inputsFor, MAKERS, type Maker, type ManifestImage, manifestOf } from './makers.ts';
import { type Chance, chance } from './random.ts';
import { afterHalfAFile, drawRounds } from './rounds.ts';

/** Who asks again, and what they have in common so that they mean the same order. */
export type Story =
  /** One step. Each round is a re-run of the job. */
  | 're-runs'
  /** The jobs of a matrix, all with the same recipes. Each round is a re-run. */
  | 'legs'
  /** Several uses in one composite action, with the same GITHUB_ACTION, RUNNER_TEMP and workspace. */
  | 'composite'
  /** Runs for one pull request, which may overlap. */
  | 'pull request'
  /** Runs of one manifest on one branch. */
  | 'nights';

/** A few workflow runs that mean the same images, with one simulator. */
export interface RunPlan {
  readonly seed: number;
  /** Counts from 1 within a soak. */
  readonly number: number;
  readonly story: Story;
  /** The number of images of the largest step. */
  readonly count: number;
  /** The seed of the first image; null if no seed is requested, so that all images have the same recipe. */
  readonly firstSeed: number | null;
  /** The text of the manifest; null for a story without one. */
  readonly manifest: string | null;
  readonly inputs: Readonly<Record<string, string>>;
  /** Makes all images of a story without a manifest. With a manifest, each image has its own maker. */
  readonly maker: Maker;
  readonly service: SimulatorOptions;
  readonly deployments: Omit<DeploymentOptions, 'graph'>;
  /** The width and height of the pictures, in pixels. */
  readonly side: number;
  /** The seed of an image with a second file that does not exist; null if there is none. */
  readonly partial: number | null;
  /** The seed of an image that finishes without any file; null if there is none. */
  readonly empty: number | null;
  readonly strikes: readonly Strike[];
  readonly rounds: readonly RoundPlan[];
  /** The rounds share one checkout, so that later ones find the files of earlier ones. */
  readonly sameWorkspace: boolean;
  /** The workspace is on another file system than RUNNER_TEMP, so that moving a file there is not atomic. */
  readonly otherDisk: boolean;
}

/** Steps that belong together in time. */
export interface RoundPlan {
  readonly steps: readonly StepPlan[];
  readonly order: 'at once' | 'one by one' | 'the next once the first is on record';
  /** A file in the lock is changed by hand before the round. */
  readonly retouch: boolean;
  /** The graphs saved in the deployments change before the round. */
  readonly redeploys: boolean;
  /** How the cache fails from this round on; null if it does not. */
  readonly outage: 'silent' | 'refused' | null;
}

export interface StepPlan {
  readonly count: number;
  readonly runId: number;
  /** GITHUB_RUN_ATTEMPT. */
  readonly attempt: number;
  /** Value of the matrix; null if the job has none. */
  readonly leg: string | null;
  readonly resume: boolean;
  /** Collects what all earlier rounds have paid for, and submits nothing. */
  readonly collects: boolean;
  /** null if main may end by itself. */
  readonly interruption: Interruption | null;
  /** The runner is lost when main ends, so there is no post phase. */
  readonly lost: boolean;
}

export interface Interruption {
  /** `cancel` is the Cancel button, with all signals that the runner sends after it. */
  readonly how: 'cancel' | 'SIGTERM' | 'SIGKILL' | 'cancel, then SIGKILL';
  /** What to wait for: the start of main, a line in its log, a partly copied file in the workspace, or a number of lines in its journal. */
  readonly moment: 'start' | RegExp | 'half a file' | number;
  /** How long to wait after that. */
  readonly ms: number;
}

/** USD for one image. */
const PRICE = 0.06;
/** Paths relative to the workspace. */
export const MANIFEST = 'images.yml';
export const LOCK = 'images.lock.json';

/** The stories of a soak, with `images` images in total. */
export function* planRuns(seed: number, images: number): Generator<RunPlan> {
  for (let number = 1, left = images; left > 0; number++) {
    const plan = planRun(seed, number, left);
    left -= plan.count;
    yield plan;
  }
}

function planRun(seed: number, number: number, maxImages: number): RunPlan {
  const luck = chance(seed, number);
  const heavy = luck.happens(0.1);
  const story = heavy
    ? 're-runs'
    : luck.weighed<Story>([
        [4, 're-runs'],
        [2, 'legs'],
        [1.5, 'composite'],
        [2, 'pull request'],
        [3, 'nights'],
      ]);
  const drawn = luck.weighed([
    [1, luck.whole(1, 3)],
    [2, luck.whole(4, 20)],
    [4, luck.whole(20, 50)],
  ]);
  const count = Math.min(maxImages, heavy ? 4 : drawn);
  const byManifest = story === 'nights' || (story === 're-runs' && luck.happens(0.2));
  const maker = luck.pick(MAKERS);
  // Without a seed, all requests with a graph would be for the same picture.
  const needsSeed = byManifest || maker === 'graph' || maker === 'saved graph';
  const firstSeed = needsSeed || luck.happens(0.6) ? luck.whole(1, 1_000_000) : null;
  const special = (probability: number): number | null =>
    byManifest && firstSeed !== null && luck.happens(probability) ? firstSeed + luck.whole(0, count - 1) : null;
  const partial = special(0.15);
  const refused = special(0.3);
  const isMixed = byManifest && !heavy && luck.happens(0.7);
  const images = Array.from({ length: count }, (_, n): ManifestImage => {
    const seed = (firstSeed ?? 0) + n;
    const own = isMixed ? luck.pick(MAKERS) : maker;
    const isChained = n > 0 && isMixed && (own === 'graph' || own === 'saved graph') && luck.happens(0.3);
    return { maker: own, seed, refused: seed === refused, madeFrom: isChained ? luck.whole(1, n) : null };
  });
  const drawnRounds = drawRounds(luck, story, count, byManifest);
  const rounds = heavy ? afterHalfAFile(drawnRounds) : drawnRounds;
  return {
    seed,
    number,
    story,
    count,
    firstSeed,
    maker,
    manifest: byManifest ? manifestOf(images) : null,
    inputs: {
      ...(byManifest ? { manifest: MANIFEST } : orderOf(luck, maker, firstSeed)),
      ...drawInputs(
        luck,
        count,
        (byManifest ? images : [{ maker }]).every((one) => one.maker === 'model'),
      ),
    },
    deployments: drawDeployments(luck),
    service: drawService(luck, count),
    side: heavy ? 1500 : luck.whole(1, 64),
    partial,
    empty: special(0.2),
    strikes: drawStrikes(luck, count),
    rounds,
    sameWorkspace: heavy || luck.happens(0.5),
    otherDisk: heavy || luck.happens(0.3),
  };
}

function orderOf(luck: Chance, maker: Maker, firstSeed: number | null): Record<string, string> {
  return {
    ...inputsFor(maker, firstSeed),
    filename: luck.pick(['{id}-{index}', '{id}-{request_id}', 'by-seed/{seed}']),
  };
}

/** `max-cost` refuses deployments, because their prices are not known. */
function drawInputs(luck: Chance, count: number, hasPrices: boolean): Record<string, string> {
  return {
    concurrency: String(luck.pick([1, 4, 8, 16, 32])),
    'poll-interval': luck.pick(['60ms', '150ms', '300ms', 'adaptive']),
    timeout: luck.pick(['1500ms', '3s', '5s', '15s']),
    'upload-artifact': String(luck.happens(0.6)),
    ...(hasPrices && luck.happens(0.1) ? { 'max-cost': String(count * PRICE * luck.pick([1, 1.5])) } : {}),
  };
}

function drawService(luck: Chance, count: number): SimulatorOptions {
  return {
    price: PRICE,
    queueMs: luck.pick([0, 0, 400, 2_000]),
    runMs: luck.pick([0, 50, 200, 500]),
    workers: luck.pick([1, 3, 8, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]),
    balance: luck.happens(0.08) ? count * PRICE * 0.6 : Number.POSITIVE_INFINITY,
    ...(luck.happens(0.6) ? { retryAfter: luck.pick(['0', '1']) } : {}),
  };
}

function drawDeployments(luck: Chance): RunPlan['deployments'] {
  return {
    bootMs: luck.pick([0, 0, 300, 1200]),
    runMs: luck.pick([0, 200, 500, 2_500]),
    cancelMs: luck.pick([0, 0, 200, 1000, 4000]),
    caches: luck.happens(0.3),
  };
}
