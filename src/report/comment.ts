// The preview comment on a pull request: the verdict, the pictures in a grid or next to those that they replace, and what failed and why.
import { counted, size, usd } from '../lib/figures.ts';
import type { StoredArtifact } from '../lib/ports.ts';
import type { Difference } from '../lockfile/changes.ts';
import type { RunResult } from '../tasks/outcome.ts';
import { makerOf, promptOf } from '../tasks/task.ts';
import { type AddressFilter, differenceWithoutAddresses, inMarkdown, tallyWithoutAddresses } from './addresses.ts';
import { chainsIn } from './chains.ts';
import { code, href, preformatted, prose, shortened } from './markdown.ts';
import {
  artifactLink,
  attribute,
  type Block,
  counts,
  dimensions,
  fitting,
  isPicture,
  keyName,
  MAX_COMMENT_CHARACTERS,
  problemLists,
  promptBlock,
  runLink,
  time,
  title,
  unbroken,
} from './pieces.ts';

interface Changed {
  /** null if it was not there before. */
  readonly before?: { readonly isPointer: boolean } | null;
  readonly differences: readonly Difference[];
}

interface CommentSources {
  /** The hidden first line. */
  readonly mark: string;
  readonly key: string;
  readonly runResult: RunResult;
  readonly artifacts: readonly StoredArtifact[];
  readonly unchanged: readonly string[];
  readonly runUrl: string;
  /** null: RunComfy's URLs may be shown. */
  readonly addresses?: AddressFilter | null;
  /** By the current path of the image. */
  readonly changes: ReadonlyMap<string, Changed>;
  /** URLs, by the same path. */
  readonly pictures: {
    readonly storage: 'ref' | 'hosted' | 'none';
    readonly now: ReadonlyMap<string, string>;
    readonly before: ReadonlyMap<string, string>;
    /** Why there are no pictures, as HTML. */
    readonly note?: string | null;
    /** The pictures of an earlier run, from `picturesIn`. They stay if the new ones could not be stored. */
    readonly standing?: string | null;
  };
}

type Image = RunResult['images'][number];

/** More pictures are not shown, only counted. */
export const MAX_PICTURES = 40;
const SHORT_PROMPT = 90;
const WHOLE_PROMPT = 1_500;
/** Characters for the names of unchanged images. */
const MAX_UNCHANGED = 8_000;

const PICTURES_BEGIN = '<!-- pictures -->';
const PICTURES_END = '<!-- end of pictures -->';

/** At most 65,536 characters, cut at whole rows. */
export function commentOf(sources: CommentSources): string {
  const { addresses = null } = sources;
  return addresses === null
    ? written(sources)
    : inMarkdown(written(withoutAddresses(sources, addresses)), addresses.ofUser);
}

function withoutAddresses({ runResult, changes, ...sources }: CommentSources, filter: AddressFilter): CommentSources {
  return {
    ...sources,
    runResult: tallyWithoutAddresses(runResult, filter),
    changes: new Map(
      [...changes].map(([path, { differences, ...change }]) => [
        path,
        { ...change, differences: differences.map((one) => differenceWithoutAddresses(one, filter)) },
      ]),
    ),
  };
}

function written(sources: CommentSources): string {
  const { mark, key, runResult, artifacts, unchanged, runUrl, pictures, addresses = null } = sources;
  const run = runLink(runUrl);
  const facts = [
    ...counts(runResult),
    run,
    ...artifacts.slice(0, 1).flatMap((artifact) => artifactLink(artifact) ?? []),
  ];
  const head = [mark, '', `### ${title(runResult, false)}${keyName(key)}`, '', facts.join(' · '), ''];
  const foot = [...unchangedFold(unchanged), ...storageNote(pictures)];
  const fixed = [...head, PICTURES_BEGIN, PICTURES_END, ...foot, ''].join('\n').length;

  const filtered = (row: string): string => (addresses === null ? row : inMarkdown(row, addresses.ofService));
  const lists = problemLists(runResult).map((list) => ({ ...list, rows: list.rows.map(filtered) }));
  const problems = fitting(lists, {
    max: (MAX_COMMENT_CHARACTERS - fixed) / 2,
    lengthOf: (text) => text.length,
    rest: (dropped) => `<p>${counted(dropped, 'more row')}: see the ${run}.</p>\n`,
  });
  const room = MAX_COMMENT_CHARACTERS - fixed - problems.join('\n').length - 10;
  const { standing = null } = pictures;
  const keeps = standing !== null && standing.length + STANDING.length < room - LEAST_ROOM;
  const shown = fitting(keeps ? fileList(runResult) : imageBlocks(sources), {
    max: keeps ? room - standing.length - STANDING.length : room,
    lengthOf: (text) => text.length,
    rest: (dropped) => `<p>${counted(dropped, 'more row')} of images: see the ${run}.</p>\n`,
  });
  if (!keeps) return [...head, ...problems, PICTURES_BEGIN, ...shown, PICTURES_END, ...foot, ''].join('\n');
  return [...head, ...problems, ...shown, STANDING, PICTURES_BEGIN + standing + PICTURES_END, ...foot, ''].join('\n');
}

const STANDING = '<p>These pictures are from an earlier run. GitHub did not store the new ones.</p>\n';
/** Characters for the list of new images. */
const LEAST_ROOM = 2_000;

/** The content between the comment's marks; null if it has no picture. */
export function picturesIn(body: string): string | null {
  const start = body.indexOf(PICTURES_BEGIN);
  const end = body.lastIndexOf(PICTURES_END);
  if (start === -1 || end < start) return null;
  const shown = body.slice(start + PICTURES_BEGIN.length, end);
  return shown.includes('<img ') ? shown : null;
}

function fileList({ images }: RunResult): readonly Block[] {
  const rows = images.map((image) => `<li>${code(image.path)} <sub>${factsOf(image)}</sub></li>`);
  return [{ head: '<p>Generated by this run:</p>\n<ul>', rows, foot: '</ul>\n' }];
}

/** The same comment with one line in place of its pictures. A second call changes nothing. */
export function withoutPictures(body: string): string {
  const start = body.indexOf(PICTURES_BEGIN);
  const end = body.lastIndexOf(PICTURES_END);
  if (start === -1 || end < start) return body;
  const line = '\n<p>The pictures were removed when the pull request was closed.</p>\n\n';
  return `${body.slice(0, start + PICTURES_BEGIN.length)}${line}${body.slice(end)}`;
}

function imageBlocks({ runResult, artifacts, changes, pictures }: CommentSources): readonly Block[] {
  const shown = runResult.images.slice(0, MAX_PICTURES);
  const chains = chainsIn(shown);
  const chained = new Set(chains.flat());
  const single = shown.filter((image) => !chained.has(image));
  const [compared, fresh] = [true, false].map((wanted) => single.filter(({ path }) => changes.has(path) === wanted));
  const blocks: Block[] = chains.map((chain) => ({
    head: '<table>',
    rows: chainRows(chain, { changes, pictures, artifacts }),
    foot: '</table>\n',
  }));
  if (compared !== undefined && compared.length > 0) {
    blocks.push({
      head: '<table>\n<tr><th>Before</th><th>After</th></tr>',
      rows: compared.map((image) => comparison(image, changes.get(image.path), pictures, artifacts)),
      foot: '</table>\n',
    });
  }
  const [first] = fresh ?? [];
  if (fresh !== undefined && first !== undefined) {
    // A prompt with twenty seeds is only shown once.
    const onePrompt = fresh.every(
      ({ outcome: { task } }) =>
        promptOf(task) === promptOf(first.outcome.task) && makerOf(task) === makerOf(first.outcome.task),
    );
    const columns = columnsFor(fresh.length, onePrompt);
    const folder = sharedFolder(fresh);
    const cells = fresh.map((image) =>
      cell(image, image.path.slice(folder.length), columns, pictures.now, artifacts, !onePrompt),
    );
    blocks.push({
      head: `${onePrompt ? `${promptBlock(first.outcome.task, WHOLE_PROMPT)}\n` : ''}<table>`,
      rows: Array.from(
        { length: Math.ceil(cells.length / columns) },
        (_, row) => `<tr>${cells.slice(row * columns, (row + 1) * columns).join('')}</tr>`,
      ),
      foot: '</table>\n',
    });
  }
  const hidden = runResult.images.length - shown.length;
  if (hidden > 0) blocks.push({ head: '', rows: [`<p>And ${counted(hidden, 'more image')}.</p>\n`], foot: '' });
  return blocks;
}

/** The common folder of all images, with its slash; empty if there are several folders. */
function sharedFolder(images: readonly Image[]): string {
  const folders = new Set(images.map(({ path }) => path.slice(0, path.lastIndexOf('/') + 1)));
  const [folder = ''] = folders;
  return folders.size === 1 ? folder : '';
}

/** A phone has room for three columns, or for two with prompts. */
function columnsFor(images: number, onePrompt: boolean): number {
  if (images === 4 || (!onePrompt && images <= 8)) return Math.min(images, 2);
  return Math.min(images, 3);
}

const MAX_COLUMNS = 3;

/** In pixels, so that a row fills a comment on a desktop. On a phone, pictures shrink. */
const TALLEST = 480;
const WIDTHS: Readonly<Record<number, number>> = { 1: 480, 2: 360, 3: 240 };

function cell(
  image: Image,
  name: string,
  columns: number,
  now: ReadonlyMap<string, string>,
  artifacts: readonly StoredArtifact[],
  withPrompt: boolean,
): string {
  const picture = shownPicture(image, now.get(image.path), WIDTHS[columns] ?? 240, artifacts);
  const prompt = withPrompt ? `<br>${foldedPrompt(image)}` : '';
  return `<td valign="top" width="${Math.floor(100 / columns)}%">${picture}<br>${caption(image, name)}${prompt}</td>`;
}

function comparison(
  image: Image,
  change: Changed | undefined,
  { now, before }: CommentSources['pictures'],
  artifacts: readonly StoredArtifact[],
): string {
  const earlier = before.get(image.path);
  const then =
    earlier === undefined
      ? `<sub>${missingBefore(change?.before ?? null)}</sub>`
      : shownPicture({ ...image, path: `before: ${image.path}` }, earlier, 360, []);
  const reasons = (change?.differences ?? []).map((difference) => `<br>${differenceLine(difference)}`).join('');
  return [
    `<tr><td valign="top" width="50%">${then}</td><td valign="top" width="50%">${shownPicture(image, now.get(image.path), 360, artifacts)}</td></tr>`,
    `<tr><td colspan="2">${caption(image, image.path)}${reasons}</td></tr>`,
  ].join('\n');
}

/** Side by side, makers first, with the replaced pictures above them. */
function chainRows(
  chain: readonly Image[],
  { changes, pictures, artifacts }: Pick<CommentSources, 'changes' | 'pictures' | 'artifacts'>,
): readonly string[] {
  const columns = Math.min(chain.length, MAX_COLUMNS);
  const width = WIDTHS[columns] ?? 240;
  const folder = sharedFolder(chain);
  const row = (images: readonly Image[], cellOf: (image: Image) => string): string =>
    `<tr>${images.map((image) => `<td valign="top" width="${Math.floor(100 / columns)}%">${cellOf(image)}</td>`).join('')}</tr>`;
  return Array.from({ length: Math.ceil(chain.length / columns) }, (_, n) => {
    const images = chain.slice(n * columns, (n + 1) * columns);
    const now = row(images, (image) => {
      const differences = changes.get(image.path)?.differences ?? null;
      const about =
        differences === null
          ? `<br>${foldedPrompt(image)}`
          : differences.map((difference) => `<br>${differenceLine(difference)}`).join('');
      const picture = shownPicture(image, pictures.now.get(image.path), width, artifacts);
      return `${picture}<br>${caption(image, image.path.slice(folder.length))}${about}`;
    });
    if (!images.some(({ path }) => pictures.before.has(path))) return now;
    const before = row(images, (image) => {
      const earlier = pictures.before.get(image.path);
      if (earlier === undefined) return `<sub>${missingBefore(changes.get(image.path)?.before ?? null)}</sub>`;
      return `<sub>before</sub><br>${shownPicture({ ...image, path: `before: ${image.path}` }, earlier, width, [])}`;
    });
    return `${before}\n${now}`;
  });
}

function missingBefore(before: { readonly isPointer: boolean } | null): string {
  if (before === null) return 'nothing';
  return before.isPointer ? 'stored in Git LFS' : 'not shown';
}

/** The picture, or a link if it has no URL, is too large, or is not a picture. */
function shownPicture(
  image: Image,
  address: string | undefined,
  width: number,
  artifacts: readonly StoredArtifact[],
): string {
  const source = address === undefined ? null : href(address);
  if (source !== null) {
    const page = source.replace(/\?raw=true$/, '');
    return `<a href="${page}"><img src="${source}" width="${widthWithin(image, width)}" alt="${attribute(image.path)}"></a>`;
  }
  const link = href(image.url);
  if (link !== null)
    return `<a href="${link}">Open the ${isPicture(image) ? 'image' : code(image.format ?? 'file')}</a>`;
  const name = image.path.slice(image.path.lastIndexOf('/') + 1);
  const artifact = artifacts.length === 1 ? artifacts[0] : artifacts.find((one) => one.name === name);
  return artifact === undefined ? '' : (artifactLink(artifact) ?? '');
}

/** Pictures are not enlarged, and not taller than a screen. */
function widthWithin({ width, height }: Image, max: number): number {
  if (width === null || height === null) return max;
  return Math.max(1, Math.round(Math.min(max, width, (TALLEST * width) / height)));
}

function caption(image: Image, name: string): string {
  return `${code(name)}<br><sub>${factsOf(image)}</sub>`;
}

function factsOf(image: Image): string {
  const { tookMs, cost, images } = image.outcome;
  const facts = [
    ...(image.seed === null ? [] : [`seed&nbsp;${image.seed}`]),
    dimensions(image),
    unbroken(size(image.bytes)),
    tookMs === null ? null : time(tookMs),
    cost === null || images.length > 1 ? null : usd(cost),
  ].filter((fact) => fact !== null);
  return facts.join(' · ');
}

function foldedPrompt({ outcome: { task } }: Image): string {
  const prompt = promptOf(task)?.trim() ?? '';
  if (prompt === '') return makerOf(task) === '' ? '' : `<sub>${code(makerOf(task))}</sub>`;
  const short = shortened(prompt, SHORT_PROMPT);
  if (short === prompt) return prose(prompt);
  return `<details><summary>${prose(short)}</summary>${preformatted(shortened(prompt, WHOLE_PROMPT))}</details>`;
}

const MAX_PIECE = 600;
/** Unchanged characters to show on either side of a change. */
const CONTEXT = 60;

function differenceLine({ name, pieces }: Difference): string {
  const words = pieces.map(({ text, kind }, n) => {
    if (kind === 'removed') return `<del>${prose(shortened(text, MAX_PIECE))}</del>`;
    if (kind === 'added') return `<ins>${prose(shortened(text, MAX_PIECE))}</ins>`;
    return prose(pieces.length === 1 ? shortened(text, MAX_PIECE) : context(text, n > 0, n < pieces.length - 1));
  });
  return `${code(name)} ${words.join(' ')}`;
}

/** The parts of an unchanged text that are next to a change. */
function context(text: string, afterChange: boolean, beforeChange: boolean): string {
  const characters = Array.from(text);
  const [start, end] = [afterChange ? CONTEXT : 0, beforeChange ? CONTEXT : 0];
  if (characters.length <= start + end + 1) return text;
  return `${characters.slice(0, start).join('')}…${end === 0 ? '' : characters.slice(-end).join('')}`;
}

function unchangedFold(names: readonly string[]): readonly string[] {
  if (names.length === 0) return [];
  let room = MAX_UNCHANGED;
  const shown = names
    .map((name) => code(shortened(name, 100)))
    .filter((name) => {
      room -= name.length + 1;
      return room >= 0;
    });
  const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : '';
  return [`<details><summary>${names.length} unchanged</summary>${shown.join(' ')}${more}</details>\n`];
}

function storageNote({ storage, note = null }: CommentSources['pictures']): readonly string[] {
  if (storage === 'hosted')
    return [
      '<sub>RunComfy hosts these pictures. Anyone who has a link can see them, and the links may expire.</sub>\n',
    ];
  return note === null ? [] : [`<sub>${note}</sub>\n`];
}
