// Reads single inputs and collects their problems, so that all can be reported together.
import { PathError } from '../files/workspace.ts';
import type { Problem } from '../lib/errors.ts';
import { FileFault } from './files.ts';
import { MappingError } from './mapping.ts';
import { INPUTS, type InputName, type InputValue, type RawInputs } from './table.ts';
import type { Parser } from './values.ts';

export interface InputReader {
  readonly problems: readonly Problem[];
  /** As set, trimmed; empty if not set. */
  given(name: InputName): string;
  /** As set, with its indentation, without white space at the end. Empty if not set. */
  block(name: InputName): string;
  /** As set, otherwise the default. */
  text(name: InputName): string;
  /** `rule` is the allowed form, as a clause. `value` is what was received, null if it must not be shown. */
  problem(name: InputName, rule: string, value?: string | null): void;
  /** A problem with an input that must not be set. It then counts as not set. */
  refuse(name: InputName, rule: string): void;
  /** As `parser` reads it; null if it is not set or invalid. */
  parsed<T>(name: InputName, parser: Parser<T>): T | null;
  /** As its own parser reads it; null if it is not set or invalid. */
  optional<N extends InputName>(name: N): InputValue<N> | null;
  /** For inputs with a default. The default replaces an invalid value, so that the rest can be checked too. */
  required<N extends InputName>(name: N): InputValue<N>;
  /** Runs code that reads paths, mappings and files. Its errors become problems. */
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
