export const id = 96;
export const ids = [96];
export const modules = {

/***/ 34499:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gf: () => (/* binding */ refFolder),
/* harmony export */   H8: () => (/* binding */ refOf),
/* harmony export */   Hc: () => (/* binding */ commentMark),
/* harmony export */   Hs: () => (/* binding */ readCommentMark),
/* harmony export */   df: () => (/* binding */ commitMessage),
/* harmony export */   hV: () => (/* binding */ readCommitMessage),
/* harmony export */   n8: () => (/* binding */ isOfKey),
/* harmony export */   tW: () => (/* binding */ isOlder)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
// How a preview is recognised again, and by which run it was made: in the comment's hidden first line, in the commit's message, in the ref's name.

/** The hidden first line of a comment. */
function commentMark(key, { id, attempt }) {
    return `<!-- runcomfy-action preview key=${encoded(key)} run=${id} attempt=${attempt} -->`;
}
/** What the first line of a comment says; null where it is no preview. Anywhere else it means nothing, so that no text can forge it. */
function readCommentMark(body) {
    const match = /^<!-- runcomfy-action preview key=(\S*) run=(\d+) attempt=(\d+) -->(?:\r?\n|$)/.exec(body);
    if (match === null)
        return null;
    const [, key = '', id = '', attempt = ''] = match;
    return { key, run: { id, attempt: Number(attempt) } };
}
/** Whether that comment is the one of this key. */
function isOfKey(mark, key) {
    return mark.key === encoded(key);
}
function commitMessage({ id, attempt }) {
    return `Previews of run ${id}, attempt ${attempt}`;
}
function readCommitMessage(message) {
    const [, id, attempt] = /^Previews of run (\d+), attempt (\d+)$/.exec(message.trim()) ?? [];
    return id === undefined ? null : { id, attempt: Number(attempt) };
}
/** Whether `one` was started before `other`. A re-run of an old run is old: it builds an old commit. */
function isOlder(one, other) {
    const [first, second] = [BigInt(one.id), BigInt(other.id)];
    return first === second ? one.attempt < other.attempt : first < second;
}
/** The folder of all preview refs of a pull request. */
function refFolder(pull) {
    return `refs/runcomfy/pr-${pull}`;
}
/** The ref of one comment. Names that git might refuse, or that look like another one, become a hash. */
function refOf(pull, key) {
    const plain = /^[a-z0-9][a-z0-9_-]{0,39}$/.test(key);
    return `${refFolder(pull)}/${plain ? key : `key-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(key).digest('hex').slice(0, 20)}`}`;
}
// A hyphen too: `--` could end an HTML comment.
function encoded(key) {
    return encodeURIComponent(key.toWellFormed()).replaceAll('-', '%2D');
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


/***/ }),

/***/ 24096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ explained),
  publishPlan: () => (/* binding */ publishPlan),
  k: () => (/* binding */ publishPreview)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/lib/errors.js
var errors = __webpack_require__(75892);
// EXTERNAL MODULE: ./lib/report/addresses.js
var addresses = __webpack_require__(96402);
// EXTERNAL MODULE: ./lib/report/comment.js
var report_comment = __webpack_require__(37023);
// EXTERNAL MODULE: ./lib/report/pieces.js
var pieces = __webpack_require__(75955);
// EXTERNAL MODULE: ./lib/report/plan.js
var report_plan = __webpack_require__(41383);
// EXTERNAL MODULE: ./lib/preview/mark.js
var preview_mark = __webpack_require__(34499);
// EXTERNAL MODULE: ./lib/preview/ports.js
var preview_ports = __webpack_require__(52256);
// EXTERNAL MODULE: ./lib/preview/sticky.js
var preview_sticky = __webpack_require__(5345);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/lib/concurrency.js
var concurrency = __webpack_require__(40764);
;// CONCATENATED MODULE: ./lib/preview/store.js
// Puts pictures under the hidden ref of a pull request: one commit without parents, replaced by each run, so that storage stays bounded.




/** GitHub asks for few writes at once (REST best practices). */
const UPLOADS_AT_ONCE = 3;
/**
 * Returns the SHA of the commit that holds exactly these files; null where a newer run was here already, and nothing was changed. Sends only the files
 * that the ref does not hold yet, and makes no commit where all of them are there. Throws GitHubRefusal.
 */
async function store(ref, files, run, refs) {
    const before = await refs.read(ref);
    if (isNewer(before, run))
        return null;
    const there = new Set(before?.files.values());
    const limit = (0,concurrency/* limitOf */.L)(UPLOADS_AT_ONCE);
    const entries = await Promise.all(files.map((file) => limit(async () => {
        const bytes = await file.read();
        const known = blobId(bytes);
        return [file.path, there.has(known) ? known : await refs.addFile(bytes)];
    })));
    const tree = new Map(entries);
    if (before !== null && same(before.files, tree))
        return before.commit;
    const commit = await refs.commit(tree, (0,preview_mark/* commitMessage */.df)(run));
    if (!(await pointAt(ref, commit, run, refs)))
        return null;
    return commit;
}
/**
 * Points the ref at the commit; false where a newer run was here. Called once more after the comment: an older run that was under way meanwhile may have
 * moved the ref back, and GitHub deletes commits that no ref points to. Throws GitHubRefusal.
 */
async function pointAt(ref, commit, run, refs) {
    // The uploads took a while. GitHub can create a ref on condition that there is none; it can replace one, but not on condition.
    for (let tries = 0; tries < MAX_TRIES; tries++) {
        const now = await refs.read(ref);
        if (isNewer(now, run))
            return false;
        if (now?.commit === commit || (await refs.point(ref, commit, now !== null)))
            return true;
    }
    throw new preview_ports/* GitHubRefusal */.k(`GitHub says both that ${ref} exists and that it does not`, {
        permission: null,
        isTransient: true,
        status: null,
        cause: null,
    });
}
const MAX_TRIES = 3;
function isNewer(previews, run) {
    const theirs = previews === null ? null : (0,preview_mark/* readCommitMessage */.hV)(previews.message);
    return theirs !== null && (0,preview_mark/* isOlder */.tW)(run, theirs);
}
/** As git names the content of a file. */
function blobId(bytes) {
    return (0,external_node_crypto_.createHash)('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
function same(one, other) {
    return one.size === other.size && [...one].every(([path, sha]) => other.get(path) === sha);
}

;// CONCATENATED MODULE: ./lib/preview/preview.js
// The story of one preview: pictures to their place, one comment on the pull request, never in the way of a newer run.










/**
 * Creates or updates the one comment of this key. null where there is none afterwards: no pull request, nothing to tell, or GitHub refused, which is a
 * warning and never an error.
 */
function publishPreview(preview, ports) {
    return onPullRequest(preview.pull, ports, (pull, problems) => commentOn(pull, preview, ports, problems));
}
/** The same for a plan, in a comment beside that of the pictures. None is created for a plan that changes nothing. */
function publishPlan(input, ports) {
    const { run, serverUrl, repository } = input;
    const key = `plan:${input.key}`;
    return onPullRequest(input.pull, ports, async (pull) => {
        const sticky = await (0,preview_sticky/* findSticky */.$)(pull, key, run, ports);
        if (sticky.superseded)
            return sticky.leave();
        if (sticky.comment === null && input.plan.every(({ action }) => action === 'unchanged'))
            return null;
        const mayShow = input.storage === 'hosted' || (await ports.isPublic());
        const filter = (0,addresses/* addressFilter */.hO)(input.hosts, serverUrl);
        const plan = mayShow ? input.plan : (0,addresses/* planWithoutAddresses */.UG)(input.plan, filter);
        return sticky.write((mark) => ports.redacted((0,report_plan/* planComment */.tx)({
            mark: (0,preview_mark/* commentMark */.Hc)(key, mark),
            key: input.key,
            plan,
            runUrl: runUrl(serverUrl, repository, mark),
        })));
    });
}
async function onPullRequest(pull, { log }, write) {
    if (pull === null) {
        await log.notice('No preview comment: this run is for no pull request. Input `pr-number` can name one, or set `comment: false`.');
        return null;
    }
    const problems = [];
    try {
        const comment = await write(pull, problems);
        return comment === null ? null : { commentId: comment.id, commentUrl: comment.url };
    }
    catch (error) {
        problems.unshift(`No preview comment: ${explained(error)} The job summary shows everything.`);
        return null;
    }
    finally {
        if (problems.length > 0)
            await log.warning(problems.join('\n'));
    }
}
function runUrl(serverUrl, repository, { id, attempt }) {
    return `${serverUrl}/${repository}/actions/runs/${id}/attempts/${attempt}`;
}
/** What went wrong, and what to do about it. */
function explained(error) {
    if (!(error instanceof preview_ports/* GitHubRefusal */.k))
        return `${(0,errors/* asActionError */.z6)(error, 'this action met an error').message}.`;
    const said = error.message.replace(/\s+/g, ' ').trim().replace(/\.$/, '');
    if (error.permission !== null)
        return `GitHub answered ${(0,errors/* quoted */.TL)(said)}. The job needs \`${error.permission}\` below \`permissions:\`. Pull requests from forks and from Dependabot never get it; docs/previews.md shows what they can do.`;
    if (/\bis locked\b/.test(said))
        return 'the conversation of this pull request is locked, so GitHub takes no new comments from this token. Unlock it, or set `comment: false`.';
    if (error.isTransient)
        return `${said}. It was tried again in vain: re-run the job once GitHub has recovered.`;
    if (error.status === null)
        return `${said}.`;
    if (error.status === 401)
        return `GitHub answered ${(0,errors/* quoted */.TL)(said)}. Check input \`github-token\`.`;
    return `GitHub answered ${(0,errors/* quoted */.TL)(said, 200)}.${/rule violations/i.test(said) ? ' A ruleset of the repository forbids it: exempt `refs/runcomfy/**`.' : ''}`;
}
async function commentOn(pull, preview, ports, problems) {
    const { key, run, runResult, storage } = preview;
    const sticky = await (0,preview_sticky/* findSticky */.$)(pull, key, run, ports);
    if (sticky.superseded)
        return sticky.leave();
    // What an earlier run has shown of this pull request is worth more than a line that says that nothing happened.
    if (runResult.images.length === 0 && runResult.failed.length === 0)
        return sticky.comment;
    const isPublic = storage !== 'hosted' && (await ports.isPublic());
    const pictures = await place(pull, preview, isPublic, ports, problems);
    if (pictures === null)
        return sticky.leave();
    const mayShow = storage === 'hosted' || isPublic;
    const standing = pictures.isOutage ? standingIn(sticky.comment, preview, mayShow) : null;
    const written = await sticky.write((mark) => ports.redacted((0,report_comment/* commentOf */.vm)({
        ...preview,
        addresses: mayShow ? null : filterFor(preview),
        mark: (0,preview_mark/* commentMark */.Hc)(key, mark),
        runUrl: runUrl(preview.serverUrl, preview.repository, mark),
        pictures: { ...pictures, standing },
    })));
    if (pictures.commit !== null)
        await pointAt((0,preview_mark/* refOf */.H8)(pull, key), pictures.commit, run, ports.refs).catch((error) => ports.log.info(`The previews' ref was not looked at again: ${explained(error)}`));
    return written;
}
function filterFor({ hosts, runResult, serverUrl }) {
    const ofImages = runResult.images.flatMap(({ url }) => URL.parse(url)?.host ?? []);
    return (0,addresses/* addressFilter */.hO)([...hosts, ...ofImages.filter((host) => host !== '')], serverUrl);
}
/** The pictures of the comment as it is; null where there are none, or where they are public and this comment may show nothing that is. */
function standingIn(comment, preview, mayShow) {
    const standing = comment === null ? null : (0,report_comment/* picturesIn */.hY)(comment.body);
    if (standing === null || mayShow)
        return standing;
    const plain = standing.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
    const addresses = [...plain.matchAll(/\s(?:src|href)="([^"]*)"/g)].map(([, address = '']) => address);
    const isOurs = addresses.every((address) => address.startsWith(`${preview.serverUrl}/`));
    return isOurs && filterFor(preview).ofUser(plain) === plain ? standing : null;
}
function noPictures(note, isOutage = false) {
    return { storage: 'none', now: new Map(), before: new Map(), commit: null, note, isOutage };
}
/** The best place that storage and token allow; null where a newer run was there already. */
async function place(pull, preview, isPublic, ports, problems) {
    const { storage, runResult } = preview;
    const shown = runResult.images.filter(pieces/* isPicture */.D1).slice(0, report_comment/* MAX_PICTURES */.T5);
    if (storage === 'none' || shown.length === 0)
        return noPictures(null);
    const hosted = {
        ...noPictures(null),
        storage: 'hosted',
        now: new Map(shown.map(({ path, url }) => [path, url])),
    };
    if (storage === 'hosted')
        return hosted;
    const mayHost = storage === 'auto' && isPublic;
    if (!(await ports.comments.isOpen(pull))) {
        const note = 'No pictures: none are stored for a pull request that is closed.';
        return mayHost ? hosted : noPictures(note);
    }
    try {
        return await placeUnderRef(pull, preview, ports.refs);
    }
    catch (error) {
        const isForbidden = error instanceof preview_ports/* GitHubRefusal */.k && error.permission !== null;
        const why = (0,errors/* asActionError */.z6)(error, 'Storing the pictures').message.replace(/\s+/g, ' ').trim();
        if (storage === 'auto' && (isForbidden || mayHost))
            ports.log.info(`Pictures are not kept in the repository (${why}).`);
        if (mayHost)
            return hosted;
        if (!isForbidden) {
            problems.push(`The preview comment does not show the new pictures: ${explained(error)} Artifact and job summary have them.`);
            return noPictures('No pictures: GitHub did not store them. The log of the run says why.', true);
        }
        if (storage === 'ref')
            problems.push(`The preview comment shows no pictures: ${explained(error)} Or set \`preview-storage: hosted\`, which shows RunComfy's public addresses.`);
        return noPictures('No pictures: storing them in the repository takes <code>contents: write</code>.');
    }
}
async function placeUnderRef(pull, { key, run, runResult, changes, serverUrl, repository }, refs) {
    const images = runResult.images.filter(pieces/* isPicture */.D1).slice(0, report_comment/* MAX_PICTURES */.T5);
    const befores = images.flatMap(({ path }) => {
        const before = changes.get(path)?.before ?? null;
        return before !== null && !before.isPointer && (0,pieces/* isPicture */.D1)(before) ? [{ path, before }] : [];
    });
    const files = [
        ...images.map(({ path, absolutePath }) => ({ path: `images/${path}`, read: () => (0,promises_.readFile)(absolutePath) })),
        ...befores.map(({ before }) => ({ path: `before/${before.path}`, read: () => before.read() })),
    ];
    const commit = await store((0,preview_mark/* refOf */.H8)(pull, key), files, run, refs);
    if (commit === null)
        return null;
    // By the commit, not by the ref: the address then means these very bytes, whatever becomes of the ref.
    const at = (path) => `${serverUrl}/${repository}/blob/${commit}/${path.split('/').map(encodeURIComponent).join('/')}?raw=true`;
    return {
        ...noPictures(null),
        storage: 'ref',
        commit,
        now: new Map(images.map(({ path }) => [path, at(`images/${path}`)])),
        before: new Map(befores.map(({ path, before }) => [path, at(`before/${before.path}`)])),
    };
}


/***/ }),

/***/ 5345:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ findSticky),
/* harmony export */   f: () => (/* binding */ nameless)
/* harmony export */ });
/* harmony import */ var _mark_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34499);
/* harmony import */ var _ports_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52256);


/** How often a comment is written whose fate nobody knows, or which somebody deletes meanwhile. */
const MAX_TRIES = 3;
/** Throws GitHubRefusal. */
async function findSticky(pull, key, run, { comments, log }) {
    /** Those of this key that this token wrote, oldest first. */
    const ours = async () => {
        const me = await comments.me();
        const marked = (await comments.list(pull)).flatMap((comment) => {
            const mark = (0,_mark_js__WEBPACK_IMPORTED_MODULE_0__/* .readCommentMark */ .Hs)(comment.body);
            return mark !== null && (0,_mark_js__WEBPACK_IMPORTED_MODULE_0__/* .isOfKey */ .n8)(mark, key) ? [{ comment, run: mark.run }] : [];
        });
        // Whoever does not know its name may neither write into what may be somebody else's, nor put a second one beside what may be its own.
        if (me === null && marked.length > 0)
            throw nameless();
        return marked.filter(({ comment }) => comment.author === me);
    };
    const isSuperseded = (found) => found.some((one) => (0,_mark_js__WEBPACK_IMPORTED_MODULE_0__/* .isOlder */ .tW)(run, one.run));
    const leave = (found) => {
        log.info('The preview comment is left as it is: a newer run has written it.');
        return found[0]?.comment ?? null;
    };
    const tidy = async (surplus) => {
        for (const { comment } of surplus) {
            await comments
                .remove(comment.id)
                .catch((error) => log.info(`A second preview comment was not removed: ${String(error)}`));
        }
    };
    const found = await ours();
    return {
        comment: found[0]?.comment ?? null,
        superseded: isSuperseded(found),
        leave: () => leave(found),
        async write(bodyFor) {
            // GitHub can write a comment, but not on condition: so it is looked for again after it was written. Of several the first one stays, whoever looks.
            let written = null;
            let failure = null;
            for (let tries = 0;;) {
                let now;
                try {
                    now = await ours();
                }
                catch (error) {
                    // What was written is there, whatever this look did not find out.
                    if (written !== null)
                        return written;
                    throw failure ?? error;
                }
                const [first, ...surplus] = now;
                if (isSuperseded(now)) {
                    await tidy(surplus.filter(({ comment }) => comment.id === written?.id));
                    return leave(now);
                }
                await tidy(surplus);
                if (first !== undefined && first.comment.id === written?.id && !(0,_mark_js__WEBPACK_IMPORTED_MODULE_0__/* .isOlder */ .tW)(first.run, run))
                    return first.comment;
                // By its own run: a body that differs in nothing else tells nothing new.
                if (first !== undefined && sameText(first.comment.body, bodyFor(first.run)))
                    return first.comment;
                if (first === undefined && written !== null)
                    return written;
                if (tries === MAX_TRIES) {
                    if (failure !== null)
                        throw failure;
                    return first?.comment ?? null;
                }
                tries += 1;
                try {
                    written =
                        first === undefined
                            ? await comments.create(pull, bodyFor(run))
                            : await comments.update(first.comment.id, bodyFor(run));
                }
                catch (error) {
                    if (!(error instanceof _ports_js__WEBPACK_IMPORTED_MODULE_1__/* .GitHubRefusal */ .k))
                        throw error;
                    failure = error;
                    // Deleted since it was looked up.
                    if (first !== undefined && error.status === 404)
                        written = null;
                    else if (!error.isTransient)
                        throw error;
                    // Tried again already; only what became of it is still to be seen.
                    else if (first !== undefined)
                        tries = MAX_TRIES;
                }
            }
        },
    };
}
/** Refused is better than a second comment, or than one of somebody else that is changed. */
function nameless() {
    return new _ports_js__WEBPACK_IMPORTED_MODULE_1__/* .GitHubRefusal */ .k('GitHub did not tell under which name this token comments, so nobody knows whether the comment that is there is its own; it is left as it is', { permission: null, isTransient: true, status: null, cause: null });
}
function sameText(one, other) {
    return one.replaceAll('\r\n', '\n').trimEnd() === other.trimEnd();
}


/***/ }),

/***/ 96402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hi: () => (/* binding */ inMarkdown),
/* harmony export */   Js: () => (/* binding */ tallyWithoutAddresses),
/* harmony export */   UG: () => (/* binding */ planWithoutAddresses),
/* harmony export */   ge: () => (/* binding */ differenceWithoutAddresses),
/* harmony export */   hO: () => (/* binding */ addressFilter)
/* harmony export */ });
/* harmony import */ var _tasks_task_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9961);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63021);


/** Stands in place of an address. */
const LEFT_OUT = '(address left out)';
/** `hosts`: further `host`s or `host:port`s at which results may be. `serverUrl`: GITHUB_SERVER_URL. */
function addressFilter(hosts, serverUrl) {
    const all = ['runcomfy.net', ...hosts.map((host) => host.toLowerCase())];
    const isHosted = (word) => all.some((host) => word.includes(host)) || /runcomfy\.com(:\d+)?\//.test(word);
    const isForeign = (word) => /^[a-z][a-z0-9+.-]*:\/\/./.test(word) && !word.startsWith(`${serverUrl.toLowerCase()}/`);
    return {
        ofUser: (text) => withoutWords(text, isHosted),
        ofService: (text) => withoutWords(text, (word) => isHosted(word) || isForeign(word)),
    };
}
/** An address holds no white space, and nothing that quotes it. It may be percent-encoded inside of another one, or have the slashes of JSON. */
function withoutWords(text, isLeftOut) {
    return text.replace(/[^\s"'<>`()[\]{}]+/g, (written) => {
        const word = written.replace(/[.,;:!?…]+$/, '');
        const plain = word
            .toLowerCase()
            .replace(/%([0-9a-f]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
            .replaceAll('\\/', '/');
        return isLeftOut(plain) ? `${LEFT_OUT}${written.slice(word.length)}` : written;
    });
}
/** Files have no address, and prompts lose theirs, before anything cuts them in two. */
function tallyWithoutAddresses(runResult, { ofUser }) {
    return {
        ...runResult,
        images: runResult.images.map((image) => ({ ...image, url: '', outcome: withoutInPrompt(image.outcome, ofUser) })),
    };
}
function withoutInPrompt(outcome, ofUser) {
    const { task } = outcome;
    const prompt = (0,_tasks_task_js__WEBPACK_IMPORTED_MODULE_0__/* .promptOf */ .Gh)(task);
    return prompt === null
        ? outcome
        : { ...outcome, task: { ...task, parameters: { ...task.parameters, prompt: ofUser(prompt) } } };
}
function planWithoutAddresses(plan, { ofUser }) {
    return plan.map((row) => ({ ...row, reasons: row.reasons.map(ofUser) }));
}
function differenceWithoutAddresses({ name, pieces }, { ofUser }) {
    return { name, pieces: pieces.map(({ text, kind }) => ({ text: ofUser(text), kind })) };
}
/** Applies a filter to every text from outside in finished Markdown, whoever put it there. */
function inMarkdown(markdown, filter) {
    return markdown.replace(/<(code|pre)>([^<]*)<\/\1>/g, (whole, tag, inner) => {
        const text = inner.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
        const filtered = filter(text);
        if (filtered === text)
            return whole;
        return tag === 'code' ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(filtered) : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .preformatted */ .EC)(filtered);
    });
}


/***/ }),

/***/ 37023:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EN: () => (/* binding */ withoutPictures),
/* harmony export */   T5: () => (/* binding */ MAX_PICTURES),
/* harmony export */   hY: () => (/* binding */ picturesIn),
/* harmony export */   vm: () => (/* binding */ commentOf)
/* harmony export */ });
/* harmony import */ var _lib_figures_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38402);
/* harmony import */ var _tasks_task_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9961);
/* harmony import */ var _addresses_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96402);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63021);
/* harmony import */ var _pieces_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75955);
// The preview comment on a pull request: the verdict, the pictures in a grid or beside what they replace, what failed and why.





/** More pictures than these are not shown, only counted. */
const MAX_PICTURES = 40;
const SHORT_PROMPT = 90;
const WHOLE_PROMPT = 1_500;
/** Characters for the names of what is unchanged. */
const MAX_UNCHANGED = 8_000;
const PICTURES_BEGIN = '<!-- pictures -->';
const PICTURES_END = '<!-- end of pictures -->';
/** At most 65,536 characters, cut at whole rows. */
function commentOf(sources) {
    const { addresses = null } = sources;
    return addresses === null
        ? written(sources)
        : (0,_addresses_js__WEBPACK_IMPORTED_MODULE_1__/* .inMarkdown */ .Hi)(written(withoutAddresses(sources, addresses)), addresses.ofUser);
}
function withoutAddresses({ runResult, changes, ...sources }, filter) {
    return {
        ...sources,
        runResult: (0,_addresses_js__WEBPACK_IMPORTED_MODULE_1__/* .tallyWithoutAddresses */ .Js)(runResult, filter),
        changes: new Map([...changes].map(([path, { differences, ...change }]) => [
            path,
            { ...change, differences: differences.map((one) => (0,_addresses_js__WEBPACK_IMPORTED_MODULE_1__/* .differenceWithoutAddresses */ .ge)(one, filter)) },
        ])),
    };
}
function written(sources) {
    const { mark, key, runResult, artifacts, unchanged, runUrl, pictures, addresses = null } = sources;
    const run = (0,_pieces_js__WEBPACK_IMPORTED_MODULE_2__/* .runLink */ .ut)(runUrl);
    const facts = [
        ...(0,_pieces_js__WEBPACK_IMPORTED_MODULE_2__/* .counts */ .tQ)(runResult),
        run,
        ...artifacts.slice(0, 1).flatMap((artifact) => (0,_pieces_js__WEBPACK_IMPORTED_MODULE_2__/* .artifactLink */ .VP)(artifact) ?? []),
    ];
    const head = [mark, '', `### ${(0,_pieces_js__WEBPACK_IMPORTED_MODULE_2__/* .title */ .DD)(runResult, false)}${(0,_pieces_js__WEBPACK_IMPORTED_MODULE_2__/* .keyName */ .xT)(key)}`, '', facts.join(' · '), ''];
    const foot = [...unchangedFold(unchanged), ...storageNote(pictures)];
    const fixed = [...head, PICTURES_BEGIN, PICTURES_END, ...foot, ''].join('\n').length;
    const filtered = (row) => (addresses === null ? row : (0,_addresses_js__WEBPACK_IMPORTED_MODULE_1__/* .inMarkdown */ .Hi)(row, addresses.ofService));
    const tables = (0,_pieces_js__WEBPACK_IMPORTED_MODULE_2__/* .problemTables */ .HV)(runResult).map((table) => ({ ...table, rows: table.rows.map(filtered) }));
    const problems = (0,_pieces_js__WEBPACK_IMPORTED_MODULE_2__/* .fitting */ ._Q)(tables, {
        max: (_pieces_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_COMMENT_CHARACTERS */ .Mj - fixed) / 2,
        lengthOf: (text) => text.length,
        rest: (dropped) => `<p>And ${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(dropped, 'more row')}, see the ${run}.</p>\n`,
    });
    const room = _pieces_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_COMMENT_CHARACTERS */ .Mj - fixed - problems.join('\n').length - 10;
    const { standing = null } = pictures;
    const keeps = standing !== null && standing.length + STANDING.length < room - LEAST_ROOM;
    const shown = (0,_pieces_js__WEBPACK_IMPORTED_MODULE_2__/* .fitting */ ._Q)(keeps ? fileList(runResult) : imageBlocks(sources), {
        max: keeps ? room - standing.length - STANDING.length : room,
        lengthOf: (text) => text.length,
        rest: (dropped) => `<p>And ${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(dropped, 'more row')} of images, see the ${run}.</p>\n`,
    });
    if (!keeps)
        return [...head, ...problems, PICTURES_BEGIN, ...shown, PICTURES_END, ...foot, ''].join('\n');
    return [...head, ...problems, ...shown, STANDING, PICTURES_BEGIN + standing + PICTURES_END, ...foot, ''].join('\n');
}
const STANDING = '<p>The pictures are those of an earlier run: GitHub did not store the new ones.</p>\n';
/** Characters, for the list of what is new. */
const LEAST_ROOM = 2_000;
/** What the comment shows between its marks; null where that holds no picture. */
function picturesIn(body) {
    const start = body.indexOf(PICTURES_BEGIN);
    const end = body.lastIndexOf(PICTURES_END);
    if (start === -1 || end < start)
        return null;
    const shown = body.slice(start + PICTURES_BEGIN.length, end);
    return shown.includes('<img ') ? shown : null;
}
function fileList({ images }) {
    const rows = images.map((image) => `<li>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(image.path)} <sub>${factsOf(image)}</sub></li>`);
    return [{ head: '<p>Made by this run:</p>\n<ul>', rows, foot: '</ul>\n' }];
}
/** The same comment with one line in place of its pictures. A second time changes nothing. */
function withoutPictures(body) {
    const start = body.indexOf(PICTURES_BEGIN);
    const end = body.lastIndexOf(PICTURES_END);
    if (start === -1 || end < start)
        return body;
    const line = '\n<p>The pictures were removed when the pull request was closed.</p>\n\n';
    return `${body.slice(0, start + PICTURES_BEGIN.length)}${line}${body.slice(end)}`;
}
function imageBlocks({ runResult, artifacts, changes, pictures }) {
    const shown = runResult.images.slice(0, MAX_PICTURES);
    const [compared, fresh] = [true, false].map((wanted) => shown.filter(({ path }) => changes.has(path) === wanted));
    const blocks = [];
    if (compared !== undefined && compared.length > 0) {
        blocks.push({
            head: '<table>\n<tr><th>Before</th><th>After</th></tr>',
            rows: compared.map((image) => comparison(image, changes.get(image.path), pictures, artifacts)),
            foot: '</table>\n',
        });
    }
    const [first] = fresh ?? [];
    if (fresh !== undefined && first !== undefined) {
        // Twenty seeds of one prompt should not say it twenty times.
        const onePrompt = fresh.every(({ outcome: { task } }) => (0,_tasks_task_js__WEBPACK_IMPORTED_MODULE_0__/* .promptOf */ .Gh)(task) === (0,_tasks_task_js__WEBPACK_IMPORTED_MODULE_0__/* .promptOf */ .Gh)(first.outcome.task) && task.model === first.outcome.task.model);
        const columns = columnsFor(fresh.length, onePrompt);
        const folder = sharedFolder(fresh);
        const cells = fresh.map((image) => cell(image, image.path.slice(folder.length), columns, pictures.now, artifacts, !onePrompt));
        blocks.push({
            head: `${onePrompt ? `${(0,_pieces_js__WEBPACK_IMPORTED_MODULE_2__/* .promptBlock */ .W6)(first.outcome.task, WHOLE_PROMPT)}\n` : ''}<table>`,
            rows: Array.from({ length: Math.ceil(cells.length / columns) }, (_, row) => `<tr>${cells.slice(row * columns, (row + 1) * columns).join('')}</tr>`),
            foot: '</table>\n',
        });
    }
    const hidden = runResult.images.length - shown.length;
    if (hidden > 0)
        blocks.push({ head: '', rows: [`<p>And ${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(hidden, 'more image')}.</p>\n`], foot: '' });
    return blocks;
}
/** The folder that all of them are in, with its slash; empty where they are in several. */
function sharedFolder(images) {
    const folders = new Set(images.map(({ path }) => path.slice(0, path.lastIndexOf('/') + 1)));
    const [folder = ''] = folders;
    return folders.size === 1 ? folder : '';
}
/** A phone can show three, or two with prompts below them. */
function columnsFor(images, onePrompt) {
    if (images === 4 || (!onePrompt && images <= 8))
        return Math.min(images, 2);
    return Math.min(images, 3);
}
/** Pixels, so that a row fills a comment on a desktop; on a phone they shrink. */
const TALLEST = 480;
const WIDTHS = { 1: 480, 2: 360, 3: 240 };
function cell(image, name, columns, now, artifacts, withPrompt) {
    const picture = shownPicture(image, now.get(image.path), WIDTHS[columns] ?? 240, artifacts);
    const prompt = withPrompt ? `<br>${foldedPrompt(image)}` : '';
    return `<td valign="top" width="${Math.floor(100 / columns)}%">${picture}<br>${caption(image, name)}${prompt}</td>`;
}
function comparison(image, change, { now, before }, artifacts) {
    const earlier = before.get(image.path);
    const then = earlier === undefined
        ? `<sub>${missingBefore(change?.before ?? null)}</sub>`
        : shownPicture({ ...image, path: `before: ${image.path}` }, earlier, 360, []);
    const reasons = (change?.differences ?? []).map((difference) => `<br>${differenceLine(difference)}`).join('');
    return [
        `<tr><td valign="top" width="50%">${then}</td><td valign="top" width="50%">${shownPicture(image, now.get(image.path), 360, artifacts)}</td></tr>`,
        `<tr><td colspan="2">${caption(image, image.path)}${reasons}</td></tr>`,
    ].join('\n');
}
function missingBefore(before) {
    if (before === null)
        return 'nothing';
    return before.isPointer ? 'stored in Git LFS' : 'not shown';
}
/** The picture, or a link where it has no address of its own, is too large, or is none. */
function shownPicture(image, address, width, artifacts) {
    const source = address === undefined ? null : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .href */ .UF)(address);
    if (source !== null) {
        const page = source.replace(/\?raw=true$/, '');
        return `<a href="${page}"><img src="${source}" width="${widthWithin(image, width)}" alt="${(0,_pieces_js__WEBPACK_IMPORTED_MODULE_2__/* .attribute */ .lt)(image.path)}"></a>`;
    }
    const link = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .href */ .UF)(image.url);
    if (link !== null)
        return `<a href="${link}">Open the ${(0,_pieces_js__WEBPACK_IMPORTED_MODULE_2__/* .isPicture */ .D1)(image) ? 'image' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(image.format ?? 'file')}</a>`;
    const name = image.path.slice(image.path.lastIndexOf('/') + 1);
    const artifact = artifacts.length === 1 ? artifacts[0] : artifacts.find((one) => one.name === name);
    return artifact === undefined ? '' : ((0,_pieces_js__WEBPACK_IMPORTED_MODULE_2__/* .artifactLink */ .VP)(artifact) ?? '');
}
/** Nothing is blown up, and nothing is taller than a screen. */
function widthWithin({ width, height }, max) {
    if (width === null || height === null)
        return max;
    return Math.max(1, Math.round(Math.min(max, width, (TALLEST * width) / height)));
}
function caption(image, name) {
    return `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(name)}<br><sub>${factsOf(image)}</sub>`;
}
function factsOf(image) {
    const { tookMs, cost, images } = image.outcome;
    const facts = [
        ...(image.seed === null ? [] : [`seed&nbsp;${image.seed}`]),
        (0,_pieces_js__WEBPACK_IMPORTED_MODULE_2__/* .dimensions */ .KQ)(image),
        (0,_pieces_js__WEBPACK_IMPORTED_MODULE_2__/* .unbroken */ .D_)((0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .size */ .Ej)(image.bytes)),
        tookMs === null ? null : (0,_pieces_js__WEBPACK_IMPORTED_MODULE_2__/* .time */ .kB)(tookMs),
        cost === null || images.length > 1 ? null : (0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .usd */ .dR)(cost),
    ].filter((fact) => fact !== null);
    return facts.join(' · ');
}
function foldedPrompt({ outcome: { task } }) {
    const prompt = (0,_tasks_task_js__WEBPACK_IMPORTED_MODULE_0__/* .promptOf */ .Gh)(task)?.trim() ?? '';
    if (prompt === '')
        return task.model === '' ? '' : `<sub>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(task.model)}</sub>`;
    const short = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .shortened */ .vI)(prompt, SHORT_PROMPT);
    if (short === prompt)
        return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(prompt);
    return `<details><summary>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(short)}</summary>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .preformatted */ .EC)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .shortened */ .vI)(prompt, WHOLE_PROMPT))}</details>`;
}
const MAX_PIECE = 600;
/** Characters of what is the same, on either side of what is not. */
const CONTEXT = 60;
function differenceLine({ name, pieces }) {
    const words = pieces.map(({ text, kind }, n) => {
        if (kind === 'removed')
            return `<del>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .shortened */ .vI)(text, MAX_PIECE))}</del>`;
        if (kind === 'added')
            return `<ins>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .shortened */ .vI)(text, MAX_PIECE))}</ins>`;
        return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(pieces.length === 1 ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .shortened */ .vI)(text, MAX_PIECE) : context(text, n > 0, n < pieces.length - 1));
    });
    return `<b>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(name)}</b> ${words.join(' ')}`;
}
/** The ends of a text that touch something else. */
function context(text, afterChange, beforeChange) {
    const characters = Array.from(text);
    const [start, end] = [afterChange ? CONTEXT : 0, beforeChange ? CONTEXT : 0];
    if (characters.length <= start + end + 1)
        return text;
    return `${characters.slice(0, start).join('')}…${end === 0 ? '' : characters.slice(-end).join('')}`;
}
function unchangedFold(names) {
    if (names.length === 0)
        return [];
    let room = MAX_UNCHANGED;
    const shown = names
        .map((name) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .shortened */ .vI)(name, 100)))
        .filter((name) => {
        room -= name.length + 1;
        return room >= 0;
    });
    const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : '';
    return [`<details><summary>${names.length} unchanged</summary>${shown.join(' ')}${more}</details>\n`];
}
function storageNote({ storage, note = null }) {
    if (storage === 'hosted')
        return [
            '<sub>The pictures are on RunComfy’s servers: whoever has their addresses can see them, and they may expire.</sub>\n',
        ];
    return note === null ? [] : [`<sub>${note}</sub>\n`];
}


/***/ })

};
