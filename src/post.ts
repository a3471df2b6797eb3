// The post phase: ends at RunComfy what a killed main left running, uploads what it saved, keeps the record of what was paid for, and tells what it did.
import { access } from 'node:fs/promises';
import { asActionError } from './errors.ts';
import { counted } from './figures.ts';
import { type JournalledRequest, type Leftover, readJournal } from './journal.ts';
import type { ArtifactStore, Clock, Log, StoredArtifact, Workflow } from './ports.ts';
import { type RecordStore, recordOf } from './record.ts';
import { leftoverSummary, type Settled } from './report/leftover.ts';
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

/** Never throws for what went wrong here: a good run stays good. */
export async function cleanUp(journal: string, ports: PostPorts): Promise<void> {
  const leftover = readJournal(journal);
  if (leftover === null) return;
  const open = leftover.requests.filter(({ ending }) => ending === null || ending === 'running');
  const settled = await settleAll(open, leftover, ports);
  const uploads = leftover.uploaded ? [] : await uploadSaved(leftover, ports);
  const untold = settled.filter(({ request, state }) => request.ending === null || state !== 'running');
  if (untold.length > 0 || uploads.length > 0) await tell(untold, uploads, ports);
  const record = recordOf(afterSettling(leftover, settled));
  if (ports.records !== null && leftover.run.recordKey !== null && record !== null) {
    await ports.records.save(leftover.run.recordKey, record);
  }
}

async function settleAll(
  open: readonly JournalledRequest[],
  { run }: Leftover,
  { clock, service, hurry }: PostPorts,
): Promise<readonly Settled[]> {
  if (open.length === 0) return [];
  const client = await service(run.apiUrl);
  return Promise.all(
    open.map(async (request): Promise<Settled> => {
      if (request.requestId === null) return { request, state: 'unknown' };
      if (client === null) return { request, state: 'running' };
      const end = await endRequest(request.requestId, { service: client, clock, limitMs: SETTLE_LIMIT_MS, hurry });
      return { request, state: typeof end === 'string' ? end : end.result === 'succeeded' ? 'finished' : 'failed' };
    }),
  );
}

async function uploadSaved(
  { run, saved }: Leftover,
  { artifacts, log }: PostPorts,
): Promise<readonly StoredArtifact[]> {
  if (run.artifact === null) return [];
  const there = await Promise.all(
    saved.map((file) =>
      access(file).then(
        () => [file],
        () => [],
      ),
    ),
  );
  const files = there.flat();
  if (files.length === 0) return [];
  const { artifact } = run;
  const uploads = await log.group(`Upload ${counted(files.length, 'file')} that the step could no longer upload`, () =>
    Promise.allSettled(
      (artifact.archive ? [files] : files.map((file) => [file])).map((batch) =>
        artifacts.upload({ ...artifact, files: batch, root: run.outputDir }),
      ),
    ),
  );
  for (const upload of uploads) {
    if (upload.status === 'rejected')
      await log.warning(asActionError(upload.reason, 'Uploading what the step had saved').message);
  }
  return uploads.flatMap((upload) => (upload.status === 'fulfilled' ? [upload.value] : []));
}

async function tell(
  settled: readonly Settled[],
  uploads: readonly StoredArtifact[],
  { log, workflow }: PostPorts,
): Promise<void> {
  const { text, markdown } = leftoverSummary(settled, uploads);
  await log.warning(text);
  await workflow
    .writeSummary(markdown)
    .catch((error: unknown) =>
      log.info(`The job summary was not written: ${asActionError(error, 'writing it').message}`),
    );
}

function afterSettling(leftover: Leftover, settled: readonly Settled[]): Leftover {
  const states = new Map(settled.map(({ request, state }) => [request.job, state]));
  return {
    ...leftover,
    requests: leftover.requests.map((request) => ({ ...request, ending: states.get(request.job) ?? request.ending })),
  };
}
