// The post phase: ends at RunComfy what a killed main left running, uploads what it saved, keeps the record of what was paid for, and tells what it did.
import { access, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { asActionError } from './errors.ts';
import { counted } from './figures.ts';
import { type JournalledRequest, type Leftover, readJournal, type Settled } from './journal.ts';
import { noLongerThan, timeLimit } from './limit.ts';
import type { ArtifactStore, Clock, Log, StoredArtifact, Workflow } from './ports.ts';
import { type RecordStore, recordOf } from './record.ts';
import { leftoverSummary } from './report/leftover.ts';
import type { RunComfy } from './runcomfy/client.ts';
import { endRequest } from './runcomfy/settle.ts';

export interface PostPorts {
  readonly clock: Clock;
  readonly log: Log;
  readonly workflow: Workflow;
  readonly artifacts: ArtifactStore;
  /** null: there is no cache. */
  readonly records: RecordStore | null;
  /** null without a token. */
  readonly service: (apiUrl: string) => Promise<RunComfy | null>;
  readonly hurry: AbortSignal;
}

/** GitHub ends a cancelled job five minutes after Cancel, and other steps have a post phase too. */
const SETTLE_LIMIT_MS = 20_000;
const UPLOAD_LIMIT_MS = 120_000;

/** Never throws for what went wrong here: a good run stays good. */
export async function cleanUp(journal: string, ports: PostPorts): Promise<void> {
  const leftover = readJournal(journal);
  if (leftover === null) return;
  const settled = await settleAll(leftover, ports);
  // First what saves money, should GitHub's five minutes be over during the rest.
  const kept = await keepRecord(leftover, settled, ports);
  const uploads = leftover.uploaded ? [] : await uploadSaved(leftover, ports);
  const untold = settled.filter((one) => isUntold(one, leftover));
  if (untold.length > 0 || uploads.length > 0) await tell(untold, uploads, kept, ports);
  await removeDownloads(path.dirname(journal));
  await removeHalfFiles(leftover.placing);
}

/** Other runs may have kept theirs since main has looked, or main could not look: the newest record is the ground to build on. */
async function keepRecord(
  leftover: Leftover,
  settled: readonly Settled[],
  { records, hurry }: PostPorts,
): Promise<boolean> {
  const { recordKey, shared } = leftover.run;
  if (records === null || recordKey === null || recordOf(leftover, settled) === null) return false;
  const newest = shared ? await records.load(recordKey, hurry).catch(() => null) : null;
  const record = recordOf({ ...leftover, known: newest ?? leftover.known }, settled);
  return record !== null && (await records.save(recordKey, record));
}

/** Main has told everything that it knew, or nothing. What was finished and saved needs no words. */
function isUntold({ request, state }: Settled, { told, saved }: Leftover): boolean {
  if (told) return request.ending === 'running' && state !== 'running';
  return state !== 'finished' || !saved.some(({ job }) => job === request.job);
}

/** Files that were on their way when main was killed; journal and report stay for later steps. */
async function removeDownloads(temp: string): Promise<void> {
  const names = await readdir(temp).catch(() => []);
  const leftovers = names.filter((name) => !/\.jsonl?$/.test(name));
  await Promise.allSettled(leftovers.map((name) => rm(path.join(temp, name), { recursive: true, force: true })));
}

/** What a kill cut off while it was copied into the workspace (images/save.ts), where a later step might commit it. */
async function removeHalfFiles(folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    const names = await readdir(folder).catch(() => []);
    const halves = names.filter((name) => /^\.[0-9a-f-]{36}\.part$/.test(name));
    await Promise.allSettled(halves.map((name) => rm(path.join(folder, name), { force: true })));
  }
}

/** Every request of the run with what became of it; those that are open are ended first. */
async function settleAll(
  { run, requests }: Leftover,
  { clock, service, hurry }: PostPorts,
): Promise<readonly Settled[]> {
  const isOpen = ({ ending, requestId }: JournalledRequest): boolean =>
    requestId !== null && (ending === null || ending === 'running');
  const client = requests.some(isOpen) ? await service(run.apiUrl) : null;
  return Promise.all(
    requests.map(async (request): Promise<Settled> => {
      if (request.requestId === null) return { request, state: 'unknown' };
      if (!isOpen(request)) return { request, state: request.ending ?? 'running' };
      if (client === null) return { request, state: 'running' };
      const end = await endRequest(request.requestId, { service: client, clock, limitMs: SETTLE_LIMIT_MS, hurry });
      return { request, state: typeof end === 'string' ? end : end.result === 'succeeded' ? 'finished' : 'failed' };
    }),
  );
}

async function uploadSaved(
  { run, saved }: Leftover,
  { artifacts, clock, log }: PostPorts,
): Promise<readonly StoredArtifact[]> {
  if (run.artifact === null) return [];
  const there = await Promise.all(
    saved.map(({ path: file }) =>
      access(file).then(
        () => [file],
        () => [],
      ),
    ),
  );
  const files = there.flat();
  if (files.length === 0) return [];
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
  settled: readonly Settled[],
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
