// Replies as data: the documented shapes, those that clients have seen, and anything at all.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  decodeCancel,
  decodeModel,
  decodeModels,
  decodeResult,
  decodeState,
  decodeSubmit,
  isRequestId,
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
  { name: 'a limit, and an id all the same', body: { request_id: 'r-1', error_code: 429001 }, id: 'r-1' },
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
  { word: 'archiving', state: { state: 'unknown', word: '"archiving"' } },
])('the status $word', ({ word, state }) => {
  for (const body of [{ status: word }, { state: word }, { data: { status: word } }]) {
    expect(decodeState(reply(body))).toEqual(state);
  }
});

test('a queue position is a whole number, or not known', () => {
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
  { name: 'a novel', body: { error: 'x'.repeat(400) }, reason: `"${'x'.repeat(300)}…"` },
])('why a generation failed: $name', ({ body, reason }) => {
  expect(decodeResult(reply({ status: 'failed', ...body }))).toEqual({
    result: 'failed',
    reason,
    refused: false,
    cost: null,
  });
});

test.each(['Content moderation', 'NSFW content detected', 'violates our content policy', 'safety checker'])(
  'moderation speaks in words: %s',
  (error) => {
    expect(decodeResult(reply({ status: 'failed', error }))).toMatchObject({ refused: true });
  },
);

test.each([
  { name: 'in_queue', answer: reply({ status: 'in_queue' }) },
  { name: 'a state nobody knows', answer: reply({ status: 'archiving' }) },
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
])('what became of a cancel: $name', ({ body, outcome }) => {
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
  expect(decodeModel(reply(entry))).toEqual({ price, unit, inputSchema: null });
  expect(decodeModel(reply({ model: entry }))).toEqual({ price, unit, inputSchema: null });
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
  const passing = kind === 'unavailable' || kind === 'rate-limited';
  expect(new ServiceError(refused, code, '').passing).toBe(passing);
});

test.each([
  { name: 'error_message first', body: { error_message: 'a', message: 'b', error: 'c', detail: 'd' }, says: '"a"' },
  { name: 'then message', body: { message: 'b', error: 'c', detail: 'd' }, says: '"b"' },
  { name: 'then error', body: { error: 'c', detail: 'd' }, says: '"c"' },
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
])('the words of a refusal: $name', ({ body, says }) => {
  expect(() => decodeState(reply(body, 400))).toThrow(`RunComfy answered HTTP 400: ${says}.`);
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
] as const)('%s answers, or throws a ServiceError, whatever it is given', (_name, decode) => {
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
  { name: 'a broken server that speaks of a limit', status: 500, body: { error_code: 429001 } },
  { name: 'a redirect after what may have been done', status: 303, body: '' },
  { name: 'another', status: 302, body: '<html>' },
])('a submit answered by $name may have been accepted: nothing says that it was not', ({ status, body }) => {
  try {
    decodeSubmit(reply(body, status));
    throw new Error('it was taken for an acceptance');
  } catch (error) {
    expect(error).toMatchObject({ turnedAway: false });
  }
});

test.each([409, 422, 429, 500, 503])(
  'HTTP %d that names a request: it is asked after, not paid for again',
  (status) => {
    expect(() => decodeSubmit(reply({ error_code: status * 1000 + 1, request_id: 'r-1' }, status))).toThrow(
      expect.objectContaining({ name: 'AcceptedInDoubt', requestId: 'r-1', turnedAway: false }),
    );
  },
);

test.each([
  { name: 'a wrong token', status: 401, body: { request_id: 'r-1' } },
  { name: 'a wrong token, by its code', status: 400, body: { error_code: 400004, request_id: 'r-1' } },
  { name: 'no balance', status: 402, body: { request_id: 'r-1' } },
  { name: 'the id of something else', status: 422, body: { id: 'r-1' } },
])('a no to $name names no request', ({ status, body }) => {
  expect(() => decodeSubmit(reply(body, status))).toThrow(
    expect.objectContaining({ name: 'ServiceError', turnedAway: true }),
  );
});

test.each([400, 404, 410])('a page with HTTP %d about a request is an outage', (status) => {
  expect(() => decodeState(reply('<html>', status))).toThrow(expect.objectContaining({ kind: 'unavailable' }));
});
