// Stores files as workflow artifacts through @actions/artifact, under a name that is free in this run.
import { copyFile, link, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { ActionError, asActionError } from '../errors.ts';
import { formatOfSuffix } from '../files/formats.ts';
import { type ArtifactStore, ArtifactsUnsupported, type ArtifactUpload, type StoredArtifact } from '../ports.ts';

interface ArtifactOptions {
  /** GITHUB_SERVER_URL. */
  readonly serverUrl: string;
  /** Of this workflow run, e.g. `https://github.com/octo-org/garden/actions/runs/42`. */
  readonly runUrl: string;
  /** For renamed copies; below RUNNER_TEMP. */
  readonly temp: string;
}

/** A run with more artifacts of one name has other troubles. */
const MOST_SUFFIXES = 500;

export function createArtifactStore({ serverUrl, runUrl, temp }: ArtifactOptions): ArtifactStore {
  // Two files of one name would both find it free, and with `overwrite` the one would replace the other.
  const claimed = new Set<string>();
  const load = (): Promise<typeof import('@actions/artifact')> => import('@actions/artifact');
  return {
    async prepare() {
      await load();
    },
    async upload(upload) {
      if (isEnterpriseServer(serverUrl))
        throw new ArtifactsUnsupported('GitHub Enterprise Server has no artifact service of this kind');
      const { DefaultArtifactClient } = await load();
      const client = new DefaultArtifactClient();
      for (let n = 1; n <= MOST_SUFFIXES; n++) {
        const { name, files, root, release } = await named(upload, n, temp);
        try {
          if (claimed.has(name)) continue;
          claimed.add(name);
          // Deleting what is not there is an error too; the upload will tell whether the name is free.
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
      throw failure(upload, new Error(`${MOST_SUFFIXES} artifacts of this name exist already`));
    },
  };
}

/** The upload under its n-th name. Un-zipped, an artifact is named after its file, so another name needs another file. */
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

/** The rule of @actions/artifact itself, which would add a warning of its own. */
function isEnterpriseServer(serverUrl: string): boolean {
  const host = URL.parse(serverUrl)?.hostname.toLowerCase() ?? 'github.com';
  return host !== 'github.com' && !host.endsWith('.ghe.com') && !host.endsWith('.localhost');
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
    return 'The artifact storage of the account is full: delete old artifacts, or set `artifact-retention-days`. The files are in the workspace.';
  }
  if (/ACTIONS_R(UNTIME|ESULTS)_/.test(said)) {
    return 'This runner has no artifact service: set `upload-artifact: false`. The files are in the workspace.';
  }
  return 'The files are in the workspace: a later step can still upload them. Run again later if GitHub has an outage.';
}

/** Azure's errors may have an empty message; then their code or status has to do. */
function messageOf(error: unknown): string {
  const said = asActionError(error, '').message.replace(/^: /, '').replace(/\.$/, '');
  if (!(error instanceof Error) || !('statusCode' in error)) return said;
  return `${said} (storage answered HTTP ${String(error.statusCode)})`;
}
