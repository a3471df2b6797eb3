// Gives collected files their names and places in the workspace, in job order.
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { ActionError, asActionError } from './errors.ts';
import { counted } from './figures.ts';
import type { Generation } from './generation.ts';
import type { CollectedFile } from './images/collect.ts';
import { isSuffixOf, type Media } from './images/media.ts';
import { fileName, type NameClaim, nameClaims } from './images/names.ts';
import { place } from './images/save.ts';
import { type Job, seedOf } from './jobs.ts';
import { outputPath } from './manifest/placeholders.ts';
import type { Reunion } from './manifest/reunite.ts';
import type { Outcome, SavedImage } from './outcomes.ts';
import type { Workspace } from './workspace.ts';

export interface LandingOptions {
  readonly workspace: Workspace;
  /** Absolute. */
  readonly outputDir: string;
  /** Template without suffix. */
  readonly filename: string;
  /** Whether a file, relative to the workspace, belongs to another id than this. */
  readonly isTaken: (file: string, id: string) => boolean;
  /** For each file of a request that is collected again, by its hash, where it belongs; empty for a request whose files are all new. */
  readonly reunited: (job: Job, fetched: readonly (string | null)[]) => readonly (Reunion | null)[];
  /** Called before a file is put into a folder (absolute). */
  readonly onPlacing: (folder: string) => void;
  /** Called in the order of an id; what it waits for holds up only that id. */
  readonly onOutcome: (outcome: Outcome) => Promise<void>;
}

/** Generations of one id land in order, each as soon as all before it have: `{index}` counts through their files. Answers in the order of `results`. */
export async function landAll(
  jobs: readonly Job[],
  results: readonly Promise<Generation>[],
  options: LandingOptions,
): Promise<readonly Outcome[]> {
  const claim = nameClaims();
  const indexes = new Map<string, number>();
  const landed = new Map<string, Promise<Outcome>>();
  return Promise.all(
    jobs.map((job, n) => {
      const before = landed.get(job.id);
      const landing = (async () => {
        await before;
        const generation = await results[n];
        if (generation === undefined) throw new Error('a job without a generation');
        const index = indexes.get(job.id) ?? 1;
        indexes.set(job.id, index + Math.max(1, generation.files.length));
        const outcome = await land(generation, index, options, claim);
        await options.onOutcome(outcome);
        return outcome;
      })();
      landed.set(job.id, landing);
      return landing;
    }),
  );
}

async function land(
  generation: Generation,
  firstIndex: number,
  options: LandingOptions,
  claim: NameClaim,
): Promise<Outcome> {
  const { job, files, ...known } = generation;
  const images: SavedImage[] = [];
  const faults: ActionError[] = generation.failure === null ? [] : [generation.failure];
  const failures: ActionError[] = [];
  const hashes = files.map((file) => (file instanceof ActionError ? null : file.sha256));
  const reunions = options.reunited(job, hashes);
  for (const [n, file] of files.entries()) {
    if (file instanceof ActionError) {
      failures.push(file);
      continue;
    }
    const index = firstIndex + n;
    const reunion = reunions[n] ?? null;
    const target = targetOf(generation, index, file.media, options);
    try {
      if (reunion?.isThere === true) {
        await rm(file.aside, { force: true });
        continue;
      }
      const before = path.extname(reunion?.output.path ?? '');
      const { name, suffix } =
        reunion !== null && isSuffixOf(before, file.media)
          ? { name: reunion.output.path.slice(0, -before.length), suffix: before }
          : target;
      const isTaken = (candidate: string): boolean => options.isTaken(candidate, job.id);
      images.push({ index, ...(await placeFile(file, claim(name, suffix, isTaken), options)) });
      // Of a file that the lock knows this was said when it was made.
      if (target.fault !== null && reunion === null) faults.push(target.fault);
    } catch (error) {
      failures.push(notPlaced(file, error));
    }
  }
  const failure = joined([...faults, ...failures]);
  return { ...known, job, index: firstIndex, images, failure, failures, missing: failures.length };
}

interface Target {
  /** Relative to the workspace, without suffix. */
  readonly name: string;
  readonly suffix: string;
  /** The bytes are not of the format that `output` names. */
  readonly fault: ActionError | null;
}

function targetOf(
  { job, requestId }: Generation,
  index: number,
  media: Media,
  { workspace, outputDir, filename }: LandingOptions,
): Target {
  if (job.output === null) {
    const name = fileName(filename, { id: job.id, index, seed: seedOf(job), requestId: requestId ?? '' });
    return { name: path.join(workspace.shown(outputDir), name), suffix: media.suffix, fault: null };
  }
  const output = outputPath(job.output, index);
  const wanted = path.extname(output);
  const name = output.slice(0, output.length - wanted.length);
  if (isSuffixOf(wanted, media)) return { name, suffix: wanted, fault: null };
  const fault = new ActionError(
    'wrong-format',
    `The model gave ${media.format}, but \`output\` is ${output}: the file is saved as ${name}${media.suffix}.`,
    {
      advice:
        'Change the suffix of `output`, or ask the model for the format (`output_format`). It is not generated again until then.',
    },
  );
  return { name, suffix: media.suffix, fault };
}

async function placeFile(
  file: CollectedFile,
  relative: string,
  { workspace, onPlacing }: LandingOptions,
): Promise<Omit<SavedImage, 'index'>> {
  const absolutePath = await workspace.inside(relative);
  onPlacing(path.dirname(absolutePath));
  const changed = await place(file.aside, absolutePath, file.sha256);
  const { format, width, height } = file.media;
  return {
    path: workspace.shown(absolutePath),
    absolutePath,
    url: file.url,
    format,
    width,
    height,
    bytes: file.bytes,
    sha256: file.sha256,
    changed,
  };
}

/** It stays where it was downloaded to, for the rest of the job: it is paid for. */
function notPlaced({ aside, url }: CollectedFile, error: unknown): ActionError {
  const { message, advice } = asActionError(error, 'Saving the file');
  return new ActionError('save-failed', message, {
    advice: `${advice} The file is at ${aside} until the job ends, and at ${URL.parse(url)?.href ?? ''}`.trim(),
    cause: error,
  });
}

function joined(faults: readonly ActionError[]): ActionError | null {
  const [first, ...more] = faults;
  if (first === undefined || more.length === 0) return first ?? null;
  return new ActionError(
    first.kind,
    `${first.message} (${counted(more.length, 'more file')} of this request failed too.)`,
    { advice: first.advice, cause: first },
  );
}
