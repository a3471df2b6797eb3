// The verbs on the wire, against deployments that are as strict as the real ones: where the token goes, what is sent, what comes back.
import { expect, test } from '@jest/globals';
import { fileTypeFromBuffer } from 'file-type';
import type { DeploymentOptions } from '../../simulator/comfyui/comfyui.ts';
import { type Simulator, startSimulator } from '../../simulator/server.ts';
import { createServerless, type Serverless } from '../../src/comfyui/client.ts';
import type { DeploymentResult } from '../../src/comfyui/decode.ts';
import { lookUpDeployment } from '../../src/comfyui/look-up.ts';
import { DeploymentError } from '../../src/comfyui/refusal.ts';
import { type Graph, readGraph } from '../../src/graphs/graph.ts';
import { requestBody, resolveOverrides } from '../../src/graphs/overrides.ts';
import { ConnectionError, createHttp } from '../../src/http/client.ts';
import { faultOfDeployment } from '../../src/inputs/values.ts';
import type { JsonObject } from '../../src/lib/json.ts';
import { redactor } from '../../src/report/text.ts';
import { type VirtualClock, virtualClock } from '../helpers/clock.ts';
import { FLUX, TXT2IMG, UPSCALE, VIDEO } from '../helpers/graphs.ts';
import { until } from '../helpers/until.ts';

const ID = '8f0e2c5a-0000-4000-8000-0123456789ab';
const { signal } = new AbortController();

interface Bench extends AsyncDisposable {
  readonly simulator: Simulator;
  readonly clock: VirtualClock;
  readonly service: Serverless;
  /** The id of a request with that body. */
  submit(body: JsonObject): Promise<string>;
  /** Its result, once it has one. */
  result(body: JsonObject): Promise<DeploymentResult>;
}

async function openBench(deployment: Partial<DeploymentOptions> = {}): Promise<Bench> {
  const simulator = await startSimulator();
  simulator.comfyui.deploy(ID, { graph: TXT2IMG, ...deployment });
  const clock = virtualClock();
  const http = clock.watching(await createHttp({}));
  const { url, token } = simulator;
  const service = createServerless({ http, clock, deploymentsUrl: new URL(url), token, redacted: redactor([token]) });
  const bench: Bench = {
    simulator,
    clock,
    service,
    async submit(body) {
      const id = await service.submit(ID, JSON.stringify(body), signal);
      if (id === null) throw new Error('no id');
      return id;
    },
    async result(body) {
      const requestId = await bench.submit(body);
      return service.result({ deployment: ID, requestId }, signal);
    },
    async [Symbol.asyncDispose]() {
      await http.close();
      await simulator[Symbol.asyncDispose]();
    },
  };
  return bench;
}

function graphOf(json: JsonObject): Graph {
  const { graph } = readGraph(json);
  if (graph === null) throw new Error('no graph');
  return graph;
}

async function typesOf({ output }: { readonly output: unknown }): Promise<readonly unknown[]> {
  if (!Array.isArray(output)) return [];
  return Promise.all(
    output.map(async (url) => {
      const bytes = Buffer.from(await (await fetch(String(url))).arrayBuffer());
      return (await fileTypeFromBuffer(bytes))?.ext;
    }),
  );
}

test.each([
  { name: 'text to image', graph: TXT2IMG, types: ['png'] },
  { name: 'a preview is left out', graph: UPSCALE, types: ['png'] },
  { name: 'a video', graph: VIDEO, types: ['mp4'] },
  { name: 'a subgraph', graph: FLUX, types: ['png'] },
  {
    name: 'two nodes and a batch',
    graph: {
      ...TXT2IMG,
      '10': { class_type: 'SaveAudio', inputs: { audio: ['8', 0] } },
      '11': { class_type: 'SaveGLB', inputs: { mesh: ['8', 0] } },
      '5': { class_type: 'EmptyLatentImage', inputs: { width: 8, height: 8, batch_size: 2 } },
    },
    types: ['png', 'png', 'wav', 'glb'],
  },
])('a graph of the repository is sent and makes real files: $name', async ({ graph, types }) => {
  await using bench = await openBench();
  const result = await bench.result(requestBody(graphOf(graph), []));
  if (result.result !== 'succeeded') throw new Error(result.result);
  expect(await typesOf(result)).toEqual(types);
  expect(bench.simulator.calls.slice(0, 2)).toMatchObject([
    { method: 'POST', path: `/prod/v1/deployments/${ID}/inference` },
    { method: 'GET', path: expect.stringMatching(`^/prod/v1/deployments/${ID}/requests/[^/]+/result$`) },
  ]);
});

test('overrides of the saved graph are what runs', async () => {
  await using bench = await openBench();
  const { overrides } = resolveOverrides({ 'Prompt.text': 'a hill', 'KSampler.seed': 3 }, new Map(), graphOf(TXT2IMG));
  await bench.submit(requestBody(null, overrides));
  expect(bench.simulator.comfyui.requests[0]?.body).toEqual({
    overrides: { 3: { inputs: { seed: 3 } }, 6: { inputs: { text: 'a hill' } } },
  });
  expect(bench.simulator.comfyui.requests[0]?.graph).toMatchObject({
    6: { inputs: { text: 'a hill', clip: ['4', 1] } },
    3: { inputs: { seed: 3, steps: 20 } },
  });
});

test.each([
  { name: 'an unknown node', body: { overrides: { 66: { inputs: {} } } }, says: 'overrides.66: Node 66 not found' },
  {
    name: 'an unknown input',
    body: { overrides: { 6: { inputs: { txt: 'a' } } } },
    says: 'overrides.6.inputs.txt: Node 6 has no input txt',
  },
  {
    name: 'both ways at once',
    body: { overrides: { 6: { inputs: {} } }, workflow_api_json: TXT2IMG },
    says: 'overrides: Must be empty',
  },
  {
    name: "the editor's format",
    body: { workflow_api_json: { nodes: [], links: [] } },
    says: 'workflow_api_json: Workflow is not in API format',
  },
  { name: 'a flat body', body: { prompt: 'a hill' }, says: 'prompt: Extra inputs' },
])('the service refuses $name, and its words arrive', async ({ body, says }) => {
  await using bench = await openBench();
  const refused = bench.submit(body);
  await expect(refused).rejects.toThrow(says);
  await expect(refused).rejects.toMatchObject({ kind: 'invalid-request', isRejected: true, code: 422001 });
  expect(bench.simulator.comfyui.requests).toEqual([]);
});

test.each([
  {
    name: 'validation',
    node: '4',
    input: 'ckpt_name',
    value: 'missing.ckpt',
    says: /validation; node 4 \(Load Checkpoint\): Value not in list, ckpt_name: 'missing.ckpt'/,
  },
  {
    name: 'execution',
    node: '6',
    input: 'text',
    value: '[fail]',
    says: /execution failed; node 3 \(KSampler\): Allocation on device 0/,
  },
])('a graph that fails tells the node: $name', async ({ node, input, value, says }) => {
  await using bench = await openBench();
  const requestId = await bench.submit({ overrides: { [node]: { inputs: { [input]: value } } } });
  const result = await bench.service.result({ deployment: ID, requestId }, signal, graphOf(TXT2IMG));
  expect(result).toMatchObject({ result: 'failed', reason: expect.stringMatching(says) });
});

test('an account that cannot pay is refused, and nothing runs', async () => {
  await using bench = await openBench({ hasFunds: false });
  await expect(bench.submit({ overrides: {} })).rejects.toMatchObject({
    kind: 'insufficient-balance',
    code: 10001,
    isRejected: true,
  });
  expect(bench.simulator.comfyui.requests).toEqual([]);
});

test('the second run of an unchanged graph may end without outputs', async () => {
  await using bench = await openBench({ caches: true });
  expect(await bench.result({ overrides: {} })).toMatchObject({ result: 'succeeded', emptyBecause: null });
  expect(await bench.result({ overrides: {} })).toMatchObject({
    output: null,
    emptyBecause: expect.stringMatching(/seed/),
  });
  expect(await bench.result({ overrides: { 3: { inputs: { seed: 1 } } } })).toMatchObject({ emptyBecause: null });
});

test('a LoRA deployment takes a flat body and tells `output`', async () => {
  await using bench = await openBench({ graph: null });
  const result = await bench.result({ prompt: 'a hill', seed: 7 });
  expect(result).toMatchObject({ result: 'succeeded', output: { images: [expect.stringMatching(/\.png$/)] } });
  await expect(bench.submit({ overrides: {} })).rejects.toThrow('prompt: Field required');
  expect((await bench.service.deployment(ID, signal)).graph).toBeNull();
});

test('a booting machine is reported before the request runs', async () => {
  await using bench = await openBench({ bootMs: Number.POSITIVE_INFINITY });
  const requests = await Promise.all([bench.submit({ overrides: {} }), bench.submit({ overrides: {} })]);
  const states = await Promise.all(
    requests.map((requestId) => bench.service.state({ deployment: ID, requestId }, signal)),
  );
  expect(states.map((state) => ('position' in state ? state.position : null)).sort()).toEqual([1, 2]);
  expect(states[0]).toMatchObject({
    state: 'in_queue',
    instanceId: expect.stringMatching(/^instance-/),
    logUrl: expect.stringContaining('/logs/'),
  });
  expect(await bench.service.cancel({ deployment: ID, requestId: requests[0] ?? '' }, signal)).toBe('requested');
  expect(await bench.service.state({ deployment: ID, requestId: requests[0] ?? '' }, signal)).toMatchObject({
    state: 'cancelled',
  });
});

test('a running request can be cancelled, and is cancelled only once its status says so', async () => {
  await using bench = await openBench({ runMs: Number.POSITIVE_INFINITY, cancelMs: Number.POSITIVE_INFINITY });
  const request = { deployment: ID, requestId: await bench.submit({ overrides: {} }) };
  expect(await bench.service.state(request, signal)).toMatchObject({
    state: 'in_progress',
    instanceId: expect.any(String),
  });
  expect(await bench.service.cancel(request, signal)).toBe('requested');
  expect(await bench.service.result(request, signal)).toEqual({ result: 'pending' });
  bench.simulator.comfyui.stop();
  expect(await bench.service.state(request, signal)).toMatchObject({ state: 'cancelled' });
  expect(await bench.service.result(request, signal)).toEqual({ result: 'cancelled' });
  expect(await bench.service.cancel(request, signal)).toBe('not_cancellable');
});

test('an ended request is not cancelled', async () => {
  await using bench = await openBench();
  const request = { deployment: ID, requestId: await bench.submit({ overrides: {} }) };
  expect(await bench.service.cancel(request, signal)).toBe('not_cancellable');
  expect(await bench.service.result(request, signal)).toMatchObject({ result: 'succeeded' });
  const cancels = bench.simulator.calls.filter(({ name }) => name === 'cancel');
  expect(cancels.map(({ method, body }) => [method, body.length])).toEqual([['POST', 0]]);
});

test('every call carries the token, and a redirect is not followed with it', async () => {
  await using elsewhere = await openBench();
  await using bench = await openBench();
  const request = { deployment: ID, requestId: await bench.submit({ overrides: {} }) };
  for (const name of ['model', 'status', 'result', 'cancel', 'submit'] as const) {
    const location = `${elsewhere.simulator.url}/prod/v2/deployments/${ID}`;
    bench.simulator.fault(name, { kind: 'reply', status: 307, headers: { location } });
  }
  const { service } = bench;
  for (const call of [
    service.deployment(ID, signal),
    service.state(request, signal),
    service.result(request, signal),
    service.cancel(request, signal),
    service.submit(ID, '{}', signal),
  ]) {
    await expect(call).rejects.toMatchObject({ kind: 'invalid-request', status: 307 });
  }
  for (const { headers } of bench.simulator.calls) {
    expect(headers).toMatchObject({ authorization: `Bearer ${bench.simulator.token}`, 'accept-encoding': 'identity' });
  }
  expect(elsewhere.simulator.calls).toEqual([]);
});

test('a submit has a connection of its own', async () => {
  await using bench = await openBench();
  await bench.result({ overrides: {} });
  expect(bench.simulator.calls.map(({ name, headers }) => [name, headers.connection])).toEqual([
    ['submit', 'close'],
    ['result', 'keep-alive'],
  ]);
});

test('a submit whose answer cannot be read, or is lost, is not repeated', async () => {
  await using bench = await openBench();
  bench.simulator.fault('submit', { kind: 'garbage' });
  bench.simulator.fault('submit', { kind: 'drop-after' });
  expect(await bench.service.submit(ID, '{}', signal)).toBeNull();
  await expect(bench.service.submit(ID, '{}', signal)).rejects.toMatchObject({ isUnsent: false });
  expect(bench.simulator.comfyui.requests).toHaveLength(2);
});

test('a missing response is given up after twenty seconds', async () => {
  await using bench = await openBench();
  bench.simulator.fault('model', { kind: 'hang' });
  const asking = bench.service.deployment(ID, signal);
  await until(() => bench.simulator.calls.length === 1);
  bench.clock.advance(20_000);
  await expect(asking).rejects.toBeInstanceOf(ConnectionError);
});

test('a token in a response is removed', async () => {
  await using bench = await openBench();
  const body = { error_code: 422001, error_message: `no ${bench.simulator.token}` };
  bench.simulator.fault('submit', { kind: 'reply', status: 422, body });
  await expect(bench.submit({})).rejects.toThrow('"no ***"');
});

test('the graph of a deployment can be read, free of charge', async () => {
  await using bench = await openBench();
  const deployment = await bench.service.deployment(ID, signal);
  expect(deployment).toMatchObject({ isEnabled: true, status: 'standby' });
  expect(deployment.graph?.json).toEqual(TXT2IMG);
  expect(bench.simulator.calls).toMatchObject([{ method: 'GET', path: `/prod/v2/deployments/${ID}?includes=payload` }]);
});

test('a disabled deployment is reported as disabled, and a deleted one stops the run', async () => {
  await using bench = await openBench({ isEnabled: false });
  const look = () => lookUpDeployment(bench.service, ID, signal);
  expect(await look()).toMatchObject({ isEnabled: false });
  bench.simulator.fault('model', {
    kind: 'reply',
    status: 200,
    body: { error_code: 10002, error_message: 'Disabled' },
  });
  expect(await look()).toMatchObject({ isEnabled: false, graph: null });
  await expect(bench.submit({})).rejects.toMatchObject({ code: 10002, advice: expect.stringMatching(/Enable/) });
  bench.simulator.comfyui.remove(ID);
  await expect(look()).rejects.toMatchObject({
    kind: 'model-not-found',
    message: expect.stringMatching(`^RunComfy has no deployment ${ID}: .*404001`),
    advice: expect.stringMatching(/^Nothing was submitted\./),
  });
});

test.each([
  { name: 'an outage', fault: { kind: 'html' } as const },
  {
    name: 'a gateway that does not know the address',
    fault: { kind: 'reply', status: 404, body: { message: 'no such route' } } as const,
  },
  { name: 'no answer', fault: { kind: 'drop-before' } as const },
])('the graph is only unknown after $name', async ({ fault }) => {
  await using bench = await openBench();
  bench.simulator.fault('model', fault);
  expect(await lookUpDeployment(bench.service, ID, signal)).toBeNull();
});

test('a refused token is reported, and a cancelled run is not an outage', async () => {
  await using bench = await openBench();
  bench.simulator.fault('model', {
    kind: 'reply',
    status: 401,
    body: { error_code: 401001, error_message: 'Unauthorized' },
  });
  await expect(lookUpDeployment(bench.service, ID, signal)).rejects.toMatchObject({ kind: 'unauthorized' });
  const reason = new Error('enough');
  await expect(lookUpDeployment(bench.service, ID, AbortSignal.abort(reason))).rejects.toBe(reason);
});

test('the simulator knows its own: another token, and the request of another deployment', async () => {
  await using bench = await openBench();
  bench.simulator.expectUnexpected();
  bench.simulator.comfyui.deploy('other', { graph: TXT2IMG });
  const requestId = await bench.submit({ overrides: {} });
  await expect(bench.service.state({ deployment: 'other', requestId }, signal)).rejects.toBeInstanceOf(DeploymentError);
  const stranger = await fetch(new URL(`/prod/v2/deployments/${ID}`, bench.simulator.url));
  expect(stranger.status).toBe(401);
  expect(bench.simulator.unexpected).toEqual([
    expect.stringMatching(/unknown request id/),
    expect.stringMatching(/missing token/),
  ]);
});

test.each([
  { text: ID, fault: null },
  { text: 'demo', fault: null },
  { text: 'https://www.runcomfy.com/x', fault: /not an address/ },
  { text: '../models', fault: /id of a deployment such as/ },
  { text: '', fault: /id of a deployment/ },
])('the id $text', ({ text, fault }) => {
  if (fault === null) expect(faultOfDeployment(text)).toBeNull();
  else expect(faultOfDeployment(text)).toMatch(fault);
});
