// The text of `--help`: the commands, and each input as an option, with its description from action.yml.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { optionHelp } from '../inputs/command-line.ts';
import { INPUT_NAMES, INPUTS, type InputName } from '../inputs/table.ts';
import { jsonObject } from '../lib/json.ts';

const COMMANDS = [
  ['plan', 'Tell what would be made, why, and at what price. Spends nothing.'],
  ['generate', 'Make what is new or has changed. Asks before it spends.'],
  ['check', 'Fail if manifest, lock and files disagree. Needs no token and no network.'],
  ['accept', 'Take retouched files into the lock. Needs no token and no network.'],
] as const;

export type Command = (typeof COMMANDS)[number][0];
export const COMMAND_NAMES: readonly Command[] = COMMANDS.map(([name]) => name);

const OWN = [
  ['--yes, -y', 'Spend without asking.'],
  ['--help, -h', 'Show this text.'],
  ['--version', 'Show the version.'],
] as const;

/** Whether the input is an option of the command line. Some are only for workflows. */
export function isForDesk(name: InputName): boolean {
  const input = INPUTS[name];
  return !('workflowOnly' in input);
}

/** `home`: the package's folder, absolute. `width`: in characters. */
export async function helpText(home: string, width: number): Promise<string> {
  const descriptions = await descriptionsIn(path.join(home, 'action.yml'));
  const inputs = INPUT_NAMES.filter(isForDesk).map((name) => {
    const by = INPUTS[name].default === '' ? '' : ` (default: ${INPUTS[name].default})`;
    return optionHelp(`--${name}`, `${descriptions.get(name) ?? ''}${by}`, width);
  });
  return [
    'Turns prompts into images with RunComfy. Needs an API token in RUNCOMFY_TOKEN.',
    '',
    '  runcomfy-action plan --manifest images.yml',
    '  runcomfy-action generate --manifest images.yml',
    '  runcomfy-action generate --prompt "a red fox in the snow" --count 2',
    '',
    'Commands',
    ...COMMANDS.map(([name, does]) => optionHelp(name, does, width)),
    '',
    'Options',
    ...OWN.map(([name, does]) => optionHelp(name, does, width)),
    '',
    'Inputs. Paths are relative to the top folder of the repository, or to the current one.',
    ...inputs,
  ].join('\n');
}

async function descriptionsIn(file: string): Promise<ReadonlyMap<string, string>> {
  const { parse } = await import('yaml');
  const text = await readFile(file, 'utf8').catch(() => '');
  const inputs = jsonObject(jsonObject(parse(text))?.inputs) ?? {};
  return new Map(
    Object.entries(inputs).map(([name, input]) => [name, String(jsonObject(input)?.description ?? '').trim()]),
  );
}
