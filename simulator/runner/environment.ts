// The environment variables of GitHub's runner for a step, with values of an invented repository.
import { delimiter, join } from 'node:path';
import { HEAD_SHA, REPOSITORY, REPOSITORY_ID, type Visibility } from '../github/shapes.ts';
import { runtimeToken } from '../github/twirp.ts';
import { GITHUB_TOKEN } from './action-file.ts';
import type { Masks } from './masks.ts';

export interface WorkflowEvent {
  readonly name: string;
  readonly payload: unknown;
}

/** Which runner is simulated. act sets ACT, only has the older cache service, and has no second attempt. */
export type RunnerKind = 'github' | 'act';

export interface JobFolders {
  readonly workspace: string;
  readonly temp: string;
}

const SHA = '3f1a6b0c9d2e4f5a7b8c0d1e2f3a4b5c6d7e8f90';

/** The fields of the push event that actions read. */
export const PUSH_EVENT: WorkflowEvent = {
  name: 'push',
  payload: {
    ref: 'refs/heads/main',
    after: SHA,
    repository: repositoryOfEvents('public'),
    sender: { login: 'octocat' },
  },
};

/** The fields of the repository in every event that actions read. */
export function repositoryOfEvents(visibility: Visibility): object {
  return {
    id: REPOSITORY_ID,
    name: 'garden',
    full_name: REPOSITORY,
    private: visibility !== 'public',
    visibility,
    owner: { login: 'octo-org' },
  };
}

/** The event for an opened or updated pull request of the invented repository. */
export function pullRequestEvent(
  number = 7,
  headRepository = REPOSITORY,
  visibility: Visibility = 'public',
): WorkflowEvent {
  const head = { ref: 'feature', sha: HEAD_SHA, repo: { full_name: headRepository } };
  const base = { ref: 'main', sha: SHA, repo: { full_name: REPOSITORY } };
  const pull = { number, state: 'open', user: { login: 'octocat' }, head, base };
  return {
    name: 'pull_request',
    payload: { action: 'synchronize', number, pull_request: pull, repository: repositoryOfEvents(visibility) },
  };
}

/** The path of the event's payload, for GITHUB_EVENT_PATH. */
export function eventPath(folders: JobFolders): string {
  return join(folders.temp, '_github_workflow', 'event.json');
}

/**
 * The variables of every step of a job (docs.github.com: "Default environment variables"; actions/runner:
 * GitHubContext.cs, RunnerContext.cs, NodeScriptActionHandler.cs). With `servicesUrl`, there are GitHub's REST API, artifact
 * service and cache service; without it, there is no artifact service and no cache service.
 */
export function jobVariables(
  folders: JobFolders,
  event: WorkflowEvent,
  servicesUrl: string | null,
  extraPath: readonly string[],
  kind: RunnerKind = 'github',
): Record<string, string> {
  const apiUrl = servicesUrl ?? 'https://api.github.com';
  const { ref, headRef, baseRef } = refsOf(event);
  const github: Record<string, string> = {
    ACTION: 'images',
    ACTIONS: 'true',
    ACTOR: 'octocat',
    ACTOR_ID: '583231',
    API_URL: apiUrl,
    BASE_REF: baseRef,
    EVENT_NAME: event.name,
    EVENT_PATH: eventPath(folders),
    GRAPHQL_URL: `${apiUrl}/graphql`,
    HEAD_REF: headRef,
    JOB: 'images',
    REF: ref,
    REF_NAME: ref.replace(/^refs\/(heads|tags|pull)\//, ''),
    REF_PROTECTED: 'false',
    REF_TYPE: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    REPOSITORY,
    REPOSITORY_ID: String(REPOSITORY_ID),
    REPOSITORY_OWNER: 'octo-org',
    REPOSITORY_OWNER_ID: '9919',
    RETENTION_DAYS: '90',
    RUN_ATTEMPT: '1',
    RUN_ID: '17624001234',
    RUN_NUMBER: '42',
    SERVER_URL: 'https://github.com',
    SHA,
    TRIGGERING_ACTOR: 'octocat',
    WORKFLOW: 'Images',
    WORKFLOW_REF: `${REPOSITORY}/.github/workflows/images.yml@${ref}`,
    WORKFLOW_SHA: SHA,
    WORKSPACE: folders.workspace,
  };
  const runner: Record<string, string> = {
    ARCH: process.arch === 'arm64' ? 'ARM64' : 'X64',
    ENVIRONMENT: 'github-hosted',
    NAME: 'GitHub Actions 7',
    OS: process.platform === 'win32' ? 'Windows' : process.platform === 'darwin' ? 'macOS' : 'Linux',
    TEMP: folders.temp,
    TOOL_CACHE: join(folders.temp, '..', '_tool'),
    WORKSPACE: join(folders.workspace, '..'),
  };
  const results = {
    ACTIONS_RESULTS_URL: `${servicesUrl}/`,
    ACTIONS_RUNTIME_TOKEN: runtimeToken(),
    ...(kind === 'act' ? { ACTIONS_CACHE_URL: `${servicesUrl}/` } : { ACTIONS_CACHE_SERVICE_V2: 'True' }),
  };
  return {
    ...systemVariables(extraPath),
    CI: 'true',
    ...(kind === 'act' ? { ACT: 'true' } : {}),
    ...prefixed('GITHUB_', github),
    ...prefixed('RUNNER_', runner),
    ...(servicesUrl === null ? {} : results),
  };
}

/** Masks the secrets that the runner knows itself. */
export function maskOwnSecrets(masks: Masks): void {
  masks.add(GITHUB_TOKEN);
  masks.add(runtimeToken());
}

function refsOf(event: WorkflowEvent): { ref: string; headRef: string; baseRef: string } {
  const number = at(event.payload, 'pull_request', 'number');
  if (!event.name.startsWith('pull_request') || number === undefined) {
    const ref = at(event.payload, 'ref');
    return { ref: typeof ref === 'string' ? ref : 'refs/heads/main', headRef: '', baseRef: '' };
  }
  const baseRef = String(at(event.payload, 'pull_request', 'base', 'ref') ?? 'main');
  const headRef = String(at(event.payload, 'pull_request', 'head', 'ref') ?? 'feature');
  const target = event.name === 'pull_request_target';
  return { ref: target ? `refs/heads/${baseRef}` : `refs/pull/${number}/merge`, headRef, baseRef };
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? new Map(Object.entries(inner)).get(key) : undefined),
    value,
  );
}

/** Only the variables that a process needs, so that a step does not depend on the developer's shell. */
function systemVariables(extraPath: readonly string[]): Record<string, string> {
  const needed =
    process.platform === 'win32'
      ? [
          'SystemRoot',
          'SystemDrive',
          'windir',
          'ComSpec',
          'PATHEXT',
          'USERPROFILE',
          'APPDATA',
          'LOCALAPPDATA',
          'TEMP',
          'TMP',
        ]
      : ['HOME'];
  const kept = needed.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]] as const]));
  return { PATH: [...extraPath, process.env.PATH ?? ''].join(delimiter), ...Object.fromEntries(kept) };
}

function prefixed(prefix: string, variables: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [prefix + name, value]));
}
