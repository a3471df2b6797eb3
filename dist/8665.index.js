export const id = 8665;
export const ids = [8665];
export const modules = {

/***/ 68665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cleanUp: () => (/* binding */ cleanUp)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/files/half-files.js
var half_files = __webpack_require__(58520);
// EXTERNAL MODULE: ./lib/ledger/keep.js
var keep = __webpack_require__(31692);
// EXTERNAL MODULE: ./lib/ledger/leftover.js
var ledger_leftover = __webpack_require__(90294);
// EXTERNAL MODULE: ./lib/ledger/record.js
var ledger_record = __webpack_require__(96852);
// EXTERNAL MODULE: ./lib/lib/errors.js
var errors = __webpack_require__(75892);
// EXTERNAL MODULE: ./lib/lib/figures.js
var figures = __webpack_require__(38402);
// EXTERNAL MODULE: ./lib/lib/request-pages.js
var request_pages = __webpack_require__(81459);
// EXTERNAL MODULE: ./lib/lib/time-limit.js
var time_limit = __webpack_require__(93484);
// EXTERNAL MODULE: ./lib/report/markdown.js
var markdown = __webpack_require__(63021);
;// CONCATENATED MODULE: ./lib/report/leftover.js


const MEANINGS = {
    cancelled: 'Cancelled at RunComfy',
    running: 'Still running at RunComfy, and may be billed',
    finished: 'Finished at RunComfy, and billed',
    failed: 'Failed at RunComfy',
    refused: 'Refused by RunComfy',
    empty: 'Finished at RunComfy without any output',
    outlasted: 'Took longer than `timeout`, may still be running at RunComfy, and may be billed',
    gone: 'No longer known to RunComfy',
    unknown: 'Submitted, but the response was lost',
};
function deploymentsOf(requests) {
    return requests.map(({ deployment }) => deployment ?? null);
}
function leftoverSummary(requests, uploads, collectable) {
    const groups = [...Map.groupBy(requests, ({ ending }) => ending)];
    const name = ({ requestId, task }) => requestId ?? task;
    const how = collectable
        ? 'a re-run of this job collects it without paying again'
        : `pass the id to input \`collect\`${(0,request_pages/* besidesIds */.W)(deploymentsOf(requests))} to get the files without paying again`;
    const meaning = (ending, group) => {
        if (ending === 'unknown')
            return `${MEANINGS[ending]}; check ${(0,request_pages/* pagesOf */.E)(deploymentsOf(group))} before you run this again`;
        return ending === 'finished' || ending === 'running' ? `${MEANINGS[ending]}; ${how}` : MEANINGS[ending];
    };
    const lines = groups.map(([ending, group]) => `${meaning(ending, group)}: ${group.map(name).join(', ')}.`);
    const stored = uploads.map((artifact) => `Uploaded what was saved: artifact ${artifact.name}.`);
    const text = ['What the step could not finish:', ...lines, ...stored].join('\n');
    const items = [
        ...groups.map(([ending, group]) => `<li>${meaning(ending, group)}: ${group.map((one) => (0,markdown/* code */.aY)(name(one))).join(', ')}</li>`),
        ...uploads.map(({ name: artifact, url }) => `<li>Uploaded what was saved: <a href="${(0,markdown/* href */.UF)(url) ?? ''}">${(0,markdown/* code */.aY)(artifact)}</a></li>`),
    ];
    return {
        text,
        markdown: `### RunComfy: what a step could not finish\n\n<ul>\n${items.join('\n')}\n</ul>\n`,
    };
}

// EXTERNAL MODULE: ./lib/requests/settle.js
var settle = __webpack_require__(43859);
;// CONCATENATED MODULE: ./lib/commands/post.js












const SETTLE_LIMIT_MS = 20_000;
const RECORD_LIMIT_MS = 30_000;
const UPLOAD_LIMIT_MS = 120_000;
async function cleanUp({ journal, spent, ended }, ports) {
    const leftover = (0,ledger_leftover/* readJournal */.a)(journal);
    if (leftover === null) {
        if (spent !== null && !ended)
            await goByRecord(journal, spent, ports);
        return;
    }
    const settled = await settleAll(leftover.run, leftover.requests, ports);
    const kept = await putOnRecord(leftover, settled, ports);
    const rescued = leftover.told ? [] : await rescue(leftover, ports);
    const saved = [...leftover.saved, ...rescued];
    const uploads = leftover.uploaded ? [] : await uploadSaved({ ...leftover, saved }, ports);
    const untold = settled.filter((one) => isUntold(one, { ...leftover, saved }));
    if (untold.length > 0 || uploads.length > 0)
        await tell(untold.map(forPeople), uploads, kept, ports);
    await removeDownloads(external_node_path_.dirname(journal));
    await (0,half_files/* removeHalfFiles */.h)(leftover.placing);
}
function forPeople({ request: { requestId, task, deployment }, ending }) {
    return { requestId, task, ending, ...(deployment === undefined ? {} : { deployment }) };
}
async function goByRecord(journal, { record, runId, attempt, ...origins }, ports) {
    const { log, clock, forceStop, records } = ports;
    const missing = `The journal of this step is missing (${journal}), so only requests on record are known.`;
    const find = async () => records === null ? new Map() : (await (0,keep/* loadRecord */.Ck)(records, record, forceStop)).record;
    const found = await (0,keep/* patiently */.d_)(find, { clock, signal: forceStop, withinMs: RECORD_LIMIT_MS / 2 }).catch(() => null);
    const open = [...(found?.values() ?? [])].flatMap((entry) => {
        const isOurs = entry.runId === runId && entry.attempt === attempt;
        return isOurs && (entry.ending === null || entry.ending === 'running') ? [{ ...entry, task: entry.order }] : [];
    });
    if (open.length === 0) {
        await log.warning(`${missing} There are none. Check ${(0,request_pages/* pagesOf */.E)([])} for requests that may still be running.`);
        return;
    }
    await log.warning(missing);
    const settled = await settleAll(origins, open, ports);
    const kept = await keepEndings({ record, runId, attempt, recorded: new Map(), settled }, ports);
    await tell(settled.map(forPeople), [], kept, ports);
}
async function putOnRecord({ run: { record, runId, attempt }, recorded }, settled, ports) {
    return record !== null && keepEndings({ record, runId, attempt, recorded, settled }, ports);
}
async function keepEndings({ record, runId, attempt, recorded, settled, }, { records, clock, log, forceStop }) {
    const seenAt = clock.date();
    const entries = (0,ledger_record/* recordOf */.zv)(settled.flatMap(({ request: { order, requestId, deployment, acceptedAt }, ending }) => {
        const handle = deployment === undefined ? {} : { deployment };
        const entry = { order, requestId, ...handle, ending, acceptedAt, seenAt, runId, attempt };
        return (0,ledger_record/* isNews */.Ms)(entry, recorded.get((0,ledger_record/* keyOf */.TN)(entry))) ? [entry] : [];
    }));
    if (entries.size === 0)
        return records !== null;
    if (records === null)
        return false;
    const late = () => new Error(`not done after ${RECORD_LIMIT_MS / 1000} s`);
    const limit = (0,time_limit/* timeLimit */.zc)(clock, RECORD_LIMIT_MS, late, forceStop);
    const { signal } = limit;
    try {
        const write = () => (0,keep/* keep */.aC)(entries, { store: records, name: record, clock, signal });
        await (0,keep/* patiently */.d_)(write, { clock, signal, withinMs: RECORD_LIMIT_MS / 2 });
        return true;
    }
    catch (error) {
        log.info(`Putting ${(0,figures/* counted */.hS)(entries.size, 'paid request')} on record in the Actions cache: ${(0,errors/* asActionError */.z6)(error, 'the cache').message}. Later runs cannot find them, and would pay again.`);
        return false;
    }
    finally {
        limit.end();
    }
}
async function rescue(leftover, { saveStaged, log }) {
    try {
        const outcomes = await saveStaged(leftover);
        const saved = outcomes.flatMap(({ task, images }) => images.map(({ path: file, absolutePath }) => ({ task: task.name, path: absolutePath, file })));
        for (const { file } of saved)
            log.info(`Saved ${file}, which the step had downloaded before it was killed.`);
        return saved;
    }
    catch (error) {
        const { message } = (0,errors/* asActionError */.z6)(error, 'saving them');
        await log.warning(`The step had downloaded files before it was killed, and they could not be saved: ${message} A re-run of this job downloads them again, without paying.`);
        return [];
    }
}
function isUntold({ request, ending }, { told, saved }) {
    if (told)
        return request.ending === 'running' && ending !== 'running';
    return ending !== 'finished' || !saved.some(({ task }) => task === request.task);
}
async function removeDownloads(temp) {
    const names = await (0,promises_.readdir)(temp).catch(() => []);
    const leftovers = names.filter((name) => !/\.jsonl?$/.test(name));
    await Promise.allSettled(leftovers.map((name) => (0,promises_.rm)(external_node_path_.join(temp, name), { recursive: true, force: true })));
}
async function settleAll(origins, requests, { clock, backends, forceStop }) {
    const isOpen = ({ ending, requestId }) => requestId !== null && (ending === null || ending === 'running');
    const backendOf = requests.some(isOpen) ? await backends(origins) : null;
    return Promise.all(requests.map(async (request) => {
        const { requestId, ending } = request;
        if (requestId === null)
            return { request, ending: 'unknown' };
        if (!isOpen(request))
            return { request, ending: ending ?? 'running' };
        if (backendOf === null)
            return { request, ending: 'running' };
        const service = backendOf(request.deployment);
        const end = await (0,settle/* endRequest */.D)(requestId, { service, clock, limitMs: SETTLE_LIMIT_MS, forceStop });
        if (typeof end === 'string')
            return { request, ending: end };
        if (end.result === 'succeeded')
            return { request, ending: 'finished' };
        return { request, ending: end.result === 'failed' && end.refused ? 'refused' : 'failed' };
    }));
}
async function thoseThere(files) {
    const there = await Promise.all(files.map((file) => (0,promises_.access)(file).then(() => [file], () => [])));
    return there.flat();
}
async function uploadSaved({ run, saved }, { artifacts, clock, log }) {
    if (run.artifact === null)
        return [];
    const made = await thoseThere(saved.map(({ path: file }) => file));
    if (made.length === 0)
        return [];
    const files = [...made, ...(run.artifact.archive ? await thoseThere(run.evidence) : [])];
    const { artifact } = run;
    const limit = (0,time_limit/* timeLimit */.zc)(clock, UPLOAD_LIMIT_MS, () => new Error(`not done after ${UPLOAD_LIMIT_MS / 60_000} minutes`));
    const uploads = await log.group(`Upload ${(0,figures/* counted */.hS)(files.length, 'file')} that the step could no longer upload`, () => Promise.allSettled((artifact.archive ? [files] : files.map((file) => [file])).map((batch) => (0,time_limit/* noLongerThan */.Cy)(limit.signal, artifacts.upload({ ...artifact, files: batch, root: run.outputDir })))));
    limit.end();
    for (const upload of uploads) {
        if (upload.status === 'rejected')
            await log.warning((0,errors/* asActionError */.z6)(upload.reason, 'Uploading what the step had saved').message);
    }
    return uploads.flatMap((upload) => (upload.status === 'fulfilled' ? [upload.value] : []));
}
async function tell(settled, uploads, kept, { log, workflow }) {
    const { text, markdown } = leftoverSummary(settled, uploads, kept);
    await log.warning(text);
    await workflow
        .writeSummary(markdown)
        .catch((error) => log.info(`The job summary was not written: ${(0,errors/* asActionError */.z6)(error, 'writing it').message}`));
}


/***/ }),

/***/ 58520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ removeHalfFiles)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


async function removeHalfFiles(folders) {
    for (const folder of folders) {
        const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder).catch(() => []);
        const halves = names.filter((name) => /^\.[0-9a-f-]{36}\.part$/.test(name));
        await Promise.allSettled(halves.map((name) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(folder, name), { force: true })));
    }
}


/***/ }),

/***/ 90294:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ readJournal)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _lib_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68173);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96852);



function readJournal(journal) {
    let run = null;
    const requests = new Map();
    const replaced = [];
    const recorded = new Map();
    const staged = new Map();
    const saved = [];
    const placing = [];
    const delivered = new Set();
    const seen = new Set();
    for (const line of read(journal).split('\n')) {
        const entry = (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJsonObject */ .dw)(line) ?? {};
        const { task, order, at, requestId, deployment, how, path, folder, standings } = entry;
        if (typeof entry.entry === 'string')
            seen.add(entry.entry);
        if (entry.entry === 'run')
            run = runHeader((0,_lib_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o$)(entry.run) ?? {});
        if (entry.entry === 'placing' && typeof folder === 'string')
            placing.push(folder);
        if (entry.entry === 'recorded')
            for (const [name, standing] of pairs(standings))
                recorded.set(name, standing);
        if (typeof task !== 'string')
            continue;
        if (entry.entry === 'staged') {
            const files = stagedFrom(entry);
            if (files !== null)
                staged.set(task, files);
        }
        if (entry.entry === 'saved' && typeof path === 'string')
            saved.push({ task, path });
        if (entry.entry === 'delivered')
            delivered.add(task);
        if (entry.entry === 'refused')
            requests.delete(task);
        const before = requests.get(task);
        if (entry.entry === 'ended' && before !== undefined && (0,_record_js__WEBPACK_IMPORTED_MODULE_1__/* .isEnding */ .yp)(how))
            requests.set(task, { ...before, ending: how });
        if (typeof order !== 'string' || typeof at !== 'number')
            continue;
        const handle = typeof deployment === 'string' ? { deployment } : {};
        const open = { task, order, acceptedAt: at, ending: null, ...handle };
        if (entry.entry === 'submitting' && before !== undefined)
            replaced.push(before);
        if (entry.entry === 'submitting')
            requests.set(task, { ...open, requestId: null });
        if (entry.entry === 'accepted' && typeof requestId === 'string')
            requests.set(task, { ...open, requestId });
    }
    if (run === null)
        return null;
    const ends = { uploaded: seen.has('uploaded'), told: seen.has('told') };
    return { run, requests: [...requests.values()], replaced, recorded, staged, saved, placing, delivered, ...ends };
}
function read(file) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8');
    }
    catch {
        return '';
    }
}
function pairs(value) {
    if (!Array.isArray(value))
        return [];
    return value.flatMap((pair) => {
        const [name, standing] = Array.isArray(pair) ? pair : [];
        return typeof name === 'string' && typeof standing === 'string' ? [[name, standing]] : [];
    });
}
function stagedFrom({ order, requestId, seed, cost, files }) {
    if (typeof order !== 'string' || typeof requestId !== 'string' || !Array.isArray(files))
        return null;
    return {
        order,
        requestId,
        seed: numberOr(seed),
        cost: numberOr(cost),
        files: files.map((file) => stagedFileFrom((0,_lib_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o$)(file) ?? {})),
    };
}
function stagedFileFrom(file) {
    const { stagedPath, url, bytes, sha256, format, suffix, width, height, truncated, seed } = file;
    if (typeof stagedPath !== 'string' || typeof sha256 !== 'string' || typeof suffix !== 'string')
        return null;
    return {
        stagedPath,
        url: typeof url === 'string' ? url : '',
        bytes: numberOr(bytes) ?? 0,
        sha256,
        format: typeof format === 'string' ? format : null,
        suffix,
        width: numberOr(width),
        height: numberOr(height),
        truncated: truncated === true,
        seed: numberOr(seed),
    };
}
function numberOr(value) {
    return typeof value === 'number' ? value : null;
}
function runHeader({ apiUrl, deploymentsUrl, outputDir, artifact, evidence, record, runId, attempt, }) {
    if (typeof apiUrl !== 'string' || typeof outputDir !== 'string')
        return null;
    const { name, overwrite, archive, retentionDays } = (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o$)(artifact) ?? {};
    return {
        apiUrl,
        deploymentsUrl: typeof deploymentsUrl === 'string' ? deploymentsUrl : '',
        outputDir,
        artifact: typeof name !== 'string'
            ? null
            : {
                name,
                overwrite: overwrite === true,
                archive: archive !== false,
                retentionDays: typeof retentionDays === 'number' ? retentionDays : null,
            },
        evidence: Array.isArray(evidence) ? evidence.filter((file) => typeof file === 'string') : [],
        record: typeof record === 'string' ? record : null,
        runId: typeof runId === 'string' ? runId : '',
        attempt: typeof attempt === 'number' ? attempt : 1,
    };
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


/***/ })

};
