export const id = 3925;
export const ids = [3925];
export const modules = {

/***/ 83925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ManifestError: () => (/* binding */ ManifestError)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75892);
/* harmony import */ var _lib_source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54534);


class ManifestError extends _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ {
    file;
    problems;
    constructor(file, problems) {
        const ordered = (0,_lib_source_js__WEBPACK_IMPORTED_MODULE_1__/* .inOrder */ .a)(problems);
        const lines = ordered.map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`);
        super('bad-input', lines.length === 1
            ? `${lines[0]}${/[.?]$/.test(lines[0] ?? '') ? '' : '.'}`
            : `${file} has ${lines.length} problems:\n${lines.map((line) => `- ${line}`).join('\n')}`, { advice: 'Nothing was sent to RunComfy.' });
        this.file = file;
        this.problems = ordered;
    }
}


/***/ })

};
