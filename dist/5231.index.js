export const id = 5231;
export const ids = [5231];
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
