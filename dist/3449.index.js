export const id = 3449;
export const ids = [3449];
export const modules = {

/***/ 33449:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   disabled: () => (/* binding */ disabled),
/* harmony export */   lookUpDeployment: () => (/* binding */ lookUpDeployment)
/* harmony export */ });
/* harmony import */ var _http_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18808);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75892);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17306);



async function lookUpDeployment(service, id, signal) {
    try {
        return await service.deployment(id, signal);
    }
    catch (error) {
        signal.throwIfAborted();
        if (error instanceof _http_client_js__WEBPACK_IMPORTED_MODULE_0__/* .ConnectionError */ .Rc)
            return null;
        if (!(error instanceof _refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .DeploymentError */ .gt))
            throw error;
        if (error.code === _refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .DISABLED */ .F4)
            return { isEnabled: false, graph: null, name: null, hardware: null, status: null };
        if (error.code === null || error.isTransient)
            return null;
        const said = error.kind === 'model-not-found' ? `RunComfy has no deployment ${id}` : `Looking up deployment ${id}`;
        throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(error.kind, `${said}: ${error.message}`, {
            advice: `Nothing was submitted. ${error.advice}`,
            cause: error,
        });
    }
}
function disabled(id) {
    return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('invalid-request', `Deployment ${id} is disabled.`, {
        advice: 'Nothing was submitted. Enable it on runcomfy.com, or use another one.',
    });
}


/***/ }),

/***/ 17306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F4: () => (/* binding */ DISABLED),
/* harmony export */   al: () => (/* binding */ asDeployment),
/* harmony export */   gt: () => (/* binding */ DeploymentError)
/* harmony export */ });
/* harmony import */ var _runcomfy_protocol_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9223);

const ADVICE = {
    'invalid-request': "Compare the overrides with the graph, and the graph with the deployment's page on runcomfy.com.",
    unauthorized: 'Check the token (runcomfy.com, Profile, API Token), and that the deployment belongs to the account of the token.',
    'insufficient-balance': 'Add funds on runcomfy.com, then run again. What was already generated is kept.',
    'model-not-found': 'Copy the id from the page of the deployment on runcomfy.com; it may have been deleted.',
    'rate-limited': 'Lower `concurrency`, or run again later.',
    unavailable: 'This looks like an outage. Run again later.',
};
const DISABLED = 10002;
const DELETED = 10003;
class DeploymentError extends _runcomfy_protocol_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceError */ ._7 {
    advice;
    constructor({ status, retryAfterMs }, refusal) {
        super({ status, retryAfterMs, body: '' }, refusal.code, '', kindOf(refusal));
        this.message = refusal.message;
        this.advice = adviceFor(refusal, this.kind);
    }
}
function kindOf(refusal) {
    if (refusal.kind === 'unavailable')
        return 'unavailable';
    if (refusal.code === DISABLED)
        return 'invalid-request';
    return refusal.code === DELETED ? 'model-not-found' : undefined;
}
function adviceFor({ status, code }, kind) {
    if (status >= 300 && status < 400)
        return 'Check `deployments-url`: API calls do not follow redirects.';
    if (status === 413)
        return 'The request is too large. Send smaller files.';
    if (code === DISABLED)
        return 'Enable the deployment on runcomfy.com, then run again. If it is enabled, check the account.';
    if (kind === 'unavailable' && (status === 401 || status === 403))
        return 'This response comes from a proxy or a firewall, not from the API. Check `deployments-url` and the network, or run again later.';
    return ADVICE[kind] ?? '';
}
function asDeployment(reply, decode) {
    try {
        return decode(reply);
    }
    catch (error) {
        throw error instanceof _runcomfy_protocol_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceError */ ._7 ? new DeploymentError(reply, error) : error;
    }
}


/***/ })

};
