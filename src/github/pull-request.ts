// Which pull request a run is for, and its comments, through @actions/github.
import { readFile } from 'node:fs/promises';
import { type Json, jsonObject, parseJsonObject } from '../lib/json.ts';
import type { Log } from '../lib/ports.ts';
import type { Comment, PullRequestComments } from '../preview/ports.ts';
import { type GitHubApi, ONCE, statusOf } from './octokit.ts';

const WRITE = 'pull-requests: write';
const READ = 'pull-requests: read';

export function createPullRequestComments(github: GitHubApi): PullRequestComments {
  let login: string | undefined;
  return {
    async me() {
      login ??= (await viewer(github)) ?? (await user(github)) ?? undefined;
      return login ?? null;
    },
    async isOpen(pull) {
      try {
        return await github.call(READ, async (octokit, repo) => {
          const { data } = await octokit.rest.pulls.get({ ...repo, pull_number: pull });
          return data.state === 'open';
        });
      } catch {
        return true;
      }
    },
    list: (pull) =>
      github.call(WRITE, async (octokit, repo) => {
        const { listComments } = octokit.rest.issues;
        const comments = await octokit.paginate(listComments, { ...repo, issue_number: pull, per_page: 100 });
        return comments.map(commentOf).sort((a, b) => Number(a.id) - Number(b.id));
      }),
    create: (pull, body) =>
      github.call(WRITE, async (octokit, repo) => {
        const order = { ...repo, issue_number: pull, body, request: ONCE };
        const { data } = await octokit.rest.issues.createComment(order);
        login ??= data.user?.login;
        return commentOf(data);
      }),
    update: (id, body) =>
      github.call(WRITE, async (octokit, repo) => {
        const { data } = await octokit.rest.issues.updateComment({ ...repo, comment_id: Number(id), body });
        return commentOf(data);
      }),
    remove: (id) =>
      github.call(WRITE, async (octokit, repo) => {
        await octokit.rest.issues.deleteComment({ ...repo, comment_id: Number(id) }).catch((error: unknown) => {
          if (statusOf(error) !== 404) throw error;
        });
      }),
  };
}

/** Works with every kind of token. null if GitHub does not say. */
function viewer(github: GitHubApi): Promise<string | null> {
  return github
    .call(READ, (octokit) => octokit.graphql<unknown>('query { viewer { login } }'))
    .then(
      (answer) => textOf(jsonObject(jsonObject(answer)?.viewer)?.login),
      () => null,
    );
}

/** Only works with the tokens of people. */
function user(github: GitHubApi): Promise<string | null> {
  return github
    .call(READ, (octokit) => octokit.rest.users.getAuthenticated())
    .then(
      ({ data }) => textOf(data.login),
      () => null,
    );
}

interface ApiComment {
  readonly id: number;
  readonly html_url: string;
  readonly body?: string | undefined;
  readonly user: { readonly login: string } | null;
}

function commentOf({ id, html_url: url, body = '', user }: ApiComment): Comment {
  return { id: String(id), url, body, author: user?.login ?? '' };
}

/**
 * The number of the pull request that the event of this run is about; null if there is none. Only asks GitHub for a `workflow_run`, whose event does not
 * name pull requests from forks (GitHub docs, "Events that trigger workflows"), and can name those of other repositories. Then it may throw GitHubRefusal.
 */
export async function findPullRequest(
  env: Readonly<Record<string, string | undefined>>,
  github: GitHubApi,
  log: Pick<Log, 'info'>,
): Promise<number | null> {
  const event = parseJsonObject(await readFile(env.GITHUB_EVENT_PATH ?? '', 'utf8').catch(() => ''));
  const issue = jsonObject(event?.issue);
  if (issue !== null) return jsonObject(issue.pull_request) === null ? null : numberOf(issue.number);
  const pull = numberOf(jsonObject(event?.pull_request)?.number);
  if (pull !== null) return pull;
  const run = jsonObject(event?.workflow_run);
  // A nightly run on `main` is not about a pull request whose head happens to be `main`.
  if (run === null || !/^(pull_request|push|$)/.test(textOf(run.event) ?? '')) return null;
  const repositoryId =
    numberOf(jsonObject(event?.repository)?.id) ?? numberOf(Number(env.GITHUB_REPOSITORY_ID || Number.NaN));
  const found = await github.call(READ, async (octokit, repo) => {
    const listed = listedPulls(run, repositoryId);
    const heads = headOf(run, repo.owner);
    if (listed.length === 0 && heads === null) return [];
    const pulls =
      listed.length > 0
        ? await Promise.all(
            listed.map(async (number) => (await octokit.rest.pulls.get({ ...repo, pull_number: number })).data),
          )
        : (await octokit.rest.pulls.list({ ...repo, state: 'open', head: heads?.filter ?? '' })).data;
    return pulls.filter(({ state, head }) => state === 'open' && isHeadOf(run, head));
  });
  const exact = found.filter(({ head }) => head.sha === run.head_sha);
  const candidates = exact.length > 0 ? exact : found;
  const [only, ...others] = candidates;
  if (only !== undefined && others.length === 0) return only.number;
  log.info(
    only === undefined
      ? 'The workflow run has no open pull request in this repository.'
      : `The workflow run may be for any of these pull requests: ${candidates.map(({ number }) => `#${number}`).join(', ')}.`,
  );
  return null;
}

/** Pull requests of this repository in the event. The list goes by commits, which upstream and forks share. */
function listedPulls(run: Json, repositoryId: number | null): readonly number[] {
  const listed = Array.isArray(run.pull_requests) ? run.pull_requests : [];
  return listed.flatMap((one: unknown) => {
    const pull = jsonObject(one);
    const base = numberOf(jsonObject(jsonObject(pull?.base)?.repo)?.id);
    const number = numberOf(pull?.number);
    return number !== null && base !== null && base === repositoryId ? [number] : [];
  });
}

/** How to ask GitHub's list of pull requests for a head; null if the event does not name one. */
function headOf(run: Json, ownOwner: string): { readonly filter: string } | null {
  const branch = textOf(run.head_branch);
  const owner = textOf(jsonObject(jsonObject(run.head_repository)?.owner)?.login) ?? ownOwner;
  return branch === null ? null : { filter: `${owner}:${branch}` };
}

/** GitHub ignores a filter that it cannot read, and two forks can have branches of the same name. */
function isHeadOf(
  run: Json,
  head: { readonly ref: string; readonly sha: string; readonly repo: { readonly id: number } | null },
): boolean {
  const repository = numberOf(jsonObject(run.head_repository)?.id);
  const isRepository = repository === null || head.repo === null || head.repo.id === repository;
  return isRepository && (head.sha === run.head_sha || head.ref === run.head_branch);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
