export const id = 3269;
export const ids = [3269,5958,6285];
export const modules = {

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
