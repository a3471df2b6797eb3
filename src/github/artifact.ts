// Stores files as workflow artifacts through @actions/artifact, under a name that is free in this run. The upload code is only loaded once there is something to upload.
import { parseJsonObject } from '../lib/json.ts';
import type { ArtifactStore } from '../lib/ports.ts';

type Environment = Readonly<Record<string, string | undefined>>;

interface ArtifactOptions {
  readonly env: Environment;
  /** GITHUB_SERVER_URL. */
  readonly serverUrl: string;
  /** Of this workflow run, e.g. `https://github.com/octo-org/garden/actions/runs/42`. */
  readonly runUrl: string;
  /** For renamed copies; below RUNNER_TEMP. */
  readonly temp: string;
}

export function createArtifactStore({ env, serverUrl, runUrl, temp }: ArtifactOptions): ArtifactStore {
  // Two files with the same name would both find it free, and with `overwrite` one would replace the other.
  const claimed = new Set<string>();
  const load = (): Promise<typeof import('./artifact-upload.ts')> => import('./artifact-upload.ts');
  return {
    unsupported: whyUnsupported(env, serverUrl),
    async prepare() {
      await (await load()).loadClient();
    },
    async upload(upload) {
      return (await load()).uploadArtifact(upload, { env, runUrl, temp, claimed });
    },
  };
}

/** Known before anything is paid for, from what the runner sets. */
function whyUnsupported(env: Environment, serverUrl: string): string | null {
  if (isEnterpriseServer(serverUrl)) {
    return `${URL.parse(serverUrl)?.host ?? serverUrl} is not GitHub.com, and GitHub Enterprise Server does not support this kind of artifact. To upload the files there, use actions/upload-artifact@v3 in a later step.`;
  }
  for (const name of ['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RESULTS_URL']) {
    if ((env[name] ?? '') === '')
      return `this runner has no artifact service: ${name} is not set. To start the one of act, use \`--artifact-server-path\`.`;
  }
  if (URL.parse(env.ACTIONS_RESULTS_URL ?? '')?.protocol.startsWith('http') !== true)
    return 'this runner has no artifact service: ACTIONS_RESULTS_URL is not a URL.';
  return isRuntimeToken(env.ACTIONS_RUNTIME_TOKEN ?? '')
    ? null
    : 'the artifact service of this runner is not the one that GitHub has: ACTIONS_RUNTIME_TOKEN does not identify the run.';
}

/** A JWT whose scopes name the run and the job. @actions/artifact has the same rule, but only checks it when it uploads. */
function isRuntimeToken(token: string): boolean {
  const claims = parseJsonObject(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  return String(claims?.scp ?? '')
    .split(' ')
    .some((scope) => /^Actions\.Results:[^:]+:[^:]+$/.test(scope));
}

/** The same rule as in @actions/artifact, which would add its own warning. */
function isEnterpriseServer(serverUrl: string): boolean {
  const host = URL.parse(serverUrl)?.hostname.toLowerCase() ?? 'github.com';
  return host !== 'github.com' && !host.endsWith('.ghe.com') && !host.endsWith('.localhost');
}
