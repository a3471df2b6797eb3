// The story of a run: jobs, generations, files in their places, then all the evidence, then the verdict.

import { ActionError, asActionError, type FailureKind } from './errors.ts';
import { counted } from './figures.ts';
import { generateAll, type JobEvent } from './generation.ts';
import type { Http } from './http.ts';
import type { Inputs } from './inputs/inputs.ts';
import { type Job, jobsOf } from './jobs.ts';
import type { Journal } from './journal.ts';
import { landAll } from './landing.ts';
import type { Clock } from './ports.ts';
import { refuseAbovePrice } from './price.ts';
import { announceRequestIds, type PublishPorts, publish, type UploadPorts, uploadAll } from './publish.ts';
import { type Asker, knownRequests, nothingKnown, type RecordStore, recordKey } from './record.ts';
import { createNarrator } from './report/narrator.ts';
import { tallyOf } from './report/report.ts';
import { summaryOf } from './report/summary.ts';
import { verdictOf } from './report/verdict.ts';
import type { RunComfy } from './runcomfy/client.ts';
import { adaptivePacer, fixedPacer } from './runcomfy/pace.ts';
import type { Workspace } from './workspace.ts';

/** Finding again what an earlier attempt has paid for. */
export interface Resume {
  readonly records: RecordStore;
  readonly asker: Asker;
  /** There may have been an earlier attempt; otherwise nothing is looked up, and the first submit does not wait. */
  readonly again: boolean;
}

export interface Signals {
  readonly cancelled: AbortSignal;
  /** The second signal: no grace for anything any more. */
  readonly hurry: AbortSignal;
}

export interface Ports extends PublishPorts, UploadPorts {
  readonly journal: Journal;
  /** null: off, or there is no cache. */
  readonly resume: Resume | null;
  readonly clock: Clock;
  readonly service: RunComfy;
  readonly http: Http;
  readonly workspace: Workspace;
}

/** Downloads under way when the run is cancelled may go on this long: they are paid for. */
const DOWNLOAD_GRACE_MS = 2_500;
/** The runner kills a cancelled step ten seconds after the first signal; what is not uploaded by then is not uploaded. */
const UPLOAD_GRACE_MS = 6_000;

/** Everything from the first submit to the last output. Answers the error that the step fails with, null where it succeeds. */
export async function run(inputs: Inputs, ports: Ports, { cancelled, hurry }: Signals): Promise<ActionError | null> {
  const { clock, log, workflow, journal, resume } = ports;
  const started = clock.now();
  const jobs = jobsOf(inputs);
  const key = resume === null ? null : recordKey(resume.asker, jobs);
  journal.write({
    entry: 'run',
    run: { apiUrl: inputs.apiUrl.origin, outputDir: inputs.outputDir, artifact: inputs.artifact, recordKey: key },
  });
  const known = resume?.again && key !== null ? knownRequests(await resume.records.load(key)) : nothingKnown;
  if (inputs.maxCost !== null) {
    const toBuy = jobs.filter((job) => known(job) === null);
    await refuseAbovePrice(toBuy, inputs.maxCost, ports, cancelled).catch(async (error: unknown) => {
      await publish(tallyOf([], ports.redacted), null, ports);
      throw error;
    });
  }

  const over = new AbortController();
  const downloading = new AbortController();
  const uploading = new AbortController();
  const abortLater = (controller: AbortController, ms: number, kind: FailureKind, message: string): void => {
    clock.sleep(ms, over.signal).then(
      () => controller.abort(new ActionError(kind, message)),
      () => {},
    );
  };
  cancelled.addEventListener('abort', () => {
    log.info('Cancelled: nothing more is submitted, and requests that are not finished are cancelled at RunComfy.');
    abortLater(downloading, DOWNLOAD_GRACE_MS, 'cancelled', 'The run was cancelled during the download.');
    abortLater(
      uploading,
      UPLOAD_GRACE_MS,
      'artifact-failed',
      'The artifact was not uploaded: the run was cancelled, and GitHub ends it soon.',
    );
  });

  hurry.addEventListener('abort', () => {
    downloading.abort(hurry.reason);
    uploading.abort(hurry.reason);
  });

  const narrator = createNarrator(log, clock);
  const requestIds = announceRequestIds(workflow);
  narrator.start(jobs, inputs.concurrency);
  const generations = generateAll(jobs, {
    ...ports,
    ...inputs,
    known,
    cancelled,
    hurry,
    signal: downloading.signal,
    pacer: inputs.pollIntervalMs === null ? adaptivePacer() : fixedPacer(inputs.pollIntervalMs),
    rules: { apiUrl: inputs.apiUrl, allowed: inputs.allowedDownloadHosts },
    mostBytes: inputs.maxDownloadSize,
    onEvent(job, event) {
      narrator.event(job.name, event);
      record(journal, job, event);
      if (event.event === 'submitted' || event.event === 'adopted') requestIds(event.requestId);
      // Still running: the time to load what will be needed after it.
      if (event.event === 'polled' && inputs.artifact !== null) void ports.artifacts.prepare().catch(() => {});
    },
  });
  const outcomes = await landAll(jobs, generations.results, {
    ...inputs,
    workspace: ports.workspace,
    onOutcome(outcome) {
      for (const image of outcome.images) {
        journal.write({ entry: 'saved', path: image.absolutePath });
        narrator.saved(outcome.job.name, image);
      }
      if (outcome.attempted) narrator.ended(outcome.job.name, outcome);
    },
  });

  const tally = tallyOf(outcomes, ports.redacted);
  const notes: string[] = [];
  if (tally.notAttempted.length > 0 && !cancelled.aborted) {
    notes.push(`${counted(tally.notAttempted.length, 'image')} not submitted: ${generations.stopped() ?? 'stopped'}.`);
  }
  const upload = await uploadAll(tally, inputs, ports, uploading.signal);
  over.abort();
  if (!uploading.signal.aborted) journal.write({ entry: 'uploaded' });
  notes.push(...upload.notes);
  for (const note of notes) await log.warning(note);

  await publish(tally, upload.artifacts[0] ?? null, ports);
  if (inputs.summary) {
    const summary = summaryOf({
      tally,
      artifacts: upload.artifacts,
      cancelled: cancelled.aborted,
      tookMs: clock.now() - started,
      notes,
    });
    await workflow
      .writeSummary(summary)
      .catch((error: unknown) =>
        log.warning(`The job summary was not written: ${asActionError(error, 'Writing it').message}`),
      );
  }
  journal.write({ entry: 'told' });
  return verdictOf({
    tally,
    failOn: inputs.failOn,
    cancelled: cancelled.aborted,
    artifactFailure: upload.failure,
    resumable: key !== null,
  });
}

/** What must survive a kill, in the order in which it happened. */
function record(journal: Journal, { name, recipe, occurrence }: Job, event: JobEvent): void {
  if (event.event === 'submitting') journal.write({ entry: 'submitting', job: name, recipe, occurrence });
  if (event.event === 'refused') journal.write({ entry: 'refused', job: name });
  if (event.event === 'submitted' || event.event === 'adopted') {
    journal.write({ entry: 'accepted', job: name, recipe, occurrence, requestId: event.requestId });
  }
  if (event.event === 'ended') journal.write({ entry: 'ended', job: name, how: event.how });
}
