// Files of a result that could not be had. Apart from what fetches them (collect.ts), which is loaded only when there is a result.
import { ActionError } from '../lib/errors.ts';

/** A file that could not be had. */
export class LostFile extends ActionError {
  readonly address: string;
  /** It only goes with what was asked for: a log, a licence, a page. */
  readonly isSide: boolean;

  constructor(address: string, isSide: boolean, { kind, message, advice, cause }: ActionError) {
    super(kind, message, { advice, cause });
    this.address = address;
    this.isSide = isSide;
  }

  /** The same with a sentence more for the reader. */
  advised(advice: string): LostFile {
    const { kind, message, cause } = this;
    const both = new ActionError(kind, message, { advice: `${this.advice} ${advice}`.trim(), cause });
    return new LostFile(this.address, this.isSide, both);
  }
}

/** The answer of a server that hands the file out no (longer). */
export class Refusal extends Error {
  readonly status: number;
  readonly retryAfterMs: number | null;

  constructor(status: number, retryAfterMs: number | null) {
    super(`the server returned HTTP ${status}`);
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}

/** Whether the server says that it has no such file any more. */
export function isGone(outcome: object): boolean {
  return (
    outcome instanceof ActionError && outcome.cause instanceof Refusal && [404, 410].includes(outcome.cause.status)
  );
}
