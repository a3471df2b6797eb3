// Claims within one job: each belongs to the first step that makes it, even if steps run at the same time. They are files in RUNNER_TEMP, which lasts as long as the job.
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { diskKey } from '../lib/disk-key.ts';
import { ActionError, asActionError, errorCodes } from '../lib/errors.ts';

export interface Claims {
  /** The number of this use of `step` in the job, from 1. All steps of a composite action have the same GITHUB_ACTION. */
  countUse(step: string): number;
  /** Claims a file name. False if another owner has it. `file`: relative to the workspace. */
  takeFile(file: string): boolean;
  /** Whether a file of an earlier run may be replaced. */
  readonly mayReplace: boolean;
}

/** `temp`: RUNNER_TEMP, absolute. `job`: identifies one attempt of a job. `owner`: identifies one step. Throws ActionError `save-failed`. */
export function openClaims(temp: string, job: string, owner: string): Claims {
  const folder = path.join(temp, `runcomfy-claims-${hashOf(job)}`);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new ActionError('save-failed', `${folder} cannot be made: ${asActionError(error, 'making it').message}.`, {
      advice: 'Nothing was submitted. Free up disk space on the runner, or fix RUNNER_TEMP, then run again.',
      cause: error,
    });
  }
  function take(what: string): boolean {
    const file = path.join(folder, hashOf(what));
    try {
      // Creating the file exclusively is atomic: only one process succeeds.
      const claim = openSync(file, 'wx');
      try {
        writeSync(claim, owner);
      } finally {
        closeSync(claim);
      }
      return true;
    } catch (error) {
      if (!errorCodes(error).includes('EEXIST')) throw error;
      return readFileSync(file, 'utf8') === owner;
    }
  }
  return {
    countUse(step) {
      let use = 1;
      while (!take(`use ${use} of ${step}`)) use += 1;
      return use;
    },
    mayReplace: true,
    takeFile: (file) => take(`file ${diskKey(file.split(path.sep).join('/'))}`),
  };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
