// The work for a manifest: its plan, the tasks that cost money, the free copies, and the lock that records both.
import { inspect } from '../files/inspect.ts';
import type { Workspace } from '../files/workspace.ts';
import { FileFault, POINTER_RULE, pointersIn, readingOnce } from '../inputs/files.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { ActionError, InputError, quoted } from '../lib/errors.ts';
import type { SourceProblem } from '../lib/source.ts';
import { noLongerThan } from '../lib/time-limit.ts';
import { noSuchFile } from '../lockfile/chain.ts';
import { notCheckedOut, type TrackedFiles, trackedFilesOf } from '../lockfile/checkout.ts';
import { type Copied, copyAll } from '../lockfile/copy.ts';
import { digestIn, type Look, lookIn } from '../lockfile/disk.ts';
import type { Lock } from '../lockfile/lock.ts';
import { refuseOrphanLocks } from '../lockfile/orphan-locks.ts';
import { type PlannedImage, type PlanSources, planOf, type Settle } from '../lockfile/plan.ts';
import { createLockWriter, type LockWriter, readLock } from '../lockfile/writer.ts';
import type { ManifestImage } from '../manifest/expand.ts';
import { chosenBy, idFilter, idlePatterns } from '../manifest/globs.ts';
import { lockPathOf } from '../manifest/lock-path.ts';
import { formatBySuffix } from '../manifest/naming.ts';
import { ManifestError } from '../manifest/problems.ts';
import { type Manifest, readManifest } from '../manifest/read.ts';
import { settled } from '../manifest/settle.ts';
import type { Note } from '../report/notes.ts';
import type { Catalogue } from '../runcomfy/catalogue.ts';
import type { Outcome } from '../tasks/outcome.ts';
import type { PaidRequest } from '../tasks/paid-request.ts';
import type { Task } from '../tasks/task.ts';
import { rememberEntry } from './lock-keeping.ts';
import { preflight } from './preflight.ts';
import { costsIn, priceNote, pricesOf } from './prices.ts';

export interface ManifestPlan {
  readonly manifest: Manifest;
  /** Absolute. */
  readonly lockPath: string;
  readonly lock: LockWriter;
  /** The lock as it was read. */
  readonly locked: Lock;
  readonly planned: readonly PlannedImage[];
  /** What the decisions are based on. */
  readonly sources: PlanSources;
}

export interface ManifestSources {
  readonly workspace: Workspace;
  readonly redacted: (text: string) => string;
  /** Ends the wait for files to be read. */
  readonly cancelled: AbortSignal;
}

/** Reads the manifest, the lock and the files. Writes and sends nothing. Throws ManifestError, InputError, ActionError for a broken lock, or the signal's reason. Prices are not known yet. */
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
  // If both are broken, the manifest is to be repaired first.
  if (locked.status === 'rejected') throw locked.reason;
  const lock = locked.value;
  const ids = [...manifest.images.map(({ id }) => id), ...lock.keys()];
  const rule = `must match an id in ${manifest.file}`;
  const [idle, unused] = [idlePatterns(force, ids), idlePatterns(force, ids.filter(chosenBy(only)))];
  const faults = [
    ...idlePatterns(only, ids).map((value) => ({ input: 'only', value, rule })),
    ...unused.map((value) => ({
      input: 'force',
      value,
      rule: idle.includes(value) ? rule : 'must match an id that `only` selects',
    })),
  ];
  if (faults.length > 0) throw new InputError(faults);
  if (lock.size === 0) await refuseOrphanLocks(lockPath, lockFile);
  const problems: SourceProblem[] = [];
  const read = readingOnce();
  const settle: Settle = async (image, found) => {
    const lost = image.edges.find((edge) => !found.has(edge.file));
    try {
      if (lost !== undefined) throw new FileFault(noSuchFile(lost, lock.get(lost.maker)?.missing));
      return await settled(image, found, workspace, read);
    } catch (error) {
      if (!(error instanceof FileFault)) throw error;
      problems.push({ ...image.inputsAt, message: `\`${image.inputsKey}\` ${error.message}` });
      return null;
    }
  };
  const digest = digestIn(workspace);
  const planSources = { images: manifest.images, lock, look, digest, naming, only, force, settle };
  const planned = await noLongerThan(cancelled, planOf(planSources));
  if (problems.length > 0) throw new ManifestError(manifest.file, problems);
  return {
    manifest,
    lockPath,
    lock: createLockWriter(lockPath, lock),
    locked: lock,
    planned,
    sources: planSources,
  };
}

/** Larger files are only read once it is known that the manifest still has them. */
const AHEAD_BYTES = 16 * 1024 ** 2;

/** Requests files before they are needed: a thread reads them while this one reads the manifest. */
function lookAhead(lock: Lock, look: Look, { only, force }: Pick<Inputs, 'only' | 'force'>): void {
  const chosen = chosenBy(only);
  const forced = idFilter(force);
  for (const [id, { outputs }] of lock) {
    if (!chosen(id) || forced(id)) continue;
    for (const output of outputs) if (output.bytes <= AHEAD_BYTES) look(output).catch(() => {});
  }
}

/** The tasks that need a request: a new one, or a paid one whose files are collected again. `tracked`: ids whose files git has. */
export function tasksOfPlan(
  planned: readonly PlannedImage[],
  tracked: ReadonlySet<string> = new Set(),
): readonly Task[] {
  return planned.flatMap(({ image, todo, refetch }) => {
    if (image === null || (todo !== 'generate' && todo !== 'collect')) return [];
    const { id } = image;
    const paid: PaidRequest | null =
      refetch === null
        ? null
        : {
            requestId: refetch.requestId,
            ending: 'finished',
            acceptedAt: null,
            whenGone: tracked.has(id) ? 'fail' : refetch.whenGone,
          };
    return [taskOf(image, paid)];
  });
}

function taskOf(image: ManifestImage, paid: PaidRequest | null): Task {
  const { id, model, deployment, parameters, files, output, recipeHash: recipe } = image;
  return { id, name: id, model, deployment, parameters, files, output, recipe, occurrence: 1, paid };
}

/** The tasks that need nothing if their input files match the lock. */
function watchedTasks(planned: readonly PlannedImage[]): readonly Task[] {
  return planned.flatMap(({ image, todo, waitsFor }) =>
    image !== null && todo === 'nothing' && waitsFor.length > 0 ? [taskOf(image, null)] : [],
  );
}

/** The plan with the lowest price, if known, for each image that must be paid for. */
export async function withCataloguePrices(
  { planned, locked }: Pick<ManifestPlan, 'planned' | 'locked'>,
  catalogue: Catalogue,
): Promise<readonly PlannedImage[]> {
  const prices = pricesOf(catalogue, costsIn(locked));
  return Promise.all(
    planned.map(async (one) => {
      const [task] = tasksOfPlan([one]);
      if (task === undefined || task.paid !== null) return one;
      if (task.deployment !== null) return { ...one, price: null };
      const note = priceNote(task.model, await catalogue.entry(task.model));
      return { ...one, price: await prices.usd(task), ...(note === null ? {} : { priceNote: note }) };
    }),
  );
}

export interface ManifestWork {
  readonly tasks: readonly Task[];
  /** The tasks that will probably need nothing, if their input files match the lock. */
  readonly watched: ReadonlySet<string>;
  readonly plan: ManifestPlan;
  /** Already done, and free. */
  readonly copied: readonly Outcome[];
  readonly notes: readonly Note[];
  /** These must not be paid for again. */
  readonly tracked: TrackedFiles;
}

/** Everything that a run needs to know about its manifest. Refuses what cannot be made, then makes the free copies. */
export async function readWork(
  file: string,
  inputs: Inputs,
  { temp, ...sources }: ManifestSources & { readonly temp: string },
  catalogue: Catalogue,
): Promise<ManifestWork> {
  const read = await planManifest(file, inputs, sources);
  refuseConflicts(read.planned);
  const tracked = await trackedFilesOf(read.planned, sources);
  const lost = read.planned.filter(({ id, todo }) => todo === 'generate' && tracked.has(id)).map(({ id }) => id);
  if (lost.length > 0) throw notCheckedOut(lost, tracked);
  const tasks = tasksOfPlan(read.planned, new Set(tracked.keys()));
  const payable = tasks.filter(({ paid }) => paid === null);
  refusePointers(payable);
  const doubts = await preflight(payable, catalogue);
  const plan = { ...read, planned: await withCataloguePrices(read, catalogue) };
  const copies = await copyAll(plan.planned, { workspace: sources.workspace, temp });
  await rememberCopies(plan, copies);
  const kept = plan.planned.filter(({ action }) => action === 'modified').map(({ id }) => id);
  const notes =
    kept.length === 0
      ? []
      : [
          {
            kind: 'modified',
            text: `Modified after they were generated, and kept: ${kept.join(', ')}. To generate them again, use \`force\`.`,
          },
        ];
  const watched = watchedTasks(plan.planned);
  return {
    tasks: [...tasks, ...watched],
    watched: new Set(watched.map(({ id }) => id)),
    plan,
    copied: (await Promise.all(copies.map((copy) => copiedOutcome(copy, plan.planned)))).flat(),
    notes: [...(await doubts()), ...notes],
    tracked,
  };
}

function refuseConflicts(planned: readonly PlannedImage[]): void {
  const lines = planned.flatMap(({ id, refusal }) => (refusal === null ? [] : [`${id}: ${refusal}`]));
  if (lines.length === 0) return;
  const said =
    lines.length === 1
      ? `${lines[0]}.`
      : `${lines.length} images need a decision:\n${lines.map((line) => `- ${line}`).join('\n')}`;
  throw new ActionError('bad-input', said, { advice: 'Nothing was submitted, and no file was changed.' });
}

function refusePointers(tasks: readonly Task[]): void {
  const lines = tasks.flatMap(({ id, files }) => pointersIn(files).map((name) => `${id}: ${quoted(name)}`));
  if (lines.length === 0) return;
  const said =
    lines.length === 1
      ? lines[0]
      : `${lines.length} of them are pointers:\n${lines.map((line) => `- ${line}`).join('\n')}`;
  throw new ActionError('bad-input', `\`files\` ${POINTER_RULE}. ${said}`, { advice: 'Nothing was submitted.' });
}

export async function rememberCopies(plan: ManifestPlan, copies: readonly Copied[]): Promise<void> {
  for (const { id, entry } of copies) await rememberEntry(plan, id, entry);
}

export async function copiedOutcome(
  { id, entry, files, changed }: Copied,
  planned: readonly PlannedImage[],
): Promise<readonly Outcome[]> {
  const { image = null, action } = planned.find((one) => one.id === id) ?? {};
  // A file that stayed where it was has not been made. Only its id in the lock has changed.
  if (image === null || (action === 'modified' && !changed)) return [];
  const { model, deployment, parameters, files: inputFiles, output, recipeHash: recipe } = image;
  const measures = await Promise.all(files.map(measuresOf));
  return [
    {
      task: {
        id,
        name: id,
        model,
        deployment,
        parameters,
        files: inputFiles,
        output,
        recipe,
        occurrence: 1,
        paid: null,
      },
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
        ...(measures[n] ?? UNKNOWN_MEASURES),
        bytes,
        sha256,
        changed,
        seed: entry.seed,
      })),
      failure: null,
      failures: [],
      missing: 0,
      notes: [],
      told: [],
      output: undefined,
      unsettled: null,
      attempted: true,
      adopted: true,
    },
  ];
}

const UNKNOWN_MEASURES = { width: null, height: null };

/** For any file, which can also be a Git LFS pointer. */
async function measuresOf(file: string): Promise<{ readonly width: number | null; readonly height: number | null }> {
  const found = await inspect(file);
  return found.kind === 'file' ? { width: found.media.width, height: found.media.height } : UNKNOWN_MEASURES;
}
