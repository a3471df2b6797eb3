export const id = 540;
export const ids = [540,398];
export const modules = {

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





function entryOf({ recipe, recipeHash: recipe_sha256 }, made) {
    const { seed } = recipe.parameters;
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
const entrySchema = zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    recipe_sha256: sha256,
    recipe: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ model: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), prompt: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .nullable */ .mee(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()), parameters: mapping, files: mapping }),
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
        const entry = entrySchema.safeParse(written);
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
    const { model, prompt, parameters, files } = recipe;
    const entry = sorted({
        recipe_sha256,
        recipe: { model, prompt, parameters, files },
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
    const ids = [...entries.keys()].sort(byCodeUnits);
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

/***/ 5761:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ formatFault),
/* harmony export */   Vc: () => (/* binding */ stemOf),
/* harmony export */   YT: () => (/* binding */ suffixFits),
/* harmony export */   _r: () => (/* binding */ formatBySuffix),
/* harmony export */   a9: () => (/* binding */ pathFault),
/* harmony export */   al: () => (/* binding */ withoutSuffix),
/* harmony export */   jT: () => (/* binding */ suffixOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _files_formats_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33075);
/* harmony import */ var _files_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90807);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75892);
/* harmony import */ var _placeholders_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33351);





const DEFAULT_FORMATS = {
    'blackforestlabs/flux-2/flex/text-to-image': 'jpeg',
    'blackforestlabs/flux-2/flash/text-to-image': 'png',
};
function suffixOf(file) {
    return node_path__WEBPACK_IMPORTED_MODULE_0__.posix.extname(file).slice(1).toLowerCase();
}
function withoutSuffix(file) {
    return file.slice(0, file.length - node_path__WEBPACK_IMPORTED_MODULE_0__.posix.extname(file).length);
}
function suffixFits(file, saved) {
    const suffix = suffixOf(file);
    const fits = (one, other) => (0,_files_formats_js__WEBPACK_IMPORTED_MODULE_1__.formatOfSuffix)(one)?.suffixes.includes(other) === true;
    return suffix === saved || fits(suffix, saved) || fits(saved, suffix);
}
function pathFault(output) {
    const file = (0,_placeholders_js__WEBPACK_IMPORTED_MODULE_4__/* .outputPath */ .XC)(output, 1);
    const place = (0,_files_names_js__WEBPACK_IMPORTED_MODULE_2__/* .fileNameFault */ .KW)(withoutSuffix(file), 'the workspace');
    if (place !== null)
        return `${place}, but is ${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(file)}`;
    return (0,_files_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .isMediaSuffix */ .GZ)(suffixOf(file))
        ? null
        : `must end in a media suffix such as .png, .jpg or .mp4, but is ${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(file)}`;
}
function formatFault(output, parameters, model) {
    const suffix = suffixOf((0,_placeholders_js__WEBPACK_IMPORTED_MODULE_4__/* .outputPath */ .XC)(output, 1));
    const asked = typeof parameters.output_format === 'string' ? parameters.output_format.toLowerCase() : null;
    const known = (0,_files_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .formatOfWord */ .xr)(asked ?? DEFAULT_FORMATS[model] ?? '');
    if (known === null || (0,_files_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .mayHaveSuffix */ .jd)(known, suffix))
        return null;
    const right = `.${known.suffixes[0] ?? known.name}`;
    const wanted = (0,_files_formats_js__WEBPACK_IMPORTED_MODULE_1__.formatOfSuffix)(suffix)?.name ?? suffix;
    return asked === null
        ? `ends in .${suffix}, but ${model} returns ${known.name} where \`output_format\` is not given: write \`output_format: ${wanted}\` if the model can, or ${right}`
        : `ends in .${suffix}, but \`output_format\` is ${asked}: write ${right}, or \`output_format: ${wanted}\``;
}
function stemOf(image, index, requestId, { outputDir, filename }) {
    if (image.output !== null)
        return withoutSuffix((0,_placeholders_js__WEBPACK_IMPORTED_MODULE_4__/* .outputPath */ .XC)(image.output, index));
    const seed = Number.isSafeInteger(image.parameters.seed) ? Number(image.parameters.seed) : null;
    return node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(outputDir, (0,_files_names_js__WEBPACK_IMPORTED_MODULE_2__/* .fileName */ .Md)(filename, { id: image.id, index, seed, requestId }));
}
function formatBySuffix(file) {
    return (0,_files_formats_js__WEBPACK_IMPORTED_MODULE_1__.formatOfSuffix)(suffixOf(file))?.name ?? null;
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
// EXTERNAL MODULE: ./lib/files/names.js
var names = __webpack_require__(90807);
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

// EXTERNAL MODULE: ./lib/manifest/placeholders.js
var placeholders = __webpack_require__(33351);
// EXTERNAL MODULE: ./lib/pipeline/submit-all.js + 5 modules
var submit_all = __webpack_require__(9641);
;// CONCATENATED MODULE: ./lib/pipeline/lock-keeping.js








function createLockKeeper(plan, workspace) {
    const { lock, locked, manifest, planned } = plan;
    const byId = new Map(planned.map((one) => [one.id, one]));
    const known = new Set(manifest.images.map(({ id }) => id));
    const owners = new Map(manifest.images.flatMap(({ id, output }) => output === null ? [] : [[(0,names/* diskKey */.nk)((0,placeholders/* outputPath */.XC)(output, 1)), id]]));
    const kept = new Map();
    const isThere = (file) => (0,external_node_fs_.existsSync)(external_node_path_.join(workspace.root, file));
    return {
        isTaken(file, id) {
            const key = (0,names/* diskKey */.nk)(file.split(external_node_path_.sep).join('/'));
            const holder = lock.holderOf(key);
            if (holder !== null && holder !== id)
                return known.has(holder) || isThere(file);
            if ((owners.get(key) ?? id) !== id)
                return true;
            const refetch = byId.get(id)?.refetch ?? null;
            return (refetch !== null && isThere(file) && !refetch.outputs.some((one) => !one.isThere && (0,names/* diskKey */.nk)(one.path) === key));
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
    const partsOf = new Set(planned.flatMap(({ id, refetch }) => (refetch?.whenGone === 'fail' ? [id] : [])));
    const lost = outcomes.filter(({ failure, failures }) => (0,submit_all/* isLost */.J)(failure, failures.map(({ error }) => error)));
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

/***/ 20540:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planManifest: () => (/* binding */ planManifest),
  readWork: () => (/* binding */ readWork),
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
// EXTERNAL MODULE: ./lib/lockfile/checkout.js + 1 modules
var checkout = __webpack_require__(88574);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/files/digest.js
var digest = __webpack_require__(5231);
// EXTERNAL MODULE: ./lib/files/save.js
var save = __webpack_require__(6758);
;// CONCATENATED MODULE: ./lib/lockfile/copy.js





async function copyAll(plan, { workspace, temp }) {
    const asides = [];
    try {
        const staged = [];
        for (const { id, copied, copies } of plan) {
            if (copied === null)
                continue;
            const files = [];
            for (const { from, to } of copies) {
                const stagedPath = external_node_path_.join(temp, (0,external_node_crypto_.randomUUID)());
                asides.push(stagedPath);
                await (0,promises_.copyFile)(await workspace.inside(from.path), stagedPath);
                files.push({ from, stagedPath, to: await workspace.inside(to) });
            }
            staged.push({ id, copied, files });
        }
        const done = [];
        for (const { id, copied, files } of staged) {
            let changed = false;
            for (const { stagedPath, to } of files)
                changed = (await (0,save/* saveFile */.O)(stagedPath, to, await (0,digest/* sha256Of */.B)(stagedPath))) || changed;
            const outputs = files.map(({ from, to }) => ({ ...from, path: workspace.shown(to) }));
            done.push({ id, entry: { ...copied, outputs }, files: files.map(({ to }) => to), changed });
        }
        return done;
    }
    finally {
        for (const stagedPath of asides)
            await (0,promises_.rm)(stagedPath, { force: true });
    }
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./lib/files/lfs-pointer.js
var lfs_pointer = __webpack_require__(46612);
// EXTERNAL MODULE: ./lib/files/workspace.js
var files_workspace = __webpack_require__(36822);
// EXTERNAL MODULE: ./lib/lib/thread.js
var thread = __webpack_require__(13423);
;// CONCATENATED MODULE: ./lib/lockfile/disk.js






const MANY_BYTES = 16 * 1024 ** 2;
function lookIn(workspace) {
    const seen = new Map();
    const expected = [];
    let states = null;
    async function lookAtAll() {
        await (0,external_node_timers_promises_.setImmediate)();
        states = null;
        return statesFrom(expected.splice(0));
    }
    async function look({ path, bytes, sha256 }) {
        let file;
        try {
            file = await workspace.inside(path);
        }
        catch (error) {
            if (error instanceof files_workspace/* PathError */.ER)
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
            const { size } = await (0,promises_.stat)(absolute);
            const pointer = size <= lfs_pointer/* MAX_POINTER_BYTES */.l ? await (0,lfs_pointer/* lfsPointerAt */.S)(absolute) : null;
            return pointer?.sha256 ?? (await (0,digest/* sha256Of */.B)(absolute));
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
    return (0,thread/* inThread */.u)(statesOf, expected).catch(() => statesOf(expected));
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

;// CONCATENATED MODULE: ./lib/manifest/globs.js
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

// EXTERNAL MODULE: ./lib/files/names.js
var names = __webpack_require__(90807);
// EXTERNAL MODULE: ./lib/manifest/placeholders.js
var placeholders = __webpack_require__(33351);
// EXTERNAL MODULE: ./lib/manifest/naming.js
var manifest_naming = __webpack_require__(5761);
;// CONCATENATED MODULE: ./lib/lockfile/seats.js




async function ownersOf(images, sources) {
    const { lock, look } = sources;
    const holders = Map.groupBy([...lock].flatMap(([id, { outputs }]) => outputs.map((output) => ({ id, key: (0,names/* diskKey */.nk)(output.path) }))), ({ key }) => key);
    const held = new Map([...holders].map(([key, list]) => [key, list.map(({ id }) => id)]));
    const reserved = new Map(images.flatMap(({ id, output }) => (output === null ? [] : [[(0,names/* diskKey */.nk)((0,placeholders/* outputPath */.XC)(output, 1)), id]])));
    const known = new Set(images.map(({ id }) => id));
    const first = new Map();
    const numbered = new Map();
    await Promise.all(images.map(async (image) => {
        const entry = lock.get(image.id);
        if (entry === undefined)
            return;
        for (const [n, number] of (await numbersOf(image, entry)).entries()) {
            const file = entry.outputs[n]?.path ?? '';
            if (number !== null)
                (number === 1 ? first : numbered).set((0,names/* diskKey */.nk)(file), image.id);
        }
    }));
    return { holders: held, reserved, seats: new Map([...numbered, ...first]) };
    async function numbersOf(image, entry) {
        const own = new Set(entry.outputs.map((output) => (0,names/* diskKey */.nk)(output.path)));
        const numbers = [];
        let index = 0;
        for (const output of entry.outputs) {
            const last = hasNameEach(image, sources.naming)
                ? numbers.length + 1 + Math.min(entry.missing, MAX_GAP)
                : index + 1;
            let found = null;
            for (let n = index + 1; n <= last && found === null; n++) {
                const names = namesOf(image, n, output.path, entry.request_id ?? '', sources.naming);
                const number = names.numberOf(output.path);
                if (number === null || !(await isLowest(number, names, { own, id: image.id, output, isFirst: n === 1 })))
                    continue;
                found = number;
                index = n - 1;
            }
            index += 1;
            numbers.push(found);
        }
        return numbers;
    }
    async function isLowest(number, { name }, { own, id, output, isFirst, }) {
        for (let n = 1; n < number; n++) {
            const key = (0,names/* diskKey */.nk)(name(n));
            if (own.has(key))
                continue;
            const others = (held.get(key) ?? []).filter((other) => other !== id);
            const isNamed = isFirst && n === 1;
            if (isNamed ? others.some((other) => known.has(other)) : others.length > 0)
                continue;
            if ((reserved.get(key) ?? id) !== id)
                continue;
            if (!(await isThere(name(n), look)) || (isNamed && (await look(output)) === 'missing'))
                return false;
        }
        return true;
    }
}
const MAX_GAP = 100;
async function isThere(file, look) {
    return (await look({ path: file, bytes: -1, sha256: '' })) !== 'missing';
}
function namesOf(image, index, like, requestId, naming) {
    const stem = (0,manifest_naming/* stemOf */.Vc)(image, hasNameEach(image, naming) ? index : 1, requestId, naming);
    const asked = image.output === null ? '' : (0,placeholders/* outputPath */.XC)(image.output, index);
    const suffix = external_node_path_.posix.extname((0,manifest_naming/* suffixFits */.YT)(asked, (0,manifest_naming/* suffixOf */.jT)(like)) ? asked : like);
    const name = (n) => `${stem}${n === 1 ? '' : `-${n}`}${suffix}`;
    return {
        name,
        numberOf(file) {
            const [, digits] = /-([1-9]\d{0,6})\.[^.]*$/.exec(file) ?? [];
            const candidates = digits === undefined ? [1] : [1, Number(digits)];
            return candidates.find((n) => name(n).normalize('NFC') === file.normalize('NFC')) ?? null;
        },
    };
}
function hasNameEach({ output }, { filename }) {
    return output === null ? filename.includes('{index}') : (0,placeholders/* hasIndex */.V6)(output);
}
async function wantedPaths(image, { entry, from }, { seats, holders, reserved, known, look, naming }) {
    const { id } = image;
    const isOwn = (holder) => holder === id || (holder === from && !known.has(from));
    const taken = new Set();
    const stays = entry.outputs.map((output) => {
        const key = (0,names/* diskKey */.nk)(output.path);
        if (from !== id || seats.get(key) !== id || taken.has(key))
            return false;
        taken.add(key);
        return true;
    });
    const wanted = [];
    for (const [n, output] of entry.outputs.entries()) {
        const file = stays[n] === true ? output.path : await freeName(n + 1, output);
        taken.add((0,names/* diskKey */.nk)(file));
        wanted.push(file);
    }
    return wanted;
    async function freeName(index, output) {
        const { path: like } = output;
        const { name } = namesOf(image, index, like, entry.request_id ?? '', naming);
        for (let n = 1;; n++) {
            const key = (0,names/* diskKey */.nk)(name(n));
            const isTaken = taken.has(key) ||
                (index === 1 && n === 1 ? (seats.get(key) ?? id) !== id : await isOccupied(name(n), key, output));
            if (!isTaken)
                return name(n).normalize('NFC') === like.normalize('NFC') ? like : name(n);
        }
    }
    async function isOccupied(file, key, output) {
        const ids = holders.get(key) ?? [];
        if (ids.some((holder) => !isOwn(holder)) || (reserved.get(key) ?? id) !== id)
            return true;
        if (ids.length > 0 || !(await isThere(file, look)))
            return false;
        const state = await look({ ...output, path: file });
        return state === 'modified' && !(from === id && (await look(output)) === 'missing');
    }
}

;// CONCATENATED MODULE: ./lib/lockfile/conflicts.js




async function withRefusals(plan, { holders, seats, known, look }) {
    const byId = new Map(plan.map((one) => [one.id, one]));
    const given = new Map();
    return Promise.all(plan.map(async (one) => ({ ...one, refusal: one.refusal ?? (await refusalOf(one)) })));
    async function refusalOf(one) {
        for (const file of targetsOf(one)) {
            const key = (0,names/* diskKey */.nk)(file);
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
                    : `${(0,errors/* quoted */.TL)(file)} is still the file of ${(0,errors/* quoted */.TL)(holder)}, which the lock holds and the manifest no longer has: delete or move it if nobody needs it, or give ${(0,errors/* quoted */.TL)(one.id)} another \`output\``;
            }
        }
        return null;
    }
    async function isReplaced(file, holder, { copiedFrom }) {
        const key = (0,names/* diskKey */.nk)(file);
        if (seats.get(key) === holder)
            return false;
        const other = byId.get(holder);
        const isLeaving = other?.todo === 'copy' && !other.copies.some(({ to }) => (0,names/* diskKey */.nk)(to) === key);
        if (isLeaving)
            return false;
        if (known.has(holder))
            return true;
        return copiedFrom !== holder && (await isThere(file, look));
    }
}
function targetsOf({ todo, image, copies, refetch }) {
    if (todo === 'copy')
        return copies.map(({ to }) => to);
    if (todo === 'collect')
        return refetch?.outputs.flatMap((output) => (output.isThere ? [] : [output.path])) ?? [];
    return todo === 'generate' && image?.output != null ? [(0,placeholders/* outputPath */.XC)(image.output, 1)] : [];
}

// EXTERNAL MODULE: ./lib/lib/figures.js
var figures = __webpack_require__(38402);
// EXTERNAL MODULE: ./lib/tasks/recipe.js
var tasks_recipe = __webpack_require__(12706);
;// CONCATENATED MODULE: ./lib/lockfile/changes.js

const MAX_SHOWN = 80;
const MAX_REASONS = 10;
const MAX_COMPARED = 250_000;
function changesBetween(before, after) {
    return [
        ...(before.model === after.model ? [] : [{ name: 'model', pieces: replaced(before.model, after.model) }]),
        ...(before.prompt === after.prompt ? [] : [{ name: 'prompt', pieces: promptPieces(before.prompt, after.prompt) }]),
        ...memberChanges('', before.parameters, after.parameters, JSON.stringify),
        ...memberChanges('files.', before.files, after.files, changes_digest),
    ];
}
function reasonsOf(changes) {
    const reasons = changes.flatMap(({ name, pieces }) => {
        const shown = name === 'prompt' ? quote : cut;
        const hunks = hunksIn(pieces);
        if (hunks.length === 0)
            return [`${name}: only white space changed`];
        return hunks.map(({ removed, added }) => {
            if (removed === null)
                return `${name}: added ${shown(added ?? '')}`;
            return added === null ? `${name}: removed ${shown(removed)}` : `${name}: ${shown(removed)} → ${shown(added)}`;
        });
    });
    return reasons.length <= MAX_REASONS
        ? reasons
        : [...reasons.slice(0, MAX_REASONS - 1), `and ${reasons.length - MAX_REASONS + 1} more changes`];
}
function hunksIn(pieces) {
    const hunks = [];
    let open = { removed: null, added: null };
    const close = () => {
        if (open.removed !== null || open.added !== null)
            hunks.push(open);
        open = { removed: null, added: null };
    };
    for (const { kind, text } of pieces) {
        if (kind === 'same')
            close();
        else
            open = { ...open, [kind]: text };
    }
    close();
    return hunks;
}
function replaced(before, after) {
    return [
        ...(before === null ? [] : [{ text: before, kind: 'removed' }]),
        ...(after === null ? [] : [{ text: after, kind: 'added' }]),
    ];
}
function memberChanges(prefix, before, after, show) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return names.flatMap((name) => {
        const [old, now] = [member(before, name), member(after, name)];
        if (old !== undefined && now !== undefined && (0,tasks_recipe/* canonicalJson */.dj)(old) === (0,tasks_recipe/* canonicalJson */.dj)(now))
            return [];
        const text = (value) => (value === undefined ? null : show(value));
        return [{ name: `${prefix}${name}`, pieces: replaced(text(old), text(now)) }];
    });
}
function member(object, name) {
    return Object.hasOwn(object, name) ? object[name] : undefined;
}
function changes_digest(value) {
    return [value]
        .flat()
        .map((hash) => String(hash).slice(0, 8))
        .join(', ');
}
function quote(words) {
    return `"${cut(words)}"`;
}
function cut(text) {
    const characters = Array.from(text);
    return characters.length > MAX_SHOWN ? `${characters.slice(0, MAX_SHOWN - 1).join('')}…` : text;
}
function promptPieces(before, after) {
    if (before === null || after === null)
        return replaced(before, after);
    const [old, now] = [wordsOf(before), wordsOf(after)];
    let start = 0;
    while (start < old.length && start < now.length && old[start] === now[start])
        start += 1;
    let end = 0;
    while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end))
        end += 1;
    const [a, b] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
    const middle = a.length * b.length > MAX_COMPARED
        ? piecesOf([
            ['removed', a],
            ['added', b],
        ])
        : compared(a, b);
    return [
        ...piecesOf([['same', now.slice(0, start)]]),
        ...middle,
        ...piecesOf([['same', now.slice(now.length - end)]]),
    ];
}
function piecesOf(runs) {
    return runs.flatMap(([kind, words]) => (words.length === 0 ? [] : [{ kind, text: words.join(' ') }]));
}
function wordsOf(text) {
    return text.split(/\s+/).filter((word) => word !== '');
}
function compared(a, b) {
    const width = b.length + 1;
    const longest = new Uint32Array((a.length + 1) * width);
    const at = (i, j) => longest[i * width + j] ?? 0;
    for (let i = a.length - 1; i >= 0; i--) {
        for (let j = b.length - 1; j >= 0; j--) {
            longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
        }
    }
    const pieces = [];
    let [i, j] = [0, 0];
    while (i < a.length || j < b.length) {
        const removed = [];
        const added = [];
        const same = [];
        while ((i < a.length || j < b.length) && (i === a.length || j === b.length || a[i] !== b[j])) {
            if (j === b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1)))
                removed.push(a[i++] ?? '');
            else
                added.push(b[j++] ?? '');
        }
        for (; i < a.length && j < b.length && a[i] === b[j]; i++)
            same.push(b[j++] ?? '');
        pieces.push(...piecesOf([
            ['removed', removed],
            ['added', added],
            ['same', same],
        ]));
    }
    return pieces;
}

;// CONCATENATED MODULE: ./lib/lockfile/decide.js






function factsOf(given) {
    const entries = [...given.lock];
    return {
        ...given,
        byRecipe: Map.groupBy(entries, ([, { recipe_sha256 }]) => recipe_sha256),
        digests: new Set(entries.flatMap(([, { outputs }]) => outputs.map(({ sha256 }) => sha256))),
    };
}
async function decide(image, facts) {
    const decision = await ownNeeds(image, facts);
    if (decision.todo !== 'generate')
        return decision;
    const free = decision.action === 'forced' ? null : await freeOf(image, decision, facts);
    const stranger = await strangerAt(image, facts);
    const { reasons, ...rest } = free ?? decision;
    return { ...rest, reasons: stranger === null ? reasons : [...reasons, decide_replaced(stranger)] };
}
async function ownNeeds(image, facts) {
    const entry = facts.lock.get(image.id) ?? null;
    if (facts.forced(image.id))
        return needing('forced', ['named in `force`']);
    if (entry === null)
        return (await renamed(image, facts)) ?? needing('new', ['not in the lock']);
    const { outputs } = entry;
    const states = await decide_statesOf(outputs, facts);
    const modified = outputs.filter((_, n) => states[n] === 'modified');
    if (entry.recipe_sha256 !== image.recipeHash) {
        const changes = changesBetween(entry.recipe, image.recipe);
        const retouched = modified.map(({ path }) => `${(0,errors/* quoted */.TL)(path)} was modified, and will be replaced`);
        return { ...needing('changed', [...reasonsOf(changes), ...retouched]), changes };
    }
    const wanted = await wantedPaths(image, { entry, from: image.id }, facts);
    if (outputs.some(({ path }, n) => path !== wanted[n]))
        return moved(image.id, entry, wanted, states, facts);
    const missing = outputs.flatMap(({ path }, n) => (states[n] === 'missing' ? [path] : []));
    if (missing.length > 0 || outputs.length === 0 || entry.missing > 0)
        return incomplete(entry, states, missing);
    if (modified.length === 0)
        return needing('unchanged', [], 'nothing');
    return needing('modified', modified.map(kept), 'nothing');
}
function needing(action, reasons, todo = 'generate') {
    return {
        action,
        reasons,
        changes: [],
        todo,
        refetch: null,
        copied: null,
        copiedFrom: null,
        copies: [],
        lost: [],
        refusal: null,
    };
}
function decide_statesOf(outputs, { look, holders }) {
    return Promise.all(outputs.map(async (output) => {
        const state = await look(output);
        const isShared = (holders.get((0,names/* diskKey */.nk)(output.path)) ?? []).length > 1;
        return state === 'modified' && isShared ? 'missing' : state;
    }));
}
function decide_replaced(path) {
    return `${(0,errors/* quoted */.TL)(path)} was not generated by this action, and will be replaced`;
}
function kept({ path }) {
    return `${(0,errors/* quoted */.TL)(path)} was modified; it is kept`;
}
function incomplete(entry, states, missing) {
    const { outputs, request_id: requestId } = entry;
    const modified = outputs.filter((_, n) => states[n] === 'modified');
    const reasons = [
        ...missing.map((path) => `${(0,errors/* quoted */.TL)(path)} is missing`),
        ...(entry.missing > 0 ? [`${(0,figures/* counted */.hS)(entry.missing, 'file')} of its request could not be downloaded yet`] : []),
        ...(outputs.length === 0 && entry.missing === 0 ? ['the lock lists no file'] : []),
        ...modified.map(kept),
    ];
    const action = modified.length > 0 ? 'modified' : 'changed';
    const decision = { ...needing(action, reasons), lost: missing };
    if (entry.accepted && missing.length > 0)
        return refusingAccepted(decision);
    if (requestId !== null) {
        const places = outputs.map((output, n) => ({ ...output, isThere: states[n] !== 'missing' }));
        const whenGone = missing.length === 0 && outputs.length > 0 ? 'fail' : 'submit';
        return refetching(decision, { requestId, outputs: places, cost: entry.cost, whenGone });
    }
    if (missing.length === 0 && outputs.length > 0)
        return needing(modified.length > 0 ? 'modified' : 'unchanged', modified.map(kept), 'nothing');
    return decision;
}
function refetching(decision, refetch) {
    const reasons = [...decision.reasons, `collected from request ${refetch.requestId}, free`];
    return { ...decision, reasons, todo: 'collect', refetch };
}
function refusingAccepted(decision) {
    const files = decision.lost.map((path) => (0,errors/* quoted */.TL)(path)).join(', ');
    const refusal = `${files} was accepted as is, so it can be neither collected nor generated again: restore it, or generate a new image with \`force\``;
    return { ...decision, todo: 'nothing', refusal };
}
async function moved(id, entry, wanted, states, facts) {
    const here = entry.outputs;
    const there = here.map((output, n) => ({ ...output, path: wanted[n] ?? output.path }));
    const statesThere = await decide_statesOf(there, facts);
    const reasons = here.flatMap(({ path }, n) => path === wanted[n] ? [] : [`output: ${(0,errors/* quoted */.TL)(path)} → ${(0,errors/* quoted */.TL)(wanted[n] ?? '')}`]);
    const copy = (action, from, more) => ({
        ...needing(action, [...reasons, ...more], 'copy'),
        copied: entry,
        copiedFrom: id,
        copies: from.map((output, n) => ({ from: output, to: wanted[n] ?? output.path })),
    });
    const goes = here.map(({ path }, n) => path !== wanted[n]);
    const isInTheWay = await Promise.all(there.map(async ({ path }, n) => goes[n] &&
        statesThere[n] !== 'missing' &&
        !isAnothers(id, path, facts) &&
        (isWhole(statesThere[n]) || !(await isLeftover(path, facts)))));
    const inTheWay = there.filter((_, n) => isInTheWay[n]);
    if (statesThere.every(isWhole))
        return copy('changed', there, ['already there']);
    const stayWhole = states.every((state, n) => goes[n] || state !== 'missing');
    if (inTheWay.length === goes.filter((one) => one).length && stayWhole)
        return copy('modified', there, there.filter((_, n) => !isWhole(statesThere[n])).map(kept));
    if (inTheWay.length === 0 && states.every(isWhole))
        return copy('changed', here, [copiedFrom(entry)]);
    if (inTheWay.length === 0 && !states.includes('missing'))
        return copy('modified', here, here.filter((_, n) => !isWhole(states[n])).map(kept));
    const lost = here.flatMap(({ path }, n) => (states[n] === 'missing' ? [path] : []));
    const strangers = there.filter((_, n) => isInTheWay[n] && !isWhole(statesThere[n])).map(({ path }) => decide_replaced(path));
    const more = [...lost.map((path) => `${(0,errors/* quoted */.TL)(path)} is missing`), ...strangers];
    const decision = { ...needing('changed', [...reasons, ...more]), lost };
    if (entry.accepted)
        return refusingAccepted(decision);
    if (entry.request_id === null)
        return decision;
    const outputs = there.map((output, n) => ({
        ...output,
        isThere: goes[n] === true ? isWhole(statesThere[n]) : states[n] !== 'missing',
    }));
    return refetching(decision, { requestId: entry.request_id, outputs, cost: entry.cost, whenGone: 'submit' });
}
function isWhole(state) {
    return state === 'same' || state === 'pointer';
}
async function isLeftover(path, { digest, digests }) {
    return digests.has((await digest(path)) ?? '');
}
function isAnothers(id, path, { holders }) {
    return (holders.get((0,names/* diskKey */.nk)(path)) ?? []).some((holder) => holder !== id);
}
async function renamed(image, facts) {
    for (const [id, entry] of facts.byRecipe.get(image.recipeHash) ?? []) {
        if (facts.known.has(id))
            continue;
        const wanted = await wantedPaths(image, { entry, from: id }, facts);
        if (!entry.outputs.every(({ path }, n) => path === wanted[n]))
            continue;
        const states = await decide_statesOf(entry.outputs, facts);
        if (!states.includes('modified') || states.includes('missing'))
            continue;
        return {
            ...needing('modified', [`was ${(0,errors/* quoted */.TL)(id)}`, ...entry.outputs.map(kept)], 'copy'),
            copied: entry,
            copiedFrom: id,
            copies: entry.outputs.map((from) => ({ from, to: from.path })),
        };
    }
    return null;
}
async function freeOf(image, decision, facts) {
    const sources = facts.byRecipe.get(image.recipeHash) ?? [];
    for (const [from, source] of sources) {
        const { outputs } = source;
        if (outputs.length === 0 || !(await decide_statesOf(outputs, facts)).every(isWhole))
            continue;
        const wanted = await wantedPaths(image, { entry: source, from }, facts);
        const copies = outputs.map((output, n) => ({ from: output, to: wanted[n] ?? output.path }));
        const reasons = [...decision.reasons, copiedFrom(source)];
        return { ...decision, reasons, todo: 'copy', copied: source, copiedFrom: from, copies };
    }
    for (const [from, source] of sources) {
        const { request_id: requestId, outputs, accepted, cost } = source;
        if (requestId === null || accepted || from === image.id)
            continue;
        const wanted = await wantedPaths(image, { entry: source, from }, facts);
        const states = await decide_statesOf(outputs, facts);
        const isHere = (n) => !facts.known.has(from) && outputs[n]?.path === wanted[n] && states[n] !== 'missing';
        const places = outputs.map((output, n) => ({ ...output, path: wanted[n] ?? output.path, isThere: isHere(n) }));
        const refetch = { requestId, outputs: places, cost, whenGone: 'submit' };
        return { ...refetching(decision, refetch), copiedFrom: from };
    }
    return null;
}
function copiedFrom({ outputs }) {
    return `copied from ${outputs.map(({ path }) => (0,errors/* quoted */.TL)(path)).join(', ')}, which has the same recipe`;
}
async function strangerAt({ output }, { holders, look }) {
    const path = output === null ? null : (0,placeholders/* outputPath */.XC)(output, 1);
    return path !== null && !holders.has((0,names/* diskKey */.nk)(path)) && (await isThere(path, look)) ? path : null;
}

;// CONCATENATED MODULE: ./lib/lockfile/plan.js




async function planOf({ images, lock, look, digest, naming, only, force, }) {
    const chosen = chosenBy(only);
    const known = new Set(images.map(({ id }) => id));
    const owners = await ownersOf(images, { lock, look, naming });
    const facts = factsOf({ ...owners, lock, look, digest, naming, known, forced: idFilter(force) });
    const planned = images
        .filter(({ id }) => chosen(id))
        .map(async (image) => {
        const decision = await decide(image, facts);
        const price = decision.todo === 'generate' ? null : 0;
        return { id: image.id, image, entry: lock.get(image.id) ?? null, ...decision, price };
    });
    const gone = [...lock].filter(([id]) => !known.has(id) && chosen(id));
    const plan = [...(await Promise.all(planned)), ...gone.map(([id, entry]) => orphan(id, entry))];
    return withRefusals(plan, facts);
}
function orphan(id, entry) {
    return {
        id,
        action: 'orphaned',
        reasons: ['in the lock, but no longer in the manifest; its files stay'],
        changes: [],
        image: null,
        entry,
        todo: 'nothing',
        refetch: null,
        copied: null,
        copiedFrom: null,
        copies: [],
        lost: [],
        refusal: null,
        price: 0,
    };
}

// EXTERNAL MODULE: ./lib/files/download.js + 2 modules
var download = __webpack_require__(6336);
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
            holders.set((0,names/* diskKey */.nk)(held), id);
    }
    function remove(id) {
        for (const { path: held } of entries.get(id)?.outputs ?? []) {
            if (holders.get((0,names/* diskKey */.nk)(held)) === id)
                holders.delete((0,names/* diskKey */.nk)(held));
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
        holderOf: (held) => holders.get((0,names/* diskKey */.nk)(held)) ?? null,
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

;// CONCATENATED MODULE: ./lib/manifest/lock-path.js
function lockPathOf(manifest) {
    return `${manifest.replace(/\.[^./\\]+$/, '')}.lock.json`;
}

// EXTERNAL MODULE: ./lib/lib/concurrency.js
var concurrency = __webpack_require__(40764);
// EXTERNAL MODULE: ./lib/inputs/order.js
var order = __webpack_require__(87617);
// EXTERNAL MODULE: ./lib/inputs/values.js
var values = __webpack_require__(97035);
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
        const key = (0,names/* diskKey */.nk)(file);
        const first = places.get(key);
        if (first === undefined)
            places.set(key, image);
        else if (first.id !== image.id) {
            report('output', image, `its file ${(0,errors/* quoted */.TL)(file)} is also that of ${(0,errors/* quoted */.TL)(first.id)}, ${owner(first, image)}`);
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
            const other = explicit.get((0,names/* diskKey */.nk)(stem));
            if (other !== undefined)
                report('output', image, `its file ${(0,errors/* quoted */.TL)(stem)} may be that of ${(0,errors/* quoted */.TL)(other.id)}, ${owner(other, image)}: give it an \`output\``);
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
                    : 'names begin with a letter or _ and go on with letters, digits, _ and -';
            if (fault !== null)
                problems.push({ ...locationOf('matrix', name), message: `variable ${(0,errors/* quoted */.TL)(name)}: ${fault}` });
        }
        const count = combinationCount(image.matrix ?? {});
        const before = total;
        total += count;
        if (total > MAX_IMAGES && before <= MAX_IMAGES) {
            const made = count > MAX_IMAGES ? `this matrix makes ${figure(count)}` : `with this entry they are ${figure(total)}`;
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
    const images = read.flatMap(({ image }) => (image === null ? [] : [image]));
    const makers = new Map(read.flatMap(({ claim: { id, output } }) => output === null ? [] : [[(0,names/* diskKey */.nk)((0,placeholders/* outputPath */.XC)(output, 1)), id]]));
    for (const { claim, reads } of read) {
        const file = reads.paths.find((input) => (makers.get((0,names/* diskKey */.nk)(input)) ?? claim.id) !== claim.id);
        if (file === undefined)
            continue;
        const maker = (0,errors/* quoted */.TL)(makers.get((0,names/* diskKey */.nk)(file)) ?? '');
        report(reads.place, `\`files\` must not name ${(0,errors/* quoted */.TL)(file)}, which ${maker} makes: each time that is made, this would be made and paid for too`);
    }
    const clashing = clashes(read.map(({ claim }) => claim), naming);
    return { images, problems: [...parsed.problems, ...problems.values(), ...clashing] };
}
async function imageOf(entry, { defaults: readDefaults, placeOfDefault }, variables, files, report) {
    const { image, isBroken, place, locationOf } = entry;
    const defaults = readDefaults ?? {};
    let usable = !isBroken;
    const mayLackVariables = isBroken && image.matrix === undefined;
    const problem = (where, message) => {
        usable = false;
        report(where, message);
    };
    function tell(where, name, error) {
        const known = error instanceof placeholders/* PlaceholderFault */.Wt || error instanceof files_workspace/* PathError */.ER || error instanceof inputs_files/* FileFault */.LN;
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
    const modelPlace = image.model === undefined ? placeOfDefault('model') : locationOf('model');
    const model = filled(modelPlace, 'model', '', () => (0,placeholders/* fillText */.BB)(image.model ?? defaults.model ?? order/* DEFAULT_MODEL */.U, variables));
    const modelFault = model === '' ? null : (0,values/* faultOfModel */.pf)(model);
    if (modelFault !== null)
        problem(modelPlace, `model ${(0,errors/* quoted */.TL)(model)} ${modelFault}`);
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
        files: fillOf('files', locationOf, image.files),
    };
    const inherited = {
        parameters: fillOf('parameters', placeOfDefault, without(defaults.parameters, image.parameters, image.files)),
        files: fillOf('files', placeOfDefault, without(defaults.files, image.files, image.parameters)),
    };
    const asked = {
        ...inherited.parameters,
        ...(prompt === null ? {} : { prompt }),
        ...own.parameters,
    };
    const { parameters, files: inside } = filled(locationOf('parameters'), 'parameters', { parameters: asked, files: {} }, () => (0,inputs_files/* separateFiles */.fy)(asked));
    const named = { ...inherited.files, ...own.files };
    for (const name of Object.keys(named)) {
        if (Object.hasOwn(asked, name) || (0,inputs_files/* isInside */.FK)(name, parameters))
            problem(locationOf('files', name), `\`files\` must not set ${(0,errors/* quoted */.TL)(name)}, which \`parameters\` sets too`);
    }
    if (Object.keys(asked).length + Object.keys(named).length === 0 && !isBroken)
        problem(place, 'an image needs `prompt` or `prompt-file` (models that take no prompt: `parameters` or `files`)');
    const output = image.output === undefined
        ? null
        : filled(locationOf('output'), 'output', null, () => (0,placeholders/* fillOutput */.r9)(image.output ?? '', variables));
    const isWholeRecipe = !isBroken && readDefaults !== null;
    const fault = output === null ? null : ((0,manifest_naming/* pathFault */.a9)(output) ?? (isWholeRecipe ? (0,manifest_naming/* formatFault */.A)(output, parameters, model) : null));
    if (fault !== null)
        problem(locationOf('output'), `\`output\` ${fault}`);
    else if (output !== null)
        await read(locationOf('output'), 'output', undefined, () => files.checkOutput((0,placeholders/* outputPath */.XC)(output, 1)));
    const mapping = filled(locationOf('files'), 'files', {}, () => mapPaths(named, files.folder));
    const insideMapping = filled(locationOf('parameters'), 'parameters', {}, () => mapPaths(inside, files.folder));
    const target = output === null ? '' : (0,names/* diskKey */.nk)((0,placeholders/* outputPath */.XC)(output, 1));
    const paths = [...Object.values(mapping), ...Object.values(insideMapping)]
        .flat()
        .filter((file) => typeof file === 'string');
    if (paths.some((file) => (0,names/* diskKey */.nk)(file) === target))
        problem(locationOf('output'), '`output` must not replace an input of the same image: each run would change its recipe, and be paid for');
    const inputs = {
        ...(await read(locationOf('parameters'), 'parameters', {}, () => files.inputs(insideMapping))),
        ...(await read(locationOf('files'), 'files', {}, () => files.inputs(mapping))),
    };
    const tooMuch = Object.keys(inside).length === 0 ? null : (0,inputs_files/* faultTogether */.Ld)(inputs);
    if (tooMuch !== null)
        problem(locationOf('parameters'), `\`parameters\` ${tooMuch}`);
    const claim = { id, parameters, output, ...place };
    const reads = { place: locationOf('files'), paths };
    if (!usable)
        return { claim, reads, image: null };
    const recipe = (0,tasks_recipe/* recipeOf */.Sx)(model, parameters, inputs);
    return {
        claim,
        reads,
        image: { ...claim, model, prompt: recipe.prompt, files: inputs, recipe, recipeHash: (0,tasks_recipe/* recipeHash */.R7)(recipe) },
    };
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
        throw new files_workspace/* PathError */.ER(`must have \`/\` between folders, but is ${(0,errors/* quoted */.TL)(file)}`);
    return external_node_path_.posix.isAbsolute(file) ? file : external_node_path_.posix.join(folder, file);
}
function mapPaths(mapping, folder) {
    const one = (file) => (typeof file === 'string' ? fromManifest(file, folder) : file);
    return Object.fromEntries(Object.entries(mapping).map(([name, value]) => [name, Array.isArray(value) ? value.map(one) : one(value)]));
}

// EXTERNAL MODULE: ./lib/inputs/source.js
var inputs_source = __webpack_require__(93552);
// EXTERNAL MODULE: ./lib/manifest/problems.js
var manifest_problems = __webpack_require__(83925);
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
const aFile = schema_text('must be a path relative to the manifest');
const files = optional(schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* union */.KCZ([aFile, schemas/* array */.YOg(aFile).check(api/* _minLength */.m9(1))], {
    error: 'must be a path relative to the manifest, or a list of them',
}), { error: 'must be a mapping of parameter names to files, such as `{ image_url: art/sketch.png }`' }), {
    description: 'Local files as model input: parameter name to a path relative to the manifest, or a list of paths.',
});
const imageKeys = schemas/* strictObject */.rej({
    id: schema_text('must be text such as `hero` or `icons/{theme}`').check(schemas/* meta */.mIj({ description: 'Unique; letters, digits, . _ - /. May hold placeholders.' })),
    prompt: optional(schema_text('must be text that is not empty'), { description: 'The prompt. May hold placeholders.' }),
    'prompt-file': optional(schema_text('must be a path relative to the manifest'), {
        description: 'A UTF-8 text file that holds the prompt, relative to the manifest. No placeholders inside.',
    }),
    model,
    parameters,
    files,
    matrix: optional(schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* custom */.IeY().check(schemas/* meta */.mIj({})), { error: 'must be a list of values' })
        .check(api/* _minLength */.m9(1, 'must have at least one value')), { error: 'must be a mapping of variables to lists of values, such as `{ theme: [light, dark] }`' }), { description: 'Variables for placeholders: one image for every combination of their values.' }),
    output: optional(schema_text('must be a file below the workspace, such as `assets/hero.png`'), {
        description: 'A file below the workspace, with a media suffix. May hold placeholders, also {index}.',
    }),
}, missingOr('must be an image: a mapping with `id` and `prompt`'));
const schema_image = imageKeys.check(schemas/* meta */.mIj({ not: { required: ['prompt', 'prompt-file'] } }));
const settings = schemas/* strictObject */.rej({ model, parameters, files }, { error: 'must be a mapping with `model`, `parameters`, `files`' });
const defaults = optional(settings, {
    description: "What every image has unless it says otherwise. An image's own win, key by key.",
});
const envelopeSchema = schemas/* strictObject */.rej({
    $schema: optional(schemas/* string */.YjP({ error: 'must be the address of a JSON Schema' }), { description: 'For editors.' }),
    version: schemas/* literal */.euz(1, missingOr('must be 1')).check(schemas/* meta */.mIj({ description: 'Of this format.' })),
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
    const { source, problems: found } = await (0,inputs_source/* readSource */.o)(text);
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
    const meant = (0,manifest_problems/* nearest */.p)(key, known);
    const list = known.filter((name) => name !== '$schema').map((name) => `\`${name}\``);
    return `unknown key ${(0,errors/* quoted */.TL)(key)}${meant === null ? `; known keys are ${list.join(', ')}` : `; did you mean \`${meant}\`?`}`;
}

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
    const inputs = new Map();
    const readOnce = (file, parameter) => once(inputs, JSON.stringify([file, parameter]), () => limit(() => (0,inputs_files/* readInputFile */.jH)(file, parameter, workspace)));
    const prompts = new Map();
    return {
        folder: folder === '.' ? '' : folder,
        prompt: (file) => once(prompts, file, async () => {
            const text = await limit(async () => (0,inputs_files/* readPromptFile */.NK)(await workspace.inside(file)));
            if (redacted(text) !== text)
                throw new inputs_files/* FileFault */.LN('must not contain a token');
            return text;
        }),
        inputs: (mapping) => (0,inputs_files/* readInputFiles */.UK)(mapping, workspace, readOnce),
        async checkOutput(file) {
            await workspace.inside(file);
        },
    };
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
// EXTERNAL MODULE: ./lib/pipeline/preflight.js + 2 modules
var preflight = __webpack_require__(50793);
// EXTERNAL MODULE: ./lib/pipeline/prices.js
var pipeline_prices = __webpack_require__(14734);
;// CONCATENATED MODULE: ./lib/pipeline/manifest-tasks.js

















async function planManifest(file, { outputDir, filename, only, force }, { workspace, redacted, cancelled }) {
    const naming = { outputDir: workspace.shown(outputDir), filename };
    const lockFile = lockPathOf(workspace.shown(file));
    const lockPath = await workspace.inside(lockFile);
    const [locked] = await Promise.allSettled([readLock(lockPath, lockFile)]);
    const look = lookIn(workspace);
    if (locked.status === 'fulfilled')
        lookAhead(locked.value, look, { only, force });
    const manifest = await readManifest(file, { workspace, naming, redacted });
    if (locked.status === 'rejected')
        throw locked.reason;
    const lock = locked.value;
    const ids = [...manifest.images.map(({ id }) => id), ...lock.keys()];
    const idle = [
        ...idlePatterns(only, ids).map((value) => ({ input: 'only', value })),
        ...idlePatterns(force, ids).map((value) => ({ input: 'force', value })),
    ];
    if (idle.length > 0)
        throw new errors/* InputError */.dz(idle.map((one) => ({ ...one, rule: `must match an id in ${manifest.file}` })));
    if (lock.size === 0)
        await refuseOrphanLocks(lockPath, lockFile);
    const digest = digestIn(workspace);
    const planned = await (0,time_limit/* noLongerThan */.Cy)(cancelled, planOf({ images: manifest.images, lock, look, digest, naming, only, force }));
    return { manifest, lockPath, lock: createLockWriter(lockPath, lock), locked: lock, planned };
}
const AHEAD_BYTES = 16 * 1024 ** 2;
function lookAhead(lock, look, { only, force }) {
    const chosen = chosenBy(only);
    const forced = idFilter(force);
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
        if (image === null)
            return [];
        const { id, model, parameters, files, output, recipeHash: recipe } = image;
        if (todo !== 'generate' && todo !== 'collect')
            return [];
        const paid = refetch === null
            ? null
            : {
                requestId: refetch.requestId,
                ending: 'finished',
                acceptedAt: null,
                whenGone: tracked.has(id) ? 'fail' : refetch.whenGone,
            };
        return [{ id, name: id, model, parameters, files, output, recipe, occurrence: 1, paid }];
    });
}
async function withCataloguePrices({ planned, locked }, catalogue) {
    const prices = (0,pipeline_prices/* pricesOf */._5)(catalogue, (0,pipeline_prices/* costsIn */.wO)(locked));
    return Promise.all(planned.map(async (one) => {
        const [task] = tasksOfPlan([one]);
        if (task === undefined || task.paid !== null)
            return one;
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
    if (payable.length > inputs.maxImages) {
        throw new errors/* ActionError */.lZ('bad-input', `The manifest needs ${payable.length} requests, more than \`max-images\` (${inputs.maxImages}).`, {
            advice: 'Nothing was submitted. Raise `max-images`, or select fewer images with `only`.',
        });
    }
    refusePointers(payable);
    const warnings = await (0,preflight/* preflight */.M)(payable, catalogue);
    const plan = { ...read, planned: await withCataloguePrices(read, catalogue) };
    const copies = await copyAll(plan.planned, { workspace: sources.workspace, temp });
    for (const { id, entry } of copies)
        await (0,lock_keeping/* rememberEntry */.U)(plan, id, entry);
    const kept = plan.planned.filter(({ action }) => action === 'modified').map(({ id }) => id);
    const notes = kept.length === 0
        ? []
        : [
            {
                kind: 'modified',
                text: `Modified after they were generated, and kept: ${kept.join(', ')}. To generate them again, use \`force\`.`,
            },
        ];
    return {
        tasks,
        plan,
        copied: (await Promise.all(copies.map((copy) => copiedOutcome(copy, plan.planned)))).flat(),
        notes: [...warnings, ...notes],
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
async function copiedOutcome({ id, entry, files, changed }, planned) {
    const { image = null, action } = planned.find((one) => one.id === id) ?? {};
    if (image === null || (action === 'modified' && !changed))
        return [];
    const { model, parameters, files: inputFiles, output, recipeHash: recipe } = image;
    const measures = await Promise.all(files.map(measuresOf));
    return [
        {
            task: { id, name: id, model, parameters, files: inputFiles, output, recipe, occurrence: 1, paid: null },
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


/***/ })

};
