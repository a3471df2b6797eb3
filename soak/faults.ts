// The faults of a soak: which faults affect which calls, and how often. The seed decides their order.
import type { Fault } from '../simulator/faults.ts';
import type { CallName } from '../simulator/wire.ts';
import type { Chance } from './random.ts';

/** After `skip` calls with that name, `fault` affects the next `times`. */
export interface Strike {
  readonly name: CallName;
  readonly fault: Fault;
  readonly times: number;
  readonly skip: number;
}

type Faults = readonly (readonly [weight: number, fault: Fault])[];

interface Weather {
  readonly name: CallName;
  /** The share of the calls with that name that is affected, about, from 0 to 1. */
  readonly share: number;
  readonly faults: Faults;
}

/** RunComfy itself returns 200. With a status of its own, the list of calls shows which requests failed or were refused. */
export const SAID_NO = 203;

const reply = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Fault => ({
  kind: 'reply',
  status,
  body,
  headers,
});

// RunComfy docs, error-codes. A body with only `message` comes from a gateway.
const error = (code: number): Fault =>
  reply(Math.floor(code / 1000), { error_code: code, error_message: 'struck by the soak' });
const busy = reply(429, { message: 'Too many requests' });
const busyAtOnce = reply(429, { message: 'Too many requests' }, { 'retry-after': '0' });

/** Faults that leave it unknown what the service has done. */
const doubt: Faults = [
  [1, { kind: 'drop-before' }],
  [1, { kind: 'drop-after' }],
  [1, { kind: 'truncate' }],
  [1, { kind: 'garbage' }],
  [1, { kind: 'html' }],
  [1, { kind: 'html', status: 503 }],
  [1, error(500001)],
];
/** Delays without an error. They are short, because calls in flight when a step is killed must arrive before the next attempt. */
const late: Faults = [
  [2, { kind: 'delay', ms: 30 }],
  [1, { kind: 'delay', ms: 300 }],
  [1, { kind: 'slow', ms: 20, chunks: 4 }],
];
const hang: Fault = { kind: 'hang' };
const hangAfter: Fault = { kind: 'hang', after: true };
const reads: Faults = [...doubt, ...late, [3, busy], [1, busyAtOnce], [0.3, hang], [0.3, hangAfter]];

// No hangs here, and few errors: GitHub's own clients wait seconds before a retry, and minutes for a missing response.
const refused: Faults = [[3, reply(403, { code: 'permission_denied', msg: 'struck by the soak' })], ...late];

/** Faults that a retry may get past. */
const outages: Faults = [
  [2, { kind: 'drop-before' }],
  [2, reply(503, { msg: 'struck by the soak' })],
  [1, reply(429, { msg: 'struck by the soak' }, { 'retry-after': '1' })],
  [1, { kind: 'html' }],
];

const WEATHER: readonly Weather[] = [
  {
    name: 'submit',
    share: 0.12,
    faults: [
      ...doubt,
      ...late,
      [6, busy],
      [3, busyAtOnce],
      [1, hang],
      [1, hangAfter],
      [1, reply(200, { status: 'in_queue' })],
      [1, error(422001)],
      [0.3, error(400002)],
      [0.3, error(400004)],
      [0.3, reply(402, { error_code: 10001, error_message: 'Insufficient funds' })],
      [0.3, reply(SAID_NO, { error_code: 10002, error_message: 'Deployment is disabled' })],
    ],
  },
  {
    name: 'status',
    share: 0.1,
    faults: [
      ...reads,
      [1, reply(403, { message: 'Forbidden' })],
      [1, reply(200, { status: 'warming_up' })],
      [0.2, error(404001)],
    ],
  },
  {
    name: 'result',
    share: 0.1,
    faults: [
      ...reads,
      [1, error(400005)],
      [1, reply(200, { status: 'in_progress' })],
      [2, reply(SAID_NO, { status: 'failed', error: 'The worker ran out of memory.' })],
      [
        1,
        reply(SAID_NO, { status: 'failed', outputs: {}, error: [{ errorCode: 'execution_error', error: 'Struck' }] }),
      ],
      [0.2, error(404001)],
    ],
  },
  { name: 'cancel', share: 0.3, faults: [...reads, [2, reply(202, { status: 'not_cancellable' })]] },
  {
    name: 'file',
    share: 0.1,
    faults: [
      // No garbage: the action accepts a file of an unknown format if a second download is identical.
      ...doubt.filter(([, { kind }]) => kind !== 'garbage'),
      ...late,
      [1, busyAtOnce],
      [2, reply(404, 'not yet')],
      [1, reply(403, 'not yet')],
      [0.5, reply(410, 'gone')],
      [0.02, hang],
    ],
  },
  { name: 'model', share: 0.3, faults: [...doubt, ...late, [2, busyAtOnce]] },
  { name: 'artifact-create', share: 0.08, faults: [...refused, [0.5, { kind: 'html' }], [1, { kind: 'drop-after' }]] },
  { name: 'artifact-block', share: 0.08, faults: [...refused, [0.5, { kind: 'html' }]] },
  { name: 'artifact-commit', share: 0.08, faults: refused },
  { name: 'artifact-finalize', share: 0.08, faults: refused },
  {
    name: 'cache-lookup',
    share: 0.06,
    faults: [...refused, ...outages, [1, { kind: 'garbage' }], [0.2, hang]],
  },
  {
    name: 'cache-download',
    share: 0.06,
    faults: [...refused, ...outages, [1, { kind: 'truncate' }], [1, { kind: 'garbage' }]],
  },
  {
    name: 'cache-create',
    share: 0.06,
    faults: [
      ...refused,
      ...outages,
      [2, reply(200, { ok: false, message: 'cache write denied: read-only token' })],
      [1, { kind: 'drop-after' }],
      [0.2, hang],
    ],
  },
  { name: 'cache-upload', share: 0.06, faults: [...refused, ...outages] },
  { name: 'cache-finalize', share: 0.06, faults: [...refused, ...outages, [2, { kind: 'drop-after' }]] },
];

/** The strikes of a run with `images` requests. They last for about three attempts; later calls succeed. */
export function drawStrikes(luck: Chance, images: number): readonly Strike[] {
  const harshness = luck.weighed([
    [1, 0],
    [4, 0.5],
    [4, 1],
    [1, 3],
  ]);
  if (harshness === 0) return [];
  return WEATHER.flatMap(({ name, share, faults }) => {
    const strikes: Strike[] = [];
    for (let calls = 0; calls < 10 + images * CALLS_FOR_AN_IMAGE; ) {
      const skip = gap(luck, Math.min(0.9, share * harshness));
      const times = luck.weighed([
        [5, 1],
        [2, 2],
        [1, 3],
      ]);
      strikes.push({ name, fault: luck.weighed(faults), times, skip });
      calls += skip + times;
    }
    return strikes;
  });
}

/** The maximum for one call name in three attempts. */
const CALLS_FOR_AN_IMAGE = 30;

/** The number of calls before the next affected one, if each is affected with that probability. */
function gap(luck: Chance, probability: number): number {
  return Math.floor(Math.log(1 - luck.next()) / Math.log(1 - probability));
}
