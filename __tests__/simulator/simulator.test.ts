// The simulator behaves as RunComfy's documentation says, and fails on demand like a network.
import { Readable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { fileTypeFromBuffer } from 'file-type';
import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';
import type { Fault } from '../../simulator/faults.ts';
import { type Simulator, startSimulator } from '../../simulator/server.ts';
import { isObject } from '../../simulator/wire.ts';

const seedModel = 'blackforestlabs/flux-2/flex/text-to-image';
const small = { image_size: { width: 40, height: 30 } };

type Json = Readonly<Record<string, unknown>>;

/** One call as a client makes it; the token is sent unless `headers` says otherwise. */
async function call(
  simulator: Simulator,
  target: string,
  init: RequestInit = {},
): Promise<{ readonly status: number; readonly headers: Headers; readonly json: Json }> {
  const headers = { authorization: `Bearer ${simulator.token}` };
  const response = await fetch(new URL(target, simulator.url), { headers, redirect: 'manual', ...init });
  const json: unknown = await response.json();
  if (!isObject(json)) throw new Error('no JSON object');
  return { status: response.status, headers: response.headers, json };
}

function submit(simulator: Simulator, inputs: unknown, model = seedModel): ReturnType<typeof call> {
  return call(simulator, `/v1/models/${model}`, { method: 'POST', body: JSON.stringify(inputs) });
}

async function submitted(simulator: Simulator, inputs: unknown, model = seedModel): Promise<string> {
  const { json } = await submit(simulator, inputs, model);
  return `/v1/requests/${json.request_id}`;
}

async function outputOf(simulator: Simulator, inputs: unknown, model = seedModel): Promise<Json> {
  const { json } = await call(simulator, `${await submitted(simulator, inputs, model)}/result`);
  if (!isObject(json.output)) throw new Error('no output');
  return json.output;
}

async function download(url: unknown): Promise<Buffer> {
  const response = await fetch(String(url));
  return Buffer.from(await response.arrayBuffer());
}

test('a submit answers with the id and the three URLs of the request', async () => {
  await using simulator = await startSimulator();
  const { status, json } = await submit(simulator, { prompt: 'a hill', seed: 7 });
  const url = `${simulator.url}/v1/requests/${json.request_id}`;
  expect(status).toBe(200);
  expect(json).toEqual({
    request_id: expect.stringMatching(/^[0-9a-f]{8}-/),
    status_url: `${url}/status`,
    result_url: `${url}/result`,
    cancel_url: `${url}/cancel`,
  });
  expect(simulator.requests).toMatchObject([{ model: seedModel, body: { prompt: 'a hill', seed: 7 }, cost: 0.06 }]);
});

test('requests wait, run and complete; the queue moves up when one is cancelled', async () => {
  await using simulator = await startSimulator({ workers: 1, runMs: 60_000 });
  const [first, second, third] = [
    await submitted(simulator, { prompt: '1' }),
    await submitted(simulator, { prompt: '2' }),
    await submitted(simulator, { prompt: '3' }),
  ];
  expect((await call(simulator, `${first}/status`)).json).not.toHaveProperty('queue_position');
  expect((await call(simulator, `${first}/status`)).json.status).toBe('in_progress');
  expect((await call(simulator, `${third}/status`)).json).toMatchObject({ status: 'in_queue', queue_position: 2 });

  const post = { method: 'POST', headers: { authorization: `Bearer ${simulator.token}` } };
  const cancelled = await call(simulator, `${second}/cancel`, post);
  expect(cancelled).toMatchObject({ status: 202, json: { outcome: 'cancelled' } });
  expect((await call(simulator, `${second}/status`)).json.status).toBe('cancelled');
  expect((await call(simulator, `${second}/result`)).json).toMatchObject({ status: 'cancelled' });
  expect((await call(simulator, `${third}/status`)).json.queue_position).toBe(1);
  expect((await call(simulator, `${first}/cancel`, post)).json.outcome).toBe('not_cancellable');
  expect(simulator.requests.map(({ state, polls }) => [state, polls.length])).toEqual([
    ['in_progress', 2],
    ['cancelled', 1],
    ['in_queue', 2],
  ]);
});

test('results have the state before they are ready, and the cost only on request', async () => {
  await using simulator = await startSimulator({ runMs: 500 });
  const request = await submitted(simulator, { prompt: 'a hill' });
  expect((await call(simulator, `${request}/result`)).json).toEqual({
    request_id: expect.any(String),
    status: 'in_progress',
    created_at: expect.stringMatching(/Z$/),
  });
  while (simulator.requests[0]?.state !== 'completed') await new Promise((resolve) => setTimeout(resolve, 5));
  const result = (await call(simulator, `${request}/result`)).json;
  expect(result).toMatchObject({ status: 'succeeded', finished_at: expect.stringMatching(/Z$/) });
  expect(result).not.toHaveProperty('cost');
  expect((await call(simulator, `${request}/result?include_cost=true`)).json).toEqual({ ...result, cost: 0.06 });
});

test('the prompt can ask for the two ways in which a generation fails', async () => {
  await using simulator = await startSimulator();
  const refused = await call(simulator, `${await submitted(simulator, { prompt: 'a hill [refuse]' })}/result`);
  const failed = await call(simulator, `${await submitted(simulator, { prompt: 'a hill [fail]' })}/result`);
  expect(refused.json).toMatchObject({ status: 'failed', error: { code: 'content_policy_violation' } });
  expect(failed.json).toMatchObject({ status: 'failed', error: 'The worker ran out of memory.' });
});

test.each<[what: string, inputs: unknown, model: string, status: number, body: unknown]>([
  ['an unknown model', { prompt: 'x' }, 'no/such/model', 404, { error_code: 404001 }],
  ['a missing prompt', { seed: 1 }, seedModel, 422, { detail: [{ loc: ['body', 'prompt'], type: 'missing' }] }],
  ['a body that is no object', [1], seedModel, 422, { detail: [{ type: 'json_invalid' }] }],
  ['more than the balance', { prompt: 'x', num_images: 4 }, seedModel, 400, { error_code: 400002 }],
])('a submit with %s is refused', async (_what, inputs, model, status, body) => {
  await using simulator = await startSimulator({ balance: 0.2 });
  expect(await submit(simulator, inputs, model)).toMatchObject({ status, json: body });
  expect(simulator.requests).toEqual([]);
});

test('a wrong token and an empty balance can be reported by the HTTP status instead', async () => {
  await using simulator = await startSimulator({ balance: 0, refusals: 'http-status' });
  expect(await submit(simulator, { prompt: 'x' })).toMatchObject({
    status: 402,
    json: { message: 'Payment Required' },
  });
  simulator.expectUnexpected();
  const wrong = await call(simulator, '/v1/models', { headers: { authorization: 'Bearer wrong' } });
  expect(wrong).toMatchObject({ status: 403, json: { message: 'Unauthorized' } });
});

test('the balance pays exactly what it can, and a cancelled request is paid back', async () => {
  await using simulator = await startSimulator({ balance: 0.18, queueMs: Number.POSITIVE_INFINITY });
  const requests = [];
  for (const prompt of ['1', '2', '3']) requests.push(await submitted(simulator, { prompt }));
  expect((await submit(simulator, { prompt: '4' })).status).toBe(400);
  const headers = { authorization: `Bearer ${simulator.token}` };
  await call(simulator, `${requests[0]}/cancel`, { method: 'POST', headers });
  expect((await submit(simulator, { prompt: '4' })).status).toBe(200);
});

test('the catalog finds models, and tells schema and price of one', async () => {
  await using simulator = await startSimulator();
  const { json } = await call(simulator, '/v1/models?search=nano&limit=1');
  expect(json).toMatchObject({ models: [{ model_id: 'google/nano-banana-2/text-to-image', kind: 'model' }], total: 4 });
  const entry = (await call(simulator, `/v1/models/${seedModel}`)).json;
  expect(entry).toMatchObject({
    base_price_usd: 0.06,
    price_unit: 'output',
    required_inputs: ['prompt'],
    input_schema: { properties: { guidance_scale: { type: 'float', minimum: 1.5, maximum: 10, default: 3.5 } } },
  });
  expect((await call(simulator, '/v1/models/no/such')).status).toBe(404);
});

test('without a price, neither the catalog nor a result has one', async () => {
  await using simulator = await startSimulator({ price: null });
  expect((await call(simulator, `/v1/models/${seedModel}`)).json).not.toHaveProperty('base_price_usd');
  const request = await submitted(simulator, { prompt: 'x' });
  expect((await call(simulator, `${request}/result?include_cost=true`)).json).not.toHaveProperty('cost');
});

test.each<[what: string, inputs: Json, format: 'png' | 'jpeg', width: number, height: number]>([
  ['defaults', {}, 'jpeg', 1024, 768],
  ['a preset', { image_size: 'square', output_format: 'png' }, 'png', 512, 512],
  ['an object', { image_size: { width: 31, height: 17 } }, 'jpeg', 31, 17],
  ['width and height', { width: 17, height: 31, output_format: 'png' }, 'png', 17, 31],
  ['a ratio', { aspect_ratio: '16:9' }, 'jpeg', 1024, 576],
])('pictures decode and have the size that was asked for: %s', async (_what, inputs, format, width, height) => {
  await using simulator = await startSimulator();
  const { image } = await outputOf(simulator, { prompt: 'a lake', ...inputs });
  const bytes = await download(image);
  expect((await fileTypeFromBuffer(bytes))?.mime).toBe(`image/${format}`);
  const decoded = format === 'png' ? PNG.sync.read(bytes) : jpeg.decode(bytes);
  expect([decoded.width, decoded.height]).toEqual([width, height]);
});

test('prompt and seed decide what a picture shows', async () => {
  await using simulator = await startSimulator();
  const picture = async (inputs: Json) => download((await outputOf(simulator, { ...small, ...inputs })).image);
  const [first, again] = [await picture({ prompt: 'a', seed: 1 }), await picture({ prompt: 'a', seed: 1 })];
  const [otherSeed, otherPrompt] = [await picture({ prompt: 'a', seed: 2 }), await picture({ prompt: 'b', seed: 1 })];
  expect(again).toEqual(first);
  expect(otherSeed).not.toEqual(first);
  expect(otherPrompt).not.toEqual(first);
  expect(await picture({ prompt: 'a' })).not.toEqual(await picture({ prompt: 'a' }));
});

test.each<[model: string, inputs: Json, member: string, mimes: readonly string[]]>([
  [
    'google/nano-banana-2/text-to-image',
    { prompt: 'x', num_images: 2, ...small },
    'images',
    ['image/png', 'image/png'],
  ],
  ['wan-ai/wan-2.7/text-to-video', { prompt: 'x' }, 'video', ['video/mp4']],
  ['acestep-ai/ace-step/text-to-audio', { tags: 'calm' }, 'audio', ['audio/wav']],
])('%s yields real files', async (model, inputs, member, mimes) => {
  await using simulator = await startSimulator();
  const output = await outputOf(simulator, inputs, model);
  const files = await Promise.all([output[member]].flat().map(download));
  expect(await Promise.all(files.map(async (file) => (await fileTypeFromBuffer(file))?.mime))).toEqual(mimes);
});

test('a test may say what the output is, and host any file', async () => {
  await using simulator = await startSimulator();
  simulator.output(({ number }, hosted) => [hosted({ body: Buffer.from('bytes'), type: 'text/plain' }), number]);
  const { json } = await call(simulator, `${await submitted(simulator, { prompt: 'x' })}/result`);
  expect(json.output).toEqual([expect.stringMatching(/\/files\/.*\/1\.plain$/), 1]);
  expect((await download([json.output].flat()[0])).toString()).toBe('bytes');

  const streamed = simulator.host('/a b.bin?sig=1', { body: () => Readable.from(['two ', 'chunks']) });
  expect(streamed).toBe(`${simulator.url}/files/a%20b.bin?sig=1`);
  expect((await download(streamed)).toString()).toBe('two chunks');

  const moved = simulator.host('moved', { body: Buffer.alloc(0), status: 302, headers: { location: streamed } });
  expect((await download(moved)).toString()).toBe('two chunks');
  expect((await fetch(`${simulator.url}/files/gone`)).status).toBe(404);
});

/** What a client that waits so many milliseconds sees of a submit. */
async function seen(simulator: Simulator, patience: number): Promise<string> {
  const response = await fetch(`${simulator.url}/v1/models/${seedModel}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${simulator.token}` },
    body: '{"prompt":"x"}',
    signal: AbortSignal.timeout(patience),
  }).catch(() => null);
  if (!response) return 'nothing';
  const text = await response.text().catch(() => null);
  if (text === null) return `${response.status}, cut off`;
  return text.startsWith('{') && text.endsWith('}') ? `${response.status}, JSON` : `${response.status}, unreadable`;
}

test.each<[fault: Fault, sees: string, accepted: number, status: number | null]>([
  [{ kind: 'reply', status: 429, body: { message: 'slow down' } }, '429, JSON', 0, 429],
  [{ kind: 'reply', status: 500, body: 'no' }, '500, unreadable', 0, 500],
  [{ kind: 'drop-before' }, 'nothing', 0, null],
  [{ kind: 'drop-after' }, 'nothing', 1, null],
  [{ kind: 'truncate' }, '200, cut off', 1, 200],
  [{ kind: 'hang' }, 'nothing', 0, null],
  [{ kind: 'hang', after: true }, 'nothing', 1, null],
  [{ kind: 'slow', ms: 1 }, '200, JSON', 1, 200],
  [{ kind: 'delay', ms: 1 }, '200, JSON', 1, 200],
  [{ kind: 'garbage' }, '200, unreadable', 1, 200],
  [{ kind: 'html' }, '502, unreadable', 0, 502],
])('the fault %j shows as it should', async (fault, sees, accepted, status) => {
  await using simulator = await startSimulator();
  simulator.fault('submit', fault);
  expect(await seen(simulator, fault.kind === 'hang' ? 200 : 10_000)).toBe(sees);
  expect(simulator.requests).toHaveLength(accepted);
  expect(simulator.calls).toMatchObject([
    { name: 'submit', method: 'POST', body: Buffer.from('{"prompt":"x"}'), status },
  ]);
  expect(await seen(simulator, 10_000)).toBe('200, JSON');
});

test('faults skip calls, repeat, and apply in turn', async () => {
  await using simulator = await startSimulator({ retryAfter: '3' });
  simulator.fault('models', { kind: 'reply', status: 503, body: {} }, 2, 1);
  simulator.fault('models', { kind: 'reply', status: 429, body: {}, headers: { 'Retry-After': '9' } }, 1, 1);
  const answers = [];
  for (let index = 0; index < 6; index++) answers.push(await call(simulator, '/v1/models'));
  expect(answers.map(({ status }) => status)).toEqual([200, 503, 503, 200, 429, 200]);
  expect(answers.map(({ headers }) => headers.get('retry-after'))).toEqual([null, '3', '3', null, '9', null]);
});

test('a truncated file announces its full length', async () => {
  await using simulator = await startSimulator();
  const url = simulator.host('large', { body: Buffer.alloc(300_000, 7) });
  simulator.fault('file', { kind: 'truncate' });
  const response = await fetch(url);
  expect(response.headers.get('content-length')).toBe('300000');
  await expect(response.arrayBuffer()).rejects.toThrow();
});

test('closing ends hanging calls', async () => {
  const simulator = await startSimulator();
  simulator.fault('models', { kind: 'hang' });
  simulator.fault('model', { kind: 'delay', ms: 60_000 });
  const hanging = [call(simulator, '/v1/models'), call(simulator, `/v1/models/${seedModel}`)];
  const ends = expect(Promise.allSettled(hanging)).resolves.toMatchObject([
    { status: 'rejected' },
    { status: 'rejected' },
  ]);
  while (simulator.calls.length < 2) await new Promise((resolve) => setTimeout(resolve, 1));
  await simulator.close();
  await ends;
});

test.each<[what: string, act: (simulator: Simulator) => Promise<unknown>, complaint: RegExp]>([
  ['an unknown route', (simulator) => call(simulator, '/v2/models'), /GET \/v2\/models: no such route/],
  ['a wrong token', (simulator) => call(simulator, '/v1/models', { headers: {} }), /models .*: wrong or missing token/],
  ['an unknown id', (simulator) => call(simulator, '/v1/requests/none/status'), /status .*: unknown request id/],
  ['a token sent to a file', (simulator) => call(simulator, simulator.host('a', { body: Buffer.from('{}') })), /file/],
  [
    'an API redirect followed',
    async (simulator) => {
      simulator.fault('models', {
        kind: 'reply',
        status: 307,
        headers: { location: `/v1/models/${seedModel}` },
        body: {},
      });
      await call(simulator, '/v1/models', {
        redirect: 'follow',
        headers: { authorization: `Bearer ${simulator.token}` },
      });
    },
    /followed a redirect/,
  ],
])('%s fails the test that owns the simulator', async (_what, act, complaint) => {
  const simulator = await startSimulator();
  await act(simulator);
  expect(simulator.unexpected).toEqual([expect.stringMatching(complaint)]);
  await expect(simulator[Symbol.asyncDispose]()).rejects.toThrow(complaint);
});

test('a test that makes unexpected calls says so', async () => {
  await using simulator = await startSimulator();
  simulator.expectUnexpected();
  const wrong = await call(simulator, '/v1/models', { headers: { authorization: 'Bearer wrong' } });
  expect(wrong).toMatchObject({ status: 400, json: { error_code: 400004 } });
});
