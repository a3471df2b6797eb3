export const id = 758;
export const ids = [758];
export const modules = {

/***/ 6758:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ saveFile)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75892);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5231);
/* harmony import */ var _download_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6336);






async function saveFile(from, to, sha256) {
    try {
        const size = await sizeOf(from);
        if (await holds(to, size, sha256)) {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(from, { force: true });
            return false;
        }
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(node_path__WEBPACK_IMPORTED_MODULE_2__.dirname(to), { recursive: true });
        await move(from, to);
        return true;
    }
    catch (error) {
        throw (0,_download_js__WEBPACK_IMPORTED_MODULE_5__/* .notSaved */ .b)(error);
    }
}
async function sizeOf(file) {
    try {
        return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(file)).size;
    }
    catch (error) {
        if ((0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errorCodes */ .fv)(error).includes('ENOENT'))
            return null;
        throw error;
    }
}
async function holds(file, size, sha256) {
    const there = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(file).catch(() => null);
    if (there?.isFile() !== true || there.size !== (size ?? there.size))
        return false;
    return (await (0,_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .sha256Of */ .B)(file)) === sha256;
}
async function move(from, to) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(from, to);
    }
    catch (error) {
        if (!(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errorCodes */ .fv)(error).includes('EXDEV'))
            throw error;
        const stagedPath = node_path__WEBPACK_IMPORTED_MODULE_2__.join(node_path__WEBPACK_IMPORTED_MODULE_2__.dirname(to), `.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}.part`);
        try {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.copyFile)(from, stagedPath);
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(stagedPath, to);
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(from, { force: true });
        }
        catch (failure) {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(stagedPath, { force: true });
            throw failure;
        }
    }
}


/***/ })

};
