export const id = 7772;
export const ids = [7772];
export const modules = {

/***/ 17772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   removePreviews: () => (/* binding */ removePreviews)
/* harmony export */ });
/* harmony import */ var _lib_figures_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38402);
/* harmony import */ var _report_comment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25995);
/* harmony import */ var _mark_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34499);
/* harmony import */ var _preview_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24096);
/* harmony import */ var _sticky_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5345);





async function removePreviews(pull, { comments, refs, log }) {
    const problems = [];
    const attempt = async (what, all, work) => {
        let done = 0;
        let refusal = null;
        try {
            for (const one of await all()) {
                await work(one).then(() => {
                    done += 1;
                }, (error) => {
                    refusal ??= error;
                });
            }
        }
        catch (error) {
            problems.push(`${what}: ${(0,_preview_js__WEBPACK_IMPORTED_MODULE_2__/* .explained */ .t)(error)}`);
            return null;
        }
        if (refusal === null)
            return done;
        problems.push(`${what}${done > 0 ? `, but for ${done}` : ''}: ${(0,_preview_js__WEBPACK_IMPORTED_MODULE_2__/* .explained */ .t)(refusal)}`);
        return done > 0 ? done : null;
    };
    const changed = await attempt('The pictures in the preview comments were not replaced', async () => {
        const me = await comments.me();
        const previews = (await comments.list(pull)).filter(({ body }) => (0,_mark_js__WEBPACK_IMPORTED_MODULE_1__/* .readCommentMark */ .Hs)(body) !== null);
        if (me === null && previews.length > 0)
            throw (0,_sticky_js__WEBPACK_IMPORTED_MODULE_3__/* .nameless */ .f)();
        return previews.filter(({ author, body }) => author === me && (0,_report_comment_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutPictures */ .EN)(body) !== body);
    }, async ({ id, body }) => {
        await comments.update(id, (0,_report_comment_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutPictures */ .EN)(body));
    });
    const deleted = await attempt('The previews in the repository were not deleted', () => refs.below((0,_mark_js__WEBPACK_IMPORTED_MODULE_1__/* .refFolder */ .Gf)(pull)), (name) => refs.remove(name));
    if (problems.length > 0)
        await log.warning(`Cleaning up after pull request ${pull}:\n${problems.join('\n')}`);
    const parts = [
        ...(deleted === null ? [] : [`${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .hS)(deleted, 'preview ref')} deleted`]),
        ...(changed === null ? [] : [`${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .hS)(changed, 'comment')} changed`]),
    ];
    if (parts.length > 0)
        log.info(`Pull request ${pull}: ${parts.join(', ')}.`);
    return { refs: deleted, comments: changed };
}


/***/ })

};
