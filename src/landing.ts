// Gives collected files their names and places in the workspace, in job order.
import path from 'node:path';
import { ActionError, asActionError } from './errors.ts';
import { counted } from './figures.ts';
import type { Generation } from './generation.ts';
import { fileName, nameClaims } from './images/names.ts';
import { place } from './images/save.ts';
import { seedOf } from './jobs.ts';
import type { Outcome, SavedImage } from './outcomes.ts';
import type { Workspace } from './workspace.ts';

export interface LandingOptions {
  readonly workspace: Workspace;
  /** Absolute. */
  readonly outputDir: string;
  /** Template without suffix. */
  readonly filename: string;
  readonly onOutcome: (outcome: Outcome) => void;
}

/** Each generation lands as soon as all before it have: `{index}` counts through their files. */
export async function landAll(
  results: readonly Promise<Generation>[],
  options: LandingOptions,
): Promise<readonly Outcome[]> {
  const claim = nameClaims();
  const outcomes: Outcome[] = [];
  let index = 1;
  for (const result of results) {
    const generation = await result;
    const outcome = await land(generation, index, options, claim);
    index += Math.max(1, generation.files.length);
    outcomes.push(outcome);
    options.onOutcome(outcome);
  }
  return outcomes;
}

async function land(
  generation: Generation,
  firstIndex: number,
  { workspace, outputDir, filename }: LandingOptions,
  claim: (name: string, suffix: string) => string,
): Promise<Outcome> {
  const { job, files, ...known } = generation;
  const images: SavedImage[] = [];
  const faults: ActionError[] = generation.failure === null ? [] : [generation.failure];
  for (const [n, file] of files.entries()) {
    if (file instanceof ActionError) {
      faults.push(file);
      continue;
    }
    const index = firstIndex + n;
    const name = fileName(filename, { id: job.id, index, seed: seedOf(job), requestId: generation.requestId ?? '' });
    try {
      const relative = path.join(workspace.shown(outputDir), claim(name, file.media.suffix));
      const absolutePath = await workspace.inside(relative);
      const changed = await place(file.aside, absolutePath, file.sha256);
      const { format, width, height } = file.media;
      images.push({
        index,
        path: workspace.shown(absolutePath),
        absolutePath,
        url: file.url,
        format,
        width,
        height,
        bytes: file.bytes,
        sha256: file.sha256,
        changed,
      });
    } catch (error) {
      faults.push(asActionError(error, `Saving ${name}`));
    }
  }
  return { ...known, job, index: firstIndex, images, failure: joined(faults) };
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
