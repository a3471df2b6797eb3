export const id = 788;
export const ids = [788];
export const modules = {

/***/ 34788:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  closeLock: () => (/* binding */ closeLock),
  isKeptByAnother: () => (/* binding */ isKeptByAnother),
  vE: () => (/* binding */ jobsOfPlan),
  lockOutcome: () => (/* binding */ lockOutcome),
  jO: () => (/* binding */ planManifest),
  readWork: () => (/* binding */ readWork),
  W: () => (/* binding */ withCataloguePrices)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/images/names.js
var names = __webpack_require__(75054);
// EXTERNAL MODULE: ./lib/limit.js
var limit = __webpack_require__(41104);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/images/digest.js + 1 modules
var digest = __webpack_require__(24821);
// EXTERNAL MODULE: ./lib/images/save.js
var save = __webpack_require__(79149);
;// CONCATENATED MODULE: ./lib/manifest/copy.js
// Copies what is paid for already: the same recipe under another id or at another path.





/**
 * Does all copies of a plan; before anything is generated, since that may replace a source. `temp`: an own folder, absolute.
 * Every source is set aside before the first copy is put in its place, so that images may exchange their files. Throws
 * ActionError `save-failed`, PathError.
 */
async function copyAll(plan, { workspace, temp }) {
    const asides = [];
    try {
        const staged = [];
        for (const { id, copied, copies } of plan) {
            if (copied === null)
                continue;
            const files = [];
            for (const { from, to } of copies) {
                const aside = external_node_path_.join(temp, (0,external_node_crypto_.randomUUID)());
                asides.push(aside);
                await (0,promises_.copyFile)(await workspace.inside(from.path), aside);
                files.push({ from, aside, to: await workspace.inside(to) });
            }
            staged.push({ id, copied, files });
        }
        const done = [];
        for (const { id, copied, files } of staged) {
            let changed = false;
            // By what is there: it may be a Git LFS pointer, which has another hash than the file that it stands for.
            for (const { aside, to } of files)
                changed = (await (0,save/* place */.i)(aside, to, await (0,digest/* sha256Of */.B)(aside))) || changed;
            const outputs = files.map(({ from, to }) => ({ ...from, path: workspace.shown(to) }));
            done.push({ id, entry: { ...copied, outputs }, files: files.map(({ to }) => to), changed });
        }
        return done;
    }
    finally {
        for (const aside of asides)
            await (0,promises_.rm)(aside, { force: true });
    }
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./lib/thread.js
var thread = __webpack_require__(68799);
// EXTERNAL MODULE: ./lib/workspace.js
var lib_workspace = __webpack_require__(68230);
;// CONCATENATED MODULE: ./lib/manifest/disk.js
// What has become of locked files: each is looked at once, many of them in a thread of their own, and never held whole in memory.



/** Below, a thread's start costs more than it saves. */
const MANY_BYTES = 16 * 1024 ** 2;
/** Remembers what it has seen: for one plan, not beyond it. */
function lookIn(workspace) {
    const seen = new Map();
    const expected = [];
    let states = null;
    /** Whatever is asked for at once is looked at together. */
    async function lookAtAll() {
        await (0,external_node_timers_promises_.setImmediate)();
        states = null;
        return statesFrom(expected.splice(0));
    }
    async function look({ path, bytes, sha256 }) {
        let file;
        try {
            file = await workspace.inside(path);
        }
        catch (error) {
            // A lock that leads out of the workspace names nothing that this action made.
            if (error instanceof lib_workspace/* PathError */.ER)
                return 'missing';
            throw error;
        }
        const n = expected.push({ file, bytes, sha256 }) - 1;
        states ??= lookAtAll();
        return (await states)[n] ?? 'missing';
    }
    return (output) => {
        const key = `${output.sha256} ${output.bytes} ${output.path}`;
        const known = seen.get(key);
        if (known !== undefined)
            return known;
        const looking = look(output);
        seen.set(key, looking);
        return looking;
    };
}
async function statesFrom(expected) {
    const bytes = expected.reduce((sum, one) => sum + Math.max(0, one.bytes), 0);
    if (bytes < MANY_BYTES)
        return statesOf(expected);
    // Should the thread fail, the files are there all the same.
    return (0,thread/* inThread */.u)(statesOf, expected).catch(() => statesOf(expected));
}
/** Runs in the thread, or where there is little to do, in this one. */
function statesOf(expected) {
    const { createHash } = process.getBuiltinModule('node:crypto');
    const { closeSync, openSync, readSync, statSync } = process.getBuiltinModule('node:fs');
    /** Git LFS specification: a pointer has less than 1,024 bytes. */
    const mostPointerBytes = 1024;
    const buffer = Buffer.allocUnsafe(256 * 1024);
    return expected.map(stateOf);
    function stateOf({ file, bytes, sha256 }) {
        try {
            const found = statSync(file);
            if (!found.isFile())
                return 'modified';
            if (found.size === bytes)
                return hashOf(file) === sha256 ? 'same' : 'modified';
            return found.size < mostPointerBytes && pointsTo(file, { bytes, sha256 }) ? 'pointer' : 'modified';
        }
        catch (error) {
            const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
            return code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'modified';
        }
    }
    function hashOf(file) {
        const hash = createHash('sha256');
        read(file, (part) => hash.update(part));
        return hash.digest('hex');
    }
    /** Git LFS specification, "The pointer": a version line first, then keys with values. */
    function pointsTo(file, { sha256, bytes }) {
        const parts = [];
        read(file, (part) => parts.push(part.toString()));
        const lines = parts.join('').split(/\r?\n/);
        const isPointer = /^version https:\/\/(git-lfs\.github\.com|hawser\.github\.com)\/spec\//.test(lines[0] ?? '');
        return isPointer && lines.includes(`oid sha256:${sha256}`) && lines.includes(`size ${bytes}`);
    }
    function read(file, take) {
        const opened = openSync(file, 'r');
        try {
            for (;;) {
                const length = readSync(opened, buffer);
                if (length === 0)
                    return;
                take(buffer.subarray(0, length));
            }
        }
        finally {
            closeSync(opened);
        }
    }
}

;// CONCATENATED MODULE: ./lib/manifest/globs.js
// Patterns for ids: `*` is any text, `/` too; `?` is one character.
function idFilter(patterns) {
    const exact = new Set(patterns);
    const wild = patterns.filter((pattern) => /[*?]/.test(pattern));
    return (id) => exact.has(id) || wild.some((pattern) => fits(pattern, id));
}
/** What `only` leaves to consider; empty: all. */
function chosenBy(only) {
    return only.length === 0 ? () => true : idFilter(only);
}
/** The patterns that fit no id: most likely spelled wrongly. */
function idlePatterns(patterns, ids) {
    return patterns.filter((pattern) => !ids.some(idFilter([pattern])));
}
// By hand, in time of at most pattern times text: a regular expression of many stars takes exponential time.
function fits(pattern, text) {
    let [p, t, star, resume] = [0, 0, -1, 0];
    while (t < text.length) {
        if (pattern[p] === '*')
            [star, resume, p] = [p, t, p + 1];
        else if (pattern[p] === '?' || pattern[p] === text[t])
            [p, t] = [p + 1, t + 1];
        else if (star === -1)
            return false;
        else {
            resume += 1;
            [p, t] = [star + 1, resume];
        }
    }
    while (pattern[p] === '*')
        p += 1;
    return p === pattern.length;
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 17 modules
var schemas = __webpack_require__(38816);
// EXTERNAL MODULE: ./lib/json.js
var json = __webpack_require__(16413);
// EXTERNAL MODULE: ./lib/recipe.js
var lib_recipe = __webpack_require__(85713);
;// CONCATENATED MODULE: ./lib/manifest/lock.js
// The lock: what each image was made of and which files came of it. Its text and its data, each from the other.




/** `images.yml` has its lock in `images.lock.json`, beside it. */
function lockPathOf(manifest) {
    return `${manifest.replace(/\.[^./\\]+$/, '')}.lock.json`;
}
/** The entry of an image that was made. `made`: an outcome. */
function entryOf({ recipe, recipeHash: recipe_sha256 }, made) {
    const { seed } = recipe.parameters;
    return {
        recipe_sha256,
        recipe,
        request_id: made.requestId,
        seed: typeof seed === 'number' ? seed : null,
        cost: made.cost,
        outputs: made.images.map(({ path, bytes, sha256: hash }) => ({ path, bytes, sha256: hash })),
    };
}
const sha256 = schemas/* string */.YjP().regex(/^[0-9a-f]{64}$/);
const mapping = schemas/* custom */.IeY((value) => (0,json/* jsonObject */.o)(value) !== null);
const entrySchema = schemas/* strictObject */.rej({
    recipe_sha256: sha256,
    recipe: schemas/* strictObject */.rej({ model: schemas/* string */.YjP(), prompt: schemas/* string */.YjP().nullable(), parameters: mapping, files: mapping }),
    request_id: schemas/* string */.YjP().nullable(),
    seed: schemas/* number */.aig().nullable(),
    cost: schemas/* number */.aig().nullable(),
    outputs: schemas/* array */.YOg(schemas/* strictObject */.rej({ path: schemas/* string */.YjP().min(1), bytes: schemas/* int */.Whr().min(0), sha256 })),
});
/** Throws ActionError `bad-input` for whatever is not a lock: to take it for an empty one would pay for everything again. */
function parseLock(text, file) {
    const broken = (what) => new errors/* ActionError */.lZ('bad-input', `${file} cannot be read: ${what}.`, {
        advice: 'Nothing was sent to RunComfy. Restore the file from Git, or delete it to make, and pay for, every image again.',
    });
    if (/^(<{7}|>{7}) /m.test(text))
        throw broken('it holds the marks of a merge conflict; keep the entries of both sides');
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (error) {
        throw broken(`it is not JSON (${error instanceof Error ? error.message : String(error)})`);
    }
    const lock = (0,json/* jsonObject */.o)(value);
    const images = (0,json/* jsonObject */.o)(lock?.images);
    if (lock === null || images === null)
        throw broken('it must hold `version` and `images`');
    if (lock.version !== 1)
        throw broken('its `version` must be 1');
    const entries = new Map();
    for (const [id, written] of Object.entries(images)) {
        const entry = entrySchema.safeParse(written);
        if (!entry.success) {
            const [issue] = entry.error.issues;
            throw broken(`${[id, ...(issue?.path ?? [])].map(String).join(' > ')}: ${issue?.message ?? 'is no entry'}`);
        }
        if (hashOf(entry.data.recipe) !== entry.data.recipe_sha256)
            throw broken(`${id}: \`recipe_sha256\` is not the hash of \`recipe\``);
        entries.set(id, entry.data);
    }
    return entries;
}
/** null for a recipe that is too deep to be one. */
function hashOf(recipe) {
    try {
        return (0,lib_recipe/* recipeHash */.R7)(recipe);
    }
    catch (error) {
        if (error instanceof RangeError)
            return null;
        throw error;
    }
}
/** Indented by two, keys sorted, nothing that changes by itself. */
function lockText(lock) {
    return joinEntries(new Map([...lock].map(([id, entry]) => [id, entryText(id, entry)])));
}
/** The lines of one entry within the lock. */
function entryText(id, { recipe_sha256, recipe, request_id, seed, cost, outputs }) {
    const { model, prompt, parameters, files } = recipe;
    const entry = sorted({
        recipe_sha256,
        recipe: { model, prompt, parameters, files },
        request_id,
        seed,
        cost,
        outputs: outputs.map(({ path, bytes, sha256: hash }) => ({ path, bytes, sha256: hash })),
    });
    // Line breaks within texts are escaped, so these are all of the layout.
    return `    ${JSON.stringify(id)}: ${JSON.stringify(entry, null, 2).replaceAll('\n', '\n    ')}`;
}
/** The whole text from the lines of its entries. */
function joinEntries(entries) {
    const ids = [...entries.keys()].sort(byCodeUnits);
    const lines = ids.map((id) => entries.get(id)).join(',\n');
    return `{\n  "images": {${lines === '' ? '' : `\n${lines}\n  `}},\n  "version": 1\n}\n`;
}
function sorted(value) {
    if (Array.isArray(value))
        return value.map(sorted);
    if (typeof value !== 'object' || value === null)
        return value;
    const members = Object.entries(value).sort(([a], [b]) => byCodeUnits(a, b));
    return Object.fromEntries(members.map(([key, member]) => [key, sorted(member)]));
}
function byCodeUnits(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}

// EXTERNAL MODULE: ./lib/images/download.js
var download = __webpack_require__(57912);
;// CONCATENATED MODULE: ./lib/manifest/lock-writer.js
// Keeps the lock on disk: whole at every moment, and up to date before a job is called done.






/** The most that is read; a lock of 20,000 images has about 15 MB. */
const MOST_BYTES = 256 * 1024 * 1024;
/** Empty where there is none. Throws ActionError `bad-input` for one that cannot be read. `shown`: the path for people. */
async function readLock(file, shown) {
    const bytes = await (0,promises_.readFile)(file).catch((error) => {
        if ((0,errors/* errorCodes */.fv)(error).includes('ENOENT'))
            return null;
        throw new errors/* ActionError */.lZ('bad-input', `${shown} cannot be read: ${error instanceof Error ? error.message : error}.`, {
            advice: 'Nothing was sent to RunComfy.',
            cause: error,
        });
    });
    if (bytes === null)
        return new Map();
    if (bytes.length > MOST_BYTES)
        throw new errors/* ActionError */.lZ('bad-input', `${shown} is too large to be a lock.`);
    return parseLock(bytes.toString('utf8').replace(/^\uFEFF/, ''), shown);
}
/** Entries that come while the file is being written are written together, next. What is equal already is not written. */
function createLockWriter(file, lock) {
    const entries = new Map(lock);
    // Most entries of a large lock never change: each is put into words once, at the first save.
    const texts = new Map();
    let last = Promise.resolve();
    let next = null;
    let changed = false;
    function wholeText() {
        for (const [id, entry] of entries)
            if (!texts.has(id))
                texts.set(id, entryText(id, entry));
        return joinEntries(texts);
    }
    function save() {
        next ??= last
            .catch(() => { })
            .then(() => {
            next = null;
            last = replace(file, wholeText()).then(() => {
                changed = true;
            });
            return last;
        });
        return next;
    }
    return {
        async put(id, entry) {
            const before = entries.get(id);
            const text = entryText(id, entry);
            // An equal entry may still be on its way to the disk.
            if (before !== undefined && entryText(id, before) === text)
                return next ?? last;
            entries.set(id, entry);
            texts.set(id, text);
            await save();
        },
        async keepOnly(ids) {
            const gone = [...entries.keys()].filter((id) => !ids.has(id));
            for (const id of gone) {
                entries.delete(id);
                texts.delete(id);
            }
            if (gone.length > 0)
                await save();
        },
        changed: () => changed,
    };
}
/** Written aside and renamed: a reader, and whoever comes after a kill, sees the old or the new text, never half of one. */
async function replace(file, text) {
    const aside = external_node_path_.join(external_node_path_.dirname(file), `.${(0,external_node_crypto_.randomUUID)()}.part`);
    try {
        await (0,promises_.writeFile)(aside, text, { flag: 'wx' });
        await (0,promises_.rename)(aside, file);
    }
    catch (error) {
        await (0,promises_.rm)(aside, { force: true });
        throw (0,download/* notSaved */.b3)(error);
    }
}

// EXTERNAL MODULE: ./lib/manifest/naming.js
var manifest_naming = __webpack_require__(5761);
;// CONCATENATED MODULE: ./lib/manifest/changes.js

/** Longest quotation, in characters. */
const MOST_SHOWN = 80;
const MOST_REASONS = 10;
/** Above this many pairs of words the middle of two prompts is compared as a whole. */
const MOST_COMPARED = 250_000;
/** Empty for equal recipes. */
function changesBetween(before, after) {
    return [
        ...(before.model === after.model ? [] : [{ name: 'model', pieces: replaced(before.model, after.model) }]),
        ...(before.prompt === after.prompt ? [] : [{ name: 'prompt', pieces: promptPieces(before.prompt, after.prompt) }]),
        ...memberChanges('', before.parameters, after.parameters, JSON.stringify),
        ...memberChanges('files.', before.files, after.files, changes_digest),
    ];
}
/** One line for each difference, such as `prompt: "dawn" → "dusk"`; at most ten. */
function reasonsOf(changes) {
    const reasons = changes.flatMap(({ name, pieces }) => {
        const shown = name === 'prompt' ? quote : cut;
        const hunks = hunksIn(pieces);
        if (hunks.length === 0)
            return [`${name}: only white space differs`];
        return hunks.map(({ removed, added }) => {
            if (removed === null)
                return `${name}: added ${shown(added ?? '')}`;
            return added === null ? `${name}: removed ${shown(removed)}` : `${name}: ${shown(removed)} → ${shown(added)}`;
        });
    });
    return reasons.length <= MOST_REASONS
        ? reasons
        : [...reasons.slice(0, MOST_REASONS - 1), `and ${reasons.length - MOST_REASONS + 1} more changes`];
}
/** What stands between two pieces that are the same is one hunk. */
function hunksIn(pieces) {
    const hunks = [];
    let open = { removed: null, added: null };
    const close = () => {
        if (open.removed !== null || open.added !== null)
            hunks.push(open);
        open = { removed: null, added: null };
    };
    for (const { kind, text } of pieces) {
        if (kind === 'same')
            close();
        else
            open = { ...open, [kind]: text };
    }
    close();
    return hunks;
}
function replaced(before, after) {
    return [
        ...(before === null ? [] : [{ text: before, kind: 'removed' }]),
        ...(after === null ? [] : [{ text: after, kind: 'added' }]),
    ];
}
function memberChanges(prefix, before, after, show) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return names.flatMap((name) => {
        const [old, now] = [member(before, name), member(after, name)];
        // The lock sorts its keys, the manifest's author does not.
        if (old !== undefined && now !== undefined && (0,lib_recipe/* canonicalJson */.dj)(old) === (0,lib_recipe/* canonicalJson */.dj)(now))
            return [];
        const text = (value) => (value === undefined ? null : show(value));
        return [{ name: `${prefix}${name}`, pieces: replaced(text(old), text(now)) }];
    });
}
function member(object, name) {
    return Object.hasOwn(object, name) ? object[name] : undefined;
}
/** Enough of a SHA-256 to tell two apart. */
function changes_digest(value) {
    return [value]
        .flat()
        .map((hash) => String(hash).slice(0, 8))
        .join(', ');
}
function quote(words) {
    return `"${cut(words)}"`;
}
function cut(text) {
    const characters = Array.from(text);
    return characters.length > MOST_SHOWN ? `${characters.slice(0, MOST_SHOWN - 1).join('')}…` : text;
}
/** Word by word. */
function promptPieces(before, after) {
    if (before === null || after === null)
        return replaced(before, after);
    const [old, now] = [wordsOf(before), wordsOf(after)];
    let start = 0;
    while (start < old.length && start < now.length && old[start] === now[start])
        start += 1;
    let end = 0;
    while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end))
        end += 1;
    const [a, b] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
    const middle = a.length * b.length > MOST_COMPARED
        ? piecesOf([
            ['removed', a],
            ['added', b],
        ])
        : compared(a, b);
    return [
        ...piecesOf([['same', now.slice(0, start)]]),
        ...middle,
        ...piecesOf([['same', now.slice(now.length - end)]]),
    ];
}
function piecesOf(runs) {
    return runs.flatMap(([kind, words]) => (words.length === 0 ? [] : [{ kind, text: words.join(' ') }]));
}
function wordsOf(text) {
    return text.split(/\s+/).filter((word) => word !== '');
}
/** Along the longest common subsequence of words. */
function compared(a, b) {
    const width = b.length + 1;
    const longest = new Uint32Array((a.length + 1) * width);
    const at = (i, j) => longest[i * width + j] ?? 0;
    for (let i = a.length - 1; i >= 0; i--) {
        for (let j = b.length - 1; j >= 0; j--) {
            longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
        }
    }
    const pieces = [];
    let [i, j] = [0, 0];
    while (i < a.length || j < b.length) {
        const removed = [];
        const added = [];
        const same = [];
        while ((i < a.length || j < b.length) && (i === a.length || j === b.length || a[i] !== b[j])) {
            if (j === b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1)))
                removed.push(a[i++] ?? '');
            else
                added.push(b[j++] ?? '');
        }
        for (; i < a.length && j < b.length && a[i] === b[j]; i++)
            same.push(b[j++] ?? '');
        pieces.push(...piecesOf([
            ['removed', removed],
            ['added', added],
            ['same', same],
        ]));
    }
    return pieces;
}

// EXTERNAL MODULE: ./lib/manifest/placeholders.js
var placeholders = __webpack_require__(33351);
;// CONCATENATED MODULE: ./lib/manifest/needs.js
// What one image needs, and why: what the manifest asks for against what the lock remembers and what lies on the disk.





function groundOf(given) {
    const entries = [...given.lock];
    return {
        ...given,
        byRecipe: Map.groupBy(entries, ([, { recipe_sha256 }]) => recipe_sha256),
        owners: new Map(entries.flatMap(([id, { outputs }]) => outputs.map(({ path }) => [(0,names/* diskKey */.nk)(path), id]))),
    };
}
/** What people have retouched is neither paid for again nor replaced, but for another recipe or by `force`. */
async function needsOf(image, ground) {
    const needs = await ownNeeds(image, ground);
    if (needs.todo !== 'generate')
        return needs;
    const copied = needs.action === 'forced' ? null : await copyOf(image, needs, ground);
    const stranger = await strangerAt(image, ground);
    const { reasons, ...rest } = copied ?? needs;
    return { ...rest, reasons: stranger === null ? reasons : [...reasons, needs_replaced(stranger)] };
}
async function ownNeeds(image, ground) {
    const entry = ground.lock.get(image.id) ?? null;
    if (ground.forced(image.id))
        return needing('forced', ['asked for by `force`']);
    if (entry === null)
        return (await renamed(image, ground)) ?? needing('new', ['not in the lock']);
    const { outputs } = entry;
    const states = await Promise.all(outputs.map(ground.look));
    const modified = outputs.filter((_, n) => states[n] === 'modified');
    const retouched = modified.map(({ path }) => `${(0,errors/* quoted */.TL)(path)} is not the file that was made, and will be replaced`);
    if (entry.recipe_sha256 !== image.recipeHash) {
        const changes = changesBetween(entry.recipe, image.recipe);
        return { ...needing('changed', [...reasonsOf(changes), ...retouched]), changes };
    }
    const wanted = outputs.map((output, n) => {
        const path = wantedPath(image, n + 1, output, entry, ground.naming);
        const first = outputs.length === 1 ? path : wantedPath(image, 1, output, entry, ground.naming);
        return isInPlace(image.id, output.path, path, first, ground) ? output.path : path;
    });
    if (outputs.some(({ path }, n) => path !== wanted[n]))
        return moved(image.id, entry, wanted, ground);
    const missing = outputs.filter((_, n) => states[n] === 'missing').map(({ path }) => (0,errors/* quoted */.TL)(path));
    if (missing.length > 0 || outputs.length === 0) {
        const what = missing.length === 0 ? 'the lock names no file' : `${missing.join(', ')} is missing`;
        return needing('changed', [what, ...retouched]);
    }
    if (modified.length === 0)
        return needing('unchanged', [], 'nothing');
    return needing('modified', modified.map(kept), 'nothing');
}
function needing(action, reasons, todo = 'generate') {
    return { action, reasons, changes: [], todo, copied: null, copies: [] };
}
function needs_replaced(path) {
    return `${(0,errors/* quoted */.TL)(path)} was not made by this action, and will be replaced`;
}
function kept({ path }) {
    return `${(0,errors/* quoted */.TL)(path)} is not the file that was made; it is kept`;
}
/**
 * The recipe is the same, but the manifest wants the files elsewhere. People may have moved them already, retouched or not: what lies there is kept, unless
 * it is another image's, which has its own way to go.
 */
async function moved(id, entry, wanted, ground) {
    const here = entry.outputs;
    const there = here.map((output, n) => ({ ...output, path: wanted[n] ?? output.path }));
    const states = await Promise.all(here.map(ground.look));
    const statesThere = await Promise.all(there.map(ground.look));
    const reasons = here.flatMap(({ path }, n) => path === wanted[n] ? [] : [`output: ${(0,errors/* quoted */.TL)(path)} → ${(0,errors/* quoted */.TL)(wanted[n] ?? '')}`]);
    const copy = (action, from, more) => ({
        ...needing(action, [...reasons, ...more], 'copy'),
        copied: entry,
        copies: from.map((output, n) => ({ from: output, to: wanted[n] ?? output.path })),
    });
    const inTheWay = there.filter(({ path }, n) => statesThere[n] !== 'missing' && !ownedByAnother(id, path, ground));
    if (statesThere.every(isWhole))
        return copy('changed', there, ['it is there already']);
    if (inTheWay.length === there.length)
        return copy('modified', there, there.map(kept));
    if (inTheWay.length === 0 && states.every(isWhole))
        return copy('changed', here, [copiedFrom(entry)]);
    if (inTheWay.length === 0 && !states.includes('missing'))
        return copy('modified', here, here.map(kept));
    return needing('changed', [...reasons, ...inTheWay.map(({ path }) => needs_replaced(path))]);
}
function isWhole(state) {
    return state === 'same' || state === 'pointer';
}
/** Under another id it may lie where it always did, retouched: then the lock alone learns the new id. */
async function renamed(image, { byRecipe, known, look, naming }) {
    for (const [id, entry] of byRecipe.get(image.recipeHash) ?? []) {
        const inPlace = entry.outputs.every((output, n) => output.path === wantedPath(image, n + 1, output, entry, naming));
        if (known.has(id) || !inPlace)
            continue;
        const states = await Promise.all(entry.outputs.map(look));
        if (!states.includes('modified') || states.includes('missing'))
            continue;
        return {
            ...needing('modified', [`was ${(0,errors/* quoted */.TL)(id)}`, ...entry.outputs.map(kept)], 'copy'),
            copied: entry,
            copies: entry.outputs.map((from) => ({ from, to: from.path })),
        };
    }
    return null;
}
/** The same recipe under another id, whose files are all there. */
async function copyOf(image, needs, { byRecipe, look, naming }) {
    for (const [, source] of byRecipe.get(image.recipeHash) ?? []) {
        const { outputs } = source;
        if (outputs.length === 0 || !(await Promise.all(outputs.map(look))).every(isWhole))
            continue;
        const copies = outputs.map((from, n) => ({ from, to: wantedPath(image, n + 1, from, source, naming) }));
        return { ...needs, reasons: [...needs.reasons, copiedFrom(source)], todo: 'copy', copied: source, copies };
    }
    return null;
}
function copiedFrom({ outputs }) {
    return `copied from ${outputs.map(({ path }) => (0,errors/* quoted */.TL)(path)).join(', ')}, which has the same recipe`;
}
/** The file that is about to be replaced though the lock knows nothing of it; null where there is none. */
async function strangerAt({ output }, { owners, look }) {
    const path = output === null ? null : (0,placeholders/* outputPath */.XC)(output, 1);
    if (path === null || owners.has((0,names/* diskKey */.nk)(path)))
        return null;
    // No file has this length: whatever is there is another one.
    return (await look({ path, bytes: -1, sha256: '' })) === 'missing' ? null : path;
}
/** Where the n-th file belongs, from 1, in the format that it has. */
function wantedPath(image, index, { path }, { request_id: requestId }, naming) {
    const wanted = (0,manifest_naming/* pathOf */.XM)(image, index, path, requestId ?? '', naming);
    // The same text, though its author's editor may compose characters another way.
    return wanted.normalize('NFC') === path.normalize('NFC') ? path : wanted;
}
/** Or right beside it, under another number, where another image's file was in the way (landing.ts) and still is. `first`: where the first file belongs. */
function isInPlace(id, path, wanted, first, ground) {
    if (path === wanted)
        return true;
    const name = (0,manifest_naming/* withoutSuffix */.al)(path);
    const stems = [(0,manifest_naming/* withoutSuffix */.al)(wanted), (0,manifest_naming/* withoutSuffix */.al)(first)];
    return (ownedByAnother(id, wanted, ground) &&
        stems.some((stem) => /^-\d+$/.test(name.slice(stem.length)) && name.startsWith(stem)));
}
/** By one that the manifest still has. */
function ownedByAnother(id, path, { owners, known }) {
    const owner = owners.get((0,names/* diskKey */.nk)(path)) ?? id;
    return owner !== id && known.has(owner);
}

;// CONCATENATED MODULE: ./lib/manifest/plan.js


/** In the order of the manifest, then what is gone from it. */
async function planOf({ images, lock, look, naming, only, force, }) {
    const chosen = chosenBy(only);
    const known = new Set(images.map(({ id }) => id));
    const ground = groundOf({ lock, look, naming, known, forced: idFilter(force) });
    const planned = images
        .filter(({ id }) => chosen(id))
        .map(async (image) => {
        const needs = await needsOf(image, ground);
        const price = needs.todo === 'generate' ? null : 0;
        return { id: image.id, image, entry: lock.get(image.id) ?? null, ...needs, price };
    });
    const gone = [...lock].filter(([id]) => !known.has(id) && chosen(id));
    return [...(await Promise.all(planned)), ...gone.map(([id, entry]) => orphan(id, entry))];
}
function orphan(id, entry) {
    return {
        id,
        action: 'orphaned',
        reasons: ['in the lock, but no longer in the manifest; its files stay'],
        changes: [],
        image: null,
        entry,
        todo: 'nothing',
        copied: null,
        copies: [],
        price: 0,
    };
}

// EXTERNAL MODULE: ./lib/concurrency.js
var concurrency = __webpack_require__(18316);
// EXTERNAL MODULE: ./lib/figures.js
var figures = __webpack_require__(9234);
// EXTERNAL MODULE: ./lib/inputs/files.js
var inputs_files = __webpack_require__(72362);
// EXTERNAL MODULE: ./lib/inputs/order.js
var order = __webpack_require__(87617);
// EXTERNAL MODULE: ./lib/inputs/values.js
var values = __webpack_require__(97035);
;// CONCATENATED MODULE: ./lib/manifest/clashes.js
// Finds ids and outputs that get in each other's way before anything is paid for.




/** At most one problem of a kind for each entry: a matrix may clash with itself thousands of times. */
function clashes(images, naming) {
    const problems = new Map();
    const report = (kind, { line, column }, message) => {
        const key = `${kind} ${line}:${column}`;
        if (!problems.has(key))
            problems.set(key, { line, column, message });
    };
    const ids = new Map();
    for (const image of images) {
        if (image.id === '')
            continue;
        const first = ids.get(image.id);
        if (first === undefined)
            ids.set(image.id, image);
        else
            report('id', image, `id ${(0,errors/* quoted */.TL)(image.id)} is taken by ${owner(first, image)}`);
    }
    const places = new Map();
    const claim = (image, file) => {
        const key = (0,names/* diskKey */.nk)(file);
        const first = places.get(key);
        if (first === undefined)
            places.set(key, image);
        else if (first.id !== image.id) {
            report('output', image, `its file ${(0,errors/* quoted */.TL)(file)} is also that of ${(0,errors/* quoted */.TL)(first.id)}, ${owner(first, image)}`);
        }
    };
    for (const image of images)
        if (image.output !== null)
            claim(image, (0,placeholders/* outputPath */.XC)(image.output, 1));
    // Which suffix these get is known only when they are there, so no two may differ in the suffix alone.
    const explicit = new Map([...places].map(([key, image]) => [(0,manifest_naming/* withoutSuffix */.al)(key), image]));
    if (!naming.filename.includes('{request_id}')) {
        for (const image of images) {
            if (image.output !== null || image.id === '')
                continue;
            const stem = (0,manifest_naming/* stemOf */.Vc)(image, 1, '', naming);
            claim(image, stem);
            const other = explicit.get((0,names/* diskKey */.nk)(stem));
            if (other !== undefined)
                report('output', image, `its file ${(0,errors/* quoted */.TL)(stem)} may be that of ${(0,errors/* quoted */.TL)(other.id)}, ${owner(other, image)}: give it an \`output\``);
        }
    }
    for (const [key, image] of places) {
        for (let slash = key.indexOf('/'); slash !== -1; slash = key.indexOf('/', slash + 1)) {
            const other = places.get(key.slice(0, slash));
            if (other !== undefined)
                report('folder', image, `its file lies in ${(0,errors/* quoted */.TL)(key.slice(0, slash))}, which is the file of ${(0,errors/* quoted */.TL)(other.id)}`);
        }
    }
    return [...problems.values()];
}
function owner(first, second) {
    return first.line === second.line && first.column === second.column
        ? 'another combination of this matrix: use all its variables'
        : `the image in line ${first.line}`;
}

;// CONCATENATED MODULE: ./lib/manifest/matrix.js
// A matrix: how many combinations it has, told by multiplication, and what they are.



const MOST_IMAGES = 20_000;
/** Names that placeholders cannot have, and more images than are allowed: nothing is built yet. */
function matrixProblems(entries) {
    const problems = [];
    let total = 0;
    for (const { image, placeOf } of entries) {
        for (const name of Object.keys(image.matrix ?? {})) {
            const fault = name === placeholders/* INDEX */.hx
                ? `{${placeholders/* INDEX */.hx}} is the number of a file within its id: name the variable otherwise`
                : placeholders/* VARIABLE */.TZ.test(name)
                    ? null
                    : 'names begin with a letter or _ and go on with letters, digits, _ and -';
            if (fault !== null)
                problems.push({ ...placeOf('matrix', name), message: `variable ${(0,errors/* quoted */.TL)(name)}: ${fault}` });
        }
        const count = combinationCount(image.matrix ?? {});
        const before = total;
        total += count;
        if (total > MOST_IMAGES && before <= MOST_IMAGES) {
            const made = count > MOST_IMAGES ? `this matrix makes ${figure(count)}` : `with this entry they are ${figure(total)}`;
            problems.push({
                ...placeOf('matrix'),
                message: `a manifest has at most ${(0,figures/* counted */.hS)(MOST_IMAGES, 'image')}, but ${made}: split it into several manifests`,
            });
        }
    }
    return problems;
}
function combinationCount(matrix) {
    return Object.values(matrix).reduce((product, values) => product * values.length, 1);
}
function figure(count) {
    return count <= Number.MAX_SAFE_INTEGER ? (0,figures/* grouped */.zD)(count) : count.toExponential(1);
}
/** Every combination; the last variable changes fastest. Without a matrix: one without variables. */
function combinations(matrix) {
    let made = [[]];
    for (const [name, values] of Object.entries(matrix)) {
        made = made.flatMap((left) => values.map((value) => [...left, [name, value]]));
    }
    return made.map((pairs) => new Map(pairs));
}

;// CONCATENATED MODULE: ./lib/manifest/expand.js
// From entries to images: defaults merged, every combination of the matrix, placeholders filled, files read.












/** Never throws for what the manifest says: every problem is in the answer. */
async function expand(parsed, files, naming) {
    const problems = new Map();
    const report = ({ line, column }, message) => {
        // A matrix repeats the mistakes of its entry: of those at one place, the first says enough.
        const key = `${line}:${column}:${message.slice(0, 24)}`;
        if (!problems.has(key))
            problems.set(key, { line, column, message });
    };
    const tooMany = matrixProblems(parsed.entries);
    for (const problem of tooMany)
        report(problem, problem.message);
    const entries = tooMany.length > 0 ? [] : parsed.entries;
    const read = await Promise.all(entries.flatMap((entry) => combinations(entry.image.matrix ?? {}).map((variables) => imageOf(entry, parsed, variables, files, report))));
    const images = read.flatMap(({ image }) => (image === null ? [] : [image]));
    const makers = new Map(read.flatMap(({ claim: { id, output } }) => output === null ? [] : [[(0,names/* diskKey */.nk)((0,placeholders/* outputPath */.XC)(output, 1)), id]]));
    for (const { claim, reads } of read) {
        const file = reads.paths.find((input) => (makers.get((0,names/* diskKey */.nk)(input)) ?? claim.id) !== claim.id);
        if (file === undefined)
            continue;
        const maker = (0,errors/* quoted */.TL)(makers.get((0,names/* diskKey */.nk)(file)) ?? '');
        report(reads.place, `\`files\` must not name ${(0,errors/* quoted */.TL)(file)}, which ${maker} makes: each time that is made, this would be made and paid for too`);
    }
    const clashing = clashes(read.map(({ claim }) => claim), naming);
    return { images, problems: [...parsed.problems, ...problems.values(), ...clashing] };
}
async function imageOf(entry, { defaults, placeOfDefault }, variables, files, report) {
    const { image, place, placeOf } = entry;
    let usable = true;
    const problem = (where, message) => {
        usable = false;
        report(where, message);
    };
    /** Makes a fault a problem. */
    function tell(where, name, error) {
        const known = error instanceof placeholders/* PlaceholderFault */.Wt || error instanceof lib_workspace/* PathError */.ER || error instanceof inputs_files/* FileFault */.LN;
        if (!known)
            throw error;
        problem(where, `\`${name}\` ${error instanceof placeholders/* PlaceholderFault */.Wt ? 'has ' : ''}${error.message}`);
    }
    /** What `fill` answers, or `fallback` after a fault. */
    function filled(where, name, fallback, fill) {
        try {
            return fill();
        }
        catch (error) {
            tell(where, name, error);
            return fallback;
        }
    }
    /** The same of what has to be waited for. */
    async function read(where, name, fallback, reading) {
        try {
            return await reading();
        }
        catch (error) {
            tell(where, name, error);
            return fallback;
        }
    }
    const id = filled(placeOf('id'), 'id', '', () => (0,placeholders/* fillText */.BB)(image.id, variables));
    const idFault = id === '' ? null : faultOfId(id);
    if (idFault !== null)
        problem(placeOf('id'), `id ${(0,errors/* quoted */.TL)(id)} ${idFault}`);
    const modelPlace = image.model === undefined ? placeOfDefault('model') : placeOf('model');
    const model = filled(modelPlace, 'model', '', () => (0,placeholders/* fillText */.BB)(image.model ?? defaults.model ?? order/* DEFAULT_MODEL */.UB, variables));
    const modelFault = model === '' ? null : (0,values/* faultOfModel */.pf)(model);
    if (modelFault !== null)
        problem(modelPlace, `model ${(0,errors/* quoted */.TL)(model)} ${modelFault}`);
    if (image.prompt !== undefined && image['prompt-file'] !== undefined)
        problem(placeOf('prompt-file'), '`prompt-file` must not be given together with `prompt`');
    const { prompt: written, 'prompt-file': promptFile } = image;
    const prompt = written !== undefined
        ? filled(placeOf('prompt'), 'prompt', '', () => (0,placeholders/* fillText */.BB)(written, variables))
        : promptFile === undefined
            ? null
            : await read(placeOf('prompt-file'), 'prompt-file', '', async () => files.prompt(fromManifest(promptFile, files.folder)));
    const promptFault = prompt === null ? null : (0,inputs_files/* faultOfPrompt */.gh)(prompt);
    if (promptFault !== null)
        problem(placeOf('prompt'), `\`prompt\` ${promptFault}`);
    if (prompt !== null && image.parameters?.prompt !== undefined)
        problem(placeOf('parameters', 'prompt'), 'the prompt is given twice: here, and as `prompt` of the image');
    const fillOf = (key, where, mapping = {}) => Object.fromEntries(Object.entries(mapping).map(([name, value]) => [
        name,
        filled(where(key, name), `${key}.${name}`, null, () => (0,placeholders/* fillValue */.Vk)(value, variables)),
    ]));
    const own = {
        parameters: fillOf('parameters', placeOf, image.parameters),
        files: fillOf('files', placeOf, image.files),
    };
    const inherited = {
        parameters: fillOf('parameters', placeOfDefault, without(defaults.parameters, image.parameters, image.files)),
        files: fillOf('files', placeOfDefault, without(defaults.files, image.files, image.parameters)),
    };
    const parameters = {
        ...inherited.parameters,
        ...(prompt === null ? {} : { prompt }),
        ...own.parameters,
    };
    const named = { ...inherited.files, ...own.files };
    for (const name of Object.keys(named)) {
        if (Object.hasOwn(parameters, name))
            problem(placeOf('files', name), `\`files\` must not set ${(0,errors/* quoted */.TL)(name)}, which \`parameters\` sets too`);
    }
    if (Object.keys(parameters).length + Object.keys(named).length === 0)
        problem(place, 'an image needs `prompt` or `prompt-file` (models that take no prompt: `parameters` or `files`)');
    const output = image.output === undefined
        ? null
        : filled(placeOf('output'), 'output', null, () => (0,placeholders/* fillOutput */.r9)(image.output ?? '', variables));
    const fault = (0,manifest_naming/* outputFault */.k5)({ id, parameters, output }, model);
    if (fault !== null)
        problem(placeOf('output'), `\`output\` ${fault}`);
    else if (output !== null)
        await read(placeOf('output'), 'output', undefined, () => files.checkOutput((0,placeholders/* outputPath */.XC)(output, 1)));
    const mapping = filled(placeOf('files'), 'files', {}, () => mapPaths(named, files.folder));
    const target = output === null ? '' : (0,names/* diskKey */.nk)((0,placeholders/* outputPath */.XC)(output, 1));
    const paths = Object.values(mapping)
        .flat()
        .filter((file) => typeof file === 'string');
    if (paths.some((file) => (0,names/* diskKey */.nk)(file) === target))
        problem(placeOf('output'), '`output` must not replace an input of the same image: each run would change its recipe, and be paid for');
    const inputs = await read(placeOf('files'), 'files', {}, () => files.inputs(mapping));
    const claim = { id, parameters, output, ...place };
    const reads = { place: placeOf('files'), paths };
    if (!usable)
        return { claim, reads, image: null };
    const recipe = (0,lib_recipe/* recipeOf */.Sx)(model, parameters, inputs);
    return {
        claim,
        reads,
        image: { ...claim, model, prompt: recipe.prompt, files: inputs, recipe, recipeHash: (0,lib_recipe/* recipeHash */.R7)(recipe) },
    };
}
function faultOfId(id) {
    if (!/^[A-Za-z0-9._/-]+$/.test(id))
        return 'must be of letters, digits, . _ - and /';
    return (0,names/* fileNameFault */.KW)(id, 'a folder');
}
/** The mapping but for what the image has itself, be it as parameter or as file. */
function without(mapping = {}, ...own) {
    return Object.fromEntries(Object.entries(mapping).filter(([name]) => !own.some((other) => other !== undefined && Object.hasOwn(other, name))));
}
/** Relative to the workspace. Absolute ones stay, to be refused; `..` may lead elsewhere below the workspace. */
function fromManifest(file, folder) {
    if (file.includes('\\'))
        throw new lib_workspace/* PathError */.ER(`must have \`/\` between folders, but is ${(0,errors/* quoted */.TL)(file)}`);
    return external_node_path_.posix.isAbsolute(file) ? file : external_node_path_.posix.join(folder, file);
}
function mapPaths(mapping, folder) {
    const one = (file) => (typeof file === 'string' ? fromManifest(file, folder) : file);
    return Object.fromEntries(Object.entries(mapping).map(([name, value]) => [name, Array.isArray(value) ? value.map(one) : one(value)]));
}

// EXTERNAL MODULE: ./lib/inputs/source.js
var inputs_source = __webpack_require__(93552);
// EXTERNAL MODULE: ./lib/manifest/problems.js
var manifest_problems = __webpack_require__(83925);
;// CONCATENATED MODULE: ./lib/manifest/schema.js
// The definition of a manifest: what parses it, and what the published JSON Schema is generated from.


const missingOr = (rule) => ({
    error: ({ input }) => (input === undefined ? 'is missing' : rule),
});
const schema_text = (rule) => schemas/* string */.YjP(missingOr(rule)).min(1, rule);
// What is read is plain JSON already (inputs/source.ts), so an object is one of JSON. Kept as it is: no copy that drops `__proto__`.
const jsonMapping = (rule) => schemas/* custom */.IeY((value) => (0,json/* jsonObject */.o)(value) !== null, missingOr(rule)).meta({ type: 'object' });
const model = schema_text('must be a model_id such as `blackforestlabs/flux-2/flex/text-to-image`')
    .optional()
    .meta({
    description: 'RunComfy model_id, as on the API tab of the model.',
    examples: ['blackforestlabs/flux-2/flex/text-to-image'],
});
const parameters = jsonMapping('must be a mapping of parameters, such as `{ seed: 7 }`')
    .optional()
    .meta({
    description: 'Any parameter of the model, sent as it is. A value that is exactly one placeholder keeps the type of its variable.',
    properties: {
        image_size: {
            description: 'A preset of the model, or width and height.',
            examples: ['square_hd', 'square', 'portrait_4_3', 'portrait_16_9', 'landscape_4_3', 'landscape_16_9'],
        },
        seed: { description: 'Whole number. The same seed and recipe usually give a similar image.', examples: [7] },
        output_format: { description: 'The format that the model shall return.', examples: ['png', 'jpeg', 'webp'] },
        guidance_scale: { description: 'How closely to follow the prompt.', examples: [3.5] },
        num_inference_steps: { description: 'More steps take longer.', examples: [28] },
        enable_prompt_expansion: { description: 'Whether the model may embellish the prompt.', examples: [false] },
    },
});
const aFile = schema_text('must be a path relative to the manifest');
const files = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* union */.KCZ([aFile, schemas/* array */.YOg(aFile).min(1)], { error: 'must be a path relative to the manifest, or a list of such' }), { error: 'must be a mapping of parameter names to files, such as `{ image_url: art/sketch.png }`' })
    .optional()
    .meta({
    description: 'Local files as model input: parameter name to a path relative to the manifest, or a list of paths.',
});
const schema_image = schemas/* strictObject */.rej({
    id: schema_text('must be text such as `hero` or `icons/{theme}`').meta({
        description: 'Unique; letters, digits, . _ - /. May hold placeholders.',
    }),
    prompt: schema_text('must be text that is not empty')
        .optional()
        .meta({ description: 'The prompt. May hold placeholders.' }),
    'prompt-file': schema_text('must be a path relative to the manifest').optional().meta({
        description: 'A UTF-8 text file that holds the prompt, relative to the manifest. No placeholders inside.',
    }),
    model,
    parameters,
    files,
    matrix: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* custom */.IeY().meta({}), { error: 'must be a list of values' })
        .min(1, 'must have at least one value'), { error: 'must be a mapping of variables to lists of values, such as `{ theme: [light, dark] }`' })
        .optional()
        .meta({ description: 'Variables for placeholders: one image for every combination of their values.' }),
    output: schema_text('must be a file below the workspace, such as `assets/hero.png`')
        .optional()
        .meta({ description: 'A file below the workspace, with a media suffix. May hold placeholders, also {index}.' }),
}, missingOr('must be an image: a mapping with `id` and `prompt`'))
    .meta({ not: { required: ['prompt', 'prompt-file'] } });
const defaults = schemas/* strictObject */.rej({ model, parameters, files }, { error: 'must be a mapping with `model`, `parameters`, `files`' })
    .optional()
    .meta({ description: "What every image has unless it says otherwise. An image's own win, key by key." });
/** The manifest but for what each image is: so one bad image does not hide the problems of others. */
const envelopeSchema = schemas/* strictObject */.rej({
    $schema: schemas/* string */.YjP({ error: 'must be the address of a JSON Schema' })
        .optional()
        .meta({ description: 'For editors.' }),
    version: schemas/* literal */.euz(1, missingOr('must be 1')).meta({ description: 'Of this format.' }),
    defaults,
    images: schemas/* array */.YOg(schemas/* unknown */.L5J(), missingOr('must be a list of images')),
}, { error: 'must be a mapping with `version: 1` and `images`' });
const imageSchema = schema_image;
/** The keys that a mapping of the manifest may have. */
const KNOWN_KEYS = {
    manifest: Object.keys(envelopeSchema.shape),
    defaults: Object.keys(defaults.unwrap().shape),
    image: Object.keys(schema_image.shape),
};
/** The JSON Schema that editors complete and check a manifest by, as it is published. */
function manifestJsonSchema() {
    const whole = envelopeSchema.extend({ images: z.array(schema_image).meta({ description: 'The images, in any order.' }) });
    return {
        ...z.toJSONSchema(whole, { target: 'draft-7', io: 'input', unrepresentable: 'any' }),
        title: 'Images as code: a manifest of the RunComfy action',
    };
}

;// CONCATENATED MODULE: ./lib/manifest/parse.js
// The text of a manifest to its entries, as they are written: defaults and placeholders still apart.





/** Never throws for what the text holds: every problem is in the answer. */
async function parseManifest(text) {
    const { source, problems: found } = await (0,inputs_source/* readSource */.o)(text);
    const problems = [...found];
    const placeOfDefault = (...path) => source?.placeOf(['defaults', ...path]) ?? { line: 1, column: 1 };
    if (source === null)
        return { defaults: {}, placeOfDefault, entries: [], problems };
    const envelope = envelopeSchema.safeParse(source.value);
    if (!envelope.success)
        problems.push(...problemsOf(envelope.error.issues, [], source));
    const images = envelope.data?.images ?? (0,json/* jsonObject */.o)(source.value)?.images;
    const entries = [];
    for (const [n, written] of (Array.isArray(images) ? images : []).entries()) {
        const path = ['images', n];
        const image = imageSchema.safeParse(written);
        if (!image.success)
            problems.push(...problemsOf(image.error.issues, path, source));
        else {
            const placeOf = (...below) => source.placeOf([...path, ...below]);
            entries.push({ image: image.data, place: placeOf(), placeOf });
        }
    }
    return { defaults: envelope.data?.defaults ?? {}, placeOfDefault, entries, problems };
}
function problemsOf(issues, base, source) {
    const problems = issues.flatMap((issue) => {
        const below = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
        const path = [...base, ...below];
        const unknown = 'keys' in issue && Array.isArray(issue.keys) ? issue.keys.map(String) : null;
        if (unknown === null) {
            const name = below.length === 0 ? '' : `\`${below.join('.')}\` `;
            return [{ ...source.placeOf(path), message: `${name}${issue.message}` }];
        }
        const known = base.length > 0 ? KNOWN_KEYS.image : path.length > 0 ? KNOWN_KEYS.defaults : KNOWN_KEYS.manifest;
        return unknown.map((key) => ({ ...source.placeOfKey([...path, key]), message: unknownKey(key, known) }));
    });
    // A value of the wrong type may break several rules that say the same.
    return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
function unknownKey(key, known) {
    const meant = (0,manifest_problems/* nearest */.p)(key, known);
    const list = known.filter((name) => name !== '$schema').map((name) => `\`${name}\``);
    return `unknown key ${(0,errors/* quoted */.TL)(key)}${meant === null ? `; there are ${list.join(', ')}` : `; did you mean \`${meant}\`?`}`;
}

;// CONCATENATED MODULE: ./lib/manifest/read.js
// Reads a manifest and all that it names from the workspace; the one place of this room, beside the lock and what became of files, that opens any.









const read_MOST_BYTES = 8 * 1024 * 1024;
const AT_ONCE = 8;
/** `file`: absolute, below the workspace. Throws ManifestError with all problems. */
async function readManifest(file, { workspace, naming, redacted }) {
    const shown = workspace.shown(file);
    const at = (message) => ({ line: 1, column: 1, message });
    const found = await (0,promises_.stat)(file).catch(() => null);
    if (found === null || !found.isFile())
        throw new manifest_problems.ManifestError(shown, [at('there is no such file')]);
    if (found.size > read_MOST_BYTES)
        throw new manifest_problems.ManifestError(shown, [at(`must be at most ${(0,figures/* size */.Ej)(read_MOST_BYTES)}`)]);
    const text = decoded(await (0,promises_.readFile)(file));
    if (text === null)
        throw new manifest_problems.ManifestError(shown, [at('must be UTF-8 text')]);
    if (redacted(text) !== text)
        throw new manifest_problems.ManifestError(shown, [at('must not hold a token: everybody who reads the repository can read it')]);
    const parsed = await parseManifest(text);
    const { images, problems } = await expand(parsed, filesIn(workspace, external_node_path_.posix.dirname(shown), redacted), naming);
    if (problems.length > 0)
        throw new manifest_problems.ManifestError(shown, problems);
    return { file: shown, lockFile: lockPathOf(shown), images };
}
function decoded(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch {
        return null;
    }
}
/** Each file is read once, however many images name it. */
function filesIn(workspace, folder, redacted) {
    const limit = (0,concurrency/* limitOf */.L)(AT_ONCE);
    const inputs = new Map();
    const readOnce = (file, parameter) => once(inputs, JSON.stringify([file, parameter]), () => limit(() => (0,inputs_files/* readInputFile */.jH)(file, parameter, workspace)));
    const prompts = new Map();
    return {
        folder: folder === '.' ? '' : folder,
        prompt: (file) => once(prompts, file, async () => {
            const text = await limit(async () => (0,inputs_files/* readPromptFile */.NK)(await workspace.inside(file)));
            if (redacted(text) !== text)
                throw new inputs_files/* FileFault */.LN('must not hold a token');
            return text;
        }),
        inputs: (mapping) => (0,inputs_files/* readInputFiles */.UK)(mapping, workspace, readOnce),
        async checkOutput(file) {
            await workspace.inside(file);
        },
    };
}
function once(known, key, read) {
    const before = known.get(key);
    if (before !== undefined)
        return before;
    const reading = read();
    known.set(key, reading);
    return reading;
}

// EXTERNAL MODULE: ./lib/preflight.js
var preflight = __webpack_require__(27100);
// EXTERNAL MODULE: ./lib/price.js
var price = __webpack_require__(87078);
;// CONCATENATED MODULE: ./lib/manifest-work.js
// A manifest as work for a run: its plan, the jobs that cost, the copies that do not, and the lock that remembers both.














/** Reads manifest, lock and files; writes and sends nothing. Throws ManifestError, InputError, ActionError for a broken lock, or the signal's reason. Prices are not known yet. */
async function planManifest(file, { outputDir, filename, only, force }, { workspace, redacted, cancelled }) {
    const naming = { outputDir: workspace.shown(outputDir), filename };
    const lockFile = lockPathOf(workspace.shown(file));
    const lockPath = await workspace.inside(lockFile);
    const [locked] = await Promise.allSettled([readLock(lockPath, lockFile)]);
    const look = lookIn(workspace);
    if (locked.status === 'fulfilled')
        lookAhead(locked.value, look, { only, force });
    const manifest = await readManifest(file, { workspace, naming, redacted });
    // Whoever has to repair both begins with the manifest.
    if (locked.status === 'rejected')
        throw locked.reason;
    const lock = locked.value;
    const ids = [...manifest.images.map(({ id }) => id), ...lock.keys()];
    const idle = [
        ...idlePatterns(only, ids).map((value) => ({ input: 'only', value })),
        ...idlePatterns(force, ids).map((value) => ({ input: 'force', value })),
    ];
    if (idle.length > 0)
        throw new errors/* InputError */.dz(idle.map((one) => ({ ...one, rule: `must fit an id of ${manifest.file}` })));
    const planned = await (0,limit/* noLongerThan */.Cy)(cancelled, planOf({ images: manifest.images, lock, look, naming, only, force }));
    const keepers = keepersOf(manifest, lock, planned);
    return { manifest, lockPath, lock: createLockWriter(lockPath, lock), planned, keepers };
}
/** Larger files wait until it is known that the manifest still has them. */
const AHEAD_BYTES = 16 * 1024 ** 2;
/** Asks for files before they are needed: a thread goes through them while this one goes through the manifest. */
function lookAhead(lock, look, { only, force }) {
    const chosen = chosenBy(only);
    const forced = idFilter(force);
    for (const [id, { outputs }] of lock) {
        if (!chosen(id) || forced(id))
            continue;
        for (const output of outputs)
            if (output.bytes <= AHEAD_BYTES)
                look(output).catch(() => { });
    }
}
function keepersOf({ images }, lock, planned) {
    const plans = new Map(planned.map((one) => [one.id, one]));
    return new Map(images.flatMap(({ id }) => {
        const { todo = 'nothing', copies = [] } = plans.get(id) ?? {};
        const kept = todo === 'nothing' ? (lock.get(id)?.outputs ?? []).map(({ path: file }) => file) : copies.map(({ to }) => to);
        return kept.map((file) => [(0,names/* diskKey */.nk)(file), id]);
    }));
}
/** The jobs of what has to be paid for. */
function jobsOfPlan(planned) {
    const occurrences = new Map();
    return planned.flatMap(({ image, todo }) => {
        if (image === null)
            return [];
        const { id, model, parameters, files, output, recipeHash: recipe } = image;
        // What is done already counts too: a re-run must not take one image's request for another's.
        const occurrence = (occurrences.get(recipe) ?? 0) + 1;
        occurrences.set(recipe, occurrence);
        if (todo !== 'generate')
            return [];
        return [{ id, name: id, model, parameters, files, output, recipe, occurrence, paid: null }];
    });
}
/** The plan with a price, where the catalogue tells one, for each image that has to be paid for. */
async function withCataloguePrices(planned, catalogue) {
    return Promise.all(planned.map(async (one) => {
        const [job] = jobsOfPlan([one]);
        return job === undefined ? one : { ...one, price: await (0,price/* priceOf */.x)(job, catalogue) };
    }));
}
/** Everything that a run needs to know of its manifest; refuses what is too much or has no chance, then makes the free copies. */
async function readWork(file, inputs, { temp, ...sources }, catalogue) {
    const read = await planManifest(file, inputs, sources);
    const jobs = jobsOfPlan(read.planned);
    if (jobs.length > inputs.maxImages) {
        throw new errors/* ActionError */.lZ('bad-input', `The manifest needs ${jobs.length} requests, more than \`max-images\` (${inputs.maxImages}).`, {
            advice: 'Nothing was submitted. Raise `max-images`, or make a part of it with `only`.',
        });
    }
    const warnings = await (0,preflight/* preflight */.M)(jobs, catalogue);
    const plan = { ...read, planned: await withCataloguePrices(read.planned, catalogue) };
    const copies = await copyAll(plan.planned, { workspace: sources.workspace, temp });
    for (const { id, entry } of copies)
        await plan.lock.put(id, entry);
    const kept = plan.planned.filter(({ action }) => action === 'modified').map(({ id }) => id);
    const notes = kept.length === 0
        ? []
        : [`Kept as they are, though not as they were made: ${kept.join(', ')}. \`force\` makes them again.`];
    return {
        jobs,
        plan,
        copied: copies.flatMap((copy) => copiedOutcome(copy, plan.planned)),
        notes: [...warnings, ...notes],
    };
}
function copiedOutcome({ id, entry, files, changed }, planned) {
    const { image = null, action } = planned.find((one) => one.id === id) ?? {};
    // What lies where it always did was not made; only the lock has another name for it.
    if (image === null || (action === 'modified' && !changed))
        return [];
    const { model, parameters, files: inputFiles, output, recipeHash: recipe } = image;
    return [
        {
            job: { id, name: id, model, parameters, files: inputFiles, output, recipe, occurrence: 1, paid: null },
            index: 1,
            requestId: entry.request_id,
            tookMs: null,
            cost: null,
            images: entry.outputs.map(({ path: file, bytes, sha256 }, n) => ({
                index: n + 1,
                path: file,
                absolutePath: files[n] ?? '',
                url: '',
                format: (0,manifest_naming/* formatBySuffix */._r)(file),
                width: null,
                height: null,
                bytes,
                sha256,
                changed,
            })),
            failure: null,
            unsettled: null,
            attempted: true,
            adopted: true,
        },
    ];
}
/** `file`: relative to the workspace. */
function isKeptByAnother({ keepers }, file, id) {
    const keeper = keepers.get((0,names/* diskKey */.nk)(file.split(external_node_path_.sep).join('/')));
    return keeper !== undefined && keeper !== id;
}
/** Records what landed, on disk before this resolves. What is not complete is not locked, so that it is made again. */
async function lockOutcome({ lock, planned }, outcome) {
    const image = planned.find((one) => one.id === outcome.job.id)?.image ?? null;
    const complete = outcome.failure === null || outcome.failure.kind === 'wrong-format';
    if (image !== null && complete && outcome.images.length > 0)
        await lock.put(image.id, entryOf(image, outcome));
}
/** Drops the entries of ids that are gone, unless only a part was asked for. */
async function closeLock({ lock, manifest }, only) {
    if (only.length === 0)
        await lock.keepOnly(new Set(manifest.images.map(({ id }) => id)));
}


/***/ }),

/***/ 5761:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vc: () => (/* binding */ stemOf),
/* harmony export */   XM: () => (/* binding */ pathOf),
/* harmony export */   YT: () => (/* binding */ suffixFits),
/* harmony export */   _r: () => (/* binding */ formatBySuffix),
/* harmony export */   al: () => (/* binding */ withoutSuffix),
/* harmony export */   k5: () => (/* binding */ outputFault)
/* harmony export */ });
/* unused harmony export suffixOf */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _images_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75054);
/* harmony import */ var _placeholders_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33351);
// Where the files of an image belong, and whether a suffix fits what the model will return.




/** Format to the suffixes that its files may have. */
const SUFFIXES = {
    jpeg: ['jpg', 'jpeg'],
    tiff: ['tif', 'tiff'],
    ...Object.fromEntries('png webp gif avif svg bmp heic jxl mp4 webm mov m4v mkv mp3 wav ogg flac m4a aac opus glb zip'
        .split(' ')
        .map((format) => [format, [format]])),
};
const FORMATS = new Map(Object.entries(SUFFIXES).flatMap(([format, suffixes]) => suffixes.map((suffix) => [suffix, format])));
/** Of models whose API page says what comes where `output_format` is not given (RunComfy docs). */
const DEFAULT_FORMATS = {
    'blackforestlabs/flux-2/flex/text-to-image': 'jpeg',
    'blackforestlabs/flux-2/flash/text-to-image': 'png',
};
/** Lower case, without the dot. */
function suffixOf(file) {
    return node_path__WEBPACK_IMPORTED_MODULE_0__.posix.extname(file).slice(1).toLowerCase();
}
function withoutSuffix(file) {
    return file.slice(0, file.length - node_path__WEBPACK_IMPORTED_MODULE_0__.posix.extname(file).length);
}
/** Whether a file of this format or suffix (`jpeg` and `jpg` are one) may have the suffix that `file` has. */
function suffixFits(file, format) {
    const known = formatOf(format.toLowerCase());
    return known === null ? suffixOf(file) === format.toLowerCase() : formatOf(suffixOf(file)) === known;
}
/** The format that files of this suffix have; null for no media suffix. */
function formatOf(suffix) {
    return FORMATS.get(suffix) ?? null;
}
/** Why a filled `output` cannot be used, as a clause; null where it can. */
function outputFault({ output, parameters }, model) {
    if (output === null)
        return null;
    const file = (0,_placeholders_js__WEBPACK_IMPORTED_MODULE_3__/* .outputPath */ .XC)(output, 1);
    const suffix = suffixOf(file);
    const suffixFormat = formatOf(suffix);
    const place = (0,_images_names_js__WEBPACK_IMPORTED_MODULE_2__/* .fileNameFault */ .KW)(withoutSuffix(file), 'the workspace');
    if (place !== null)
        return `${place}, but is ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(file)}`;
    if (suffixFormat === null)
        return `must end in a media suffix such as .png, .jpg or .mp4, but is ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(file)}`;
    const asked = typeof parameters.output_format === 'string' ? parameters.output_format.toLowerCase() : null;
    const known = formatOf(asked ?? DEFAULT_FORMATS[model] ?? '');
    if (known === null || known === suffixFormat)
        return null;
    const right = `.${SUFFIXES[known]?.[0] ?? known}`;
    return asked === null
        ? `ends in .${suffix}, but ${model} returns ${known} where \`output_format\` is not given: write \`output_format: ${suffixFormat}\` if the model can, or ${right}`
        : `ends in .${suffix}, but \`output_format\` is ${asked}: write ${right}, or \`output_format: ${suffixFormat}\``;
}
/**
 * The path of the n-th file of an image, from 1, relative to the workspace and without suffix, which comes from the bytes.
 * Further files of one name get `-2`, `-3`, ...
 */
function stemOf(image, index, requestId, { outputDir, filename }) {
    if (image.output !== null) {
        const stem = withoutSuffix((0,_placeholders_js__WEBPACK_IMPORTED_MODULE_3__/* .outputPath */ .XC)(image.output, index));
        return index === 1 || (0,_placeholders_js__WEBPACK_IMPORTED_MODULE_3__/* .hasIndex */ .V6)(image.output) ? stem : `${stem}-${index}`;
    }
    const seed = Number.isSafeInteger(image.parameters.seed) ? Number(image.parameters.seed) : null;
    const name = (0,_images_names_js__WEBPACK_IMPORTED_MODULE_2__/* .fileName */ .Md)(filename, { id: image.id, index, seed, requestId });
    const stem = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(outputDir, name);
    return index === 1 || filename.includes('{index}') ? stem : `${stem}-${index}`;
}
/** The same with suffix, for a file of the same format as `like`. */
function pathOf(image, index, like, requestId, naming) {
    const asked = image.output === null ? '' : (0,_placeholders_js__WEBPACK_IMPORTED_MODULE_3__/* .outputPath */ .XC)(image.output, index);
    const source = suffixFits(asked, suffixOf(like)) ? asked : like;
    return `${stemOf(image, index, requestId, naming)}${node_path__WEBPACK_IMPORTED_MODULE_0__.posix.extname(source)}`;
}
/** The format's usual name, as media.ts tells it from the bytes, for a file that is not looked into. */
function formatBySuffix(file) {
    return node_path__WEBPACK_IMPORTED_MODULE_0__.posix.extname(file).slice(1).replace('jpg', 'jpeg');
}


/***/ }),

/***/ 27100:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ preflight)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16413);
// Looks at jobs through the catalogue's eyes before they are paid for: an id that nobody knows stops the run, what the loose schema suggests is a warning.


/** Throws ActionError `model-not-found` for models that RunComfy does not have. Answers warnings, one sentence each. */
async function preflight(jobs, catalogue) {
    const warnings = new Set();
    const missing = [];
    for (const [model, ofModel] of Map.groupBy(jobs, (job) => job.model)) {
        const entry = await catalogue.entry(model);
        if (entry === 'unknown')
            missing.push(`RunComfy has no model ${model}${await suggestion(model, catalogue)}.`);
        else if (!(entry instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ) && entry.inputSchema !== null) {
            for (const job of ofModel)
                for (const warning of suspicions(job, entry.inputSchema))
                    warnings.add(warning);
        }
    }
    if (missing.length > 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('model-not-found', missing.join('\n'), {
            advice: 'Nothing was submitted. Copy the model_id from the API tab of the model on runcomfy.com.',
        });
    }
    return [...warnings];
}
/** The address of a model's page is spelled differently from its id: `flux-2-flex` for `flux-2/flex`. */
async function suggestion(model, catalogue) {
    const letters = (id) => id.toLowerCase().replace(/[^a-z0-9]/g, '');
    const words = model.split(/[/_.-]/).filter((word) => word.length > 2);
    for (const search of [model.split('/')[1] ?? model, ...words]) {
        const found = await catalogue.search(search);
        const best = found.find((id) => letters(id) === letters(model)) ?? found.find((id) => letters(id).startsWith(letters(model)));
        if (best !== undefined)
            return `; did you mean ${best}?`;
    }
    return '';
}
/** What the catalogue's input_schema makes doubtful. It is no valid JSON Schema and omits what models accept, so nothing of it is an error. */
function suspicions({ name, parameters, files, model }, schema) {
    const properties = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)(schema.properties) ?? {};
    const required = Array.isArray(schema.required) ? schema.required : [];
    const sent = { ...parameters, ...files };
    const missing = required.filter((input) => typeof input === 'string' && !Object.hasOwn(sent, input));
    const found = missing.map((input) => `${name}: ${model} wants ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(String(input))}, which is not given.`);
    for (const [input, value] of Object.entries(parameters)) {
        const property = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)(properties[input]);
        if (property === null) {
            if (Object.keys(properties).length > 0)
                found.push(`${name}: ${model} has no input ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(input)}.`);
            continue;
        }
        const options = Array.isArray(property.enum) ? property.enum : [];
        const same = options.find((option) => String(option).toLowerCase() === String(value).toLowerCase());
        if (typeof value === 'string' && same !== undefined && same !== value) {
            found.push(`${name}: ${input} is ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(value)}, but ${model} spells it ${JSON.stringify(same)}.`);
        }
        if (typeof value === 'string' &&
            (property.type === 'integer' || property.type === 'float' || property.type === 'number')) {
            found.push(`${name}: ${input} is the text ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(value)}, but ${model} wants a number: remove the quotes.`);
        }
    }
    return found;
}


/***/ })

};
