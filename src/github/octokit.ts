// The one way to GitHub's API: @actions/github, loaded when it is needed, with few retries and refusals that name the missing permission.
import { causes } from '../lib/errors.ts';
import type { Clock } from '../lib/ports.ts';
import { GitHubRefusal } from '../preview/ports.ts';

export interface GitHubOptions {
  readonly token: string;
  /** GITHUB_API_URL, which differs on GitHub Enterprise Server. */
  readonly apiUrl: string;
  /** GITHUB_REPOSITORY, `owner/name`. */
  readonly repository: string;
  /** Aborts every call. By default, only the time limit does. */
  readonly signal?: AbortSignal;
  readonly clock: Pick<Clock, 'now' | 'date' | 'sleep'>;
  /** Milliseconds for one call. The default is enough for a picture of 5 MB on a slow connection. */
  readonly callLimitMs?: number;
}

type Octokit = ReturnType<typeof import('@actions/github')['getOctokit']>;

export interface GitHubApi {
  /** Runs `work` with a client. A refusal by GitHub becomes a GitHubRefusal. `permission` is what the call requires, as written in a workflow. */
  call<T>(
    permission: string,
    work: (octokit: Octokit, repo: { owner: string; repo: string }) => Promise<T>,
  ): Promise<T>;
}

const WAITS_MS = [500, 2_000];
const CALL_LIMIT_MS = 30_000;
/** The most time that all calls together may lose to failures and pauses. A secondary rate limit takes a minute. A comment is not worth longer waits. */
const PATIENCE_MS = 90_000;
/** For each further call, once the time is used up. */
const LAST_CALL_LIMIT_MS = 5_000;
/** REST docs, "Rate limits": if GitHub does not say how long a secondary limit lasts. */
const SECONDARY_LIMIT_MS = 60_000;

/** In the `request` options of a call that must not be sent again before checking whether it worked. */
export const ONCE = { sentOnce: true } as const;

export function createGitHubApi({
  token,
  apiUrl,
  repository,
  signal,
  clock,
  callLimitMs = CALL_LIMIT_MS,
}: GitHubOptions): GitHubApi {
  const [owner = '', repo = ''] = repository.split('/');
  let client: Promise<Octokit> | undefined;
  let lostMs = 0;

  async function connect(): Promise<Octokit> {
    const { getOctokit } = await import('@actions/github');
    const octokit = getOctokit(token, { baseUrl: apiUrl });
    octokit.hook.wrap('request', async (request, options) => {
      const waits = [...WAITS_MS];
      for (;;) {
        const began = clock.now();
        const limitMs = lostMs < PATIENCE_MS ? callLimitMs : Math.min(callLimitMs, LAST_CALL_LIMIT_MS);
        const limit = AbortSignal.any([AbortSignal.timeout(limitMs), ...(signal === undefined ? [] : [signal])]);
        try {
          // Changed in place, not copied, because the hook that signs the call uses this very object.
          options.request = { ...options.request, signal: limit };
          const response = await request(options);
          // A truncated body is not an error for Octokit, which returns what has arrived.
          if (response.status !== 204 && (typeof response.data !== 'object' || response.data === null))
            throw new Error(`its response (HTTP ${response.status}) is incomplete, or is not JSON`);
          return response;
        } catch (error) {
          lostMs += clock.now() - began;
          if (limit.aborted) throw limit.reason;
          const wait = waits.shift();
          const isOnce = options.request?.sentOnce === true;
          const pause = wait === undefined ? null : pauseBefore(error, wait, isOnce, clock.date());
          // It is too early now to check whether the call worked.
          const beforeLook = pause === null && isOnce && isUnanswered(error) ? WAITS_MS[0] : null;
          const ms = pause ?? beforeLook ?? null;
          if (ms === null || lostMs + ms > PATIENCE_MS) throw error;
          lostMs += ms;
          await clock.sleep(ms, signal);
          if (pause === null) throw error;
        }
      }
    });
    return octokit;
  }

  return {
    async call(permission, work) {
      try {
        if (token === '') throw noToken();
        client ??= connect();
        return await work(await client, { owner, repo });
      } catch (error) {
        throw asRefusal(error, permission);
      }
    },
  };
}

function noToken(): GitHubRefusal {
  const details = { permission: null, isTransient: false, status: null, cause: null };
  return new GitHubRefusal('there is no GitHub token: input `github-token` is empty', details);
}

/** HTTP status of a response from GitHub; null for everything else. */
export function statusOf(error: unknown): number | null {
  for (const cause of causes(error)) {
    if ('status' in cause && typeof cause.status === 'number' && 'response' in cause) return cause.status;
  }
  return null;
}

/** Milliseconds to wait before a retry; null if it would fail the same way, or must not be sent twice. */
function pauseBefore(error: unknown, wait: number, isOnce: boolean, date: number): number | null {
  const limited = rateLimitMs(error, date);
  if (limited !== null) return limited;
  return isUnanswered(error) && !isOnce ? Math.max(wait, retryAfterMs(error) ?? 0) : null;
}

/** No response, or one from a gateway: it is not known whether the call worked. */
function isUnanswered(error: unknown): boolean {
  const status = statusOf(error);
  return status === null || status >= 500;
}

/** How long a rate limit lasts; null if the error is not one. REST docs, "Rate limits": both kinds use 403 or 429. */
function rateLimitMs(error: unknown, date: number): number | null {
  const status = statusOf(error);
  if (status !== 403 && status !== 429) return null;
  const after = retryAfterMs(error);
  if (after !== null) return after;
  const headers = headersOf(error);
  const reset = Number(headers.get('x-ratelimit-reset'));
  if (headers.get('x-ratelimit-remaining') === '0' && Number.isFinite(reset)) return Math.max(0, reset * 1_000 - date);
  return status === 429 || /rate limit/i.test(messageOf(error)) ? SECONDARY_LIMIT_MS : null;
}

function retryAfterMs(error: unknown): number | null {
  const after = headersOf(error).get('retry-after');
  const seconds = typeof after === 'string' && after !== '' ? Number(after) : Number.NaN;
  return Number.isFinite(seconds) ? seconds * 1_000 : null;
}

/** The headers of the response, in lower case; empty if there was no response. */
function headersOf(error: unknown): ReadonlyMap<string, unknown> {
  for (const cause of causes(error)) {
    if (!('response' in cause)) continue;
    const { response } = cause;
    if (typeof response !== 'object' || response === null || !('headers' in response)) continue;
    return new Map(Object.entries(response.headers ?? {}));
  }
  return new Map();
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** GitHub's words for a missing permission. Other 403s are rate limits, locked conversations, archived repositories and rules of an organization. */
const LACKS_PERMISSION = /^resource not accessible by|^must have|permission|\bscope/i;

function asRefusal(error: unknown, permission: string): GitHubRefusal {
  if (error instanceof GitHubRefusal) return error;
  const said = withoutAddress(messageOf(error));
  const status = statusOf(error);
  const isLimit = rateLimitMs(error, 0) !== null;
  // A private repository that a token cannot see looks like one that does not exist.
  const isForbidden = status === 404 || (status === 403 && !isLimit && LACKS_PERMISSION.test(said));
  const isServers = isUnanswered(error);
  const told =
    status === 404
      ? `${said}, or the token may not see it`
      : isServers && status !== null
        ? `HTTP ${status}, ${said}`
        : said;
  return new GitHubRefusal(status === null ? `GitHub's API: ${said}` : told, {
    permission: isForbidden ? permission : null,
    isTransient: isServers || isLimit,
    status,
    cause: error,
  });
}

/** Octokit appends the URL of the documentation. */
function withoutAddress(message: string): string {
  return message.replace(/ - https:\/\/docs\.github\.com\S*$/, '');
}
