// The step's outputs: all of them always there, and never above GitHub's limit.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { outputsOf } from '../../src/report/outputs.ts';
import { reportOf } from '../../src/report/report.ts';
import type { Outcome } from '../../src/tasks/outcome.ts';
import { ARTIFACT, failed, image, outcome, runResult, task } from '../helpers/outcomes.ts';

const LIMIT = 400_000;
const PREVIEW = { commentId: '77', commentUrl: 'https://github.com/octo-org/garden/pull/7#issuecomment-77' };

function outputs(...outcomes: readonly Outcome[]) {
  const sums = runResult(...outcomes);
  return outputsOf({
    runResult: sums,
    report: reportOf(sums),
    artifact: ARTIFACT,
    preview: PREVIEW,
    reportFile: '/tmp/report.json',
    lock: null,
  });
}

function list(text: string | undefined): readonly unknown[] {
  const parsed: unknown = JSON.parse(text ?? '');
  if (!Array.isArray(parsed)) throw new Error('This is no list.');
  return parsed;
}

test('of a run with one image', () => {
  const { values, cut } = outputs(outcome());
  expect(cut).toEqual([]);
  expect(values).toMatchObject({
    path: 'runcomfy-images/image-1.png',
    paths: 'runcomfy-images/image-1.png',
    url: 'https://files.runcomfy.net/1.png?sig=abc',
    count: '1',
    'failed-count': '0',
    'request-ids': '["request-1"]',
    unsettled: '[]',
    cost: '0.06',
    changed: 'true',
    'artifact-id': '1000',
    'artifact-name': 'runcomfy-images',
    'artifact-url': ARTIFACT.url,
    'artifact-digest': ARTIFACT.digest,
    'comment-id': '77',
    'comment-url': PREVIEW.commentUrl,
    'report-file': '/tmp/report.json',
  });
  expect(list(values.images)).toHaveLength(1);
});

test('of a run that made nothing: the same names, empty or zero', () => {
  const sums = runResult();
  const { values } = outputsOf({
    runResult: sums,
    report: reportOf(sums),
    artifact: null,
    preview: null,
    reportFile: null,
    lock: null,
  });
  expect(Object.keys(values)).toEqual(Object.keys(outputs(outcome()).values));
  expect(values).toMatchObject({ path: '', paths: '', count: '0', cost: '', changed: 'false', images: '[]' });
});

test.each([
  { name: 'a file is new', changed: true, lock: null, is: 'true' },
  { name: 'only the lock is', changed: false, lock: 'images.lock.json', is: 'true' },
  { name: 'every file was there before with the same bytes', changed: false, lock: null, is: 'false' },
])('`changed` is $is when $name', ({ changed, lock, is }) => {
  const sums = runResult(outcome({ images: [image({ changed })] }));
  const sources = { runResult: sums, report: reportOf(sums), artifact: null, preview: null, reportFile: null };
  expect(outputsOf({ ...sources, lock }).values.changed).toBe(is);
});

test('a lost submit is in `unsettled`, and not in `request-ids`', () => {
  const { values } = outputs(failed('outcome-unknown', 'Lost.', { requestId: null, unsettled: 'unknown' }));
  expect(values).toMatchObject({ 'failed-count': '1', 'request-ids': '[]' });
  expect(list(values.unsettled)).toEqual([{ id: 'image', index: 1, request_id: null, state: 'unknown' }]);
});

test('2,000 images fit: lists are cut between items, and the cut ones are named', () => {
  const { values, cut } = outputs(...Array.from({ length: 2_000 }, (_, n) => outcome({ index: n + 1 })));
  expect(cut).toEqual(['images']);
  expect(values.count).toBe('2000');
  expect(list(values['request-ids'])).toHaveLength(2_000);
  expect(list(values.images).length).toBeGreaterThan(500);
  expect(list(values.images).at(-1)).toMatchObject({ model: expect.any(String), cost: 0.06 });
});

test('one prompt that is larger than all outputs together leaves the paths whole', () => {
  const { values, cut } = outputs(outcome({ task: task({ prompt: 'x'.repeat(500_000) }) }));
  expect(cut).toEqual(['images']);
  expect(values).toMatchObject({ images: '[]', paths: 'runcomfy-images/image-1.png', count: '1' });
});

test('all outputs together stay below the limit, and every remaining item is complete', () => {
  const text = fc.tuple(fc.constantFrom('x', '"', '\\', '\u2028', '🦊'), fc.nat(8_000)).map(([c, n]) => c.repeat(n));
  const outcomes = fc.array(fc.record({ prompt: text, path: text, url: text, count: fc.nat(60), open: fc.boolean() }), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(outcomes, (given) => {
      const { values, cut } = outputs(
        ...given.map(({ prompt, path, url, count, open }, n) =>
          outcome({
            task: task({ prompt }),
            requestId: `${n}`.padEnd(128, 'x'),
            images: Array.from({ length: count }, (_, m) =>
              image({ index: m, path: path.slice(0, 400), url: url.slice(0, 2_000) }),
            ),
            unsettled: open ? 'running' : null,
          }),
        ),
      );
      expect(Object.values(values).join('').length).toBeLessThan(LIMIT);
      const lengths = {
        images: list(values.images).length,
        paths: values.paths === '' ? 0 : (values.paths?.split('\n').length ?? 0),
        'request-ids': list(values['request-ids']).length,
        unsettled: list(values.unsettled).length,
      };
      const files = given.reduce((sum, { count }) => sum + count, 0);
      expect(values.count).toBe(String(files));
      if (!cut.includes('images')) expect(lengths.images).toBe(files);
      expect(lengths.images).toBeLessThanOrEqual(files);
      if (!cut.includes('request-ids')) expect(lengths['request-ids']).toBe(given.length);
      if (!cut.includes('unsettled')) expect(lengths.unsettled).toBe(given.filter(({ open }) => open).length);
    }),
    { numRuns: 30 },
  );
});

test('a plan that is too long loses unchanged images first, and the report has all of it', () => {
  const rows = Array.from({ length: 5_000 }, (_, n) => ({
    id: `image-${n}`,
    action: n === 4_999 ? 'changed' : 'unchanged',
    reasons: n === 4_999 ? ['seed: 7 → 8'] : [],
    price: 0,
  }));
  const sums = { ...runResult(), plan: rows };
  const report = reportOf(sums);
  const { values, cut } = outputsOf({
    runResult: sums,
    report,
    artifact: null,
    preview: null,
    reportFile: null,
    lock: null,
  });
  expect(cut).toEqual(['plan']);
  expect(list(values.plan)).toEqual([rows.at(-1)]);
  expect(report.plan).toEqual(rows);
});
