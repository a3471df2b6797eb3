// One comment of each key on a pull request: later runs write into it, older ones leave it, and of two that were created at once the first stays.
import type { Log } from '../lib/ports.ts';
import { isOfKey, isOlder, type RunMark, readCommentMark } from './mark.ts';
import { type Comment, GitHubRefusal, type PullRequestComments } from './ports.ts';

export interface Sticky {
  /** What is there already; null where there is none. */
  readonly comment: Comment | null;
  /** A newer run has written it. */
  readonly superseded: boolean;
  /** Leaves it to the newer run; answers what is there. */
  leave(): Comment | null;
  /** Creates or updates it. `bodyFor`: the text, as the given run would write it. Throws GitHubRefusal. */
  write(bodyFor: (run: RunMark) => string): Promise<Comment | null>;
}

export interface StickyPorts {
  readonly comments: PullRequestComments;
  readonly log: Pick<Log, 'info'>;
}

/** How often a comment is written whose fate nobody knows, or which somebody deletes meanwhile. */
const MAX_TRIES = 3;

/** Throws GitHubRefusal. */
export async function findSticky(
  pull: number,
  key: string,
  run: RunMark,
  { comments, log }: StickyPorts,
): Promise<Sticky> {
  /** Those of this key that this token wrote, oldest first. */
  const ours = async (): Promise<readonly Marked[]> => {
    const me = await comments.me();
    const marked = (await comments.list(pull)).flatMap((comment) => {
      const mark = readCommentMark(comment.body);
      return mark !== null && isOfKey(mark, key) ? [{ comment, run: mark.run }] : [];
    });
    // Whoever does not know its name may neither write into what may be somebody else's, nor put a second one beside what may be its own.
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
      // GitHub can write a comment, but not on condition: so it is looked for again after it was written. Of several the first one stays, whoever looks.
      let written: Comment | null = null;
      let failure: unknown = null;
      for (let tries = 0; ; ) {
        let now: readonly Marked[];
        try {
          now = await ours();
        } catch (error) {
          // What was written is there, whatever this look did not find out.
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
        // By its own run: a body that differs in nothing else tells nothing new.
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
          // Deleted since it was looked up.
          if (first !== undefined && error.status === 404) written = null;
          else if (!error.isTransient) throw error;
          // Tried again already; only what became of it is still to be seen.
          else if (first !== undefined) tries = MAX_TRIES;
        }
      }
    },
  };
}

/** Refused is better than a second comment, or than one of somebody else that is changed. */
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
