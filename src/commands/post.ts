// The post phase: cancels at RunComfy what a killed main left running, uploads what it saved, puts on record what was paid for, and reports what it did.
import { access, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { removeHalfFiles } from '../files/half-files.ts';
import { keep, loadRecord, patiently } from '../ledger/keep.ts';
import { type JournalledRequest, type Leftover, readJournal } from '../ledger/leftover.ts';
import { isNews, keyOf, type LedgerRecord, type RecordEntry, recordOf } from '../ledger/record.ts';
import type { RecordStore } from '../ledger/store.ts';
import { asActionError } from '../lib/errors.ts';
import { counted } from '../lib/figures.ts';
import type { ArtifactStore, Clock, Log, StoredArtifact, Workflow } from '../lib/ports.ts';
import { pagesOf } from '../lib/request-pages.ts';
import { noLongerThan, timeLimit } from '../lib/time-limit.ts';
import { type LeftoverRequest, leftoverSummary } from '../report/leftover.ts';
import type { Backend } from '../requests/backend.ts';
import { endRequest } from '../requests/settle.ts';
import type { Outcome } from '../tasks/outcome.ts';
import type { Ending } from '../tasks/paid-request.ts';

/** What main has passed on through the runner. */
export interface HandedOver {
  /** Absolute path of the journal. */
  readonly journal: string;
  /** null: main ended before it could spend money. */
  readonly spent: {
    readonly record: string;
    readonly apiUrl: string;
    readonly deploymentsUrl: string;
    readonly runId: string;
    readonly attempt: number;
  } | null;
  /** Main was not killed. */
  readonly ended: boolean;
}

export interface PostPorts {
  readonly clock: Clock;
  readonly log: Log;
  readonly workflow: Workflow;
  readonly artifacts: ArtifactStore;
  /** null: there is no cache service. */
  readonly records: RecordStore | null;
  /** The backend by deployment (undefined: the Model API); null without a token. */
  readonly backends: (origins: Origins) => Promise<((deployment: string | undefined) => Backend) | null>;
  /** Saves what main has only staged. Throws if it cannot. */
  readonly saveStaged: (leftover: Leftover) => Promise<readonly Outcome[]>;
  readonly forceStop: AbortSignal;
}

/** Of both APIs. */
interface Origins {
  readonly apiUrl: string;
  readonly deploymentsUrl: string;
}

/** GitHub ends a cancelled job five minutes after Cancel, and other steps have a post phase too. */
const SETTLE_LIMIT_MS = 20_000;
const RECORD_LIMIT_MS = 30_000;
const UPLOAD_LIMIT_MS = 120_000;

/** Never throws, so that a successful run stays successful. */
export async function cleanUp({ journal, spent, ended }: HandedOver, ports: PostPorts): Promise<void> {
  const leftover = readJournal(journal);
  if (leftover === null) {
    if (spent !== null && !ended) await goByRecord(journal, spent, ports);
    return;
  }
  const settled = await settleAll(leftover.run, leftover.requests, ports);
  // What saves money comes first, in case GitHub's five minutes end during the rest.
  const kept = await putOnRecord(leftover, settled, ports);
  const rescued = leftover.told ? [] : await rescue(leftover, ports);
  const saved = [...leftover.saved, ...rescued];
  const uploads = leftover.uploaded ? [] : await uploadSaved({ ...leftover, saved }, ports);
  const untold = settled.filter((one) => isUntold(one, { ...leftover, saved }));
  if (untold.length > 0 || uploads.length > 0) await tell(untold.map(forPeople), uploads, kept, ports);
  await removeDownloads(path.dirname(journal));
  await removeHalfFiles(leftover.placing);
}

/** A request, and how it ended. */
interface Settled {
  readonly request: JournalledRequest;
  readonly ending: Ending;
}

function forPeople({ request: { requestId, task, deployment }, ending }: Settled): LeftoverRequest {
  return { requestId, task, ending, ...(deployment === undefined ? {} : { deployment }) };
}

/** RUNNER_TEMP was emptied after the step was killed, so only the record is left. */
async function goByRecord(
  journal: string,
  { record, runId, attempt, ...origins }: NonNullable<HandedOver['spent']>,
  ports: PostPorts,
): Promise<void> {
  const { log, clock, forceStop, records } = ports;
  const missing = `The journal of this step is missing (${journal}), so only requests on record are known.`;
  const find = async (): Promise<LedgerRecord> =>
    records === null ? new Map() : (await loadRecord(records, record, forceStop)).record;
  const found = await patiently(find, { clock, signal: forceStop, withinMs: RECORD_LIMIT_MS / 2 }).catch(() => null);
  const open = [...(found?.values() ?? [])].flatMap((entry): readonly JournalledRequest[] => {
    const isOurs = entry.runId === runId && entry.attempt === attempt;
    return isOurs && (entry.ending === null || entry.ending === 'running') ? [{ ...entry, task: entry.order }] : [];
  });
  if (open.length === 0) {
    await log.warning(`${missing} There are none. Check ${pagesOf([])} for requests that may still be running.`);
    return;
  }
  await log.warning(missing);
  const settled = await settleAll(origins, open, ports);
  const kept = await keepEndings({ record, runId, attempt, recorded: new Map(), settled }, ports);
  await tell(settled.map(forPeople), [], kept, ports);
}

/** Whether later runs find what was paid for. */
async function putOnRecord(
  { run: { record, runId, attempt }, recorded }: Leftover,
  settled: readonly Settled[],
  ports: PostPorts,
): Promise<boolean> {
  return record !== null && keepEndings({ record, runId, attempt, recorded, settled }, ports);
}

async function keepEndings(
  {
    record,
    runId,
    attempt,
    recorded,
    settled,
  }: {
    readonly record: string;
    readonly runId: string;
    readonly attempt: number;
    readonly recorded: ReadonlyMap<string, string>;
    readonly settled: readonly Settled[];
  },
  { records, clock, log, forceStop }: PostPorts,
): Promise<boolean> {
  const seenAt = clock.date();
  const entries = recordOf(
    settled.flatMap(({ request: { order, requestId, deployment, acceptedAt }, ending }): readonly RecordEntry[] => {
      const handle = deployment === undefined ? {} : { deployment };
      const entry = { order, requestId, ...handle, ending, acceptedAt, seenAt, runId, attempt };
      return isNews(entry, recorded.get(keyOf(entry))) ? [entry] : [];
    }),
  );
  if (entries.size === 0) return records !== null;
  if (records === null) return false;
  const late = (): Error => new Error(`not done after ${RECORD_LIMIT_MS / 1000} s`);
  const limit = timeLimit(clock, RECORD_LIMIT_MS, late, forceStop);
  const { signal } = limit;
  try {
    const write = (): Promise<void> => keep(entries, { store: records, name: record, clock, signal });
    await patiently(write, { clock, signal, withinMs: RECORD_LIMIT_MS / 2 });
    return true;
  } catch (error) {
    log.info(
      `Putting ${counted(entries.size, 'paid request')} on record in the Actions cache: ${asActionError(error, 'the cache').message}. Later runs cannot find them, and would pay again.`,
    );
    return false;
  } finally {
    limit.end();
  }
}

/** If the manifest or the workspace no longer exists, the rest is done all the same. */
async function rescue(leftover: Leftover, { saveStaged, log }: PostPorts): Promise<Leftover['saved']> {
  try {
    const outcomes = await saveStaged(leftover);
    const saved = outcomes.flatMap(({ task, images }) =>
      images.map(({ path: file, absolutePath }) => ({ task: task.name, path: absolutePath, file })),
    );
    for (const { file } of saved) log.info(`Saved ${file}, which the step had downloaded before it was killed.`);
    return saved;
  } catch (error) {
    const { message } = asActionError(error, 'saving them');
    await log.warning(
      `The step had downloaded files before it was killed, and they could not be saved: ${message} A re-run of this job downloads them again, without paying.`,
    );
    return [];
  }
}

/** Main has reported everything that it knew, or nothing. What was finished and saved needs no report. */
function isUntold({ request, ending }: Settled, { told, saved }: Pick<Leftover, 'told' | 'saved'>): boolean {
  if (told) return request.ending === 'running' && ending !== 'running';
  return ending !== 'finished' || !saved.some(({ task }) => task === request.task);
}

/** Removes partial downloads of a killed main. Journal and report stay for later steps. */
async function removeDownloads(temp: string): Promise<void> {
  const names = await readdir(temp).catch(() => []);
  const leftovers = names.filter((name) => !/\.jsonl?$/.test(name));
  await Promise.allSettled(leftovers.map((name) => rm(path.join(temp, name), { recursive: true, force: true })));
}

/** Returns every request with its ending. Open requests are cancelled first. */
async function settleAll(
  origins: Origins,
  requests: readonly JournalledRequest[],
  { clock, backends, forceStop }: PostPorts,
): Promise<readonly Settled[]> {
  const isOpen = ({ ending, requestId }: JournalledRequest): boolean =>
    requestId !== null && (ending === null || ending === 'running');
  const backendOf = requests.some(isOpen) ? await backends(origins) : null;
  return Promise.all(
    requests.map(async (request): Promise<Settled> => {
      const { requestId, ending } = request;
      if (requestId === null) return { request, ending: 'unknown' };
      if (!isOpen(request)) return { request, ending: ending ?? 'running' };
      if (backendOf === null) return { request, ending: 'running' };
      const service = backendOf(request.deployment);
      const end = await endRequest(requestId, { service, clock, limitMs: SETTLE_LIMIT_MS, forceStop });
      if (typeof end === 'string') return { request, ending: end };
      if (end.result === 'succeeded') return { request, ending: 'finished' };
      return { request, ending: end.result === 'failed' && end.refused ? 'refused' : 'failed' };
    }),
  );
}

async function thoseThere(files: readonly string[]): Promise<readonly string[]> {
  const there = await Promise.all(
    files.map((file) =>
      access(file).then(
        () => [file],
        () => [],
      ),
    ),
  );
  return there.flat();
}

async function uploadSaved(
  { run, saved }: Leftover,
  { artifacts, clock, log }: PostPorts,
): Promise<readonly StoredArtifact[]> {
  if (run.artifact === null) return [];
  const made = await thoseThere(saved.map(({ path: file }) => file));
  if (made.length === 0) return [];
  const files = [...made, ...(run.artifact.archive ? await thoseThere(run.evidence) : [])];
  const { artifact } = run;
  const limit = timeLimit(
    clock,
    UPLOAD_LIMIT_MS,
    () => new Error(`not done after ${UPLOAD_LIMIT_MS / 60_000} minutes`),
  );
  const uploads = await log.group(`Upload ${counted(files.length, 'file')} that the step could no longer upload`, () =>
    Promise.allSettled(
      (artifact.archive ? [files] : files.map((file) => [file])).map((batch) =>
        noLongerThan(limit.signal, artifacts.upload({ ...artifact, files: batch, root: run.outputDir })),
      ),
    ),
  );
  limit.end();
  for (const upload of uploads) {
    if (upload.status === 'rejected')
      await log.warning(asActionError(upload.reason, 'Uploading what the step had saved').message);
  }
  return uploads.flatMap((upload) => (upload.status === 'fulfilled' ? [upload.value] : []));
}

async function tell(
  settled: readonly LeftoverRequest[],
  uploads: readonly StoredArtifact[],
  kept: boolean,
  { log, workflow }: PostPorts,
): Promise<void> {
  const { text, markdown } = leftoverSummary(settled, uploads, kept);
  await log.warning(text);
  await workflow
    .writeSummary(markdown)
    .catch((error: unknown) =>
      log.info(`The job summary was not written: ${asActionError(error, 'writing it').message}`),
    );
}
