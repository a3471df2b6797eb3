// GitHub's REST and GraphQL API for one repository: pull requests, their comments, and the Git Data API, with limited tokens.
import { GITHUB_TOKEN } from '../runner/action-file.ts';
import { type Answer, type Complain, json, parseObject, type Room } from '../wire.ts';
import { gitRoutes } from './git.ts';
import { GitRefusal, GitStore } from './git-store.ts';
import { empty, type Permissions, type Route, refused } from './routes.ts';
import {
  commentShape,
  HEAD_SHA,
  type IssueComment,
  type Pull,
  pullShape,
  REPOSITORY,
  userShape,
  type Visibility,
  wholePullShape,
  wholeRepositoryShape,
} from './shapes.ts';

/** GitHub, for the test or demo that owns the simulator. */
export interface SimulatedGitHub {
  /** Oldest first, without deleted comments. */
  readonly comments: readonly IssueComment[];
  /** Full name to commit. */
  readonly refs: ReadonlyMap<string, string>;
  /** Sets the permissions of the job's token. Missing ones are `none`. Default: contents and pull-requests, write. */
  allow(permissions: Permissions): void;
  /** Default: public. */
  visibility(visibility: Visibility): void;
  /** From now on, the token cannot see the repository: everything is "not found". */
  hide(): void;
  /** Sets the account of the token. Default: the job's own token, which is that of an app. An app cannot ask for its user. */
  actAs(login: string, kind: 'app' | 'user'): void;
  /** A ruleset forbids creating, moving and deleting refs with this prefix. */
  protect(start: string): void;
  /** Adds or replaces a pull request. There is one from the start: 7, with branch `feature`. */
  pull(pull: Pull): void;
  /** Adds a comment, by default by the account of the token. */
  say(pull: number, body: string, author?: string): IssueComment;
  /** The bytes behind `{server}/{owner}/{repo}/blob/{commit}/{path}?raw=true`; null if there is nothing. */
  raw(url: string): Buffer | null;
}

const BOT = 'github-actions[bot]';
/** The limit in GitHub's refusal. */
const LONGEST_BODY = 65_536;

export class GitHub implements SimulatedGitHub {
  readonly comments: readonly IssueComment[];
  readonly refs: ReadonlyMap<string, string>;
  readonly #origin: string;
  readonly #complain: Complain;
  readonly #git = new GitStore();
  readonly #routesOfGit: readonly Route[];
  readonly #pulls = new Map<number, Pull>();
  readonly #comments: IssueComment[] = [];
  #permissions: Permissions = { contents: 'write', 'pull-requests': 'write' };
  #visibility: Visibility = 'public';
  #hidden = false;
  #me: { readonly login: string; readonly kind: 'app' | 'user' } = { login: BOT, kind: 'app' };
  #lastId = 2_000;

  constructor(origin: string, complain: Complain) {
    this.#origin = origin;
    this.#complain = complain;
    this.comments = this.#comments;
    this.refs = this.#git.refs;
    this.#routesOfGit = gitRoutes(origin, this.#git);
    this.pull({ number: 7, state: 'open', head: { repository: REPOSITORY, ref: 'feature', sha: HEAD_SHA } });
  }

  allow(permissions: Permissions): void {
    this.#permissions = permissions;
  }

  visibility(visibility: Visibility): void {
    this.#visibility = visibility;
  }

  hide(): void {
    this.#hidden = true;
  }

  actAs(login: string, kind: 'app' | 'user'): void {
    this.#me = { login, kind };
  }

  protect(start: string): void {
    this.#git.protect(start);
  }

  pull(pull: Pull): void {
    this.#pulls.set(pull.number, pull);
  }

  say(pull: number, body: string, author = this.#me.login): IssueComment {
    this.#lastId += 1;
    const comment = { id: this.#lastId, pull, author, body };
    this.#comments.push(comment);
    return comment;
  }

  raw(url: string): Buffer | null {
    const { pathname, searchParams } = new URL(url);
    const [, commit = '', path = ''] = /\/blob\/([0-9a-f]{40})\/(.+)$/.exec(pathname) ?? [];
    return searchParams.get('raw') === 'true' ? this.#git.file(commit, decodeURIComponent(path)) : null;
  }

  readonly room: Room = ({ method, url, headers }) => {
    const known = headers.authorization === `token ${GITHUB_TOKEN}`;
    if (method === 'POST' && url.pathname === '/graphql') {
      return { name: 'viewer', answer: (body) => (known ? this.#viewer(body) : badCredentials()) };
    }
    if (method === 'GET' && url.pathname === '/user') {
      return { name: 'user-get', answer: () => (known ? this.#user() : badCredentials()) };
    }
    const base = `/repos/${REPOSITORY}`;
    if (url.pathname !== base && !url.pathname.startsWith(`${base}/`)) return null;
    const path = url.pathname.slice(base.length);
    for (const route of [...this.#routesOfPulls, ...this.#routesOfGit]) {
      const match = route.method === method ? route.path.exec(path) : null;
      if (match === null) continue;
      const parts = match.slice(1).map(decodeURIComponent);
      return {
        name: route.name,
        answer: (body) => {
          if (!known) return badCredentials();
          if (this.#hidden) return refused(404, 'Not Found');
          if (!this.#mayUse(route)) return refused(403, 'Resource not accessible by integration');
          try {
            return route.answer(parseObject(body) ?? {}, parts, url.searchParams);
          } catch (error) {
            if (error instanceof GitRefusal) return refused(error.status, error.message);
            throw error;
          }
        },
      };
    }
    return null;
  };

  #mayUse({ method, decision }: Route): boolean {
    if (decision.length === 0) return true;
    return decision.some((need) => {
      const access = this.#permissions[need] ?? 'none';
      return access === 'write' || (access === 'read' && method === 'GET');
    });
  }

  #viewer(body: Buffer): Answer {
    const { query } = parseObject(body) ?? {};
    if (typeof query !== 'string' || !/^\s*(query\s*)?\{\s*viewer\s*\{\s*login\s*\}\s*\}\s*$/.test(query)) {
      this.#complain(`graphql: only the viewer's login is known here, not ${String(query)}`);
    }
    return json(200, { data: { viewer: { login: this.#me.login } } });
  }

  #user(): Answer {
    const { login, kind } = this.#me;
    if (kind === 'app') return refused(403, 'Resource not accessible by integration');
    return json(200, userShape(this.#origin, login));
  }

  readonly #routesOfPulls: readonly Route[] = [
    {
      name: 'repo-get',
      method: 'GET',
      path: /^$/,
      decision: [],
      answer: () => json(200, wholeRepositoryShape(this.#origin, this.#visibility)),
    },
    {
      name: 'comments-list',
      method: 'GET',
      path: /^\/issues\/(\d+)\/comments$/,
      decision: ['issues', 'pull-requests'],
      answer: (_, [number], query) => {
        const of = this.#comments.filter(({ pull }) => pull === Number(number));
        return this.#page(
          of.map((comment) => commentShape(this.#origin, comment)),
          `/issues/${number}/comments`,
          query,
        );
      },
    },
    {
      name: 'comment-create',
      method: 'POST',
      path: /^\/issues\/(\d+)\/comments$/,
      decision: ['issues', 'pull-requests'],
      answer: ({ body }, [number]) => {
        const pull = this.#pulls.get(Number(number));
        if (pull === undefined) return refused(404, 'Not Found');
        if (pull.locked === true) return refused(403, 'Unable to create comment because issue is locked.');
        if (!fits(body)) return tooLong();
        return json(201, commentShape(this.#origin, this.say(Number(number), String(body))));
      },
    },
    {
      name: 'comment-update',
      method: 'PATCH',
      path: /^\/issues\/comments\/(\d+)$/,
      decision: ['issues', 'pull-requests'],
      answer: ({ body }, [id]) => {
        const index = this.#comments.findIndex((comment) => comment.id === Number(id));
        const comment = this.#comments[index];
        if (comment === undefined) return refused(404, 'Not Found');
        if (comment.author !== this.#me.login) this.#complain(`comment-update ${id}: a comment of ${comment.author}`);
        if (!fits(body)) return tooLong();
        const updated = { ...comment, body: String(body) };
        this.#comments[index] = updated;
        return json(200, commentShape(this.#origin, updated));
      },
    },
    {
      name: 'comment-delete',
      method: 'DELETE',
      path: /^\/issues\/comments\/(\d+)$/,
      decision: ['issues', 'pull-requests'],
      answer: (_, [id]) => {
        const index = this.#comments.findIndex((comment) => comment.id === Number(id));
        const [comment] = index < 0 ? [] : this.#comments.splice(index, 1);
        if (comment === undefined) return refused(404, 'Not Found');
        if (comment.author !== this.#me.login) this.#complain(`comment-delete ${id}: a comment of ${comment.author}`);
        return empty();
      },
    },
    {
      name: 'pull-get',
      method: 'GET',
      path: /^\/pulls\/(\d+)$/,
      decision: ['pull-requests'],
      answer: (_, [number]) => {
        const pull = this.#pulls.get(Number(number));
        return pull === undefined ? refused(404, 'Not Found') : json(200, wholePullShape(this.#origin, pull));
      },
    },
    {
      name: 'pulls-list',
      method: 'GET',
      path: /^\/pulls$/,
      decision: ['pull-requests'],
      answer: (_, __, query) => {
        const state = query.get('state') ?? 'open';
        const head = query.get('head');
        const found = [...this.#pulls.values()].filter(
          (pull) =>
            (state === 'all' || pull.state === state) &&
            (head === null || head === `${pull.head.repository.split('/')[0]}:${pull.head.ref}`),
        );
        return this.#page(
          found.map((pull) => pullShape(this.#origin, pull)),
          '/pulls',
          query,
        );
      },
    },
  ];

  /** One page of a list, with the Link header that leads to the next. */
  #page(items: readonly unknown[], path: string, query: URLSearchParams): Answer {
    const size = Math.min(Number(query.get('per_page') ?? 30), 100);
    const page = Number(query.get('page') ?? 1);
    const answer = json(200, items.slice((page - 1) * size, page * size));
    if (page * size >= items.length) return answer;
    const next = new URL(`/repos/${REPOSITORY}${path}?${query}`, this.#origin);
    next.searchParams.set('page', String(page + 1));
    return { ...answer, headers: { ...answer.headers, link: `<${next.href}>; rel="next"` } };
  }
}

function fits(body: unknown): boolean {
  return typeof body === 'string' && body.length <= LONGEST_BODY;
}

function badCredentials(): Answer {
  return refused(401, 'Bad credentials');
}

function tooLong(): Answer {
  const errors = [
    {
      resource: 'IssueComment',
      code: 'unprocessable',
      field: 'data',
      message: `Body is too long (maximum is ${LONGEST_BODY} characters)`,
    },
  ];
  return json(422, { message: 'Validation Failed', errors, documentation_url: 'https://docs.github.com/rest' });
}
