// Whether the step fails, and what it says then.
import { describe, expect, test } from '@jest/globals';
import { ActionError } from '../../src/lib/errors.ts';
import { toleratedOf, verdictOf } from '../../src/report/verdict.ts';
import type { Outcome } from '../../src/tasks/outcome.ts';
import { failed, outcome, runResult, task, untried } from '../helpers/outcomes.ts';

type FailOn = 'any' | 'all' | 'never';

function verdict(
  outcomes: readonly Outcome[],
  failOn: FailOn = 'any',
  rest: Partial<Parameters<typeof verdictOf>[0]> = {},
) {
  return verdictOf({
    runResult: runResult(...outcomes),
    failOn,
    cancelled: false,
    evidenceFailure: null,
    collectBy: null,
    ...rest,
  });
}

const good = (index: number): Outcome => outcome({ index });
const bad = (index: number, message = 'Refused.'): Outcome => failed('refused', message, { index });
const partly = outcome({ failure: new ActionError('download-failed', 'One of two.') });

test.each<{ name: string; outcomes: readonly Outcome[]; fails: readonly FailOn[] }>([
  { name: 'all good', outcomes: [good(1), good(2)], fails: [] },
  { name: 'one of two failed', outcomes: [good(1), bad(2)], fails: ['any'] },
  { name: 'both failed', outcomes: [bad(1), bad(2)], fails: ['any', 'all'] },
  { name: 'one file of a request failed', outcomes: [partly], fails: ['any', 'all'] },
  { name: 'nothing was attempted', outcomes: [untried()], fails: [] },
  { name: 'all that were attempted failed', outcomes: [bad(1), untried({ index: 2 })], fails: ['any', 'all'] },
  { name: 'no tasks', outcomes: [], fails: [] },
])('fail-on, when $name', ({ outcomes, fails }) => {
  for (const failOn of ['any', 'all', 'never'] as const) {
    expect(verdict(outcomes, failOn) !== null).toBe(fails.includes(failOn));
  }
});

describe('what a failed run says', () => {
  test('of one task: its own message and advice', () => {
    const failure = new ActionError('refused', 'No.', { advice: 'Do not.' });
    expect(verdict([outcome({ images: [], failure })])).toMatchObject({ kind: 'refused', text: 'No. Do not.' });
  });

  test('of several: how many, what is saved, and each reason once', () => {
    const said = verdict([good(1), bad(2), bad(3), bad(4, 'Out of memory.')])?.text;
    expect(said).toBe('3 of 4 images failed; 1 file saved.\n- image-2, image-3: Refused.\n- image-4: Out of memory.');
  });

  test('of very many: the first ten names of each reason', () => {
    const said = verdict(Array.from({ length: 500 }, (_, n) => bad(n + 1)))?.text ?? '';
    expect(said).toContain('image-10 and 490 more: Refused.');
    expect(said.split('\n')).toHaveLength(2);
  });
});

test('an artifact that was wanted and not uploaded fails the step, whatever fail-on says', () => {
  const evidenceFailure = new ActionError('artifact-failed', 'No room.', { advice: 'Make some.' });
  for (const failOn of ['any', 'all', 'never'] as const) {
    expect(verdict([good(1)], failOn, { evidenceFailure })).toBe(evidenceFailure);
  }
  expect(verdict([bad(1), bad(2)], 'any', { evidenceFailure })?.text).toMatch(
    /2 of 2 images failed[^\n]*\nNo room\. Make some\.\n- .*Refused\.$/s,
  );
  expect(verdict([bad(1)], 'any', { evidenceFailure })?.text).toMatch(/Refused\..*\nNo room\. Make some\.$/s);
});

test('a cancelled run fails, whatever fail-on says, and leaves a receipt', () => {
  const outcomes = [
    good(1),
    failed('cancelled', 'x', { index: 2, unsettled: 'cancelled' }),
    failed('cancelled', 'x', { index: 3, unsettled: 'running' }),
    failed('outcome-unknown', 'x', { index: 4, requestId: null, unsettled: 'unknown' }),
    untried({ index: 5 }),
  ];
  const told = verdict(outcomes, 'never', { cancelled: true });
  expect(told?.kind).toBe('cancelled');
  expect(told?.text.split('\n')).toEqual([
    'Cancelled. 1 file saved.',
    'Cancelled at RunComfy: request-2.',
    expect.stringMatching(/^Still running at RunComfy, and may be billed: request-3\. Pass them to `collect`/),
    expect.stringMatching(/^1 submit sent, but the response was lost/),
    'Never submitted: 1.',
  ]);
  expect(verdict(outcomes, 'never', { cancelled: true, collectBy: 'Re-run this job' })?.text).toContain(
    'Re-run this job',
  );
});

test('finished and paid for, but cut off by Cancel: named, with the way to collect it', () => {
  const cutOff = failed('cancelled', 'Cut off.', { index: 1, requestId: 'r-1', tookMs: 900 });
  expect(verdict([cutOff], 'any', { cancelled: true, collectBy: 'Re-run this job' })?.text).toMatch(
    /billed, but not downloaded: r-1\. Re-run this job to collect them without paying again\./,
  );
});

test('a successful step still reports failures, and what may be billed', () => {
  expect(toleratedOf(runResult(good(1)), 'Re-run this job')).toBeNull();
  expect(toleratedOf(runResult(good(1), bad(2)), 'Re-run this job')).toMatch(
    /^1 of 2 images failed; 1 file saved\.\n- image-2: /,
  );
  const running = failed('timeout', 'x', { index: 1, requestId: 'r-1', unsettled: 'running' });
  const unknown = failed('outcome-unknown', 'x', { index: 2, requestId: null, unsettled: 'unknown' });
  expect(toleratedOf(runResult(running, unknown), null)).toMatch(
    /may be billed: r-1\. Pass them to `collect`.*\n1 submit sent/s,
  );
});

test('messages say for both services where to look, and what `collect` needs', () => {
  const ofDeployment = (index: number, unsettled: 'running' | 'unknown'): Outcome =>
    failed('timeout', 'x', {
      index,
      requestId: `r-${index}`,
      unsettled,
      task: task({ name: `image-${index}`, deployment: { id: 'demo', graph: null } }),
    });
  const running = failed('timeout', 'x', { index: 1, requestId: 'r-1', unsettled: 'running' });
  expect(toleratedOf(runResult(running, ofDeployment(2, 'running'), ofDeployment(3, 'unknown')), null)).toMatch(
    /r-1, r-2\. Pass them to `collect` \(with `deployment: demo`\).*under Generations and Deployments on runcomfy\.com\.\n.*check Deployments on/s,
  );
});
