// Removes the previews of a pull request: all its refs, and the pictures in its comments, so that no broken images remain.
import { counted } from '../lib/figures.ts';
import { withoutPictures } from '../report/comment.ts';
import { readCommentMark, refFolder } from './mark.ts';
import { explained, type PreviewPorts } from './preview.ts';
import { nameless } from './sticky.ts';

export interface Removed {
  /** null if GitHub did not list them, or refused. */
  readonly refs: number | null;
  readonly comments: number | null;
}

/** Reports once what GitHub refused. A second call finds nothing to do, and writes nothing. */
export async function removePreviews(pull: number, { comments, refs, log }: PreviewPorts): Promise<Removed> {
  const problems: string[] = [];
  /** Does as much as possible. Returns how many of `all` were done; null if not known. */
  const attempt = async <T>(
    what: string,
    all: () => Promise<readonly T[]>,
    work: (one: T) => Promise<void>,
  ): Promise<number | null> => {
    let done = 0;
    let refusal: unknown = null;
    try {
      for (const one of await all()) {
        await work(one).then(
          () => {
            done += 1;
          },
          (error: unknown) => {
            refusal ??= error;
          },
        );
      }
    } catch (error) {
      problems.push(`${what}: ${explained(error)}`);
      return null;
    }
    if (refusal === null) return done;
    problems.push(`${what}${done > 0 ? `, but for ${done}` : ''}: ${explained(refusal)}`);
    return done > 0 ? done : null;
  };
  // Comments first, so that no comment shows a deleted picture.
  const changed = await attempt(
    'The pictures in the preview comments were not replaced',
    async () => {
      const me = await comments.me();
      const previews = (await comments.list(pull)).filter(({ body }) => readCommentMark(body) !== null);
      if (me === null && previews.length > 0) throw nameless();
      return previews.filter(({ author, body }) => author === me && withoutPictures(body) !== body);
    },
    async ({ id, body }) => {
      await comments.update(id, withoutPictures(body));
    },
  );
  const deleted = await attempt(
    'The previews in the repository were not deleted',
    () => refs.below(refFolder(pull)),
    (name) => refs.remove(name),
  );
  if (problems.length > 0) await log.warning(`Cleaning up after pull request ${pull}:\n${problems.join('\n')}`);
  const parts = [
    ...(deleted === null ? [] : [`${counted(deleted, 'preview ref')} deleted`]),
    ...(changed === null ? [] : [`${counted(changed, 'comment')} changed`]),
  ];
  if (parts.length > 0) log.info(`Pull request ${pull}: ${parts.join(', ')}.`);
  return { refs: deleted, comments: changed };
}
