// The interface to the runner, through @actions/core: inputs, masks, log, annotations, outputs, summary.
import { appendFileSync } from 'node:fs';
import { givenToken } from '../inputs/secrets.ts';
import { INPUT_NAMES, type RawInputs } from '../inputs/table.ts';
import type { Log, Workflow } from '../lib/ports.ts';
import { printableBy, type TextFilter } from '../report/text.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The inputs as the runner passes them (INPUT_<NAME>, with hyphens). @actions/core reads them in the same way, but loading it takes longer than
 * everything else before the first submit, so it is loaded later, while RunComfy works.
 */
export function rawInputs(env: Environment): RawInputs {
  const raw = Object.fromEntries(INPUT_NAMES.map((name) => [name, env[`INPUT_${name.toUpperCase()}`] ?? '']));
  return {
    ...raw,
    'api-token': givenToken(raw['api-token'], env),
  };
}

/** Masks `secret` in everything that this job prints from now on (workflow command `add-mask`). Must come before anything is printed. */
export function mask(secret: string): void {
  const data = secret.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  process.stdout.write(`::add-mask::${data}\n`);
}

/** Passes `value` (one line) to this step's post phase, as STATE_<name>. Does not wait for @actions/core, because it must come before anything is paid for. */
export function saveState(env: Environment, name: string, value: string): void {
  if (env.GITHUB_STATE) appendFileSync(env.GITHUB_STATE, `${name}=${value}\n`);
}

/** Sets outputs with one line each, before @actions/core is loaded. Later values replace them. */
export function presetOutputs(env: Environment, outputs: Readonly<Record<string, string>>): void {
  const lines = Object.entries(outputs).map(([name, value]) => `${name}=${value}\n`);
  if (env.GITHUB_OUTPUT) appendFileSync(env.GITHUB_OUTPUT, lines.join(''));
}

/** In characters. GitHub shows 4,096 (actions/runner, ExecutionContext.cs). */
const LONGEST_ANNOTATION = 4_000;

export interface WorkflowAdapter extends Log, Workflow {
  /** The one error annotation of a failed step. */
  error(message: string): Promise<void>;
}

export function createWorkflow(redacted: TextFilter): WorkflowAdapter {
  const printable = printableBy(redacted);
  const core = (): Promise<typeof import('@actions/core')> => import('@actions/core');
  /** The text for an annotation. If it is too long, the whole message goes to the log. */
  function shown(message: string): string {
    const whole = printable(message);
    const fitting = clipped(whole);
    if (fitting !== whole) process.stdout.write(`${whole}\n`);
    return fitting;
  }
  return {
    info(line) {
      process.stdout.write(`${printable(line)}\n`);
    },
    async warning(message) {
      (await core()).warning(shown(message));
    },
    async notice(message) {
      (await core()).notice(shown(message));
    },
    async annotate(level, message, { file, line, column }) {
      const place = { file, startLine: line, startColumn: column };
      const { error, warning } = await core();
      (level === 'error' ? error : warning)(shown(message), place);
    },
    async group(title, work) {
      return (await core()).group(printable(title), work);
    },
    async error(message) {
      (await core()).error(shown(message));
    },
    async setOutput(name, value) {
      (await core()).setOutput(name, redacted(value));
    },
    async writeSummary(markdown) {
      await (await core()).summary.addRaw(redacted(markdown), true).write();
    },
  };
}

function clipped(message: string): string {
  if (message.length <= LONGEST_ANNOTATION) return message;
  const lines = message.split('\n');
  let kept = '';
  for (const [shown, line] of lines.entries()) {
    const rest = `and ${lines.length - shown} more, see the log`;
    if (kept.length + line.length + rest.length + 2 > LONGEST_ANNOTATION) {
      return kept === '' ? `${line.slice(0, LONGEST_ANNOTATION - 20)}… see the log` : `${kept}${rest}`;
    }
    kept += `${line}\n`;
  }
  return kept;
}
