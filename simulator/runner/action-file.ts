// Reads action.yml: its inputs with their defaults, and when its post step runs.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';

export interface ActionInput {
  readonly name: string;
  readonly description: string;
  readonly default: string;
}

export interface ActionFile {
  readonly folder: string;
  readonly inputs: readonly ActionInput[];
  readonly main: string;
  readonly post: string | null;
  readonly postIf: string;
}

export type JobStatus = 'success' | 'failure' | 'cancelled';

/** The value of `${{ github.token }}` in a simulated job. */
export const GITHUB_TOKEN = 'ghs_simulatedToken';

/** Reads the action.yml of a JavaScript action. Throws if it is not one. */
export async function readActionFile(folder: string): Promise<ActionFile> {
  const file = record(parse(await readFile(join(folder, 'action.yml'), 'utf8')));
  const runs = record(file.runs);
  if (!/^node\d+$/.test(text(runs.using))) throw new Error(`${folder}/action.yml is not a JavaScript action`);
  return {
    folder,
    inputs: Object.entries(record(file.inputs)).map(([name, input]) => ({
      name,
      description: text(record(input).description).trim(),
      default: text(record(input).default),
    })),
    main: text(runs.main),
    post: runs.post === undefined ? null : text(runs.post),
    postIf: text(runs['post-if']) || 'always()',
  };
}

/** The contexts for expressions in the defaults of inputs. */
export interface Contexts {
  /** The matrix values of this job; null: no matrix. */
  readonly matrix: Readonly<Record<string, unknown>> | null;
}

/**
 * The INPUT_* variables of a step: the value in `with:`, otherwise the default, empty if there is none (actions/runner:
 * Handler.cs, AddInputsToEnvironment). Only supports the expressions in defaults of this action, and throws for others.
 */
export function inputVariables(
  action: ActionFile,
  given: Readonly<Record<string, string>>,
  contexts: Contexts,
): Record<string, string> {
  const defaults = action.inputs.map((input) => [input.name, evaluate(input.default, contexts)] as const);
  const inputs = [...defaults, ...Object.entries(given)];
  return Object.fromEntries(inputs.map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]));
}

function evaluate(value: string, { matrix }: Contexts): string {
  return value.replace(/\$\{\{(.*?)\}\}/gs, (expression, inner: string) => {
    if (inner.trim() === 'github.token') return GITHUB_TOKEN;
    // toJSON indents by two (GitHub docs, "Evaluate expressions in workflows and actions").
    if (inner.trim() === 'toJSON(matrix)') return JSON.stringify(matrix, null, 2);
    throw new Error(`The runner emulator cannot evaluate ${expression}`);
  });
}

/** Whether a `post-if` of status functions, `!`, `&&` and `||` is true for the status of the job. */
export function postShouldRun(condition: string, status: JobStatus): boolean {
  const holds: Record<string, boolean> = {
    'always()': true,
    'success()': status === 'success',
    'failure()': status === 'failure',
    'cancelled()': status === 'cancelled',
  };
  const term = (written: string) => {
    const negated = written.startsWith('!');
    const value = holds[negated ? written.slice(1) : written];
    if (value === undefined) throw new Error(`The runner emulator cannot evaluate post-if: ${condition}`);
    return value !== negated;
  };
  const bare = condition.replace(/^\$\{\{(.*)\}\}$/s, '$1').replace(/\s/g, '');
  return bare.split('||').some((all) => all.split('&&').every(term));
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

function text(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}
