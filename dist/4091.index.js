export const id = 4091;
export const ids = [4091,6285];
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


/***/ }),

/***/ 24091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   keepBefores: () => (/* binding */ keepBefores),
/* harmony export */   writePreview: () => (/* binding */ writePreview)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _manifest_naming_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5761);
/* harmony import */ var _preview_preview_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24096);




const MAX_POINTER_BYTES = 1024;
const POINTER = /^version https:\/\/(git-lfs\.github\.com|hawser\.github\.com)\/spec\//;
async function keepBefores(planned, workspace, temp) {
    const befores = new Map();
    for (const [n, { id, todo, entry, waitsFor }] of planned.entries()) {
        if ((todo !== 'generate' && waitsFor.length === 0) || entry === null)
            continue;
        const kept = [];
        for (const [m, output] of entry.outputs.entries()) {
            const stagedPath = node_path__WEBPACK_IMPORTED_MODULE_1__.join(temp, `before-${n}-${m}`);
            try {
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.copyFile)(await workspace.inside(output.path), stagedPath);
                const { size: bytes } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(stagedPath);
                const isPointer = bytes < MAX_POINTER_BYTES && POINTER.test(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(stagedPath, 'utf8'));
                const read = () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(stagedPath);
                kept.push({ path: output.path, format: (0,_manifest_naming_js__WEBPACK_IMPORTED_MODULE_2__/* .formatBySuffix */ ._r)(output.path), bytes, isPointer, read });
            }
            catch {
            }
        }
        befores.set(id, kept);
    }
    return befores;
}
function writePreview({ runResult, artifacts, planned, befores }, { key, storage }, place, ports) {
    return (0,_preview_preview_js__WEBPACK_IMPORTED_MODULE_3__/* .publishPreview */ .k)({
        ...place,
        key,
        storage,
        runResult,
        artifacts,
        unchanged: runResult.skipped,
        changes: changesOf(runResult, planned ?? [], befores),
    }, ports);
}
function changesOf(runResult, planned, befores) {
    const byId = new Map(planned.map((one) => [one.id, one]));
    return new Map(runResult.images.flatMap((image) => {
        const one = byId.get(image.outcome.task.id);
        if (one === undefined || one.entry === null)
            return [];
        const before = befores.get(one.id)?.[image.index - 1] ?? null;
        return [[image.path, { before, differences: differencesOf(one) }]];
    }));
}
function differencesOf({ changes, reasons }) {
    return changes.length > 0 ? changes : reasons.map((text) => ({ name: 'why', pieces: [{ text, kind: 'same' }] }));
}


/***/ })

};
