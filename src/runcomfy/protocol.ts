// RunComfy's Model API as data: decodes responses, without any network. Sources: RunComfy docs, model-apis/async-queue-endpoints and error-codes.
import { ActionError, quoted } from '../lib/errors.ts';
import { type Json, jsonObject, parseJsonObject } from '../lib/json.ts';
import { isRequestId } from '../lib/request-id.ts';

/** One complete HTTP response of the service. */
export interface Reply {
  readonly status: number;
  readonly body: string;
  /** The Retry-After header in milliseconds from now. */
  readonly retryAfterMs: number | null;
}

export type RequestState =
  /** `machine`: the one that boots for it, if reported. */
  | { readonly state: 'in_queue'; readonly position: number | null; readonly machine?: string }
  | { readonly state: 'in_progress' }
  /** It stopped. Only the result says how. */
  | { readonly state: 'completed' }
  | { readonly state: 'cancelled' }
  /** `end`: how it ended if this state stays; null if it may still be running. */
  | { readonly state: 'unknown'; readonly word: string; readonly end: FailedResult | null };

export interface FailedResult {
  readonly result: 'failed';
  /** In the service's own words; empty if there are none. */
  readonly reason: string;
  /** The same recipe would be refused again. */
  readonly refused: boolean;
  readonly cost: number | null;
  /** What to do about it, if different than for models. */
  readonly advice?: string;
  /** The state, if it is not a documented one. */
  readonly endedAs?: string;
}

export type RequestResult =
  | {
      readonly result: 'succeeded';
      /** What is to be saved. */
      readonly output: unknown;
      readonly beside: Json;
      readonly cost: number | null;
      /** When the request was accepted, in milliseconds since the epoch; null if not reported. */
      readonly createdAt: number | null;
      /** For the report, if `output` is only a part of it. */
      readonly raw?: unknown;
      /** Why there is no output, as sentences with the remedy, if the service has a known reason. */
      readonly emptyBecause?: string | null;
    }
  | FailedResult
  | { readonly result: 'cancelled' }
  /** Not there yet, because the state is ahead of the result. `end` as in RequestState. */
  | { readonly result: 'pending'; readonly end?: FailedResult };

export interface ModelEntry {
  /** USD for one `unit`; null if the catalogue has none. */
  readonly price: number | null;
  readonly unit: string | null;
  /** What raises the price, in RunComfy's own words; null if there is no note. */
  readonly pricingNote: string | null;
  /** Similar to JSON Schema, but not valid; null if there is none. */
  readonly inputSchema: Json | null;
}

/** The service refused. */
export class ServiceError extends ActionError {
  readonly status: number;
  /** RunComfy's error_code: six digits, or a word. */
  readonly code: ErrorCode | null;
  readonly retryAfterMs: number | null;

  constructor(reply: Reply, code: ErrorCode | null, said: string, kind: Kind = kindOf(reply.status, code)) {
    super(kind, `RunComfy returned ${answer(reply.status, code)}${said === '' ? '' : `: ${said}`}.`, {
      advice: adviceFor(reply.status, kind),
    });
    this.status = reply.status;
    this.code = code;
    this.retryAfterMs = reply.retryAfterMs;
  }

  /** An outage or a limit: another call may succeed. */
  get isTransient(): boolean {
    return this.kind === 'unavailable' || this.kind === 'rate-limited';
  }

  /** With this response, nothing was accepted. In an outage, it is not known. */
  get isRejected(): boolean {
    return this.kind !== 'unavailable' || isForbidden(this.status);
  }
}

/** A refusal that names a request. It may have been accepted all the same, so it is polled, and not paid for again. */
export class AcceptedInDoubt extends ServiceError {
  readonly requestId: string;

  constructor(reply: Reply, code: ErrorCode | null, said: string, requestId: string) {
    super(reply, code, said);
    this.requestId = requestId;
  }

  override get isRejected(): boolean {
    return false;
  }
}

type ErrorCode = number | string;

type Kind =
  | 'invalid-request'
  | 'refused'
  | 'unauthorized'
  | 'insufficient-balance'
  | 'model-not-found'
  | 'rate-limited'
  | 'unavailable';

export const REFUSAL_ADVICE = 'Change the prompt: the same words will be refused again.';

const ADVICE: Readonly<Record<Kind, string>> = {
  'invalid-request': "Check the parameters against the model's API page on runcomfy.com.",
  refused: REFUSAL_ADVICE,
  unauthorized:
    'Check the token (runcomfy.com, Profile, API Token): creating a new one revokes the old one immediately.',
  'insufficient-balance': 'Add funds on runcomfy.com, then run again. What was already generated is kept.',
  'model-not-found': 'Copy the model_id from the API tab of the model: the URL of the page is not the model_id.',
  'rate-limited': 'Lower `concurrency`, or run again later.',
  unavailable: 'This looks like an outage. Run again later.',
};

function adviceFor(status: number, kind: Kind): string {
  if (status >= 300 && status < 400) return 'Check `api-url`: API calls do not follow redirects.';
  if (kind === 'unavailable' && isForbidden(status))
    return 'This response comes from a proxy or a firewall, not from the API. Check `api-url` and the network, or run again later.';
  if (status === 413) return 'The request is too large. Send smaller `files`.';
  return ADVICE[kind];
}

/** The message can be more precise than the code: an empty balance is not a wrong token, and moderation is not a wrong parameter. */
function kindBySaid(kind: Kind, body: Json): Kind {
  if (kind === 'unavailable' || kind === 'model-not-found') return kind;
  const said = wordsOf(body);
  if (isAboutBalance(said)) return 'insufficient-balance';
  return kind === 'invalid-request' && isRefusal(said) ? 'refused' : kind;
}

function isAboutBalance(said: string): boolean {
  return /(exhausted|insufficient|not enough|no|low|negative|zero) (account |remaining )?(balance|funds|credits?)\b|(balance|funds|credits?) (is |are |has been |have been )?(exhausted|insufficient|used up|too low|empty)|\btop.?up\b|payment required/i.test(
    said.replaceAll('_', ' '),
  );
}

/** The kind of an error_code that is a word. Case and separators differ. */
function kindOfWord(code: string): Kind {
  const word = code.replace(/[_-]/g, ' ');
  if (/\brate limit|\btoo many|throttl/i.test(word)) return 'rate-limited';
  if (/unauth|forbidden|denied|(invalid|expired|missing) (api )?(token|key)|credential/i.test(word))
    return 'unauthorized';
  if (/balance|funds|credit|payment|insufficient/i.test(word)) return 'insufficient-balance';
  if (/not found|unknown model|no such/i.test(word)) return 'model-not-found';
  if (/internal|unavailable|time ?out|overload|busy|server|gateway/i.test(word)) return 'unavailable';
  return 'invalid-request';
}

/** An error_code is the HTTP status plus three digits, and can come with HTTP 200. In other responses, the status counts more than a word. */
function kindOf(answered: number, code: ErrorCode | null): Kind {
  if (typeof code === 'string') return isOk(answered) ? kindOfWord(code) : kindOf(answered, null);
  const meaning = code ?? answered;
  const status = isOk(answered) && code !== null && code >= 100_000 ? Math.floor(code / 1000) : answered;
  if (code === 400004 || code === 10002 || code === 10003 || isForbidden(status)) return 'unauthorized';
  if (code === 400002 || code === 10001 || status === 402) return 'insufficient-balance';
  if (code === 404001 || code === 400001 || status === 404) return 'model-not-found';
  if (status === 429 || (answered < 500 && Math.floor(meaning / 1000) === 429)) return 'rate-limited';
  if (status >= 500 || status === 408 || status === 425 || status < 200 || (code !== null && code >= 500_000))
    return 'unavailable';
  return 'invalid-request';
}

function isOk(status: number): boolean {
  return status >= 200 && status < 300;
}

function isForbidden(status: number): boolean {
  return status === 401 || status === 403;
}

function answer(status: number, code: ErrorCode | null): string {
  return code === null
    ? `HTTP ${status}`
    : `HTTP ${status}, error ${typeof code === 'string' ? quoted(code, 60) : code}`;
}

/** The id of the accepted request; null if the response cannot be read, so that it is not known. Throws AcceptedInDoubt, or ServiceError if the submit was refused. */
export function decodeSubmit(reply: Reply): string | null {
  const body = parseJsonObject(reply.body);
  const id = submittedId(body, ['request_id', 'requestId', 'id']);
  // A successful response with an id means that there is a request, whatever else it says.
  if (id !== null && isOk(reply.status)) return id;
  // The `id` in a refusal can be anything. If the token or the balance is not accepted, there is no request, whatever id the response has.
  const named = submittedId(body, ['request_id', 'requestId']);
  const hasNoAccess = ['unauthorized', 'insufficient-balance'].includes(kindOf(reply.status, errorCode(reply)));
  if (body !== null && named !== null && !hasNoAccess)
    throw new AcceptedInDoubt(reply, errorCode(reply), errorMessage(body), named);
  // A completed call can have this response.
  if (reply.status === 302 || reply.status === 303) throw new ServiceError(reply, null, '', 'unavailable');
  accepted(reply);
  return null;
}

function submittedId(body: Json | null, names: readonly string[]): string | null {
  const data = jsonObject(body?.data);
  const candidates = [body, data].flatMap((part) => names.map((name) => part?.[name]));
  const id = candidates.find((candidate) => typeof candidate === 'string' || Number.isSafeInteger(candidate));
  return id !== undefined && isRequestId(String(id)) ? String(id) : null;
}

/** Throws ServiceError. An unreadable response counts as an outage. */
export function decodeState(reply: Reply): RequestState {
  const body = aboutRequest(reply);
  const word = stateWord(body);
  const group = Object.hasOwn(STATES, word) ? STATES[word] : undefined;
  if (group === undefined) return { state: 'unknown', word: quoted(statedWord(body), 60), end: endInOwnWords(body) };
  if (group !== 'in_queue') return { state: group };
  const position = body.queue_position;
  return { state: group, position: typeof position === 'number' && Number.isInteger(position) ? position : null };
}

// in_queue, in_progress, completed and cancelled are documented. RunComfy's own clients accept the others as synonyms.
const STATES: Readonly<
  Record<string, RequestState['state'] & ('in_queue' | 'in_progress' | 'completed' | 'cancelled')>
> = {
  in_queue: 'in_queue',
  queued: 'in_queue',
  pending: 'in_queue',
  waiting: 'in_queue',
  in_progress: 'in_progress',
  starting: 'in_progress',
  processing: 'in_progress',
  running: 'in_progress',
  completed: 'completed',
  succeeded: 'completed',
  success: 'completed',
  done: 'completed',
  failed: 'completed',
  error: 'completed',
  cancelled: 'cancelled',
  canceled: 'cancelled',
};

const ENDED = new Set(['failed', 'error', 'cancelled', 'canceled']);

/** Whether an unknown word means an end. A pending cancel does not. */
function speaksOfEnd(word: string): boolean {
  if (/await|waiting|pending|cancell?ing|cancellation|cancel.?request|request.?cancel/.test(word)) return false;
  return /abort|fail|error|cancell?ed|expire|reject|moderat|terminat/.test(word);
}

/** The end that a response with an unknown state describes; null if none. */
function endInOwnWords(body: Json): FailedResult | null {
  const word = stateWord(body);
  if (word === '' || Object.hasOwn(STATES, word)) return null;
  const isOver = [body.error, body.finished_at].some((sign) => !isNothing(sign));
  if (!isOver && !speaksOfEnd(word)) return null;
  // It is not known whether the same recipe would succeed, and each try costs money.
  const reason = failureReason(body);
  return { result: 'failed', reason, refused: true, cost: money(body.cost), endedAs: quoted(statedWord(body), 60) };
}

/** Also true for empty lists, because every response of a deployment has a list of errors. */
function isNothing(sign: unknown): boolean {
  if (sign === undefined || sign === null || sign === '' || sign === false) return true;
  return typeof sign === 'object' && Object.keys(sign).length === 0;
}

const SUCCEEDED = new Set(['succeeded', 'completed', 'success', 'done']);

/** Throws ServiceError. An unreadable response counts as an outage. 400005 means "not ready". */
export function decodeResult(reply: Reply): RequestResult {
  if (errorCode(reply) === 400005) return { result: 'pending' };
  const refusal = refusedByModeration(reply);
  if (refusal !== null) return refusal;
  const body = aboutRequest(reply);
  const word = stateWord(body);
  const cost = money(body.cost);
  if (SUCCEEDED.has(word))
    return {
      result: 'succeeded',
      output: body.output ?? jsonObject(body.data)?.output ?? null,
      beside: besideOutput(body),
      cost,
      createdAt: timeIn(body.created_at),
    };
  if (word === 'failed' || word === 'error') {
    const reason = failureReason(body);
    return { result: 'failed', reason, refused: isRefusal(wordsOf(body)), cost };
  }
  if (word === 'cancelled' || word === 'canceled') return { result: 'cancelled' };
  const end = endInOwnWords(body);
  return end === null ? { result: 'pending' } : { result: 'pending', end };
}

function timeIn(value: unknown): number | null {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? null : time;
}

/** Models can also report a refusal by the HTTP status of the result; null if it is not one. */
function refusedByModeration(reply: Reply): FailedResult | null {
  const body = parseJsonObject(reply.body);
  if (body === null || (reply.status !== 400 && reply.status !== 422)) return null;
  if (kindBySaid(kindOf(reply.status, errorCode(reply)), body) !== 'refused') return null;
  return { result: 'failed', reason: failureReason(body), refused: true, cost: money(body.cost) };
}

const OF_THE_REQUEST =
  /^(output|data|status|state|id|request_?id|model_id|cost|error.*|message|detail|(created|started|finished)_at|.*_url)$/i;

/** The members besides the output: flags, a seed. */
function besideOutput(body: Json): Json {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !OF_THE_REQUEST.test(name)));
}

/** Whether the cancellation worked. `outcome` decides: the documented example has status "completed" and outcome "cancelled". */
export function decodeCancel(reply: Reply): 'cancelled' | 'not_cancellable' {
  const body = readable(reply);
  const words = [body.outcome, body.status]
    .filter((word) => typeof word === 'string')
    .map((word) => word.toLowerCase());
  return words.some((word) => word === 'cancelled' || word === 'canceled') && !words.includes('not_cancellable')
    ? 'cancelled'
    : 'not_cancellable';
}

/** The ids on a page of the catalogue. Throws ServiceError. */
export function decodeModels(reply: Reply): readonly string[] {
  const { models } = readable(reply);
  if (!Array.isArray(models)) return [];
  return models.flatMap((model) => {
    const id = jsonObject(model)?.model_id;
    return typeof id === 'string' ? [id] : [];
  });
}

/** Throws ServiceError. */
export function decodeModel(reply: Reply): ModelEntry {
  const body = readable(reply);
  const entry = jsonObject(body.model) ?? body;
  return {
    price: money(entry.base_price_usd),
    unit: typeof entry.price_unit === 'string' ? entry.price_unit : null,
    pricingNote: typeof entry.pricing_note === 'string' && entry.pricing_note !== '' ? entry.pricing_note : null,
    inputSchema: jsonObject(entry.input_schema),
  };
}

/** The body of a 2xx response; null if it cannot be read. Throws ServiceError for a refusal, which can also come as HTTP 200. */
function accepted(reply: Reply): Json | null {
  const body = parseJsonObject(reply.body);
  const code = errorCode(reply);
  // The page of a firewall says nothing about the token.
  if (isForbidden(reply.status) && isPage(reply))
    throw new ServiceError(reply, null, `a page, ${quoted(reply.body, 80)}`, 'unavailable');
  if (isOk(reply.status) && code === null) return body;
  if (body === null) throw new ServiceError(reply, code, '');
  throw new ServiceError(reply, code, errorMessage(body), kindBySaid(kindOf(reply.status, code), body));
}

/** The body of a response about a request. If it says how the request ended, it is not a refusal, whatever its error_code. */
function aboutRequest(reply: Reply): Json {
  const body = parseJsonObject(reply.body);
  // RunComfy's own "not found" is JSON. A page comes from a proxy in front of it.
  if (reply.status >= 400 && reply.status < 500 && isPage(reply))
    throw new ServiceError(reply, null, `a page, ${quoted(reply.body, 80)}`, 'unavailable');
  const ended = body !== null && (ENDED.has(stateWord(body)) || endInOwnWords(body) !== null);
  return ended && isOk(reply.status) ? body : readable(reply);
}

function isPage({ body }: Reply): boolean {
  return /^\s*</.test(body);
}

function readable(reply: Reply): Json {
  const body = accepted(reply);
  if (body === null)
    throw new ServiceError(reply, null, `no JSON object, but ${quoted(reply.body, 80)}`, 'unavailable');
  return body;
}

function errorCode(reply: Reply): ErrorCode | null {
  const told = parseJsonObject(reply.body)?.error_code;
  const code = Number(told ?? Number.NaN);
  if (Number.isFinite(code)) return code !== 0 && !isOk(code) ? code : null;
  return typeof told === 'string' && !/^\s*(ok|success|succeeded|none|null|no.?error)?\s*$/i.test(told)
    ? told.trim()
    : null;
}

function stateWord(body: Json): string {
  return statedWord(body).toLowerCase();
}

function statedWord(body: Json): string {
  const word = body.status ?? body.state ?? jsonObject(body.data)?.status;
  return typeof word === 'string' ? word : '';
}

function money(said: unknown): number | null {
  const value = typeof said === 'string' && /^\d+(\.\d+)?$/.test(said) ? Number(said) : said;
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null;
}

/** The service's own words, chosen like its own clients do, shortened to one line. */
function errorMessage(body: Json): string {
  return headlineAndDetail([body.error_message, body.message, body.error], body.detail);
}

function failureReason(body: Json): string {
  return headlineAndDetail([body.error, body.failure_reason, body.error_message, body.message], body.detail);
}

/** "Validation error" alone is not helpful. The detail says which parameter, and why. */
function headlineAndDetail(headlines: readonly unknown[], detail: unknown): string {
  const headline = withoutStop(headlines.map((said) => plain(said)).find((text) => text !== '') ?? '');
  const more = withoutStop(plain(detail));
  const parts = headline.includes(more) ? [headline] : more.includes(headline) ? [more] : [headline, more];
  const text = parts.join(': ');
  return text === '' ? '' : quoted(text, LONGEST_WORDS);
}

const LONGEST_WORDS = 400;

/** It becomes part of our own sentence. */
function withoutStop(text: string): string {
  return text.trimEnd().replace(/\.$/, '');
}

/** An error of any shape as text: a string, an object with a message, or pydantic's list of `{loc, msg}`. */
function plain(said: unknown, depth = 0): string {
  if (said === null || said === undefined) return '';
  if (typeof said === 'string') return said.trim();
  if (depth === DEEPEST_ERROR) return '…';
  if (Array.isArray(said))
    return said
      .slice(0, MAX_ERRORS)
      .map((one) => plain(one, depth + 1))
      .filter(Boolean)
      .join('; ');
  const object = jsonObject(said);
  if (object === null) return String(said);
  if (typeof object.msg === 'string') {
    const where = Array.isArray(object.loc) ? object.loc.filter((part) => part !== 'body').join('.') : '';
    return where === '' ? object.msg : `${where}: ${object.msg}`;
  }
  const inner = plain(object.message ?? object.error ?? object.detail, depth + 1);
  return inner !== '' ? inner : JSON.stringify(object);
}

const DEEPEST_ERROR = 8;
const MAX_ERRORS = 20;

/** All words of an error, including codes, but without its location and the input that it quotes. */
function wordsOf({ error_code, error, failure_reason, error_message, message, detail }: Json): string {
  const words: string[] = [];
  const visit = (said: unknown, depth: number): void => {
    if (typeof said === 'string') words.push(said.slice(0, LONGEST_WORDS));
    if (depth === DEEPEST_ERROR || words.length > MAX_ERRORS) return;
    if (Array.isArray(said)) for (const one of said.slice(0, MAX_ERRORS)) visit(one, depth + 1);
    for (const [key, inner] of Object.entries(jsonObject(said) ?? {})) if (!QUOTES.has(key)) visit(inner, depth + 1);
  };
  visit([error_code, error, failure_reason, error_message, message, detail], 0);
  return words.join('\n');
}

const QUOTES = new Set(['loc', 'input', 'ctx', 'url']);

// The service has no code for a moderation refusal. Models use these words, but some parameters have such names too.
function isRefusal(said: string): boolean {
  const words = said.replace(/\w*(safety|nsfw|moderation)_(tolerance|check|filter|level|setting|mode)\w*/gi, '');
  return /moderat|safety|nsfw|content.?policy|policy.?violation|prohibited|flagged|sensitive content/i.test(words);
}
