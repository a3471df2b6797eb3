// Mode accept: takes retouched files into the lock as they are. Needs no token and no network.
import { stat } from 'node:fs/promises';
import { sha256Of } from '../files/digest.ts';
import { inspect } from '../files/inspect.ts';
import { lfsPointerAt, MAX_POINTER_BYTES } from '../files/lfs-pointer.ts';
import type { Workspace } from '../files/workspace.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { counted, grouped } from '../lib/figures.ts';
import {
  type Acceptance,
  type AcceptedFile,
  acceptanceOf,
  type Measure,
  type NotAccepted,
} from '../lockfile/accept.ts';
import { chosenBy } from '../manifest/globs.ts';
import { rememberEntry } from '../pipeline/lock-keeping.ts';
import { type ManifestSources, planManifest } from '../pipeline/manifest-tasks.ts';
import { type PublishPorts, publish, writeSummary } from '../pipeline/publish.ts';
import { code } from '../report/markdown.ts';
import { runResultOf } from '../report/report.ts';

/** Throws like `planManifest`, and ActionError `save-failed` if the lock cannot be written. */
export async function accept(file: string, inputs: Inputs, ports: PublishPorts & ManifestSources): Promise<void> {
  const { log, redacted, workspace } = ports;
  const plan = await planManifest(file, { ...inputs, force: [] }, ports);
  const accepted: Acceptance[] = [];
  const refused: NotAccepted[] = [];
  const chosen = chosenBy(inputs.only);
  for (const planned of plan.planned.filter(({ id }) => chosen(id))) {
    const one = await acceptanceOf(planned, plan.sources.look, measureIn(workspace));
    if (one !== null && 'entry' in one) accepted.push(one);
    else if (one !== null) refused.push(one);
  }
  await Promise.all(accepted.map(({ id, entry }) => rememberEntry(plan, id, entry)));

  const told = await Promise.all(
    accepted.flatMap(({ id, files }) => files.map(async (one) => ({ id, ...(await describe(one, workspace)) }))),
  );
  for (const { id, path, bytes, pixels } of told)
    log.info(`${id}: accepted ${path} (${[bytes, pixels].filter(Boolean).join(', ')})`);
  for (const { id, entry } of accepted)
    if (entry.missing > 0)
      log.info(
        `${id}: ${counted(entry.missing, 'file')} of its request could not be downloaded, and will not be any more`,
      );
  const verdict =
    accepted.length === 0 ? 'Nothing to accept: no file was modified' : `${counted(accepted.length, 'image')} accepted`;
  log.info(accepted.length === 0 ? `${verdict}.` : `${verdict}. Commit ${plan.manifest.lockFile}.`);
  if (refused.length > 0)
    await log.warning(
      `${counted(refused.length, 'modified image')} not accepted:\n${refused.map(({ id, why }) => `- ${id}: ${why}`).join('\n')}`,
    );
  const runResult = { ...runResultOf([], redacted, plan.planned), plan: null, skipped: [] };
  const lock = plan.lock.changed() ? workspace.shown(plan.lockPath) : null;
  await publish(runResult, { artifact: null, preview: null, lock }, ports);
  if (!inputs.summary) return;
  const rows = told.map(
    ({ id, path, bytes, pixels }) =>
      `<tr><td>${code(id)}</td><td>${code(path)}</td><td>${bytes}</td><td>${pixels}</td></tr>`,
  );
  const table =
    rows.length === 0
      ? ''
      : `<table>\n<tr><th>Image</th><th>File</th><th>Size</th><th>Picture</th></tr>\n${rows.slice(0, MAX_ROWS).join('\n')}\n</table>\n`;
  const rest =
    rows.length > MAX_ROWS ? `<p>And ${counted(rows.length - MAX_ROWS, 'more file')}: the log has all.</p>\n` : '';
  const not = refused
    .slice(0, MAX_ROWS)
    .map(({ id, why }) => `<p>${code(`${id} is not accepted: ${redacted(why)}`)}</p>\n`)
    .join('');
  await writeSummary(`## ${accepted.length === 0 ? verdict : `✅ ${verdict}`}\n\n${table}${rest}${not}`, ports);
}

const MAX_ROWS = 1_000;

function measureIn(workspace: Workspace): Measure {
  return async (file) => {
    try {
      const absolute = await workspace.inside(file);
      const { size: bytes } = await stat(absolute);
      const pointer = bytes <= MAX_POINTER_BYTES ? await lfsPointerAt(absolute) : null;
      return pointer ?? { bytes, sha256: await sha256Of(absolute) };
    } catch {
      return null;
    }
  };
}

/** Words and numbers that need no escaping, except for the path. */
async function describe(
  { before, after }: AcceptedFile,
  workspace: Workspace,
): Promise<{ readonly path: string; readonly bytes: string; readonly pixels: string }> {
  const found = await inspect(await workspace.inside(after.path));
  const { width = null, height = null } = found.kind === 'file' ? found.media : {};
  return {
    path: after.path,
    bytes: `${grouped(before.bytes)} → ${grouped(after.bytes)} bytes`,
    pixels: width === null || height === null ? '' : `${width}×${height} pixels`,
  };
}
