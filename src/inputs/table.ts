// The one table of inputs. The reader and the checks use it. Tests compare action.yml, the README and the recipe in CONTRIBUTING with it.
import type { JsonValue } from '../lib/json.ts';
import type { Parser } from './values.ts';
import * as values from './values.ts';

const MODES = ['generate', 'plan', 'check', 'accept', 'cleanup'] as const;
export type Mode = (typeof MODES)[number];

/**
 * What a step is used for: its mode, with `generate` split by its inputs. `model` and `deployment` submit
 * the requests that the inputs describe. `manifest` generates the images of a manifest. `collect` downloads the images of earlier requests.
 */
export type Use = 'model' | 'deployment' | 'manifest' | 'collect' | Exclude<Mode, 'generate'>;

interface AnyInput {
  /** Empty if there is none. The runner passes it as if it were given. */
  readonly default: string;
  /** The default in action.yml instead, an expression that the runner evaluates. */
  readonly expression?: string;
  readonly kind: Parser<unknown>;
}

/** Says how the step works. Allowed in every use, even if it has no effect there. */
interface HowInput extends AnyInput {
  readonly says: 'how';
  /** Only for workflows: the command line has no artifacts, comments, summaries or matrix jobs. */
  readonly workflowOnly?: true;
}

/** Says what to generate: the content of each image, or which images and requests. An error in every use that is not listed. */
interface WhatInput extends AnyInput {
  readonly says: 'image' | 'which';
  readonly usedBy: readonly Use[];
  /** An image in a manifest has a key with the same name. */
  readonly isManifestKey?: true;
  readonly parameter?: undefined;
}

/** Sent to the model unchanged, so that a new one only needs a row in this table. */
interface ParameterInput extends Omit<WhatInput, 'parameter'> {
  readonly says: 'image';
  readonly kind: Parser<JsonValue>;
  /** Its name in the request body. */
  readonly parameter: string;
}

export type MadeInput = WhatInput | ParameterInput;
export type Input = HowInput | MadeInput;

/** In the order of action.yml. */
export const INPUTS = {
  'api-token': {
    default: '',
    kind: values.text,
    says: 'how',
  },
  mode: {
    default: 'generate',
    kind: values.oneOf(...MODES),
    says: 'how',
    workflowOnly: true,
  },
  prompt: {
    default: '',
    kind: values.text,
    says: 'image',
    usedBy: ['model', 'deployment'],
    parameter: 'prompt',
    isManifestKey: true,
  },
  'prompt-file': {
    default: '',
    kind: values.text,
    says: 'image',
    usedBy: ['model', 'deployment'],
    isManifestKey: true,
  },
  manifest: {
    default: '',
    kind: values.text,
    says: 'which',
    usedBy: ['manifest', 'plan', 'check', 'accept'],
  },
  model: {
    default: '',
    kind: values.text,
    says: 'image',
    usedBy: ['model'],
    isManifestKey: true,
  },
  'image-size': {
    default: '',
    kind: values.imageSize,
    says: 'image',
    usedBy: ['model'],
    parameter: 'image_size',
  },
  seed: {
    default: '',
    kind: values.wholeNumber(0, Number.MAX_SAFE_INTEGER),
    says: 'image',
    usedBy: ['model', 'deployment'],
    parameter: 'seed',
  },
  'output-format': {
    default: '',
    kind: values.word,
    says: 'image',
    usedBy: ['model'],
    parameter: 'output_format',
  },
  'guidance-scale': {
    default: '',
    kind: values.decimal,
    says: 'image',
    usedBy: ['model'],
    parameter: 'guidance_scale',
  },
  'num-inference-steps': {
    default: '',
    kind: values.wholeNumber(1, 100_000),
    says: 'image',
    usedBy: ['model'],
    parameter: 'num_inference_steps',
  },
  'enable-prompt-expansion': {
    default: '',
    kind: values.boolean,
    says: 'image',
    usedBy: ['model'],
    parameter: 'enable_prompt_expansion',
  },
  parameters: {
    default: '',
    kind: values.text,
    says: 'image',
    usedBy: ['model', 'deployment'],
    isManifestKey: true,
  },
  files: {
    default: '',
    kind: values.text,
    says: 'image',
    usedBy: ['model', 'deployment'],
    isManifestKey: true,
  },
  deployment: {
    default: '',
    kind: values.text,
    says: 'image',
    usedBy: ['deployment', 'collect'],
    isManifestKey: true,
  },
  workflow: {
    default: '',
    kind: values.text,
    says: 'image',
    usedBy: ['deployment'],
    isManifestKey: true,
  },
  overrides: {
    default: '',
    kind: values.text,
    says: 'image',
    usedBy: ['deployment'],
    isManifestKey: true,
  },
  collect: {
    default: '',
    kind: values.requestIds,
    says: 'which',
    usedBy: ['collect'],
  },
  count: {
    default: '1',
    kind: values.wholeNumber(1, 1_000_000),
    says: 'image',
    usedBy: ['model', 'deployment'],
  },
  'output-dir': {
    default: 'runcomfy-images',
    kind: values.text,
    says: 'how',
  },
  filename: {
    default: '{id}-{index}',
    kind: values.text,
    says: 'how',
  },
  'upload-artifact': {
    default: 'true',
    kind: values.boolean,
    says: 'how',
    workflowOnly: true,
  },
  'artifact-name': {
    default: 'runcomfy-images',
    kind: values.artifactName,
    says: 'how',
    workflowOnly: true,
  },
  'artifact-overwrite': {
    default: 'false',
    kind: values.boolean,
    says: 'how',
    workflowOnly: true,
  },
  'artifact-archive': {
    default: 'true',
    kind: values.boolean,
    says: 'how',
    workflowOnly: true,
  },
  'artifact-retention-days': {
    default: '',
    kind: values.wholeNumber(1, 400),
    says: 'how',
    workflowOnly: true,
  },
  summary: {
    default: 'true',
    kind: values.boolean,
    says: 'how',
    workflowOnly: true,
  },
  comment: {
    default: 'false',
    kind: values.boolean,
    says: 'how',
    workflowOnly: true,
  },
  'comment-key': {
    default: 'default',
    kind: values.commentKey,
    says: 'how',
    workflowOnly: true,
  },
  'pr-number': {
    default: '',
    kind: values.wholeNumber(1, Number.MAX_SAFE_INTEGER),
    says: 'how',
    workflowOnly: true,
  },
  'preview-storage': {
    default: 'auto',
    kind: values.oneOf('auto', 'ref', 'hosted', 'none'),
    says: 'how',
    workflowOnly: true,
  },
  'github-token': {
    default: '',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is an expression of workflows
    expression: '${{ github.token }}',
    kind: values.text,
    says: 'how',
    workflowOnly: true,
  },
  concurrency: {
    default: '4',
    kind: values.wholeNumber(1, 256),
    says: 'how',
  },
  'poll-interval': {
    default: 'adaptive',
    kind: values.pollInterval,
    says: 'how',
  },
  timeout: {
    default: '30m',
    kind: values.duration,
    says: 'how',
  },
  only: {
    default: '',
    kind: values.globs,
    says: 'which',
    usedBy: ['manifest', 'plan', 'check', 'accept'],
  },
  force: {
    default: '',
    kind: values.globs,
    says: 'which',
    usedBy: ['manifest', 'plan'],
  },
  'fail-on': {
    default: 'any',
    kind: values.oneOf('any', 'all', 'never'),
    says: 'how',
  },
  'max-images': {
    default: '50',
    kind: values.wholeNumber(1, 1_000_000),
    says: 'how',
  },
  'max-cost': {
    default: '',
    kind: values.dollars,
    says: 'how',
  },
  'max-download-size': {
    default: '512MB',
    kind: values.byteSize,
    says: 'how',
  },
  'allowed-download-hosts': {
    default: '',
    kind: values.hostList,
    says: 'how',
  },
  resume: {
    default: 'true',
    kind: values.boolean,
    says: 'how',
  },
  'api-url': {
    default: 'https://model-api.runcomfy.net',
    kind: values.serviceOrigin,
    says: 'how',
  },
  'deployments-url': {
    default: 'https://api.runcomfy.net',
    kind: values.serviceOrigin,
    says: 'how',
  },
  matrix: {
    default: '',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is an expression of workflows
    expression: '${{ toJSON(matrix) }}',
    kind: values.text,
    says: 'how',
    workflowOnly: true,
  },
} as const satisfies Readonly<Record<string, Input>>;

export type InputName = keyof typeof INPUTS;
/** What the parser of an input returns. */
export type InputValue<N extends InputName> = Exclude<ReturnType<(typeof INPUTS)[N]['kind']['parse']>, undefined>;
/** Empty if not given. */
export type RawInputs = Readonly<Partial<Record<InputName, string>>>;

export const INPUT_NAMES: readonly InputName[] = Object.keys(INPUTS).filter(isInputName);

export function isInputName(name: string): name is InputName {
  return Object.hasOwn(INPUTS, name);
}
