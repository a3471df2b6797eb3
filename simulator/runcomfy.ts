// RunComfy's Model API: submit, status, result, cancel and the catalog, in the shapes that its documentation gives.
import { randomUUID } from 'node:crypto';
import { film, tone } from './clips.ts';
import type { HostedFile } from './files.ts';
import { catalogEntry, type Model, models, priceUnit } from './models.ts';
import { paint } from './painter.ts';
import { type ImageFormat, sizeOf } from './pictures.ts';
import { Queue, type QueueOptions } from './queue.ts';
import { type Answer, type Complain, json, parseObject, type Room, type Target, type Visit } from './wire.ts';

export interface RunComfyOptions extends QueueOptions {
  /** Accepted bearer token. */
  readonly token: string;
  /** USD per output (per second for video and audio); null: no price in the catalog, no cost in results. */
  readonly price: number | null;
  /** USD left; a submit that it cannot pay is refused. */
  readonly balance: number;
}

/** RunComfy docs, async-queue-endpoints: the values of `status`. */
export type RequestState = 'in_queue' | 'in_progress' | 'completed' | 'cancelled';

/** An accepted submit. Times are on the clock of `performance.now()`. */
export interface SimulatedRequest {
  readonly id: string;
  /** 1 for the first accepted submit, and so on. */
  readonly number: number;
  readonly model: string;
  /** The inputs, as they came. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly submittedAt: number;
  readonly startsAt: number;
  readonly endsAt: number;
  /** As of now. */
  readonly state: RequestState;
  readonly cancelled: boolean;
  /** USD, null where no price is known. */
  readonly cost: number | null;
  /** When each status call came, in milliseconds after the submit. */
  readonly polls: readonly number[];
}

export type Host = (file: HostedFile) => string;

export type MakeOutput = (request: SimulatedRequest, hosted: Host) => unknown;

interface Held extends SimulatedRequest {
  readonly definition: Model;
  startsAt: number;
  endsAt: number;
  cancelled: boolean;
  readonly polls: number[];
  output?: unknown;
}

export interface RunComfy {
  readonly room: Room;
  readonly requests: readonly SimulatedRequest[];
  /** Replaces what makes the `output` of results; asked once for each request, when its result is first read. */
  output(make: MakeOutput): void;
}

export function openRunComfy(
  options: RunComfyOptions,
  origin: string,
  host: (path: string, file: HostedFile) => string,
  complain: Complain,
): RunComfy {
  const requests: Held[] = [];
  const queue = new Queue(options);
  let balance = options.balance;
  let makeOutput: MakeOutput = standardOutput;

  function submit(id: string, body: Buffer): Answer {
    const model = models.find((one) => one.id === id);
    if (!model) return fail(404, 404001, `Model not found: ${id}`);
    const inputs = parseObject(body);
    if (!inputs) return invalid([{ loc: ['body'], msg: 'Input should be a valid JSON object', type: 'json_invalid' }]);
    const missing = model.inputSchema.required.filter((name) => inputs[name] === undefined);
    if (missing.length > 0) {
      return invalid(missing.map((name) => ({ loc: ['body', name], msg: 'Field required', type: 'missing' })));
    }
    const cost = options.price === null ? null : options.price * unitsOf(model, inputs);
    if ((cost ?? 0) > balance) return fail(400, 400002, 'Insufficient balance. Please top up your account.');
    balance -= cost ?? 0;
    const request = accept(model, inputs, cost);
    return json(200, { request_id: request.id, ...links(request.id), cancel_url: `${requestUrl(request.id)}/cancel` });
  }

  function accept(definition: Model, body: Held['body'], cost: number | null): Held {
    const submittedAt = performance.now();
    const request: Held = {
      id: randomUUID(),
      number: requests.length + 1,
      model: definition.id,
      definition,
      body,
      submittedAt,
      ...queue.place(submittedAt),
      cancelled: false,
      cost,
      polls: [],
      get state() {
        if (this.cancelled) return 'cancelled';
        const now = performance.now();
        if (now < this.startsAt) return 'in_queue';
        return now < this.endsAt ? 'in_progress' : 'completed';
      },
    };
    requests.push(request);
    return request;
  }

  function status(request: Held): Answer {
    const { state } = request;
    const position = state === 'in_queue' ? { queue_position: queuePosition(request) } : {};
    return json(200, { request_id: request.id, status: state, ...position, ...links(request.id) });
  }

  /** 1 for the next in line. The docs show the field, and only while `in_queue`, but not where it starts to count. */
  function queuePosition(request: Held): number {
    return requests.filter((other) => other.number <= request.number && other.state === 'in_queue').length;
  }

  function result(request: Held, withCost: boolean): Answer {
    const { id, state } = request;
    const created = { request_id: id, created_at: timestamp(request.submittedAt) };
    if (state === 'in_queue' || state === 'in_progress') return json(200, { ...created, status: state });
    const finished = { ...created, finished_at: timestamp(request.endsAt) };
    if (state === 'cancelled') return json(200, { ...finished, status: 'cancelled' });
    const error = failureOf(promptOf(request));
    if (error !== null) return json(200, { ...finished, status: 'failed', error });
    request.output ??= makeOutput(request, hostFor(request));
    const cost = withCost && request.cost !== null ? { cost: request.cost } : {};
    return json(200, { ...finished, status: 'succeeded', output: request.output, ...cost });
  }

  function hostFor(request: Held): Host {
    let count = 0;
    return (file) => {
      count += 1;
      return host(`${request.id}/${count}.${file.type?.split('/')[1] ?? 'bin'}`, file);
    };
  }

  function cancel(request: Held): Answer {
    const cancellable = request.state === 'in_queue';
    if (cancellable) {
      request.cancelled = true;
      request.endsAt = performance.now();
      balance += request.cost ?? 0;
      queue.clear();
      for (const other of requests) if (!other.cancelled) Object.assign(other, queue.place(other.submittedAt));
    }
    // The docs' own example answers `completed` to a cancellation that worked: `outcome` alone is to be trusted.
    return json(202, {
      request_id: request.id,
      status: 'completed',
      outcome: cancellable ? 'cancelled' : 'not_cancellable',
    });
  }

  function catalog(query: URLSearchParams): Answer {
    const search = (query.get('search') ?? '').toLowerCase();
    const category = query.get('category');
    const offset = Number(query.get('offset') ?? 0);
    const found = models.filter(
      (model) =>
        `${model.id} ${model.name} ${model.description}`.toLowerCase().includes(search) &&
        (category === null || model.category === category) &&
        (query.get('kind') ?? 'model') === 'model',
    );
    const page = found.slice(offset, offset + Number(query.get('limit') ?? 100));
    const withSchema = query.get('include_schema') === 'true';
    return json(200, {
      models: page.map((model) => catalogEntry(model, options.price, withSchema)),
      total: found.length,
    });
  }

  function entry(id: string): Answer {
    const model = models.find((one) => one.id === id);
    return model ? json(200, catalogEntry(model, options.price, true)) : fail(404, 404001, `Model not found: ${id}`);
  }

  function requestUrl(id: string): string {
    return `${origin}/v1/requests/${id}`;
  }

  function links(id: string): { readonly status_url: string; readonly result_url: string } {
    return { status_url: `${requestUrl(id)}/status`, result_url: `${requestUrl(id)}/result` };
  }

  function visitModels({ method, url }: Target, id: string): Visit | null {
    if (method === 'POST' && id !== '') return { name: 'submit', answer: (body) => submit(id, body) };
    if (method !== 'GET') return null;
    if (id === '') return { name: 'models', answer: () => catalog(url.searchParams) };
    return { name: 'model', answer: () => entry(id) };
  }

  function visitRequest({ method, url }: Target, requestId: string, verb: string): Visit | null {
    const request = requests.find(({ id }) => id === requestId);
    const unknown = () => fail(404, 404001, 'Request not found or expired');
    const visit = (name: 'status' | 'result' | 'cancel', act: (request: Held) => Answer): Visit => {
      if (!request) complain(`${name} ${url.pathname}: unknown request id`);
      return { name, requestId, answer: () => (request ? act(request) : unknown()) };
    };
    if (method === 'GET' && verb === 'status') {
      request?.polls.push(performance.now() - request.submittedAt);
      return visit('status', status);
    }
    if (method === 'GET' && verb === 'result') {
      return visit('result', (found) => result(found, url.searchParams.get('include_cost') === 'true'));
    }
    return method === 'POST' && verb === 'cancel' ? visit('cancel', cancel) : null;
  }

  function visit(target: Target): Visit | null {
    const model = /^\/v1\/models(?:\/(.+))?$/.exec(target.url.pathname);
    if (model) return visitModels(target, model[1] ?? '');
    const [, requestId, verb] = /^\/v1\/requests\/([^/]+)\/(status|result|cancel)$/.exec(target.url.pathname) ?? [];
    return requestId && verb ? visitRequest(target, requestId, verb) : null;
  }

  return {
    requests,
    output(make) {
      makeOutput = make;
    },
    room(target) {
      const found = visit(target);
      if (!found || target.headers.authorization === `Bearer ${options.token}`) return found;
      complain(`${found.name} ${target.url.pathname}: wrong or missing token`);
      // HTTP 400, not 401, by the numbering of RunComfy's error codes.
      return { ...found, answer: () => fail(400, 400004, 'Invalid or missing API token') };
    },
  };
}

/** RunComfy docs, error-codes: six digits, the HTTP status first. */
function fail(status: number, code: number, message: string): Answer {
  return json(status, { error_code: code, error_message: message });
}

function invalid(detail: readonly unknown[]): Answer {
  return json(422, { detail });
}

/** The docs leave the shape of `error` open, so the two failures that a prompt can ask for have two. */
function failureOf(prompt: string): unknown {
  if (prompt.includes('[refuse]')) {
    return { code: 'content_policy_violation', message: 'The prompt was refused by the content moderation.' };
  }
  return prompt.includes('[fail]') ? 'The worker ran out of memory.' : null;
}

/** Real media for each output: what an action downloads, verifies and shows. */
function standardOutput(request: SimulatedRequest, hosted: Host): unknown {
  const model = models.find((one) => one.id === request.model);
  const seed = seedOf(request);
  if (model?.media === 'video')
    return { video: hosted({ type: 'video/mp4', body: () => film(promptOf(request), seed) }) };
  if (model?.media === 'audio') return { audio: hosted({ type: 'audio/wav', body: tone(seed) }) };
  const urls = Array.from({ length: imagesOf(request.body) }, (_, index) => hosted(imageOf(request, model, index)));
  const several = model?.inputSchema.properties.num_images ?? request.body.num_images;
  return several === undefined ? { image: urls[0] } : { images: urls };
}

function imageOf(request: SimulatedRequest, model: Model | undefined, index: number): HostedFile {
  const wanted = request.body.output_format ?? model?.inputSchema.properties.output_format?.default;
  const format: ImageFormat = wanted === 'png' ? 'png' : 'jpeg';
  const seed = seedOf(request) + index;
  return {
    type: `image/${format}`,
    body: () => paint({ prompt: promptOf(request), seed, format, ...sizeOf(request.body) }),
  };
}

function promptOf({ body }: SimulatedRequest): string {
  const prompt = body.prompt ?? body.text ?? body.tags;
  return typeof prompt === 'string' ? prompt : '';
}

/** The seed that was asked for; without one, each request gets another picture. */
function seedOf({ body, number }: SimulatedRequest): number {
  return typeof body.seed === 'number' && body.seed >= 0 ? body.seed : 1000 + number;
}

function imagesOf(body: SimulatedRequest['body']): number {
  return typeof body.num_images === 'number' ? body.num_images : 1;
}

function unitsOf(model: Model, body: SimulatedRequest['body']): number {
  if (priceUnit(model) === 'output') return imagesOf(body);
  const duration = body.duration ?? model.inputSchema.properties.duration?.default;
  return typeof duration === 'number' ? duration : 5;
}

function timestamp(at: number): string {
  return new Date(performance.timeOrigin + at).toISOString();
}
