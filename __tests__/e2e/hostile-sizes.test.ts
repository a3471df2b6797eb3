// Too much of everything: bombs, megabytes, thousands, endless depths. Through the bundle: nothing hangs, memory stays bounded, nothing is lost.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { type Played, play, type Scene } from '../helpers/action.ts';
import { answer, tempFolder } from '../helpers/faults.ts';
import { PIXEL } from '../helpers/pixel.ts';

const MB = 1024 * 1024;

interface Measured extends Played {
  /** The most memory that the action's process ever held, in MB. */
  readonly peakMb: number;
}

/** Prints in the process, as it ends, how much memory it took. Where Linux tells, by VmHWM: maxRSS there begins with the memory of the parent. */
const hook = `import { readFileSync } from 'node:fs';
process.on('exit', () => {
  let kilobytes = process.resourceUsage().maxRSS;
  try {
    kilobytes = /^VmHWM:\\s+(\\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))[1];
  } catch {}
  console.error('peak ' + kilobytes);
});`;

/** A run that tells how much memory it took. */
async function measure(scene: Scene): Promise<Measured> {
  const run = await play({
    ...scene,
    env: { ...scene.env, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(hook)}` },
  });
  return { ...run, peakMb: Number(/^peak (\d+)$/m.exec(run.stderr)?.[1] ?? Number.NaN) / 1024 };
}

/** A file of that many bytes, made while it is sent. */
function streamed(megabytes: number): Readable {
  const piece = Buffer.alloc(MB / 4, 1);
  return Readable.from(
    (function* () {
      for (let n = 0; n < megabytes * 4; n++) yield piece;
    })(),
  );
}

test('a plain run takes little memory', async () => {
  await using run = await measure({ inputs: { 'image-size': '16x16' } });
  expect(run.exitCode).toBe(0);
  expect(run.peakMb).toBeLessThan(200);
});

test('a large file goes to disk, not to memory', async () => {
  await using run = await measure({
    inputs: { 'max-download-size': '150MB', 'upload-artifact': 'false' },
    before: (simulator) => simulator.output((_request, hosted) => hosted({ body: () => streamed(200) })),
  });
  expect(run.errors).toEqual([expect.stringMatching(/larger than 150 MB/)]);
  expect(run.peakMb).toBeLessThan(250);
});

test('a prompt of 1 MB reaches RunComfy completely, and log, outputs and summary do not grow with it', async () => {
  await using cleanUp = new AsyncDisposableStack();
  const workspace = await tempFolder(cleanUp);
  const prompt = `${'a fox, <b>|`'.repeat(MB / 12)}.`;
  await writeFile(path.join(workspace, 'prompt.txt'), prompt);
  await using run = await measure({
    workspace,
    inputs: { prompt: '', 'prompt-file': 'prompt.txt', count: '2', 'image-size': '16x16' },
  });
  expect(run.exitCode).toBe(0);
  expect(run.simulator.requests.every(({ body }) => body.prompt === prompt)).toBe(true);
  expect(run.summary.length).toBeLessThan(MB);
  expect(run.summary).toContain('image-2.jpg</code>');
  expect(run.stdout.length).toBeLessThan(100_000);
  expect(JSON.stringify(run.outputs).length).toBeLessThan(400_000);
  expect(run.warnings).toEqual([expect.stringMatching(/^Cut to fit GitHub's limit for outputs: images\./)]);
  expect(run.peakMb).toBeLessThan(300);
});

test('1,000 outputs of one request are all saved, uploaded and reported', async () => {
  await using run = await measure({
    inputs: { concurrency: '32' },
    before: (simulator) => {
      simulator.output((_request, hosted) =>
        Array.from({ length: 1000 }, () => hosted({ body: PIXEL, type: 'image/png' })),
      );
    },
  });
  expect(run.exitCode).toBe(0);
  expect(run.outputs.count).toBe('1000');
  expect(run.outputs.paths?.split('\n').at(-1)).toBe('runcomfy-images/image-1000.png');
  expect(JSON.stringify(run.outputs).length).toBeLessThan(440_000);
  expect(run.summary).toContain('1,000 images');
  expect(run.peakMb).toBeLessThan(400);
});

test('YAML and JSON bombs are refused immediately', async () => {
  const laughs = [
    'a0: &a0 [x,x,x,x,x,x,x,x,x]',
    ...Array.from({ length: 9 }, (_, n) => `a${n + 1}: &a${n + 1} [${Array(9).fill(`*a${n}`)}]`),
  ];
  for (const [parameters, files] of [
    [laughs.join('\n'), `a: ${'['.repeat(50_000)}`],
    [`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`, `a: ${'- '.repeat(40_000)}`],
    [`a: [${'1,'.repeat(50_000)}1]\nb: [${'1,'.repeat(10_000)}1]\na: 1`, '? '.repeat(40_000)],
  ] as const) {
    await using run = await measure({ inputs: { parameters, files } });
    expect(run.exitCode).toBe(1);
    expect(run.simulator.calls).toEqual([]);
    expect(run.errors).toEqual([expect.stringMatching(/^2 inputs are invalid:\n- parameters: .*\n- files: /)]);
    expect(run.seconds).toBeLessThan(10);
    expect(run.peakMb).toBeLessThan(400);
  }
});

/** A PNG whose header promises so many pixels. */
function pngBomb(side: number): Buffer {
  const header = Buffer.from(PIXEL.subarray(12, 29));
  header.writeUInt32BE(side, 4);
  header.writeUInt32BE(side, 8);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(header));
  return Buffer.concat([PIXEL.subarray(0, 12), header, sum, PIXEL.subarray(33)]);
}

test('pictures are measured, never decoded: one of ten billion pixels costs nothing', async () => {
  await using run = await measure({
    before: (simulator) => simulator.output((_request, hosted) => hosted({ body: pngBomb(100_000) })),
  });
  expect(run.json('images')).toMatchObject([{ width: 100_000, height: 100_000, bytes: PIXEL.length }]);
  expect(run.peakMb).toBeLessThan(200);
});

const box = Buffer.from([0, 0, 0, 8, ...Buffer.from('free')]);
const ftyp = Buffer.from([0, 0, 0, 16, ...Buffer.from('ftypisom'), 0, 0, 2, 0]);

test.each<[what: string, body: Buffer]>([
  ['a page that begins with a thousand comments', Buffer.from(`${'<!---->'.repeat(1000)}<html>`)],
  ['an SVG that never begins', Buffer.from(`<?xml version="1.0"?>${' '.repeat(MB)}<!-- -->`)],
  ['a film of 100,000 empty boxes', Buffer.concat([ftyp, ...Array<Buffer>(100_000).fill(box)])],
  [
    'a film whose box is larger than any file',
    Buffer.concat([ftyp, Buffer.from([0, 0, 0, 1, ...Buffer.from('mdat'), ...Array<number>(8).fill(255)])]),
  ],
])('no file takes long to inspect: %s', async (_what, body) => {
  await using run = await play({
    inputs: { 'upload-artifact': 'false' },
    before: (simulator) => simulator.output((_request, hosted) => hosted({ body })),
  });
  expect(run.exitCode === 0 ? run.outputs.count : run.errors.length).toEqual(run.exitCode === 0 ? '1' : 1);
  expect(run.seconds).toBeLessThan(10);
});

const deep = (open: string, close: string, inner: string): string =>
  open.repeat(100_000) + inner + close.repeat(100_000);

test.each<[what: string, body: string, said: RegExp]>([
  [
    'a deep reason',
    `{"status":"failed","error":${deep('{"message":', '}', '"no"')}}`,
    /RunComfy failed to generate this/,
  ],
  ['a deep list of reasons', `{"status":"failed","error":${deep('[', ']', '')}}`, /RunComfy failed to generate this/],
  ['a deep output', `{"status":"succeeded","output":${deep('[', ']', '')}}`, /the output is empty/],
  ['a deep output of text', `{"status":"succeeded","output":${deep('[', ']', '"fox"')}}`, /nested too deep/],
  [
    'a long reason',
    JSON.stringify({ status: 'failed', error: 'x '.repeat(4 * MB) }),
    /RunComfy failed to generate this/,
  ],
])('no response is too large: %s', async (_what, body, said) => {
  await using run = await measure({
    inputs: { timeout: '20s' },
    before: (simulator) => simulator.fault('result', answer(200, body)),
  });
  expect(run.errors).toEqual([expect.stringMatching(said)]);
  expect(run.stdout.length).toBeLessThan(20_000);
  expect(run.seconds).toBeLessThan(10);
  expect(run.peakMb).toBeLessThan(400);
});

test('a wide output is saved completely, with its values', async () => {
  await using run = await measure({
    before: (simulator) =>
      simulator.fault('result', answer(200, `{"status":"succeeded","output":[${'1,'.repeat(500_000)}1]}`)),
  });
  expect(run.errors).toEqual([]);
  expect(run.json('images')).toMatchObject([{ path: 'runcomfy-images/image-1.json', format: 'json' }]);
  expect(run.stdout.length).toBeLessThan(20_000);
  expect(run.seconds).toBeLessThan(10);
  expect(run.peakMb).toBeLessThan(400);
});

test('no text takes long to log, however often it repeats the beginnings of commands and URLs', async () => {
  const pieces = ['\ufeff', '\u200b', ' ', '#', ':', '::', '##[', '\n', 'http://', '\\', '🦊'];
  await using run = await measure({
    service: { runMs: 2_000 },
    inputs: { 'image-size': '16x16', 'poll-interval': '20ms' },
    before: (simulator) => {
      for (const times of [40, 4_000, MB])
        for (const piece of pieces) simulator.fault('status', answer(200, { status: piece.repeat(times) }));
    },
  });
  expect(run.exitCode).toBe(0);
  expect(run.forged).toEqual([]);
  expect(run.stdout.length).toBeLessThan(20_000);
  expect(run.seconds).toBeLessThan(15);
  expect(run.peakMb).toBeLessThan(400);
});

test('a Retry-After of a hundred years does not cause many calls', async () => {
  await using run = await play({
    service: { queueMs: 60_000 },
    inputs: { timeout: '1s' },
    before: (simulator) =>
      simulator.fault('status', answer(503, '', { 'retry-after': '3153600000' }), Number.POSITIVE_INFINITY),
  });
  expect(run.json('unsettled')).toMatchObject([{ state: 'cancelled' }]);
  expect(run.simulator.calls.filter(({ name }) => name === 'status')).toHaveLength(1);
  expect(run.stderr).toBe('');
});
