// The adapters of one process, each built once and when it is first needed: log, HTTP, RunComfy, artifacts, cache, GitHub.
import type { Serverless } from './comfyui/client.ts';
import { createArtifactStore } from './github/artifact.ts';
import { createWorkflow, mask, rawInputs, saveState, type WorkflowAdapter } from './github/workflow.ts';
import { createHttp, type Http } from './http/client.ts';
import { withSchemes } from './http/proxies.ts';
import type { Inputs } from './inputs/inputs.ts';
import type { RawInputs } from './inputs/table.ts';
import { bareToken } from './inputs/values.ts';
import { createActionsCache } from './ledger/actions-cache.ts';
import type { RecordStore } from './ledger/store.ts';
import { systemClock } from './lib/clock.ts';
import { asActionError } from './lib/errors.ts';
import type { ArtifactStore } from './lib/ports.ts';
import type { PreviewContext } from './pipeline/comment.ts';
import type { PreviewPorts } from './preview/preview.ts';
import { redactor } from './report/text.ts';
import { createClient, type RunComfy } from './runcomfy/client.ts';

export type Environment = NodeJS.ProcessEnv;

export interface Context {
  readonly env: Environment;
  /** The inputs as the runner hands them over. */
  readonly raw: RawInputs;
  /** Takes the tokens out of a text. */
  readonly redacted: (text: string) => string;
  readonly workflow: WorkflowAdapter;
  http(): Promise<Http>;
  /** null without a token. */
  service(apiUrl: URL): Promise<RunComfy | null>;
  /** For those who have a token. */
  serverless(deploymentsUrl: URL): Promise<Serverless>;
  /** `temp`: a folder of this run's own, absolute. */
  artifacts(temp: string): ArtifactStore;
  /** null: there is no cache service. */
  records(): RecordStore | null;
  /** Hands values to the post phase, by name. A runner that takes no state has none. */
  handOver(values: Readonly<Record<string, string>>): void;
  /** The pull request that the run is for, and everything that writes to it. */
  pullRequest(inputs: Inputs): Promise<PullRequest>;
}

export interface PullRequest {
  /** Its number; null: there is none. */
  readonly pull: number | null;
  readonly about: Omit<PreviewContext, 'pull'>;
  readonly previewPorts: PreviewPorts;
}

/** Masks the tokens before anything else happens. */
export function createContext(env: Environment, cancelled: AbortSignal): Context {
  const raw = rawInputs(env);
  const token = raw['api-token']?.trim() ?? '';
  // Where more than the token was pasted, a service may answer with the token alone.
  const tokens = new Set([token, bareToken(token)]);
  for (const secret of tokens) if (secret !== '') mask(secret);
  const redacted = redactor([...tokens, raw['github-token']?.trim() ?? '']);
  const workflow = createWorkflow(redacted);
  // GitHub's clients read the environment themselves, and know no proxy without a scheme.
  Object.assign(env, withSchemes(env));
  const serverUrl = (env.GITHUB_SERVER_URL || 'https://github.com').replace(/\/+$/, '');
  let client: Promise<Http> | null = null;
  const http = (): Promise<Http> => {
    client ??= createHttp(env);
    return client;
  };

  return {
    env,
    raw,
    redacted,
    workflow,
    http,
    async service(apiUrl) {
      return token === '' ? null : createClient({ http: await http(), clock: systemClock, apiUrl, token, redacted });
    },
    async serverless(deploymentsUrl) {
      const { createServerless } = await import('./comfyui/client.ts');
      return createServerless({ http: await http(), clock: systemClock, deploymentsUrl, token, redacted });
    },
    artifacts(temp) {
      const runUrl = `${serverUrl}/${env.GITHUB_REPOSITORY ?? ''}/actions/runs/${env.GITHUB_RUN_ID ?? ''}`;
      return createArtifactStore({ env, serverUrl, runUrl, temp });
    },
    records: () => createActionsCache({ env, http, clock: systemClock }),
    handOver(values) {
      try {
        for (const [name, value] of Object.entries(values)) saveState(env, name, value);
      } catch (error) {
        workflow.info(
          `If this run is killed, nothing can clean up after it: ${asActionError(error, 'GITHUB_STATE cannot be written').message}`,
        );
      }
    },
    async pullRequest({ preview, apiUrl, deploymentsUrl, allowedDownloadHosts }) {
      const { createGitHubApi } = await import('./github/octokit.ts');
      const { createPullRequestComments, findPullRequest } = await import('./github/pull-request.ts');
      const { createPreviewRefs } = await import('./github/previews.ts');
      const { isKnownPublic } = await import('./github/visibility.ts');
      const repository = env.GITHUB_REPOSITORY ?? '';
      const github = createGitHubApi({
        token: preview.githubToken ?? '',
        signal: cancelled,
        apiUrl: env.GITHUB_API_URL || 'https://api.github.com',
        repository,
        clock: systemClock,
      });
      const notFound = (error: unknown): null => {
        workflow.info(`Could not find the pull request of this run: ${asActionError(error, 'Asking GitHub').message}`);
        return null;
      };
      return {
        pull: preview.pull ?? (await findPullRequest(env, github, workflow).catch(notFound)),
        about: {
          run: { id: env.GITHUB_RUN_ID || '0', attempt: Number(env.GITHUB_RUN_ATTEMPT || '1') },
          serverUrl,
          repository,
          hosts: [apiUrl.host, deploymentsUrl.host, ...allowedDownloadHosts.map((host) => host.replace(/:443$/, ''))],
        },
        previewPorts: {
          comments: createPullRequestComments(github),
          refs: createPreviewRefs(github),
          isPublic: () => isKnownPublic(env, github),
          log: workflow,
          redacted,
        },
      };
    },
  };
}
