export const id = 5184;
export const ids = [5184,1383];
export const modules = {

/***/ 95184:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runDesk: () => (/* binding */ runDesk)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/files/workspace.js
var files_workspace = __webpack_require__(36822);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./lib/lib/errors.js
var errors = __webpack_require__(75892);
// EXTERNAL MODULE: ./lib/lib/nearest.js
var nearest = __webpack_require__(42757);
// EXTERNAL MODULE: ./lib/inputs/table.js
var table = __webpack_require__(34565);
// EXTERNAL MODULE: ./lib/inputs/values.js
var values = __webpack_require__(97035);
;// CONCATENATED MODULE: ./lib/inputs/command-line.js





class CommandLineError extends errors/* ActionError */.lZ {
    constructor(message) {
        super('bad-input', message);
    }
}
function readCommandLine(given, switches) {
    const isBare = (name) => Object.hasOwn(switches, name) || ((0,table/* isInputName */.wp)(name) && table/* INPUTS */.mc[name].kind === values/* boolean */.zM);
    const options = Object.fromEntries([...table/* INPUT_NAMES */.Qh, ...Object.keys(switches)].map((name) => {
        const short = switches[name] ?? null;
        return [
            name,
            { type: isBare(name) ? 'boolean' : 'string', ...(short === null ? {} : { short }) },
        ];
    }));
    const { tokens } = (0,external_node_util_.parseArgs)({ args: [...given], options, strict: false, allowPositionals: true, tokens: true });
    const inputs = new Map();
    const found = new Set();
    const words = [];
    let taken = -1;
    for (const [position, token] of tokens.entries()) {
        if (position === taken || token.kind === 'option-terminator')
            continue;
        if (token.kind === 'positional') {
            words.push(token.value);
            continue;
        }
        const { name, rawName, value, inlineValue } = token;
        if (Object.hasOwn(switches, name)) {
            if (value !== undefined)
                throw new CommandLineError(`${rawName} takes no value.`);
            found.add(name);
            continue;
        }
        if (!(0,table/* isInputName */.wp)(name))
            throw new CommandLineError(unknown(rawName, name, [...table/* INPUT_NAMES */.Qh, ...Object.keys(switches)]));
        if (inputs.has(name))
            throw new CommandLineError(`${rawName} is given twice.`);
        const next = tokens[position + 1];
        if (value !== undefined && (inlineValue === true || !value.startsWith('--')))
            inputs.set(name, value);
        else if (!isBare(name))
            throw new CommandLineError(`${rawName} needs a value: ${rawName} VALUE, or ${rawName}=VALUE if it begins with --.`);
        else if (next?.kind === 'positional' && values/* boolean */.zM.parse(next.value) !== undefined) {
            inputs.set(name, next.value);
            taken = position + 1;
        }
        else
            inputs.set(name, 'true');
    }
    return { inputs: Object.fromEntries(inputs), switches: found, words };
}
function unknown(rawName, name, known) {
    const meant = (0,nearest/* nearest */.p)(name, known);
    return `There is no option ${rawName}. ${meant === null ? 'To list all options, use --help.' : `Did you mean --${meant}?`}`;
}
function optionHelp(name, description, width) {
    const indent = ' '.repeat(6);
    const lines = [];
    let line = '';
    for (const word of description.split(/\s+/)) {
        if (line !== '' && indent.length + line.length + 1 + word.length > width) {
            lines.push(line);
            line = word;
        }
        else
            line = line === '' ? word : `${line} ${word}`;
    }
    return [`  ${name}`, ...[...lines, line].map((text) => indent + text)].join('\n');
}

// EXTERNAL MODULE: ./lib/inputs/inputs.js + 3 modules
var inputs_inputs = __webpack_require__(78631);
// EXTERNAL MODULE: ./lib/inputs/secrets.js
var secrets = __webpack_require__(59516);
// EXTERNAL MODULE: ./lib/ledger/who-asks.js
var who_asks = __webpack_require__(42388);
// EXTERNAL MODULE: ./lib/lib/clock.js
var clock = __webpack_require__(75953);
// EXTERNAL MODULE: ./lib/lib/json.js
var json = __webpack_require__(68173);
// EXTERNAL MODULE: ./lib/report/text.js
var report_text = __webpack_require__(44639);
// EXTERNAL MODULE: ./lib/services.js + 1 modules
var lib_services = __webpack_require__(41678);
// EXTERNAL MODULE: ./lib/lib/figures.js
var figures = __webpack_require__(38402);
;// CONCATENATED MODULE: ./lib/desk/approval.js


function approvalAt(terminal, yes, cancelled) {
    return {
        async ask(purchase) {
            if (yes)
                return;
            if (!terminal.canAsk) {
                throw new errors/* ActionError */.lZ('not-approved', `Not submitted: without a terminal, nobody can approve ${priced(purchase)}.`, {
                    advice: 'To spend without being asked, add `--yes`.',
                });
            }
            const answer = await terminal.ask(`Submit ${priced(purchase)}? [y/N] `, cancelled).catch((cause) => {
                throw new errors/* ActionError */.lZ('cancelled', 'Cancelled. Nothing was submitted.', { cause });
            });
            if (!/^y(es)?$/i.test(answer.trim()))
                throw new errors/* ActionError */.lZ('not-approved', 'Not approved. Nothing was submitted.');
        },
        async askAnew() {
            if (yes)
                return;
            throw new errors/* ActionError */.lZ('not-approved', 'It would have to be generated, and paid for, beyond what was approved.', {
                advice: 'It was not submitted. Run the same command again: it asks before it spends.',
            });
        },
    };
}
function priced({ requests, usd: least, unpriced }) {
    const unknown = unpriced === 0
        ? ''
        : unpriced === requests
            ? 'at a price that is not known'
            : `plus ${unpriced} at a price that is not known`;
    const known = unpriced === requests ? '' : `from ${(0,figures/* usd */.dR)(least)}`;
    return `${(0,figures/* counted */.hS)(requests, 'request')}, ${[known, unknown].filter((text) => text !== '').join(', ')}`;
}

;// CONCATENATED MODULE: ./lib/desk/help.js





const COMMANDS = [
    ['plan', 'Tell what would be made, why, and at what price. Spends nothing.'],
    ['generate', 'Make what is new or has changed. Asks before it spends.'],
    ['check', 'Fail if manifest, lock and files disagree. Needs no token and no network.'],
    ['accept', 'Take retouched files into the lock. Needs no token and no network.'],
];
const COMMAND_NAMES = COMMANDS.map(([name]) => name);
const OWN = [
    ['--yes, -y', 'Spend without asking.'],
    ['--help, -h', 'Show this text.'],
    ['--version', 'Show the version.'],
];
function isForDesk(name) {
    const input = table/* INPUTS */.mc[name];
    return !('workflowOnly' in input);
}
async function helpText(home, width) {
    const descriptions = await descriptionsIn(external_node_path_.join(home, 'action.yml'));
    const inputs = table/* INPUT_NAMES */.Qh.filter(isForDesk).map((name) => {
        const by = table/* INPUTS */.mc[name].default === '' ? '' : ` (default: ${table/* INPUTS */.mc[name].default})`;
        return optionHelp(`--${name}`, `${descriptions.get(name) ?? ''}${by}`, width);
    });
    return [
        'Turns prompts into images with RunComfy. Needs an API token in RUNCOMFY_TOKEN.',
        '',
        '  runcomfy-action plan --manifest images.yml',
        '  runcomfy-action generate --manifest images.yml',
        '  runcomfy-action generate --prompt "a red fox in the snow" --count 2',
        '',
        'Commands',
        ...COMMANDS.map(([name, does]) => optionHelp(name, does, width)),
        '',
        'Options',
        ...OWN.map(([name, does]) => optionHelp(name, does, width)),
        '',
        'Inputs. Paths are relative to the top folder of the repository, or to the current one.',
        ...inputs,
    ].join('\n');
}
async function descriptionsIn(file) {
    const { parse } = await __webpack_require__.e(/* import() */ 8815).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
    const text = await (0,promises_.readFile)(file, 'utf8').catch(() => '');
    const inputs = (0,json/* jsonObject */.o$)((0,json/* jsonObject */.o$)(parse(text))?.inputs) ?? {};
    return new Map(Object.entries(inputs).map(([name, input]) => [name, String((0,json/* jsonObject */.o$)(input)?.description ?? '').trim()]));
}

// EXTERNAL MODULE: ./lib/desk/ledger.js
var ledger = __webpack_require__(14376);
// EXTERNAL MODULE: ./lib/desk/plan.js
var desk_plan = __webpack_require__(43514);
// EXTERNAL MODULE: ./lib/desk/repository.js
var desk_repository = __webpack_require__(55533);
// EXTERNAL MODULE: ./lib/desk/state.js
var state = __webpack_require__(85724);
// EXTERNAL MODULE: external "node:readline/promises"
var external_node_readline_promises_ = __webpack_require__(26848);
;// CONCATENATED MODULE: ./lib/desk/terminal.js



async function createTerminal({ stdin, stdout, stderr }, redacted) {
    const printable = (0,report_text/* printableBy */.b5)(redacted);
    const isLive = stdout.isTTY === true && process.env.TERM !== 'dumb';
    const update = isLive ? (await __webpack_require__.e(/* import() */ 8677).then(__webpack_require__.bind(__webpack_require__, 98677))).createLogUpdate(stdout, { showCursor: true }) : null;
    const live = liveLines(update);
    const styled = (style, text, stream = stdout) => (0,external_node_util_.styleText)(style, text, { stream, validateStream: true });
    const annotated = new Set();
    function print(text, stream) {
        live.hide();
        stream.write(`${text}\n`);
        live.show();
    }
    function labelled(label, style, message) {
        print(`${styled(style, `${label}:`, stderr)} ${printable(message)}`, stderr);
    }
    return {
        info: (text) => print(printable(text), stdout),
        warning: async (message) => labelled('Warning', 'yellow', message),
        notice: async (message) => print(printable(message), stdout),
        async annotate(level, message, { file, line, column }) {
            annotated.add(`- ${message}`);
            labelled(`${printable(file)}:${line}:${column}: ${level}`, level === 'error' ? 'red' : 'yellow', message);
        },
        async group(title, work) {
            print(printable(title), stdout);
            return work();
        },
        async error(message) {
            const news = message.split('\n').filter((line) => !annotated.has(line));
            labelled('Error', 'red', news.join('\n').replace(/:$/, '.'));
        },
        styled,
        line: (text) => print(text, stdout),
        redacted,
        printable,
        isLive,
        size: () => ({ rows: stdout.rows || 24, columns: stdout.columns || 80 }),
        redraw: live.set,
        canAsk: stdin.isTTY === true && stderr.isTTY === true,
        async ask(question, signal) {
            const asked = (0,external_node_readline_promises_.createInterface)({ input: stdin, output: stderr, terminal: false });
            const ended = new AbortController();
            asked.once('close', () => ended.abort());
            try {
                return await asked.question(printable(question), { signal: AbortSignal.any([signal, ended.signal]) });
            }
            catch (error) {
                signal.throwIfAborted();
                if (ended.signal.aborted)
                    return '';
                throw error;
            }
            finally {
                asked.close();
            }
        },
    };
}
function liveLines(update) {
    let shown = [];
    const hide = () => {
        if (shown.length > 0)
            update?.clear();
    };
    const show = () => {
        if (shown.length > 0)
            update?.(shown.join('\n'));
    };
    return {
        set(lines) {
            if (lines.length === 0)
                hide();
            shown = lines;
            show();
        },
        hide,
        show,
    };
}

;// CONCATENATED MODULE: ./lib/desk/desk.js






















const SWITCHES = { yes: 'y', help: 'h', version: null };
async function runDesk(desk, signals) {
    const { env, streams } = desk;
    let terminal = await createTerminal(streams, (0,report_text/* redactor */.$p)((0,lib_services/* secretsIn */.V)((0,secrets/* givenToken */.vE)('', env).trim())));
    try {
        const line = readCommandLine(desk.words, SWITCHES);
        const token = (0,secrets/* givenToken */.vE)(line.inputs['api-token'], env).trim();
        terminal = await createTerminal(streams, (0,report_text/* redactor */.$p)((0,lib_services/* secretsIn */.V)(token)));
        if (line.switches.has('help') || desk.words.length === 0) {
            terminal.line(await helpText(desk.home, Math.min(terminal.size().columns, 100)));
            return desk.words.length === 0 ? 1 : 0;
        }
        if (line.switches.has('version')) {
            terminal.line(await versionOf(desk.home));
            return 0;
        }
        const { error: tell } = terminal;
        process.on('uncaughtException', (error) => {
            void tell(`This command failed with an unexpected error: ${error.message}`);
            process.exit(1);
        });
        const failure = await carryOut(commandOf(line), line, token, desk, terminal, signals);
        if (failure === null)
            return 0;
        await terminal.error(failure.text);
    }
    catch (error) {
        const failure = (0,errors/* asActionError */.z6)(error, 'This command failed with an unexpected error');
        if (failure.kind === 'internal' && error instanceof Error)
            terminal.info(error.stack ?? '');
        await terminal.error(failure.text);
    }
    return 1;
}
function commandOf({ words, inputs }) {
    const [word, ...more] = words;
    if (inputs.mode !== undefined)
        throw new CommandLineError('--mode is for workflows. Write the command itself, for example `plan`.');
    if (word === undefined)
        throw new CommandLineError(`A command is missing: ${COMMAND_NAMES.join(', ')}.`);
    const command = COMMAND_NAMES.find((name) => name === word);
    if (command === undefined) {
        const meant = (0,nearest/* nearest */.p)(word, COMMAND_NAMES);
        const then = meant === null ? `The commands are ${COMMAND_NAMES.join(', ')}.` : `Did you mean ${meant}?`;
        throw new CommandLineError(`There is no command "${word}". ${then}`);
    }
    if (more.length > 0)
        throw new CommandLineError(`Unexpected "${more[0]}". Options begin with --, and values with spaces need quotes.`);
    return command;
}
async function carryOut(command, line, token, desk, terminal, signals) {
    const folder = currentFolder(desk);
    const repository = (0,desk_repository/* findRepository */.W1)(folder);
    const workspace = await (0,files_workspace/* openWorkspace */.OH)(repository.root);
    const inputs = await (0,inputs_inputs/* readInputs */.K)(rawInputs(command, line, token, folder, repository), workspace, terminal.redacted);
    await tellUnused(line, terminal);
    const services = (0,lib_services/* createServices */.h)({ env: desk.env, token, redacted: terminal.redacted });
    const ports = {
        log: terminal,
        workflow: null,
        temp: (0,external_node_os_.tmpdir)(),
        redacted: terminal.redacted,
        workspace,
        clock: clock/* systemClock */.m,
        cancelled: signals.cancelled,
    };
    if (command === 'generate') {
        const call = openCallFor(repository, desk.env);
        const approval = approvalAt(terminal, line.switches.has('yes'), signals.cancelled);
        const sources = { ports: { ...ports, temp: call.folder }, services, terminal, call, repository, approval, signals };
        const { generateAtDesk } = await __webpack_require__.e(/* import() */ 5993).then(__webpack_require__.bind(__webpack_require__, 55993));
        return generateAtDesk(inputs, sources).finally(call.end);
    }
    const { manifest } = inputs;
    if (manifest === null)
        throw new Error(`${command} without a manifest`);
    if (command === 'check')
        return (await Promise.all(/* import() */[__webpack_require__.e(2368), __webpack_require__.e(3156), __webpack_require__.e(7212), __webpack_require__.e(7401), __webpack_require__.e(9149), __webpack_require__.e(4672)]).then(__webpack_require__.bind(__webpack_require__, 96936))).check(manifest, inputs, ports);
    if (command === 'accept') {
        (0,ledger/* refuseWhileRunning */.P)(callsFor(repository, desk.env), (0,who_asks/* manifestRecord */.Db)((0,desk_repository/* whoAsks */.NM)(repository, ''), workspace.shown(manifest)));
        await (await Promise.all(/* import() */[__webpack_require__.e(2368), __webpack_require__.e(3156), __webpack_require__.e(7212), __webpack_require__.e(7401), __webpack_require__.e(9149), __webpack_require__.e(2424)]).then(__webpack_require__.bind(__webpack_require__, 94276))).accept(manifest, inputs, ports);
    }
    else
        await startPlan(manifest, inputs, ports, services, terminal);
    return null;
}
function currentFolder({ folder }) {
    try {
        return folder();
    }
    catch (cause) {
        throw new errors/* ActionError */.lZ('bad-input', 'The current folder no longer exists.', { cause });
    }
}
function rawInputs(command, { inputs }, token, folder, repository) {
    const forDesk = Object.fromEntries(table/* INPUT_NAMES */.Qh.flatMap((name) => (isForDesk(name) && inputs[name] !== undefined ? [[name, inputs[name]]] : [])));
    const given = (0,desk_repository/* fromWorkspace */.mr)(forDesk, folder, repository);
    return { ...given, 'api-token': token, mode: command, 'upload-artifact': 'false', summary: 'false' };
}
async function tellUnused({ inputs }, terminal) {
    const unused = table/* INPUT_NAMES */.Qh.filter((name) => !isForDesk(name) && inputs[name] !== undefined);
    if (unused.length > 0)
        await terminal.notice(`Not used outside of a workflow: ${unused.map((name) => `--${name}`).join(', ')}.`);
    if (inputs['api-token'] !== undefined)
        await terminal.warning('Other programs can see a token on the command line, and the shell keeps it in its history. Set RUNCOMFY_TOKEN instead.');
}
function openCallFor({ common }, env) {
    try {
        return (0,state/* openCall */.LJ)((0,state/* repositoryState */.Oh)((0,state/* stateFolder */.yp)(env, process.platform), common), new Date());
    }
    catch (error) {
        throw new errors/* ActionError */.lZ('save-failed', `The journal of paid requests cannot be written: ${(0,errors/* asActionError */.z6)(error, 'the state folder').message}.`, {
            advice: 'Nothing was submitted. Free up disk space, or set XDG_STATE_HOME to a writable folder.',
        });
    }
}
function callsFor({ common }, env) {
    try {
        return (0,state/* callsOf */.p9)((0,state/* repositoryState */.Oh)((0,state/* stateFolder */.yp)(env, process.platform), common));
    }
    catch {
        return [];
    }
}
async function startPlan(manifest, inputs, ports, services, terminal) {
    const service = await services.service(inputs.apiUrl);
    const { plan } = await Promise.all(/* import() */[__webpack_require__.e(2368), __webpack_require__.e(3156), __webpack_require__.e(7212), __webpack_require__.e(7401), __webpack_require__.e(9149), __webpack_require__.e(8647)]).then(__webpack_require__.bind(__webpack_require__, 67667));
    const serverless = () => services.serverless(inputs.deploymentsUrl);
    const tell = (rows) => (0,desk_plan/* tellPlan */.f)(rows, terminal);
    await plan(manifest, inputs, { ...ports, service, serverless, tell, comment: async () => null });
    if (service === null)
        terminal.info('Without a token in RUNCOMFY_TOKEN, prices are not known.');
}
async function versionOf(home) {
    const { version } = (0,json/* jsonObject */.o$)(JSON.parse(await (0,promises_.readFile)(external_node_path_.join(home, 'package.json'), 'utf8'))) ?? {};
    return String(version);
}


/***/ }),

/***/ 14376:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ refuseWhileRunning),
/* harmony export */   n: () => (/* binding */ openDeskLedger)
/* harmony export */ });
/* harmony import */ var _ledger_ledger_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54648);
/* harmony import */ var _ledger_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96852);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75892);
/* harmony import */ var _lib_request_id_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(31706);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85724);





function openDeskLedger(options) {
    const { others, journal, clock, record, forced, isManifest, lookUp } = options;
    const same = others.filter(({ left }) => left.run.record === record);
    if (isManifest)
        refuseWhileRunning(others, record);
    const over = same.filter(({ pid, left }) => pid === null || left.told);
    const requests = lookUp ? requestsOf(over) : new Map();
    const delivered = (0,_state_js__WEBPACK_IMPORTED_MODULE_3__/* .deliveredBy */ .Oj)(others.filter(({ left }) => left.told));
    const any = (0,_ledger_record_js__WEBPACK_IMPORTED_MODULE_1__/* .requestsByOrder */ .s4)(requests);
    const open = (0,_ledger_record_js__WEBPACK_IMPORTED_MODULE_1__/* .requestsByOrder */ .s4)(withoutDelivered(requests, delivered));
    const entries = (0,_ledger_ledger_js__WEBPACK_IMPORTED_MODULE_0__/* .journalOf */ .PR)(journal, clock);
    const known = (task) => (isManifest && !forced.has(task.id) ? any : open).get((0,_ledger_record_js__WEBPACK_IMPORTED_MODULE_1__/* .orderOf */ .mJ)(task));
    return {
        paid(task) {
            const entry = known(task);
            if (entry === undefined || (0,_ledger_record_js__WEBPACK_IMPORTED_MODULE_1__/* .isDead */ .XU)(entry.ending))
                return null;
            const { requestId, ending, acceptedAt } = entry;
            return { requestId, ending, acceptedAt, whenGone: 'submit' };
        },
        submitting: entries.submitting,
        refused: entries.refused,
        accepted: (task, requestId) => entries.accepted(task, requestId, (0,_ledger_ledger_js__WEBPACK_IMPORTED_MODULE_0__/* .dateAfter */ .zL)(any.get((0,_ledger_record_js__WEBPACK_IMPORTED_MODULE_1__/* .orderOf */ .mJ)(task)), clock)),
        adopted(task, requestId) {
            const onRecord = requests.get((0,_ledger_record_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)({ order: (0,_ledger_record_js__WEBPACK_IMPORTED_MODULE_1__/* .orderOf */ .mJ)(task), requestId }));
            entries.accepted(task, requestId, onRecord?.acceptedAt ?? clock.date());
        },
        ended: entries.ended,
        isKept: journal.isComplete,
        collectBy: 'Run the same command again',
        close: async () => { },
    };
}
function requestsOf(calls) {
    const requests = new Map();
    for (const { left } of calls) {
        for (const request of [...left.replaced, ...left.requests]) {
            const entry = entryOf(request, left);
            const key = (0,_ledger_record_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)(entry);
            if (!(0,_ledger_record_js__WEBPACK_IMPORTED_MODULE_1__/* .isDead */ .XU)(requests.get(key)?.ending ?? null))
                requests.set(key, entry);
        }
    }
    return new Map([...requests].filter(([, { ending }]) => ending !== 'refused' && ending !== 'empty'));
}
function withoutDelivered(requests, delivered) {
    const youngest = new Map();
    for (const { order, requestId, acceptedAt } of requests.values())
        if (requestId !== null && delivered.has(requestId))
            youngest.set(order, Math.max(acceptedAt, youngest.get(order) ?? 0));
    const isOpen = ({ order, requestId, acceptedAt }) => requestId === null ? acceptedAt > (youngest.get(order) ?? 0) : !delivered.has(requestId);
    return new Map([...requests].filter(([, entry]) => isOpen(entry)));
}
function entryOf({ order, requestId, deployment, acceptedAt, ending }, { run }) {
    const isKnown = requestId !== null && (0,_lib_request_id_js__WEBPACK_IMPORTED_MODULE_4__/* .isRequestId */ .h)(requestId);
    return {
        order,
        requestId: isKnown ? requestId : null,
        ...(deployment === undefined ? {} : { deployment }),
        ending: isKnown ? ending : 'unknown',
        acceptedAt,
        seenAt: acceptedAt,
        runId: run.runId,
        attempt: run.attempt,
    };
}
function refuseWhileRunning(others, record) {
    const running = others.find(({ pid, left }) => pid !== null && left.run.record === record && !left.told);
    if (running === undefined)
        return;
    throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ('already-running', `Process ${running.pid} is already generating the images of this manifest.`, { advice: 'Nothing was submitted or changed. Wait until it has ended, then run this again.' });
}


/***/ }),

/***/ 43514:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ tellPlan)
/* harmony export */ });
/* harmony import */ var _report_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41383);

const MARKS = {
    new: ['+', 'green'],
    changed: ['~', 'yellow'],
    forced: ['!', 'yellow'],
    modified: ['?', 'cyan'],
    orphaned: ['-', 'dim'],
};
async function tellPlan(plan, terminal) {
    const { styled, printable } = terminal;
    const rows = plan.filter(({ action }) => action !== 'unchanged');
    const widest = Math.min(50, Math.max(0, ...rows.map(({ id }) => id.length)));
    for (const { id, action, reasons, price } of rows) {
        const [mark, style] = MARKS[action] ?? [' ', 'dim'];
        const facts = [action, ...((0,_report_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .isMade */ .sX)({ action }) ? [(0,_report_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .priceText */ .BC)(price)] : [])].join(', ');
        terminal.line(`${styled(style, mark)} ${printable(id).padEnd(widest)}  ${styled(style, facts)}`);
        const news = action === 'new' ? reasons.filter((reason) => reason !== 'not in the lock') : reasons;
        for (const reason of news)
            terminal.line(`    ${styled('dim', printable(reason))}`);
    }
    for (const note of (0,_report_plan_js__WEBPACK_IMPORTED_MODULE_0__.priceNotes)(plan))
        terminal.info(`Price of ${note}`);
    terminal.line(`${styled('bold', `Plan: ${(0,_report_plan_js__WEBPACK_IMPORTED_MODULE_0__.planTitle)(plan)}.`)}`);
}


/***/ }),

/***/ 55533:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NM: () => (/* binding */ whoAsks),
/* harmony export */   W1: () => (/* binding */ findRepository),
/* harmony export */   mr: () => (/* binding */ fromWorkspace)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


function findRepository(folder) {
    const here = node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(folder);
    for (let root = here;; root = node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(root)) {
        const git = node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, '.git');
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(git))
            return { root, common: commonFolder(git) };
        if (root === node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(root))
            return { root: here, common: here };
    }
}
function commonFolder(git) {
    const own = named(git, /^gitdir: (.+?)\s*$/m) ?? git;
    return named(node_path__WEBPACK_IMPORTED_MODULE_1__.join(own, 'commondir'), /^(.+?)\s*$/m) ?? own;
}
function named(file, pattern) {
    try {
        const name = pattern.exec((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8'))?.[1];
        return name === undefined ? null : node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(file), name));
    }
    catch {
        return null;
    }
}
const FILES = ['manifest', 'prompt-file', 'workflow'];
function fromWorkspace(inputs, folder, { root }) {
    const here = node_path__WEBPACK_IMPORTED_MODULE_1__.relative(root, node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(folder));
    if (here === '')
        return inputs;
    const moved = FILES.flatMap((name) => {
        const given = inputs[name]?.trim() ?? '';
        const isHere = given !== '' && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, here, given));
        return isHere ? [[name, node_path__WEBPACK_IMPORTED_MODULE_1__.join(here, given).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/')]] : [];
    });
    return { ...inputs, ...Object.fromEntries(moved) };
}
function whoAsks({ common }, runId) {
    const nobody = { workflow: '', job: '', call: '', step: '', ref: '', attempt: 1 };
    return { ...nobody, repository: common, runId, pull: 0, drawsAnew: true };
}


/***/ }),

/***/ 85724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DZ: () => (/* binding */ tidy),
/* harmony export */   LJ: () => (/* binding */ openCall),
/* harmony export */   Oh: () => (/* binding */ repositoryState),
/* harmony export */   Oj: () => (/* binding */ deliveredBy),
/* harmony export */   p9: () => (/* binding */ callsOf),
/* harmony export */   yp: () => (/* binding */ stateFolder)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _ledger_leftover_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(90294);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(75892);






const JOURNAL = 'journal.jsonl';
const PROCESS = 'process';
const KEPT_MS = 60 * 24 * 3_600_000;
function stateFolder(env, platform) {
    const given = env.XDG_STATE_HOME ?? '';
    if (node_path__WEBPACK_IMPORTED_MODULE_3__.isAbsolute(given))
        return node_path__WEBPACK_IMPORTED_MODULE_3__.join(given, 'runcomfy-action');
    if (platform === 'win32' && env.LOCALAPPDATA)
        return node_path__WEBPACK_IMPORTED_MODULE_3__.join(env.LOCALAPPDATA, 'runcomfy-action');
    const home = (0,node_os__WEBPACK_IMPORTED_MODULE_2__.homedir)();
    if (!node_path__WEBPACK_IMPORTED_MODULE_3__.isAbsolute(home))
        throw new Error('HOME is not an absolute path');
    return platform === 'darwin'
        ? node_path__WEBPACK_IMPORTED_MODULE_3__.join(home, 'Library', 'Application Support', 'runcomfy-action')
        : node_path__WEBPACK_IMPORTED_MODULE_3__.join(home, '.local', 'state', 'runcomfy-action');
}
function repositoryState(state, repository) {
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(repository).digest('hex').slice(0, 16);
    const name = node_path__WEBPACK_IMPORTED_MODULE_3__.basename(node_path__WEBPACK_IMPORTED_MODULE_3__.basename(repository) === '.git' ? node_path__WEBPACK_IMPORTED_MODULE_3__.dirname(repository) : repository);
    return node_path__WEBPACK_IMPORTED_MODULE_3__.join(state, `${name.replace(/[^\w.-]/g, '_').slice(0, 40)}-${digest}`);
}
function openCall(folder, now) {
    const own = node_path__WEBPACK_IMPORTED_MODULE_3__.join(folder, `${now.toISOString().replaceAll(':', '')}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)().slice(0, 8)}`);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(own, { recursive: true, mode: 0o700 });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(node_path__WEBPACK_IMPORTED_MODULE_3__.join(own, PROCESS), `${process.pid} ${startOf(process.pid)}`);
    return {
        folder: own,
        journal: node_path__WEBPACK_IMPORTED_MODULE_3__.join(own, JOURNAL),
        others: () => callsOf(folder).filter((call) => call.folder !== own),
        end() {
            const left = (0,_ledger_leftover_js__WEBPACK_IMPORTED_MODULE_4__/* .readJournal */ .a)(node_path__WEBPACK_IMPORTED_MODULE_3__.join(own, JOURNAL));
            if (left === null || left.requests.length + left.delivered.size === 0)
                (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(own, { recursive: true, force: true });
            else
                removeAllBut([JOURNAL, ...undelivered(left, left.delivered)], own);
        },
    };
}
function callsOf(folder) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(folder)
        .sort()
        .flatMap((name) => {
        const call = node_path__WEBPACK_IMPORTED_MODULE_3__.join(folder, name);
        const pid = livingProcess(node_path__WEBPACK_IMPORTED_MODULE_3__.join(call, PROCESS));
        const left = (0,_ledger_leftover_js__WEBPACK_IMPORTED_MODULE_4__/* .readJournal */ .a)(node_path__WEBPACK_IMPORTED_MODULE_3__.join(call, JOURNAL));
        return left === null ? [] : [{ folder: call, pid, left }];
    });
}
function tidy(calls, now) {
    const delivered = deliveredBy(calls);
    for (const { folder, pid, left } of calls) {
        if (pid !== null)
            continue;
        removeAllBut([JOURNAL, ...undelivered(left, delivered)], folder);
        try {
            const age = now - (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(node_path__WEBPACK_IMPORTED_MODULE_3__.join(folder, JOURNAL)).mtimeMs;
            if (age > KEPT_MS)
                (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(folder, { recursive: true, force: true });
        }
        catch {
        }
    }
}
function deliveredBy(calls) {
    return new Set(calls.flatMap(({ left: { requests, staged, delivered } }) => {
        const files = [...staged].map(([task, { requestId }]) => ({ task, requestId }));
        return [...requests, ...files].flatMap(({ task, requestId }) => requestId !== null && delivered.has(task) ? [requestId] : []);
    }));
}
function undelivered({ staged }, delivered) {
    return [...staged].flatMap(([task, { requestId, files }]) => delivered.has(task) || delivered.has(requestId)
        ? []
        : files.flatMap((file) => (file === null ? [] : [node_path__WEBPACK_IMPORTED_MODULE_3__.basename(file.stagedPath)])));
}
function removeAllBut(kept, folder) {
    try {
        for (const name of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(folder))
            if (!kept.includes(name))
                (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(node_path__WEBPACK_IMPORTED_MODULE_3__.join(folder, name), { recursive: true, force: true });
    }
    catch {
    }
}
function livingProcess(file) {
    try {
        const [pid = 0, start] = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(file, 'utf8').split(' ').map(Number);
        if (!(pid > 0) || pid === process.pid || !isAlive(pid))
            return null;
        if (start !== 0)
            return start === startOf(pid) ? pid : null;
        const bootedAt = Date.now() - (0,node_os__WEBPACK_IMPORTED_MODULE_2__.uptime)() * 1_000;
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(file).mtimeMs < bootedAt - 60_000 ? null : pid;
    }
    catch {
        return null;
    }
}
function isAlive(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .errorCodes */ .fv)(error).includes('EPERM');
    }
}
function startOf(pid) {
    try {
        return Number((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(`/proc/${pid}/stat`, 'utf8').split(')').at(-1)?.split(' ')[20]);
    }
    catch {
        return 0;
    }
}


/***/ }),

/***/ 90294:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ readJournal)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _lib_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68173);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96852);



function readJournal(journal) {
    let run = null;
    const requests = new Map();
    const replaced = [];
    const recorded = new Map();
    const staged = new Map();
    const saved = [];
    const placing = [];
    const delivered = new Set();
    const seen = new Set();
    for (const line of read(journal).split('\n')) {
        const entry = (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJsonObject */ .dw)(line) ?? {};
        const { task, order, at, requestId, deployment, how, path, folder, standings } = entry;
        if (typeof entry.entry === 'string')
            seen.add(entry.entry);
        if (entry.entry === 'run')
            run = runHeader((0,_lib_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o$)(entry.run) ?? {});
        if (entry.entry === 'placing' && typeof folder === 'string')
            placing.push(folder);
        if (entry.entry === 'recorded')
            for (const [name, standing] of pairs(standings))
                recorded.set(name, standing);
        if (typeof task !== 'string')
            continue;
        if (entry.entry === 'staged') {
            const files = stagedFrom(entry);
            if (files !== null)
                staged.set(task, files);
        }
        if (entry.entry === 'saved' && typeof path === 'string')
            saved.push({ task, path });
        if (entry.entry === 'delivered')
            delivered.add(task);
        if (entry.entry === 'refused')
            requests.delete(task);
        const before = requests.get(task);
        if (entry.entry === 'ended' && before !== undefined && (0,_record_js__WEBPACK_IMPORTED_MODULE_1__/* .isEnding */ .yp)(how))
            requests.set(task, { ...before, ending: how });
        if (typeof order !== 'string' || typeof at !== 'number')
            continue;
        const handle = typeof deployment === 'string' ? { deployment } : {};
        const open = { task, order, acceptedAt: at, ending: null, ...handle };
        if (entry.entry === 'submitting' && before !== undefined)
            replaced.push(before);
        if (entry.entry === 'submitting')
            requests.set(task, { ...open, requestId: null });
        if (entry.entry === 'accepted' && typeof requestId === 'string')
            requests.set(task, { ...open, requestId });
    }
    if (run === null)
        return null;
    const ends = { uploaded: seen.has('uploaded'), told: seen.has('told') };
    return { run, requests: [...requests.values()], replaced, recorded, staged, saved, placing, delivered, ...ends };
}
function read(file) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8');
    }
    catch {
        return '';
    }
}
function pairs(value) {
    if (!Array.isArray(value))
        return [];
    return value.flatMap((pair) => {
        const [name, standing] = Array.isArray(pair) ? pair : [];
        return typeof name === 'string' && typeof standing === 'string' ? [[name, standing]] : [];
    });
}
function stagedFrom({ order, requestId, seed, cost, files }) {
    if (typeof order !== 'string' || typeof requestId !== 'string' || !Array.isArray(files))
        return null;
    return {
        order,
        requestId,
        seed: numberOr(seed),
        cost: numberOr(cost),
        files: files.map((file) => stagedFileFrom((0,_lib_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o$)(file) ?? {})),
    };
}
function stagedFileFrom(file) {
    const { stagedPath, url, bytes, sha256, format, suffix, width, height, truncated, seed } = file;
    if (typeof stagedPath !== 'string' || typeof sha256 !== 'string' || typeof suffix !== 'string')
        return null;
    return {
        stagedPath,
        url: typeof url === 'string' ? url : '',
        bytes: numberOr(bytes) ?? 0,
        sha256,
        format: typeof format === 'string' ? format : null,
        suffix,
        width: numberOr(width),
        height: numberOr(height),
        truncated: truncated === true,
        seed: numberOr(seed),
    };
}
function numberOr(value) {
    return typeof value === 'number' ? value : null;
}
function runHeader({ apiUrl, deploymentsUrl, outputDir, artifact, evidence, record, runId, attempt, }) {
    if (typeof apiUrl !== 'string' || typeof outputDir !== 'string')
        return null;
    const { name, overwrite, archive, retentionDays } = (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o$)(artifact) ?? {};
    return {
        apiUrl,
        deploymentsUrl: typeof deploymentsUrl === 'string' ? deploymentsUrl : '',
        outputDir,
        artifact: typeof name !== 'string'
            ? null
            : {
                name,
                overwrite: overwrite === true,
                archive: archive !== false,
                retentionDays: typeof retentionDays === 'number' ? retentionDays : null,
            },
        evidence: Array.isArray(evidence) ? evidence.filter((file) => typeof file === 'string') : [],
        record: typeof record === 'string' ? record : null,
        runId: typeof runId === 'string' ? runId : '',
        attempt: typeof attempt === 'number' ? attempt : 1,
    };
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

/***/ 63021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   EC: () => (/* binding */ preformatted),
/* harmony export */   UF: () => (/* binding */ href),
/* harmony export */   W_: () => (/* binding */ PROSE),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   vI: () => (/* binding */ shortened)
/* harmony export */ });
function code(text) {
    return `<code>${entities(oneLine(text))}</code>`;
}
function prose(text) {
    return `<a>${entities(oneLine(text)).replace(/&#(?:36|58);/g, '<span>$&</span>')}</a>`;
}
const PROSE = /<a>((?:[^<]|<span>&#\d+;<\/span>)*)<\/a>/g;
function preformatted(text) {
    return `<pre>${entities(text.replace(/\r\n?|[\u2028\u2029]/g, '\n'))}</pre>`;
}
function oneLine(text) {
    return text.replace(/\s+/g, ' ').trim();
}
function href(url) {
    const parsed = URL.parse(url);
    return parsed !== null && /^https?:$/.test(parsed.protocol)
        ? parsed.href.replace(/[&<>"'`|\\[\]{}@]/g, (character) => `&#${character.charCodeAt(0)};`)
        : null;
}
function entities(text) {
    return (text
        .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
        .replace(/[\n!-+/:-@[-`{-~]/g, (character) => `&#${character.charCodeAt(0)};`));
}
function shortened(text, max) {
    if (text.length <= max)
        return text;
    const characters = Array.from(text.slice(0, max * 2));
    return characters.length <= max && text.length <= max * 2 ? text : `${characters.slice(0, max).join('').trimEnd()}…`;
}


/***/ }),

/***/ 75955:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D1: () => (/* binding */ isPicture),
/* harmony export */   DD: () => (/* binding */ title),
/* harmony export */   D_: () => (/* binding */ unbroken),
/* harmony export */   KQ: () => (/* binding */ dimensions),
/* harmony export */   Mj: () => (/* binding */ MAX_COMMENT_CHARACTERS),
/* harmony export */   Q0: () => (/* binding */ MAX_SUMMARY_BYTES),
/* harmony export */   VA: () => (/* binding */ weight),
/* harmony export */   VP: () => (/* binding */ artifactLink),
/* harmony export */   W6: () => (/* binding */ promptBlock),
/* harmony export */   _Q: () => (/* binding */ fitting),
/* harmony export */   bD: () => (/* binding */ problemLists),
/* harmony export */   kB: () => (/* binding */ time),
/* harmony export */   lt: () => (/* binding */ attribute),
/* harmony export */   tQ: () => (/* binding */ counts),
/* harmony export */   ut: () => (/* binding */ runLink),
/* harmony export */   xT: () => (/* binding */ keyName)
/* harmony export */ });
/* harmony import */ var _files_formats_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33075);
/* harmony import */ var _lib_figures_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38402);
/* harmony import */ var _lib_request_pages_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(81459);
/* harmony import */ var _tasks_task_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9961);
/* harmony import */ var _counts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35836);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63021);






function fitting(blocks, { max, lengthOf, rest }) {
    const lines = [];
    let left = max - lengthOf(rest(1_000_000)) - 1;
    let dropped = 0;
    for (const { head, rows, foot } of blocks) {
        const kept = [];
        let room = left - lengthOf(`${head}\n${foot}\n`);
        for (const line of rows) {
            room -= lengthOf(line) + 1;
            if (room >= 0 && dropped === 0)
                kept.push(line);
            else
                dropped += 1;
        }
        if (kept.length === 0)
            continue;
        const block = [head, ...kept, foot].filter((part) => part !== '').join('\n');
        left -= lengthOf(block) + 1;
        lines.push(block);
    }
    if (dropped > 0)
        lines.push(rest(dropped));
    return lines;
}
const MAX_PICTURE_BYTES = 5 * 1024 * 1024;
function isPicture({ format, bytes }) {
    return isShown(format) && bytes <= MAX_PICTURE_BYTES;
}
function isShown(format) {
    return format !== null && (0,_files_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNamed */ .vq)(format)?.isShown === true;
}
function title({ images, failed, skipped }, cancelled) {
    const noun = images.every(({ format }) => isShown(format)) ? 'image' : 'file';
    const made = `${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(images.length, noun)} from RunComfy`;
    if (cancelled)
        return `🚫 Cancelled: ${made}`;
    if (images.length + failed.length === 0 && skipped.length > 0)
        return `✅ ${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(skipped.length, 'image')} up to date`;
    if (failed.length === 0)
        return `🖼️ ${made}`;
    return images.length === 0 ? '❌ No images from RunComfy' : `⚠️ ${made}, ${failed.length} failed`;
}
function counts(runResult) {
    return (0,_counts_js__WEBPACK_IMPORTED_MODULE_3__/* .plainCounts */ .h)(runResult).map((text) => text.replace(/^\S+/, '**$&**'));
}
const MAX_SUMMARY_BYTES = 960 * 1024;
const MAX_COMMENT_CHARACTERS = 65_536;
function keyName(key) {
    return key === 'default' ? '' : ` · ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .shortened */ .vI)(key, 60))}`;
}
function runLink(runUrl) {
    return `<a href="${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .href */ .UF)(runUrl) ?? ''}">whole report</a>`;
}
function artifactLink({ name, url }) {
    const link = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .href */ .UF)(url);
    return link === null ? null : `<a href="${link}">Artifact ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(name)}</a>`;
}
const SHORT_PROMPT = 240;
function promptBlock(task, wholePrompt) {
    const prompt = (0,_tasks_task_js__WEBPACK_IMPORTED_MODULE_1__/* .promptOf */ .Gh)(task)?.trim() ?? null;
    const maker = `<sub>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)((0,_tasks_task_js__WEBPACK_IMPORTED_MODULE_1__/* .makerOf */ .Or)(task))}</sub>`;
    if (prompt === null)
        return (0,_tasks_task_js__WEBPACK_IMPORTED_MODULE_1__/* .makerOf */ .Or)(task) === '' ? '' : `<p>${maker}</p>`;
    const short = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .shortened */ .vI)(prompt, SHORT_PROMPT);
    const whole = short === prompt
        ? ''
        : `\n<details><summary>Whole prompt</summary>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .preformatted */ .EC)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .shortened */ .vI)(prompt, wholePrompt))}</details>`;
    return `<p>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .prose */ .CS)(short)}<br>${maker}</p>${whole}`;
}
function dimensions({ width, height }) {
    return width === null || height === null ? null : `${width}×${height}`;
}
function weight({ format, bytes }) {
    return unbroken(format === null ? (0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .size */ .Ej)(bytes) : `${format}, ${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .size */ .Ej)(bytes)}`);
}
function time(ms) {
    return unbroken((0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .duration */ .p0)(ms));
}
function unbroken(text) {
    return text.replaceAll(' ', '&nbsp;');
}
function attribute(text) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(text).slice('<code>'.length, -'</code>'.length);
}
function stateWords(state, { deployment }) {
    switch (state) {
        case 'cancelled':
            return 'Cancelled at RunComfy.';
        case 'running':
            return 'Still running at RunComfy, and may be billed.';
        case 'unknown':
            return `The response was lost. Check ${(0,_lib_request_pages_js__WEBPACK_IMPORTED_MODULE_5__/* .pagesOf */ .E)([deployment?.id ?? null])} before you run this again.`;
    }
}
function problemLists({ outcomes, failed, blocked }) {
    return [
        {
            head: '<p><b>Failed</b></p>\n<ul>',
            rows: [...failed, ...blocked].flatMap(({ task, requestId, failures }) => failures.map(({ index, error }) => item(failures.length === 1 ? task.name : `${task.name}, file ${index}`, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .prose */ .CS)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .shortened */ .vI)(error.text, 1_000)), requestId))),
            foot: '</ul>\n',
        },
        {
            head: '<p><b>Not collected</b></p>\n<ul>',
            rows: outcomes.flatMap(({ task, requestId, unsettled }) => unsettled === null ? [] : [item(task.name, stateWords(unsettled, task), requestId)]),
            foot: '</ul>\n',
        },
    ].filter(({ rows }) => rows.length > 0);
}
function item(label, text, requestId) {
    return `<li>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(label)}<br>${text}${requestId === null ? '' : `<br><sub>request ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(requestId)}</sub>`}</li>`;
}


/***/ }),

/***/ 41383:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BC: () => (/* binding */ priceText),
/* harmony export */   MM: () => (/* binding */ planSummary),
/* harmony export */   k0: () => (/* binding */ planTable),
/* harmony export */   planLines: () => (/* binding */ planLines),
/* harmony export */   planTitle: () => (/* binding */ planTitle),
/* harmony export */   priceNotes: () => (/* binding */ priceNotes),
/* harmony export */   sX: () => (/* binding */ isMade),
/* harmony export */   tx: () => (/* binding */ planComment)
/* harmony export */ });
/* harmony import */ var _lib_figures_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38402);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63021);
/* harmony import */ var _pieces_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75955);



function planTitle(plan) {
    const made = plan.filter(isMade);
    const free = made.filter(({ price }) => price === 0).length;
    return [
        `${made.length - free} to make${priceOf(made)}`,
        ...(free > 0 ? [`${free} to collect or copy`] : []),
        `${countOf(plan, 'unchanged')} unchanged`,
    ].join(', ');
}
function planFacts(plan) {
    const unknown = plan.filter((row) => isMade(row) && row.price === null).length;
    const [modified, orphaned] = [countOf(plan, 'modified'), countOf(plan, 'orphaned')];
    return [
        ...(unknown > 0 ? [`${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(unknown, 'price')} unknown`] : []),
        ...(modified > 0 ? [`${modified} modified`] : []),
        ...(orphaned > 0 ? [`${orphaned} orphaned`] : []),
    ];
}
function countOf(plan, action) {
    return plan.filter((row) => row.action === action).length;
}
function planLines(plan) {
    const lines = plan
        .filter(({ action }) => action !== 'unchanged')
        .map(({ id, action, reasons, price }) => `${id}: ${action}${reasons.length === 0 ? '' : ` (${reasons.join('; ')})`}${isMade({ action }) ? `, ${priceText(price)}` : ''}`);
    return [...lines, ...priceNotes(plan).map((note) => `Price of ${note}`)];
}
function priceNotes(plan) {
    return [
        ...new Set(plan.flatMap(({ priceNote, price }) => (priceNote === undefined || price === 0 ? [] : [priceNote]))),
    ];
}
function planTable(plan, fold = 'open') {
    const rows = plan
        .filter(({ action }) => action !== 'unchanged')
        .map(({ id, action, reasons, price }) => {
        const why = reasons.map((reason) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(reason, 400))).join('<br>');
        const facts = [action, ...(isMade({ action }) ? [priceText(price)] : [])];
        return `<tr><td>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(id)}<br><sub>${facts.join(' · ')}</sub></td><td>${why}</td></tr>`;
    });
    if (rows.length === 0)
        return [];
    const [before, after] = fold === 'open' ? ['', ''] : [`<details><summary>Plan: ${planTitle(plan)}</summary>\n`, '</details>'];
    const head = `${before}<table>\n<tr><th>Image</th><th>Why</th></tr>`;
    const notes = priceNotes(plan).map((note) => `<p>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(note, 1_000))}</p>`);
    return [{ head, rows, foot: ['</table>', ...notes, `${after}\n`].join('') }];
}
function planSummary(plan) {
    const table = (0,_pieces_js__WEBPACK_IMPORTED_MODULE_0__/* .fitting */ ._Q)(planTable(plan), { max: _pieces_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_SUMMARY_BYTES */ .Q0, lengthOf: Buffer.byteLength, rest: moreRows });
    const facts = planFacts(plan);
    return [`## Plan: ${planTitle(plan)}`, '', ...(facts.length > 0 ? [facts.join(' · '), ''] : []), ...table].join('\n');
}
function planComment({ mark, key, plan, runUrl }) {
    const head = [
        mark,
        '',
        `### 📋 Plan: ${planTitle(plan)}${(0,_pieces_js__WEBPACK_IMPORTED_MODULE_0__/* .keyName */ .xT)(key)}`,
        '',
        [...planFacts(plan), (0,_pieces_js__WEBPACK_IMPORTED_MODULE_0__/* .runLink */ .ut)(runUrl)].join(' · '),
        '',
    ];
    const max = _pieces_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_COMMENT_CHARACTERS */ .Mj - head.join('\n').length - 10;
    return [...head, ...(0,_pieces_js__WEBPACK_IMPORTED_MODULE_0__/* .fitting */ ._Q)(planTable(plan), { max, lengthOf: (text) => text.length, rest: moreRows }), ''].join('\n');
}
function moreRows(dropped) {
    return `<p>${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(dropped, 'more image')}: output <code>plan</code> and the log list all.</p>\n`;
}
function isMade({ action }) {
    return action === 'new' || action === 'changed' || action === 'forced';
}
function priceText(price) {
    return price === null ? 'price unknown' : price === 0 ? 'free' : `from ${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .usd */ .dR)(price)}`;
}
function priceOf(made) {
    const known = made.flatMap(({ price }) => (price === null || price === 0 ? [] : [price]));
    return known.length === 0 ? '' : ` from ${(0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .usd */ .dR)((0,_lib_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .sumUsd */ .eg)(known))}`;
}


/***/ })

};
