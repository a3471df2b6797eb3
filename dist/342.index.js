export const id = 342;
export const ids = [342,6285,6902];
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

/***/ 57473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createChainedTasks: () => (/* binding */ createChainedTasks)
/* harmony export */ });
/* harmony import */ var _inputs_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72362);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75892);
/* harmony import */ var _lockfile_chain_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18396);
/* harmony import */ var _lockfile_checkout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88574);
/* harmony import */ var _lockfile_copy_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8708);
/* harmony import */ var _lockfile_decide_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(67401);
/* harmony import */ var _lockfile_disk_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(37948);
/* harmony import */ var _lockfile_plan_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(57617);
/* harmony import */ var _manifest_settle_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(84098);
/* harmony import */ var _manifest_tasks_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(79149);
/* harmony import */ var _preflight_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(69613);











function createChainedTasks({ plan, keeper, ...options }) {
    const byId = new Map(plan.planned.map((one) => [one.id, one]));
    const underWay = plan.planned.filter((one) => (0,_lockfile_chain_js__WEBPACK_IMPORTED_MODULE_2__/* .isUnderWay */ .gn)(one) && one.todo !== 'copy');
    const ends = new Map(underWay.map(({ id }) => [id, Promise.withResolvers()]));
    const outcomes = [];
    const read = (0,_inputs_files_js__WEBPACK_IMPORTED_MODULE_0__/* .readingOnce */ .wE)();
    let facts = null;
    function end(id, how) {
        ends.get(id)?.resolve(how);
    }
    async function makersEnd({ waitsFor }) {
        const all = await Promise.all(waitsFor.map((id) => ends.get(id)?.promise ?? 'made'));
        return all.find((one) => typeof one === 'object') ?? all.find((one) => one === 'stopped') ?? 'made';
    }
    async function settledImage(image) {
        const sources = new Map();
        for (const edge of image.edges) {
            const output = byId.get(edge.maker)?.image?.output ?? plan.manifest.images.find(({ id }) => id === edge.maker)?.output;
            const { outputs = [], missing = 0 } = plan.lock.entry(edge.maker) ?? {};
            const source = (0,_lockfile_chain_js__WEBPACK_IMPORTED_MODULE_2__/* .lockedSource */ .CP)(edge, output ?? '', outputs);
            if (source === null)
                throw new _inputs_files_js__WEBPACK_IMPORTED_MODULE_0__/* .FileFault */ .LN((0,_lockfile_chain_js__WEBPACK_IMPORTED_MODULE_2__/* .noSuchFile */ .VT)(edge, missing));
            sources.set(edge.file, source);
        }
        return (0,_manifest_settle_js__WEBPACK_IMPORTED_MODULE_8__/* .settled */ .g)(image, sources, options.workspace, read);
    }
    async function decided(one, asked) {
        const image = await settledImage(asked);
        facts ??= (0,_lockfile_plan_js__WEBPACK_IMPORTED_MODULE_7__/* .gatherFacts */ .p)({ ...plan.sources, lock: plan.locked });
        const decision = await (0,_lockfile_decide_js__WEBPACK_IMPORTED_MODULE_5__/* .decide */ .LD)(image, { ...(await facts), look: (0,_lockfile_disk_js__WEBPACK_IMPORTED_MODULE_6__/* .lookIn */ .$)(options.workspace) });
        const price = decision.todo === 'generate' ? one.price : 0;
        return { ...one, ...decision, image, price, waitsFor: [] };
    }
    async function taskOf(one) {
        if (one.refusal !== null)
            throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('bad-input', `${one.refusal}.`);
        const tracked = await (0,_lockfile_checkout_js__WEBPACK_IMPORTED_MODULE_3__/* .trackedFilesOf */ .B)([one], options);
        if (one.todo === 'generate' && tracked.size > 0)
            throw (0,_lockfile_checkout_js__WEBPACK_IMPORTED_MODULE_3__/* .notCheckedOut */ .V)([one.id], tracked);
        const [task] = (0,_manifest_tasks_js__WEBPACK_IMPORTED_MODULE_9__.tasksOfPlan)([one], new Set(tracked.keys()));
        if (task?.paid === null)
            await (0,_preflight_js__WEBPACK_IMPORTED_MODULE_10__/* .preflight */ .M)([task], options.catalogue, NOT_SUBMITTED);
        if (task !== undefined)
            return task;
        if (one.todo === 'copy') {
            const copies = await (0,_lockfile_copy_js__WEBPACK_IMPORTED_MODULE_4__/* .copyAll */ .n)([one], options);
            await (0,_manifest_tasks_js__WEBPACK_IMPORTED_MODULE_9__/* .rememberCopies */ .Vj)(plan, copies);
            for (const copy of copies)
                outcomes.push(...(await (0,_manifest_tasks_js__WEBPACK_IMPORTED_MODULE_9__/* .copiedOutcome */ .Rf)(copy, [one])));
        }
        options.log.info(`${one.id}: ${one.reasons.join('; ') || 'unchanged: the files that it is made from are the same'}`);
        end(one.id, 'made');
        return null;
    }
    function notMade(task, how, failure) {
        const failures = failure === null ? [] : [{ index: 1, error: failure }];
        const attempted = failure !== null && failure.kind !== 'blocked';
        outcomes.push({ ...NOTHING_MADE, task, failure, failures, attempted });
        if (failure !== null)
            options.log.info(`${task.name}: ${failure.text}`);
        end(task.id, how);
        return null;
    }
    return {
        async ready(task) {
            const one = byId.get(task.id);
            if (one === undefined || one.image === null || one.waitsFor.length === 0)
                return task;
            const how = await makersEnd(one);
            if (one.todo === 'nothing' && how !== 'made') {
                end(task.id, 'made');
                return null;
            }
            if (how === 'stopped')
                return notMade(task, how, null);
            if (how !== 'made')
                return notMade(task, how, blocked(one, how.failed));
            try {
                const now = await decided(one, one.image);
                keeper.decided(now);
                return await taskOf(now);
            }
            catch (error) {
                if (options.cancelled.aborted)
                    return notMade(task, 'stopped', null);
                const failure = error instanceof _inputs_files_js__WEBPACK_IMPORTED_MODULE_0__/* .FileFault */ .LN ? unusable(one.image, error) : (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asActionError */ .z6)(error, 'Preparing it');
                return notMade(task, { failed: task.id }, failure);
            }
        },
        ended({ task: { id }, failure, attempted, unsettled }) {
            const isCancelled = failure?.kind === 'cancelled' && unsettled !== null;
            if (!attempted || isCancelled)
                end(id, 'stopped');
            else
                end(id, failure === null ? 'made' : { failed: id });
        },
        outcomes: () => outcomes,
    };
}
function blocked({ image }, failed) {
    const files = (image?.edges ?? []).map(({ file }) => (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(file)).join(', ');
    return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('blocked', `Not attempted: it is made from ${files}, and ${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(failed)} failed.`, {
        advice: 'Its file and its lock entry stay as they are. A later run generates it.',
    });
}
const NOT_SUBMITTED = 'Nothing was submitted for it. What it is made from is saved, and is not paid for again.';
function unusable({ inputsKey }, fault) {
    return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('bad-input', `\`${inputsKey}\` ${fault.message}.`, {
        advice: NOT_SUBMITTED,
    });
}
const NOTHING_MADE = {
    index: 1,
    requestId: null,
    tookMs: null,
    cost: null,
    images: [],
    missing: 0,
    notes: [],
    told: [],
    output: undefined,
    unsettled: null,
    adopted: false,
};


/***/ })

};
