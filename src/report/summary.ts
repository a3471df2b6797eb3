// The job summary: what was made, from which prompt, at what price, and what failed and why.
import { counted, duration, usd } from '../lib/figures.ts';
import type { StoredArtifact } from '../lib/ports.ts';
import type { Outcome, RunResult } from '../tasks/outcome.ts';
import { makerOf, promptOf } from '../tasks/task.ts';
import { code, href, prose } from './markdown.ts';
import {
  artifactLink,
  attribute,
  type Block,
  counts,
  dimensions,
  fitting,
  isPicture,
  MAX_SUMMARY_BYTES,
  problemLists,
  promptBlock,
  time,
  title,
  weight,
} from './pieces.ts';
import { planTable } from './plan.ts';

export interface SummarySources {
  readonly runResult: RunResult;
  readonly artifacts: readonly StoredArtifact[];
  readonly cancelled: boolean;
  readonly tookMs: number;
  /** Why there is no artifact although one was wanted, or why tasks were not attempted. */
  readonly notes: readonly string[];
}

const WHOLE_PROMPT = 4_000;

export function summaryOf({ runResult, artifacts, cancelled, tookMs, notes }: SummarySources): string {
  const [artifact, ...more] = artifacts;
  const link = artifact === undefined || more.length > 0 ? null : artifactLink(artifact);
  const facts = [...counts(runResult), duration(tookMs), ...(link === null ? [] : [link])];
  const head = [`## ${title(runResult, cancelled)}`, '', facts.join(' · '), ''];
  const blocks: readonly Block[] = [
    ...notes.map((note) => ({ rows: [`<p>${prose(note)}</p>`], head: '', foot: '' })),
    ...problemLists(runResult),
    ...imageTables(runResult),
    ...(runResult.plan === null ? [] : planTable(runResult.plan, 'folded')),
  ];
  const body = fitting(blocks, {
    max: MAX_SUMMARY_BYTES,
    lengthOf: Buffer.byteLength,
    rest: (dropped) =>
      `<p>${counted(dropped, 'more row')} left out, because GitHub limits the size of a summary. Output <code>report-file</code> has the complete report.</p>\n`,
  });
  return `${[...head, ...body, ...artifactList(artifacts)].join('\n')}\n`;
}

function imageTables({ outcomes }: RunResult): readonly Block[] {
  const made = outcomes.filter(({ images }) => images.length > 0);
  // Consecutive outcomes with the same prompt and model share a table, so a prompt with twenty seeds is only shown once.
  const groups: Outcome[][] = [];
  for (const outcome of made) {
    const last = groups.at(-1);
    const [previous] = last ?? [];
    const same =
      previous !== undefined &&
      promptOf(previous.task) === promptOf(outcome.task) &&
      makerOf(previous.task) === makerOf(outcome.task);
    if (same) last?.push(outcome);
    else groups.push([outcome]);
  }
  return groups.flatMap(([first, ...rest]) =>
    first === undefined
      ? []
      : [
          {
            head: `${promptBlock(first.task, WHOLE_PROMPT)}\n<table>\n<tr><th>Preview</th><th>File</th><th>Seed</th><th>Size</th><th>Time</th></tr>`,
            rows: [first, ...rest].flatMap(imageRows),
            foot: '</table>\n',
          },
        ],
  );
}

function imageRows({ requestId, tookMs, cost, images }: Outcome): readonly string[] {
  const spent = `${tookMs === null ? '–' : time(tookMs)}${cost === null ? '' : `<br>${usd(cost)}`}`;
  return images.map((image, n) => {
    const url = href(image.url);
    const preview = isPicture(image) ? `<img src="${url}" width="200" alt="${attribute(image.path)}">` : 'open';
    const measures = dimensions(image);
    const cells = [
      url === null ? '' : `<a href="${url}">${preview}</a>`,
      `${code(image.path)}${requestId === null ? '' : `<br><sub>request ${code(requestId)}</sub>`}`,
      String(image.seed ?? '–'),
      `${measures === null ? '' : `${measures}<br>`}${weight(image)}`,
    ].map((cell) => `<td>${cell}</td>`);
    // Time and price belong to the request, so its files share one cell.
    const shared = n > 0 ? '' : `<td${images.length > 1 ? ` rowspan="${images.length}"` : ''}>${spent}</td>`;
    return `<tr>${cells.join('')}${shared}</tr>`;
  });
}

function artifactList(artifacts: readonly StoredArtifact[]): readonly string[] {
  if (artifacts.length < 2) return [];
  const links = artifacts.map(({ name, url }) => `<a href="${href(url) ?? ''}">${code(name)}</a>`);
  return [`<p>Artifacts: ${links.join(' ')}</p>`];
}
