export const id = 4734;
export const ids = [4734];
export const modules = {

/***/ 14734:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   costsIn: () => (/* binding */ costsIn),
/* harmony export */   priceNote: () => (/* binding */ priceNote),
/* harmony export */   pricesOf: () => (/* binding */ pricesOf)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75892);
/* harmony import */ var _lib_figures_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38402);
/* harmony import */ var _lib_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(68173);
/* harmony import */ var _runcomfy_catalogue_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77670);
/* harmony import */ var _tasks_task_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9961);
/* harmony import */ var _spending_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41520);






function pricesOf(catalogue, knownCost = () => null) {
    async function least(task) {
        if (task.deployment !== null)
            return { why: 'RunComfy bills deployments per second of GPU time' };
        const listed = listPrice(task, await catalogue.entry(task.model));
        const known = knownCost(task);
        if (known === null)
            return listed;
        return { usd: (0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_4__/* .sumUsd */ .eg)(['usd' in listed ? Math.max(listed.usd, known) : known]) };
    }
    return {
        least,
        async usd(task) {
            const price = await least(task);
            return 'usd' in price ? price.usd : null;
        },
    };
}
function costsIn(lock) {
    const highest = new Map();
    for (const { recipe, cost } of lock.values()) {
        if (cost === null || !('model' in recipe))
            continue;
        const tier = (0,_spending_js__WEBPACK_IMPORTED_MODULE_3__/* .tierOf */ .k)({ ...recipe, deployment: null });
        highest.set(tier, Math.max(cost, highest.get(tier) ?? 0));
    }
    return (task) => highest.get((0,_spending_js__WEBPACK_IMPORTED_MODULE_3__/* .tierOf */ .k)(task)) ?? null;
}
function priceNote(model, listing) {
    const entry = (0,_runcomfy_catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .entryIn */ .Gi)(listing);
    if (entry === null)
        return null;
    const unit = entry.unit === 'second' ? 'a second' : 'an output';
    const from = entry.price === null ? [] : [`from ${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_4__/* .usd */ .dR)(entry.price)} ${unit}`];
    const said = [...from, ...(entry.pricingNote === null ? [] : [entry.pricingNote])].join('. ');
    return said === '' ? null : `${model}: ${said}`;
}
function listPrice(task, listing) {
    const entry = (0,_runcomfy_catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .entryIn */ .Gi)(listing);
    if (entry === null)
        return { why: listing instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ ? listing : 'RunComfy has no such model' };
    if (entry.price === null)
        return { why: 'the catalogue names none' };
    const units = unitsOf(task, entry);
    return typeof units === 'number' ? { usd: (0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_4__/* .sumUsd */ .eg)([entry.price * units]) } : units;
}
function unitsOf(task, entry) {
    const properties = (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_5__/* .jsonObject */ .o$)(entry.inputSchema?.properties) ?? {};
    const outputs = outputsAskedFor(task, properties);
    if (outputs === null)
        return { why: 'a parameter may ask for several outputs' };
    if (entry.unit === 'output' || entry.unit === 'image')
        return outputs;
    if (entry.unit !== 'second')
        return { why: `it is by ${entry.unit ?? 'a unit that the catalogue does not name'}` };
    const seconds = secondsAskedFor(task.parameters, properties);
    return seconds === null ? { why: 'it is by the second, and the length follows the input' } : seconds * outputs;
}
function outputsAskedFor(task, properties) {
    const asked = (0,_tasks_task_js__WEBPACK_IMPORTED_MODULE_2__/* .imagesAskedFor */ .Y1)(task);
    const isGiven = COUNTS.some((name) => Object.hasOwn(task.parameters, name));
    if (asked === null || isGiven)
        return asked;
    const defaults = COUNTS.map((name) => Number((0,_lib_json_js__WEBPACK_IMPORTED_MODULE_5__/* .jsonObject */ .o$)(properties[name])?.default));
    return defaults.find((count) => Number.isInteger(count) && count > 0) ?? asked;
}
const COUNTS = ['num_images', 'number_of_images'];
const LENGTHS = [
    [/^duration$/, 1],
    [/^((video|audio|music|song|output|target)_)?(duration|length|seconds)(_(s|sec|secs|seconds|in_seconds))?$/, 1],
    [/^(num_)?seconds(_total)?$/, 1],
    [/^(\w+_)?(duration|length)_(ms|milliseconds)$/, 1000],
    [/^(num_|number_of_|video_)?frames(_count)?$|^frame_count$/, 'frames'],
];
const FRAME_RATES = ['fps', 'frame_rate', 'frames_per_second'];
function secondsAskedFor(parameters, properties) {
    const names = Object.keys(Object.keys(properties).length === 0 ? parameters : properties);
    for (const [form, perSecond] of LENGTHS) {
        const name = names.find((one) => form.test(one));
        if (name === undefined)
            continue;
        const length = leastOf(parameters[name], (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_5__/* .jsonObject */ .o$)(properties[name]) ?? {});
        if (length === null)
            return null;
        if (perSecond !== 'frames')
            return length / perSecond;
        const rate = FRAME_RATES.find((one) => names.includes(one));
        const fps = rate === undefined ? null : leastOf(parameters[rate], (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_5__/* .jsonObject */ .o$)(properties[rate]) ?? {});
        return fps === null ? null : length / fps;
    }
    return null;
}
function leastOf(given, property) {
    const number = numberIn(given ?? property.default);
    if (number !== null)
        return number;
    const options = Array.isArray(property.enum) ? property.enum : [];
    const numbers = options.flatMap((option) => numberIn(option) ?? []);
    return numbers.length > 0 ? Math.min(...numbers) : numberIn(property.minimum);
}
function numberIn(value) {
    const number = typeof value === 'string' ? Number(/^(\d+(?:\.\d+)?)\s*s?$/.exec(value)?.[1]) : value;
    return typeof number === 'number' && number > 0 && Number.isFinite(number) ? number : null;
}


/***/ })

};
