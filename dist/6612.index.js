export const id = 6612;
export const ids = [6612];
export const modules = {

/***/ 46612:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MAX_POINTER_BYTES: () => (/* binding */ MAX_POINTER_BYTES),
/* harmony export */   lfsPointerAt: () => (/* binding */ lfsPointerAt)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);

const MAX_POINTER_BYTES = 1023;
async function lfsPointerAt(file) {
    return parseLfsPointer(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8'));
}
function parseLfsPointer(text) {
    const [version = '', ...lines] = text.split(/\r?\n/);
    if (!/^version https:\/\/(git-lfs\.github\.com|hawser\.github\.com)\/spec\//.test(version))
        return null;
    const [, sha256] = lines.map((line) => /^oid sha256:([0-9a-f]{64})$/.exec(line)).find((oid) => oid !== null) ?? [];
    const [, bytes] = lines.map((line) => /^size (\d{1,15})$/.exec(line)).find((size) => size !== null) ?? [];
    return sha256 === undefined || bytes === undefined ? null : { bytes: Number(bytes), sha256 };
}


/***/ })

};
