// Reads a command line that has an option for each input.
import { parseArgs } from 'node:util';
import { ActionError } from '../lib/errors.ts';
import { nearest } from '../lib/nearest.ts';
import { INPUT_NAMES, INPUTS, type InputName, isInputName, type RawInputs } from './table.ts';
import { boolean } from './values.ts';

export interface CommandLine {
  /** The inputs as given. */
  readonly inputs: RawInputs;
  /** The names of the given switches, which are options that are not inputs. */
  readonly switches: ReadonlySet<string>;
  /** The arguments that are not options. */
  readonly words: readonly string[];
}

/** The message says in sentences what is wrong with the command line. */
export class CommandLineError extends ActionError {
  constructor(message: string) {
    super('bad-input', message);
  }
}

/**
 * Reads `--name value`, `--name=value`, and `--name` alone for boolean inputs. `switches`: options without a value, by name, each with its short form
 * (one letter) or null. Throws CommandLineError.
 */
export function readCommandLine(
  given: readonly string[],
  switches: Readonly<Record<string, string | null>>,
): CommandLine {
  const isBare = (name: string): boolean =>
    Object.hasOwn(switches, name) || (isInputName(name) && INPUTS[name].kind === boolean);
  const options = Object.fromEntries(
    [...INPUT_NAMES, ...Object.keys(switches)].map((name) => {
      const short = switches[name] ?? null;
      return [
        name,
        { type: isBare(name) ? ('boolean' as const) : ('string' as const), ...(short === null ? {} : { short }) },
      ];
    }),
  );
  const { tokens } = parseArgs({ args: [...given], options, strict: false, allowPositionals: true, tokens: true });
  const inputs = new Map<InputName, string>();
  const found = new Set<string>();
  const words: string[] = [];
  let taken = -1;
  for (const [position, token] of tokens.entries()) {
    if (position === taken || token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') {
      words.push(token.value);
      continue;
    }
    const { name, rawName, value, inlineValue } = token;
    if (Object.hasOwn(switches, name)) {
      if (value !== undefined) throw new CommandLineError(`${rawName} takes no value.`);
      found.add(name);
      continue;
    }
    if (!isInputName(name))
      throw new CommandLineError(unknown(rawName, name, [...INPUT_NAMES, ...Object.keys(switches)]));
    if (inputs.has(name)) throw new CommandLineError(`${rawName} is given twice.`);
    const next = tokens[position + 1];
    if (value !== undefined && (inlineValue === true || !value.startsWith('--'))) inputs.set(name, value);
    else if (!isBare(name))
      throw new CommandLineError(
        `${rawName} needs a value: ${rawName} VALUE, or ${rawName}=VALUE if it begins with --.`,
      );
    else if (next?.kind === 'positional' && boolean.parse(next.value) !== undefined) {
      inputs.set(name, next.value);
      taken = position + 1;
    } else inputs.set(name, 'true');
  }
  return { inputs: Object.fromEntries(inputs), switches: found, words };
}

function unknown(rawName: string, name: string, known: readonly string[]): string {
  const meant = nearest(name, known);
  return `There is no option ${rawName}. ${meant === null ? 'To list all options, use --help.' : `Did you mean --${meant}?`}`;
}

/** An option and its description for a help text, wrapped to `width` columns. */
export function optionHelp(name: string, description: string, width: number): string {
  const indent = ' '.repeat(6);
  const lines: string[] = [];
  let line = '';
  for (const word of description.split(/\s+/)) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [`  ${name}`, ...[...lines, line].map((text) => indent + text)].join('\n');
}
