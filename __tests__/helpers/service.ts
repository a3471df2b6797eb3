// One request against the simulated RunComfy over real HTTP, on a virtual clock.
import { type Simulator, type SimulatorOptions, startSimulator } from '../../simulator/server.ts';
import { createHttp, type Http } from '../../src/http/client.ts';
import { redactor } from '../../src/report/text.ts';
import type { RequestEvent } from '../../src/requests/events.ts';
import { RequestError, remediesOf } from '../../src/requests/failures.ts';
import { adaptivePacer } from '../../src/requests/pacing.ts';
import { type Finished, generate } from '../../src/requests/request.ts';
import { createSubmitGate } from '../../src/requests/submit-gate.ts';
import { createClient, type RunComfy } from '../../src/runcomfy/client.ts';
import type { PaidRequest } from '../../src/tasks/paid-request.ts';
import { type VirtualClock, virtualClock } from './clock.ts';

export const MODEL = 'blackforestlabs/flux-2/flex/text-to-image';

export interface Bench extends AsyncDisposable {
  readonly simulator: Simulator;
  readonly clock: VirtualClock;
  readonly http: Http;
  readonly service: RunComfy;
  /** Cancels the run. */
  readonly run: AbortController;
  /** The second signal. */
  readonly forceStop: AbortController;
  readonly events: RequestEvent[];
  /** How many calls of that name reached the service. */
  count(name: string): number;
  /** The request to its end; `submit` as far as the service got it. */
  generate(options?: {
    readonly prompt?: string;
    /** The request that an earlier attempt made, or what else is known of it. */
    readonly paid?: string | Partial<PaidRequest>;
    readonly mayCancel?: boolean;
    readonly timeoutMs?: number;
    readonly onEvent?: (event: RequestEvent) => void;
  }): Promise<Finished>;
  /** The error that such a request ends with. */
  failure(options?: Parameters<Bench['generate']>[0]): Promise<RequestError>;
}

/** `apiUrl`: not that of the simulator if there is a server in between. */
export async function openBench(options: SimulatorOptions & { readonly apiUrl?: string } = {}): Promise<Bench> {
  const simulator = await startSimulator(options);
  const clock = virtualClock();
  const http = clock.watching(await createHttp({}));
  const run = new AbortController();
  const forceStop = new AbortController();
  const events: RequestEvent[] = [];
  const service = createClient({
    http,
    clock,
    apiUrl: new URL(options.apiUrl ?? simulator.url),
    token: simulator.token,
    redacted: redactor([simulator.token]),
  });
  const bench: Bench = {
    simulator,
    clock,
    http,
    service,
    run,
    forceStop,
    events,
    count: (name) => simulator.calls.filter((call) => call.name === name).length,
    generate({ prompt = 'a red fox', paid, mayCancel = true, timeoutMs = 600_000, onEvent = () => {} } = {}) {
      const order = { target: MODEL, body: async () => JSON.stringify({ prompt }), paid: paidRequest(paid) };
      return generate(order, {
        service,
        clock,
        pacer: adaptivePacer(),
        gate: createSubmitGate(clock),
        mayCancel,
        remedies: remediesOf({ source: 'inputs', isOnRecord: () => true, deployment: null }),
        cancelled: run.signal,
        forceStop: forceStop.signal,
        timeoutMs,
        onEvent(event) {
          events.push(event);
          onEvent(event);
        },
      });
    },
    failure: (given) => failureOf(bench.generate(given)),
    async [Symbol.asyncDispose]() {
      await http.close();
      await simulator[Symbol.asyncDispose]();
    },
  };
  return bench;
}

/** The error with which the request fails. */
export async function failureOf(request: Promise<Finished>): Promise<RequestError> {
  const ended = await request.catch((error: unknown) => error);
  if (ended instanceof RequestError) return ended;
  throw new Error('This request was meant to fail, with a RequestError.', { cause: ended });
}

function paidRequest(given: string | Partial<PaidRequest> | undefined): PaidRequest | null {
  if (given === undefined) return null;
  const known = typeof given === 'string' ? { requestId: given } : given;
  return { requestId: null, ending: null, acceptedAt: null, whenGone: 'submit', ...known };
}
