export const id = 7401;
export const ids = [7401];
export const modules = {

/***/ 67401:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LD: () => (/* binding */ decide),
/* harmony export */   M4: () => (/* binding */ decideAhead),
/* harmony export */   cX: () => (/* binding */ collectedFrom),
/* harmony export */   hB: () => (/* binding */ needing),
/* harmony export */   m1: () => (/* binding */ madeAnewFor),
/* harmony export */   xS: () => (/* binding */ factsOf)
/* harmony export */ });
/* harmony import */ var _lib_disk_key_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46028);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75892);
/* harmony import */ var _lib_figures_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38402);
/* harmony import */ var _lib_placeholders_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36285);
/* harmony import */ var _seats_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66923);





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
    return { ...rest, reasons: stranger === null ? reasons : [...reasons, replaced(stranger)] };
}
async function decideAhead(image, why, facts) {
    const entry = facts.lock.get(image.id) ?? null;
    const stranger = await strangerAt(image, facts);
    const states = entry === null ? [] : await statesOf(entry.outputs, facts);
    const more = [
        ...why,
        ...(entry?.outputs ?? []).flatMap((output, n) => (states[n] === 'modified' ? [retouched(output)] : [])),
        ...(stranger === null ? [] : [replaced(stranger)]),
    ];
    if (facts.forced(image.id))
        return needing('forced', [FORCED, ...more]);
    if (entry === null)
        return needing('new', [NOT_LOCKED, ...more]);
    return changed(image, entry, more);
}
async function changed(image, entry, more) {
    const { changesBetween, reasonsOf } = await Promise.all(/* import() */[__webpack_require__.e(3156), __webpack_require__.e(719)]).then(__webpack_require__.bind(__webpack_require__, 50719));
    const all = changesBetween(entry.recipe, image.recipe, image.deployment?.graph?.graph ?? null);
    const changes = all.filter(({ name }) => !isToBeMade(image, name));
    return { ...needing('changed', [...reasonsOf(changes, image.inputPaths), ...more]), changes };
}
function isToBeMade({ files }, name) {
    const given = Object.entries(files).find(([parameter]) => name === `files.${parameter}`)?.[1] ?? [];
    return [given].flat().some(({ sha256 }) => sha256 === '');
}
const FORCED = 'named in `force`';
const NOT_LOCKED = 'not in the lock';
async function ownNeeds(image, facts) {
    const entry = facts.lock.get(image.id) ?? null;
    if (facts.forced(image.id))
        return needing('forced', [FORCED]);
    if (entry === null)
        return (await renamed(image, facts)) ?? needing('new', [NOT_LOCKED]);
    const { outputs } = entry;
    const states = await statesOf(outputs, facts);
    const modified = outputs.filter((_, n) => states[n] === 'modified');
    if (entry.recipe_sha256 !== image.recipeHash) {
        return changed(image, entry, modified.map(retouched));
    }
    const wanted = await (0,_seats_js__WEBPACK_IMPORTED_MODULE_2__/* .wantedPaths */ .wG)(image, { entry, from: image.id }, facts);
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
function statesOf(outputs, { look, holders }) {
    return Promise.all(outputs.map(async (output) => {
        const state = await look(output);
        const isShared = (holders.get((0,_lib_disk_key_js__WEBPACK_IMPORTED_MODULE_3__/* .diskKey */ .n)(output.path)) ?? []).length > 1;
        return state === 'modified' && isShared ? 'missing' : state;
    }));
}
function replaced(path) {
    return `${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(path)} was not generated by this action, and will be replaced`;
}
function retouched({ path }) {
    return `${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(path)} was modified, and will be replaced`;
}
function kept({ path }) {
    return `${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(path)} was modified; it is kept`;
}
function incomplete(entry, states, missing) {
    const { outputs, request_id: requestId } = entry;
    const modified = outputs.filter((_, n) => states[n] === 'modified');
    const reasons = [
        ...missing.map((path) => `${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(path)} is missing`),
        ...(entry.missing > 0 ? [`${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .hS)(entry.missing, 'file')} of its request could not be downloaded yet`] : []),
        ...(outputs.length === 0 && entry.missing === 0 ? ['the lock lists no file'] : []),
        ...modified.map(kept),
    ];
    const action = modified.length > 0 ? 'modified' : 'changed';
    const decision = { ...needing(action, reasons), lost: missing };
    if (entry.accepted && missing.length > 0)
        return refusingAccepted(decision);
    if (requestId !== null && !entry.accepted) {
        const places = outputs.map((output, n) => ({ ...output, isThere: states[n] !== 'missing' }));
        const whenGone = missing.length === 0 && outputs.length > 0 ? 'fail' : 'submit';
        return refetching(decision, { requestId, outputs: places, cost: entry.cost, whenGone });
    }
    if (missing.length === 0 && outputs.length > 0)
        return needing(modified.length > 0 ? 'modified' : 'unchanged', modified.map(kept), 'nothing');
    return decision;
}
function refetching(decision, refetch) {
    const reasons = [...decision.reasons, collectedFrom(refetch.requestId)];
    return { ...decision, reasons, todo: 'collect', refetch };
}
function collectedFrom(requestId) {
    return `collected from request ${requestId}, free`;
}
function madeAnewFor(requestId) {
    return `generated again: RunComfy no longer has request ${requestId}`;
}
function refusingAccepted(decision) {
    const files = decision.lost.map((path) => (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(path)).join(', ');
    const refusal = `${files} was accepted as is, so it can be neither collected nor generated again: restore it, or generate a new image with \`force\``;
    return { ...decision, todo: 'nothing', refusal };
}
async function moved(id, entry, wanted, states, facts) {
    const here = entry.outputs;
    const there = here.map((output, n) => ({ ...output, path: wanted[n] ?? output.path }));
    const statesThere = await statesOf(there, facts);
    const reasons = here.flatMap(({ path }, n) => path === wanted[n] ? [] : [`output: ${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(path)} → ${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(wanted[n] ?? '')}`]);
    const copy = (action, from, more) => ({
        ...needing(action, [...reasons, ...more], 'copy'),
        copied: entry,
        copiedFrom: id,
        copies: from.map((output, n) => ({ from: output, to: wanted[n] ?? output.path })),
    });
    const goes = here.map(({ path }, n) => path !== wanted[n]);
    const leaves = (path) => here.some((one, n) => goes[n] && (0,_lib_disk_key_js__WEBPACK_IMPORTED_MODULE_3__/* .diskKey */ .n)(one.path) === (0,_lib_disk_key_js__WEBPACK_IMPORTED_MODULE_3__/* .diskKey */ .n)(path));
    const isInTheWay = await Promise.all(there.map(async ({ path }, n) => goes[n] &&
        statesThere[n] !== 'missing' &&
        !isAnothers(id, path, facts) &&
        (isWhole(statesThere[n]) || !(leaves(path) || (await isLeftover(path, facts))))));
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
    const isWanted = (path) => there.some((one) => (0,_lib_disk_key_js__WEBPACK_IMPORTED_MODULE_3__/* .diskKey */ .n)(one.path) === (0,_lib_disk_key_js__WEBPACK_IMPORTED_MODULE_3__/* .diskKey */ .n)(path));
    if (here.some(({ path }, n) => goes[n] && states[n] === 'modified' && isWanted(path)))
        return incomplete(entry, states, lost);
    const strangers = there.filter((_, n) => isInTheWay[n] && !isWhole(statesThere[n])).map(({ path }) => replaced(path));
    const more = [...lost.map((path) => `${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(path)} is missing`), ...strangers];
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
    return (holders.get((0,_lib_disk_key_js__WEBPACK_IMPORTED_MODULE_3__/* .diskKey */ .n)(path)) ?? []).some((holder) => holder !== id);
}
async function renamed(image, facts) {
    for (const [id, entry] of facts.byRecipe.get(image.recipeHash) ?? []) {
        if (facts.known.has(id))
            continue;
        const wanted = await (0,_seats_js__WEBPACK_IMPORTED_MODULE_2__/* .wantedPaths */ .wG)(image, { entry, from: id }, facts);
        if (!entry.outputs.every(({ path }, n) => path === wanted[n]))
            continue;
        const states = await statesOf(entry.outputs, facts);
        if (!states.includes('modified') || states.includes('missing'))
            continue;
        return {
            ...needing('modified', [`was ${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(id)}`, ...entry.outputs.map(kept)], 'copy'),
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
        if (outputs.length === 0 || !(await statesOf(outputs, facts)).every(isWhole))
            continue;
        const wanted = await (0,_seats_js__WEBPACK_IMPORTED_MODULE_2__/* .wantedPaths */ .wG)(image, { entry: source, from }, facts);
        const copies = outputs.map((output, n) => ({ from: output, to: wanted[n] ?? output.path }));
        const reasons = [...decision.reasons, copiedFrom(source)];
        return { ...decision, reasons, todo: 'copy', copied: source, copiedFrom: from, copies };
    }
    for (const [from, source] of sources) {
        const { request_id: requestId, outputs, accepted, cost } = source;
        if (requestId === null || accepted || from === image.id)
            continue;
        const wanted = await (0,_seats_js__WEBPACK_IMPORTED_MODULE_2__/* .wantedPaths */ .wG)(image, { entry: source, from }, facts);
        const states = await statesOf(outputs, facts);
        const isHere = (n) => !facts.known.has(from) && outputs[n]?.path === wanted[n] && states[n] !== 'missing';
        const places = outputs.map((output, n) => ({ ...output, path: wanted[n] ?? output.path, isThere: isHere(n) }));
        const refetch = { requestId, outputs: places, cost, whenGone: 'submit' };
        return { ...refetching(decision, refetch), copiedFrom: from };
    }
    return null;
}
function copiedFrom({ outputs }) {
    return `copied from ${outputs.map(({ path }) => (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(path)).join(', ')}, which has the same recipe`;
}
async function strangerAt({ output }, { holders, look }) {
    const path = output === null ? null : (0,_lib_placeholders_js__WEBPACK_IMPORTED_MODULE_1__/* .outputPath */ .XC)(output, 1);
    return path !== null && !holders.has((0,_lib_disk_key_js__WEBPACK_IMPORTED_MODULE_3__/* .diskKey */ .n)(path)) && (await (0,_seats_js__WEBPACK_IMPORTED_MODULE_2__/* .isThere */ .$B)(path, look)) ? path : null;
}


/***/ }),

/***/ 66923:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $B: () => (/* binding */ isThere),
/* harmony export */   K2: () => (/* binding */ ownersOf),
/* harmony export */   wG: () => (/* binding */ wantedPaths)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _lib_disk_key_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46028);
/* harmony import */ var _lib_placeholders_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36285);
/* harmony import */ var _manifest_naming_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5761);




async function ownersOf(images, sources) {
    const { lock, look } = sources;
    const holders = Map.groupBy([...lock].flatMap(([id, { outputs }]) => outputs.map((output) => ({ id, key: (0,_lib_disk_key_js__WEBPACK_IMPORTED_MODULE_3__/* .diskKey */ .n)(output.path) }))), ({ key }) => key);
    const held = new Map([...holders].map(([key, list]) => [key, list.map(({ id }) => id)]));
    const reserved = new Map(images.flatMap(({ id, output }) => (output === null ? [] : [[(0,_lib_disk_key_js__WEBPACK_IMPORTED_MODULE_3__/* .diskKey */ .n)((0,_lib_placeholders_js__WEBPACK_IMPORTED_MODULE_1__/* .outputPath */ .XC)(output, 1)), id]])));
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
                (number === 1 ? first : numbered).set((0,_lib_disk_key_js__WEBPACK_IMPORTED_MODULE_3__/* .diskKey */ .n)(file), image.id);
        }
    }));
    return { holders: held, reserved, seats: new Map([...numbered, ...first]) };
    async function numbersOf(image, entry) {
        const own = new Set(entry.outputs.map((output) => (0,_lib_disk_key_js__WEBPACK_IMPORTED_MODULE_3__/* .diskKey */ .n)(output.path)));
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
            const key = (0,_lib_disk_key_js__WEBPACK_IMPORTED_MODULE_3__/* .diskKey */ .n)(name(n));
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
    const stem = (0,_manifest_naming_js__WEBPACK_IMPORTED_MODULE_2__/* .stemOf */ .Vc)(image, hasNameEach(image, naming) ? index : 1, requestId, naming);
    const asked = image.output === null ? '' : (0,_lib_placeholders_js__WEBPACK_IMPORTED_MODULE_1__/* .outputPath */ .XC)(image.output, index);
    const suffix = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.extname((0,_manifest_naming_js__WEBPACK_IMPORTED_MODULE_2__/* .suffixFits */ .YT)(asked, (0,_manifest_naming_js__WEBPACK_IMPORTED_MODULE_2__/* .suffixOf */ .jT)(like)) ? asked : like);
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
    return output === null ? filename.includes('{index}') : (0,_lib_placeholders_js__WEBPACK_IMPORTED_MODULE_1__/* .hasIndex */ .V6)(output);
}
async function wantedPaths(image, { entry, from }, { seats, holders, reserved, known, look, naming }) {
    const { id } = image;
    const isOwn = (holder) => holder === id || (holder === from && !known.has(from));
    const taken = new Set();
    const stays = entry.outputs.map((output) => {
        const key = (0,_lib_disk_key_js__WEBPACK_IMPORTED_MODULE_3__/* .diskKey */ .n)(output.path);
        if (from !== id || seats.get(key) !== id || taken.has(key))
            return false;
        taken.add(key);
        return true;
    });
    const wanted = [];
    for (const [n, output] of entry.outputs.entries()) {
        const file = stays[n] === true ? output.path : await freeName(n + 1, output);
        taken.add((0,_lib_disk_key_js__WEBPACK_IMPORTED_MODULE_3__/* .diskKey */ .n)(file));
        wanted.push(file);
    }
    return wanted;
    async function freeName(index, output) {
        const { path: like } = output;
        const { name } = namesOf(image, index, like, entry.request_id ?? '', naming);
        for (let n = 1;; n++) {
            const key = (0,_lib_disk_key_js__WEBPACK_IMPORTED_MODULE_3__/* .diskKey */ .n)(name(n));
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
/* harmony import */ var _lib_placeholders_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(36285);





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
    const fits = (one, other) => (0,_files_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .formatOfSuffix */ .ql)(one)?.suffixes.includes(other) === true;
    return suffix === saved || fits(suffix, saved) || fits(saved, suffix);
}
function pathFault(output) {
    const file = (0,_lib_placeholders_js__WEBPACK_IMPORTED_MODULE_4__/* .outputPath */ .XC)(output, 1);
    const place = (0,_files_names_js__WEBPACK_IMPORTED_MODULE_2__/* .fileNameFault */ .KW)(withoutSuffix(file), 'the workspace');
    if (place !== null)
        return `${place}, but is ${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(file)}`;
    return (0,_files_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .isMediaSuffix */ .GZ)(suffixOf(file))
        ? null
        : `must end in a media suffix such as .png, .jpg or .mp4, but is ${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(file)}`;
}
function formatFault(output, parameters, model) {
    const suffix = suffixOf((0,_lib_placeholders_js__WEBPACK_IMPORTED_MODULE_4__/* .outputPath */ .XC)(output, 1));
    const asked = typeof parameters.output_format === 'string' ? parameters.output_format.toLowerCase() : null;
    const known = (0,_files_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .formatOfWord */ .xr)(asked ?? DEFAULT_FORMATS[model] ?? '');
    if (known === null || (0,_files_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .mayHaveSuffix */ .jd)(known, suffix))
        return null;
    const right = `.${known.suffixes[0] ?? known.name}`;
    const wanted = (0,_files_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .formatOfSuffix */ .ql)(suffix)?.name ?? suffix;
    return asked === null
        ? `ends in .${suffix}, but ${model} returns ${known.name} if \`output_format\` is not set: write \`output_format: ${wanted}\` if the model can, or ${right}`
        : `ends in .${suffix}, but \`output_format\` is ${asked}: write ${right}, or \`output_format: ${wanted}\``;
}
function stemOf(image, index, requestId, { outputDir, filename }) {
    if (image.output !== null)
        return withoutSuffix((0,_lib_placeholders_js__WEBPACK_IMPORTED_MODULE_4__/* .outputPath */ .XC)(image.output, index));
    const seed = Number.isSafeInteger(image.parameters.seed) ? Number(image.parameters.seed) : null;
    return node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(outputDir, (0,_files_names_js__WEBPACK_IMPORTED_MODULE_2__/* .fileName */ .Md)(filename, { id: image.id, index, seed, requestId }));
}
function formatBySuffix(file) {
    return (0,_files_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .formatOfSuffix */ .ql)(suffixOf(file))?.name ?? null;
}


/***/ })

};
