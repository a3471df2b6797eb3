export const id = 7212;
export const ids = [7212,2749,5231];
export const modules = {

/***/ 5231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ digestOf),
/* harmony export */   sha256Of: () => (/* binding */ sha256Of)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46466);
/* harmony import */ var _lib_thread_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13423);




async function sha256Of(file) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.pipeline)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(file), hash);
    return hash.digest('hex');
}
const LARGE_BYTES = 64 * 1024 ** 2;
const BEHIND_BYTES = 16 * 1024 ** 2;
function digestOf(path, announced) {
    try {
        return announced >= LARGE_BYTES ? apart(path, announced) : direct();
    }
    catch {
        return direct();
    }
}
function direct() {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    return {
        async add(chunks) {
            for (const chunk of chunks)
                hash.update(chunk);
            chunks.forEach(release);
        },
        hex: async () => hash.digest('hex'),
        close: async () => { },
    };
}
function release(chunk) {
    if (ownsMemory(chunk))
        chunk.buffer.transfer(0);
}
function ownsMemory(chunk) {
    return chunk.buffer instanceof ArrayBuffer && chunk.buffer.byteLength === chunk.byteLength;
}
function apart(path, bytes) {
    const thread = (0,_lib_thread_js__WEBPACK_IMPORTED_MODULE_3__/* .startThread */ .B)(hashWhatComes, bytes);
    let behind = 0;
    let wake = () => { };
    const hex = new Promise((resolve, reject) => {
        thread.on('message', (said) => {
            if ('hex' in said)
                return resolve(said.hex);
            behind -= said.done;
            wake();
        });
        thread.on('error', reject);
        thread.on('exit', () => {
            reject(new Error('the thread ended'));
            behind = Number.NEGATIVE_INFINITY;
            wake();
        });
    });
    hex.catch(() => { });
    return {
        async add(chunks) {
            const parts = chunks.map((chunk) => (ownsMemory(chunk) ? chunk.buffer : new Uint8Array(chunk).buffer));
            behind += parts.reduce((sum, part) => sum + part.byteLength, 0);
            thread.postMessage(parts, parts);
            while (behind > BEHIND_BYTES) {
                await new Promise((resolve) => {
                    wake = resolve;
                });
            }
        },
        hex: () => hex.catch(() => sha256Of(path)),
        async close() {
            await thread.terminate();
        },
    };
}
function hashWhatComes(bytes) {
    const { createHash: hashWith } = process.getBuiltinModule('node:crypto');
    const { parentPort } = process.getBuiltinModule('node:worker_threads');
    const hash = hashWith('sha256');
    let left = bytes;
    const say = (said) => parentPort?.postMessage(said);
    parentPort?.on('message', (parts) => {
        let done = 0;
        for (const part of parts) {
            done += part.byteLength;
            hash.update(new Uint8Array(part));
            part.transfer(0);
        }
        left -= done;
        say({ done });
        if (left === 0)
            say({ hex: hash.digest('hex') });
    });
}


/***/ }),

/***/ 6336:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ download),
  b: () => (/* reexport */ notSaved)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/http/client.js + 2 modules
var client = __webpack_require__(18808);
// EXTERNAL MODULE: ./lib/http/encodings.js
var http_encodings = __webpack_require__(53146);
// EXTERNAL MODULE: ./lib/lib/errors.js
var errors = __webpack_require__(75892);
// EXTERNAL MODULE: ./lib/lib/figures.js
var figures = __webpack_require__(38402);
// EXTERNAL MODULE: ./lib/lib/time-limit.js
var time_limit = __webpack_require__(93484);
// EXTERNAL MODULE: ./lib/files/hosts.js
var hosts = __webpack_require__(55144);
// EXTERNAL MODULE: ./lib/files/lost-file.js
var lost_file = __webpack_require__(75308);
// EXTERNAL MODULE: ./lib/http/retry.js
var retry = __webpack_require__(28394);
;// CONCATENATED MODULE: ./lib/files/patience.js

const LIMITS = {
    'not-ready': { windowMs: 25_000, leastTries: 4 },
    busy: { windowMs: 120_000, leastTries: 1 },
    broken: { windowMs: 120_000, leastTries: 5 },
    refused: { windowMs: 12_000, leastTries: 4 },
};
const LONGEST_ASKED_MS = 120_000;
function patience({ trouble, tries, elapsedMs, retryAfterMs, random }) {
    const { windowMs, leastTries } = LIMITS[trouble];
    if (tries >= leastTries && elapsedMs >= windowMs)
        return null;
    if (retryAfterMs !== null)
        return retryAfterMs > LONGEST_ASKED_MS ? null : (0,retry/* retryDelay */.a)(tries, retryAfterMs, random);
    const delay = (0,retry/* retryDelay */.a)(tries, null, random);
    return elapsedMs < windowMs ? Math.min(delay, windowMs - elapsedMs) : delay;
}
function troubleOf(status) {
    if ([202, 401, 403, 404].includes(status))
        return 'not-ready';
    if ([408, 425, 429].includes(status) || status >= 500)
        return 'busy';
    return 'refused';
}

// EXTERNAL MODULE: ./lib/files/digest.js
var files_digest = __webpack_require__(5231);
;// CONCATENATED MODULE: ./lib/files/staged-file.js



async function openStagedFile(path) {
    const file = await (0,promises_.open)(path, 'wx').catch((error) => Promise.reject(notSaved(error)));
    let bytes = 0;
    let digest = null;
    return {
        get bytes() {
            return bytes;
        },
        async begin(expected) {
            await digest?.close();
            digest = (0,files_digest/* digestOf */.o)(path, expected);
            bytes = 0;
            await file.truncate(0).catch((error) => Promise.reject(notSaved(error)));
        },
        async add(chunks) {
            await writeAll(file, chunks, bytes);
            bytes += chunks.reduce((sum, { length }) => sum + length, 0);
            await digest?.add(chunks);
        },
        async sha256() {
            digest ??= (0,files_digest/* digestOf */.o)(path, 0);
            return digest.hex().catch((error) => Promise.reject(notSaved(error)));
        },
        async close() {
            await Promise.all([file.close(), digest?.close()]);
        },
    };
}
async function writeAll(file, chunks, position) {
    try {
        let at = position;
        for (let rest = chunks; rest.length > 0;) {
            const { bytesWritten } = await file.writev(rest, at);
            at += bytesWritten;
            rest = after(bytesWritten, rest);
        }
    }
    catch (error) {
        throw notSaved(error);
    }
}
function after(bytes, chunks) {
    let left = bytes;
    return chunks.flatMap((chunk) => {
        const taken = Math.min(left, chunk.length);
        left -= taken;
        return taken < chunk.length ? [chunk.subarray(taken)] : [];
    });
}
function notSaved(error) {
    const full = (0,errors/* errorCodes */.fv)(error).includes('ENOSPC');
    return new errors/* ActionError */.lZ('save-failed', `${(0,errors/* asActionError */.z6)(error, 'Saving the file').message.replace(/\.$/, '')}.`, {
        advice: full
            ? 'The disk is full: free up space, or generate fewer files in one job.'
            : 'Check that the job can write there.',
        cause: error,
    });
}

;// CONCATENATED MODULE: ./lib/files/download.js











const SILENCE_MS = 60_000;
const REDIRECTS = 5;
const LIMIT_MS = 20 * 60_000;
const PROGRESS_BYTES = 64 * 1024;
async function download(url, path, options) {
    const first = (0,hosts/* permittedUrl */.es)(url, options.rules);
    const tooLong = () => failed(first, `not complete after ${LIMIT_MS / 60_000} minutes`);
    const limit = (0,time_limit/* timeLimit */.zc)(options.clock, LIMIT_MS, tooLong, options.signal);
    try {
        return await fetchInto(path, first, { ...options, signal: limit.signal });
    }
    finally {
        limit.end();
    }
}
async function fetchInto(path, first, options) {
    const file = await openStagedFile(path);
    try {
        const sha256 = await fetchPatiently({ first, file, validator: null, total: Number.NaN }, options);
        await file.close();
        return { bytes: file.bytes, sha256 };
    }
    catch (error) {
        await file.close();
        await (0,promises_.rm)(path, { force: true });
        options.signal.throwIfAborted();
        throw error;
    }
}
async function fetchPatiently(transfer, options) {
    const { first, file } = transfer;
    const { clock, signal } = options;
    let max = 0;
    let met = new Map();
    for (;;) {
        try {
            await fetchOnce(transfer, options);
            return await file.sha256();
        }
        catch (error) {
            signal.throwIfAborted();
            const trouble = kindOf(error);
            if (trouble === null)
                throw error;
            if (file.bytes >= max + PROGRESS_BYTES)
                met = new Map();
            max = Math.max(max, file.bytes);
            const { tries, since } = met.get(trouble) ?? { tries: 0, since: clock.now() };
            met.set(trouble, { tries: tries + 1, since });
            const delay = patience({
                trouble,
                tries: tries + 1,
                elapsedMs: clock.now() - since,
                retryAfterMs: error instanceof lost_file/* Refusal */.P_ ? error.retryAfterMs : null,
                random: clock.random(),
            });
            if (delay === null)
                throw failed(first, error instanceof Error ? error.message : String(error), error);
            await clock.sleep(delay, signal);
        }
    }
}
function kindOf(error) {
    if (error instanceof lost_file/* Refusal */.P_)
        return troubleOf(error.status);
    if (error instanceof http_encodings/* EncodingError */.Ug)
        return error.problem === 'unknown' ? 'refused' : 'broken';
    if (!(error instanceof client/* ConnectionError */.Rc))
        return null;
    return (0,errors/* errorCodes */.fv)(error).includes('ENOTFOUND') ? 'not-ready' : 'broken';
}
async function fetchOnce(transfer, options) {
    const { first, file, validator } = transfer;
    const { http, rules, signal } = options;
    const rest = validator === null || file.bytes === 0 ? {} : { range: `bytes=${file.bytes}-`, 'if-range': validator.value };
    let url = first;
    for (let hops = 0; hops <= REDIRECTS; hops++) {
        const headers = { accept: '*/*', ...rest };
        const response = await http.send({ method: 'GET', url, headers, signal, answerWithinMs: SILENCE_MS });
        try {
            if ([301, 302, 303, 307, 308].includes(response.status)) {
                url = (0,hosts/* permittedUrl */.es)(response.header('location') ?? '', rules, url);
                continue;
            }
            return await receive(response, url, transfer, options);
        }
        finally {
            response.body.drop();
        }
    }
    throw failed(first, `more than ${REDIRECTS} redirects`);
}
async function receive(response, url, transfer, { clock, maxBytes, signal }) {
    const { file } = transfer;
    const goesOn = response.status === 206 && file.bytes > 0;
    if (!goesOn && response.status !== 200) {
        if (response.status === 416)
            transfer.validator = null;
        throw new lost_file/* Refusal */.P_(response.status, (0,client/* retryAfter */.P9)(response.header('retry-after'), clock.date()));
    }
    const encodings = goesOn ? [] : encodingsOf(response, url);
    if (goesOn)
        goOn(response, transfer);
    else
        await beginAnew(response, encodings, transfer);
    const tooLarge = () => failed(url, `the file is larger than ${(0,figures/* size */.Ej)(maxBytes)}`, undefined, 'Raise `max-download-size` to accept it.');
    if (transfer.total > maxBytes)
        throw tooLarge();
    try {
        for await (const chunks of (0,http_encodings/* decode */.D4)(response.body, encodings, maxBytes)) {
            const bytes = file.bytes + chunks.reduce((sum, { length }) => sum + length, 0);
            if (bytes > transfer.total)
                throw startAnew(transfer, `more than ${transfer.total} bytes arrived`);
            if (bytes > maxBytes)
                throw tooLarge();
            await file.add(chunks);
        }
    }
    catch (error) {
        signal.throwIfAborted();
        if (error instanceof http_encodings/* EncodingError */.Ug)
            throw error.problem === 'too-large' ? tooLarge() : error;
        throw error instanceof errors/* ActionError */.lZ ? error : new client/* ConnectionError */.Rc(error, false);
    }
    if (file.bytes < transfer.total)
        throw broken(`${file.bytes} of ${transfer.total} bytes arrived`);
}
async function beginAnew(response, encodings, transfer) {
    const announced = Number(response.header('content-length') ?? Number.NaN);
    const packed = encodings.length > 0;
    transfer.total = packed ? Number.NaN : announced;
    transfer.validator = packed ? null : validatorOf(response);
    await transfer.file.begin(transfer.total);
}
function goOn(response, transfer) {
    const { file, validator, total } = transfer;
    const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(response.header('content-range')?.trim() ?? '');
    const whole = Number(range?.[2]);
    const fits = Number(range?.[1]) === file.bytes &&
        (Number.isNaN(whole) || Number.isNaN(total) || whole === total) &&
        validator !== null &&
        response.header(validator.header) === validator.value &&
        response.encodings.length === 0;
    if (!fits)
        throw startAnew(transfer, 'the server returned a different range than requested');
    if (Number.isNaN(total))
        transfer.total = whole;
}
function validatorOf({ header }) {
    if (header('accept-ranges')?.trim().toLowerCase() === 'none')
        return null;
    const etag = header('etag');
    if (etag !== null)
        return etag.startsWith('"') ? { header: 'etag', value: etag } : null;
    const modified = header('last-modified');
    if (modified === null)
        return null;
    const age = Date.parse(header('date') ?? '') - Date.parse(modified);
    return age >= 1000 ? { header: 'last-modified', value: modified } : null;
}
function encodingsOf(response, url) {
    const { encodings } = response;
    const isPackage = /\.t?gz$/i.test(url.pathname) || /^application\/(x-)?gzip\b/i.test(response.header('content-type') ?? '');
    return isPackage && /^(x-)?gzip$/.test(encodings[0] ?? '') ? encodings.slice(1) : encodings;
}
function startAnew(transfer, why) {
    transfer.validator = null;
    return broken(why);
}
function broken(what) {
    return new client/* ConnectionError */.Rc(new Error(what), false);
}
function failed(url, what, cause, advice = '') {
    return new errors/* ActionError */.lZ('download-failed', `Downloading from ${url.host}: ${what.replace(/\.$/, '')}.`, {
        advice,
        cause,
    });
}


/***/ }),

/***/ 12749:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ inspect),
  $: () => (/* binding */ isSuffixOf),
  typeOfFile: () => (/* binding */ typeOfFile)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/files/complete/boxes.js
var boxes = __webpack_require__(84430);
// EXTERNAL MODULE: ./lib/files/formats.js + 7 modules
var formats = __webpack_require__(33075);
// EXTERNAL MODULE: ./lib/files/markup.js
var files_markup = __webpack_require__(80115);
// EXTERNAL MODULE: ./lib/files/complete/bmp.js
var bmp = __webpack_require__(30104);
// EXTERNAL MODULE: ./lib/files/complete/jpeg.js
var jpeg = __webpack_require__(97769);
// EXTERNAL MODULE: ./lib/files/complete/png.js
var png = __webpack_require__(35244);
// EXTERNAL MODULE: ./lib/files/reader.js
var files_reader = __webpack_require__(44696);
;// CONCATENATED MODULE: ./lib/files/measure.js






const MEASURES = new Map([
    ['png', pngSize],
    ['jpeg', jpegSize],
    ['webp', webpSize],
    ['bmp', bmpSize],
    ['avif', itemSize],
    ['heic', itemSize],
    ['svg', svgSize],
    ['icns', icnsSize],
    ['qoi', qoiSize],
    ['exr', exrSize],
    ['hdr', hdrSize],
]);
const HEAD_BYTES = 512 * 1024;
async function sizeOf(reader, format) {
    const measure = MEASURES.get(format);
    if (measure !== undefined)
        return measure(reader);
    const { imageSize } = await __webpack_require__.e(/* import() */ 2013).then(__webpack_require__.bind(__webpack_require__, 72013));
    try {
        const { width, height, orientation = 1 } = imageSize(await (0,files_reader/* bytesAt */.L1)(reader, 0, HEAD_BYTES));
        return turned({ width, height }, orientation);
    }
    catch {
        return null;
    }
}
function turned({ width, height }, orientation) {
    return orientation >= 5 && orientation <= 8 ? { width: height, height: width } : { width, height };
}
async function orientationAt(reader, start) {
    const head = await (0,files_reader/* bytesAt */.L1)(reader, start, 8);
    const order = head.toString('latin1', 0, 2);
    if (head.length < 8 || (order !== 'II' && order !== 'MM'))
        return 1;
    const u16 = (bytes, at) => (order === 'II' ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
    const list = start + (order === 'II' ? head.readUInt32LE(4) : head.readUInt32BE(4));
    const count = await (0,files_reader/* bytesAt */.L1)(reader, list, 2);
    if (count.length < 2)
        return 1;
    const entries = await (0,files_reader/* bytesAt */.L1)(reader, list + 2, u16(count, 0) * 12);
    for (let at = 0; at + 12 <= entries.length; at += 12) {
        if (u16(entries, at) === 0x0112)
            return u16(entries, at + 8);
    }
    return 1;
}
async function pngSize(reader) {
    let size = null;
    for await (const { type, start } of (0,png/* chunksOf */.U)(reader)) {
        if (type === 'IHDR') {
            const head = await (0,files_reader/* bytesAt */.L1)(reader, start, 8);
            if (head.length === 8)
                size = { width: head.readUInt32BE(0), height: head.readUInt32BE(4) };
        }
        if (type === 'eXIf' && size !== null)
            return turned(size, await orientationAt(reader, start));
    }
    return size;
}
function isFrame(marker) {
    return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}
async function jpegSize(reader) {
    const notes = [];
    let frame = null;
    await (0,jpeg/* eachSegment */.J)(reader, ({ marker, start }) => {
        if (marker === APP1)
            notes.push(start);
        if (isFrame(marker))
            frame = start;
        return frame !== null;
    });
    if (frame === null)
        return null;
    const head = await (0,files_reader/* bytesAt */.L1)(reader, frame + 1, 4);
    if (head.length < 4)
        return null;
    const size = { width: head.readUInt16BE(2), height: head.readUInt16BE(0) };
    for (const start of notes) {
        if ((await (0,files_reader/* bytesAt */.L1)(reader, start, 6)).equals(EXIF))
            return turned(size, await orientationAt(reader, start + 6));
    }
    return size;
}
const APP1 = 0xe1;
const EXIF = Buffer.from('Exif\0\0');
async function webpSize(reader) {
    const head = await (0,files_reader/* bytesAt */.L1)(reader, 12, 18);
    if (head.length < 18)
        return null;
    const type = head.toString('latin1', 0, 4);
    if (type === 'VP8 ')
        return { width: head.readUInt16LE(14) & 0x3fff, height: head.readUInt16LE(16) & 0x3fff };
    if (type === 'VP8L') {
        const bits = head.readUInt32LE(9);
        return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    if (type !== 'VP8X')
        return null;
    const size = { width: head.readUIntLE(12, 3) + 1, height: head.readUIntLE(15, 3) + 1 };
    return turned(size, ((head[8] ?? 0) & 8) === 0 ? 1 : await webpOrientation(reader));
}
async function webpOrientation(reader) {
    for (let at = 12;;) {
        const head = await (0,files_reader/* bytesAt */.L1)(reader, at, 14);
        if (head.length < 14)
            return 1;
        if (head.toString('latin1', 0, 4) === 'EXIF') {
            return orientationAt(reader, head.subarray(8).equals(EXIF) ? at + 14 : at + 8);
        }
        const length = head.readUInt32LE(4);
        at += 8 + length + (length % 2);
    }
}
async function bmpSize(reader) {
    const bitmap = await (0,bmp/* bitmapOf */.d)(reader);
    return bitmap === null ? null : { width: Math.abs(bitmap.width), height: Math.abs(bitmap.height) };
}
async function itemSize(reader) {
    const file = { type: '', start: 0, end: reader.size };
    const meta = await (0,boxes/* boxAt */.bE)(reader, file, 'meta');
    if (meta === null)
        return null;
    const around = { ...meta, start: meta.start + 4 };
    const properties = await (0,boxes/* boxAt */.bE)(reader, around, 'iprp', 'ipco');
    const links = await (0,boxes/* boxAt */.bE)(reader, around, 'iprp', 'ipma');
    const main = await (0,boxes/* boxAt */.bE)(reader, around, 'pitm');
    if (properties === null || links === null || main === null)
        return null;
    const all = [];
    for await (const box of (0,boxes/* boxesIn */.B6)(reader, properties.start, properties.end))
        all.push(box);
    let size = null;
    for (const index of await propertiesOf(reader, links, await mainItem(reader, main))) {
        const box = all[index - 1];
        if (box === undefined)
            continue;
        const content = await (0,files_reader/* bytesAt */.L1)(reader, box.start, Math.min(box.end - box.start, 32));
        if (box.type === 'ispe' && content.length >= 12) {
            size = { width: content.readUInt32BE(4), height: content.readUInt32BE(8) };
        }
        if (box.type === 'clap' && content.length >= 16) {
            const [width, height] = [0, 8].map((at) => Math.round(content.readUInt32BE(at) / content.readUInt32BE(at + 4)));
            if (width !== undefined && height !== undefined && width > 0 && height > 0)
                size = { width, height };
        }
        if (box.type === 'irot' && ((content[0] ?? 0) & 1) === 1)
            size &&= { width: size.height, height: size.width };
    }
    return size;
}
async function mainItem(reader, { start }) {
    const bytes = await (0,files_reader/* bytesAt */.L1)(reader, start, 8);
    return bytes.length < 8 ? 0 : bytes[0] === 0 ? bytes.readUInt16BE(4) : bytes.readUInt32BE(4);
}
async function propertiesOf(reader, { start, end }, item) {
    const bytes = await (0,files_reader/* bytesAt */.L1)(reader, start, Math.min(end, reader.size) - start);
    try {
        const [idBytes, linkBytes] = [bytes[0] === 0 ? 2 : 4, (bytes[3] ?? 0) & 1 ? 2 : 1];
        let at = 8;
        for (let items = bytes.readUInt32BE(4); items > 0; items--) {
            const id = bytes.readUIntBE(at, idBytes);
            const count = bytes.readUInt8(at + idBytes);
            at += idBytes + 1;
            const mask = linkBytes === 2 ? 0x7fff : 0x7f;
            if (id === item)
                return Array.from({ length: count }, (_, n) => bytes.readUIntBE(at + n * linkBytes, linkBytes) & mask);
            at += count * linkBytes;
        }
    }
    catch {
    }
    return [];
}
const UNITS = {
    '': 1,
    px: 1,
    in: 96,
    cm: 96 / 2.54,
    mm: 96 / 25.4,
    pt: 96 / 72,
    pc: 16,
    em: 16,
    ex: 8,
};
async function svgSize(reader) {
    const tag = (await (0,files_markup/* markupOf */.CE)(reader))?.tag ?? '';
    const value = (name) => new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)?.slice(1).join('').trim() ?? '';
    const length = (name) => {
        const [, digits, unit = ''] = /^\+?(\d*\.?\d+(?:e[+-]?\d+)?)([a-z]*)$/i.exec(value(name)) ?? [];
        const factor = UNITS[unit.toLowerCase()];
        return digits === undefined || factor === undefined ? null : Number(digits) * factor || null;
    };
    const box = value('viewBox')
        .split(/[\s,]+/)
        .map(Number);
    const [wide, tall] = [box[2] ?? Number.NaN, box[3] ?? Number.NaN];
    const [width, height] = [length('width'), length('height')];
    const exact = width !== null && height !== null
        ? { width, height }
        : width !== null
            ? { width, height: (width * tall) / wide }
            : height !== null
                ? { width: (height * wide) / tall, height }
                : { width: wide, height: tall };
    if (!(exact.width > 0 && exact.height > 0 && Number.isFinite(exact.width * exact.height)))
        return null;
    return { width: Math.max(1, Math.round(exact.width)), height: Math.max(1, Math.round(exact.height)) };
}
async function qoiSize(reader) {
    const head = await (0,files_reader/* bytesAt */.L1)(reader, 4, 8);
    return head.length < 8 ? null : { width: head.readUInt32BE(0), height: head.readUInt32BE(4) };
}
async function exrSize(reader) {
    const at = await (0,files_reader/* find */.I6)(reader, EXR_WINDOW, 0, HEAD_BYTES);
    const content = await (0,files_reader/* bytesAt */.L1)(reader, at + EXR_WINDOW.length + 4, 16);
    if (at === -1 || content.length < 16)
        return null;
    const width = content.readInt32LE(8) - content.readInt32LE(0) + 1;
    const height = content.readInt32LE(12) - content.readInt32LE(4) + 1;
    return width > 0 && height > 0 ? { width, height } : null;
}
const EXR_WINDOW = Buffer.from('displayWindow\0box2i\0', 'latin1');
async function hdrSize(reader) {
    const head = (await (0,files_reader/* bytesAt */.L1)(reader, 0, 4096)).toString('latin1');
    const [, axis, first, second] = /\n[-+]([XY]) (\d+) [-+][XY] (\d+)\n/.exec(head) ?? [];
    if (first === undefined || second === undefined)
        return null;
    const [one, other] = [Number(first), Number(second)];
    return axis === 'Y' ? { width: other, height: one } : { width: one, height: other };
}
async function icnsSize(reader) {
    let largest = 0;
    for (let at = 8;;) {
        const head = await (0,files_reader/* bytesAt */.L1)(reader, at, 8);
        if (head.length < 8)
            break;
        largest = Math.max(largest, ICNS_SIZES[head.toString('latin1', 0, 4)] ?? 0);
        at += Math.max(8, head.readUInt32BE(4));
    }
    return largest === 0 ? null : { width: largest, height: largest };
}
const ICNS_SIZES = {
    ...{ 'ICN#': 32, ICON: 32, 'icm#': 16, 'ics#': 16, icm4: 16, icm8: 16, ics4: 16, ics8: 16, is32: 16, s8mk: 16 },
    ...{
        icl4: 32,
        icl8: 32,
        il32: 32,
        l8mk: 32,
        'ich#': 48,
        ich4: 48,
        ich8: 48,
        ih32: 48,
        h8mk: 48,
        it32: 128,
        t8mk: 128,
    },
    ...{ icp4: 16, icp5: 32, icp6: 64, ic04: 16, ic05: 32, ic07: 128, ic08: 256, ic09: 512, ic10: 1024 },
    ...{ ic11: 32, ic12: 64, ic13: 256, ic14: 512, icsb: 18, icsB: 36, sb24: 24, SB24: 48 },
};

// EXTERNAL MODULE: ./lib/files/complete/flac.js
var flac = __webpack_require__(14801);
;// CONCATENATED MODULE: ./lib/files/mpeg-audio.js


const RATES = [
    [32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
    [32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
    [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
    [32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
    [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
];
const FREQUENCIES = [44_100, 48_000, 32_000];
const MAX_SILENCE = 64 * 1024;
async function mpegAudioOf(reader) {
    const tagged = await (0,flac/* afterId3 */.F)(reader);
    const start = await afterZeros(reader, tagged);
    const head = await (0,files_reader/* bytesAt */.L1)(reader, start, 8);
    if (head.toString('latin1', 0, 4) === 'fLaC')
        return tagged > 0 ? 'flac' : null;
    if (tagged > 0)
        return isAac(head) ? 'aac' : 'mp3';
    const length = isAac(head) ? aacLength(head) : mp3Length(head);
    if (length === null)
        return null;
    const next = await (0,files_reader/* bytesAt */.L1)(reader, start + length, 8);
    const follows = isAac(head) ? isAac(next) : mp3Length(next) !== null;
    const isEnd = next.length < 8 || ['TAG', 'ID3', 'APE'].includes(next.toString('latin1', 0, 3));
    return follows || isEnd ? (isAac(head) ? 'aac' : 'mp3') : null;
}
async function afterZeros(reader, from) {
    for (let at = from; at < reader.size && at - from < MAX_SILENCE;) {
        const bytes = await reader.window(at);
        const found = bytes.findIndex((byte) => byte !== 0);
        if (found !== -1)
            return at + found;
        at += bytes.length;
    }
    return from;
}
function isAac(head) {
    return head[0] === 0xff && ((head[1] ?? 0) & 0xf6) === 0xf0;
}
function aacLength(head) {
    const length = head.length < 6 ? 0 : (head.readUIntBE(3, 3) >> 5) & 0x1fff;
    return length < 7 ? null : length;
}
function mp3Length(head) {
    const [first, second = 0, third = 0] = head;
    const [version, layer] = [(second >> 3) & 3, 4 - ((second >> 1) & 3)];
    if (first !== 0xff || second < 0xe0 || version === 1 || layer === 4)
        return null;
    const isFirst = version === 3;
    const row = isFirst ? layer - 1 : layer === 1 ? 3 : 4;
    const rate = RATES[row]?.[(third >> 4) - 1];
    const frequency = FREQUENCIES[(third >> 2) & 3];
    if (rate === undefined || frequency === undefined)
        return null;
    const hertz = frequency / (isFirst ? 1 : version === 2 ? 2 : 4);
    const padding = (third >> 1) & 1;
    if (layer === 1)
        return (Math.floor((12_000 * rate) / hertz) + padding) * 4;
    return Math.floor(((layer === 3 && !isFirst ? 72_000 : 144_000) * rate) / hertz) + padding;
}

;// CONCATENATED MODULE: ./lib/files/inspect.js








async function inspect(path, { url = '' } = {}) {
    const file = await (0,promises_.open)(path);
    try {
        const { size } = await file.stat();
        if (size === 0)
            return { kind: 'page', what: 'empty' };
        const reader = (0,files_reader/* openReader */.cE)(file, size);
        const named = suffixOfAddress(url);
        const found = await recognise(reader, path, named);
        if ('what' in found)
            return { kind: 'page', what: found.what };
        const { format, type } = found;
        const pixels = format?.kind === 'image' ? await sizeOf(reader, format.name) : null;
        return {
            kind: 'file',
            media: {
                kind: format?.kind ?? familyOf(type) ?? 'other',
                format: format?.name ?? found.name,
                suffix: `.${suffixFor(format, found.name, named)}`,
                type,
                width: pixels?.width ?? null,
                height: pixels?.height ?? null,
            },
            truncated: !((await format?.isComplete?.(reader)) ?? true),
        };
    }
    finally {
        await file.close();
    }
}
async function typeOfFile(path) {
    const inspection = await inspect(path);
    if (inspection.kind === 'page' || inspection.media.format === null)
        return null;
    return inspection.media;
}
function isSuffixOf(suffix, { format, suffix: usual }) {
    const known = suffix.slice(1).toLowerCase();
    return suffix.toLowerCase() === usual || (0,formats/* formatNamed */.vq)(format ?? '')?.suffixes.includes(known) === true;
}
async function recognise(reader, path, named) {
    const head = await (0,files_reader/* bytesAt */.L1)(reader, 0, inspect_HEAD_BYTES);
    const format = (0,formats/* formatOfHead */.v5)(head, reader.size);
    if (format !== null)
        return known(await moreExactly(format, reader));
    const audio = await mpegAudioOf(reader);
    if (audio !== null)
        return known((0,formats/* formatNamed */.vq)(audio));
    const markup = await (0,files_markup/* markupOf */.CE)(reader);
    if (markup !== null)
        return ofMarkup(markup, named);
    const meant = (0,formats/* formatOfSuffix */.ql)(named);
    const isNamedMedia = meant !== null && meant.kind !== 'text';
    if (await (0,files_markup/* isJson */.Fh)(reader)) {
        if (await (0,files_markup/* isGltf */.e_)(reader, named === 'gltf'))
            return known((0,formats/* formatNamed */.vq)('gltf'));
        return isNamedMedia ? { what: 'JSON' } : known((0,formats/* formatNamed */.vq)('json'));
    }
    if (meant !== null && fitsByName(meant, await asLatin(reader)))
        return known(meant);
    return (await ofLongTail(path)) ?? { format: null, name: null, type: 'application/octet-stream' };
}
const inspect_HEAD_BYTES = 4096;
function known(format) {
    return { format, name: null, type: format?.type ?? '' };
}
async function moreExactly(format, reader) {
    if (format.name !== 'mp4')
        return format;
    const tracks = await (0,boxes/* tracksOf */.SU)(reader);
    return tracks.has('soun') && !tracks.has('vide') ? ((0,formats/* formatNamed */.vq)('m4a') ?? format) : format;
}
function ofMarkup({ root, isPage }, named) {
    if (isPage)
        return { what: 'an HTML page' };
    if (root === 'svg')
        return known((0,formats/* formatNamed */.vq)('svg'));
    if (root === 'COLLADA')
        return known((0,formats/* formatNamed */.vq)('dae'));
    if (root === 'X3D')
        return known((0,formats/* formatNamed */.vq)('x3d'));
    const meant = (0,formats/* formatOfSuffix */.ql)(named);
    if (meant !== null && meant.kind !== 'text')
        return { what: 'XML' };
    return isPageSuffix(named) ? { what: 'an HTML page' } : known((0,formats/* formatNamed */.vq)('xml'));
}
async function asLatin(file) {
    const reader = await (0,files_markup/* asText */.e1)(file);
    return (await (0,files_reader/* bytesAt */.L1)(reader, 0, inspect_HEAD_BYTES)).toString('latin1');
}
const OBJ_LINE = /^(v|vn|vt|vp|f|o|g|usemtl|mtllib|s) /m;
function fitsByName({ name, kind, begins }, text) {
    if (begins !== undefined && name !== 'stl' && name !== 'obj')
        return false;
    if (/[\0-\x08\x0e-\x1a]/.test(text))
        return false;
    if (name === 'stl')
        return /^\s*solid\b/.test(text);
    return name === 'obj' ? OBJ_LINE.test(text) : kind === 'text' && name !== 'json' && name !== 'xml';
}
async function ofLongTail(path) {
    const { fileTypeFromBlob } = await Promise.all(/* import() */[__webpack_require__.e(2830), __webpack_require__.e(8377)]).then(__webpack_require__.bind(__webpack_require__, 38377));
    const found = await fileTypeFromBlob(await (0,external_node_fs_.openAsBlob)(path));
    const [type = ''] = found?.mime.split(';', 1) ?? [];
    if (found === undefined || familyOf(type) === null || (0,formats/* formatOfSuffix */.ql)(found.ext) !== null)
        return null;
    return { format: null, name: found.ext, type };
}
function familyOf(type) {
    const [family] = type.split('/', 1);
    if (family === 'image' || family === 'video' || family === 'audio')
        return family;
    return family === 'model' ? 'mesh' : null;
}
function suffixOfAddress(url) {
    const address = URL.parse(url)?.pathname ?? '';
    const suffix = /\.([a-z0-9]{1,10})$/i.exec(address)?.[1]?.toLowerCase() ?? '';
    return /^\d+$/.test(suffix) ? '' : suffix;
}
function isPageSuffix(suffix) {
    return /^(html?|xht(ml)?|shtml?|mht(ml)?|hta|phtml|svgz)$/.test(suffix);
}
const UNKNOWN = 'bin';
function suffixFor(format, name, named) {
    const usual = format?.suffixes[0] ?? name;
    if (usual !== null && usual !== undefined && !(format?.isBase === true && mayNameBase(format, named)))
        return usual;
    return named === '' || isPageSuffix(named) ? (usual ?? UNKNOWN) : named;
}
function mayNameBase({ suffixes }, named) {
    if (named === '' || named === UNKNOWN)
        return false;
    return suffixes.includes(named) || (0,formats/* formatOfSuffix */.ql)(named) === null;
}


/***/ }),

/***/ 13423:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ startThread),
/* harmony export */   u: () => (/* binding */ inThread)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78474);
/* harmony import */ var node_worker_threads__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75919);


async function inThread(work, given) {
    const thread = run(`parentPort.postMessage((${work})(workerData))`, given);
    const [answer] = await (0,node_events__WEBPACK_IMPORTED_MODULE_0__.once)(thread, 'message');
    if (answer === undefined)
        throw new Error('the thread said nothing');
    return answer;
}
function startThread(work, given) {
    return run(`(${work})(workerData)`, given);
}
function run(work, workerData) {
    const code = `const { parentPort, workerData } = process.getBuiltinModule('node:worker_threads');\n${work};`;
    return new node_worker_threads__WEBPACK_IMPORTED_MODULE_1__.Worker(code, { eval: true, workerData });
}


/***/ })

};
