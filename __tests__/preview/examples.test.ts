// The example workflows ask for the permissions that their previews need, and for no more.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';

const workflow = z.object({
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(
    z.string(),
    z.object({
      permissions: z.record(z.string(), z.string()).optional(),
      steps: z.array(z.object({ uses: z.string().default(''), with: z.record(z.string(), z.unknown()).default({}) })),
    }),
  ),
});

const folder = resolve(import.meta.dirname, '../../examples');
const examples = readdirSync(folder)
  .filter((name) => /^preview.*\.yml$/.test(name))
  .map((name) => [name, workflow.parse(parse(readFileSync(join(folder, name), 'utf8')))] as const);

test.each(examples)('%s', (_, { permissions: ofAll, jobs }) => {
  const [permissions = ofAll] = Object.values(jobs).flatMap((job) => (job.permissions ? [job.permissions] : []));
  const steps = Object.values(jobs).flatMap((job) => job.steps);
  const ours = steps.find(({ uses }) => uses.startsWith('your-org/runcomfy-action@'))?.with ?? {};
  const writes = Object.keys(permissions).filter((name) => permissions[name] === 'write');
  const comments = ours.comment === true || ours.mode === 'cleanup';
  const stores = ours.mode === 'cleanup' || ['ref', 'auto'].includes(String(ours['preview-storage']));
  expect(writes.sort()).toEqual([...(comments && stores ? ['contents'] : []), ...(comments ? ['pull-requests'] : [])]);
  const checkout = steps.find(({ uses }) => uses.startsWith('actions/checkout@'));
  if (checkout !== undefined) {
    expect(permissions.contents).toBeDefined();
    expect(checkout.with['persist-credentials']).toBe(false);
  }
});

test('there is one for each way', () => {
  expect(examples.map(([name]) => name)).toHaveLength(6);
});
