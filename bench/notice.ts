// How late the end of a request is noticed, and with how many polls: short requests in real time, long ones with the pacer alone.
import { setTimeout as sleep } from 'node:timers/promises';
import { startSimulator } from '../simulator/server.ts';
import { adaptivePacer, type Pace } from '../src/requests/pacing.ts';
import type { Action } from './action.ts';
import type { Figure, Target } from './figures.ts';
import { type Measurement, nothingToClose } from './measurement.ts';

/** Server times, in milliseconds. */
const REAL = [20_000, 7_000, 3_000, 1_000];
const COMPUTED = [
  { takesMs: 60_000, words: '60 s' },
  { takesMs: 300_000, words: '5 min' },
  { takesMs: 1_800_000, words: '30 min' },
];
const MINUTE_MS = 60_000;

interface Noticed {
  readonly lateMs: number;
  readonly polls: number;
}

/** Requests that end slightly earlier or later in each round, so that no polling schedule is lucky or unlucky each time. */
export async function openNotice(action: Action): Promise<Measurement> {
  const noticed = new Map<number, Noticed[]>(REAL.map((takesMs) => [takesMs, []]));
  return {
    rounds: 3,
    async sample(round) {
      await Promise.all(
        REAL.map(async (takesMs, n) => {
          // They overlap to save time, but start one by one, because starting keeps a core busy.
          await sleep(n * 500);
          const shift = (round - 1) * Math.max(100, takesMs * 0.03);
          noticed.get(takesMs)?.push(await watchOne(action, takesMs + shift));
        }),
      );
    },
    figures: () => [
      ...[...noticed].reverse().map(([takesMs, results]) => late(`${takesMs / 1000} s`, takesMs, results, 'median')),
      ...COMPUTED.map(({ takesMs, words }) => late(`${words}, computed`, takesMs, computed(takesMs), 'worst')),
      ...pollFigures(),
    ],
    [Symbol.asyncDispose]: nothingToClose,
  };
}

async function watchOne(action: Action, runMs: number): Promise<Noticed> {
  await using simulator = await startSimulator({ runMs });
  await action.step(simulator, { 'upload-artifact': 'false', summary: 'false' });
  const [request] = simulator.requests;
  const last = request?.polls.at(-1);
  if (request === undefined || last === undefined) throw new Error('The action succeeded without a poll.');
  return { lateMs: request.submittedAt + last - request.endsAt, polls: request.polls.length };
}

function late(words: string, takesMs: number, results: readonly Noticed[], judges: Target['judges']): Figure {
  const max = Math.max(0, ...results.map(({ polls }) => polls));
  return {
    name: `notice: the end after ${words}`,
    unit: 'ms',
    values: results.map(({ lateMs }) => lateMs),
    target: { bound: 'at most', value: Math.max(300, takesMs * 0.1), judges },
    remark: `${max} polls at most`,
  };
}

/** Around `takesMs`, in small steps. */
function computed(takesMs: number): Noticed[] {
  return Array.from({ length: 41 }, (_, n) => {
    const endsAt = takesMs * (0.95 + 0.0025 * n);
    const polls = pollsUntil(endsAt, adaptivePacer()('model'));
    return { lateMs: (polls.at(-1) ?? 0) - endsAt, polls: polls.length };
  });
}

/** When a request is polled that ends at `endsAt`; milliseconds since its submit. The last poll sees the end. */
function pollsUntil(endsAt: number, pace: Pace): number[] {
  const polls: number[] = [];
  for (let polled = 0; polled < endsAt; ) {
    polled = pace.next(polled);
    polls.push(polled);
  }
  return polls;
}

/** Also for a request after another one has ended, because the pacer learns from it. */
function pollFigures(): Figure[] {
  const all = COMPUTED.flatMap(({ takesMs }) => {
    const pacer = adaptivePacer();
    const first = pacer('model');
    const polls = pollsUntil(takesMs, first);
    first.stopped(polls.at(-2) ?? 0, polls.at(-1) ?? 0);
    return [polls, pollsUntil(takesMs, pacer('model'))];
  });
  const max = (value: number): Target => ({ bound: 'at most', value, judges: 'worst' });
  return [
    {
      name: 'notice: polls in the first minute, computed',
      unit: 'polls',
      values: all.map((polls) => polls.filter((at) => at < MINUTE_MS).length),
      target: max(45),
    },
    {
      name: 'notice: polls in any later minute, computed',
      unit: 'polls',
      values: all.map((polls) => busiestMinute(polls.filter((at) => at >= MINUTE_MS))),
      target: max(15),
    },
  ];
}

function busiestMinute(polls: readonly number[]): number {
  return Math.max(0, ...polls.map((from) => polls.filter((at) => at >= from && at < from + MINUTE_MS).length));
}
