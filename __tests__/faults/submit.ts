// What can go wrong while a request is submitted. It costs money, so it is only sent again if it certainly did not arrive.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect } from '@jest/globals';
import { ALWAYS, answer, type callsOf, type Fault, refusal, struck } from '../helpers/faults.ts';

const LOST = /not known whether the request was accepted, so it was not sent again\. Check Generations/;
const lost = {
  kept: 0,
  exitCode: 1,
  submits: 1,
  failures: ['outcome-unknown'],
  unsettled: ['unknown'],
} as const;
const refused = { kept: 0, exitCode: 1, submits: 1 } as const;
const SAVED = /image: saved runcomfy-images\/image-1\.jpg /;
const fine = { kept: 1, exitCode: 0, submits: 1 } as const;

/** How long the action waited between its first two submits. */
function waitedMs({ simulator }: Parameters<typeof callsOf>[0]): number {
  const [first, second] = simulator.calls.filter(({ name }) => name === 'submit');
  return (second?.at ?? 0) - (first?.at ?? 0);
}

/** A server that speaks plain HTTP instead of TLS. Returns its https origin. */
async function serverWithoutTls(cleanUp: AsyncDisposableStack): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  cleanUp.use(server);
  await once(server, 'listening');
  const address = server.address();
  return `https://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

export const submitFaults: readonly Fault[] = [
  {
    ...fine,
    name: 'interim responses (100 and 103) before the response to the submit',
    scene: struck('submit', { kind: 'interim' }),
    said: SAVED,
  },
  {
    ...fine,
    name: 'response to the submit with 100 KB of headers',
    scene: struck('submit', { kind: 'long-head', bytes: 100_000 }),
    said: SAVED,
  },
  {
    ...fine,
    name: 'responses compressed without a request for it',
    scene: {
      before: (simulator) => {
        simulator.fault('submit', { kind: 'packed', encoding: 'gzip' });
        for (const name of ['status', 'result'] as const) simulator.fault(name, { kind: 'packed', encoding: 'br' });
      },
    },
    said: SAVED,
    also: ({ simulator }) => {
      for (const { headers } of simulator.calls.filter(({ path }) => path.startsWith('/v1/'))) {
        expect(headers['accept-encoding']).toBe('identity');
      }
    },
  },
  {
    ...lost,
    name: 'submit dropped before it was accepted',
    scene: struck('submit', { kind: 'drop-before' }),
    said: new RegExp(`the connection broke .*${LOST.source}`),
  },
  {
    ...lost,
    name: 'submit dropped after it was accepted',
    scene: struck('submit', { kind: 'drop-after' }),
    said: new RegExp(`the connection broke .*${LOST.source}`),
    also: ({ simulator }) => expect(simulator.requests).toHaveLength(1),
  },
  {
    ...lost,
    name: 'no response to the submit',
    scene: { ...struck('submit', { kind: 'hang', after: true }), inputs: { timeout: '1s' } },
    said: new RegExp(`no response in time\\..*${LOST.source}`),
  },
  {
    ...lost,
    name: 'response to the submit cut off by a reset',
    scene: struck('submit', { kind: 'truncate' }),
    said: new RegExp(`the connection broke .*${LOST.source}`),
  },
  {
    ...lost,
    name: 'response to the submit is truncated JSON',
    scene: struck('submit', { kind: 'garbage' }),
    said: new RegExp(`no readable request_id\\..*${LOST.source}`),
  },
  {
    ...lost,
    name: 'response to the submit is an HTML page with status 200',
    scene: struck('submit', { kind: 'html', status: 200 }),
    said: new RegExp(`no readable request_id\\..*${LOST.source}`),
  },
  {
    ...lost,
    name: 'HTTP 500 to the submit',
    scene: struck('submit', answer(500, { message: 'Internal server error' })),
    said: new RegExp(`HTTP 500: "Internal server error"\\..*${LOST.source}`),
  },
  {
    ...lost,
    name: 'HTML page of a gateway (502) to the submit',
    scene: struck('submit', { kind: 'html' }),
    said: new RegExp(`HTTP 502\\..*${LOST.source}`),
  },
  {
    ...lost,
    name: 'HTTP 503 with Retry-After to the submit',
    scene: struck('submit', answer(503, '', { 'retry-after': '1' })),
    said: LOST,
  },
  {
    ...lost,
    name: 'malformed request ids',
    scene: {
      inputs: { count: '5', concurrency: '1' },
      before: (simulator) => {
        const ids = ['../../v1/models', 'x'.repeat(129), 'id\n::error::forged'];
        for (const [n, request_id] of ids.entries())
          simulator.fault('submit', answer(200, { request_id }), 1, Math.min(n, 1));
      },
    },
    kept: 2,
    submits: 5,
    failures: Array.from({ length: 3 }, () => 'outcome-unknown' as const),
    unsettled: Array.from({ length: 3 }, () => 'unknown' as const),
    said: new RegExp(`3 of 5 images failed; 2 files saved.*image-1, image-3, image-5.*${LOST.source}`, 's'),
  },
  {
    ...lost,
    name: 'three lost submits in one run',
    scene: { inputs: { count: '5', concurrency: '1' }, ...struck('submit', { kind: 'html' }, ALWAYS) },
    submits: 3,
    failures: Array.from({ length: 3 }, () => 'outcome-unknown' as const),
    unsettled: Array.from({ length: 3 }, () => 'unknown' as const),
    said: LOST,
    also: ({ warnings }) =>
      expect(warnings).toEqual(['2 images not submitted: 3 submits got no response, and each may be billed.']),
  },
  {
    ...fine,
    name: 'slow response to the submit',
    scene: struck('submit', { kind: 'slow', ms: 30 }),
    said: /image: done/,
  },
  {
    ...fine,
    name: '429 without Retry-After',
    scene: struck('submit', { kind: 'reply', status: 429, body: { message: 'Too many requests' } }),
    submits: 2,
    said: /HTTP 429: "Too many requests"\. Submitting again soon: nothing was accepted/,
    also: (run) => expect(waitedMs(run)).toBeGreaterThan(200),
  },
  {
    ...fine,
    name: '429 with Retry-After',
    scene: struck('submit', answer(429, 'slow down', { 'retry-after': '1' })),
    submits: 2,
    said: /HTTP 429\. Submitting again soon: nothing was accepted/,
    also: (run) => expect(waitedMs(run)).toBeGreaterThanOrEqual(990),
  },
  {
    ...refused,
    name: '429 with a Retry-After beyond the timeout',
    scene: struck('submit', answer(429, 'slow down', { 'retry-after': '3600' })),
    failures: ['rate-limited'],
    said: /HTTP 429.*Lower `concurrency`, or run again later\. Nothing was submitted/,
    also: ({ seconds }) => expect(seconds).toBeLessThan(10),
  },
  {
    ...refused,
    name: 'connection refused',
    scene: { inputs: { 'api-url': 'http://127.0.0.1:1', timeout: '1s' } },
    submits: 0,
    failures: ['unavailable'],
    said: /no connection \(.*ECONNREFUSED.*\)\. Check the network, the proxy settings and `api-url`.*Nothing was submitted/,
  },
  {
    ...refused,
    name: 'name of the service not found (DNS)',
    scene: { inputs: { 'api-url': 'https://no-such-host.invalid', timeout: '1s' } },
    submits: 0,
    failures: ['unavailable'],
    said: /no connection \(.*no-such-host\.invalid.*\)\. Check the network.*Nothing was submitted/,
  },
  {
    ...refused,
    name: 'TLS handshake fails',
    scene: async (cleanUp) => ({ inputs: { timeout: '1s', 'api-url': await serverWithoutTls(cleanUp) } }),
    submits: 0,
    failures: ['unavailable'],
    said: /no connection \(.*SSL.*\)\..*Check the network.*Nothing was submitted/s,
  },
  {
    ...refused,
    name: 'bad parameter',
    scene: struck(
      'submit',
      answer(422, {
        detail: [{ loc: ['body', 'seed'], msg: 'Input should be less than 4294967296', type: 'too_big' }],
      }),
    ),
    failures: ['invalid-request'],
    said: /HTTP 422: "seed: Input should be less than 4294967296"\. Check the parameters against the model's API page/,
  },
  {
    ...refused,
    name: 'unknown model',
    scene: { inputs: { model: 'black/forest' } },
    failures: ['model-not-found'],
    said: /error 404001: "Model not found: black\/forest"\. Copy the model_id from the API tab/,
  },
  {
    ...refused,
    name: 'malformed model id',
    scene: struck('submit', refusal(400001, 'Invalid resource identifier')),
    failures: ['model-not-found'],
    said: /error 400001: "Invalid resource identifier"\. Copy the model_id from the API tab/,
  },
  {
    ...refused,
    name: 'wrong token',
    scene: { inputs: { 'api-token': 'not-the-token', count: '3', concurrency: '1' }, unexpected: true },
    failures: ['unauthorized'],
    said: /error 400004.*Check the token \(runcomfy\.com, Profile, API Token\)/,
    also: ({ warnings }) => expect(warnings).toEqual(['2 images not submitted: RunComfy does not accept the token.']),
  },
  {
    ...refused,
    name: 'wrong token as HTTP 403',
    scene: { service: { refusals: 'http-status' }, inputs: { 'api-token': 'not-the-token' }, unexpected: true },
    failures: ['unauthorized'],
    said: /HTTP 403: "Unauthorized"\. Check the token/,
  },
  {
    ...refused,
    name: 'exhausted balance as HTTP 403',
    scene: {
      inputs: { count: '3', concurrency: '1' },
      ...struck('submit', answer(403, { detail: 'User is locked. Reason: Exhausted balance.' })),
    },
    failures: ['insufficient-balance'],
    said: /HTTP 403: "User is locked\. Reason: Exhausted balance"\. Add funds on runcomfy\.com/,
    also: ({ warnings }) => expect(warnings).toEqual(['2 images not submitted: the balance at RunComfy is used up.']),
  },
  {
    ...refused,
    name: 'moderation at the submit',
    scene: struck(
      'submit',
      answer(422, { error_code: 422001, error_message: 'Content moderation', detail: 'The prompt was flagged' }),
    ),
    failures: ['refused'],
    said: /error 422001: "Content moderation: The prompt was flagged"\. Change the prompt/,
  },
  {
    ...refused,
    name: 'validation error with its detail',
    scene: struck(
      'submit',
      answer(422, {
        error_code: 422001,
        error_message: 'Validation error',
        detail: [{ loc: ['body', 'guidance_scale'], msg: 'Input should be less than or equal to 10' }],
      }),
    ),
    failures: ['invalid-request'],
    said: /"Validation error: guidance_scale: Input should be less than or equal to 10"\. Check the parameters/,
  },
  {
    ...refused,
    name: 'refusal sent as HTTP 200, with a word as error',
    scene: struck('submit', answer(200, { error_code: 'INVALID', error_message: 'No such size' })),
    failures: ['invalid-request'],
    said: /HTTP 200, error "INVALID": "No such size"\. Check the parameters/,
  },
  {
    ...refused,
    name: 'gateway that returns 401',
    scene: struck('submit', answer(401, { message: 'Unauthorized' })),
    failures: ['unauthorized'],
    said: /HTTP 401: "Unauthorized"\. Check the token/,
  },
  {
    ...refused,
    name: 'page of a firewall (403)',
    scene: { inputs: { count: '2', concurrency: '1' }, ...struck('submit', { kind: 'html', status: 403 }) },
    kept: 1,
    submits: 2,
    failures: ['unavailable'],
    said: /HTTP 403: a page, "<.*This response comes from a proxy or a firewall/,
  },
  {
    ...refused,
    name: 'empty balance',
    scene: { service: { balance: 0 } },
    failures: ['insufficient-balance'],
    said: /error 400002: "Insufficient balance.*"\. Add funds on runcomfy\.com, then run again/,
  },
  {
    ...refused,
    name: 'empty balance as HTTP 402',
    scene: { service: { balance: 0, refusals: 'http-status' } },
    failures: ['insufficient-balance'],
    said: /HTTP 402: "Payment Required"\. Add funds on runcomfy\.com, then run again/,
  },
  {
    ...refused,
    name: 'refusal sent as HTTP 200',
    scene: struck('submit', answer(200, { error_code: 10001, error_message: 'Insufficient funds' })),
    failures: ['insufficient-balance'],
    said: /HTTP 200, error 10001: "Insufficient funds"\. Add funds/,
  },
  {
    ...refused,
    name: 'balance used up halfway',
    scene: { service: { balance: 0.18 }, inputs: { count: '6', concurrency: '1', 'upload-artifact': 'true' } },
    kept: 3,
    artifacts: 1,
    submits: 4,
    failures: ['insufficient-balance'],
    said: /1 of 4 images failed; 3 files saved\.\n- image-4: .*Add funds on runcomfy\.com/,
    also: ({ warnings }) => expect(warnings).toEqual(['2 images not submitted: the balance at RunComfy is used up.']),
  },
  {
    ...refused,
    name: 'token revoked halfway',
    scene: {
      inputs: { count: '4', concurrency: '1' },
      ...struck('submit', refusal(400004, 'Token revoked'), ALWAYS, 2),
    },
    kept: 2,
    submits: 3,
    failures: ['unauthorized'],
    said: /1 of 3 images failed; 2 files saved\.\n- image-3: .*"Token revoked"\. Check the token/,
    also: ({ warnings }) => expect(warnings).toEqual(['1 image not submitted: RunComfy does not accept the token.']),
  },
  {
    ...refused,
    name: 'redirect of the API',
    scene: struck('submit', answer(307, '', { location: '/v1/models/other' })),
    failures: ['invalid-request'],
    said: /HTTP 307\. Check `api-url`: API calls do not follow redirects/,
  },
  {
    ...refused,
    name: 'request body too large for a gateway',
    scene: struck('submit', answer(413, '<html>413 Request Entity Too Large</html>')),
    failures: ['invalid-request'],
    said: /HTTP 413/,
  },
  {
    ...fine,
    name: 'brief outage of the price look-up',
    scene: { inputs: { 'max-cost': '1' }, ...struck('model', { kind: 'html' }) },
    said: /image: done/,
  },
  {
    ...refused,
    name: 'price look-up down',
    scene: { service: { retryAfter: '0' }, inputs: { 'max-cost': '1' }, ...struck('model', { kind: 'html' }, ALWAYS) },
    submits: 0,
    said: /could not be looked up \(RunComfy returned HTTP 502\).*Nothing was submitted\. This looks like an outage\. Run again later/,
  },
  {
    ...refused,
    name: 'price not known',
    scene: { service: { price: null }, inputs: { 'max-cost': '1' } },
    submits: 0,
    said: /The price of \S+ is not known, so this run may cost more than `max-cost`\. Nothing was submitted/,
  },
];
