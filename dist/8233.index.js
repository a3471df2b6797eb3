export const id = 8233;
export const ids = [8233];
export const modules = {

/***/ 78233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   uploadAll: () => (/* binding */ uploadAll)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _lib_concurrency_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40764);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75892);
/* harmony import */ var _lib_figures_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38402);
/* harmony import */ var _lib_time_limit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93484);





const UPLOADS_AT_ONCE = 4;
async function uploadAll({ runResult: { images }, artifact, root, besides }, { artifacts, log }, outOfTime) {
    if (artifact === null || images.length === 0)
        return { artifacts: [], failure: null };
    const made = images.map(({ absolutePath }) => absolutePath);
    const files = artifact.archive ? [...made, ...besides.filter((file) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(file))] : made;
    const limit = (0,_lib_concurrency_js__WEBPACK_IMPORTED_MODULE_3__/* .limitOf */ .L)(UPLOADS_AT_ONCE);
    const batches = artifact.archive ? [files] : files.map((file) => [file]);
    const uploadOne = (batch) => (0,_lib_time_limit_js__WEBPACK_IMPORTED_MODULE_2__/* .noLongerThan */ .Cy)(outOfTime, artifacts.upload({ ...artifact, files: batch, root }));
    const results = await log.group(`Upload ${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .hS)(files.length, 'file')} as ${artifact.archive ? `artifact ${artifact.name}` : 'artifacts'}`, () => Promise.allSettled(batches.map((batch) => limit(() => uploadOne(batch)))));
    const stored = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    const [failed] = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    return {
        artifacts: stored,
        failure: failed === undefined ? null : (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asActionError */ .z6)(failed, 'Uploading the artifact'),
    };
}


/***/ })

};
