// The step: reads the inputs, and starts the command for their mode.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type GeneratePorts, generate } from './commands/generate.ts';
import type { Context } from './context.ts';
import { openWorkspace } from './files/workspace.ts';
import { mayNotWriteCache, pullRequestOf, whyNoSecrets } from './github/event.ts';
import { presetOutputs } from './github/workflow.ts';
import { type Inputs, readInputs } from './inputs/inputs.ts';
import { openClaims } from './ledger/claims.ts';
import { type Journal, openJournal } from './ledger/journal.ts';
import { type Ledger, openLedger } from './ledger/ledger.ts';
import { jobName, type RunIdentity, runIdentity } from './ledger/who-asks.ts';
import { systemClock } from './lib/clock.ts';
import { ActionError, asActionError, InputError } from './lib/errors.ts';
import type { Clock } from './lib/ports.ts';
import type { Signals } from './pipeline/grace.ts';
import type { ManifestSources } from './pipeline/manifest-tasks.ts';
import { createNarrator } from './pipeline/narrator.ts';
import { blankOutputs, type Published, type PublishPorts, publish } from './pipeline/publish.ts';
import { runResultOf } from './report/report.ts';
import type { PlanRow } from './tasks/outcome.ts';

/** Throws the error that the step fails with. */
export async function runStep(context: Context, signals: Signals): Promise<void> {
  const { env, raw, redacted, workflow } = context;
  try {
    presetOutputs(env, blankOutputs(redacted));
  } catch {
    // If the outputs cannot be written, publishing them reports it.
  }
  const workspace = await openWorkspace(env.GITHUB_WORKSPACE || process.cwd()).catch((error: unknown) => {
    throw notUsable('GITHUB_WORKSPACE', error);
  });
  const inputs = await readInputs(raw, workspace, redacted).catch((error: unknown) => {
    throw error instanceof InputError ? withMissingToken(error, context) : error;
  });
  const temp = openTemp(env.RUNNER_TEMP || tmpdir());
  const { cancelled } = signals;
  const ports = { log: workflow, workflow, temp, redacted, workspace, clock: systemClock, cancelled };
  const failure = await carryOut(inputs, ports, context, signals);
  if (failure !== null) throw failure;
}

type StepPorts = PublishPorts & ManifestSources & { readonly clock: Clock };

/** Returns the error that the step fails with; null if it succeeds. */
async function carryOut(
  inputs: Inputs,
  ports: StepPorts,
  context: Context,
  signals: Signals,
): Promise<ActionError | null> {
  const { mode, manifest } = inputs;
  if (mode === 'cleanup') return startCleanup(inputs, context);
  if (mode === 'check' && manifest !== null)
    return (await import('./commands/check.ts')).check(manifest, inputs, ports);
  if (mode === 'accept' && manifest !== null) {
    await (await import('./commands/accept.ts')).accept(manifest, inputs, ports);
    return null;
  }
  if (mode === 'plan' && manifest !== null) return startPlan(manifest, inputs, ports, context);
  const why = inputs.apiToken === null ? whyNoSecrets(context.env) : null;
  if (why === null) return startGenerate(inputs, ports, context, signals);
  await context.workflow.warning(
    `No images were generated because there is no API token: ${why} The rest of this job continues.`,
  );
  await publish(runResultOf([], context.redacted), { artifact: null, preview: null }, ports);
  return null;
}

async function startGenerate(
  inputs: Inputs,
  ports: StepPorts,
  context: Context,
  signals: Signals,
): Promise<ActionError | null> {
  const { env, handOver } = context;
  const [service, http] = [await context.service(inputs.apiUrl), await context.http()];
  if (service === null) throw noToken();
  const journalFile = path.join(ports.temp, 'journal.jsonl');
  handOver({ journal: journalFile });
  const journal = openJournal(journalFile);
  const identity = runIdentity(env, pullRequestOf(env));
  const generatePorts: GeneratePorts = {
    ...ports,
    http,
    service,
    serverless: () => context.serverless(inputs.deploymentsUrl),
    artifacts: context.artifacts(ports.temp),
    journal,
    identity,
    claims: openClaims(path.dirname(ports.temp), jobName(identity, inputs.matrix), ports.temp),
    openLedger: (work) => openCacheLedger(work, inputs, { journal, identity, context, cancelled: ports.cancelled }),
    narrator: createNarrator(ports.log, ports.clock),
    approval: null,
    handOver,
    async preview(made) {
      const { writePreview } = await import('./pipeline/comment.ts');
      const { pull, about, previewPorts } = await context.pullRequest(inputs);
      return writePreview(made, inputs.preview, { ...about, pull }, previewPorts);
    },
  };
  return generate(inputs, generatePorts, signals);
}

interface LedgerSources {
  readonly journal: Journal;
  readonly identity: RunIdentity;
  readonly context: Context;
  readonly cancelled: AbortSignal;
}

/** The ledger in the Actions cache. With `collect`, other runs have paid, so nothing is looked up or recorded. */
async function openCacheLedger(
  { tasks, record, forced }: Parameters<GeneratePorts['openLedger']>[0],
  inputs: Inputs,
  { journal, identity, context, cancelled }: LedgerSources,
): Promise<Ledger> {
  const { runId, attempt, pull } = identity;
  const { env, workflow: log } = context;
  const records = context.records();
  const isWorthRecording = tasks.length > 0 && inputs.collect === null;
  if (records === null && isWorthRecording)
    log.info('This runner has no Actions cache service: later runs cannot find what this run pays for.');
  return openLedger({
    store: isWorthRecording ? records : null,
    name: record,
    journal,
    clock: systemClock,
    log,
    runId,
    attempt,
    // In other runs, nothing can be paid for already, and a lookup would only delay the first submit.
    lookUp: inputs.resume && (pull !== null || inputs.manifest !== null || attempt > 1),
    doubtful: mayNotWriteCache(env),
    forced,
    cancelled,
  });
}

async function startPlan(manifest: string, inputs: Inputs, ports: StepPorts, context: Context): Promise<null> {
  const service = await context.service(inputs.apiUrl);
  const serverless = () => context.serverless(inputs.deploymentsUrl);
  const comment = async (rows: readonly PlanRow[]): Promise<Published['preview']> => {
    const { publishPlan } = await import('./preview/preview.ts');
    const { pull, about, previewPorts } = await context.pullRequest(inputs);
    return publishPlan({ ...about, ...inputs.preview, pull, plan: rows }, previewPorts);
  };
  const { plan } = await import('./commands/plan.ts');
  const tell = async (rows: readonly PlanRow[], file: string): Promise<void> => {
    const { planLines, planTitle } = await import('./report/plan.ts');
    for (const line of planLines(rows)) ports.log.info(line);
    ports.log.info(`${file}: ${planTitle(rows)}.`);
  };
  await plan(manifest, inputs, { ...ports, service, serverless, tell, comment });
  return null;
}

async function startCleanup(inputs: Inputs, context: Context): Promise<null> {
  const { removePreviews } = await import('./preview/cleanup.ts');
  const { pull, previewPorts } = await context.pullRequest(inputs);
  if (pull === null)
    await context.workflow.notice(
      'Nothing to clean up: this run does not belong to a pull request. To name one, set `pr-number`.',
    );
  else await removePreviews(pull, previewPorts);
  return null;
}

/** Reports a missing token together with all other problems, instead of in another run after they are fixed. */
function withMissingToken(error: InputError, { env, raw }: Context): InputError {
  const isMissing = (raw['api-token']?.trim() ?? '') === '';
  const isNeeded = isMissing && ['', 'generate'].includes(raw.mode?.trim() ?? '');
  if (!isNeeded || whyNoSecrets(env) !== null) return error;
  const rule = 'is required unless the environment sets RUNCOMFY_TOKEN or RUNCOMFY_API_TOKEN';
  return new InputError([{ input: 'api-token', value: null, rule }, ...error.problems]);
}

/** Creates the temporary folder of this step. */
function openTemp(folder: string): string {
  try {
    return mkdtempSync(path.join(folder, 'runcomfy-'));
  } catch (error) {
    throw notUsable('RUNNER_TEMP', error);
  }
}

function notUsable(variable: string, error: unknown): ActionError {
  return new ActionError(
    'save-failed',
    `${variable} names a folder that cannot be used: ${asActionError(error, 'opening it').message}.`,
    {
      advice: 'The runner sets this variable: check how the job is started. Nothing was sent to RunComfy.',
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
