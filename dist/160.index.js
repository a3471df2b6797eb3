export const id = 160;
export const ids = [160];
export const modules = {

/***/ 51160:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   useLenientRequests: () => (/* binding */ useLenientRequests)
/* harmony export */ });
/* harmony import */ var _actions_http_client__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44942);
/* harmony import */ var _lib_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68173);


const SERVICE = '/twirp/github.actions.results.api.v1.ArtifactService/';
const NEWER_FIELD = 'mime_type';
let isLenient = false;
function useLenientRequests() {
    if (isLenient)
        return;
    isLenient = true;
    const { post } = _actions_http_client__WEBPACK_IMPORTED_MODULE_0__/* .HttpClient */ .Qq.prototype;
    _actions_http_client__WEBPACK_IMPORTED_MODULE_0__/* .HttpClient */ .Qq.prototype.post = async function (url, data, headers) {
        const response = await post.call(this, url, data, headers);
        if (!url.includes(SERVICE))
            return response;
        const body = await response.readBody();
        const older = withoutNewerField(data);
        if (!isRefusal(response) || older === null || (isJson(body) && !body.includes(NEWER_FIELD)))
            return answer(response, body);
        const again = await post.call(this, url, older, headers);
        return answer(again, await again.readBody());
    };
}
function isRefusal({ message: { statusCode } }) {
    return statusCode === 400 || statusCode === 500;
}
const WITHOUT_REASON = JSON.stringify({
    code: 'malformed',
    msg: 'the artifact server gave no reason; it may be too old for this request',
});
function answer(response, body) {
    const text = isRefusal(response) && !isJson(body) ? WITHOUT_REASON : escapedSignature(body);
    return { message: response.message, readBody: async () => text };
}
function escapedSignature(body) {
    const { signed_upload_url, signedUploadUrl, ...rest } = (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJsonObject */ .dw)(body) ?? {};
    const address = signed_upload_url ?? signedUploadUrl;
    if (typeof address !== 'string' || !/[?&][^=&]+=[^&]*=/.test(address))
        return body;
    const url = URL.parse(address);
    if (url === null)
        return body;
    url.search = url.searchParams.toString();
    return JSON.stringify({ ...rest, signed_upload_url: url.href });
}
function withoutNewerField(data) {
    const { [NEWER_FIELD]: newer, ...older } = (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJsonObject */ .dw)(data) ?? {};
    return newer === undefined ? null : JSON.stringify(older);
}
function isJson(body) {
    return (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJsonObject */ .dw)(body) !== null;
}


/***/ })

};
