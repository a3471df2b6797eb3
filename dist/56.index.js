export const id = 56;
export const ids = [56,282];
export const modules = {

/***/ 51282:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ statusOf),
/* harmony export */   createGitHubApi: () => (/* binding */ createGitHubApi)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _preview_ports_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52256);
// The one way to GitHub's API: @actions/github, loaded when it is needed, with few retries and refusals that name the missing permission.



const WAITS_MS = [500, 2_000];
/** Enough for a picture of 5 MB on a slow line. */
const CALL_LIMIT_MS = 30_000;
/** Longer waits are not worth it: a comment is an extra. */
const LONGEST_RETRY_AFTER_S = 20;
function createGitHubApi({ token, apiUrl, repository, signal }) {
    const [owner = '', repo = ''] = repository.split('/');
    let client;
    async function connect() {
        const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(752), __webpack_require__.e(942), __webpack_require__.e(351)]).then(__webpack_require__.bind(__webpack_require__, 61351));
        const octokit = getOctokit(token, { baseUrl: apiUrl });
        octokit.hook.wrap('request', async (request, options) => {
            const waits = [...WAITS_MS];
            for (;;) {
                const limit = AbortSignal.any([AbortSignal.timeout(CALL_LIMIT_MS), ...(signal === undefined ? [] : [signal])]);
                try {
                    // Changed, not copied: the hook that signs the call takes these very options, whatever is passed on to it.
                    options.request = { ...options.request, signal: limit };
                    return await request(options);
                }
                catch (error) {
                    if (limit.aborted)
                        throw limit.reason;
                    const wait = waits.shift();
                    const pause = wait === undefined ? null : pauseBefore(error, wait);
                    if (pause === null)
                        throw error;
                    await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(pause, undefined, { signal });
                }
            }
        });
        return octokit;
    }
    return {
        async call(permission, work) {
            try {
                if (token === '')
                    throw new Error('there is no GitHub token (input `github-token`)');
                client ??= connect();
                return await work(await client, { owner, repo });
            }
            catch (error) {
                throw asRefusal(error, permission);
            }
        },
    };
}
/** HTTP status of an answer of GitHub; null for everything else. */
function statusOf(error) {
    for (const cause of (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .causes */ .ps)(error)) {
        if ('status' in cause && typeof cause.status === 'number' && 'response' in cause)
            return cause.status;
    }
    return null;
}
/** Milliseconds to wait before the same call is tried again; null where it would end the same way. */
function pauseBefore(error, wait) {
    const status = statusOf(error);
    if (status === null || status >= 500)
        return wait;
    const after = retryAfterOf(error);
    if ((status !== 403 && status !== 429) || after === null || after > LONGEST_RETRY_AFTER_S)
        return null;
    return after * 1_000;
}
/** Seconds; GitHub sends it with its secondary limits (REST docs, rate limits). */
function retryAfterOf(error) {
    for (const cause of (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .causes */ .ps)(error)) {
        if (!('response' in cause))
            continue;
        const { response } = cause;
        if (typeof response !== 'object' || response === null || !('headers' in response))
            continue;
        const after = Number(new Map(Object.entries(response.headers ?? {})).get('retry-after'));
        if (Number.isFinite(after))
            return after;
    }
    return null;
}
function asRefusal(error, permission) {
    if (error instanceof _preview_ports_js__WEBPACK_IMPORTED_MODULE_2__/* .GitHubRefusal */ .k)
        return error;
    const said = error instanceof Error ? error.message : String(error);
    const status = statusOf(error);
    // A private repository that a token may not see at all looks like one that is not there.
    const forbidden = status === 404 || (status === 403 && !/rate limit/i.test(said));
    return new _preview_ports_js__WEBPACK_IMPORTED_MODULE_2__/* .GitHubRefusal */ .k(status === null
        ? `GitHub's API: ${said}`
        : withoutAddress(said) + (status === 404 ? ', or the token may not see it' : ''), forbidden ? permission : null, error);
}
/** Octokit appends the address of the documentation. */
function withoutAddress(message) {
    return message.replace(/ - https:\/\/docs\.github\.com\S*$/, '');
}


/***/ }),

/***/ 53056:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createPullRequestComments: () => (/* binding */ createPullRequestComments),
/* harmony export */   findPullRequest: () => (/* binding */ findPullRequest)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16413);
/* harmony import */ var _octokit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51282);
// Which pull request a run is for, and its comments, through @actions/github.



const WRITE = 'pull-requests: write';
const READ = 'pull-requests: read';
/** Under which name the token of a job comments, where GitHub's GraphQL does not tell. */
const ACTIONS_BOT = 'github-actions[bot]';
function createPullRequestComments(github) {
    let login;
    return {
        async me() {
            login ??= await github
                .call(READ, (octokit) => octokit.graphql('query { viewer { login } }'))
                .then((answer) => textOf((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o)(answer)?.viewer)?.login) ?? ACTIONS_BOT, () => ACTIONS_BOT);
            return login;
        },
        async isOpen(pull) {
            try {
                return await github.call(READ, async (octokit, repo) => {
                    const { data } = await octokit.rest.pulls.get({ ...repo, pull_number: pull });
                    return data.state === 'open';
                });
            }
            catch {
                return true;
            }
        },
        list: (pull) => github.call(WRITE, async (octokit, repo) => {
            const { listComments } = octokit.rest.issues;
            const comments = await octokit.paginate(listComments, { ...repo, issue_number: pull, per_page: 100 });
            return comments.map(commentOf).sort((a, b) => Number(a.id) - Number(b.id));
        }),
        create: (pull, body) => github.call(WRITE, async (octokit, repo) => {
            const { data } = await octokit.rest.issues.createComment({ ...repo, issue_number: pull, body });
            return commentOf(data);
        }),
        update: (id, body) => github.call(WRITE, async (octokit, repo) => {
            const { data } = await octokit.rest.issues.updateComment({ ...repo, comment_id: Number(id), body });
            return commentOf(data);
        }),
        remove: (id) => github.call(WRITE, async (octokit, repo) => {
            await octokit.rest.issues.deleteComment({ ...repo, comment_id: Number(id) }).catch((error) => {
                if ((0,_octokit_js__WEBPACK_IMPORTED_MODULE_1__/* .statusOf */ .c)(error) !== 404)
                    throw error;
            });
        }),
    };
}
function commentOf({ id, html_url: url, body = '', user }) {
    return { id: String(id), url, body, author: user?.login ?? '' };
}
/**
 * The number of the pull request that the event of this run is about; null for none. Asks GitHub only for a `workflow_run`, whose event names no pull
 * requests of forks (GitHub docs, "Events that trigger workflows"); then it may throw GitHubRefusal.
 */
async function findPullRequest(env, github) {
    const event = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJsonObject */ .d)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(env.GITHUB_EVENT_PATH ?? '', 'utf8').catch(() => ''));
    const issue = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o)(event?.issue);
    if (issue !== null)
        return (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o)(issue.pull_request) === null ? null : numberOf(issue.number);
    const pull = numberOf((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o)(event?.pull_request)?.number);
    if (pull !== null)
        return pull;
    const run = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o)(event?.workflow_run);
    return run === null ? null : pullRequestOfRun(run, env.GITHUB_REPOSITORY ?? '', github);
}
async function pullRequestOfRun(run, repository, github) {
    const branch = textOf(run.head_branch);
    const owner = textOf((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o)(run.head_repository)?.owner)?.login) ?? repository.split('/')[0] ?? '';
    // A nightly run of `main` is not about a pull request that happens to merge `main` somewhere.
    if (!/^(pull_request|push|$)/.test(textOf(run.event) ?? ''))
        return null;
    const [listed] = Array.isArray(run.pull_requests) ? run.pull_requests : [];
    const named = numberOf((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o)(listed)?.number);
    if (named !== null || branch === null)
        return named;
    return github.call(READ, async (octokit, repo) => {
        const { data } = await octokit.rest.pulls.list({ ...repo, state: 'open', head: `${owner}:${branch}` });
        const found = data.find(({ head }) => head.sha === run.head_sha) ?? data[0];
        return found?.number ?? null;
    });
}
function textOf(value) {
    return typeof value === 'string' && value !== '' ? value : null;
}
function numberOf(value) {
    return typeof value === 'number' ? value : null;
}


/***/ }),

/***/ 52256:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ GitHubRefusal)
/* harmony export */ });
// What previews need from GitHub, and how GitHub says no.
/** GitHub said no, or nothing that can be used. */
class GitHubRefusal extends Error {
    /** What the token lacks, as it is written in a workflow (`contents: write`); null where it is something else. */
    permission;
    constructor(message, permission, cause) {
        super(message, { cause });
        this.permission = permission;
    }
}


/***/ })

};
