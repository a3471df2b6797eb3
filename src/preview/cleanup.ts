// Takes the previews of a pull request away again: all of its refs, and the pictures in its comments, so that nothing shows broken.
import { withoutPictures } from '../report/comment.ts';
import { readCommentMark, refFolder } from './mark.ts';
import { explained, type PreviewPorts } from './preview.ts';

export interface Removed {
  readonly refs: number;
  readonly comments: number;
}

/** Says once what GitHub refused. A second time there is nothing left to do, and nothing is written. */
export async function removePreviews(pull: number, { comments, refs, log }: PreviewPorts): Promise<Removed> {
  const problems: string[] = [];
  const attempt = async (what: string, work: () => Promise<number>): Promise<number> => {
    try {
      return await work();
    } catch (error) {
      problems.push(`${what}: ${explained(error)}`);
      return 0;
    }
  };
  // Comments first: a picture that is still there may be left out, one that is gone may not be shown.
  const changed = await attempt('The pictures in the preview comments were not replaced', async () => {
    const me = await comments.me();
    const previews = (await comments.list(pull)).filter(
      ({ author, body }) => author === me && readCommentMark(body) !== null,
    );
    let written = 0;
    for (const { id, body } of previews) {
      const without = withoutPictures(body);
      if (without === body) continue;
      await comments.update(id, without);
      written += 1;
    }
    return written;
  });
  const deleted = await attempt('The previews in the repository were not deleted', async () => {
    const names = await refs.below(refFolder(pull));
    for (const name of names) await refs.remove(name);
    return names.length;
  });
  if (problems.length > 0) await log.warning(problems.join('\n'));
  return { refs: deleted, comments: changed };
}
