export const id = 9170;
export const ids = [9170];
export const modules = {

/***/ 59170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isFlag: () => (/* binding */ isFlag),
/* harmony export */   isSeed: () => (/* binding */ isSeed),
/* harmony export */   seedIn: () => (/* binding */ seedIn),
/* harmony export */   toldOf: () => (/* binding */ toldOf)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75892);
/* harmony import */ var _lib_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68173);


const FLAG = /nsfw|unsafe|flagged|censored|moderated|content_filtered|content_blocked/i;
const SETTING = /^(enable|disable|use|check|allow|skip)_|_enabled$|checker|tolerance|threshold/i;
function isFlag(name) {
    return FLAG.test(name) && !SETTING.test(name);
}
function isSeed(name) {
    return /^seeds?$/i.test(name);
}
function seedIn(value) {
    const seed = typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : value;
    return Number.isSafeInteger(seed) && Number(seed) >= 0 ? Number(seed) : null;
}
const ABOUT_FILES = /^(url|uri|type|id|name|status|subfolder|format|model|version|request_id|index|finish_reasons?|.*(file_?name|content_type|mime_?type|media_type|_at|_url|_path|_id|_format))$/i;
const MAX_TEXTS = 5;
const MAX_LETTERS = 160;
function toldOf({ output, beside }, sent) {
    const flags = new Set();
    const single = new Set();
    let list = [];
    const texts = new Set();
    const look = (name, value) => {
        if (typeof value !== 'object' && sent[name] === value)
            return;
        if (found(name, value))
            flags.add(`${name}: ${shown(value)}`);
        const seed = /^seed$/i.test(name) ? seedIn(value) : null;
        if (seed !== null)
            single.add(seed);
        if (/^seeds$/i.test(name) && Array.isArray(value))
            list = value.flatMap((each) => seedIn(each) ?? []);
        if (typeof value === 'string' && name !== '' && isText(value) && !ABOUT_FILES.test(name)) {
            texts.add(`${name} ${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(value, MAX_LETTERS)}`);
        }
    };
    for (const [name, value] of Object.entries(beside))
        look(name, value);
    const pending = [output];
    while (pending.length > 0) {
        const value = pending.pop();
        if (typeof value !== 'object' || value === null)
            continue;
        if (!Array.isArray(value))
            for (const [name, member] of Object.entries(value))
                look(name, member);
        for (const [, member] of (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_1__/* .membersBackwards */ .ap)(value))
            if (typeof member === 'object')
                pending.push(member);
    }
    const [seed = null] = single;
    return {
        flags: [...flags],
        seed: single.size === 1 ? seed : null,
        seeds: list,
        texts: [...texts].slice(0, MAX_TEXTS),
    };
}
function found(name, value) {
    if (/^finish_reasons?$/i.test(name))
        return /filter|safety|nsfw|block|moderat/i.test(shown(value));
    return isFlag(name) && (value === true || (Array.isArray(value) && value.includes(true)));
}
function shown(value) {
    const text = Array.isArray(value) && value.length > 20 ? value.slice(0, 20) : value;
    return typeof text === 'string' || (typeof text === 'object' && text !== null && !Array.isArray(text))
        ? (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(typeof text === 'string' ? text : 'an object', 80)
        : (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(JSON.stringify(text) ?? '', 80).slice(1, -1);
}
function isText(value) {
    const text = value.trim();
    return text !== '' && !/^[a-z][a-z0-9+.-]*:\S/i.test(text) && !/^\/\S*$/.test(text) && !/^\S{60}/.test(text);
}


/***/ })

};
