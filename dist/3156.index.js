export const id = 3156;
export const ids = [3156];
export const modules = {

/***/ 80008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  au: () => (/* binding */ didYouMean),
  T0: () => (/* binding */ graphHash),
  pi: () => (/* binding */ isMapping),
  Cm: () => (/* binding */ linkTarget),
  Dc: () => (/* binding */ member),
  kk: () => (/* binding */ nodeWords),
  kz: () => (/* binding */ parseGraph),
  tJ: () => (/* binding */ readGraph)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/lib/canonical-json.js
var canonical_json = __webpack_require__(9968);
// EXTERNAL MODULE: ./lib/lib/errors.js
var errors = __webpack_require__(75892);
// EXTERNAL MODULE: ./lib/lib/nearest.js
var nearest = __webpack_require__(42757);
// EXTERNAL MODULE: ./lib/lib/source.js
var lib_source = __webpack_require__(54534);
;// CONCATENATED MODULE: ./lib/graphs/exact-json.js
const MAX_DEPTH = 64;
function exactJson(text) {
    const value = parsed(text);
    if (value === undefined)
        return undefined;
    const found = lookInto(value);
    if (found.depth > MAX_DEPTH || (found.hasLarge && hasRounded(text)))
        return undefined;
    return count(text, ':') === found.colons && !/\\u003a/i.test(text) ? value : undefined;
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function lookInto(value) {
    const found = { colons: 0, depth: 0, hasLarge: false };
    const look = (one, depth) => {
        if (typeof one === 'string')
            found.colons += count(one, ':');
        if (typeof one === 'number')
            found.hasLarge ||= Math.abs(one) > Number.MAX_SAFE_INTEGER;
        if (typeof one !== 'object' || one === null)
            return;
        found.depth = Math.max(found.depth, depth);
        if (depth > MAX_DEPTH)
            return;
        if (!isList(one))
            for (const name of Object.keys(one))
                found.colons += 1 + count(name, ':');
        for (const member of Object.values(one))
            look(member, depth + 1);
    };
    look(value, 1);
    return found;
}
function count(text, character) {
    let times = 0;
    for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1))
        times += 1;
    return times;
}
const TEXTS = /"[^"\\]*(?:\\.[^"\\]*)*"/g;
function hasRounded(text) {
    const numbers = text.replace(TEXTS, '').match(/-?\d[\d.eE+-]*/g) ?? [];
    return numbers.some((token) => {
        const value = Number(token);
        if (!Number.isFinite(value))
            return true;
        return /^-?\d+$/.test(token) && !Number.isSafeInteger(value) && String(value) !== token;
    });
}
function isList(value) {
    return Array.isArray(value);
}

;// CONCATENATED MODULE: ./lib/graphs/graph.js






const HOW_TO_EXPORT = 'in ComfyUI choose Workflow, Export (API) and commit that file (older versions: Save (API Format), after Enable Dev mode Options in the settings)';
async function parseGraph(text) {
    const exact = exactJson(text.replace(/^\uFEFF/, ''));
    const read = exact === undefined ? null : readGraph(exact);
    if (read?.graph)
        return { graph: read.graph, problems: [] };
    const { source, problems } = await (0,lib_source/* readSource */.o)(text);
    if (source === null || (read === null && problems.length > 0))
        return { graph: null, problems };
    const { graph, faults } = read ?? readGraph(source.value);
    return { graph, problems: faults.map(({ path, message }) => ({ ...source.locationOf(path), message })) };
}
function readGraph(value) {
    const fault = faultOfWhole(value);
    if (fault !== null || !isMapping(value))
        return { graph: null, faults: fault === null ? [] : [fault] };
    const faults = [];
    const nodes = new Map();
    const titles = new Map();
    for (const [id, written] of Object.entries(value)) {
        const node = readNode(id, written);
        if ('message' in node) {
            faults.push(node);
            continue;
        }
        nodes.set(id, node);
        if (node.title === null)
            continue;
        const same = titles.get(node.title);
        if (same === undefined)
            titles.set(node.title, [id]);
        else
            same.push(id);
    }
    const graph = { json: value, nodes, titles };
    if (faults.length === 0)
        faults.push(...deadLinks(graph));
    return { graph: faults.length === 0 ? graph : null, faults };
}
function faultOfWhole(value) {
    if (!isMapping(value)) {
        const message = `must be a ComfyUI graph in API format, a mapping of node ids to nodes; ${HOW_TO_EXPORT}`;
        return { path: [], message };
    }
    if (Array.isArray(value.nodes) && (Array.isArray(value.links) || 'last_node_id' in value)) {
        return { path: [], message: `is a workflow in the editor's format, which cannot be run; ${HOW_TO_EXPORT}` };
    }
    for (const wrapper of ['prompt', 'workflow_api_json', 'output']) {
        const inner = member(value, wrapper);
        if (Object.keys(value).length > 3 || !isMapping(inner) || 'class_type' in inner)
            continue;
        if (!Object.values(inner).some((node) => isMapping(node) && 'class_type' in node))
            continue;
        return { path: [wrapper], message: `must be the graph itself: here it is under \`${wrapper}\`` };
    }
    return Object.keys(value).length === 0
        ? { path: [], message: `must be a ComfyUI graph in API format, but it has no node; ${HOW_TO_EXPORT}` }
        : null;
}
function readNode(id, written) {
    if (!isMapping(written))
        return { path: [id], message: `node ${(0,errors/* quoted */.TL)(id, 60)} must be a mapping with \`class_type\` and \`inputs\`` };
    const { class_type: classType, inputs } = written;
    if (typeof classType !== 'string' || classType === '')
        return { path: [id], message: `node ${(0,errors/* quoted */.TL)(id, 60)} must have a \`class_type\`, the name of its kind` };
    if (!isMapping(inputs))
        return { path: [id], message: `node ${(0,errors/* quoted */.TL)(id, 60)} must have \`inputs\`, a mapping of names to values` };
    const title = isMapping(written._meta) ? written._meta.title : null;
    return { id, classType, title: typeof title === 'string' && title !== '' ? title : null, inputs };
}
function deadLinks(graph) {
    const faults = [];
    for (const { id, inputs } of graph.nodes.values()) {
        for (const name of Object.keys(inputs)) {
            const target = linkTarget(inputs[name]);
            if (target === null || graph.nodes.has(target))
                continue;
            const message = `input ${(0,errors/* quoted */.TL)(name, 60)} of ${nodeWords(graph, id)} is linked to node ${(0,errors/* quoted */.TL)(target, 60)}, which the graph does not have${didYouMean(target, graph.nodes.keys())}`;
            faults.push({ path: [id, 'inputs', name], message });
        }
    }
    return faults;
}
function linkTarget(value) {
    if (!Array.isArray(value) || value.length !== 2)
        return null;
    const target = value[0];
    const slot = value[1];
    return typeof target === 'string' && typeof slot === 'number' ? target : null;
}
function nodeWords(graph, id) {
    const title = graph?.nodes.get(id)?.title ?? graph?.nodes.get(id)?.classType;
    return title === undefined ? `node ${(0,errors/* quoted */.TL)(id, 60).slice(1, -1)}` : `node ${id} (${(0,errors/* quoted */.TL)(title, 60).slice(1, -1)})`;
}
function didYouMean(word, known) {
    const meant = (0,nearest/* nearest */.p)(word, known);
    return meant === null ? '' : `; did you mean ${(0,errors/* quoted */.TL)(meant, 60)}?`;
}
function graphHash({ json }) {
    const meant = Object.entries(json).map(([id, node]) => {
        if (!isMapping(node) || !('_meta' in node))
            return [id, node];
        const { _meta, ...rest } = node;
        return [id, rest];
    });
    return (0,external_node_crypto_.hash)('sha256', (0,canonical_json/* canonicalJson */.d)(Object.fromEntries(meant)));
}
function isMapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function member(object, name) {
    return Object.hasOwn(object, name) ? object[name] : undefined;
}


/***/ }),

/***/ 13156:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Af: () => (/* binding */ fileOverrides),
/* harmony export */   IO: () => (/* binding */ requestBody),
/* harmony export */   Ij: () => (/* binding */ resolveOverrides),
/* harmony export */   Ku: () => (/* binding */ againstGraph),
/* harmony export */   Mh: () => (/* binding */ byNode),
/* harmony export */   Oj: () => (/* binding */ withoutFiles),
/* harmony export */   Oq: () => (/* binding */ unusedPlaceholder),
/* harmony export */   e3: () => (/* binding */ compareNodeIds),
/* harmony export */   fixedSeed: () => (/* binding */ fixedSeed),
/* harmony export */   nameOf: () => (/* binding */ nameOf),
/* harmony export */   oT: () => (/* binding */ withFiles),
/* harmony export */   w4: () => (/* binding */ isByTitle),
/* harmony export */   wG: () => (/* binding */ pathsOf),
/* harmony export */   wu: () => (/* binding */ compareTargets)
/* harmony export */ });
/* unused harmony exports findInput, applyOverrides */
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75892);
/* harmony import */ var _lib_placeholders_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36285);
/* harmony import */ var _graph_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80008);



function resolveOverrides(given, variables, known) {
    const graph = known === 'later' ? null : known;
    const found = new Map();
    const files = [];
    const used = new Set();
    const notes = [];
    const problems = [];
    const add = (target, written, at) => {
        if (typeof target === 'string')
            return void problems.push({ path: at, message: target });
        const place = JSON.stringify([target.node, target.input]);
        if (found.has(place)) {
            const words = `${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(target.input, 60)} of ${(0,_graph_js__WEBPACK_IMPORTED_MODULE_2__/* .nodeWords */ .kk)(graph, target.node)}`;
            return void problems.push({ path: at, message: `input ${words} is overridden twice: remove one of them` });
        }
        for (const name of placeholdersIn(written))
            used.add(name);
        try {
            const value = filled(written, variables);
            found.set(place, { ...target, value });
            for (const file of filesIn(value)) {
                if (file.name === null)
                    problems.push({ path: [...at, ...file.path], message: FILE_FORM });
                else
                    files.push({ ...target, path: file.path, file: file.name, at: [...at, ...file.path] });
            }
            if (graph !== null)
                judge(graph, target, value, at);
        }
        catch (error) {
            if (!(error instanceof _lib_placeholders_js__WEBPACK_IMPORTED_MODULE_1__/* .PlaceholderFault */ .Wt))
                throw error;
            problems.push({ path: at, message: error.message });
        }
    };
    function judge(known, target, value, at) {
        const { message, note } = linkChange(known, target, value);
        if (message !== null)
            problems.push({ path: at, message });
        if (note !== null)
            notes.push(note);
    }
    for (const [key, value] of Object.entries(given)) {
        if (known === 'later' && isByTitle(key, value)) {
            add({ node: key, input: '' }, value, [key]);
            continue;
        }
        const own = (0,_graph_js__WEBPACK_IMPORTED_MODULE_2__/* .isMapping */ .pi)(value) && (0,_graph_js__WEBPACK_IMPORTED_MODULE_2__/* .isMapping */ .pi)(value.inputs) && Object.keys(value).length === 1 ? value.inputs : null;
        const node = own === null ? null : nodeOf(key, graph);
        if (own === null || node === null) {
            add(findInput(key, graph), value, [key]);
            continue;
        }
        for (const [input, one] of Object.entries(own)) {
            const path = [key, 'inputs', input];
            add('message' in node ? node.message : inputOf(node.id, input, graph), one, path);
        }
    }
    const overrides = [...found.values()].sort(compareTargets);
    return { overrides, needed: files, used, notes, problems };
}
function isByTitle(key, value) {
    const isWhole = (0,_graph_js__WEBPACK_IMPORTED_MODULE_2__/* .isMapping */ .pi)(value) && (0,_graph_js__WEBPACK_IMPORTED_MODULE_2__/* .isMapping */ .pi)(value.inputs) && Object.keys(value).length === 1;
    return (isWhole || key.includes('.')) && !/^\d+(:\d+)*(\.|$)/.test(key);
}
function linkChange(graph, { node, input }, value) {
    const now = (0,_graph_js__WEBPACK_IMPORTED_MODULE_2__/* .linkTarget */ .Cm)(value);
    const words = `input ${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(input, 60)} of ${(0,_graph_js__WEBPACK_IMPORTED_MODULE_2__/* .nodeWords */ .kk)(graph, node)}`;
    const message = now === null || graph.nodes.has(now)
        ? null
        : `links ${words} to node ${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(now, 60)}, which the graph does not have${(0,_graph_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .au)(now, graph.nodes.keys())}`;
    const before = (0,_graph_js__WEBPACK_IMPORTED_MODULE_2__/* .linkTarget */ .Cm)((0,_graph_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(graph.nodes.get(node)?.inputs ?? {}, input));
    if (before === null || before === now)
        return { message, note: null };
    const instead = now === null ? 'the value replaces that link' : `it is now linked to ${(0,_graph_js__WEBPACK_IMPORTED_MODULE_2__/* .nodeWords */ .kk)(graph, now)}`;
    const note = `An override changes ${words}, which the graph links to ${(0,_graph_js__WEBPACK_IMPORTED_MODULE_2__/* .nodeWords */ .kk)(graph, before)}: ${instead}.`;
    return { message, note };
}
function againstGraph(overrides, graph) {
    const messages = [];
    const notes = [];
    for (const { node, input, value } of overrides) {
        const target = graph.nodes.has(node) ? inputOf(node, input, graph) : noSuchNode(node, graph);
        if (typeof target === 'string') {
            messages.push(target);
            continue;
        }
        const { message, note } = linkChange(graph, target, value);
        if (message !== null)
            messages.push(message);
        if (note !== null)
            notes.push(note);
    }
    return { messages, notes };
}
const FILE_FORM = '`$file` must be the only key, with a path in the workspace: `{ $file: art/sketch.png }`';
function findInput(key, graph) {
    const dots = [...key.matchAll(/\./g)].map(({ index }) => index).reverse();
    if (dots.length === 0)
        return `${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(key)} must name a node and its input: ${exampleOf(key, graph)}`;
    for (const find of [byId, byTitle]) {
        for (const dot of dots) {
            const node = find(key.slice(0, dot), graph);
            if (node !== null)
                return 'message' in node ? node.message : inputOf(node.id, key.slice(dot + 1), graph);
        }
    }
    const named = key.slice(0, dots[0]);
    if (graph === null) {
        return `${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(named, 60)} is not a node id, and without the deployment's graph a title cannot be looked up: write the id, as in \`6.text\`, or give the graph as \`workflow\``;
    }
    return noSuchNode(named, graph);
}
function noSuchNode(named, graph) {
    const known = [...graph.nodes.keys(), ...graph.titles.keys()];
    return `the graph has no node with the id or title ${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(named, 60)}${(0,_graph_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .au)(named, known) || `; it has ${someNodes(graph)}`}`;
}
function nodeOf(name, graph) {
    return byId(name, graph) ?? byTitle(name, graph);
}
function byId(name, graph) {
    const fits = graph === null ? /^\d+(:\d+)*$/.test(name) : graph.nodes.has(name);
    return fits ? { id: name } : null;
}
function byTitle(name, graph) {
    const ids = graph?.titles.get(name) ?? [];
    const [id] = ids;
    if (id === undefined)
        return null;
    if (ids.length === 1)
        return { id };
    const list = ids.slice(0, 5).map((one) => `\`${one}\``);
    return {
        message: `${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(name, 60)} is the title of ${ids.length} nodes: write the id of the one that you mean (${list.join(', ')}${ids.length > 5 ? ', ...' : ''})`,
    };
}
function inputOf(node, input, graph) {
    const inputs = graph?.nodes.get(node)?.inputs;
    if (inputs === undefined || Object.hasOwn(inputs, input))
        return { node, input };
    const known = Object.keys(inputs);
    const list = known.slice(0, 12).map((name) => (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(name, 60));
    const there = known.length === 0 ? '; it has none' : `; it has ${list.join(', ')}${known.length > 12 ? ', ...' : ''}`;
    return `${(0,_graph_js__WEBPACK_IMPORTED_MODULE_2__/* .nodeWords */ .kk)(graph, node)} has no input ${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(input, 60)}${(0,_graph_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .au)(input, known) || there}`;
}
function exampleOf(key, graph) {
    const node = nodeOf(key, graph);
    const inputs = node !== null && 'id' in node ? Object.keys(graph?.nodes.get(node.id)?.inputs ?? {}) : [];
    return inputs[0] === undefined ? 'such as `6.text` or `Prompt.text`' : `such as \`${key}.${inputs[0]}\``;
}
function someNodes(graph) {
    const nodes = [...graph.nodes.values()];
    const list = nodes.slice(0, 8).map(({ id, title }) => (title === null ? id : `${id} (${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(title, 40)})`));
    return `${list.join(', ')}${nodes.length > 8 ? `, and ${nodes.length - 8} more` : ''}`;
}
const PLACEHOLDER = /\{\{|\}\}|\{([A-Za-z_][\w-]*)\}/g;
function placeholdersIn(value) {
    if (typeof value === 'string')
        return [...value.matchAll(PLACEHOLDER)].flatMap(([, name]) => (name === undefined ? [] : [name]));
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(placeholdersIn) : [];
}
function filled(value, variables) {
    for (const name of ['prompt', 'seed']) {
        if (variables.has(name) || !placeholdersIn(value).includes(name))
            continue;
        throw new _lib_placeholders_js__WEBPACK_IMPORTED_MODULE_1__/* .PlaceholderFault */ .Wt(`{${name}} stands for \`${name}\`, which is not given: give one, or write {{${name}}} for literal braces`);
    }
    return (0,_lib_placeholders_js__WEBPACK_IMPORTED_MODULE_1__/* .fillValue */ .Vk)(value, variables);
}
function filesIn(value, path = []) {
    if (Array.isArray(value))
        return value.flatMap((item, n) => filesIn(item, [...path, n]));
    if (!(0,_graph_js__WEBPACK_IMPORTED_MODULE_2__/* .isMapping */ .pi)(value))
        return [];
    if (!Object.hasOwn(value, '$file'))
        return Object.entries(value).flatMap(([name, one]) => filesIn(one, [...path, name]));
    const { $file: name } = value;
    const fits = typeof name === 'string' && name !== '' && Object.keys(value).length === 1;
    return [{ path, name: fits ? name : null }];
}
function fileOverrides(files) {
    return Object.fromEntries(Object.entries(files).map(([key, file]) => [
        key,
        Array.isArray(file) ? file.map((one) => ({ $file: one })) : { $file: file },
    ]));
}
function nameOf({ node, input }) {
    return `${node}.${input}`;
}
function fixedSeed(graph, overrides) {
    const overridden = new Map(overrides.map((one) => [nameOf(one), one.value]));
    const seeds = [...graph.nodes.values()].flatMap(({ id, inputs }) => Object.entries(inputs)
        .filter(([input]) => input === 'seed' || input === 'noise_seed')
        .map(([input, given]) => {
        const target = { node: id, input };
        return { target, value: overridden.get(nameOf(target)) ?? given };
    }));
    const isFixed = seeds.every(({ value }) => Number.isInteger(value) && Number(value) >= 0);
    return isFixed ? (seeds[0]?.target ?? null) : null;
}
function pathsOf(needed) {
    return Object.fromEntries([...Map.groupBy(needed, nameOf)].map(([name, own]) => {
        const [first] = own;
        const isWhole = own.length === 1 && first?.path.length === 0;
        return [name, isWhole ? first.file : own.map(({ file }) => file)];
    }));
}
function withFiles(overrides, files, contentOf) {
    return overrides.map((override) => {
        const own = files.filter(({ node, input }) => node === override.node && input === override.input);
        return { ...override, value: own.reduce((value, file) => put(value, file.path, contentOf(file)), override.value) };
    });
}
function put(value, [step, ...rest], content) {
    if (step === undefined)
        return content;
    if (Array.isArray(value))
        return value.map((item, n) => (n === step ? put(item, rest, content) : item));
    if (!(0,_graph_js__WEBPACK_IMPORTED_MODULE_2__/* .isMapping */ .pi)(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, name === step ? put(one, rest, content) : one]));
}
function withoutFiles(overrides, files) {
    return overrides.flatMap((override) => {
        const own = files.filter(({ node, input }) => node === override.node && input === override.input);
        if (own.some(({ path }) => path.length === 0))
            return [];
        return [{ ...override, value: own.reduce((value, { path }) => put(value, path, null), override.value) }];
    });
}
function applyOverrides(graph, overrides) {
    const nodes = new Map(graph.nodes);
    const changed = new Map();
    for (const [id, own] of Map.groupBy(overrides, ({ node }) => node)) {
        const node = nodes.get(id);
        const written = (0,_graph_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(graph.json, id);
        if (node === undefined || !(0,_graph_js__WEBPACK_IMPORTED_MODULE_2__/* .isMapping */ .pi)(written))
            throw new Error(`an override of node ${id}, which is not there`);
        const inputs = { ...node.inputs, ...Object.fromEntries(own.map(({ input, value }) => [input, value])) };
        nodes.set(id, { ...node, inputs });
        changed.set(id, { ...written, inputs });
    }
    const json = Object.fromEntries(Object.entries(graph.json).map(([id, node]) => [id, changed.get(id) ?? node]));
    return { ...graph, json, nodes };
}
function byNode(overrides) {
    return Object.fromEntries([...Map.groupBy(overrides, ({ node }) => node)].map(([id, own]) => [
        id,
        { inputs: Object.fromEntries(own.map(({ input, value }) => [input, value])) },
    ]));
}
function requestBody(graph, overrides) {
    return graph === null
        ? { overrides: byNode(overrides) }
        : { workflow_api_json: applyOverrides(graph, overrides).json };
}
function unusedPlaceholder(name, graph) {
    const inputs = name === 'prompt' ? ['text', 'prompt', 'positive_prompt'] : ['seed', 'noise_seed'];
    const target = graph === null ? null : firstInput(graph, inputs);
    const where = target ?? (name === 'prompt' ? '6.text' : '3.seed');
    return `is used by no override: say where it goes in the graph, such as \`overrides: { "${where}": "{${name}}" }\` (a LoRA deployment takes \`parameters\` instead, which may be \`{}\`)`;
}
function firstInput(graph, names) {
    for (const { id, title, inputs } of graph.nodes.values()) {
        const input = names.find((name) => Object.hasOwn(inputs, name) && (0,_graph_js__WEBPACK_IMPORTED_MODULE_2__/* .linkTarget */ .Cm)(inputs[name]) === null);
        if (input === undefined)
            continue;
        const unique = title !== null && !/["`{}\\\n]/.test(title) && !graph.nodes.has(title) && graph.titles.get(title)?.length === 1;
        return `${unique ? title : id}.${input}`;
    }
    return null;
}
function compareTargets(a, b) {
    return compareNodeIds(a.node, b.node) || (a.input < b.input ? -1 : a.input > b.input ? 1 : 0);
}
function compareNodeIds(a, b) {
    const [left, right] = [a.split(':'), b.split(':')];
    for (let n = 0; n < Math.min(left.length, right.length); n++) {
        const order = comparePart(left[n] ?? '', right[n] ?? '');
        if (order !== 0)
            return order;
    }
    return left.length - right.length;
}
function comparePart(a, b) {
    const numbers = [a, b].map((part) => (/^\d+$/.test(part) ? BigInt(part) : null));
    const [left, right] = numbers;
    if (typeof left === 'bigint' && typeof right === 'bigint' && left !== right)
        return left < right ? -1 : 1;
    if ((left === null) !== (right === null))
        return left === null ? 1 : -1;
    return a < b ? -1 : a > b ? 1 : 0;
}


/***/ })

};
