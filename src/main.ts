// The action's entry: masks the token, wires the real adapters, turns signals into cancellation; the only catch.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { systemClock } from './clock.ts';
import { ActionError, asActionError } from './errors.ts';
import { createArtifactStore } from './github/artifact.ts';
import { createWorkflow, mask, rawInputs } from './github/workflow.ts';
import { createHttp } from './http.ts';
import { readInputs } from './inputs/inputs.ts';
import { publish } from './publish.ts';
import { tallyOf } from './report/report.ts';
import { redactor } from './report/text.ts';
import { run } from './run.ts';
import { createClient } from './runcomfy/client.ts';
import { openWorkspace } from './workspace.ts';

const { env } = process;
const raw = rawInputs(env);
const token = raw['api-token']?.trim() ?? '';
if (token !== '') mask(token);
const workflow = createWorkflow(token === '' ? [] : [token]);

const cancellation = new AbortController();
// Windows knows no SIGTERM; Ctrl-Break comes as SIGBREAK.
for (const name of ['SIGINT', 'SIGTERM', 'SIGBREAK'] as const) {
  process.on(name, () => cancellation.abort(new ActionError('cancelled', `The run was cancelled (${name}).`)));
}

let failure: ActionError | null;
try {
  failure = await main();
} catch (error) {
  failure = asActionError(error, 'This action met an error that it does not know');
  if (failure.kind === 'internal' && error instanceof Error) workflow.info(error.stack ?? '');
}
if (failure !== null) {
  await workflow.error(failure.text);
}
// Clients keep sockets and timers alive; nothing that is left may hold the job. Waits until what was printed is with the runner.
process.stdout.write('', () => process.exit(failure === null ? 0 : 1));

async function main(): Promise<ActionError | null> {
  const workspace = await openWorkspace(env.GITHUB_WORKSPACE ?? process.cwd());
  const inputs = await readInputs(raw, workspace);
  const temp = await mkdtemp(path.join(env.RUNNER_TEMP ?? tmpdir(), 'runcomfy-'));
  const redacted = redactor([token]);
  if (inputs.apiToken === null) {
    const { whyNoSecrets } = await import('./github/event.ts');
    const why = await whyNoSecrets();
    if (why === null) throw noToken();
    await workflow.warning(
      `No images were generated: ${why}, and GitHub gives such runs no secrets, so there is no API token. Everything else in this job goes on.`,
    );
    await publish(tallyOf([]), null, { log: workflow, workflow, temp, redacted });
    return null;
  }
  const http = await createHttp(env);
  const runUrl = `${env.GITHUB_SERVER_URL ?? 'https://github.com'}/${env.GITHUB_REPOSITORY ?? ''}/actions/runs/${env.GITHUB_RUN_ID ?? ''}`;
  return run(
    inputs,
    {
      clock: systemClock,
      log: workflow,
      workflow,
      artifacts: createArtifactStore({ serverUrl: env.GITHUB_SERVER_URL ?? 'https://github.com', runUrl, temp }),
      service: createClient({ http, clock: systemClock, apiUrl: inputs.apiUrl, token: inputs.apiToken }),
      http,
      workspace,
      temp,
      redacted,
    },
    cancellation.signal,
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
