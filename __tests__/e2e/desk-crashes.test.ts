// What calls at the desk leave to each other: crashes, closed windows, calls at the same time, and files that could not be saved.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { CLI, type DeskScene, hasTerminal, openDesk } from '../helpers/desk.ts';
import { until } from '../helpers/until.ts';

const FOX = ['generate', '--prompt', 'a red fox', '--poll-interval', '50ms'];
const MANIFEST = 'version: 1\nimages:\n  - { id: hero, prompt: dawn, output: assets/hero.jpg }\n';
const HERO = ['generate', '--manifest', 'images.yml', '--poll-interval', '50ms'];

/** Absolute paths of what calls have left. */
function leftIn({ state }: DeskScene): readonly string[] {
  try {
    const entries = readdirSync(state, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  } catch {
    return ['a folder that was removed meanwhile'];
  }
}

async function crash(desk: DeskScene, words: readonly string[]): Promise<void> {
  const running = desk.start([...words, '--yes']);
  await running.line(/running/);
  running.kill('SIGKILL');
  await running.done;
}

test('SIGHUP cancels at RunComfy, like Ctrl-C', async () => {
  await using desk = await openDesk({ queueMs: 60_000 });
  const running = desk.start([...FOX, '--yes']);
  await running.line(/in queue/);
  running.kill('SIGHUP');
  expect((await running.done).code).toBe(129);
  expect(desk.simulator.requests.map(({ cancelled }) => cancelled)).toEqual([true]);
});

const inTerminal = hasTerminal ? test : test.skip;

inTerminal('a window that is closed cancels at RunComfy, and ends the program', async () => {
  await using desk = await openDesk({ queueMs: 60_000 });
  const running = desk.start([...FOX, '--yes'], { terminal: true });
  await running.line(/in queue/);
  // The other side of the terminal is gone with the program that has opened it.
  running.kill('SIGKILL');
  await until(() => desk.simulator.requests[0]?.cancelled === true);
  await until(() => leftIn(desk).every((file) => path.basename(file) === 'journal.jsonl'));
});

inTerminal('a window that is closed at the question submits nothing', async () => {
  await using desk = await openDesk();
  const running = desk.start(FOX, { terminal: true });
  await running.line(/\[y\/N\] /);
  running.kill('SIGKILL');
  await until(() => leftIn(desk).length === 0);
  expect(desk.submits()).toBe(0);
});

test('a crash is collected even though a later call for the same has got its own image', async () => {
  await using desk = await openDesk({ queueMs: 0, runMs: 800 });
  const later = [];
  const first = desk.start([...FOX, '--yes']);
  await first.line(/running/);
  const second = desk.start([...FOX, '--yes']);
  await second.line(/running/);
  first.kill('SIGKILL');
  expect((await second.done).code).toBe(0);
  for (const _ of [1, 2]) later.push(await desk.run([...FOX, '--yes']));
  expect(later.map(({ code }) => code)).toEqual([0, 0]);
  expect(later[0]?.stdout).toContain('already paid for');
  expect(later[1]?.stdout).not.toContain('already paid for');
  expect(desk.submits()).toBe(3);
  expect(await desk.files()).toHaveLength(3);
});

test.each([
  ['two collected of three', '3', '2', 2],
  ['two collected and one new', '2', '3', 3],
])('after a crash, `count` may change: %s', async (_, before, after, submits) => {
  await using desk = await openDesk({ queueMs: 0, runMs: 800 });
  const running = desk.start([...FOX, '--yes', '--count', before]);
  await running.line(new RegExp(`image-${before}: running`));
  running.kill('SIGKILL');
  await running.done;
  expect(await desk.run([...FOX, '--yes', '--count', after])).toMatchObject({ code: 0 });
  expect(desk.submits()).toBe(Math.max(Number(before), submits));
  expect(await desk.files()).toHaveLength(Number(after));
});

test('a crash in the middle is finished by the next call: what it has saved is not made again, or saved twice', async () => {
  await using desk = await openDesk({ queueMs: 0, runMs: 600, workers: 1 });
  const words = [...FOX, '--yes', '--count', '3', '--seed', '1'];
  const running = desk.start(words);
  await running.line(/image-1: done/);
  running.kill('SIGKILL');
  await running.done;
  const next = await desk.run(words);
  expect(next).toMatchObject({ code: 0, stdout: expect.stringContaining('unchanged runcomfy-images/image-1.jpg') });
  expect(desk.submits()).toBe(3);
  expect(await desk.files()).toHaveLength(3);
});

test('each call draws seeds of its own: the same picture again would be paid for again', async () => {
  await using desk = await openDesk();
  for (const _ of [1, 2]) await desk.run([...FOX, '--yes', '--count', '2']);
  const seeds = desk.simulator.requests.map(({ body }) => body.seed);
  expect(new Set(seeds).size).toBe(4);
});

test('the number of a killed call that another program has by now is nobody’s', async () => {
  await using desk = await openDesk({ queueMs: 0, runMs: 800 }, { 'images.yml': MANIFEST });
  await crash(desk, HERO);
  const file = leftIn(desk).find((name) => path.basename(name) === 'process') ?? '';
  expect(await readFile(file, 'utf8')).toMatch(/^\d+ \d+$/);
  await writeFile(file, `${process.pid} 1`);
  expect(await desk.run([...HERO, '--yes'])).toMatchObject({ code: 0 });
  expect(desk.submits()).toBe(1);
});

test('a downloaded file that cannot be saved stays where it is said to be until it is collected', async () => {
  await using desk = await openDesk({}, { 'runcomfy-images/sub': 'in the way' });
  const words = [...FOX, '--yes', '--filename', 'sub/{index}'];
  const said = await desk.run(words);
  const [, file = ''] = /The file is still at (\S+),/.exec(said.stderr) ?? [];
  expect(existsSync(file)).toBe(true);
  await desk.run([...FOX, '--yes', '--output-dir', 'elsewhere']);
  expect(existsSync(file)).toBe(true);
  await desk.remove('runcomfy-images/sub');
  expect(await desk.run(words)).toMatchObject({ code: 0 });
  await desk.run(FOX);
  expect(existsSync(file)).toBe(false);
  expect(desk.submits()).toBe(2);
});

test('what another call is about to save is not removed as half a file', async () => {
  const half = 'runcomfy-images/.00000000-0000-4000-8000-000000000000.part';
  await using desk = await openDesk({ queueMs: 1_500 });
  await desk.run([...FOX, '--yes']);
  const running = desk.start([...FOX, '--yes']);
  await running.line(/in queue/);
  await desk.repository.write(half, 'half');
  await desk.run(FOX);
  expect(await desk.files()).toContain(half);
  await running.done;
  await desk.run(FOX);
  expect(await desk.files()).not.toContain(half);
});

test('what was collected by its id is not collected once more', async () => {
  await using desk = await openDesk({ queueMs: 0, runMs: 800 });
  await crash(desk, FOX);
  const [request] = desk.simulator.requests;
  expect(await desk.run(['generate', '--collect', request?.id ?? ''])).toMatchObject({ code: 0 });
  expect(await desk.run([...FOX, '--yes'])).toMatchObject({ code: 0 });
  expect(desk.submits()).toBe(2);
});

test('while a manifest’s images are made, nobody else writes its lock', async () => {
  await using desk = await openDesk({ queueMs: 60_000 }, { 'images.yml': MANIFEST });
  const running = desk.start([...HERO, '--yes']);
  await running.line(/in queue/);
  const accept = await desk.run(['accept', '--manifest', './images.yml']);
  expect(accept).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/Process \d+ is already generating the images/),
  });
  running.kill('SIGINT');
  await running.done;
  expect(await desk.run(['accept', '--manifest', 'images.yml'])).toMatchObject({ code: 0 });
});

test('without a home there is no state folder, and nothing is submitted', async () => {
  await using desk = await openDesk();
  const said = await desk.run([...FOX, '--yes'], { env: { HOME: '', XDG_STATE_HOME: '' } });
  expect(said).toMatchObject({ code: 1, stderr: expect.stringContaining('set XDG_STATE_HOME') });
  expect(desk.submits()).toBe(0);
  expect(await desk.files()).toEqual([]);
});

test('check, plan and accept write nothing anywhere', async () => {
  await using desk = await openDesk({}, { 'images.yml': MANIFEST });
  await desk.run([...HERO, '--yes']);
  const env = { TMPDIR: '/nowhere', TEMP: '/nowhere', HOME: '/nowhere', XDG_STATE_HOME: '/nowhere' };
  for (const command of ['check', 'plan', 'accept'])
    expect(await desk.run([command, '--manifest', 'images.yml'], { env })).toMatchObject({ code: 0, stderr: '' });
});

test('a call that pays for nothing leaves nothing behind', async () => {
  await using desk = await openDesk({}, { 'images.yml': MANIFEST });
  await desk.run([...HERO, '--yes']);
  for (const words of [HERO, FOX]) await desk.run(words);
  expect(leftIn(desk)).toHaveLength(1);
});

const onPosix = process.platform === 'win32' ? test.skip : test;

onPosix('in a folder that was removed meanwhile, one line says so', async () => {
  await using desk = await openDesk();
  // The shell goes into the folder, removes it, and starts the command there.
  const shell = `mkdir gone && cd gone && rmdir ../gone && exec '${process.execPath}' '${CLI}' plan --manifest images.yml`;
  const said = spawnSync('/bin/sh', ['-c', shell], { cwd: desk.repository.path, encoding: 'utf8' });
  expect(said).toMatchObject({ status: 1, stderr: 'Error: The current folder no longer exists.\n' });
});
