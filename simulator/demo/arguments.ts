// Reads the command line of `npm start`: any input of action.yml as an option, and --help.
import { CommandLineError, optionHelp, readCommandLine } from '../../src/inputs/command-line.ts';
import type { RawInputs } from '../../src/inputs/table.ts';
import type { ActionInput } from '../runner/action-file.ts';

export interface DemoArguments {
  readonly help: boolean;
  /** The action's inputs as given. */
  readonly inputs: RawInputs;
}

/** Throws CommandLineError. */
export function readArguments(given: readonly string[]): DemoArguments {
  const { inputs, switches, words } = readCommandLine(given, { help: 'h' });
  const [word] = words;
  if (word !== undefined)
    throw new CommandLineError(`Unexpected "${word}". Options begin with --, and values with spaces need quotes.`);
  for (const name of ['api-url', 'deployments-url'] as const)
    if (inputs[name] !== undefined)
      throw new CommandLineError(
        `--${name} is not for the demo, which leaves nothing on the network. For the real RunComfy, run: node dist/cli.cjs generate`,
      );
  return { help: switches.has('help'), inputs };
}

/** The text of `--help`, `width` columns wide. */
export function helpText(known: readonly ActionInput[], width: number): string {
  const inputs = known.map((input) => {
    const value = input.default === '' ? '' : ` (default: ${input.default})`;
    return optionHelp(`--${input.name}`, `${input.description}${value}`, width);
  });
  return [
    'Runs the action against a simulator and shows what a workflow would get.',
    '',
    '  npm start',
    '  npm start -- --prompt "a red fox" --count 4 --seed 7',
    '',
    "The action's inputs",
    ...inputs,
  ].join('\n');
}
