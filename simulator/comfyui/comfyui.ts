// RunComfy's Serverless API: deployments of ComfyUI graphs and LoRAs, in the shapes of its documentation.
import { randomUUID } from 'node:crypto';
import type { Files, HostedFile } from '../files.ts';
import { paint } from '../pictures/painter.ts';
import {
  type Answer,
  type Complain,
  isObject,
  json,
  parseObject,
  type Room,
  type Target,
  type Visit,
} from '../wire.ts';
import { errorsOf, type GraphJson, outputsOf } from './worker.ts';

export interface DeploymentOptions {
  /** The saved graph; null: a LoRA deployment, which takes a flat body with a `prompt`. */
  readonly graph: GraphJson | null;
  readonly isEnabled?: boolean;
  /** Whether the account can pay; default true. */
  readonly hasFunds?: boolean;
  /** Milliseconds until an unused machine is ready; default 0. */
  readonly bootMs?: number;
  /** Milliseconds that each request runs; default 0. Infinity: until it is cancelled. */
  readonly runMs?: number;
  /** Milliseconds from the cancel call until a running request stops, unless it ends by itself before; default 0. Infinity: until `stop`. */
  readonly cancelMs?: number;
  /** Whether a graph that has run before ends without outputs, as with ComfyUI's cache; default false. */
  readonly caches?: boolean;
  /** The content of each file of a request; default: depends on its output node. */
  readonly made?: (requestId: string) => HostedFile;
}

interface Deployed extends DeploymentOptions {
  readonly id: string;
  readonly instanceId: string;
  /** When the machine is ready; null if it was not requested yet. */
  readyAt: number | null;
  /** Graphs that have run to their end. */
  readonly ran: Set<string>;
}

/** An accepted submit. Times are on the clock of `performance.now()`. */
export interface DeploymentRequest {
  readonly id: string;
  readonly deployment: string;
  /** As received. */
  readonly body: Readonly<Record<string, unknown>>;
  /** The graph that runs, with the overrides; null for a LoRA. */
  readonly graph: GraphJson | null;
  readonly submittedAt: number;
  /** As of now. */
  readonly state: 'in_queue' | 'in_progress' | 'completed' | 'cancelled';
  /** Now. False for a running request that has not stopped yet. */
  readonly cancelled: boolean;
}

interface Held extends DeploymentRequest {
  readonly startsAt: number;
  readonly endsAt: number;
  cancelledAt: number | null;
  result: Readonly<Record<string, unknown>> | null;
}

/** The service's room, and its interface for tests and the demo. */
export class ComfyUI {
  readonly requests: readonly DeploymentRequest[];
  readonly #held: Held[] = [];
  readonly #deployed = new Map<string, Deployed>();
  #anyOther: DeploymentOptions | null = null;
  readonly #token: string;
  readonly #origin: string;
  readonly #files: Files;
  readonly #complain: Complain;

  constructor(token: string, origin: string, files: Files, complain: Complain) {
    this.requests = this.#held;
    this.#token = token;
    this.#origin = origin;
    this.#files = files;
    this.#complain = complain;
  }

  /** Adds or replaces a deployment. */
  deploy(id: string, options: DeploymentOptions): void {
    this.#deployed.set(id, { ...options, id, instanceId: `instance-${randomUUID()}`, readyAt: null, ran: new Set() });
  }

  /** From now on, every id has a deployment. */
  deployAny(options: DeploymentOptions): void {
    this.#anyOther = options;
  }

  /** Deletes the deployment and its requests. */
  remove(id: string): void {
    this.#deployed.delete(id);
  }

  /** Ends all requests that are being cancelled. */
  stop(): void {
    const now = performance.now();
    for (const held of this.#held) if (held.cancelledAt !== null) held.cancelledAt = Math.min(held.cancelledAt, now);
  }

  readonly room: Room = (target) => {
    const visit = this.#visit(target);
    if (!visit || target.headers.authorization === `Bearer ${this.#token}`) return visit;
    this.#complain(`${visit.name} ${target.url.pathname}: wrong or missing token`);
    return { ...visit, answer: () => fail(401, 401001, 'Unauthorized') };
  };

  #visit({ method, url }: Target): Visit | null {
    const [, version, id, rest = ''] = /^\/prod\/(v[12])\/deployments\/([^/]+)(\/.*)?$/.exec(url.pathname) ?? [];
    if (version === undefined || id === undefined) return null;
    if (this.#anyOther !== null && !this.#deployed.has(id)) this.deploy(id, this.#anyOther);
    const deployed = this.#deployed.get(id);
    const gone = (): Answer => fail(404, 404001, `Deployment not found: ${id}`);
    if (method === 'GET' && rest === '' && version === 'v2')
      return { name: 'model', answer: () => (deployed ? entry(deployed, url.searchParams) : gone()) };
    if (method === 'POST' && rest === '/inference')
      return { name: 'submit', answer: (body) => (deployed ? this.#submit(deployed, body) : gone()) };
    const [, requestId, verb] = /^\/requests\/([^/]+)\/(status|result|cancel)$/.exec(rest) ?? [];
    if (requestId === undefined) return null;
    const request = this.#held.find((one) => one.id === requestId && one.deployment === id);
    const act = (name: 'status' | 'result' | 'cancel', done: (request: Held, deployed: Deployed) => Answer): Visit => {
      if (request && deployed) return { name, requestId, answer: () => done(request, deployed) };
      if (deployed) this.#complain(`${name} ${url.pathname}: unknown request id`);
      return { name, requestId, answer: () => fail(404, 404001, 'Request not found') };
    };
    switch (`${method} ${verb}`) {
      case 'GET status':
        return act('status', (held, { instanceId, readyAt }) => this.#status(held, instanceId, readyAt));
      case 'GET result':
        return act('result', (held, own) => this.#result(held, own));
      case 'POST cancel':
        return act('cancel', (held, { cancelMs = 0 }) => cancel(held, cancelMs, version));
      default:
        return null;
    }
  }

  #submit(deployed: Deployed, content: Buffer): Answer {
    const body = parseObject(content);
    if (!body) return invalid([{ loc: ['body'], msg: 'Input should be a valid JSON object', type: 'json_invalid' }]);
    // The HTTP status of code 10002 is not documented. With 200, it is the hardest to notice.
    if (deployed.isEnabled === false) return fail(200, 10002, 'Deployment is disabled');
    if (deployed.hasFunds === false) return fail(402, 10001, 'Insufficient funds');
    const detail = deployed.graph === null ? loraFaults(body) : graphFaults(body, deployed.graph);
    if (detail.length > 0) return invalid(detail);
    const submittedAt = performance.now();
    deployed.readyAt ??= submittedAt + (deployed.bootMs ?? 0);
    const startsAt = Math.max(submittedAt, deployed.readyAt);
    const request: Held = {
      id: randomUUID(),
      deployment: deployed.id,
      body,
      graph: deployed.graph === null ? null : graphThatRuns(body, deployed.graph),
      submittedAt,
      startsAt,
      endsAt: startsAt + (deployed.runMs ?? 0),
      cancelledAt: null,
      result: null,
      get state() {
        const now = performance.now();
        const cancelledAt = this.cancelledAt ?? Number.POSITIVE_INFINITY;
        // A request that finishes before it stops counts as finished.
        if (now >= cancelledAt && cancelledAt < this.endsAt) return 'cancelled';
        if (now < this.startsAt) return 'in_queue';
        return now < this.endsAt ? 'in_progress' : 'completed';
      },
      get cancelled() {
        return this.state === 'cancelled';
      },
    };
    this.#held.push(request);
    return json(200, {
      ...this.#links(request),
      cancel_url: `${this.#links(request).status_url?.replace(/status$/, 'cancel')}`,
    });
  }

  #status(request: Held, instanceId: string, readyAt: number | null): Answer {
    const { state } = request;
    const waiting = this.#held.filter(
      (one) =>
        one.deployment === request.deployment && one.submittedAt <= request.submittedAt && one.state === 'in_queue',
    );
    const log = { instance_id: instanceId, log_url: `${this.#origin}/logs/${instanceId}` };
    const isBooting = readyAt !== null && performance.now() < readyAt;
    return json(200, {
      ...this.#links(request),
      // Both spellings exist.
      status: state === 'cancelled' ? 'canceled' : state,
      ...(state === 'in_queue' ? { queue_position: waiting.length } : {}),
      ...(state === 'in_progress' || isBooting ? log : {}),
    });
  }

  #result(request: Held, deployed: Deployed): Answer {
    const { id, state } = request;
    const head = { request_id: id, created_at: timestamp(request.submittedAt) };
    if (state === 'in_queue' || state === 'in_progress') return json(200, { ...head, status: state });
    const endedAt = Math.min(request.endsAt, request.cancelledAt ?? Number.POSITIVE_INFINITY);
    const done = { ...head, finished_at: timestamp(endedAt) };
    if (state === 'cancelled') return json(200, { ...done, status: 'cancelled' });
    request.result ??= this.#run(request, deployed);
    return json(200, { ...done, ...request.result });
  }

  /** The result of the request; called once. */
  #run({ id, graph, body }: Held, { ran, caches, made }: Deployed): Readonly<Record<string, unknown>> {
    const host = (name: string, file: HostedFile): string =>
      this.#files.host(`deployment_requests/${id}/${name}`, made === undefined ? file : made(id));
    if (graph === null) {
      const [prompt, seed] = [String(body.prompt), typeof body.seed === 'number' ? body.seed : 0];
      const file = { type: 'image/png', body: () => paint({ prompt, seed, width: 64, height: 64, format: 'png' }) };
      return { status: 'succeeded', output: { images: [host('output/1.png', file)] } };
    }
    const error = errorsOf(graph);
    if (error !== null) return { status: 'failed', outputs: {}, error };
    const isCached = caches === true && ran.has(JSON.stringify(graph));
    ran.add(JSON.stringify(graph));
    return { status: 'succeeded', outputs: isCached ? {} : outputsOf(graph, host), error: [] };
  }

  #links({ id, deployment }: DeploymentRequest): Readonly<Record<string, string>> {
    const url = `${this.#origin}/prod/v1/deployments/${deployment}/requests/${id}`;
    return { request_id: id, status_url: `${url}/status`, result_url: `${url}/result` };
  }
}

function entry({ id, graph, isEnabled = true, readyAt }: Deployed, query: URLSearchParams): Answer {
  const payload = { workflow_api_json: graph, overrides: {}, object_info_url: null };
  return json(200, {
    id,
    name: 'simulated',
    workflow_id: 'workflow-1',
    workflow_version: 'v1',
    hardware: ['AMPERE_48'],
    status: readyAt === null ? 'standby' : 'active',
    is_enabled: isEnabled,
    ...(query.get('includes') === 'payload' && graph !== null ? { payload } : {}),
  });
}

/** A running request is only asked to stop, and stays running until it does. */
function cancel(request: Held, cancelMs: number, version: string): Answer {
  const { id, state } = request;
  const isOpen = state === 'in_queue' || state === 'in_progress';
  if (isOpen) request.cancelledAt ??= performance.now() + (state === 'in_progress' ? cancelMs : 0);
  const word = isOpen ? 'cancellation_requested' : 'not_cancellable';
  return json(
    202,
    version === 'v1' ? { request_id: id, status: word } : { request_id: id, status: state, outcome: word },
  );
}

const FIELDS = ['overrides', 'workflow_api_json', 'extra_data', 'webhook', 'webhook_intermediate_status'];

function graphFaults(body: Readonly<Record<string, unknown>>, saved: GraphJson): readonly unknown[] {
  const { overrides = {}, workflow_api_json: whole } = body;
  const unknown = Object.keys(body).filter((name) => !FIELDS.includes(name));
  if (unknown.length > 0)
    return unknown.map((name) => fault([name], 'Extra inputs are not permitted', 'extra_forbidden'));
  if (!isObject(overrides)) return [fault(['overrides'], 'Input should be a valid dictionary', 'dict_type')];
  if (whole !== undefined) {
    if (!isObject(whole)) return [fault(['workflow_api_json'], 'Input should be a valid dictionary', 'dict_type')];
    if (Array.isArray(whole.nodes))
      return [fault(['workflow_api_json'], 'Workflow is not in API format', 'value_error')];
    return Object.keys(overrides).length === 0
      ? []
      : [fault(['overrides'], 'Must be empty with workflow_api_json', 'value_error')];
  }
  return Object.entries(overrides).flatMap(([id, override]) => {
    const node = Object.hasOwn(saved, id) ? saved[id] : undefined;
    if (!isObject(node) || !isObject(node.inputs))
      return [fault(['overrides', id], `Node ${id} not found in workflow`, 'value_error')];
    if (!isObject(override) || !isObject(override.inputs))
      return [fault(['overrides', id, 'inputs'], 'Field required', 'missing')];
    const { inputs } = node;
    return Object.keys(override.inputs).flatMap((input) =>
      Object.hasOwn(inputs, input)
        ? []
        : [fault(['overrides', id, 'inputs', input], `Node ${id} has no input ${input}`, 'value_error')],
    );
  });
}

function loraFaults(body: Readonly<Record<string, unknown>>): readonly unknown[] {
  return typeof body.prompt === 'string' ? [] : [fault(['prompt'], 'Field required', 'missing')];
}

function graphThatRuns(
  { overrides, workflow_api_json: whole }: Readonly<Record<string, unknown>>,
  saved: GraphJson,
): GraphJson {
  if (isObject(whole)) return whole;
  const own = isObject(overrides) ? overrides : {};
  return Object.fromEntries(
    Object.entries(saved).map(([id, node]) => {
      const override = Object.hasOwn(own, id) ? own[id] : undefined;
      if (!isObject(node) || !isObject(node.inputs) || !isObject(override) || !isObject(override.inputs))
        return [id, node];
      return [id, { ...node, inputs: { ...node.inputs, ...override.inputs } }];
    }),
  );
}

function fault(loc: readonly string[], msg: string, type: string): unknown {
  return { loc: ['body', ...loc], msg, type };
}

function fail(status: number, code: number, message: string): Answer {
  return json(status, { error_code: code, error_message: message });
}

function invalid(detail: readonly unknown[]): Answer {
  return json(422, { error_code: 422001, detail });
}

function timestamp(at: number): string {
  return new Date(performance.timeOrigin + at).toISOString();
}
