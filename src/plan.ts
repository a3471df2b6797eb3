// Mode plan: what a run would make from the manifest, why, and at what price. Submits nothing.
import type { Inputs } from './inputs/inputs.ts';
import { jobsOfPlan, type ManifestSources, planManifest, withCataloguePrices } from './manifest-work.ts';
import type { Tally } from './outcomes.ts';
import { preflight } from './preflight.ts';
import { type PublishPorts, publish, writeSummary } from './publish.ts';
import { planLines, planTable, planTitle } from './report/plan.ts';
import { tallyOf } from './report/report.ts';
import type { Catalogue } from './runcomfy/catalogue.ts';

/** `catalogue` null: without a token prices are not known. Answers the plan as a tally in which nothing was made. Throws as `planManifest` and `preflight` do. */
export async function plan(
  file: string,
  inputs: Inputs,
  ports: PublishPorts & ManifestSources,
  catalogue: Catalogue | null,
): Promise<Tally> {
  const { log, redacted } = ports;
  const { manifest, planned } = await planManifest(file, inputs, ports);
  const warnings = catalogue === null ? [] : await preflight(jobsOfPlan(planned), catalogue);
  const tally = tallyOf([], redacted, catalogue === null ? planned : await withCataloguePrices(planned, catalogue));
  const rows = tally.plan ?? [];
  const title = planTitle(rows);
  for (const line of planLines(rows)) log.info(line);
  log.info(`${manifest.file}: ${title}.`);
  for (const warning of warnings) await log.warning(warning);
  await publish(tally, { artifact: null, preview: null }, ports);
  if (inputs.summary) await writeSummary(`## Plan: ${title}\n\n${planTable(rows)}`, ports);
  return tally;
}
