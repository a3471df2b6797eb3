// The post phase: works with the state that the step has saved, and with the same inputs.
import path from 'node:path';
import type { Context } from './context.ts';
import { openWorkspace } from './files/workspace.ts';
import { readInputs } from './inputs/inputs.ts';
import { openClaims } from './ledger/claims.ts';
import type { Leftover } from './ledger/leftover.ts';
import { jobName, runIdentity } from './ledger/who-asks.ts';
import { systemClock } from './lib/clock.ts';
import type { Outcome } from './tasks/outcome.ts';

export async function runPost(context: Context, forceStop: AbortSignal): Promise<void> {
  const { env, workflow } = context;
  const journal = env.STATE_journal ?? '';
  if (journal === '') return;
  const { cleanUp } = await import('./commands/post.ts');
  const record = env.STATE_record ?? '';
  const { runId, attempt } = runIdentity(env, null);
  const temp = path.dirname(journal);
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
      artifacts: context.artifacts(temp),
      records: context.records(),
      async backends({ apiUrl, deploymentsUrl }) {
        const service = await context.service(new URL(apiUrl));
        if (service === null) return null;
        const serverless = await context.serverless(new URL(deploymentsUrl || apiUrl));
        const { backendFor } = await import('./pipeline/backends.ts');
        return (deployment) => backendFor(deployment ?? null, null, { service, serverless, clock: systemClock });
      },
      saveStaged: (leftover) => saveLeftover(leftover, temp, context, forceStop),
      forceStop,
    },
  );
}

async function saveLeftover(
  leftover: Leftover,
  temp: string,
  { env, raw, redacted }: Context,
  forceStop: AbortSignal,
): Promise<readonly Outcome[]> {
  const { saveStaged } = await import('./pipeline/save-staged.ts');
  const workspace = await openWorkspace(env.GITHUB_WORKSPACE || process.cwd());
  const inputs = await readInputs(raw, workspace, redacted);
  const job = jobName(runIdentity(env, null), inputs.matrix);
  const claims = openClaims(path.dirname(temp), job, temp);
  return saveStaged(leftover, { inputs, workspace, claims, redacted, forceStop });
}
