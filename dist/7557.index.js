export const id = 7557;
export const ids = [7557];
export const modules = {

/***/ 77557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cacheService: () => (/* binding */ cacheService)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _http_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18808);
/* harmony import */ var _lib_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(68173);
/* harmony import */ var _lib_time_limit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93484);
/* harmony import */ var _store_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1264);





const VERSION = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update('runcomfy-action record 1').digest('hex');
const CALL_LIMIT_MS = 6_000;
const MAX_BYTES = 32 * 1024 * 1024;
function cacheService({ version, origin, token }, { http, clock }) {
    const call = caller(http, clock);
    return {
        ...(version === 2 ? twirpCalls(origin, token, call) : artifactCacheCalls(origin, token, call)),
        async read(url, signal) {
            const { status, text } = await call({ method: 'GET', url, signal });
            if (status !== 200)
                throw new _store_js__WEBPACK_IMPORTED_MODULE_3__/* .StoreSilent */ .hj(`HTTP ${status} for the entry`);
            return text;
        },
    };
}
function twirpCalls(origin, token, call) {
    async function ask(method, message, signal) {
        const reply = await call({
            method: 'POST',
            url: new URL(`/twirp/github.actions.results.api.v1.CacheService/${method}`, origin),
            headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
            body: JSON.stringify(message),
            signal,
        });
        return answered(reply);
    }
    return {
        async find(prefix, signal) {
            const message = { key: prefix, restore_keys: [prefix], version: VERSION };
            const found = await ask('GetCacheEntryDownloadURL', message, signal);
            if (found.ok !== true) {
                if (/denied|permission|scope|not allowed/i.test(said(found)))
                    throw new _store_js__WEBPACK_IMPORTED_MODULE_3__/* .StoreRefused */ .yh(said(found));
                return null;
            }
            const key = String(found.matched_key ?? found.matchedKey ?? '');
            return { key, url: addressIn(found.signed_download_url ?? found.signedDownloadUrl) };
        },
        async reserve(key, _bytes, signal) {
            const created = await ask('CreateCacheEntry', { key, version: VERSION }, signal);
            if (created.ok !== true)
                throw new _store_js__WEBPACK_IMPORTED_MODULE_3__/* .StoreRefused */ .yh(said(created) || 'the service did not accept the entry');
            const url = addressIn(created.signed_upload_url ?? created.signedUploadUrl);
            return async (record, within) => {
                const headers = { 'x-ms-blob-type': 'BlockBlob', 'content-type': 'application/octet-stream' };
                accepted(await call({ method: 'PUT', url, headers, body: record, signal: within }));
                const message = { key, size_bytes: String(record.length), version: VERSION };
                const finalized = await ask('FinalizeCacheEntryUpload', message, within);
                if (finalized.ok !== true)
                    throw new _store_js__WEBPACK_IMPORTED_MODULE_3__/* .StoreSilent */ .hj(said(finalized) || 'the service did not keep the entry');
            };
        },
    };
}
function artifactCacheCalls(origin, token, call) {
    const at = (path) => new URL(`${origin.pathname.replace(/\/$/, '')}/_apis/artifactcache/${path}`, origin);
    const headers = { authorization: `Bearer ${token}`, accept: 'application/json;api-version=6.0-preview.1' };
    const posted = { ...headers, 'content-type': 'application/json' };
    return {
        async find(prefix, signal) {
            const url = at(`cache?keys=${encodeURIComponent(prefix)}&version=${VERSION}`);
            const reply = await call({ method: 'GET', url, headers, signal });
            if (reply.status === 204 || reply.status === 404)
                return null;
            const { archiveLocation, cacheKey } = answered(reply);
            return { key: String(cacheKey ?? ''), url: addressIn(archiveLocation) };
        },
        async reserve(key, cacheSize, signal) {
            const reserved = await call({
                method: 'POST',
                url: at('caches'),
                headers: posted,
                body: JSON.stringify({ key, version: VERSION, cacheSize }),
                signal,
            });
            const { cacheId } = answered(reserved);
            if (typeof cacheId !== 'number' && typeof cacheId !== 'string')
                throw new _store_js__WEBPACK_IMPORTED_MODULE_3__/* .StoreSilent */ .hj('a response without cacheId');
            return async (record, within) => {
                const range = { 'content-type': 'application/octet-stream', 'content-range': `bytes 0-${record.length - 1}/*` };
                const url = at(`caches/${cacheId}`);
                accepted(await call({ method: 'PATCH', url, headers: { ...headers, ...range }, body: record, signal: within }));
                const body = JSON.stringify({ size: record.length });
                accepted(await call({ method: 'POST', url, headers: posted, body, signal: within }));
            };
        },
    };
}
function caller(http, clock) {
    return async ({ signal, ...request }) => {
        const limit = (0,_lib_time_limit_js__WEBPACK_IMPORTED_MODULE_2__/* .timeLimit */ .zc)(clock, CALL_LIMIT_MS, () => new Error(`no response within ${CALL_LIMIT_MS / 1000} s`));
        const either = AbortSignal.any([signal, limit.signal]);
        try {
            const response = await (await http()).send({ ...request, signal: either });
            const text = await (0,_http_client_js__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(response, MAX_BYTES, either);
            const { status } = response;
            const words = `HTTP ${status}${text === '' ? '' : `, ${said((0,_lib_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJsonObject */ .dw)(text) ?? {})}`}`.replace(/, $/, '');
            if (status === 408 || status === 425 || status === 429 || status >= 500)
                throw new _store_js__WEBPACK_IMPORTED_MODULE_3__/* .StoreSilent */ .hj(words, (0,_http_client_js__WEBPACK_IMPORTED_MODULE_1__/* .retryAfter */ .P9)(response.header('retry-after'), clock.date()));
            return { status, text };
        }
        catch (error) {
            signal.throwIfAborted();
            if (error instanceof _store_js__WEBPACK_IMPORTED_MODULE_3__/* .StoreSilent */ .hj)
                throw error;
            const words = error instanceof _http_client_js__WEBPACK_IMPORTED_MODULE_1__/* .ConnectionError */ .Rc ? error.message.replace(/\.$/, '') : String(limit.signal.reason ?? error);
            throw new _store_js__WEBPACK_IMPORTED_MODULE_3__/* .StoreSilent */ .hj(words.replace(/^Error: /, ''), null, { cause: error });
        }
        finally {
            limit.end();
        }
    };
}
function accepted({ status }) {
    if (status >= 400)
        throw new _store_js__WEBPACK_IMPORTED_MODULE_3__/* .StoreRefused */ .yh(`HTTP ${status}`);
    if (status >= 300)
        throw new _store_js__WEBPACK_IMPORTED_MODULE_3__/* .StoreSilent */ .hj(`HTTP ${status}`);
}
function answered(reply) {
    const body = (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJsonObject */ .dw)(reply.text);
    if (reply.status === 409)
        throw new _store_js__WEBPACK_IMPORTED_MODULE_3__/* .StoreConflict */ .yo('the key is taken');
    if (reply.status >= 400)
        throw new _store_js__WEBPACK_IMPORTED_MODULE_3__/* .StoreRefused */ .yh(`HTTP ${reply.status}${body === null ? '' : `, ${said(body)}`}`);
    if (body === null)
        throw new _store_js__WEBPACK_IMPORTED_MODULE_3__/* .StoreSilent */ .hj(`HTTP ${reply.status} without JSON`);
    return body;
}
function said({ message, msg }) {
    const words = typeof message === 'string' ? message : typeof msg === 'string' ? msg : '';
    return words.replace(/\s+/g, ' ').trim().slice(0, 200);
}
function addressIn(value) {
    const url = typeof value === 'string' ? URL.parse(value) : null;
    if (url === null || !/^https?:$/.test(url.protocol))
        throw new _store_js__WEBPACK_IMPORTED_MODULE_3__/* .StoreSilent */ .hj('a response without a URL');
    return url;
}


/***/ })

};
