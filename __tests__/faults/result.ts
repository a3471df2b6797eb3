// What can go wrong once a request has ended: the result is late, truncated or lost, or says that the generation failed.
import { expect } from '@jest/globals';
import { ALWAYS, answer, callsOf, type Fault, refusal, struck } from '../helpers/faults.ts';

const fine = { kept: 1, exitCode: 0, submits: 1, said: /image: done/ } as const;
const failed = { kept: 0, exitCode: 1, submits: 1 } as const;
const noOutput = { ...failed, failures: ['no-output'] } as const;

export const resultFaults: readonly Fault[] = [
  {
    ...fine,
    name: 'result later than the state (still in_progress)',
    scene: struck('result', answer(200, { status: 'in_progress' }), 3),
    also: (run) => expect(callsOf(run, 'result')).toBe(4),
  },
  {
    ...fine,
    name: 'result later than the state (400005)',
    scene: struck('result', refusal(400005, 'The result is not ready'), 3),
    also: (run) => expect(callsOf(run, 'result')).toBe(4),
  },
  {
    ...failed,
    name: 'result that never comes though the request has ended',
    scene: { inputs: { timeout: '1s' }, ...struck('result', answer(200, { status: 'in_progress' }), ALWAYS) },
    failures: ['timeout'],
    unsettled: ['running'],
    said: /No result within 1 s.*Find request \S+ under Generations/,
  },
  {
    ...fine,
    name: 'result dropped, cut off, truncated and hidden behind HTML',
    scene: {
      service: { retryAfter: '0' },
      before: (simulator) => {
        simulator.fault('result', { kind: 'html' });
        simulator.fault('result', { kind: 'garbage' });
        simulator.fault('result', { kind: 'truncate' });
        simulator.fault('result', { kind: 'drop-after' });
      },
    },
  },
  {
    ...fine,
    name: 'result arrives slowly',
    scene: struck('result', { kind: 'slow', ms: 30 }),
  },
  {
    ...failed,
    name: 'no response to the result call',
    scene: { inputs: { timeout: '1s' }, ...struck('result', { kind: 'hang' }, ALWAYS) },
    failures: ['timeout'],
    unsettled: ['running'],
    said: /No result within 1 s.*Find request \S+ under Generations/,
  },
  {
    ...failed,
    name: 'result that is too large',
    scene: { inputs: { timeout: '6s' }, ...struck('result', answer(200, Buffer.alloc(65 * 1024 * 1024, ' ')), ALWAYS) },
    failures: ['timeout'],
    unsettled: ['running'],
    said: /No result within 6 s.*The last response was: .*larger than 67108864 bytes/,
  },
  {
    ...failed,
    name: 'result expired (404001)',
    scene: struck('result', refusal(404001, 'Request not found or expired'), ALWAYS),
    failures: ['request-not-found'],
    unsettled: ['running'],
    said: /RunComfy no longer has request \S+: .*expired/,
  },
  {
    ...failed,
    name: 'refused by moderation',
    scene: { inputs: { prompt: 'a fox [refuse]' } },
    failures: ['refused'],
    said: /RunComfy refused to generate this and said "The prompt was refused by the content moderation"\. Change the prompt/,
  },
  {
    ...failed,
    name: 'generation failed',
    scene: { inputs: { prompt: 'a fox [fail]' } },
    failures: ['generation-failed'],
    said: /RunComfy failed to generate this and said "The worker ran out of memory"\. Check the prompt and the parameters/,
  },
  {
    ...failed,
    name: 'generation failed, with reasons of any shape',
    scene: {
      inputs: { count: '6', concurrency: '1' },
      before: (simulator) => {
        const shapes = [null, [], {}, 0, [{ loc: ['body', 'seed'], msg: 'too big' }], { error: { message: 'nested' } }];
        for (const error of shapes) simulator.fault('result', answer(200, { status: 'failed', error }));
      },
    },
    submits: 6,
    failures: Array.from({ length: 6 }, () => 'generation-failed' as const),
    said: /6 of 6 images failed\..*gave no reason.*"seed: too big".*"nested"/s,
  },
  {
    ...failed,
    name: 'result says cancelled',
    scene: struck('result', answer(200, { status: 'cancelled' })),
    failures: ['cancelled'],
    said: /The request was cancelled at RunComfy, but not by this run/,
  },
  {
    ...noOutput,
    name: 'result without output',
    scene: struck('result', answer(200, { status: 'succeeded' })),
    said: /the output is empty: "null"\. Find the request under Generations/,
  },
  {
    ...fine,
    name: 'output that is text',
    scene: { before: (simulator) => simulator.output(() => ({ text: 'a fox in the snow' })) },
    said: /image: saved runcomfy-images\/image-1\.json/,
  },
  {
    ...failed,
    name: 'output with addresses that are not URLs',
    scene: {
      before: (simulator) =>
        simulator.output(() => ({ image: 'file:///etc/passwd', images: ['data:image/png;base64,AAAA', '/a.png', 7] })),
    },
    kept: 1,
    failures: ['download-failed', 'download-failed'],
    said: /2 of 3 files .*"file:\/\/\/etc\/passwd", which cannot be downloaded.*"\/a\.png", which cannot be downloaded/s,
  },
  {
    ...fine,
    name: 'invalid costs',
    scene: {
      inputs: { count: '3', concurrency: '1' },
      service: { price: null },
      before: (simulator) => {
        for (const cost of [-1, 'six cents', { usd: 1 }])
          simulator.fault('result', answer(200, { status: 'failed', error: 'no', cost }));
      },
    },
    kept: 0,
    exitCode: 1,
    submits: 3,
    failures: ['generation-failed', 'generation-failed', 'generation-failed'],
    said: /3 of 3 images failed/,
    also: ({ outputs }) => expect(outputs.cost).toBe(''),
  },
];
