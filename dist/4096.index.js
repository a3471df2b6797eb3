export const id = 4096;
export const ids = [4096,1383];
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

function commentMark(key, { id, attempt }) {
    return `<!-- runcomfy-action preview key=${encoded(key)} run=${id} attempt=${attempt} -->`;
}
function readCommentMark(body) {
    const match = /^<!-- runcomfy-action preview key=(\S*) run=(\d+) attempt=(\d+) -->(?:\r?\n|$)/.exec(body);
    if (match === null)
        return null;
    const [, key = '', id = '', attempt = ''] = match;
    return { key, run: { id, attempt: Number(attempt) } };
}
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
function isOlder(one, other) {
    const [first, second] = [BigInt(one.id), BigInt(other.id)];
    return first === second ? one.attempt < other.attempt : first < second;
}
function refFolder(pull) {
    return `refs/runcomfy/pr-${pull}`;
}
function refOf(pull, key) {
    const plain = /^[a-z0-9][a-z0-9_-]{0,39}$/.test(key);
    return `${refFolder(pull)}/${plain ? key : `key-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(key).digest('hex').slice(0, 20)}`}`;
}
function encoded(key) {
    return encodeURIComponent(key.toWellFormed()).replaceAll('-', '%2D');
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
// EXTERNAL MODULE: ./lib/report/comment.js + 1 modules
var report_comment = __webpack_require__(25995);
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




const UPLOADS_AT_ONCE = 3;
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
async function pointAt(ref, commit, run, refs) {
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
function blobId(bytes) {
    return (0,external_node_crypto_.createHash)('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
function same(one, other) {
    return one.size === other.size && [...one].every(([path, sha]) => other.get(path) === sha);
}

;// CONCATENATED MODULE: ./lib/preview/preview.js










function publishPreview(preview, ports) {
    return onPullRequest(preview.pull, ports, (pull, problems) => commentOn(pull, preview, ports, problems));
}
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
        await log.notice('No preview comment: this run does not belong to a pull request. Set `pr-number`, or `comment: false`.');
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
function explained(error) {
    if (!(error instanceof preview_ports/* GitHubRefusal */.k))
        return `${(0,errors/* asActionError */.z6)(error, 'this action met an error').message}.`;
    const said = error.message.replace(/\s+/g, ' ').trim().replace(/\.$/, '');
    if (error.permission !== null)
        return `GitHub responded ${(0,errors/* quoted */.TL)(said)}. The job needs \`${error.permission}\` below \`permissions:\`. Pull requests from forks and from Dependabot cannot get it; docs/previews.md shows what works for them.`;
    if (/\bis locked\b/.test(said))
        return 'the conversation of this pull request is locked, so GitHub accepts no new comments from this token. Unlock it, or set `comment: false`.';
    if (error.isTransient)
        return `${said}. Retries failed too: re-run the job when GitHub has recovered.`;
    if (error.status === null)
        return `${said}.`;
    if (error.status === 401)
        return `GitHub responded ${(0,errors/* quoted */.TL)(said)}. Check input \`github-token\`.`;
    return `GitHub responded ${(0,errors/* quoted */.TL)(said, 200)}.${/rule violations/i.test(said) ? ' A ruleset of the repository forbids it: exempt `refs/runcomfy/**`.' : ''}`;
}
async function commentOn(pull, preview, ports, problems) {
    const { key, run, runResult, storage } = preview;
    const sticky = await (0,preview_sticky/* findSticky */.$)(pull, key, run, ports);
    if (sticky.superseded)
        return sticky.leave();
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
        await pointAt((0,preview_mark/* refOf */.H8)(pull, key), pictures.commit, run, ports.refs).catch((error) => ports.log.info(`The ref of the previews was not checked again: ${explained(error)}`));
    return written;
}
function filterFor({ hosts, runResult, serverUrl }) {
    const ofImages = runResult.images.flatMap(({ url }) => URL.parse(url)?.host ?? []);
    return (0,addresses/* addressFilter */.hO)([...hosts, ...ofImages.filter((host) => host !== '')], serverUrl);
}
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
        const note = 'No pictures: none are stored for closed pull requests.';
        return mayHost ? hosted : noPictures(note);
    }
    try {
        return await placeUnderRef(pull, preview, ports.refs);
    }
    catch (error) {
        const isForbidden = error instanceof preview_ports/* GitHubRefusal */.k && error.permission !== null;
        const why = (0,errors/* asActionError */.z6)(error, 'Storing the pictures').message.replace(/\s+/g, ' ').trim();
        if (storage === 'auto' && (isForbidden || mayHost))
            ports.log.info(`Pictures are not stored in the repository (${why}).`);
        if (mayHost)
            return hosted;
        if (!isForbidden) {
            problems.push(`The preview comment does not show the new pictures: ${explained(error)} They are in the artifact and the job summary.`);
            return noPictures('No pictures: GitHub did not store them. The log of the run says why.', true);
        }
        if (storage === 'ref')
            problems.push(`The preview comment shows no pictures: ${explained(error)} Or set \`preview-storage: hosted\`, which shows RunComfy's public addresses.`);
        return noPictures('No pictures: storing them in the repository requires <code>contents: write</code>.');
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


const MAX_TRIES = 3;
async function findSticky(pull, key, run, { comments, log }) {
    const ours = async () => {
        const me = await comments.me();
        const marked = (await comments.list(pull)).flatMap((comment) => {
            const mark = (0,_mark_js__WEBPACK_IMPORTED_MODULE_0__/* .readCommentMark */ .Hs)(comment.body);
            return mark !== null && (0,_mark_js__WEBPACK_IMPORTED_MODULE_0__/* .isOfKey */ .n8)(mark, key) ? [{ comment, run: mark.run }] : [];
        });
        if (me === null && marked.length > 0)
            throw nameless();
        return marked.filter(({ comment }) => comment.author === me);
    };
    const isSuperseded = (found) => found.some((one) => (0,_mark_js__WEBPACK_IMPORTED_MODULE_0__/* .isOlder */ .tW)(run, one.run));
    const leave = (found) => {
        log.info('The preview comment was not changed: a newer run has written it.');
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
            let written = null;
            let failure = null;
            for (let tries = 0;;) {
                let now;
                try {
                    now = await ours();
                }
                catch (error) {
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
                    if (first !== undefined && error.status === 404)
                        written = null;
                    else if (!error.isTransient)
                        throw error;
                    else if (first !== undefined)
                        tries = MAX_TRIES;
                }
            }
        },
    };
}
function nameless() {
    return new _ports_js__WEBPACK_IMPORTED_MODULE_1__/* .GitHubRefusal */ .k('GitHub did not say which account this token belongs to, so the existing comment may not be its own and was not changed', { permission: null, isTransient: true, status: null, cause: null });
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


const LEFT_OUT = '(address left out)';
function addressFilter(hosts, serverUrl) {
    const all = ['runcomfy.net', ...hosts.map((host) => host.toLowerCase())];
    const isHosted = (word) => all.some((host) => word.includes(host)) || /runcomfy\.com(:\d+)?\//.test(word);
    const isForeign = (word) => /^[a-z][a-z0-9+.-]*:\/\/./.test(word) && !word.startsWith(`${serverUrl.toLowerCase()}/`);
    return {
        ofUser: (text) => withoutWords(text, isHosted),
        ofService: (text) => withoutWords(text, (word) => isHosted(word) || isForeign(word)),
    };
}
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
function inMarkdown(markdown, filter) {
    const within = (write) => (whole, inner) => {
        const text = inner
            .replace(/<\/?span>/g, '')
            .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
        const filtered = filter(text);
        return filtered === text ? whole : write(filtered);
    };
    return markdown
        .replace(/<code>([^<]*)<\/code>/g, within(_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY))
        .replace(/<pre>([^<]*)<\/pre>/g, within(_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .preformatted */ .EC))
        .replace(_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .PROSE */ .W_, within(_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS));
}


/***/ }),

/***/ 25995:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T5: () => (/* binding */ MAX_PICTURES),
  vm: () => (/* binding */ commentOf),
  hY: () => (/* binding */ picturesIn),
  EN: () => (/* binding */ withoutPictures)
});

// EXTERNAL MODULE: ./lib/lib/figures.js
var figures = __webpack_require__(38402);
// EXTERNAL MODULE: ./lib/tasks/task.js
var tasks_task = __webpack_require__(9961);
// EXTERNAL MODULE: ./lib/report/addresses.js
var report_addresses = __webpack_require__(96402);
;// CONCATENATED MODULE: ./lib/report/chains.js
function chainsIn(images) {
    const byFile = new Map(images.map((image) => [image.absolutePath, image]));
    const makers = new Map(images.map((image) => {
        const files = Object.values(image.outcome.task.files).flat();
        return [image, files.flatMap(({ path }) => byFile.get(path) ?? []).filter((maker) => maker !== image)];
    }));
    const chains = new Map();
    for (const [image, from] of makers) {
        for (const maker of from) {
            const joined = new Set([...(chains.get(maker) ?? [maker]), ...(chains.get(image) ?? [image])]);
            for (const one of joined)
                chains.set(one, joined);
        }
    }
    return [...new Set(chains.values())].map((chain) => makersFirst(images.filter((image) => chain.has(image)), makers));
}
function makersFirst(chain, makers) {
    const ordered = [];
    const left = new Set(chain);
    while (left.size > 0) {
        const next = [...left].find((image) => !makers.get(image)?.some((maker) => left.has(maker)));
        const [image = next] = next === undefined ? left : [next];
        if (image === undefined)
            break;
        left.delete(image);
        ordered.push(image);
    }
    return ordered;
}

// EXTERNAL MODULE: ./lib/report/markdown.js
var markdown = __webpack_require__(63021);
// EXTERNAL MODULE: ./lib/report/pieces.js
var pieces = __webpack_require__(75955);
;// CONCATENATED MODULE: ./lib/report/comment.js






const MAX_PICTURES = 40;
const SHORT_PROMPT = 90;
const WHOLE_PROMPT = 1_500;
const MAX_UNCHANGED = 8_000;
const PICTURES_BEGIN = '<!-- pictures -->';
const PICTURES_END = '<!-- end of pictures -->';
function commentOf(sources) {
    const { addresses = null } = sources;
    return addresses === null
        ? written(sources)
        : (0,report_addresses/* inMarkdown */.Hi)(written(withoutAddresses(sources, addresses)), addresses.ofUser);
}
function withoutAddresses({ runResult, changes, ...sources }, filter) {
    return {
        ...sources,
        runResult: (0,report_addresses/* tallyWithoutAddresses */.Js)(runResult, filter),
        changes: new Map([...changes].map(([path, { differences, ...change }]) => [
            path,
            { ...change, differences: differences.map((one) => (0,report_addresses/* differenceWithoutAddresses */.ge)(one, filter)) },
        ])),
    };
}
function written(sources) {
    const { mark, key, runResult, artifacts, unchanged, runUrl, pictures, addresses = null } = sources;
    const run = (0,pieces/* runLink */.ut)(runUrl);
    const facts = [
        ...(0,pieces/* counts */.tQ)(runResult),
        run,
        ...artifacts.slice(0, 1).flatMap((artifact) => (0,pieces/* artifactLink */.VP)(artifact) ?? []),
    ];
    const head = [mark, '', `### ${(0,pieces/* title */.DD)(runResult, false)}${(0,pieces/* keyName */.xT)(key)}`, '', facts.join(' · '), ''];
    const foot = [...unchangedFold(unchanged), ...storageNote(pictures)];
    const fixed = [...head, PICTURES_BEGIN, PICTURES_END, ...foot, ''].join('\n').length;
    const filtered = (row) => (addresses === null ? row : (0,report_addresses/* inMarkdown */.Hi)(row, addresses.ofService));
    const lists = (0,pieces/* problemLists */.bD)(runResult).map((list) => ({ ...list, rows: list.rows.map(filtered) }));
    const problems = (0,pieces/* fitting */._Q)(lists, {
        max: (pieces/* MAX_COMMENT_CHARACTERS */.Mj - fixed) / 2,
        lengthOf: (text) => text.length,
        rest: (dropped) => `<p>${(0,figures/* counted */.hS)(dropped, 'more row')}: see the ${run}.</p>\n`,
    });
    const room = pieces/* MAX_COMMENT_CHARACTERS */.Mj - fixed - problems.join('\n').length - 10;
    const { standing = null } = pictures;
    const keeps = standing !== null && standing.length + STANDING.length < room - LEAST_ROOM;
    const shown = (0,pieces/* fitting */._Q)(keeps ? fileList(runResult) : imageBlocks(sources), {
        max: keeps ? room - standing.length - STANDING.length : room,
        lengthOf: (text) => text.length,
        rest: (dropped) => `<p>${(0,figures/* counted */.hS)(dropped, 'more row')} of images: see the ${run}.</p>\n`,
    });
    if (!keeps)
        return [...head, ...problems, PICTURES_BEGIN, ...shown, PICTURES_END, ...foot, ''].join('\n');
    return [...head, ...problems, ...shown, STANDING, PICTURES_BEGIN + standing + PICTURES_END, ...foot, ''].join('\n');
}
const STANDING = '<p>These pictures are from an earlier run. GitHub did not store the new ones.</p>\n';
const LEAST_ROOM = 2_000;
function picturesIn(body) {
    const start = body.indexOf(PICTURES_BEGIN);
    const end = body.lastIndexOf(PICTURES_END);
    if (start === -1 || end < start)
        return null;
    const shown = body.slice(start + PICTURES_BEGIN.length, end);
    return shown.includes('<img ') ? shown : null;
}
function fileList({ images }) {
    const rows = images.map((image) => `<li>${(0,markdown/* code */.aY)(image.path)} <sub>${factsOf(image)}</sub></li>`);
    return [{ head: '<p>Generated by this run:</p>\n<ul>', rows, foot: '</ul>\n' }];
}
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
    const chains = chainsIn(shown);
    const chained = new Set(chains.flat());
    const single = shown.filter((image) => !chained.has(image));
    const [compared, fresh] = [true, false].map((wanted) => single.filter(({ path }) => changes.has(path) === wanted));
    const blocks = chains.map((chain) => ({
        head: '<table>',
        rows: chainRows(chain, { changes, pictures, artifacts }),
        foot: '</table>\n',
    }));
    if (compared !== undefined && compared.length > 0) {
        blocks.push({
            head: '<table>\n<tr><th>Before</th><th>After</th></tr>',
            rows: compared.map((image) => comparison(image, changes.get(image.path), pictures, artifacts)),
            foot: '</table>\n',
        });
    }
    const [first] = fresh ?? [];
    if (fresh !== undefined && first !== undefined) {
        const onePrompt = fresh.every(({ outcome: { task } }) => (0,tasks_task/* promptOf */.Gh)(task) === (0,tasks_task/* promptOf */.Gh)(first.outcome.task) && (0,tasks_task/* makerOf */.Or)(task) === (0,tasks_task/* makerOf */.Or)(first.outcome.task));
        const columns = columnsFor(fresh.length, onePrompt);
        const folder = sharedFolder(fresh);
        const cells = fresh.map((image) => cell(image, image.path.slice(folder.length), columns, pictures.now, artifacts, !onePrompt));
        blocks.push({
            head: `${onePrompt ? `${(0,pieces/* promptBlock */.W6)(first.outcome.task, WHOLE_PROMPT)}\n` : ''}<table>`,
            rows: Array.from({ length: Math.ceil(cells.length / columns) }, (_, row) => `<tr>${cells.slice(row * columns, (row + 1) * columns).join('')}</tr>`),
            foot: '</table>\n',
        });
    }
    const hidden = runResult.images.length - shown.length;
    if (hidden > 0)
        blocks.push({ head: '', rows: [`<p>And ${(0,figures/* counted */.hS)(hidden, 'more image')}.</p>\n`], foot: '' });
    return blocks;
}
function sharedFolder(images) {
    const folders = new Set(images.map(({ path }) => path.slice(0, path.lastIndexOf('/') + 1)));
    const [folder = ''] = folders;
    return folders.size === 1 ? folder : '';
}
function columnsFor(images, onePrompt) {
    if (images === 4 || (!onePrompt && images <= 8))
        return Math.min(images, 2);
    return Math.min(images, 3);
}
const MAX_COLUMNS = 3;
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
function chainRows(chain, { changes, pictures, artifacts }) {
    const columns = Math.min(chain.length, MAX_COLUMNS);
    const width = WIDTHS[columns] ?? 240;
    const folder = sharedFolder(chain);
    const row = (images, cellOf) => `<tr>${images.map((image) => `<td valign="top" width="${Math.floor(100 / columns)}%">${cellOf(image)}</td>`).join('')}</tr>`;
    return Array.from({ length: Math.ceil(chain.length / columns) }, (_, n) => {
        const images = chain.slice(n * columns, (n + 1) * columns);
        const now = row(images, (image) => {
            const differences = changes.get(image.path)?.differences ?? null;
            const about = differences === null
                ? `<br>${foldedPrompt(image)}`
                : differences.map((difference) => `<br>${differenceLine(difference)}`).join('');
            const picture = shownPicture(image, pictures.now.get(image.path), width, artifacts);
            return `${picture}<br>${caption(image, image.path.slice(folder.length))}${about}`;
        });
        if (!images.some(({ path }) => pictures.before.has(path)))
            return now;
        const before = row(images, (image) => {
            const earlier = pictures.before.get(image.path);
            if (earlier === undefined)
                return `<sub>${missingBefore(changes.get(image.path)?.before ?? null)}</sub>`;
            return `<sub>before</sub><br>${shownPicture({ ...image, path: `before: ${image.path}` }, earlier, width, [])}`;
        });
        return `${before}\n${now}`;
    });
}
function missingBefore(before) {
    if (before === null)
        return 'nothing';
    return before.isPointer ? 'stored in Git LFS' : 'not shown';
}
function shownPicture(image, address, width, artifacts) {
    const source = address === undefined ? null : (0,markdown/* href */.UF)(address);
    if (source !== null) {
        const page = source.replace(/\?raw=true$/, '');
        return `<a href="${page}"><img src="${source}" width="${widthWithin(image, width)}" alt="${(0,pieces/* attribute */.lt)(image.path)}"></a>`;
    }
    const link = (0,markdown/* href */.UF)(image.url);
    if (link !== null)
        return `<a href="${link}">Open the ${(0,pieces/* isPicture */.D1)(image) ? 'image' : (0,markdown/* code */.aY)(image.format ?? 'file')}</a>`;
    const name = image.path.slice(image.path.lastIndexOf('/') + 1);
    const artifact = artifacts.length === 1 ? artifacts[0] : artifacts.find((one) => one.name === name);
    return artifact === undefined ? '' : ((0,pieces/* artifactLink */.VP)(artifact) ?? '');
}
function widthWithin({ width, height }, max) {
    if (width === null || height === null)
        return max;
    return Math.max(1, Math.round(Math.min(max, width, (TALLEST * width) / height)));
}
function caption(image, name) {
    return `${(0,markdown/* code */.aY)(name)}<br><sub>${factsOf(image)}</sub>`;
}
function factsOf(image) {
    const { tookMs, cost, images } = image.outcome;
    const facts = [
        ...(image.seed === null ? [] : [`seed&nbsp;${image.seed}`]),
        (0,pieces/* dimensions */.KQ)(image),
        (0,pieces/* unbroken */.D_)((0,figures/* size */.Ej)(image.bytes)),
        tookMs === null ? null : (0,pieces/* time */.kB)(tookMs),
        cost === null || images.length > 1 ? null : (0,figures/* usd */.dR)(cost),
    ].filter((fact) => fact !== null);
    return facts.join(' · ');
}
function foldedPrompt({ outcome: { task } }) {
    const prompt = (0,tasks_task/* promptOf */.Gh)(task)?.trim() ?? '';
    if (prompt === '')
        return (0,tasks_task/* makerOf */.Or)(task) === '' ? '' : `<sub>${(0,markdown/* code */.aY)((0,tasks_task/* makerOf */.Or)(task))}</sub>`;
    const short = (0,markdown/* shortened */.vI)(prompt, SHORT_PROMPT);
    if (short === prompt)
        return (0,markdown/* prose */.CS)(prompt);
    return `<details><summary>${(0,markdown/* prose */.CS)(short)}</summary>${(0,markdown/* preformatted */.EC)((0,markdown/* shortened */.vI)(prompt, WHOLE_PROMPT))}</details>`;
}
const MAX_PIECE = 600;
const CONTEXT = 60;
function differenceLine({ name, pieces }) {
    const words = pieces.map(({ text, kind }, n) => {
        if (kind === 'removed')
            return `<del>${(0,markdown/* prose */.CS)((0,markdown/* shortened */.vI)(text, MAX_PIECE))}</del>`;
        if (kind === 'added')
            return `<ins>${(0,markdown/* prose */.CS)((0,markdown/* shortened */.vI)(text, MAX_PIECE))}</ins>`;
        return (0,markdown/* prose */.CS)(pieces.length === 1 ? (0,markdown/* shortened */.vI)(text, MAX_PIECE) : context(text, n > 0, n < pieces.length - 1));
    });
    return `${(0,markdown/* code */.aY)(name)} ${words.join(' ')}`;
}
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
        .map((name) => (0,markdown/* code */.aY)((0,markdown/* shortened */.vI)(name, 100)))
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
            '<sub>RunComfy hosts these pictures. Anyone who has a link can see them, and the links may expire.</sub>\n',
        ];
    return note === null ? [] : [`<sub>${note}</sub>\n`];
}


/***/ }),

/***/ 63021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   EC: () => (/* binding */ preformatted),
/* harmony export */   UF: () => (/* binding */ href),
/* harmony export */   W_: () => (/* binding */ PROSE),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   vI: () => (/* binding */ shortened)
/* harmony export */ });
function code(text) {
    return `<code>${entities(oneLine(text))}</code>`;
}
function prose(text) {
    return `<a>${entities(oneLine(text)).replace(/&#(?:36|58);/g, '<span>$&</span>')}</a>`;
}
const PROSE = /<a>((?:[^<]|<span>&#\d+;<\/span>)*)<\/a>/g;
function preformatted(text) {
    return `<pre>${entities(text.replace(/\r\n?|[\u2028\u2029]/g, '\n'))}</pre>`;
}
function oneLine(text) {
    return text.replace(/\s+/g, ' ').trim();
}
function href(url) {
    const parsed = URL.parse(url);
    return parsed !== null && /^https?:$/.test(parsed.protocol)
        ? parsed.href.replace(/[&<>"'`|\\[\]{}@]/g, (character) => `&#${character.charCodeAt(0)};`)
        : null;
}
function entities(text) {
    return (text
        .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
        .replace(/[\n!-+/:-@[-`{-~]/g, (character) => `&#${character.charCodeAt(0)};`));
}
function shortened(text, max) {
    if (text.length <= max)
        return text;
    const characters = Array.from(text.slice(0, max * 2));
    return characters.length <= max && text.length <= max * 2 ? text : `${characters.slice(0, max).join('').trimEnd()}…`;
}


/***/ }),

/***/ 75955:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D1: () => (/* binding */ isPicture),
/* harmony export */   DD: () => (/* binding */ title),
/* harmony export */   D_: () => (/* binding */ unbroken),
/* harmony export */   KQ: () => (/* binding */ dimensions),
/* harmony export */   Mj: () => (/* binding */ MAX_COMMENT_CHARACTERS),
/* harmony export */   Q0: () => (/* binding */ MAX_SUMMARY_BYTES),
/* harmony export */   VA: () => (/* binding */ weight),
/* harmony export */   VP: () => (/* binding */ artifactLink),
/* harmony export */   W6: () => (/* binding */ promptBlock),
/* harmony export */   _Q: () => (/* binding */ fitting),
/* harmony export */   bD: () => (/* binding */ problemLists),
/* harmony export */   kB: () => (/* binding */ time),
/* harmony export */   lt: () => (/* binding */ attribute),
/* harmony export */   tQ: () => (/* binding */ counts),
/* harmony export */   ut: () => (/* binding */ runLink),
/* harmony export */   xT: () => (/* binding */ keyName)
/* harmony export */ });
/* harmony import */ var _files_formats_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33075);
/* harmony import */ var _lib_figures_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38402);
/* harmony import */ var _lib_request_pages_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(81459);
/* harmony import */ var _tasks_task_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9961);
/* harmony import */ var _counts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35836);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63021);






function fitting(blocks, { max, lengthOf, rest }) {
    const lines = [];
    let left = max - lengthOf(rest(1_000_000)) - 1;
    let dropped = 0;
    for (const { head, rows, foot } of blocks) {
        const kept = [];
        let room = left - lengthOf(`${head}\n${foot}\n`);
        for (const line of rows) {
            room -= lengthOf(line) + 1;
            if (room >= 0 && dropped === 0)
                kept.push(line);
            else
                dropped += 1;
        }
        if (kept.length === 0)
            continue;
        const block = [head, ...kept, foot].filter((part) => part !== '').join('\n');
        left -= lengthOf(block) + 1;
        lines.push(block);
    }
    if (dropped > 0)
        lines.push(rest(dropped));
    return lines;
}
const MAX_PICTURE_BYTES = 5 * 1024 * 1024;
function isPicture({ format, bytes }) {
    return isShown(format) && bytes <= MAX_PICTURE_BYTES;
}
function isShown(format) {
    return format !== null && (0,_files_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNamed */ .vq)(format)?.isShown === true;
}
function title({ images, failed, skipped }, cancelled) {
    const noun = images.every(({ format }) => isShown(format)) ? 'image' : 'file';
    const made = `${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(images.length, noun)} from RunComfy`;
    if (cancelled)
        return `🚫 Cancelled: ${made}`;
    if (images.length + failed.length === 0 && skipped.length > 0)
        return `✅ ${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(skipped.length, 'image')} up to date`;
    if (failed.length === 0)
        return `🖼️ ${made}`;
    return images.length === 0 ? '❌ No images from RunComfy' : `⚠️ ${made}, ${failed.length} failed`;
}
function counts(runResult) {
    return (0,_counts_js__WEBPACK_IMPORTED_MODULE_3__/* .plainCounts */ .h)(runResult).map((text) => text.replace(/^\S+/, '**$&**'));
}
const MAX_SUMMARY_BYTES = 960 * 1024;
const MAX_COMMENT_CHARACTERS = 65_536;
function keyName(key) {
    return key === 'default' ? '' : ` · ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .shortened */ .vI)(key, 60))}`;
}
function runLink(runUrl) {
    return `<a href="${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .href */ .UF)(runUrl) ?? ''}">whole report</a>`;
}
function artifactLink({ name, url }) {
    const link = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .href */ .UF)(url);
    return link === null ? null : `<a href="${link}">Artifact ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(name)}</a>`;
}
const SHORT_PROMPT = 240;
function promptBlock(task, wholePrompt) {
    const prompt = (0,_tasks_task_js__WEBPACK_IMPORTED_MODULE_1__/* .promptOf */ .Gh)(task)?.trim() ?? null;
    const maker = `<sub>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)((0,_tasks_task_js__WEBPACK_IMPORTED_MODULE_1__/* .makerOf */ .Or)(task))}</sub>`;
    if (prompt === null)
        return (0,_tasks_task_js__WEBPACK_IMPORTED_MODULE_1__/* .makerOf */ .Or)(task) === '' ? '' : `<p>${maker}</p>`;
    const short = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .shortened */ .vI)(prompt, SHORT_PROMPT);
    const whole = short === prompt
        ? ''
        : `\n<details><summary>Whole prompt</summary>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .preformatted */ .EC)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .shortened */ .vI)(prompt, wholePrompt))}</details>`;
    return `<p>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .prose */ .CS)(short)}<br>${maker}</p>${whole}`;
}
function dimensions({ width, height }) {
    return width === null || height === null ? null : `${width}×${height}`;
}
function weight({ format, bytes }) {
    return unbroken(format === null ? (0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .size */ .Ej)(bytes) : `${format}, ${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .size */ .Ej)(bytes)}`);
}
function time(ms) {
    return unbroken((0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .duration */ .p0)(ms));
}
function unbroken(text) {
    return text.replaceAll(' ', '&nbsp;');
}
function attribute(text) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(text).slice('<code>'.length, -'</code>'.length);
}
function stateWords(state, { deployment }) {
    switch (state) {
        case 'cancelled':
            return 'Cancelled at RunComfy.';
        case 'running':
            return 'Still running at RunComfy, and may be billed.';
        case 'unknown':
            return `The response was lost. Check ${(0,_lib_request_pages_js__WEBPACK_IMPORTED_MODULE_5__/* .pagesOf */ .E)([deployment?.id ?? null])} before you run this again.`;
    }
}
function problemLists({ outcomes, failed, blocked }) {
    return [
        {
            head: '<p><b>Failed</b></p>\n<ul>',
            rows: [...failed, ...blocked].flatMap(({ task, requestId, failures }) => failures.map(({ index, error }) => item(failures.length === 1 ? task.name : `${task.name}, file ${index}`, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .prose */ .CS)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .shortened */ .vI)(error.text, 1_000)), requestId))),
            foot: '</ul>\n',
        },
        {
            head: '<p><b>Not collected</b></p>\n<ul>',
            rows: outcomes.flatMap(({ task, requestId, unsettled }) => unsettled === null ? [] : [item(task.name, stateWords(unsettled, task), requestId)]),
            foot: '</ul>\n',
        },
    ].filter(({ rows }) => rows.length > 0);
}
function item(label, text, requestId) {
    return `<li>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(label)}<br>${text}${requestId === null ? '' : `<br><sub>request ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(requestId)}</sub>`}</li>`;
}


/***/ }),

/***/ 41383:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BC: () => (/* binding */ priceText),
/* harmony export */   MM: () => (/* binding */ planSummary),
/* harmony export */   k0: () => (/* binding */ planTable),
/* harmony export */   planLines: () => (/* binding */ planLines),
/* harmony export */   planTitle: () => (/* binding */ planTitle),
/* harmony export */   priceNotes: () => (/* binding */ priceNotes),
/* harmony export */   sX: () => (/* binding */ isMade),
/* harmony export */   tx: () => (/* binding */ planComment)
/* harmony export */ });
/* harmony import */ var _lib_figures_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38402);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63021);
/* harmony import */ var _pieces_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75955);



function planTitle(plan) {
    const made = plan.filter(isMade);
    const free = made.filter(({ price }) => price === 0).length;
    return [
        `${made.length - free} to make${priceOf(made)}`,
        ...(free > 0 ? [`${free} to collect or copy`] : []),
        `${countOf(plan, 'unchanged')} unchanged`,
    ].join(', ');
}
function planFacts(plan) {
    const unknown = plan.filter((row) => isMade(row) && row.price === null).length;
    const [modified, orphaned] = [countOf(plan, 'modified'), countOf(plan, 'orphaned')];
    return [
        ...(unknown > 0 ? [`${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(unknown, 'price')} unknown`] : []),
        ...(modified > 0 ? [`${modified} modified`] : []),
        ...(orphaned > 0 ? [`${orphaned} orphaned`] : []),
    ];
}
function countOf(plan, action) {
    return plan.filter((row) => row.action === action).length;
}
function planLines(plan) {
    const lines = plan
        .filter(({ action }) => action !== 'unchanged')
        .map(({ id, action, reasons, price }) => `${id}: ${action}${reasons.length === 0 ? '' : ` (${reasons.join('; ')})`}${isMade({ action }) ? `, ${priceText(price)}` : ''}`);
    return [...lines, ...priceNotes(plan).map((note) => `Price of ${note}`)];
}
function priceNotes(plan) {
    return [
        ...new Set(plan.flatMap(({ priceNote, price }) => (priceNote === undefined || price === 0 ? [] : [priceNote]))),
    ];
}
function planTable(plan, fold = 'open') {
    const rows = plan
        .filter(({ action }) => action !== 'unchanged')
        .map(({ id, action, reasons, price }) => {
        const why = reasons.map((reason) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(reason, 400))).join('<br>');
        const facts = [action, ...(isMade({ action }) ? [priceText(price)] : [])];
        return `<tr><td>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(id)}<br><sub>${facts.join(' · ')}</sub></td><td>${why}</td></tr>`;
    });
    if (rows.length === 0)
        return [];
    const [before, after] = fold === 'open' ? ['', ''] : [`<details><summary>Plan: ${planTitle(plan)}</summary>\n`, '</details>'];
    const head = `${before}<table>\n<tr><th>Image</th><th>Why</th></tr>`;
    const notes = priceNotes(plan).map((note) => `<p>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(note, 1_000))}</p>`);
    return [{ head, rows, foot: ['</table>', ...notes, `${after}\n`].join('') }];
}
function planSummary(plan) {
    const table = (0,_pieces_js__WEBPACK_IMPORTED_MODULE_0__/* .fitting */ ._Q)(planTable(plan), { max: _pieces_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_SUMMARY_BYTES */ .Q0, lengthOf: Buffer.byteLength, rest: moreRows });
    const facts = planFacts(plan);
    return [`## Plan: ${planTitle(plan)}`, '', ...(facts.length > 0 ? [facts.join(' · '), ''] : []), ...table].join('\n');
}
function planComment({ mark, key, plan, runUrl }) {
    const head = [
        mark,
        '',
        `### 📋 Plan: ${planTitle(plan)}${(0,_pieces_js__WEBPACK_IMPORTED_MODULE_0__/* .keyName */ .xT)(key)}`,
        '',
        [...planFacts(plan), (0,_pieces_js__WEBPACK_IMPORTED_MODULE_0__/* .runLink */ .ut)(runUrl)].join(' · '),
        '',
    ];
    const max = _pieces_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_COMMENT_CHARACTERS */ .Mj - head.join('\n').length - 10;
    return [...head, ...(0,_pieces_js__WEBPACK_IMPORTED_MODULE_0__/* .fitting */ ._Q)(planTable(plan), { max, lengthOf: (text) => text.length, rest: moreRows }), ''].join('\n');
}
function moreRows(dropped) {
    return `<p>${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(dropped, 'more image')}: output <code>plan</code> and the log list all.</p>\n`;
}
function isMade({ action }) {
    return action === 'new' || action === 'changed' || action === 'forced';
}
function priceText(price) {
    return price === null ? 'price unknown' : price === 0 ? 'free' : `from ${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .usd */ .dR)(price)}`;
}
function priceOf(made) {
    const known = made.flatMap(({ price }) => (price === null || price === 0 ? [] : [price]));
    return known.length === 0 ? '' : ` from ${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .usd */ .dR)((0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .sumUsd */ .eg)(known))}`;
}


/***/ })

};
