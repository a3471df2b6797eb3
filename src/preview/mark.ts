// Identifies a preview and its run: in the hidden first line of the comment, in the commit message, and in the name of the ref.
import { createHash } from 'node:crypto';

/** One attempt of one workflow run. Run ids increase over time, across GitHub. */
export interface RunMark {
  readonly id: string;
  readonly attempt: number;
}

/** The hidden first line of a comment. */
export function commentMark(key: string, { id, attempt }: RunMark): string {
  return `<!-- runcomfy-action preview key=${encoded(key)} run=${id} attempt=${attempt} -->`;
}

/** Parses the first line of a comment; null if it is not a preview. Only the first line counts, so no text can forge it. */
export function readCommentMark(body: string): { readonly key: string; readonly run: RunMark } | null {
  const match = /^<!-- runcomfy-action preview key=(\S*) run=(\d+) attempt=(\d+) -->(?:\r?\n|$)/.exec(body);
  if (match === null) return null;
  const [, key = '', id = '', attempt = ''] = match;
  return { key, run: { id, attempt: Number(attempt) } };
}

/** Whether a comment belongs to this key. */
export function isOfKey(mark: { readonly key: string }, key: string): boolean {
  return mark.key === encoded(key);
}

export function commitMessage({ id, attempt }: RunMark): string {
  return `Previews of run ${id}, attempt ${attempt}`;
}

export function readCommitMessage(message: string): RunMark | null {
  const [, id, attempt] = /^Previews of run (\d+), attempt (\d+)$/.exec(message.trim()) ?? [];
  return id === undefined ? null : { id, attempt: Number(attempt) };
}

/** Whether `one` was started before `other`. A re-run of an old run is old, because it uses an old commit. */
export function isOlder(one: RunMark, other: RunMark): boolean {
  const [first, second] = [BigInt(one.id), BigInt(other.id)];
  return first === second ? one.attempt < other.attempt : first < second;
}

/** The folder of all preview refs of a pull request. */
export function refFolder(pull: number): string {
  return `refs/runcomfy/pr-${pull}`;
}

/** The ref of one comment. Names that git could refuse, or that look like another one, become a hash. */
export function refOf(pull: number, key: string): string {
  const plain = /^[a-z0-9][a-z0-9_-]{0,39}$/.test(key);
  return `${refFolder(pull)}/${plain ? key : `key-${createHash('sha256').update(key).digest('hex').slice(0, 20)}`}`;
}

// A hyphen too: `--` could end an HTML comment.
function encoded(key: string): string {
  return encodeURIComponent(key.toWellFormed()).replaceAll('-', '%2D');
}
