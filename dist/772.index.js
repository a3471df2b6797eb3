export const id = 772;
export const ids = [772];
export const modules = {

/***/ 17772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   removePreviews: () => (/* binding */ removePreviews)
/* harmony export */ });
/* harmony import */ var _report_comment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37023);
/* harmony import */ var _mark_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34499);
/* harmony import */ var _preview_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70276);
// Takes the previews of a pull request away again: all of its refs, and the pictures in its comments, so that nothing shows broken.



/** Says once what GitHub refused. A second time there is nothing left to do, and nothing is written. */
async function removePreviews(pull, { comments, refs, log }) {
    const problems = [];
    const attempt = async (what, work) => {
        try {
            return await work();
        }
        catch (error) {
            problems.push(`${what}: ${(0,_preview_js__WEBPACK_IMPORTED_MODULE_2__/* .explained */ .t)(error)}`);
            return 0;
        }
    };
    // Comments first: a picture that is still there may be left out, one that is gone may not be shown.
    const changed = await attempt('The pictures in the preview comments were not replaced', async () => {
        const me = await comments.me();
        const previews = (await comments.list(pull)).filter(({ author, body }) => author === me && (0,_mark_js__WEBPACK_IMPORTED_MODULE_1__/* .readCommentMark */ .Hs)(body) !== null);
        let written = 0;
        for (const { id, body } of previews) {
            const without = (0,_report_comment_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutPictures */ .EN)(body);
            if (without === body)
                continue;
            await comments.update(id, without);
            written += 1;
        }
        return written;
    });
    const deleted = await attempt('The previews in the repository were not deleted', async () => {
        const names = await refs.below((0,_mark_js__WEBPACK_IMPORTED_MODULE_1__/* .refFolder */ .Gf)(pull));
        for (const name of names)
            await refs.remove(name);
        return names.length;
    });
    if (problems.length > 0)
        await log.warning(problems.join('\n'));
    return { refs: deleted, comments: changed };
}


/***/ })

};
