// What is counted, and the JSON that says it.
import { expect, test } from '@jest/globals';
import { ActionError } from '../../src/lib/errors.ts';
import { reportOf, runResultOf } from '../../src/report/report.ts';
import { failed, image, outcome, runResult, task, untried } from '../helpers/outcomes.ts';

test('a task is made, failed, stopped with the run, or never tried', () => {
  const {
    images,
    failed: failures,
    notAttempted,
  } = runResult(
    outcome({ index: 1 }),
    failed('timeout', 'late', { index: 2, unsettled: 'running' }),
    failed('cancelled', 'stopped with the run', { index: 3, unsettled: 'cancelled' }),
    failed('cancelled', 'cancelled by somebody else', { index: 4 }),
    outcome({ index: 5, failure: new ActionError('download-failed', 'one of two') }),
    untried({ index: 6 }),
  );
  expect(images.map(({ index }) => index)).toEqual([1, 5]);
  expect(failures.map(({ index }) => index)).toEqual([2, 4, 5]);
  expect(notAttempted.map(({ index }) => index)).toEqual([6]);
});

test.each([
  { name: 'reported for some', costs: [0.1, null, 0.2], cost: 0.3 },
  { name: 'reported for none', costs: [null, null], cost: null },
  { name: 'free', costs: [0], cost: 0 },
])('the cost of the run, $name', ({ costs, cost }) => {
  expect(runResult(...costs.map((each) => outcome({ cost: each }))).cost).toBe(cost);
});

test('the cost of a failed request counts, that of an earlier attempt does not', () => {
  expect(runResult(failed('refused', 'no', { cost: 0.06 }), outcome({ cost: 1, adopted: true })).cost).toBe(0.06);
});

test('secrets are removed from texts of users before anything is published', () => {
  const secret = 's3cr3t';
  const { outcomes } = runResultOf(
    [
      outcome({
        task: task({ prompt: `draw ${secret}` }),
        failure: new ActionError('refused', `no ${secret}`, { advice: `not ${secret}` }),
      }),
    ],
    (text) => text.replaceAll(secret, '***'),
  );
  expect(JSON.stringify(outcomes)).not.toContain(secret);
  expect(outcomes[0]?.failure?.text).toBe('no *** not ***');
});

test('the report holds every image, failure and open request, with null for what is not known', () => {
  const report = reportOf(
    runResult(
      outcome({ task: task({ prompt: 'a fox', parameters: { prompt: 'a fox', seed: 7 } }) }),
      outcome({
        index: 2,
        task: task({ parameters: { text: 'x' } }),
        requestId: null,
        cost: null,
        images: [image({ index: 2, width: null, height: null, format: 'mp4' })],
      }),
      failed('timeout', 'Too late.', { index: 3, unsettled: 'running' }),
      failed('outcome-unknown', 'Lost.', { index: 4, requestId: null, unsettled: 'unknown' }),
      untried({ index: 5 }),
    ),
  );
  expect(report).toEqual({
    version: 1,
    images: [
      {
        id: 'image',
        index: 1,
        prompt: 'a fox',
        model: 'blackforestlabs/flux-2/flex/text-to-image',
        seed: 7,
        request_id: 'request-1',
        path: 'runcomfy-images/image-1.png',
        url: 'https://files.runcomfy.net/1.png?sig=abc',
        format: 'png',
        width: 1024,
        height: 768,
        bytes: 2_000_000,
        sha256: 'f'.repeat(64),
        cost: 0.06,
      },
      expect.objectContaining({ index: 2, prompt: null, seed: null, request_id: null, width: null, cost: null }),
    ],
    failures: [
      { id: 'image', index: 3, request_id: 'request-3', kind: 'timeout', message: 'Too late.' },
      { id: 'image', index: 4, request_id: null, kind: 'outcome-unknown', message: 'Lost.' },
    ],
    results: [],
    unsettled: [
      { id: 'image', index: 3, request_id: 'request-3', state: 'running' },
      { id: 'image', index: 4, request_id: null, state: 'unknown' },
    ],
    request_ids: ['request-1', 'request-3'],
    cost: 0.06,
  });
  expect(JSON.parse(JSON.stringify(report))).toEqual(report);
});

test('the files of one request share its price', () => {
  const images = [1, 2, 3, 4].map((index) => image({ index }));
  const report = reportOf(runResult(outcome({ cost: 0.24, images })));
  expect(report.images).toEqual(images.map(({ index }) => expect.objectContaining({ index, cost: 0.06 })));
});
