// The evidence of a run: JSON report, outputs, summary.
import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { Inputs } from '../inputs/inputs.ts';
import { asActionError } from '../lib/errors.ts';
import type { ArtifactStore, Log, StoredArtifact, Workflow } from '../lib/ports.ts';
import { outputsOf } from '../report/outputs.ts';
import { reportOf, runResultOf } from '../report/report.ts';
import type { RunResult } from '../tasks/outcome.ts';

export interface PublishPorts {
  readonly log: Log;
  /** null: no workflow reads outputs, a report or a summary. */
  readonly workflow: Workflow | null;
  /** The absolute path of a folder of this run. */
  readonly temp: string;
  /** Removes secrets from what is written to files. */
  readonly redacted: (text: string) => string;
}

/** Where the rest of the evidence is. */
export interface Published {
  readonly artifact: StoredArtifact | null;
  readonly preview: { readonly commentId: string; readonly commentUrl: string } | null;
  /** The lock, relative to the workspace, if it changed. */
  readonly lock?: string | null;
}

/** The initial values of the outputs, for runs that end early. Each is on one line. */
export function blankOutputs(redacted: (text: string) => string): Readonly<Record<string, string>> {
  const runResult = runResultOf([], redacted);
  const nothing = { artifact: null, preview: null, reportFile: null, lock: null };
  return outputsOf({ runResult, report: reportOf(runResult), ...nothing }).values;
}

/** Writes the report and the outputs. */
export async function publish(
  runResult: RunResult,
  { artifact, preview, lock = null }: Published,
  { log, workflow, temp, redacted }: PublishPorts,
): Promise<void> {
  if (workflow === null) return;
  const report = reportOf(runResult);
  const file = path.join(temp, 'report.json');
  const reportFile = await fs.writeFile(file, redacted(`${JSON.stringify(report, null, 2)}\n`)).then(
    () => file,
    async (error: unknown) => {
      await log.warning(`The report was not written: ${asActionError(error, 'Writing it').message}`);
      return null;
    },
  );
  const outputs = outputsOf({ runResult, report, artifact, preview, reportFile, lock });
  try {
    for (const [name, value] of Object.entries(outputs.values)) await workflow.setOutput(name, value);
  } catch (error) {
    // The images are made and paid for. They have not failed only because the runner does not take outputs.
    await log.warning(
      `The outputs of this step were not set: ${asActionError(error, 'writing them').message}. The report is ${reportFile ?? 'missing too'}.`,
    );
  }
  if (outputs.cut.length > 0) {
    await log.warning(
      `Cut to fit GitHub's limit for outputs: ${outputs.cut.join(', ')}. The whole report is in ${reportFile ?? 'no file'} (output \`report-file\`).`,
    );
  }
}

/** A summary that cannot be written is only a warning, because everything in it is available elsewhere too. */
export async function writeSummary(
  markdown: string,
  { log, workflow }: Pick<PublishPorts, 'log' | 'workflow'>,
): Promise<void> {
  await workflow
    ?.writeSummary(markdown)
    .catch((error: unknown) =>
      log.warning(`The job summary was not written: ${asActionError(error, 'writing it').message}`),
    );
}

/** Sets `request-ids` as ids come in: for each of the first fifty, then each time the list has grown by a fiftieth, because the whole list is written each time. */
export function announceRequestIds(workflow: Workflow | null): (requestId: string) => void {
  if (workflow === null) return () => {};
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

/** Shown before anything is paid for; null if artifacts can be uploaded, or none are wanted. */
export function artifactNote(artifact: Inputs['artifact'], { unsupported }: ArtifactStore): string | null {
  if (artifact === null || unsupported === null) return null;
  return `No artifact will be uploaded: ${unsupported} The files stay in the workspace. To silence this warning, set \`upload-artifact: false\`.`;
}
