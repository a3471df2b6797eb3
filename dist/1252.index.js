export const id = 1252;
export const ids = [1252,6115,6285,6902];
export const modules = {

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

/***/ 26115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   saveFiles: () => (/* binding */ saveFiles)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _files_inspect_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12749);
/* harmony import */ var _files_lost_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75308);
/* harmony import */ var _files_names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(90807);
/* harmony import */ var _files_save_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6758);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(75892);
/* harmony import */ var _lib_figures_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(38402);
/* harmony import */ var _lib_placeholders_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(36285);
/* harmony import */ var _tasks_outcome_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(10878);
/* harmony import */ var _tasks_task_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9961);











async function saveFiles(generation, firstIndex, options, claim) {
    const { task, files, failure, told, ...known } = generation;
    const images = [];
    const failures = failure === null ? [] : [{ index: firstIndex, error: failure }];
    const notes = told.flags.length === 0 ? [] : [{ kind: 'flagged', about: flaggedAs(generation) }];
    const hasMedia = present(files).some(({ media }) => !(0,_tasks_outcome_js__WEBPACK_IMPORTED_MODULE_8__/* .isSideFormat */ .N)(media.format));
    const hashes = files.map((file) => (file instanceof _files_lost_file_js__WEBPACK_IMPORTED_MODULE_3__/* .LostFile */ .L3 ? null : file.sha256));
    const reunions = options.reunited(task, hashes);
    let missing = 0;
    for (const [n, file] of files.entries()) {
        const index = firstIndex + n;
        if (file instanceof _files_lost_file_js__WEBPACK_IMPORTED_MODULE_3__/* .LostFile */ .L3) {
            if (file.isSide && hasMedia)
                notes.push({ kind: 'side-file', about: besideIt(generation, file) });
            else {
                missing += 1;
                failures.push({ index, error: file });
            }
            continue;
        }
        const reunion = reunions[n] ?? null;
        const target = targetOf(generation, index, file, options);
        try {
            if (reunion?.isThere === true) {
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(file.stagedPath, { force: true });
                continue;
            }
            const before = node_path__WEBPACK_IMPORTED_MODULE_1__.extname(reunion?.output.path ?? '');
            const { name, suffix } = reunion !== null && (0,_files_inspect_js__WEBPACK_IMPORTED_MODULE_2__/* .isSuffixOf */ .$)(before, file.media)
                ? { name: reunion.output.path.slice(0, -before.length), suffix: before }
                : target;
            const isTaken = (candidate) => options.isTaken(candidate, task.id);
            const listed = told.seeds.length === files.length ? told.seeds[n] : null;
            const seed = sentSeed(task) ?? file.seed ?? listed ?? told.seed;
            const placed = await placeFile(file, () => claim(name, suffix, isTaken), options);
            images.push({ index, ...placed, seed });
            if (target.fault !== null && reunion === null)
                failures.push({ index, error: target.fault });
            if (file.truncated)
                notes.push({ kind: 'truncated', about: placed.path });
            else if (file.media.format === null)
                notes.push({ kind: 'unknown-format', about: placed.path });
        }
        catch (error) {
            missing += 1;
            failures.push({ index, error: notPlaced(file, error) });
        }
    }
    return {
        ...known,
        task,
        index: firstIndex,
        images,
        failure: joined(failures, files.length),
        failures,
        missing,
        notes,
        told: tellings(generation, images),
    };
}
function present(files) {
    return files.flatMap((file) => (file instanceof _files_lost_file_js__WEBPACK_IMPORTED_MODULE_3__/* .LostFile */ .L3 ? [] : [file]));
}
function sentSeed(task) {
    const seed = (0,_tasks_task_js__WEBPACK_IMPORTED_MODULE_9__/* .seedOf */ .n3)(task);
    return seed !== null && seed >= 0 ? seed : null;
}
function flaggedAs({ task, told }) {
    return `${task.name} (${told.flags.join(', ')})`;
}
function besideIt({ task }, { address, message }) {
    return `${task.name}: ${URL.parse(address)?.href ?? address} (${message.replace(/\.$/, '')})`;
}
function tellings({ task, told }, images) {
    const seeds = sentSeed(task) === null ? images.flatMap(({ seed }) => (seed === null ? [] : [seed])) : [];
    const drawn = [...new Set(seeds)].join(', ');
    return [...(drawn === '' ? [] : [`seed ${drawn}, chosen by the model`]), ...told.texts];
}
function targetOf({ task, requestId, files }, index, { media }, { workspace, outputDir, filename }) {
    if (task.output === null) {
        const name = (0,_files_names_js__WEBPACK_IMPORTED_MODULE_4__/* .fileName */ .Md)(filename, { id: task.id, index, seed: (0,_tasks_task_js__WEBPACK_IMPORTED_MODULE_9__/* .seedOf */ .n3)(task), requestId: requestId ?? '' });
        return { name: node_path__WEBPACK_IMPORTED_MODULE_1__.join(workspace.shown(outputDir), name), suffix: media.suffix, fault: null };
    }
    const output = (0,_lib_placeholders_js__WEBPACK_IMPORTED_MODULE_7__/* .outputPath */ .XC)(task.output, index);
    const wanted = node_path__WEBPACK_IMPORTED_MODULE_1__.extname(output);
    const name = output.slice(0, output.length - wanted.length);
    if ((0,_files_inspect_js__WEBPACK_IMPORTED_MODULE_2__/* .isSuffixOf */ .$)(wanted, media))
        return { name, suffix: wanted, fault: null };
    const others = present(files).map((file) => file.media);
    const isSide = (0,_tasks_outcome_js__WEBPACK_IMPORTED_MODULE_8__/* .isSideFormat */ .N)(media.format) && others.some(({ format }) => !(0,_tasks_outcome_js__WEBPACK_IMPORTED_MODULE_8__/* .isSideFormat */ .N)(format));
    const isBeside = isSide || others.some((other) => (0,_files_inspect_js__WEBPACK_IMPORTED_MODULE_2__/* .isSuffixOf */ .$)(wanted, other));
    if (isBeside)
        return { name, suffix: media.suffix, fault: null };
    const fault = new _lib_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .ActionError */ .lZ('wrong-format', `The model returned ${media.format ?? 'an unknown format'}, but \`output\` is ${output}: the file was saved as ${name}${media.suffix}.`, {
        advice: 'Change the suffix of `output`, or set `output_format`. It is not generated again until then.',
    });
    return { name, suffix: media.suffix, fault };
}
async function placeFile(file, nextName, options) {
    const { workspace, onSaving, mayReplace } = options;
    const absolutePath = await workspace.inside(nextName());
    onSaving(node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(absolutePath));
    const changed = await (mayReplace ? _files_save_js__WEBPACK_IMPORTED_MODULE_5__/* .saveFile */ .O : _files_save_js__WEBPACK_IMPORTED_MODULE_5__/* .saveNewFile */ .e)(file.stagedPath, absolutePath, file.sha256);
    if (changed === null)
        return placeFile(file, nextName, options);
    const { format, width, height } = file.media;
    return {
        path: workspace.shown(absolutePath),
        absolutePath,
        url: file.url,
        format,
        width,
        height,
        bytes: file.bytes,
        sha256: file.sha256,
        changed,
    };
}
function notPlaced({ stagedPath, url }, error) {
    const { message, advice } = (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .asActionError */ .z6)(error, 'Saving the file');
    const address = url === '' ? '' : `, and at ${URL.parse(url)?.href ?? url}`;
    return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .ActionError */ .lZ('save-failed', message, {
        advice: `${advice} The file is still at ${stagedPath}${address}`.trim(),
        cause: error,
    });
}
function joined(failures, outputs) {
    const [first] = failures;
    if (first === undefined || failures.length === 1)
        return first?.error ?? null;
    const lines = failures.map(({ index, error }) => `- file ${index}: ${error.text.replaceAll('\n', ' ')}`);
    return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .ActionError */ .lZ(first.error.kind, `${failures.length} of ${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_10__/* .counted */ .hS)(outputs, 'file')} of this request failed:\n${lines.join('\n')}`, { cause: first.error });
}


/***/ }),

/***/ 91252:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   saveStaged: () => (/* binding */ saveStaged)
/* harmony export */ });
/* harmony import */ var _files_lost_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75308);
/* harmony import */ var _files_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90807);
/* harmony import */ var _ledger_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96852);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75892);
/* harmony import */ var _tasks_task_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9961);
/* harmony import */ var _save_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(26115);






async function saveStaged({ staged, saved }, sources) {
    const done = new Set(saved.map(({ task }) => task));
    if ([...staged.keys()].every((task) => done.has(task)))
        return [];
    const { tasks, remember, ...ground } = await groundOf(sources);
    const options = { ...ground, ...sources.inputs, workspace: sources.workspace, onSaving: () => { } };
    const claim = (0,_files_names_js__WEBPACK_IMPORTED_MODULE_1__/* .nameClaims */ .zu)();
    const indexes = new Map();
    const outcomes = [];
    for (const task of tasks) {
        const one = staged.get(task.name);
        const index = indexes.get(task.id) ?? 1;
        indexes.set(task.id, index + Math.max(1, one?.files.length ?? 0));
        if (one === undefined || done.has(task.name) || one.order !== (0,_ledger_record_js__WEBPACK_IMPORTED_MODULE_2__/* .orderOf */ .mJ)(task))
            continue;
        const outcome = await (0,_save_files_js__WEBPACK_IMPORTED_MODULE_5__.saveFiles)(generationOf(task, one), index, options, claim);
        await remember(outcome);
        outcomes.push(outcome);
    }
    return outcomes;
}
function tasksOfInputs({ order, collect }) {
    if (collect !== null)
        return (0,_tasks_task_js__WEBPACK_IMPORTED_MODULE_4__/* .tasksToCollect */ .UQ)(collect);
    return order === null ? [] : (0,_tasks_task_js__WEBPACK_IMPORTED_MODULE_4__/* .tasksOf */ .a4)(order);
}
async function groundOf({ inputs, workspace, claims, redacted, forceStop }) {
    if (inputs.manifest === null) {
        return {
            tasks: tasksOfInputs(inputs),
            isTaken: (file) => !claims.takeFile(file),
            mayReplace: claims.mayReplace,
            reunited: () => [],
            remember: async () => { },
        };
    }
    const { planManifest, tasksOfPlan } = await Promise.all(/* import() */[__webpack_require__.e(2368), __webpack_require__.e(3156), __webpack_require__.e(7401), __webpack_require__.e(9149)]).then(__webpack_require__.bind(__webpack_require__, 79149));
    const { createLockKeeper } = await Promise.all(/* import() */[__webpack_require__.e(2368), __webpack_require__.e(1398)]).then(__webpack_require__.bind(__webpack_require__, 99017));
    const plan = await planManifest(inputs.manifest, inputs, { workspace, redacted, cancelled: forceStop });
    const { isTaken, reunited, landed } = createLockKeeper(plan, workspace);
    return { tasks: tasksOfPlan(plan.planned), isTaken, mayReplace: true, reunited, remember: landed };
}
function generationOf({ parameters, ...task }, { requestId, seed, cost, files }) {
    return {
        task: { ...task, parameters: seed === null ? parameters : { ...parameters, seed } },
        requestId,
        tookMs: null,
        cost,
        files: files.map((file) => (file === null ? notFetched() : collectedFrom(file))),
        output: undefined,
        told: { flags: [], seed: null, seeds: [], texts: [] },
        failure: null,
        unsettled: null,
        attempted: true,
        adopted: true,
    };
}
function collectedFrom({ format, suffix, width, height, ...file }) {
    return { ...file, media: { kind: 'other', type: '', format, suffix, width, height } };
}
function notFetched() {
    return new _files_lost_file_js__WEBPACK_IMPORTED_MODULE_0__/* .LostFile */ .L3('', false, new _lib_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ('download-failed', 'Not fetched.'));
}


/***/ }),

/***/ 10878:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ isSideFormat)
/* harmony export */ });
const SIDE_FORMATS = new Set(['json', 'xml', 'txt', 'text', 'srt', 'vtt', 'csv', 'md', 'mtl', 'pdf']);
function isSideFormat(format) {
    return format === null || SIDE_FORMATS.has(format);
}


/***/ })

};
