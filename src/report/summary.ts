// The job summary: what was made, from what, at what price, and what failed and why. Markdown with HTML tables, inside which GitHub parses no Markdown.
import { counted, duration, size, usd } from '../figures.ts';
import { promptOf, seedOf } from '../jobs.ts';
import type { Outcome, Tally } from '../outcomes.ts';
import type { StoredArtifact } from '../ports.ts';
import { code, href, preformatted, shortened } from './markdown.ts';

interface SummarySources {
  readonly tally: Tally;
  readonly artifacts: readonly StoredArtifact[];
  readonly cancelled: boolean;
  readonly tookMs: number;
  /** Why there is no artifact though one was wanted, or why jobs were not attempted. */
  readonly notes: readonly string[];
}

/** GitHub drops a step's summary above 1 MiB (actions/runner, FileCommandManager.cs). */
const MOST_BYTES = 960 * 1024;
const SHORT_PROMPT = 240;
const WHOLE_PROMPT = 4_000;
/** GitHub's image proxy shows nothing larger, and no AVIF. */
const MOST_PREVIEW_BYTES = 5 * 1024 * 1024;
const PREVIEW_FORMATS = new Set(['png', 'jpeg', 'webp', 'gif', 'svg', 'bmp', 'tif']);

export function summaryOf(sources: SummarySources): string {
  const { tally, artifacts, notes } = sources;
  const head = [`## ${title(sources)}`, '', facts(sources).join(' · '), ''];
  const blocks: readonly Block[] = [
    ...notes.map((note) => ({ rows: [`<p>${code(note)}</p>`], head: '', foot: '' })),
    ...problemTables(tally),
    ...imageTables(tally),
  ];
  return `${[...head, ...fitting(blocks, MOST_BYTES), ...artifactList(artifacts)].join('\n')}\n`;
}

function title({ tally, cancelled }: SummarySources): string {
  const videos = tally.images.every(({ format }) => PREVIEW_FORMATS.has(format)) ? 'image' : 'file';
  const made = `${counted(tally.images.length, videos)} from RunComfy`;
  if (cancelled) return `🚫 Cancelled: ${made}`;
  if (tally.failed.length === 0) return `🖼️ ${made}`;
  return tally.images.length === 0 ? '❌ No images from RunComfy' : `⚠️ ${made}, ${tally.failed.length} failed`;
}

function facts({ tally, artifacts, tookMs }: SummarySources): string[] {
  const [artifact] = artifacts;
  const link = artifact === undefined ? null : href(artifact.url);
  return [
    `**${tally.images.length}** saved`,
    ...(tally.failed.length > 0 ? [`**${tally.failed.length}** failed`] : []),
    ...(tally.notAttempted.length > 0 ? [`**${tally.notAttempted.length}** not submitted`] : []),
    ...(tally.cost === null ? [] : [`**${usd(tally.cost)}**`]),
    duration(tookMs),
    ...(artifact === undefined || link === null || artifacts.length > 1
      ? []
      : [`<a href="${link}">Artifact ${code(artifact.name)}</a>`]),
  ];
}

/** A table that may be cut between rows. */
interface Block {
  readonly head: string;
  readonly rows: readonly string[];
  readonly foot: string;
}

function imageTables({ outcomes }: Tally): readonly Block[] {
  const made = outcomes.filter(({ images }) => images.length > 0);
  // Neighbours that share prompt and model share a table: twenty seeds of one prompt should not say it twenty times.
  const groups: Outcome[][] = [];
  for (const outcome of made) {
    const last = groups.at(-1);
    const [previous] = last ?? [];
    const same =
      previous !== undefined &&
      promptOf(previous.job) === promptOf(outcome.job) &&
      previous.job.model === outcome.job.model;
    if (same) last?.push(outcome);
    else groups.push([outcome]);
  }
  return groups.map(([first, ...rest]) => ({
    head:
      first === undefined
        ? ''
        : `${promptBlock(first)}\n<table>\n<tr><th>Preview</th><th>File</th><th>Seed</th><th>Size</th><th>Time</th></tr>`,
    rows: [first, ...rest].flatMap((outcome) => (outcome === undefined ? [] : imageRows(outcome))),
    foot: '</table>\n',
  }));
}

function promptBlock({ job }: Outcome): string {
  const prompt = promptOf(job);
  const model = `<sub>${code(job.model)}</sub>`;
  if (prompt === null) return `<p>${model}</p>`;
  const short = shortened(prompt.trim(), SHORT_PROMPT);
  const whole =
    short === prompt.trim()
      ? ''
      : `\n<details><summary>Whole prompt</summary>${preformatted(shortened(prompt, WHOLE_PROMPT))}</details>`;
  return `<p>${code(short)}<br>${model}</p>${whole}`;
}

function imageRows({ job, requestId, tookMs, cost, images }: Outcome): readonly string[] {
  const spent = `${tookMs === null ? '–' : unbroken(duration(tookMs))}${cost === null ? '' : `<br>${usd(cost)}`}`;
  return images.map((image, n) => {
    const url = href(image.url);
    const shows = PREVIEW_FORMATS.has(image.format) && image.bytes <= MOST_PREVIEW_BYTES;
    const preview = shows ? `<img src="${url}" width="200" alt="${attribute(image.path)}">` : 'open';
    const dimensions = image.width === null || image.height === null ? '' : `${image.width}×${image.height}<br>`;
    const cells = [
      url === null ? '' : `<a href="${url}">${preview}</a>`,
      `${code(image.path)}${requestId === null ? '' : `<br><sub>request ${code(requestId)}</sub>`}`,
      String(seedOf(job) ?? '–'),
      `${dimensions}${unbroken(`${image.format}, ${size(image.bytes)}`)}`,
    ].map((cell) => `<td>${cell}</td>`);
    // Time and price are of the request, so its files share one cell.
    const shared = n > 0 ? '' : `<td${images.length > 1 ? ` rowspan="${images.length}"` : ''}>${spent}</td>`;
    return `<tr>${cells.join('')}${shared}</tr>`;
  });
}

function unbroken(text: string): string {
  return text.replaceAll(' ', '&nbsp;');
}

function attribute(path: string): string {
  return code(path).slice('<code>'.length, -'</code>'.length);
}

const STATES = {
  cancelled: 'cancelled at RunComfy',
  running: 'still running at RunComfy, and may be billed',
  unknown: 'the answer was lost: look under Generations on runcomfy.com before running again',
} as const;

function problemTables({ outcomes, failed }: Tally): readonly Block[] {
  const unsettled = outcomes.flatMap((outcome) =>
    outcome.unsettled === null ? [] : [{ ...outcome, unsettled: outcome.unsettled }],
  );
  return [
    {
      head: '<table>\n<tr><th>Failed</th><th>Why</th><th>Request</th></tr>',
      rows: failed.map((outcome) => row(outcome.job.name, outcome.failure.text, outcome.requestId)),
      foot: '</table>\n',
    },
    {
      head: '<table>\n<tr><th>Not collected</th><th>State</th><th>Request</th></tr>',
      rows: unsettled.map((outcome) => row(outcome.job.name, STATES[outcome.unsettled], outcome.requestId)),
      foot: '</table>\n',
    },
  ].filter(({ rows }) => rows.length > 0);
}

function row(label: string, text: string, requestId: string | null): string {
  return `<tr><td>${code(label)}</td><td>${code(shortened(text, 1_000))}</td><td>${requestId === null ? '–' : `<sub>${code(requestId)}</sub>`}</td></tr>`;
}

/** Whole rows only, as many as fit. */
function fitting(blocks: readonly Block[], most: number): readonly string[] {
  const lines: string[] = [];
  let left = most;
  let dropped = 0;
  for (const { head, rows, foot } of blocks) {
    const kept: string[] = [];
    let room = left - Buffer.byteLength(head + foot) - 200;
    for (const line of rows) {
      room -= Buffer.byteLength(line) + 1;
      if (room > 0 && dropped === 0) kept.push(line);
      else dropped += 1;
    }
    if (kept.length === 0) continue;
    const block = [head, ...kept, foot].join('\n');
    left -= Buffer.byteLength(block) + 1;
    lines.push(block);
  }
  if (dropped > 0)
    lines.push(
      `<p>And ${counted(dropped, 'more row')}: GitHub shows no more here. Output <code>report-file</code> names the whole report.</p>\n`,
    );
  return lines;
}

function artifactList(artifacts: readonly StoredArtifact[]): readonly string[] {
  if (artifacts.length < 2) return [];
  const links = artifacts.map(({ name, url }) => `<a href="${href(url) ?? ''}">${code(name)}</a>`);
  return [`<p>Artifacts: ${links.join(' ')}</p>`];
}
