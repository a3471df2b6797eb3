// The story of one preview: pictures to their place, one comment on the pull request, never in the way of a newer run.
import { readFile } from 'node:fs/promises';
import { asActionError, quoted } from '../errors.ts';
import type { Tally } from '../outcomes.ts';
import type { Log, StoredArtifact } from '../ports.ts';
import { commentOf, type Difference, MOST_PICTURES } from '../report/comment.ts';
import { isPicture } from '../report/pieces.ts';
import { commentMark, isOfKey, isOlder, type RunMark, readCommentMark, refOf } from './mark.ts';
import { type Comment, GitHubRefusal, type PreviewRefs, type PullRequestComments } from './ports.ts';
import { type StoredFile, store } from './store.ts';

export type PreviewStorage = 'auto' | 'ref' | 'hosted' | 'none';

/** An image as it was before: in the base branch. */
export interface Before {
  /** Relative to the workspace. */
  readonly path: string;
  /** Such as `png`. */
  readonly format: string;
  readonly bytes: number;
  read(): Promise<Uint8Array>;
}

/** Why an image was made again. */
export interface Change {
  /** null: it was not there before, or is no picture. */
  readonly before: Before | null;
  readonly differences: readonly Difference[];
}

export interface PreviewInput {
  /** null: the run is for no pull request. */
  readonly pull: number | null;
  readonly key: string;
  readonly storage: PreviewStorage;
  readonly run: RunMark;
  /** GITHUB_SERVER_URL. */
  readonly serverUrl: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly artifacts: readonly StoredArtifact[];
  readonly tally: Tally;
  /** Names of what was skipped because nothing about it has changed. */
  readonly unchanged: readonly string[];
  /** By the path of the image as it is now. */
  readonly changes: ReadonlyMap<string, Change>;
}

export interface PreviewPorts {
  readonly comments: PullRequestComments;
  readonly refs: PreviewRefs;
  readonly log: Pick<Log, 'info' | 'warning'> & { notice(message: string): Promise<void> };
  /** Takes the secrets out of the comment. */
  readonly redacted: (text: string) => string;
}

export interface PublishedPreview {
  readonly commentId: string;
  readonly commentUrl: string;
}

/**
 * Creates or updates the one comment of this key. null where there is none afterwards: no pull request, nothing to tell, or GitHub refused, which is a
 * warning and never an error.
 */
export async function publishPreview(preview: PreviewInput, ports: PreviewPorts): Promise<PublishedPreview | null> {
  if (preview.pull === null) {
    await ports.log.notice(
      'No preview comment: this run is for no pull request. Input `pr-number` can name one, or set `comment: false`.',
    );
    return null;
  }
  const problems: string[] = [];
  try {
    const comment = await commentOn(preview.pull, preview, ports, problems);
    return comment === null ? null : { commentId: comment.id, commentUrl: comment.url };
  } catch (error) {
    problems.unshift(`No preview comment: ${explained(error)}`);
    return null;
  } finally {
    if (problems.length > 0) await ports.log.warning(problems.join('\n'));
  }
}

/** One sentence about what went wrong, and what to write in the workflow. */
export function explained(error: unknown): string {
  if (!(error instanceof GitHubRefusal)) return asActionError(error, 'this action met an error').message;
  if (error.permission === null) return `${error.message}. The job summary shows everything.`;
  return `GitHub answered ${quoted(error.message)}. The job needs \`${error.permission}\` below \`permissions:\`. Pull requests from forks and from Dependabot never get it; docs/previews.md shows what they can do. The job summary shows everything.`;
}

async function commentOn(
  pull: number,
  preview: PreviewInput,
  ports: PreviewPorts,
  problems: string[],
): Promise<Comment | null> {
  const { key, run, tally } = preview;
  const { comments, log } = ports;
  const me = await comments.me();
  const ours = async (): Promise<readonly Marked[]> =>
    (await comments.list(pull)).flatMap((comment) => {
      const mark = comment.author === me ? readCommentMark(comment.body) : null;
      return mark !== null && isOfKey(mark, key) ? [{ comment, run: mark.run }] : [];
    });
  const superseded = (found: readonly Marked[]): boolean => found.some((one) => isOlder(run, one.run));
  const leave = (found: readonly Marked[]): Comment | null => {
    log.info('The preview comment is left as it is: a newer run has written it.');
    return found[0]?.comment ?? null;
  };

  const found = await ours();
  if (superseded(found)) return leave(found);
  // What an earlier run has shown of this pull request is worth more than a line that says that nothing happened.
  if (tally.images.length === 0 && tally.failed.length === 0) return found[0]?.comment ?? null;
  const pictures = await place(pull, preview, ports, problems);
  if (pictures === null) return leave(found);

  const bodyFor = (mark: RunMark): string =>
    ports.redacted(
      commentOf({
        ...preview,
        mark: commentMark(key, mark),
        runUrl: `${preview.serverUrl}/${preview.repository}/actions/runs/${mark.id}/attempts/${mark.attempt}`,
        pictures,
      }),
    );

  // GitHub can write a comment, but not on condition: so it is looked for again after it was created, and the first one stays.
  let created: Comment | null = null;
  for (;;) {
    const now = await ours();
    if (superseded(now)) return leave(now);
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
}

interface Marked {
  readonly comment: Comment;
  readonly run: RunMark;
}

function sameText(one: string, other: string): boolean {
  return one.replaceAll('\r\n', '\n').trimEnd() === other.trimEnd();
}

/** Where the pictures of a comment are. */
export interface Pictures {
  readonly storage: 'ref' | 'hosted' | 'none';
  /** Path of an image to the address of its picture. */
  readonly now: ReadonlyMap<string, string>;
  /** The same for what was there before. */
  readonly before: ReadonlyMap<string, string>;
}

const NO_PICTURES: Pictures = { storage: 'none', now: new Map(), before: new Map() };

/** The best place that storage and token allow; null where a newer run was there already. */
async function place(
  pull: number,
  preview: PreviewInput,
  ports: PreviewPorts,
  problems: string[],
): Promise<Pictures | null> {
  const { storage, tally } = preview;
  const shown = tally.images.filter(isPicture).slice(0, MOST_PICTURES);
  if (storage === 'none' || shown.length === 0) return NO_PICTURES;
  if (storage !== 'hosted' && (await ports.comments.isOpen(pull))) {
    try {
      return await placeUnderRef(pull, preview, ports.refs);
    } catch (error) {
      if (storage === 'ref') {
        problems.push(
          `The preview comment shows no pictures: ${explained(error)} Or set \`preview-storage: hosted\`, which shows RunComfy's public addresses.`,
        );
        return NO_PICTURES;
      }
      ports.log.info(`Pictures are not kept in the repository (${asActionError(error, '').message}).`);
    }
  }
  if (storage === 'ref') return NO_PICTURES;
  return { storage: 'hosted', now: new Map(shown.map(({ path, url }) => [path, url])), before: new Map() };
}

async function placeUnderRef(
  pull: number,
  { key, run, tally, changes, serverUrl, repository }: PreviewInput,
  refs: PreviewRefs,
): Promise<Pictures | null> {
  const images = tally.images.filter(isPicture).slice(0, MOST_PICTURES);
  const befores = images.flatMap(({ path }) => {
    const before = changes.get(path)?.before ?? null;
    return before !== null && isPicture(before) ? [{ path, before }] : [];
  });
  const files: readonly StoredFile[] = [
    ...images.map(({ path, absolutePath }) => ({ path: `images/${path}`, read: () => readFile(absolutePath) })),
    ...befores.map(({ before }) => ({ path: `before/${before.path}`, read: () => before.read() })),
  ];
  const commit = await store(refOf(pull, key), files, run, refs);
  if (commit === null) return null;
  // By the commit, not by the ref: the address then means these very bytes, whatever becomes of the ref.
  const at = (path: string): string =>
    `${serverUrl}/${repository}/blob/${commit}/${path.split('/').map(encodeURIComponent).join('/')}?raw=true`;
  return {
    storage: 'ref',
    now: new Map(images.map(({ path }) => [path, at(`images/${path}`)])),
    before: new Map(befores.map(({ path, before }) => [path, at(`before/${before.path}`)])),
  };
}
