// The whole life of a request on a deployment, with the same code as for requests to models.
import { expect, test } from '@jest/globals';
import type { DeploymentOptions } from '../../simulator/comfyui/comfyui.ts';
import { type Simulator, startSimulator } from '../../simulator/server.ts';
import { deploymentBackend } from '../../src/comfyui/backend.ts';
import { createServerless } from '../../src/comfyui/client.ts';
import { readGraph } from '../../src/graphs/graph.ts';
import { createHttp } from '../../src/http/client.ts';
import type { RequestEvent } from '../../src/requests/events.ts';
import { type RequestError, remediesOf } from '../../src/requests/failures.ts';
import { adaptivePacer } from '../../src/requests/pacing.ts';
import { type Finished, generate } from '../../src/requests/request.ts';
import { createSubmitGate } from '../../src/requests/submit-gate.ts';
import { virtualClock } from '../helpers/clock.ts';
import { TXT2IMG } from '../helpers/graphs.ts';
import { failureOf } from '../helpers/service.ts';

interface Bench extends AsyncDisposable {
  readonly simulator: Simulator;
  readonly run: AbortController;
  readonly events: RequestEvent[];
  generate(overrides: object, paid?: string): Promise<Finished>;
  /** The error that such a request ends with. */
  failure(overrides: object): Promise<RequestError>;
}

async function openBench(options: Partial<DeploymentOptions> = {}): Promise<Bench> {
  const simulator = await startSimulator();
  simulator.comfyui.deploy('demo', { graph: TXT2IMG, ...options });
  const clock = virtualClock();
  const http = clock.watching(await createHttp({}));
  const { url, token } = simulator;
  const serverless = createServerless({ http, clock, deploymentsUrl: new URL(url), token, redacted: (text) => text });
  const backend = deploymentBackend({
    service: serverless,
    clock,
    deployment: 'demo',
    graph: readGraph(TXT2IMG).graph,
  });
  const run = new AbortController();
  const events: RequestEvent[] = [];
  const bench: Bench = {
    simulator,
    run,
    events,
    generate: (overrides, paid) =>
      generate(
        {
          target: 'demo',
          body: async () => JSON.stringify({ overrides }),
          paid:
            paid === undefined ? null : { requestId: paid, ending: null, acceptedAt: null, whenGone: 'fail' as const },
        },
        {
          service: backend,
          gate: createSubmitGate(clock),
          mayCancel: true,
          remedies: remediesOf({ source: 'inputs', isOnRecord: () => true, deployment: 'demo' }),
          clock,
          pacer: adaptivePacer(),
          cancelled: run.signal,
          forceStop: new AbortController().signal,
          timeoutMs: 60_000,
          onEvent(event) {
            events.push(event);
            if (
              event.event === 'state' &&
              event.state.state === 'in_progress' &&
              options.runMs === Number.POSITIVE_INFINITY
            )
              run.abort();
          },
        },
      ),
    failure: (overrides) => failureOf(bench.generate(overrides)),
    async [Symbol.asyncDispose]() {
      await http.close();
      await simulator[Symbol.asyncDispose]();
    },
  };
  return bench;
}

test('submitted once, polled, fetched; and collected again without another submit', async () => {
  await using bench = await openBench();
  const { requestId, output } = await bench.generate({ 6: { inputs: { text: 'a hill' } } });
  expect(output).toEqual([expect.stringMatching(/\.png$/)]);
  expect(await bench.generate({}, requestId)).toMatchObject({ requestId, adopted: true, output });
  expect(bench.simulator.comfyui.requests).toHaveLength(1);
});

test('a failure names the node, and a refusal says that nothing was accepted', async () => {
  await using bench = await openBench();
  const failed = await bench.failure({ 4: { inputs: { ckpt_name: 'missing' } } });
  expect(failed).toMatchObject({
    kind: 'generation-failed',
    message: expect.stringContaining('node 4 (Load Checkpoint): Value not in list'),
  });
  const refused = await bench.failure({ 66: { inputs: {} } });
  expect(refused).toMatchObject({
    kind: 'invalid-request',
    requestId: null,
    message: expect.stringContaining('Node 66 not found'),
  });
  expect(bench.simulator.comfyui.requests).toHaveLength(1);
});

test('a running request is cancelled with the run', async () => {
  await using bench = await openBench({ runMs: Number.POSITIVE_INFINITY });
  expect(await bench.failure({})).toMatchObject({ kind: 'cancelled', unsettled: 'cancelled' });
  expect(bench.simulator.comfyui.requests).toMatchObject([{ state: 'cancelled' }]);
});

test('a request that does not stop in time is reported as running', async () => {
  await using bench = await openBench({ runMs: Number.POSITIVE_INFINITY, cancelMs: Number.POSITIVE_INFINITY });
  expect(await bench.failure({})).toMatchObject({ kind: 'cancelled', unsettled: 'running' });
});

test.each([
  { name: 'version 1', body: { status: 'cancelled' } },
  { name: 'version 2', body: { status: 'in_progress', outcome: 'cancelled' } },
])('a response with "cancelled" is not believed while the request still runs: $name', async ({ body }) => {
  await using bench = await openBench({ runMs: Number.POSITIVE_INFINITY });
  bench.simulator.fault('cancel', { kind: 'reply', status: 202, body }, 9);
  expect(await bench.failure({})).toMatchObject({ kind: 'cancelled', unsettled: 'running' });
});

test('a response with "cancelled" is believed if the status is not available', async () => {
  await using bench = await openBench({ runMs: Number.POSITIVE_INFINITY });
  bench.simulator.fault('cancel', { kind: 'reply', status: 202, body: { outcome: 'cancelled' } });
  bench.simulator.fault('status', { kind: 'html' }, 99, 1);
  expect(await bench.failure({})).toMatchObject({ kind: 'cancelled', unsettled: 'cancelled' });
});

test('the result of a request that ends by itself after the cancel call is used', async () => {
  await using bench = await openBench({ runMs: Number.POSITIVE_INFINITY, cancelMs: Number.POSITIVE_INFINITY });
  const outputs = { 9: { images: [{ url: 'https://x.runcomfy.net/a.png', type: 'output' }] } };
  bench.simulator.fault('status', { kind: 'reply', status: 200, body: { status: 'completed' } }, 1, 1);
  bench.simulator.fault('result', { kind: 'reply', status: 200, body: { status: 'succeeded', outputs } });
  expect(await bench.generate({})).toMatchObject({ output: ['https://x.runcomfy.net/a.png'] });
});

test('polling continues through an outage after the cancel call, without a second call', async () => {
  await using bench = await openBench({ runMs: Number.POSITIVE_INFINITY });
  // The first look finds it running, which ends the run.
  bench.simulator.fault('status', { kind: 'html' }, 2, 1);
  bench.simulator.fault('status', { kind: 'drop-before' });
  expect(await bench.failure({})).toMatchObject({ kind: 'cancelled', unsettled: 'cancelled' });
  expect(bench.simulator.calls.filter(({ name }) => name === 'cancel')).toHaveLength(1);
});

test('polling continues while a machine boots for minutes, even with an unknown status', async () => {
  await using bench = await openBench();
  const body = { status: 'provisioning_gpu', error: [] };
  bench.simulator.fault('status', { kind: 'reply', status: 200, body }, 38);
  bench.simulator.fault('result', { kind: 'reply', status: 200, body: { ...body, outputs: {} } }, 38);
  expect(await bench.generate({})).toMatchObject({ adopted: false });
});

test('a machine that boots beyond the deadline: the request is cancelled', async () => {
  await using bench = await openBench({ bootMs: Number.POSITIVE_INFINITY });
  expect(await bench.failure({})).toMatchObject({ kind: 'timeout', unsettled: 'cancelled' });
  const told = bench.events.flatMap((event) => (event.event === 'state' ? [event.state] : []));
  expect(told[0]).toMatchObject({ state: 'in_queue', position: 1, machine: expect.stringMatching(/^instance-/) });
});

test('an ending with an unknown status is a failure, and its message points to Deployments', async () => {
  await using bench = await openBench();
  const body = { status: 'expired', finished_at: '2026-11-01T00:00:00Z' };
  for (const name of ['status', 'result'] as const)
    bench.simulator.fault(name, { kind: 'reply', status: 200, body }, 1000);
  expect(await bench.failure({})).toMatchObject({
    kind: 'refused',
    text: expect.stringMatching(/ended this request as "expired".*under Deployments on runcomfy\.com/),
  });
});
