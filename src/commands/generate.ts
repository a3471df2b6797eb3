// The story of a run: jobs, generations, files in their places, then all the evidence, then the verdict.
import path from 'node:path';
import type { Serverless } from '../comfyui/client.ts';
import { diskKey } from '../files/names.ts';
import type { Workspace } from '../files/workspace.ts';
import type { Http } from '../http/client.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { type Claims, countUse, openClaims } from '../ledger/claims.ts';
import type { Journal } from '../ledger/journal.ts';
import { type Ledger, openLedger } from '../ledger/ledger.ts';
import type { RecordStore } from '../ledger/store.ts';
import { jobName, manifestRecord, type RunIdentity, stepRecord } from '../ledger/who-asks.ts';
import { type ActionError, asActionError } from '../lib/errors.ts';
import { counted } from '../lib/figures.ts';
import type { Clock } from '../lib/ports.ts';
import type { PlannedImage } from '../lockfile/plan.ts';
import { backendFor } from '../pipeline/backends.ts';
import { budgetOf, priceOf } from '../pipeline/budget.ts';
import type { Befores, PreviewSources } from '../pipeline/comment.ts';
import { createDeployments, type Deployments } from '../pipeline/deployments.ts';
import { gracePeriods, type Signals } from '../pipeline/grace.ts';
import type { Verdicts } from '../pipeline/lock-keeping.ts';
import { createNarrator } from '../pipeline/narrator.ts';
import {
  announceRequestIds,
  artifactNote,
  type Published,
  type PublishPorts,
  publish,
  type UploadPorts,
  uploadAll,
  writeSummary,
} from '../pipeline/publish.ts';
import { type SaveAllOptions, saveAll } from '../pipeline/save-all.ts';
import { createSpending } from '../pipeline/spending.ts';
import { generateAll, type TaskEvent } from '../pipeline/submit-all.ts';
import { MAY_BE_BILLED, type Note, warningsOf } from '../report/notes.ts';
import { notesOf } from '../report/outcome-notes.ts';
import { planTitle } from '../report/plan.ts';
import { runResultOf } from '../report/report.ts';
import { summaryOf } from '../report/summary.ts';
import { toleratedOf, verdictOf } from '../report/verdict.ts';
import { remediesOf } from '../requests/failures.ts';
import { adaptivePacer, fixedPacer } from '../requests/pacing.ts';
import { createCatalogue } from '../runcomfy/catalogue.ts';
import type { RunComfy } from '../runcomfy/client.ts';
import type { Outcome } from '../tasks/outcome.ts';
import type { PaidRequest } from '../tasks/paid-request.ts';
import { type Task, tasksOf, tasksToCollect } from '../tasks/task.ts';

export interface Ports extends PublishPorts, UploadPorts {
  /** Writes the preview comment; never throws. */
  readonly preview: (made: PreviewSources) => Promise<Published['preview']>;
  readonly journal: Journal;
  readonly identity: RunIdentity;
  /** null: there is no cache service. */
  readonly records: RecordStore | null;
  /** Events like this one often get a token that may not write to the cache. */
  readonly mayNotRecord: boolean;
  /** Hands values to the post phase, by name. */
  readonly handOver: (values: Readonly<Record<string, string>>) => void;
  readonly clock: Clock;
  readonly service: RunComfy;
  readonly serverless: Serverless;
  readonly http: Http;
  readonly workspace: Workspace;
}

/** Everything from the first submit to the last output. Returns the error that the step fails with, null where it succeeds. */
export async function run(inputs: Inputs, ports: Ports, signals: Signals): Promise<ActionError | null> {
  const { clock, log, journal, identity } = ports;
  // What is only collected was paid for by others: nothing is to be found on record, and nothing to be kept there.
  const records = inputs.collect === null ? ports.records : null;
  const { cancelled } = signals;
  const started = clock.now();
  const claims = openClaims(path.dirname(ports.temp), jobName(identity, inputs.matrix), ports.temp);
  const deployments = createDeployments(ports.serverless, cancelled);
  const work = await workOf(inputs, ports, claims, cancelled, deployments);
  const { runId, attempt, pull } = identity;
  const noArtifact = work.tasks.length + work.copied.length > 0 ? artifactNote(inputs.artifact, ports.artifacts) : null;
  if (noArtifact !== null) await log.warning(noArtifact);
  const artifact = noArtifact === null ? inputs.artifact : null;
  journal.write({
    entry: 'run',
    run: {
      apiUrl: inputs.apiUrl.origin,
      deploymentsUrl: inputs.deploymentsUrl.origin,
      outputDir: work.artifactRoot,
      artifact,
      record: work.record,
      runId,
      attempt,
    },
  });
  ports.handOver({
    record: work.record,
    'api-url': inputs.apiUrl.origin,
    'deployments-url': inputs.deploymentsUrl.origin,
  });
  const isWorthRecording = work.tasks.length > 0 && inputs.collect === null;
  if (records === null && isWorthRecording)
    log.info('There is no Actions cache service here: later runs cannot find what this one pays for.');
  const ledger = await openLedger({
    store: isWorthRecording ? records : null,
    name: work.record,
    journal,
    clock,
    log,
    runId,
    attempt,
    // Otherwise nothing can be paid for already, and the first submit does not wait.
    lookUp: inputs.resume && (pull !== null || inputs.manifest !== null || attempt > 1),
    doubtful: ports.mayNotRecord,
    forced: work.forced,
    cancelled,
  });
  const paid = (task: Task): PaidRequest | null =>
    // What is missing of a request is never worth another one; else the ledger knows of younger requests than the lock.
    task.paid?.whenGone === 'fail' ? task.paid : (ledger.paid(task) ?? task.paid);
  const unpaid = work.tasks.filter((task) => paid(task) === null);
  const toldOfGraphs = await deployments.check(unpaid);
  if (toldOfGraphs.length > 0) await log.notice(toldOfGraphs.join('\n'));
  const catalogue = createCatalogue(ports.service, clock, cancelled);
  const budget = budgetOf(inputs, catalogue);
  await budget.reserve(unpaid);
  const spending = createSpending({
    maxCost: inputs.maxCost,
    listPrice: (task) => priceOf(task, catalogue),
    knownCost: () => null,
  });

  const grace = gracePeriods(ports, signals);
  const narrator = createNarrator(log, clock);
  const requestIds = announceRequestIds(ports.workflow);
  const collected = work.tasks.filter((task) => paid(task) !== null);
  const planned = work.planned === null ? null : withCollected(work.planned, new Set(collected.map(({ id }) => id)));
  if (planned !== null) log.info(`Plan: ${planTitle(planned)}.`);
  narrator.start(work.tasks, inputs.concurrency, collected.length);
  const folders = new Set<string>();
  const onSaving = (folder: string): void => {
    if (!folders.has(folder)) journal.write({ entry: 'placing', folder });
    folders.add(folder);
  };
  for (const file of work.evidence) onSaving(path.dirname(file));
  const unlocked: ActionError[] = [];
  const generations = generateAll(work.tasks, {
    ...ports,
    ...inputs,
    ...signals,
    backendOf: ({ deployment }) =>
      backendFor(deployment?.id ?? null, deployment?.graph?.graph ?? deployments.known(deployment?.id ?? ''), ports),
    paid,
    comesFirst: work.comesFirst,
    replacing: (task) => budget.reserveAnew(task),
    spending,
    mayCancel: inputs.collect === null,
    remedies: remediesOf(sourceOf(inputs), ledger.isKept),
    signal: grace.downloading,
    pacer: inputs.pollIntervalMs === null ? adaptivePacer() : fixedPacer(inputs.pollIntervalMs),
    rules: {
      apiUrl: inputs.apiUrl,
      deploymentsUrl: work.tasks.some(({ deployment }) => deployment !== null) ? inputs.deploymentsUrl : null,
      allowed: inputs.allowedDownloadHosts,
    },
    maxBytes: inputs.maxDownloadSize,
    onEvent(task, event) {
      record(ledger, task, event);
      narrator.event(task.name, event);
      if (event.event === 'submitted' || event.event === 'adopted') requestIds(event.requestId);
      // Still running: the time to load what will be needed after it.
      if (event.event === 'polled' && artifact !== null) void ports.artifacts.prepare().catch(() => {});
    },
  });
  const landed = await saveAll(work.tasks, generations.results, {
    ...inputs,
    workspace: ports.workspace,
    onSaving,
    isTaken: work.isTaken,
    reunited: work.reunited,
    async onOutcome(given) {
      const outcome = work.judged([given]).outcomes[0] ?? given;
      await work.landed(outcome).catch((error: unknown) => unlocked.push(asActionError(error, 'Writing the lock')));
      for (const image of outcome.images) {
        journal.write({ entry: 'saved', task: outcome.task.name, path: image.absolutePath });
        narrator.saved(outcome.task.name, image);
      }
      if (outcome.failure !== null) generations.sawFailure(outcome.failure);
      if (outcome.attempted) narrator.ended(outcome.task.name, outcome);
    },
  });
  const { outcomes: generated, notes: lost, refusal } = work.judged(landed);
  if (!cancelled.aborted && refusal === null)
    await work.close().catch((error: unknown) => unlocked.push(asActionError(error, 'Writing the lock')));

  const outcomes = inOrder([...work.copied, ...generated], work.planned);
  const runResult = runResultOf(outcomes, ports.redacted, planned);
  const notes = [...notesOf(runResult), ...work.notes, ...lost];
  if (runResult.notAttempted.length > 0 && !cancelled.aborted) {
    const text = `${counted(runResult.notAttempted.length, 'image')} not submitted: ${generations.stopped() ?? 'stopped'}.`;
    notes.unshift({ kind: 'not-submitted', text });
  }
  const exceeded = spending.exceeded();
  if (exceeded !== null) notes.push({ kind: MAY_BE_BILLED, text: exceeded });
  const upload = await uploadAll(
    { runResult, artifact, root: work.artifactRoot, besides: work.evidence },
    ports,
    grace.uploading,
  );
  // What a cancelled run could not upload, its post phase will try once more.
  if (upload.failure === null || !cancelled.aborted) journal.write({ entry: 'uploaded' });
  grace.end();
  ledger.close();
  const resumable = ledger.isKept() || inputs.collect !== null;
  const evidenceFailure = refusal ?? upload.failure ?? unlocked[0] ?? null;
  const verdict = verdictOf({
    runResult,
    failOn: inputs.failOn,
    cancelled: cancelled.aborted,
    evidenceFailure,
    resumable,
  });
  const saidAlready = verdict !== null && verdict !== evidenceFailure;
  const tolerated = saidAlready ? null : toleratedOf(runResult, resumable);
  if (tolerated !== null) notes.push({ kind: MAY_BE_BILLED, text: tolerated });
  for (const warning of warningsOf(notes)) await log.warning(warning);

  const preview =
    inputs.preview.comment && !cancelled.aborted
      ? await ports.preview({ runResult, artifacts: upload.artifacts, planned: work.planned, befores: work.befores })
      : null;
  await publish(runResult, { artifact: upload.artifacts[0] ?? null, preview, lockChanged: work.lockChanged() }, ports);
  if (inputs.summary) {
    const tookMs = clock.now() - started;
    await writeSummary(
      summaryOf({
        runResult,
        artifacts: upload.artifacts,
        cancelled: cancelled.aborted,
        tookMs,
        notes: [
          ...(noArtifact === null ? [] : [noArtifact]),
          ...warningsOf(notes.filter(({ kind }) => kind !== MAY_BE_BILLED)),
        ],
      }),
      ports,
    );
  }
  journal.write({ entry: 'told' });
  return verdict;
}

/** What there is to do. */
interface Work {
  readonly tasks: readonly Task[];
  /** The name under which what is paid for is on record. */
  readonly record: string;
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
  readonly notes: readonly Note[];
  /** Whether a file, relative to the workspace, belongs to another id than this. */
  isTaken(file: string, id: string): boolean;
  /** Where the files of a request that is collected again belong (landing.ts). */
  reunited: SaveAllOptions['reunited'];
  /** Whether a job must be collected before anything is submitted. */
  comesFirst(task: Task): boolean;
  /** What the outcomes mean for the run, some of them or all. */
  judged(outcomes: readonly Outcome[]): Verdicts;
  /** Remembers what landed; resolves when it is on disk. */
  landed(outcome: Outcome): Promise<void>;
  close(): Promise<void>;
  lockChanged(): boolean;
}

async function workOf(
  inputs: Inputs,
  ports: Ports,
  claims: Claims,
  cancelled: AbortSignal,
  deployments: Deployments,
): Promise<Work> {
  const nothing = async (): Promise<void> => {};
  if (inputs.manifest === null) {
    const tasks = await singleTasks(inputs, deployments);
    const { identity, workspace } = ports;
    const use = countUse(claims, identity.step);
    const outputDir = workspace.shown(inputs.outputDir);
    return {
      tasks,
      record: stepRecord(identity, { matrix: inputs.matrix, use, outputDir, filename: inputs.filename }),
      forced: new Set(),
      artifactRoot: inputs.outputDir,
      evidence: [],
      copied: [],
      planned: null,
      befores: new Map(),
      notes: [],
      // Other steps of this job may use the same names; what an earlier run left may be replaced.
      isTaken: (file) => !claims.take(`file ${diskKey(file.split(path.sep).join('/'))}`),
      reunited: () => [],
      comesFirst: () => false,
      judged: (outcomes) => ({ outcomes, notes: [], refusal: null }),
      landed: nothing,
      close: nothing,
      lockChanged: () => false,
    };
  }
  const { readWork } = await import('../pipeline/manifest-tasks.ts');
  const { createLockKeeper, judged } = await import('../pipeline/lock-keeping.ts');
  const { keepBefores } = await import('../pipeline/comment.ts');
  const { plan, tracked, ...work } = await readWork(
    inputs.manifest,
    inputs,
    { ...ports, cancelled },
    createCatalogue(ports.service, ports.clock, cancelled),
  );
  const keeper = createLockKeeper(plan, ports.workspace);
  return {
    ...work,
    ...keeper,
    record: manifestRecord(ports.identity, plan.manifest.file),
    forced: new Set(plan.planned.flatMap(({ id, action }) => (action === 'forced' ? [id] : []))),
    artifactRoot: ports.workspace.root,
    evidence: [plan.lockPath],
    planned: plan.planned,
    befores: inputs.preview.comment ? await keepBefores(plan.planned, ports.workspace, ports.temp) : new Map(),
    comesFirst: ({ id }) => tracked.has(id),
    judged: (outcomes) => judged(outcomes, { planned: plan.planned, tracked }),
    close: () => keeper.close(inputs.only),
    lockChanged: () => plan.lock.changed(),
  };
}

/** What the inputs themselves ask for. */
async function singleTasks({ order, collect }: Inputs, deployments: Deployments): Promise<readonly Task[]> {
  const { deployment } = order;
  if (collect !== null) return tasksToCollect(collect, deployment?.id ?? null);
  return tasksOf(order, deployment?.needsGraph === true ? await deployments.saved(deployment.id) : null);
}

function sourceOf({ manifest, collect }: Inputs): 'manifest' | 'collect' | 'inputs' {
  if (manifest !== null) return 'manifest';
  return collect === null ? 'inputs' : 'collect';
}

/** What an earlier run has paid for costs this one nothing. */
function withCollected(planned: readonly PlannedImage[], ids: ReadonlySet<string>): readonly PlannedImage[] {
  return planned.map((one) =>
    one.todo === 'generate' && ids.has(one.id)
      ? { ...one, price: 0, reasons: [...one.reasons, 'paid for already, and only collected'] }
      : one,
  );
}

/** As the manifest has them. */
function inOrder(outcomes: readonly Outcome[], planned: readonly PlannedImage[] | null): readonly Outcome[] {
  if (planned === null) return outcomes;
  const places = new Map(planned.map(({ id }, n) => [id, n]));
  return outcomes.toSorted((a, b) => (places.get(a.task.id) ?? 0) - (places.get(b.task.id) ?? 0));
}

/** What must survive a kill, in the order in which it happened. */
function record(ledger: Ledger, task: Task, event: TaskEvent): void {
  if (event.event === 'submitting') ledger.submitting(task);
  if (event.event === 'refused') ledger.refused(task);
  if (event.event === 'submitted') ledger.accepted(task, event.requestId);
  // What belongs to somebody else is neither ended by our post phase nor put on our record.
  if (event.event === 'adopted' && event.owned) ledger.adopted(task, event.requestId);
  if (event.event === 'ended') ledger.ended(task, event.how);
}
