// Mode plan: what a run would make from the manifest, why, and at what price. Submits nothing.
import type { Serverless } from '../comfyui/client.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Clock } from '../lib/ports.ts';
import { createDeployments } from '../pipeline/deployments.ts';
import { type ManifestSources, planManifest, tasksOfPlan, withCataloguePrices } from '../pipeline/manifest-tasks.ts';
import { preflight } from '../pipeline/preflight.ts';
import { type Published, type PublishPorts, publish, writeSummary } from '../pipeline/publish.ts';
import { warningsOf } from '../report/notes.ts';
import { planSummary } from '../report/plan.ts';
import { runResultOf } from '../report/report.ts';
import { createCatalogue } from '../runcomfy/catalogue.ts';
import type { RunComfy } from '../runcomfy/client.ts';
import type { PlanRow } from '../tasks/outcome.ts';

export interface PlanPorts extends PublishPorts, ManifestSources {
  /** `manifest`: relative to the workspace. */
  readonly tell: (plan: readonly PlanRow[], manifest: string) => Promise<void>;
  /** Writes the comment; never throws. */
  readonly comment: (plan: readonly PlanRow[]) => Promise<Published['preview']>;
  /** null without a token: then prices are unknown, and deployments cannot be looked up. */
  readonly service: RunComfy | null;
  /** Only loaded if a deployment is used. */
  readonly serverless: () => Promise<Serverless>;
  readonly clock: Clock;
  readonly cancelled: AbortSignal;
}

/** Throws as `planManifest`, `preflight` and `Deployments.check` do. */
export async function plan(file: string, inputs: Inputs, ports: PlanPorts): Promise<void> {
  const { log, redacted, service, serverless, clock, cancelled, tell } = ports;
  const catalogue = service === null ? null : createCatalogue(service, clock, cancelled);
  const deployments = service === null ? null : createDeployments(serverless, cancelled);
  const read = await planManifest(file, inputs, ports);
  const { manifest, planned } = read;
  const tasks = tasksOfPlan(planned).filter(({ paid }) => paid === null);
  for (const note of (await deployments?.check(tasks)) ?? []) log.info(note);
  const doubts = await preflight(tasks, catalogue);
  const runResult = runResultOf(
    [],
    redacted,
    catalogue === null ? planned : await withCataloguePrices(read, catalogue),
  );
  const rows = runResult.plan ?? [];
  await tell(rows, manifest.file);
  for (const warning of warningsOf(await doubts())) await log.warning(warning);
  const preview = inputs.preview.comment ? await ports.comment(rows) : null;
  await publish(runResult, { artifact: null, preview }, ports);
  if (inputs.summary) await writeSummary(planSummary(rows), ports);
}
