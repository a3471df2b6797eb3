// Uploads one artifact, under the first name that is free.
import { copyFile, link, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import type { ArtifactClient } from '@actions/artifact';
import { formatOfSuffix } from '../files/formats.ts';
import { ActionError, asActionError } from '../lib/errors.ts';
import type { ArtifactUpload, StoredArtifact } from '../lib/ports.ts';
import { NO_REASON, useLenientRequests } from './artifact-requests.ts';

type Environment = Readonly<Record<string, string | undefined>>;

interface UploadSources {
  readonly env: Environment;
  /** Of this workflow run, e.g. `https://github.com/octo-org/garden/actions/runs/42`. */
  readonly runUrl: string;
  /** For renamed copies; below RUNNER_TEMP. */
  readonly temp: string;
  /** Names that this step has already used. */
  readonly claimed: Set<string>;
}

/** A run with more artifacts of one name has other problems. */
const MAX_SUFFIXES = 500;

export async function loadClient(): Promise<typeof import('@actions/artifact')> {
  useLenientRequests();
  return import('@actions/artifact');
}

export async function uploadArtifact(
  upload: ArtifactUpload,
  { env, runUrl, temp, claimed }: UploadSources,
): Promise<StoredArtifact> {
  const { DefaultArtifactClient } = await loadClient();
  const client = new DefaultArtifactClient();
  for (let n = 1; n <= MAX_SUFFIXES; n++) {
    const { name, files, root, release } = await named(upload, n, temp);
    try {
      if (claimed.has(name)) continue;
      claimed.add(name);
      if (!upload.overwrite && replacesSilently(env) && (await isThere(client, name))) continue;
      // Deleting a missing artifact is an error too. The upload shows whether the name is free.
      if (upload.overwrite) await client.deleteArtifact(name).catch(() => {});
      const { id, digest } = await client.uploadArtifact(name, files, root, {
        compressionLevel: upload.files.some((file) => formatOfSuffix(path.extname(file).slice(1))?.shrinks) ? 6 : 0,
        skipArchive: !upload.archive,
        ...(upload.retentionDays === null ? {} : { retentionDays: upload.retentionDays }),
      });
      return stored(id, name, digest, runUrl);
    } catch (error) {
      const taken = /\b409\b|already exists/i.test(messageOf(error));
      if (!taken || upload.overwrite) throw failure(upload, error);
    } finally {
      await release();
    }
  }
  throw failure(upload, new Error(`${MAX_SUFFIXES} artifacts with this name already exist`));
}

/** The upload under its n-th name. An artifact that is not zipped is named after its file, so a different name needs a different file. */
async function named(
  { name, files, root, archive }: ArtifactUpload,
  n: number,
  temp: string,
): Promise<{ name: string; files: string[]; root: string; release: () => Promise<void> }> {
  const [file = ''] = files;
  const nothing = async (): Promise<void> => {};
  if (archive) return { name: n === 1 ? name : `${name}-${n}`, files: [...files], root, release: nothing };
  const suffix = path.extname(file);
  const base = path.basename(file, suffix);
  if (n === 1) return { name: `${base}${suffix}`, files: [file], root, release: nothing };
  const folder = await mkdtemp(path.join(temp, 'artifact-'));
  const renamed = path.join(folder, `${base}-${n}${suffix}`);
  await link(file, renamed).catch(() => copyFile(file, renamed));
  return {
    name: path.basename(renamed),
    files: [renamed],
    root: folder,
    release: () => rm(folder, { recursive: true, force: true }),
  };
}

function stored(id: number | undefined, name: string, digest: string | undefined, runUrl: string): StoredArtifact {
  return { id: String(id ?? ''), name, url: `${runUrl}/artifacts/${id ?? ''}`, digest: digest ?? '' };
}

/** act's artifact server replaces an artifact with the same name. */
function replacesSilently(env: Environment): boolean {
  return env.ACT === 'true';
}

/** This only makes sure: an error here is not a reason to fail. */
async function isThere(client: ArtifactClient, name: string): Promise<boolean> {
  const found = await client.listArtifacts().catch(() => null);
  return found?.artifacts.some((artifact) => artifact.name === name) ?? false;
}

function failure(upload: ArtifactUpload, error: unknown): ActionError {
  const said = messageOf(error);
  const what = upload.archive
    ? `artifact "${upload.name}"`
    : `"${path.basename(upload.files[0] ?? '')}" as an artifact`;
  return new ActionError('artifact-failed', `Uploading ${what}: ${said}.`, {
    advice: adviceFor(said),
    cause: error,
  });
}

function adviceFor(said: string): string {
  if (/insufficient usage|quota/i.test(said)) {
    return 'The artifact storage of the account is full. Delete old artifacts, or set `artifact-retention-days`. The files are in the workspace.';
  }
  if (said.includes(NO_REASON)) {
    return 'Update the runner (act) or its artifact server, or set `upload-artifact: false`. The files are in the workspace.';
  }
  return 'The files are in the workspace, so a later step can still upload them. If GitHub has an outage, run again later.';
}

/** Azure's errors can have an empty message. Then the code or status is used. */
function messageOf(error: unknown): string {
  const said = asActionError(error, '').message.replace(/^: /, '').replace(/\.$/, '');
  if (!(error instanceof Error) || !('statusCode' in error)) return said;
  return `${said} (storage responded with HTTP ${String(error.statusCode)})`;
}
