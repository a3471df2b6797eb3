// What all calls to GitHub's REST API have in common: the path below the repository, the required permissions, and refusals.
import { type Answer, type CallName, json } from '../wire.ts';

type Access = 'none' | 'read' | 'write';

/** What the job's token may do, in the words of `permissions:`. */
export interface Permissions {
  readonly contents?: Access;
  readonly issues?: Access;
  readonly 'pull-requests'?: Access;
}

export interface Route {
  readonly name: CallName;
  readonly method: string;
  /** Below `/repos/{owner}/{repo}`. Groups are passed to `answer`, decoded. */
  readonly path: RegExp;
  /** One of these is enough. Empty: allowed for every token that can see the repository. */
  readonly decision: readonly (keyof Permissions)[];
  answer(fields: Fields, parts: readonly string[], query: URLSearchParams): Answer;
}

type Fields = Readonly<Record<string, unknown>>;

/** GitHub's form of an error. */
export function refused(status: number, message: string): Answer {
  return json(status, { message, documentation_url: 'https://docs.github.com/rest', status: String(status) });
}

/** Too much at once: REST docs, "Rate limits", secondary limits. */
export function secondaryLimit(retryAfterSeconds: number): Refusal {
  return {
    status: 403,
    headers: { 'retry-after': String(retryAfterSeconds), 'x-ratelimit-limit': '1000', 'x-ratelimit-remaining': '871' },
    body: {
      message:
        'You have exceeded a secondary rate limit. Please wait a few minutes before you try again. If you reach out to GitHub Support for help, please include the request ID.',
      documentation_url:
        'https://docs.github.com/free-pro-team@latest/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits',
      status: '403',
    },
  };
}

/** The calls of this hour are used up. There is no Retry-After, only the time when the next hour begins. */
export function primaryLimit(resetAtSeconds: number): Refusal {
  return {
    status: 403,
    headers: { 'x-ratelimit-limit': '1000', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(resetAtSeconds) },
    body: {
      message: 'API rate limit exceeded for installation ID 12345.',
      documentation_url: 'https://docs.github.com/rest/overview/resources-in-the-rest-api#rate-limiting',
      status: '403',
    },
  };
}

/** The refusal for a missing permission. */
export function noPermission(): Refusal {
  const message = 'Resource not accessible by integration';
  return { status: 403, body: { message, documentation_url: 'https://docs.github.com/rest', status: '403' } };
}

/** GraphQL also refuses with HTTP 200. */
export function graphqlError(type: string, message: string): Refusal {
  return { status: 200, body: { data: null, errors: [{ type, path: ['viewer'], message }] } };
}

/** For a fault of kind `reply`. */
interface Refusal {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** The response to a deletion. */
export function empty(): Answer {
  return { status: 204, body: Buffer.alloc(0) };
}
