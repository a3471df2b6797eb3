// From the workflow's strings to one readonly Inputs; every problem is found, and all are reported together.
import { InputError, type Problem } from '../errors.ts';
import { templateFault } from '../images/names.ts';
import { PathError, type Workspace } from '../workspace.ts';
import { FileFault, type InputFiles, readInputFiles, readPromptFile } from './files.ts';
import { type JsonObject, MappingError, parseMapping } from './mapping.ts';
import * as values from './values.ts';

/** Names and defaults of all inputs; action.yml and the README say the same (a test holds them together). Empty means "not given". */
export const INPUT_DEFAULTS = {
  'api-token': '',
  prompt: '',
  'prompt-file': '',
  model: '',
  'image-size': '',
  seed: '',
  'output-format': '',
  'guidance-scale': '',
  'num-inference-steps': '',
  'enable-prompt-expansion': '',
  parameters: '',
  files: '',
  count: '1',
  'output-dir': 'runcomfy-images',
  filename: '{id}-{index}',
  'upload-artifact': 'true',
  'artifact-name': 'runcomfy-images',
  'artifact-overwrite': 'false',
  'artifact-archive': 'true',
  'artifact-retention-days': '',
  summary: 'true',
  concurrency: '4',
  'poll-interval': 'adaptive',
  timeout: '10m',
  'fail-on': 'any',
  'max-images': '50',
  'max-cost': '',
  'max-download-size': '512MB',
  'allowed-download-hosts': '',
  resume: 'true',
  'api-url': 'https://model-api.runcomfy.net',
} as const;

export type InputName = keyof typeof INPUT_DEFAULTS;
export type RawInputs = Readonly<Partial<Record<InputName, string>>>;

/** `model`'s default lives here, not in action.yml: with a manifest the input must be seen to be absent. */
export const DEFAULT_MODEL = 'blackforestlabs/flux-2/flex/text-to-image';

export interface Inputs {
  /** null: not given. */
  readonly apiToken: string | null;
  readonly apiUrl: URL;
  readonly model: string;
  /** The request body but for input files and the seed of each job. */
  readonly parameters: JsonObject;
  readonly files: InputFiles;
  /** Of the first request; the n-th of `count` uses seed + n - 1. */
  readonly seed: number | null;
  readonly count: number;
  /** Absolute. */
  readonly outputDir: string;
  readonly filename: string;
  /** null: `upload-artifact` is false. */
  readonly artifact: {
    readonly name: string;
    readonly overwrite: boolean;
    readonly archive: boolean;
    readonly retentionDays: number | null;
  } | null;
  readonly summary: boolean;
  readonly concurrency: number;
  /** Milliseconds; null: adaptive. */
  readonly pollIntervalMs: number | null;
  readonly timeoutMs: number;
  readonly failOn: 'any' | 'all' | 'never';
  /** USD. */
  readonly maxCost: number | null;
  /** Bytes, of one file. */
  readonly maxDownloadSize: number;
  /** `host:port`s. */
  readonly allowedDownloadHosts: readonly string[];
  readonly resume: boolean;
}

/** Each file of its own is an artifact then; a job has room for 500 of them. */
export const MOST_UNZIPPED = 100;

/** Throws InputError with all problems. Reads the files that inputs name, sends nothing. */
export async function readInputs(
  raw: RawInputs,
  workspace: Workspace,
  redacted: (text: string) => string,
): Promise<Inputs> {
  const problems: Problem[] = [];
  const given = (name: InputName): string => raw[name]?.trim() ?? '';
  const text = (name: InputName): string => given(name) || INPUT_DEFAULTS[name];
  const problem = (input: InputName, rule: string, value: string | null = given(input)): void => {
    problems.push({ input, value: value === null ? null : redacted(value), rule: redacted(rule) });
  };

  /** The value, or null where it is not given or does not fit. */
  function optional<T>(name: InputName, parse: values.Parser<T>): T | null {
    if (text(name) === '') return null;
    const parsed = parse.parse(text(name));
    if (parsed === undefined) problem(name, parse.rule);
    return parsed ?? null;
  }
  /** For inputs with a default, which stands in for what does not fit, so that the rest can be judged too. */
  function required<T>(name: InputName, parse: values.Parser<T>): T {
    const parsed = optional(name, parse) ?? parse.parse(INPUT_DEFAULTS[name]);
    if (parsed === undefined) throw new Error(`the default of ${name} does not fit its own rule`);
    return parsed;
  }
  /** Runs what reads paths, mappings and files; what is wrong with them becomes a problem. */
  async function attempt<T>(name: InputName, fallback: T, read: () => Promise<T>): Promise<T> {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof PathError || error instanceof MappingError || error instanceof FileFault)) throw error;
      problem(name, error.message, text(name));
      return fallback;
    }
  }
  const mapping = (name: InputName): Promise<JsonObject> =>
    attempt(name, {}, async () => (given(name) === '' ? {} : await parseMapping(given(name))));

  const apiToken = given('api-token') || null;
  // Header values hold visible ASCII only (RFC 9110); the value itself must never be shown.
  if (apiToken !== null && !/^[\x21-\x7e]+$/.test(apiToken))
    problem('api-token', 'must be one word of visible ASCII characters, as copied from runcomfy.com', null);

  for (const name of ['artifact-name', 'filename', 'output-dir'] as const) {
    if (apiToken !== null && apiToken.length >= 8 && text(name).includes(apiToken))
      problem(name, 'must not contain the API token', null);
  }

  const apiUrl = required('api-url', values.serviceOrigin);

  if (given('prompt') !== '' && given('prompt-file') !== '')
    problem('prompt-file', 'must not be given together with `prompt`');
  const prompt =
    given('prompt') !== '' || given('prompt-file') === ''
      ? given('prompt')
      : await attempt('prompt-file', '', async () => readPromptFile(await workspace.inside(given('prompt-file'))));
  const own = await mapping('parameters');
  const named = await mapping('files');
  const files = await attempt('files', {}, () => readInputFiles(named, workspace));
  for (const name of Object.keys(files)) {
    if (Object.hasOwn(own, name))
      problem('files', `must not set ${JSON.stringify(name)}, which \`parameters\` sets too`);
  }
  if (given('prompt') + given('prompt-file') + given('parameters') + given('files') === '') {
    problem(
      'prompt',
      'must be given (or `prompt-file`; models that take no prompt need `parameters` or `files`)',
      null,
    );
  }

  const model = given('model') || DEFAULT_MODEL;
  const modelFault = values.faultOfModel(model);
  if (modelFault !== null) problem('model', modelFault);

  const seedInput = optional('seed', values.wholeNumber(0, Number.MAX_SAFE_INTEGER));
  const described: JsonObject = {
    prompt: prompt === '' ? null : prompt,
    image_size: optional('image-size', values.imageSize),
    seed: seedInput,
    output_format: optional('output-format', values.word),
    guidance_scale: optional('guidance-scale', values.decimal),
    num_inference_steps: optional('num-inference-steps', values.wholeNumber(1, 100_000)),
    enable_prompt_expansion: optional('enable-prompt-expansion', values.boolean),
  };
  const parameters: JsonObject = {
    ...Object.fromEntries(Object.entries(described).filter(([, value]) => value !== null)),
    ...own,
  };
  const seed = Number.isSafeInteger(parameters.seed) ? Number(parameters.seed) : null;

  const maxImages = required('max-images', values.wholeNumber(1, 1_000_000));
  const count = required('count', values.wholeNumber(1, 1_000_000));
  if (count > maxImages) {
    problem(
      'count',
      `must be at most \`max-images\`, which is ${maxImages} and guards against spending by mistake: raise it if you mean it`,
    );
  }
  if (seed !== null && seed > Number.MAX_SAFE_INTEGER - (count - 1)) {
    problem('seed', `must leave room for ${count} seeds below 2^53`, String(seed));
  }

  const outputDir = await attempt('output-dir', workspace.root, () => workspace.inside(text('output-dir')));
  const filenameFault = templateFault(text('filename'));
  if (filenameFault !== null) problem('filename', filenameFault);

  const uploadArtifact = required('upload-artifact', values.boolean);
  const artifact = {
    name: required('artifact-name', values.artifactName),
    overwrite: required('artifact-overwrite', values.boolean),
    archive: required('artifact-archive', values.boolean),
    retentionDays: optional('artifact-retention-days', values.wholeNumber(1, 400)),
  };
  if (uploadArtifact && !artifact.archive && count > MOST_UNZIPPED) {
    problem(
      'count',
      `must be at most ${MOST_UNZIPPED} with \`artifact-archive: false\`, where each file is an artifact of its own`,
    );
  }

  const inputs: Inputs = {
    apiToken,
    apiUrl,
    model,
    parameters,
    files,
    seed,
    count,
    outputDir,
    filename: text('filename'),
    artifact: uploadArtifact ? artifact : null,
    summary: required('summary', values.boolean),
    concurrency: required('concurrency', values.wholeNumber(1, 32)),
    pollIntervalMs: text('poll-interval') === 'adaptive' ? null : optional('poll-interval', values.pollInterval),
    timeoutMs: required('timeout', values.duration),
    failOn: required('fail-on', values.oneOf('any', 'all', 'never')),
    maxCost: optional('max-cost', values.dollars),
    maxDownloadSize: required('max-download-size', values.byteSize),
    allowedDownloadHosts: optional('allowed-download-hosts', values.hostList) ?? [],
    resume: required('resume', values.boolean),
  };
  if (problems.length > 0) throw new InputError(problems);
  return inputs;
}
