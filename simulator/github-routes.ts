// What every call to GitHub's REST API has in common: its place below the repository, what the token needs for it, how it is refused.
import { type Answer, type CallName, json } from './wire.ts';

type Access = 'none' | 'read' | 'write';

/** What the job's token may do, in the words of `permissions:`. */
export interface Permissions {
  readonly contents?: Access;
  readonly issues?: Access;
  readonly 'pull-requests'?: Access;
}

export interface Route {
  readonly name: CallName;
  readonly method: string;
  /** Below `/repos/{owner}/{repo}`; groups are handed to `answer`, decoded. */
  readonly path: RegExp;
  /** Any one of these is enough. */
  readonly needs: readonly (keyof Permissions)[];
  answer(fields: Fields, parts: readonly string[], query: URLSearchParams): Answer;
}

export type Fields = Readonly<Record<string, unknown>>;

/** GitHub's form of an error. */
export function refused(status: number, message: string): Answer {
  return json(status, { message, documentation_url: 'https://docs.github.com/rest', status: String(status) });
}

/** What it answers to a deletion. */
export function empty(): Answer {
  return { status: 204, body: Buffer.alloc(0) };
}
