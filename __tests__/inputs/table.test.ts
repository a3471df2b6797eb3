// No input is ignored: each one changes the result in every use that it is for. Inputs that say what to make are errors in all other uses.
import { describe, expect, test } from '@jest/globals';
import { openWorkspace } from '../../src/files/workspace.ts';
import { type Inputs, readInputs } from '../../src/inputs/inputs.ts';
import { INPUT_NAMES, INPUTS, type Input, type InputName, type RawInputs, type Use } from '../../src/inputs/table.ts';
import { InputError, type Problem } from '../../src/lib/errors.ts';
import { openFolder } from '../helpers/folders.ts';
import { png } from '../helpers/media.ts';

/** A value for each input that differs from its default. */
const OTHER: Readonly<Record<InputName, string>> = {
  'api-token': 'other-token',
  mode: 'cleanup',
  prompt: 'a wolf',
  'prompt-file': 'wolf.txt',
  manifest: 'other.yml',
  model: 'google/nano-banana-2/edit',
  'image-size': '1024x768',
  seed: '7',
  'output-format': 'png',
  'guidance-scale': '3.5',
  'num-inference-steps': '28',
  'enable-prompt-expansion': 'false',
  parameters: 'style: ink',
  files: 'image_url: sketch.png',
  deployment: 'd-2',
  workflow: 'graph.json',
  overrides: '6.text: a wolf',
  collect: 'r-2',
  count: '2',
  'output-dir': 'other',
  filename: 'other-{index}',
  'upload-artifact': 'false',
  'artifact-name': 'other',
  'artifact-overwrite': 'true',
  'artifact-archive': 'false',
  'artifact-retention-days': '7',
  summary: 'false',
  comment: 'true',
  'comment-key': 'other',
  'pr-number': '7',
  'preview-storage': 'none',
  'github-token': 'other-token',
  concurrency: '5',
  'poll-interval': '2s',
  timeout: '5m',
  only: 'other-*',
  force: '*',
  'fail-on': 'never',
  'max-images': '60',
  'max-cost': '1.50',
  'max-download-size': '5MB',
  'allowed-download-hosts': 'cdn.example.com',
  resume: 'false',
  'api-url': 'https://api.example.com',
  'deployments-url': 'https://api.example.com',
  matrix: '{"os":"linux"}',
};

/** The minimum inputs of each use. */
const STEPS: Readonly<Record<Use, RawInputs>> = {
  model: { prompt: 'a fox' },
  deployment: { deployment: 'd-1' },
  manifest: { manifest: 'images.yml' },
  collect: { collect: 'r-1' },
  plan: { mode: 'plan', manifest: 'images.yml' },
  check: { mode: 'check', manifest: 'images.yml' },
  accept: { mode: 'accept', manifest: 'images.yml' },
  cleanup: { mode: 'cleanup' },
};

type Read = { readonly inputs: Inputs } | { readonly problems: readonly Problem[] };

async function read(raw: RawInputs): Promise<Read> {
  await using folder = await openFolder();
  await folder.write('wolf.txt', 'a wolf');
  await folder.write('sketch.png', png());
  await folder.write('graph.json', '{ "6": { "class_type": "CLIPTextEncode", "inputs": { "text": "a fox" } } }');
  for (const name of ['images.yml', 'other.yml']) await folder.write(name, 'version: 1');
  const workspace = await openWorkspace(folder.path);
  try {
    const inputs = await readInputs(raw, workspace, (text) => text);
    return { inputs: JSON.parse(JSON.stringify(inputs).replaceAll(JSON.stringify(workspace.root).slice(1, -1), '')) };
  } catch (error) {
    if (error instanceof InputError) return { problems: error.problems };
    throw error;
  }
}

/** Without overrides that use them, these are sent only along with parameters. */
const FLAT: readonly InputName[] = ['prompt', 'prompt-file', 'seed', 'files'];

function stepFor(name: InputName, step: RawInputs): RawInputs {
  return step.deployment !== undefined && FLAT.includes(name) ? { ...step, parameters: 'style: oil' } : step;
}

/** The step with one more input; another source makes room for it where both say the same. */
async function withOther(name: InputName, step: RawInputs): Promise<Read> {
  const { prompt, ...rest } = step;
  return read({ ...(name === 'prompt-file' && prompt !== undefined ? rest : step), [name]: OTHER[name] });
}

const uses = Object.entries(STEPS);
const made = INPUT_NAMES.flatMap((name) => {
  const input: Input = INPUTS[name];
  return input.says === 'how' ? [] : [{ name, usedBy: input.usedBy }];
});

test.each(uses)('%s: its inputs are accepted', async (_, step) => {
  expect(await read(step)).toHaveProperty('inputs');
});

describe.each(made)('$name', ({ name, usedBy }) => {
  test.each(uses)('%s: changes what is done, or is an error that names it', async (use, step) => {
    // It makes another use of the step.
    if (name === 'deployment' && use === 'model') return;
    if (name === 'collect' && use === 'deployment') return;
    const found = await withOther(name, stepFor(name, step));
    if (usedBy.some((one) => one === use)) {
      expect(found).toHaveProperty('inputs');
      expect(found).not.toEqual(await read(stepFor(name, step)));
    } else {
      expect(found).toMatchObject({ problems: [{ rule: expect.stringMatching(/^must (not )?be given /) }] });
      const [problem] = 'problems' in found ? found.problems : [];
      const sources: readonly (string | undefined)[] = [name, ...Object.keys(step)];
      expect(sources).toContain(problem?.input);
      expect(`${problem?.input} ${problem?.rule}`).toContain(name);
    }
  });
});

test.each(INPUT_NAMES.filter((name) => INPUTS[name].says === 'how'))('%s is read', async (name) => {
  expect(await withOther(name, STEPS.model)).not.toEqual(await read(STEPS.model));
});

test.each(
  made.flatMap(({ name, usedBy }) =>
    uses.filter(([use]) => !usedBy.some((one) => one === use)).map(([use, step]) => ({ name, use, step })),
  ),
)('$use: the default of $name, which the runner passes, is not an error', async ({ name, step }) => {
  expect(await read({ ...step, [name]: INPUTS[name].default })).toHaveProperty('inputs');
});

test.each(
  INPUT_NAMES.flatMap((name) => {
    const input: Input = INPUTS[name];
    return input.says === 'how' || input.parameter === undefined ? [] : [{ name, input, parameter: input.parameter }];
  }),
)('$name is sent as `$parameter`', async ({ name, input, parameter }) => {
  const found = await withOther(name, STEPS.model);
  expect('inputs' in found && found.inputs.order?.parameters).toMatchObject({
    [parameter]: input.kind.parse(OTHER[name]),
  });
});
