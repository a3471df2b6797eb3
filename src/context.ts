// Everything that one step on a runner works with: log, RunComfy, artifacts, cache, GitHub.
import { createArtifactStore } from './github/artifact.ts';
import { createWorkflow, mask, rawInputs, saveState, type WorkflowAdapter } from './github/workflow.ts';
import type { Inputs } from './inputs/inputs.ts';
import type { RawInputs } from './inputs/table.ts';
import { createActionsCache } from './ledger/actions-cache.ts';
import type { RecordStore } from './ledger/store.ts';
import { systemClock } from './lib/clock.ts';
import { asActionError } from './lib/errors.ts';
import type { ArtifactStore } from './lib/ports.ts';
import type { PreviewContext } from './pipeline/comment.ts';
import type { PreviewPorts } from './preview/preview.ts';
import { redactor } from './report/text.ts';
import { createServices, type Services, secretsIn } from './services.ts';

export type Environment = NodeJS.ProcessEnv;

export interface Context extends Services {
  readonly env: Environment;
  /** The inputs as the runner passes them. */
  readonly raw: RawInputs;
  /** Removes the tokens from a text. */
  readonly redacted: (text: string) => string;
  readonly workflow: WorkflowAdapter;
  /** `temp`: the temporary folder of this step, absolute. */
  artifacts(temp: string): ArtifactStore;
  /** null if the runner has no cache service. */
  records(): RecordStore | null;
  /** Passes values to the post phase, by name. If the runner does not support state, they are lost. Never throws. */
  handOver(values: Readonly<Record<string, string>>): void;
  /** The run's pull request, and everything that writes to it. */
  pullRequest(inputs: Inputs): Promise<PullRequest>;
}

interface PullRequest {
  /** Its number; null if there is none. */
  readonly pull: number | null;
  readonly about: Omit<PreviewContext, 'pull'>;
  readonly previewPorts: PreviewPorts;
}

/** Masks the tokens before doing anything else. */
export function createContext(env: Environment, cancelled: AbortSignal): Context {
  const raw = rawInputs(env);
  const token = raw['api-token']?.trim() ?? '';
  const secrets = secretsIn(token);
  for (const secret of secrets) mask(secret);
  const redacted = redactor([...secrets, raw['github-token']?.trim() ?? '']);
  const workflow = createWorkflow(redacted);
  const services = createServices({ env, token, redacted });
  const serverUrl = (env.GITHUB_SERVER_URL || 'https://github.com').replace(/\/+$/, '');
  return {
    ...services,
    env,
    raw,
    redacted,
    workflow,
    artifacts(temp) {
      const runUrl = `${serverUrl}/${env.GITHUB_REPOSITORY ?? ''}/actions/runs/${env.GITHUB_RUN_ID ?? ''}`;
      return createArtifactStore({ env, serverUrl, runUrl, temp });
    },
    records: () => createActionsCache({ env, http: services.http, clock: systemClock }),
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
