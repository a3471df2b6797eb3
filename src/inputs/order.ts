// The inputs that describe one image, or several of it, as one order.
import type { Workspace } from '../files/workspace.ts';
import { quoted } from '../lib/errors.ts';
import type { JsonObject } from '../lib/json.ts';
import type { SingleDeployment } from './deployment.ts';
import {
  faultTogether,
  type InputFiles,
  isInside,
  POINTER_RULE,
  pointersIn,
  readInputFiles,
  readPromptFile,
  separateFiles,
} from './files.ts';
import { parseMapping } from './mapping.ts';
import type { InputReader } from './reader.ts';
import { INPUT_NAMES, INPUTS, type Input } from './table.ts';
import * as values from './values.ts';

/** The default of `model` is here, not in action.yml, because a manifest needs to know that the input is not set. */
export const DEFAULT_MODEL = 'blackforestlabs/flux-2/flex/text-to-image';

/** One image, or `count` of them, as the inputs describe it. */
export interface SingleOrder {
  readonly model: string;
  /** The request body without input files and without the seed of each task. */
  readonly parameters: JsonObject;
  readonly files: InputFiles;
  /** Of the first request; the n-th of `count` uses seed + n - 1. */
  readonly seed: number | null;
  readonly count: number;
  /** null: a model. For a graph, `parameters` has the values for its placeholders. */
  readonly deployment: SingleDeployment | null;
}

export async function readSingleOrder(reader: InputReader, workspace: Workspace): Promise<SingleOrder> {
  const { given, block, problem, required, attempt } = reader;
  const mapping = (name: 'parameters' | 'files'): Promise<JsonObject> =>
    attempt(name, {}, async () => (given(name) === '' ? {} : await parseMapping(block(name))));

  const inFile =
    given('prompt-file') === ''
      ? ''
      : await attempt('prompt-file', '', async () => readPromptFile(await workspace.inside(given('prompt-file'))));
  const written = await mapping('parameters');
  const { parameters: own, files: inside } = await attempt('parameters', { parameters: written, files: {} }, async () =>
    separateFiles(written),
  );
  const named = await mapping('files');
  // For a graph, these are ordinary overrides.
  const isOfGraph = given('deployment') !== '' && given('parameters') === '';
  const filesBy = {
    files: isOfGraph ? {} : await attempt('files', {}, () => readInputFiles(named, workspace)),
    parameters: await attempt('parameters', {}, () => readInputFiles(inside, workspace)),
  };
  const files: InputFiles = { ...filesBy.parameters, ...filesBy.files };
  for (const name of ['files', 'parameters'] as const) {
    const pointers = pointersIn(filesBy[name]);
    if (pointers.length > 0)
      problem(name, `${POINTER_RULE}; ${pointers.map((pointer) => quoted(pointer)).join(', ')} is such a pointer`);
  }
  const tooMuch = Object.keys(inside).length === 0 ? null : faultTogether(files);
  if (tooMuch !== null) problem('parameters', tooMuch);
  const twice = Object.keys(named).filter((name) => Object.hasOwn(written, name) || isInside(name, own));
  if (twice.length > 0)
    problem('files', `must not set ${twice.map((name) => quoted(name)).join(', ')}, which \`parameters\` sets too`);

  const model = given('model') || DEFAULT_MODEL;
  const modelFault = values.faultOfModel(model);
  if (modelFault !== null && given('deployment') === '') problem('model', modelFault);

  const parameters: JsonObject = { ...(inFile === '' ? {} : { prompt: inFile }), ...typedParameters(reader), ...own };
  const deployment =
    given('deployment') === '' || given('collect') !== ''
      ? null
      : await (await import('./deployment.ts')).readDeployment(reader, { named, sent: parameters, workspace });
  // A negative seed means "random" for many models, so it cannot be counted up.
  const seed = Number.isSafeInteger(parameters.seed) && Number(parameters.seed) >= 0 ? Number(parameters.seed) : null;
  const count = required('count');
  if (seed !== null && seed > Number.MAX_SAFE_INTEGER - (count - 1)) {
    problem('seed', `must leave room for ${count} seeds below 2^53`, String(seed));
  }
  return { model: deployment === null ? model : '', parameters, files, seed, count, deployment };
}

/** The parameters that have their own input. */
function typedParameters({ parsed }: InputReader): JsonObject {
  const entries = INPUT_NAMES.flatMap((name) => {
    const input: Input = INPUTS[name];
    if (input.says === 'how' || input.parameter === undefined) return [];
    const value = parsed(name, input.kind);
    return value === null ? [] : [[input.parameter, value] as const];
  });
  return Object.fromEntries(entries);
}
