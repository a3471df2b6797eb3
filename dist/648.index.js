export const id = 648;
export const ids = [648];
export const modules = {

/***/ 5648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   plan: () => (/* binding */ plan)
/* harmony export */ });
/* harmony import */ var _manifest_work_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17291);
/* harmony import */ var _preflight_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27100);
/* harmony import */ var _publish_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12284);
/* harmony import */ var _report_notes_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(43731);
/* harmony import */ var _report_plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41383);
/* harmony import */ var _report_report_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(45650);






/** Throws as `planManifest` and `preflight` do. */
async function plan(file, inputs, ports) {
    const { log, redacted, catalogue } = ports;
    const { manifest, planned } = await (0,_manifest_work_js__WEBPACK_IMPORTED_MODULE_0__/* .planManifest */ .jO)(file, inputs, ports);
    const warnings = catalogue === null ? [] : await (0,_preflight_js__WEBPACK_IMPORTED_MODULE_1__/* .preflight */ .M)((0,_manifest_work_js__WEBPACK_IMPORTED_MODULE_0__/* .jobsOfPlan */ .vE)(planned), catalogue);
    const tally = (0,_report_report_js__WEBPACK_IMPORTED_MODULE_4__/* .tallyOf */ .s)([], redacted, catalogue === null ? planned : await (0,_manifest_work_js__WEBPACK_IMPORTED_MODULE_0__/* .withCataloguePrices */ .W)(planned, catalogue));
    const rows = tally.plan ?? [];
    const title = (0,_report_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .planTitle */ .KS)(rows);
    for (const line of (0,_report_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .planLines */ .HN)(rows))
        log.info(line);
    log.info(`${manifest.file}: ${title}.`);
    for (const warning of (0,_report_notes_js__WEBPACK_IMPORTED_MODULE_5__/* .warningsOf */ .n)(warnings))
        await log.warning(warning);
    const preview = inputs.preview.comment ? await ports.comment(rows) : null;
    await (0,_publish_js__WEBPACK_IMPORTED_MODULE_2__/* .publish */ .mk)(tally, { artifact: null, preview }, ports);
    if (inputs.summary)
        await (0,_publish_js__WEBPACK_IMPORTED_MODULE_2__/* .writeSummary */ .Sy)((0,_report_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .planSummary */ .MM)(rows), ports);
}


/***/ })

};
