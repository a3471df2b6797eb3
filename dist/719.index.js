export const id = 719;
export const ids = [719];
export const modules = {

/***/ 50719:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  changesBetween: () => (/* binding */ changesBetween),
  reasonsOf: () => (/* binding */ reasonsOf)
});

;// CONCATENATED MODULE: ./node_modules/diff/libesm/diff/base.js
class Diff {
    diff(oldStr, newStr, 
    // Type below is not accurate/complete - see above for full possibilities - but it compiles
    options = {}) {
        let callback;
        if (typeof options === 'function') {
            callback = options;
            options = {};
        }
        else if ('callback' in options) {
            callback = options.callback;
        }
        // Allow subclasses to massage the input prior to running
        const oldString = this.castInput(oldStr, options);
        const newString = this.castInput(newStr, options);
        const oldTokens = this.removeEmpty(this.tokenize(oldString, options));
        const newTokens = this.removeEmpty(this.tokenize(newString, options));
        return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
    }
    diffWithOptionsObj(oldTokens, newTokens, options, callback) {
        var _a;
        const done = (value) => {
            value = this.postProcess(value, options);
            if (callback) {
                setTimeout(function () { callback(value); }, 0);
                return undefined;
            }
            else {
                return value;
            }
        };
        const newLen = newTokens.length, oldLen = oldTokens.length;
        let editLength = 1;
        let maxEditLength = newLen + oldLen;
        if (options.maxEditLength != null) {
            maxEditLength = Math.min(maxEditLength, options.maxEditLength);
        }
        const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : Infinity;
        const abortAfterTimestamp = Date.now() + maxExecutionTime;
        const bestPath = [{ oldPos: -1, lastComponent: undefined }];
        // Seed editLength = 0, i.e. the content starts with the same values
        let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
        if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
            // Identity per the equality and tokenizer
            return done(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
        }
        // Once we hit the right edge of the edit graph on some diagonal k, we can
        // definitely reach the end of the edit graph in no more than k edits, so
        // there's no point in considering any moves to diagonal k+1 any more (from
        // which we're guaranteed to need at least k+1 more edits).
        // Similarly, once we've reached the bottom of the edit graph, there's no
        // point considering moves to lower diagonals.
        // We record this fact by setting minDiagonalToConsider and
        // maxDiagonalToConsider to some finite value once we've hit the edge of
        // the edit graph.
        // This optimization is not faithful to the original algorithm presented in
        // Myers's paper, which instead pointlessly extends D-paths off the end of
        // the edit graph - see page 7 of Myers's paper which notes this point
        // explicitly and illustrates it with a diagram. This has major performance
        // implications for some common scenarios. For instance, to compute a diff
        // where the new text simply appends d characters on the end of the
        // original text of length n, the true Myers algorithm will take O(n+d^2)
        // time while this optimization needs only O(n+d) time.
        let minDiagonalToConsider = -Infinity, maxDiagonalToConsider = Infinity;
        // Main worker method. checks all permutations of a given edit length for acceptance.
        const execEditLength = () => {
            for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
                let basePath;
                const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
                if (removePath) {
                    // No one else is going to attempt to use this value, clear it
                    // @ts-expect-error - perf optimisation. This type-violating value will never be read.
                    bestPath[diagonalPath - 1] = undefined;
                }
                let canAdd = false;
                if (addPath) {
                    // what newPos will be after we do an insertion:
                    const addPathNewPos = addPath.oldPos - diagonalPath;
                    canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
                }
                const canRemove = removePath && removePath.oldPos + 1 < oldLen;
                if (!canAdd && !canRemove) {
                    // If this path is a terminal then prune
                    // @ts-expect-error - perf optimisation. This type-violating value will never be read.
                    bestPath[diagonalPath] = undefined;
                    continue;
                }
                // Select the diagonal that we want to branch from. We select the prior
                // path whose position in the old string is the farthest from the origin
                // and does not pass the bounds of the diff graph
                if (!canRemove || (canAdd && removePath.oldPos < addPath.oldPos)) {
                    basePath = this.addToPath(addPath, true, false, 0, options);
                }
                else {
                    basePath = this.addToPath(removePath, false, true, 1, options);
                }
                newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);
                if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
                    // If we have hit the end of both strings, then we are done
                    return done(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
                }
                else {
                    bestPath[diagonalPath] = basePath;
                    if (basePath.oldPos + 1 >= oldLen) {
                        maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
                    }
                    if (newPos + 1 >= newLen) {
                        minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
                    }
                }
            }
            editLength++;
        };
        // Performs the length of edit iteration. Is a bit fugly as this has to support the
        // sync and async mode which is never fun. Loops over execEditLength until a value
        // is produced, or until the edit length exceeds options.maxEditLength (if given),
        // in which case it will return undefined.
        if (callback) {
            (function exec() {
                setTimeout(function () {
                    if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) {
                        return callback(undefined);
                    }
                    if (!execEditLength()) {
                        exec();
                    }
                }, 0);
            }());
        }
        else {
            while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
                const ret = execEditLength();
                if (ret) {
                    return ret;
                }
            }
        }
    }
    addToPath(path, added, removed, oldPosInc, options) {
        const last = path.lastComponent;
        if (last && !options.oneChangePerToken && last.added === added && last.removed === removed) {
            return {
                oldPos: path.oldPos + oldPosInc,
                lastComponent: { count: last.count + 1, added: added, removed: removed, previousComponent: last.previousComponent }
            };
        }
        else {
            return {
                oldPos: path.oldPos + oldPosInc,
                lastComponent: { count: 1, added: added, removed: removed, previousComponent: last }
            };
        }
    }
    extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
        const newLen = newTokens.length, oldLen = oldTokens.length;
        let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
        while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {
            newPos++;
            oldPos++;
            commonCount++;
            if (options.oneChangePerToken) {
                basePath.lastComponent = { count: 1, previousComponent: basePath.lastComponent, added: false, removed: false };
            }
        }
        if (commonCount && !options.oneChangePerToken) {
            basePath.lastComponent = { count: commonCount, previousComponent: basePath.lastComponent, added: false, removed: false };
        }
        basePath.oldPos = oldPos;
        return newPos;
    }
    equals(left, right, options) {
        if (options.comparator) {
            return options.comparator(left, right);
        }
        else {
            return left === right
                || (!!options.ignoreCase && left.toLowerCase() === right.toLowerCase());
        }
    }
    removeEmpty(array) {
        const ret = [];
        for (let i = 0; i < array.length; i++) {
            if (array[i]) {
                ret.push(array[i]);
            }
        }
        return ret;
    }
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    castInput(value, options) {
        return value;
    }
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    tokenize(value, options) {
        return Array.from(value);
    }
    join(chars) {
        // Assumes ValueT is string, which is the case for most subclasses.
        // When it's false, e.g. in diffArrays, this method needs to be overridden (e.g. with a no-op)
        // Yes, the casts are verbose and ugly, because this pattern - of having the base class SORT OF
        // assume tokens and values are strings, but not completely - is weird and janky.
        return chars.join('');
    }
    postProcess(changeObjects, 
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    options) {
        return changeObjects;
    }
    get useLongestToken() {
        return false;
    }
    buildValues(lastComponent, newTokens, oldTokens) {
        // First we convert our linked list of components in reverse order to an
        // array in the right order:
        const components = [];
        let nextComponent;
        while (lastComponent) {
            components.push(lastComponent);
            nextComponent = lastComponent.previousComponent;
            delete lastComponent.previousComponent;
            lastComponent = nextComponent;
        }
        components.reverse();
        const componentLen = components.length;
        let componentPos = 0, newPos = 0, oldPos = 0;
        for (; componentPos < componentLen; componentPos++) {
            const component = components[componentPos];
            if (!component.removed) {
                if (!component.added && this.useLongestToken) {
                    let value = newTokens.slice(newPos, newPos + component.count);
                    value = value.map(function (value, i) {
                        const oldValue = oldTokens[oldPos + i];
                        return oldValue.length > value.length ? oldValue : value;
                    });
                    component.value = this.join(value);
                }
                else {
                    component.value = this.join(newTokens.slice(newPos, newPos + component.count));
                }
                newPos += component.count;
                // Common case
                if (!component.added) {
                    oldPos += component.count;
                }
            }
            else {
                component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));
                oldPos += component.count;
            }
        }
        return components;
    }
}

;// CONCATENATED MODULE: ./node_modules/diff/libesm/diff/array.js

class ArrayDiff extends Diff {
    tokenize(value) {
        return value.slice();
    }
    join(value) {
        return value;
    }
    removeEmpty(value) {
        return value;
    }
}
const arrayDiff = new ArrayDiff();
function diffArrays(oldArr, newArr, options) {
    return arrayDiff.diff(oldArr, newArr, options);
}

// EXTERNAL MODULE: ./lib/lib/canonical-json.js
var canonical_json = __webpack_require__(9968);
// EXTERNAL MODULE: ./lib/lib/errors.js
var errors = __webpack_require__(75892);
;// CONCATENATED MODULE: ./lib/lib/words.js
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
function wordsOf(text) {
    const words = text.split(/\s+/).filter((word) => word !== '');
    return words.flatMap((word, n) => spaced(partsOf(word), n < words.length - 1));
}
function partsOf(word) {
    if (!UNSPACED.test(word) || word.includes('/'))
        return [word];
    return Array.from(new Intl.Segmenter('und', { granularity: 'word' }).segment(word), ({ segment }) => segment);
}
function spaced(parts, isSpaceBehind) {
    return isSpaceBehind ? parts.with(-1, `${parts.at(-1)} `) : parts;
}
function textOf(words) {
    return words.join('').trimEnd();
}
function isSameWord(a, b) {
    return a?.trimEnd() === b?.trimEnd();
}
function sharedEnds(a, b) {
    const shorter = Math.min(a.length, b.length);
    let start = 0;
    while (start < shorter && isSameWord(a[start], b[start]))
        start += 1;
    let end = 0;
    while (end < shorter - start && isSameWord(a.at(-1 - end), b.at(-1 - end)))
        end += 1;
    return [start, end];
}

// EXTERNAL MODULE: ./lib/graphs/graph.js + 1 modules
var graphs_graph = __webpack_require__(80008);
// EXTERNAL MODULE: ./lib/graphs/overrides.js
var overrides = __webpack_require__(13156);
;// CONCATENATED MODULE: ./lib/graphs/changes.js





const MAX_SHOWN = 80;
const CONTEXT = 3;
function inputChanges(before, after) {
    const nodes = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(overrides/* compareNodeIds */.e3);
    return nodes.flatMap((node) => {
        const [old, now] = [inputsOf(before, node), inputsOf(after, node)];
        const inputs = [...new Set([...Object.keys(old), ...Object.keys(now)])].sort();
        return inputs.flatMap((input) => {
            const change = { node, input, before: (0,graphs_graph/* member */.Dc)(old, input), after: (0,graphs_graph/* member */.Dc)(now, input) };
            return isSame(change.before, change.after) ? [] : [change];
        });
    });
}
function graphDifferences(before, after, graph) {
    const sameGraph = before.workflow === after.workflow;
    const own = ({ node, input }) => (0,graphs_graph/* member */.Dc)(graph?.nodes.get(node)?.inputs ?? {}, input);
    const changes = inputChanges(before.overrides, after.overrides).flatMap((change) => {
        const was = change.before ?? (sameGraph ? own(change) : undefined);
        const now = change.after ?? own(change);
        if (isSame(was, now))
            return [];
        const name = `${(0,graphs_graph/* nodeWords */.kk)(graph, change.node)}, ${(0,errors/* quoted */.TL)(change.input, 60).slice(1, -1)}`;
        return [{ name, ...shownPair(was, now) }];
    });
    return [...(sameGraph ? [] : [workflowDifference(before.workflow, after.workflow)]), ...changes];
}
function graphReasons(before, after, graph) {
    return graphDifferences(before, after, graph).map(({ name, before: was, after: now }) => {
        if (was === null)
            return `${name}: added ${now}`;
        return now === null ? `${name}: removed ${was}` : `${name}: ${was} → ${now}`;
    });
}
function workflowDifference(before, after) {
    const words = (hash) => hash === null ? 'the graph that the deployment has saved' : `graph ${hash.slice(0, 8)}`;
    return { name: 'workflow', before: words(before), after: words(after) };
}
function shownPair(before, after) {
    const [old, now] = typeof before === 'string' && typeof after === 'string' ? aroundDifference(before, after) : [before, after];
    return { before: old === undefined ? null : shown(old), after: now === undefined ? null : shown(now) };
}
function aroundDifference(before, after) {
    if (Math.max(before.length, after.length) <= MAX_SHOWN)
        return [before, after];
    const [old, now] = [wordsOf(before), wordsOf(after)];
    const [same, end] = sharedEnds(old, now);
    const start = Math.max(0, same - CONTEXT);
    const rest = Math.max(0, end - CONTEXT);
    const part = (words) => `${start > 0 ? '… ' : ''}${textOf(words.slice(start, words.length - rest))}${rest > 0 ? ' …' : ''}`;
    const [left, right] = [part(old), part(now)];
    return left === right ? [before, after] : [left, right];
}
function shown(value) {
    const text = JSON.stringify(value);
    const characters = Array.from(text.slice(0, MAX_SHOWN * 4));
    return characters.length > MAX_SHOWN ? `${characters.slice(0, MAX_SHOWN - 1).join('')}…` : text;
}
function inputsOf(overrides, node) {
    const own = (0,graphs_graph/* member */.Dc)(overrides, node);
    return (0,graphs_graph/* isMapping */.pi)(own) && (0,graphs_graph/* isMapping */.pi)(own.inputs) ? own.inputs : {};
}
function isSame(a, b) {
    if (a === undefined || b === undefined)
        return a === b;
    return (0,canonical_json/* canonicalJson */.d)(a) === (0,canonical_json/* canonicalJson */.d)(b);
}

;// CONCATENATED MODULE: ./lib/lockfile/changes.js




const changes_MAX_SHOWN = 80;
const MAX_REASONS = 10;
const MAX_CHANGED_WORDS = 200;
function changesBetween(before, after, graph) {
    return [
        ...textChange('model', modelOf(before), modelOf(after)),
        ...textChange('deployment', deploymentOf(before), deploymentOf(after)),
        ...graphChanges(before, after, graph),
        ...(before.prompt === after.prompt ? [] : [{ name: 'prompt', pieces: promptPieces(before.prompt, after.prompt) }]),
        ...memberChanges('', before.parameters, after.parameters, JSON.stringify),
        ...memberChanges('files.', before.files, after.files, digest),
    ];
}
function textChange(name, before, after) {
    return before === after ? [] : [{ name, pieces: replaced(before, after) }];
}
function modelOf(recipe) {
    return 'model' in recipe ? recipe.model : null;
}
function deploymentOf(recipe) {
    return 'deployment' in recipe ? recipe.deployment : null;
}
function graphChanges(before, after, graph) {
    if ('model' in before || 'model' in after)
        return [];
    return graphDifferences(before, after, graph).map(({ name, before: was, after: now }) => ({
        name,
        pieces: replaced(was, now),
    }));
}
function reasonsOf(changes, inputPaths = {}) {
    const reasons = changes.flatMap(({ name, pieces }) => {
        const shown = name === 'prompt' ? quote : cut;
        const hunks = hunksIn(pieces);
        if (hunks.length === 0)
            return [`${name}: only white space changed`];
        return hunks.map(({ removed, added }) => {
            if (added === null)
                return `${name}: removed ${shown(removed ?? '')}`;
            const now = `${shown(added)}${shownPaths(name, inputPaths)}`;
            return removed === null ? `${name}: added ${now}` : `${name}: ${shown(removed)} → ${now}`;
        });
    });
    return reasons.length <= MAX_REASONS
        ? reasons
        : [...reasons.slice(0, MAX_REASONS - 1), `and ${reasons.length - MAX_REASONS + 1} more changes`];
}
function shownPaths(name, inputPaths) {
    const [, paths] = Object.entries(inputPaths).find(([parameter]) => name === `files.${parameter}`) ?? [];
    if (paths === undefined)
        return '';
    return `, in ${cut([paths]
        .flat()
        .map((path) => JSON.stringify(path))
        .join(', '))}`;
}
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
        if (old !== undefined && now !== undefined && (0,canonical_json/* canonicalJson */.d)(old) === (0,canonical_json/* canonicalJson */.d)(now))
            return [];
        const text = (value) => (value === undefined ? null : show(value));
        return [{ name: `${prefix}${name}`, pieces: replaced(text(old), text(now)) }];
    });
}
function member(object, name) {
    return Object.hasOwn(object, name) ? object[name] : undefined;
}
function digest(value) {
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
    return characters.length > changes_MAX_SHOWN ? `${characters.slice(0, changes_MAX_SHOWN - 1).join('')}…` : text;
}
function promptPieces(before, after) {
    if (before === null || after === null)
        return replaced(before, after);
    const [old, now] = [wordsOf(before), wordsOf(after)];
    const changes = diffArrays(old, now, { comparator: isSameWord, maxEditLength: MAX_CHANGED_WORDS });
    const runs = changes?.map(({ value, added, removed }) => [added ? 'added' : removed ? 'removed' : 'same', value]) ??
        middleReplaced(old, now);
    return runs.flatMap(([kind, words]) => (words.length === 0 ? [] : [{ kind, text: textOf(words) }]));
}
function middleReplaced(old, now) {
    const [start, end] = sharedEnds(old, now);
    return [
        ['same', now.slice(0, start)],
        ['removed', old.slice(start, old.length - end)],
        ['added', now.slice(start, now.length - end)],
        ['same', now.slice(now.length - end)],
    ];
}


/***/ })

};
