// The one family of errors: what was being done, to which thing, what came back, what to do next.

/** Why something failed. The word is in the JSON report. */
export type FailureKind =
  | 'bad-input'
  | 'invalid-request'
  | 'refused'
  | 'generation-failed'
  | 'unauthorized'
  | 'insufficient-balance'
  | 'model-not-found'
  | 'request-not-found'
  | 'rate-limited'
  | 'unavailable'
  | 'outcome-unknown'
  | 'timeout'
  | 'cancelled'
  | 'blocked'
  | 'no-output'
  | 'download-failed'
  | 'not-media'
  | 'save-failed'
  | 'wrong-format'
  | 'artifact-failed'
  | 'price-limit'
  | 'not-approved'
  | 'already-running'
  | 'not-checked-out'
  | 'out-of-date'
  | 'internal';

interface Details {
  /** What the reader should do next, as a sentence. */
  readonly advice?: string;
  readonly cause?: unknown;
}

/** An error for the reader. Its message is complete except for the advice. */
export class ActionError extends Error {
  readonly kind: FailureKind;
  readonly advice: string;

  constructor(kind: FailureKind, message: string, { advice = '', cause }: Details = {}) {
    super(message, { cause });
    this.name = new.target.name;
    this.kind = kind;
    this.advice = advice;
  }

  /** Message and advice, as one text. */
  get text(): string {
    if (this.advice === '') return this.message;
    return `${this.message}${this.message.includes('\n') ? '\n' : ' '}${this.advice}`;
  }
}

/** One problem with one input. */
export interface Problem {
  readonly input: string;
  /** As received; null if it must not be shown. */
  readonly value: string | null;
  /** The allowed form, as a clause: "must be …". */
  readonly rule: string;
}

/** All problems with the inputs, found before anything is sent. */
export class InputError extends ActionError {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const [first] = problems;
    const lines = problems.map(describeProblem);
    super(
      'bad-input',
      problems.length === 1 && first
        ? `Input ${lines[0]}.`
        : `${problems.length} inputs are invalid:\n${lines.map((line) => `- ${line}`).join('\n')}`,
      { advice: 'Nothing was sent to RunComfy.' },
    );
    this.problems = problems;
  }
}

function describeProblem({ input, value, rule }: Problem): string {
  return value === null ? `${input}: ${rule}` : `${input}: got ${quoted(value)}, ${rule}`;
}

/** A short, one-line quotation of text from outside. */
export function quoted(text: string, max = 120): string {
  // A text from a server can have megabytes.
  const line = text
    .slice(0, max * 16)
    .replace(/\s+/g, ' ')
    .trim();
  const characters = Array.from(line);
  return `"${characters.length > max ? `${characters.slice(0, max).join('')}…` : line}"`;
}

/** The thrown error as an ActionError. Errors that are not for the reader become `internal`. */
export function asActionError(thrown: unknown, doing: string): ActionError {
  if (thrown instanceof ActionError) return thrown;
  const said = thrown instanceof Error ? thrown.message || thrown.name : String(thrown);
  return new ActionError('internal', `${doing}: ${said}`, { cause: thrown });
}

/** The error and its whole chain of causes, because undici and Node wrap the real error. */
export function causes(thrown: unknown): readonly object[] {
  const found = new Set<object>();
  const visit = (error: unknown): void => {
    if (typeof error !== 'object' || error === null || found.has(error)) return;
    found.add(error);
    if (error instanceof AggregateError) error.errors.forEach(visit);
    if ('cause' in error) visit(error.cause);
  };
  visit(thrown);
  return [...found];
}

/** The `code`s of system and undici errors in the chain of causes. */
export function errorCodes(thrown: unknown): readonly string[] {
  return causes(thrown).flatMap((error) => ('code' in error && typeof error.code === 'string' ? [error.code] : []));
}
