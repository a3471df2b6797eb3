export const id = 5993;
export const ids = [5993];
export const modules = {

/***/ 55993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  generateAtDesk: () => (/* binding */ generateAtDesk)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/files/half-files.js
var half_files = __webpack_require__(58520);
// EXTERNAL MODULE: ./lib/ledger/journal.js
var ledger_journal = __webpack_require__(54502);
// EXTERNAL MODULE: ./lib/lib/errors.js
var errors = __webpack_require__(75892);
// EXTERNAL MODULE: ./lib/desk/ledger.js
var desk_ledger = __webpack_require__(14376);
// EXTERNAL MODULE: ./lib/lib/figures.js
var figures = __webpack_require__(38402);
// EXTERNAL MODULE: ./lib/pipeline/narrator.js
var narrator = __webpack_require__(43621);
// EXTERNAL MODULE: ./lib/desk/plan.js
var plan = __webpack_require__(43514);
;// CONCATENATED MODULE: ./lib/desk/progress.js



function createProgress(terminal, clock) {
    const plain = (0,narrator/* createNarrator */.M)(terminal, clock);
    if (!terminal.isLive)
        return { ...plain, plan: async (planned) => (0,plan/* tellPlan */.f)(planned, terminal), end() { } };
    const started = clock.now();
    const rows = new Map();
    const files = new Map();
    const costs = [];
    let total = 0;
    let ended = 0;
    let ticking = null;
    function draw() {
        if (ticking === null)
            return;
        const { rows: height, columns } = terminal.size();
        const widest = Math.min(40, Math.max(...[...rows.keys()].map((name) => name.length), 0));
        const lines = [...rows].map(([name, { since, state }]) => `  ${name.padEnd(widest)}  ${state}, ${seconds(clock.now() - since)}`);
        const room = Math.max(1, height - 4);
        const shown = lines.length > room ? [...lines.slice(0, room - 1), `  and ${lines.length - room + 1} more`] : lines;
        const facts = [
            `${ended} of ${total} done`,
            ...(costs.length > 0 ? [(0,figures/* usd */.dR)((0,figures/* sumUsd */.eg)(costs))] : []),
            seconds(clock.now() - started),
        ];
        terminal.redraw([...shown, facts.join(' · ')].map((line) => terminal.styled('dim', terminal.printable(cut(line, columns - 1)))));
    }
    function put(name, state) {
        rows.set(name, { since: rows.get(name)?.since ?? clock.now(), state });
        draw();
    }
    function end() {
        if (ticking !== null)
            clearInterval(ticking);
        ticking = null;
        terminal.redraw([]);
    }
    return {
        async plan(planned) {
            await (0,plan/* tellPlan */.f)(planned, terminal);
        },
        start(tasks, concurrency, paid) {
            plain.start(tasks, concurrency, paid);
            total = tasks.length;
            if (total === 0)
                return;
            ticking = setInterval(draw, 1_000);
            ticking.unref();
            draw();
        },
        event(name, event) {
            if (event.event === 'submitted')
                put(name, 'submitted');
            else if (event.event === 'adopted')
                put(name, 'collecting, already paid for');
            else if (event.event === 'state')
                put(name, (0,narrator/* stateText */.r)(event.state));
            else if (event.event === 'trouble' || event.event === 'expired')
                plain.event(name, event);
        },
        saved(name, image) {
            files.set(name, [...(files.get(name) ?? []), savedText(image)]);
        },
        ended(name, outcome) {
            const { failure, tookMs, notes, told, adopted } = outcome;
            const cost = adopted ? null : outcome.cost;
            ended += 1;
            rows.delete(name);
            if (cost !== null)
                costs.push(cost);
            draw();
            for (const text of told)
                terminal.info(`  ${name}: RunComfy returned ${text}`);
            for (const { kind, about } of notes)
                if (kind === 'side-file')
                    terminal.info(`  Not saved (not a failure): ${about}`);
            const facts = [...(tookMs === null ? [] : [(0,figures/* duration */.p0)(tookMs)]), ...(cost === null ? [] : [(0,figures/* usd */.dR)(cost)])];
            const besides = facts.length === 0 ? '' : `  ${terminal.styled('dim', facts.join(', '))}`;
            const paths = files.get(name) ?? [];
            const mark = failure === null ? terminal.styled('green', '✓') : terminal.styled('red', '✗');
            const text = failure === null ? paths.slice(0, 1).join('') : failure.text;
            terminal.line(`${mark} ${terminal.printable(name)}  ${terminal.printable(text)}${besides}`);
            for (const path of failure === null ? paths.slice(1) : paths)
                terminal.info(`  ${path}`);
        },
        over(runResult) {
            end();
            plain.over(runResult);
        },
        end,
    };
}
function savedText({ path, width, height, bytes, changed }) {
    const dimensions = width === null || height === null ? '' : `${width}×${height}, `;
    return `${path} (${dimensions}${(0,figures/* size */.Ej)(bytes)}${changed ? '' : ', unchanged'})`;
}
function seconds(ms) {
    return ms < 1_000 ? '0 s' : (0,figures/* duration */.p0)(Math.floor(ms / 1_000) * 1_000);
}
function cut(line, columns) {
    return line.length <= columns ? line : `${line.slice(0, Math.max(1, columns - 1))}…`;
}

// EXTERNAL MODULE: ./lib/desk/repository.js
var desk_repository = __webpack_require__(55533);
// EXTERNAL MODULE: ./lib/desk/state.js
var state = __webpack_require__(85724);
;// CONCATENATED MODULE: ./lib/desk/generate.js








async function generateAtDesk(inputs, { ports, services, terminal, call, repository, approval, signals }) {
    const service = await services.service(inputs.apiUrl);
    if (service === null)
        throw noToken();
    const journal = (0,ledger_journal/* openJournal */._)(call.journal);
    const narrator = createProgress(terminal, ports.clock);
    const generatePorts = {
        ...ports,
        http: await services.http(),
        service,
        serverless: () => services.serverless(inputs.deploymentsUrl),
        artifacts: {
            unsupported: 'Artifacts belong to workflows.',
            prepare: async () => { },
            upload: () => Promise.reject(new Error('there are no artifacts at the desk')),
        },
        journal,
        identity: (0,desk_repository/* whoAsks */.NM)(repository, external_node_path_.basename(call.folder)),
        claims: CLAIMS,
        async openLedger({ record, forced }) {
            const others = call.others();
            if (others.every(({ pid }) => pid === null))
                await (0,half_files/* removeHalfFiles */.h)([...new Set(others.flatMap(({ left }) => left.placing))]);
            const ledger = (0,desk_ledger/* openDeskLedger */.n)({
                others: inputs.collect === null ? others : [],
                journal,
                clock: ports.clock,
                record,
                forced,
                isManifest: inputs.manifest !== null,
                lookUp: inputs.resume,
            });
            (0,state/* tidy */.DZ)(others, ports.clock.date());
            return ledger;
        },
        narrator,
        approval,
        handOver: () => { },
        preview: async () => null,
    };
    try {
        const { generate } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 35820));
        return await generate(inputs, generatePorts, signals);
    }
    finally {
        narrator.end();
    }
}
const CLAIMS = { countUse: () => 1, takeFile: () => true, mayReplace: false };
function noToken() {
    return new errors/* ActionError */.lZ('bad-input', 'There is no RunComfy API token: RUNCOMFY_TOKEN is not set.', {
        advice: 'Copy your token from runcomfy.com (Profile, API Token), and set it: `export RUNCOMFY_TOKEN=...`. Nothing was sent.',
    });
}


/***/ }),

/***/ 58520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ removeHalfFiles)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


async function removeHalfFiles(folders) {
    for (const folder of folders) {
        const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder).catch(() => []);
        const halves = names.filter((name) => /^\.[0-9a-f-]{36}\.part$/.test(name));
        await Promise.allSettled(halves.map((name) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(folder, name), { force: true })));
    }
}


/***/ })

};
