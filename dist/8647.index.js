export const id = 8647;
export const ids = [8647];
export const modules = {

/***/ 67667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   plan: () => (/* binding */ plan)
/* harmony export */ });
/* harmony import */ var _pipeline_deployments_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(41246);
/* harmony import */ var _pipeline_manifest_tasks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79149);
/* harmony import */ var _pipeline_preflight_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69613);
/* harmony import */ var _pipeline_publish_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1355);
/* harmony import */ var _report_notes_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(43731);
/* harmony import */ var _report_plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41383);
/* harmony import */ var _report_report_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(45650);
/* harmony import */ var _runcomfy_catalogue_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(77670);








async function plan(file, inputs, ports) {
    const { log, redacted, service, serverless, clock, cancelled, tell } = ports;
    const catalogue = service === null ? null : (0,_runcomfy_catalogue_js__WEBPACK_IMPORTED_MODULE_5__/* .createCatalogue */ .ST)(service, clock, cancelled);
    const deployments = service === null ? null : (0,_pipeline_deployments_js__WEBPACK_IMPORTED_MODULE_6__/* .createDeployments */ .D)(serverless, cancelled);
    const read = await (0,_pipeline_manifest_tasks_js__WEBPACK_IMPORTED_MODULE_0__.planManifest)(file, inputs, ports);
    const { manifest, planned } = read;
    const tasks = (0,_pipeline_manifest_tasks_js__WEBPACK_IMPORTED_MODULE_0__.tasksOfPlan)(planned).filter(({ paid }) => paid === null);
    for (const note of (await deployments?.check(tasks)) ?? [])
        log.info(note);
    const doubts = await (0,_pipeline_preflight_js__WEBPACK_IMPORTED_MODULE_1__/* .preflight */ .M)(tasks, catalogue);
    const runResult = (0,_report_report_js__WEBPACK_IMPORTED_MODULE_4__/* .runResultOf */ .cy)([], redacted, catalogue === null ? planned : await (0,_pipeline_manifest_tasks_js__WEBPACK_IMPORTED_MODULE_0__/* .withCataloguePrices */ .W)(read, catalogue));
    const rows = runResult.plan ?? [];
    await tell(rows, manifest.file);
    for (const warning of (0,_report_notes_js__WEBPACK_IMPORTED_MODULE_7__/* .warningsOf */ .n)(await doubts()))
        await log.warning(warning);
    const preview = inputs.preview.comment ? await ports.comment(rows) : null;
    await (0,_pipeline_publish_js__WEBPACK_IMPORTED_MODULE_2__/* .publish */ .mk)(runResult, { artifact: null, preview }, ports);
    if (inputs.summary)
        await (0,_pipeline_publish_js__WEBPACK_IMPORTED_MODULE_2__/* .writeSummary */ .Sy)((0,_report_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .planSummary */ .MM)(rows), ports);
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


/***/ })

};
