export const id = 667;
export const ids = [667];
export const modules = {

/***/ 67667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   plan: () => (/* binding */ plan)
/* harmony export */ });
/* harmony import */ var _pipeline_manifest_tasks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20540);
/* harmony import */ var _pipeline_preflight_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69613);
/* harmony import */ var _pipeline_publish_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1355);
/* harmony import */ var _report_notes_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(43731);
/* harmony import */ var _report_plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41383);
/* harmony import */ var _report_report_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(45650);






/** Throws as `planManifest` and `preflight` do. */
async function plan(file, inputs, ports) {
    const { log, redacted, catalogue } = ports;
    const { manifest, planned } = await (0,_pipeline_manifest_tasks_js__WEBPACK_IMPORTED_MODULE_0__.planManifest)(file, inputs, ports);
    const warnings = catalogue === null ? [] : await (0,_pipeline_preflight_js__WEBPACK_IMPORTED_MODULE_1__/* .preflight */ .M)((0,_pipeline_manifest_tasks_js__WEBPACK_IMPORTED_MODULE_0__.tasksOfPlan)(planned), catalogue);
    const runResult = (0,_report_report_js__WEBPACK_IMPORTED_MODULE_4__/* .runResultOf */ .c)([], redacted, catalogue === null ? planned : await (0,_pipeline_manifest_tasks_js__WEBPACK_IMPORTED_MODULE_0__/* .withCataloguePrices */ .W)(planned, catalogue));
    const rows = runResult.plan ?? [];
    const title = (0,_report_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .planTitle */ .KS)(rows);
    for (const line of (0,_report_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .planLines */ .HN)(rows))
        log.info(line);
    log.info(`${manifest.file}: ${title}.`);
    for (const warning of (0,_report_notes_js__WEBPACK_IMPORTED_MODULE_5__/* .warningsOf */ .n)(warnings))
        await log.warning(warning);
    const preview = inputs.preview.comment ? await ports.comment(rows) : null;
    await (0,_pipeline_publish_js__WEBPACK_IMPORTED_MODULE_2__/* .publish */ .mk)(runResult, { artifact: null, preview }, ports);
    if (inputs.summary)
        await (0,_pipeline_publish_js__WEBPACK_IMPORTED_MODULE_2__/* .writeSummary */ .Sy)((0,_report_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .planSummary */ .MM)(rows), ports);
}


/***/ })

};
