// Reads the output of a step line by line like GitHub's runner, and carries out its workflow commands.
// Rules as in actions/runner: ActionCommand.cs, ActionCommandManager.cs, ExecutionContext.cs.
import { isAbsolute, relative } from 'node:path';
import type { Masks } from './masks.ts';

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly title?: string;
  readonly file?: string;
  readonly line?: number;
  readonly endLine?: number;
  readonly column?: number;
  readonly endColumn?: number;
}

interface WorkflowCommand {
  readonly name: string;
  readonly properties: ReadonlyMap<string, string>;
  readonly data: string;
  readonly legacy: boolean;
}

const COMMANDS = ['stop-commands', 'set-env', 'set-output', 'save-state', 'add-mask', 'add-path', 'add-matcher'];
const LOG_COMMANDS = ['remove-matcher', 'debug', 'warning', 'error', 'notice', 'group', 'endgroup', 'echo'];

/** Commands that @actions/core never prints if there are command files. In the output, they come from someone else. */
const NEVER_PRINTED = new Set(['set-env', 'set-output', 'save-state', 'add-path', 'add-matcher', 'remove-matcher']);

const MAX_ANNOTATIONS_PER_LEVEL = 10;
const MAX_ANNOTATION_LENGTH = 4096;

/**
 * Finds the command in one line of output: `::name key=value::data` if the trimmed line starts with it, otherwise
 * `##[name key=value;]data` anywhere in it. Names that are not in `known` are not commands.
 */
export function parseCommand(line: string, known: ReadonlySet<string>): WorkflowCommand | null {
  // .NET trims U+0085 and not U+FEFF. JavaScript's trimStart does the opposite.
  const trimmed = line.replace(/^(?:(?!\uFEFF)[\s\u0085])+/, '');
  if (trimmed.startsWith('::')) {
    const end = trimmed.indexOf('::', 2);
    if (end >= 0) {
      const { name, rest } = splitName(trimmed.slice(2, end));
      if (known.has(name)) {
        const properties = parseProperties(rest.trim(), ',', unescapeProperty);
        return { name, properties, data: unescapeData(trimmed.slice(end + 2)), legacy: false };
      }
    }
  }
  const start = line.indexOf('##[');
  const end = start < 0 ? -1 : line.indexOf(']', start);
  if (end < 0) return null;
  const { name, rest } = splitName(line.slice(start + 3, end));
  if (!known.has(name)) return null;
  const properties = parseProperties(rest, ';', unescapeLegacy);
  return { name, properties, data: unescapeLegacy(line.slice(end + 1)), legacy: true };
}

function splitName(info: string): { name: string; rest: string } {
  const space = info.indexOf(' ');
  return space < 0
    ? { name: info.toLowerCase(), rest: '' }
    : { name: info.slice(0, space).toLowerCase(), rest: info.slice(space + 1) };
}

function parseProperties(text: string, separator: string, decode: (value: string) => string): Map<string, string> {
  const properties = new Map<string, string>();
  for (const part of text.split(separator)) {
    const equals = part.indexOf('=');
    if (equals > 0 && equals < part.length - 1) {
      properties.set(part.slice(0, equals).toLowerCase(), decode(part.slice(equals + 1)));
    }
  }
  return properties;
}

const unescapeData = (text: string) => text.replace(/%(0D|0A|25)/g, (code) => decodeURIComponent(code));
const unescapeProperty = (text: string) => text.replace(/%(0D|0A|3A|2C|25)/g, (code) => decodeURIComponent(code));
const unescapeLegacy = (text: string) => text.replace(/%(3B|0D|0A|5D|25)/g, (code) => decodeURIComponent(code));

/** The log of one step: reads its output line by line, as the runner does, and keeps the results. */
export class StepLog {
  readonly lines: string[] = [];
  readonly annotations: Annotation[] = [];
  readonly outputs = new Map<string, string>();
  readonly state = new Map<string, string>();
  readonly forged: string[] = [];
  failed = false;

  readonly #masks: Masks;
  readonly #workspace: string;
  readonly #debug: boolean;
  readonly #onLine: (line: string) => void;
  readonly #known = new Set([...COMMANDS, ...LOG_COMMANDS]);
  #echo: boolean;
  #stopToken: string | null = null;

  constructor(masks: Masks, workspace: string, debug: boolean, onLine: (line: string) => void) {
    this.#masks = masks;
    this.#workspace = workspace;
    this.#debug = debug;
    this.#echo = debug;
    this.#onLine = onLine;
  }

  /** Reads one line of stdout or stderr. The runner treats both the same. */
  read(line: string): void {
    const command = parseCommand(line, this.#known);
    if (command === null || this.#stillStopped(command.name)) {
      this.show(line);
      return;
    }
    if (command.legacy || NEVER_PRINTED.has(command.name)) this.forged.push(line);
    try {
      this.#obey(command, line);
    } catch (error) {
      const shown = command.name === 'add-mask' ? command.name : line;
      this.fail(`Unable to process command '${shown}' successfully.`, error);
    }
  }

  /** Adds text to the visible log, line by line, with hidden secrets. */
  show(text: string, prefix = ''): void {
    for (const line of `${prefix}${text}`.split(/\r\n|\r|\n/)) {
      const shown = this.#masks.hide(line);
      this.lines.push(shown);
      this.#onLine(shown);
    }
  }

  /** Adds an annotation (at most 10 per level, with 4,096 characters each: ExecutionContext.cs), and shows it in the log. */
  annotate(level: Annotation['level'], message: string, place: Omit<Annotation, 'level' | 'message'> = {}): void {
    const cut = this.#masks.hide(message).slice(0, MAX_ANNOTATION_LENGTH);
    if (this.annotations.filter((other) => other.level === level).length < MAX_ANNOTATIONS_PER_LEVEL) {
      this.annotations.push({ level, message: cut, ...place });
    }
    if (cut !== '') this.show(cut, { error: 'Error: ', warning: 'Warning: ', notice: 'Notice: ' }[level]);
  }

  /** Fails the step for a command that the runner could not carry out. */
  fail(message: string, cause: unknown): void {
    this.failed = true;
    this.annotate('error', message);
    this.annotate('error', cause instanceof Error ? cause.message : String(cause));
  }

  #obey(command: WorkflowCommand, line: string): void {
    const { name, data, properties } = command;
    if (this.#echo && ['set-output', 'save-state', 'add-matcher', 'remove-matcher'].includes(name)) this.show(line);
    switch (name) {
      case 'stop-commands':
        this.#stop(data, line);
        break;
      case 'add-mask':
        this.#mask(data);
        break;
      case 'error':
      case 'warning':
      case 'notice':
        this.annotate(name, data, locationOf(properties, this.#workspace));
        break;
      case 'debug':
        if (this.#debug) this.show(data, 'Debug: ');
        break;
      case 'group':
        this.show(data, '▼ ');
        break;
      case 'echo':
        this.#echo = data.trim().toLowerCase() === 'on';
        break;
      case 'set-output':
        this.#setFromOutput(this.outputs, command);
        break;
      case 'save-state':
        this.#setFromOutput(this.state, command);
        break;
      case 'set-env':
      case 'add-path':
        throw new Error(`The \`${name}\` command is disabled.`);
    }
  }

  #setFromOutput(values: Map<string, string>, { name, properties, data }: WorkflowCommand): void {
    this.annotate('warning', `The \`${name}\` command is deprecated and will be disabled soon.`);
    const key = properties.get('name');
    if (key === undefined) throw new Error(`Required field 'name' is missing in ##[${name}] command.`);
    values.set(key, data);
  }

  /** Whether `stop-commands` is active. A command named like its token ends it. */
  #stillStopped(name: string): boolean {
    if (this.#stopToken === null) return false;
    if (name === this.#stopToken) {
      this.#known.delete(name);
      this.#stopToken = null;
    }
    return true;
  }

  #stop(token: string, line: string): void {
    const name = token.toLowerCase();
    if (token === '' || name === 'pause-logging' || this.#known.has(name)) {
      throw new Error(
        "You cannot use a endToken that is an empty string, the string 'pause-logging', or another command.",
      );
    }
    this.#stopToken = name;
    this.#known.add(name);
    if (token.length > 6) this.#masks.add(token);
    this.show(line);
  }

  #mask(value: string): void {
    if (value.trim() === '') {
      this.annotate('warning', "Can't add secret mask for empty string in ##[add-mask] command.");
      return;
    }
    if (this.#echo) this.show('::add-mask::***');
    this.#masks.add(value);
    for (const part of value.split(/[\r\n]/)) this.#masks.add(part.trim());
  }
}

/** The location of an annotation. Contradictions are left out, as in the runner's ValidateLinesAndColumns. */
function locationOf(properties: ReadonlyMap<string, string>, workspace: string): Omit<Annotation, 'level' | 'message'> {
  const number = (key: string) => (/^\d+$/.test(properties.get(key) ?? '') ? Number(properties.get(key)) : undefined);
  const title = properties.get('title');
  const file = properties.get('file');
  const path = file !== undefined && isAbsolute(file) ? relative(workspace, file).replaceAll('\\', '/') : file;
  let endLine = number('endline');
  let line = number('line') ?? endLine;
  let endColumn = number('endcolumn');
  let column = number('col') ?? endColumn;
  if (line !== undefined && endLine !== undefined && endLine < line) line = endLine = undefined;
  if (column !== undefined && endColumn !== undefined && endColumn < column) column = endColumn = undefined;
  if (line === undefined || (endLine !== undefined && endLine !== line)) column = endColumn = undefined;
  return {
    ...(title === undefined ? {} : { title }),
    ...(path === undefined ? {} : { file: path }),
    ...(line === undefined ? {} : { line }),
    ...(endLine === undefined ? {} : { endLine }),
    ...(column === undefined ? {} : { column }),
    ...(endColumn === undefined ? {} : { endColumn }),
  };
}
