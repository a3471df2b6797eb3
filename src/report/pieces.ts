// Parts of the job summary and the preview comment: HTML tables, in which GitHub parses no Markdown, cut between rows.
import { formatNamed } from '../files/formats.ts';
import { counted, duration, size } from '../lib/figures.ts';
import type { StoredArtifact } from '../lib/ports.ts';
import { pagesOf } from '../lib/request-pages.ts';
import type { RunResult } from '../tasks/outcome.ts';
import type { Unsettled } from '../tasks/paid-request.ts';
import { makerOf, promptOf, type Task } from '../tasks/task.ts';
import { plainCounts } from './counts.ts';
import { code, href, preformatted, prose, shortened } from './markdown.ts';

/** A part that can be cut between rows. */
export interface Block {
  readonly head: string;
  readonly rows: readonly string[];
  readonly foot: string;
}

interface Room {
  /** In units of `lengthOf`. */
  readonly max: number;
  readonly lengthOf: (text: string) => number;
  /** The last line, if rows were dropped. */
  readonly rest: (dropped: number) => string;
}

/** As many whole rows as fit, in order. */
export function fitting(blocks: readonly Block[], { max, lengthOf, rest }: Room): readonly string[] {
  const lines: string[] = [];
  let left = max - lengthOf(rest(1_000_000)) - 1;
  let dropped = 0;
  for (const { head, rows, foot } of blocks) {
    const kept: string[] = [];
    let room = left - lengthOf(`${head}\n${foot}\n`);
    for (const line of rows) {
      room -= lengthOf(line) + 1;
      if (room >= 0 && dropped === 0) kept.push(line);
      else dropped += 1;
    }
    if (kept.length === 0) continue;
    const block = [head, ...kept, foot].filter((part) => part !== '').join('\n');
    left -= lengthOf(block) + 1;
    lines.push(block);
  }
  if (dropped > 0) lines.push(rest(dropped));
  return lines;
}

/** The limit of GitHub's image proxy. */
const MAX_PICTURE_BYTES = 5 * 1024 * 1024;

/** Whether GitHub shows it in a page. */
export function isPicture({ format, bytes }: { readonly format: string | null; readonly bytes: number }): boolean {
  return isShown(format) && bytes <= MAX_PICTURE_BYTES;
}

function isShown(format: string | null): boolean {
  return format !== null && formatNamed(format)?.isShown === true;
}

export function title({ images, failed, skipped }: RunResult, cancelled: boolean): string {
  const noun = images.every(({ format }) => isShown(format)) ? 'image' : 'file';
  const made = `${counted(images.length, noun)} from RunComfy`;
  if (cancelled) return `🚫 Cancelled: ${made}`;
  if (images.length + failed.length === 0 && skipped.length > 0)
    return `✅ ${counted(skipped.length, 'image')} up to date`;
  if (failed.length === 0) return `🖼️ ${made}`;
  return images.length === 0 ? '❌ No images from RunComfy' : `⚠️ ${made}, ${failed.length} failed`;
}

/** The counts and the cost, with the numbers in bold. */
export function counts(runResult: RunResult): readonly string[] {
  return plainCounts(runResult).map((text) => text.replace(/^\S+/, '**$&**'));
}

/** GitHub drops a summary above 1 MiB (actions/runner, FileCommandManager.cs). */
export const MAX_SUMMARY_BYTES = 960 * 1024;
/** GitHub refuses longer comments with 422. */
export const MAX_COMMENT_CHARACTERS = 65_536;

/** Distinguishes the comments of several keys. */
export function keyName(key: string): string {
  return key === 'default' ? '' : ` · ${code(shortened(key, 60))}`;
}

export function runLink(runUrl: string): string {
  return `<a href="${href(runUrl) ?? ''}">whole report</a>`;
}

export function artifactLink({ name, url }: StoredArtifact): string | null {
  const link = href(url);
  return link === null ? null : `<a href="${link}">Artifact ${code(name)}</a>`;
}

const SHORT_PROMPT = 240;

/** Prompt and model. A long prompt is folded after its beginning. `wholePrompt` is in characters. */
export function promptBlock(task: Task, wholePrompt: number): string {
  const prompt = promptOf(task)?.trim() ?? null;
  const maker = `<sub>${code(makerOf(task))}</sub>`;
  if (prompt === null) return makerOf(task) === '' ? '' : `<p>${maker}</p>`;
  const short = shortened(prompt, SHORT_PROMPT);
  const whole =
    short === prompt
      ? ''
      : `\n<details><summary>Whole prompt</summary>${preformatted(shortened(prompt, wholePrompt))}</details>`;
  return `<p>${prose(short)}<br>${maker}</p>${whole}`;
}

/** `1024×768`; null if not known. */
export function dimensions({ width, height }: { width: number | null; height: number | null }): string | null {
  return width === null || height === null ? null : `${width}×${height}`;
}

export function weight({ format, bytes }: { format: string | null; bytes: number }): string {
  return unbroken(format === null ? size(bytes) : `${format}, ${size(bytes)}`);
}

export function time(ms: number): string {
  return unbroken(duration(ms));
}

export function unbroken(text: string): string {
  return text.replaceAll(' ', '&nbsp;');
}

/** Text for an HTML attribute. */
export function attribute(text: string): string {
  return code(text).slice('<code>'.length, -'</code>'.length);
}

function stateWords(state: Unsettled, { deployment }: Task): string {
  switch (state) {
    case 'cancelled':
      return 'Cancelled at RunComfy.';
    case 'running':
      return 'Still running at RunComfy, and may be billed.';
    case 'unknown':
      return `The response was lost. Check ${pagesOf([deployment?.id ?? null])} before you run this again.`;
  }
}

/** What failed, and what is still open at RunComfy. Lists, because a phone has no room for columns. */
export function problemLists({ outcomes, failed, blocked }: RunResult): readonly Block[] {
  return [
    {
      head: '<p><b>Failed</b></p>\n<ul>',
      rows: [...failed, ...blocked].flatMap(({ task, requestId, failures }) =>
        failures.map(({ index, error }) =>
          item(
            failures.length === 1 ? task.name : `${task.name}, file ${index}`,
            prose(shortened(error.text, 1_000)),
            requestId,
          ),
        ),
      ),
      foot: '</ul>\n',
    },
    {
      head: '<p><b>Not collected</b></p>\n<ul>',
      rows: outcomes.flatMap(({ task, requestId, unsettled }) =>
        unsettled === null ? [] : [item(task.name, stateWords(unsettled, task), requestId)],
      ),
      foot: '</ul>\n',
    },
  ].filter(({ rows }) => rows.length > 0);
}

function item(label: string, text: string, requestId: string | null): string {
  return `<li>${code(label)}<br>${text}${requestId === null ? '' : `<br><sub>request ${code(requestId)}</sub>`}</li>`;
}
