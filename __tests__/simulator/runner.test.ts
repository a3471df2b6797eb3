// The runner emulator: what a step writes and prints becomes what GitHub's runner would make of it.
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { postShouldRun } from '../../simulator/runner/action-file.ts';
import { parseCommandFile } from '../../simulator/runner/command-files.ts';
import { Masks } from '../../simulator/runner/masks.ts';
import { type RunOptions, type RunResult, runAction, runPost, startAction } from '../../simulator/runner/runner.ts';
import { parseCommand } from '../../simulator/runner/workflow-commands.ts';

const ACTION_YML = `
name: Fixture
inputs:
  model: { default: seed-model }
  two words: { default: 4 }
  flag: { default: true }
  nothing: { description: has no default }
  github-token: { default: '\${{ github.token }}' }
runs: { using: node24, main: main.mjs, post: post.mjs, post-if: always() }
`;

const POST = `console.log(JSON.stringify(process.env));`;

/** Creates an action in a new folder, with `script` (an ES module) as `main`. */
async function fixture(script: string) {
  const folder = await mkdtemp(join(tmpdir(), 'runner-fixture-'));
  await mkdir(join(folder, 'work'));
  await writeFile(join(folder, 'action.yml'), ACTION_YML);
  await writeFile(join(folder, 'main.mjs'), `import { appendFileSync } from 'node:fs';\n${script}`);
  await writeFile(join(folder, 'post.mjs'), POST);
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}

async function run(script: string, options: RunOptions = {}): Promise<RunResult> {
  await using action = await fixture(script);
  await using result = await runAction({ ...options, action: action.folder });
  return result;
}

/** Runs a step that prints exactly `text`. */
const runPrinting = (text: string, options?: RunOptions) =>
  run(`process.stdout.write(${JSON.stringify(text)})`, options);

test('a step gets inputs with their defaults, a clean environment and the event', async () => {
  process.env.FROM_THE_SHELL = 'x';
  const payload = { pull_request: { number: 7, head: { ref: 'roses' }, base: { ref: 'main' } } };
  const result = await run(
    `import { readFileSync } from 'node:fs';
     const event = JSON.parse(readFileSync(process.env.GITHUB_EVENT_PATH, 'utf8'));
     console.log(JSON.stringify({ env: process.env, cwd: process.cwd(), event }));`,
    {
      inputs: { 'two words': 'a b', 'api-token': 't' },
      env: { STAGE: 'qa' },
      event: { name: 'pull_request', payload },
    },
  );
  const { env, cwd, event } = JSON.parse(result.stdout);
  expect(env).toMatchObject({
    INPUT_MODEL: 'seed-model',
    INPUT_TWO_WORDS: 'a b',
    INPUT_FLAG: 'true',
    INPUT_NOTHING: '',
    'INPUT_GITHUB-TOKEN': 'ghs_simulatedToken',
    'INPUT_API-TOKEN': 't',
    STAGE: 'qa',
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_REF: 'refs/pull/7/merge',
    GITHUB_HEAD_REF: 'roses',
    GITHUB_REPOSITORY: 'octo-org/garden',
  });
  expect(env).not.toHaveProperty('FROM_THE_SHELL');
  expect(env).not.toHaveProperty('ACTIONS_RUNTIME_TOKEN');
  expect(env.GITHUB_WORKSPACE).toBe(cwd);
  expect(event).toEqual(payload);
  expect(result.annotations.map((one) => one.message)).toEqual([
    "Unexpected input(s) 'api-token', valid inputs are ['model', 'two words', 'flag', 'nothing', 'github-token']",
  ]);
});

test("with a simulator, GitHub's services are on it", async () => {
  const result = await run(`console.log(JSON.stringify(process.env))`, { simulator: { url: 'http://127.0.0.1:9' } });
  expect(JSON.parse(result.stdout)).toMatchObject({
    GITHUB_API_URL: 'http://127.0.0.1:9',
    ACTIONS_RESULTS_URL: 'http://127.0.0.1:9/',
    ACTIONS_RUNTIME_TOKEN: expect.stringMatching(/^[\w-]+\.[\w-]+\./),
  });
});

test('command files become outputs, state, exports and the summary', async () => {
  const result = await run(`
    appendFileSync(process.env.GITHUB_OUTPUT, 'one=1=1\\n\\nmany<<END\\na=b\\nc\\nEND\\nempty<<X\\nX\\n');
    appendFileSync(process.env.GITHUB_STATE, 'request<<--\\nr-1\\n--');
    appendFileSync(process.env.GITHUB_ENV, 'NODE_OPTIONS=--inspect\\nSTAGE=qa\\n');
    appendFileSync(process.env.GITHUB_PATH, '/first\\n/second\\n');
    appendFileSync(process.env.GITHUB_STEP_SUMMARY, '# Done\\nwith ghs_simulatedToken\\n');
  `);
  expect(result.conclusion).toBe('success');
  expect(result.outputs).toEqual({ one: '1=1', many: 'a=b\nc', empty: '' });
  expect(result.state).toEqual({ request: 'r-1' });
  expect(result.exported).toEqual({ env: { STAGE: 'qa' }, path: ['/second', '/first'] });
  expect(result.summary).toBe('# Done\nwith ***\n');
  expect(existsSync(result.temp)).toBe(false);
});

test.each([
  ['no delimiter', 'a=1\nb<<END\nvalue\n', [['a', '1']], "Invalid value. Matching delimiter not found 'END'"],
  ['no last line feed', 'b<<END\nvalue', [], 'Invalid value. EOF marker missing new line.'],
  [
    'no name',
    '<<END\nvalue\nEND\n',
    [],
    "Invalid format '<<END'. Name must not be empty and delimiter must not be empty",
  ],
  ['no separator', 'words\n', [], "Invalid format 'words'"],
  ['delimiter with an equals sign', 'a<<E=D\nvalue\nE=D\n', [['a', 'value']], null],
])('a command file with %s', (_name, text, pairs, problem) => {
  const seen: (readonly [string, string])[] = [];
  const read = () => {
    for (const pair of parseCommandFile(text)) seen.push(pair);
  };
  if (problem === null) read();
  else expect(read).toThrow(problem);
  expect(seen).toEqual(pairs);
});

test('a malformed command file fails the step', async () => {
  const result = await run(`appendFileSync(process.env.GITHUB_OUTPUT, 'a=1\\nb<<END\\nvalue\\n')`);
  expect(result.exitCode).toBe(0);
  expect(result.conclusion).toBe('failure');
  expect(result.outputs).toEqual({ a: '1' });
  expect(result.annotations[0]?.message).toBe("Unable to process file command 'output' successfully.");
});

test('a summary above 1 MiB is dropped with an error, and the step continues', async () => {
  const result = await run(`appendFileSync(process.env.GITHUB_STEP_SUMMARY, 'x'.repeat(1024 * 1024 + 1))`);
  expect(result.summary).toBe('');
  expect(result.conclusion).toBe('success');
  expect(result.annotations).toEqual([
    {
      level: 'error',
      message: '$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got 1024k.',
    },
  ]);
});

const known = new Set(['error', 'set-output']);
test.each([
  ['at the start', '::error::boom', { name: 'error', data: 'boom', legacy: false }],
  ['after blanks of any kind', ' \t\u00a0\u0085::ERROR::boom', { name: 'error', data: 'boom', legacy: false }],
  ['with escapes', '::error::50%25%0Amore', { name: 'error', data: '50%\nmore', legacy: false }],
  ['in legacy form, anywhere', 'see ##[error]boom%5D', { name: 'error', data: 'boom]', legacy: true }],
  ['in legacy form after an unknown one', '::what::##[error]boom', { name: 'error', data: 'boom', legacy: true }],
  ['not at the start', 'see ::error::boom', null],
  ['after a byte order mark', '\ufeff::error::boom', null],
  ['unknown', '::what::boom', null],
  ['unfinished', '::error', null],
])('a command %s', (_name, line, expected) => {
  const command = parseCommand(line, known);
  if (expected === null) expect(command).toBeNull();
  else expect(command).toMatchObject(expected);
});

test('properties of both forms', () => {
  expect(parseCommand('::error file=a%2Cb.yml,Line=3 ,title=x%3Ay=z::', known)?.properties).toEqual(
    new Map([
      ['file', 'a,b.yml'],
      ['line', '3 '],
      ['title', 'x:y=z'],
    ]),
  );
  expect(parseCommand('##[set-output name=a;x=%3B]1', known)?.properties).toEqual(
    new Map([
      ['name', 'a'],
      ['x', ';'],
    ]),
  );
});

test('masks hide values, each of their lines, and their encodings; touching ones become one', () => {
  const masks = new Masks();
  masks.add('s3cret "value"');
  masks.add('tail');
  const coded = Buffer.from('user:s3cret "value"').toString('base64');
  expect(masks.hide('a s3cret "value"tail b')).toBe('a *** b');
  expect(masks.hide(JSON.stringify({ x: 's3cret "value"' }))).toBe('{"x":"***"}');
  expect(masks.hide('?t=s3cret%20%22value%22&')).toBe('?t=***&');
  expect(masks.hide(coded)).toMatch(/\*\*\*$/);
});

test('what is masked is hidden from then on, and an output that holds it is dropped', async () => {
  const result = await run(`
    console.log('before: swordfish');
    console.log('::add-mask::swordfish%0Aline-two');
    console.log('after: swordfish'); console.error('and line-two');
    console.log('::warning::swordfish%0Aline-two');
    appendFileSync(process.env.GITHUB_OUTPUT, 'url=https://x/?t=line-two\\nok=1\\n');
  `);
  const lines = result.log.split('\n');
  expect(lines).toContain('before: swordfish');
  expect(lines).toContain('after: ***');
  expect(lines).toContain('and ***');
  expect(result.log).not.toContain('add-mask');
  expect(result.annotations.map((one) => one.message)).toEqual([
    '***',
    "Skip output 'url' since it may contain secret.",
  ]);
  expect(result.outputs).toEqual({ ok: '1' });
  expect(result.stdout).toContain('after: swordfish');
  expect(result.masks).toEqual(expect.arrayContaining(['swordfish\nline-two', 'swordfish', 'line-two']));
});

test.each([
  ['a legacy command inside a line', 'prompt: ##[set-output name=url;]evil', { outputs: { url: 'evil' } }],
  ['a legacy annotation', 'prompt: ##[error]evil', { outputs: {} }],
  ['set-output', '::set-output name=url::evil', { outputs: { url: 'evil' } }],
  ['save-state', '  ::save-state name=url::evil', { state: { url: 'evil' } }],
  ['a command after a carriage return', 'prompt: \r::set-output name=url::evil', { outputs: { url: 'evil' } }],
  ['set-env', '::set-env name=PATH::evil', { conclusion: 'failure' }],
  ['add-matcher', '::add-matcher::evil.json', { conclusion: 'success' }],
])('forged: %s', async (_name, text, expected) => {
  const result = await runPrinting(`${text}\n`);
  expect(result.forged).toEqual([text.replace(/^.*\r/, '')]);
  expect(result).toMatchObject(expected);
});

test('not forged: plain text, today’s commands, and anything while commands are stopped', async () => {
  const result = await runPrinting(
    [
      'a :: b ##[nothing] \\u0023#[x',
      '::group::Images',
      '::stop-commands::token-1234',
      '::set-output name=url::evil',
      '##[error]evil',
      '::token-1234::',
      '::endgroup::',
      '::debug::hidden',
      '::error title=Bad seed,file=images.yml,line=3,col=7::one%0Atwo',
    ].join('\n'),
  );
  expect(result.forged).toEqual([]);
  expect(result.outputs).toEqual({});
  expect(result.log.split('\n')).toEqual([
    'a :: b ##[nothing] \\u0023#[x',
    '▼ Images',
    '::stop-commands::***',
    '::set-output name=url::evil',
    '##[error]evil',
    '::***::',
    'Error: one',
    'two',
  ]);
  expect(result.annotations).toEqual([
    { level: 'error', message: 'one\ntwo', title: 'Bad seed', file: 'images.yml', line: 3, column: 7 },
  ]);
});

test('ten annotations of a level count, and 4,096 characters of each', async () => {
  const result = await run(`
    for (let n = 1; n <= 12; n++) console.log('::warning::w' + n);
    console.log('::error::' + 'x'.repeat(5000));
  `);
  expect(result.annotations.filter((one) => one.level === 'warning').map((one) => one.message)).toEqual(
    Array.from({ length: 10 }, (_, index) => `w${index + 1}`),
  );
  expect(result.log).toContain('Warning: w12');
  expect(result.annotations.find((one) => one.level === 'error')?.message).toHaveLength(4096);
});

test('output that arrives in pieces is split into lines', async () => {
  const seen: string[] = [];
  const result = await run(
    `for (const piece of ['on', 'e\\r', '\\ntwo\\rthr', 'ee']) {
       process.stdout.write(piece);
       await new Promise((resolve) => setTimeout(resolve, 20));
     }`,
    { onLine: (line) => seen.push(line) },
  );
  expect(seen).toEqual(['one', 'two', 'three']);
  expect(result.stdout).toBe('one\r\ntwo\rthree');
});

test('the exit code decides', async () => {
  expect(await run(`process.exitCode = 3`)).toMatchObject({ exitCode: 3, signal: null, conclusion: 'failure' });
});

test('cancel sends SIGINT; what the step does on it counts, and the step is cancelled', async () => {
  await using action = await fixture(`
    const keep = setInterval(() => {}, 1000);
    process.on('SIGINT', () => {
      appendFileSync(process.env.GITHUB_OUTPUT, 'unsettled=[]\\n');
      clearInterval(keep);
    });
    console.log('ready ' + process.pid);
  `);
  const running = await startAction({ action: action.folder });
  expect(await running.line(/^ready/)).toBe(`ready ${running.pid}`);
  running.cancel();
  running.cancel();
  await using result = await running.done;
  expect(result).toMatchObject({ exitCode: 0, conclusion: 'cancelled', outputs: { unsettled: '[]' } });
  expect(result.annotations).toEqual([{ level: 'error', message: 'The operation was canceled.' }]);
});

test('a signal from outside ends a step that does not handle it, and missing lines are reported', async () => {
  await using action = await fixture(`setInterval(() => {}, 1000); console.log('ready')`);
  const running = await startAction({ action: action.folder });
  await running.line(/ready/);
  const missing = running.line(/never/);
  running.signal('SIGTERM');
  await expect(missing).rejects.toThrow(/without a line like \/never\/.*\nready/);
  await using result = await running.done;
  expect(result).toMatchObject({ exitCode: null, signal: 'SIGTERM', conclusion: 'failure' });
});

test('post gets the state, inputs, exports and masks of main', async () => {
  await using action = await fixture(`
    appendFileSync(process.env.GITHUB_STATE, 'request-id=r-1\\n');
    appendFileSync(process.env.GITHUB_ENV, 'STAGE=qa\\n');
    console.log('::add-mask::swordfish');
  `);
  const options = { action: action.folder, inputs: { model: 'other', nothing: 'swordfish' } };
  await using main = await runAction(options);
  const post = await runPost(main, options);
  const env = JSON.parse(post?.stdout ?? '');
  expect(env).toMatchObject({ 'STATE_request-id': 'r-1', INPUT_MODEL: 'other', STAGE: 'qa' });
  expect(env.GITHUB_WORKSPACE).toBe(main.workspace);
  expect(env.GITHUB_OUTPUT).toContain(main.temp);
  expect(post?.log).not.toContain('swordfish');
});

test.each([
  ['always()', { success: true, failure: true, cancelled: true }],
  ['failure() || cancelled()', { success: false, failure: true, cancelled: true }],
  [`\${{ !cancelled() && always() }}`, { success: true, failure: true, cancelled: false }],
] as const)('post-if: %s', (condition, expected) => {
  expect(postShouldRun(condition, 'success')).toBe(expected.success);
  expect(postShouldRun(condition, 'failure')).toBe(expected.failure);
  expect(postShouldRun(condition, 'cancelled')).toBe(expected.cancelled);
});

test('without post, nothing runs; an unsupported condition is reported', async () => {
  await using action = await fixture('');
  const options = { action: action.folder };
  await using main = await runAction(options);
  await writeFile(join(action.folder, 'action.yml'), ACTION_YML.replace(/, post: .*\}/, ' }'));
  expect(await runPost(main, options)).toBeNull();
  expect(() => postShouldRun("env.X == 'y'", 'success')).toThrow('cannot evaluate post-if');
});
