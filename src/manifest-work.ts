// A manifest as work for a run: its plan, the jobs that cost, the copies that do not, and the lock that remembers both.
import path from 'node:path';
import { ActionError, InputError } from './errors.ts';
import { diskKey } from './images/names.ts';
import type { Inputs } from './inputs/inputs.ts';
import type { Job } from './jobs.ts';
import { noLongerThan } from './limit.ts';
import { type Copied, copyAll } from './manifest/copy.ts';
import { type Look, lookIn } from './manifest/disk.ts';
import { chosenBy, idFilter, idlePatterns } from './manifest/globs.ts';
import { entryOf, type Lock, lockPathOf } from './manifest/lock.ts';
import { createLockWriter, type LockWriter, readLock } from './manifest/lock-writer.ts';
import { formatBySuffix } from './manifest/naming.ts';
import { type PlannedImage, planOf } from './manifest/plan.ts';
import { type Manifest, readManifest } from './manifest/read.ts';
import type { Outcome } from './outcomes.ts';
import { preflight } from './preflight.ts';
import { priceOf } from './price.ts';
import type { Catalogue } from './runcomfy/catalogue.ts';
import type { Workspace } from './workspace.ts';

export interface ManifestPlan {
  readonly manifest: Manifest;
  /** Absolute. */
  readonly lockPath: string;
  readonly lock: LockWriter;
  readonly planned: readonly PlannedImage[];
  /** Which id keeps a file, or gets it without a request: what is generated must not replace that. By `diskKey`. */
  readonly keepers: ReadonlyMap<string, string>;
}

export interface ManifestSources {
  readonly workspace: Workspace;
  readonly redacted: (text: string) => string;
  /** Nobody waits for files to be looked at any more. */
  readonly cancelled: AbortSignal;
}

/** Reads manifest, lock and files; writes and sends nothing. Throws ManifestError, InputError, ActionError for a broken lock, or the signal's reason. Prices are not known yet. */
export async function planManifest(
  file: string,
  { outputDir, filename, only, force }: Pick<Inputs, 'outputDir' | 'filename' | 'only' | 'force'>,
  { workspace, redacted, cancelled }: ManifestSources,
): Promise<ManifestPlan> {
  const naming = { outputDir: workspace.shown(outputDir), filename };
  const lockFile = lockPathOf(workspace.shown(file));
  const lockPath = await workspace.inside(lockFile);
  const [locked] = await Promise.allSettled([readLock(lockPath, lockFile)]);
  const look = lookIn(workspace);
  if (locked.status === 'fulfilled') lookAhead(locked.value, look, { only, force });
  const manifest = await readManifest(file, { workspace, naming, redacted });
  // Whoever has to repair both begins with the manifest.
  if (locked.status === 'rejected') throw locked.reason;
  const lock = locked.value;
  const ids = [...manifest.images.map(({ id }) => id), ...lock.keys()];
  const idle = [
    ...idlePatterns(only, ids).map((value) => ({ input: 'only', value })),
    ...idlePatterns(force, ids).map((value) => ({ input: 'force', value })),
  ];
  if (idle.length > 0)
    throw new InputError(idle.map((one) => ({ ...one, rule: `must fit an id of ${manifest.file}` })));
  const planned = await noLongerThan(cancelled, planOf({ images: manifest.images, lock, look, naming, only, force }));
  const keepers = keepersOf(manifest, lock, planned);
  return { manifest, lockPath, lock: createLockWriter(lockPath, lock), planned, keepers };
}

/** Larger files wait until it is known that the manifest still has them. */
const AHEAD_BYTES = 16 * 1024 ** 2;

/** Asks for files before they are needed: a thread goes through them while this one goes through the manifest. */
function lookAhead(lock: Lock, look: Look, { only, force }: Pick<Inputs, 'only' | 'force'>): void {
  const chosen = chosenBy(only);
  const forced = idFilter(force);
  for (const [id, { outputs }] of lock) {
    if (!chosen(id) || forced(id)) continue;
    for (const output of outputs) if (output.bytes <= AHEAD_BYTES) look(output).catch(() => {});
  }
}

function keepersOf({ images }: Manifest, lock: Lock, planned: readonly PlannedImage[]): ReadonlyMap<string, string> {
  const plans = new Map(planned.map((one) => [one.id, one]));
  return new Map(
    images.flatMap(({ id }) => {
      const { todo = 'nothing', copies = [] } = plans.get(id) ?? {};
      const kept =
        todo === 'nothing' ? (lock.get(id)?.outputs ?? []).map(({ path: file }) => file) : copies.map(({ to }) => to);
      return kept.map((file): [string, string] => [diskKey(file), id]);
    }),
  );
}

/** The jobs of what has to be paid for. */
export function jobsOfPlan(planned: readonly PlannedImage[]): readonly Job[] {
  const occurrences = new Map<string, number>();
  return planned.flatMap(({ image, todo }) => {
    if (image === null) return [];
    const { id, model, parameters, files, output, recipeHash: recipe } = image;
    // What is done already counts too: a re-run must not take one image's request for another's.
    const occurrence = (occurrences.get(recipe) ?? 0) + 1;
    occurrences.set(recipe, occurrence);
    if (todo !== 'generate') return [];
    return [{ id, name: id, model, parameters, files, output, recipe, occurrence, paid: null }];
  });
}

/** The plan with a price, where the catalogue tells one, for each image that has to be paid for. */
export async function withCataloguePrices(
  planned: readonly PlannedImage[],
  catalogue: Catalogue,
): Promise<readonly PlannedImage[]> {
  return Promise.all(
    planned.map(async (one) => {
      const [job] = jobsOfPlan([one]);
      return job === undefined ? one : { ...one, price: await priceOf(job, catalogue) };
    }),
  );
}

export interface ManifestWork {
  readonly jobs: readonly Job[];
  readonly plan: ManifestPlan;
  /** Done already, and free. */
  readonly copied: readonly Outcome[];
  /** For the reader, a sentence each. */
  readonly notes: readonly string[];
}

/** Everything that a run needs to know of its manifest; refuses what is too much or has no chance, then makes the free copies. */
export async function readWork(
  file: string,
  inputs: Inputs,
  { temp, ...sources }: ManifestSources & { readonly temp: string },
  catalogue: Catalogue,
): Promise<ManifestWork> {
  const read = await planManifest(file, inputs, sources);
  const jobs = jobsOfPlan(read.planned);
  if (jobs.length > inputs.maxImages) {
    throw new ActionError(
      'bad-input',
      `The manifest needs ${jobs.length} requests, more than \`max-images\` (${inputs.maxImages}).`,
      {
        advice: 'Nothing was submitted. Raise `max-images`, or make a part of it with `only`.',
      },
    );
  }
  const warnings = await preflight(jobs, catalogue);
  const plan = { ...read, planned: await withCataloguePrices(read.planned, catalogue) };
  const copies = await copyAll(plan.planned, { workspace: sources.workspace, temp });
  for (const { id, entry } of copies) await plan.lock.put(id, entry);
  const kept = plan.planned.filter(({ action }) => action === 'modified').map(({ id }) => id);
  const notes =
    kept.length === 0
      ? []
      : [`Kept as they are, though not as they were made: ${kept.join(', ')}. \`force\` makes them again.`];
  return {
    jobs,
    plan,
    copied: copies.flatMap((copy) => copiedOutcome(copy, plan.planned)),
    notes: [...warnings, ...notes],
  };
}

function copiedOutcome({ id, entry, files, changed }: Copied, planned: readonly PlannedImage[]): readonly Outcome[] {
  const { image = null, action } = planned.find((one) => one.id === id) ?? {};
  // What lies where it always did was not made; only the lock has another name for it.
  if (image === null || (action === 'modified' && !changed)) return [];
  const { model, parameters, files: inputFiles, output, recipeHash: recipe } = image;
  return [
    {
      job: { id, name: id, model, parameters, files: inputFiles, output, recipe, occurrence: 1, paid: null },
      index: 1,
      requestId: entry.request_id,
      tookMs: null,
      cost: null,
      images: entry.outputs.map(({ path: file, bytes, sha256 }, n) => ({
        index: n + 1,
        path: file,
        absolutePath: files[n] ?? '',
        url: '',
        format: formatBySuffix(file),
        width: null,
        height: null,
        bytes,
        sha256,
        changed,
      })),
      failure: null,
      unsettled: null,
      attempted: true,
      adopted: true,
    },
  ];
}

/** `file`: relative to the workspace. */
export function isKeptByAnother({ keepers }: ManifestPlan, file: string, id: string): boolean {
  const keeper = keepers.get(diskKey(file.split(path.sep).join('/')));
  return keeper !== undefined && keeper !== id;
}

/** Records what landed, on disk before this resolves. What is not complete is not locked, so that it is made again. */
export async function lockOutcome({ lock, planned }: ManifestPlan, outcome: Outcome): Promise<void> {
  const image = planned.find((one) => one.id === outcome.job.id)?.image ?? null;
  const complete = outcome.failure === null || outcome.failure.kind === 'wrong-format';
  if (image !== null && complete && outcome.images.length > 0) await lock.put(image.id, entryOf(image, outcome));
}

/** Drops the entries of ids that are gone, unless only a part was asked for. */
export async function closeLock({ lock, manifest }: ManifestPlan, only: readonly string[]): Promise<void> {
  if (only.length === 0) await lock.keepOnly(new Set(manifest.images.map(({ id }) => id)));
}
