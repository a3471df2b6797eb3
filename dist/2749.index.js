export const id = 2749;
export const ids = [2749];
export const modules = {

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


/***/ })

};
