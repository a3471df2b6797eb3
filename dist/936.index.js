export const id = 936;
export const ids = [936];
export const modules = {

/***/ 96936:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  check: () => (/* binding */ check),
  tellProblems: () => (/* binding */ tellProblems)
});

// EXTERNAL MODULE: ./lib/lib/errors.js
var lib_errors = __webpack_require__(75892);
// EXTERNAL MODULE: ./lib/lib/figures.js
var figures = __webpack_require__(38402);
// EXTERNAL MODULE: ./lib/manifest/naming.js
var naming = __webpack_require__(5761);
// EXTERNAL MODULE: ./lib/manifest/placeholders.js
var placeholders = __webpack_require__(33351);
;// CONCATENATED MODULE: ./lib/lockfile/check.js


/** `plan`: of all ids, without `force`. */
function checkProblems(plan, { manifest, lock }) {
    return plan.flatMap(({ id, action, reasons, image, entry, todo, refusal, refetch }) => {
        const why = reasons.join('; ');
        if (image === null) {
            const message = `${id} is in the lock, but no longer in ${manifest}: run \`mode: generate\`, and delete its files if nobody needs them`;
            return [{ level: 'warning', id, file: lock, line: 1, column: 1, message }];
        }
        const at = { id, file: manifest, line: image.line, column: image.column };
        if (action === 'unchanged') {
            return suffixNotes(image, entry?.outputs ?? []).map((message) => ({
                ...at,
                level: 'warning',
                message: `${id}: ${message}`,
            }));
        }
        // The lock says so itself: it agrees with the files, and RunComfy may never have the others again.
        if (action === 'changed' && todo === 'collect' && refetch?.whenGone === 'fail') {
            return [
                {
                    ...at,
                    level: 'warning',
                    message: `${id}: ${reasons[0]}: \`mode: generate\` collects what RunComfy still has, without paying`,
                },
            ];
        }
        if (refusal !== null)
            return [{ ...at, level: 'error', message: `${id}: ${refusal}` }];
        const message = action === 'new'
            ? `${id} is not generated yet: run \`mode: generate\` and commit the files and ${lock}`
            : action === 'modified'
                ? `${id}: ${why}: restore it, or accept its recipe's image with \`force: ${id}\``
                : `${id} is out of date (${why}): run \`mode: generate\` and commit the files and ${lock}`;
        return [{ ...at, level: 'error', message }];
    });
}
/** Files that were saved under another suffix than the manifest asks for, because of their bytes. */
function suffixNotes({ output }, saved) {
    if (output === null)
        return [];
    return saved.flatMap(({ path }, n) => {
        const asked = (0,placeholders/* outputPath */.XC)(output, n + 1);
        const suffix = (0,naming/* suffixOf */.jT)(path);
        return (0,naming/* suffixFits */.YT)(asked, suffix)
            ? []
            : [`the bytes are ${suffix}, so it is saved as ${path}; write that suffix in \`output\``];
    });
}

// EXTERNAL MODULE: ./lib/pipeline/manifest-tasks.js + 17 modules
var manifest_tasks = __webpack_require__(20540);
// EXTERNAL MODULE: ./lib/pipeline/publish.js + 1 modules
var publish = __webpack_require__(1355);
// EXTERNAL MODULE: ./lib/report/markdown.js
var markdown = __webpack_require__(63021);
// EXTERNAL MODULE: ./lib/report/report.js
var report = __webpack_require__(45650);
;// CONCATENATED MODULE: ./lib/commands/check.js







/** GitHub shows ten error annotations of a step, and the last one is the verdict. */
const MAX_ANNOTATIONS = 9;
/** Returns the error that the step fails with; null where everything agrees. Throws as `planManifest` does. */
async function check(file, inputs, ports) {
    const { log, redacted } = ports;
    const { manifest, planned } = await (0,manifest_tasks.planManifest)(file, { ...inputs, force: [] }, ports);
    const found = checkProblems(planned, { manifest: manifest.file, lock: manifest.lockFile });
    const errors = found.filter(({ level }) => level === 'error');
    const warnings = found.filter(({ level }) => level === 'warning');
    await annotateAll('error', errors, ports);
    await annotateAll('warning', warnings, ports);
    await (0,publish/* publish */.mk)({ ...(0,report/* runResultOf */.c)([], redacted, planned), plan: null }, { artifact: null, preview: null }, ports);
    const verdict = errors.length === 0
        ? `${manifest.file} and its images agree`
        : `${(0,figures/* counted */.hS)(errors.length, 'image')} of ${manifest.file} ${errors.length === 1 ? 'does' : 'do'} not agree with what is committed`;
    log.info(`${verdict}.`);
    if (inputs.summary) {
        const title = `${errors.length === 0 ? '✅' : '❌'} ${(0,figures/* counted */.hS)(planned.length, 'image')} checked`;
        await (0,publish/* writeSummary */.Sy)(`## ${title}\n\n${(0,markdown/* code */.aY)(verdict)}\n\n${placesTable(found, redacted)}`, ports);
    }
    if (errors.length === 0)
        return null;
    const lines = errors.map((one) => `- ${one.message}`);
    return new lib_errors/* ActionError */.lZ('out-of-date', `${verdict}:\n${lines.join('\n')}`);
}
/** Annotations, log and summary of a manifest with problems; the error itself is the step's. */
async function tellProblems({ file, problems }, ports) {
    const placed = problems.map((problem) => ({ ...problem, file, level: 'error' }));
    await annotateAll('error', placed, ports);
    const title = `❌ ${file} has ${(0,figures/* counted */.hS)(problems.length, 'problem')}`;
    await (0,publish/* writeSummary */.Sy)(`## ${(0,markdown/* code */.aY)(title)}\n\n${placesTable(placed, ports.redacted)}`, ports);
}
const MAX_ROWS = 1_000;
function placesTable(found, redacted) {
    const rows = found
        .slice(0, MAX_ROWS)
        .map(({ file, line, level, message }) => `<tr><td>${(0,markdown/* code */.aY)(`${file}:${line}`)}</td><td>${level}</td><td>${(0,markdown/* code */.aY)((0,markdown/* shortened */.vI)(redacted(message), 800))}</td></tr>`);
    return rows.length === 0
        ? ''
        : `<table>\n<tr><th>Where</th><th></th><th>What</th></tr>\n${rows.join('\n')}\n</table>\n`;
}
/** The first few as annotations on their lines, all of them in the log. */
async function annotateAll(level, problems, { log }) {
    for (const [n, problem] of problems.entries()) {
        if (n < MAX_ANNOTATIONS)
            await log.annotate(level, problem.message, problem);
        else
            log.info(`${problem.file}:${problem.line}:${problem.column}: ${problem.message}`);
    }
}


/***/ })

};
