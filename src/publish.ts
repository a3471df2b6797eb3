// The evidence of a run: artifact, JSON report, outputs.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { limitOf } from './concurrency.ts';
import { ActionError, asActionError } from './errors.ts';
import { counted } from './figures.ts';
import type { Inputs } from './inputs/inputs.ts';
import type { Tally } from './outcomes.ts';
import {
  type ArtifactStore,
  ArtifactsUnsupported,
  type Clock,
  type Log,
  type StoredArtifact,
  type Workflow,
} from './ports.ts';
import { outputsOf } from './report/outputs.ts';
import { reportOf } from './report/report.ts';

export interface PublishPorts {
  readonly log: Log;
  readonly workflow: Workflow;
  /** A folder of this run's own, absolute. */
  readonly temp: string;
  /** Takes the secrets out of what is written to files. */
  readonly redacted: (text: string) => string;
}

/** Report and outputs; with no outcomes, those of a run that made nothing. */
export async function publish(
  tally: Tally,
  artifact: StoredArtifact | null,
  { log, workflow, temp, redacted }: PublishPorts,
): Promise<void> {
  const report = reportOf(tally);
  const file = path.join(temp, 'report.json');
  const reportFile = await writeFile(file, redacted(`${JSON.stringify(report, null, 2)}\n`)).then(
    () => file,
    async (error: unknown) => {
      await log.warning(`The report was not written: ${asActionError(error, 'Writing it').message}`);
      return null;
    },
  );
  const outputs = outputsOf({ tally, report, artifact, reportFile });
  for (const [name, value] of Object.entries(outputs.values)) await workflow.setOutput(name, value);
  if (outputs.cut.length > 0) {
    await log.warning(
      `Cut to fit GitHub's limit for outputs: ${outputs.cut.join(', ')}. The whole report is in ${reportFile ?? 'no file'} (output \`report-file\`).`,
    );
  }
}

/** Sets `request-ids` as ids come in: at each of the first fifty, then at every fiftieth part more, since each time the whole list is written. */
export function announceRequestIds(workflow: Workflow): (requestId: string) => void {
  const ids: string[] = [];
  let written = 0;
  let writing = Promise.resolve();
  return (requestId) => {
    ids.push(requestId);
    if (ids.length < written * 1.02) return;
    written = ids.length;
    const value = JSON.stringify(ids);
    writing = writing.then(() => workflow.setOutput('request-ids', value)).catch(() => {});
  };
}

export interface Uploaded {
  readonly artifacts: readonly StoredArtifact[];
  readonly failure: ActionError | null;
  readonly notes: readonly string[];
}

/** Each upload of its own takes a few round trips; so many run at once. */
const UPLOADS_AT_ONCE = 4;

export interface UploadPorts {
  readonly artifacts: ArtifactStore;
  readonly clock: Clock;
  readonly log: Log;
}

/** Uploads every file, and gives up at the time `until`. An upload that failed is an answer, not an exception. */
export async function uploadAll(
  { images }: Tally,
  { artifact, outputDir }: Inputs,
  { artifacts, clock, log }: UploadPorts,
  until: number,
): Promise<Uploaded> {
  const nothing: Uploaded = { artifacts: [], failure: null, notes: [] };
  if (artifact === null || images.length === 0) return nothing;
  const files = images.map(({ absolutePath }) => absolutePath);
  const limit = limitOf(UPLOADS_AT_ONCE);
  const batches = artifact.archive ? [files] : files.map((file) => [file]);
  log.info(
    artifact.archive
      ? `Uploading ${counted(files.length, 'file')} as artifact ${artifact.name}`
      : `Uploading ${counted(files.length, 'artifact')}`,
  );
  const uploads = Promise.all(
    batches.map((batch) => limit(() => artifacts.upload({ ...artifact, files: batch, root: outputDir }))),
  );
  const over = new AbortController();
  try {
    const stored = await (Number.isFinite(until)
      ? Promise.race([uploads, tooLate(clock, until, over.signal)])
      : uploads);
    return { ...nothing, artifacts: stored };
  } catch (error) {
    if (error instanceof ArtifactsUnsupported) {
      return {
        ...nothing,
        notes: [
          `No artifact was uploaded: ${error.message}. The files are in the workspace; set \`upload-artifact: false\` to silence this.`,
        ],
      };
    }
    return { ...nothing, failure: asActionError(error, 'Uploading the artifact') };
  } finally {
    over.abort();
  }
}

async function tooLate(clock: Clock, until: number, signal: AbortSignal): Promise<never> {
  await clock.sleep(Math.max(0, until - clock.now()), signal);
  throw new ActionError(
    'artifact-failed',
    'The artifact was not uploaded: the run was cancelled and GitHub ends it soon.',
  );
}
