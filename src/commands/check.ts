// Mode check: whether manifest, lock and committed files agree. Needs no token and no network.
import type { Inputs } from '../inputs/inputs.ts';
import { ActionError } from '../lib/errors.ts';
import { counted } from '../lib/figures.ts';
import type { SourceLocation } from '../lib/ports.ts';
import { acceptableEntry } from '../lockfile/accept.ts';
import { checkProblems } from '../lockfile/check.ts';
import type { ManifestError } from '../manifest/problems.ts';
import { type ManifestSources, planManifest } from '../pipeline/manifest-tasks.ts';
import { type PublishPorts, publish, writeSummary } from '../pipeline/publish.ts';
import { code, prose, shortened } from '../report/markdown.ts';
import { runResultOf } from '../report/report.ts';

/** GitHub shows ten error annotations per step, and the last one is the verdict. */
const MAX_ANNOTATIONS = 9;

/** Returns the error that the step fails with; null if everything matches. Throws as `planManifest` does. */
export async function check(
  file: string,
  inputs: Inputs,
  ports: PublishPorts & ManifestSources,
): Promise<ActionError | null> {
  const { log, redacted } = ports;
  const { manifest, planned } = await planManifest(file, { ...inputs, force: [] }, ports);
  const found = checkProblems(planned, { manifest: manifest.file, lock: manifest.lockFile });
  const errors = found.filter(({ level }) => level === 'error');
  const warnings = found.filter(({ level }) => level === 'warning');
  await annotateAll('error', errors, ports);
  await annotateAll('warning', warnings, ports);
  await publish({ ...runResultOf([], redacted, planned), plan: null }, { artifact: null, preview: null }, ports);
  const verdict =
    errors.length === 0
      ? `${manifest.file} matches its lock and its files`
      : `${counted(errors.length, 'image')} in ${manifest.file} ${errors.length === 1 ? 'does' : 'do'} not match the committed files`;
  log.info(`${verdict}.`);
  if (inputs.summary) {
    const title = `${errors.length === 0 ? '✅' : '❌'} ${counted(planned.length, 'image')} checked`;
    const modified = planned.filter((one) => acceptableEntry(one) !== null);
    const remedy = modified.length === 0 ? '' : `${howToAccept(modified.map(({ id }) => id))}\n\n`;
    await writeSummary(`## ${title}\n\n${prose(verdict)}\n\n${remedy}${placesTable(found, redacted)}`, ports);
  }
  if (errors.length === 0) return null;
  const lines = errors.map((one) => `- ${one.message}`);
  return new ActionError('out-of-date', `${verdict}:\n${lines.join('\n')}`);
}

const MAX_IDS = 20;

/** Ids need no escaping (manifest/expand.ts). */
function howToAccept(ids: readonly string[]): string {
  const only = ids.length > MAX_IDS ? '' : `, <code>only: ${ids.join(', ')}</code>`;
  return `<p>To keep ${counted(ids.length, 'modified image')} as ${ids.length === 1 ? 'it is' : 'they are'}: run this action with <code>mode: accept</code>${only}, and commit the lock.</p>`;
}

/** Annotations, log and summary of a manifest with problems; the error itself is the step's. */
export async function tellProblems(
  { file, problems }: ManifestError,
  ports: Pick<PublishPorts, 'log' | 'workflow' | 'redacted'>,
): Promise<void> {
  const placed = problems.map((problem) => ({ ...problem, file, level: 'error' as const }));
  await annotateAll('error', placed, ports);
  const title = `❌ ${file} has ${counted(problems.length, 'problem')}`;
  await writeSummary(`## ${code(title)}\n\n${placesTable(placed, ports.redacted)}`, ports);
}

const MAX_ROWS = 1_000;

function placesTable(
  found: readonly (SourceLocation & { readonly level: string; readonly message: string })[],
  redacted: (text: string) => string,
): string {
  const rows = found
    .slice(0, MAX_ROWS)
    .map(
      ({ file, line, level, message }) =>
        `<tr><td>${code(`${file}:${line}`)}</td><td>${level}</td><td>${prose(shortened(redacted(message), 800))}</td></tr>`,
    );
  return rows.length === 0
    ? ''
    : `<table>\n<tr><th>Where</th><th></th><th>What</th></tr>\n${rows.join('\n')}\n</table>\n`;
}

/** The first few as annotations on their lines, all of them in the log. */
async function annotateAll(
  level: 'error' | 'warning',
  problems: readonly (SourceLocation & { readonly message: string })[],
  { log }: Pick<PublishPorts, 'log'>,
): Promise<void> {
  for (const [n, problem] of problems.entries()) {
    if (n < MAX_ANNOTATIONS) await log.annotate(level, problem.message, problem);
    else log.info(`${problem.file}:${problem.line}:${problem.column}: ${problem.message}`);
  }
}
