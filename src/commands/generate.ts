// Mode generate, a run in order: what is to be done, the requests, the files, then all the evidence, then the verdict.
import path from 'node:path';
import type { Serverless } from '../comfyui/client.ts';
import { LostFile } from '../files/lost-file.ts';
import type { Workspace } from '../files/workspace.ts';
import type { Http } from '../http/client.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Claims } from '../ledger/claims.ts';
import type { Journal } from '../ledger/journal.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { orderOf } from '../ledger/record.ts';
import type { RunIdentity } from '../ledger/who-asks.ts';
import { type ActionError, asActionError } from '../lib/errors.ts';
import { counted } from '../lib/figures.ts';
import { once } from '../lib/once.ts';
import type { Clock, StoredArtifact } from '../lib/ports.ts';
import type { PlannedImage } from '../lockfile/plan.ts';
import { type Approval, purchaseOf } from '../pipeline/approval.ts';
import { budgetOf } from '../pipeline/budget.ts';
import type { PreviewSources } from '../pipeline/comment.ts';
import { createDeployments, type Deployments } from '../pipeline/deployments.ts';
import { gracePeriods, type Signals } from '../pipeline/grace.ts';
import type { Narrator } from '../pipeline/narrator.ts';
import type { Payments } from '../pipeline/payments.ts';
import { type Doubts, noDoubts, preflight } from '../pipeline/preflight.ts';
import { pricesOf } from '../pipeline/prices.ts';
import {
  announceRequestIds,
  artifactNote,
  type Published,
  type PublishPorts,
  publish,
  writeSummary,
} from '../pipeline/publish.ts';
import { saveAll } from '../pipeline/save-all.ts';
import { priceLine } from '../pipeline/single-tasks.ts';
import { createSpending } from '../pipeline/spending.ts';
import { type Generation, generateAll, type TaskEvent } from '../pipeline/submit-all.ts';
import type { UploadPorts } from '../pipeline/upload.ts';
import { type Work, workOf } from '../pipeline/work.ts';
import { MAY_BE_BILLED, type Note, warningsOf } from '../report/notes.ts';
import { runResultOf } from '../report/report.ts';
import type { Backend } from '../requests/backend.ts';
import { remediesOf } from '../requests/failures.ts';
import { adaptivePacer, fixedPacer } from '../requests/pacing.ts';
import { type Catalogue, createCatalogue, hastyCatalogue } from '../runcomfy/catalogue.ts';
import type { RunComfy } from '../runcomfy/client.ts';
import type { Outcome, RunResult } from '../tasks/outcome.ts';
import type { PaidRequest } from '../tasks/paid-request.ts';
import { seedOf, type Task } from '../tasks/task.ts';

export interface GeneratePorts extends PublishPorts, UploadPorts {
  /** Writes the preview comment; never throws. */
  readonly preview: (made: PreviewSources) => Promise<Published['preview']>;
  readonly journal: Journal;
  readonly identity: RunIdentity;
  readonly claims: Claims;
  /** Looks up what is already paid for. Throws like `openLedger`. */
  readonly openLedger: (work: Pick<Work, 'tasks' | 'record' | 'forced'>) => Promise<Ledger>;
  readonly narrator: Narrator;
  /** null if no approval is needed. */
  readonly approval: Approval | null;
  /** Passes values to the post phase, by name. */
  readonly handOver: (values: Readonly<Record<string, string>>) => void;
  readonly clock: Clock;
  readonly service: RunComfy;
  /** Only loaded if a deployment is used. */
  readonly serverless: () => Promise<Serverless>;
  readonly http: Http;
  readonly workspace: Workspace;
}

/** Everything from the first submit to the last output. Returns the error that the step fails with; null if it succeeds. */
export async function generate(inputs: Inputs, ports: GeneratePorts, signals: Signals): Promise<ActionError | null> {
  const { clock, log, journal, identity, claims, temp } = ports;
  const { cancelled } = signals;
  const started = clock.now();
  const patient = createCatalogue(ports.service, clock, cancelled);
  // Unless prices are needed, the run continues without the catalogue if it does not respond.
  const isPriced = inputs.maxCost !== null || ports.approval !== null;
  const catalogue = isPriced ? patient : hastyCatalogue(patient, clock);
  const { workspace, redacted } = ports;
  const deployments = createDeployments(ports.serverless, cancelled);
  const work = await workOf(inputs, {
    workspace,
    temp,
    redacted,
    identity,
    claims,
    catalogue,
    deployments,
    cancelled,
    log,
  });
  const hasWork = work.tasks.length + work.copied.length > 0;
  const noArtifact = hasWork ? artifactNote(inputs.artifact, ports.artifacts) : null;
  if (noArtifact !== null) await log.warning(noArtifact);
  const artifact = noArtifact === null ? inputs.artifact : null;
  const { runId, attempt } = identity;
  const { record, evidence, artifactRoot } = work;
  const apiUrl = inputs.apiUrl.origin;
  const deploymentsUrl = inputs.deploymentsUrl.origin;
  const run = { apiUrl, deploymentsUrl, outputDir: artifactRoot, artifact, evidence, record, runId, attempt };
  journal.write({ entry: 'run', run });
  ports.handOver({ record, 'api-url': apiUrl, 'deployments-url': deploymentsUrl });

  const isSingle = inputs.manifest === null && inputs.collect === null;
  const findings = isSingle ? preflight(work.tasks, catalogue) : Promise.resolve(noDoubts);
  // Awaited once it is known what is already paid for.
  findings.catch(() => {});
  const ledger = await ports.openLedger(work);
  const grace = gracePeriods(ports, signals);
  const made = await makeAll(work, {
    inputs,
    ports,
    signals,
    ledger,
    catalogue,
    deployments,
    findings,
    downloading: grace.downloading,
    artifact,
    isPriced,
  });
  const { uploadAll } = await import('../pipeline/upload.ts');
  const upload = await uploadAll(
    { runResult: made.runResult, artifact, root: artifactRoot, besides: evidence },
    ports,
    grace.uploading,
  );
  // The post phase retries what a cancelled run could not upload.
  if (upload.failure === null || !cancelled.aborted) journal.write({ entry: 'uploaded' });
  grace.end();
  await ledger.close();
  ports.narrator.over(made.runResult);

  const { runResult, notes } = made;
  const collectBy = ledger.isKept() || inputs.collect !== null ? ledger.collectBy : null;
  const evidenceFailure = made.refusal ?? upload.failure ?? made.unlocked;
  const { failOn } = inputs;
  const { toleratedOf, verdictOf } = await import('../report/verdict.ts');
  const verdict = verdictOf({ runResult, failOn, cancelled: cancelled.aborted, evidenceFailure, collectBy });
  const saidAlready = verdict !== null && verdict !== evidenceFailure;
  const tolerated = saidAlready ? null : toleratedOf(runResult, collectBy);
  const doubts = tolerated === null ? [] : [{ kind: MAY_BE_BILLED, text: tolerated }];
  for (const warning of warningsOf([...notes, ...doubts])) await log.warning(warning);
  await tellAll(runResult, {
    inputs,
    ports,
    work,
    artifacts: upload.artifacts,
    cancelled: cancelled.aborted,
    tookMs: clock.now() - started,
    notes: [
      ...(noArtifact === null ? [] : [noArtifact]),
      ...warningsOf(notes.filter(({ kind }) => kind !== MAY_BE_BILLED)),
    ],
  });
  journal.write({ entry: 'told' });
  return verdict;
}

/** What a run has made, before any of it is published. */
interface Made {
  readonly runResult: RunResult;
  readonly notes: readonly Note[];
  /** Why nothing was submitted; null if there was no reason. */
  readonly refusal: ActionError | null;
  /** Why the lock is incomplete; null if it is complete, or if there is none. */
  readonly unlocked: ActionError | null;
}

interface MakeSources {
  readonly inputs: Inputs;
  readonly ports: GeneratePorts;
  readonly signals: Signals;
  readonly ledger: Ledger;
  readonly catalogue: Catalogue;
  readonly deployments: Deployments;
  /** Of the preflight of tasks without a manifest. */
  readonly findings: Promise<Doubts>;
  /** Aborts when downloads must end. */
  readonly downloading: AbortSignal;
  /** null: nothing will be uploaded. */
  readonly artifact: Inputs['artifact'];
  /** Whether prices are needed, for `max-cost` or for approval. */
  readonly isPriced: boolean;
}

/** Runs every task until its files are saved. Throws ActionError if the run must not begin. */
async function makeAll(work: Work, sources: MakeSources): Promise<Made> {
  const { inputs, ports, signals, ledger, catalogue, deployments, downloading, artifact, isPriced } = sources;
  const { clock, log, journal, temp, workspace, narrator, approval } = ports;
  const { cancelled, forceStop } = signals;
  const paid = (task: Task): PaidRequest | null =>
    // Missing files of a request are never paid for again. Otherwise, the ledger may know a newer request than the lock.
    task.paid?.whenGone === 'fail' ? task.paid : (ledger.paid(task) ?? task.paid);
  const expected = work.tasks.filter((task) => !work.isWatched(task));
  const unpaid = expected.filter((task) => paid(task) === null);
  const doubts = unpaid.length === 0 ? noDoubts : await sources.findings;
  if (inputs.collectFrom !== null) await deployments.saved(inputs.collectFrom);
  const toldOfGraphs = await deployments.check(unpaid);
  if (toldOfGraphs.length > 0) await log.notice(toldOfGraphs.join('\n'));
  const { knownCost } = work;
  const prices = pricesOf(catalogue, knownCost);
  const budget = budgetOf(inputs, prices);
  await budget.reserve(unpaid);
  const spending = createSpending({ maxCost: inputs.maxCost, listPrice: prices.usd, knownCost });
  const requestIds = announceRequestIds(ports.workflow);
  const collected = expected.filter((task) => paid(task) !== null);
  const paidIds = new Set(collected.map(({ id }) => id));
  if (work.planned !== null) {
    const { withCollected } = await import('../pipeline/payments.ts');
    await narrator.plan(withCollected(work.planned, paidIds));
  } else for (const line of await priceLine(unpaid, catalogue, isPriced)) log.info(line);
  const isAsked = approval !== null && unpaid.length > 0;
  if (isAsked) {
    for (const warning of warningsOf([...work.notes, ...(await doubts())])) await log.warning(warning);
    await approval.ask(await purchaseOf(unpaid, prices));
  }
  narrator.start(expected, inputs.concurrency, collected.length);
  const onSaving = folderEntries(journal, work.evidence);

  const rest = once(loadRest);
  const artifactClient = once(() => ports.artifacts.prepare().catch(() => {}));
  const hasDeployments = work.tasks.some(({ deployment }) => deployment !== null);
  const backendOf = hasDeployments ? await backendsOf(ports, deployments) : () => ports.service;
  const generations = generateAll(work.tasks, {
    backendOf,
    http: ports.http,
    clock,
    temp,
    concurrency: inputs.concurrency,
    timeoutMs: inputs.timeoutMs,
    pacer: inputs.pollIntervalMs === null ? adaptivePacer() : fixedPacer(inputs.pollIntervalMs),
    rules: {
      apiUrl: inputs.apiUrl,
      deploymentsUrl: hasDeployments ? inputs.deploymentsUrl : null,
      allowed: inputs.allowedDownloadHosts,
    },
    maxBytes: inputs.maxDownloadSize,
    paid,
    ready: work.ready,
    isWatched: work.isWatched,
    comesFirst: work.comesFirst,
    async replacing(task) {
      await deployments.check([task]);
      await approval?.askAnew(task);
      await budget.reserveAnew(task);
    },
    spending,
    mayCancel: inputs.collect === null,
    remediesOf: ({ deployment }) =>
      remediesOf({ source: sourceOf(inputs), isOnRecord: ledger.isKept, deployment: deployment?.id ?? null }),
    signal: downloading,
    cancelled,
    forceStop,
    onEvent(task, event) {
      record(ledger, task, event);
      narrator.event(task.name, event);
      if (event.event === 'submitted' || event.event === 'adopted') {
        requestIds(event.requestId);
        void rest();
      }
      // While it is still running, there is time to load what is needed afterwards.
      if (event.event === 'polled' && artifact !== null) void artifactClient();
    },
  });
  for (const result of generations.results)
    void result.then((generation) => (generation === null ? undefined : journalStaged(journal, generation)));
  let unlocked: ActionError | null = null;
  const notLocked = (error: unknown): void => {
    unlocked ??= asActionError(error, 'Writing the lock');
  };
  const saved = await saveAll(work.tasks, generations.results, {
    workspace,
    outputDir: inputs.outputDir,
    filename: inputs.filename,
    onSaving,
    isTaken: work.isTaken,
    mayReplace: work.mayReplace,
    reunited: work.reunited,
    async onOutcome(given) {
      const outcome = work.judged([given]).outcomes[0] ?? given;
      await work.landed(outcome).catch(notLocked);
      for (const image of outcome.images) {
        journal.write({ entry: 'saved', task: outcome.task.name, path: image.absolutePath });
        narrator.saved(outcome.task.name, image);
      }
      if (outcome.failure === null) journal.write({ entry: 'delivered', task: outcome.task.name });
      if (outcome.failure !== null) generations.sawFailure(outcome.failure);
      if (outcome.attempted) narrator.ended(outcome.task.name, outcome);
    },
  });
  const { outcomes, notes: lost, refusal } = work.judged(saved);
  if (!cancelled.aborted && refusal === null) await work.close().catch(notLocked);

  const { notesOf } = await import('../report/outcome-notes.ts');
  const decided = work.decided();
  const plan = decided === null ? null : await paymentsOf(decided, { paidIds, outcomes, prices });
  const all = inOrder([...work.copied, ...work.settled(), ...outcomes], plan);
  const runResult = runResultOf(all, ports.redacted, plan);
  const exceeded = spending.exceeded();
  const notSubmitted = cancelled.aborted ? 0 : runResult.notAttempted.length - runResult.blocked.length;
  const stopped = `${counted(notSubmitted, 'image')} not submitted: ${generations.stopped() ?? 'stopped'}.`;
  const notes = [
    ...(exceeded === null ? [] : [{ kind: 'above-max-cost', text: exceeded }]),
    ...(notSubmitted === 0 ? [] : [{ kind: 'not-submitted', text: stopped }]),
    ...notesOf(runResult),
    // Approval has already shown them.
    ...(isAsked ? [] : [...(await doubts()), ...work.notes]),
    ...lost,
  ];
  return { runResult, notes, refusal, unlocked };
}

interface Telling {
  readonly inputs: Inputs;
  readonly ports: GeneratePorts;
  readonly work: Work;
  readonly artifacts: readonly StoredArtifact[];
  readonly cancelled: boolean;
  readonly tookMs: number;
  /** One warning each, for the summary. */
  readonly notes: readonly string[];
}

/** Comment, report, outputs and summary. Never throws. */
async function tellAll(
  runResult: RunResult,
  { inputs, ports, work, artifacts, cancelled, tookMs, notes }: Telling,
): Promise<void> {
  const { befores } = work;
  const planned = work.decided();
  const isCommented = inputs.preview.comment && !cancelled;
  const preview = isCommented ? await ports.preview({ runResult, artifacts, planned, befores }) : null;
  await publish(runResult, { artifact: artifacts[0] ?? null, preview, lock: work.changedLock() }, ports);
  if (!inputs.summary) return;
  const { summaryOf } = await import('../report/summary.ts');
  await writeSummary(summaryOf({ runResult, artifacts, cancelled, tookMs, notes }), ports);
}

/** Loads what is needed once there is a result, to save time. The code that needs it loads it as well. */
async function loadRest(): Promise<void> {
  await Promise.allSettled([
    import('../files/collect.ts'),
    import('../pipeline/save-files.ts'),
    import('../pipeline/upload.ts'),
    import('../report/outcome-notes.ts'),
    import('../report/verdict.ts'),
    import('../report/summary.ts'),
  ]);
}

/** The backend of each task. */
async function backendsOf(ports: GeneratePorts, { known }: Deployments): Promise<(task: Task) => Backend> {
  const { backendFor } = await import('../pipeline/backends.ts');
  const services = { ...ports, serverless: await ports.serverless() };
  return ({ deployment }) =>
    backendFor(deployment?.id ?? null, deployment?.graph?.graph ?? known(deployment?.id ?? ''), services);
}

/** Writes each folder of saved files to the journal, once, and the files too. `files`: absolute paths. */
function folderEntries(journal: Journal, files: readonly string[]): (folder: string) => void {
  const folders = new Set<string>();
  const onSaving = (folder: string): void => {
    if (!folders.has(folder)) journal.write({ entry: 'placing', folder });
    folders.add(folder);
  };
  for (const file of files) onSaving(path.dirname(file));
  return onSaving;
}

function sourceOf({ manifest, collect }: Inputs): 'manifest' | 'collect' | 'inputs' {
  if (manifest !== null) return 'manifest';
  return collect === null ? 'inputs' : 'collect';
}

async function paymentsOf(planned: readonly PlannedImage[], known: Payments): Promise<readonly PlannedImage[]> {
  const { withPayments } = await import('../pipeline/payments.ts');
  return withPayments(planned, known);
}

/** In the order of the manifest. */
function inOrder(outcomes: readonly Outcome[], planned: readonly PlannedImage[] | null): readonly Outcome[] {
  if (planned === null) return outcomes;
  const positions = new Map(planned.map(({ id }, n) => [id, n]));
  return outcomes.toSorted((a, b) => (positions.get(a.task.id) ?? 0) - (positions.get(b.task.id) ?? 0));
}

/** After this, only a failing disk can lose a downloaded file. */
function journalStaged(journal: Journal, { task, requestId, cost, files }: Generation): void {
  if (requestId === null || files.length === 0) return;
  journal.write({
    entry: 'staged',
    task: task.name,
    order: orderOf(task),
    requestId,
    seed: seedOf(task),
    cost,
    files: files.map((file) => {
      if (file instanceof LostFile) return null;
      const { stagedPath, url, bytes, sha256, truncated, seed } = file;
      const { format, suffix, width, height } = file.media;
      return { stagedPath, url, bytes, sha256, truncated, seed, format, suffix, width, height };
    }),
  });
}

/** Records what must survive a kill, in order. */
function record(ledger: Ledger, task: Task, event: TaskEvent): void {
  if (event.event === 'submitting') ledger.submitting(task);
  if (event.event === 'refused') ledger.refused(task);
  if (event.event === 'submitted') ledger.accepted(task, event.requestId);
  // A request of another run is neither cancelled by our post phase nor put on our record.
  if (event.event === 'adopted' && event.owned) ledger.adopted(task, event.requestId);
  if (event.event === 'ended') ledger.ended(task, event.how);
}
