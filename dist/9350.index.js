export const id = 9350;
export const ids = [9350];
export const modules = {

/***/ 99350:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   notesOf: () => (/* binding */ notesOf)
/* harmony export */ });
/* harmony import */ var _lib_figures_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38402);
/* harmony import */ var _tasks_outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10878);


function notesOf(runResult) {
    const about = (kind) => runResult.outcomes.flatMap(({ notes }) => notes.filter((note) => note.kind === kind).map((note) => note.about));
    const notes = [
        { kind: 'flagged', text: flagged(about('flagged')) },
        { kind: 'equal-files', text: equalFiles(runResult) },
        { kind: 'truncated', text: truncated(about('truncated')) },
        { kind: 'unknown-format', text: unknown(about('unknown-format')) },
        { kind: 'side-file', text: sideFiles(about('side-file')) },
    ];
    return notes.filter(({ text }) => text !== '');
}
function flagged(requests) {
    if (requests.length === 0)
        return '';
    return `RunComfy flagged the results of ${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(requests.length, 'request')}. Their files are paid for, but may be black or blurred: ${listed(requests)}. Change the prompt: the same words will be flagged again.`;
}
function equalFiles({ images }) {
    const made = images.filter(({ format }) => !(0,_tasks_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .isSideFormat */ .N)(format));
    const same = [...Map.groupBy(made, ({ outcome, sha256 }) => `${outcome.task.id} ${sha256}`).values()].filter((group) => new Set(group.map(({ outcome }) => outcome.task.name)).size > 1);
    if (same.length === 0)
        return '';
    const paths = same.flatMap((group) => group.map(({ path }) => path));
    return `${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(paths.length, 'file')} of different requests are identical byte for byte: ${listed(paths)}. The model returns the same image for the same input: set \`seed\`, and each request of \`count\` uses a different one.`;
}
function truncated(paths) {
    if (paths.length === 0)
        return '';
    return `${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(paths.length, 'file')} saved although truncated, because RunComfy does not have the rest: ${listed(paths)}.`;
}
function unknown(paths) {
    if (paths.length === 0)
        return '';
    return `${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(paths.length, 'file')} saved as received, because the format is unknown: ${listed(paths)}.`;
}
function sideFiles(files) {
    if (files.length === 0)
        return '';
    return `${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(files.length, 'file')} that accompany the results could not be saved, which is not a failure: ${listed(files, '; ')}. The log and \`results\` in the report (output \`report-file\`) list all of them.`;
}
const MAX_LISTED = 5;
function listed(names, separator = ', ') {
    const shown = names.slice(0, MAX_LISTED).join(separator);
    return names.length > MAX_LISTED ? `${shown} and ${names.length - MAX_LISTED} more` : shown;
}


/***/ }),

/***/ 10878:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ isSideFormat)
/* harmony export */ });
const SIDE_FORMATS = new Set(['json', 'xml', 'txt', 'text', 'srt', 'vtt', 'csv', 'md', 'mtl', 'pdf']);
function isSideFormat(format) {
    return format === null || SIDE_FORMATS.has(format);
}


/***/ })

};
