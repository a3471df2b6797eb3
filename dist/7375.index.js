export const id = 7375;
export const ids = [7375];
export const modules = {

/***/ 27375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runPost: () => (/* binding */ runPost)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _files_workspace_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36822);
/* harmony import */ var _inputs_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78631);
/* harmony import */ var _ledger_claims_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58508);
/* harmony import */ var _ledger_who_asks_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(42388);
/* harmony import */ var _lib_clock_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(75953);






async function runPost(context, forceStop) {
    const { env, workflow } = context;
    const journal = env.STATE_journal ?? '';
    if (journal === '')
        return;
    const { cleanUp } = await __webpack_require__.e(/* import() */ 8665).then(__webpack_require__.bind(__webpack_require__, 68665));
    const record = env.STATE_record ?? '';
    const { runId, attempt } = (0,_ledger_who_asks_js__WEBPACK_IMPORTED_MODULE_4__/* .runIdentity */ .yK)(env, null);
    const temp = node_path__WEBPACK_IMPORTED_MODULE_0__.dirname(journal);
    await cleanUp({
        journal,
        spent: record === ''
            ? null
            : {
                record,
                apiUrl: env['STATE_api-url'] ?? '',
                deploymentsUrl: env['STATE_deployments-url'] ?? '',
                runId,
                attempt,
            },
        ended: env.STATE_ended === 'true',
    }, {
        clock: _lib_clock_js__WEBPACK_IMPORTED_MODULE_5__/* .systemClock */ .m,
        log: workflow,
        workflow,
        artifacts: context.artifacts(temp),
        records: context.records(),
        async backends({ apiUrl, deploymentsUrl }) {
            const service = await context.service(new URL(apiUrl));
            if (service === null)
                return null;
            const serverless = await context.serverless(new URL(deploymentsUrl || apiUrl));
            const { backendFor } = await __webpack_require__.e(/* import() */ 8617).then(__webpack_require__.bind(__webpack_require__, 18617));
            return (deployment) => backendFor(deployment ?? null, null, { service, serverless, clock: _lib_clock_js__WEBPACK_IMPORTED_MODULE_5__/* .systemClock */ .m });
        },
        saveStaged: (leftover) => saveLeftover(leftover, temp, context, forceStop),
        forceStop,
    });
}
async function saveLeftover(leftover, temp, { env, raw, redacted }, forceStop) {
    const { saveStaged } = await Promise.all(/* import() */[__webpack_require__.e(3075), __webpack_require__.e(7212), __webpack_require__.e(1252)]).then(__webpack_require__.bind(__webpack_require__, 91252));
    const workspace = await (0,_files_workspace_js__WEBPACK_IMPORTED_MODULE_1__/* .openWorkspace */ .OH)(env.GITHUB_WORKSPACE || process.cwd());
    const inputs = await (0,_inputs_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .readInputs */ .K)(raw, workspace, redacted);
    const job = (0,_ledger_who_asks_js__WEBPACK_IMPORTED_MODULE_4__/* .jobName */ .dZ)((0,_ledger_who_asks_js__WEBPACK_IMPORTED_MODULE_4__/* .runIdentity */ .yK)(env, null), inputs.matrix);
    const claims = (0,_ledger_claims_js__WEBPACK_IMPORTED_MODULE_3__/* .openClaims */ ._)(node_path__WEBPACK_IMPORTED_MODULE_0__.dirname(temp), job, temp);
    return saveStaged(leftover, { inputs, workspace, claims, redacted, forceStop });
}


/***/ })

};
