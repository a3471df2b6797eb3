// Names the collected files of one task, and saves them in the workspace. Only loaded when there is a result.
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { CollectedFile } from '../files/collect.ts';
import { isSuffixOf } from '../files/inspect.ts';
import { LostFile } from '../files/lost-file.ts';
import { fileName, type NameClaim } from '../files/names.ts';
import { saveFile, saveNewFile } from '../files/save.ts';
import { ActionError, asActionError } from '../lib/errors.ts';
import { counted } from '../lib/figures.ts';
import { outputPath } from '../lib/placeholders.ts';
import { isSideFormat, type Outcome, type OutcomeNote, type OutputFailure, type SavedImage } from '../tasks/outcome.ts';
import { seedOf, type Task } from '../tasks/task.ts';
import type { SaveAllOptions } from './save-all.ts';
import type { Generation } from './submit-all.ts';

/** Saves the files of one task. `firstIndex`: of its first file within its id. */
export async function saveFiles(
  generation: Generation,
  firstIndex: number,
  options: Omit<SaveAllOptions, 'onOutcome'>,
  claim: NameClaim,
): Promise<Outcome> {
  const { task, files, failure, told, ...known } = generation;
  const images: SavedImage[] = [];
  const failures: OutputFailure[] = failure === null ? [] : [{ index: firstIndex, error: failure }];
  const notes: OutcomeNote[] = told.flags.length === 0 ? [] : [{ kind: 'flagged', about: flaggedAs(generation) }];
  const hasMedia = present(files).some(({ media }) => !isSideFormat(media.format));
  const hashes = files.map((file) => (file instanceof LostFile ? null : file.sha256));
  const reunions = options.reunited(task, hashes);
  let missing = 0;
  for (const [n, file] of files.entries()) {
    const index = firstIndex + n;
    if (file instanceof LostFile) {
      if (file.isSide && hasMedia) notes.push({ kind: 'side-file', about: besideIt(generation, file) });
      else {
        missing += 1;
        failures.push({ index, error: file });
      }
      continue;
    }
    const reunion = reunions[n] ?? null;
    const target = targetOf(generation, index, file, options);
    try {
      if (reunion?.isThere === true) {
        await rm(file.stagedPath, { force: true });
        continue;
      }
      const before = path.extname(reunion?.output.path ?? '');
      const { name, suffix } =
        reunion !== null && isSuffixOf(before, file.media)
          ? { name: reunion.output.path.slice(0, -before.length), suffix: before }
          : target;
      const isTaken = (candidate: string): boolean => options.isTaken(candidate, task.id);
      const listed = told.seeds.length === files.length ? told.seeds[n] : null;
      const seed = sentSeed(task) ?? file.seed ?? listed ?? told.seed;
      const placed = await placeFile(file, () => claim(name, suffix, isTaken), options);
      images.push({ index, ...placed, seed });
      // For a file in the lock, this was reported when it was made.
      if (target.fault !== null && reunion === null) failures.push({ index, error: target.fault });
      if (file.truncated) notes.push({ kind: 'truncated', about: placed.path });
      else if (file.media.format === null) notes.push({ kind: 'unknown-format', about: placed.path });
    } catch (error) {
      missing += 1;
      failures.push({ index, error: notPlaced(file, error) });
    }
  }
  return {
    ...known,
    task,
    index: firstIndex,
    images,
    failure: joined(failures, files.length),
    failures,
    missing,
    notes,
    told: tellings(generation, images),
  };
}

function present(files: Generation['files']): readonly CollectedFile[] {
  return files.flatMap((file) => (file instanceof LostFile ? [] : [file]));
}

/** A negative seed asks the model to choose one. */
function sentSeed(task: Task): number | null {
  const seed = seedOf(task);
  return seed !== null && seed >= 0 ? seed : null;
}

function flaggedAs({ task, told }: Generation): string {
  return `${task.name} (${told.flags.join(', ')})`;
}

function besideIt({ task }: Generation, { address, message }: LostFile): string {
  return `${task.name}: ${URL.parse(address)?.href ?? address} (${message.replace(/\.$/, '')})`;
}

function tellings({ task, told }: Generation, images: readonly SavedImage[]): readonly string[] {
  const seeds = sentSeed(task) === null ? images.flatMap(({ seed }) => (seed === null ? [] : [seed])) : [];
  const drawn = [...new Set(seeds)].join(', ');
  return [...(drawn === '' ? [] : [`seed ${drawn}, chosen by the model`]), ...told.texts];
}

interface Target {
  /** Relative to the workspace, without suffix. */
  readonly name: string;
  readonly suffix: string;
  /** Set if the bytes do not have the format of `output`. */
  readonly fault: ActionError | null;
}

function targetOf(
  { task, requestId, files }: Generation,
  index: number,
  { media }: CollectedFile,
  { workspace, outputDir, filename }: Pick<SaveAllOptions, 'workspace' | 'outputDir' | 'filename'>,
): Target {
  if (task.output === null) {
    const name = fileName(filename, { id: task.id, index, seed: seedOf(task), requestId: requestId ?? '' });
    return { name: path.join(workspace.shown(outputDir), name), suffix: media.suffix, fault: null };
  }
  const output = outputPath(task.output, index);
  const wanted = path.extname(output);
  const name = output.slice(0, output.length - wanted.length);
  if (isSuffixOf(wanted, media)) return { name, suffix: wanted, fault: null };
  // Files that accompany the requested one have their own suffix.
  const others = present(files).map((file) => file.media);
  const isSide = isSideFormat(media.format) && others.some(({ format }) => !isSideFormat(format));
  const isBeside = isSide || others.some((other) => isSuffixOf(wanted, other));
  if (isBeside) return { name, suffix: media.suffix, fault: null };
  const fault = new ActionError(
    'wrong-format',
    `The model returned ${media.format ?? 'an unknown format'}, but \`output\` is ${output}: the file was saved as ${name}${media.suffix}.`,
    {
      advice: 'Change the suffix of `output`, or set `output_format`. It is not generated again until then.',
    },
  );
  return { name, suffix: media.suffix, fault };
}

/** `nextName`: a name relative to the workspace, another one each time. */
async function placeFile(
  file: CollectedFile,
  nextName: () => string,
  options: Pick<SaveAllOptions, 'workspace' | 'onSaving' | 'mayReplace'>,
): Promise<Omit<SavedImage, 'index' | 'seed'>> {
  const { workspace, onSaving, mayReplace } = options;
  const absolutePath = await workspace.inside(nextName());
  onSaving(path.dirname(absolutePath));
  const changed = await (mayReplace ? saveFile : saveNewFile)(file.stagedPath, absolutePath, file.sha256);
  // Another program has taken the name since it was chosen.
  if (changed === null) return placeFile(file, nextName, options);
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

/** The file is paid for, so it stays where it was downloaded: on a runner for the rest of the job. */
function notPlaced({ stagedPath, url }: CollectedFile, error: unknown): ActionError {
  const { message, advice } = asActionError(error, 'Saving the file');
  const address = url === '' ? '' : `, and at ${URL.parse(url)?.href ?? url}`;
  return new ActionError('save-failed', message, {
    advice: `${advice} The file is still at ${stagedPath}${address}`.trim(),
    cause: error,
  });
}

/** The failure of the task, with each output that could not be downloaded and its URL. `outputs`: how many there are. */
function joined(failures: readonly OutputFailure[], outputs: number): ActionError | null {
  const [first] = failures;
  if (first === undefined || failures.length === 1) return first?.error ?? null;
  const lines = failures.map(({ index, error }) => `- file ${index}: ${error.text.replaceAll('\n', ' ')}`);
  return new ActionError(
    first.error.kind,
    `${failures.length} of ${counted(outputs, 'file')} of this request failed:\n${lines.join('\n')}`,
    { cause: first.error },
  );
}
