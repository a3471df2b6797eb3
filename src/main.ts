// The action's entry, for the step itself and for its post phase: masks the token, wires the real adapters, turns signals into cancellation; the only catch.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { systemClock } from './clock.ts';
import { ActionError, asActionError } from './errors.ts';
import { createArtifactStore } from './github/artifact.ts';
import { createRecordStore } from './github/cache.ts';
import { pullRequestOf, whyNoSecrets } from './github/event.ts';
import { createWorkflow, mask, rawInputs, saveState } from './github/workflow.ts';
import { createHttp } from './http.ts';
import { readInputs } from './inputs/inputs.ts';
import { openJournal } from './journal.ts';
import { publish } from './publish.ts';
import type { RecordStore } from './record.ts';
import { tallyOf } from './report/report.ts';
import { redactor } from './report/text.ts';
import { type Resume, run } from './run.ts';
import { createClient } from './runcomfy/client.ts';
import { openWorkspace } from './workspace.ts';

const { env } = process;
const raw = rawInputs(env);
const token = raw['api-token']?.trim() ?? '';
if (token !== '') mask(token);
const redacted = redactor([token]);
const workflow = createWorkflow(redacted);
const serverUrl = env.GITHUB_SERVER_URL || 'https://github.com';

const cancelled = new AbortController();
const hurry = new AbortController();
// Windows knows no SIGTERM; Ctrl-Break comes as SIGBREAK.
for (const name of ['SIGINT', 'SIGTERM', 'SIGBREAK'] as const) {
  process.on(name, () => {
    const reason = new ActionError('cancelled', `The run was cancelled (${name}).`);
    (cancelled.signal.aborted ? hurry : cancelled).abort(reason);
  });
}

// A fault of a library may surface outside of every await. The post phase then ends what is left at RunComfy.
process.on('uncaughtException', (error) => {
  workflow.info(error.stack ?? '');
  void workflow
    .error(`This action met an error that it does not know: ${error.message}`)
    .finally(() => process.exit(1));
});

let exitCode = 0;
try {
  // By the file that the runner started, never by state: a main that died before it left any must not be run, and paid for, by its own post phase.
  await (path.basename(process.argv[1] ?? '') === 'post.js' ? post() : main());
} catch (error) {
  const failure = asActionError(error, 'This action met an error that it does not know');
  if (failure.kind === 'internal' && error instanceof Error) workflow.info(error.stack ?? '');
  await workflow.error(failure.text);
  exitCode = 1;
}
// Clients keep sockets and timers alive; nothing that is left may hold the job. Waits until what was printed is with the runner.
process.stdout.write('', () => process.exit(exitCode));

async function main(): Promise<void> {
  const workspace = await openWorkspace(env.GITHUB_WORKSPACE || process.cwd());
  const inputs = await readInputs(raw, workspace, redacted);
  const temp = await mkdtemp(path.join(env.RUNNER_TEMP || tmpdir(), 'runcomfy-'));
  const evidence = { log: workflow, workflow, temp, redacted };
  if (inputs.apiToken === null) {
    const why = await whyNoSecrets();
    if (why === null) throw noToken();
    await workflow.warning(
      `No images were generated: ${why}, and GitHub gives such runs no secrets, so there is no API token. Everything else in this job goes on.`,
    );
    await publish(tallyOf([], redacted), null, evidence);
    return;
  }
  const http = await createHttp(env);
  const journalFile = path.join(temp, 'journal.jsonl');
  try {
    saveState(env, 'journal', journalFile);
  } catch (error) {
    noJournal(error);
  }
  const failure = await run(
    inputs,
    {
      ...evidence,
      clock: systemClock,
      artifacts: artifactStore(temp),
      service: createClient({ http, clock: systemClock, apiUrl: inputs.apiUrl, token: inputs.apiToken, redacted }),
      http,
      workspace,
      journal: openJournal(journalFile, noJournal),
      resume: inputs.resume ? resumeFrom(recordStore()) : null,
    },
    { cancelled: cancelled.signal, hurry: hurry.signal },
  );
  if (failure !== null) throw failure;
}

async function post(): Promise<void> {
  const journal = env.STATE_journal ?? '';
  if (journal === '') return;
  const { cleanUp } = await import('./post.ts');
  await cleanUp(journal, {
    clock: systemClock,
    log: workflow,
    workflow,
    artifacts: artifactStore(path.dirname(journal)),
    records: recordStore(),
    service: async (apiUrl) =>
      token === ''
        ? null
        : createClient({ http: await createHttp(env), clock: systemClock, apiUrl: new URL(apiUrl), token, redacted }),
    hurry: cancelled.signal,
  });
}

function artifactStore(temp: string): ReturnType<typeof createArtifactStore> {
  return createArtifactStore({
    serverUrl,
    runUrl: `${serverUrl}/${env.GITHUB_REPOSITORY ?? ''}/actions/runs/${env.GITHUB_RUN_ID ?? ''}`,
    temp,
  });
}

function recordStore(): RecordStore | null {
  return createRecordStore({ env, clock: systemClock, log: workflow });
}

function resumeFrom(records: RecordStore | null): Resume | null {
  if (records === null) return null;
  const pull = pullRequestOf(env);
  return {
    records,
    again: pull !== null || Number(env.GITHUB_RUN_ATTEMPT ?? '1') > 1,
    asker: {
      workflow: env.GITHUB_WORKFLOW ?? '',
      job: env.GITHUB_JOB ?? '',
      step: env.GITHUB_ACTION ?? '',
      scope: pull === null ? `run-${env.GITHUB_RUN_ID ?? ''}` : `pull-${pull}`,
    },
  };
}

function noJournal(error: unknown): void {
  workflow.info(
    `If this run is killed, nothing can clean up after it: ${asActionError(error, 'the journal cannot be written').message}`,
  );
}

function noToken(): ActionError {
  return new ActionError(
    'bad-input',
    'There is no RunComfy API token: input `api-token` is empty, and so are RUNCOMFY_TOKEN and RUNCOMFY_API_TOKEN.',
    {
      advice:
        // biome-ignore lint/suspicious/noTemplateCurlyInString: it is an expression of workflows
        'Copy a token from runcomfy.com (Profile, API Token), store it as a secret of the repository, and pass it: `api-token: ${{ secrets.RUNCOMFY_TOKEN }}`. Nothing was sent.',
    },
  );
}
