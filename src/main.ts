// The action's entry, for the step itself and for its post phase: masks the token, wires the real adapters, turns signals into cancellation; the outermost catch.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createServerless, type Serverless } from './comfyui/client.ts';
import { run } from './commands/generate.ts';
import { openWorkspace } from './files/workspace.ts';
import { createArtifactStore } from './github/artifact.ts';
import { mayNotWriteCache, pullRequestOf, whyNoSecrets } from './github/event.ts';
import { createWorkflow, mask, presetOutputs, rawInputs, saveState } from './github/workflow.ts';
import { createHttp, type Http } from './http/client.ts';
import { withSchemes } from './http/proxies.ts';
import { type Inputs, readInputs } from './inputs/inputs.ts';
import { bareToken } from './inputs/values.ts';
import { createActionsCache } from './ledger/actions-cache.ts';
import { openJournal } from './ledger/journal.ts';
import type { RecordStore } from './ledger/store.ts';
import { runIdentity } from './ledger/who-asks.ts';
import { systemClock } from './lib/clock.ts';
import { ActionError, asActionError, InputError } from './lib/errors.ts';
import type { Clock } from './lib/ports.ts';
import type { PreviewPlace } from './pipeline/comment.ts';
import type { ManifestSources } from './pipeline/manifest-tasks.ts';
import { blankOutputs, type Published, type PublishPorts, publish } from './pipeline/publish.ts';
import type { PreviewPorts } from './preview/preview.ts';
import { runResultOf } from './report/report.ts';
import { redactor } from './report/text.ts';
import { createCatalogue } from './runcomfy/catalogue.ts';
import { createClient, type RunComfy } from './runcomfy/client.ts';
import type { PlanRow } from './tasks/outcome.ts';

const { env } = process;
// GitHub's clients read the environment themselves, and know no proxy without a scheme.
Object.assign(env, withSchemes(env));
const raw = rawInputs(env);
const token = raw['api-token']?.trim() ?? '';
// Where more than the token was pasted, a service may answer with the token alone.
const tokens = new Set([token, bareToken(token)]);
for (const secret of tokens) if (secret !== '') mask(secret);
const redacted = redactor([...tokens, raw['github-token']?.trim() ?? '']);
const workflow = createWorkflow(redacted);
const serverUrl = (env.GITHUB_SERVER_URL || 'https://github.com').replace(/\/+$/, '');

const cancelled = new AbortController();
const forceStop = new AbortController();
// Windows knows no SIGTERM; Ctrl-Break comes as SIGBREAK.
for (const name of ['SIGINT', 'SIGTERM', 'SIGBREAK'] as const) {
  process.on(name, () => {
    const reason = new ActionError('cancelled', `The run was cancelled (${name}).`);
    (cancelled.signal.aborted ? forceStop : cancelled).abort(reason);
  });
}

// A runner that is gone reads nothing any more; what was begun is ended all the same.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

// A fault of a library may surface outside of every await. The post phase then ends what is left at RunComfy.
process.on('uncaughtException', (error) => {
  workflow.info(error.stack ?? '');
  void workflow
    .error(`This action met an error that it does not know: ${error.message}`)
    .finally(() => process.exit(1));
});

// By the file that the runner started, never by state: a main that died before it left any must not be run, and paid for, by its own post phase.
const isPost = path.basename(process.argv[1] ?? '') === 'post.js';
let exitCode = 0;
try {
  await (isPost ? post() : main());
} catch (error) {
  const failure = asActionError(error, 'This action met an error that it does not know');
  await annotateManifest(failure);
  if (failure.kind === 'internal' && error instanceof Error) workflow.info(error.stack ?? '');
  await workflow.error(failure.text);
  exitCode = 1;
}
if (!isPost) handOver({ ended: 'true' });
// Clients keep sockets and timers alive; nothing that is left may hold the job. Waits until what was printed is with the runner.
process.stdout.write('', () => process.exit(exitCode));

/** Problems of a manifest stand on its lines too. */
async function annotateManifest(failure: ActionError): Promise<void> {
  if (!('problems' in failure && 'file' in failure)) return;
  const { ManifestError } = await import('./manifest/problems.ts');
  if (!(failure instanceof ManifestError)) return;
  const { tellProblems } = await import('./commands/check.ts');
  await tellProblems(failure, { log: workflow, workflow, redacted });
}

async function main(): Promise<void> {
  try {
    presetOutputs(env, blankOutputs(redacted));
  } catch {
    // Told when there is something to say.
  }
  const workspace = await openWorkspace(env.GITHUB_WORKSPACE || process.cwd()).catch((error: unknown) => {
    throw notUsable('GITHUB_WORKSPACE', error);
  });
  const inputs = await readInputs(raw, workspace, redacted).catch((error: unknown) => {
    throw error instanceof InputError ? withMissingToken(error) : error;
  });
  const temp = await mkdtemp(path.join(env.RUNNER_TEMP || tmpdir(), 'runcomfy-')).catch((error: unknown) => {
    throw notUsable('RUNNER_TEMP', error);
  });
  const ports = {
    log: workflow,
    workflow,
    temp,
    redacted,
    workspace,
    clock: systemClock,
    cancelled: cancelled.signal,
  };
  const failure = await carryOut(inputs, ports);
  if (failure !== null) throw failure;
}

/** All problems together: nobody wants to hear of the token once everything else is right. */
function withMissingToken(error: InputError): InputError {
  const needed = token === '' && ['', 'generate'].includes(raw.mode?.trim() ?? '');
  if (!needed || whyNoSecrets(env) !== null) return error;
  const rule = 'must be given; without it, RUNCOMFY_TOKEN and RUNCOMFY_API_TOKEN are looked for in the environment';
  return new InputError([{ input: 'api-token', value: null, rule }, ...error.problems]);
}

type CommonPorts = PublishPorts & ManifestSources & { readonly clock: Clock };

/** Returns the error that the step fails with; null where it succeeds. */
async function carryOut(inputs: Inputs, ports: CommonPorts): Promise<ActionError | null> {
  const { mode, manifest } = inputs;
  if (mode === 'cleanup') return cleanUpPreviews(inputs);
  if (mode === 'check' && manifest !== null)
    return (await import('./commands/check.ts')).check(manifest, inputs, ports);
  if (mode === 'plan' && manifest !== null) {
    const isKnown = inputs.apiToken !== null;
    const catalogue = isKnown ? createCatalogue(await serviceFor(inputs.apiUrl), systemClock, cancelled.signal) : null;
    const { createDeployments } = await import('./pipeline/deployments.ts');
    const deployments = isKnown
      ? createDeployments(serverlessFor(inputs, await createHttp(env)), cancelled.signal)
      : null;
    const comment = (rows: readonly PlanRow[]): Promise<Published['preview']> => commentPlan(rows, inputs);
    await (await import('./commands/plan.ts')).plan(manifest, inputs, { ...ports, catalogue, deployments, comment });
    return null;
  }
  if (inputs.apiToken !== null) return generate(inputs, ports);
  const why = whyNoSecrets(env);
  if (why === null) throw noToken();
  await workflow.warning(
    `No images were generated, since there is no API token: ${why} Everything else in this job goes on.`,
  );
  await publish(runResultOf([], redacted), { artifact: null, preview: null }, ports);
  return null;
}

async function generate(inputs: Inputs, ports: CommonPorts): Promise<ActionError | null> {
  const http = await createHttp(env);
  const journal = path.join(ports.temp, 'journal.jsonl');
  handOver({ journal });
  return run(
    inputs,
    {
      ...ports,
      http,
      artifacts: artifactStore(ports.temp),
      service: await serviceFor(inputs.apiUrl, http),
      serverless: createServerless({
        http,
        clock: systemClock,
        deploymentsUrl: inputs.deploymentsUrl,
        token,
        redacted,
      }),
      journal: openJournal(journal),
      identity: runIdentity(env, pullRequestOf(env)),
      records: recordStore(async () => http),
      mayNotRecord: mayNotWriteCache(env),
      handOver,
      async preview(made) {
        const { writePreview } = await import('./pipeline/comment.ts');
        const { pull, place, previewPorts } = await pullRequest(inputs);
        return writePreview(made, inputs.preview, { ...place, pull }, previewPorts);
      },
    },
    { cancelled: cancelled.signal, forceStop: forceStop.signal },
  );
}

async function commentPlan(plan: readonly PlanRow[], inputs: Inputs): Promise<Published['preview']> {
  const { publishPlan } = await import('./preview/preview.ts');
  const { pull, place, previewPorts } = await pullRequest(inputs);
  return publishPlan({ ...place, ...inputs.preview, pull, plan }, previewPorts);
}

async function cleanUpPreviews(inputs: Inputs): Promise<null> {
  const { removePreviews } = await import('./preview/cleanup.ts');
  const { pull, previewPorts } = await pullRequest(inputs);
  if (pull === null) {
    await workflow.notice('Nothing to clean up: this run is for no pull request. Input `pr-number` can name one.');
    return null;
  }
  await removePreviews(pull, previewPorts);
  return null;
}

/** The pull request that the run is for, and everything that writes to it. */
async function pullRequest({ preview, apiUrl, deploymentsUrl, allowedDownloadHosts }: Inputs): Promise<{
  readonly pull: number | null;
  readonly place: Omit<PreviewPlace, 'pull'>;
  readonly previewPorts: PreviewPorts;
}> {
  const { createGitHubApi } = await import('./github/octokit.ts');
  const { createPullRequestComments, findPullRequest } = await import('./github/pull-request.ts');
  const { createPreviewRefs } = await import('./github/previews.ts');
  const { isKnownPublic } = await import('./github/visibility.ts');
  const repository = env.GITHUB_REPOSITORY ?? '';
  const github = createGitHubApi({
    token: preview.githubToken ?? '',
    signal: cancelled.signal,
    apiUrl: env.GITHUB_API_URL || 'https://api.github.com',
    repository,
    clock: systemClock,
  });
  const notFound = (error: unknown): null => {
    workflow.info(
      `Which pull request this run is for was not found out: ${asActionError(error, 'Asking GitHub').message}`,
    );
    return null;
  };
  const pull = preview.pull ?? (await findPullRequest(env, github, workflow).catch(notFound));
  return {
    pull,
    place: {
      run: { id: env.GITHUB_RUN_ID || '0', attempt: Number(env.GITHUB_RUN_ATTEMPT || '1') },
      serverUrl,
      repository,
      hosts: [apiUrl.host, deploymentsUrl.host, ...allowedDownloadHosts.map((host) => host.replace(/:443$/, ''))],
    },
    previewPorts: {
      comments: createPullRequestComments(github),
      refs: createPreviewRefs(github),
      isPublic: () => isKnownPublic(env, github),
      log: workflow,
      redacted,
    },
  };
}

async function serviceFor(apiUrl: URL, http?: Http): Promise<RunComfy> {
  return createClient({ http: http ?? (await createHttp(env)), clock: systemClock, apiUrl, token, redacted });
}

function serverlessFor({ deploymentsUrl }: Pick<Inputs, 'deploymentsUrl'>, http: Http): Serverless {
  return createServerless({ http, clock: systemClock, deploymentsUrl, token, redacted });
}

async function post(): Promise<void> {
  const journal = env.STATE_journal ?? '';
  if (journal === '') return;
  const { cleanUp } = await import('./commands/post.ts');
  let http: Promise<Http> | null = null;
  const connect = (): Promise<Http> => {
    http ??= createHttp(env);
    return http;
  };
  const record = env.STATE_record ?? '';
  const { runId, attempt } = runIdentity(env, null);
  await cleanUp(
    {
      journal,
      spent:
        record === ''
          ? null
          : {
              record,
              apiUrl: env['STATE_api-url'] ?? '',
              deploymentsUrl: env['STATE_deployments-url'] ?? '',
              runId,
              attempt,
            },
      ended: env.STATE_ended === 'true',
    },
    {
      clock: systemClock,
      log: workflow,
      workflow,
      artifacts: artifactStore(path.dirname(journal)),
      records: recordStore(connect),
      async backends({ apiUrl, deploymentsUrl }) {
        if (token === '') return null;
        const { backendFor } = await import('./pipeline/backends.ts');
        const options = { http: await connect(), clock: systemClock, token, redacted };
        const service = createClient({ ...options, apiUrl: new URL(apiUrl) });
        const serverless = createServerless({ ...options, deploymentsUrl: new URL(deploymentsUrl || apiUrl) });
        return (deployment) => backendFor(deployment ?? null, null, { service, serverless, clock: systemClock });
      },
      forceStop: cancelled.signal,
    },
  );
}

function artifactStore(temp: string): ReturnType<typeof createArtifactStore> {
  return createArtifactStore({
    env,
    serverUrl,
    runUrl: `${serverUrl}/${env.GITHUB_REPOSITORY ?? ''}/actions/runs/${env.GITHUB_RUN_ID ?? ''}`,
    temp,
  });
}

function recordStore(connect: () => Promise<Http>): RecordStore | null {
  return createActionsCache({ env, http: connect, clock: systemClock });
}

/** For the post phase. A runner that takes no state has none. */
function handOver(values: Readonly<Record<string, string>>): void {
  try {
    for (const [name, value] of Object.entries(values)) saveState(env, name, value);
  } catch (error) {
    workflow.info(
      `If this run is killed, nothing can clean up after it: ${asActionError(error, 'GITHUB_STATE cannot be written').message}`,
    );
  }
}

function notUsable(variable: string, error: unknown): ActionError {
  return new ActionError(
    'save-failed',
    `${variable} names a folder that cannot be used: ${asActionError(error, 'opening it').message}.`,
    {
      advice: 'The runner sets it: check how the job is started. Nothing was sent to RunComfy.',
    },
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
