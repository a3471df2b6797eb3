export const id = 3075;
export const ids = [3075];
export const modules = {

/***/ 30104:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ bitmapOf),
/* harmony export */   h: () => (/* binding */ isBmpComplete)
/* harmony export */ });
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44696);

const [CORE_HEAD, V5_HEAD] = [12, 124];
async function bitmapOf(reader) {
    const head = await (0,_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesAt */ .L1)(reader, 0, 14 + V5_HEAD);
    if (head.length < 26)
        return null;
    const start = head.readUInt32LE(10);
    const length = head.readUInt32LE(14);
    if (length === CORE_HEAD) {
        const [width, height] = [head.readUInt16LE(18), head.readUInt16LE(20)];
        return { width, height, end: start + rows(width, height, head.readUInt16LE(24)) };
    }
    if (head.length < 38)
        return null;
    const [width, height] = [head.readInt32LE(18), head.readInt32LE(22)];
    const compression = head.readUInt32LE(30);
    const isPlain = [0, 3, 6].includes(compression);
    const pixels = isPlain ? rows(width, height, head.readUInt16LE(28)) : head.readUInt32LE(34);
    const profile = length === V5_HEAD && head.length === 138 ? profileEnd(head) : 0;
    return { width, height, end: Math.max(start + pixels, profile) };
}
function rows(width, height, bits) {
    return Math.ceil((width * bits) / 32) * 4 * Math.abs(height);
}
function profileEnd(head) {
    const isHere = head.toString('latin1', 70, 74) === 'DEBM';
    return isHere ? 14 + head.readUInt32LE(126) + head.readUInt32LE(130) : 0;
}
async function isBmpComplete(reader) {
    const bitmap = await bitmapOf(reader);
    return bitmap !== null && bitmap.end <= reader.size;
}


/***/ }),

/***/ 84430:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B6: () => (/* binding */ boxesIn),
/* harmony export */   SU: () => (/* binding */ tracksOf),
/* harmony export */   bE: () => (/* binding */ boxAt),
/* harmony export */   yA: () => (/* binding */ isMovieComplete)
/* harmony export */ });
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44696);

async function* boxesIn(reader, start = 0, end = reader.size) {
    for (let at = start; at + 8 <= end;) {
        const head = await reader.window(at);
        if (head.length < 8)
            return;
        const short = head.readUInt32BE();
        const type = head.toString('latin1', 4, 8);
        const isLong = short === 1 && head.length >= 16;
        const length = short === 0 ? end - at : isLong ? Number(head.readBigUInt64BE(8)) : short;
        if (length < (isLong ? 16 : 8))
            return;
        yield { type, start: at + (isLong ? 16 : 8), end: at + length };
        at += length;
    }
}
async function boxAt(reader, around, ...names) {
    const [name, ...deeper] = names;
    for await (const box of boxesIn(reader, around.start, around.end)) {
        if (box.type === name)
            return deeper.length === 0 ? box : boxAt(reader, box, ...deeper);
    }
    return null;
}
const TOP = new Set('ftyp styp moov moof mdat meta free skip wide uuid mfra sidx ssix emsg prft pdin udta meco pnot PICT'.split(' '));
async function isMovieComplete(reader) {
    let isDescribed = false;
    let isAwaited = false;
    let last = '';
    for await (const box of boxesIn(reader)) {
        if (box.end > reader.size && TOP.has(box.type))
            return false;
        last = box.type;
        if (box.type === 'moov') {
            isDescribed = true;
            const end = await samplesEnd(reader, box);
            if (end > reader.size)
                return false;
            isAwaited = end === 0 && (await boxAt(reader, box, 'mvex')) !== null;
        }
        if (box.type === 'moof')
            isAwaited = false;
        if (box.type === 'meta') {
            const end = await itemsEnd(reader, box);
            if (end !== null)
                isDescribed = true;
            if ((end ?? 0) > reader.size)
                return false;
        }
        if (box.type === 'sidx' && (await fragmentsEnd(reader, box)) > reader.size)
            return false;
    }
    return isDescribed && !isAwaited && last !== 'moof';
}
const MAX_SAMPLES = 65_536;
async function samplesEnd(reader, movie) {
    let end = 0;
    for await (const track of boxesIn(reader, movie.start, movie.end)) {
        if (track.type !== 'trak')
            continue;
        const table = await boxAt(reader, track, 'mdia', 'minf', 'stbl');
        if (table !== null)
            end = Math.max(end, await lastChunkEnd(reader, table));
    }
    return end;
}
async function lastChunkEnd(reader, table) {
    const short = await boxAt(reader, table, 'stco');
    const offsets = short ?? (await boxAt(reader, table, 'co64'));
    if (offsets === null)
        return 0;
    const width = short === null ? 8 : 4;
    const count = await numberAt(reader, offsets.start + 4);
    if (count === 0)
        return 0;
    const entry = await (0,_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesAt */ .L1)(reader, offsets.start + 8 + (count - 1) * width, width);
    if (entry.length < width)
        return 0;
    const offset = width === 4 ? entry.readUInt32BE() : Number(entry.readBigUInt64BE());
    return offset + (await lastChunkLength(reader, table));
}
async function lastChunkLength(reader, table) {
    const [runs, sizes] = [await boxAt(reader, table, 'stsc'), await boxAt(reader, table, 'stsz')];
    if (runs === null || sizes === null)
        return 0;
    const entries = await numberAt(reader, runs.start + 4);
    if (entries === 0)
        return 0;
    const samples = await numberAt(reader, runs.start + 8 + (entries - 1) * 12 + 4);
    const each = await numberAt(reader, sizes.start + 4);
    if (each > 0)
        return samples * each;
    const all = await numberAt(reader, sizes.start + 8);
    const counted = Math.min(samples, all, MAX_SAMPLES);
    const bytes = await (0,_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesAt */ .L1)(reader, sizes.start + 12 + (all - counted) * 4, counted * 4);
    let length = 0;
    for (let at = 0; at + 4 <= bytes.length; at += 4)
        length += bytes.readUInt32BE(at);
    return length;
}
async function numberAt(reader, at) {
    const bytes = await (0,_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesAt */ .L1)(reader, at, 4);
    return bytes.length === 4 ? bytes.readUInt32BE() : 0;
}
async function fragmentsEnd(reader, { start, end }) {
    const isLong = (await (0,_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesAt */ .L1)(reader, start, 1))[0] !== 0;
    const first = await (0,_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesAt */ .L1)(reader, start + (isLong ? 20 : 16), 8);
    if (first.length < 8)
        return 0;
    const head = start + (isLong ? 28 : 20);
    const count = (await numberAt(reader, head)) % 65_536;
    let position = end + (isLong ? Number(first.readBigUInt64BE()) : first.readUInt32BE());
    const entries = await (0,_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesAt */ .L1)(reader, head + 4, count * 12);
    for (let at = 0; at + 4 <= entries.length; at += 12)
        position += entries.readUInt32BE(at) % 2 ** 31;
    return position;
}
async function itemsEnd(reader, meta) {
    const place = await boxAt(reader, { ...meta, start: meta.start + 4 }, 'iloc');
    if (place === null)
        return null;
    const bytes = await (0,_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesAt */ .L1)(reader, place.start, Math.min(place.end, reader.size) - place.start);
    try {
        return itemsEndIn(bytes);
    }
    catch {
        return null;
    }
}
function itemsEndIn(bytes) {
    let at = 0;
    const take = (width) => {
        at += width;
        if (width === 8)
            return Number(bytes.readBigUInt64BE(at - 8));
        return width === 0 ? 0 : bytes.readUIntBE(at - width, width);
    };
    const version = take(4) >>> 24;
    const widths = take(2);
    const [offsetWidth, lengthWidth, baseWidth] = [widths >> 12, (widths >> 8) & 15, (widths >> 4) & 15];
    const indexWidth = version === 0 ? 0 : widths & 15;
    let end = 0;
    for (let items = take(version < 2 ? 2 : 4); items > 0; items--) {
        take(version < 2 ? 2 : 4);
        const inFile = version === 0 || take(2) % 16 === 0;
        const isHere = take(2) === 0;
        const base = take(baseWidth);
        for (let extents = take(2); extents > 0; extents--) {
            take(indexWidth);
            const from = base + take(offsetWidth);
            const length = take(lengthWidth);
            if (inFile && isHere)
                end = Math.max(end, from + length);
        }
    }
    return end;
}
async function tracksOf(reader) {
    const kinds = new Set();
    for await (const movie of boxesIn(reader)) {
        if (movie.type !== 'moov')
            continue;
        for await (const track of boxesIn(reader, movie.start, movie.end)) {
            const handler = track.type === 'trak' ? await boxAt(reader, track, 'mdia', 'hdlr') : null;
            if (handler !== null)
                kinds.add((await (0,_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesAt */ .L1)(reader, handler.start + 8, 4)).toString('latin1'));
        }
    }
    return kinds;
}


/***/ }),

/***/ 14801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ isFlacComplete),
/* harmony export */   F: () => (/* binding */ afterId3)
/* harmony export */ });
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44696);

const TAIL_BYTES = 256 * 1024;
const MAX_TRIES = 16;
const TRAILERS = [Buffer.from('TAG'), Buffer.from('APETAGEX'), Buffer.from('ID3')];
async function isFlacComplete(reader) {
    const head = await soundOf(reader);
    if (head === null)
        return false;
    const tailStart = Math.max(head.start, reader.size - TAIL_BYTES);
    const tail = await (0,_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesAt */ .L1)(reader, tailStart, TAIL_BYTES);
    if (tail.length === 0)
        return head.samples === 0;
    let tries = 0;
    for (let at = lastSync(tail, tail.length); at !== -1 && tries < MAX_TRIES; at = lastSync(tail, at)) {
        const frame = frameIn(tail.subarray(at, at + 16), head.blockSamples);
        if (frame === null || frame.end < head.samples)
            continue;
        if (endsWell(tail.subarray(at)))
            return true;
        tries += 1;
    }
    return false;
}
async function soundOf(reader) {
    let at = await afterId3(reader);
    const info = await (0,_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesAt */ .L1)(reader, at + 8, 18);
    if (info.length < 18)
        return null;
    const samples = (info.readUInt8(13) % 16) * 2 ** 32 + info.readUInt32BE(14);
    at += 4;
    for (let isLast = false; !isLast;) {
        const head = await (0,_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesAt */ .L1)(reader, at, 4);
        if (head.length < 4)
            return null;
        isLast = head.readUInt8() >= 128;
        at += 4 + head.readUIntBE(1, 3);
    }
    return at > reader.size ? null : { start: at, samples, blockSamples: info.readUInt16BE(0) };
}
async function afterId3(reader) {
    const head = await (0,_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesAt */ .L1)(reader, 0, 10);
    if (head.length < 10 || head.toString('latin1', 0, 3) !== 'ID3')
        return 0;
    const length = [6, 7, 8, 9].reduce((sum, n) => sum * 128 + ((head[n] ?? 0) & 127), 0);
    return 10 + length + ((head[5] ?? 0) & 16 ? 10 : 0);
}
function lastSync(tail, end) {
    for (let at = end - 1; at >= 0;) {
        at = tail.lastIndexOf(0xff, at);
        if (at === -1 || ((tail[at + 1] ?? 0) & 0xfe) === 0xf8)
            return at;
        at -= 1;
    }
    return -1;
}
function frameIn(bytes, blockSamples) {
    const [, flags = 0, sizes = 0, , first = 0] = bytes;
    const width = first < 0x80 ? 1 : Math.clz32(~(first << 24));
    let number = width === 1 ? first : first % 2 ** (7 - width);
    for (let n = 1; n < width; n++)
        number = number * 64 + ((bytes[4 + n] ?? 0) & 63);
    let at = 4 + width;
    const code = sizes >> 4;
    let samples = code === 1 ? 192 : code < 6 ? 144 * 2 ** code : 2 ** code;
    if (code === 6)
        samples = (bytes[at++] ?? 0) + 1;
    if (code === 7) {
        samples = (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0) + 1;
        at += 2;
    }
    const rate = sizes % 16;
    at += rate === 12 ? 1 : rate === 13 || rate === 14 ? 2 : 0;
    if (bytes.length <= at || crc(bytes.subarray(0, at), 8, 0x07) !== bytes[at])
        return null;
    return { end: (flags % 2 === 1 ? number : number * blockSamples) + samples };
}
function endsWell(bytes) {
    let sum = 0;
    for (const [n, byte] of bytes.entries()) {
        sum = step(sum, byte, 16, 0x8005);
        if (sum === 0 && isTrailer(bytes.subarray(n + 1)))
            return true;
    }
    return false;
}
function isTrailer(rest) {
    return TRAILERS.some((mark) => rest.subarray(0, mark.length).equals(mark)) || rest.every((byte) => byte === 0);
}
function crc(bytes, bits, polynomial) {
    return bytes.reduce((sum, byte) => step(sum, byte, bits, polynomial), 0);
}
function step(sum, byte, bits, polynomial) {
    const mask = 2 ** bits - 1;
    let next = sum ^ (byte << (bits - 8));
    for (let n = 0; n < 8; n++)
        next = ((next << 1) ^ (next >> (bits - 1) === 0 ? 0 : polynomial)) & mask;
    return next;
}


/***/ }),

/***/ 97769:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ eachSegment),
/* harmony export */   Y: () => (/* binding */ isJpegComplete)
/* harmony export */ });
const EOI = 0xd9;
async function eachSegment(reader, visit) {
    for (let at = 0;;) {
        let head = await reader.window(at);
        if (!isMarker(head)) {
            at = await nextMarker(reader, at);
            head = await reader.window(at);
        }
        const marker = head[1];
        if (marker === undefined)
            return;
        if (marker === EOI) {
            visit({ marker, start: at + 2, length: 0 });
            return;
        }
        if (head.length < 4)
            return;
        const length = head.readUInt16BE(2);
        if (visit({ marker, start: at + 4, length: Math.max(0, length - 2) }))
            return;
        at += 2 + length;
    }
}
function isMarker(bytes, at = 0) {
    const next = bytes[at + 1];
    return bytes[at] === 0xff && next !== undefined && next !== 0xff && next > 0x01 && !(next >= 0xd0 && next <= 0xd8);
}
async function nextMarker(reader, from) {
    for (let at = from; at < reader.size;) {
        const bytes = await reader.window(at);
        let seen = 0;
        for (;;) {
            const found = bytes.indexOf(0xff, seen);
            if (found === -1)
                seen = bytes.length;
            const next = bytes[found + 1];
            if (found === -1 || next === undefined)
                break;
            if (isMarker(bytes, found))
                return at + found;
            seen = found + (next === 0xff ? 1 : 2);
        }
        at += seen === bytes.length ? seen : Math.max(1, bytes.length - 1);
    }
    return reader.size;
}
async function isJpegComplete(reader) {
    let isComplete = false;
    await eachSegment(reader, ({ marker }) => {
        isComplete = marker === EOI;
        return false;
    });
    return isComplete;
}


/***/ }),

/***/ 35244:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ chunksOf),
/* harmony export */   x: () => (/* binding */ isPngComplete)
/* harmony export */ });
async function* chunksOf(reader) {
    for (let at = 8;;) {
        const head = await reader.window(at);
        if (head.length < 12)
            return;
        const chunk = { type: head.toString('latin1', 4, 8), start: at + 8, length: head.readUInt32BE() };
        yield chunk;
        if (chunk.type === 'IEND')
            return;
        at += 12 + chunk.length;
    }
}
async function isPngComplete(reader) {
    for await (const { type } of chunksOf(reader)) {
        if (type === 'IEND')
            return true;
    }
    return false;
}


/***/ }),

/***/ 33075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  vq: () => (/* binding */ formatNamed),
  v5: () => (/* binding */ formatOfHead),
  ql: () => (/* binding */ formatOfSuffix),
  xr: () => (/* binding */ formatOfWord),
  GZ: () => (/* binding */ isMediaSuffix),
  jd: () => (/* binding */ mayHaveSuffix)
});

// UNUSED EXPORTS: FORMATS

// EXTERNAL MODULE: ./lib/files/complete/bmp.js
var bmp = __webpack_require__(30104);
// EXTERNAL MODULE: ./lib/files/complete/boxes.js
var boxes = __webpack_require__(84430);
// EXTERNAL MODULE: ./lib/files/complete/flac.js
var flac = __webpack_require__(14801);
;// CONCATENATED MODULE: ./lib/files/complete/gif.js
const [TRAILER, EXTENSION, IMAGE] = [0x3b, 0x21, 0x2c];
async function isGifComplete(reader) {
    const head = await reader.window(0);
    for (let at = 13 + colours(head[10]);;) {
        const bytes = await reader.window(at);
        const [first] = bytes;
        if (first === undefined)
            return false;
        if (first === 0)
            at += zeros(bytes);
        else if (first === EXTENSION)
            at = await afterBlocks(reader, at + 2);
        else if (first === IMAGE)
            at = await afterBlocks(reader, at + 11 + colours(bytes[9]));
        else
            return first === TRAILER;
    }
}
async function afterBlocks(reader, from) {
    for (let at = from;;) {
        const bytes = await reader.window(at);
        let seen = 0;
        for (let length = bytes[0]; length !== undefined; length = bytes[seen]) {
            seen += 1 + length;
            if (length === 0)
                return at + seen;
        }
        if (bytes.length === 0)
            return at;
        at += seen;
    }
}
function zeros(bytes) {
    const end = bytes.findIndex((byte) => byte !== 0);
    return end === -1 ? bytes.length : end;
}
function colours(flags = 0) {
    return (flags & 0x80) === 0 ? 0 : 3 << ((flags & 7) + 1);
}

// EXTERNAL MODULE: ./lib/files/reader.js
var files_reader = __webpack_require__(44696);
;// CONCATENATED MODULE: ./lib/files/complete/glb.js

async function isGlbComplete(reader) {
    const head = await (0,files_reader/* bytesAt */.L1)(reader, 0, 12);
    return head.length === 12 && head.readUInt32LE(8) <= reader.size;
}

// EXTERNAL MODULE: ./lib/files/complete/jpeg.js
var jpeg = __webpack_require__(97769);
;// CONCATENATED MODULE: ./lib/files/complete/matroska.js
const [SEGMENT, CLUSTER] = [0x18538067, 0x1f43b675];
const LIVE = new Set([SEGMENT, CLUSTER]);
const MAX_HEAD = 12;
async function isMatroskaComplete(reader) {
    let hasContent = false;
    for (let at = 0; at < reader.size;) {
        const head = elementIn(await reader.window(at));
        if (head === null)
            return at > 0 && reader.size - at >= MAX_HEAD;
        const end = head.length === null ? null : at + head.bytes + head.length;
        if (head.id === SEGMENT && end !== null)
            return end <= reader.size;
        if (end === null && !LIVE.has(head.id))
            return true;
        if (end !== null && end > reader.size)
            return !KNOWN.has(head.id);
        if (head.id === CLUSTER)
            hasContent = true;
        at = end ?? at + head.bytes;
    }
    return hasContent;
}
const KNOWN = new Set([
    ...[0x1a45dfa3, SEGMENT, CLUSTER, 0x114d9b74, 0x1549a966, 0x1654ae6b, 0x1c53bb6b, 0x1941a469, 0x1043a770, 0x1254c367],
    ...[0xec, 0xbf, 0xe7, 0xa7, 0xab, 0xa3, 0xa0, 0x5854],
]);
function elementIn(bytes) {
    const idWidth = widthOf(bytes[0], 4);
    const lengthWidth = widthOf(bytes[idWidth], 8);
    if (idWidth === 0 || lengthWidth === 0 || bytes.length < idWidth + lengthWidth)
        return null;
    const id = bytes.readUIntBE(0, idWidth);
    let length = (bytes[idWidth] ?? 0) % 2 ** (8 - lengthWidth);
    let unknown = length === 2 ** (8 - lengthWidth) - 1;
    for (let n = 1; n < lengthWidth; n++) {
        const byte = bytes[idWidth + n] ?? 0;
        length = length * 256 + byte;
        unknown &&= byte === 255;
    }
    return { id, bytes: idWidth + lengthWidth, length: unknown ? null : length };
}
function widthOf(first, max) {
    const width = first === undefined ? 0 : Math.clz32(first) - 23;
    return width <= max ? width : 0;
}

;// CONCATENATED MODULE: ./lib/files/complete/ogg.js

const PAGE = Buffer.from('OggS');
const LAST = 4;
const MAX_PAGE = 27 + 255 + 255 * 255;
async function isOggComplete(reader) {
    const tailStart = Math.max(0, reader.size - MAX_PAGE);
    const tail = await (0,files_reader/* bytesAt */.L1)(reader, tailStart, MAX_PAGE);
    const at = tail.lastIndexOf(PAGE);
    if (at === -1)
        return true;
    const parts = tail[at + 26];
    if (parts === undefined || at + 27 + parts > tail.length)
        return false;
    let end = at + 27 + parts;
    for (const length of tail.subarray(at + 27, end))
        end += length;
    if (end > tail.length)
        return false;
    const isHead = tail.readBigUInt64LE(at + 6) === 0n && ((tail[at + 5] ?? 0) & LAST) === 0;
    if (isHead)
        return false;
    const rest = tail.subarray(end);
    return rest.length === 0 || !PAGE.subarray(0, rest.length).equals(rest);
}

// EXTERNAL MODULE: ./lib/files/complete/png.js
var png = __webpack_require__(35244);
;// CONCATENATED MODULE: ./lib/files/complete/riff.js

function isUnknown(length) {
    return length === 0 || length >= 0x7f00_0000;
}
async function isWebpComplete(reader) {
    const head = await reader.window(0);
    return head.length >= 12 && 8 + head.readUInt32LE(4) <= reader.size;
}
async function isAviComplete(reader) {
    for (let at = 0; at < reader.size;) {
        const head = await (0,files_reader/* bytesAt */.L1)(reader, at, 8);
        if (at > 0 && !'RIFF'.startsWith(head.toString('latin1', 0, 4)))
            return true;
        if (head.length < 8)
            return false;
        const length = head.readUInt32LE(4);
        if (isUnknown(length))
            return true;
        at += 8 + length + (length % 2);
        if (at > reader.size + (length % 2))
            return false;
    }
    return true;
}
async function isWavComplete(reader) {
    const head = await reader.window(0);
    if (head.length < 12)
        return false;
    const told = head.readUInt32LE(4);
    const { dataEnd, lastEnd } = await wavChunks(reader);
    if (dataEnd === null || dataEnd > reader.size)
        return false;
    if (isUnknown(told) || 8 + told <= reader.size)
        return true;
    return told === reader.size && lastEnd === reader.size;
}
async function wavChunks(reader) {
    let long = null;
    let dataEnd = null;
    let at = 12;
    for (;;) {
        const head = await (0,files_reader/* bytesAt */.L1)(reader, at, 24);
        if (head.length < 8)
            return { dataEnd, lastEnd: at };
        const type = head.toString('latin1', 0, 4);
        const short = head.readUInt32LE(4);
        if (type === 'ds64' && head.length === 24)
            long = head.readBigUInt64LE(16);
        let length = short;
        if (type === 'data') {
            if (short === 0xffff_ffff && long !== null)
                length = Number(long);
            else if (isUnknown(short))
                return { dataEnd: at + 8, lastEnd: reader.size };
            dataEnd = at + 8 + length;
        }
        at += 8 + length + (length % 2);
        if (at > reader.size)
            return { dataEnd, lastEnd: at - (length % 2) };
    }
}
async function isWave64Complete(reader) {
    const head = await (0,files_reader/* bytesAt */.L1)(reader, 0, 24);
    if (head.length < 24)
        return false;
    const length = head.readBigUInt64LE(16);
    return length >= 1n << 62n || Number(length) <= reader.size;
}

// EXTERNAL MODULE: ./lib/files/markup.js
var markup = __webpack_require__(80115);
;// CONCATENATED MODULE: ./lib/files/complete/svg.js


const [BEGIN = 0, QUOTE, APOSTROPHE, SLASH, END] = Buffer.from(`<"'/>`);
const PASSED_OVER = [
    ['<!--', Buffer.from('-->')],
    ['<![CDATA[', Buffer.from(']]>')],
    ['<?', Buffer.from('?>')],
];
async function isSvgComplete(file) {
    const reader = await (0,markup/* asText */.e1)(file);
    let root = null;
    let depth = 0;
    for (let at = 0;;) {
        at = await nextTag(reader, at);
        const bytes = await reader.window(at, NAME);
        if (bytes.length === 0)
            return false;
        const begin = bytes.toString('latin1', 0, NAME);
        const passedOver = PASSED_OVER.find(([mark]) => begin.startsWith(mark));
        if (passedOver !== undefined) {
            const [mark, until] = passedOver;
            const end = await (0,files_reader/* find */.I6)(reader, until, at + mark.length);
            if (end === -1)
                return false;
            at = end + until.length;
            continue;
        }
        const tag = await tagAt(reader, at, begin.startsWith('<!'));
        if (tag === null)
            return false;
        at = tag.end;
        const name = /^<\/?([^\s/>!]+)/.exec(begin)?.[1];
        root ??= name ?? null;
        if (name === undefined || name !== root)
            continue;
        depth += begin.startsWith('</') ? -1 : tag.isEmpty ? 0 : 1;
        if (depth === 0)
            return true;
    }
}
const NAME = 24;
async function nextTag(reader, from) {
    for (let at = from; at < reader.size;) {
        const bytes = await reader.window(at);
        const found = bytes.indexOf(BEGIN);
        if (found !== -1)
            return at + found;
        at += bytes.length;
    }
    return reader.size;
}
async function tagAt(reader, from, mayNest) {
    let quote;
    let before;
    let nested = 0;
    for (let at = from + 1; at < reader.size;) {
        const bytes = await reader.window(at);
        for (let n = 0; n < bytes.length; n++) {
            const byte = bytes[n];
            if (quote !== undefined) {
                if (byte === quote)
                    quote = undefined;
            }
            else if (byte === QUOTE || byte === APOSTROPHE)
                quote = byte;
            else if (mayNest && byte === BEGIN)
                nested += 1;
            else if (byte === END) {
                if (nested === 0)
                    return { end: at + n + 1, isEmpty: before === SLASH };
                nested -= 1;
            }
            before = byte;
        }
        at += bytes.length;
    }
    return null;
}

;// CONCATENATED MODULE: ./lib/files/complete/zip.js

const RECORD_BYTES = 22;
const TAIL_BYTES = RECORD_BYTES + 65_535;
const RECORD = Buffer.from('PK\x05\x06');
const ENTRY = Buffer.from('PK\x01\x02');
const LONG_PLACE = Buffer.from('PK\x06\x07');
async function isZipComplete(reader) {
    const tailStart = Math.max(0, reader.size - TAIL_BYTES);
    const tail = await (0,files_reader/* bytesAt */.L1)(reader, tailStart, TAIL_BYTES);
    for (let at = tail.lastIndexOf(RECORD); at !== -1; at = at === 0 ? -1 : tail.lastIndexOf(RECORD, at - 1)) {
        if (await endsAt(reader, tailStart + at))
            return true;
    }
    return false;
}
async function endsAt(reader, record) {
    const bytes = await (0,files_reader/* bytesAt */.L1)(reader, record, RECORD_BYTES);
    if (bytes.length < RECORD_BYTES || record + RECORD_BYTES + bytes.readUInt16LE(20) > reader.size)
        return false;
    const [entries, length, start] = [bytes.readUInt16LE(10), bytes.readUInt32LE(12), bytes.readUInt32LE(16)];
    const isLong = entries === 0xffff || length === 0xffff_ffff || start === 0xffff_ffff;
    if (isLong && (await (0,files_reader/* bytesAt */.L1)(reader, record - 20, 4)).equals(LONG_PLACE))
        return true;
    return entries === 0 ? start + length === record : (await (0,files_reader/* bytesAt */.L1)(reader, start, 4)).equals(ENTRY);
}

;// CONCATENATED MODULE: ./lib/files/formats.js












function has(mark, at = 0) {
    const bytes = mark.startsWith('0x') ? Buffer.from(mark.slice(2), 'hex') : Buffer.from(mark, 'latin1');
    return (head) => head.subarray(at, at + bytes.length).equals(bytes);
}
function any(...tests) {
    return (head, size) => tests.some((test) => test(head, size));
}
function formats_all(...tests) {
    return (head, size) => tests.every((test) => test(head, size));
}
function brand(...brands) {
    return (head) => isBrand(head, brands);
}
const ANY_PICTURES = ['mif1', 'msf1', 'miaf'];
function isBrand(head, brands) {
    if (!FTYP(head, 0))
        return false;
    const is = (name) => brands.some((known) => name.startsWith(known));
    const major = head.toString('latin1', 8, 12);
    if (!ANY_PICTURES.includes(major))
        return is(major);
    const end = Math.min(head.readUInt32BE(), head.length);
    for (let at = 16; at + 4 <= end; at += 4) {
        const name = head.toString('latin1', at, at + 4);
        if (!ANY_PICTURES.includes(name) && PICTURES.some((known) => name.startsWith(known)))
            return is(name);
    }
    return is('heic');
}
const FTYP = has('ftyp', 4);
const PICTURES = ['avif', 'avis', 'heic', 'heix', 'heim', 'heis', 'hevc', 'hevx'];
function ogg(...marks) {
    return (head) => has('OggS')(head, 0) && marks.some((mark) => head.indexOf(Buffer.from(mark, 'latin1')) > 0);
}
function isOldMovie(head) {
    const isNumber = (head[0] ?? 255) < 0x20;
    return isNumber && ['moov', 'mdat', 'wide', 'free', 'skip', 'pnot'].includes(head.toString('latin1', 4, 8));
}
const EBML = has('0x1a45dfa3');
const ZIP = has('PK\x03\x04');
const ASF = has('0x3026b2758e66cf11');
const LITTLE_HEADS = [12, 16, 40, 52, 56, 64, 108, 124];
function firstInZip(name) {
    return (head) => ZIP(head, 0) && name.test(head.toString('latin1', 30, 30 + (head[26] ?? 0) + (head[27] ?? 0) * 256));
}
function icons(mark) {
    return formats_all(has(mark), (head) => head.length >= 22 && head.readUInt16LE(4) > 0 && head.readUInt32LE(18) >= 22);
}
function isStl(head, size) {
    return head.length >= 134 && size === 84 + 50 * head.readUInt32LE(80);
}
function isTga(head, size) {
    if (head.length < 18)
        return false;
    const [, map, type = 0] = head;
    const [width, height] = [head.readUInt16LE(12), head.readUInt16LE(14)];
    const bits = head[16] ?? 0;
    const isMapped = type === 1 || type === 9;
    if (![1, 2, 3, 9, 10, 11].includes(type) || map !== (isMapped ? 1 : 0) || width * height === 0)
        return false;
    if (![8, 15, 16, 24, 32].includes(bits) || ((head[17] ?? 0) & 0xc0) !== 0)
        return false;
    if (!isMapped && head.readUInt32LE(3) + (head[7] ?? 0) !== 0)
        return false;
    return type > 8 || size >= 18 + width * height * (bits >> 3);
}
function isObj(head) {
    const text = head.toString('latin1');
    const begin = /^(?:\s|#.*\n)*(?:mtllib|o|g|v)[ \t]/.test(text);
    return begin && /^v(?:[ \t]+-?\d[\d.e+-]*){3,7}[ \t]*\r?$/im.test(text);
}
function isSafetensors(head, size) {
    return head.length > 10 && head.readUInt32LE(4) === 0 && head.readUInt32LE(0) + 8 <= size && has('{"', 8)(head, size);
}
const FORMATS = [
    {
        name: 'png',
        kind: 'image',
        type: 'image/png',
        suffixes: ['png', 'apng'],
        begins: has('0x89504e470d0a1a0a'),
        isComplete: png/* isPngComplete */.x,
        isShown: true,
    },
    {
        name: 'jpeg',
        kind: 'image',
        type: 'image/jpeg',
        suffixes: ['jpg', 'jpeg', 'jpe', 'jfif'],
        begins: has('0xffd8ff'),
        isComplete: jpeg/* isJpegComplete */.Y,
        isShown: true,
    },
    {
        name: 'gif',
        kind: 'image',
        type: 'image/gif',
        suffixes: ['gif'],
        begins: any(has('GIF87a'), has('GIF89a')),
        isComplete: isGifComplete,
        isShown: true,
    },
    {
        name: 'webp',
        kind: 'image',
        type: 'image/webp',
        suffixes: ['webp'],
        begins: formats_all(has('RIFF'), has('WEBP', 8)),
        isComplete: isWebpComplete,
        isShown: true,
    },
    {
        name: 'avif',
        kind: 'image',
        type: 'image/avif',
        suffixes: ['avif', 'avifs'],
        begins: brand('avif', 'avis'),
        isComplete: boxes/* isMovieComplete */.yA,
    },
    {
        name: 'heic',
        kind: 'image',
        type: 'image/heic',
        suffixes: ['heic', 'heif', 'hif'],
        words: ['heif'],
        begins: brand('heic', 'heix', 'heim', 'heis', 'hevc', 'hevx'),
        isComplete: boxes/* isMovieComplete */.yA,
    },
    {
        name: 'svg',
        kind: 'image',
        type: 'image/svg+xml',
        suffixes: ['svg'],
        isComplete: isSvgComplete,
        isShown: true,
        shrinks: true,
    },
    {
        name: 'bmp',
        kind: 'image',
        type: 'image/bmp',
        suffixes: ['bmp', 'dib'],
        begins: (head, size) => has('BM')(head, size) && head.length >= 18 && LITTLE_HEADS.includes(head.readUInt32LE(14)),
        isComplete: bmp/* isBmpComplete */.h,
        isShown: true,
        shrinks: true,
    },
    {
        name: 'tiff',
        kind: 'image',
        type: 'image/tiff',
        suffixes: ['tif', 'tiff'],
        begins: any(has('II*\0'), has('MM\0*'), has('II+\0'), has('MM\0+')),
        isBase: true,
        shrinks: true,
    },
    {
        name: 'jxl',
        kind: 'image',
        type: 'image/jxl',
        suffixes: ['jxl'],
        begins: any(has('0xff0a'), has('JXL \r\n\x87\n', 4)),
    },
    {
        name: 'jp2',
        kind: 'image',
        type: 'image/jp2',
        suffixes: ['jp2', 'j2k', 'jpf', 'jpx', 'j2c'],
        words: ['jpeg2000'],
        begins: any(has('jP  \r\n\x87\n', 4), has('0xff4fff51')),
    },
    {
        name: 'psd',
        kind: 'image',
        type: 'image/vnd.adobe.photoshop',
        suffixes: ['psd', 'psb'],
        begins: has('8BPS'),
        shrinks: true,
    },
    { name: 'ico', kind: 'image', type: 'image/x-icon', suffixes: ['ico'], begins: icons('0x00000100') },
    { name: 'cur', kind: 'image', type: 'image/x-icon', suffixes: ['cur'], begins: icons('0x00000200') },
    { name: 'icns', kind: 'image', type: 'image/icns', suffixes: ['icns'], begins: has('icns') },
    { name: 'exr', kind: 'image', type: 'image/x-exr', suffixes: ['exr'], begins: has('0x762f3101') },
    {
        name: 'hdr',
        kind: 'image',
        type: 'image/vnd.radiance',
        suffixes: ['hdr', 'pic'],
        begins: any(has('#?RADIANCE'), has('#?RGBE')),
    },
    { name: 'dds', kind: 'image', type: 'image/vnd.ms-dds', suffixes: ['dds'], begins: has('DDS ') },
    { name: 'pcx', kind: 'image', type: 'image/x-pcx', suffixes: ['pcx'], begins: has('0x0a0501'), shrinks: true },
    {
        name: 'dpx',
        kind: 'image',
        type: 'image/x-dpx',
        suffixes: ['dpx'],
        begins: any(has('SDPX'), has('XPDS')),
        shrinks: true,
    },
    { name: 'qoi', kind: 'image', type: 'image/qoi', suffixes: ['qoi'], begins: has('qoif') },
    { name: 'ktx', kind: 'image', type: 'image/ktx', suffixes: ['ktx', 'ktx2'], begins: has('0xab4b5458') },
    {
        name: 'pnm',
        kind: 'image',
        type: 'image/x-portable-anymap',
        suffixes: ['ppm', 'pgm', 'pbm', 'pnm', 'pam', 'pfm'],
        begins: (head) => /^P[1-7fF][\r\n\t #]/.test(head.toString('latin1', 0, 3)),
        isBase: true,
        shrinks: true,
    },
    {
        name: 'mov',
        kind: 'video',
        type: 'video/quicktime',
        suffixes: ['mov', 'qt'],
        words: ['quicktime'],
        begins: any(brand('qt'), isOldMovie),
        isComplete: boxes/* isMovieComplete */.yA,
    },
    {
        name: 'm4a',
        kind: 'audio',
        type: 'audio/mp4',
        suffixes: ['m4a', 'm4b', 'm4r', 'mp4'],
        words: ['alac'],
        begins: brand('M4A', 'M4B', 'M4P'),
        isComplete: boxes/* isMovieComplete */.yA,
    },
    {
        name: '3gp',
        kind: 'video',
        type: 'video/3gpp',
        suffixes: ['3gp', '3g2', '3gpp'],
        begins: brand('3g'),
        isComplete: boxes/* isMovieComplete */.yA,
    },
    {
        name: 'mp4',
        kind: 'video',
        type: 'video/mp4',
        suffixes: ['mp4', 'm4v', 'f4v'],
        words: ['mpeg4', 'mpeg-4', 'h264', 'h265', 'hevc'],
        begins: (head, size) => FTYP(head, size) && !/^(jxl|jp2|jpx|jpm|mjp2|crx)/.test(head.toString('latin1', 8, 12)),
        isComplete: boxes/* isMovieComplete */.yA,
    },
    {
        name: 'webm',
        kind: 'video',
        type: 'video/webm',
        suffixes: ['webm'],
        begins: (head, size) => EBML(head, size) && head.subarray(0, 64).includes('webm'),
        isComplete: isMatroskaComplete,
    },
    {
        name: 'mkv',
        kind: 'video',
        type: 'video/x-matroska',
        suffixes: ['mkv', 'mka', 'mk3d'],
        words: ['matroska'],
        begins: EBML,
        isComplete: isMatroskaComplete,
    },
    {
        name: 'avi',
        kind: 'video',
        type: 'video/x-msvideo',
        suffixes: ['avi'],
        begins: formats_all(has('RIFF'), has('AVI ', 8)),
        isComplete: isAviComplete,
    },
    {
        name: 'mpg',
        kind: 'video',
        type: 'video/mpeg',
        suffixes: ['mpg', 'mpeg'],
        begins: any(has('0x000001ba'), has('0x000001b3')),
    },
    {
        name: 'ts',
        kind: 'video',
        type: 'video/mp2t',
        suffixes: ['ts', 'm2ts', 'mts'],
        begins: formats_all(has('G'), has('G', 188), has('G', 376)),
    },
    { name: 'flv', kind: 'video', type: 'video/x-flv', suffixes: ['flv'], begins: has('FLV\x01') },
    { name: 'wmv', kind: 'video', type: 'video/x-ms-asf', suffixes: ['wmv', 'asf', 'wma'], begins: ASF },
    {
        name: 'ogv',
        kind: 'video',
        type: 'video/ogg',
        suffixes: ['ogv', 'ogg', 'ogm'],
        begins: ogg('\x80theora'),
        isComplete: isOggComplete,
    },
    {
        name: 'opus',
        kind: 'audio',
        type: 'audio/ogg',
        suffixes: ['opus', 'ogg', 'oga'],
        begins: ogg('OpusHead'),
        isComplete: isOggComplete,
    },
    {
        name: 'ogg',
        kind: 'audio',
        type: 'audio/ogg',
        suffixes: ['ogg', 'oga', 'spx'],
        heldBy: ['opus', 'ogv'],
        words: ['vorbis'],
        begins: has('OggS'),
        isComplete: isOggComplete,
    },
    {
        name: 'wav',
        kind: 'audio',
        type: 'audio/wav',
        suffixes: ['wav', 'wave', 'rf64', 'bwf'],
        begins: formats_all(any(has('RIFF'), has('RF64'), has('BW64')), has('WAVE', 8)),
        isComplete: isWavComplete,
        shrinks: true,
    },
    {
        name: 'w64',
        kind: 'audio',
        type: 'audio/x-w64',
        suffixes: ['w64'],
        begins: has('0x726966662e91cf11'),
        isComplete: isWave64Complete,
        shrinks: true,
    },
    {
        name: 'flac',
        kind: 'audio',
        type: 'audio/flac',
        suffixes: ['flac'],
        heldBy: ['ogg', 'oga'],
        begins: has('fLaC'),
        isComplete: flac/* isFlacComplete */.E,
    },
    { name: 'mp3', kind: 'audio', type: 'audio/mpeg', suffixes: ['mp3', 'mp2', 'mpga'] },
    { name: 'aac', kind: 'audio', type: 'audio/aac', suffixes: ['aac', 'adts'], heldBy: ['m4a', 'mp4'] },
    {
        name: 'aiff',
        kind: 'audio',
        type: 'audio/aiff',
        suffixes: ['aif', 'aiff', 'aifc'],
        begins: formats_all(has('FORM'), any(has('AIFF', 8), has('AIFC', 8))),
        shrinks: true,
    },
    { name: 'mid', kind: 'audio', type: 'audio/midi', suffixes: ['mid', 'midi'], words: ['midi'], begins: has('MThd') },
    { name: 'caf', kind: 'audio', type: 'audio/x-caf', suffixes: ['caf'], begins: has('caff') },
    { name: 'amr', kind: 'audio', type: 'audio/amr', suffixes: ['amr'], begins: has('#!AMR') },
    { name: 'au', kind: 'audio', type: 'audio/basic', suffixes: ['au', 'snd'], begins: has('.snd'), shrinks: true },
    {
        name: 'glb',
        kind: 'mesh',
        type: 'model/gltf-binary',
        suffixes: ['glb', 'vrm'],
        words: ['gltf-binary'],
        begins: has('glTF'),
        isComplete: isGlbComplete,
        isBase: true,
        shrinks: true,
    },
    { name: 'gltf', kind: 'mesh', type: 'model/gltf+json', suffixes: ['gltf'], heldBy: ['glb'], shrinks: true },
    {
        name: 'usdz',
        kind: 'mesh',
        type: 'model/vnd.usdz+zip',
        suffixes: ['usdz'],
        begins: firstInZip(/\.usd[ac]?$/i),
        isComplete: isZipComplete,
    },
    {
        name: 'usdc',
        kind: 'mesh',
        type: 'model/vnd.usd',
        suffixes: ['usdc', 'usd'],
        begins: has('PXR-USDC'),
        shrinks: true,
    },
    {
        name: 'usda',
        kind: 'mesh',
        type: 'model/vnd.usda',
        suffixes: ['usda', 'usd'],
        begins: has('#usda'),
        shrinks: true,
    },
    {
        name: 'ply',
        kind: 'mesh',
        type: 'model/ply',
        suffixes: ['ply'],
        begins: any(has('ply\n'), has('ply\r')),
        shrinks: true,
    },
    {
        name: 'fbx',
        kind: 'mesh',
        type: 'model/fbx',
        suffixes: ['fbx'],
        begins: any(has('Kaydara FBX Binary'), has('; FBX')),
        shrinks: true,
    },
    {
        name: '3ds',
        kind: 'mesh',
        type: 'model/3ds',
        suffixes: ['3ds'],
        begins: (head, size) => has('MM')(head, size) && head.length >= 6 && head.readUInt32LE(2) === size,
        shrinks: true,
    },
    {
        name: 'blend',
        kind: 'mesh',
        type: 'application/x-blender',
        suffixes: ['blend'],
        begins: has('BLENDER'),
        shrinks: true,
    },
    {
        name: '3mf',
        kind: 'mesh',
        type: 'model/3mf',
        suffixes: ['3mf'],
        begins: firstInZip(/^3D\//),
        isComplete: isZipComplete,
    },
    {
        name: 'zip',
        kind: 'archive',
        type: 'application/zip',
        suffixes: ['zip'],
        begins: any(ZIP, has('PK\x05\x06')),
        isComplete: isZipComplete,
        isBase: true,
    },
    {
        name: 'gz',
        kind: 'archive',
        type: 'application/gzip',
        suffixes: ['gz', 'tgz'],
        begins: has('0x1f8b08'),
        isBase: true,
    },
    { name: '7z', kind: 'archive', type: 'application/x-7z-compressed', suffixes: ['7z'], begins: has('0x377abcaf271c') },
    {
        name: 'zst',
        kind: 'archive',
        type: 'application/zstd',
        suffixes: ['zst'],
        begins: has('0x28b52ffd'),
        isBase: true,
    },
    {
        name: 'tar',
        kind: 'archive',
        type: 'application/x-tar',
        suffixes: ['tar'],
        begins: has('ustar', 257),
        shrinks: true,
    },
    { name: 'pdf', kind: 'other', type: 'application/pdf', suffixes: ['pdf', 'ai'], begins: has('%PDF-') },
    {
        name: 'safetensors',
        kind: 'other',
        type: 'application/octet-stream',
        suffixes: ['safetensors'],
        begins: isSafetensors,
    },
    {
        name: 'npy',
        kind: 'other',
        type: 'application/octet-stream',
        suffixes: ['npy'],
        begins: has('\x93NUMPY'),
        shrinks: true,
    },
    {
        name: 'vtt',
        kind: 'text',
        type: 'text/vtt',
        suffixes: ['vtt'],
        begins: any(has('WEBVTT'), has('0xefbbbf574542565454')),
    },
    {
        name: 'srt',
        kind: 'text',
        type: 'application/x-subrip',
        suffixes: ['srt'],
        begins: (head) => /^\D{0,3}\s*\d+\r?\n\d+:\d\d:\d\d[,.]\d+ --> /.test(head.toString('latin1', 0, 80)),
    },
    { name: 'stl', kind: 'mesh', type: 'model/stl', suffixes: ['stl'], begins: isStl, shrinks: true },
    { name: 'tga', kind: 'image', type: 'image/x-tga', suffixes: ['tga'], begins: isTga, shrinks: true },
    { name: 'dae', kind: 'mesh', type: 'model/vnd.collada+xml', suffixes: ['dae'], shrinks: true },
    { name: 'x3d', kind: 'mesh', type: 'model/x3d+xml', suffixes: ['x3d'], shrinks: true },
    { name: 'obj', kind: 'mesh', type: 'model/obj', suffixes: ['obj'], begins: isObj, shrinks: true },
    { name: 'mtl', kind: 'text', type: 'model/mtl', suffixes: ['mtl'] },
    { name: 'json', kind: 'text', type: 'application/json', suffixes: ['json'], isBase: true },
    { name: 'xml', kind: 'text', type: 'application/xml', suffixes: ['xml'], isBase: true },
    { name: 'txt', kind: 'text', type: 'text/plain', suffixes: ['txt', 'text', 'log'] },
    { name: 'md', kind: 'text', type: 'text/markdown', suffixes: ['md'] },
    { name: 'csv', kind: 'text', type: 'text/csv', suffixes: ['csv'] },
];
const BY_NAME = new Map(FORMATS.map((format) => [format.name, format]));
function formatOfHead(head, size) {
    return FORMATS.find(({ begins }) => begins?.(head, size) === true) ?? null;
}
const BY_SUFFIX = new Map(FORMATS.flatMap((format) => format.suffixes.map((suffix, n) => ({ suffix, n, format })))
    .reverse()
    .sort((one, other) => other.n - one.n)
    .map(({ suffix, format }) => [suffix, format]));
const BY_WORD = new Map(FORMATS.flatMap((format) => (format.words ?? []).map((word) => [word, format])));
function formatNamed(name) {
    return BY_NAME.get(name) ?? null;
}
function formatOfSuffix(suffix) {
    return BY_SUFFIX.get(suffix.toLowerCase()) ?? null;
}
function formatOfWord(word) {
    const known = word.toLowerCase();
    return BY_NAME.get(known) ?? formatOfSuffix(known) ?? BY_WORD.get(known) ?? null;
}
function mayHaveSuffix({ suffixes, heldBy = [] }, suffix) {
    return [...suffixes, ...heldBy].includes(suffix.toLowerCase());
}
function isMediaSuffix(suffix) {
    const format = formatOfSuffix(suffix);
    return format !== null && format.kind !== 'text';
}


/***/ }),

/***/ 80115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CE: () => (/* binding */ markupOf),
/* harmony export */   Fh: () => (/* binding */ isJson),
/* harmony export */   e1: () => (/* binding */ asText),
/* harmony export */   e_: () => (/* binding */ isGltf)
/* harmony export */ });
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44696);

const MAX_PROLOG = 1024 * 1024;
const DATA_BYTES = 64 * 1024;
async function asText(reader) {
    const [first, second] = await (0,_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesAt */ .L1)(reader, 0, 2);
    const isLittle = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
    const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
    if (!isLittle && !isBig)
        return reader;
    return {
        size: Math.floor(reader.size / 2),
        async window(at, least = 16) {
            const bytes = await reader.window(at * 2, least * 2);
            const narrow = Buffer.alloc(Math.floor(bytes.length / 2));
            for (let n = 0; n < narrow.length; n++) {
                const [low, high] = isLittle ? [bytes[2 * n], bytes[2 * n + 1]] : [bytes[2 * n + 1], bytes[2 * n]];
                narrow[n] = high === 0 ? (low ?? 0) : 0x3f;
            }
            return narrow;
        },
    };
}
const PAGE_ELEMENTS = new Set('html head body script iframe h1 div font table a style title b br p meta link center form'.split(' '));
async function markupOf(file) {
    const reader = await asText(file);
    const begin = (await (0,_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesAt */ .L1)(reader, 0, 512)).toString('latin1').replace(/^(ï»¿|\?)/, '');
    if (!/^\s*<[a-z!?]/i.test(begin))
        return null;
    const prolog = (await (0,_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesAt */ .L1)(reader, 0, Math.min(reader.size, MAX_PROLOG))).toString('latin1');
    const { at, doctype } = afterProlog(prolog);
    const tag = /^<(?:"[^"]*"|'[^']*'|[^"'>])*>?/.exec(prolog.slice(at, at + DATA_BYTES))?.[0] ?? '';
    const root = /^<(?:[\w.-]+:)?([\w.-]+)/.exec(tag)?.[1] ?? null;
    const name = root?.toLowerCase() ?? '';
    const isPage = doctype === 'html' || PAGE_ELEMENTS.has(name);
    return { root, tag, isPage };
}
function afterProlog(text) {
    let doctype = null;
    for (let at = text.indexOf('<');;) {
        while (/\s/.test(text.charAt(at)))
            at += 1;
        let end;
        if (/^<!--(>|->)/.test(text.slice(at, at + 6)))
            return { at: text.length, doctype: 'html' };
        if (text.startsWith('<!--', at))
            end = after(text, '-->', at + 4);
        else if (text.startsWith('<?', at))
            end = after(text, '?>', at + 2);
        else if (/^<!doctype/i.test(text.slice(at, at + 9))) {
            doctype = /^\s+([\w.:-]+)/.exec(text.slice(at + 9, at + 200))?.[1]?.toLowerCase() ?? doctype;
            end = afterDoctype(text, at);
        }
        else
            return { at, doctype };
        at = end;
    }
}
function after(text, mark, from) {
    const found = text.indexOf(mark, from);
    return found === -1 ? text.length : found + mark.length;
}
function afterDoctype(text, from) {
    const parts = /"[^"]*"|'[^']*'|<!--[\s\S]*?-->|[[\]>]/g;
    parts.lastIndex = from;
    let inside = false;
    for (let part = parts.exec(text); part !== null; part = parts.exec(text)) {
        if (part[0] === '[')
            inside = true;
        if (part[0] === ']')
            inside = false;
        if (part[0] === '>' && !inside)
            return parts.lastIndex;
    }
    return text.length;
}
async function isJson(reader) {
    const text = (await (0,_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesAt */ .L1)(reader, 0, DATA_BYTES)).toString('utf8').replace(/^\uFEFF/, '');
    if (!/^\s*[[{]/.test(text))
        return false;
    if (reader.size > DATA_BYTES)
        return /^\s*(\{\s*["}]|\[\s*(["{[\]\d-]|true|false|null))/.test(text);
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        return false;
    }
}
const [ASSET, SCENES] = [Buffer.from('"asset"'), Buffer.from('"scenes"')];
async function isGltf(reader, isNamedSo) {
    return (await (0,_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .find */ .I6)(reader, ASSET, 0)) !== -1 && (isNamedSo || (await (0,_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .find */ .I6)(reader, SCENES, 0)) !== -1);
}


/***/ }),

/***/ 44696:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I6: () => (/* binding */ find),
/* harmony export */   L1: () => (/* binding */ bytesAt),
/* harmony export */   cE: () => (/* binding */ openReader)
/* harmony export */ });
const JUMP_BYTES = 4 * 1024;
const STREAM_BYTES = 64 * 1024;
const WINDOWS = 4;
const LEAST = 16;
const NOTHING = Buffer.alloc(0);
function openReader(file, size) {
    let windows = [];
    return {
        size,
        async window(at, least = LEAST) {
            if (!(at >= 0 && at < size))
                return NOTHING;
            const wanted = Math.min(least, size - at);
            for (const { start, bytes } of windows) {
                if (at >= start && at + wanted <= start + bytes.length)
                    return bytes.subarray(at - start);
            }
            const [last] = windows;
            const goesOn = last !== undefined && at > last.start && at <= last.start + last.bytes.length;
            const bytes = await read(file, at, Math.min(size - at, Math.max(wanted, goesOn ? STREAM_BYTES : JUMP_BYTES)));
            windows = [{ start: at, bytes }, ...windows.slice(0, WINDOWS - 1)];
            return bytes;
        },
    };
}
async function read(file, at, length) {
    const buffer = Buffer.alloc(length);
    let filled = 0;
    for (;;) {
        const { bytesRead } = await file.read(buffer, filled, length - filled, at + filled);
        filled += bytesRead;
        if (bytesRead === 0 || filled === length)
            return buffer.subarray(0, filled);
    }
}
async function bytesAt(reader, at, length) {
    return (await reader.window(at, length)).subarray(0, length);
}
async function find(reader, needle, at, end = reader.size) {
    for (let from = at; from < end;) {
        const bytes = await reader.window(from, needle.length);
        const found = bytes.indexOf(needle);
        if (found !== -1)
            return from + found < end ? from + found : -1;
        from += Math.max(1, bytes.length - needle.length + 1);
    }
    return -1;
}


/***/ })

};
