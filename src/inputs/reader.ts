// Reads single inputs and collects what is wrong with them, so that all problems can be reported together.
import { PathError } from '../files/workspace.ts';
import type { Problem } from '../lib/errors.ts';
import { FileFault } from './files.ts';
import { MappingError } from './mapping.ts';
import { INPUTS, type InputName, type InputValue, type RawInputs } from './table.ts';
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
  /** A problem with an input that must not be there at all: from here on it counts as not given. */
  refuse(name: InputName, rule: string): void;
  /** As `parser` reads it; null where it is not given or does not fit. */
  parsed<T>(name: InputName, parser: Parser<T>): T | null;
  /** As its own parser reads it; null where it is not given or does not fit. */
  optional<N extends InputName>(name: N): InputValue<N> | null;
  /** For inputs with a default, which stands in for what does not fit, so that the rest can be judged too. */
  required<N extends InputName>(name: N): InputValue<N>;
  /** Runs what reads paths, mappings and files; what is wrong with them becomes a problem. */
  attempt<T>(name: InputName, fallback: T, read: () => Promise<T>): Promise<T>;
}

const PARSERS: { readonly [N in InputName]: { readonly kind: Parser<InputValue<N>> } } = INPUTS;

export function createReader(raw: RawInputs, redacted: (text: string) => string): InputReader {
  const problems: Problem[] = [];
  const refused = new Set<InputName>();
  const given = (name: InputName): string => block(name).trim();
  const block = (name: InputName): string => (refused.has(name) ? '' : (raw[name]?.trimEnd() ?? ''));
  const text = (name: InputName): string => given(name) || INPUTS[name].default;
  const problem = (input: InputName, rule: string, value: string | null = given(input)): void => {
    problems.push({ input, value: value === null ? null : redacted(value), rule: redacted(rule) });
  };
  const parsed = <T>(name: InputName, { parse, rule }: Parser<T>): T | null => {
    if (text(name) === '') return null;
    const value = parse(text(name));
    if (value === undefined) problem(name, rule);
    return value ?? null;
  };
  return {
    problems,
    given,
    block,
    text,
    problem,
    refuse(name, rule) {
      problem(name, rule);
      refused.add(name);
    },
    parsed,
    optional: (name) => parsed(name, PARSERS[name].kind),
    required(name) {
      const { kind } = PARSERS[name];
      const value = parsed(name, kind) ?? kind.parse(INPUTS[name].default);
      if (value === undefined) throw new Error(`the default of ${name} does not fit its own rule`);
      return value;
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
