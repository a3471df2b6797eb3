// Prepares the preview comment of a run: which pull request, the earlier pictures, and why images were made again.
import { copyFile, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Workspace } from '../files/workspace.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { StoredArtifact } from '../lib/ports.ts';
import type { Difference } from '../lockfile/changes.ts';
import type { PlannedImage } from '../lockfile/plan.ts';
import { formatBySuffix } from '../manifest/naming.ts';
import type { RunMark } from '../preview/mark.ts';
import {
  type Before,
  type Change,
  type PreviewPorts,
  type PublishedPreview,
  publishPreview,
} from '../preview/preview.ts';
import type { RunResult } from '../tasks/outcome.ts';

/** The current files of images that will be made again, by id. */
export type Befores = ReadonlyMap<string, readonly Before[]>;

/** Git LFS specification, "The pointer". */
const MAX_POINTER_BYTES = 1024;
const POINTER = /^version https:\/\/(git-lfs\.github\.com|hawser\.github\.com)\/spec\//;

/** Copies the files that will be replaced, so that they can be shown afterwards. `temp`: the absolute path of a folder for them. */
export async function keepBefores(
  planned: readonly PlannedImage[],
  workspace: Workspace,
  temp: string,
): Promise<Befores> {
  const befores = new Map<string, readonly Before[]>();
  for (const [n, { id, todo, entry, waitsFor }] of planned.entries()) {
    // An image that waits for others may have to be made again too.
    if ((todo !== 'generate' && waitsFor.length === 0) || entry === null) continue;
    const kept: Before[] = [];
    for (const [m, output] of entry.outputs.entries()) {
      const stagedPath = path.join(temp, `before-${n}-${m}`);
      try {
        await copyFile(await workspace.inside(output.path), stagedPath);
        const { size: bytes } = await stat(stagedPath);
        const isPointer = bytes < MAX_POINTER_BYTES && POINTER.test(await readFile(stagedPath, 'utf8'));
        const read = (): Promise<Uint8Array> => readFile(stagedPath);
        kept.push({ path: output.path, format: formatBySuffix(output.path), bytes, isPointer, read });
      } catch {
        // A missing file cannot be shown.
      }
    }
    befores.set(id, kept);
  }
  return befores;
}

export interface PreviewSources {
  readonly runResult: RunResult;
  readonly artifacts: readonly StoredArtifact[];
  /** null without a manifest. */
  readonly planned: readonly PlannedImage[] | null;
  readonly befores: Befores;
}

export interface PreviewContext {
  /** null if the run does not belong to a pull request. */
  readonly pull: number | null;
  readonly run: RunMark;
  readonly serverUrl: string;
  readonly repository: string;
  /** Allowed hosts besides RunComfy's own, as `host` or `host:port`. */
  readonly hosts: readonly string[];
}

export function writePreview(
  { runResult, artifacts, planned, befores }: PreviewSources,
  { key, storage }: Inputs['preview'],
  place: PreviewContext,
  ports: PreviewPorts,
): Promise<PublishedPreview | null> {
  return publishPreview(
    {
      ...place,
      key,
      storage,
      runResult,
      artifacts,
      unchanged: runResult.skipped,
      changes: changesOf(runResult, planned ?? [], befores),
    },
    ports,
  );
}

function changesOf(
  runResult: RunResult,
  planned: readonly PlannedImage[],
  befores: Befores,
): ReadonlyMap<string, Change> {
  const byId = new Map(planned.map((one) => [one.id, one]));
  return new Map(
    runResult.images.flatMap((image): [string, Change][] => {
      const one = byId.get(image.outcome.task.id);
      if (one === undefined || one.entry === null) return [];
      const before = befores.get(one.id)?.[image.index - 1] ?? null;
      return [[image.path, { before, differences: differencesOf(one) }]];
    }),
  );
}

/** If the recipe is the same, for example for a missing file, the reasons say why. */
function differencesOf({ changes, reasons }: PlannedImage): readonly Difference[] {
  return changes.length > 0 ? changes : reasons.map((text) => ({ name: 'why', pieces: [{ text, kind: 'same' }] }));
}
