// What happens in one story of a soak, decided by the seed before it begins: who asks for what, service, faults, rounds and how their steps are ended.
import type { DeploymentOptions } from '../simulator/comfyui/comfyui.ts';
import type { SimulatorOptions } from '../simulator/server.ts';
import { drawStrikes, type Strike } from './faults.ts';
import { inputsFor, MAKERS, type Maker, type ManifestImage, manifestOf } from './makers.ts';
import { type Chance, chance } from './random.ts';
import { afterHalfAFile, drawRounds } from './rounds.ts';

/** Who asks again, and what makes two of them mean the same order. */
export type Story =
  /** One step; each round is a re-run of the job. */
  | 're-runs'
  /** The legs of a matrix, all with the same recipes; each round is a re-run. */
  | 'legs'
  /** Uses within one composite action: one GITHUB_ACTION, one RUNNER_TEMP, one workspace. */
  | 'composite'
  /** Runs of one pull request, which may overlap. */
  | 'pull request'
  /** Runs of one manifest on a branch. */
  | 'nights';

/** A few workflow runs that mean the same images, against one service. */
export interface RunPlan {
  readonly seed: number;
  /** Counts from 1 within a soak. */
  readonly number: number;
  readonly story: Story;
  /** Images that the largest step asks for. */
  readonly count: number;
  /** The first image's seed; null: none is sent, and all have the same recipe. */
  readonly firstSeed: number | null;
  /** The text of the manifest; null: the inputs say it all. */
  readonly manifest: string | null;
  readonly inputs: Readonly<Record<string, string>>;
  /** Without a manifest: what makes all images. With one, each image has a maker of its own. */
  readonly maker: Maker;
  readonly service: SimulatorOptions;
  readonly deployments: Omit<DeploymentOptions, 'graph'>;
  /** Sides of the pictures, in pixels. */
  readonly side: number;
  /** The image of this seed has a second file that cannot be had; null: none has. */
  readonly partial: number | null;
  /** The image of this seed ends without any output; null: none does. */
  readonly empty: number | null;
  readonly strikes: readonly Strike[];
  readonly rounds: readonly RoundPlan[];
  /** The rounds share one checkout, so that a later one finds the files of an earlier one. */
  readonly sameWorkspace: boolean;
  /** The workspace is on another file system than RUNNER_TEMP, where a file cannot be moved to in one step. */
  readonly otherDisk: boolean;
}

/** Steps that are played together. */
export interface RoundPlan {
  readonly steps: readonly StepPlan[];
  readonly order: 'at once' | 'one by one' | 'the next once the first is on record';
  /** A file that the lock names is changed by hand before it. */
  readonly retouch: boolean;
  /** Other graphs than before are saved in the deployments. */
  readonly redeploys: boolean;
  /** What the cache does from here on. */
  readonly outage: 'silent' | 'refused' | null;
}

export interface StepPlan {
  readonly count: number;
  readonly runId: number;
  /** GITHUB_RUN_ATTEMPT. */
  readonly attempt: number;
  /** Value of the matrix; null: the job has none. */
  readonly leg: string | null;
  readonly resume: boolean;
  /** Fetches what all rounds before have paid for, and submits nothing. */
  readonly collects: boolean;
  /** null: main may end by itself. */
  readonly interruption: Interruption | null;
  /** The runner is lost with main: no post phase. */
  readonly lost: boolean;
}

export interface Interruption {
  /** `cancel` is the Cancel button, with all that the runner does after it. */
  readonly how: 'cancel' | 'SIGTERM' | 'SIGKILL' | 'cancel, then SIGKILL';
  /** What to wait for: main's start, a line of its log, half a file on its way into the workspace, or so many lines in its journal. */
  readonly moment: 'start' | RegExp | 'half a file' | number;
  /** How long after that. */
  readonly ms: number;
}

/** USD for one image. */
const PRICE = 0.06;
/** Where they are, below the workspace. */
export const MANIFEST = 'images.yml';
export const LOCK = 'images.lock.json';

/** The stories of a soak, until they ask for so many images. */
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
  // Requests of a graph without a seed would all be for the same picture.
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

/** What a deployment costs is not known, so `max-cost` refuses it. */
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
    queueMs: luck.pick([0, 0, 100, 400]),
    runMs: luck.pick([0, 50, 200, 500]),
    workers: luck.pick([1, 3, 8, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]),
    balance: luck.happens(0.08) ? count * PRICE * 0.6 : Number.POSITIVE_INFINITY,
    ...(luck.happens(0.6) ? { retryAfter: luck.pick(['0', '1']) } : {}),
  };
}

function drawDeployments(luck: Chance): RunPlan['deployments'] {
  return {
    bootMs: luck.pick([0, 0, 300, 1200]),
    runMs: luck.pick([0, 50, 200, 500]),
    cancelMs: luck.pick([0, 0, 200, 1000, 4000]),
    caches: luck.happens(0.3),
  };
}
