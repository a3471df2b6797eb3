// Parses the workflow's strings into one readonly Inputs. All problems are found and reported together.
import { templateFault } from '../files/names.ts';
import type { Workspace } from '../files/workspace.ts';
import { InputError } from '../lib/errors.ts';
import { checkCombination, useOf } from './combinations.ts';
import { readSingleOrder, type SingleOrder } from './order.ts';
import { fileIn, folderIn } from './paths.ts';
import { createReader, type InputReader } from './reader.ts';
import { checkNames, readApiToken } from './secrets.ts';
import type { Mode, RawInputs } from './table.ts';
import { faultOfDeployment } from './values.ts';

export interface Inputs {
  /** null: not set. */
  readonly apiToken: string | null;
  readonly apiUrl: URL;
  readonly deploymentsUrl: URL;
  readonly mode: Mode;
  /** Absolute path; null: not set. */
  readonly manifest: string | null;
  /** What the inputs themselves describe; null if something else says what to make, or nothing is made. */
  readonly order: SingleOrder | null;
  /** Ids of requests to collect, each once; null: not set. */
  readonly collect: readonly string[] | null;
  /** The deployment of the collected requests; null: a model. */
  readonly collectFrom: string | null;
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
    /** null: not set. */
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
  /** JSON of the matrix values of this job; empty: not set. */
  readonly matrix: string;
}

/** Throws InputError with all problems. Reads the files that inputs name, and sends nothing. `redacted` removes secrets from what is reported. */
export async function readInputs(
  raw: RawInputs,
  workspace: Workspace,
  redacted: (text: string) => string,
): Promise<Inputs> {
  const reader = createReader(raw, redacted);
  const { given, text, optional, required, attempt } = reader;

  const apiToken = readApiToken(reader);
  checkNames(reader);
  const mode = optional('mode');
  checkCombination(mode, reader);
  const order = await readSingleOrder(reader, workspace);
  const inputs: Inputs = {
    apiToken,
    apiUrl: required('api-url'),
    deploymentsUrl: required('deployments-url'),
    mode: mode ?? 'generate',
    manifest:
      given('manifest') === '' ? null : await attempt('manifest', null, () => fileIn(workspace, given('manifest'))),
    order: ['model', 'deployment'].includes(useOf(mode ?? 'generate', reader)) ? order : null,
    collect: optional('collect'),
    collectFrom: readCollectFrom(reader),
    only: optional('only') ?? [],
    force: optional('force') ?? [],
    outputDir: await attempt('output-dir', workspace.root, () => folderIn(workspace, text('output-dir'))),
    filename: readFilename(reader),
    artifact: readArtifact(reader),
    summary: required('summary'),
    preview: {
      comment: required('comment'),
      key: required('comment-key'),
      pull: optional('pr-number'),
      storage: required('preview-storage'),
      githubToken: given('github-token') || null,
    },
    concurrency: required('concurrency'),
    pollIntervalMs: readPollInterval(reader),
    timeoutMs: required('timeout'),
    failOn: required('fail-on'),
    maxImages: required('max-images'),
    maxCost: optional('max-cost'),
    maxDownloadSize: required('max-download-size'),
    allowedDownloadHosts: optional('allowed-download-hosts') ?? [],
    resume: required('resume'),
    matrix: given('matrix'),
  };
  checkNumbers(inputs, reader);
  if (reader.problems.length > 0) throw new InputError(reader.problems);
  return inputs;
}

function readCollectFrom({ given, problem }: InputReader): string | null {
  const deployment = given('deployment');
  if (given('collect') === '' || deployment === '') return null;
  const fault = faultOfDeployment(deployment);
  if (fault !== null) problem('deployment', fault);
  return deployment;
}

function readFilename({ text, problem }: InputReader): string {
  const fault = templateFault(text('filename'));
  if (fault !== null) problem('filename', fault);
  return text('filename');
}

function readArtifact({ required, optional }: InputReader): Inputs['artifact'] {
  const isWanted = required('upload-artifact');
  const artifact = {
    name: required('artifact-name'),
    overwrite: required('artifact-overwrite'),
    archive: required('artifact-archive'),
    retentionDays: optional('artifact-retention-days'),
  };
  return isWanted ? artifact : null;
}

function readPollInterval({ required }: InputReader): number | null {
  const interval = required('poll-interval');
  return interval === 'adaptive' ? null : interval;
}

/** Each file is then a separate artifact, and a job can have 500 of them. */
const MAX_UNZIPPED = 100;

/** Checks the number of requests against the limits. */
function checkNumbers({ order, collect, maxImages, artifact }: Inputs, { problem }: InputReader): void {
  const count = order?.count ?? 1;
  if (count > maxImages) {
    problem(
      'count',
      `must be at most \`max-images\`, which is ${maxImages} and prevents accidental spending: raise it if you need more`,
    );
  }
  if (artifact === null || artifact.archive) return;
  const reason = 'with `artifact-archive: false`, where each file is an artifact of its own';
  if (count > MAX_UNZIPPED) problem('count', `must be at most ${MAX_UNZIPPED} ${reason}`);
  if ((collect?.length ?? 0) > MAX_UNZIPPED) problem('collect', `must name at most ${MAX_UNZIPPED} requests ${reason}`);
}
