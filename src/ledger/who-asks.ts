// Who asks: everything that distinguishes orders with the same recipe. The name of a record is made from it.
import { createHash } from 'node:crypto';

/** The run, from its environment variables. */
export interface RunIdentity {
  /** GITHUB_REPOSITORY. */
  readonly repository: string;
  /** The workflow file, and the name of the workflow. */
  readonly workflow: string;
  /** GITHUB_JOB: the same for all jobs of a matrix, and for all calls of a reusable workflow. */
  readonly job: string;
  /** ACTIONS_ORCHESTRATION_ID without its first part, which identifies the run. It distinguishes calls of a reusable workflow. Empty if the runner does not set it. */
  readonly call: string;
  /** GITHUB_ACTION: the same for all steps of a composite action. */
  readonly step: string;
  /** GITHUB_RUN_ID. */
  readonly runId: string;
  /** GITHUB_RUN_ATTEMPT, from 1. */
  readonly attempt: number;
  /** GITHUB_REF. */
  readonly ref: string;
  /** The number of the run's pull request; null if it has none. */
  readonly pull: number | null;
  /** Whether each run means new images, so that its seeds are its own, and not those of whoever asks. */
  readonly drawsAnew: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

export function runIdentity(env: Environment, pull: number | null): RunIdentity {
  const [file = ''] = (env.GITHUB_WORKFLOW_REF ?? '').split('@');
  return {
    repository: env.GITHUB_REPOSITORY ?? '',
    workflow: [file, env.GITHUB_WORKFLOW ?? ''].join(' '),
    job: env.GITHUB_JOB ?? '',
    call: (env.ACTIONS_ORCHESTRATION_ID ?? '').split('.').slice(1).join('.'),
    step: env.GITHUB_ACTION ?? '',
    runId: env.GITHUB_RUN_ID ?? '',
    attempt: Number(env.GITHUB_RUN_ATTEMPT) || 1,
    ref: env.GITHUB_REF ?? '',
    pull,
    drawsAnew: false,
  };
}

/** Unique to one attempt of a job, and the same for all of its steps. */
export function jobName({ runId, attempt, job, call }: RunIdentity, matrix: string): string {
  return JSON.stringify([runId, attempt, job, call, matrixName(matrix)]);
}

/** The name of a manifest's record. All runs on one branch, or for one pull request, share it, because they mean the same images. `manifest`: relative to the workspace. */
export function manifestRecord({ repository, ref, pull }: RunIdentity, manifest: string): string {
  return recordName(['manifest', repository, pull === null ? ref : pull, manifest]);
}

/** What distinguishes steps within a job. */
export interface StepOrder {
  /** Input `matrix`. */
  readonly matrix: string;
  /** Counts the uses of the same GITHUB_ACTION in the job, from 1. */
  readonly use: number;
  /** Relative to the workspace. */
  readonly outputDir: string;
  readonly filename: string;
}

/** The name of the record of a step without a manifest. A run and its re-runs share it, or all runs for one pull request. */
export function stepRecord(
  { repository, workflow, job, call, step, runId, pull }: RunIdentity,
  { matrix, use, outputDir, filename }: StepOrder,
): string {
  const scope = pull === null ? `run ${runId}` : pull;
  return recordName([
    'step',
    repository,
    scope,
    workflow,
    job,
    call,
    matrixName(matrix),
    step,
    use,
    outputDir,
    filename,
  ]);
}

/** A job without a matrix has `null`. White space makes no difference. */
function matrixName(matrix: string): string {
  try {
    const value: unknown = JSON.parse(matrix);
    return value === null ? '' : JSON.stringify(value);
  } catch {
    return matrix.trim();
  }
}

function recordName(parts: readonly (string | number)[]): string {
  return `runcomfy-${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 40)}`;
}
