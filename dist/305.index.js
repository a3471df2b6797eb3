export const id = 305;
export const ids = [305];
export const modules = {

/***/ 78305:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   keepBefores: () => (/* binding */ keepBefores),
/* harmony export */   writePreview: () => (/* binding */ writePreview)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _preview_preview_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70276);
// From a run to its preview comment: which pull request, which pictures were there before, and why images were made again.



/** Sets aside the files that will be replaced: afterwards nobody can show them any more. `temp`: an own folder, absolute. */
async function keepBefores(planned, workspace, temp) {
    const befores = new Map();
    for (const [n, { id, todo, entry }] of planned.entries()) {
        if (todo !== 'generate' || entry === null)
            continue;
        const kept = [];
        for (const [m, output] of entry.outputs.entries()) {
            const aside = node_path__WEBPACK_IMPORTED_MODULE_1__.join(temp, `before-${n}-${m}`);
            try {
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.copyFile)(await workspace.inside(output.path), aside);
                const { size: bytes } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(aside);
                const format = node_path__WEBPACK_IMPORTED_MODULE_1__.extname(output.path).slice(1).replace('jpg', 'jpeg');
                kept.push({ path: output.path, format, bytes, read: () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(aside) });
            }
            catch {
                // What is not there cannot be shown.
            }
        }
        befores.set(id, kept);
    }
    return befores;
}
function writePreview({ tally, artifacts, planned, befores }, { key, storage }, place, ports) {
    return (0,_preview_preview_js__WEBPACK_IMPORTED_MODULE_2__/* .publishPreview */ .k)({
        ...place,
        key,
        storage,
        tally,
        artifacts,
        unchanged: tally.skipped,
        changes: changesOf(tally, planned ?? [], befores),
    }, ports);
}
function changesOf(tally, planned, befores) {
    const byId = new Map(planned.map((one) => [one.id, one]));
    return new Map(tally.images.flatMap((image) => {
        const one = byId.get(image.outcome.job.id);
        if (one === undefined || one.entry === null)
            return [];
        const before = befores.get(one.id)?.[image.index - 1] ?? null;
        return [[image.path, { before, differences: differencesOf(one) }]];
    }));
}
/** Where the recipe is the same, such as for a file that was missing, the reasons say why in words. */
function differencesOf({ changes, reasons }) {
    return changes.length > 0 ? changes : reasons.map((text) => ({ name: 'why', pieces: [{ text, kind: 'same' }] }));
}


/***/ })

};
