// The same tool at the desk, through the bundle: no runner, no GitHub, a person who is asked before money is spent.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type DeskScene, hasTerminal, openDesk } from '../helpers/desk.ts';

const EDIT = 'blackforestlabs/flux-1-kontext/pro/edit';
const MANIFEST = `version: 1
images:
  - { id: hero, prompt: dawn, output: assets/hero.jpg }
  - { id: large, model: ${EDIT}, prompt: larger, files: { image_url: assets/hero.jpg }, output: assets/large.jpg }
  - { id: 'icon-{kind}', matrix: { kind: [sun, rain] }, prompt: 'an icon of {kind}', output: 'assets/icon-{kind}.jpg' }
`;
const ALL = ['assets/hero.jpg', 'assets/icon-rain.jpg', 'assets/icon-sun.jpg', 'assets/large.jpg'];
const withManifest = (service = {}): Promise<DeskScene> => openDesk(service, { 'images.yml': MANIFEST });
const GENERATE = ['generate', '--manifest', 'images.yml', '--poll-interval', '50ms'];
const FOX = ['generate', '--prompt', 'a red fox', '--poll-interval', '50ms'];

/** Everything that is left on the disk outside of the repository. */
async function stateText({ state }: DeskScene): Promise<string> {
  const entries = await readdir(state, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return (await Promise.all(files.map((file) => readFile(path.join(file.parentPath, file.name), 'utf8')))).join('\n');
}

describe('the commands', () => {
  test('plan tells what would be made, why and at what price, and spends nothing', async () => {
    await using desk = await withManifest();
    const said = await desk.run(['plan', '--manifest', 'images.yml']);
    expect(said).toMatchObject({ code: 0, stderr: '' });
    expect(said.stdout).toMatch(/^\+ hero +new, from \$0\.\d+\n/);
    expect(said.stdout).toMatch(/\+ large +new, from .*\n +its source "assets\/hero\.jpg" will be made by "hero"/);
    expect(said.stdout).toMatch(/Plan: 4 to make from \$0\.\d+, 0 unchanged\.\n$/);
    expect(desk.submits()).toBe(0);
    expect(await desk.files()).toEqual(['images.yml']);
  });

  test('plan needs no token, but then knows no prices', async () => {
    await using desk = await withManifest();
    const said = await desk.run(['plan', '--manifest', 'images.yml'], { env: { RUNCOMFY_TOKEN: '' } });
    expect(said).toMatchObject({ code: 0, stdout: expect.stringContaining('Plan: 4 to make, 0 unchanged.') });
    expect(said.stdout).toContain('Without a token in RUNCOMFY_TOKEN, prices are not known.');
    expect(desk.simulator.calls).toEqual([]);
  });

  test('generate, check, a retouched file, accept, and what hangs on it', async () => {
    await using desk = await withManifest();
    expect(await desk.run([...GENERATE, '--yes'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('4 saved'),
    });
    expect(await desk.files()).toEqual([...ALL, 'images.lock.json', 'images.yml']);
    expect(await desk.run(['check', '--manifest', 'images.yml'])).toMatchObject({ code: 0, stderr: '' });

    await desk.repository.write(
      'assets/hero.jpg',
      Buffer.concat([await desk.read('assets/hero.jpg'), Buffer.from('\n')]),
    );
    const red = await desk.run(['check', '--manifest', 'images.yml']);
    expect(red.code).toBe(1);
    expect(red.stderr).toMatch(/^images\.yml:3:5: error: hero: "assets\/hero\.jpg" was modified/);
    // Each fault once, with its place.
    expect(red.stderr.split('was modified')).toHaveLength(2);
    expect(red.stderr).toMatch(/\nError: 2 images in images\.yml do not match the committed files\.\n$/);
    const accepted = await desk.run(['accept', '--manifest', 'images.yml', '--only', 'hero']);
    expect(accepted).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('1 image accepted.') });

    // Its enlargement is another picture now.
    const next = await desk.run([...GENERATE, '-y']);
    expect(next.stdout).toMatch(/^~ large +changed, /);
    expect(next.stdout).toContain('1 saved, 3 unchanged');
    expect(desk.submits()).toBe(5);
    expect(await desk.run(['check', '--manifest', 'images.yml'])).toMatchObject({ code: 0, stderr: '' });
    expect(await desk.run(GENERATE)).toMatchObject({ code: 0, stdout: expect.stringContaining('4 unchanged') });
    expect(desk.submits()).toBe(5);
  });

  test('work from any folder below the repository; files are found from there too', async () => {
    await using desk = await openDesk(
      {},
      { 'art/images.yml': MANIFEST.replace('image_url: assets/', 'image_url: ../assets/'), 'art/x/y': '' },
    );
    for (const [folder, manifest] of [
      ['art', 'images.yml'],
      ['art/x', '../images.yml'],
      ['art/x', 'art/images.yml'],
    ] as const) {
      const said = await desk.run(['plan', '--manifest', manifest], { folder });
      expect(said).toMatchObject({ code: 0, stdout: expect.stringContaining('Plan: 4 to make') });
    }
    expect(await desk.run([...FOX, '--yes'], { folder: 'art/x' })).toMatchObject({ code: 0 });
    expect(await desk.files()).toContain('runcomfy-images/image-1.jpg');
    const outside = await desk.run(['plan', '--manifest', '../../../images.yml'], { folder: 'art/x' });
    expect(outside).toMatchObject({ code: 1, stderr: expect.stringContaining('manifest') });
  });

  test('take a manifest and a lock as a workflow does, to the byte', async () => {
    const manifest = [
      'version: 1',
      'images:',
      '  - id: hero',
      '    prompt: "a poster of https://example.com/a?b=c, \\u200e##[x]"',
      '    output: assets/hero.jpg',
      '',
    ].join('\r\n');
    await using desk = await openDesk({}, { 'images.yml': manifest });
    expect(await desk.run([...GENERATE, '--yes'])).toMatchObject({ code: 0, stderr: '' });
    const prompt = 'a poster of https://example.com/a?b=c, \u200e##[x]';
    expect(desk.simulator.requests[0]?.body.prompt).toBe(prompt);
    const lock = JSON.parse((await desk.read('images.lock.json')).toString());
    expect(lock.images.hero.recipe.prompt).toBe(prompt);
    for (const command of ['check', 'plan', 'accept'])
      expect(await desk.run([command, '--manifest', 'images.yml'])).toMatchObject({ code: 0, stderr: '' });
    expect(await desk.run(GENERATE)).toMatchObject({ code: 0, stdout: expect.stringContaining('1 unchanged') });
  });

  test('take the inputs of a workflow, and say which of them have no use here', async () => {
    await using desk = await openDesk();
    const words = [
      ...FOX,
      '--yes',
      '--comment',
      'true',
      '--artifact-name',
      'x',
      '--summary',
      'false',
      '--resume',
      'false',
    ];
    const said = await desk.run([...words, '--output-format', 'png', '--count=2', '--seed', '7']);
    expect(said).toMatchObject({ code: 0, stderr: '' });
    expect(said.stdout).toContain('Not used outside of a workflow: --artifact-name, --summary, --comment.');
    expect(desk.simulator.requests.map(({ body }) => [body.output_format, body.seed])).toEqual([
      ['png', 7],
      ['png', 8],
    ]);
    expect(await desk.files()).toEqual(['runcomfy-images/image-1.png', 'runcomfy-images/image-2.png']);
  });

  test.each([
    [['plam'], 'There is no command "plam". Did you mean plan?'],
    [['--manifest', 'images.yml'], 'A command is missing: plan, generate, check, accept.'],
    [['plan', 'images.yml'], 'Unexpected "images.yml".'],
    [['plan', '--mode', 'check'], '--mode is for workflows'],
    [['generate', '--promt', 'x'], 'There is no option --promt. Did you mean --prompt?'],
    [['cleanup'], 'There is no command "cleanup".'],
    [['plan'], 'Input manifest: must be given with `mode: plan`.'],
    [['generate', '--prompt', 'x', '--count', 'many'], 'Input count: got "many"'],
    [['check', '--manifest', 'gone.yml'], 'must name an existing file'],
  ])('%j: told in one line, exit code 1', async (words, problem) => {
    await using desk = await withManifest();
    const said = await desk.run(words, { bare: true });
    expect(said).toEqual({ code: 1, stdout: '', stderr: expect.stringContaining(problem) });
    expect(said.stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  test('--help lists every input but those of workflows; --version is the one of the package', async () => {
    await using desk = await openDesk();
    const help = await desk.run(['--help'], { bare: true });
    expect(help).toMatchObject({ code: 0, stderr: '' });
    expect(help.stdout).toMatch(/--max-cost\n {6}\S/);
    expect(help.stdout).not.toMatch(/--(comment|summary|artifact-name|github-token|matrix)\b/);
    const { version } = JSON.parse(await readFile(path.resolve(import.meta.dirname, '../../package.json'), 'utf8'));
    expect(await desk.run(['--version'], { bare: true })).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  test('a manifest with problems is told with file, line and column, once', async () => {
    await using desk = await openDesk(
      {},
      { 'images.yml': MANIFEST.replace('prompt: dawn, ', '').replace('version', 'vresion') },
    );
    const said = await desk.run(['plan', '--manifest', 'images.yml']);
    expect(said).toMatchObject({ code: 1, stdout: '' });
    for (const place of ['images.yml:1:1: unknown key', 'images.yml:3:5: an image needs'])
      expect(said.stderr.split(place)).toHaveLength(2);
  });
});

describe('money', () => {
  test('without a terminal and --yes nothing is submitted', async () => {
    await using desk = await withManifest({ price: 0.06 });
    const said = await desk.run(GENERATE);
    expect(said.code).toBe(1);
    expect(said.stdout).toContain('Plan: 4 to make');
    expect(said.stderr).toMatch(/4 requests, from \$0\.\d+.* add `--yes`\.\n$/);
    expect(desk.submits()).toBe(0);
  });

  test('without a token nothing is begun', async () => {
    await using desk = await openDesk();
    const said = await desk.run([...FOX, '--yes'], { env: { RUNCOMFY_TOKEN: '' } });
    expect(said).toMatchObject({ code: 1, stderr: expect.stringContaining('RUNCOMFY_TOKEN is not set') });
    expect(desk.simulator.calls).toEqual([]);
  });

  test('`max-cost` and `max-images` refuse before anybody is asked', async () => {
    await using desk = await withManifest({ price: 0.06 });
    for (const limit of ['--max-cost=0.1', '--max-images=3'])
      expect(await desk.run([...GENERATE, '--yes', limit])).toMatchObject({ code: 1 });
    expect(desk.submits()).toBe(0);
  });

  test('each call without a manifest means a new image, and none is written over', async () => {
    await using desk = await openDesk();
    for (const _ of [1, 2]) expect(await desk.run([...FOX, '--yes'])).toMatchObject({ code: 0 });
    expect(desk.submits()).toBe(2);
    expect(await desk.files()).toEqual(['runcomfy-images/image-1-2.jpg', 'runcomfy-images/image-1.jpg']);
  });

  test('what a lost lock no longer knows is collected, not paid for again', async () => {
    await using desk = await withManifest();
    expect(await desk.run([...GENERATE, '--yes'])).toMatchObject({ code: 0 });
    await desk.repository.write('images.lock.json', '{"version": 1, "images": {}}');
    // What is made from another image is known to be paid for only once that one is there.
    const icons = await desk.run([...GENERATE, '--only', 'icon-*']);
    expect(icons).toMatchObject({ code: 0, stdout: expect.stringContaining('already paid for, only collected') });
    expect(await desk.run([...GENERATE, '--yes'])).toMatchObject({ code: 0 });
    expect(desk.submits()).toBe(4);
  });

  test('`force` makes anew what came to its place', async () => {
    await using desk = await withManifest();
    expect(await desk.run([...GENERATE, '--yes'])).toMatchObject({ code: 0 });
    expect(await desk.run([...GENERATE, '--yes', '--force', 'icon-sun'])).toMatchObject({ code: 0 });
    expect(desk.submits()).toBe(5);
  });

  test('what is paid for and can no longer be had is not bought again without a question', async () => {
    await using desk = await openDesk({ queueMs: 0, runMs: 800 });
    const running = desk.start([...FOX, '--yes']);
    await running.line(/running/);
    running.kill('SIGKILL');
    await running.done;
    const gone = { status: 404, body: { code: 404001, message: 'Request not found or expired' } };
    for (const name of ['status', 'result'] as const) desk.simulator.fault(name, { kind: 'reply', ...gone }, 99);
    const next = await desk.run(FOX);
    expect(next.code).toBe(1);
    expect(next.stderr).toContain('Run the same command again: it asks before it spends.');
    expect(desk.submits()).toBe(1);
    expect(await desk.run(FOX)).toMatchObject({ code: 1, stderr: expect.stringContaining('add `--yes`') });
  });
});

describe('what is left behind', () => {
  test('Ctrl-C cancels at RunComfy and exits with 130', async () => {
    await using desk = await openDesk({ queueMs: 60_000 });
    const running = desk.start([...FOX, '--yes', '--count', '3']);
    await running.line(/image-3: in queue/);
    // As npm passes it on to a program that has heard of it already.
    for (const _ of [1, 2]) running.kill('SIGINT');
    const said = await running.done;
    expect(said).toMatchObject({ code: 130, stderr: expect.stringMatching(/^Error: Cancelled\. 0 files saved\./) });
    expect(desk.simulator.requests.map(({ cancelled }) => cancelled)).toEqual([true, true, true]);
  });

  test('what still ran at RunComfy after Ctrl-C is collected by the same command, unasked', async () => {
    await using desk = await openDesk({ queueMs: 0, runMs: 1_500 });
    const running = desk.start([...FOX, '--yes']);
    await running.line(/running/);
    running.kill('SIGINT');
    const said = await running.done;
    expect(said.stderr).toContain('Run the same command again to collect them without paying again');
    expect(await desk.run(FOX)).toMatchObject({ code: 0, stdout: expect.stringContaining('1 saved') });
    expect(desk.submits()).toBe(1);
    expect(await desk.files()).toEqual(['runcomfy-images/image-1.jpg']);
  });

  test.each(['a single prompt', 'a manifest', 'a forced image'])(
    '%s: a crash is collected by the next call',
    async (what) => {
      await using desk = await withManifest({ queueMs: 0, runMs: 800 });
      if (what === 'a forced image') expect(await desk.run([...GENERATE, '--yes'])).toMatchObject({ code: 0 });
      const words =
        what === 'a single prompt'
          ? [...FOX, '--count', '3']
          : what === 'a manifest'
            ? GENERATE
            : [...GENERATE, '--force', 'icon-*'];
      const before = desk.submits();
      const running = desk.start([...words, '--yes']);
      await running.line(what === 'a single prompt' ? /image-3: running/ : /icon-rain: running/);
      running.kill('SIGKILL');
      expect((await running.done).code).toBeNull();
      const paid = desk.submits() - before;
      const next = await desk.run([...words, '--yes']);
      expect(next).toMatchObject({ code: 0 });
      expect(next.stdout).toContain('already paid for');
      // Of the manifest, the enlargement could not begin before.
      expect(desk.submits() - before).toBe(what === 'a manifest' ? paid + 1 : paid);
      // It is delivered by now: whoever calls once more means something new.
      if (what !== 'a manifest') {
        expect(await desk.run([...words, '--yes'])).toMatchObject({ code: 0 });
        expect(desk.submits() - before).toBe(2 * paid);
      }
    },
  );

  test('a submit whose answer was lost in the crash is not sent again', async () => {
    await using desk = await openDesk();
    desk.simulator.fault('submit', { kind: 'delay', ms: 3_000 });
    const running = desk.start([...FOX, '--yes']);
    await running.line(/Submitting 1 request/);
    await desk.simulator.received('submit');
    running.kill('SIGKILL');
    await running.done;
    const next = await desk.run([...FOX, '--yes']);
    expect(next).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('It is not known whether the request was accepted'),
    });
    expect(await desk.run([...FOX, '--yes', '--resume', 'false'])).toMatchObject({ code: 0 });
    // The person has decided, and is not asked about it for ever.
    expect(await desk.run([...FOX, '--yes'])).toMatchObject({ code: 0 });
  });

  test('two calls for one manifest at a time would both pay: the second is refused', async () => {
    await using desk = await withManifest({ queueMs: 60_000 });
    const running = desk.start([...GENERATE, '--yes']);
    await running.line(/icon-rain: in queue/);
    const second = await desk.run([...GENERATE, '--yes']);
    expect(second).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/Process \d+ is already generating the images of this manifest/),
    });
    running.kill('SIGINT');
    await running.done;
    expect(desk.submits()).toBe(3);
  });

  test('a further working tree of the repository knows what the first one has paid for', async () => {
    await using desk = await openDesk({ queueMs: 0, runMs: 800 });
    await desk.repository.write('a', 'a');
    await desk.git('add', '-A');
    await desk.git('commit', '--quiet', '-m', 'a');
    await desk.git('worktree', 'add', '--quiet', '../other');
    const running = desk.start([...FOX, '--yes']);
    await running.line(/running/);
    running.kill('SIGKILL');
    await running.done;
    expect(await desk.run(FOX, { folder: '../other' })).toMatchObject({ code: 0 });
    expect(desk.submits()).toBe(1);
  });

  test('is no token, no prompt, and no file but the journal of each call', async () => {
    await using desk = await openDesk();
    expect(
      await desk.run([...FOX, '--yes', '--api-token', desk.simulator.token], { env: { RUNCOMFY_TOKEN: '' } }),
    ).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('Set RUNCOMFY_TOKEN instead.'),
    });
    await desk.run(['generate', '--prompt', 'a red fox', '--count', 'x']);
    const state = await stateText(desk);
    expect(state).not.toContain(desk.simulator.token);
    expect(state).not.toContain('red fox');
    const [repository = ''] = await readdir(desk.state);
    expect(repository).toMatch(/^project-[0-9a-f]{16}$/);
    const calls = await readdir(path.join(desk.state, repository));
    expect(calls).toHaveLength(1);
    expect(await readdir(path.join(desk.state, repository, calls[0] ?? ''))).toEqual(['journal.jsonl']);
  });

  test('a runner’s environment is nothing to it', async () => {
    await using desk = await openDesk();
    const output = path.join(desk.repository.path, 'github-output');
    const env = {
      GITHUB_ACTIONS: 'true',
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: output,
      GITHUB_STATE: output,
      GITHUB_WORKSPACE: '/nowhere',
      RUNNER_TEMP: '/nowhere',
      INPUT_PROMPT: 'another prompt',
      ACTIONS_RUNTIME_TOKEN: 'x',
      ACTIONS_RESULTS_URL: desk.simulator.url,
      ACTIONS_CACHE_SERVICE_V2: 'true',
    };
    expect(await desk.run([...FOX, '--yes'], { env })).toMatchObject({ code: 0, stderr: '' });
    expect(await desk.files()).toEqual(['runcomfy-images/image-1.jpg']);
    expect(desk.simulator.requests[0]?.body.prompt).toBe('a red fox');
  });
});

describe('output', () => {
  test('is plain lines without a terminal: no colour, no cursor, nothing of a workflow', async () => {
    await using desk = await withManifest({ queueMs: 0, runMs: 1_000 });
    const said = await desk.run([...GENERATE, '--yes']);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the point of the test
    expect(said.stdout + said.stderr).not.toMatch(/\u001b|^::|##\[/m);
    expect(said.stdout).toMatch(/^hero: running, after /m);
  });

  test('hides the token, and obeys no text of others', async () => {
    await using desk = await openDesk();
    const { token } = desk.simulator;
    desk.simulator.fault('submit', {
      kind: 'reply',
      status: 422,
      body: { code: 422001, message: `bad ${token} \u001b[2J\n::error::x` },
    });
    desk.simulator.expectUnexpected();
    const said = await desk.run([...FOX, '--yes']);
    expect(said.code).toBe(1);
    expect(said.stdout + said.stderr).not.toMatch(new RegExp(`${token}|\u001b|^::error`, 'm'));
  });

  const inTerminal = hasTerminal ? test : test.skip;

  inTerminal('in a terminal, a clear yes spends and anything else does not', async () => {
    await using desk = await openDesk({ price: 0.06 });
    for (const [answer, code] of [
      ['\n', 1],
      ['no\n', 1],
      ['y\n', 0],
    ] as const) {
      const running = desk.start(FOX, { terminal: true });
      await running.line(/Submit 1 request, from \$0\.06\? \[y\/N\] /);
      running.type(answer);
      expect((await running.done).code).toBe(code);
    }
    expect(desk.submits()).toBe(1);
  });

  inTerminal('in a terminal, Ctrl-C at the question submits nothing', async () => {
    await using desk = await openDesk();
    const running = desk.start(FOX, { terminal: true });
    await running.line(/\[y\/N\] /);
    running.type('\u0003');
    expect(await running.done).toMatchObject({
      code: 130,
      stdout: expect.stringContaining('Cancelled. Nothing was submitted.'),
    });
    expect(desk.submits()).toBe(0);
  });

  inTerminal('in a terminal, images have a line each that is redrawn; NO_COLOR is obeyed', async () => {
    await using desk = await withManifest({ queueMs: 0, runMs: 1_000 });
    const coloured = await desk.start([...GENERATE, '--yes'], { terminal: true }).done;
    expect(coloured.stdout).toContain('\u001b[32m✓\u001b[39m hero  assets/hero.jpg');
    expect(coloured.stdout).toMatch(/ {2}hero .*running, \d+ s/);
    const plain = await desk.start([...GENERATE, '--yes', '--force=hero'], { terminal: true, env: { NO_COLOR: '1' } })
      .done;
    expect(plain.stdout).toContain('✓ hero  assets/hero.jpg');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are what must not be there
    expect(plain.stdout).not.toMatch(/\u001b\[\d*m/);
  });
});
