export const id = 528;
export const ids = [528];
export const modules = {

/***/ 66528:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cleanUp: () => (/* binding */ cleanUp)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/figures.js
var figures = __webpack_require__(9234);
// EXTERNAL MODULE: ./lib/journal.js
var lib_journal = __webpack_require__(84868);
// EXTERNAL MODULE: ./lib/limit.js
var lib_limit = __webpack_require__(41104);
// EXTERNAL MODULE: ./lib/record.js
var lib_record = __webpack_require__(45894);
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
    outlasted: 'Outlasted `timeout`, may still be running at RunComfy, and may be billed',
    gone: 'No longer known to RunComfy',
    unknown: 'Submitted, but the answer was lost; look under Generations on runcomfy.com before running again',
};
/** The same facts for the log and for the job summary. `collectable`: the record of the requests could be kept. */
function leftoverSummary(settled, uploads, collectable) {
    const groups = [...Map.groupBy(settled, ({ state }) => state)];
    const name = ({ request }) => request.requestId ?? request.job;
    const meaning = (state) => `${MEANINGS[state]}${state === 'finished' && collectable ? '; a re-run of this job collects it without paying again' : ''}`;
    const lines = groups.map(([state, group]) => `${meaning(state)}: ${group.map(name).join(', ')}.`);
    const stored = uploads.map((artifact) => `Uploaded what was saved: artifact ${artifact.name}.`);
    const text = ['What the step could not finish:', ...lines, ...stored].join('\n');
    const items = [
        ...groups.map(([state, group]) => `<li>${meaning(state)}: ${group.map((one) => (0,markdown/* code */.aY)(name(one))).join(', ')}</li>`),
        ...uploads.map(({ name: artifact, url }) => `<li>Uploaded what was saved: <a href="${(0,markdown/* href */.UF)(url) ?? ''}">${(0,markdown/* code */.aY)(artifact)}</a></li>`),
    ];
    return {
        text,
        markdown: `### RunComfy: what a step could not finish\n\n<ul>\n${items.join('\n')}\n</ul>\n`,
    };
}

// EXTERNAL MODULE: ./lib/runcomfy/settle.js
var settle = __webpack_require__(81064);
;// CONCATENATED MODULE: ./lib/post.js
// The post phase: ends at RunComfy what a killed main left running, uploads what it saved, keeps the record of what was paid for, and tells what it did.









/** GitHub ends a cancelled job five minutes after Cancel, and other steps have a post phase too. */
const SETTLE_LIMIT_MS = 20_000;
const UPLOAD_LIMIT_MS = 120_000;
/** Never throws for what went wrong here: a good run stays good. */
async function cleanUp(journal, ports) {
    const leftover = (0,lib_journal/* readJournal */.a0)(journal);
    if (leftover === null)
        return;
    const settled = await settleAll(leftover, ports);
    // First what saves money, should GitHub's five minutes be over during the rest.
    const kept = await keepRecord(leftover, settled, ports);
    const uploads = leftover.uploaded ? [] : await uploadSaved(leftover, ports);
    const untold = settled.filter((one) => isUntold(one, leftover));
    if (untold.length > 0 || uploads.length > 0)
        await tell(untold, uploads, kept, ports);
    await removeDownloads(external_node_path_.dirname(journal));
    await removeHalfFiles(leftover.placing);
}
/** Other runs may have kept theirs since main has looked, or main could not look: the newest record is the ground to build on. */
async function keepRecord(leftover, settled, { records, hurry }) {
    const { recordKey, shared } = leftover.run;
    if (records === null || recordKey === null || (0,lib_record/* recordOf */.zv)(leftover, settled) === null)
        return false;
    const newest = shared ? await records.load(recordKey, hurry).catch(() => null) : null;
    const record = (0,lib_record/* recordOf */.zv)({ ...leftover, known: newest ?? leftover.known }, settled);
    return record !== null && (await records.save(recordKey, record));
}
/** Main has told everything that it knew, or nothing. What was finished and saved needs no words. */
function isUntold({ request, state }, { told, saved }) {
    if (told)
        return request.ending === 'running' && state !== 'running';
    return state !== 'finished' || !saved.some(({ job }) => job === request.job);
}
/** Files that were on their way when main was killed; journal and report stay for later steps. */
async function removeDownloads(temp) {
    const names = await (0,promises_.readdir)(temp).catch(() => []);
    const leftovers = names.filter((name) => !/\.jsonl?$/.test(name));
    await Promise.allSettled(leftovers.map((name) => (0,promises_.rm)(external_node_path_.join(temp, name), { recursive: true, force: true })));
}
/** What a kill cut off while it was copied into the workspace (images/save.ts), where a later step might commit it. */
async function removeHalfFiles(folders) {
    for (const folder of folders) {
        const names = await (0,promises_.readdir)(folder).catch(() => []);
        const halves = names.filter((name) => /^\.[0-9a-f-]{36}\.part$/.test(name));
        await Promise.allSettled(halves.map((name) => (0,promises_.rm)(external_node_path_.join(folder, name), { force: true })));
    }
}
/** Every request of the run with what became of it; those that are open are ended first. */
async function settleAll({ run, requests }, { clock, service, hurry }) {
    const isOpen = ({ ending, requestId }) => requestId !== null && (ending === null || ending === 'running');
    const client = requests.some(isOpen) ? await service(run.apiUrl) : null;
    return Promise.all(requests.map(async (request) => {
        if (request.requestId === null)
            return { request, state: 'unknown' };
        if (!isOpen(request))
            return { request, state: request.ending ?? 'running' };
        if (client === null)
            return { request, state: 'running' };
        const end = await (0,settle/* endRequest */.D)(request.requestId, { service: client, clock, limitMs: SETTLE_LIMIT_MS, hurry });
        return { request, state: typeof end === 'string' ? end : end.result === 'succeeded' ? 'finished' : 'failed' };
    }));
}
async function uploadSaved({ run, saved }, { artifacts, clock, log }) {
    if (run.artifact === null)
        return [];
    const there = await Promise.all(saved.map(({ path: file }) => (0,promises_.access)(file).then(() => [file], () => [])));
    const files = there.flat();
    if (files.length === 0)
        return [];
    const { artifact } = run;
    const limit = (0,lib_limit/* timeLimit */.z)(clock, UPLOAD_LIMIT_MS, () => new Error(`not done after ${UPLOAD_LIMIT_MS / 60_000} minutes`));
    const uploads = await log.group(`Upload ${(0,figures/* counted */.hS)(files.length, 'file')} that the step could no longer upload`, () => Promise.allSettled((artifact.archive ? [files] : files.map((file) => [file])).map((batch) => (0,lib_limit/* noLongerThan */.C)(limit.signal, artifacts.upload({ ...artifact, files: batch, root: run.outputDir })))));
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


/***/ })

};
