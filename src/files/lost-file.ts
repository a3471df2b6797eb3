// Files of a result that could not be downloaded. Separate from collect.ts, which is only loaded when there is a result.
import { ActionError } from '../lib/errors.ts';

/** A file that could not be downloaded. */
export class LostFile extends ActionError {
  readonly address: string;
  /** It only accompanies the result: a log, a license, a page. */
  readonly isSide: boolean;

  constructor(address: string, isSide: boolean, { kind, message, advice, cause }: ActionError) {
    super(kind, message, { advice, cause });
    this.address = address;
    this.isSide = isSide;
  }

  /** The same error with another sentence of advice. */
  advised(advice: string): LostFile {
    const { kind, message, cause } = this;
    const both = new ActionError(kind, message, { advice: `${this.advice} ${advice}`.trim(), cause });
    return new LostFile(this.address, this.isSide, both);
  }
}

/** The response of a server that does not (or no longer) provide the file. */
export class Refusal extends Error {
  readonly status: number;
  readonly retryAfterMs: number | null;

  constructor(status: number, retryAfterMs: number | null) {
    super(`the server returned HTTP ${status}`);
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}

/** Whether the server says that it no longer has the file. */
export function isGone(outcome: object): boolean {
  return (
    outcome instanceof ActionError && outcome.cause instanceof Refusal && [404, 410].includes(outcome.cause.status)
  );
}
