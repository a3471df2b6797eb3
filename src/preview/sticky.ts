// One comment of each key on a pull request: later runs write into it, older ones leave it, and of two that were created at once the first stays.
import type { Log } from '../ports.ts';
import { isOfKey, isOlder, type RunMark, readCommentMark } from './mark.ts';
import type { Comment, PullRequestComments } from './ports.ts';

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

/** Throws GitHubRefusal. */
export async function findSticky(
  pull: number,
  key: string,
  run: RunMark,
  { comments, log }: StickyPorts,
): Promise<Sticky> {
  const me = await comments.me();
  const ours = async (): Promise<readonly Marked[]> =>
    (await comments.list(pull)).flatMap((comment) => {
      const mark = comment.author === me ? readCommentMark(comment.body) : null;
      return mark !== null && isOfKey(mark, key) ? [{ comment, run: mark.run }] : [];
    });
  const isSuperseded = (found: readonly Marked[]): boolean => found.some((one) => isOlder(run, one.run));
  const leave = (found: readonly Marked[]): Comment | null => {
    log.info('The preview comment is left as it is: a newer run has written it.');
    return found[0]?.comment ?? null;
  };

  const found = await ours();
  return {
    comment: found[0]?.comment ?? null,
    superseded: isSuperseded(found),
    leave: () => leave(found),
    async write(bodyFor) {
      // GitHub can write a comment, but not on condition: so it is looked for again after it was created, and the first one stays.
      let created: Comment | null = null;
      for (;;) {
        const now = await ours();
        if (isSuperseded(now)) return leave(now);
        const [first, ...later] = now;
        for (const { comment } of later) await comments.remove(comment.id);
        if (first !== undefined) {
          // By its own run: a body that differs in nothing else tells nothing new.
          const same = sameText(first.comment.body, bodyFor(first.run));
          return same ? first.comment : await comments.update(first.comment.id, bodyFor(run));
        }
        if (created !== null) return created;
        created = await comments.create(pull, bodyFor(run));
      }
    },
  };
}

interface Marked {
  readonly comment: Comment;
  readonly run: RunMark;
}

function sameText(one: string, other: string): boolean {
  return one.replaceAll('\r\n', '\n').trimEnd() === other.trimEnd();
}
