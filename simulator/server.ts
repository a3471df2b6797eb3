// The simulator: RunComfy, its hosted files, and GitHub's API, artifact and cache services on one loopback server, with a
// record of all calls, and with faults on demand. Used by tests, the demo and benchmarks.
import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { ComfyUI } from './comfyui/comfyui.ts';
import { type Exchange, type Fault, FaultPlan, strike } from './faults.ts';
import { Files, type HostedFile } from './files.ts';
import { type ArtifactServer, Artifacts, type StoredArtifact } from './github/artifacts.ts';
import { Cache, type CacheEntry } from './github/cache.ts';
import { CacheV1 } from './github/cache-v1.ts';
import { GitHub, type SimulatedGitHub } from './github/github.ts';
import type { MakeOutput } from './runcomfy/outputs.ts';
import type { SimulatedRequest } from './runcomfy/requests.ts';
import { type Refusals, RunComfy } from './runcomfy/runcomfy.ts';
import { type Answer, type Call, type CallName, json, type Room, sendBody } from './wire.ts';

export interface SimulatorOptions {
  /** Accepted bearer token; default 'rc-simulator-token'. */
  readonly token?: string;
  /** Milliseconds each request is in_queue; default 0. Infinity: until it is cancelled. */
  readonly queueMs?: number;
  /** Milliseconds each request is in_progress; default 0. */
  readonly runMs?: number;
  /** How many requests run at once. The others stay in_queue; default Infinity. */
  readonly workers?: number;
  /** USD per output, in the catalog and as `cost` of results; default 0.06; null: neither. */
  readonly price?: number | null;
  /** The real cost of a request, as a multiple of its list price; default 1. */
  readonly costFactor?: number;
  /** USD left. A submit that costs more is refused; default Infinity. */
  readonly balance?: number;
  /** How a wrong token and an empty balance are reported; default 'error-code'. */
  readonly refusals?: Refusals;
  /** Retry-After header of every 429 and 5xx response without its own; default: none. */
  readonly retryAfter?: string;
  /** The initial entries of GitHub's cache, such as `cacheEntries` of another simulator; default: none. */
  readonly cacheEntries?: readonly CacheEntry[];
  /** Which artifact server is simulated; default 'github'. */
  readonly artifactServer?: ArtifactServer;
}

export interface Simulator extends AsyncDisposable {
  /** `http://127.0.0.1:PORT`: origin of the Model API, of the files, of GITHUB_API_URL and of ACTIONS_RESULTS_URL. */
  readonly url: string;
  readonly token: string;
  /** All calls, in order. */
  readonly calls: readonly Call[];
  /** Every accepted submit, in order. */
  readonly requests: readonly SimulatedRequest[];
  /** Deployments. There are none at the start. */
  readonly comfyui: ComfyUI;
  readonly artifacts: readonly StoredArtifact[];
  /** The entries of GitHub's cache, oldest first. */
  readonly cacheEntries: readonly CacheEntry[];
  /** The entries of the cache service of local runners, oldest first. */
  readonly cacheV1Entries: readonly CacheEntry[];
  /** The repository's pull requests, comments and git refs. */
  readonly github: SimulatedGitHub;
  /** What a correct client never does: unknown routes and ids, wrong tokens, tokens sent to files, followed API redirects ... */
  readonly unexpected: readonly string[];
  /** Applies to the next `times` (default 1) calls of this name after `skip` more. Faults with the same name apply in turn. */
  fault(name: CallName, fault: Fault, times?: number, skip?: number): void;
  /** Resolves once a call of this name has arrived completely, before or after this. */
  received(name: CallName): Promise<void>;
  /** Replaces the `output` of results. `hosted` serves a file and returns its URL. */
  output(make: MakeOutput): void;
  /** Serves any bytes at `/files/<path>`, and returns the absolute URL. */
  host(path: string, file: HostedFile): string;
  /** Declares that this test makes unexpected calls, so that disposal does not throw. */
  expectUnexpected(): void;
  /** Ends all connections immediately. */
  close(): Promise<void>;
  /** Closes, then throws if anything unexpected happened. */
  [Symbol.asyncDispose](): Promise<void>;
}

/** A call in progress. */
type OpenCall = { -readonly [Field in keyof Call]: Call[Field] };

const apiCalls: readonly string[] = [
  'submit',
  'status',
  'result',
  'cancel',
  'model',
  'models',
  'categories',
  'balance',
];

/** Starts on a free loopback port, and resolves once it listens. With `await using`, unexpected calls fail the test. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { token = 'rc-simulator-token', price = 0.06, balance = Number.POSITIVE_INFINITY, retryAfter } = options;
  const { refusals = 'error-code', artifactServer = 'github', costFactor = 1 } = options;
  const calls: Call[] = [];
  const unexpected: string[] = [];
  const faults = new FaultPlan();
  const redirects = new Set<string>();
  const closing = new AbortController();
  const arrivals = new EventEmitter();
  const arrived = new Set<Call['name']>();
  let unexpectedIsFine = false;

  // This side never closes an idle connection, because a client that reuses it after a pause would see a random failure.
  const server = createServer({ keepAliveTimeout: 0 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The simulator has no TCP port.');
  const url = `http://127.0.0.1:${address.port}`;

  const complain = (what: string) => void unexpected.push(what);
  const files = new Files(url, complain);
  const runComfy = new RunComfy({ ...options, token, price, costFactor, balance, refusals }, url, files, complain);
  const comfyui = new ComfyUI(token, url, files, complain);
  const artifacts = new Artifacts(url, artifactServer, complain);
  const cache = new Cache(url, options.cacheEntries ?? [], complain);
  const cacheV1 = new CacheV1(url, complain);
  const github = new GitHub(url, complain);
  const rooms: readonly Room[] = [
    runComfy.room,
    comfyui.room,
    files.room,
    artifacts.room,
    cache.room,
    cacheV1.room,
    github.room,
  ];

  server.on('request', (request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (closing.signal.aborted || request.errored) return;
      complain(`The simulator itself failed: ${error instanceof Error ? error.stack : error}`);
      response.destroy();
    });
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = performance.now();
    response.on('error', () => undefined); // a client may leave before its answer is written
    const path = request.url ?? '';
    const method = request.method ?? '';
    const target = { method, url: new URL(url + path), headers: request.headers };
    if (redirects.has(target.url.href)) complain(`${method} ${path}: followed a redirect of the API`);
    const visit = firstVisit(rooms, target);
    const call: OpenCall = {
      name: visit?.name ?? 'unknown',
      method,
      path,
      headers: request.headers,
      body: Buffer.alloc(0),
      at,
      requestId: visit?.requestId ?? null,
      status: null,
    };
    calls.push(call);
    call.body = await buffer(request);
    arrived.add(call.name);
    arrivals.emit(call.name);

    const sendHead = (answer: Answer) => {
      for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
      const mayRetry = answer.status === 429 || answer.status >= 500;
      if (mayRetry && retryAfter !== undefined && !response.hasHeader('retry-after')) {
        response.setHeader('retry-after', retryAfter);
      }
      const location = response.getHeader('location');
      if (typeof location === 'string' && apiCalls.includes(call.name)) redirects.add(new URL(location, url).href);
      call.status = answer.status;
      response.writeHead(answer.status);
    };
    const exchange: Exchange = {
      response,
      sendHead,
      async act() {
        return visit ? visit.answer(call.body) : json(404, { message: 'no such route' });
      },
      async send(answer) {
        sendHead(answer);
        await sendBody(response, answer.body);
      },
      wait: (ms) => sleep(ms, undefined, { signal: closing.signal }),
    };
    if (!visit) complain(`${method} ${path}: no such route`);
    const fault = visit ? faults.next(visit.name) : null;
    await (fault ? strike(fault, exchange) : exchange.send(await exchange.act()));
  }

  async function close(): Promise<void> {
    if (closing.signal.aborted) return;
    closing.abort();
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  }

  return {
    url,
    token,
    calls,
    requests: runComfy.requests,
    comfyui,
    artifacts: artifacts.stored,
    cacheEntries: cache.entries,
    cacheV1Entries: cacheV1.entries,
    github,
    unexpected,
    fault: (name, fault, times, skip) => faults.add(name, fault, times, skip),
    async received(name) {
      if (!arrived.has(name)) await once(arrivals, name);
    },
    output: (make) => runComfy.output(make),
    host: (path, file) => files.host(path, file),
    expectUnexpected() {
      unexpectedIsFine = true;
    },
    close,
    async [Symbol.asyncDispose]() {
      await close();
      if (unexpected.length > 0 && !unexpectedIsFine) {
        throw new Error(`Nobody expected this at the simulator:\n${unexpected.join('\n')}`);
      }
    },
  };
}

function firstVisit(rooms: readonly Room[], target: Parameters<Room>[0]): ReturnType<Room> {
  for (const room of rooms) {
    const visit = room(target);
    if (visit) return visit;
  }
  return null;
}
