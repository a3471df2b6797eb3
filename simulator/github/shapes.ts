// GitHub's REST objects with every field that its OpenAPI description requires. Most fields have URLs that are not used.
import type { Commit, TreeEntry } from './git-store.ts';

export const REPOSITORY = 'octo-org/garden';
export type Visibility = 'public' | 'private' | 'internal';

/** Its GITHUB_REPOSITORY_ID. */
export const REPOSITORY_ID = 664810911;
/** The head of the pull request that exists from the start. */
export const HEAD_SHA = '8d0c1e2f3a4b5c6d7e8f903f1a6b0c9d2e4f5a7b';
const WEB = 'https://github.com';

export interface IssueComment {
  readonly id: number;
  /** Number of the issue or pull request. */
  readonly pull: number;
  readonly author: string;
  readonly body: string;
}

export interface Pull {
  readonly number: number;
  readonly state: 'open' | 'closed';
  /** Only people with write access can comment. */
  readonly locked?: boolean;
  readonly head: { readonly repository: string; readonly ref: string; readonly sha: string };
}

type Json = Readonly<Record<string, unknown>>;

const WHEN = '2026-11-01T12:00:00Z';

export function userShape(api: string, login: string): Json {
  const url = `${api}/users/${login}`;
  const addresses = 'events followers following gists organizations received_events repos starred subscriptions';
  return {
    ...Object.fromEntries(addresses.split(' ').map((name) => [`${name}_url`, `${url}/${name}`])),
    login,
    id: login.length,
    node_id: `U_${login.length}`,
    avatar_url: `${WEB}/${login}.png`,
    gravatar_id: '',
    url,
    html_url: `${WEB}/${login}`,
    type: login.endsWith('[bot]') ? 'Bot' : 'User',
    site_admin: false,
  };
}

export function commentShape(api: string, { id, pull, author, body }: IssueComment): Json {
  return {
    id,
    node_id: `IC_${id}`,
    url: `${api}/repos/${REPOSITORY}/issues/comments/${id}`,
    html_url: `${WEB}/${REPOSITORY}/pull/${pull}#issuecomment-${id}`,
    issue_url: `${api}/repos/${REPOSITORY}/issues/${pull}`,
    user: userShape(api, author),
    author_association: 'CONTRIBUTOR',
    body,
    created_at: WHEN,
    updated_at: WHEN,
  };
}

const REPOSITORY_ADDRESSES =
  'archive assignees blobs branches collaborators comments commits compare contents contributors deployments downloads events forks git_commits git_refs git_tags hooks issue_comment issue_events issues keys labels languages merges milestones notifications pulls releases stargazers statuses subscribers subscription tags teams trees';

function repositoryShape(api: string, fullName: string, visibility: Visibility = 'public'): Json {
  const [owner = '', name = ''] = fullName.split('/');
  const url = `${api}/repos/${fullName}`;
  const nothing = ['description', 'homepage', 'language', 'mirror_url', 'license'];
  const counts = 'forks forks_count open_issues open_issues_count size stargazers_count watchers watchers_count';
  const features = 'has_downloads has_issues has_projects has_wiki has_pages archived disabled';
  return {
    ...Object.fromEntries(REPOSITORY_ADDRESSES.split(' ').map((part) => [`${part}_url`, `${url}/${part}`])),
    ...Object.fromEntries(nothing.map((field) => [field, null])),
    ...Object.fromEntries(counts.split(' ').map((field) => [field, 0])),
    ...Object.fromEntries(features.split(' ').map((field) => [field, false])),
    id: fullName === REPOSITORY ? REPOSITORY_ID : REPOSITORY_ID + 1,
    node_id: 'R_1',
    name,
    private: visibility !== 'public',
    visibility,
    full_name: fullName,
    owner: userShape(api, owner),
    fork: fullName !== REPOSITORY,
    url,
    html_url: `${WEB}/${fullName}`,
    clone_url: `${WEB}/${fullName}.git`,
    git_url: `git://github.com/${fullName}.git`,
    ssh_url: `git@github.com:${fullName}.git`,
    svn_url: `${WEB}/${fullName}`,
    default_branch: 'main',
    pushed_at: WHEN,
    created_at: WHEN,
    updated_at: WHEN,
  };
}

/** A single repository has more fields than one inside a pull request. */
export function wholeRepositoryShape(api: string, visibility: Visibility): Json {
  return {
    ...repositoryShape(api, REPOSITORY, visibility),
    network_count: 0,
    subscribers_count: 0,
    has_discussions: false,
  };
}

/** As in lists. */
export function pullShape(api: string, { number, state, head, locked = false }: Pull): Json {
  const url = `${api}/repos/${REPOSITORY}/pulls/${number}`;
  const links = 'comments commits statuses html issue review_comments review_comment self';
  const addresses = 'comments commits diff issue patch review_comment review_comments statuses';
  const end = (repository: string, ref: string, sha: string): Json => {
    const [owner = ''] = repository.split('/');
    return {
      label: `${owner}:${ref}`,
      ref,
      sha,
      user: userShape(api, owner),
      repo: repositoryShape(api, repository),
    };
  };
  return {
    ...Object.fromEntries(addresses.split(' ').map((name) => [`${name}_url`, `${url}/${name}`])),
    _links: Object.fromEntries(links.split(' ').map((name) => [name, { href: `${url}/${name}` }])),
    id: 1_000_000 + number,
    node_id: `PR_${number}`,
    number,
    state,
    url,
    html_url: `${WEB}/${REPOSITORY}/pull/${number}`,
    title: 'A new picture',
    body: null,
    user: userShape(api, 'octocat'),
    author_association: 'CONTRIBUTOR',
    locked,
    labels: [],
    assignee: null,
    milestone: null,
    auto_merge: null,
    merge_commit_sha: null,
    created_at: WHEN,
    updated_at: WHEN,
    closed_at: state === 'closed' ? WHEN : null,
    merged_at: null,
    base: end(REPOSITORY, 'main', '3f1a6b0c9d2e4f5a7b8c0d1e2f3a4b5c6d7e8f90'),
    head: end(head.repository, head.ref, head.sha),
  };
}

/** A single pull request has more fields than one in a list. */
export function wholePullShape(api: string, pull: Pull): Json {
  const counts = ['additions', 'changed_files', 'comments', 'commits', 'deletions', 'review_comments'];
  return {
    ...pullShape(api, pull),
    ...Object.fromEntries(counts.map((field) => [field, 1])),
    mergeable: true,
    mergeable_state: 'clean',
    merged: false,
    merged_by: null,
    maintainer_can_modify: false,
  };
}

export function treeShape(api: string, sha: string, entries: readonly TreeEntry[]): Json {
  const git = `${api}/repos/${REPOSITORY}/git`;
  return {
    sha,
    url: `${git}/trees/${sha}`,
    truncated: false,
    tree: entries.map((entry) => ({ ...entry, size: 1, url: `${git}/blobs/${entry.sha}` })),
  };
}

export function commitShape(api: string, sha: string, { tree, parents, message }: Commit): Json {
  const git = `${api}/repos/${REPOSITORY}/git`;
  const person = { name: 'github-actions[bot]', email: 'github-actions[bot]@users.noreply.github.com', date: WHEN };
  return {
    sha,
    node_id: `C_${sha}`,
    url: `${git}/commits/${sha}`,
    html_url: `${WEB}/${REPOSITORY}/commit/${sha}`,
    author: person,
    committer: person,
    tree: { sha: tree, url: `${git}/trees/${tree}` },
    message,
    parents: parents.map((parent) => ({
      sha: parent,
      url: `${git}/commits/${parent}`,
      html_url: `${WEB}/${REPOSITORY}/commit/${parent}`,
    })),
    verification: { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null },
  };
}

export function refShape(api: string, ref: string, sha: string): Json {
  const git = `${api}/repos/${REPOSITORY}/git`;
  return {
    ref,
    node_id: `REF_${sha}`,
    url: `${git}/${ref}`,
    object: { type: 'commit', sha, url: `${git}/commits/${sha}` },
  };
}
