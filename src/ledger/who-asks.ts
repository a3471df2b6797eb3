// Who asks: whatever makes two orders of one recipe different orders. The name under which a record is kept is made of it.
import { createHash } from 'node:crypto';

/** The run, as its environment tells it. */
export interface RunIdentity {
  /** GITHUB_REPOSITORY. */
  readonly repository: string;
  /** The workflow file and the workflow's name. */
  readonly workflow: string;
  /** GITHUB_JOB: the same for all legs of a matrix, and for each call of a reusable workflow. */
  readonly job: string;
  /** ACTIONS_ORCHESTRATION_ID without its first part, which names the run: it tells calls of a reusable workflow apart. Empty where the runner does not tell. */
  readonly call: string;
  /** GITHUB_ACTION: the same for every step of a composite action. */
  readonly step: string;
  /** GITHUB_RUN_ID. */
  readonly runId: string;
  /** GITHUB_RUN_ATTEMPT, from 1. */
  readonly attempt: number;
  /** GITHUB_REF. */
  readonly ref: string;
  /** Number of the pull request that the run is for. */
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

/** The same for all steps of one attempt of a job, and for no other. */
export function jobName({ runId, attempt, job, call }: RunIdentity, matrix: string): string {
  return JSON.stringify([runId, attempt, job, call, matrixName(matrix)]);
}

/** The record of a manifest: all of its runs on one branch, or for one pull request, mean the same images. `manifest`: relative to the workspace. */
export function manifestRecord({ repository, ref, pull }: RunIdentity, manifest: string): string {
  return recordName(['manifest', repository, pull === null ? ref : pull, manifest]);
}

/** Where a step's files go, and which use of the action it is. */
export interface StepOrder {
  /** Input `matrix`. */
  readonly matrix: string;
  /** Counts the uses of one GITHUB_ACTION within the job, from 1. */
  readonly use: number;
  /** Relative to the workspace. */
  readonly outputDir: string;
  readonly filename: string;
}

/** The record of a step without a manifest: of one run and its re-runs, or of all runs for one pull request. */
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

/** A job without a matrix has `null`; how the values are laid out makes no difference. */
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
