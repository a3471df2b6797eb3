// Reads single inputs and collects what is wrong with them, so that all problems can be reported together.
import { PathError } from '../files/workspace.ts';
import type { Problem } from '../lib/errors.ts';
import { INPUT_DEFAULTS, type InputName, type RawInputs } from './defaults.ts';
import { FileFault } from './files.ts';
import { MappingError } from './mapping.ts';
import type { Parser } from './values.ts';

export interface InputReader {
  readonly problems: readonly Problem[];
  /** As given, trimmed; empty where it is not. */
  given(name: InputName): string;
  /** As given, with its indentation; only white space at the end is gone. Empty where it is not given. */
  block(name: InputName): string;
  /** As given, else the default. */
  text(name: InputName): string;
  /** `rule` is the allowed form, as a clause; `value` is what was received, null where it must not be shown. */
  problem(name: InputName, rule: string, value?: string | null): void;
  /** null where it is not given or does not fit. */
  optional<T>(name: InputName, parser: Parser<T>): T | null;
  /** For inputs with a default, which stands in for what does not fit, so that the rest can be judged too. */
  required<T>(name: InputName, parser: Parser<T>): T;
  /** Runs what reads paths, mappings and files; what is wrong with them becomes a problem. */
  attempt<T>(name: InputName, fallback: T, read: () => Promise<T>): Promise<T>;
}

export function createReader(raw: RawInputs, redacted: (text: string) => string): InputReader {
  const problems: Problem[] = [];
  const given = (name: InputName): string => raw[name]?.trim() ?? '';
  const block = (name: InputName): string => raw[name]?.trimEnd() ?? '';
  const text = (name: InputName): string => given(name) || INPUT_DEFAULTS[name];
  const problem = (input: InputName, rule: string, value: string | null = given(input)): void => {
    problems.push({ input, value: value === null ? null : redacted(value), rule: redacted(rule) });
  };
  const optional = <T>(name: InputName, { parse, rule }: Parser<T>): T | null => {
    if (text(name) === '') return null;
    const parsed = parse(text(name));
    if (parsed === undefined) problem(name, rule);
    return parsed ?? null;
  };
  return {
    problems,
    given,
    block,
    text,
    problem,
    optional,
    required(name, parser) {
      const parsed = optional(name, parser) ?? parser.parse(INPUT_DEFAULTS[name]);
      if (parsed === undefined) throw new Error(`the default of ${name} does not fit its own rule`);
      return parsed;
    },
    async attempt(name, fallback, read) {
      try {
        return await read();
      } catch (error) {
        if (!(error instanceof PathError || error instanceof MappingError || error instanceof FileFault)) throw error;
        problem(name, error.message, text(name));
        return fallback;
      }
    },
  };
}
