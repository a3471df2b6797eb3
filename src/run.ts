// The story of a run: jobs, generations, files in their places, then all the evidence, then the verdict.
import path from 'node:path';
import { type ActionError, asActionError } from './errors.ts';
import { counted } from './figures.ts';
import { generateAll, type JobEvent } from './generation.ts';
import { gracePeriods, type Signals } from './grace.ts';
import type { Http } from './http.ts';
import type { Inputs } from './inputs/inputs.ts';
import { type Job, jobsOf } from './jobs.ts';
import { type Journal, type StepName, savedByOtherSteps } from './journal.ts';
import { landAll } from './landing.ts';
import type { PlannedImage } from './manifest/plan.ts';
import type { Outcome } from './outcomes.ts';
import type { Clock } from './ports.ts';
import type { Befores, PreviewSources } from './preview-work.ts';
import { budgetOf } from './price.ts';
import {
  announceRequestIds,
  type Published,
  type PublishPorts,
  publish,
  type UploadPorts,
  uploadAll,
  writeSummary,
} from './publish.ts';
import { recordKey } from './record.ts';
import { createNarrator } from './report/narrator.ts';
import { planTitle } from './report/plan.ts';
import { tallyOf } from './report/report.ts';
import { summaryOf } from './report/summary.ts';
import { toleratedOf, verdictOf } from './report/verdict.ts';
import { collectable, earlierRecord, type Resume } from './resume.ts';
import { createCatalogue } from './runcomfy/catalogue.ts';
import type { RunComfy } from './runcomfy/client.ts';
import { adaptivePacer, fixedPacer } from './runcomfy/pace.ts';
import type { Workspace } from './workspace.ts';

export interface Ports extends PublishPorts, UploadPorts {
  /** Writes the preview comment; never throws. */
  readonly preview: (made: PreviewSources) => Promise<Published['preview']>;
  readonly journal: Journal;
  readonly step: StepName;
  /** null: off, or there is no cache. */
  readonly resume: Resume | null;
  readonly clock: Clock;
  readonly service: RunComfy;
  readonly http: Http;
  readonly workspace: Workspace;
}

/** Everything from the first submit to the last output. Answers the error that the step fails with, null where it succeeds. */
export async function run(inputs: Inputs, ports: Ports, signals: Signals): Promise<ActionError | null> {
  const { clock, log, journal, resume } = ports;
  const { cancelled } = signals;
  const started = clock.now();
  const work = await workOf(inputs, ports, cancelled);
  const key = resume === null ? null : recordKey(resume.asker, work.asked);
  journal.write({
    entry: 'run',
    run: {
      apiUrl: inputs.apiUrl.origin,
      outputDir: work.artifactRoot,
      artifact: inputs.artifact,
      recordKey: key,
      shared: resume?.again ?? false,
      runId: resume?.runId ?? '',
      step: ports.step,
    },
  });
  const mayBePaid = resume !== null && key !== null && work.jobs.length > 0;
  const found = mayBePaid ? await earlierRecord(resume, key, log, cancelled) : null;
  if (found !== null) journal.write({ entry: 'known', record: found });
  const known = collectable(found, work.forced, resume?.runId ?? '');
  const budget = budgetOf(inputs.maxCost, createCatalogue(ports.service, clock, cancelled));
  await budget.reserve(work.jobs.filter((job) => known(job) === null));

  const grace = gracePeriods(ports, signals);
  const narrator = createNarrator(log, clock);
  const requestIds = announceRequestIds(ports.workflow);
  const paid = work.jobs.filter((job) => known(job) !== null);
  const planned = work.planned === null ? null : withCollected(work.planned, new Set(paid.map(({ id }) => id)));
  if (planned !== null) log.info(`Plan: ${planTitle(planned)}.`);
  narrator.start(work.jobs, inputs.concurrency, paid.length);
  const folders = new Set<string>();
  const onPlacing = (folder: string): void => {
    if (!folders.has(folder)) journal.write({ entry: 'placing', folder });
    folders.add(folder);
  };
  for (const file of work.evidence) onPlacing(path.dirname(file));
  const unlocked: ActionError[] = [];
  const generations = generateAll(work.jobs, {
    ...ports,
    ...inputs,
    ...signals,
    known,
    replacing: (job) => budget.reserveAnew(job),
    signal: grace.downloading,
    pacer: inputs.pollIntervalMs === null ? adaptivePacer() : fixedPacer(inputs.pollIntervalMs),
    rules: { apiUrl: inputs.apiUrl, allowed: inputs.allowedDownloadHosts },
    mostBytes: inputs.maxDownloadSize,
    onEvent(job, event) {
      record(journal, job, event);
      narrator.event(job.name, event);
      if (event.event === 'submitted' || event.event === 'adopted') requestIds(event.requestId);
      // Still running: the time to load what will be needed after it.
      if (event.event === 'polled' && inputs.artifact !== null) void ports.artifacts.prepare().catch(() => {});
    },
  });
  const generated = await landAll(work.jobs, generations.results, {
    ...inputs,
    workspace: ports.workspace,
    onPlacing,
    isTaken: work.isTaken,
    async onOutcome(outcome) {
      await work.landed(outcome).catch((error: unknown) => unlocked.push(asActionError(error, 'Writing the lock')));
      for (const image of outcome.images) {
        journal.write({ entry: 'saved', job: outcome.job.name, path: image.absolutePath });
        narrator.saved(outcome.job.name, image);
      }
      if (outcome.attempted) narrator.ended(outcome.job.name, outcome);
    },
  });
  if (!cancelled.aborted)
    await work.close().catch((error: unknown) => unlocked.push(asActionError(error, 'Writing the lock')));

  const outcomes = inOrder([...work.copied, ...generated], work.planned);
  const tally = tallyOf(outcomes, ports.redacted, planned);
  const notes = [...work.notes];
  if (tally.notAttempted.length > 0 && !cancelled.aborted) {
    notes.push(`${counted(tally.notAttempted.length, 'image')} not submitted: ${generations.stopped() ?? 'stopped'}.`);
  }
  const upload = await uploadAll(
    { tally, artifact: inputs.artifact, root: work.artifactRoot, besides: work.evidence },
    ports,
    grace.uploading,
  );
  // What a cancelled run could not upload, its post phase will try once more.
  if (upload.failure === null || !cancelled.aborted) journal.write({ entry: 'uploaded' });
  grace.end();
  notes.push(...upload.notes);
  for (const note of notes) await log.warning(note);

  const preview =
    inputs.preview.comment && !cancelled.aborted
      ? await ports.preview({ tally, artifacts: upload.artifacts, planned: work.planned, befores: work.befores })
      : null;
  await publish(tally, { artifact: upload.artifacts[0] ?? null, preview, lockChanged: work.lockChanged() }, ports);
  if (inputs.summary) {
    const tookMs = clock.now() - started;
    await writeSummary(
      summaryOf({ tally, artifacts: upload.artifacts, cancelled: cancelled.aborted, tookMs, notes }),
      ports,
    );
  }
  journal.write({ entry: 'told' });
  const evidenceFailure = upload.failure ?? unlocked[0] ?? null;
  const verdict = verdictOf({
    tally,
    failOn: inputs.failOn,
    cancelled: cancelled.aborted,
    evidenceFailure,
    resumable: key !== null,
  });
  const saidAlready = verdict !== null && verdict !== evidenceFailure;
  const tolerated = saidAlready ? null : toleratedOf(tally, key !== null);
  if (tolerated !== null) await log.warning(tolerated);
  return verdict;
}

/** What there is to do. */
interface Work {
  readonly jobs: readonly Job[];
  /** What the author asked for, in the terms that a re-run is known by. */
  readonly asked: readonly string[];
  /** Ids of what is to be made anew although nothing about it has changed. */
  readonly forced: ReadonlySet<string>;
  /** Absolute; paths inside the artifact are relative to it. */
  readonly artifactRoot: string;
  /** Further files for the artifact, absolute. */
  readonly evidence: readonly string[];
  /** Done already, and free: files that were only to be copied. */
  readonly copied: readonly Outcome[];
  readonly planned: readonly PlannedImage[] | null;
  /** What is about to be replaced, for the preview comment. */
  readonly befores: Befores;
  /** For the reader, a sentence each. */
  readonly notes: readonly string[];
  /** Whether a file, relative to the workspace, belongs to another id than this. */
  isTaken(file: string, id: string): boolean;
  /** Remembers what landed; resolves when it is on disk. */
  landed(outcome: Outcome): Promise<void>;
  close(): Promise<void>;
  lockChanged(): boolean;
}

async function workOf(inputs: Inputs, ports: Ports, cancelled: AbortSignal): Promise<Work> {
  const nothing = async (): Promise<void> => {};
  if (inputs.manifest === null) {
    const jobs = jobsOf(inputs.order);
    // Steps with the same names for other images are usual; what an earlier run left may be replaced.
    let others: ReadonlySet<string> | null = null;
    return {
      jobs,
      asked: jobs.slice(0, 1).map(({ recipe }) => recipe),
      forced: new Set(),
      artifactRoot: inputs.outputDir,
      evidence: [],
      copied: [],
      planned: null,
      befores: new Map(),
      notes: [],
      isTaken(file) {
        others ??= savedByOtherSteps(ports.temp, ports.step);
        return others.has(path.resolve(ports.workspace.root, file));
      },
      landed: nothing,
      close: nothing,
      lockChanged: () => false,
    };
  }
  const { readWork, isKeptByAnother, lockOutcome, closeLock } = await import('./manifest-work.ts');
  const { keepBefores } = await import('./preview-work.ts');
  const { plan, ...work } = await readWork(
    inputs.manifest,
    inputs,
    { ...ports, cancelled },
    createCatalogue(ports.service, ports.clock, cancelled),
  );
  return {
    ...work,
    asked: [plan.manifest.file, ...inputs.only],
    forced: new Set(plan.planned.flatMap(({ id, action }) => (action === 'forced' ? [id] : []))),
    artifactRoot: ports.workspace.root,
    evidence: [plan.lockPath],
    planned: plan.planned,
    befores: inputs.preview.comment ? await keepBefores(plan.planned, ports.workspace, ports.temp) : new Map(),
    isTaken: (file, id) => isKeptByAnother(plan, file, id),
    landed: (outcome) => lockOutcome(plan, outcome),
    close: () => closeLock(plan, inputs.only),
    lockChanged: () => plan.lock.changed(),
  };
}

/** What an earlier run has paid for costs this one nothing. */
function withCollected(planned: readonly PlannedImage[], ids: ReadonlySet<string>): readonly PlannedImage[] {
  return planned.map((one) =>
    ids.has(one.id) ? { ...one, price: 0, reasons: [...one.reasons, 'paid for already, and only collected'] } : one,
  );
}

/** As the manifest has them. */
function inOrder(outcomes: readonly Outcome[], planned: readonly PlannedImage[] | null): readonly Outcome[] {
  if (planned === null) return outcomes;
  const places = new Map(planned.map(({ id }, n) => [id, n]));
  return outcomes.toSorted((a, b) => (places.get(a.job.id) ?? 0) - (places.get(b.job.id) ?? 0));
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
