export const id = 276;
export const ids = [276];
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
    /** What the token lacks, as it is written in a workflow (`contents: write`); null where it is something else. */
    permission;
    constructor(message, permission, cause) {
        super(message, { cause });
        this.permission = permission;
    }
}


/***/ }),

/***/ 70276:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ explained),
  publishPlan: () => (/* binding */ publishPlan),
  k: () => (/* binding */ publishPreview)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/report/comment.js
var comment = __webpack_require__(37023);
// EXTERNAL MODULE: ./lib/report/pieces.js
var pieces = __webpack_require__(75955);
// EXTERNAL MODULE: ./lib/report/plan.js
var report_plan = __webpack_require__(41383);
// EXTERNAL MODULE: ./lib/preview/mark.js
var preview_mark = __webpack_require__(34499);
// EXTERNAL MODULE: ./lib/preview/ports.js
var ports = __webpack_require__(52256);
;// CONCATENATED MODULE: ./lib/preview/sticky.js

/** Throws GitHubRefusal. */
async function findSticky(pull, key, run, { comments, log }) {
    const me = await comments.me();
    const ours = async () => (await comments.list(pull)).flatMap((comment) => {
        const mark = comment.author === me ? (0,preview_mark/* readCommentMark */.Hs)(comment.body) : null;
        return mark !== null && (0,preview_mark/* isOfKey */.n8)(mark, key) ? [{ comment, run: mark.run }] : [];
    });
    const isSuperseded = (found) => found.some((one) => (0,preview_mark/* isOlder */.tW)(run, one.run));
    const leave = (found) => {
        log.info('The preview comment is left as it is: a newer run has written it.');
        return found[0]?.comment ?? null;
    };
    const found = await ours();
    return {
        comment: found[0]?.comment ?? null,
        superseded: isSuperseded(found),
        leave: () => leave(found),
        async write(bodyFor) {
            // GitHub can write a comment, but not on condition: so it is looked for again after it was created, and the first one stays.
            let created = null;
            for (;;) {
                const now = await ours();
                if (isSuperseded(now))
                    return leave(now);
                const [first, ...later] = now;
                for (const { comment } of later)
                    await comments.remove(comment.id);
                if (first !== undefined) {
                    // By its own run: a body that differs in nothing else tells nothing new.
                    const same = sameText(first.comment.body, bodyFor(first.run));
                    return same ? first.comment : await comments.update(first.comment.id, bodyFor(run));
                }
                if (created !== null)
                    return created;
                created = await comments.create(pull, bodyFor(run));
            }
        },
    };
}
function sameText(one, other) {
    return one.replaceAll('\r\n', '\n').trimEnd() === other.trimEnd();
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/concurrency.js
var concurrency = __webpack_require__(18316);
;// CONCATENATED MODULE: ./lib/preview/store.js
// Puts pictures under the hidden ref of a pull request: one commit without parents, replaced by each run, so that storage stays bounded.



/** GitHub asks for few writes at once (REST best practices). */
const UPLOADS_AT_ONCE = 3;
/**
 * Answers the SHA of the commit that holds exactly these files; null where a newer run was here already, and nothing was changed. Sends only the files
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
    // The uploads took a while; GitHub can replace a ref, but not on condition.
    if (isNewer(await refs.read(ref), run))
        return null;
    await refs.point(ref, commit);
    return commit;
}
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
    const { plan, run, serverUrl, repository } = input;
    const key = `plan:${input.key}`;
    return onPullRequest(input.pull, ports, async (pull) => {
        const sticky = await findSticky(pull, key, run, ports);
        if (sticky.superseded)
            return sticky.leave();
        if (sticky.comment === null && plan.every(({ action }) => action === 'unchanged'))
            return null;
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
        problems.unshift(`No preview comment: ${explained(error)}`);
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
/** One sentence about what went wrong, and what to write in the workflow. */
function explained(error) {
    if (!(error instanceof ports/* GitHubRefusal */.k))
        return (0,errors/* asActionError */.z6)(error, 'this action met an error').message;
    if (error.permission === null)
        return `${error.message.replace(/\.$/, '')}. Re-run the job if GitHub had an outage. The job summary shows everything.`;
    return `GitHub answered ${(0,errors/* quoted */.TL)(error.message.replace(/\.$/, ''))}. The job needs \`${error.permission}\` below \`permissions:\`. Pull requests from forks and from Dependabot never get it; docs/previews.md shows what they can do. The job summary shows everything.`;
}
async function commentOn(pull, preview, ports, problems) {
    const { key, run, tally } = preview;
    const sticky = await findSticky(pull, key, run, ports);
    if (sticky.superseded)
        return sticky.leave();
    // What an earlier run has shown of this pull request is worth more than a line that says that nothing happened.
    if (tally.images.length === 0 && tally.failed.length === 0)
        return sticky.comment;
    const pictures = await place(pull, preview, ports, problems);
    if (pictures === null)
        return sticky.leave();
    return sticky.write((mark) => ports.redacted((0,comment/* commentOf */.vm)({
        ...preview,
        mark: (0,preview_mark/* commentMark */.Hc)(key, mark),
        runUrl: runUrl(preview.serverUrl, preview.repository, mark),
        pictures,
    })));
}
const NO_PICTURES = { storage: 'none', now: new Map(), before: new Map() };
/** The best place that storage and token allow; null where a newer run was there already. */
async function place(pull, preview, ports, problems) {
    const { storage, tally } = preview;
    const shown = tally.images.filter(pieces/* isPicture */.D1).slice(0, comment/* MOST_PICTURES */.em);
    if (storage === 'none' || shown.length === 0)
        return NO_PICTURES;
    if (storage !== 'hosted' && (await ports.comments.isOpen(pull))) {
        try {
            return await placeUnderRef(pull, preview, ports.refs);
        }
        catch (error) {
            if (storage === 'ref') {
                problems.push(`The preview comment shows no pictures: ${explained(error)} Or set \`preview-storage: hosted\`, which shows RunComfy's public addresses.`);
                return NO_PICTURES;
            }
            ports.log.info(`Pictures are not kept in the repository (${(0,errors/* asActionError */.z6)(error, '').message}).`);
        }
    }
    if (storage === 'ref')
        return NO_PICTURES;
    return { storage: 'hosted', now: new Map(shown.map(({ path, url }) => [path, url])), before: new Map() };
}
async function placeUnderRef(pull, { key, run, tally, changes, serverUrl, repository }, refs) {
    const images = tally.images.filter(pieces/* isPicture */.D1).slice(0, comment/* MOST_PICTURES */.em);
    const befores = images.flatMap(({ path }) => {
        const before = changes.get(path)?.before ?? null;
        return before !== null && (0,pieces/* isPicture */.D1)(before) ? [{ path, before }] : [];
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
        storage: 'ref',
        now: new Map(images.map(({ path }) => [path, at(`images/${path}`)])),
        before: new Map(befores.map(({ path, before }) => [path, at(`before/${before.path}`)])),
    };
}


/***/ }),

/***/ 37023:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EN: () => (/* binding */ withoutPictures),
/* harmony export */   em: () => (/* binding */ MOST_PICTURES),
/* harmony export */   vm: () => (/* binding */ commentOf)
/* harmony export */ });
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9234);
/* harmony import */ var _jobs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67711);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63021);
/* harmony import */ var _pieces_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75955);
// The preview comment on a pull request: the verdict, the pictures in a grid or beside what they replace, what failed and why.




/** More pictures than these are not shown, only counted. */
const MOST_PICTURES = 40;
const SHORT_PROMPT = 90;
const WHOLE_PROMPT = 1_500;
/** Characters for the names of what is unchanged. */
const MOST_UNCHANGED = 8_000;
const PICTURES_BEGIN = '<!-- pictures -->';
const PICTURES_END = '<!-- end of pictures -->';
/** At most 65,536 characters, cut at whole rows. */
function commentOf(sources) {
    const { mark, key, tally, artifacts, unchanged, runUrl, pictures } = sources;
    const run = (0,_pieces_js__WEBPACK_IMPORTED_MODULE_1__/* .runLink */ .ut)(runUrl);
    const facts = [...(0,_pieces_js__WEBPACK_IMPORTED_MODULE_1__/* .counts */ .tQ)(tally), run, ...artifacts.slice(0, 1).flatMap((artifact) => (0,_pieces_js__WEBPACK_IMPORTED_MODULE_1__/* .artifactLink */ .VP)(artifact) ?? [])];
    const head = [mark, '', `### ${(0,_pieces_js__WEBPACK_IMPORTED_MODULE_1__/* .title */ .DD)(tally, false)}${(0,_pieces_js__WEBPACK_IMPORTED_MODULE_1__/* .keyName */ .xT)(key)}`, '', facts.join(' · '), ''];
    const foot = [...unchangedFold(unchanged), ...storageNote(pictures.storage)];
    const fixed = [...head, PICTURES_BEGIN, PICTURES_END, ...foot, ''].join('\n').length;
    const problems = (0,_pieces_js__WEBPACK_IMPORTED_MODULE_1__/* .fitting */ ._Q)((0,_pieces_js__WEBPACK_IMPORTED_MODULE_1__/* .problemTables */ .HV)(tally), {
        most: (_pieces_js__WEBPACK_IMPORTED_MODULE_1__/* .MOST_COMMENT_CHARACTERS */ .p_ - fixed) / 2,
        lengthOf: (text) => text.length,
        rest: (dropped) => `<p>And ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(dropped, 'more row')}, see the ${run}.</p>\n`,
    });
    const shown = (0,_pieces_js__WEBPACK_IMPORTED_MODULE_1__/* .fitting */ ._Q)(imageBlocks(sources), {
        most: _pieces_js__WEBPACK_IMPORTED_MODULE_1__/* .MOST_COMMENT_CHARACTERS */ .p_ - fixed - problems.join('\n').length - 10,
        lengthOf: (text) => text.length,
        rest: (dropped) => `<p>And ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(dropped, 'more row')} of images, see the ${run}.</p>\n`,
    });
    return [...head, ...problems, PICTURES_BEGIN, ...shown, PICTURES_END, ...foot, ''].join('\n');
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
function imageBlocks({ tally, changes, pictures }) {
    const shown = tally.images.slice(0, MOST_PICTURES);
    const [compared, fresh] = [true, false].map((wanted) => shown.filter(({ path }) => changes.has(path) === wanted));
    const blocks = [];
    if (compared !== undefined && compared.length > 0) {
        blocks.push({
            head: '<table>\n<tr><th>Before</th><th>After</th></tr>',
            rows: compared.map((image) => comparison(image, changes.get(image.path)?.differences ?? [], pictures)),
            foot: '</table>\n',
        });
    }
    const [first] = fresh ?? [];
    if (fresh !== undefined && first !== undefined) {
        // Twenty seeds of one prompt should not say it twenty times.
        const onePrompt = fresh.every(({ outcome: { job } }) => (0,_jobs_js__WEBPACK_IMPORTED_MODULE_0__/* .promptOf */ .Gh)(job) === (0,_jobs_js__WEBPACK_IMPORTED_MODULE_0__/* .promptOf */ .Gh)(first.outcome.job) && job.model === first.outcome.job.model);
        const columns = columnsFor(fresh.length, onePrompt);
        const folder = sharedFolder(fresh);
        const cells = fresh.map((image) => cell(image, image.path.slice(folder.length), columns, pictures.now, !onePrompt));
        blocks.push({
            head: `${onePrompt ? `${(0,_pieces_js__WEBPACK_IMPORTED_MODULE_1__/* .promptBlock */ .W6)(first.outcome.job, WHOLE_PROMPT)}\n` : ''}<table>`,
            rows: Array.from({ length: Math.ceil(cells.length / columns) }, (_, row) => `<tr>${cells.slice(row * columns, (row + 1) * columns).join('')}</tr>`),
            foot: '</table>\n',
        });
    }
    const hidden = tally.images.length - shown.length;
    if (hidden > 0)
        blocks.push({ head: '', rows: [`<p>And ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(hidden, 'more image')}.</p>\n`], foot: '' });
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
function cell(image, name, columns, now, withPrompt) {
    const picture = shownPicture(image, now.get(image.path), WIDTHS[columns] ?? 240);
    const prompt = withPrompt ? `<br>${foldedPrompt(image)}` : '';
    return `<td valign="top" width="${Math.floor(100 / columns)}%">${picture}<br>${caption(image, name)}${prompt}</td>`;
}
function comparison(image, differences, { now, before }) {
    const earlier = before.get(image.path);
    const then = earlier === undefined
        ? '<sub>nothing</sub>'
        : shownPicture({ ...image, path: `before: ${image.path}` }, earlier, 360);
    const reasons = differences.map((difference) => `<br>${differenceLine(difference)}`).join('');
    return [
        `<tr><td valign="top" width="50%">${then}</td><td valign="top" width="50%">${shownPicture(image, now.get(image.path), 360)}</td></tr>`,
        `<tr><td colspan="2">${caption(image, image.path)}${reasons}</td></tr>`,
    ].join('\n');
}
/** The picture, or a link where it has no address of its own, is too large, or is none. */
function shownPicture(image, address, width) {
    const source = address === undefined ? null : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .href */ .UF)(address);
    if (source !== null) {
        const page = source.replace(/\?raw=true$/, '');
        return `<a href="${page}"><img src="${source}" width="${widthWithin(image, width)}" alt="${(0,_pieces_js__WEBPACK_IMPORTED_MODULE_1__/* .attribute */ .lt)(image.path)}"></a>`;
    }
    const link = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .href */ .UF)(image.url);
    return link === null
        ? ''
        : `<a href="${link}">Open the ${(0,_pieces_js__WEBPACK_IMPORTED_MODULE_1__/* .isPicture */ .D1)(image) ? 'image' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(image.format ?? 'file')}</a>`;
}
/** Nothing is blown up, and nothing is taller than a screen. */
function widthWithin({ width, height }, most) {
    if (width === null || height === null)
        return most;
    return Math.max(1, Math.round(Math.min(most, width, (TALLEST * width) / height)));
}
function caption(image, name) {
    const { tookMs, cost, images } = image.outcome;
    const facts = [
        ...(image.seed === null ? [] : [`seed&nbsp;${image.seed}`]),
        (0,_pieces_js__WEBPACK_IMPORTED_MODULE_1__/* .dimensions */ .KQ)(image),
        (0,_pieces_js__WEBPACK_IMPORTED_MODULE_1__/* .unbroken */ .D_)((0,_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .size */ .Ej)(image.bytes)),
        tookMs === null ? null : (0,_pieces_js__WEBPACK_IMPORTED_MODULE_1__/* .time */ .kB)(tookMs),
        cost === null || images.length > 1 ? null : (0,_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .usd */ .dR)(cost),
    ].filter((fact) => fact !== null);
    return `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(name)}<br><sub>${facts.join(' · ')}</sub>`;
}
function foldedPrompt({ outcome: { job } }) {
    const prompt = (0,_jobs_js__WEBPACK_IMPORTED_MODULE_0__/* .promptOf */ .Gh)(job)?.trim() ?? '';
    if (prompt === '')
        return job.model === '' ? '' : `<sub>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(job.model)}</sub>`;
    const short = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .shortened */ .vI)(prompt, SHORT_PROMPT);
    if (short === prompt)
        return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(prompt);
    return `<details><summary>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(short)}</summary>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .preformatted */ .EC)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .shortened */ .vI)(prompt, WHOLE_PROMPT))}</details>`;
}
const MOST_PIECE = 600;
/** Characters of what is the same, on either side of what is not. */
const CONTEXT = 60;
function differenceLine({ name, pieces }) {
    const words = pieces.map(({ text, kind }, n) => {
        if (kind === 'removed')
            return `<del>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .shortened */ .vI)(text, MOST_PIECE))}</del>`;
        if (kind === 'added')
            return `<ins>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .shortened */ .vI)(text, MOST_PIECE))}</ins>`;
        return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(pieces.length === 1 ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .shortened */ .vI)(text, MOST_PIECE) : context(text, n > 0, n < pieces.length - 1));
    });
    return `<b>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(name)}</b> ${words.join(' ')}`;
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
    let room = MOST_UNCHANGED;
    const shown = names
        .map((name) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .shortened */ .vI)(name, 100)))
        .filter((name) => {
        room -= name.length + 1;
        return room >= 0;
    });
    const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : '';
    return [`<details><summary>${names.length} unchanged</summary>${shown.join(' ')}${more}</details>\n`];
}
function storageNote(storage) {
    if (storage !== 'hosted')
        return [];
    return [
        '<sub>The pictures are on RunComfy’s servers: whoever has their addresses can see them, and they may expire.</sub>\n',
    ];
}


/***/ })

};
