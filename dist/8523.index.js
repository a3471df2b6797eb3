export const id = 8523;
export const ids = [8523];
export const modules = {

/***/ 88523:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readYaml: () => (/* binding */ readYaml)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./lib/lib/errors.js
var errors = __webpack_require__(75892);
;// CONCATENATED MODULE: ./lib/lib/yaml-document.js

const MAX_DEPTH = 64;
function composeDocuments(text, lines) {
    const plain = { schema: 'core', resolveKnownTags: false };
    const composer = new dist/* Composer */.Dk({ ...plain, prettyErrors: false, uniqueKeys: false });
    const [document = null, second = null] = composer.compose(tokens(text, lines), true, text.length);
    return { document, second };
}
function* tokens(text, lines) {
    const parser = new dist/* Parser */.iX(lines.addNewLine);
    lines.addNewLine(0);
    for (const lexeme of new dist/* Lexer */.JG().lex(text)) {
        yield* parser.next(lexeme);
        if (parser.stack.length > 4 * MAX_DEPTH)
            throw new Error('it is nested too deeply');
    }
    yield* parser.end();
}

;// CONCATENATED MODULE: ./lib/lib/yaml-values.js



const MAX_VALUES = 500_000;
class TooMuch extends Error {
}
function jsonOf(root, aliases, problem) {
    const { anchors, targets } = aliases;
    let values = 0;
    try {
        return { value: json(root, null, 0) };
    }
    catch (error) {
        if (!(error instanceof TooMuch))
            throw error;
        return null;
    }
    function json(node, name, depth) {
        values += 1;
        if (values > MAX_VALUES || depth > MAX_DEPTH) {
            const limit = depth > MAX_DEPTH ? `nested at most ${MAX_DEPTH} deep` : `at most ${MAX_VALUES} values`;
            problem(node, `must have ${limit}; each alias counts as everything that it repeats`);
            throw new TooMuch();
        }
        if (node === null)
            return null;
        if ((0,dist/* isAlias */.Vj)(node)) {
            const target = anchors.get(node.source);
            if (target === undefined) {
                problem(node, `there is no anchor &${node.source} before this alias`);
                return null;
            }
            targets.set(node, target);
            return json(target, name, depth);
        }
        if (node.anchor !== undefined)
            anchors.set(node.anchor, node);
        if ((0,dist/* isMap */.jh)(node))
            return mapping(node.items, depth);
        if ((0,dist/* isSeq */.oP)(node))
            return node.items.map((item) => json(item, name, depth + 1));
        if ((0,dist/* isScalar */.jn)(node))
            return scalar(node.value, name, (message) => problem(node, message));
        throw new Error('the document holds something that is neither mapping, list nor scalar');
    }
    function mapping(pairs, depth) {
        const seen = new Map();
        for (const { key, value } of pairs) {
            const name = keyText(key, aliases);
            if (name === null)
                problem(key, 'keys must be text: put this one in quotes');
            else if (name === '<<' && (0,dist/* isScalar */.jn)(key) && key.type === 'PLAIN')
                problem(key, 'merge keys (`<<`) are not supported: write out the keys');
            else {
                if (seen.has(name))
                    problem(key, `duplicate key ${(0,errors/* quoted */.TL)(name)}: remove one of them`);
                seen.set(name, json(value, name, depth + 1));
            }
        }
        return Object.fromEntries(seen);
    }
}
function keyText(key, { anchors }) {
    const node = (0,dist/* isAlias */.Vj)(key) ? (anchors.get(key.source) ?? null) : key;
    if (!(0,dist/* isScalar */.jn)(node))
        return null;
    if (node.anchor !== undefined)
        anchors.set(node.anchor, node);
    return node.value === null ? null : (node.source ?? null);
}
function scalar(value, name, problem) {
    if (value === null || typeof value === 'string' || typeof value === 'boolean')
        return value;
    if (typeof value !== 'number')
        throw new Error('the schema gave a value that JSON has not');
    const called = () => (name === null ? 'it' : (0,errors/* quoted */.TL)(name));
    if (!Number.isFinite(value))
        problem(`must hold finite numbers, but ${called()} is ${value}; if it is text, put it in quotes`);
    else if (Number.isInteger(value) && !Number.isSafeInteger(value))
        problem(`must hold whole numbers below 2^53, but ${called()} is larger and would be rounded; if it is text, put it in quotes`);
    return value;
}

;// CONCATENATED MODULE: ./lib/lib/yaml-source.js




const MAX_SYNTAX_ERRORS = 20;
const TAG = 'TAG_RESOLVE_FAILED';
function readYaml(text) {
    const lines = new dist/* LineCounter */.HN();
    const problems = [];
    const locationAt = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { line: Math.max(1, line), column: Math.max(1, col) };
    };
    const locate = (node) => locationAt(node?.range?.[0] ?? 0);
    const problem = (node, message) => {
        problems.push({ ...locate(node), message });
    };
    let composed;
    try {
        composed = composeDocuments(text, lines);
    }
    catch (error) {
        const said = oneLine(error instanceof Error ? error.message : String(error));
        return { source: null, problems: [{ line: 1, column: 1, message: `not valid YAML or JSON: ${said}` }] };
    }
    const { document, second } = composed;
    if (second !== null)
        problem(second.contents, 'must be one document, without a second `---`');
    if (document === null)
        return { source: null, problems };
    const faults = [...document.errors, ...document.warnings];
    for (const { code, message, pos } of faults.slice(0, MAX_SYNTAX_ERRORS)) {
        const said = code === TAG ? tagFault(text.slice(...pos)) : `not valid YAML or JSON: ${oneLine(message)}`;
        problems.push({ ...locationAt(pos[0]), message: said });
    }
    if (second !== null || faults.some(({ code }) => code !== TAG))
        return { source: null, problems };
    const aliases = { anchors: new Map(), targets: new Map() };
    const read = jsonOf(document.contents, aliases, problem);
    return {
        source: read === null ? null : { value: read.value, ...locations(document.contents, aliases, locate) },
        problems,
    };
}
function locations(root, aliases, locate) {
    return {
        locationOf(path) {
            let node = root;
            for (const step of path) {
                const next = child(node, step)?.value ?? null;
                if (next === null)
                    break;
                node = next;
            }
            return locate(node);
        },
        placeOfKey(path) {
            let node = root;
            for (const step of path.slice(0, -1))
                node = child(node, step)?.value ?? null;
            return locate(child(node, path.at(-1) ?? '')?.key ?? node);
        },
    };
    function child(parent, step) {
        const node = (0,dist/* isAlias */.Vj)(parent) ? (aliases.targets.get(parent) ?? null) : parent;
        if ((0,dist/* isMap */.jh)(node)) {
            return node.items.find(({ key }) => keyText(key, aliases) === String(step)) ?? null;
        }
        const item = (0,dist/* isSeq */.oP)(node) ? node.items[Number(step)] : undefined;
        return item === undefined ? null : { key: item, value: item };
    }
}
function tagFault(tag) {
    return `the tag ${(0,errors/* quoted */.TL)(tag)} is not supported: write quoted text, a number, \`true\`, \`false\`, \`null\`, a list or a mapping`;
}
function oneLine(text) {
    return (text.split('\n', 1)[0] ?? '').replace(/[.:]$/, '').slice(0, 200);
}


/***/ })

};
