// Prints figures as one table: the median, the spread, the target, and whether it is met.
import { type Figure, holds, summarise, type Target, type Unit } from './figures.ts';

const HEAD = ['', 'median', 'min – max', 'target', 'holds', ''];

/** One line for each figure, in columns. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [HEAD, ...figures.map(rowOf)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) =>
        column === 1 || column === 2 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return rows.map(line).join('\n');
}

function rowOf(figure: Figure): string[] {
  const { name, unit, values, target, remark = '' } = figure;
  const summary = summarise(values);
  const verdict = holds(figure);
  return [
    name,
    summary === null ? 'skipped' : shown(summary.median, unit),
    summary === null || values.length === 1 ? '' : `${digits(summary.min, unit)} – ${digits(summary.max, unit)}`,
    target === null ? '' : targetText(target, unit),
    verdict === null ? '' : verdict ? 'yes' : 'NO',
    remark,
  ];
}

function targetText({ bound, value, judges }: Target, unit: Unit): string {
  return `${bound === 'at most' ? '≤' : '≥'} ${shown(value, unit)}${judges === 'worst' ? ', all' : ''}`;
}

function shown(value: number, unit: Unit): string {
  return `${digits(value, unit)} ${unit === 'times' ? '×' : unit}`;
}

function digits(value: number, unit: Unit): string {
  const decimals: Readonly<Record<Unit, number>> = { times: 2, s: 3, ms: 1, MB: 1, 'MB/s': 0, bytes: 0, polls: 0 };
  return value.toLocaleString('en-US', {
    minimumFractionDigits: decimals[unit],
    maximumFractionDigits: decimals[unit],
  });
}
