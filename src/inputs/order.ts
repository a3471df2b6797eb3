// The inputs that describe one image, or several of it, as one order.
import type { Workspace } from '../files/workspace.ts';
import { quoted } from '../lib/errors.ts';
import type { JsonObject } from '../lib/json.ts';
import type { InputName } from './defaults.ts';
import { readDeployment, type SingleDeployment } from './deployment.ts';
import { type InputFiles, POINTER_RULE, pointersIn, readInputFiles, readPromptFile } from './files.ts';
import { parseMapping } from './mapping.ts';
import type { InputReader } from './reader.ts';
import * as values from './values.ts';

/** `model`'s default lives here, not in action.yml: with a manifest the input must be seen to be absent. */
export const DEFAULT_MODEL = 'blackforestlabs/flux-2/flex/text-to-image';

/** One image, or `count` of it, as the inputs describe it. */
export interface SingleOrder {
  readonly model: string;
  /** The request body but for input files and the seed of each job. */
  readonly parameters: JsonObject;
  readonly files: InputFiles;
  /** Of the first request; the n-th of `count` uses seed + n - 1. */
  readonly seed: number | null;
  readonly count: number;
  /** null: it goes to the model. Of a graph, `parameters` is what its overrides are filled with. */
  readonly deployment: SingleDeployment | null;
}

/** With a manifest these say nothing: it says all. */
export const ORDER_INPUTS = [
  'model',
  'image-size',
  'seed',
  'output-format',
  'guidance-scale',
  'num-inference-steps',
  'enable-prompt-expansion',
  'parameters',
  'files',
  'deployment',
  'workflow',
  'overrides',
  'count',
] as const satisfies readonly InputName[];

export async function readSingleOrder(reader: InputReader, workspace: Workspace): Promise<SingleOrder> {
  const { given, block, problem, optional, required, attempt } = reader;
  const mapping = (name: 'parameters' | 'files'): Promise<JsonObject> =>
    attempt(name, {}, async () => (given(name) === '' ? {} : await parseMapping(block(name))));

  const inFile =
    given('prompt-file') === ''
      ? ''
      : await attempt('prompt-file', '', async () => readPromptFile(await workspace.inside(given('prompt-file'))));
  const prompt = given('prompt') || inFile;
  const own = await mapping('parameters');
  const named = await mapping('files');
  // Of a graph, these are overrides like others.
  const isOfGraph = given('deployment') !== '' && given('parameters') === '';
  const files = isOfGraph ? {} : await attempt('files', {}, () => readInputFiles(named, workspace));
  const pointers = pointersIn(files);
  if (pointers.length > 0)
    problem('files', `${POINTER_RULE}; ${pointers.map((name) => quoted(name)).join(', ')} is such a pointer`);
  const twice = Object.keys(named).filter((name) => Object.hasOwn(own, name));
  if (twice.length > 0)
    problem('files', `must not set ${twice.map((name) => quoted(name)).join(', ')}, which \`parameters\` sets too`);

  const model = given('model') || DEFAULT_MODEL;
  const modelFault = values.faultOfModel(model);
  if (modelFault !== null && given('deployment') === '') problem('model', modelFault);

  const byInput: JsonObject = {
    prompt: prompt === '' ? null : prompt,
    image_size: optional('image-size', values.imageSize),
    seed: optional('seed', values.wholeNumber(0, Number.MAX_SAFE_INTEGER)),
    output_format: optional('output-format', values.word),
    guidance_scale: optional('guidance-scale', values.decimal),
    num_inference_steps: optional('num-inference-steps', values.wholeNumber(1, 100_000)),
    enable_prompt_expansion: optional('enable-prompt-expansion', values.boolean),
  };
  const parameters: JsonObject = {
    ...Object.fromEntries(Object.entries(byInput).filter(([, value]) => value !== null)),
    ...own,
  };
  const deployment = await readDeployment(reader, { named, sent: parameters, workspace });
  // Below zero it means "draw one" to many models, which is no number to count from.
  const seed = Number.isSafeInteger(parameters.seed) && Number(parameters.seed) >= 0 ? Number(parameters.seed) : null;
  const count = required('count', values.wholeNumber(1, 1_000_000));
  if (seed !== null && seed > Number.MAX_SAFE_INTEGER - (count - 1)) {
    problem('seed', `must leave room for ${count} seeds below 2^53`, String(seed));
  }
  return { model: deployment === null ? model : '', parameters, files, seed, count, deployment };
}
