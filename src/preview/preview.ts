// The story of one preview: pictures to their place, one comment on the pull request, never in the way of a newer run.
import { readFile } from 'node:fs/promises';
import { asActionError, quoted } from '../errors.ts';
import type { Difference } from '../manifest/changes.ts';
import type { PlanRow, Tally } from '../outcomes.ts';
import type { Log, StoredArtifact } from '../ports.ts';
import { commentOf, MOST_PICTURES } from '../report/comment.ts';
import { isPicture } from '../report/pieces.ts';
import { planComment } from '../report/plan.ts';
import { commentMark, type RunMark, refOf } from './mark.ts';
import { type Comment, GitHubRefusal, type PreviewRefs, type PullRequestComments } from './ports.ts';
import { findSticky } from './sticky.ts';
import { type StoredFile, store } from './store.ts';

export type PreviewStorage = 'auto' | 'ref' | 'hosted' | 'none';

/** An image as it was before this run. */
export interface Before {
  /** Relative to the workspace. */
  readonly path: string;
  /** Such as `png`; null where not known. */
  readonly format: string | null;
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
export function publishPreview(preview: PreviewInput, ports: PreviewPorts): Promise<PublishedPreview | null> {
  return onPullRequest(preview.pull, ports, (pull, problems) => commentOn(pull, preview, ports, problems));
}

export interface PlanInput extends Pick<PreviewInput, 'pull' | 'key' | 'run' | 'serverUrl' | 'repository'> {
  readonly plan: readonly PlanRow[];
}

/** The same for a plan, in a comment beside that of the pictures. None is created for a plan that changes nothing. */
export function publishPlan(input: PlanInput, ports: PreviewPorts): Promise<PublishedPreview | null> {
  const { plan, run, serverUrl, repository } = input;
  const key = `plan:${input.key}`;
  return onPullRequest(input.pull, ports, async (pull) => {
    const sticky = await findSticky(pull, key, run, ports);
    if (sticky.superseded) return sticky.leave();
    if (sticky.comment === null && plan.every(({ action }) => action === 'unchanged')) return null;
    return sticky.write((mark) =>
      ports.redacted(
        planComment({
          mark: commentMark(key, mark),
          key: input.key,
          plan,
          runUrl: runUrl(serverUrl, repository, mark),
        }),
      ),
    );
  });
}

async function onPullRequest(
  pull: number | null,
  { log }: PreviewPorts,
  write: (pull: number, problems: string[]) => Promise<Comment | null>,
): Promise<PublishedPreview | null> {
  if (pull === null) {
    await log.notice(
      'No preview comment: this run is for no pull request. Input `pr-number` can name one, or set `comment: false`.',
    );
    return null;
  }
  const problems: string[] = [];
  try {
    const comment = await write(pull, problems);
    return comment === null ? null : { commentId: comment.id, commentUrl: comment.url };
  } catch (error) {
    problems.unshift(`No preview comment: ${explained(error)}`);
    return null;
  } finally {
    if (problems.length > 0) await log.warning(problems.join('\n'));
  }
}

function runUrl(serverUrl: string, repository: string, { id, attempt }: RunMark): string {
  return `${serverUrl}/${repository}/actions/runs/${id}/attempts/${attempt}`;
}

/** One sentence about what went wrong, and what to write in the workflow. */
export function explained(error: unknown): string {
  if (!(error instanceof GitHubRefusal)) return asActionError(error, 'this action met an error').message;
  if (error.permission === null)
    return `${error.message.replace(/\.$/, '')}. Re-run the job if GitHub had an outage. The job summary shows everything.`;
  return `GitHub answered ${quoted(error.message.replace(/\.$/, ''))}. The job needs \`${error.permission}\` below \`permissions:\`. Pull requests from forks and from Dependabot never get it; docs/previews.md shows what they can do. The job summary shows everything.`;
}

async function commentOn(
  pull: number,
  preview: PreviewInput,
  ports: PreviewPorts,
  problems: string[],
): Promise<Comment | null> {
  const { key, run, tally } = preview;
  const sticky = await findSticky(pull, key, run, ports);
  if (sticky.superseded) return sticky.leave();
  // What an earlier run has shown of this pull request is worth more than a line that says that nothing happened.
  if (tally.images.length === 0 && tally.failed.length === 0) return sticky.comment;
  const pictures = await place(pull, preview, ports, problems);
  if (pictures === null) return sticky.leave();
  return sticky.write((mark) =>
    ports.redacted(
      commentOf({
        ...preview,
        mark: commentMark(key, mark),
        runUrl: runUrl(preview.serverUrl, preview.repository, mark),
        pictures,
      }),
    ),
  );
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
