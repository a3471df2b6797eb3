export const id = 9149;
export const ids = [9149,3925,6612,1398];
export const modules = {

/***/ 46612:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MAX_POINTER_BYTES: () => (/* binding */ MAX_POINTER_BYTES),
/* harmony export */   lfsPointerAt: () => (/* binding */ lfsPointerAt)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);

const MAX_POINTER_BYTES = 1023;
async function lfsPointerAt(file) {
    return parseLfsPointer(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8'));
}
function parseLfsPointer(text) {
    const [version = '', ...lines] = text.split(/\r?\n/);
    if (!/^version https:\/\/(git-lfs\.github\.com|hawser\.github\.com)\/spec\//.test(version))
        return null;
    const [, sha256] = lines.map((line) => /^oid sha256:([0-9a-f]{64})$/.exec(line)).find((oid) => oid !== null) ?? [];
    const [, bytes] = lines.map((line) => /^size (\d{1,15})$/.exec(line)).find((size) => size !== null) ?? [];
    return sha256 === undefined || bytes === undefined ? null : { bytes: Number(bytes), sha256 };
}


/***/ }),

/***/ 44774:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   notFitting: () => (/* binding */ notFitting),
/* harmony export */   readDeployment: () => (/* binding */ readDeployment),
/* harmony export */   readWorkflow: () => (/* binding */ readWorkflow)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _graphs_graph_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80008);
/* harmony import */ var _graphs_overrides_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13156);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75892);
/* harmony import */ var _lib_figures_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(38402);
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(54440);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72362);
/* harmony import */ var _mapping_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(65999);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(97035);









const MAX_BYTES = 32 * 1024 * 1024;
async function readWorkflow(file) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(file).catch(() => null);
    if (found === null || !found.isFile())
        throw new _files_js__WEBPACK_IMPORTED_MODULE_4__/* .FileFault */ .LN('must name an existing file');
    if (found.size > MAX_BYTES)
        throw new _files_js__WEBPACK_IMPORTED_MODULE_4__/* .FileFault */ .LN(`must be at most ${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_6__/* .size */ .Ej)(MAX_BYTES)}`);
    let text;
    try {
        text = new TextDecoder('utf-8', { fatal: true }).decode(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file));
    }
    catch {
        throw new _files_js__WEBPACK_IMPORTED_MODULE_4__/* .FileFault */ .LN('must be UTF-8 text');
    }
    const { graph, problems } = await (0,_graphs_graph_js__WEBPACK_IMPORTED_MODULE_1__/* .parseGraph */ .kz)(text);
    return { workflow: graph === null ? null : { graph, hash: (0,_graphs_graph_js__WEBPACK_IMPORTED_MODULE_1__/* .graphHash */ .T0)(graph) }, problems };
}
async function readDeployment(reader, { named, sent, workspace }) {
    const { given, block, problem, attempt } = reader;
    const id = given('deployment');
    const fault = (0,_values_js__WEBPACK_IMPORTED_MODULE_5__/* .faultOfDeployment */ .Xh)(id);
    if (fault !== null)
        problem('deployment', fault);
    if (given('parameters') !== '') {
        for (const name of ['workflow', 'overrides'])
            if (given(name) !== '')
                problem(name, 'must not be given with `parameters`, which is the whole body for a LoRA deployment');
        return { id, workflow: null, overrides: null, needsGraph: false, files: new Map() };
    }
    const workflow = given('workflow') === '' ? null : await attempt('workflow', null, () => workflowIn(given('workflow'), workspace));
    const isUnread = given('workflow') !== '' && workflow === null;
    const written = await attempt('overrides', {}, async () => given('overrides') === '' ? {} : (0,_mapping_js__WEBPACK_IMPORTED_MODULE_7__/* .parseMapping */ .K)(block('overrides')));
    for (const key of Object.keys(named))
        if (Object.hasOwn(written, key))
            problem('files', twice(key));
    const overrides = { ...written, ...(0,_graphs_overrides_js__WEBPACK_IMPORTED_MODULE_2__/* .fileOverrides */ .Af)(named) };
    const graph = workflow?.graph ?? 'later';
    const variables = new Map(Object.entries(sent));
    const { used, needed, problems } = (0,_graphs_overrides_js__WEBPACK_IMPORTED_MODULE_2__/* .resolveOverrides */ .Ij)(overrides, variables, graph);
    for (const [name, ofInput] of [
        ['overrides', problems.filter(({ path: [key = ''] }) => !Object.hasOwn(named, key))],
        ['files', problems.filter(({ path: [key = ''] }) => Object.hasOwn(named, key))],
    ]) {
        if (ofInput.length > 0)
            problem(name, notFitting(ofInput.map(({ message }) => message)));
    }
    for (const name of ['prompt', 'seed']) {
        if (sent[name] === undefined || used.has(name) || isUnread)
            continue;
        const input = name === 'prompt' && given('prompt') === '' ? 'prompt-file' : name;
        problem(input, (0,_graphs_overrides_js__WEBPACK_IMPORTED_MODULE_2__/* .unusedPlaceholder */ .Oq)(name, workflow?.graph ?? null));
    }
    const inName = given('overrides') === '' ? 'files' : 'overrides';
    const paths = (0,_graphs_overrides_js__WEBPACK_IMPORTED_MODULE_2__/* .pathsOf */ .wG)(needed);
    const read = await attempt(inName, {}, () => (0,_files_js__WEBPACK_IMPORTED_MODULE_4__/* .readInputFiles */ .UK)(paths, workspace));
    const pointers = (0,_files_js__WEBPACK_IMPORTED_MODULE_4__/* .pointersIn */ .MJ)(read);
    if (pointers.length > 0)
        problem(inName, `${_files_js__WEBPACK_IMPORTED_MODULE_4__/* .POINTER_RULE */ .jV}; ${pointers.map((name) => (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(name)).join(', ')} is such a pointer`);
    const files = new Map(Object.entries(read).flatMap(([key, file]) => {
        const names = [paths[key] ?? []].flat();
        return [file].flat().flatMap((one, n) => [[String(names[n]), one]]);
    }));
    const needsGraph = workflow === null && Object.entries(overrides).some(([key, value]) => (0,_graphs_overrides_js__WEBPACK_IMPORTED_MODULE_2__/* .isByTitle */ .w4)(key, value));
    return { id, workflow, overrides, needsGraph, files };
}
async function workflowIn(path, workspace) {
    const { workflow, problems } = await readWorkflow(await workspace.inside(path));
    if (workflow !== null)
        return workflow;
    const told = problems.map(({ line, column, message }) => `line ${line}, column ${column}: ${message}`);
    throw new _files_js__WEBPACK_IMPORTED_MODULE_4__/* .FileFault */ .LN(`must be a ComfyUI graph in API format; ${(0,_faults_js__WEBPACK_IMPORTED_MODULE_8__/* .together */ .b)(told)}`);
}
function notFitting(messages) {
    return `must fit the graph: ${(0,_faults_js__WEBPACK_IMPORTED_MODULE_8__/* .together */ .b)(messages)}`;
}
function twice(key) {
    return `must not set ${JSON.stringify(key)}, which \`overrides\` sets too`;
}


/***/ }),

/***/ 18396:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bn: () => (/* binding */ chainReasons),
/* harmony export */   CP: () => (/* binding */ lockedSource),
/* harmony export */   VT: () => (/* binding */ noSuchFile),
/* harmony export */   Xl: () => (/* binding */ neededBy),
/* harmony export */   gn: () => (/* binding */ isUnderWay),
/* harmony export */   kk: () => (/* binding */ makersFirst),
/* harmony export */   u0: () => (/* binding */ sourcesOf),
/* harmony export */   xW: () => (/* binding */ makersOf)
/* harmony export */ });
/* harmony import */ var _lib_disk_key_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46028);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75892);
/* harmony import */ var _lib_figures_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38402);
/* harmony import */ var _lib_placeholders_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36285);
/* harmony import */ var _manifest_naming_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5761);





function makersFirst(images) {
    const waitsFor = new Map();
    const madeFrom = new Map();
    const ids = new Set(images.map(({ id }) => id));
    for (const image of images) {
        const makers = makersOf(image).filter((id) => ids.has(id));
        waitsFor.set(image.id, makers.length);
        for (const maker of makers) {
            const others = madeFrom.get(maker);
            if (others === undefined)
                madeFrom.set(maker, [image]);
            else
                others.push(image);
        }
    }
    const ordered = images.filter(({ id }) => waitsFor.get(id) === 0);
    for (const { id } of ordered) {
        for (const next of madeFrom.get(id) ?? []) {
            const rest = (waitsFor.get(next.id) ?? 0) - 1;
            waitsFor.set(next.id, rest);
            if (rest === 0)
                ordered.push(next);
        }
    }
    return ordered;
}
function makersOf({ edges }) {
    return [...new Set(edges.map(({ maker }) => maker))];
}
function neededBy(images, chosen) {
    const needed = new Map();
    for (const image of makersFirst(images).toReversed()) {
        if (!chosen(image.id) && !needed.has(image.id))
            continue;
        for (const maker of makersOf(image))
            if (!chosen(maker))
                needed.set(maker, image.id);
    }
    return needed;
}
function isUnderWay({ todo, waitsFor }) {
    return todo !== 'nothing' || waitsFor.length > 0;
}
function sourcesOf({ edges }, makers) {
    const sources = new Map();
    for (const edge of edges) {
        const maker = makers.get(edge.maker);
        const source = maker === undefined ? 'not-made' : sourceOf(edge, maker);
        if (source !== null)
            sources.set(edge.file, source);
    }
    return sources;
}
function sourceOf(edge, { todo, image, entry, copies, refetch, refusal }) {
    const output = image?.output ?? '';
    if (todo === 'generate')
        return 'not-made';
    if (refusal !== null) {
        const file = fileOf(edge, output, entry?.outputs ?? [], ({ path }) => path);
        return file === null ? 'not-made' : { expected: { bytes: file.bytes, sha256: file.sha256 } };
    }
    if (todo === 'copy') {
        const copy = fileOf(edge, output, copies, ({ to }) => to);
        return copy === null ? null : { path: copy.from.path };
    }
    if (todo === 'collect') {
        const file = fileOf(edge, output, refetch?.outputs ?? [], ({ path }) => path);
        const isWhole = entry?.request_id === refetch?.requestId && entry?.missing === 0;
        if (file === null)
            return isWhole ? null : 'not-made';
        return file.isThere ? { path: file.path } : { expected: { bytes: file.bytes, sha256: file.sha256 } };
    }
    return lockedSource(edge, output, entry?.outputs ?? []);
}
function lockedSource(edge, output, outputs) {
    const file = fileOf(edge, output, outputs, ({ path }) => path);
    return file === null ? null : { path: file.path };
}
function fileOf({ index }, output, files, pathOf) {
    const asked = (0,_lib_disk_key_js__WEBPACK_IMPORTED_MODULE_3__/* .diskKey */ .n)((0,_lib_placeholders_js__WEBPACK_IMPORTED_MODULE_1__/* .outputPath */ .XC)(output, index));
    const isAsked = (file) => (0,_lib_disk_key_js__WEBPACK_IMPORTED_MODULE_3__/* .diskKey */ .n)(pathOf(file)) === asked;
    const isLike = (file) => (0,_manifest_naming_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutSuffix */ .al)((0,_lib_disk_key_js__WEBPACK_IMPORTED_MODULE_3__/* .diskKey */ .n)(pathOf(file))) === (0,_manifest_naming_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutSuffix */ .al)(asked);
    return files.find(isAsked) ?? files.find(isLike) ?? null;
}
function noSuchFile({ file, maker }, missing = 0) {
    return missing === 0
        ? `names ${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(file)}, but the request of ${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(maker)} returned no such file`
        : `names ${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(file)}, but it is missing: ${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .hS)(missing, 'file')} of ${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(maker)} could not be downloaded (to generate ${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(maker)} again, use \`force\`)`;
}
function chainReasons({ edges }, sources, makers) {
    return edges
        .filter(({ file }) => sources.get(file) === 'not-made')
        .map(({ file, maker }) => {
        const how = makers.get(maker)?.todo === 'collect' ? 'is yet to be downloaded' : `will be made by ${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(maker)}`;
        return `its source ${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(file)} ${how}`;
    });
}


/***/ }),

/***/ 88574:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ notCheckedOut),
  B: () => (/* binding */ trackedFilesOf)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/lib/errors.js
var errors = __webpack_require__(75892);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./lib/lockfile/git.js




const ask = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
const PATIENCE_MS = 60_000;
const MAX_CHARACTERS = 16_000;
const MAX_ANSWER_BYTES = 256 * 1024 ** 2;
async function trackedFiles(files, signal) {
    const tracked = new Map();
    for (const [repository, inside] of Map.groupBy(files, repositoryOf)) {
        if (repository === null)
            continue;
        const byPath = new Map(inside.map((file) => [shownIn(repository, file), file]));
        for (const part of parts([...byPath.keys()])) {
            const answers = await listed(repository, part, signal).catch((error) => {
                signal.throwIfAborted();
                if (error instanceof Error)
                    return null;
                throw error;
            });
            if (answers === null)
                for (const one of part)
                    tracked.set(byPath.get(one) ?? '', 'unknown');
            for (const [one, how] of answers ?? []) {
                const file = byPath.get(one);
                if (file !== undefined)
                    tracked.set(file, how);
            }
        }
    }
    return tracked;
}
async function listed(repository, paths, signal) {
    const trust = ['-c', 'safe.directory=*', '-c', 'core.fsmonitor=false'];
    const { stdout } = await ask('git', [...trust, '--literal-pathspecs', 'ls-files', '-t', '-z', '--', ...paths], {
        cwd: repository,
        signal,
        timeout: PATIENCE_MS,
        maxBuffer: MAX_ANSWER_BYTES,
        windowsHide: true,
    });
    return stdout
        .split('\0')
        .flatMap((line) => (line === '' ? [] : [[line.slice(2), line.startsWith('S') ? 'sparse' : 'deleted']]));
}
function repositoryOf(file) {
    for (let folder = external_node_path_.dirname(file);; folder = external_node_path_.dirname(folder)) {
        if ((0,external_node_fs_.existsSync)(external_node_path_.join(folder, '.git')))
            return folder;
        if (folder === external_node_path_.dirname(folder))
            return null;
    }
}
function shownIn(folder, file) {
    return external_node_path_.relative(folder, file).split(external_node_path_.sep).join('/');
}
function parts(paths) {
    const made = [];
    let room = 0;
    for (const one of paths) {
        if (room < one.length || made.length === 0) {
            made.push([]);
            room = MAX_CHARACTERS;
        }
        made.at(-1)?.push(one);
        room -= one.length + 1;
    }
    return made;
}

;// CONCATENATED MODULE: ./lib/lockfile/checkout.js




async function trackedFilesOf(planned, { workspace, cancelled }) {
    const absent = planned.flatMap(({ id, lost }) => lost
        .map((file) => ({ id, file, absolute: external_node_path_.join(workspace.root, file) }))
        .filter(({ absolute }) => !(0,external_node_fs_.existsSync)(absolute)));
    if (absent.length === 0)
        return new Map();
    const known = await trackedFiles(absent.map(({ absolute }) => absolute), cancelled);
    const found = absent.flatMap(({ id, file, absolute }) => {
        const how = known.get(absolute);
        return how === undefined ? [] : [{ id, file, how }];
    });
    return Map.groupBy(found, ({ id }) => id);
}
const MAX_LISTED = 10;
function notCheckedOut(ids, tracked) {
    const files = ids.flatMap((id) => tracked.get(id) ?? []);
    const listed = (names) => names.length > MAX_LISTED
        ? `${names.slice(0, MAX_LISTED).join(', ')} and ${names.length - MAX_LISTED} more`
        : names.join(', ');
    const unknown = files.some(({ how }) => how === 'unknown');
    const sparse = files.filter(({ how }) => how === 'sparse').map(({ file }) => (0,errors/* quoted */.TL)(external_node_path_.posix.dirname(file)));
    const deleted = files.filter(({ how }) => how !== 'sparse').map(({ file }) => (0,errors/* quoted */.TL)(file));
    const ways = [
        ...(sparse.length > 0
            ? [
                `This is a sparse checkout: run \`git sparse-checkout add ${listed([...new Set(sparse)])}\` first, or name those folders in \`sparse-checkout\` of actions/checkout.`,
            ]
            : []),
        ...(deleted.length > 0 ? [`Restore them with \`git checkout -- ${listed(deleted)}\`.`] : []),
        ...(unknown ? ['If no commit has them, delete their entries from the lock.'] : []),
    ];
    const who = unknown ? 'git could not say whether it has' : 'git has';
    return new errors/* ActionError */.lZ('not-checked-out', `The lock names files that are not in this checkout, RunComfy no longer has them, and ${who} them: ${listed(files.map(({ file }) => file))}. They are not paid for again.`, { advice: `Nothing was submitted. ${ways.join(' ')} To generate them again, and pay again, use \`force\`.` });
}


/***/ }),

/***/ 8708:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ copyAll)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _files_digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5231);
/* harmony import */ var _files_save_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6758);





async function copyAll(plan, { workspace, temp }) {
    const asides = [];
    try {
        const staged = [];
        for (const { id, copied, copies } of plan) {
            if (copied === null)
                continue;
            const files = [];
            for (const { from, to } of copies) {
                const stagedPath = node_path__WEBPACK_IMPORTED_MODULE_2__.join(temp, (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)());
                asides.push(stagedPath);
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.copyFile)(await workspace.inside(from.path), stagedPath);
                files.push({ from, stagedPath, to: await workspace.inside(to) });
            }
            staged.push({ id, copied, files });
        }
        const done = [];
        for (const { id, copied, files } of staged) {
            let changed = false;
            for (const { stagedPath, to } of files)
                changed = (await (0,_files_save_js__WEBPACK_IMPORTED_MODULE_4__/* .saveFile */ .O)(stagedPath, to, await (0,_files_digest_js__WEBPACK_IMPORTED_MODULE_3__.sha256Of)(stagedPath))) || changed;
            const outputs = files.map(({ from, to }) => ({ ...from, path: workspace.shown(to) }));
            done.push({ id, entry: { ...copied, outputs }, files: files.map(({ to }) => to), changed });
        }
        return done;
    }
    finally {
        for (const stagedPath of asides)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(stagedPath, { force: true });
    }
}


/***/ }),

/***/ 37948:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ lookIn),
/* harmony export */   s: () => (/* binding */ digestIn)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58500);
/* harmony import */ var _files_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5231);
/* harmony import */ var _files_lfs_pointer_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46612);
/* harmony import */ var _files_workspace_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(36822);
/* harmony import */ var _lib_thread_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(13423);






const MANY_BYTES = 16 * 1024 ** 2;
function lookIn(workspace) {
    const seen = new Map();
    const expected = [];
    let states = null;
    async function lookAtAll() {
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setImmediate)();
        states = null;
        return statesFrom(expected.splice(0));
    }
    async function look({ path, bytes, sha256 }) {
        let file;
        try {
            file = await workspace.inside(path);
        }
        catch (error) {
            if (error instanceof _files_workspace_js__WEBPACK_IMPORTED_MODULE_4__/* .PathError */ .ER)
                return 'missing';
            throw error;
        }
        const n = expected.push({ file, bytes, sha256 }) - 1;
        states ??= lookAtAll();
        return (await states)[n] ?? 'missing';
    }
    return (output) => {
        const key = `${output.sha256} ${output.bytes} ${output.path}`;
        const known = seen.get(key);
        if (known !== undefined)
            return known;
        const looking = look(output);
        seen.set(key, looking);
        return looking;
    };
}
function digestIn(workspace) {
    return async (file) => {
        try {
            const absolute = await workspace.inside(file);
            const { size } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(absolute);
            const pointer = size <= _files_lfs_pointer_js__WEBPACK_IMPORTED_MODULE_3__.MAX_POINTER_BYTES ? await (0,_files_lfs_pointer_js__WEBPACK_IMPORTED_MODULE_3__.lfsPointerAt)(absolute) : null;
            return pointer?.sha256 ?? (await (0,_files_digest_js__WEBPACK_IMPORTED_MODULE_2__.sha256Of)(absolute));
        }
        catch {
            return null;
        }
    };
}
async function statesFrom(expected) {
    const bytes = expected.reduce((sum, one) => sum + Math.max(0, one.bytes), 0);
    if (bytes < MANY_BYTES)
        return statesOf(expected);
    return (0,_lib_thread_js__WEBPACK_IMPORTED_MODULE_5__/* .inThread */ .u)(statesOf, expected).catch(() => statesOf(expected));
}
function statesOf(expected) {
    const { createHash } = process.getBuiltinModule('node:crypto');
    const { closeSync, openSync, readSync, statSync } = process.getBuiltinModule('node:fs');
    const maxPointerBytes = 1024;
    const buffer = Buffer.allocUnsafe(256 * 1024);
    return expected.map(stateOf);
    function stateOf({ file, bytes, sha256 }) {
        try {
            const found = statSync(file);
            if (!found.isFile())
                return 'modified';
            if (found.size === bytes)
                return hashOf(file) === sha256 ? 'same' : 'modified';
            return found.size < maxPointerBytes && pointsTo(file, { bytes, sha256 }) ? 'pointer' : 'modified';
        }
        catch (error) {
            const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
            return code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'modified';
        }
    }
    function hashOf(file) {
        const hash = createHash('sha256');
        read(file, (part) => hash.update(part));
        return hash.digest('hex');
    }
    function pointsTo(file, { sha256, bytes }) {
        const parts = [];
        read(file, (part) => parts.push(part.toString()));
        const lines = parts.join('').split(/\r?\n/);
        const isPointer = /^version https:\/\/(git-lfs\.github\.com|hawser\.github\.com)\/spec\//.test(lines[0] ?? '');
        return isPointer && lines.includes(`oid sha256:${sha256}`) && lines.includes(`size ${bytes}`);
    }
    function read(file, take) {
        const opened = openSync(file, 'r');
        try {
            for (;;) {
                const length = readSync(opened, buffer);
                if (length === 0)
                    return;
                take(buffer.subarray(0, length));
            }
        }
        finally {
            closeSync(opened);
        }
    }
}


/***/ }),

/***/ 62862:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ms: () => (/* binding */ entryOf),
/* harmony export */   PG: () => (/* binding */ parseLock),
/* harmony export */   Xk: () => (/* binding */ joinEntries),
/* harmony export */   u0: () => (/* binding */ entryText)
/* harmony export */ });
/* unused harmony export lockText */
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88532);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(28395);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(73305);
/* harmony import */ var zod_v4_locales_en_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30252);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75892);
/* harmony import */ var _lib_json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(68173);
/* harmony import */ var _tasks_recipe_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12706);





function entryOf({ recipe, recipeHash: recipe_sha256, parameters, }, made) {
    const { seed } = parameters;
    return {
        recipe_sha256,
        recipe,
        request_id: made.requestId,
        seed: typeof seed === 'number' ? seed : null,
        cost: made.cost,
        outputs: made.images.map(({ path, bytes, sha256: hash }) => ({ path, bytes, sha256: hash })),
        missing: made.missing,
        accepted: false,
    };
}
zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .config */ .$W((0,zod_v4_locales_en_js__WEBPACK_IMPORTED_MODULE_3__/* ["default"] */ .A)());
const sha256 = zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_5__/* ._regex */ .Fk(/^[0-9a-f]{64}$/));
const mapping = zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .custom */ .IeY((value) => (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_6__/* .jsonObject */ .o$)(value) !== null);
const made = { prompt: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .nullable */ .mee(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()), parameters: mapping, files: mapping };
const modelRecipe = zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ model: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), ...made });
const deploymentRecipe = zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    deployment: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    workflow: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .nullable */ .mee(sha256),
    overrides: mapping,
    ...made,
});
const entrySchema = zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    recipe_sha256: sha256,
    recipe: modelRecipe,
    request_id: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .nullable */ .mee(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
    seed: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .nullable */ .mee(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig()),
    cost: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .nullable */ .mee(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig()),
    outputs: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        path: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_5__/* ._minLength */ .m9(1)),
        bytes: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr().check(zod_mini__WEBPACK_IMPORTED_MODULE_5__/* ._gte */ .qm(0)),
        sha256,
    })),
    missing: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr().check(zod_mini__WEBPACK_IMPORTED_MODULE_5__/* ._gte */ .qm(1))),
    accepted: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz(true)),
});
const deploymentEntrySchema = zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .extend */ .X$i(entrySchema, { recipe: deploymentRecipe });
function schemaFor(written) {
    const recipe = (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_6__/* .jsonObject */ .o$)((0,_lib_json_js__WEBPACK_IMPORTED_MODULE_6__/* .jsonObject */ .o$)(written)?.recipe) ?? {};
    return 'deployment' in recipe ? deploymentEntrySchema : entrySchema;
}
function parseLock(text, file) {
    const broken = (what) => new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('bad-input', `${file} cannot be read: ${what}.`, {
        advice: 'Nothing was sent to RunComfy. Restore the file from Git. If you delete it, every image is generated, and paid for, again.',
    });
    if (/^(<{7}|>{7}) /m.test(text))
        throw broken('it contains merge conflict markers; keep the entries of both sides');
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (error) {
        throw broken(`it is not JSON (${error instanceof Error ? error.message : String(error)})`);
    }
    const lock = (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_6__/* .jsonObject */ .o$)(value);
    const images = (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_6__/* .jsonObject */ .o$)(lock?.images);
    if (lock === null || images === null)
        throw broken('it must have `version` and `images`');
    if (lock.version !== 1)
        throw broken('its `version` must be 1');
    const entries = new Map();
    for (const [id, written] of Object.entries(images)) {
        const entry = schemaFor(written).safeParse(written);
        if (!entry.success) {
            const [issue] = entry.error.issues;
            throw broken(`${[id, ...(issue?.path ?? [])].map(String).join(' > ')}: ${issue?.message ?? 'is not an entry'}`);
        }
        if (hashOf(entry.data.recipe) !== entry.data.recipe_sha256)
            throw broken(`${id}: \`recipe_sha256\` is not the hash of \`recipe\``);
        const { missing = 0, accepted = false, ...known } = entry.data;
        entries.set(id, { ...known, missing, accepted });
    }
    return entries;
}
function hashOf(recipe) {
    try {
        return (0,_tasks_recipe_js__WEBPACK_IMPORTED_MODULE_1__/* .recipeHash */ .R7)(recipe);
    }
    catch (error) {
        if (error instanceof RangeError)
            return null;
        throw error;
    }
}
function lockText(lock) {
    return joinEntries(new Map([...lock].map(([id, entry]) => [id, entryText(id, entry)])));
}
function entryText(id, written) {
    const { recipe_sha256, recipe, request_id, seed, cost, outputs, missing, accepted } = written;
    const entry = sorted({
        recipe_sha256,
        recipe: (0,_tasks_recipe_js__WEBPACK_IMPORTED_MODULE_1__/* .recipeJson */ .nh)(recipe),
        request_id,
        seed,
        cost,
        outputs: outputs.map(({ path, bytes, sha256: hash }) => ({ path, bytes, sha256: hash })),
        ...(missing > 0 ? { missing } : {}),
        ...(accepted ? { accepted } : {}),
    });
    return `    ${JSON.stringify(id)}: ${JSON.stringify(entry, null, 2).replaceAll('\n', '\n    ')}`;
}
function joinEntries(entries) {
    const ids = [...entries.keys()].sort();
    const lines = ids.map((id) => entries.get(id)).join(',\n');
    return `{\n  "images": {${lines === '' ? '' : `\n${lines}\n  `}},\n  "version": 1\n}\n`;
}
function sorted(value) {
    if (Array.isArray(value))
        return value.map(sorted);
    if (typeof value !== 'object' || value === null)
        return value;
    const members = Object.entries(value).sort(([a], [b]) => byCodeUnits(a, b));
    return Object.fromEntries(members.map(([key, member]) => [key, sorted(member)]));
}
function byCodeUnits(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}


/***/ }),

/***/ 57617:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ gatherFacts),
  X: () => (/* binding */ planOf)
});

// EXTERNAL MODULE: ./lib/lib/errors.js
var errors = __webpack_require__(75892);
// EXTERNAL MODULE: ./lib/manifest/globs.js
var globs = __webpack_require__(28966);
// EXTERNAL MODULE: ./lib/lockfile/chain.js
var chain = __webpack_require__(18396);
// EXTERNAL MODULE: ./lib/lib/disk-key.js
var disk_key = __webpack_require__(46028);
// EXTERNAL MODULE: ./lib/lib/placeholders.js
var placeholders = __webpack_require__(36285);
// EXTERNAL MODULE: ./lib/lockfile/seats.js
var lockfile_seats = __webpack_require__(66923);
;// CONCATENATED MODULE: ./lib/lockfile/conflicts.js




async function withRefusals(plan, { holders, seats, known, look }) {
    const byId = new Map(plan.map((one) => [one.id, one]));
    const given = new Map();
    return Promise.all(plan.map(async (one) => ({ ...one, refusal: one.refusal ?? (await refusalOf(one)) })));
    async function refusalOf(one) {
        for (const file of targetsOf(one)) {
            const key = (0,disk_key/* diskKey */.n)(file);
            const first = given.get(key) ?? one.id;
            given.set(key, first);
            if (first !== one.id)
                return `${(0,errors/* quoted */.TL)(file)} would be the file of ${(0,errors/* quoted */.TL)(first)} too: give one of them another \`output\``;
            const ids = holders.get(key) ?? [];
            if (ids.includes(one.id))
                continue;
            for (const holder of ids) {
                if (!(await isReplaced(file, holder, one)))
                    continue;
                return known.has(holder)
                    ? `${(0,errors/* quoted */.TL)(file)} is still the file of ${(0,errors/* quoted */.TL)(holder)}, and must not be replaced: first run with \`only: ${holder}\`, then without`
                    : `${(0,errors/* quoted */.TL)(file)} is still the file of ${(0,errors/* quoted */.TL)(holder)}, which the lock holds and the manifest no longer has: delete or move it if you no longer need it, or give ${(0,errors/* quoted */.TL)(one.id)} another \`output\``;
            }
        }
        return null;
    }
    async function isReplaced(file, holder, { copiedFrom }) {
        const key = (0,disk_key/* diskKey */.n)(file);
        if (seats.get(key) === holder)
            return false;
        const other = byId.get(holder);
        const isLeaving = other?.todo === 'copy' && !other.copies.some(({ to }) => (0,disk_key/* diskKey */.n)(to) === key);
        if (isLeaving)
            return false;
        if (known.has(holder))
            return true;
        return copiedFrom !== holder && (await (0,lockfile_seats/* isThere */.$B)(file, look));
    }
}
function targetsOf({ todo, image, copies, refetch }) {
    if (todo === 'copy')
        return copies.map(({ to }) => to);
    if (todo === 'collect')
        return refetch?.outputs.flatMap((output) => (output.isThere ? [] : [output.path])) ?? [];
    return todo === 'generate' && image?.output != null ? [(0,placeholders/* outputPath */.XC)(image.output, 1)] : [];
}

// EXTERNAL MODULE: ./lib/lockfile/decide.js
var decide = __webpack_require__(67401);
;// CONCATENATED MODULE: ./lib/lockfile/plan.js






async function gatherFacts({ images, lock, look, digest, naming, only, force, }) {
    const known = new Set(images.map(({ id }) => id));
    const owners = await (0,lockfile_seats/* ownersOf */.K2)(images, { lock, look, naming });
    const [chosen, isNamed] = [(0,globs/* chosenBy */.mD)(only), (0,globs/* idFilter */.Iw)(force)];
    const forced = (id) => chosen(id) && isNamed(id);
    return (0,decide/* factsOf */.xS)({ ...owners, lock, look, digest, naming, known, forced });
}
async function planOf(sources) {
    const { images, lock, only, settle } = sources;
    const chosen = (0,globs/* chosenBy */.mD)(only);
    const facts = await gatherFacts(sources);
    const needed = (0,chain/* neededBy */.Xl)(images, chosen);
    const planned = new Map();
    for (const image of (0,chain/* makersFirst */.kk)(images)) {
        if (chosen(image.id) || needed.has(image.id))
            planned.set(image.id, planImage(image));
    }
    const plan = await Promise.all(images.map(async (image) => {
        const one = await planned.get(image.id);
        if (one === undefined)
            return [];
        if (chosen(image.id))
            return [one];
        const reasons = [...one.reasons, `${(0,errors/* quoted */.TL)(needed.get(image.id) ?? '')} is made from it`];
        return (0,chain/* isUnderWay */.gn)(one) || one.refusal !== null ? [{ ...one, reasons }] : [];
    }));
    const gone = [...lock].filter(([id]) => !facts.known.has(id) && chosen(id));
    return withRefusals([...plan.flat(), ...gone.map(([id, entry]) => orphan(id, entry))], facts);
    async function planImage(image) {
        const makers = new Map();
        for (const id of (0,chain/* makersOf */.xW)(image)) {
            const maker = await planned.get(id);
            if (maker !== undefined)
                makers.set(id, maker);
        }
        const edgeSources = (0,chain/* sourcesOf */.u0)(image, makers);
        const known = image.edges.length === 0 ? image : await settle(image, edgeSources);
        const isKnown = known !== null && ![...edgeSources.values()].includes('not-made');
        const decision = isKnown
            ? await (0,decide/* decide */.LD)(known, facts)
            : await (0,decide/* decideAhead */.M4)(known ?? image, (0,chain/* chainReasons */.Bn)(image, edgeSources, makers), facts);
        return {
            id: image.id,
            image: known ?? image,
            entry: lock.get(image.id) ?? null,
            ...decision,
            price: decision.todo === 'generate' ? null : 0,
            waitsFor: decision.todo === 'copy' ? [] : [...makers.values()].filter(chain/* isUnderWay */.gn).map(({ id }) => id),
        };
    }
}
function orphan(id, entry) {
    const reasons = ['in the lock, but no longer in the manifest; its files stay'];
    return { id, ...(0,decide/* needing */.hB)('orphaned', reasons, 'nothing'), image: null, entry, price: 0, waitsFor: [] };
}


/***/ }),

/***/ 28966:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Iw: () => (/* binding */ idFilter),
/* harmony export */   YP: () => (/* binding */ idlePatterns),
/* harmony export */   mD: () => (/* binding */ chosenBy)
/* harmony export */ });
function idFilter(patterns) {
    const exact = new Set(patterns);
    const wild = patterns.filter((pattern) => /[*?]/.test(pattern));
    return (id) => exact.has(id) || wild.some((pattern) => fits(pattern, id));
}
function chosenBy(only) {
    return only.length === 0 ? () => true : idFilter(only);
}
function idlePatterns(patterns, ids) {
    return patterns.filter((pattern) => !ids.some(idFilter([pattern])));
}
function fits(pattern, text) {
    let [p, t, star, resume] = [0, 0, -1, 0];
    while (t < text.length) {
        if (pattern[p] === '*')
            [star, resume, p] = [p, t, p + 1];
        else if (pattern[p] === '?' || pattern[p] === text[t])
            [p, t] = [p + 1, t + 1];
        else if (star === -1)
            return false;
        else {
            resume += 1;
            [p, t] = [star + 1, resume];
        }
    }
    while (pattern[p] === '*')
        p += 1;
    return p === pattern.length;
}


/***/ }),

/***/ 83925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ManifestError: () => (/* binding */ ManifestError)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75892);
/* harmony import */ var _lib_source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54534);


class ManifestError extends _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ {
    file;
    problems;
    constructor(file, problems) {
        const ordered = (0,_lib_source_js__WEBPACK_IMPORTED_MODULE_1__/* .inOrder */ .a)(problems);
        const lines = ordered.map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`);
        super('bad-input', lines.length === 1
            ? `${lines[0]}${/[.?]$/.test(lines[0] ?? '') ? '' : '.'}`
            : `${file} has ${lines.length} problems:\n${lines.map((line) => `- ${line}`).join('\n')}`, { advice: 'Nothing was sent to RunComfy.' });
        this.file = file;
        this.problems = ordered;
    }
}


/***/ }),

/***/ 84098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ notMade),
/* harmony export */   g: () => (/* binding */ settled)
/* harmony export */ });
/* harmony import */ var _files_formats_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33075);
/* harmony import */ var _inputs_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72362);
/* harmony import */ var _tasks_recipe_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12706);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5761);




function notMade(file) {
    return { path: '', type: (0,_files_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .formatOfSuffix */ .ql)((0,_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .suffixOf */ .jT)(file))?.type ?? '', bytes: 0, sha256: '' };
}
async function settled(image, sources, workspace, read) {
    const files = await (0,_inputs_files_js__WEBPACK_IMPORTED_MODULE_1__/* .readInputFiles */ .UK)(image.inputPaths, workspace, async (file, parameter) => {
        const source = typeof file === 'string' ? sources.get(file) : undefined;
        if (typeof file !== 'string' || source === undefined)
            return read(file, parameter, workspace);
        if (source === 'not-made')
            return notMade(file);
        return 'path' in source ? read(source.path, parameter, workspace) : { ...notMade(file), ...source.expected };
    });
    const recipe = { ...image.recipe, files: (0,_tasks_recipe_js__WEBPACK_IMPORTED_MODULE_2__/* .digestsOf */ .nw)(files) };
    return { ...image, files, recipe, recipeHash: (0,_tasks_recipe_js__WEBPACK_IMPORTED_MODULE_2__/* .recipeHash */ .R7)(recipe) };
}


/***/ }),

/***/ 99017:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createLockKeeper: () => (/* binding */ createLockKeeper),
  judged: () => (/* binding */ judged),
  U: () => (/* binding */ rememberEntry)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/lib/disk-key.js
var disk_key = __webpack_require__(46028);
// EXTERNAL MODULE: ./lib/lib/placeholders.js
var placeholders = __webpack_require__(36285);
// EXTERNAL MODULE: ./lib/lockfile/checkout.js + 1 modules
var checkout = __webpack_require__(88574);
// EXTERNAL MODULE: ./lib/lockfile/lock.js
var lockfile_lock = __webpack_require__(62862);
;// CONCATENATED MODULE: ./lib/lockfile/reunite.js
function reunited(fetched, { outputs }) {
    const left = [...outputs];
    const take = (fits) => {
        const at = left.findIndex(fits);
        const [found] = at === -1 ? [] : left.splice(at, 1);
        if (found === undefined)
            return null;
        const { isThere, ...output } = found;
        return { output, isThere };
    };
    const known = fetched.map((hash) => (hash === null ? null : take(({ sha256 }) => sha256 === hash)));
    return known.map((one, n) => (one !== null || fetched[n] === null ? one : take(({ isThere }) => !isThere)));
}
function completed({ saved, kept, missing, locked, }, { outputs }) {
    const had = new Map([...saved, ...kept]);
    const paths = new Set([...had.values()].map(({ path }) => path));
    const others = outputs
        .filter(({ path, isThere }) => !paths.has(path) && (isThere || locked.has(path)))
        .map(({ isThere: _, ...output }) => output);
    const rest = [...others];
    const images = [];
    for (let index = 1; index <= Math.max(0, ...had.keys()); index++) {
        const output = had.get(index) ?? rest.shift();
        if (output !== undefined)
            images.push(output);
    }
    return { images: [...images, ...rest], missing: Math.max(0, missing - others.length) };
}

// EXTERNAL MODULE: ./lib/pipeline/submit-all.js + 6 modules
var submit_all = __webpack_require__(47069);
;// CONCATENATED MODULE: ./lib/pipeline/lock-keeping.js








function createLockKeeper(plan, workspace) {
    const { lock, locked, manifest, planned } = plan;
    const byId = new Map(planned.map((one) => [one.id, one]));
    const known = new Set(manifest.images.map(({ id }) => id));
    const owners = new Map(manifest.images.flatMap(({ id, output }) => output === null ? [] : [[(0,disk_key/* diskKey */.n)((0,placeholders/* outputPath */.XC)(output, 1)), id]]));
    const kept = new Map();
    const isThere = (file) => (0,external_node_fs_.existsSync)(external_node_path_.join(workspace.root, file));
    return {
        decided: (one) => void byId.set(one.id, one),
        planned: () => [...byId.values()],
        isTaken(file, id) {
            const key = (0,disk_key/* diskKey */.n)(file.split(external_node_path_.sep).join('/'));
            const holder = lock.holderOf(key);
            if (holder !== null && holder !== id)
                return known.has(holder) || isThere(file);
            if ((owners.get(key) ?? id) !== id)
                return true;
            const refetch = byId.get(id)?.refetch ?? null;
            return (refetch !== null && isThere(file) && !refetch.outputs.some((one) => !one.isThere && (0,disk_key/* diskKey */.n)(one.path) === key));
        },
        reunited({ id }, fetched) {
            const refetch = byId.get(id)?.refetch ?? null;
            if (refetch === null)
                return [];
            const found = reunited(fetched, refetch);
            kept.set(id, new Map(found.flatMap((one, n) => (one?.isThere === true ? [[n + 1, one.output]] : []))));
            return found;
        },
        async landed(outcome) {
            const { image = null, refetch = null } = byId.get(outcome.task.id) ?? {};
            const there = kept.get(outcome.task.id) ?? new Map();
            if (image === null || outcome.images.length + there.size === 0)
                return;
            const again = refetch !== null && refetch.requestId === outcome.requestId ? refetch : null;
            if (again === null)
                return rememberEntry(plan, image.id, (0,lockfile_lock/* entryOf */.Ms)(image, outcome));
            const saved = new Map(outcome.images.map((one) => [one.index, one]));
            const before = locked.get(image.id);
            const own = before?.recipe_sha256 === image.recipeHash ? before.outputs.map((one) => one.path) : [];
            const all = completed({ saved, kept: there, missing: outcome.missing, locked: new Set(own) }, again);
            await rememberEntry(plan, image.id, (0,lockfile_lock/* entryOf */.Ms)(image, { ...outcome, ...all, cost: again.cost ?? outcome.cost }));
        },
        async close(only) {
            if (only.length === 0)
                await lock.drop([...locked.keys()].filter((id) => !known.has(id)));
        },
    };
}
async function rememberEntry({ lock, manifest }, id, entry) {
    const holders = entry.outputs.flatMap((output) => lock.holderOf(output.path) ?? []);
    const gone = new Set(holders.filter((holder) => holder !== id && !manifest.images.some((image) => image.id === holder)));
    await lock.put(id, entry);
    if (gone.size > 0)
        await lock.drop(gone);
}
function judged(outcomes, { planned, tracked }) {
    const lost = outcomes.filter(({ failure, failures }) => (0,submit_all/* isLost */.J)(failure, failures.map(({ error }) => error)));
    if (lost.length === 0)
        return { outcomes, notes: [], refusal: null };
    const partsOf = new Set(planned().flatMap(({ id, refetch }) => (refetch?.whenGone === 'fail' ? [id] : [])));
    const absent = lost.filter(({ task }) => tracked.has(task.id)).map(({ task }) => task.id);
    const parts = lost.filter(({ task }) => partsOf.has(task.id)).map(({ task }) => task.id);
    const excused = new Set([...absent, ...parts]);
    return {
        outcomes: outcomes.map((outcome) => excused.has(outcome.task.id)
            ? { ...outcome, failure: null, failures: [], attempted: !absent.includes(outcome.task.id) }
            : outcome),
        notes: parts.length === 0
            ? []
            : [
                {
                    kind: 'missing',
                    text: `RunComfy no longer has the missing files of ${parts.join(', ')}. To generate these images again, and pay again, use \`force\`.`,
                },
            ],
        refusal: absent.length === 0 ? null : (0,checkout/* notCheckedOut */.V)(absent, tracked),
    };
}


/***/ }),

/***/ 79149:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Rf: () => (/* binding */ copiedOutcome),
  planManifest: () => (/* binding */ planManifest),
  readWork: () => (/* binding */ readWork),
  Vj: () => (/* binding */ rememberCopies),
  tasksOfPlan: () => (/* binding */ tasksOfPlan),
  W: () => (/* binding */ withCataloguePrices)
});

// EXTERNAL MODULE: ./lib/files/inspect.js + 2 modules
var inspect = __webpack_require__(12749);
// EXTERNAL MODULE: ./lib/inputs/files.js
var inputs_files = __webpack_require__(72362);
// EXTERNAL MODULE: ./lib/lib/errors.js
var errors = __webpack_require__(75892);
// EXTERNAL MODULE: ./lib/lib/time-limit.js
var time_limit = __webpack_require__(93484);
// EXTERNAL MODULE: ./lib/lockfile/chain.js
var chain = __webpack_require__(18396);
// EXTERNAL MODULE: ./lib/lockfile/checkout.js + 1 modules
var checkout = __webpack_require__(88574);
// EXTERNAL MODULE: ./lib/lockfile/copy.js
var copy = __webpack_require__(8708);
// EXTERNAL MODULE: ./lib/lockfile/disk.js
var disk = __webpack_require__(37948);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/lib/json.js
var json = __webpack_require__(68173);
;// CONCATENATED MODULE: ./lib/lockfile/orphan-locks.js




const LOCK = '.lock.json';
const MANIFESTS = ['.yml', '.yaml', '.json'];
async function refuseOrphanLocks(lock, shown) {
    const folder = external_node_path_.dirname(lock);
    const names = await (0,promises_.readdir)(folder).catch(() => []);
    if (names.includes(external_node_path_.basename(lock)))
        return;
    const there = new Set(names.map((name) => name.toLowerCase()));
    const orphans = [];
    for (const name of names.filter((one) => one.endsWith(LOCK)).sort()) {
        const stem = name.slice(0, -LOCK.length).toLowerCase();
        if (MANIFESTS.some((suffix) => there.has(`${stem}${suffix}`)))
            continue;
        const { version, images } = (0,json/* parseJsonObject */.dw)(await (0,promises_.readFile)(external_node_path_.join(folder, name), 'utf8').catch(() => '')) ?? {};
        if (version === 1 && (0,json/* jsonObject */.o$)(images) !== null)
            orphans.push(external_node_path_.posix.join(external_node_path_.posix.dirname(shown), name));
    }
    const [first] = orphans;
    if (first === undefined)
        return;
    throw new errors/* ActionError */.lZ('bad-input', `There is no ${shown}, but there is ${orphans.map((one) => (0,errors/* quoted */.TL)(one)).join(', ')}, whose manifest is gone. If the manifest was renamed, everything would be paid for again.`, {
        advice: `Nothing was submitted. Rename the lock to match (\`git mv ${first} ${shown}\`), or delete it if it is obsolete.`,
    });
}

// EXTERNAL MODULE: ./lib/lockfile/plan.js + 1 modules
var plan = __webpack_require__(57617);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/files/download.js + 2 modules
var download = __webpack_require__(6336);
// EXTERNAL MODULE: ./lib/lib/disk-key.js
var disk_key = __webpack_require__(46028);
// EXTERNAL MODULE: ./lib/lockfile/lock.js
var lockfile_lock = __webpack_require__(62862);
;// CONCATENATED MODULE: ./lib/lockfile/writer.js







const MAX_BYTES = 256 * 1024 * 1024;
async function readLock(file, shown) {
    const bytes = await (0,promises_.readFile)(file).catch((error) => {
        if ((0,errors/* errorCodes */.fv)(error).includes('ENOENT'))
            return null;
        throw new errors/* ActionError */.lZ('bad-input', `${shown} cannot be read: ${error instanceof Error ? error.message : error}.`, {
            advice: 'Nothing was sent to RunComfy.',
            cause: error,
        });
    });
    if (bytes === null)
        return new Map();
    if (bytes.length > MAX_BYTES)
        throw new errors/* ActionError */.lZ('bad-input', `${shown} is too large to be a lock.`);
    return (0,lockfile_lock/* parseLock */.PG)(bytes.toString('utf8').replace(/^\uFEFF/, ''), shown);
}
function createLockWriter(file, lock) {
    const entries = new Map();
    const holders = new Map();
    const texts = new Map();
    let last = Promise.resolve();
    let next = null;
    let changed = false;
    for (const [id, entry] of lock)
        set(id, entry);
    function set(id, entry) {
        remove(id);
        entries.set(id, entry);
        for (const { path: held } of entry.outputs)
            holders.set((0,disk_key/* diskKey */.n)(held), id);
    }
    function remove(id) {
        for (const { path: held } of entries.get(id)?.outputs ?? []) {
            if (holders.get((0,disk_key/* diskKey */.n)(held)) === id)
                holders.delete((0,disk_key/* diskKey */.n)(held));
        }
        entries.delete(id);
        texts.delete(id);
    }
    function wholeText() {
        for (const [id, entry] of entries)
            if (!texts.has(id))
                texts.set(id, (0,lockfile_lock/* entryText */.u0)(id, entry));
        return (0,lockfile_lock/* joinEntries */.Xk)(texts);
    }
    function save() {
        next ??= last
            .catch(() => { })
            .then(() => {
            next = null;
            last = replace(file, wholeText()).then(() => {
                changed = true;
            });
            return last;
        });
        return next;
    }
    return {
        entry: (id) => entries.get(id) ?? null,
        async put(id, entry) {
            const before = entries.get(id);
            const text = (0,lockfile_lock/* entryText */.u0)(id, entry);
            if (before !== undefined && (0,lockfile_lock/* entryText */.u0)(id, before) === text)
                return next ?? last;
            set(id, entry);
            texts.set(id, text);
            await save();
        },
        async drop(ids) {
            const there = [...ids].filter((id) => entries.has(id));
            there.forEach(remove);
            if (there.length > 0)
                await save();
        },
        holderOf: (held) => holders.get((0,disk_key/* diskKey */.n)(held)) ?? null,
        changed: () => changed,
    };
}
async function replace(file, text) {
    const stagedPath = external_node_path_.join(external_node_path_.dirname(file), `.${(0,external_node_crypto_.randomUUID)()}.part`);
    try {
        await (0,promises_.writeFile)(stagedPath, text, { flag: 'wx' });
        await (0,promises_.rename)(stagedPath, file);
    }
    catch (error) {
        await (0,promises_.rm)(stagedPath, { force: true });
        throw (0,download/* notSaved */.b)(error);
    }
}

// EXTERNAL MODULE: ./lib/manifest/globs.js
var globs = __webpack_require__(28966);
;// CONCATENATED MODULE: ./lib/manifest/lock-path.js
function lockPathOf(manifest) {
    return `${manifest.replace(/\.[^./\\]+$/, '')}.lock.json`;
}

// EXTERNAL MODULE: ./lib/manifest/naming.js
var manifest_naming = __webpack_require__(5761);
// EXTERNAL MODULE: ./lib/manifest/problems.js
var manifest_problems = __webpack_require__(83925);
// EXTERNAL MODULE: ./lib/inputs/deployment.js
var deployment = __webpack_require__(44774);
// EXTERNAL MODULE: ./lib/inputs/faults.js
var faults = __webpack_require__(54440);
// EXTERNAL MODULE: ./lib/lib/concurrency.js
var concurrency = __webpack_require__(40764);
// EXTERNAL MODULE: ./lib/lib/figures.js
var figures = __webpack_require__(38402);
// EXTERNAL MODULE: ./lib/files/names.js
var names = __webpack_require__(90807);
// EXTERNAL MODULE: ./lib/files/workspace.js
var workspace = __webpack_require__(36822);
// EXTERNAL MODULE: ./lib/graphs/overrides.js
var graphs_overrides = __webpack_require__(13156);
// EXTERNAL MODULE: ./lib/inputs/order.js
var order = __webpack_require__(87617);
// EXTERNAL MODULE: ./lib/inputs/values.js
var values = __webpack_require__(97035);
// EXTERNAL MODULE: ./lib/lib/placeholders.js
var placeholders = __webpack_require__(36285);
// EXTERNAL MODULE: ./lib/tasks/deployment.js
var tasks_deployment = __webpack_require__(70215);
// EXTERNAL MODULE: ./lib/tasks/deployment-task.js
var deployment_task = __webpack_require__(1817);
// EXTERNAL MODULE: ./lib/tasks/recipe.js
var tasks_recipe = __webpack_require__(12706);
;// CONCATENATED MODULE: ./lib/manifest/clashes.js




function clashes(images, naming) {
    const problems = new Map();
    const report = (kind, { line, column }, message) => {
        const key = `${kind} ${line}:${column}`;
        if (!problems.has(key))
            problems.set(key, { line, column, message });
    };
    const ids = new Map();
    for (const image of images) {
        if (image.id === '')
            continue;
        const first = ids.get(image.id);
        if (first === undefined)
            ids.set(image.id, image);
        else
            report('id', image, `id ${(0,errors/* quoted */.TL)(image.id)} is taken by ${owner(first, image)}`);
    }
    const places = new Map();
    const claim = (image, file) => {
        const key = (0,disk_key/* diskKey */.n)(file);
        const first = places.get(key);
        if (first === undefined)
            places.set(key, image);
        else if (first.id !== image.id) {
            report('output', image, `its file ${(0,errors/* quoted */.TL)(file)} is also the file of ${(0,errors/* quoted */.TL)(first.id)}, ${owner(first, image)}`);
        }
    };
    for (const image of images)
        if (image.output !== null)
            claim(image, (0,placeholders/* outputPath */.XC)(image.output, 1));
    const explicit = new Map([...places].map(([key, image]) => [(0,manifest_naming/* withoutSuffix */.al)(key), image]));
    if (!naming.filename.includes('{request_id}')) {
        for (const image of images) {
            if (image.output !== null || image.id === '')
                continue;
            const stem = (0,manifest_naming/* stemOf */.Vc)(image, 1, '', naming);
            claim(image, stem);
            const other = explicit.get((0,disk_key/* diskKey */.n)(stem));
            if (other !== undefined)
                report('output', image, `its file ${(0,errors/* quoted */.TL)(stem)} may be the file of ${(0,errors/* quoted */.TL)(other.id)}, ${owner(other, image)}: give it an \`output\``);
        }
    }
    for (const [key, image] of places) {
        for (let slash = key.indexOf('/'); slash !== -1; slash = key.indexOf('/', slash + 1)) {
            const other = places.get(key.slice(0, slash));
            if (other !== undefined)
                report('folder', image, `its file lies in ${(0,errors/* quoted */.TL)(key.slice(0, slash))}, which is the file of ${(0,errors/* quoted */.TL)(other.id)}`);
        }
    }
    return [...problems.values()];
}
function owner(first, second) {
    return first.line === second.line && first.column === second.column
        ? 'another combination of this matrix: use all its variables'
        : `the image in line ${first.line}`;
}

;// CONCATENATED MODULE: ./lib/manifest/deployments.js

function isForDeployment(image, defaults) {
    return image.deployment !== undefined || (image.model === undefined && defaults.deployment !== undefined);
}
function defaultsFor(image, defaults) {
    const { model, deployment, workflow, overrides, parameters, files } = defaults;
    if (!isForDeployment(image, defaults))
        return deployment === undefined ? { model, parameters, files } : { model };
    const own = deployment === undefined ? {} : { parameters, files };
    if (image.parameters !== undefined)
        return { deployment, ...own };
    if (image.workflow !== undefined || image.overrides !== undefined)
        return { deployment, workflow, overrides, files: own.files };
    return { deployment, workflow, overrides, ...own };
}
function keyProblems(image, defaults) {
    const problems = [];
    const add = (where, key, rule) => void problems.push({ in: where, key, message: `\`${key}\` ${rule}` });
    for (const [where, given] of [
        ['image', image],
        ['defaults', defaults],
    ]) {
        if (given.model !== undefined && given.deployment !== undefined)
            add(where, 'deployment', 'must not be given together with `model`');
        const isGraph = given.workflow !== undefined || given.overrides !== undefined;
        const isDeployment = where === 'image' ? isForDeployment(image, defaults) : given.deployment !== undefined;
        if (isDeployment && isGraph && given.parameters !== undefined)
            add(where, 'parameters', 'must not be given together with `workflow` or `overrides`: it is the whole body for a LoRA deployment');
    }
    if (isForDeployment(image, defaults))
        return problems;
    for (const key of ['workflow', 'overrides'])
        if (image[key] !== undefined)
            add('image', key, 'must be given with `deployment`, the id of the deployment that runs it');
    return problems;
}
function layeredOverrides({ own, inherited }, variables, graph) {
    const resolve = ({ overrides, files }) => (0,graphs_overrides/* resolveOverrides */.Ij)({ ...overrides, ...(0,graphs_overrides/* fileOverrides */.Af)(files) }, variables, graph);
    const [mine, theirs] = [resolve(own), resolve(inherited)];
    const taken = new Set(mine.overrides.map(graphs_overrides.nameOf));
    const isLeft = (one) => !taken.has((0,graphs_overrides.nameOf)(one));
    const problemsOf = (where, layer, { problems }) => problems.map(({ path, message }) => {
        const [key = ''] = path;
        const isFile = Object.hasOwn(layer.files, key);
        return { in: where, path: isFile ? ['files', key] : ['overrides', ...path], message };
    });
    const twice = Object.keys(own.files).filter((key) => Object.hasOwn(own.overrides, key));
    return {
        overrides: [...theirs.overrides.filter(isLeft), ...mine.overrides].sort(graphs_overrides/* compareTargets */.wu),
        needed: [...theirs.needed.filter(isLeft), ...mine.needed],
        used: new Set([...mine.used, ...theirs.used]),
        notes: [...mine.notes, ...theirs.notes],
        problems: [
            ...problemsOf('image', own, mine),
            ...problemsOf('defaults', inherited, theirs),
            ...twice.map((key) => ({
                in: 'image',
                path: ['files', key],
                message: `must not set ${JSON.stringify(key)}, which \`overrides\` sets too`,
            })),
        ],
    };
}

;// CONCATENATED MODULE: ./lib/manifest/edges.js



const ANY = '\0';
function edgesOf(images) {
    const problems = [];
    const makersOf = makerIndex(images);
    const found = images.map((image) => {
        const edges = new Map();
        for (const file of image.inputPaths) {
            const [first, second] = makersOf(file);
            if (first === undefined)
                continue;
            edges.set(file, { ...first, file });
            if (second !== undefined)
                problems.push({ ...image.inputsAt, message: ambiguous(file, first, second) });
        }
        return [...edges.values()];
    });
    const edges = found.map((ofImage) => ofImage.map(({ file, maker: { id }, index }) => ({ file, maker: id, index })));
    return { edges, problems: [...problems, ...cycles(images, found)] };
}
function ambiguous(file, first, second) {
    return `the input ${(0,errors/* quoted */.TL)(file)} is a file of both ${(0,errors/* quoted */.TL)(first.maker.id)} and ${(0,errors/* quoted */.TL)(second.maker.id)}: give one of them another \`output\``;
}
function makerIndex(images) {
    const makers = Map.groupBy(images.filter(({ output }) => output !== null), ({ output }) => (0,disk_key/* diskKey */.n)((0,placeholders/* outputPath */.XC)(output ?? '', ANY)));
    return (file) => {
        const key = (0,disk_key/* diskKey */.n)(file);
        const found = (makers.get(key) ?? []).map((maker) => ({ maker, index: 1 }));
        for (const index of numbersIn(file)) {
            for (const pattern of patternsFor(key, String(index))) {
                for (const maker of makers.get(pattern) ?? []) {
                    const isTold = found.some((one) => one.maker === maker);
                    if (!isTold && (0,disk_key/* diskKey */.n)((0,placeholders/* outputPath */.XC)(maker.output ?? '', index)) === key)
                        found.push({ maker, index });
                }
            }
        }
        return found;
    };
}
function numbersIn(text) {
    const numbers = new Set();
    for (const { 0: digits } of text.matchAll(/\d+/g)) {
        for (let start = 0; start < digits.length; start++) {
            if (digits[start] === '0')
                continue;
            for (let end = start + 1; end <= Math.min(digits.length, start + MAX_DIGITS); end++)
                numbers.add(Number(digits.slice(start, end)));
        }
    }
    return numbers;
}
const MAX_DIGITS = 4;
function patternsFor(key, index) {
    const once = [];
    for (let at = key.indexOf(index); at !== -1; at = key.indexOf(index, at + 1))
        once.push(key.slice(0, at) + ANY + key.slice(at + index.length));
    return [...once, key.replaceAll(index, ANY)];
}
function cycles(images, found) {
    const makers = new Map(images.map((image, n) => [image, (found[n] ?? []).map(({ maker }) => maker)]));
    const left = withoutEnds(makers);
    const problems = [];
    for (const start of images) {
        const way = new Set();
        let next = left.has(start) ? start : undefined;
        while (next !== undefined && !way.has(next)) {
            way.add(next);
            next = makers.get(next)?.find((maker) => left.has(maker));
        }
        for (const image of way)
            left.delete(image);
        if (next !== undefined)
            problems.push(circular([...way].slice([...way].indexOf(next))));
    }
    return problems;
}
function withoutEnds(makers) {
    const waitsFor = new Map([...makers].map(([image, of]) => [image, of.length]));
    const madeFrom = Map.groupBy([...makers].flatMap(([image, of]) => of.map((maker) => ({ maker, image }))), ({ maker }) => maker);
    const free = [...makers.keys()].filter((image) => waitsFor.get(image) === 0);
    for (const image of free) {
        for (const { image: next } of madeFrom.get(image) ?? []) {
            const rest = (waitsFor.get(next) ?? 0) - 1;
            waitsFor.set(next, rest);
            if (rest === 0)
                free.push(next);
        }
    }
    const isFree = new Set(free);
    return new Set([...makers.keys()].filter((image) => !isFree.has(image)));
}
function circular(circle) {
    const [first] = circle;
    const place = first?.inputsAt ?? { line: 1, column: 1 };
    if (circle.length === 1) {
        const message = `${(0,errors/* quoted */.TL)(first?.id ?? '')} is made from its own output ${(0,errors/* quoted */.TL)((0,placeholders/* outputPath */.XC)(first?.output ?? '', 1))}: each run would make it, and pay for it, again`;
        return { ...place, message };
    }
    const ids = [...circle, ...circle.slice(0, 1)].map(({ id }) => (0,errors/* quoted */.TL)(id));
    return { ...place, message: `images are made from each other in a circle: ${ids.join(' is made from ')}` };
}

;// CONCATENATED MODULE: ./lib/manifest/matrix.js



const MAX_IMAGES = 20_000;
function matrixProblems(entries) {
    const problems = [];
    let total = 0;
    for (const { image, locationOf } of entries) {
        for (const name of Object.keys(image.matrix ?? {})) {
            const fault = name === placeholders/* INDEX */.hx
                ? `{${placeholders/* INDEX */.hx}} is the number of a file within its id: choose another name for the variable`
                : placeholders/* VARIABLE */.TZ.test(name)
                    ? null
                    : 'names must start with a letter or _, followed by letters, digits, _ or -';
            if (fault !== null)
                problems.push({ ...locationOf('matrix', name), message: `variable ${(0,errors/* quoted */.TL)(name)}: ${fault}` });
        }
        const count = combinationCount(image.matrix ?? {});
        const before = total;
        total += count;
        if (total > MAX_IMAGES && before <= MAX_IMAGES) {
            const made = count > MAX_IMAGES ? `this matrix makes ${figure(count)}` : `with this entry there are ${figure(total)}`;
            problems.push({
                ...locationOf('matrix'),
                message: `a manifest has at most ${(0,figures/* counted */.hS)(MAX_IMAGES, 'image')}, but ${made}: split it into several manifests`,
            });
        }
    }
    return problems;
}
function combinationCount(matrix) {
    return Object.values(matrix).reduce((product, values) => product * values.length, 1);
}
function figure(count) {
    return count <= Number.MAX_SAFE_INTEGER ? (0,figures/* grouped */.zD)(count) : count.toExponential(1);
}
function combinations(matrix) {
    let made = [[]];
    for (const [name, values] of Object.entries(matrix)) {
        made = made.flatMap((left) => values.map((value) => [...left, [name, value]]));
    }
    return made.map((pairs) => new Map(pairs));
}

;// CONCATENATED MODULE: ./lib/manifest/expand.js

















async function expand(parsed, files, naming) {
    const problems = new Map();
    const report = ({ line, column }, message) => {
        const key = `${line}:${column}:${message.slice(0, 24)}`;
        if (!problems.has(key))
            problems.set(key, { line, column, message });
    };
    const tooMany = matrixProblems(parsed.entries);
    for (const problem of tooMany)
        report(problem, problem.message);
    const entries = tooMany.length > 0 ? [] : parsed.entries;
    const read = await Promise.all(entries.flatMap((entry) => combinations(entry.image.matrix ?? {}).map((variables) => imageOf(entry, parsed, variables, files, report))));
    const chains = edgesOf(read.map(({ link }) => link));
    for (const problem of chains.problems)
        report(problem, problem.message);
    const finished = await Promise.all(read.map(({ finish }, n) => finish(chains.edges[n] ?? [])));
    const images = finished.flatMap((image) => (image === null ? [] : [image]));
    const clashing = clashes(read.map(({ claim }) => claim), naming);
    return { images, problems: [...parsed.problems, ...problems.values(), ...clashing] };
}
async function imageOf(entry, { defaults: readDefaults, placeOfDefault }, variables, files, report) {
    const { image, isBroken, place, locationOf } = entry;
    const defaults = defaultsFor(image, readDefaults ?? {});
    const toDeployment = isForDeployment(image, readDefaults ?? {});
    const isFlat = !toDeployment || (image.parameters ?? defaults.parameters) !== undefined;
    let usable = !isBroken;
    const mayLackVariables = isBroken && image.matrix === undefined;
    const problem = (where, message) => {
        usable = false;
        report(where, message);
    };
    function tell(where, name, error) {
        const known = error instanceof placeholders/* PlaceholderFault */.Wt || error instanceof workspace/* PathError */.ER || error instanceof inputs_files/* FileFault */.LN;
        if (!known)
            throw error;
        if (error instanceof placeholders/* PlaceholderFault */.Wt && mayLackVariables)
            return;
        problem(where, `\`${name}\` ${error instanceof placeholders/* PlaceholderFault */.Wt ? 'has ' : ''}${error.message}`);
    }
    function filled(where, name, fallback, fill) {
        try {
            return fill();
        }
        catch (error) {
            tell(where, name, error);
            return fallback;
        }
    }
    async function read(where, name, fallback, reading) {
        try {
            return await reading();
        }
        catch (error) {
            tell(where, name, error);
            return fallback;
        }
    }
    const id = filled(locationOf('id'), 'id', '', () => (0,placeholders/* fillText */.BB)(image.id, variables));
    const idFault = id === '' ? null : faultOfId(id);
    if (idFault !== null)
        problem(locationOf('id'), `id ${(0,errors/* quoted */.TL)(id)} ${idFault}`);
    for (const one of keyProblems(image, readDefaults ?? {}))
        problem(one.in === 'image' ? locationOf(one.key) : placeOfDefault(one.key), one.message);
    const makerKey = toDeployment ? 'deployment' : 'model';
    const makerPlace = image[makerKey] === undefined ? placeOfDefault(makerKey) : locationOf(makerKey);
    const maker = filled(makerPlace, makerKey, '', () => (0,placeholders/* fillText */.BB)(image[makerKey] ?? defaults[makerKey] ?? order/* DEFAULT_MODEL */.U, variables));
    const makerFault = maker === '' ? null : (toDeployment ? values/* faultOfDeployment */.Xh : values/* faultOfModel */.pf)(maker);
    if (makerFault !== null)
        problem(makerPlace, `${makerKey} ${(0,errors/* quoted */.TL)(maker)} ${makerFault}`);
    const model = toDeployment ? '' : maker;
    if (image.prompt !== undefined && image['prompt-file'] !== undefined)
        problem(locationOf('prompt-file'), '`prompt-file` must not be given together with `prompt`');
    const { prompt: written, 'prompt-file': promptFile } = image;
    const prompt = written !== undefined
        ? filled(locationOf('prompt'), 'prompt', '', () => (0,placeholders/* fillText */.BB)(written, variables))
        : promptFile === undefined
            ? null
            : await read(locationOf('prompt-file'), 'prompt-file', '', async () => files.prompt(fromManifest(promptFile, files.folder)));
    const promptFault = prompt === null ? null : (0,inputs_files/* faultOfPrompt */.gh)(prompt);
    if (promptFault !== null)
        problem(locationOf('prompt'), `\`prompt\` ${promptFault}`);
    if (prompt !== null && image.parameters?.prompt !== undefined)
        problem(locationOf('parameters', 'prompt'), 'the prompt is given twice: here, and as `prompt` of the image');
    const fillOf = (key, where, mapping = {}) => Object.fromEntries(Object.entries(mapping).map(([name, value]) => [
        name,
        filled(where(key, name), `${key}.${name}`, null, () => (0,placeholders/* fillValue */.Vk)(value, variables)),
    ]));
    const own = {
        parameters: fillOf('parameters', locationOf, image.parameters),
        files: fillOf('files', locationOf, isFlat ? image.files : {}),
    };
    const inherited = {
        parameters: fillOf('parameters', placeOfDefault, without(defaults.parameters, image.parameters, image.files)),
        files: fillOf('files', placeOfDefault, isFlat ? without(defaults.files, image.files, image.parameters) : {}),
    };
    const asked = {
        ...inherited.parameters,
        ...(prompt === null ? {} : { prompt }),
        ...own.parameters,
    };
    const { parameters: sent, files: inside } = filled(locationOf('parameters'), 'parameters', { parameters: asked, files: {} }, () => (0,inputs_files/* separateFiles */.fy)(asked));
    const named = { ...inherited.files, ...own.files };
    for (const name of Object.keys(named)) {
        if (Object.hasOwn(asked, name) || (0,inputs_files/* isInside */.FK)(name, sent))
            problem(locationOf('files', name), `\`files\` must not set ${(0,errors/* quoted */.TL)(name)}, which \`parameters\` sets too`);
    }
    if (!toDeployment && Object.keys(asked).length + Object.keys(named).length === 0 && !isBroken)
        problem(place, 'an image needs `prompt` or `prompt-file` (models that take no prompt: `parameters` or `files`)');
    const graph = isFlat ? null : await graphOf();
    const parameters = graph === null ? sent : (0,tasks_deployment/* toldBy */.H)(sent, graph.overrides);
    const output = image.output === undefined
        ? null
        : filled(locationOf('output'), 'output', null, () => (0,placeholders/* fillOutput */.r9)(image.output ?? '', variables));
    const isWholeRecipe = !isBroken && readDefaults !== null;
    const fault = output === null ? null : ((0,manifest_naming/* pathFault */.a9)(output) ?? (isWholeRecipe ? (0,manifest_naming/* formatFault */.A)(output, parameters, model) : null));
    if (fault !== null)
        problem(locationOf('output'), `\`output\` ${fault}`);
    else if (output !== null)
        await read(locationOf('output'), 'output', undefined, () => files.checkOutput((0,placeholders/* outputPath */.XC)(output, 1)));
    const mapping = filled(locationOf('files'), 'files', {}, () => mapPaths(graph === null ? named : (0,graphs_overrides/* pathsOf */.wG)(graph.needed), files.folder));
    const insideMapping = filled(locationOf('parameters'), 'parameters', {}, () => mapPaths(inside, files.folder));
    const inputPaths = { ...insideMapping, ...mapping };
    const filesKey = graph !== null && image.files === undefined ? 'overrides' : 'files';
    const inputsKey = Object.keys(mapping).length === 0 && Object.keys(inside).length > 0 ? 'parameters' : filesKey;
    const inputsAt = locationOf(inputsKey);
    const claim = { id, parameters, output, ...place };
    const paths = Object.values(inputPaths)
        .flat()
        .filter((file) => typeof file === 'string');
    return {
        claim,
        link: { id, output, inputPaths: paths, inputsAt },
        async finish(edges) {
            const made = new Set(edges.map(({ file }) => file));
            const inputs = {
                ...(await read(locationOf('parameters'), 'parameters', {}, () => files.inputs(insideMapping, made))),
                ...(await read(locationOf(filesKey), filesKey, {}, () => files.inputs(mapping, made))),
            };
            const tooMuch = Object.keys(inside).length === 0 ? null : (0,inputs_files/* faultTogether */.Ld)(inputs);
            if (tooMuch !== null)
                problem(locationOf('parameters'), `\`parameters\` ${tooMuch}`);
            if (!usable)
                return null;
            const deployment = toDeployment ? { id: maker, graph } : null;
            const recipe = deployment === null ? (0,tasks_recipe/* recipeOf */.Sx)(model, sent, inputs) : (0,deployment_task/* deploymentRecipe */.K)(deployment, sent, inputs);
            const { prompt: said } = recipe;
            return {
                ...claim,
                model,
                deployment,
                prompt: said,
                files: inputs,
                inputPaths,
                inputsAt,
                inputsKey,
                edges,
                recipe,
                recipeHash: (0,tasks_recipe/* recipeHash */.R7)(recipe),
            };
        },
    };
    async function graphOf() {
        const file = image.workflow ?? defaults.workflow;
        const place = image.workflow === undefined ? placeOfDefault('workflow') : locationOf('workflow');
        const workflow = file === undefined
            ? null
            : await read(place, 'workflow', null, async () => files.workflow(fromManifest((0,placeholders/* fillText */.BB)(file, variables), files.folder)));
        if (file !== undefined && workflow === null)
            return { graph: null, workflow: null, overrides: [], needed: [], notes: [] };
        const { overrides, needed, notes, used, problems } = layeredOverrides({
            own: { overrides: image.overrides ?? {}, files: jsonFiles(image.files) },
            inherited: { overrides: defaults.overrides ?? {}, files: jsonFiles(defaults.files) },
        }, new Map([...variables, ...(prompt === null ? [] : [['prompt', prompt]])]), workflow?.graph ?? null);
        if (mayLackVariables && problems.length > 0)
            usable = false;
        else
            for (const { in: where, path: below, message } of problems)
                problem((where === 'image' ? locationOf : placeOfDefault)(...below), `\`${below[0]}\`: ${message}`);
        if (prompt !== null && !used.has('prompt')) {
            const key = written === undefined ? 'prompt-file' : 'prompt';
            problem(locationOf(key), `\`${key}\` ${(0,graphs_overrides/* unusedPlaceholder */.Oq)('prompt', workflow?.graph ?? null)}`);
        }
        return { graph: workflow?.graph ?? null, workflow: workflow?.hash ?? null, overrides, needed, notes };
    }
}
function jsonFiles(files) {
    return Object.fromEntries(Object.entries(files ?? {}));
}
function faultOfId(id) {
    if (!/^[A-Za-z0-9._/-]+$/.test(id))
        return 'must be of letters, digits, . _ - and /';
    return (0,names/* fileNameFault */.KW)(id, 'a folder');
}
function without(mapping = {}, ...own) {
    return Object.fromEntries(Object.entries(mapping).filter(([name]) => !own.some((other) => other !== undefined && Object.hasOwn(other, name))));
}
function fromManifest(file, folder) {
    if (file.includes('\\'))
        throw new workspace/* PathError */.ER(`must use \`/\` between folders, but is ${(0,errors/* quoted */.TL)(file)}`);
    return external_node_path_.posix.isAbsolute(file) ? file : external_node_path_.posix.join(folder, file);
}
function mapPaths(mapping, folder) {
    const one = (file) => (typeof file === 'string' ? fromManifest(file, folder) : file);
    return Object.fromEntries(Object.entries(mapping).map(([name, value]) => [name, Array.isArray(value) ? value.map(one) : one(value)]));
}

// EXTERNAL MODULE: ./lib/lib/nearest.js
var nearest = __webpack_require__(42757);
// EXTERNAL MODULE: ./lib/lib/source.js
var lib_source = __webpack_require__(54534);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(28395);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js + 1 modules
var api = __webpack_require__(73305);
;// CONCATENATED MODULE: ./lib/manifest/schema.js


const missingOr = (rule) => ({
    error: ({ input }) => (input === undefined ? 'is missing' : rule),
});
const schema_text = (rule) => schemas/* string */.YjP(missingOr(rule)).check(api/* _minLength */.m9(1, rule));
const optional = (schema, meta) => schemas/* optional */.lqM(schema).check(schemas/* meta */.mIj(meta));
const jsonMapping = (rule) => schemas/* custom */.IeY((value) => (0,json/* jsonObject */.o$)(value) !== null, missingOr(rule)).check(schemas/* meta */.mIj({ type: 'object' }));
const model = optional(schema_text('must be a model_id such as `blackforestlabs/flux-2/flex/text-to-image`'), {
    description: 'RunComfy model_id, as on the API tab of the model.',
    examples: ['blackforestlabs/flux-2/flex/text-to-image'],
});
const parameters = optional(jsonMapping('must be a mapping of parameters, such as `{ seed: 7 }`'), {
    description: 'Any parameter of the model, sent as it is. A value that is exactly one placeholder keeps the type of its variable.',
    properties: {
        image_size: {
            description: 'A preset of the model, or width and height.',
            examples: ['square_hd', 'square', 'portrait_4_3', 'portrait_16_9', 'landscape_4_3', 'landscape_16_9'],
        },
        seed: { description: 'Whole number. The same seed and recipe usually give a similar image.', examples: [7] },
        output_format: { description: 'The format that the model returns.', examples: ['png', 'jpeg', 'webp'] },
        guidance_scale: { description: 'How closely to follow the prompt.', examples: [3.5] },
        num_inference_steps: { description: 'More steps take longer.', examples: [28] },
        enable_prompt_expansion: { description: 'Whether the model may embellish the prompt.', examples: [false] },
    },
});
const schema_deployment = optional(schema_text('must be the id of a deployment such as `8f0e2c5a-0000-4000-8000-0123456789ab`'), {
    description: 'Id of a Serverless (ComfyUI or LoRA) deployment to send to instead of a model. May contain placeholders.',
});
const workflow = optional(schema_text('must be a path relative to the manifest'), {
    description: "File of a ComfyUI graph in API format, relative to the manifest, sent instead of the deployment's saved one. May contain placeholders.",
});
const overrides = optional(jsonMapping('must be a mapping of `node.input` to values, such as `{ KSampler.seed: 7 }`'), {
    description: "Values for inputs of the graph's nodes, by `node.input`: a node's id or its unique title. May contain placeholders, also {prompt}.",
});
const aFile = schema_text('must be a path relative to the manifest');
const files = optional(schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* union */.KCZ([aFile, schemas/* array */.YOg(aFile).check(api/* _minLength */.m9(1))], {
    error: 'must be a path relative to the manifest, or a list of them',
}), { error: 'must be a mapping of parameter names to files, such as `{ image_url: art/sketch.png }`' }), {
    description: 'Local files as model input: parameter name to a path relative to the manifest, or a list of paths.',
});
const imageKeys = schemas/* strictObject */.rej({
    id: schema_text('must be text such as `hero` or `icons/{theme}`').check(schemas/* meta */.mIj({ description: 'Unique. Letters, digits and . _ - /. May contain placeholders.' })),
    prompt: optional(schema_text('must be text that is not empty'), { description: 'The prompt. May contain placeholders.' }),
    'prompt-file': optional(schema_text('must be a path relative to the manifest'), {
        description: 'A UTF-8 text file that holds the prompt, relative to the manifest. No placeholders inside.',
    }),
    model,
    deployment: schema_deployment,
    workflow,
    overrides,
    parameters,
    files,
    matrix: optional(schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* custom */.IeY().check(schemas/* meta */.mIj({})), { error: 'must be a list of values' })
        .check(api/* _minLength */.m9(1, 'must have at least one value')), { error: 'must be a mapping of variables to lists of values, such as `{ theme: [light, dark] }`' }), { description: 'Variables for placeholders: one image for every combination of their values.' }),
    output: optional(schema_text('must be a file below the workspace, such as `assets/hero.png`'), {
        description: 'A file below the workspace, with a media suffix. May contain placeholders, also {index}.',
    }),
}, missingOr('must be an image: a mapping with `id` and `prompt`'));
const schema_image = imageKeys.check(schemas/* meta */.mIj({ not: { anyOf: [{ required: ['prompt', 'prompt-file'] }, { required: ['model', 'deployment'] }] } }));
const settings = schemas/* strictObject */.rej({ model, deployment: schema_deployment, workflow, overrides, parameters, files }, { error: 'must be a mapping with `model`, `deployment`, `workflow`, `overrides`, `parameters`, `files`' });
const defaults = optional(settings, {
    description: "Values for every image. An image's own values override them, key by key.",
});
const envelopeSchema = schemas/* strictObject */.rej({
    $schema: optional(schemas/* string */.YjP({ error: 'must be the address of a JSON Schema' }), { description: 'For editors.' }),
    version: schemas/* literal */.euz(1, missingOr('must be 1')).check(schemas/* meta */.mIj({ description: 'Version of this format.' })),
    defaults,
    images: schemas/* array */.YOg(schemas/* unknown */.L5J(), missingOr('must be a list of images')),
}, { error: 'must be a mapping with `version: 1` and `images`' });
const imageSchema = schema_image;
const partialImageSchema = schemas/* partial */.OH3(imageKeys);
const defaultsSchema = defaults;
const KNOWN_KEYS = {
    manifest: Object.keys(envelopeSchema.shape),
    defaults: Object.keys(settings.shape),
    image: Object.keys(schema_image.shape),
};
function manifestJsonSchema() {
    const images = z.array(schema_image).check(z.meta({ description: 'The images, in any order.' }));
    const whole = z.extend(envelopeSchema, { images });
    return {
        ...z.toJSONSchema(whole, { target: 'draft-7', io: 'input', unrepresentable: 'any' }),
        title: 'Images as code: a manifest of the RunComfy action',
    };
}

;// CONCATENATED MODULE: ./lib/manifest/parse.js





async function parseManifest(text) {
    const { source, problems: found } = await (0,lib_source/* readSource */.o)(text);
    const problems = [...found];
    const placeOfDefault = (...path) => source?.locationOf(['defaults', ...path]) ?? { line: 1, column: 1 };
    if (source === null)
        return { defaults: null, placeOfDefault, entries: [], problems };
    const envelope = envelopeSchema.safeParse(source.value);
    if (!envelope.success)
        problems.push(...problemsOf(envelope.error.issues, [], source));
    const written = (0,json/* jsonObject */.o$)(source.value) ?? {};
    const images = written.images;
    const defaults = defaultsSchema.safeParse(written.defaults);
    const entries = [];
    for (const [n, item] of (Array.isArray(images) ? images : []).entries()) {
        const path = ['images', n];
        const image = imageSchema.safeParse(item);
        if (!image.success)
            problems.push(...problemsOf(image.error.issues, path, source));
        const readable = image.data ?? readablePart(item);
        if (readable === null)
            continue;
        const locationOf = (...below) => source.locationOf([...path, ...below]);
        entries.push({ image: readable, isBroken: !image.success, place: locationOf(), locationOf });
    }
    return { defaults: defaults.success ? (defaults.data ?? {}) : null, placeOfDefault, entries, problems };
}
function readablePart(written) {
    const good = Object.entries((0,json/* jsonObject */.o$)(written) ?? {}).filter(([key, value]) => partialImageSchema.safeParse({ [key]: value }).success);
    const read = partialImageSchema.safeParse(Object.fromEntries(good));
    return read.success && good.length > 0 ? { ...read.data, id: read.data.id ?? '' } : null;
}
function problemsOf(issues, base, source) {
    const problems = issues.flatMap((issue) => {
        const below = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
        const path = [...base, ...below];
        const unknown = 'keys' in issue && Array.isArray(issue.keys) ? issue.keys.map(String) : null;
        if (unknown === null) {
            const name = below.length === 0 ? '' : `\`${below.join('.')}\` `;
            return [{ ...source.locationOf(path), message: `${name}${issue.message}` }];
        }
        const known = base.length > 0 ? KNOWN_KEYS.image : path.length > 0 ? KNOWN_KEYS.defaults : KNOWN_KEYS.manifest;
        return unknown.map((key) => ({ ...source.placeOfKey([...path, key]), message: unknownKey(key, known) }));
    });
    return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
function unknownKey(key, known) {
    const meant = (0,nearest/* nearest */.p)(key, known);
    const list = known.filter((name) => name !== '$schema').map((name) => `\`${name}\``);
    return `unknown key ${(0,errors/* quoted */.TL)(key)}${meant === null ? `; known keys are ${list.join(', ')}` : `; did you mean \`${meant}\`?`}`;
}

// EXTERNAL MODULE: ./lib/manifest/settle.js
var manifest_settle = __webpack_require__(84098);
;// CONCATENATED MODULE: ./lib/manifest/read.js












const read_MAX_BYTES = 8 * 1024 * 1024;
const AT_ONCE = 8;
async function readManifest(file, { workspace, naming, redacted }) {
    const shown = workspace.shown(file);
    const at = (message) => ({ line: 1, column: 1, message });
    const found = await (0,promises_.stat)(file).catch(() => null);
    if (found === null || !found.isFile())
        throw new manifest_problems.ManifestError(shown, [at('the file does not exist')]);
    if (found.size > read_MAX_BYTES)
        throw new manifest_problems.ManifestError(shown, [at(`must be at most ${(0,figures/* size */.Ej)(read_MAX_BYTES)}`)]);
    const text = decoded(await (0,promises_.readFile)(file));
    if (text === null)
        throw new manifest_problems.ManifestError(shown, [at('must be UTF-8 text')]);
    if (redacted(text) !== text)
        throw new manifest_problems.ManifestError(shown, [
            at('must not contain a token: everyone with access to the repository can read it'),
        ]);
    const parsed = await parseManifest(text);
    const { images, problems } = await expand(parsed, filesIn(workspace, external_node_path_.posix.dirname(shown), redacted), naming);
    if (problems.length > 0)
        throw new manifest_problems.ManifestError(shown, problems);
    return { file: shown, lockFile: lockPathOf(shown), images };
}
function decoded(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch {
        return null;
    }
}
function filesIn(workspace, folder, redacted) {
    const limit = (0,concurrency/* limitOf */.L)(AT_ONCE);
    const readOnce = (0,inputs_files/* readingOnce */.wE)((file, parameter) => limit(() => (0,inputs_files/* readInputFile */.jH)(file, parameter, workspace)));
    const readUnless = (made) => made.size === 0
        ? readOnce
        : async (file, parameter) => typeof file === 'string' && made.has(file) ? (0,manifest_settle/* notMade */.T)(file) : readOnce(file, parameter, workspace);
    const prompts = new Map();
    const workflows = new Map();
    return {
        folder: folder === '.' ? '' : folder,
        prompt: (file) => once(prompts, file, async () => {
            const text = await limit(async () => (0,inputs_files/* readPromptFile */.NK)(await workspace.inside(file)));
            if (redacted(text) !== text)
                throw new inputs_files/* FileFault */.LN('must not contain a token');
            return text;
        }),
        workflow: (file) => once(workflows, file, () => limit(async () => workflowIn(await workspace.inside(file), redacted))),
        inputs: (mapping, made) => (0,inputs_files/* readInputFiles */.UK)(mapping, workspace, readUnless(made)),
        async checkOutput(file) {
            await workspace.inside(file);
        },
    };
}
async function workflowIn(file, redacted) {
    const { workflow, problems } = await (0,deployment.readWorkflow)(file);
    if (workflow === null) {
        const told = problems.map(({ line, column, message }) => `line ${line}, column ${column}: ${message}`);
        throw new inputs_files/* FileFault */.LN(`must be a ComfyUI graph in API format; ${(0,faults/* together */.b)(told)}`);
    }
    const text = JSON.stringify(workflow.graph.json);
    if (redacted(text) !== text)
        throw new inputs_files/* FileFault */.LN('must not contain a token');
    return workflow;
}
function once(known, key, read) {
    const before = known.get(key);
    if (before !== undefined)
        return before;
    const reading = read();
    known.set(key, reading);
    return reading;
}

// EXTERNAL MODULE: ./lib/pipeline/lock-keeping.js + 1 modules
var lock_keeping = __webpack_require__(99017);
// EXTERNAL MODULE: ./lib/pipeline/preflight.js
var preflight = __webpack_require__(69613);
// EXTERNAL MODULE: ./lib/pipeline/prices.js
var pipeline_prices = __webpack_require__(14734);
;// CONCATENATED MODULE: ./lib/pipeline/manifest-tasks.js




















async function planManifest(file, { outputDir, filename, only, force }, { workspace, redacted, cancelled }) {
    const naming = { outputDir: workspace.shown(outputDir), filename };
    const lockFile = lockPathOf(workspace.shown(file));
    const lockPath = await workspace.inside(lockFile);
    const [locked] = await Promise.allSettled([readLock(lockPath, lockFile)]);
    const look = (0,disk/* lookIn */.$)(workspace);
    if (locked.status === 'fulfilled')
        lookAhead(locked.value, look, { only, force });
    const manifest = await readManifest(file, { workspace, naming, redacted });
    if (locked.status === 'rejected')
        throw locked.reason;
    const lock = locked.value;
    const ids = [...manifest.images.map(({ id }) => id), ...lock.keys()];
    const rule = `must match an id in ${manifest.file}`;
    const [idle, unused] = [(0,globs/* idlePatterns */.YP)(force, ids), (0,globs/* idlePatterns */.YP)(force, ids.filter((0,globs/* chosenBy */.mD)(only)))];
    const faults = [
        ...(0,globs/* idlePatterns */.YP)(only, ids).map((value) => ({ input: 'only', value, rule })),
        ...unused.map((value) => ({
            input: 'force',
            value,
            rule: idle.includes(value) ? rule : 'must match an id that `only` selects',
        })),
    ];
    if (faults.length > 0)
        throw new errors/* InputError */.dz(faults);
    if (lock.size === 0)
        await refuseOrphanLocks(lockPath, lockFile);
    const problems = [];
    const read = (0,inputs_files/* readingOnce */.wE)();
    const settle = async (image, found) => {
        const lost = image.edges.find((edge) => !found.has(edge.file));
        try {
            if (lost !== undefined)
                throw new inputs_files/* FileFault */.LN((0,chain/* noSuchFile */.VT)(lost, lock.get(lost.maker)?.missing));
            return await (0,manifest_settle/* settled */.g)(image, found, workspace, read);
        }
        catch (error) {
            if (!(error instanceof inputs_files/* FileFault */.LN))
                throw error;
            problems.push({ ...image.inputsAt, message: `\`${image.inputsKey}\` ${error.message}` });
            return null;
        }
    };
    const digest = (0,disk/* digestIn */.s)(workspace);
    const planSources = { images: manifest.images, lock, look, digest, naming, only, force, settle };
    const planned = await (0,time_limit/* noLongerThan */.Cy)(cancelled, (0,plan/* planOf */.X)(planSources));
    if (problems.length > 0)
        throw new manifest_problems.ManifestError(manifest.file, problems);
    return {
        manifest,
        lockPath,
        lock: createLockWriter(lockPath, lock),
        locked: lock,
        planned,
        sources: planSources,
    };
}
const AHEAD_BYTES = 16 * 1024 ** 2;
function lookAhead(lock, look, { only, force }) {
    const chosen = (0,globs/* chosenBy */.mD)(only);
    const forced = (0,globs/* idFilter */.Iw)(force);
    for (const [id, { outputs }] of lock) {
        if (!chosen(id) || forced(id))
            continue;
        for (const output of outputs)
            if (output.bytes <= AHEAD_BYTES)
                look(output).catch(() => { });
    }
}
function tasksOfPlan(planned, tracked = new Set()) {
    return planned.flatMap(({ image, todo, refetch }) => {
        if (image === null || (todo !== 'generate' && todo !== 'collect'))
            return [];
        const { id } = image;
        const paid = refetch === null
            ? null
            : {
                requestId: refetch.requestId,
                ending: 'finished',
                acceptedAt: null,
                whenGone: tracked.has(id) ? 'fail' : refetch.whenGone,
            };
        return [taskOf(image, paid)];
    });
}
function taskOf(image, paid) {
    const { id, model, deployment, parameters, files, output, recipeHash: recipe } = image;
    return { id, name: id, model, deployment, parameters, files, output, recipe, occurrence: 1, paid };
}
function watchedTasks(planned) {
    return planned.flatMap(({ image, todo, waitsFor }) => image !== null && todo === 'nothing' && waitsFor.length > 0 ? [taskOf(image, null)] : []);
}
async function withCataloguePrices({ planned, locked }, catalogue) {
    const prices = (0,pipeline_prices/* pricesOf */._5)(catalogue, (0,pipeline_prices/* costsIn */.wO)(locked));
    return Promise.all(planned.map(async (one) => {
        const [task] = tasksOfPlan([one]);
        if (task === undefined || task.paid !== null)
            return one;
        if (task.deployment !== null)
            return { ...one, price: null };
        const note = (0,pipeline_prices/* priceNote */.Op)(task.model, await catalogue.entry(task.model));
        return { ...one, price: await prices.usd(task), ...(note === null ? {} : { priceNote: note }) };
    }));
}
async function readWork(file, inputs, { temp, ...sources }, catalogue) {
    const read = await planManifest(file, inputs, sources);
    refuseConflicts(read.planned);
    const tracked = await (0,checkout/* trackedFilesOf */.B)(read.planned, sources);
    const lost = read.planned.filter(({ id, todo }) => todo === 'generate' && tracked.has(id)).map(({ id }) => id);
    if (lost.length > 0)
        throw (0,checkout/* notCheckedOut */.V)(lost, tracked);
    const tasks = tasksOfPlan(read.planned, new Set(tracked.keys()));
    const payable = tasks.filter(({ paid }) => paid === null);
    refusePointers(payable);
    const doubts = await (0,preflight/* preflight */.M)(payable, catalogue);
    const plan = { ...read, planned: await withCataloguePrices(read, catalogue) };
    const copies = await (0,copy/* copyAll */.n)(plan.planned, { workspace: sources.workspace, temp });
    await rememberCopies(plan, copies);
    const kept = plan.planned.filter(({ action }) => action === 'modified').map(({ id }) => id);
    const notes = kept.length === 0
        ? []
        : [
            {
                kind: 'modified',
                text: `Modified after they were generated, and kept: ${kept.join(', ')}. To generate them again, use \`force\`.`,
            },
        ];
    const watched = watchedTasks(plan.planned);
    return {
        tasks: [...tasks, ...watched],
        watched: new Set(watched.map(({ id }) => id)),
        plan,
        copied: (await Promise.all(copies.map((copy) => copiedOutcome(copy, plan.planned)))).flat(),
        notes: [...(await doubts()), ...notes],
        tracked,
    };
}
function refuseConflicts(planned) {
    const lines = planned.flatMap(({ id, refusal }) => (refusal === null ? [] : [`${id}: ${refusal}`]));
    if (lines.length === 0)
        return;
    const said = lines.length === 1
        ? `${lines[0]}.`
        : `${lines.length} images need a decision:\n${lines.map((line) => `- ${line}`).join('\n')}`;
    throw new errors/* ActionError */.lZ('bad-input', said, { advice: 'Nothing was submitted, and no file was changed.' });
}
function refusePointers(tasks) {
    const lines = tasks.flatMap(({ id, files }) => (0,inputs_files/* pointersIn */.MJ)(files).map((name) => `${id}: ${(0,errors/* quoted */.TL)(name)}`));
    if (lines.length === 0)
        return;
    const said = lines.length === 1
        ? lines[0]
        : `${lines.length} of them are pointers:\n${lines.map((line) => `- ${line}`).join('\n')}`;
    throw new errors/* ActionError */.lZ('bad-input', `\`files\` ${inputs_files/* POINTER_RULE */.jV}. ${said}`, { advice: 'Nothing was submitted.' });
}
async function rememberCopies(plan, copies) {
    for (const { id, entry } of copies)
        await (0,lock_keeping/* rememberEntry */.U)(plan, id, entry);
}
async function copiedOutcome({ id, entry, files, changed }, planned) {
    const { image = null, action } = planned.find((one) => one.id === id) ?? {};
    if (image === null || (action === 'modified' && !changed))
        return [];
    const { model, deployment, parameters, files: inputFiles, output, recipeHash: recipe } = image;
    const measures = await Promise.all(files.map(measuresOf));
    return [
        {
            task: {
                id,
                name: id,
                model,
                deployment,
                parameters,
                files: inputFiles,
                output,
                recipe,
                occurrence: 1,
                paid: null,
            },
            index: 1,
            requestId: entry.request_id,
            tookMs: null,
            cost: null,
            images: entry.outputs.map(({ path: file, bytes, sha256 }, n) => ({
                index: n + 1,
                path: file,
                absolutePath: files[n] ?? '',
                url: '',
                format: (0,manifest_naming/* formatBySuffix */._r)(file),
                ...(measures[n] ?? UNKNOWN_MEASURES),
                bytes,
                sha256,
                changed,
                seed: entry.seed,
            })),
            failure: null,
            failures: [],
            missing: 0,
            notes: [],
            told: [],
            output: undefined,
            unsettled: null,
            attempted: true,
            adopted: true,
        },
    ];
}
const UNKNOWN_MEASURES = { width: null, height: null };
async function measuresOf(file) {
    const found = await (0,inspect/* inspect */.N)(file);
    return found.kind === 'file' ? { width: found.media.width, height: found.media.height } : UNKNOWN_MEASURES;
}


/***/ }),

/***/ 1817:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ deploymentRecipe),
/* harmony export */   madeByDeployment: () => (/* binding */ madeByDeployment)
/* harmony export */ });
/* harmony import */ var _graphs_overrides_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13156);
/* harmony import */ var _inputs_deployment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44774);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75892);
/* harmony import */ var _deployment_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(70215);
/* harmony import */ var _recipe_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12706);





function deploymentRecipe({ id, graph }, sent, files) {
    const { prompt, parameters } = (0,_recipe_js__WEBPACK_IMPORTED_MODULE_3__/* .promptAndParameters */ .q)(sent);
    const digests = (0,_recipe_js__WEBPACK_IMPORTED_MODULE_3__/* .digestsOf */ .nw)(files);
    if (graph === null)
        return { deployment: id, workflow: null, prompt, overrides: {}, parameters, files: digests };
    const overrides = (0,_graphs_overrides_js__WEBPACK_IMPORTED_MODULE_0__/* .byNode */ .Mh)((0,_graphs_overrides_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutFiles */ .Oj)(graph.overrides, graph.needed));
    return { deployment: id, workflow: graph.workflow, prompt, overrides, parameters: {}, files: digests };
}
function madeByDeployment({ id, workflow, overrides: written, files: read }, { sent, files, saved }) {
    if (written === null) {
        const deployment = { id, graph: null };
        const recipe = (0,_recipe_js__WEBPACK_IMPORTED_MODULE_3__/* .recipeHash */ .R7)(deploymentRecipe(deployment, sent, files));
        return { model: '', deployment, parameters: sent, files, recipe };
    }
    const graph = workflow?.graph ?? saved;
    const { overrides, needed, notes, problems } = (0,_graphs_overrides_js__WEBPACK_IMPORTED_MODULE_0__/* .resolveOverrides */ .Ij)(written, new Map(Object.entries(sent)), graph);
    if (problems.length > 0) {
        const rule = (0,_inputs_deployment_js__WEBPACK_IMPORTED_MODULE_1__.notFitting)(problems.map(({ message }) => message));
        throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz([{ input: 'overrides', value: null, rule }]);
    }
    const deployment = { id, graph: { graph, workflow: workflow?.hash ?? null, overrides, needed, notes } };
    const own = filesOf(needed, read);
    const recipe = (0,_recipe_js__WEBPACK_IMPORTED_MODULE_3__/* .recipeHash */ .R7)(deploymentRecipe(deployment, sent, own));
    return { model: '', deployment, parameters: (0,_deployment_js__WEBPACK_IMPORTED_MODULE_4__/* .toldBy */ .H)(sent, overrides), files: own, recipe };
}
function filesOf(needed, read) {
    const file = (path) => {
        const found = read.get(String(path));
        return found === undefined ? [] : [found];
    };
    return Object.fromEntries(Object.entries((0,_graphs_overrides_js__WEBPACK_IMPORTED_MODULE_0__/* .pathsOf */ .wG)(needed)).map(([name, paths]) => [
        name,
        Array.isArray(paths) ? paths.flatMap(file) : (file(paths)[0] ?? []),
    ]));
}


/***/ }),

/***/ 70215:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ toldBy)
/* harmony export */ });
function toldBy({ prompt, seed }, overrides) {
    const seeds = new Set(overrides.flatMap(({ input, value }) => /^(noise_)?seed$/.test(input) && Number.isSafeInteger(value) ? [Number(value)] : []));
    const [only] = seeds;
    const told = seed ?? (seeds.size === 1 ? only : undefined);
    return { ...(prompt === undefined ? {} : { prompt }), ...(told === undefined ? {} : { seed: told }) };
}


/***/ })

};
