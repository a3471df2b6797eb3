// What can go wrong while waiting for a request. Polling is free, so it continues until `timeout`. The request is paid for, so it is not given up.
import { expect } from '@jest/globals';
import type { Fault as Strike } from '../../simulator/faults.ts';
import type { Scene } from '../helpers/action.ts';
import { ALWAYS, answer, callsOf, type Fault, refusal, struck } from '../helpers/faults.ts';

const fine = { kept: 1, exitCode: 0, submits: 1 } as const;
const failed = { kept: 0, exitCode: 1, submits: 1 } as const;

/** The scene in which every poll of a request gets this response. */
function unwilling(strike: Strike, inputs: Scene['inputs'] = {}): Scene {
  return {
    inputs,
    before: (simulator) => {
      for (const name of ['status', 'result', 'cancel'] as const) simulator.fault(name, strike, ALWAYS);
    },
  };
}

export const pollFaults: readonly Fault[] = [
  {
    ...fine,
    name: 'poll dropped',
    scene: struck('status', { kind: 'drop-before' }),
    said: /the connection broke .*Retrying\./,
  },
  {
    ...fine,
    name: 'response to a poll cut off by a reset',
    scene: struck('status', { kind: 'truncate' }),
    said: /the connection broke .*Retrying\./,
  },
  {
    ...fine,
    name: 'response to a poll is truncated JSON',
    scene: struck('status', { kind: 'garbage' }),
    said: /no JSON object, but .*Retrying\./,
  },
  {
    ...fine,
    name: 'response to a poll is an HTML page with status 200',
    scene: struck('status', { kind: 'html', status: 200 }),
    said: /no JSON object, but ".*Retrying\./,
  },
  {
    ...fine,
    name: 'response to a poll arrives slowly',
    scene: struck('status', { kind: 'slow', ms: 30 }),
    said: /image: done/,
  },
  {
    ...fine,
    name: 'outage while polling (twelve times 503)',
    scene: { service: { retryAfter: '0' }, ...struck('status', { kind: 'html', status: 503 }, 12) },
    said: /HTTP 503\. Retrying\./,
    also: (run) => expect(callsOf(run, 'status')).toBe(13),
  },
  {
    ...fine,
    name: 'poll told to retry later (429 with Retry-After)',
    scene: struck('status', answer(429, 'slow down', { 'retry-after': '1' })),
    said: /HTTP 429\. Retrying\./,
    also: ({ simulator }) => {
      const [first, second] = simulator.calls.filter(({ name }) => name === 'status');
      expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(990);
    },
  },
  {
    ...fine,
    name: 'poll refused by a passing fault of the gateway (404, 401 and 400 once each)',
    scene: {
      before: (simulator) => {
        for (const strike of [refusal(404001, 'Request not found'), answer(401, ''), refusal(400001, 'no')])
          simulator.fault('status', strike);
      },
    },
    said: /HTTP 404, error 404001: "Request not found"\. Retrying\./,
  },
  {
    ...failed,
    name: 'no response to a poll',
    scene: { inputs: { timeout: '1s' }, service: { queueMs: 60_000 }, ...struck('status', { kind: 'hang' }, ALWAYS) },
    failures: ['timeout'],
    unsettled: ['cancelled'],
    said: /No result within 1 s \(`timeout`\)\. RunComfy cancelled the request\. Raise `timeout`/,
  },
  {
    ...failed,
    name: 'still in the queue at the deadline',
    scene: { inputs: { timeout: '500ms' }, service: { queueMs: 60_000 } },
    failures: ['timeout'],
    unsettled: ['cancelled'],
    said: /No result within 500 ms \(`timeout`\)\. RunComfy cancelled the request\. Raise `timeout`/,
    also: ({ simulator }) => expect(simulator.requests.map(({ cancelled }) => cancelled)).toEqual([true]),
  },
  {
    ...failed,
    name: 'still running at the deadline',
    scene: { inputs: { timeout: '500ms' }, service: { runMs: 60_000 } },
    failures: ['timeout'],
    unsettled: ['running'],
    said: /could no longer be cancelled: it is still running at RunComfy and may be billed\. Find request \S+ under Generations/,
  },
  {
    ...failed,
    name: 'service down at the deadline, also for the cancel call',
    scene: unwilling({ kind: 'html' }, { timeout: '2s' }),
    failures: ['timeout'],
    unsettled: ['running'],
    said: /No result within 2 s.*The last response was: RunComfy returned HTTP 502\..*Find request \S+ under Generations.*This looks like an outage/,
  },
  {
    ...fine,
    name: 'result that came just before the deadline',
    scene: { inputs: { timeout: '1s' }, ...struck('status', { kind: 'hang' }, ALWAYS) },
    said: /image: done/,
  },
  {
    ...fine,
    name: 'polls refused permanently, but the result is available',
    scene: struck('status', refusal(404001, 'Request not found'), ALWAYS),
    said: /image: done/,
  },
  {
    ...failed,
    name: 'request expired or deleted (404001)',
    scene: unwilling(refusal(404001, 'Request not found or expired')),
    failures: ['request-not-found'],
    unsettled: ['running'],
    said: /RunComfy no longer has request \S+: .*expired.*Find request \S+ under Generations/,
  },
  {
    ...failed,
    name: 'token revoked while a request runs',
    scene: unwilling(refusal(400004, 'Token revoked'), { count: '2', concurrency: '1' }),
    failures: ['unauthorized'],
    unsettled: ['running'],
    said: /Checking request \S+: .*"Token revoked"\. It could no longer be cancelled.*Check the token/,
    also: ({ warnings }) => expect(warnings).toEqual(['1 image not submitted: RunComfy does not accept the token.']),
  },
  {
    ...failed,
    name: 'request of another account (403001)',
    scene: unwilling(refusal(403001, 'Permission denied')),
    failures: ['unauthorized'],
    unsettled: ['running'],
    said: /Checking request \S+: .*"Permission denied"/,
  },
  {
    ...failed,
    name: 'redirect while polling',
    scene: unwilling(answer(302, '', { location: 'https://login.example.com/' })),
    failures: ['invalid-request'],
    unsettled: ['running'],
    said: /Checking request \S+: RunComfy returned HTTP 302\..*Check `api-url`: API calls do not follow redirects/,
  },
  {
    ...fine,
    name: 'unknown states, then the result',
    scene: {
      service: { runMs: 300 },
      before: (simulator) => {
        for (const status of ['exploding', '', 7, null]) simulator.fault('status', answer(200, { status }));
      },
    },
    said: /in an unknown state, "exploding"/,
  },
  {
    ...failed,
    name: 'unknown state that never ends',
    scene: {
      service: { queueMs: 60_000 },
      inputs: { timeout: '1s' },
      ...struck('status', answer(200, { status: 'exploding' }), ALWAYS),
    },
    failures: ['timeout'],
    unsettled: ['cancelled'],
    said: /No result within 1 s/,
  },
  {
    ...failed,
    name: 'request cancelled by somebody else',
    scene: {
      service: { queueMs: 60_000 },
      during: async (action, { url, token, requests }) => {
        await action.line(/in queue/);
        const headers = { authorization: `Bearer ${token}` };
        await fetch(`${url}/v1/requests/${requests[0]?.id}/cancel`, { method: 'POST', headers });
      },
    },
    failures: ['cancelled'],
    said: /The request was cancelled at RunComfy, but not by this run/,
  },
];
