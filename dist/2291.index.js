export const id = 2291;
export const ids = [2291,6285,6902,4672];
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
// EXTERNAL MODULE: ./lib/lockfile/accept.js
var accept = __webpack_require__(77301);
// EXTERNAL MODULE: ./lib/lib/placeholders.js
var placeholders = __webpack_require__(36285);
// EXTERNAL MODULE: ./lib/manifest/naming.js
var naming = __webpack_require__(5761);
;// CONCATENATED MODULE: ./lib/lockfile/check.js



function checkProblems(plan, { manifest, lock }) {
    return plan.flatMap((planned) => {
        const { id, action, reasons, image, entry, todo, refusal, refetch } = planned;
        const why = reasons.join('; ');
        if (image === null) {
            const message = `${id} is in the lock, but no longer in ${manifest}: run \`mode: generate\`, and delete its files if you no longer need them`;
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
                ? `${id}: ${why}: restore it${(0,accept/* acceptableEntry */.L)(planned) !== null ? `, accept it (\`mode: accept\`, \`only: ${id}\`)` : ''}, or generate it again (\`force: ${id}\`)`
                : `${id} is out of date (${why}): run \`mode: generate\` and commit the files and ${lock}`;
        return [{ ...at, level: 'error', message }];
    });
}
function suffixNotes({ output }, saved) {
    if (output === null)
        return [];
    return saved.flatMap(({ path }, n) => {
        const asked = (0,placeholders/* outputPath */.XC)(output, n + 1);
        const suffix = (0,naming/* suffixOf */.jT)(path);
        return (0,naming/* suffixFits */.YT)(asked, suffix)
            ? []
            : [`the file is ${suffix}, so it was saved as ${path}; use that suffix in \`output\``];
    });
}

// EXTERNAL MODULE: ./lib/pipeline/manifest-tasks.js + 11 modules
var manifest_tasks = __webpack_require__(79149);
// EXTERNAL MODULE: ./lib/pipeline/publish.js + 1 modules
var publish = __webpack_require__(1355);
// EXTERNAL MODULE: ./lib/report/markdown.js
var markdown = __webpack_require__(63021);
// EXTERNAL MODULE: ./lib/report/report.js
var report = __webpack_require__(45650);
;// CONCATENATED MODULE: ./lib/commands/check.js








const MAX_ANNOTATIONS = 9;
async function check(file, inputs, ports) {
    const { log, redacted } = ports;
    const { manifest, planned } = await (0,manifest_tasks.planManifest)(file, { ...inputs, force: [] }, ports);
    const found = checkProblems(planned, { manifest: manifest.file, lock: manifest.lockFile });
    const errors = found.filter(({ level }) => level === 'error');
    const warnings = found.filter(({ level }) => level === 'warning');
    await annotateAll('error', errors, ports);
    await annotateAll('warning', warnings, ports);
    await (0,publish/* publish */.mk)({ ...(0,report/* runResultOf */.cy)([], redacted, planned), plan: null }, { artifact: null, preview: null }, ports);
    const verdict = errors.length === 0
        ? `${manifest.file} matches its lock and its files`
        : `${(0,figures/* counted */.hS)(errors.length, 'image')} in ${manifest.file} ${errors.length === 1 ? 'does' : 'do'} not match the committed files`;
    log.info(`${verdict}.`);
    if (inputs.summary) {
        const title = `${errors.length === 0 ? '✅' : '❌'} ${(0,figures/* counted */.hS)(planned.length, 'image')} checked`;
        const modified = planned.filter((one) => (0,accept/* acceptableEntry */.L)(one) !== null);
        const remedy = modified.length === 0 ? '' : `${howToAccept(modified.map(({ id }) => id))}\n\n`;
        await (0,publish/* writeSummary */.Sy)(`## ${title}\n\n${(0,markdown/* prose */.CS)(verdict)}\n\n${remedy}${placesTable(found, redacted)}`, ports);
    }
    if (errors.length === 0)
        return null;
    const lines = errors.map((one) => `- ${one.message}`);
    return new lib_errors/* ActionError */.lZ('out-of-date', `${verdict}:\n${lines.join('\n')}`);
}
const MAX_IDS = 20;
function howToAccept(ids) {
    const only = ids.length > MAX_IDS ? '' : `, <code>only: ${ids.join(', ')}</code>`;
    return `<p>To keep ${(0,figures/* counted */.hS)(ids.length, 'modified image')} as ${ids.length === 1 ? 'it is' : 'they are'}: run this action with <code>mode: accept</code>${only}, and commit the lock.</p>`;
}
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
        .map(({ file, line, level, message }) => `<tr><td>${(0,markdown/* code */.aY)(`${file}:${line}`)}</td><td>${level}</td><td>${(0,markdown/* prose */.CS)((0,markdown/* shortened */.vI)(redacted(message), 800))}</td></tr>`);
    return rows.length === 0
        ? ''
        : `<table>\n<tr><th>Where</th><th></th><th>What</th></tr>\n${rows.join('\n')}\n</table>\n`;
}
async function annotateAll(level, problems, { log }) {
    for (const [n, problem] of problems.entries()) {
        if (n < MAX_ANNOTATIONS)
            await log.annotate(level, problem.message, problem);
        else
            log.info(`${problem.file}:${problem.line}:${problem.column}: ${problem.message}`);
    }
}


/***/ }),

/***/ 6758:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ saveFile),
/* harmony export */   e: () => (/* binding */ saveNewFile)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75892);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5231);
/* harmony import */ var _download_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6336);






async function saveFile(from, to, sha256) {
    return put(from, to, sha256, node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename);
}
async function saveNewFile(from, to, sha256) {
    try {
        return await put(from, to, sha256, renameToNew);
    }
    catch (error) {
        if ((0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errorCodes */ .fv)(error).includes('EEXIST') && (await sizeOf(to).catch(() => null)) !== null)
            return null;
        throw error;
    }
}
async function put(from, to, sha256, renameIt) {
    try {
        const size = await sizeOf(from);
        if (await holds(to, size, sha256)) {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(from, { force: true });
            return false;
        }
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(node_path__WEBPACK_IMPORTED_MODULE_2__.dirname(to), { recursive: true });
        await move(from, to, renameIt);
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
    return (await (0,_digest_js__WEBPACK_IMPORTED_MODULE_4__.sha256Of)(file)) === sha256;
}
async function move(from, to, renameIt) {
    try {
        await renameIt(from, to);
    }
    catch (error) {
        if (!(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errorCodes */ .fv)(error).includes('EXDEV'))
            throw error;
        const stagedPath = node_path__WEBPACK_IMPORTED_MODULE_2__.join(node_path__WEBPACK_IMPORTED_MODULE_2__.dirname(to), `.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}.part`);
        try {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.copyFile)(from, stagedPath);
            await renameIt(stagedPath, to);
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(from, { force: true });
        }
        catch (failure) {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(stagedPath, { force: true });
            throw failure;
        }
    }
}
const NO_LINKS = ['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'EISDIR'];
async function renameToNew(from, to) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.link)(from, to);
    }
    catch (error) {
        if (!(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errorCodes */ .fv)(error).some((code) => NO_LINKS.includes(code)))
            throw error;
        return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(from, to);
    }
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(from, { force: true });
}


/***/ }),

/***/ 42757:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
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


/***/ }),

/***/ 36285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BB: () => (/* binding */ fillText),
/* harmony export */   TZ: () => (/* binding */ VARIABLE),
/* harmony export */   V6: () => (/* binding */ hasIndex),
/* harmony export */   Vk: () => (/* binding */ fillValue),
/* harmony export */   Wt: () => (/* binding */ PlaceholderFault),
/* harmony export */   XC: () => (/* binding */ outputPath),
/* harmony export */   hx: () => (/* binding */ INDEX),
/* harmony export */   r9: () => (/* binding */ fillOutput)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75892);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42757);


class PlaceholderFault extends Error {
}
const TOKEN = /\{\{|\}\}|\{([A-Za-z_][\w-]*)\}|[{}]/g;
const ONE_PLACEHOLDER = /^\{([A-Za-z_][\w-]*)\}$/;
const VARIABLE = /^[A-Za-z_][\w-]*$/;
const INDEX = 'index';
function fillText(text, variables) {
    return fill(text, variables, null);
}
function fillOutput(text, variables) {
    return fill(text, variables, INDEX);
}
function outputPath(output, index) {
    return fillText(output, new Map([[INDEX, index]]));
}
function hasIndex(output) {
    return outputPath(output, 1) !== outputPath(output, 2);
}
function fillValue(value, variables) {
    if (typeof value === 'string') {
        const [, name] = ONE_PLACEHOLDER.exec(value) ?? [];
        return name === undefined ? fillText(value, variables) : variable(name, value, variables);
    }
    if (typeof value !== 'object' || value === null)
        return value;
    if (Array.isArray(value))
        return value.map((item) => fillValue(item, variables));
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, fillValue(member, variables)]));
}
function fill(text, variables, kept) {
    if (!/[{}]/.test(text) && kept === null)
        return text;
    return text.replace(TOKEN, (token, name) => {
        if (token === '{{' || token === '}}')
            return kept === null ? token.charAt(0) : token;
        if (name === undefined) {
            throw new PlaceholderFault(`a single \`${token}\` in ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)}: write \`${token}${token}\` for a literal brace`);
        }
        if (name === kept)
            return token;
        const value = variable(name, text, variables);
        if (typeof value === 'object') {
            throw new PlaceholderFault(`{${name}} is ${value === null ? 'null' : Array.isArray(value) ? 'a list' : 'a mapping'}, which must be the whole value of a parameter, not part of ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)}`);
        }
        const filled = String(value);
        return kept === null ? filled : filled.replace(/[{}]/g, '$&$&');
    });
}
function variable(name, text, variables) {
    const value = variables.get(name);
    if (value !== undefined)
        return value;
    if (name === INDEX)
        throw new PlaceholderFault(`{${INDEX}} is allowed only in \`output\`, not in ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)}`);
    const meant = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(name, variables.keys());
    const known = [...variables.keys()].map((key) => `{${key}}`).join(' ');
    const advice = meant !== null
        ? `did you mean {${meant}}?`
        : known === ''
            ? `the image has no \`matrix\`; write {{${name}}} for literal braces`
            : `known placeholders are ${known}; write {{${name}}} for literal braces`;
    throw new PlaceholderFault(`unknown placeholder {${name}} in ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)}: ${advice}`);
}


/***/ }),

/***/ 77301:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ acceptanceOf),
/* harmony export */   L: () => (/* binding */ acceptableEntry)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75892);

function acceptableEntry({ action, todo, entry, copied, copies, lost }) {
    if (action !== 'modified')
        return null;
    if (todo === 'nothing')
        return entry;
    if (todo === 'collect')
        return lost.length === 0 ? entry : null;
    const areThere = copies.every(({ from, to }) => from.path === to);
    return copied !== null && areThere ? { ...copied, outputs: copies.map(({ from }) => from) } : null;
}
async function acceptanceOf(planned, look, measure) {
    const { id, action, reasons } = planned;
    if (action === 'orphaned')
        return null;
    const entry = acceptableEntry(planned);
    const states = await Promise.all((entry ?? planned.entry)?.outputs.map(look) ?? []);
    if (entry === null) {
        if (action === 'modified')
            return { id, why: `run \`mode: generate\` first, which is free here (${reasons.join('; ')})` };
        return states.includes('modified') ? { id, why: `its recipe has changed too (${reasons.join('; ')})` } : null;
    }
    const files = [];
    const outputs = [];
    for (const [n, before] of entry.outputs.entries()) {
        if (states[n] !== 'modified') {
            outputs.push(before);
            continue;
        }
        const measured = await measure(before.path);
        if (measured === null)
            return { id, why: `${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(before.path)} cannot be read` };
        const after = { path: before.path, ...measured };
        files.push({ before, after });
        outputs.push(after);
    }
    return { id, entry: { ...entry, outputs, accepted: true }, files };
}


/***/ }),

/***/ 63021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   EC: () => (/* binding */ preformatted),
/* harmony export */   UF: () => (/* binding */ href),
/* harmony export */   W_: () => (/* binding */ PROSE),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   vI: () => (/* binding */ shortened)
/* harmony export */ });
function code(text) {
    return `<code>${entities(oneLine(text))}</code>`;
}
function prose(text) {
    return `<a>${entities(oneLine(text)).replace(/&#(?:36|58);/g, '<span>$&</span>')}</a>`;
}
const PROSE = /<a>((?:[^<]|<span>&#\d+;<\/span>)*)<\/a>/g;
function preformatted(text) {
    return `<pre>${entities(text.replace(/\r\n?|[\u2028\u2029]/g, '\n'))}</pre>`;
}
function oneLine(text) {
    return text.replace(/\s+/g, ' ').trim();
}
function href(url) {
    const parsed = URL.parse(url);
    return parsed !== null && /^https?:$/.test(parsed.protocol)
        ? parsed.href.replace(/[&<>"'`|\\[\]{}@]/g, (character) => `&#${character.charCodeAt(0)};`)
        : null;
}
function entities(text) {
    return (text
        .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
        .replace(/[\n!-+/:-@[-`{-~]/g, (character) => `&#${character.charCodeAt(0)};`));
}
function shortened(text, max) {
    if (text.length <= max)
        return text;
    const characters = Array.from(text.slice(0, max * 2));
    return characters.length <= max && text.length <= max * 2 ? text : `${characters.slice(0, max).join('').trimEnd()}…`;
}


/***/ })

};
