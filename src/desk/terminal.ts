// The terminal: lines that stay, a few lines that are redrawn, and a question.
import { createInterface } from 'node:readline/promises';
import { styleText } from 'node:util';
import type { createLogUpdate } from 'log-update';
import type { Log } from '../lib/ports.ts';
import { printableBy, type TextFilter } from '../report/text.ts';

export type Style = 'bold' | 'dim' | 'green' | 'yellow' | 'red' | 'cyan';

export interface Terminal extends Log {
  error(message: string): Promise<void>;
  /** The text in that style, if colours are shown (respects NO_COLOR, FORCE_COLOR and redirection). */
  styled(style: Style, text: string): string;
  /** Prints a line that is already styled. Every text in it must have gone through `printable`. */
  line(styled: string): void;
  /** Takes the token out of a text that is not printed. */
  readonly redacted: TextFilter;
  /** Makes a text from outside safe to print. */
  readonly printable: TextFilter;
  /** Whether lines can be redrawn. */
  readonly isLive: boolean;
  /** How many lines can be redrawn, and how many characters each may have. */
  size(): { readonly rows: number; readonly columns: number };
  /** Shows these lines below all others until the next call; an empty list removes them. Does nothing if lines cannot be redrawn. */
  redraw(styled: readonly string[]): void;
  /** Whether there is a person to ask. */
  readonly canAsk: boolean;
  /** Resolves with the answer; empty if the input ends. Rejects with the signal's reason. */
  ask(question: string, signal: AbortSignal): Promise<string>;
}

export interface Streams {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

export async function createTerminal({ stdin, stdout, stderr }: Streams, redacted: TextFilter): Promise<Terminal> {
  const printable = printableBy(redacted);
  // A dumb terminal cannot move the cursor.
  const isLive = stdout.isTTY === true && process.env.TERM !== 'dumb';
  const update = isLive ? (await import('log-update')).createLogUpdate(stdout, { showCursor: true }) : null;
  const live = liveLines(update);
  const styled = (style: Style, text: string, stream = stdout): string =>
    styleText(style, text, { stream, validateStream: true });

  const annotated = new Set<string>();

  function print(text: string, stream: NodeJS.WriteStream): void {
    live.hide();
    stream.write(`${text}\n`);
    live.show();
  }

  function labelled(label: string, style: Style, message: string): void {
    print(`${styled(style, `${label}:`, stderr)} ${printable(message)}`, stderr);
  }

  return {
    info: (text) => print(printable(text), stdout),
    warning: async (message) => labelled('Warning', 'yellow', message),
    notice: async (message) => print(printable(message), stdout),
    async annotate(level, message, { file, line, column }) {
      annotated.add(`- ${message}`);
      labelled(`${printable(file)}:${line}:${column}: ${level}`, level === 'error' ? 'red' : 'yellow', message);
    },
    async group(title, work) {
      print(printable(title), stdout);
      return work();
    },
    async error(message) {
      // Problems that were printed with their line are not repeated.
      const news = message.split('\n').filter((line) => !annotated.has(line));
      labelled('Error', 'red', news.join('\n').replace(/:$/, '.'));
    },
    styled,
    line: (text) => print(text, stdout),
    redacted,
    printable,
    isLive,
    size: () => ({ rows: stdout.rows || 24, columns: stdout.columns || 80 }),
    redraw: live.set,
    canAsk: stdin.isTTY === true && stderr.isTTY === true,
    async ask(question, signal) {
      // With the terminal's own line editing, Ctrl-C still sends SIGINT.
      const asked = createInterface({ input: stdin, output: stderr, terminal: false });
      const ended = new AbortController();
      asked.once('close', () => ended.abort());
      try {
        return await asked.question(printable(question), { signal: AbortSignal.any([signal, ended.signal]) });
      } catch (error) {
        signal.throwIfAborted();
        if (ended.signal.aborted) return '';
        throw error;
      } finally {
        asked.close();
      }
    },
  };
}

/** The lines that are redrawn. They are hidden while other lines are printed. */
function liveLines(update: ReturnType<typeof createLogUpdate> | null): {
  readonly set: (lines: readonly string[]) => void;
  readonly hide: () => void;
  readonly show: () => void;
} {
  let shown: readonly string[] = [];
  const hide = (): void => {
    if (shown.length > 0) update?.clear();
  };
  const show = (): void => {
    if (shown.length > 0) update?.(shown.join('\n'));
  };
  return {
    set(lines) {
      if (lines.length === 0) hide();
      shown = lines;
      show();
    },
    hide,
    show,
  };
}
