// One comment for each key on a pull request: newer runs update it, and older ones do not. If two were created at once, the first one stays.
import type { Log } from '../lib/ports.ts';
import { isOfKey, isOlder, type RunMark, readCommentMark } from './mark.ts';
import { type Comment, GitHubRefusal, type PullRequestComments } from './ports.ts';

export interface Sticky {
  /** The existing comment; null if there is none. */
  readonly comment: Comment | null;
  /** A newer run has written it. */
  readonly superseded: boolean;
  /** Does not change it, because of a newer run. Returns the existing comment. */
  leave(): Comment | null;
  /** Creates or updates it. `bodyFor`: the text with the mark of this run. Throws GitHubRefusal. */
  write(bodyFor: (run: RunMark) => string): Promise<Comment | null>;
}

export interface StickyPorts {
  readonly comments: PullRequestComments;
  readonly log: Pick<Log, 'info'>;
}

/** How often a comment is written if the result is not known, or if it is deleted meanwhile. */
const MAX_TRIES = 3;

/** Throws GitHubRefusal. */
export async function findSticky(
  pull: number,
  key: string,
  run: RunMark,
  { comments, log }: StickyPorts,
): Promise<Sticky> {
  /** The comments of this key by this token, oldest first. */
  const ours = async (): Promise<readonly Marked[]> => {
    const me = await comments.me();
    const marked = (await comments.list(pull)).flatMap((comment) => {
      const mark = readCommentMark(comment.body);
      return mark !== null && isOfKey(mark, key) ? [{ comment, run: mark.run }] : [];
    });
    // If the account is not known, an existing comment may belong to someone else, so it is not changed. It may also be our own, so no second one is written.
    if (me === null && marked.length > 0) throw nameless();
    return marked.filter(({ comment }) => comment.author === me);
  };
  const isSuperseded = (found: readonly Marked[]): boolean => found.some((one) => isOlder(run, one.run));
  const leave = (found: readonly Marked[]): Comment | null => {
    log.info('The preview comment was not changed: a newer run has written it.');
    return found[0]?.comment ?? null;
  };
  const tidy = async (surplus: readonly Marked[]): Promise<void> => {
    for (const { comment } of surplus) {
      await comments
        .remove(comment.id)
        .catch((error: unknown) => log.info(`A second preview comment was not removed: ${String(error)}`));
    }
  };

  const found = await ours();
  return {
    comment: found[0]?.comment ?? null,
    superseded: isSuperseded(found),
    leave: () => leave(found),
    async write(bodyFor) {
      // GitHub has no conditional writes for comments, so this looks again after it has written one. Of several comments, every run keeps the first.
      let written: Comment | null = null;
      let failure: unknown = null;
      for (let tries = 0; ; ) {
        let now: readonly Marked[];
        try {
          now = await ours();
        } catch (error) {
          // The comment was written, even if this check failed.
          if (written !== null) return written;
          throw failure ?? error;
        }
        const [first, ...surplus] = now;
        if (isSuperseded(now)) {
          await tidy(surplus.filter(({ comment }) => comment.id === written?.id));
          return leave(now);
        }
        await tidy(surplus);
        if (first !== undefined && first.comment.id === written?.id && !isOlder(first.run, run)) return first.comment;
        // Compared with the mark of its own run: a body without other differences has no news.
        if (first !== undefined && sameText(first.comment.body, bodyFor(first.run))) return first.comment;
        if (first === undefined && written !== null) return written;
        if (tries === MAX_TRIES) {
          if (failure !== null) throw failure;
          return first?.comment ?? null;
        }
        tries += 1;
        try {
          written =
            first === undefined
              ? await comments.create(pull, bodyFor(run))
              : await comments.update(first.comment.id, bodyFor(run));
        } catch (error) {
          if (!(error instanceof GitHubRefusal)) throw error;
          failure = error;
          // It was deleted meanwhile.
          if (first !== undefined && error.status === 404) written = null;
          else if (!error.isTransient) throw error;
          // The call was already retried. Only its result is still to be checked.
          else if (first !== undefined) tries = MAX_TRIES;
        }
      }
    },
  };
}

/** Better than a second comment, or a change to a comment of someone else. */
export function nameless(): GitHubRefusal {
  return new GitHubRefusal(
    'GitHub did not say which account this token belongs to, so the existing comment may not be its own and was not changed',
    { permission: null, isTransient: true, status: null, cause: null },
  );
}

interface Marked {
  readonly comment: Comment;
  readonly run: RunMark;
}

function sameText(one: string, other: string): boolean {
  return one.replaceAll('\r\n', '\n').trimEnd() === other.trimEnd();
}
