// Outcomes for tests: by default, one successful image.
import { ActionError, type FailureKind } from '../../src/lib/errors.ts';
import type { StoredArtifact } from '../../src/lib/ports.ts';
import { runResultOf } from '../../src/report/report.ts';
import type { Outcome, RunResult, SavedImage } from '../../src/tasks/outcome.ts';
import { seedOf, type Task } from '../../src/tasks/task.ts';
import { MODEL } from './service.ts';

export function task(given: Partial<Task> & { readonly prompt?: string } = {}): Task {
  const { prompt = 'a red fox', ...rest } = given;
  return {
    id: 'image',
    name: 'image',
    model: MODEL,
    deployment: null,
    parameters: { prompt },
    files: {},
    output: null,
    recipe: '0'.repeat(64),
    occurrence: 1,
    paid: null,
    ...rest,
  };
}

export function image(given: Partial<SavedImage> = {}): SavedImage {
  const index = given.index ?? 1;
  return {
    index,
    path: `runcomfy-images/image-${index}.png`,
    absolutePath: `/checkout/runcomfy-images/image-${index}.png`,
    url: `https://files.runcomfy.net/${index}.png?sig=abc`,
    format: 'png',
    width: 1024,
    height: 768,
    bytes: 2_000_000,
    sha256: 'f'.repeat(64),
    changed: true,
    seed: null,
    ...given,
  };
}

export function outcome(given: Partial<Outcome> = {}): Outcome {
  const index = given.index ?? 1;
  const seed = given.task === undefined ? null : seedOf(given.task);
  return {
    task: task({ name: `image-${index}` }),
    index,
    requestId: `request-${index}`,
    tookMs: 12_400,
    cost: 0.06,
    images: [image({ index, seed })],
    failure: null,
    failures: given.failure ? [{ index, error: given.failure }] : [],
    missing: 0,
    notes: [],
    told: [],
    output: undefined,
    unsettled: null,
    attempted: true,
    adopted: false,
    ...given,
  };
}

/** A task that ended with this error, and without a file. */
export function failed(kind: FailureKind, message: string, given: Partial<Outcome> = {}): Outcome {
  return outcome({ images: [], tookMs: null, cost: null, failure: new ActionError(kind, message), ...given });
}

/** A task that was stopped before its submit. */
export function untried(given: Partial<Outcome> = {}): Outcome {
  return outcome({ images: [], requestId: null, tookMs: null, cost: null, attempted: false, ...given });
}

export function runResult(...outcomes: readonly Outcome[]): RunResult {
  return runResultOf(outcomes, (text) => text);
}

export const ARTIFACT: StoredArtifact = {
  id: '1000',
  name: 'runcomfy-images',
  url: 'https://github.com/octo-org/garden/actions/runs/42/artifacts/1000',
  digest: 'e'.repeat(64),
};
