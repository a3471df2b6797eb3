export const id = 3056;
export const ids = [3056,1282];
export const modules = {

/***/ 51282:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ ONCE),
/* harmony export */   c: () => (/* binding */ statusOf),
/* harmony export */   createGitHubApi: () => (/* binding */ createGitHubApi)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75892);
/* harmony import */ var _preview_ports_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52256);


const WAITS_MS = [500, 2_000];
const CALL_LIMIT_MS = 30_000;
const PATIENCE_MS = 90_000;
const LAST_CALL_LIMIT_MS = 5_000;
const SECONDARY_LIMIT_MS = 60_000;
const ONCE = { sentOnce: true };
function createGitHubApi({ token, apiUrl, repository, signal, clock, callLimitMs = CALL_LIMIT_MS, }) {
    const [owner = '', repo = ''] = repository.split('/');
    let client;
    let lostMs = 0;
    async function connect() {
        const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(6752), __webpack_require__.e(4942), __webpack_require__.e(1351)]).then(__webpack_require__.bind(__webpack_require__, 61351));
        const octokit = getOctokit(token, { baseUrl: apiUrl });
        octokit.hook.wrap('request', async (request, options) => {
            const waits = [...WAITS_MS];
            for (;;) {
                const began = clock.now();
                const limitMs = lostMs < PATIENCE_MS ? callLimitMs : Math.min(callLimitMs, LAST_CALL_LIMIT_MS);
                const limit = AbortSignal.any([AbortSignal.timeout(limitMs), ...(signal === undefined ? [] : [signal])]);
                try {
                    options.request = { ...options.request, signal: limit };
                    const response = await request(options);
                    if (response.status !== 204 && (typeof response.data !== 'object' || response.data === null))
                        throw new Error(`its response (HTTP ${response.status}) is incomplete, or is not JSON`);
                    return response;
                }
                catch (error) {
                    lostMs += clock.now() - began;
                    if (limit.aborted)
                        throw limit.reason;
                    const wait = waits.shift();
                    const isOnce = options.request?.sentOnce === true;
                    const pause = wait === undefined ? null : pauseBefore(error, wait, isOnce, clock.date());
                    const beforeLook = pause === null && isOnce && isUnanswered(error) ? WAITS_MS[0] : null;
                    const ms = pause ?? beforeLook ?? null;
                    if (ms === null || lostMs + ms > PATIENCE_MS)
                        throw error;
                    lostMs += ms;
                    await clock.sleep(ms, signal);
                    if (pause === null)
                        throw error;
                }
            }
        });
        return octokit;
    }
    return {
        async call(permission, work) {
            try {
                if (token === '')
                    throw noToken();
                client ??= connect();
                return await work(await client, { owner, repo });
            }
            catch (error) {
                throw asRefusal(error, permission);
            }
        },
    };
}
function noToken() {
    const details = { permission: null, isTransient: false, status: null, cause: null };
    return new _preview_ports_js__WEBPACK_IMPORTED_MODULE_1__/* .GitHubRefusal */ .k('there is no GitHub token: input `github-token` is empty', details);
}
function statusOf(error) {
    for (const cause of (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .causes */ .ps)(error)) {
        if ('status' in cause && typeof cause.status === 'number' && 'response' in cause)
            return cause.status;
    }
    return null;
}
function pauseBefore(error, wait, isOnce, date) {
    const limited = rateLimitMs(error, date);
    if (limited !== null)
        return limited;
    return isUnanswered(error) && !isOnce ? Math.max(wait, retryAfterMs(error) ?? 0) : null;
}
function isUnanswered(error) {
    const status = statusOf(error);
    return status === null || status >= 500;
}
function rateLimitMs(error, date) {
    const status = statusOf(error);
    if (status !== 403 && status !== 429)
        return null;
    const after = retryAfterMs(error);
    if (after !== null)
        return after;
    const headers = headersOf(error);
    const reset = Number(headers.get('x-ratelimit-reset'));
    if (headers.get('x-ratelimit-remaining') === '0' && Number.isFinite(reset))
        return Math.max(0, reset * 1_000 - date);
    return status === 429 || /rate limit/i.test(messageOf(error)) ? SECONDARY_LIMIT_MS : null;
}
function retryAfterMs(error) {
    const after = headersOf(error).get('retry-after');
    const seconds = typeof after === 'string' && after !== '' ? Number(after) : Number.NaN;
    return Number.isFinite(seconds) ? seconds * 1_000 : null;
}
function headersOf(error) {
    for (const cause of (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .causes */ .ps)(error)) {
        if (!('response' in cause))
            continue;
        const { response } = cause;
        if (typeof response !== 'object' || response === null || !('headers' in response))
            continue;
        return new Map(Object.entries(response.headers ?? {}));
    }
    return new Map();
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}
const LACKS_PERMISSION = /^resource not accessible by|^must have|permission|\bscope/i;
function asRefusal(error, permission) {
    if (error instanceof _preview_ports_js__WEBPACK_IMPORTED_MODULE_1__/* .GitHubRefusal */ .k)
        return error;
    const said = withoutAddress(messageOf(error));
    const status = statusOf(error);
    const isLimit = rateLimitMs(error, 0) !== null;
    const isForbidden = status === 404 || (status === 403 && !isLimit && LACKS_PERMISSION.test(said));
    const isServers = isUnanswered(error);
    const told = status === 404
        ? `${said}, or the token may not see it`
        : isServers && status !== null
            ? `HTTP ${status}, ${said}`
            : said;
    return new _preview_ports_js__WEBPACK_IMPORTED_MODULE_1__/* .GitHubRefusal */ .k(status === null ? `GitHub's API: ${said}` : told, {
        permission: isForbidden ? permission : null,
        isTransient: isServers || isLimit,
        status,
        cause: error,
    });
}
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
/* harmony import */ var _lib_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68173);
/* harmony import */ var _octokit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51282);



const WRITE = 'pull-requests: write';
const READ = 'pull-requests: read';
function createPullRequestComments(github) {
    let login;
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
            const order = { ...repo, issue_number: pull, body, request: _octokit_js__WEBPACK_IMPORTED_MODULE_1__/* .ONCE */ .E };
            const { data } = await octokit.rest.issues.createComment(order);
            login ??= data.user?.login;
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
function viewer(github) {
    return github
        .call(READ, (octokit) => octokit.graphql('query { viewer { login } }'))
        .then((answer) => textOf((0,_lib_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o$)((0,_lib_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o$)(answer)?.viewer)?.login), () => null);
}
function user(github) {
    return github
        .call(READ, (octokit) => octokit.rest.users.getAuthenticated())
        .then(({ data }) => textOf(data.login), () => null);
}
function commentOf({ id, html_url: url, body = '', user }) {
    return { id: String(id), url, body, author: user?.login ?? '' };
}
async function findPullRequest(env, github, log) {
    const event = (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJsonObject */ .dw)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(env.GITHUB_EVENT_PATH ?? '', 'utf8').catch(() => ''));
    const issue = (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o$)(event?.issue);
    if (issue !== null)
        return (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o$)(issue.pull_request) === null ? null : numberOf(issue.number);
    const pull = numberOf((0,_lib_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o$)(event?.pull_request)?.number);
    if (pull !== null)
        return pull;
    const run = (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o$)(event?.workflow_run);
    if (run === null || !/^(pull_request|push|$)/.test(textOf(run.event) ?? ''))
        return null;
    const repositoryId = numberOf((0,_lib_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o$)(event?.repository)?.id) ?? numberOf(Number(env.GITHUB_REPOSITORY_ID || Number.NaN));
    const found = await github.call(READ, async (octokit, repo) => {
        const listed = listedPulls(run, repositoryId);
        const heads = headOf(run, repo.owner);
        if (listed.length === 0 && heads === null)
            return [];
        const pulls = listed.length > 0
            ? await Promise.all(listed.map(async (number) => (await octokit.rest.pulls.get({ ...repo, pull_number: number })).data))
            : (await octokit.rest.pulls.list({ ...repo, state: 'open', head: heads?.filter ?? '' })).data;
        return pulls.filter(({ state, head }) => state === 'open' && isHeadOf(run, head));
    });
    const exact = found.filter(({ head }) => head.sha === run.head_sha);
    const candidates = exact.length > 0 ? exact : found;
    const [only, ...others] = candidates;
    if (only !== undefined && others.length === 0)
        return only.number;
    log.info(only === undefined
        ? 'The workflow run has no open pull request in this repository.'
        : `The workflow run may be for any of these pull requests: ${candidates.map(({ number }) => `#${number}`).join(', ')}.`);
    return null;
}
function listedPulls(run, repositoryId) {
    const listed = Array.isArray(run.pull_requests) ? run.pull_requests : [];
    return listed.flatMap((one) => {
        const pull = (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o$)(one);
        const base = numberOf((0,_lib_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o$)((0,_lib_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o$)(pull?.base)?.repo)?.id);
        const number = numberOf(pull?.number);
        return number !== null && base !== null && base === repositoryId ? [number] : [];
    });
}
function headOf(run, ownOwner) {
    const branch = textOf(run.head_branch);
    const owner = textOf((0,_lib_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o$)((0,_lib_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o$)(run.head_repository)?.owner)?.login) ?? ownOwner;
    return branch === null ? null : { filter: `${owner}:${branch}` };
}
function isHeadOf(run, head) {
    const repository = numberOf((0,_lib_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o$)(run.head_repository)?.id);
    const isRepository = repository === null || head.repo === null || head.repo.id === repository;
    return isRepository && (head.sha === run.head_sha || head.ref === run.head_branch);
}
function textOf(value) {
    return typeof value === 'string' && value !== '' ? value : null;
}
function numberOf(value) {
    return typeof value === 'number' && Number.isFinite(value) ? value : null;
}


/***/ }),

/***/ 52256:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ GitHubRefusal)
/* harmony export */ });
class GitHubRefusal extends Error {
    permission;
    isTransient;
    status;
    constructor(message, { permission, isTransient, status, cause }) {
        super(message, { cause });
        this.permission = permission;
        this.isTransient = isTransient;
        this.status = status;
    }
}


/***/ })

};
