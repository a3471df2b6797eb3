export const id = 43;
export const ids = [43,6285,6902,2424];
export const modules = {

/***/ 94276:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   accept: () => (/* binding */ accept)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _files_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5231);
/* harmony import */ var _files_inspect_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12749);
/* harmony import */ var _files_lfs_pointer_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46612);
/* harmony import */ var _lib_figures_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(38402);
/* harmony import */ var _lockfile_accept_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(77301);
/* harmony import */ var _manifest_globs_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(28966);
/* harmony import */ var _pipeline_lock_keeping_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(99017);
/* harmony import */ var _pipeline_manifest_tasks_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(79149);
/* harmony import */ var _pipeline_publish_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1355);
/* harmony import */ var _report_markdown_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(63021);
/* harmony import */ var _report_report_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(45650);












async function accept(file, inputs, ports) {
    const { log, redacted, workspace } = ports;
    const plan = await (0,_pipeline_manifest_tasks_js__WEBPACK_IMPORTED_MODULE_6__.planManifest)(file, { ...inputs, force: [] }, ports);
    const accepted = [];
    const refused = [];
    const chosen = (0,_manifest_globs_js__WEBPACK_IMPORTED_MODULE_9__/* .chosenBy */ .mD)(inputs.only);
    for (const planned of plan.planned.filter(({ id }) => chosen(id))) {
        const one = await (0,_lockfile_accept_js__WEBPACK_IMPORTED_MODULE_4__/* .acceptanceOf */ .B)(planned, plan.sources.look, measureIn(workspace));
        if (one !== null && 'entry' in one)
            accepted.push(one);
        else if (one !== null)
            refused.push(one);
    }
    await Promise.all(accepted.map(({ id, entry }) => (0,_pipeline_lock_keeping_js__WEBPACK_IMPORTED_MODULE_5__/* .rememberEntry */ .U)(plan, id, entry)));
    const told = await Promise.all(accepted.flatMap(({ id, files }) => files.map(async (one) => ({ id, ...(await describe(one, workspace)) }))));
    for (const { id, path, bytes, pixels } of told)
        log.info(`${id}: accepted ${path} (${[bytes, pixels].filter(Boolean).join(', ')})`);
    for (const { id, entry } of accepted)
        if (entry.missing > 0)
            log.info(`${id}: ${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_10__/* .counted */ .hS)(entry.missing, 'file')} of its request could not be downloaded, and will not be any more`);
    const verdict = accepted.length === 0 ? 'Nothing to accept: no file was modified' : `${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_10__/* .counted */ .hS)(accepted.length, 'image')} accepted`;
    log.info(accepted.length === 0 ? `${verdict}.` : `${verdict}. Commit ${plan.manifest.lockFile}.`);
    if (refused.length > 0)
        await log.warning(`${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_10__/* .counted */ .hS)(refused.length, 'modified image')} not accepted:\n${refused.map(({ id, why }) => `- ${id}: ${why}`).join('\n')}`);
    const runResult = { ...(0,_report_report_js__WEBPACK_IMPORTED_MODULE_8__/* .runResultOf */ .cy)([], redacted, plan.planned), plan: null, skipped: [] };
    const lock = plan.lock.changed() ? workspace.shown(plan.lockPath) : null;
    await (0,_pipeline_publish_js__WEBPACK_IMPORTED_MODULE_7__/* .publish */ .mk)(runResult, { artifact: null, preview: null, lock }, ports);
    if (!inputs.summary)
        return;
    const rows = told.map(({ id, path, bytes, pixels }) => `<tr><td>${(0,_report_markdown_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(id)}</td><td>${(0,_report_markdown_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(path)}</td><td>${bytes}</td><td>${pixels}</td></tr>`);
    const table = rows.length === 0
        ? ''
        : `<table>\n<tr><th>Image</th><th>File</th><th>Size</th><th>Picture</th></tr>\n${rows.slice(0, MAX_ROWS).join('\n')}\n</table>\n`;
    const rest = rows.length > MAX_ROWS ? `<p>And ${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_10__/* .counted */ .hS)(rows.length - MAX_ROWS, 'more file')}: the log has all.</p>\n` : '';
    const not = refused
        .slice(0, MAX_ROWS)
        .map(({ id, why }) => `<p>${(0,_report_markdown_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(`${id} is not accepted: ${redacted(why)}`)}</p>\n`)
        .join('');
    await (0,_pipeline_publish_js__WEBPACK_IMPORTED_MODULE_7__/* .writeSummary */ .Sy)(`## ${accepted.length === 0 ? verdict : `✅ ${verdict}`}\n\n${table}${rest}${not}`, ports);
}
const MAX_ROWS = 1_000;
function measureIn(workspace) {
    return async (file) => {
        try {
            const absolute = await workspace.inside(file);
            const { size: bytes } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(absolute);
            const pointer = bytes <= _files_lfs_pointer_js__WEBPACK_IMPORTED_MODULE_3__.MAX_POINTER_BYTES ? await (0,_files_lfs_pointer_js__WEBPACK_IMPORTED_MODULE_3__.lfsPointerAt)(absolute) : null;
            return pointer ?? { bytes, sha256: await (0,_files_digest_js__WEBPACK_IMPORTED_MODULE_1__.sha256Of)(absolute) };
        }
        catch {
            return null;
        }
    };
}
async function describe({ before, after }, workspace) {
    const found = await (0,_files_inspect_js__WEBPACK_IMPORTED_MODULE_2__/* .inspect */ .N)(await workspace.inside(after.path));
    const { width = null, height = null } = found.kind === 'file' ? found.media : {};
    return {
        path: after.path,
        bytes: `${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_10__/* .grouped */ .zD)(before.bytes)} → ${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_10__/* .grouped */ .zD)(after.bytes)} bytes`,
        pixels: width === null || height === null ? '' : `${width}×${height} pixels`,
    };
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
