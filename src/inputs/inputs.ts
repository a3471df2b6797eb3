// From the workflow's strings to one readonly Inputs; every problem is found, and all are reported together.
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { templateFault } from '../files/names.ts';
import { PathError, type Workspace } from '../files/workspace.ts';
import { InputError } from '../lib/errors.ts';
import type { RawInputs } from './defaults.ts';
import { INPUT_DEFAULTS } from './defaults.ts';
import { ORDER_INPUTS, readSingleOrder, type SingleOrder } from './order.ts';
import { createReader, type InputReader } from './reader.ts';
import * as values from './values.ts';

export type Mode = 'generate' | 'plan' | 'check' | 'cleanup';

export interface Inputs {
  /** null: not given. */
  readonly apiToken: string | null;
  readonly apiUrl: URL;
  readonly deploymentsUrl: URL;
  readonly mode: Mode;
  /** Absolute path; null: the inputs themselves describe what to make. */
  readonly manifest: string | null;
  readonly order: SingleOrder;
  /** Ids of requests that are only to be collected, each once; null: not given. */
  readonly collect: readonly string[] | null;
  /** Globs of manifest ids; empty: all. */
  readonly only: readonly string[];
  /** Globs of manifest ids; empty: none. */
  readonly force: readonly string[];
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
  readonly preview: {
    /** Whether to write the comment. */
    readonly comment: boolean;
    readonly key: string;
    /** null: from the event. */
    readonly pull: number | null;
    readonly storage: 'auto' | 'ref' | 'hosted' | 'none';
    /** null: not given. */
    readonly githubToken: string | null;
  };
  readonly concurrency: number;
  /** Milliseconds; null: adaptive. */
  readonly pollIntervalMs: number | null;
  readonly timeoutMs: number;
  readonly failOn: 'any' | 'all' | 'never';
  /** Requests. */
  readonly maxImages: number;
  /** USD. */
  readonly maxCost: number | null;
  /** Bytes, of one file. */
  readonly maxDownloadSize: number;
  /** `host:port`s. */
  readonly allowedDownloadHosts: readonly string[];
  readonly resume: boolean;
  /** JSON of the values that tell this leg of a matrix from the others; empty: not given. */
  readonly matrix: string;
}

/** Each file of its own is an artifact then; a job has room for 500 of them. */
const MAX_UNZIPPED = 100;

/** Throws InputError with all problems. Reads the files that inputs name, sends nothing. `redacted` takes secrets out of what is reported. */
export async function readInputs(
  raw: RawInputs,
  workspace: Workspace,
  redacted: (text: string) => string,
): Promise<Inputs> {
  const reader = createReader(raw, redacted);
  const { given, text, problem, optional, required, attempt } = reader;

  const apiToken = given('api-token') || null;
  checkToken(apiToken, reader);
  checkNames(reader);
  const mode = required('mode', values.oneOf('generate', 'plan', 'check', 'cleanup'));
  const manifest =
    given('manifest') === '' ? null : await attempt('manifest', null, () => fileIn(workspace, given('manifest')));
  checkSources(mode, reader);
  const order = await readSingleOrder(reader, workspace);
  const collect = optional('collect', values.requestIds);
  const maxImages = required('max-images', values.wholeNumber(1, 1_000_000));
  if (order.count > maxImages) {
    problem(
      'count',
      `must be at most \`max-images\`, which is ${maxImages} and guards against spending by mistake: raise it if you mean it`,
    );
  }

  const outputDir = await attempt('output-dir', workspace.root, () => folderIn(workspace, text('output-dir')));
  const filenameFault = templateFault(text('filename'));
  if (filenameFault !== null) problem('filename', filenameFault);

  const uploadArtifact = required('upload-artifact', values.boolean);
  const artifact = {
    name: required('artifact-name', values.artifactName),
    overwrite: required('artifact-overwrite', values.boolean),
    archive: required('artifact-archive', values.boolean),
    retentionDays: optional('artifact-retention-days', values.wholeNumber(1, 400)),
  };
  if (uploadArtifact && !artifact.archive && order.count > MAX_UNZIPPED) {
    problem(
      'count',
      `must be at most ${MAX_UNZIPPED} with \`artifact-archive: false\`, where each file is an artifact of its own`,
    );
  }

  if (uploadArtifact && !artifact.archive && (collect?.length ?? 0) > MAX_UNZIPPED) {
    problem(
      'collect',
      `must name at most ${MAX_UNZIPPED} requests with \`artifact-archive: false\`, where each file is an artifact of its own`,
    );
  }

  const inputs: Inputs = {
    apiToken,
    apiUrl: required('api-url', values.serviceOrigin),
    deploymentsUrl: required('deployments-url', values.serviceOrigin),
    mode,
    manifest,
    order,
    collect,
    only: values.globList(given('only')),
    force: values.globList(given('force')),
    outputDir,
    filename: text('filename'),
    artifact: uploadArtifact ? artifact : null,
    summary: required('summary', values.boolean),
    preview: {
      comment: required('comment', values.boolean),
      key: required('comment-key', values.commentKey),
      pull: optional('pr-number', values.wholeNumber(1, Number.MAX_SAFE_INTEGER)),
      storage: required('preview-storage', values.oneOf('auto', 'ref', 'hosted', 'none')),
      githubToken: given('github-token') || null,
    },
    concurrency: required('concurrency', values.wholeNumber(1, 256)),
    pollIntervalMs: text('poll-interval') === 'adaptive' ? null : optional('poll-interval', values.pollInterval),
    timeoutMs: required('timeout', values.duration),
    failOn: required('fail-on', values.oneOf('any', 'all', 'never')),
    maxImages,
    maxCost: optional('max-cost', values.dollars),
    maxDownloadSize: required('max-download-size', values.byteSize),
    allowedDownloadHosts: optional('allowed-download-hosts', values.hostList) ?? [],
    resume: required('resume', values.boolean),
    matrix: given('matrix'),
  };
  if (reader.problems.length > 0) throw new InputError(reader.problems);
  return inputs;
}

function checkToken(token: string | null, { problem }: InputReader): void {
  if (token === null) return;
  if (values.bareToken(token) !== token) {
    const rule = 'must be the token alone, without quotes, `NAME=` or `Bearer` around it: correct the secret';
    problem('api-token', rule, null);
    return;
  }
  // Header values hold visible ASCII only (RFC 9110); the value itself must never be shown.
  if (!/^[\x21-\x7e]+$/.test(token)) {
    problem('api-token', 'must be one word of visible ASCII characters, as copied from runcomfy.com', null);
  }
}

/** Names stand where nothing can be taken out of them any more. */
function checkNames({ given, text, problem }: InputReader): void {
  for (const secret of ['api-token', 'github-token'] as const) {
    const value = given(secret);
    for (const name of ['artifact-name', 'filename', 'output-dir'] as const) {
      if (value.length >= 8 && text(name).includes(value)) problem(name, `must not contain \`${secret}\``, null);
    }
  }
}

/** With any of these a prompt is not needed. */
const OTHER_SOURCES = ['parameters', 'files', 'deployment', 'workflow', 'overrides'] as const;

/** What to make is said once: by prompt, prompt file, manifest, or by parameters and files alone. */
function checkSources(mode: Mode, { given, problem }: InputReader): void {
  const sources = (['prompt', 'prompt-file', 'manifest', 'collect'] as const).filter((name) => given(name) !== '');
  for (const name of sources.slice(1)) problem(name, `must not be given together with \`${sources[0]}\``);
  if (given('collect') !== '') {
    checkCollect(mode, { given, problem });
    return;
  }
  if (given('manifest') !== '') {
    for (const name of ORDER_INPUTS) {
      // The runner hands over defaults as if they were given.
      if (given(name) !== '' && given(name) !== INPUT_DEFAULTS[name]) {
        problem(name, 'must not be given with `manifest`, which says it for each image');
      }
    }
    return;
  }
  if (mode === 'plan' || mode === 'check') problem('manifest', `must be given with \`mode: ${mode}\``, null);
  for (const name of ['only', 'force'] as const) {
    if (given(name) !== '') problem(name, 'must be given with `manifest`, whose ids it names');
  }
  if (mode === 'generate' && sources.length === 0 && OTHER_SOURCES.every((name) => given(name) === '')) {
    problem(
      'prompt',
      'must be given (or `prompt-file`, `manifest` or `collect`; models that take no prompt need `parameters` or `files`, ComfyUI graphs `deployment`)',
      null,
    );
  }
}

/** What was made already cannot be described any more. */
function checkCollect(mode: Mode, { given, problem }: Pick<InputReader, 'given' | 'problem'>): void {
  if (mode !== 'generate') problem('collect', `must not be given with \`mode: ${mode}\``);
  for (const name of [...ORDER_INPUTS, 'only', 'force'] as const) {
    // A request of a deployment can be asked for only together with it.
    if (name === 'deployment') continue;
    // The runner hands over defaults as if they were given.
    if (given(name) !== '' && given(name) !== INPUT_DEFAULTS[name]) {
      problem(name, 'must not be given with `collect`, which makes nothing');
    }
  }
}

async function fileIn(workspace: Workspace, relative: string): Promise<string> {
  const file = await workspace.inside(relative);
  const found = await stat(file).catch(() => null);
  if (found === null || !found.isFile()) throw new PathError('must name a file that is there');
  return file;
}

/** What is there of it must be folders: a file in the way would be met only after the images are paid for. */
async function folderIn(workspace: Workspace, relative: string): Promise<string> {
  const folder = await workspace.inside(relative);
  for (let part = folder; part.startsWith(workspace.root) && part !== workspace.root; part = path.dirname(part)) {
    const found = await stat(part).catch(() => null);
    if (found !== null && !found.isDirectory())
      throw new PathError('must be a folder, but there is a file in its place');
  }
  return folder;
}
