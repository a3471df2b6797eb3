// Uploads the files of a run as workflow artifacts.
import { existsSync } from 'node:fs';
import type { Inputs } from '../inputs/inputs.ts';
import { limitOf } from '../lib/concurrency.ts';
import { type ActionError, asActionError } from '../lib/errors.ts';
import { counted } from '../lib/figures.ts';
import type { ArtifactStore, Log, StoredArtifact } from '../lib/ports.ts';
import { noLongerThan } from '../lib/time-limit.ts';
import type { RunResult } from '../tasks/outcome.ts';

export interface Uploaded {
  readonly artifacts: readonly StoredArtifact[];
  readonly failure: ActionError | null;
}

/** Each separate upload takes a few round trips, so several run at once. */
const UPLOADS_AT_ONCE = 4;

export interface UploadPorts {
  readonly artifacts: ArtifactStore;
  readonly log: Log;
}

export interface UploadOrder {
  readonly runResult: RunResult;
  /** null: no upload. */
  readonly artifact: Inputs['artifact'];
  /** Absolute. Paths inside the artifact are relative to it. */
  readonly root: string;
  /** Absolute paths of other files for a single artifact. */
  readonly besides: readonly string[];
}

/** Uploads every file, and stops when `outOfTime` aborts. A failed upload is returned, not thrown. */
export async function uploadAll(
  { runResult: { images }, artifact, root, besides }: UploadOrder,
  { artifacts, log }: UploadPorts,
  outOfTime: AbortSignal,
): Promise<Uploaded> {
  if (artifact === null || images.length === 0) return { artifacts: [], failure: null };
  const made = images.map(({ absolutePath }) => absolutePath);
  // If no image is complete, there may be no lock.
  const files = artifact.archive ? [...made, ...besides.filter((file) => existsSync(file))] : made;
  const limit = limitOf(UPLOADS_AT_ONCE);
  const batches = artifact.archive ? [files] : files.map((file) => [file]);
  const uploadOne = (batch: readonly string[]): Promise<StoredArtifact> =>
    noLongerThan(outOfTime, artifacts.upload({ ...artifact, files: batch, root }));
  const results = await log.group(
    `Upload ${counted(files.length, 'file')} as ${artifact.archive ? `artifact ${artifact.name}` : 'artifacts'}`,
    () => Promise.allSettled(batches.map((batch) => limit(() => uploadOne(batch)))),
  );
  const stored = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const [failed] = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  return {
    artifacts: stored,
    failure: failed === undefined ? null : asActionError(failed, 'Uploading the artifact'),
  };
}
