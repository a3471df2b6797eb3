export const id = 607;
export const ids = [607];
export const modules = {

/***/ 19607:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   whyNoSecrets: () => (/* binding */ whyNoSecrets)
/* harmony export */ });
// What started this run, through @actions/github: whether it is one that GitHub gives no secrets.
/** Why this run has no secrets, as a clause; null where it has. Rule: GitHub docs, "Securely using pull_request_target" and "Dependabot on GitHub Actions". */
async function whyNoSecrets() {
    const { context } = await Promise.all(/* import() */[__webpack_require__.e(137), __webpack_require__.e(942), __webpack_require__.e(351)]).then(__webpack_require__.bind(__webpack_require__, 61351));
    if (!context.eventName.startsWith('pull_request'))
        return null;
    const pull = context.payload.pull_request;
    if (context.actor === 'dependabot[bot]' || textAt(pull, 'user', 'login') === 'dependabot[bot]')
        return 'this pull request is from Dependabot';
    const base = textAt(pull, 'base', 'repo', 'full_name');
    // A deleted fork has no repository any more.
    return base !== null && textAt(pull, 'head', 'repo', 'full_name') !== base
        ? 'this pull request is from a fork'
        : null;
}
function textAt(value, ...path) {
    const [key, ...rest] = path;
    if (key === undefined)
        return typeof value === 'string' ? value : null;
    return typeof value === 'object' && value !== null
        ? textAt(Object.getOwnPropertyDescriptor(value, key)?.value, ...rest)
        : null;
}


/***/ })

};
