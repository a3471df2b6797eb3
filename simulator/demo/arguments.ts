// Reads the command line of `npm start`: any input of action.yml as an option, and the demo's own few.
import { editDistance } from '../../src/lib/nearest.ts';
import type { ActionInput } from '../runner/action-file.ts';

export interface DemoArguments {
  readonly help: boolean;
  /** Use the real service, which costs money. */
  readonly live: boolean;
  /** Spend without asking. */
  readonly yes: boolean;
  /** The action's inputs as given. */
  readonly inputs: Readonly<Record<string, string>>;
}

/** What is wrong with the command line, in words for people. */
export class ArgumentError extends Error {}

const FLAGS = ['help', 'live', 'yes'];

/** Reads `--name value`, `--name=value`, and a bare `--name` of a boolean input. Throws ArgumentError. */
export function readArguments(given: readonly string[], known: readonly ActionInput[]): DemoArguments {
  const flags = new Set<string>();
  const inputs: Record<string, string> = {};
  for (let index = 0; index < given.length; index++) {
    const word = given[index] ?? '';
    const [, name, inline] = /^--([^=]+)(?:=(.*))?$/s.exec(word === '-h' ? '--help' : word) ?? [];
    if (name === undefined)
      throw new ArgumentError(`Unexpected "${word}". Options begin with --, and values with spaces need quotes.`);
    if (FLAGS.includes(name)) {
      if (inline !== undefined) throw new ArgumentError(`--${name} takes no value.`);
      flags.add(name);
      continue;
    }
    const input = known.find((one) => one.name === name);
    if (input === undefined) {
      const names = [...known.map((one) => one.name), ...FLAGS];
      throw new ArgumentError(`Unknown option --${name}. Did you mean --${nearest(name, names)}?`);
    }
    const next = given[index + 1];
    if (inline !== undefined) {
      inputs[name] = inline;
    } else if (next !== undefined && !next.startsWith('--')) {
      inputs[name] = next;
      index++;
    } else if (input.default === 'true' || input.default === 'false') {
      inputs[name] = 'true';
    } else {
      throw new ArgumentError(`--${name} needs a value: --${name} VALUE, or --${name}=VALUE where it begins with --.`);
    }
  }
  return { help: flags.has('help'), live: flags.has('live'), yes: flags.has('yes'), inputs };
}

/** The text of `--help`, `width` columns wide. */
export function helpText(known: readonly ActionInput[], width: number): string {
  const own = [
    option(
      '--live',
      'Generate with the real RunComfy instead of the simulator; needs RUNCOMFY_TOKEN, costs money, asks first.',
      width,
    ),
    option('--yes', 'With --live: spend without asking.', width),
    option('--help', 'Show this text.', width),
  ];
  const inputs = known.map((input) => {
    const value = input.default === '' ? '' : ` (default: ${input.default})`;
    return option(`--${input.name}`, `${input.description.replace(/\s+/g, ' ')}${value}`, width);
  });
  return [
    'Runs the action against a simulator and shows what a workflow would get.',
    '',
    '  npm start',
    '  npm start -- --prompt "a red fox" --count 4 --seed 7',
    '',
    'Options',
    ...own,
    '',
    "The action's inputs",
    ...inputs,
  ].join('\n');
}

function option(name: string, description: string, width: number): string {
  const indent = ' '.repeat(6);
  const lines: string[] = [];
  let line = '';
  for (const word of description.split(' ')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [`  ${name}`, ...[...lines, line].map((text) => indent + text)].join('\n');
}

function nearest(word: string, names: readonly string[]): string {
  const ranked = names.map((name) => ({ name, distance: editDistance(word, name) }));
  return ranked.sort((a, b) => a.distance - b.distance)[0]?.name ?? 'help';
}
