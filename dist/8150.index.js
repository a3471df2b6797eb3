export const id = 8150;
export const ids = [8150,1282];
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

/***/ 58150:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createPreviewRefs: () => (/* binding */ createPreviewRefs)
/* harmony export */ });
/* harmony import */ var _octokit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51282);

const WRITE = 'contents: write';
const FILE = '100644';
function createPreviewRefs(github) {
    return {
        read: (ref) => github.call(WRITE, async (octokit, repo) => {
            try {
                const { data: found } = await octokit.rest.git.getRef({ ...repo, ref: bare(ref) });
                const { data: commit } = await octokit.rest.git.getCommit({ ...repo, commit_sha: found.object.sha });
                const { data: tree } = await octokit.rest.git.getTree({
                    ...repo,
                    tree_sha: commit.tree.sha,
                    recursive: 'true',
                });
                const files = tree.tree.filter(({ type }) => type === 'blob');
                return {
                    commit: commit.sha,
                    message: commit.message,
                    files: new Map(files.map(({ path, sha }) => [path, sha])),
                };
            }
            catch (error) {
                if ((0,_octokit_js__WEBPACK_IMPORTED_MODULE_0__/* .statusOf */ .c)(error) === 404)
                    return null;
                throw error;
            }
        }),
        addFile: (bytes) => github.call(WRITE, async (octokit, repo) => {
            const content = Buffer.from(bytes).toString('base64');
            const { data } = await octokit.rest.git.createBlob({ ...repo, content, encoding: 'base64' });
            return data.sha;
        }),
        commit: (files, message) => github.call(WRITE, async (octokit, repo) => {
            const tree = [...files].map(([path, sha]) => ({ path, mode: FILE, type: 'blob', sha }));
            const { data: made } = await octokit.rest.git.createTree({ ...repo, tree });
            const { data } = await octokit.rest.git.createCommit({ ...repo, message, tree: made.sha, parents: [] });
            return data.sha;
        }),
        point: (ref, commit, exists) => github.call(WRITE, async (octokit, repo) => {
            const { updateRef, createRef } = octokit.rest.git;
            try {
                if (exists)
                    await updateRef({ ...repo, ref: bare(ref), sha: commit, force: true });
                else
                    await createRef({ ...repo, ref, sha: commit });
                return true;
            }
            catch (error) {
                const isGone = exists && ((0,_octokit_js__WEBPACK_IMPORTED_MODULE_0__/* .statusOf */ .c)(error) === 404 || said(error, /reference does not exist/i));
                const isThere = !exists && said(error, /already exists/i);
                if (isGone || isThere)
                    return false;
                throw error;
            }
        }),
        below: (folder) => github.call(WRITE, async (octokit, repo) => {
            const { data } = await octokit.rest.git.listMatchingRefs({ ...repo, ref: bare(folder) });
            return data.map(({ ref }) => ref).filter((ref) => ref.startsWith(`${folder}/`));
        }),
        remove: (ref) => github.call(WRITE, async (octokit, repo) => {
            await octokit.rest.git.deleteRef({ ...repo, ref: bare(ref) }).catch((error) => {
                if (!said(error, /reference does not exist/i))
                    throw error;
            });
        }),
    };
}
function said(error, words) {
    return (0,_octokit_js__WEBPACK_IMPORTED_MODULE_0__/* .statusOf */ .c)(error) === 422 && words.test(String(error));
}
function bare(ref) {
    return ref.replace(/^refs\//, '');
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
