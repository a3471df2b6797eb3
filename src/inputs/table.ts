// The one table of inputs. action.yml, the README and CONTRIBUTING's recipe are held to it by tests; the reader and the checks work from it.
import type { JsonValue } from '../lib/json.ts';
import type { Parser } from './values.ts';
import * as values from './values.ts';

export const MODES = ['generate', 'plan', 'check', 'accept', 'cleanup'] as const;
export type Mode = (typeof MODES)[number];

/**
 * What one step is used for: a mode, where `generate` is told apart by what it is given. `model` and `deployment` send
 * requests there, as the inputs describe them; `manifest` makes what a manifest lists; `collect` fetches what was made before.
 */
export type Use = 'model' | 'deployment' | 'manifest' | 'collect' | Exclude<Mode, 'generate'>;

interface AnyInput {
  /** Empty: none. The runner hands it over as if it were given. */
  readonly default: string;
  /** What action.yml gives as the default instead, for the runner to fill in. */
  readonly expression?: string;
  readonly kind: Parser<unknown>;
  /** As in action.yml: one line of plain sentences. */
  readonly description: string;
}

/** Says how to go about it. May be given wherever it is not used. */
interface HowInput extends AnyInput {
  readonly says: 'how';
}

/** Says what is made: what each image is, or which images and requests are meant. An error in every use that is not listed. */
interface WhatInput extends AnyInput {
  readonly says: 'image' | 'which';
  readonly usedBy: readonly Use[];
  /** An image of a manifest has a key of the same name. */
  readonly isManifestKey?: true;
  readonly parameter?: undefined;
}

/** Is sent to the model as it is. Needs no code of its own. */
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
    description:
      'RunComfy API token (runcomfy.com, Profile, API Token). Without it the environment variables RUNCOMFY_TOKEN and RUNCOMFY_API_TOKEN are read, in this order.',
  },
  mode: {
    default: 'generate',
    kind: values.oneOf(...MODES),
    says: 'how',
    description:
      'generate makes images, plan says what a manifest would make and at what price, check compares a manifest with the committed files, accept takes retouched files into the lock, cleanup removes the previews of a pull request.',
  },
  prompt: {
    default: '',
    kind: values.text,
    says: 'image',
    usedBy: ['model', 'deployment'],
    parameter: 'prompt',
    isManifestKey: true,
    description:
      'The prompt. At most one of prompt, prompt-file, manifest and collect; models that take no prompt need parameters or files instead.',
  },
  'prompt-file': {
    default: '',
    kind: values.text,
    says: 'image',
    usedBy: ['model', 'deployment'],
    isManifestKey: true,
    description:
      'UTF-8 text file in the workspace, at most 1 MB, that holds the prompt. A BOM and trailing line ends are removed.',
  },
  manifest: {
    default: '',
    kind: values.text,
    says: 'which',
    usedBy: ['manifest', 'plan', 'check', 'accept'],
    description:
      'YAML or JSON manifest of many images, kept up to date with a lock file beside it. Says everything that model, seed, parameters and the like would say.',
  },
  model: {
    default: '',
    kind: values.text,
    says: 'image',
    usedBy: ['model'],
    isManifestKey: true,
    description:
      'RunComfy model_id, passed on exactly as written. Empty means blackforestlabs/flux-2/flex/text-to-image.',
  },
  'image-size': {
    default: '',
    kind: values.imageSize,
    says: 'image',
    usedBy: ['model'],
    parameter: 'image_size',
    description:
      'Preset name (square_hd, square, portrait_4_3, portrait_16_9, landscape_4_3, landscape_16_9) or WIDTHxHEIGHT.',
  },
  seed: {
    default: '',
    kind: values.wholeNumber(0, Number.MAX_SAFE_INTEGER),
    says: 'image',
    usedBy: ['model', 'deployment'],
    parameter: 'seed',
    description: 'Whole number from 0 to 2^53-1. With count, the requests use seed, seed + 1, and so on.',
  },
  'output-format': {
    default: '',
    kind: values.word,
    says: 'image',
    usedBy: ['model'],
    parameter: 'output_format',
    description: 'jpeg or png. Any other word is passed on, since models differ.',
  },
  'guidance-scale': {
    default: '',
    kind: values.decimal,
    says: 'image',
    usedBy: ['model'],
    parameter: 'guidance_scale',
    description: 'How closely the model follows the prompt, a number.',
  },
  'num-inference-steps': {
    default: '',
    kind: values.wholeNumber(1, 100_000),
    says: 'image',
    usedBy: ['model'],
    parameter: 'num_inference_steps',
    description: 'How many steps the model takes, a whole number.',
  },
  'enable-prompt-expansion': {
    default: '',
    kind: values.boolean,
    says: 'image',
    usedBy: ['model'],
    parameter: 'enable_prompt_expansion',
    description: 'Whether the model may expand the prompt, true or false.',
  },
  parameters: {
    default: '',
    kind: values.text,
    says: 'image',
    usedBy: ['model', 'deployment'],
    isManifestKey: true,
    description: 'YAML or JSON mapping of any parameters of any model, merged last into the request, types kept.',
  },
  files: {
    default: '',
    kind: values.text,
    says: 'image',
    usedBy: ['model', 'deployment'],
    isManifestKey: true,
    description:
      'YAML or JSON mapping of parameter name to a file of the workspace, or a list of files, for models that take images, video or audio.',
  },
  deployment: {
    default: '',
    kind: values.text,
    says: 'image',
    usedBy: ['deployment', 'collect'],
    isManifestKey: true,
    description: 'Id of a Serverless (ComfyUI or LoRA) deployment to send to instead of a model.',
  },
  workflow: {
    default: '',
    kind: values.text,
    says: 'image',
    usedBy: ['deployment'],
    isManifestKey: true,
    description:
      'With deployment, a file of the workspace with a ComfyUI graph in API format (Export (API) in ComfyUI), sent instead of the graph that the deployment has saved.',
  },
  overrides: {
    default: '',
    kind: values.text,
    says: 'image',
    usedBy: ['deployment'],
    isManifestKey: true,
    description:
      'With deployment, YAML or JSON mapping of node.input to a value, types kept. A node is named by its id or its unique title; {prompt} and {seed} stand for the inputs of these names, and a mapping of $file to a path for a file of the workspace.',
  },
  collect: {
    default: '',
    kind: values.requestIds,
    says: 'which',
    usedBy: ['collect'],
    description:
      'Request ids, one a line, comma-separated or a JSON array such as output request-ids. Nothing is submitted and nothing is cancelled; each request is waited for, fetched and published. Not with a manifest, whose next run collects by itself.',
  },
  count: {
    default: '1',
    kind: values.wholeNumber(1, 1_000_000),
    says: 'image',
    usedBy: ['model', 'deployment'],
    description: 'How many requests to make.',
  },
  'output-dir': {
    default: 'runcomfy-images',
    kind: values.text,
    says: 'how',
    description: 'Folder in the workspace that images are written to.',
  },
  filename: {
    default: '{id}-{index}',
    kind: values.text,
    says: 'how',
    description: 'File name without suffix. Placeholders are {id}, {index}, {seed} and {request_id}.',
  },
  'upload-artifact': {
    default: 'true',
    kind: values.boolean,
    says: 'how',
    description: 'Whether to upload what was generated as a workflow artifact.',
  },
  'artifact-name': {
    default: 'runcomfy-images',
    kind: values.artifactName,
    says: 'how',
    description:
      'Name of the artifact. If this run has one of that name already, -2, -3 and so on is added; output artifact-name says which.',
  },
  'artifact-overwrite': {
    default: 'false',
    kind: values.boolean,
    says: 'how',
    description: 'Whether to replace an artifact of that name in this run instead.',
  },
  'artifact-archive': {
    default: 'true',
    kind: values.boolean,
    says: 'how',
    description:
      'Whether to upload one zip. With false, each file (at most 100) is an artifact of its own, named after the file, that opens in the browser.',
  },
  'artifact-retention-days': {
    default: '',
    kind: values.wholeNumber(1, 400),
    says: 'how',
    description: "Days to keep the artifact, 1 to 400. Empty means the repository's default.",
  },
  summary: {
    default: 'true',
    kind: values.boolean,
    says: 'how',
    description: 'Whether to write the job summary.',
  },
  comment: {
    default: 'false',
    kind: values.boolean,
    says: 'how',
    description: 'Whether to create or update one preview comment on the pull request.',
  },
  'comment-key': {
    default: 'default',
    kind: values.commentKey,
    says: 'how',
    description: 'Separates several comments of this action on one pull request.',
  },
  'pr-number': {
    default: '',
    kind: values.wholeNumber(1, Number.MAX_SAFE_INTEGER),
    says: 'how',
    description: 'Number of the pull request. Empty means that of the event.',
  },
  'preview-storage': {
    default: 'auto',
    kind: values.oneOf('auto', 'ref', 'hosted', 'none'),
    says: 'how',
    description:
      "Where the comment's pictures live - ref (a hidden git ref of this repository), hosted (RunComfy's public address), none (links only), or auto - ref where github-token may write contents, otherwise hosted in a public repository and none in any other.",
  },
  'github-token': {
    default: '',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is an expression of workflows
    expression: '${{ github.token }}',
    kind: values.text,
    says: 'how',
    description: 'Token for the preview comment and its pictures.',
  },
  concurrency: {
    default: '4',
    kind: values.wholeNumber(1, 256),
    says: 'how',
    description: 'How many requests are in flight at once, 1 to 256.',
  },
  'poll-interval': {
    default: 'adaptive',
    kind: values.pollInterval,
    says: 'how',
    description: 'How often to ask whether an image is ready, such as 2s; adaptive asks often at first and less later.',
  },
  timeout: {
    default: '30m',
    kind: values.duration,
    says: 'how',
    description:
      'Longest time from submit to result for one request, such as 90s or 10m. A request that takes longer is cancelled.',
  },
  only: {
    default: '',
    kind: values.globs,
    says: 'which',
    usedBy: ['manifest', 'plan', 'check', 'accept'],
    description: 'Manifest ids to consider, glob patterns, one a line or comma-separated. Empty means all.',
  },
  force: {
    default: '',
    kind: values.globs,
    says: 'which',
    usedBy: ['manifest', 'plan'],
    description: 'Manifest ids to generate again though unchanged, glob patterns; * is all.',
  },
  'fail-on': {
    default: 'any',
    kind: values.oneOf('any', 'all', 'never'),
    says: 'how',
    description: 'Which failed images fail the step - any, all or never. The others are a warning.',
  },
  'max-images': {
    default: '50',
    kind: values.wholeNumber(1, 1_000_000),
    says: 'how',
    description: 'Refuse, before anything is submitted, to make more requests than this.',
  },
  'max-cost': {
    default: '',
    kind: values.dollars,
    says: 'how',
    description:
      'USD. Refuse, before anything is submitted, a run whose price is above it or not known, and stop submitting once the costs reach it.',
  },
  'max-download-size': {
    default: '512MB',
    kind: values.byteSize,
    says: 'how',
    description: 'Largest file to download, such as 800KB, 5MB or 2GB.',
  },
  'allowed-download-hosts': {
    default: '',
    kind: values.hostList,
    says: 'how',
    description: 'Further hosts that results may be downloaded from, host or host:port, one a line.',
  },
  resume: {
    default: 'true',
    kind: values.boolean,
    says: 'how',
    description:
      'Whether to collect what an earlier attempt of this run, an earlier run of this pull request or, with a manifest, of this branch has already paid for, instead of paying again.',
  },
  'api-url': {
    default: 'https://model-api.runcomfy.net',
    kind: values.serviceOrigin,
    says: 'how',
    description: "Origin of RunComfy's Model API.",
  },
  'deployments-url': {
    default: 'https://api.runcomfy.net',
    kind: values.serviceOrigin,
    says: 'how',
    description: "Origin of RunComfy's Serverless API.",
  },
  matrix: {
    default: '',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is an expression of workflows
    expression: '${{ toJSON(matrix) }}',
    kind: values.text,
    says: 'how',
    description: 'Tells the legs of a matrix apart, so that each one finds what it has paid for. Leave it as it is.',
  },
} as const satisfies Readonly<Record<string, Input>>;

export type InputName = keyof typeof INPUTS;
/** What the parser of an input returns. */
export type InputValue<N extends InputName> = Exclude<ReturnType<(typeof INPUTS)[N]['kind']['parse']>, undefined>;
/** Empty means "not given". */
export type RawInputs = Readonly<Partial<Record<InputName, string>>>;

export const INPUT_NAMES: readonly InputName[] = Object.keys(INPUTS).filter(isInputName);

function isInputName(name: string): name is InputName {
  return Object.hasOwn(INPUTS, name);
}
