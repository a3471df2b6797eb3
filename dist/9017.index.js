export const id = 9017;
export const ids = [9017,6285,1398];
export const modules = {

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


/***/ })

};
