// The warnings of a run, through the bundle: GitHub shows ten per step, so none may hide another.
import { expect, test } from '@jest/globals';
import { play } from '../helpers/action.ts';
import { openFolder } from '../helpers/folders.ts';

test('twelve images with three inputs that the model does not have: one warning per input, after what may be billed', async () => {
  await using folder = await openFolder();
  await folder.write(
    'images.yml',
    [
      'version: 1',
      'defaults:',
      '  parameters: { guidence_scale: 3, stepps: 20, Seed: 7 }',
      'images:',
      ...Array.from({ length: 12 }, (_, n) => `  - { id: i-${n}, prompt: Fox ${n}, output: out/${n}.jpg }`),
      '',
    ].join('\n'),
  );
  const run = await play({
    workspace: folder.path,
    service: { runMs: 60_000 },
    inputs: { prompt: '', manifest: 'images.yml', timeout: '1s', 'fail-on': 'never', concurrency: '12' },
  });
  expect(run.exitCode).toBe(0);
  expect(run.warnings).toHaveLength(4);
  expect(run.warnings[0]).toContain('Still running at RunComfy, and may be billed');
  const faults = [
    'has no input "guidence_scale"; did you mean "guidance_scale"?',
    'has no input "stepps"; there are prompt, image_size, ',
    'has no input "Seed"; did you mean "seed"?',
  ];
  for (const [n, fault] of faults.entries()) {
    expect(run.warnings[n + 1]).toMatch(/^i-0, i-1, i-2, i-3, i-4 and 7 more: blackforestlabs/);
    expect(run.warnings[n + 1]).toContain(fault);
  }
  expect(run.summary).toContain('has no input');
});

test('a warning that is too long for an annotation is complete in the log', async () => {
  await using folder = await openFolder();
  const inputs = Array.from({ length: 60 }, (_, n) => `parameter_that_no_model_has_number_${n}_${'x'.repeat(40)}: 1`);
  await folder.write(
    'images.yml',
    `version: 1\nimages:\n  - { id: a, prompt: a, parameters: { ${inputs.join(', ')} }, output: a.jpg }\n`,
  );
  const run = await play({ workspace: folder.path, inputs: { prompt: '', manifest: 'images.yml' } });
  expect(run.warnings).toHaveLength(6);
  expect(run.warnings[5]).toMatch(/and \d+ more, see the log$/);
  expect(run.log).toMatch(
    /^blackforestlabs\S+ has no input "parameter_that_no_model_has_number_59_x{40}"; there are prompt, .*\.$/m,
  );
});

test('plan groups its warnings in the same way', async () => {
  await using folder = await openFolder();
  const images = ['a', 'b'].map(
    (id) => `  - { id: ${id}, prompt: ${id}, parameters: { stepps: 2 }, output: ${id}.jpg }`,
  );
  await folder.write('images.yml', `version: 1\nimages:\n${images.join('\n')}\n`);
  const run = await play({ workspace: folder.path, inputs: { prompt: '', manifest: 'images.yml', mode: 'plan' } });
  expect(run.warnings).toEqual([expect.stringMatching(/^a, b: .* has no input "stepps"; there are prompt, .*\.$/)]);
});
