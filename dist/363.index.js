export const id = 363;
export const ids = [363,9170];
export const modules = {

/***/ 30363:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  collect: () => (/* binding */ collect)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/http/retry.js
var retry = __webpack_require__(28394);
// EXTERNAL MODULE: ./lib/lib/errors.js
var errors = __webpack_require__(75892);
// EXTERNAL MODULE: ./lib/lib/request-pages.js
var request_pages = __webpack_require__(81459);
// EXTERNAL MODULE: ./lib/files/download.js + 2 modules
var download = __webpack_require__(6336);
// EXTERNAL MODULE: ./lib/lib/figures.js
var figures = __webpack_require__(38402);
// EXTERNAL MODULE: ./lib/files/formats.js + 7 modules
var formats = __webpack_require__(33075);
;// CONCATENATED MODULE: ./lib/files/embedded.js



const DATA_URI = /^data:(?<type>[\w.+-]+\/[\w.+-]+)?(?:;[\w-]+=[^;,]*)*(?<base64>;base64)?,/i;
function isDataUri(text) {
    return DATA_URI.test(text.slice(0, 1_000));
}
function bytesOfDataUri(uri, maxBytes) {
    const [head = ''] = DATA_URI.exec(uri.slice(0, 1_000)) ?? [];
    const isBase64 = /;base64,$/i.test(head);
    const content = uri.slice(head.length);
    if (content.length * (isBase64 ? 0.75 : 1) > maxBytes * (content.includes('%') ? 3 : 1) + 3)
        throw tooLarge(maxBytes);
    const plain = content.includes('%') ? unescaped(content) : Buffer.from(content);
    const bytes = isBase64 ? Buffer.from(plain.toString('latin1'), 'base64') : plain;
    if (bytes.length > maxBytes)
        throw tooLarge(maxBytes);
    return bytes;
}
function addressOfDataUri(uri) {
    const type = DATA_URI.exec(uri.slice(0, 1_000))?.groups?.type?.toLowerCase() ?? 'text/plain';
    const subtype = type.split('/')[1]?.replace(/^x-/, '').replace(/\+.*$/, '') ?? '';
    return `data:/file.${subtype === 'plain' ? 'txt' : subtype}`;
}
function bytesOfBase64(text, maxBytes) {
    const head = Buffer.from(text.slice(0, 8_000), 'base64').subarray(0, 4_096);
    if ((0,formats/* formatOfHead */.v5)(head, Math.floor(text.length * 0.75)) === null)
        return null;
    const bytes = Buffer.from(text, 'base64');
    if (bytes.length < text.length * 0.7)
        return null;
    if (bytes.length > maxBytes)
        throw tooLarge(maxBytes);
    return bytes;
}
function unescaped(text) {
    const escaped = Buffer.from(text);
    const bytes = Buffer.alloc(escaped.length);
    let length = 0;
    for (let n = 0; n < escaped.length; n++) {
        const code = escaped[n] === 0x25 ? escaped.toString('latin1', n + 1, n + 3) : '';
        const isCode = /^[0-9a-f]{2}$/i.test(code);
        bytes[length++] = isCode ? Number.parseInt(code, 16) : (escaped[n] ?? 0);
        if (isCode)
            n += 2;
    }
    return bytes.subarray(0, length);
}
function tooLarge(maxBytes) {
    return new errors/* ActionError */.lZ('download-failed', `A file in the result itself is larger than ${(0,figures/* size */.Ej)(maxBytes)}.`, {
        advice: 'Raise `max-download-size` to accept it.',
    });
}

// EXTERNAL MODULE: ./lib/files/hosts.js
var hosts = __webpack_require__(55144);
// EXTERNAL MODULE: ./lib/files/inspect.js + 2 modules
var inspect = __webpack_require__(12749);
// EXTERNAL MODULE: ./lib/files/lost-file.js
var lost_file = __webpack_require__(75308);
// EXTERNAL MODULE: ./lib/lib/json.js
var json = __webpack_require__(68173);
// EXTERNAL MODULE: ./lib/files/told.js
var told = __webpack_require__(59170);
;// CONCATENATED MODULE: ./lib/files/outputs.js



function outputParts(output, sent) {
    const parts = partsIn(output);
    const reachable = new Set(parts.flatMap(({ from, text }) => (from === 'web' ? [lastSegment(text)] : [])).filter((name) => name !== ''));
    const told = parts.filter(({ from, text }) => from !== 'elsewhere' || !reachable.has(lastSegment(text)));
    const inputs = new Set(partsIn(sent).map(({ text }) => text));
    const made = told.filter(({ text }) => !inputs.has(text));
    return made.some(({ from }) => from !== 'base64') ? made : told;
}
function isEmptyOutput(output, sent) {
    const pending = [output];
    while (pending.length > 0) {
        const value = pending.pop();
        if (typeof value === 'object' && value !== null) {
            const object = (0,json/* jsonObject */.o$)(value);
            if (object !== null && ('url' in object || 'uri' in object) && isBlank(object.url ?? object.uri))
                continue;
            for (const [name, member] of (0,json/* membersBackwards */.ap)(value)) {
                const isAside = object !== null && ((0,told.isFlag)(name) || (0,told.isSeed)(name) || /^(timings?|metrics)$/i.test(name));
                const isEcho = object !== null && typeof member !== 'object' && sent[name] === member;
                if (!isAside && !isEcho)
                    pending.push(member);
            }
        }
        else if (!isBlank(value))
            return false;
    }
    return true;
}
function isBlank(value) {
    return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
}
function partsIn(root) {
    const parts = new Map();
    const pending = [{ value: root, member: '', seed: null }];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
        const { value, member, seed } = next;
        if (typeof value === 'string') {
            const inner = innerJson(value);
            if (inner !== null)
                pending.push({ value: inner, member, seed });
            for (const text of linesOf(value)) {
                const from = kindOf(text);
                if (from !== null && !parts.has(text))
                    parts.set(text, { from, text, member, seed });
            }
        }
        else if (typeof value === 'object' && value !== null) {
            const object = (0,json/* jsonObject */.o$)(value);
            const own = object === null ? null : (0,told.seedIn)(object.seed);
            const members = object !== null && isFileObject(object) ? withoutOtherNames(object) : value;
            for (const [name, held] of (0,json/* membersBackwards */.ap)(members)) {
                if (typeof held !== 'string' && typeof held !== 'object')
                    continue;
                const named = object !== null && !(member !== '' && /^(url|uri|href|src)$/i.test(name));
                pending.push({ value: held, member: named ? name : member, seed: own ?? seed });
            }
        }
    }
    return [...parts.values()];
}
function innerJson(text) {
    if (!/^\s*[[{]/.test(text) || text.length > LONGEST_JSON)
        return null;
    try {
        return JSON.parse(text);
    }
    catch {
        return null;
    }
}
const LONGEST_JSON = 1024 * 1024;
const LONGEST_ADDRESS = 16_384;
function linesOf(value) {
    const text = value.trim();
    if (text.length > LONGEST_ADDRESS || !text.includes('\n'))
        return [text];
    const lines = text.split('\n').map((line) => line.trim());
    return lines.every((line) => kindOf(line) === 'web') ? lines : [text];
}
const SUFFIX = /\.[a-z0-9]{2,5}$/i;
const SHORTEST_BASE64 = 100;
function kindOf(text) {
    if (/^https?:\/\//i.test(text) && (!/\s/.test(text) || SUFFIX.test(text)))
        return 'web';
    if (isDataUri(text))
        return 'data';
    if (text.length >= SHORTEST_BASE64 && /^[A-Za-z0-9+/_\-\r\n]+={0,2}$/.test(text.slice(0, 1_000)))
        return 'base64';
    if (text.length > LONGEST_ADDRESS || text.includes('\n'))
        return null;
    const isAddress = /^[a-z][a-z0-9+.-]*:\/\S/i.test(text) || /^(file|blob|cid|data):\S/i.test(text) || /^[a-z]:\\/i.test(text);
    const isPath = /^\/\S+$/.test(text) || (SUFFIX.test(text) && /^(\/|[a-z][a-z0-9+.-]*:\S+$)/i.test(text));
    return isAddress || isPath ? 'elsewhere' : null;
}
function isFileObject(object) {
    return [object.url, object.uri].some((address) => typeof address === 'string' && kindOf(address.trim()) === 'web');
}
function withoutOtherNames(object) {
    const kept = Object.entries(object).filter(([, value]) => typeof value !== 'string' || kindOf(value.trim()) !== 'elsewhere');
    return Object.fromEntries(kept);
}
function lastSegment(address) {
    return (address.split(/[?#]/, 1)[0] ?? '').split(/[/\\]/).at(-1) ?? '';
}
const MEDIA_SUFFIX = /\.(png|apng|jpe?g|gif|webp|avif|hei[cf]|svgz?|svg\+xml|bmp|tiff?|ico|icns|jxl|jp2|psd|exr|hdr|dds|qoi|tga|mp4|m4v|mov|quicktime|webm|mkv|avi|mpe?g|ogv|mp3|wav|wave|flac|og[ga]|opus|m4a|aac|aiff?|caf|w64|rf64|pcm|midi?|glb|gltf|gltf-binary|obj|ply|stl|fbx|dae|3ds|3mf|blend|usd[acz]?|splat|spz|zip|safetensors|bin)$/i;
const SIDE_MEMBER = /log|licen[sc]e|terms|policy|docs?$|help|thumb|preview|poster|meta|subtitle|caption|transcript|status|cancel|webhook|callback|report|dashboard|web_?page|homepage/i;
function isSidePart({ from, text, member }) {
    if (from === 'data' || from === 'base64')
        return false;
    if (SIDE_MEMBER.test(member))
        return true;
    const name = lastSegment(text);
    if (!/\.[a-z0-9+-]{1,12}$/i.test(name))
        return from === 'elsewhere' && /^\//.test(text);
    return !MEDIA_SUFFIX.test(name);
}
function isMediaPart({ text, member }) {
    return namesMedia(text) || /image|picture|photo|video|audio|sound|mesh|glb/i.test(member);
}
function namesMedia(address) {
    const name = lastSegment(address);
    return MEDIA_SUFFIX.test(name) && !/\.bin$/i.test(name);
}

// EXTERNAL MODULE: ./lib/files/results.js
var results = __webpack_require__(99577);
;// CONCATENATED MODULE: ./lib/files/collect.js














async function collect(content, sent, options) {
    const { output } = content;
    const found = await Promise.all(outputParts(output, sent).map((part) => options.limit(() => collectPart(part, options)).catch((error) => lost(part, error, options))));
    const files = found.filter((file) => file !== null);
    if (files.length > 0)
        return files;
    if (isEmptyOutput(output, sent))
        throw noOutput(content, sent);
    return [{ ...(await stage(Buffer.from(jsonText(output)), options)), media: JSON_FILE, truncated: false, seed: null }];
}
const JSON_FILE = {
    kind: 'other',
    format: 'json',
    suffix: '.json',
    type: 'application/json',
    width: null,
    height: null,
};
async function collectPart(part, options) {
    const { from, text, seed } = part;
    switch (from) {
        case 'web':
            return { ...(await fetchFile(text, options)), seed };
        case 'data':
            return { ...(await embedded(bytesOfDataUri(text, options.maxBytes), addressOfDataUri(text), options)), seed };
        case 'base64': {
            const bytes = bytesOfBase64(text, options.maxBytes);
            return bytes === null ? null : { ...(await embedded(bytes, '', options)), seed };
        }
        case 'elsewhere':
            throw new errors/* ActionError */.lZ('download-failed', `The result is at ${(0,errors/* quoted */.TL)(text, 300)}, which cannot be downloaded.`, {
                advice: 'Files can only be downloaded over https.',
            });
    }
}
function lost(part, error, options) {
    const reason = (0,errors/* asActionError */.z6)(error, 'Saving a file of the result');
    const { from, text } = part;
    const where = from === 'web'
        ? `The file is paid for, and available at ${URL.parse(text)?.href ?? (0,errors/* quoted */.TL)(text)}`
        : from === 'elsewhere'
            ? ''
            : 'The file is paid for. Find it in `results` of the report (output `report-file`).';
    const isPage = reason.kind === 'not-media' && from === 'web' && !isMediaPart(part);
    const isElsewhere = from === 'web' && (0,hosts/* isForeign */.jq)(text, options.rules);
    const told = new errors/* ActionError */.lZ(reason.kind, reason.message, {
        advice: `${reason.advice} ${where}`.trim(),
        cause: reason.cause,
    });
    return new lost_file/* LostFile */.L3(from === 'web' || from === 'elsewhere' ? text : '', isPage || isElsewhere || isSidePart(part), told);
}
function noOutput(content, sent) {
    const { flags } = (0,told.toldOf)(content, sent);
    const { emptyBecause = null } = content;
    if (emptyBecause !== null)
        return new errors/* ActionError */.lZ('no-output', emptyBecause);
    const flagged = flags.length === 0 ? '' : ` RunComfy flagged the result: ${flags.join(', ')}.`;
    return new errors/* ActionError */.lZ('no-output', `RunComfy finished the request, but the output is empty: ${excerpt(content.output)}.${flagged}`, {
        advice: flags.length === 0
            ? `Find the request under ${(0,request_pages/* pagesOf */.E)([null])}, and check the parameters against the API page of the model.`
            : 'Change the prompt: the same words will be flagged again.',
    });
}
function excerpt(output) {
    try {
        return (0,errors/* quoted */.TL)(JSON.stringify(output) ?? 'nothing', 400);
    }
    catch {
        return 'something too deep to show';
    }
}
function jsonText(output) {
    try {
        return `${JSON.stringify(output, null, (0,results/* isDeep */.t)(output) ? 0 : 2)}\n`;
    }
    catch (error) {
        throw new errors/* ActionError */.lZ('save-failed', 'The output is nested too deeply to be saved as JSON.', {
            cause: error,
        });
    }
}
async function stage(bytes, { temp }) {
    const stagedPath = external_node_path_.join(temp, (0,external_node_crypto_.randomUUID)());
    await (0,promises_.writeFile)(stagedPath, bytes, { flag: 'wx' }).catch((error) => {
        throw (0,download/* notSaved */.b)(error);
    });
    return { bytes: bytes.length, sha256: (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex'), url: '', stagedPath };
}
async function embedded(bytes, address, options) {
    const staged = await stage(bytes, options);
    const found = await (0,inspect/* inspect */.N)(staged.stagedPath, { url: address });
    if (found.kind === 'file') {
        const { media, truncated } = found;
        const suffix = media.format === null && !address.endsWith('.txt') ? '.bin' : media.suffix;
        return { ...staged, media: { ...media, suffix }, truncated };
    }
    await (0,promises_.rm)(staged.stagedPath, { force: true });
    throw notMedia(found.what);
}
const TRIES = 3;
async function fetchFile(url, options) {
    const { clock, signal, temp } = options;
    let before = '';
    for (let tries = 1;; tries++) {
        const stagedPath = external_node_path_.join(temp, (0,external_node_crypto_.randomUUID)());
        const downloaded = await (0,download/* download */.R)(url, stagedPath, options);
        const found = await (0,inspect/* inspect */.N)(stagedPath, { url });
        if (found.kind === 'file') {
            const { media, truncated } = found;
            const isAll = !truncated || downloaded.sha256 === before || tries === TRIES;
            if (isAll)
                return { ...downloaded, url, stagedPath, media, truncated };
        }
        before = downloaded.sha256;
        await (0,promises_.rm)(stagedPath, { force: true });
        if (found.kind === 'page' && tries === TRIES)
            throw notMedia(found.what);
        await clock.sleep((0,retry/* retryDelay */.a)(tries, null, clock.random()), signal);
    }
}
function notMedia(what) {
    return new errors/* ActionError */.lZ('not-media', `The downloaded file is ${what}, not an image, video or audio file.`);
}


/***/ }),

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
