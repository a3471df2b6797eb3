// From a run to its preview comment: which pull request, which pictures were there before, and why images were made again.
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

/** What is there of images that will be made again, by id. */
export type Befores = ReadonlyMap<string, readonly Before[]>;

/** Git LFS specification, "The pointer". */
const MAX_POINTER_BYTES = 1024;
const POINTER = /^version https:\/\/(git-lfs\.github\.com|hawser\.github\.com)\/spec\//;

/** Sets aside the files that will be replaced: afterwards nobody can show them any more. `temp`: an own folder, absolute. */
export async function keepBefores(
  planned: readonly PlannedImage[],
  workspace: Workspace,
  temp: string,
): Promise<Befores> {
  const befores = new Map<string, readonly Before[]>();
  for (const [n, { id, todo, entry, waitsFor }] of planned.entries()) {
    // What waits for others may turn out to be made again as well.
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
        // What is not there cannot be shown.
      }
    }
    befores.set(id, kept);
  }
  return befores;
}

export interface PreviewSources {
  readonly runResult: RunResult;
  readonly artifacts: readonly StoredArtifact[];
  /** null: there is no manifest. */
  readonly planned: readonly PlannedImage[] | null;
  readonly befores: Befores;
}

export interface PreviewContext {
  /** null: the run is for no pull request. */
  readonly pull: number | null;
  readonly run: RunMark;
  readonly serverUrl: string;
  readonly repository: string;
  /** Where results may be besides RunComfy's own hosts, as `host` or `host:port`. */
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

/** Where the recipe is the same, such as for a file that was missing, the reasons say why in words. */
function differencesOf({ changes, reasons }: PlannedImage): readonly Difference[] {
  return changes.length > 0 ? changes : reasons.map((text) => ({ name: 'why', pieces: [{ text, kind: 'same' }] }));
}
