export const id = 1028;
export const ids = [1028,1383,6285,6902,8647];
export const modules = {

/***/ 67667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   plan: () => (/* binding */ plan)
/* harmony export */ });
/* harmony import */ var _pipeline_deployments_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(41246);
/* harmony import */ var _pipeline_manifest_tasks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79149);
/* harmony import */ var _pipeline_preflight_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69613);
/* harmony import */ var _pipeline_publish_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1355);
/* harmony import */ var _report_notes_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(43731);
/* harmony import */ var _report_plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41383);
/* harmony import */ var _report_report_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(45650);
/* harmony import */ var _runcomfy_catalogue_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(77670);








async function plan(file, inputs, ports) {
    const { log, redacted, service, serverless, clock, cancelled, tell } = ports;
    const catalogue = service === null ? null : (0,_runcomfy_catalogue_js__WEBPACK_IMPORTED_MODULE_5__/* .createCatalogue */ .ST)(service, clock, cancelled);
    const deployments = service === null ? null : (0,_pipeline_deployments_js__WEBPACK_IMPORTED_MODULE_6__/* .createDeployments */ .D)(serverless, cancelled);
    const read = await (0,_pipeline_manifest_tasks_js__WEBPACK_IMPORTED_MODULE_0__.planManifest)(file, inputs, ports);
    const { manifest, planned } = read;
    const tasks = (0,_pipeline_manifest_tasks_js__WEBPACK_IMPORTED_MODULE_0__.tasksOfPlan)(planned).filter(({ paid }) => paid === null);
    for (const note of (await deployments?.check(tasks)) ?? [])
        log.info(note);
    const doubts = await (0,_pipeline_preflight_js__WEBPACK_IMPORTED_MODULE_1__/* .preflight */ .M)(tasks, catalogue);
    const runResult = (0,_report_report_js__WEBPACK_IMPORTED_MODULE_4__/* .runResultOf */ .cy)([], redacted, catalogue === null ? planned : await (0,_pipeline_manifest_tasks_js__WEBPACK_IMPORTED_MODULE_0__/* .withCataloguePrices */ .W)(read, catalogue));
    const rows = runResult.plan ?? [];
    await tell(rows, manifest.file);
    for (const warning of (0,_report_notes_js__WEBPACK_IMPORTED_MODULE_7__/* .warningsOf */ .n)(await doubts()))
        await log.warning(warning);
    const preview = inputs.preview.comment ? await ports.comment(rows) : null;
    await (0,_pipeline_publish_js__WEBPACK_IMPORTED_MODULE_2__/* .publish */ .mk)(runResult, { artifact: null, preview }, ports);
    if (inputs.summary)
        await (0,_pipeline_publish_js__WEBPACK_IMPORTED_MODULE_2__/* .writeSummary */ .Sy)((0,_report_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .planSummary */ .MM)(rows), ports);
}


/***/ }),

/***/ 6758:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ saveFile),
/* harmony export */   e: () => (/* binding */ saveNewFile)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75892);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5231);
/* harmony import */ var _download_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6336);






async function saveFile(from, to, sha256) {
    return put(from, to, sha256, node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename);
}
async function saveNewFile(from, to, sha256) {
    try {
        return await put(from, to, sha256, renameToNew);
    }
    catch (error) {
        if ((0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errorCodes */ .fv)(error).includes('EEXIST') && (await sizeOf(to).catch(() => null)) !== null)
            return null;
        throw error;
    }
}
async function put(from, to, sha256, renameIt) {
    try {
        const size = await sizeOf(from);
        if (await holds(to, size, sha256)) {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(from, { force: true });
            return false;
        }
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(node_path__WEBPACK_IMPORTED_MODULE_2__.dirname(to), { recursive: true });
        await move(from, to, renameIt);
        return true;
    }
    catch (error) {
        throw (0,_download_js__WEBPACK_IMPORTED_MODULE_5__/* .notSaved */ .b)(error);
    }
}
async function sizeOf(file) {
    try {
        return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(file)).size;
    }
    catch (error) {
        if ((0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errorCodes */ .fv)(error).includes('ENOENT'))
            return null;
        throw error;
    }
}
async function holds(file, size, sha256) {
    const there = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(file).catch(() => null);
    if (there?.isFile() !== true || there.size !== (size ?? there.size))
        return false;
    return (await (0,_digest_js__WEBPACK_IMPORTED_MODULE_4__.sha256Of)(file)) === sha256;
}
async function move(from, to, renameIt) {
    try {
        await renameIt(from, to);
    }
    catch (error) {
        if (!(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errorCodes */ .fv)(error).includes('EXDEV'))
            throw error;
        const stagedPath = node_path__WEBPACK_IMPORTED_MODULE_2__.join(node_path__WEBPACK_IMPORTED_MODULE_2__.dirname(to), `.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}.part`);
        try {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.copyFile)(from, stagedPath);
            await renameIt(stagedPath, to);
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(from, { force: true });
        }
        catch (failure) {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(stagedPath, { force: true });
            throw failure;
        }
    }
}
const NO_LINKS = ['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'EISDIR'];
async function renameToNew(from, to) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.link)(from, to);
    }
    catch (error) {
        if (!(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errorCodes */ .fv)(error).some((code) => NO_LINKS.includes(code)))
            throw error;
        return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(from, to);
    }
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(from, { force: true });
}


/***/ }),

/***/ 42757:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
function nearest(word, known) {
    let best = null;
    let least = Math.max(2, Math.floor(word.length / 3)) + 1;
    for (const candidate of known) {
        if (Math.abs(candidate.length - word.length) >= least)
            continue;
        const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
        if (distance < least && distance < candidate.length)
            [best, least] = [candidate, distance];
    }
    return best;
}
function editDistance(from, to) {
    let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
    for (const [row, character] of [...from].entries()) {
        const current = [row + 1];
        for (let column = 0; column < to.length; column++) {
            const replaced = (previous[column] ?? 0) + (to[column] === character ? 0 : 1);
            current.push(Math.min(replaced, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
        }
        previous = current;
    }
    return previous[to.length] ?? 0;
}


/***/ }),

/***/ 36285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BB: () => (/* binding */ fillText),
/* harmony export */   TZ: () => (/* binding */ VARIABLE),
/* harmony export */   V6: () => (/* binding */ hasIndex),
/* harmony export */   Vk: () => (/* binding */ fillValue),
/* harmony export */   Wt: () => (/* binding */ PlaceholderFault),
/* harmony export */   XC: () => (/* binding */ outputPath),
/* harmony export */   hx: () => (/* binding */ INDEX),
/* harmony export */   r9: () => (/* binding */ fillOutput)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75892);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42757);


class PlaceholderFault extends Error {
}
const TOKEN = /\{\{|\}\}|\{([A-Za-z_][\w-]*)\}|[{}]/g;
const ONE_PLACEHOLDER = /^\{([A-Za-z_][\w-]*)\}$/;
const VARIABLE = /^[A-Za-z_][\w-]*$/;
const INDEX = 'index';
function fillText(text, variables) {
    return fill(text, variables, null);
}
function fillOutput(text, variables) {
    return fill(text, variables, INDEX);
}
function outputPath(output, index) {
    return fillText(output, new Map([[INDEX, index]]));
}
function hasIndex(output) {
    return outputPath(output, 1) !== outputPath(output, 2);
}
function fillValue(value, variables) {
    if (typeof value === 'string') {
        const [, name] = ONE_PLACEHOLDER.exec(value) ?? [];
        return name === undefined ? fillText(value, variables) : variable(name, value, variables);
    }
    if (typeof value !== 'object' || value === null)
        return value;
    if (Array.isArray(value))
        return value.map((item) => fillValue(item, variables));
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, fillValue(member, variables)]));
}
function fill(text, variables, kept) {
    if (!/[{}]/.test(text) && kept === null)
        return text;
    return text.replace(TOKEN, (token, name) => {
        if (token === '{{' || token === '}}')
            return kept === null ? token.charAt(0) : token;
        if (name === undefined) {
            throw new PlaceholderFault(`a single \`${token}\` in ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)}: write \`${token}${token}\` for a literal brace`);
        }
        if (name === kept)
            return token;
        const value = variable(name, text, variables);
        if (typeof value === 'object') {
            throw new PlaceholderFault(`{${name}} is ${value === null ? 'null' : Array.isArray(value) ? 'a list' : 'a mapping'}, which must be the whole value of a parameter, not part of ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)}`);
        }
        const filled = String(value);
        return kept === null ? filled : filled.replace(/[{}]/g, '$&$&');
    });
}
function variable(name, text, variables) {
    const value = variables.get(name);
    if (value !== undefined)
        return value;
    if (name === INDEX)
        throw new PlaceholderFault(`{${INDEX}} is allowed only in \`output\`, not in ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)}`);
    const meant = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(name, variables.keys());
    const known = [...variables.keys()].map((key) => `{${key}}`).join(' ');
    const advice = meant !== null
        ? `did you mean {${meant}}?`
        : known === ''
            ? `the image has no \`matrix\`; write {{${name}}} for literal braces`
            : `known placeholders are ${known}; write {{${name}}} for literal braces`;
    throw new PlaceholderFault(`unknown placeholder {${name}} in ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)}: ${advice}`);
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
