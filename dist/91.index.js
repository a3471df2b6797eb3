export const id = 91;
export const ids = [91];
export const modules = {

/***/ 40091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isKnownPublic: () => (/* binding */ isKnownPublic)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _lib_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68173);


async function isKnownPublic(env, github) {
    const event = (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJsonObject */ .dw)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(env.GITHUB_EVENT_PATH ?? '', 'utf8').catch(() => ''));
    const told = isPublic((0,_lib_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o$)(event?.repository));
    if (told === false || (told === true && (env.GITHUB_RUN_ATTEMPT || '1') === '1'))
        return told;
    return github
        .call('metadata: read', async (octokit, repo) => (await octokit.rest.repos.get(repo)).data)
        .then((repository) => isPublic((0,_lib_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o$)(repository)) === true, () => false);
}
function isPublic(repository) {
    const { visibility, private: hidden } = repository ?? {};
    if (hidden === true)
        return false;
    if (typeof visibility === 'string')
        return visibility === 'public';
    return hidden === false ? true : null;
}


/***/ })

};
