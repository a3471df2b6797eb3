// The machine-readable report of a run, for outputs and the report file.
import { ActionError } from '../lib/errors.ts';
import { sumUsd } from '../lib/figures.ts';
import type { Outcome, PlanRow, RunResult, SavedImage } from '../tasks/outcome.ts';
import { promptOf } from '../tasks/task.ts';

/** Version 1 of the JSON report. `images` is also the output of this name. */
export interface Report {
  readonly version: 1;
  readonly images: readonly object[];
  readonly failures: readonly object[];
  readonly unsettled: readonly object[];
  readonly request_ids: readonly string[];
  readonly cost: number | null;
  /** The raw output of each request. */
  readonly results: readonly object[];
  /** Only with a manifest: the complete output of this name. */
  readonly plan?: readonly PlanRow[];
}

/** Everything that is published comes from a run result, so secrets are removed from texts of users here, before anything cuts or escapes them. */
export function runResultOf(
  outcomes: readonly Outcome[],
  redacted: (text: string) => string,
  planned: readonly (PlanRow & { readonly todo: string })[] | null = null,
): RunResult {
  const plan =
    planned?.map(({ id, action, reasons, price, priceNote }) => ({
      id,
      action,
      reasons: reasons.map(redacted),
      price,
      ...(priceNote === undefined ? {} : { priceNote: redacted(priceNote) }),
    })) ?? null;
  const skipped =
    planned?.filter(({ todo, action }) => todo === 'nothing' && action !== 'orphaned').map(({ id }) => id) ?? [];
  return { ...summed(outcomes.map((outcome) => withoutSecrets(outcome, redacted))), plan, skipped };
}

function withoutSecrets(
  { task, failure, failures, notes, told, ...known }: Outcome,
  redacted: (text: string) => string,
): Outcome {
  const clean = ({ kind, message, advice }: ActionError): ActionError =>
    new ActionError(kind, redacted(message), { advice: redacted(advice) });
  const prompt = promptOf(task);
  const parameters = prompt === null ? task.parameters : { ...task.parameters, prompt: redacted(prompt) };
  return {
    ...known,
    task: {
      ...task,
      model: redacted(task.model),
      deployment: task.deployment === null ? null : { ...task.deployment, id: redacted(task.deployment.id) },
      parameters,
    },
    failure: failure === null ? null : clean(failure),
    failures: failures.map(({ index, error }) => ({ index, error: clean(error) })),
    notes: notes.map(({ kind, about }) => ({ kind, about: redacted(about) })),
    told: told.map(redacted),
  };
}

function summed(outcomes: readonly Outcome[]): Omit<RunResult, 'plan' | 'skipped'> {
  const costs = outcomes.flatMap(({ cost, adopted }) => (cost === null || adopted ? [] : [cost]));
  return {
    outcomes,
    images: outcomes.flatMap((outcome) => outcome.images.map((image) => ({ ...image, outcome }))),
    failed: outcomes.flatMap((outcome) =>
      outcome.failure !== null && hasFailed(outcome) ? [{ ...outcome, failure: outcome.failure }] : [],
    ),
    notAttempted: outcomes.filter(({ attempted }) => !attempted),
    blocked: outcomes.flatMap((outcome) =>
      outcome.failure?.kind === 'blocked' ? [{ ...outcome, failure: outcome.failure }] : [],
    ),
    cost: costs.length === 0 ? null : sumUsd(costs),
  };
}

/** A task that was stopped with the run is neither made nor failed. It is listed in `unsettled`. */
function hasFailed({ attempted, failure, unsettled }: Outcome): boolean {
  return attempted && !(failure?.kind === 'cancelled' && unsettled !== null);
}

export function reportOf({ outcomes, images, failed, blocked, cost, plan }: RunResult): Report {
  return {
    version: 1,
    images: images.map((image) => imageEntry(image, image.outcome)),
    failures: [...failed, ...blocked].flatMap(({ task, requestId, failures }) =>
      failures.map(({ index, error }) => ({
        id: task.id,
        index,
        request_id: requestId,
        kind: error.kind,
        message: error.text,
      })),
    ),
    unsettled: outcomes
      .filter(({ unsettled }) => unsettled !== null)
      .map(({ task, index, requestId, unsettled }) => ({
        id: task.id,
        index,
        request_id: requestId,
        state: unsettled,
      })),
    request_ids: outcomes.flatMap(({ requestId }) => (requestId === null ? [] : [requestId])),
    cost,
    results: outcomes.flatMap(({ task, requestId, output }) =>
      output === undefined ? [] : [{ id: task.id, request_id: requestId, output }],
    ),
    ...(plan === null ? {} : { plan: planEntries(plan) }),
  };
}

/** The plan in outputs and report. */
export function planEntries(plan: readonly PlanRow[]): readonly PlanRow[] {
  return plan.map(({ id, action, reasons, price }) => ({ id, action, reasons, price }));
}

function imageEntry(image: SavedImage, { task, requestId, cost, images }: Outcome): object {
  return {
    id: task.id,
    index: image.index,
    prompt: promptOf(task),
    model: task.model === '' ? null : task.model,
    ...(task.deployment === null ? {} : { deployment: task.deployment.id }),
    seed: image.seed,
    request_id: requestId,
    path: image.path,
    url: image.url === '' ? null : image.url,
    format: image.format,
    width: image.width,
    height: image.height,
    bytes: image.bytes,
    sha256: image.sha256,
    // A request is billed as a whole. Its files share the price, so that the sum over all entries is the bill.
    cost: cost === null ? null : sumUsd([cost / images.length]),
  };
}
