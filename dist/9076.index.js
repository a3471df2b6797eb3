export const id = 9076;
export const ids = [9076];
export const modules = {

/***/ 19076:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  loadClient: () => (/* binding */ loadClient),
  uploadArtifact: () => (/* binding */ uploadArtifact)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/files/formats.js + 7 modules
var formats = __webpack_require__(33075);
// EXTERNAL MODULE: ./lib/lib/errors.js
var errors = __webpack_require__(75892);
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 1 modules
var lib = __webpack_require__(44942);
// EXTERNAL MODULE: ./lib/lib/json.js
var json = __webpack_require__(68173);
;// CONCATENATED MODULE: ./lib/github/artifact-requests.js


const SERVICE = '/twirp/github.actions.results.api.v1.ArtifactService/';
const NEWER_FIELD = 'mime_type';
let isLenient = false;
function useLenientRequests() {
    if (isLenient)
        return;
    isLenient = true;
    const { post } = lib/* HttpClient */.Qq.prototype;
    lib/* HttpClient */.Qq.prototype.post = async function (url, data, headers) {
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
const NO_REASON = 'the artifact server gave no reason; it may be too old for this request';
const WITHOUT_REASON = JSON.stringify({ code: 'malformed', msg: NO_REASON });
function answer(response, body) {
    const text = isRefusal(response) && !isJson(body) ? WITHOUT_REASON : escapedSignature(body);
    return { message: response.message, readBody: async () => text };
}
function escapedSignature(body) {
    const { signed_upload_url, signedUploadUrl, ...rest } = (0,json/* parseJsonObject */.dw)(body) ?? {};
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
    const { [NEWER_FIELD]: newer, ...older } = (0,json/* parseJsonObject */.dw)(data) ?? {};
    return newer === undefined ? null : JSON.stringify(older);
}
function isJson(body) {
    return (0,json/* parseJsonObject */.dw)(body) !== null;
}

;// CONCATENATED MODULE: ./lib/github/artifact-upload.js





const MAX_SUFFIXES = 500;
async function loadClient() {
    useLenientRequests();
    return Promise.all(/* import() */[__webpack_require__.e(1351), __webpack_require__.e(1659), __webpack_require__.e(2830), __webpack_require__.e(9645)]).then(__webpack_require__.bind(__webpack_require__, 9645));
}
async function uploadArtifact(upload, { env, runUrl, temp, claimed }) {
    const { DefaultArtifactClient } = await loadClient();
    const client = new DefaultArtifactClient();
    for (let n = 1; n <= MAX_SUFFIXES; n++) {
        const { name, files, root, release } = await named(upload, n, temp);
        try {
            if (claimed.has(name))
                continue;
            claimed.add(name);
            if (!upload.overwrite && replacesSilently(env) && (await isThere(client, name)))
                continue;
            if (upload.overwrite)
                await client.deleteArtifact(name).catch(() => { });
            const { id, digest } = await client.uploadArtifact(name, files, root, {
                compressionLevel: upload.files.some((file) => (0,formats/* formatOfSuffix */.ql)(external_node_path_.extname(file).slice(1))?.shrinks) ? 6 : 0,
                skipArchive: !upload.archive,
                ...(upload.retentionDays === null ? {} : { retentionDays: upload.retentionDays }),
            });
            return stored(id, name, digest, runUrl);
        }
        catch (error) {
            const taken = /\b409\b|already exists/i.test(messageOf(error));
            if (!taken || upload.overwrite)
                throw failure(upload, error);
        }
        finally {
            await release();
        }
    }
    throw failure(upload, new Error(`${MAX_SUFFIXES} artifacts with this name already exist`));
}
async function named({ name, files, root, archive }, n, temp) {
    const [file = ''] = files;
    const nothing = async () => { };
    if (archive)
        return { name: n === 1 ? name : `${name}-${n}`, files: [...files], root, release: nothing };
    const suffix = external_node_path_.extname(file);
    const base = external_node_path_.basename(file, suffix);
    if (n === 1)
        return { name: `${base}${suffix}`, files: [file], root, release: nothing };
    const folder = await (0,promises_.mkdtemp)(external_node_path_.join(temp, 'artifact-'));
    const renamed = external_node_path_.join(folder, `${base}-${n}${suffix}`);
    await (0,promises_.link)(file, renamed).catch(() => (0,promises_.copyFile)(file, renamed));
    return {
        name: external_node_path_.basename(renamed),
        files: [renamed],
        root: folder,
        release: () => (0,promises_.rm)(folder, { recursive: true, force: true }),
    };
}
function stored(id, name, digest, runUrl) {
    return { id: String(id ?? ''), name, url: `${runUrl}/artifacts/${id ?? ''}`, digest: digest ?? '' };
}
function replacesSilently(env) {
    return env.ACT === 'true';
}
async function isThere(client, name) {
    const found = await client.listArtifacts().catch(() => null);
    return found?.artifacts.some((artifact) => artifact.name === name) ?? false;
}
function failure(upload, error) {
    const said = messageOf(error);
    const what = upload.archive
        ? `artifact "${upload.name}"`
        : `"${external_node_path_.basename(upload.files[0] ?? '')}" as an artifact`;
    return new errors/* ActionError */.lZ('artifact-failed', `Uploading ${what}: ${said}.`, {
        advice: adviceFor(said),
        cause: error,
    });
}
function adviceFor(said) {
    if (/insufficient usage|quota/i.test(said)) {
        return 'The artifact storage of the account is full. Delete old artifacts, or set `artifact-retention-days`. The files are in the workspace.';
    }
    if (said.includes(NO_REASON)) {
        return 'Update the runner (act) or its artifact server, or set `upload-artifact: false`. The files are in the workspace.';
    }
    return 'The files are in the workspace, so a later step can still upload them. If GitHub has an outage, run again later.';
}
function messageOf(error) {
    const said = (0,errors/* asActionError */.z6)(error, '').message.replace(/^: /, '').replace(/\.$/, '');
    if (!(error instanceof Error) || !('statusCode' in error))
        return said;
    return `${said} (storage responded with HTTP ${String(error.statusCode)})`;
}


/***/ })

};
