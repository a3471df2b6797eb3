// The one way to GitHub's API: @actions/github, loaded when it is needed, with few retries and refusals that name the missing permission.
import { setTimeout as sleep } from 'node:timers/promises';
import { causes } from '../errors.ts';
import { GitHubRefusal } from '../preview/ports.ts';

export interface GitHubOptions {
  readonly token: string;
  /** GITHUB_API_URL; another one on GitHub Enterprise Server. */
  readonly apiUrl: string;
  /** GITHUB_REPOSITORY, `owner/name`. */
  readonly repository: string;
  /** Ends every call when it aborts; default: only time does. */
  readonly signal?: AbortSignal;
}

type Octokit = ReturnType<typeof import('@actions/github')['getOctokit']>;

export interface GitHubApi {
  /** Runs `work` with a client; what GitHub refuses becomes a GitHubRefusal. `permission` is what it takes, as a workflow writes it. */
  call<T>(
    permission: string,
    work: (octokit: Octokit, repo: { owner: string; repo: string }) => Promise<T>,
  ): Promise<T>;
}

const WAITS_MS = [500, 2_000];
/** Enough for a picture of 5 MB on a slow line. */
const CALL_LIMIT_MS = 30_000;
/** Longer waits are not worth it: a comment is an extra. */
const LONGEST_RETRY_AFTER_S = 20;

export function createGitHubApi({ token, apiUrl, repository, signal }: GitHubOptions): GitHubApi {
  const [owner = '', repo = ''] = repository.split('/');
  let client: Promise<Octokit> | undefined;

  async function connect(): Promise<Octokit> {
    const { getOctokit } = await import('@actions/github');
    const octokit = getOctokit(token, { baseUrl: apiUrl });
    octokit.hook.wrap('request', async (request, options) => {
      const waits = [...WAITS_MS];
      for (;;) {
        const limit = AbortSignal.any([AbortSignal.timeout(CALL_LIMIT_MS), ...(signal === undefined ? [] : [signal])]);
        try {
          // Changed, not copied: the hook that signs the call takes these very options, whatever is passed on to it.
          options.request = { ...options.request, signal: limit };
          return await request(options);
        } catch (error) {
          if (limit.aborted) throw limit.reason;
          const wait = waits.shift();
          const pause = wait === undefined ? null : pauseBefore(error, wait);
          if (pause === null) throw error;
          await sleep(pause, undefined, { signal });
        }
      }
    });
    return octokit;
  }

  return {
    async call(permission, work) {
      try {
        if (token === '') throw new Error('there is no GitHub token (input `github-token`)');
        client ??= connect();
        return await work(await client, { owner, repo });
      } catch (error) {
        throw asRefusal(error, permission);
      }
    },
  };
}

/** HTTP status of an answer of GitHub; null for everything else. */
export function statusOf(error: unknown): number | null {
  for (const cause of causes(error)) {
    if ('status' in cause && typeof cause.status === 'number' && 'response' in cause) return cause.status;
  }
  return null;
}

/** Milliseconds to wait before the same call is tried again; null where it would end the same way. */
function pauseBefore(error: unknown, wait: number): number | null {
  const status = statusOf(error);
  if (status === null || status >= 500) return wait;
  const after = retryAfterOf(error);
  if ((status !== 403 && status !== 429) || after === null || after > LONGEST_RETRY_AFTER_S) return null;
  return after * 1_000;
}

/** Seconds; GitHub sends it with its secondary limits (REST docs, rate limits). */
function retryAfterOf(error: unknown): number | null {
  for (const cause of causes(error)) {
    if (!('response' in cause)) continue;
    const { response } = cause;
    if (typeof response !== 'object' || response === null || !('headers' in response)) continue;
    const after = Number(new Map(Object.entries(response.headers ?? {})).get('retry-after'));
    if (Number.isFinite(after)) return after;
  }
  return null;
}

function asRefusal(error: unknown, permission: string): GitHubRefusal {
  if (error instanceof GitHubRefusal) return error;
  const said = error instanceof Error ? error.message : String(error);
  const status = statusOf(error);
  // A private repository that a token may not see at all looks like one that is not there.
  const forbidden = status === 404 || (status === 403 && !/rate limit/i.test(said));
  return new GitHubRefusal(
    status === null
      ? `GitHub's API: ${said}`
      : withoutAddress(said) + (status === 404 ? ', or the token may not see it' : ''),
    forbidden ? permission : null,
    error,
  );
}

/** Octokit appends the address of the documentation. */
function withoutAddress(message: string): string {
  return message.replace(/ - https:\/\/docs\.github\.com\S*$/, '');
}
