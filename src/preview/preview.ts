// Publishes one preview: stores the pictures, and writes one comment on the pull request, but never over a newer run.
import { readFile } from 'node:fs/promises';
import { asActionError, quoted } from '../lib/errors.ts';
import type { Log, StoredArtifact } from '../lib/ports.ts';
import type { Difference } from '../lockfile/changes.ts';
import { type AddressFilter, addressFilter, planWithoutAddresses } from '../report/addresses.ts';
import { commentOf, MAX_PICTURES, picturesIn } from '../report/comment.ts';
import { isPicture } from '../report/pieces.ts';
import { planComment } from '../report/plan.ts';
import type { PlanRow, RunResult } from '../tasks/outcome.ts';
import { commentMark, type RunMark, refOf } from './mark.ts';
import { type Comment, GitHubRefusal, type PreviewRefs, type PullRequestComments } from './ports.ts';
import { findSticky } from './sticky.ts';
import { pointAt, type StoredFile, store } from './store.ts';

type PreviewStorage = 'auto' | 'ref' | 'hosted' | 'none';

/** An image as it was before this run. */
export interface Before {
  /** Relative to the workspace. */
  readonly path: string;
  /** Such as `png`; null if not known. */
  readonly format: string | null;
  readonly bytes: number;
  /** A Git LFS pointer: the picture itself is not here. */
  readonly isPointer: boolean;
  read(): Promise<Uint8Array>;
}

/** Why an image was made again. */
export interface Change {
  /** null if it was not there before, or is not a picture. */
  readonly before: Before | null;
  readonly differences: readonly Difference[];
}

export interface PreviewInput {
  /** null if the run does not belong to a pull request. */
  readonly pull: number | null;
  readonly key: string;
  readonly storage: PreviewStorage;
  readonly run: RunMark;
  /** GITHUB_SERVER_URL. */
  readonly serverUrl: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly artifacts: readonly StoredArtifact[];
  readonly runResult: RunResult;
  /** Names of images that were skipped as unchanged. */
  readonly unchanged: readonly string[];
  /** By the current path of the image. */
  readonly changes: ReadonlyMap<string, Change>;
  /** Allowed hosts besides RunComfy's own, as `host` or `host:port`. */
  readonly hosts: readonly string[];
}

export interface PreviewPorts {
  readonly comments: PullRequestComments;
  readonly refs: PreviewRefs;
  /** Whether the repository is known to be public. Never throws. */
  readonly isPublic: () => Promise<boolean>;
  readonly log: Pick<Log, 'info' | 'warning'> & { notice(message: string): Promise<void> };
  /** Removes secrets from the comment. */
  readonly redacted: (text: string) => string;
}

export interface PublishedPreview {
  readonly commentId: string;
  readonly commentUrl: string;
}

/**
 * Creates or updates the comment of this key. null if there is none afterwards: no pull request, nothing to report, or GitHub refused, which is a warning
 * and never an error.
 */
export function publishPreview(preview: PreviewInput, ports: PreviewPorts): Promise<PublishedPreview | null> {
  return onPullRequest(preview.pull, ports, (pull, problems) => commentOn(pull, preview, ports, problems));
}

export interface PlanInput
  extends Pick<PreviewInput, 'pull' | 'key' | 'storage' | 'run' | 'serverUrl' | 'repository' | 'hosts'> {
  readonly plan: readonly PlanRow[];
}

/** The same for a plan, in a separate comment. None is created for a plan without changes. */
export function publishPlan(input: PlanInput, ports: PreviewPorts): Promise<PublishedPreview | null> {
  const { run, serverUrl, repository } = input;
  const key = `plan:${input.key}`;
  return onPullRequest(input.pull, ports, async (pull) => {
    const sticky = await findSticky(pull, key, run, ports);
    if (sticky.superseded) return sticky.leave();
    if (sticky.comment === null && input.plan.every(({ action }) => action === 'unchanged')) return null;
    const mayShow = input.storage === 'hosted' || (await ports.isPublic());
    const filter = addressFilter(input.hosts, serverUrl);
    const plan = mayShow ? input.plan : planWithoutAddresses(input.plan, filter);
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
      'No preview comment: this run does not belong to a pull request. Set `pr-number`, or `comment: false`.',
    );
    return null;
  }
  const problems: string[] = [];
  try {
    const comment = await write(pull, problems);
    return comment === null ? null : { commentId: comment.id, commentUrl: comment.url };
  } catch (error) {
    problems.unshift(`No preview comment: ${explained(error)} The job summary shows everything.`);
    return null;
  } finally {
    if (problems.length > 0) await log.warning(problems.join('\n'));
  }
}

function runUrl(serverUrl: string, repository: string, { id, attempt }: RunMark): string {
  return `${serverUrl}/${repository}/actions/runs/${id}/attempts/${attempt}`;
}

/** What went wrong, and what to do about it. */
export function explained(error: unknown): string {
  if (!(error instanceof GitHubRefusal)) return `${asActionError(error, 'this action met an error').message}.`;
  const said = error.message.replace(/\s+/g, ' ').trim().replace(/\.$/, '');
  if (error.permission !== null)
    return `GitHub responded ${quoted(said)}. The job needs \`${error.permission}\` below \`permissions:\`. Pull requests from forks and from Dependabot cannot get it; docs/previews.md shows what works for them.`;
  if (/\bis locked\b/.test(said))
    return 'the conversation of this pull request is locked, so GitHub accepts no new comments from this token. Unlock it, or set `comment: false`.';
  if (error.isTransient) return `${said}. Retries failed too: re-run the job when GitHub has recovered.`;
  if (error.status === null) return `${said}.`;
  if (error.status === 401) return `GitHub responded ${quoted(said)}. Check input \`github-token\`.`;
  return `GitHub responded ${quoted(said, 200)}.${/rule violations/i.test(said) ? ' A ruleset of the repository forbids it: exempt `refs/runcomfy/**`.' : ''}`;
}

async function commentOn(
  pull: number,
  preview: PreviewInput,
  ports: PreviewPorts,
  problems: string[],
): Promise<Comment | null> {
  const { key, run, runResult, storage } = preview;
  const sticky = await findSticky(pull, key, run, ports);
  if (sticky.superseded) return sticky.leave();
  // The pictures of an earlier run are more useful than a line that says that nothing happened.
  if (runResult.images.length === 0 && runResult.failed.length === 0) return sticky.comment;
  const isPublic = storage !== 'hosted' && (await ports.isPublic());
  const pictures = await place(pull, preview, isPublic, ports, problems);
  if (pictures === null) return sticky.leave();
  const mayShow = storage === 'hosted' || isPublic;
  const standing = pictures.isOutage ? standingIn(sticky.comment, preview, mayShow) : null;
  const written = await sticky.write((mark) =>
    ports.redacted(
      commentOf({
        ...preview,
        addresses: mayShow ? null : filterFor(preview),
        mark: commentMark(key, mark),
        runUrl: runUrl(preview.serverUrl, preview.repository, mark),
        pictures: { ...pictures, standing },
      }),
    ),
  );
  if (pictures.commit !== null)
    await pointAt(refOf(pull, key), pictures.commit, run, ports.refs).catch((error: unknown) =>
      ports.log.info(`The ref of the previews was not checked again: ${explained(error)}`),
    );
  return written;
}

function filterFor({ hosts, runResult, serverUrl }: PreviewInput): AddressFilter {
  const ofImages = runResult.images.flatMap(({ url }) => URL.parse(url)?.host ?? []);
  return addressFilter([...hosts, ...ofImages.filter((host) => host !== '')], serverUrl);
}

/** The current pictures of the comment; null if there are none, or if they are public and this comment must not show public ones. */
function standingIn(comment: Comment | null, preview: PreviewInput, mayShow: boolean): string | null {
  const standing = comment === null ? null : picturesIn(comment.body);
  if (standing === null || mayShow) return standing;
  const plain = standing.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
  const addresses = [...plain.matchAll(/\s(?:src|href)="([^"]*)"/g)].map(([, address = '']) => address);
  const isOurs = addresses.every((address) => address.startsWith(`${preview.serverUrl}/`));
  return isOurs && filterFor(preview).ofUser(plain) === plain ? standing : null;
}

/** Where the pictures of a comment are. */
interface Pictures {
  readonly storage: 'ref' | 'hosted' | 'none';
  /** Path of an image to the URL of its picture. */
  readonly now: ReadonlyMap<string, string>;
  /** The same for the earlier images. */
  readonly before: ReadonlyMap<string, string>;
  /** The commit that has them, with storage `ref`. */
  readonly commit: string | null;
  /** Why there are no pictures, for the reader of the comment. */
  readonly note: string | null;
  /** GitHub did not store them, but may do so later. */
  readonly isOutage: boolean;
}

function noPictures(note: string | null, isOutage = false): Pictures {
  return { storage: 'none', now: new Map(), before: new Map(), commit: null, note, isOutage };
}

/** Stores the pictures in the best way that `storage` and token allow; null if there is a newer run. */
async function place(
  pull: number,
  preview: PreviewInput,
  isPublic: boolean,
  ports: PreviewPorts,
  problems: string[],
): Promise<Pictures | null> {
  const { storage, runResult } = preview;
  const shown = runResult.images.filter(isPicture).slice(0, MAX_PICTURES);
  if (storage === 'none' || shown.length === 0) return noPictures(null);
  const hosted: Pictures = {
    ...noPictures(null),
    storage: 'hosted',
    now: new Map(shown.map(({ path, url }) => [path, url])),
  };
  if (storage === 'hosted') return hosted;
  const mayHost = storage === 'auto' && isPublic;
  if (!(await ports.comments.isOpen(pull))) {
    const note = 'No pictures: none are stored for closed pull requests.';
    return mayHost ? hosted : noPictures(note);
  }
  try {
    return await placeUnderRef(pull, preview, ports.refs);
  } catch (error) {
    const isForbidden = error instanceof GitHubRefusal && error.permission !== null;
    const why = asActionError(error, 'Storing the pictures').message.replace(/\s+/g, ' ').trim();
    if (storage === 'auto' && (isForbidden || mayHost))
      ports.log.info(`Pictures are not stored in the repository (${why}).`);
    if (mayHost) return hosted;
    if (!isForbidden) {
      problems.push(
        `The preview comment does not show the new pictures: ${explained(error)} They are in the artifact and the job summary.`,
      );
      return noPictures('No pictures: GitHub did not store them. The log of the run says why.', true);
    }
    if (storage === 'ref')
      problems.push(
        `The preview comment shows no pictures: ${explained(error)} Or set \`preview-storage: hosted\`, which shows RunComfy's public addresses.`,
      );
    return noPictures('No pictures: storing them in the repository requires <code>contents: write</code>.');
  }
}

async function placeUnderRef(
  pull: number,
  { key, run, runResult, changes, serverUrl, repository }: PreviewInput,
  refs: PreviewRefs,
): Promise<Pictures | null> {
  const images = runResult.images.filter(isPicture).slice(0, MAX_PICTURES);
  const befores = images.flatMap(({ path }) => {
    const before = changes.get(path)?.before ?? null;
    return before !== null && !before.isPointer && isPicture(before) ? [{ path, before }] : [];
  });
  const files: readonly StoredFile[] = [
    ...images.map(({ path, absolutePath }) => ({ path: `images/${path}`, read: () => readFile(absolutePath) })),
    ...befores.map(({ before }) => ({ path: `before/${before.path}`, read: () => before.read() })),
  ];
  const commit = await store(refOf(pull, key), files, run, refs);
  if (commit === null) return null;
  // By commit, not by ref, so that the URL always means these bytes, even if the ref changes.
  const at = (path: string): string =>
    `${serverUrl}/${repository}/blob/${commit}/${path.split('/').map(encodeURIComponent).join('/')}?raw=true`;
  return {
    ...noPictures(null),
    storage: 'ref',
    commit,
    now: new Map(images.map(({ path }) => [path, at(`images/${path}`)])),
    before: new Map(befores.map(({ path, before }) => [path, at(`before/${before.path}`)])),
  };
}
