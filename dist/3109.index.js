export const id = 3109;
export const ids = [3109,6285];
export const modules = {

/***/ 69849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createServerless: () => (/* binding */ createServerless)
});

// EXTERNAL MODULE: ./lib/runcomfy/api.js
var api = __webpack_require__(45259);
// EXTERNAL MODULE: ./lib/graphs/graph.js + 1 modules
var graphs_graph = __webpack_require__(80008);
// EXTERNAL MODULE: ./lib/lib/errors.js
var errors = __webpack_require__(75892);
// EXTERNAL MODULE: ./lib/lib/json.js
var json = __webpack_require__(68173);
// EXTERNAL MODULE: ./lib/runcomfy/protocol.js
var protocol = __webpack_require__(9223);
;// CONCATENATED MODULE: ./lib/comfyui/failure.js



const MAX_ERRORS = 20;
const MAX_NODES = 3;
const MAX_DEPTH = 6;
const MAX_PARSED = 1_000_000;
function failureWords(error, graph) {
    const found = [];
    for (const one of [error].flat().slice(0, MAX_ERRORS)) {
        const said = saidBy(one);
        const nodes = nodeReports(one, graph, 0);
        const general = said !== '' && !nodes.some((report) => report.includes(said)) ? [said] : [];
        found.push([...general, ...nodes].join('; '));
    }
    const words = [...new Set(found.filter((text) => text !== ''))].join('; ');
    return words === '' ? '' : (0,errors/* quoted */.TL)(words, 300).slice(1, -1);
}
function saidBy(error) {
    if (typeof error === 'string')
        return (0,json/* parseJsonObject */.dw)(error) === null ? trimmed(error) : saidBy((0,json/* parseJsonObject */.dw)(error));
    const object = (0,json/* jsonObject */.o$)(error);
    if (object === null)
        return '';
    for (const said of [
        object.error,
        object.error_message,
        object.message,
        object.exception_message,
        object.detail,
        object.msg,
    ]) {
        const text = typeof said === 'string' || (0,json/* jsonObject */.o$)(said) !== null ? saidBy(said) : '';
        if (text !== '')
            return text;
    }
    const code = object.errorCode ?? object.error_code ?? object.type;
    return typeof code === 'string' || typeof code === 'number' ? trimmed(String(code)) : '';
}
function nodeReports(value, graph, depth) {
    if (depth > MAX_DEPTH)
        return [];
    if (typeof value === 'string') {
        const parsed = /^\s*\{/.test(value) && value.length <= MAX_PARSED ? (0,json/* parseJsonObject */.dw)(value) : null;
        return parsed === null ? [] : nodeReports(parsed, graph, depth + 1);
    }
    if (Array.isArray(value))
        return value.slice(0, MAX_ERRORS).flatMap((item) => nodeReports(item, graph, depth + 1));
    const object = (0,json/* jsonObject */.o$)(value);
    if (object === null)
        return [];
    const refused = (0,json/* jsonObject */.o$)(object.node_errors);
    if (refused !== null && Object.keys(refused).length > 0)
        return refusedNodes(refused, graph);
    const broken = brokenNode(object, graph);
    if (broken !== null)
        return [broken];
    return Object.values(object).flatMap((member) => nodeReports(member, graph, depth + 1));
}
function refusedNodes(reports, graph) {
    const entries = Object.entries(reports);
    const told = entries.slice(0, MAX_NODES).map(([id, report]) => {
        const { errors, class_type: classType } = (0,json/* jsonObject */.o$)(report) ?? {};
        const said = (Array.isArray(errors) ? errors : [errors]).slice(0, 2).map((error) => {
            const { message, details } = (0,json/* jsonObject */.o$)(error) ?? {};
            return [message, details]
                .flatMap((text) => (typeof text === 'string' && text !== '' ? [trimmed(text)] : []))
                .join(', ');
        });
        return `${named(id, classType, graph)}: ${said.filter((text) => text !== '').join('; ')}`;
    });
    return entries.length > MAX_NODES ? [...told, `and ${entries.length - MAX_NODES} more nodes`] : told;
}
function brokenNode({ node_id: id, node_type: type, exception_message: said, exception_type: kind }, graph) {
    if (typeof id !== 'string' && typeof id !== 'number')
        return null;
    const words = [said, kind].find((text) => typeof text === 'string' && text.trim() !== '');
    return typeof words === 'string' ? `${named(String(id), type, graph)}: ${trimmed(words)}` : null;
}
function named(id, classType, graph) {
    if (graph?.nodes.has(id) || typeof classType !== 'string')
        return (0,graphs_graph/* nodeWords */.kk)(graph, id);
    return `${(0,graphs_graph/* nodeWords */.kk)(null, id)} (${(0,errors/* quoted */.TL)(classType, 60).slice(1, -1)})`;
}
function trimmed(text) {
    return text.trim().replace(/\.$/, '');
}

// EXTERNAL MODULE: ./lib/graphs/overrides.js
var overrides = __webpack_require__(13156);
;// CONCATENATED MODULE: ./lib/comfyui/outputs.js


const outputs_MAX_DEPTH = 8;
function filesOfNodes(outputs) {
    const nodes = Object.entries((0,json/* jsonObject */.o$)(outputs) ?? {}).sort(([a], [b]) => (0,overrides/* compareNodeIds */.e3)(a, b));
    const files = nodes.flatMap(([, output]) => filesIn(output, false, 0));
    const lasting = files.filter(({ isTemporary }) => !isTemporary);
    return [...new Set((lasting.length > 0 ? lasting : files).map(({ address }) => address))];
}
function filesIn(value, isTemporary, depth) {
    if (depth > outputs_MAX_DEPTH)
        return [];
    if (typeof value === 'string')
        return isAddress(value) ? [{ address: value.trim(), isTemporary }] : [];
    if (Array.isArray(value))
        return value.flatMap((item) => filesIn(item, isTemporary, depth + 1));
    const object = (0,json/* jsonObject */.o$)(value);
    if (object === null)
        return [];
    const temporary = isTemporary || object.type === 'temp';
    if (typeof object.url === 'string' && isAddress(object.url))
        return [{ address: object.url.trim(), isTemporary: temporary }];
    return Object.values(object).flatMap((member) => filesIn(member, temporary, depth + 1));
}
function isAddress(text) {
    return /^\s*(https?:\/\/\S+|data:[\w.+-]+\/[\w.+-]+[;,]\S*)\s*$/i.test(text);
}
function isEmpty(value) {
    if (value === null || value === undefined || value === '' || typeof value === 'boolean')
        return true;
    return typeof value === 'object' && Object.values(value).every(isEmpty);
}

// EXTERNAL MODULE: ./lib/comfyui/refusal.js
var refusal = __webpack_require__(17306);
;// CONCATENATED MODULE: ./lib/comfyui/decode.js







const NOTHING_MADE = 'ComfyUI finished without any output: it has run this graph before, and took every node from its cache. Change a value that the picture depends on, such as the seed of the sampler, then run again.';
const CHECK_GRAPH = 'Check what was sent against what the deployment has (models, custom nodes, memory), then run again.';
function decodeSubmit(reply) {
    return (0,refusal/* asDeployment */.al)(reply, protocol/* decodeSubmit */.x1);
}
function decodeState(reply) {
    const state = (0,refusal/* asDeployment */.al)(reply, protocol/* decodeState */.UJ);
    const body = bodyOf(reply);
    return { ...state, instanceId: word(body.instance_id), logUrl: word(body.log_url) };
}
function decodeResult(reply, graph = null) {
    const decoded = (0,refusal/* asDeployment */.al)(reply, protocol/* decodeResult */.Sz);
    const body = bodyOf(reply);
    if (decoded.result === 'failed') {
        const words = failureWords(body.error, graph);
        const advice = [...madeBefore(body.outputs), CHECK_GRAPH].join(' ');
        return { ...decoded, ...(words === '' ? {} : { reason: `"${words}"` }), advice };
    }
    if (decoded.result !== 'succeeded')
        return decoded;
    const { outputs: _, instance_id: _1, ...beside } = decoded.beside;
    const raw = [body.outputs, body.output].find((output) => !isEmpty(output)) ?? null;
    if (raw !== null) {
        const files = raw === body.outputs ? filesOfNodes(raw) : [];
        return { ...decoded, beside, output: files.length > 0 ? files : raw, raw, emptyBecause: null };
    }
    const words = failureWords(body.error, graph);
    if (words !== '')
        return { result: 'failed', reason: `"${words}"`, refused: false, cost: decoded.cost, advice: CHECK_GRAPH };
    return { ...decoded, beside, output: null, raw: body.outputs ?? body.output ?? null, emptyBecause: NOTHING_MADE };
}
const MAX_TOLD = 3;
function madeBefore(outputs) {
    const addresses = filesOfNodes(outputs).flatMap((address) => /^https?:/i.test(address) ? (URL.parse(address)?.href ?? []) : []);
    const more = addresses.length - MAX_TOLD;
    const told = addresses.slice(0, MAX_TOLD).join(', ');
    return told === '' ? [] : [`Before that it made ${told}${more > 0 ? `, and ${more} more files` : ''} (paid for).`];
}
function decodeCancel(reply) {
    const plain = (0,refusal/* asDeployment */.al)(reply, protocol/* decodeCancel */.$P);
    const body = bodyOf(reply);
    const words = [body.outcome, body.status].map((said) => (typeof said === 'string' ? said.toLowerCase() : ''));
    if (words.includes('not_cancellable'))
        return 'not_cancellable';
    if (plain === 'cancelled')
        return 'cancelled';
    const isRequested = words.some((said) => /^(cancell?ation_requested|cancell?ing|cancel_requested|pending_cancel)$/.test(said));
    return isRequested ? 'requested' : 'not_cancellable';
}
function decodeDeployment(reply) {
    (0,refusal/* asDeployment */.al)(reply, protocol/* decodeState */.UJ);
    const body = bodyOf(reply);
    const entry = (0,json/* jsonObject */.o$)(body.deployment) ?? body;
    const payload = (0,json/* jsonObject */.o$)(entry.payload) ?? {};
    return {
        isEnabled: entry.is_enabled !== false,
        graph: graphIn(payload.workflow_api_json) ?? graphIn(entry.workflow_api_json),
        name: word(entry.name),
        hardware: word(entry.hardware),
        status: word(entry.status),
    };
}
function graphIn(written) {
    const value = typeof written === 'string' ? (0,json/* parseJsonObject */.dw)(written) : (0,json/* jsonObject */.o$)(written);
    return value !== null && isJson(value) ? (0,graphs_graph/* readGraph */.tJ)(value).graph : null;
}
function isJson(value) {
    return value !== undefined;
}
function bodyOf(reply) {
    const body = (0,json/* parseJsonObject */.dw)(reply.body) ?? {};
    const data = (0,json/* jsonObject */.o$)(body.data);
    return data === null ? body : { ...data, ...body };
}
function word(said) {
    return typeof said === 'string' && said !== '' ? (0,errors/* quoted */.TL)(said, 200).slice(1, -1) : null;
}

;// CONCATENATED MODULE: ./lib/comfyui/client.js


function createServerless({ deploymentsUrl, ...options }) {
    const ifNew = (0,api/* onlyNewIds */.R)();
    const { read, pay, post } = (0,api/* createApi */.x)({ ...options, origin: deploymentsUrl });
    return {
        async submit(deployment, body, signal) {
            return ifNew(decodeSubmit(await pay(`${deploymentPath('v1', deployment)}/inference`, body, signal)));
        },
        async state(request, signal) {
            return decodeState(await read(`${requestPath(request)}/status`, signal));
        },
        async result(request, signal, graph = null) {
            return decodeResult(await read(`${requestPath(request)}/result`, signal), graph);
        },
        async cancel(request, signal) {
            return decodeCancel(await post(`${requestPath(request)}/cancel`, signal));
        },
        async deployment(deployment, signal) {
            return decodeDeployment(await read(`${deploymentPath('v2', deployment)}?includes=payload`, signal));
        },
    };
}
function requestPath({ deployment, requestId }) {
    return `${deploymentPath('v1', deployment)}/requests/${requestId}`;
}
function deploymentPath(version, deployment) {
    return `/prod/${version}/deployments/${deployment}`;
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


/***/ }),

/***/ 42757:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
function nearest(word, known) {
    let best = null;
    let least = Math.max(2, Math.floor(word.length / 3)) + 1;
    for (const candidate of known) {
        if (Math.abs(candidate.length - word.length) >= least)
            continue;
        const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
        if (distance < least && distance < candidate.length)
            [best, least] = [candidate, distance];
    }
    return best;
}
function editDistance(from, to) {
    let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
    for (const [row, character] of [...from].entries()) {
        const current = [row + 1];
        for (let column = 0; column < to.length; column++) {
            const replaced = (previous[column] ?? 0) + (to[column] === character ? 0 : 1);
            current.push(Math.min(replaced, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
        }
        previous = current;
    }
    return previous[to.length] ?? 0;
}


/***/ }),

/***/ 36285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BB: () => (/* binding */ fillText),
/* harmony export */   TZ: () => (/* binding */ VARIABLE),
/* harmony export */   V6: () => (/* binding */ hasIndex),
/* harmony export */   Vk: () => (/* binding */ fillValue),
/* harmony export */   Wt: () => (/* binding */ PlaceholderFault),
/* harmony export */   XC: () => (/* binding */ outputPath),
/* harmony export */   hx: () => (/* binding */ INDEX),
/* harmony export */   r9: () => (/* binding */ fillOutput)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75892);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42757);


class PlaceholderFault extends Error {
}
const TOKEN = /\{\{|\}\}|\{([A-Za-z_][\w-]*)\}|[{}]/g;
const ONE_PLACEHOLDER = /^\{([A-Za-z_][\w-]*)\}$/;
const VARIABLE = /^[A-Za-z_][\w-]*$/;
const INDEX = 'index';
function fillText(text, variables) {
    return fill(text, variables, null);
}
function fillOutput(text, variables) {
    return fill(text, variables, INDEX);
}
function outputPath(output, index) {
    return fillText(output, new Map([[INDEX, index]]));
}
function hasIndex(output) {
    return outputPath(output, 1) !== outputPath(output, 2);
}
function fillValue(value, variables) {
    if (typeof value === 'string') {
        const [, name] = ONE_PLACEHOLDER.exec(value) ?? [];
        return name === undefined ? fillText(value, variables) : variable(name, value, variables);
    }
    if (typeof value !== 'object' || value === null)
        return value;
    if (Array.isArray(value))
        return value.map((item) => fillValue(item, variables));
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, fillValue(member, variables)]));
}
function fill(text, variables, kept) {
    if (!/[{}]/.test(text) && kept === null)
        return text;
    return text.replace(TOKEN, (token, name) => {
        if (token === '{{' || token === '}}')
            return kept === null ? token.charAt(0) : token;
        if (name === undefined) {
            throw new PlaceholderFault(`a single \`${token}\` in ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)}: write \`${token}${token}\` for a literal brace`);
        }
        if (name === kept)
            return token;
        const value = variable(name, text, variables);
        if (typeof value === 'object') {
            throw new PlaceholderFault(`{${name}} is ${value === null ? 'null' : Array.isArray(value) ? 'a list' : 'a mapping'}, which must be the whole value of a parameter, not part of ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)}`);
        }
        const filled = String(value);
        return kept === null ? filled : filled.replace(/[{}]/g, '$&$&');
    });
}
function variable(name, text, variables) {
    const value = variables.get(name);
    if (value !== undefined)
        return value;
    if (name === INDEX)
        throw new PlaceholderFault(`{${INDEX}} is allowed only in \`output\`, not in ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)}`);
    const meant = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(name, variables.keys());
    const known = [...variables.keys()].map((key) => `{${key}}`).join(' ');
    const advice = meant !== null
        ? `did you mean {${meant}}?`
        : known === ''
            ? `the image has no \`matrix\`; write {{${name}}} for literal braces`
            : `known placeholders are ${known}; write {{${name}}} for literal braces`;
    throw new PlaceholderFault(`unknown placeholder {${name}} in ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)}: ${advice}`);
}


/***/ })

};
