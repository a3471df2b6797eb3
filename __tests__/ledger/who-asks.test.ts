// Who asks: what orders of the same asker have in common, and what distinguishes askers.
import { expect, test } from '@jest/globals';
import { jobName, manifestRecord, runIdentity, stepRecord } from '../../src/ledger/who-asks.ts';

const ENV = {
  GITHUB_REPOSITORY: 'octo-org/garden',
  GITHUB_WORKFLOW: 'Images',
  GITHUB_WORKFLOW_REF: 'octo-org/garden/.github/workflows/images.yml@refs/heads/main',
  GITHUB_JOB: 'images',
  GITHUB_ACTION: '__run',
  GITHUB_RUN_ID: '42',
  GITHUB_RUN_ATTEMPT: '1',
  GITHUB_REF: 'refs/heads/main',
};
const STEP = { matrix: 'null', use: 1, outputDir: 'runcomfy-images', filename: '{id}-{index}' };

const step = (env: object = {}, order: Partial<typeof STEP> = {}, pull: number | null = null): string =>
  stepRecord(runIdentity({ ...ENV, ...env }, pull), { ...STEP, ...order });
const manifest = (env: object = {}, file = 'images.yml', pull: number | null = null): string =>
  manifestRecord(runIdentity({ ...ENV, ...env }, pull), file);

test.each<[string, string, string]>([
  ['another attempt', step(), step({ GITHUB_RUN_ATTEMPT: '2' })],
  ['no matrix and an empty input', step(), step({}, { matrix: '' })],
  [
    'a matrix with other white space',
    step({}, { matrix: '{ "os": "linux" }' }),
    step({}, { matrix: '{\n  "os": "linux"\n}' }),
  ],
  ['another run for one pull request', step({}, {}, 7), step({ GITHUB_RUN_ID: '43' }, {}, 7)],
  [
    'the part of the orchestration id that names the run',
    step({ ACTIONS_ORCHESTRATION_ID: 'a.call.job' }),
    step({ ACTIONS_ORCHESTRATION_ID: 'b.call.job' }),
  ],
  ['a manifest in another run', manifest(), manifest({ GITHUB_RUN_ID: '43' })],
  [
    'a manifest in another workflow, job and step',
    manifest(),
    manifest({ GITHUB_WORKFLOW: 'x', GITHUB_WORKFLOW_REF: 'y', GITHUB_JOB: 'z', GITHUB_ACTION: 'q' }),
  ],
  [
    'a manifest in another run for one pull request',
    manifest({}, 'images.yml', 7),
    manifest({ GITHUB_RUN_ID: '43', GITHUB_REF: 'x' }, 'images.yml', 7),
  ],
])('the same asker: %s', (_name, one, other) => {
  expect(one).toMatch(/^runcomfy-[0-9a-f]{40}$/);
  expect(other).toBe(one);
});

test('each difference makes a different asker', () => {
  const names = [
    step(),
    step({ GITHUB_RUN_ID: '43' }),
    step({}, {}, 42),
    step({}, {}, 7),
    step({ GITHUB_WORKFLOW: 'Other' }),
    step({ GITHUB_WORKFLOW_REF: 'octo-org/garden/.github/workflows/other.yml@refs/heads/main' }),
    step({ GITHUB_JOB: 'other' }),
    step({ GITHUB_ACTION: '__run_2' }),
    step({ ACTIONS_ORCHESTRATION_ID: 'a.call1.job' }),
    step({ ACTIONS_ORCHESTRATION_ID: 'a.call2.job' }),
    step({}, { matrix: '{"n":1}' }),
    step({}, { matrix: '{"n":"1"}' }),
    step({}, { use: 2 }),
    step({}, { outputDir: 'other' }),
    step({}, { filename: 'other' }),
    manifest(),
    manifest({ GITHUB_REF: 'refs/heads/other' }),
    manifest({ GITHUB_REPOSITORY: 'octo-org/other' }),
    manifest({}, 'other.yml'),
    manifest({}, 'images.yml', 7),
  ];
  expect(new Set(names).size).toBe(names.length);
});

test('each attempt of each matrix job has its own name', () => {
  const names = [
    jobName(runIdentity(ENV, null), ''),
    jobName(runIdentity({ ...ENV, GITHUB_RUN_ATTEMPT: '2' }, null), ''),
    jobName(runIdentity(ENV, null), '{"n":1}'),
  ];
  expect(new Set(names).size).toBe(3);
  expect(jobName(runIdentity({ ...ENV, GITHUB_ACTION: 'x' }, null), 'null')).toBe(names[0]);
});
