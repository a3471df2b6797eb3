export const id = 7738;
export const ids = [7738];
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

/***/ 67738:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   doubtsOf: () => (/* binding */ doubtsOf),
/* harmony export */   suggestion: () => (/* binding */ suggestion)
/* harmony export */ });
/* unused harmony export findingsOf */
/* harmony import */ var _inputs_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72362);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75892);
/* harmony import */ var _lib_figures_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38402);
/* harmony import */ var _lib_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68173);
/* harmony import */ var _lib_nearest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(42757);





function doubtsOf(model, requests, schema, severalIds) {
    const found = requests.flatMap(({ id, sent }) => findingsOf(model, sent, schema).map((finding) => ({ ...finding, id })));
    return [...Map.groupBy(found, ({ text }) => text)].map(([text, ofText]) => ({
        kind: `${model} ${ofText[0]?.input ?? ''}`,
        text: `${severalIds ? `${listed(new Set(ofText.map(({ id }) => id)))}: ` : ''}${text}`,
    }));
}
const MAX_IDS = 5;
function listed(ids) {
    const more = ids.size - MAX_IDS;
    return `${[...ids].slice(0, MAX_IDS).join(', ')}${more > 0 ? ` and ${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .grouped */ .zD)(more)} more` : ''}`;
}
function findingsOf(model, sent, schema) {
    const properties = (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonObject */ .o$)(schema.properties) ?? {};
    const names = Object.keys(properties);
    const required = Array.isArray(schema.required) ? schema.required : [];
    const found = new Map();
    for (const input of required) {
        if (typeof input === 'string' && !Object.hasOwn(sent, input))
            found.set(input, `${model} expects ${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(input)}, which is not set.`);
    }
    for (const [input, value] of Object.entries(sent)) {
        const property = Object.hasOwn(properties, input) ? (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonObject */ .o$)(properties[input]) : null;
        const text = property !== null ? doubt(value, property, { model, name: input }) : unknownName(input, names, `${model} has no`);
        if (text !== null && (property !== null || names.length > 0))
            found.set(input, text);
    }
    return [...found].map(([input, text]) => ({ input, text }));
}
async function suggestion(model, catalogue) {
    const letters = (id) => id.toLowerCase().replace(/[^a-z0-9]/g, '');
    const words = model.split(/[/_.-]/).filter((word) => word.length > 2);
    for (const search of [model.split('/')[1] ?? model, ...words]) {
        const found = await catalogue.search(search);
        const best = found.find((id) => letters(id) === letters(model)) ??
            found.find((id) => letters(id).startsWith(letters(model))) ??
            (0,_lib_nearest_js__WEBPACK_IMPORTED_MODULE_4__/* .nearest */ .p)(model, found);
        if (best !== null && best !== undefined)
            return `; did you mean ${best}?`;
    }
    return '. Copy the model_id from the API tab of the model on runcomfy.com.';
}
const MAX_NAMES = 12;
function unknownName(input, names, lacks) {
    const meant = (0,_lib_nearest_js__WEBPACK_IMPORTED_MODULE_4__/* .nearest */ .p)(input, names);
    const more = names.length > MAX_NAMES ? ' and more' : '';
    const rest = meant === null ? `; there are ${names.slice(0, MAX_NAMES).join(', ')}${more}.` : `; did you mean "${meant}"?`;
    return `${lacks} input ${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(input)}${rest}`;
}
function doubt(value, property, about) {
    if (value === null || ['anyOf', 'oneOf', 'allOf'].some((key) => Object.hasOwn(property, key)))
        return null;
    const wanted = wantedOf(property);
    if (Array.isArray(value))
        return wanted === 'list' || wanted === null ? doubtOfList(value, property, about) : notOne(value, wanted, about);
    if (wanted === 'list')
        return notList(about);
    const object = (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonObject */ .o$)(value);
    if (object !== null)
        return _inputs_files_js__WEBPACK_IMPORTED_MODULE_0__/* .FILE */ .PW in object ? doubtOfFile(object, property, about) : doubtOfObject(object, property, about);
    return doubtOfValue(value, property, about);
}
const WANTED = {
    string: 'text',
    str: 'text',
    number: 'number',
    float: 'number',
    integer: 'whole',
    int: 'whole',
    boolean: 'boolean',
    bool: 'boolean',
    array: 'list',
    object: 'mapping',
};
const NOUNS = {
    list: 'a list',
    text: 'text',
    number: 'a number',
    whole: 'a whole number',
    boolean: 'true or false',
    mapping: 'a mapping',
};
function wantedOf({ type, format }) {
    if (/^(image|video|audio)_uris$/.test(String(format)))
        return 'list';
    return typeof type === 'string' ? (WANTED[type] ?? null) : null;
}
function mediaOf({ format }) {
    return /^(image|video|audio)_uris?$/.exec(String(format))?.[1] ?? null;
}
const A = { image: 'an image', video: 'a video', audio: 'an audio file' };
function notOne(value, wanted, { model, name }) {
    return `${name} is a list of ${value.length}, but ${model} expects ${wanted === 'text' ? 'one value' : NOUNS[wanted]}: write it without the list.`;
}
function notList({ model, name }) {
    return `${name} is a single value, but ${model} expects a list: write it in [ ].`;
}
function doubtOfList(values, property, about) {
    const { model, name } = about;
    const [min, max] = [numberOf(property.minItems), numberOf(property.maxItems)];
    if (max !== null && values.length > max)
        return `${name} has ${values.length} items, but ${model} takes at most ${max}.`;
    if (min !== null && values.length < min)
        return `${name} has ${values.length} items, but ${model} expects at least ${min}.`;
    const media = mediaOf(property);
    const item = { ...(media === null ? {} : { format: `${media}_uri` }), ...(0,_lib_json_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonObject */ .o$)(property.items) };
    for (const [n, value] of values.entries()) {
        const text = doubt(value, item, { model, name: `${name}[${n}]` });
        if (text !== null)
            return text;
    }
    return null;
}
function doubtOfObject(object, property, { model, name }) {
    const wanted = wantedOf(property);
    const isAllowed = wanted === 'mapping' || wanted === null || /\bobject\b/i.test(String(property.description));
    if (!isAllowed)
        return `${name} is a mapping, but ${model} expects ${NOUNS[wanted]}.`;
    const properties = (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonObject */ .o$)(property.properties) ?? {};
    const names = Object.keys(properties);
    for (const [key, value] of Object.entries(object)) {
        const inner = (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonObject */ .o$)(properties[key]);
        if (inner === null && names.length > 0)
            return unknownName(key, names, `${name} of ${model} has no`);
        const text = inner === null ? null : doubt(value, inner, { model, name: `${name}.${key}` });
        if (text !== null)
            return text;
    }
    return null;
}
function doubtOfFile(file, property, { model, name }) {
    const type = String(file[_inputs_files_js__WEBPACK_IMPORTED_MODULE_0__/* .FILE */ .PW] ?? '');
    const media = mediaOf(property);
    const wanted = wantedOf(property);
    if (media !== null)
        return type === '' || type.startsWith(`${media}/`) ? null : `${name} is ${type}, but ${model} expects ${A[media]}.`;
    return wanted === null || wanted === 'text' ? null : `${name} is a file, but ${model} expects ${NOUNS[wanted]}.`;
}
function doubtOfValue(value, property, about) {
    const { model, name } = about;
    const options = Array.isArray(property.enum) ? property.enum : [];
    if (options.includes(value))
        return null;
    const wanted = wantedOf(property);
    if (wanted === 'boolean')
        return typeof value === 'boolean' ? null : notBoolean(value, about);
    const alike = options.find((option) => String(option).toLowerCase() === String(value).toLowerCase());
    if (typeof value === 'string' && typeof alike === 'string')
        return `${name} is ${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(value)}, but ${model} spells it ${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(alike)}.`;
    return (wrongType(value, wanted, about) ?? outOfEnum(value, options, property, about) ?? outOfBounds(value, property, about));
}
function notBoolean(value, { model, name }) {
    const isYes = /^(true|yes|on|y|1)$/i.test(String(value));
    const isNo = /^(false|no|off|n|0)$/i.test(String(value));
    const remedy = isYes || isNo ? `: write ${name}: ${isYes}, without quotes` : '';
    return `${name} is ${said(value)}, but ${model} expects true or false${remedy}.`;
}
function wrongType(value, wanted, { model, name }) {
    const isNumber = typeof value === 'number';
    const but = `${name} is ${said(value)}, but ${model} expects`;
    if (wanted === 'number' || wanted === 'whole') {
        if (isNumber)
            return wanted === 'number' || Number.isInteger(value) ? null : `${but} a whole number.`;
        const isQuoted = typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value));
        return `${but} ${NOUNS[wanted]}${isQuoted ? ': remove the quotes' : ''}.`;
    }
    if (wanted === 'text' && typeof value !== 'string')
        return `${but} text: put it in quotes, ${name}: "${String(value)}".`;
    return wanted === 'mapping' ? `${but} a mapping.` : null;
}
function outOfEnum(value, options, { description }, { model, name }) {
    const isDescribed = String(description)
        .split(/[^\w.:-]+/)
        .includes(String(value));
    if (options.length === 0 || isDescribed)
        return null;
    const meant = typeof value === 'string' ? (0,_lib_nearest_js__WEBPACK_IMPORTED_MODULE_4__/* .nearest */ .p)(value, options.map(String)) : null;
    const list = options.slice(0, MAX_NAMES).map((option) => JSON.stringify(option));
    const more = options.length > MAX_NAMES ? ' and more' : '';
    return `${name} is ${said(value)}, but ${model} takes ${list.join(', ')}${more}${meant === null ? '.' : `; did you mean ${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(meant)}?`}`;
}
function outOfBounds(value, property, { model, name }) {
    if (typeof value === 'string') {
        const max = numberOf(property.maxLength);
        if (max !== null && value.length > max)
            return `${name} has ${value.length} characters, but ${model} takes at most ${max}.`;
        const isAddress = mediaOf(property) === null || value === '' || /^(https?:\/\/|data:)/i.test(value);
        return isAddress
            ? null
            : `${name} is ${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(value)}, which is not a URL: for a file in the workspace, write { ${_inputs_files_js__WEBPACK_IMPORTED_MODULE_0__/* .FILE */ .PW}: path }.`;
    }
    if (typeof value !== 'number')
        return null;
    const [min, max] = [numberOf(property.minimum), numberOf(property.maximum)];
    const [above, below] = [numberOf(property.exclusiveMinimum), numberOf(property.exclusiveMaximum)];
    const isOut = value < (min ?? value) ||
        value > (max ?? value) ||
        (above !== null && value <= above) ||
        (below !== null && value >= below);
    if (!isOut)
        return null;
    const bounds = [
        ...(min === null ? [] : [`at least ${min}`]),
        ...(above === null ? [] : [`more than ${above}`]),
        ...(max === null ? [] : [`at most ${max}`]),
        ...(below === null ? [] : [`less than ${below}`]),
    ];
    return `${name} is ${value}, but ${model} takes ${bounds.join(' and ')}.`;
}
function numberOf(value) {
    return typeof value === 'number' ? value : null;
}
function said(value) {
    const shown = typeof value === 'boolean' || typeof value === 'number' ? value : String(value);
    return typeof shown === 'string'
        ? `the text ${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(shown)}`
        : typeof shown === 'number'
            ? `the number ${shown}`
            : String(shown);
}


/***/ })

};
