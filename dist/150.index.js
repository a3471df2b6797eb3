export const id = 150;
export const ids = [150,282];
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

/***/ 58150:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createPreviewRefs: () => (/* binding */ createPreviewRefs)
/* harmony export */ });
/* harmony import */ var _octokit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51282);

const WRITE = 'contents: write';
/** An ordinary file (REST docs, "Create a tree"). */
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
        point: (ref, commit) => github.call(WRITE, async (octokit, repo) => {
            try {
                await octokit.rest.git.updateRef({ ...repo, ref: bare(ref), sha: commit, force: true });
            }
            catch (error) {
                // 422 "Reference does not exist", 404 on some servers; a real refusal comes again.
                if (![404, 422].includes((0,_octokit_js__WEBPACK_IMPORTED_MODULE_0__/* .statusOf */ .c)(error) ?? 0))
                    throw error;
                await octokit.rest.git.createRef({ ...repo, ref, sha: commit });
            }
        }),
        below: (folder) => github.call(WRITE, async (octokit, repo) => {
            const { data } = await octokit.rest.git.listMatchingRefs({ ...repo, ref: bare(folder) });
            // GitHub matches the beginning of names: pr-7 is one of pr-70 too.
            return data.map(({ ref }) => ref).filter((ref) => ref.startsWith(`${folder}/`));
        }),
        remove: (ref) => github.call(WRITE, async (octokit, repo) => {
            await octokit.rest.git.deleteRef({ ...repo, ref: bare(ref) }).catch((error) => {
                if (![404, 422].includes((0,_octokit_js__WEBPACK_IMPORTED_MODULE_0__/* .statusOf */ .c)(error) ?? 0))
                    throw error;
            });
        }),
    };
}
/** The API takes `heads/main` for `refs/heads/main`. */
function bare(ref) {
    return ref.replace(/^refs\//, '');
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
