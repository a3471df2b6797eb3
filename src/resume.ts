// Finds again what was paid for before: looks up the record of earlier runs, and says which request of it a job may collect.
import { asActionError } from './errors.ts';
import type { GenerationOptions } from './generation.ts';
import type { Log } from './ports.ts';
import { type Asker, knownRequests, type RecordStore } from './record.ts';

export interface Resume {
  readonly records: RecordStore;
  readonly asker: Asker;
  /** Something may have been paid for before; otherwise nothing is looked up, and the first submit does not wait. */
  readonly again: boolean;
  /** GITHUB_RUN_ID. */
  readonly runId: string;
}

/** The record under this key; null where there is none. Where nobody can tell, the run goes on and pays, and says so. */
export async function earlierRecord(
  { records, again }: Resume,
  key: string,
  log: Log,
  cancelled: AbortSignal,
): Promise<string | null> {
  if (!again) return null;
  try {
    return await records.load(key, cancelled);
  } catch (error) {
    if (!cancelled.aborted) {
      const said = asActionError(error, 'the Actions cache').message.replace(/\.$/, '');
      await log.warning(
        `Whether an earlier run has paid for these images already could not be looked up (${said}), so they are made, and paid for, anew. Run again later to collect what was paid for.`,
      );
    }
    return null;
  }
}

/** `forced`: ids of jobs that mean a new image; but the re-run of a job does not mean yet another one. */
export function collectable(
  record: string | null,
  forced: ReadonlySet<string>,
  runId: string,
): GenerationOptions['paid'] {
  const known = knownRequests(record);
  return (job) => {
    const request = known(job);
    if (request === null) return null;
    const ofThisRun = request.runId === runId;
    if (forced.has(job.id) && !ofThisRun) return null;
    // The record has no times; what this very run has made is not a day old.
    const acceptedAt = ofThisRun ? Number.POSITIVE_INFINITY : null;
    return { requestId: request.requestId, ending: null, acceptedAt, whenGone: 'submit' };
  };
}
