// Responses of the Serverless API as data: the documented shapes, those that clients have seen, and arbitrary JSON.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeCancel, decodeDeployment, decodeResult, decodeState, decodeSubmit } from '../../src/comfyui/decode.ts';
import { DeploymentError } from '../../src/comfyui/refusal.ts';
import { readGraph } from '../../src/graphs/graph.ts';
import { type Reply, ServiceError } from '../../src/runcomfy/protocol.ts';
import { TXT2IMG } from '../helpers/graphs.ts';
import { anyText } from '../helpers/text.ts';

function reply(body: unknown, status = 200): Reply {
  return { status, body: typeof body === 'string' ? body : JSON.stringify(body), retryAfterMs: null };
}

const { graph } = readGraph(TXT2IMG);

function file(name: string, type = 'output'): object {
  return { url: `https://x.runcomfy.net/${name}`, filename: name, subfolder: '', type };
}

const url = (name: string): string => `https://x.runcomfy.net/${name}`;

test.each([
  { name: 'as documented', body: { request_id: 'r-1', status_url: 'https://x/' }, id: 'r-1' },
  { name: 'inside data', body: { data: { request_id: 'r-1' } }, id: 'r-1' },
  { name: 'a path', body: { request_id: '../x' }, id: null },
  { name: 'not JSON', body: '<html>', id: null },
])('the id of a submit: $name', ({ body, id }) => {
  expect(decodeSubmit(reply(body))).toBe(id);
});

test.each([
  {
    body: { status: 'in_queue', queue_position: 2 },
    state: { state: 'in_queue', position: 2, instanceId: null, logUrl: null },
  },
  {
    body: { status: 'in_queue', instance_id: 'i-1', log_url: 'https://x/log' },
    state: { state: 'in_queue', position: null, instanceId: 'i-1', logUrl: 'https://x/log' },
  },
  {
    body: { status: 'in_progress', instance_id: 'i-1' },
    state: { state: 'in_progress', instanceId: 'i-1', logUrl: null },
  },
  { body: { status: 'canceled' }, state: { state: 'cancelled', instanceId: null, logUrl: null } },
  { body: { status: 'cancelled' }, state: { state: 'cancelled', instanceId: null, logUrl: null } },
  {
    body: { data: { status: 'completed', instance_id: 'i-1' } },
    state: { state: 'completed', instanceId: 'i-1', logUrl: null },
  },
  {
    body: { status: 'cancellation_requested' },
    state: { state: 'unknown', word: '"cancellation_requested"', end: null, instanceId: null, logUrl: null },
  },
])('the status of $body', ({ body, state }) => {
  expect(decodeState(reply(body))).toEqual(state);
});

test.each([
  { name: 'images', outputs: { 9: { images: [file('a.png')] } }, output: ['a.png'] },
  {
    name: 'nodes in numeric order, subgraphs part by part',
    outputs: {
      '100': { images: [file('5')] },
      '57:10': { images: [file('4')] },
      '9': { images: [file('1')] },
      '57:9': { gifs: [file('3')] },
      '57': { images: [file('2')] },
    },
    output: ['1', '2', '3', '4', '5'],
  },
  {
    name: 'previews beside results',
    outputs: { 5: { images: [file('t.png', 'temp')] }, 9: { images: [file('a.png')] } },
    output: ['a.png'],
  },
  {
    name: 'nothing but previews',
    outputs: { 5: { images: [file('t.png', 'temp')] }, 9: { text: ['x'] } },
    output: ['t.png'],
  },
  {
    name: 'gifs, videos, audio, 3d',
    outputs: {
      1: { gifs: [{ ...file('a.mp4'), fullpath: '/out/a.mp4', workflow: 'a.png' }] },
      2: { videos: [file('b.mp4')] },
      3: { audio: [file('c.flac')] },
      4: { '3d': [file('d.glb')] },
    },
    output: ['a.mp4', 'b.mp4', 'c.flac', 'd.glb'],
  },
  { name: 'plain addresses, each once', outputs: { 1: { images: [url('a.png'), url('a.png')] } }, output: ['a.png'] },
])('files of a result: $name', ({ outputs, output }) => {
  const result = decodeResult(reply({ status: 'succeeded', outputs, error: [] }));
  expect(result).toEqual({
    result: 'succeeded',
    output: output.map(url),
    raw: outputs,
    beside: {},
    cost: null,
    createdAt: null,
    emptyBecause: null,
  });
});

test.each([
  {
    name: 'text',
    body: { outputs: { 9: { text: ['a caption: of /a/b'] } } },
    output: { 9: { text: ['a caption: of /a/b'] } },
  },
  {
    name: 'files without an address',
    body: { outputs: { 9: { images: [{ filename: 'a.png', type: 'output' }] } } },
    output: { 9: { images: [{ filename: 'a.png', type: 'output' }] } },
  },
  { name: 'of a LoRA', body: { output: { images: [url('a.png')] } }, output: { images: [url('a.png')] } },
  { name: 'of a LoRA, beside empty outputs', body: { outputs: {}, output: url('a.png') }, output: url('a.png') },
])('kept as it is: $name', ({ body, output }) => {
  expect(decodeResult(reply({ status: 'succeeded', ...body }))).toMatchObject({
    result: 'succeeded',
    output,
    raw: output,
    emptyBecause: null,
  });
});

test.each([
  {},
  { outputs: {} },
  { outputs: null },
  { outputs: { 9: { images: [], animated: [true] } } },
  { outputs: {}, error: [] },
])('an empty result is reported with the remedy: %j', (body) => {
  expect(decodeResult(reply({ status: 'succeeded', ...body }))).toMatchObject({
    result: 'succeeded',
    output: null,
    emptyBecause: expect.stringMatching(/cache.*seed/),
  });
});

const NODE_ERRORS = {
  4: {
    errors: [{ type: 'value_not_in_list', message: 'Value not in list', details: "ckpt_name: 'x' not in ['a']" }],
    class_type: 'CheckpointLoaderSimple',
  },
};

test.each([
  {
    name: 'as documented',
    error: [{ errorCode: 'E1', error: 'Workflow failed.', debugInfo: 'x' }],
    reason: '"Workflow failed"',
  },
  { name: 'a code alone', error: [{ errorCode: 'E1', error: '', debugInfo: '' }], reason: '"E1"' },
  { name: 'a text', error: 'out of memory', reason: '"out of memory"' },
  {
    name: 'node_errors as text in debugInfo',
    error: [{ error: 'Prompt outputs failed validation', debugInfo: JSON.stringify({ node_errors: NODE_ERRORS }) }],
    reason: `"Prompt outputs failed validation; node 4 (Load Checkpoint): Value not in list, ckpt_name: 'x' not in ['a']"`,
  },
  {
    name: 'node_errors beside an error',
    error: { error: { message: 'Invalid' }, node_errors: NODE_ERRORS },
    reason: `"Invalid; node 4 (Load Checkpoint): Value not in list, ckpt_name: 'x' not in ['a']"`,
  },
  {
    name: 'a node that the graph does not have',
    error: [
      { error: 'Invalid', debugInfo: { node_errors: { 77: { errors: [{ message: 'Bad' }], class_type: 'Foo' } } } },
    ],
    reason: '"Invalid; node 77 (Foo): Bad"',
  },
  {
    name: 'the node that broke',
    error: [
      {
        error: 'Failed',
        debugInfo: {
          node_id: '3',
          node_type: 'KSampler',
          exception_message: 'CUDA out of memory.\n',
          traceback: ['...'],
        },
      },
    ],
    reason: '"Failed; node 3 (KSampler): CUDA out of memory"',
  },
  {
    name: 'the message of the node appears once',
    error: [{ error: 'Out of memory', debugInfo: { node_id: 3, exception_message: 'Out of memory' } }],
    reason: '"node 3 (KSampler): Out of memory"',
  },
  { name: 'the same twice', error: [{ error: 'Failed' }, { error: 'Failed' }], reason: '"Failed"' },
])("a failure in ComfyUI's own words: $name", ({ error, reason }) => {
  expect(decodeResult(reply({ status: 'failed', outputs: {}, error }), graph)).toMatchObject({
    result: 'failed',
    reason,
  });
  // A "success" without output and with errors is a failure.
  expect(decodeResult(reply({ status: 'succeeded', outputs: {}, error }), graph)).toMatchObject({
    result: 'failed',
    reason,
  });
});

test('files that nodes made before another one failed are paid for, so their URLs are reported', () => {
  const file = (n: number): object => ({ url: `https://x.runcomfy.net/${n}.png`, type: 'output' });
  const failed = (count: number): object => ({
    status: 'failed',
    outputs: { 9: { images: Array.from({ length: count }, (_, n) => file(n + 1)) } },
    error: 'out of memory',
  });
  expect(decodeResult(reply(failed(1)), graph)).toMatchObject({
    advice: expect.stringMatching(/^Before that it made https:\/\/x\.runcomfy\.net\/1\.png \(paid for\)\. Check/),
  });
  expect(decodeResult(reply(failed(7)), graph)).toMatchObject({
    advice: expect.stringMatching(/3\.png, and 4 more files \(paid for\)\./),
  });
  expect(decodeResult(reply(failed(0)), graph)).toMatchObject({ advice: expect.stringMatching(/^Check/) });
});

test('a failure is short, on one line, and without a graph has ids', () => {
  const errors = Object.fromEntries(
    Array.from({ length: 50 }, (_, n) => [n, { errors: [{ message: 'x\n'.repeat(500) }], class_type: 'A' }]),
  );
  const result = decodeResult(
    reply({ status: 'failed', error: [{ error: 'Invalid', debugInfo: { node_errors: errors } }] }),
  );
  if (result.result !== 'failed') throw new Error('it failed');
  expect(result.reason).toMatch(/^"Invalid; node 0 \(A\): x x/);
  expect(result.reason.length).toBeLessThanOrEqual(303);
});

test.each([
  { body: { status: 'in_progress' }, result: 'pending' },
  { body: { status: 'cancelled' }, result: 'cancelled' },
  { body: { status: 'canceled', error: [] }, result: 'cancelled' },
])('no result yet, or never: $body', ({ body, result }) => {
  expect(decodeResult(reply(body))).toEqual({ result });
});

test.each([
  { body: { status: 'cancellation_requested' }, answer: 'requested' },
  { body: { status: 'in_progress', outcome: 'cancellation_requested' }, answer: 'requested' },
  { body: { status: 'completed', outcome: 'cancelled' }, answer: 'cancelled' },
  { body: { status: 'canceled' }, answer: 'cancelled' },
  { body: { status: 'not_cancellable' }, answer: 'not_cancellable' },
  { body: { status: 'cancelled', outcome: 'not_cancellable' }, answer: 'not_cancellable' },
  { body: { status: 'cancellation_requested', outcome: 'not_cancellable' }, answer: 'not_cancellable' },
  { body: { status: 'in_progress' }, answer: 'not_cancellable' },
])('cancel: $body is $answer', ({ body, answer }) => {
  expect(decodeCancel(reply(body, 202))).toBe(answer);
});

test.each([
  { status: 401, body: { error_code: 401001, error_message: 'x' }, kind: 'unauthorized', advice: /token/ },
  {
    status: 403,
    body: { error_code: 403001, error_message: 'x' },
    kind: 'unauthorized',
    advice: /belongs to the account/,
  },
  {
    status: 403,
    body: { error_code: 403003, error_message: 'x' },
    kind: 'unauthorized',
    advice: /belongs to the account/,
  },
  {
    status: 404,
    body: { error_code: 404001, error_message: 'x' },
    kind: 'model-not-found',
    advice: /id from the page of the deployment/,
  },
  {
    status: 422,
    body: { error_code: 422001, detail: [{ loc: ['body', 'overrides', '6'], msg: 'Node 6 not found' }] },
    kind: 'invalid-request',
    advice: /overrides with the graph/,
  },
  {
    status: 402,
    body: { error_code: 10001, error_message: 'InsufficientFunds' },
    kind: 'insufficient-balance',
    advice: /Add funds/,
  },
  {
    status: 400,
    body: { error_code: 10002, error_message: 'Disabled' },
    kind: 'invalid-request',
    advice: /Enable the deployment/,
  },
  {
    status: 403,
    body: { error_code: 10002, error_message: 'Disabled' },
    kind: 'invalid-request',
    advice: /Enable the deployment/,
  },
  { status: 410, body: { error_code: 10003, error_message: 'Deleted' }, kind: 'model-not-found', advice: /deleted/ },
  { status: 429, body: {}, kind: 'rate-limited', advice: /concurrency/ },
  { status: 500, body: { error_code: 500001, error_message: 'x' }, kind: 'unavailable', advice: /outage/ },
  { status: 307, body: '', kind: 'invalid-request', advice: /deployments-url/ },
  { status: 413, body: '', kind: 'invalid-request', advice: /smaller/ },
  { status: 403, body: '<html>', kind: 'unavailable', advice: /deployments-url/ },
])('HTTP $status, $body is $kind', ({ status, body, kind, advice }) => {
  const codes = typeof body === 'object' && 'error_code' in body ? [status, 200] : [status];
  for (const answered of codes) {
    for (const decode of [decodeSubmit, decodeState, decodeResult, decodeCancel, decodeDeployment]) {
      const thrown = caught(() => decode(reply(body, answered)));
      expect(thrown).toBeInstanceOf(DeploymentError);
      expect(thrown).toMatchObject({
        kind,
        status: answered,
        advice: expect.stringMatching(advice),
        isTransient: ['unavailable', 'rate-limited'].includes(kind),
      });
    }
  }
});

test('a refusal tells what the service said of which part', () => {
  const body = { error_code: 422001, detail: [{ loc: ['body', 'overrides', '6'], msg: 'Node 6 not found' }] };
  expect(caught(() => decodeSubmit(reply(body, 422)))).toMatchObject({
    message: 'RunComfy returned HTTP 422, error 422001: "overrides.6: Node 6 not found".',
  });
});

function caught(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

test.each([
  { name: 'as documented', body: { payload: { workflow_api_json: TXT2IMG, overrides: {} }, is_enabled: true } },
  { name: 'at the top level', body: { workflow_api_json: TXT2IMG } },
  { name: 'as text', body: { payload: { workflow_api_json: JSON.stringify(TXT2IMG) } } },
  { name: 'inside data', body: { data: { payload: { workflow_api_json: TXT2IMG } } } },
  { name: 'inside deployment', body: { deployment: { payload: { workflow_api_json: TXT2IMG } } } },
])('the saved graph: $name', ({ body }) => {
  const deployment = decodeDeployment(reply(body));
  expect([deployment.isEnabled, deployment.graph?.json]).toEqual([true, TXT2IMG]);
});

test.each([
  {},
  { payload: null },
  { payload: { workflow_api_json: 'x' } },
  { payload: { workflow_api_json: { nodes: [], links: [] } } },
])('a missing graph is not a failure: %j', (body) => {
  expect(decodeDeployment(reply({ ...body, is_enabled: false, status: 'standby', hardware: 'A100' }))).toEqual({
    isEnabled: false,
    graph: null,
    name: null,
    hardware: 'A100',
    status: 'standby',
  });
});

test('any response is decoded, or a refusal', () => {
  const anyReply = fc.record({
    status: fc.constantFrom(200, 202, 400, 404, 500),
    body: fc.oneof(
      anyText(),
      fc.json(),
      fc
        .record({
          status: fc.constantFrom('succeeded', 'failed', 'in_queue', 'canceled'),
          outputs: fc.jsonValue(),
          output: fc.jsonValue(),
          error: fc.jsonValue(),
        })
        .map((body) => JSON.stringify(body)),
    ),
    retryAfterMs: fc.constant(null),
  });
  fc.assert(
    fc.property(anyReply, (any) => {
      for (const decode of [
        decodeSubmit,
        decodeState,
        (one: Reply) => decodeResult(one, graph),
        decodeCancel,
        decodeDeployment,
      ]) {
        const thrown = caught(() => void decode(any));
        if (thrown !== undefined) expect(thrown).toBeInstanceOf(ServiceError);
      }
    }),
  );
});
