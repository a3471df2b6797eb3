export const id = 925;
export const ids = [925];
export const modules = {

/***/ 83925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ManifestError: () => (/* binding */ ManifestError),
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/* harmony import */ var _inputs_source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93552);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75892);


class ManifestError extends _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ {
    file;
    problems;
    constructor(file, problems) {
        const ordered = (0,_inputs_source_js__WEBPACK_IMPORTED_MODULE_1__/* .inOrder */ .a)(problems);
        const lines = ordered.map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`);
        super('bad-input', lines.length === 1
            ? `${lines[0]}${/[.?]$/.test(lines[0] ?? '') ? '' : '.'}`
            : `${file} has ${lines.length} problems:\n${lines.map((line) => `- ${line}`).join('\n')}`, { advice: 'Nothing was sent to RunComfy.' });
        this.file = file;
        this.problems = ordered;
    }
}
function nearest(word, known) {
    let best = null;
    let least = Math.max(2, Math.floor(word.length / 3)) + 1;
    for (const candidate of known) {
        if (Math.abs(candidate.length - word.length) >= least)
            continue;
        const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
        if (distance < least && distance < candidate.length)
            [best, least] = [candidate, distance];
    }
    return best;
}
function editDistance(from, to) {
    let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
    for (const [row, character] of [...from].entries()) {
        const current = [row + 1];
        for (let column = 0; column < to.length; column++) {
            const replaced = (previous[column] ?? 0) + (to[column] === character ? 0 : 1);
            current.push(Math.min(replaced, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
        }
        previous = current;
    }
    return previous[to.length] ?? 0;
}


/***/ })

};
