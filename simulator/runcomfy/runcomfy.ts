// RunComfy's Model API: submit, status, result, cancel and the catalog, in the shapes of its documentation.
import type { Files } from '../files.ts';
import { type Answer, type Complain, json, parseObject, type Room, type Target, type Visit } from '../wire.ts';
import { catalogEntry, categories, findModel, findModels, pricedUnits } from './models.ts';
import { type MakeOutput, promptOf, standardOutput } from './outputs.ts';
import { type QueueOptions, Requests, type SimulatedRequest } from './requests.ts';

export interface RunComfyOptions extends QueueOptions {
  /** Accepted bearer token. */
  readonly token: string;
  /** USD per output (per second for video and audio); null: no price in the catalog, no cost in results. */
  readonly price: number | null;
  /** The real cost of a request, as a multiple of its list price. The catalogue only has minimum prices. */
  readonly costFactor: number;
  /** USD left. A submit that costs more is refused. */
  readonly balance: number;
  readonly refusals: Refusals;
}

/**
 * How a wrong token and an empty balance are reported: with an error_code and HTTP 400, as in the documentation, or with an HTTP status, as RunComfy's own
 * clients expect it from the gateway.
 */
export type Refusals = 'error-code' | 'http-status';

/** The service's room, and its interface for tests and the demo. */
export class RunComfy {
  readonly #options: RunComfyOptions;
  readonly #origin: string;
  readonly #files: Files;
  readonly #complain: Complain;
  readonly #held: Requests;
  readonly #outputs = new Map<string, unknown>();
  #makeOutput: MakeOutput = standardOutput;
  #balance: number;

  constructor(options: RunComfyOptions, origin: string, files: Files, complain: Complain) {
    this.#options = options;
    this.#origin = origin;
    this.#files = files;
    this.#complain = complain;
    this.#held = new Requests(options);
    this.#balance = options.balance;
  }

  get requests(): readonly SimulatedRequest[] {
    return this.#held.all;
  }

  /** Replaces the function that makes the `output` of results. It is called once for each request, when its result is first read. */
  output(make: MakeOutput): void {
    this.#makeOutput = make;
  }

  readonly room: Room = (target) => {
    const visit = this.#visit(target);
    if (!visit || target.headers.authorization === `Bearer ${this.#options.token}`) return visit;
    this.#complain(`${visit.name} ${target.url.pathname}: wrong or missing token`);
    return { ...visit, answer: () => this.#refuseToken(target) };
  };

  #refuseToken({ headers }: Target): Answer {
    if (this.#options.refusals === 'error-code') return fail(400, 400004, 'Invalid or missing API token');
    return json(headers.authorization === undefined ? 401 : 403, { message: 'Unauthorized' });
  }

  #refuseBalance(): Answer {
    if (this.#options.refusals === 'http-status') return json(402, { message: 'Payment Required' });
    return fail(400, 400002, 'Insufficient balance. Please top up your account.');
  }

  #visit(target: Target): Visit | null {
    // RunComfy's own clients ask the Serverless API for it, at a different origin, with the same token.
    if (target.method === 'GET' && target.url.pathname === '/prod/v2/balance')
      return { name: 'balance', answer: () => this.#tellBalance() };
    const model = /^\/v1\/models(?:\/(.+))?$/.exec(target.url.pathname);
    if (model) return this.#visitModels(target, model[1]);
    const [, requestId, verb] = /^\/v1\/requests\/([^/]+)\/(status|result|cancel)$/.exec(target.url.pathname) ?? [];
    return requestId && verb ? this.#visitRequest(target, requestId, verb) : null;
  }

  #visitModels({ method, url }: Target, id: string | undefined): Visit | null {
    if (method === 'POST' && id) return { name: 'submit', answer: (body) => this.#submit(id, body) };
    if (method !== 'GET') return null;
    if (id === 'categories') return { name: 'categories', answer: () => json(200, { categories: categories() }) };
    if (id) return { name: 'model', answer: () => this.#entry(id) };
    return { name: 'models', answer: () => this.#catalog(url.searchParams) };
  }

  #visitRequest({ method, url }: Target, requestId: string, verb: string): Visit | null {
    const visit = (name: 'status' | 'result' | 'cancel', act: (request: SimulatedRequest) => Answer): Visit => {
      const request = this.#held.find(requestId);
      if (request) return { name, requestId, answer: () => act(request) };
      this.#complain(`${name} ${url.pathname}: unknown request id`);
      return { name, requestId, answer: () => fail(404, 404001, 'Request not found or expired') };
    };
    switch (`${method} ${verb}`) {
      case 'GET status':
        this.#held.poll(requestId);
        return visit('status', (request) => this.#status(request));
      case 'GET result':
        return visit('result', (request) => this.#result(request, url.searchParams.get('include_cost') === 'true'));
      case 'POST cancel':
        return visit('cancel', (request) => this.#cancel(request));
      default:
        return null;
    }
  }

  #submit(id: string, body: Buffer): Answer {
    const model = findModel(id);
    if (!model) return fail(404, 404001, `Model not found: ${id}`);
    const inputs = parseObject(body);
    if (!inputs) return invalid([{ loc: ['body'], msg: 'Input should be a valid JSON object', type: 'json_invalid' }]);
    const missing = model.inputSchema.required.filter((name) => inputs[name] === undefined);
    if (missing.length > 0) {
      return invalid(missing.map((name) => ({ loc: ['body', name], msg: 'Field required', type: 'missing' })));
    }
    const { price, costFactor } = this.#options;
    const cost = price === null ? null : price * pricedUnits(model, inputs) * costFactor;
    const hair = 1e-9; // sums of cents are not exact
    if ((cost ?? 0) > this.#balance + hair) return this.#refuseBalance();
    this.#balance -= cost ?? 0;
    const request = this.#held.accept(id, inputs, cost);
    return json(200, { ...this.#links(request), cancel_url: `${this.#origin}/v1/requests/${request.id}/cancel` });
  }

  #status(request: SimulatedRequest): Answer {
    const { state } = request;
    const position = state === 'in_queue' ? { queue_position: this.#held.queuePosition(request) } : {};
    return json(200, { ...this.#links(request), status: state, ...position });
  }

  #result(request: SimulatedRequest, withCost: boolean): Answer {
    const { id, state } = request;
    const head = { request_id: id, created_at: timestamp(request.submittedAt) };
    if (state === 'in_queue' || state === 'in_progress') return json(200, { ...head, status: state });
    const done = { ...head, finished_at: timestamp(request.endsAt) };
    if (state === 'cancelled') return json(200, { ...done, status: 'cancelled' });
    const error = failureOf(promptOf(request));
    if (error !== null) return json(200, { ...done, status: 'failed', error });
    const cost = withCost && request.cost !== null ? { cost: request.cost } : {};
    return json(200, { ...done, status: 'succeeded', output: this.#outputOf(request), ...cost });
  }

  #outputOf(request: SimulatedRequest): unknown {
    let count = 0;
    const output = this.#outputs.has(request.id)
      ? this.#outputs.get(request.id)
      : this.#makeOutput(request, (file) => {
          count += 1;
          return this.#files.host(`${request.id}/${count}.${file.type?.split('/')[1] ?? 'bin'}`, file);
        });
    this.#outputs.set(request.id, output);
    return output;
  }

  #tellBalance(): Answer {
    const balance = Number.isFinite(this.#balance) ? this.#balance : 1_000_000;
    return json(200, { balance_usd: balance, balance_microdollars: Math.round(balance * 1e6), currency: 'USD' });
  }

  #cancel({ id, cost, state }: SimulatedRequest): Answer {
    const cancelled = this.#held.cancel(id);
    if (cancelled) this.#balance += cost ?? 0;
    // The example in the docs returns `completed` for a successful cancellation, so only `outcome` can be trusted.
    const outcome = cancelled ? 'cancelled' : 'not_cancellable';
    return json(202, { request_id: id, status: cancelled ? 'completed' : state, outcome });
  }

  #catalog(query: URLSearchParams): Answer {
    const found = findModels(query);
    const offset = Number(query.get('offset') ?? 0);
    const page = found.slice(offset, offset + Number(query.get('limit') ?? 100));
    const withSchema = query.get('include_schema') === 'true';
    return json(200, {
      models: page.map((model) => catalogEntry(model, this.#options.price, withSchema)),
      total: found.length,
    });
  }

  #entry(id: string): Answer {
    const model = findModel(id);
    return model
      ? json(200, catalogEntry(model, this.#options.price, true))
      : fail(404, 404001, `Model not found: ${id}`);
  }

  #links({ id }: SimulatedRequest): Readonly<Record<string, string>> {
    const url = `${this.#origin}/v1/requests/${id}`;
    return { request_id: id, status_url: `${url}/status`, result_url: `${url}/result` };
  }
}

/** RunComfy docs, error-codes: six digits, the HTTP status first. */
function fail(status: number, code: number, message: string): Answer {
  return json(status, { error_code: code, error_message: message });
}

/** The form of pydantic's validation errors. */
function invalid(detail: readonly unknown[]): Answer {
  return json(422, { detail });
}

/** The docs do not say which shape `error` has, so the two failures that a prompt can request have different ones. */
function failureOf(prompt: string): unknown {
  if (prompt.includes('[refuse]')) {
    return { code: 'content_policy_violation', message: 'The prompt was refused by the content moderation.' };
  }
  return prompt.includes('[fail]') ? 'The worker ran out of memory.' : null;
}

function timestamp(at: number): string {
  return new Date(performance.timeOrigin + at).toISOString();
}
