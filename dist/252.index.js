export const id = 252;
export const ids = [252];
export const modules = {

/***/ 91252:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   saveStaged: () => (/* binding */ saveStaged)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _files_collect_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30363);
/* harmony import */ var _files_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90807);
/* harmony import */ var _ledger_record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(96852);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75892);
/* harmony import */ var _tasks_task_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9961);
/* harmony import */ var _save_all_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6223);
// Puts in its place what a killed step had fetched already: it is paid for, and nobody else knows where it lies.







/** Returns the outcomes of tasks whose files were staged and not saved. With a manifest they are in the lock then. Throws what reading the inputs' manifest throws. */
async function saveStaged({ staged, saved }, sources) {
    const done = new Set(saved.map(({ task }) => task));
    if ([...staged.keys()].every((task) => done.has(task)))
        return [];
    const { tasks, remember, ...ground } = await groundOf(sources);
    const options = { ...ground, ...sources.inputs, workspace: sources.workspace, onSaving: () => { } };
    const claim = (0,_files_names_js__WEBPACK_IMPORTED_MODULE_2__/* .nameClaims */ .zu)();
    const indexes = new Map();
    const outcomes = [];
    for (const task of tasks) {
        const one = staged.get(task.name);
        const index = indexes.get(task.id) ?? 1;
        indexes.set(task.id, index + Math.max(1, one?.files.length ?? 0));
        // The manifest may have changed since.
        if (one === undefined || done.has(task.name) || one.order !== (0,_ledger_record_js__WEBPACK_IMPORTED_MODULE_3__/* .orderOf */ .mJ)(task))
            continue;
        const outcome = await (0,_save_all_js__WEBPACK_IMPORTED_MODULE_6__/* .saveFiles */ .P)(generationOf(task, one), index, options, claim);
        await remember(outcome);
        outcomes.push(outcome);
    }
    return outcomes;
}
async function groundOf({ inputs, workspace, claims, redacted, forceStop }) {
    if (inputs.manifest === null) {
        return {
            tasks: inputs.collect === null ? (0,_tasks_task_js__WEBPACK_IMPORTED_MODULE_5__/* .tasksOf */ .a4)(inputs.order) : (0,_tasks_task_js__WEBPACK_IMPORTED_MODULE_5__/* .tasksToCollect */ .UQ)(inputs.collect),
            isTaken: (file) => !claims.take(`file ${(0,_files_names_js__WEBPACK_IMPORTED_MODULE_2__/* .diskKey */ .nk)(file.split(node_path__WEBPACK_IMPORTED_MODULE_0__.sep).join('/'))}`),
            reunited: () => [],
            remember: async () => { },
        };
    }
    const { planManifest, tasksOfPlan } = await Promise.all(/* import() */[__webpack_require__.e(816), __webpack_require__.e(540)]).then(__webpack_require__.bind(__webpack_require__, 20540));
    const { createLockKeeper } = await Promise.all(/* import() */[__webpack_require__.e(816), __webpack_require__.e(17)]).then(__webpack_require__.bind(__webpack_require__, 99017));
    const plan = await planManifest(inputs.manifest, inputs, { workspace, redacted, cancelled: forceStop });
    const { isTaken, reunited, landed } = createLockKeeper(plan, workspace);
    return { tasks: tasksOfPlan(plan.planned), isTaken, reunited, remember: landed };
}
function generationOf(task, { requestId, cost, files }) {
    return {
        task,
        requestId,
        tookMs: null,
        cost,
        files: files.map((file) => (file === null ? notFetched() : collectedFrom(file))),
        output: undefined,
        told: { flags: [], seed: null, seeds: [], texts: [] },
        failure: null,
        unsettled: null,
        attempted: true,
        adopted: true,
    };
}
function collectedFrom({ format, suffix, width, height, ...file }) {
    return { ...file, media: { kind: 'other', type: '', format, suffix, width, height } };
}
/** The step could not fetch it, and has said so if it lived to. */
function notFetched() {
    return new _files_collect_js__WEBPACK_IMPORTED_MODULE_1__/* .LostFile */ .L('', false, new _lib_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .ActionError */ .lZ('download-failed', 'Not fetched.'));
}


/***/ })

};
