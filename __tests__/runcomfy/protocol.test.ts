// Responses as data: the documented shapes, those that clients have seen, and arbitrary input.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isRequestId } from '../../src/lib/request-id.ts';
import {
  decodeCancel,
  decodeModel,
  decodeModels,
  decodeResult,
  decodeState,
  decodeSubmit,
  type Reply,
  ServiceError,
} from '../../src/runcomfy/protocol.ts';
import { anyText } from '../helpers/text.ts';

function reply(body: unknown, status = 200): Reply {
  return { status, body: typeof body === 'string' ? body : JSON.stringify(body), retryAfterMs: null };
}

test.each([
  { name: 'as documented', body: { request_id: 'r-1', status_url: 'https://x/' }, id: 'r-1' },
  { name: 'camel case', body: { requestId: 'r-1' }, id: 'r-1' },
  { name: 'id', body: { id: 'r-1' }, id: 'r-1' },
  { name: 'inside data', body: { data: { request_id: 'r-1' } }, id: 'r-1' },
  { name: 'error_code null is no error', body: { request_id: 'r-1', error_code: null }, id: 'r-1' },
  { name: 'error_code 0 is no error', body: { request_id: 'r-1', error_code: 0 }, id: 'r-1' },
  { name: 'a success with a code', body: { request_id: 'r-1', error_code: 200, error_message: 'ok' }, id: 'r-1' },
  { name: 'a limit, but with an id', body: { request_id: 'r-1', error_code: 429001 }, id: 'r-1' },
  { name: 'camel case inside data', body: { data: { requestId: 'r-1' } }, id: 'r-1' },
  { name: 'after a BOM', body: '\ufeff{"request_id":"r-1"}', id: 'r-1' },
  { name: 'a number', body: { request_id: 7 }, id: '7' },
  { name: 'half a number', body: { request_id: 7.5 }, id: null },
  { name: 'a path', body: { request_id: '../../models' }, id: null },
  { name: 'a query', body: { request_id: 'a?b' }, id: null },
  { name: 'empty', body: { request_id: '' }, id: null },
  { name: 'too long', body: { request_id: 'a'.repeat(129) }, id: null },
  { name: 'not JSON', body: '<html>', id: null },
  { name: 'nothing', body: '', id: null },
])('the id of a submit: $name', ({ body, id }) => {
  expect(decodeSubmit(reply(body, 202))).toBe(id);
});

test.each([
  { word: 'in_queue', state: { state: 'in_queue', position: null } },
  { word: 'IN_QUEUE', state: { state: 'in_queue', position: null } },
  { word: 'queued', state: { state: 'in_queue', position: null } },
  { word: 'in_progress', state: { state: 'in_progress' } },
  { word: 'processing', state: { state: 'in_progress' } },
  { word: 'completed', state: { state: 'completed' } },
  { word: 'succeeded', state: { state: 'completed' } },
  { word: 'failed', state: { state: 'completed' } },
  { word: 'cancelled', state: { state: 'cancelled' } },
  { word: 'canceled', state: { state: 'cancelled' } },
  { word: 'archiving', state: { state: 'unknown', word: '"archiving"', end: null } },
  { word: 'cancellation_requested', state: { state: 'unknown', word: '"cancellation_requested"', end: null } },
  { word: 'pending_cancel', state: { state: 'unknown', word: '"pending_cancel"', end: null } },
  { word: 'awaiting_moderation', state: { state: 'unknown', word: '"awaiting_moderation"', end: null } },
])('the status $word', ({ word, state }) => {
  for (const body of [{ status: word }, { state: word }, { data: { status: word } }]) {
    expect(decodeState(reply(body))).toEqual(state);
  }
});

test.each([
  { name: 'aborted', body: { status: 'aborted' }, endedAs: '"aborted"', reason: '' },
  { name: 'Content Moderated', body: { status: 'Content Moderated' }, endedAs: '"Content Moderated"', reason: '' },
  ...['run_failed', 'internal_error', 'USER_CANCELLED', 'expired', 'rejected', 'terminated'].map((status) => ({
    name: status,
    body: { status },
    endedAs: `"${status}"`,
    reason: '',
  })),
  {
    name: 'any word with an error',
    body: { status: 'archived', error: { message: 'Worker lost.' }, cost: 0.02 },
    endedAs: '"archived"',
    reason: '"Worker lost"',
    cost: 0.02,
  },
  {
    name: 'any word with the time of its end',
    body: { status: 'archived', finished_at: '2026-11-25T12:00:00Z' },
    endedAs: '"archived"',
    reason: '',
  },
  {
    name: 'aborted with an error_code',
    body: { status: 'aborted', error_code: 500001, error_message: 'Worker lost' },
    endedAs: '"aborted"',
    reason: '"Worker lost"',
  },
])('an unknown state means an end: $name', ({ body, endedAs, reason, cost = null }) => {
  const end = { result: 'failed', reason, refused: true, cost, endedAs };
  expect(decodeState(reply(body))).toEqual({ state: 'unknown', word: endedAs, end });
  expect(decodeResult(reply(body))).toEqual({ result: 'pending', end });
});

test('a documented state or an empty error does not mean an end', () => {
  for (const body of [
    { status: 'in_progress', error: 'a hiccup' },
    { status: 'archiving', error: null, finished_at: null },
    ...['', false, [], {}].map((error) => ({ status: 'archiving', error })),
  ])
    expect(decodeResult(reply(body))).toEqual({ result: 'pending' });
});

test('a queue position is a whole number, or unknown', () => {
  const position = (value: unknown) => decodeState(reply({ status: 'in_queue', queue_position: value }));
  expect(position(3)).toEqual({ state: 'in_queue', position: 3 });
  for (const value of ['3', 1.5, null, {}]) expect(position(value)).toEqual({ state: 'in_queue', position: null });
});

test.each([
  { name: 'as documented', body: { status: 'succeeded', output: { image: 'u' } }, result: { output: { image: 'u' } } },
  {
    name: 'with its cost',
    body: { status: 'succeeded', output: 'u', cost: 0.06 },
    result: { output: 'u', cost: 0.06 },
  },
  { name: 'costing nothing', body: { status: 'succeeded', cost: 0 }, result: { cost: 0 } },
  { name: 'with a cost below zero', body: { status: 'succeeded', cost: -1 }, result: { cost: null } },
  { name: 'with a cost as text', body: { status: 'succeeded', cost: '0.06' }, result: { cost: 0.06 } },
  { name: 'with a cost in words', body: { status: 'succeeded', cost: 'a dime' }, result: { cost: null } },
  { name: 'completed', body: { status: 'completed', output: 'u' }, result: { output: 'u' } },
  { name: 'inside data', body: { data: { status: 'succeeded', output: 'u' } }, result: { output: 'u' } },
  { name: 'without an output', body: { status: 'succeeded' }, result: { output: null } },
])('a result that succeeded: $name', ({ body, result }) => {
  expect(decodeResult(reply(body))).toMatchObject({ result: 'succeeded', ...result });
});

test.each([
  { name: 'a string', body: { error: 'Out of memory.' }, reason: '"Out of memory"' },
  { name: 'an object', body: { error: { code: 7, message: 'Out of memory' } }, reason: '"Out of memory"' },
  { name: 'an object in an object', body: { error: { error: { detail: 'deep' } } }, reason: '"deep"' },
  { name: 'an object without words', body: { error: { code: 7 } }, reason: '"{"code":7}"' },
  { name: 'a list', body: { error: ['one', { message: 'two' }] }, reason: '"one; two"' },
  { name: 'a number', body: { error: 7 }, reason: '"7"' },
  { name: 'failure_reason', body: { failure_reason: 'no luck' }, reason: '"no luck"' },
  { name: 'nothing', body: {}, reason: '' },
  { name: 'several lines', body: { error: 'a\r\nb\tc' }, reason: '"a b c"' },
  { name: 'a novel', body: { error: 'x'.repeat(500) }, reason: `"${'x'.repeat(400)}…"` },
  {
    name: 'an error and its detail',
    body: { error: 'Validation error', detail: [{ loc: ['body', 'seed'], msg: 'too large' }] },
    reason: '"Validation error: seed: too large"',
  },
])('why a generation failed: $name', ({ body, reason }) => {
  expect(decodeResult(reply({ status: 'failed', ...body }))).toEqual({
    result: 'failed',
    reason,
    refused: false,
    cost: null,
  });
});

test.each([
  {
    name: 'a code',
    error: { code: 'content_policy_violation', message: 'The prompt was not accepted.' },
    refused: true,
  },
  { name: 'a parameter of that name', error: 'safety_tolerance must be at most 6', refused: false },
  { name: 'another parameter of that name', error: 'enable_safety_checker: not a boolean', refused: false },
  {
    name: 'a prompt that is only quoted',
    error: [{ loc: ['body', 'nsfw_prompt'], msg: 'too long', input: 'no nsfw, please' }],
    refused: false,
  },
])('whether moderation refused, told by $name', ({ error, refused }) => {
  expect(decodeResult(reply({ status: 'failed', error }))).toMatchObject({ refused });
});

test.each([400, 422])(
  'a result that moderation refuses with HTTP %s is a failure, not an error of the call',
  (status) => {
    const detail = [{ loc: ['body', 'prompt'], msg: 'Flagged by a content checker', type: 'content_policy_violation' }];
    expect(decodeResult(reply({ detail }, status))).toEqual({
      result: 'failed',
      reason: '"prompt: Flagged by a content checker"',
      refused: true,
      cost: null,
    });
  },
);

test.each(['Content moderation', 'NSFW content detected', 'violates our content policy', 'safety checker'])(
  'moderation speaks in words: %s',
  (error) => {
    expect(decodeResult(reply({ status: 'failed', error }))).toMatchObject({ refused: true });
  },
);

test.each([
  { name: 'in_queue', answer: reply({ status: 'in_queue' }) },
  { name: 'an unknown state', answer: reply({ status: 'archiving' }) },
  { name: 'no state', answer: reply({}) },
  { name: '400005', answer: reply({ error_code: 400005 }, 400) },
  { name: '400005 as text', answer: reply({ error_code: '400005' }, 400) },
])('a result that is not there yet: $name', ({ answer }) => {
  expect(decodeResult(answer)).toEqual({ result: 'pending' });
});

test.each([
  { name: 'the documented example', body: { status: 'completed', outcome: 'cancelled' }, outcome: 'cancelled' },
  { name: 'American', body: { outcome: 'canceled' }, outcome: 'cancelled' },
  { name: 'by status only', body: { status: 'cancelled' }, outcome: 'cancelled' },
  { name: 'too late', body: { status: 'in_progress', outcome: 'not_cancellable' }, outcome: 'not_cancellable' },
  { name: 'cancelled before', body: { status: 'cancelled', outcome: 'not_cancellable' }, outcome: 'not_cancellable' },
  { name: 'completed', body: { status: 'completed' }, outcome: 'not_cancellable' },
  { name: 'no word at all', body: {}, outcome: 'not_cancellable' },
])('the result of a cancel: $name', ({ body, outcome }) => {
  expect(decodeCancel(reply(body, 202))).toBe(outcome);
});

test.each([
  { name: 'as documented', entry: { base_price_usd: 0.06, price_unit: 'output' }, price: 0.06, unit: 'output' },
  { name: 'free', entry: { base_price_usd: 0, price_unit: 'image' }, price: 0, unit: 'image' },
  { name: 'none', entry: { base_price_usd: null }, price: null, unit: null },
  { name: 'as text', entry: { base_price_usd: '0.06' }, price: 0.06, unit: null },
  { name: 'in words', entry: { base_price_usd: '0x6' }, price: null, unit: null },
  { name: 'below zero', entry: { base_price_usd: -1 }, price: null, unit: null },
])('a price of the catalogue: $name', ({ entry, price, unit }) => {
  expect(decodeModel(reply(entry))).toEqual({ price, unit, inputSchema: null, pricingNote: null });
  expect(decodeModel(reply({ model: entry }))).toEqual({ price, unit, inputSchema: null, pricingNote: null });
});

test('an entry of the catalogue has its schema, a page of it its ids', () => {
  const schema = { type: 'object', properties: {} };
  expect(decodeModel(reply({ input_schema: schema })).inputSchema).toEqual(schema);
  expect(decodeModels(reply({ models: [{ model_id: 'a/b' }, { model_id: 7 }, null, { model_id: 'c/d' }] }))).toEqual([
    'a/b',
    'c/d',
  ]);
  expect(decodeModels(reply({ total: 0 }))).toEqual([]);
});

test.each([
  { status: 400, code: 400001, kind: 'model-not-found' },
  { status: 400, code: 400002, kind: 'insufficient-balance' },
  { status: 402, code: null, kind: 'insufficient-balance' },
  { status: 400, code: 10001, kind: 'insufficient-balance' },
  { status: 400, code: 400004, kind: 'unauthorized' },
  { status: 401, code: null, kind: 'unauthorized' },
  { status: 403, code: 403001, kind: 'unauthorized' },
  { status: 404, code: 404001, kind: 'model-not-found' },
  { status: 404, code: null, kind: 'model-not-found' },
  { status: 422, code: 422001, kind: 'invalid-request' },
  { status: 400, code: null, kind: 'invalid-request' },
  { status: 409, code: null, kind: 'invalid-request' },
  { status: 429, code: null, kind: 'rate-limited' },
  { status: 200, code: 400004, kind: 'unauthorized' },
  { status: 200, code: 400002, kind: 'insufficient-balance' },
  { status: 200, code: 429001, kind: 'rate-limited' },
  { status: 200, code: 500001, kind: 'unavailable' },
  { status: 408, code: null, kind: 'unavailable' },
  { status: 425, code: null, kind: 'unavailable' },
  { status: 500, code: 500001, kind: 'unavailable' },
  { status: 502, code: null, kind: 'unavailable' },
  { status: 524, code: null, kind: 'unavailable' },
])('HTTP $status with error_code $code is $kind', ({ status, code, kind }) => {
  const refused = reply(code === null ? 'x' : { error_code: code, error_message: 'no' }, status);
  for (const decode of [decodeSubmit, decodeState, decodeCancel, decodeModel, decodeResult]) {
    expect(() => decode(refused)).toThrow(expect.objectContaining({ kind, status, code }));
  }
  const isTransient = kind === 'unavailable' || kind === 'rate-limited';
  expect(new ServiceError(refused, code, '').isTransient).toBe(isTransient);
});

test.each([
  { status: 200, code: 'RATE_LIMITED', message: 'slow down', kind: 'rate-limited' },
  { status: 200, code: 'INVALID', message: 'no such size', kind: 'invalid-request' },
  { status: 200, code: 'GENERATE_FAILED', message: 'no', kind: 'invalid-request' },
  { status: 200, code: 'TOKEN_LIMIT_EXCEEDED', message: 'the prompt is too long', kind: 'invalid-request' },
  { status: 200, code: 'UNAUTHORIZED', message: 'no', kind: 'unauthorized' },
  { status: 200, code: 'InsufficientFunds', message: 'no', kind: 'insufficient-balance' },
  { status: 200, code: 'model_not_found', message: 'no', kind: 'model-not-found' },
  { status: 200, code: 'INTERNAL_ERROR', message: 'no', kind: 'unavailable' },
  { status: 500, code: 'RATE_LIMITED', message: 'no', kind: 'unavailable' },
  {
    status: 403,
    code: 'FORBIDDEN',
    message: 'User is locked. Reason: Exhausted balance.',
    kind: 'insufficient-balance',
  },
  { status: 403, code: 403001, message: 'Exhausted balance', kind: 'insufficient-balance' },
  { status: 429, code: 429001, message: 'You have insufficient_credits', kind: 'insufficient-balance' },
  { status: 403, code: 403001, message: 'This request belongs to another user', kind: 'unauthorized' },
  { status: 400, code: 400003, message: 'The prompt was flagged by our safety system', kind: 'refused' },
  { status: 422, code: 422001, message: 'Content Moderated', kind: 'refused' },
  { status: 422, code: 422001, message: 'safety_tolerance must be at most 6', kind: 'invalid-request' },
  { status: 500, code: 500001, message: 'The moderation service is down', kind: 'unavailable' },
])('HTTP $status with error_code $code that says $message is $kind', ({ status, code, message, kind }) => {
  const refused = reply({ error_code: code, error_message: message }, status);
  for (const decode of [decodeSubmit, decodeState, decodeCancel, decodeModel]) {
    expect(() => decode(refused)).toThrow(
      expect.objectContaining({ kind, status, code, message: expect.stringContaining(message.replace(/\.$/, '')) }),
    );
  }
});

test.each(['OK', 'success', '', 'none', 'No error'])('error_code "%s" is no error', (code) => {
  expect(decodeSubmit(reply({ request_id: 'r-1', error_code: code }))).toBe('r-1');
  expect(decodeResult(reply({ status: 'succeeded', error_code: code }))).toMatchObject({ result: 'succeeded' });
});

test.each([
  { name: 'error_message first', body: { error_message: 'a', message: 'b', error: 'c' }, says: '"a"' },
  { name: 'then message', body: { message: 'b', error: 'c' }, says: '"b"' },
  { name: 'then error', body: { error: 'c' }, says: '"c"' },
  {
    name: 'its detail too',
    body: {
      error_code: 400003,
      error_message: 'Validation error',
      detail: [{ loc: ['body', 'guidance_scale'], msg: 'Input should be less than or equal to 10' }],
    },
    says: '"Validation error: guidance_scale: Input should be less than or equal to 10"',
    code: ', error 400003',
  },
  {
    name: 'a detail that says the same',
    body: { message: 'No such size.', detail: 'No such size' },
    says: '"No such size"',
  },
  { name: 'then detail', body: { detail: 'd' }, says: '"d"' },
  {
    name: "pydantic's list",
    body: {
      detail: [
        { loc: ['body', 'seed'], msg: 'too large', type: 't' },
        { loc: ['body'], msg: 'odd' },
      ],
    },
    says: '"seed: too large; odd"',
  },
])('the words of a refusal: $name', ({ body, says, code = '' }) => {
  expect(() => decodeState(reply(body, 400))).toThrow(`RunComfy returned HTTP 400${code}: ${says}.`);
});

const anything = fc.record({
  status: fc.integer({ min: 100, max: 599 }),
  body: fc.oneof(
    fc.string(),
    fc.json(),
    fc
      .dictionary(
        fc.constantFrom('status', 'state', 'data', 'error', 'error_code', 'detail', 'request_id', 'output', 'outcome'),
        fc.oneof(fc.constantFrom('succeeded', 'failed', 'in_queue', 'cancelled', 400005), fc.jsonValue()),
      )
      .map((body) => JSON.stringify(body)),
  ),
  retryAfterMs: fc.constant(null),
});

test.each([
  ['decodeSubmit', decodeSubmit],
  ['decodeState', decodeState],
  ['decodeResult', decodeResult],
  ['decodeCancel', decodeCancel],
  ['decodeModel', decodeModel],
  ['decodeModels', decodeModels],
] as const)('%s returns, or throws a ServiceError, for any input', (_name, decode) => {
  fc.assert(
    fc.property(anything, (given) => {
      try {
        decode(given);
      } catch (error) {
        expect(error).toBeInstanceOf(ServiceError);
      }
    }),
  );
});

test('a request id is safe in a URL and in a file name, whatever was received', () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      const id = decodeSubmit(reply({ request_id: text }));
      expect(id === null || (id === text && encodeURIComponent(id) === id && !/[./\\]/.test(id))).toBe(true);
    }),
  );
  expect(isRequestId('0198c1f2-1111-7000-8000-000000000000')).toBe(true);
});

test.each([
  { name: 'a limit that names a request', status: 429, body: { request_id: 'r-1', message: 'slow down' } },
  { name: 'a broken server that mentions a limit', status: 500, body: { error_code: 429001 } },
  { name: 'a redirect after a call that may have worked', status: 303, body: '' },
  { name: 'another', status: 302, body: '<html>' },
])('a submit with the response $name may have been accepted: nothing says that it was not', ({ status, body }) => {
  try {
    decodeSubmit(reply(body, status));
    throw new Error('it was taken for an acceptance');
  } catch (error) {
    expect(error).toMatchObject({ isRejected: false });
  }
});

test.each([409, 422, 429, 500, 503])(
  'HTTP %d that names a request: it is asked after, not paid for again',
  (status) => {
    expect(() => decodeSubmit(reply({ error_code: status * 1000 + 1, request_id: 'r-1' }, status))).toThrow(
      expect.objectContaining({ name: 'AcceptedInDoubt', requestId: 'r-1', isRejected: false }),
    );
  },
);

test.each([
  { name: 'a wrong token', status: 401, body: { request_id: 'r-1' } },
  { name: 'a wrong token, by its code', status: 400, body: { error_code: 400004, request_id: 'r-1' } },
  { name: 'no balance', status: 402, body: { request_id: 'r-1' } },
  { name: 'the id of something else', status: 422, body: { id: 'r-1' } },
])('a refusal of $name does not name a request', ({ status, body }) => {
  expect(() => decodeSubmit(reply(body, status))).toThrow(
    expect.objectContaining({ name: 'ServiceError', isRejected: true }),
  );
});

test.each([400, 404, 410])('a page with HTTP %d about a request is an outage', (status) => {
  expect(() => decodeState(reply('<html>', status))).toThrow(expect.objectContaining({ kind: 'unavailable' }));
});
