// The files for a step's outputs, state, variables, paths and summary.
// Rules as in actions/runner: FileCommandManager.cs.
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Masks } from './masks.ts';
import type { StepLog } from './workflow-commands.ts';

export interface CommandFiles {
  readonly GITHUB_ENV: string;
  readonly GITHUB_PATH: string;
  readonly GITHUB_STEP_SUMMARY: string;
  readonly GITHUB_STATE: string;
  readonly GITHUB_OUTPUT: string;
}

/** For later steps of the job: variables, and folders to add to PATH. */
export interface Exported {
  readonly env: Readonly<Record<string, string>>;
  readonly path: readonly string[];
}

interface Handed {
  readonly exported: Exported;
  readonly state: Record<string, string>;
  readonly outputs: Record<string, string>;
  readonly summary: string;
}

const MAX_SUMMARY_BYTES = 1024 * 1024;

/** Makes new, empty command files for one step. */
export async function makeCommandFiles(temp: string): Promise<CommandFiles> {
  const folder = join(temp, '_runner_file_commands');
  const suffix = randomUUID();
  const files = {
    GITHUB_ENV: join(folder, `set_env_${suffix}`),
    GITHUB_PATH: join(folder, `add_path_${suffix}`),
    GITHUB_STEP_SUMMARY: join(folder, `step_summary_${suffix}`),
    GITHUB_STATE: join(folder, `save_state_${suffix}`),
    GITHUB_OUTPUT: join(folder, `set_output_${suffix}`),
  };
  await mkdir(folder, { recursive: true });
  await Promise.all(Object.values(files).map((file) => writeFile(file, '')));
  return files;
}

/** Reads what the step wrote, even if it failed or was cancelled. A malformed file fails the step. */
export async function readCommandFiles(files: CommandFiles, log: StepLog, masks: Masks): Promise<Handed> {
  const env: Record<string, string> = {};
  await readPairs(files.GITHUB_ENV, 'env', log, (name, value) => {
    if (name.toUpperCase() !== 'NODE_OPTIONS') env[name] = value;
    else log.annotate('error', "Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.");
  });
  const path = (await readIfThere(files.GITHUB_PATH)).split(/\r\n|\r|\n/).filter((line) => line !== '');
  const summary = await readSummary(files.GITHUB_STEP_SUMMARY, masks, log);
  await readPairs(files.GITHUB_STATE, 'state', log, (name, value) => log.state.set(name, value));
  await readPairs(files.GITHUB_OUTPUT, 'output', log, (name, value) => log.outputs.set(name, value));
  return {
    exported: { env, path: path.reverse() },
    state: Object.fromEntries(log.state),
    outputs: outputsWithoutSecrets(masks, log),
    summary,
  };
}

/**
 * Yields the pairs of a command file (GITHUB_OUTPUT, GITHUB_STATE, GITHUB_ENV): `name=value`, or `name<<END`, lines, `END`.
 * Throws at the first malformed line. The pairs before it count, as in the runner.
 */
export function* parseCommandFile(text: string): Generator<readonly [name: string, value: string]> {
  const lines = text.replace(/^\uFEFF/, '').split(process.platform === 'win32' ? /\r?\n/ : '\n');
  const endsWithNewline = lines.at(-1) === '';
  if (endsWithNewline) lines.pop();
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      yield [line.slice(0, equals), line.slice(equals + 1)];
    } else if (heredoc > 0 && heredoc + 2 < line.length) {
      const delimiter = line.slice(heredoc + 2);
      const end = lines.indexOf(delimiter, index + 1);
      if (end < 0) {
        throw new Error(
          endsWithNewline || index === lines.length - 1
            ? `Invalid value. Matching delimiter not found '${delimiter}'`
            : 'Invalid value. EOF marker missing new line.',
        );
      }
      yield [line.slice(0, heredoc), lines.slice(index + 1, end).join('\n')];
      index = end;
    } else if (heredoc >= 0) {
      throw new Error(`Invalid format '${line}'. Name must not be empty and delimiter must not be empty`);
    } else {
      throw new Error(`Invalid format '${line}'`);
    }
  }
}

async function readPairs(file: string, command: string, log: StepLog, take: (name: string, value: string) => void) {
  try {
    for (const [name, value] of parseCommandFile(await readIfThere(file))) take(name, value);
  } catch (error) {
    log.fail(`Unable to process file command '${command}' successfully.`, error);
  }
}

async function readSummary(file: string, masks: Masks, log: StepLog): Promise<string> {
  const text = await readIfThere(file);
  const bytes = Buffer.byteLength(text);
  if (bytes <= MAX_SUMMARY_BYTES)
    return text
      .split(/\r\n|\r|\n/)
      .map((line) => masks.hide(line))
      .join('\n');
  const size = Math.floor(bytes / 1024);
  log.annotate('error', `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got ${size}k.`);
  return '';
}

/** GitHub drops job outputs that contain a masked value (actions/runner: JobExtension.cs). */
function outputsWithoutSecrets(masks: Masks, log: StepLog): Record<string, string> {
  const outputs: Record<string, string> = {};
  for (const [name, value] of log.outputs) {
    if (masks.hide(value) === value) outputs[name] = value;
    else log.annotate('warning', `Skip output '${name}' since it may contain secret.`);
  }
  return outputs;
}

async function readIfThere(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '');
}
