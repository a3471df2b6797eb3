export const id = 975;
export const ids = [975];
export const modules = {

/***/ 60975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   toleratedOf: () => (/* binding */ toleratedOf),
/* harmony export */   verdictOf: () => (/* binding */ verdictOf)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75892);
/* harmony import */ var _lib_figures_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38402);
/* harmony import */ var _lib_request_pages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81459);



function verdictOf({ runResult, failOn, cancelled, evidenceFailure, collectBy, }) {
    if (cancelled)
        return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('cancelled', receipt(runResult, collectBy));
    const jobsFail = runResult.failed.length > 0 &&
        (failOn === 'any' || (failOn === 'all' && runResult.failed.length === attempted(runResult)));
    const tasks = jobsFail ? failures(runResult) : null;
    if (tasks === null)
        return evidenceFailure;
    if (evidenceFailure === null)
        return tasks;
    if (attempted(runResult) === 1)
        return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(tasks.kind, `${tasks.text}\n${evidenceFailure.text}`);
    const [headline = '', ...list] = tasks.text.split('\n');
    return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(tasks.kind, [headline, evidenceFailure.text, ...list].join('\n'));
}
function attempted({ outcomes, notAttempted }) {
    return outcomes.length - notAttempted.length;
}
function failures(runResult) {
    const { failed, images, plan, blocked } = runResult;
    const [first] = failed;
    if (first === undefined)
        throw new Error('a failed run has a failed task');
    const behind = blocked.length === 0
        ? ''
        : `${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(blocked.length, 'image')} made from what failed ${blocked.length === 1 ? 'was' : 'were'} not attempted: ${listed(blocked)}.`;
    if (attempted(runResult) === 1) {
        const name = plan === null ? '' : `${first.task.name}: `;
        const advice = [first.failure.advice, behind].filter((text) => text !== '').join(' ');
        return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(first.failure.kind, `${name}${first.failure.message}`, { advice });
    }
    const saved = images.length === 0 ? '' : `; ${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(images.length, 'file')} saved`;
    const reasons = Map.groupBy(failed, ({ failure }) => failure.text);
    const lines = [...reasons].map(([reason, outcomes]) => `- ${listed(outcomes)}: ${reason}`);
    return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(first.failure.kind, `${failed.length} of ${attempted(runResult)} images failed${saved}.\n${lines.join('\n')}`, { advice: behind });
}
function toleratedOf(runResult, collectBy) {
    const failed = runResult.failed.length === 0 ? [] : [failures(runResult).text];
    const parts = [...failed, ...doubts(runResult, collectBy)];
    return parts.length === 0 ? null : parts.join('\n');
}
function doubts({ outcomes }, collectBy) {
    const running = outcomes.filter(({ unsettled }) => unsettled === 'running');
    const unknown = outcomes.filter(({ unsettled }) => unsettled === 'unknown');
    const deployments = (those) => those.map(({ task }) => task.deployment?.id ?? null);
    const collect = collectBy !== null
        ? `${collectBy} to collect them without paying again, or look`
        : `Pass them to \`collect\`${(0,_lib_request_pages_js__WEBPACK_IMPORTED_MODULE_2__/* .besidesIds */ .W)(deployments(running))} to download them without paying again, or look`;
    return [
        ...(running.length === 0
            ? []
            : [
                `Still running at RunComfy, and may be billed: ${requestIds(running)}. ${collect} for them under ${(0,_lib_request_pages_js__WEBPACK_IMPORTED_MODULE_2__/* .pagesOf */ .E)(deployments(running))}.`,
            ]),
        ...(unknown.length === 0
            ? []
            : [
                `${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(unknown.length, 'submit')} sent, but the response was lost: check ${(0,_lib_request_pages_js__WEBPACK_IMPORTED_MODULE_2__/* .pagesOf */ .E)(deployments(unknown))} before you run this again.`,
            ]),
    ];
}
function requestIds(outcomes) {
    return listed(outcomes, ({ requestId }) => requestId ?? '');
}
function receipt(runResult, collectBy) {
    const { outcomes, images, notAttempted } = runResult;
    const cancelled = outcomes.filter(({ unsettled }) => unsettled === 'cancelled');
    const cutOff = outcomes.filter(({ failure, unsettled, tookMs }) => failure?.kind === 'cancelled' && unsettled === null && tookMs !== null);
    const parts = [`Cancelled. ${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(images.length, 'file')} saved.`];
    if (cancelled.length > 0)
        parts.push(`Cancelled at RunComfy: ${requestIds(cancelled)}.`);
    if (cutOff.length > 0) {
        const next = collectBy === null ? '' : ` ${collectBy} to collect them without paying again.`;
        parts.push(`Finished at RunComfy, and billed, but not downloaded: ${requestIds(cutOff)}.${next}`);
    }
    parts.push(...doubts(runResult, collectBy));
    if (notAttempted.length > 0)
        parts.push(`Never submitted: ${notAttempted.length}.`);
    return parts.join('\n');
}
const MAX_LISTED = 10;
function listed(outcomes, name = ({ task }) => task.name) {
    const shown = outcomes.slice(0, MAX_LISTED).map(name).join(', ');
    return outcomes.length > MAX_LISTED ? `${shown} and ${outcomes.length - MAX_LISTED} more` : shown;
}


/***/ })

};
